//! What must follow from a change, whatever the crowd.

use crate::desk::{mixplan, read, town, write};
use crate::world::{Shape, World, world};
use mixplan::model::{Changes, Effort, Scenario, Setting};
use mixplan::whatif::{Crowd, Figures, Outcome, simulate};

const SHAPE: Shape = Shape { estates: 2, dwellings: 26, households: 24, groups: 3, bonds: 25, may_cost_tiers: 0 };

fn crowd(world: &World) -> Crowd {
    let World { intake, roll, opt_ins, target, .. } = world;
    Crowd::new(intake.clone(), roll.clone(), opt_ins.clone(), Some(target.clone()), Effort::Quick)
}

fn run(crowd: &Crowd, changes: &[(&'static str, Setting)]) -> Outcome {
    let changes: Changes = changes.iter().cloned().collect();
    simulate(crowd, &Scenario { changes, seed: "a seed".to_owned() })
}

fn word(word: &str) -> Setting {
    Setting::Word(word.to_owned())
}

/// What was handed out and what came of it; how far an optimum is proven is left aside.
fn figures(outcome: &Outcome) -> Figures {
    Figures { optimum_gap: None, ..outcome.figures.clone() }
}

#[test]
fn without_a_change_the_figures_are_those_of_the_plan() {
    let folder = town("whatif_plan", "300");
    let plan = mixplan(&folder, &["plan", "town/plan.toml", "--out", "out"]);
    assert_eq!(plan.code, 0, "{}", plan.err);
    write(&folder, "town/s.toml", "[base]\nplan = \"plan.toml\"\nseeds = 1\n");
    let run = mixplan(&folder, &["whatif", "town/s.toml", "--out", "w"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let certificate: serde_json::Value =
        serde_json::from_str(&read(&folder, "out/certificate.json")).expect("a certificate");
    let comparison: serde_json::Value =
        serde_json::from_str(&read(&folder, "w/comparison.json")).expect("a comparison");
    let (counts, mix) = (&certificate["counts"], &certificate["mix"]);
    let last = &mix["final"];
    let stated = [
        ("signed", &counts["signed"]),
        ("housed", &counts["placed"]),
        ("without_company", &last["without_company"]),
        ("distance_estate", &last["distance"]["estate"]),
        ("distance_building", &last["distance"]["building"]),
        ("distance_stairwell", &last["distance"]["stairwell"]),
        ("score", &last["score"]),
        ("score_drawn", &mix["first"]["score"]),
        ("exchanged", &mix["moved"]),
    ];
    for (key, stated) in stated {
        let (own, stated) = (super::figure(&comparison, "base", key), stated.as_f64().expect("a number"));
        assert!((own - stated).abs() < 1e-9, "{key}: {own} in the what-if, {stated} in the certificate");
    }
    let rows = read(&folder, "out/plan.csv");
    let ranks: Vec<f64> =
        rows.lines().skip(1).map(|row| row.split(',').nth(10).expect("a rank").parse().expect("a number")).collect();
    let mean = ranks.iter().sum::<f64>() / ranks.len() as f64;
    assert!((super::figure(&comparison, "base", "mean_choice_rank") - mean).abs() < 1e-9);
}

#[test]
fn nobody_takes_part_is_the_draw_alone() {
    for seed in 0..40 {
        let crowd = crowd(&world(seed, SHAPE));
        let nobody = run(&crowd, &[("participation", Setting::Whole(0))]);
        assert_eq!(nobody, run(&crowd, &[("mechanism", word("draw"))]), "world {seed}");
    }
}

#[test]
fn caps_of_all_homes_are_the_draw_alone() {
    for seed in 0..40 {
        let crowd = crowd(&world(seed, SHAPE));
        let all = Setting::Whole(100);
        let lottery =
            run(&crowd, &[("mechanism", word("quota_lottery")), ("cap_building", all.clone()), ("cap_estate", all)]);
        let draw = run(&crowd, &[("mechanism", word("draw"))]);
        assert_eq!(figures(&lottery), figures(&draw), "world {seed}");
        assert_eq!((&lottery.classes, &lottery.groups), (&draw.classes, &draw.groups), "world {seed}");
    }
}

#[test]
fn without_slack_nobody_changes_tier_and_with_it_somebody_may() {
    let mut lower = 0;
    for seed in 0..60 {
        let mut made = world(seed, Shape { dwellings: 40, households: 36, ..SHAPE });
        made.target.estate = 0;
        let crowd = crowd(&made);
        let all = ("participation", Setting::Whole(100));
        let draw = run(&crowd, &[("mechanism", word("draw"))]);
        let none = run(&crowd, &[all.clone(), ("slack", Setting::Whole(0))]);
        assert_eq!(none, run(&crowd, std::slice::from_ref(&all)), "world {seed}");
        assert_eq!(none.figures.mean_choice_rank, draw.figures.mean_choice_rank, "world {seed}");
        assert_eq!(none.figures.price_of_diversity, draw.figures.price_of_diversity, "world {seed}");
        let much = run(&crowd, &[all, ("slack", Setting::Whole(100))]);
        let rank = |outcome: &Outcome| outcome.figures.mean_choice_rank.expect("somebody is housed");
        assert!(rank(&much) <= rank(&none) + 1.0, "one tier at most, world {seed}");
        assert!(much.figures.distance_estate <= draw.figures.distance_estate, "world {seed}");
        lower += u32::from(rank(&much) > rank(&none));
    }
    assert!(lower > 0, "in some world slack is used");
}

#[test]
fn more_homes_never_house_fewer() {
    for seed in 0..40 {
        let made = world(seed, Shape { dwellings: 18, households: 24, ..SHAPE });
        let crowd = crowd(&made);
        let building = mixplan::whatif::building_name(&made.intake.stock, 0);
        let add = Setting::List(vec![building.clone(), building]);
        for mechanism in ["draw", "choice_first"] {
            let housed = |changes: &[(&'static str, Setting)]| {
                let all: Vec<_> = [("mechanism", word(mechanism))].into_iter().chain(changes.iter().cloned()).collect();
                run(&crowd, &all).figures.housed.expect("a count")
            };
            let now = housed(&[]);
            let few = housed(&[("vacancies", Setting::Whole(-30))]);
            let more = housed(&[("vacancies", Setting::Whole(50))]);
            let many = housed(&[("vacancies", Setting::Whole(250))]);
            let built = housed(&[("add", add.clone())]);
            assert!(few <= now && now <= more && more <= many && now <= built, "world {seed}, {mechanism}");
            let flat = housed(&[("step_free", Setting::Whole(100))]);
            assert!(now <= flat, "step-free homes fit whoever fitted before, world {seed}");
        }
    }
}

#[test]
fn late_ones_and_refusals_cost_homes_only_to_whom_they_concern() {
    for seed in 0..40 {
        let crowd = crowd(&world(seed, SHAPE));
        let now = run(&crowd, &[("mechanism", word("draw"))]).figures;
        let draw = |changes: &[(&'static str, Setting)]| {
            let all: Vec<_> = [("mechanism", word("draw"))].into_iter().chain(changes.iter().cloned()).collect();
            run(&crowd, &all)
        };
        let everybody = draw(&[("late", Setting::Whole(100))]).figures;
        assert_eq!(everybody.housed, now.housed, "if all are late, nobody is, world {seed}");
        assert_eq!(everybody.mean_choice_rank, now.mean_choice_rank, "world {seed}");
        let held = draw(&[("late", Setting::Whole(30)), ("hold_back", Setting::Whole(100))]).figures;
        assert!(held.housed > Some(0.0), "homes that wait are offered in the end, world {seed}");
        for all in ["refusals", "no_shows"] {
            assert_eq!(draw(&[(all, Setting::Whole(100))]).figures.housed, Some(0.0), "world {seed}");
        }
        let some = draw(&[("refusals", Setting::Whole(40)), ("offers", Setting::Whole(50))]);
        let rounds: u64 = some.groups.iter().map(|part| part.rounds).sum();
        let housed: u64 = some.groups.iter().map(|part| part.housed).sum();
        assert!(rounds >= housed, "who waits is counted, world {seed}");
    }
}

#[test]
fn no_lottery_under_caps_beats_their_optimum() {
    for seed in 0..40 {
        let crowd = crowd(&world(seed, SHAPE));
        let caps = |mechanism: &str| {
            let cap = Setting::Whole(35);
            run(&crowd, &[("mechanism", word(mechanism)), ("cap_building", cap.clone()), ("cap_estate", cap)]).figures
        };
        let (lottery, optimum) = (caps("quota_lottery"), caps("quota_optimum"));
        assert!(lottery.price_of_order.is_none_or(|price| price >= 1.0), "world {seed}");
        assert!(optimum.price_of_diversity.is_none_or(|price| price >= 1.0), "world {seed}");
        let gap = optimum.optimum_gap.unwrap_or(0.0);
        assert!((0.0..1.0).contains(&gap), "world {seed}: {gap}");
    }
}
