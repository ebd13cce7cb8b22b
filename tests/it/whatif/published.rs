//! The published quota setting, rebuilt with few draws; `benches/published/nine_projects.rs` rebuilds it in full.

#[path = "../../../benches/published/nine_projects.rs"]
mod nine_projects;

use nine_projects::{Drawn, drawn};

#[test]
fn quotas_of_nine_projects_cost_what_was_published() {
    // Radius; bounds of optimum over mean lottery around those of an independent rebuild.
    let known = [(5.0, 1.06, 1.11), (7.5, 1.11, 1.19), (10.0, 1.04, 1.10)];
    for (radius, low, high) in known {
        let all: Vec<Drawn> = (1..=3).map(|seed| drawn(radius, seed, 2)).collect();
        for drawn in &all {
            let price = drawn.price_of_diversity;
            assert!((1.0..1.006).contains(&price), "r = {radius}: price of diversity {price}");
            let [quota, draw, ours] = drawn.approved;
            assert!(quota <= draw + 0.01, "caps do not help choice: {quota}, {draw}");
            assert!(ours >= draw, "who holds approved projects equal lets others in: {draw}, {ours}");
            let [_, far, near] = drawn.distance;
            assert!(near <= far, "exchanges bring projects nearer: {far}, {near}");
        }
        let mean = all.iter().map(|drawn| drawn.price_of_order).sum::<f64>() / all.len() as f64;
        assert!((low..high).contains(&mean), "r = {radius}: optimum over lottery {mean}");
    }
}
