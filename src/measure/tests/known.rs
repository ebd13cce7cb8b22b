//! Every known case, to its tolerance.

use crate::measure::shuffle::{Shuffles, shuffle_homes};
use crate::measure::*;
use serde_json::{Map, Value as Json, json};
use std::path::PathBuf;

const CASES: [&str; 10] = [
    "tiny_2x2",
    "edge_empty_absent",
    "perfect_even",
    "perfect_split",
    "one_group_only",
    "one_unit_only",
    "schools00",
    "school_ses_quintile",
    "de_tract_2010",
    "stairs12_random",
];

fn file(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/known/measures").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn golden(case: &str) -> Json {
    serde_json::from_str(&file(&format!("{case}.json"))).expect("a case is valid JSON")
}

fn texts(list: &Json) -> Vec<String> {
    list.as_array().expect("a list").iter().map(|text| text.as_str().expect("a text").to_owned()).collect()
}

/// The counts of a case. Its units are unique names, so its levels may be named or not.
pub fn counts(case: &str) -> Counts {
    let golden = golden(case);
    let mut levels = texts(&golden["levels"]);
    levels.push("unit".to_owned());
    let depth = levels.len();
    let mut builder = Builder::new(levels, texts(&golden["groups"])).expect("levels and groups");
    for line in file(&format!("{case}.csv")).lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let homes: Vec<u32> = cells[depth..].iter().map(|count| count.parse().expect("a count")).collect();
        builder.row(&cells[..depth], &homes).expect("a row");
    }
    builder.build()
}

fn target(golden: &Json, counts: &Counts) -> Option<TargetShares> {
    let against = golden["values"].get("against_target")?;
    let of = |key: &str| counts.groups().iter().map(|group| against[key][group].as_f64()).collect::<Vec<_>>();
    let shares = of("target").into_iter().map(|share| share.expect("a share")).collect();
    Some(TargetShares::new(counts, shares, of("cap")).expect("a target"))
}

fn value(value: Value) -> Json {
    value.map_or(Json::Null, |number| json!(number))
}

fn group_json(one: &OneGroup) -> Json {
    json!({
        "dissimilarity": value(one.dissimilarity), "theil_h": value(one.theil_h), "gini": value(one.gini),
        "atkinson": value(one.atkinson), "isolation": value(one.isolation),
        "exposure_to_others": value(one.exposure_to_others), "eta2": value(one.eta2),
        "isolation_exact": value(one.isolation_exact), "eta2_unbiased": value(one.eta2_unbiased),
        "density_corrected_d": value(one.density_corrected_d),
    })
}

fn matrix(counts: &Counts, rows: &[Vec<Value>]) -> Json {
    let order = counts.written_order();
    order.iter().map(|&a| order.iter().map(|&b| value(rows[a][b])).collect::<Json>()).collect()
}

fn by_group(counts: &Counts, one: impl Fn(usize) -> Option<Json>) -> Json {
    let names = counts.groups().iter().enumerate();
    Json::Object(names.filter_map(|(group, name)| Some((name.clone(), one(group)?))).collect())
}

fn local_json(counts: &Counts, measures: &Measures) -> Json {
    let mut units = Map::new();
    for (place, local) in measures.local.iter().enumerate() {
        let scores = local.as_ref().map_or(Json::Null, |local| {
            let quotients = counts.written_order().iter().map(|&group| value(local.location_quotient[group]));
            json!({
                "total": local.total, "entropy": local.entropy, "entropy_normalized": value(local.entropy_normalized),
                "local_segregation": local.local_segregation, "simpson_interaction": local.simpson_interaction,
                "neighbour_differs": value(local.neighbour_differs), "target_distance": local.target_distance,
                "homes_off_target": local.homes_off_target, "location_quotient": quotients.collect::<Json>(),
            })
        });
        units.insert(counts.finest().place_name(place).to_owned(), scores);
    }
    Json::Object(units)
}

fn expected_json(counts: &Counts, measures: &Measures) -> Json {
    let Ok(expected) = &measures.expected_random else { return Json::Null };
    let group = |group: usize| {
        let one = expected.one_group[group].ok()?;
        Some(json!({ "dissimilarity": one.dissimilarity, "theil_h": one.theil_h, "isolation": one.isolation }))
    };
    json!({
        "dissimilarity": expected.dissimilarity, "theil_h": expected.theil_h,
        "mutual_information": expected.mutual_information, "relative_diversity": expected.relative_diversity,
        "normalized_exposure": expected.normalized_exposure, "squared_cv": expected.squared_cv,
        "target_distance": expected.target_distance, "neighbour_mix": expected.neighbour_mix,
        "normalized_exposure_unbiased": expected.normalized_exposure_unbiased, "one_group": by_group(counts, group),
    })
}

fn nested_json(counts: &Counts, measures: &Measures, out: &mut Map<String, Json>) {
    let name = |level: usize| counts.levels()[level].name();
    let list = |one: &dyn Fn(&nested::NestedLevel) -> Json| measures.nested.iter().map(one).collect::<Json>();
    out.insert(
        "nested".into(),
        list(&|level| {
            json!({
                "level": name(level.level), "mutual_information": value(level.mutual_information),
                "theil_h": value(level.theil_h),
                "cumulative_mutual_information": value(level.cumulative_mutual_information),
            })
        }),
    );
    out.insert(
        "expected_random_nested".into(),
        list(&|level| {
            json!({
                "level": name(level.level), "theil_h": value(level.expected_theil_h),
                "mutual_information": value(level.expected_mutual_information),
            })
        }),
    );
    if let [.., above, finest] = &measures.nested[..] {
        let within = json!({
            "parent": name(above.level), "mutual_information": value(finest.expected_within_parent),
        });
        out.insert("expected_within_parent".into(), within);
    }
}

fn candidate(counts: &Counts, measures: &Measures, golden: &Json) -> Json {
    let (all, one) = (&measures.multigroup, &measures.composition);
    let mut out = Map::new();
    let composition = json!({
        "total": one.total, "n_units_nonempty": one.inhabited, "n_groups_present": one.present,
        "entropy": value(one.entropy), "entropy_normalized": value(one.entropy_normalized),
        "simpson_interaction": value(one.simpson_interaction),
        "simpson_interaction_unbiased": value(one.simpson_interaction_unbiased),
    });
    let multigroup = json!({
        "mutual_information": value(all.mutual_information), "theil_h": value(all.theil_h),
        "dissimilarity": value(all.dissimilarity), "gini": value(all.gini),
        "relative_diversity": value(all.relative_diversity), "normalized_exposure": value(all.normalized_exposure),
        "squared_cv": value(all.squared_cv), "target_distance": value(all.target_distance),
        "neighbour_mix": value(all.neighbour_mix),
        "normalized_exposure_unbiased": value(all.normalized_exposure_unbiased),
    });
    let summary = &measures.local_summary;
    let summary = json!({
        "n_units": summary.places, "min_local_segregation": value(summary.min_local_segregation),
        "max_local_segregation": value(summary.max_local_segregation),
        "homes_off_target_total": summary.homes_off_target_total,
    });
    out.insert("composition".into(), composition);
    out.insert("multigroup".into(), multigroup);
    out.insert("one_group".into(), by_group(counts, |group| Some(group_json(&measures.one_group[group]))));
    out.insert("exposure_matrix".into(), matrix(counts, &measures.exposure_matrix));
    out.insert("pairwise_dissimilarity".into(), matrix(counts, &measures.pairwise_dissimilarity));
    out.insert("local".into(), local_json(counts, measures));
    out.insert("local_summary".into(), summary);
    out.insert("expected_random".into(), expected_json(counts, measures));
    nested_json(counts, measures, &mut out);
    if let Ok(corrected) = &measures.corrected {
        let group = |group: usize| corrected.one_group_dissimilarity[group].ok().map(|d| json!(d));
        let corrected = json!({
            "dissimilarity": corrected.dissimilarity, "theil_h": corrected.theil_h,
            "one_group_dissimilarity": by_group(counts, group),
        });
        out.insert("corrected".into(), corrected);
    }
    if let Some(Ok(against)) = &measures.against_target {
        let given = &golden["values"]["against_target"];
        let against = json!({
            "target": given["target"], "cap": given["cap"], "target_distance": against.target_distance,
            "homes_off_target": against.homes_off_target, "units_on_target": against.places_on_target,
            "homes_over_cap": against.homes_over_cap, "units_over_cap": against.places_over_cap,
        });
        out.insert("against_target".into(), against);
    }
    Json::Object(out)
}

/// Every golden value that the candidate misses or lacks.
fn differences(golden: &Json, found: &Json, path: &str, out: &mut Vec<String>) {
    match (golden, found) {
        (Json::Object(golden), _) => {
            for (key, value) in golden {
                differences(value, &found[key], &format!("{path}.{key}"), out);
                if found.get(key).is_none() {
                    out.push(format!("{path}.{key} missing"));
                }
            }
        }
        (Json::Array(golden), Json::Array(found)) if golden.len() == found.len() => {
            for (number, (golden, found)) in golden.iter().zip(found).enumerate() {
                differences(golden, found, &format!("{path}.{number}"), out);
            }
        }
        (Json::Number(golden), Json::Number(found)) => {
            let (golden, found) = (golden.as_f64().unwrap_or(f64::NAN), found.as_f64().unwrap_or(f64::NAN));
            let near = (golden - found).abs() <= 1e-9 * golden.abs().max(1.0);
            if !near {
                out.push(format!("{path} golden {golden} found {found}"));
            }
        }
        _ if golden == found => (),
        _ => out.push(format!("{path} golden {golden} found {found}")),
    }
}

#[test]
fn every_known_case_is_met() {
    for case in CASES {
        let (counts, golden) = (counts(case), golden(case));
        let options = Options { target: target(&golden, &counts), local: true, pairs: true, ..Options::default() };
        let measures = measure(&counts, &options);
        let mut out = Vec::new();
        differences(&golden["values"], &candidate(&counts, &measures, &golden), "", &mut out);
        assert!(out.is_empty(), "{case}: {out:#?}");
    }
}

#[test]
fn shuffles_meet_the_simulated_bands() {
    for case in CASES {
        let golden = golden(case);
        let Some(simulated) = golden.get("simulated_null").filter(|simulated| !simulated.is_null()) else { continue };
        let statistics = [
            ("dissimilarity", Statistic::Dissimilarity),
            ("theil_h", Statistic::TheilH),
            ("gini", Statistic::Gini),
            ("relative_diversity", Statistic::RelativeDiversity),
            ("neighbour_mix", Statistic::NeighbourMix),
            ("target_distance", Statistic::TargetDistance),
        ];
        let shuffles = Shuffles {
            replicates: 4_000,
            statistics: statistics.map(|(_, statistic)| statistic).to_vec(),
            ..Shuffles::usual(11)
        };
        let counts = counts(case);
        let bands = shuffle_homes(&counts, counts.levels().len() - 1, &shuffles);
        for ((name, _), (_, band)) in statistics.iter().zip(bands) {
            let band = band.expect("the simulated cases are defined");
            let known = |key: &str| simulated["values"][name][key].as_f64().expect("a number");
            let reps = simulated["reps"].as_f64().expect("a number").min(4_000.0);
            let close = |what: &str, found: f64, known: f64, by: f64| {
                assert!((found - known).abs() <= by + 1e-12, "{case} {name} {what}: {found} against {known}");
            };
            close("mean", band.mean, known("mean"), 4.0 * known("mean_se").hypot(band.mean_se));
            close("sd", band.sd, known("sd"), 0.06 * known("sd"));
            for (what, found) in [("p_upper", band.p_upper), ("p_lower", band.p_lower)] {
                let p = known(what);
                close(what, found, p, (4.0 * (2.0 * p * (1.0 - p) / reps).sqrt()).max(0.01));
            }
        }
    }
}
