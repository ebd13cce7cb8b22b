//! What a reader who adds and subtracts can get out of what `check` publishes.
//!
//! The reader has one output in all its formats. The attack is known to bite: it wins against the same figures with
//! only the small groups left out, and against figures that were worked out before anything was hidden.

use crate::desk::{Run, edit, folder, mixplan, write};
use serde_json::Value;
use std::collections::BTreeMap;

/// 40 stairwells in 4 buildings: groups of 360, 120 and 4 households.
const TRUTH: [(&str, i64); 3] = [("A", 360), ("B", 120), ("C", 4)];

fn small_town(name: &str) -> std::path::PathBuf {
    let here = folder(name);
    let rows: Vec<String> = (0..40)
        .map(|at| format!("North,b{},s{at},{},{},{}", at / 10, 8 + at % 3 + u32::from(at == 0), 3, u32::from(at < 4)))
        .collect();
    write(&here, "counts.csv", &format!("estate,building,unit,A,B,C\n{}\n", rows.join("\n")));
    here
}

fn json(run: &Run) -> Value {
    assert_eq!(run.code, 0, "{}", run.err);
    serde_json::from_str(&run.out).expect("JSON")
}

/// What follows from one set of published values: totals of groups that stand in it, as far as they are exact.
fn totals(values: &Value) -> BTreeMap<String, i64> {
    let all = values["composition"]["total"].as_f64().expect("a total");
    let places = values["composition"]["n_units_nonempty"].as_f64().expect("places");
    let chance = (places - 1.0) / (all - 1.0);
    let groups = values["expected_random"]["one_group"].as_object().cloned().unwrap_or_default();
    // Expected isolation is p + (1 - p) (U - 1)/(T - 1), so it gives the group's total away.
    let total = |value: &Value| {
        let isolation = value["isolation"].as_f64()?;
        Some(((isolation - chance) / (1.0 - chance) * all).round() as i64)
    };
    groups.iter().filter_map(|(name, value)| Some((name.clone(), total(value)?))).collect()
}

/// Totals of groups that the output does not show but that can be worked out: by what is left over, and by Simpson's
/// index where two are left.
fn recovered(values: &Value) -> Vec<i64> {
    let shown = totals(values);
    let hidden: Vec<i64> = TRUTH.iter().filter(|(name, _)| !shown.contains_key(*name)).map(|(_, n)| *n).collect();
    let all = values["composition"]["total"].as_i64().expect("a total");
    let rest = all - shown.values().sum::<i64>();
    if shown.contains_key("(others)") || hidden.is_empty() {
        // What is left over is nothing: the others are one group for every figure.
        assert!(hidden.len() != 1 && (rest == 0 || hidden.is_empty()), "{shown:?}");
        return Vec::new();
    }
    if hidden.len() == 1 {
        return vec![rest];
    }
    let interaction = values["composition"]["simpson_interaction"].as_f64().expect("a number");
    let squares = (1.0 - interaction) * (all * all) as f64 - shown.values().map(|n| (n * n) as f64).sum::<f64>();
    let found = (0..=rest).find(|n| ((n * n + (rest - n) * (rest - n)) as f64 - squares).abs() < 0.5);
    found.map(|n| vec![n, rest - n]).unwrap_or_default()
}

#[test]
fn the_attack_wins_against_weaker_versions_and_not_against_ours() {
    let here = small_town("attack");
    let args = ["check", "counts.csv", "--format", "json", "--shuffles", "99"];
    let ours = json(&mixplan(&here, &args));
    assert_eq!(recovered(&ours["values"]), Vec::<i64>::new());
    assert!(!totals(&ours["values"]).contains_key("C"), "four households of C are too few");
    // Without complementary suppression: the small group alone is left out.
    let mut weak = json(&mixplan(&here, &[&args[..], &["--internal"]].concat()));
    weak["values"]["expected_random"]["one_group"].as_object_mut().expect("groups").remove("C");
    assert_eq!(recovered(&weak["values"]), [4]);
    // With it, but after everything was worked out: Simpson's index tells the two that hide each other apart.
    weak["values"]["expected_random"]["one_group"].as_object_mut().expect("groups").remove("B");
    assert_eq!(recovered(&weak["values"]), [4, 120]);
}

#[test]
fn no_format_crosses_a_named_place_with_groups() {
    let here = small_town("published");
    for format in ["json", "csv", "table"] {
        let run = mixplan(&here, &["check", "counts.csv", "--format", format, "--shuffles", "0"]);
        assert_eq!(run.code, 0, "{}", run.err);
        for name in ["s1", "s39", "b1", "North", "\"C\"", ",C,", "INTERNAL", "internal"] {
            assert!(!run.out.contains(name), "{format} shows {name}:\n{}", run.out);
        }
        let internal = mixplan(&here, &["check", "counts.csv", "--format", format, "--shuffles", "0", "--internal"]);
        assert!(internal.out.to_lowercase().contains("internal"), "{format}");
        if format == "csv" {
            assert!(internal.out.lines().skip(1).all(|line| line.starts_with("internal,")));
            assert!(run.out.lines().skip(1).all(|line| line.starts_with("public,")));
        }
    }
    let values = json(&mixplan(&here, &["check", "counts.csv", "--format", "json"]))["values"].clone();
    assert!(values["multigroup"]["theil_h"].is_number());
    for absent in ["local", "local_summary", "within", "exposure_matrix", "pairwise_dissimilarity"] {
        assert!(values.get(absent).is_none(), "{absent} is not for the public");
    }
}

#[test]
fn a_level_that_is_hidden_cannot_be_subtracted() {
    let here = small_town("hidden_level");
    let found = json(&mixplan(&here, &["check", "counts.csv", "--format", "json", "--shuffles", "0"]));
    let shown: Vec<(String, bool)> = found["by_level"]
        .as_array()
        .expect("levels")
        .iter()
        .map(|level| (level["level"].as_str().expect("a name").to_owned(), level["shown"] == true))
        .collect();
    for list in ["nested", "expected_random_nested"] {
        let levels: Vec<&str> = found["values"][list]
            .as_array()
            .expect("levels")
            .iter()
            .map(|level| level["level"].as_str().expect("a name"))
            .collect();
        for (name, shown) in &shown {
            assert_eq!(levels.contains(&name.as_str()), *shown, "{list}: {name}");
        }
    }
    let h: f64 = found["values"]["nested"]
        .as_array()
        .expect("levels")
        .iter()
        .filter_map(|level| level["theil_h"].as_f64())
        .sum();
    let whole = found["values"]["multigroup"]["theil_h"].as_f64().expect("H");
    assert!((h - whole).abs() < 2e-4, "what is shown still adds up: {h} {whole}");
}

#[test]
fn growth_of_a_group_is_a_count_too() {
    let here = folder("growth");
    assert_eq!(mixplan(&here, &["demo", "town", "--households", "600", "--residents", "60"]).code, 0);
    assert_eq!(mixplan(&here, &["plan", "town/plan.toml", "--out", "out"]).code, 0);
    let args = ["check", "town/plan.toml", "--after", "out", "--format", "json", "--shuffles", "20"];
    let found = json(&mixplan(&here, &args));
    let internal = json(&mixplan(&here, &[&args[..], &["--internal"]].concat()));
    let growth = |found: &Value| -> BTreeMap<String, i64> {
        let (before, after) = (totals(&found["before"]["values"]), totals(&found["after"]["values"]));
        after.iter().filter_map(|(name, n)| Some((name.clone(), n - before.get(name)?))).collect()
    };
    let small = |growth: &BTreeMap<String, i64>| growth.values().filter(|&&n| n < 10).count();
    assert!(small(&growth(&internal)) > 0, "the town has a group of which few came: {:?}", growth(&internal));
    assert_eq!(small(&growth(&found)), 0, "{:?}", growth(&found));
    let (drawn, plan) = (&found["drawn"]["values"], &found["after"]["values"]);
    assert_eq!(totals(drawn), totals(plan), "the same households, so the same totals");
}

#[test]
fn too_few_for_any_figure() {
    let here = folder("too_few");
    write(&here, "two.csv", "estate,unit,A,B\nN,x,5,7\nN,y,6,6\n");
    let small = mixplan(&here, &["check", "two.csv", "--format", "json"]);
    let found = json(&small);
    assert_eq!(found["values"], Value::Null);
    assert_eq!(found["undefined"][""]["code"], "too-few");
    assert_eq!(found["by_level"][1]["shown"], false);
    // The same places hold nothing small once they are large.
    edit(&here, "two.csv", "5,7\nN,y,6,6", "50,70\nN,y,60,60");
    assert!(json(&mixplan(&here, &["check", "two.csv", "--format", "json"]))["values"]["multigroup"].is_object());
}

#[test]
fn a_group_that_is_small_in_one_year_is_hidden_in_both() {
    let here = folder("small_once");
    let rows = |c: u32| -> String {
        (0..20).map(|at| format!("s{at},{},{},{}\n", 9 + at % 2, 5, u32::from(at < c))).collect()
    };
    write(&here, "2020.csv", &format!("stairwell,A,B,C\n{}", rows(3)));
    write(&here, "2025.csv", &format!("stairwell,A,B,C\n{}", rows(19)));
    let target = "[target]\nA = 60\nB = 35\nC = 5\n[cap]\nA = 80\nB = 50\nC = 10\n";
    write(&here, "target.toml", target);
    let args = ["check", "--compare", "2020.csv", "2025.csv", "--target", "target.toml", "--format", "json"];
    let found = json(&mixplan(&here, &[&args[..], &["--shuffles", "50"]].concat()));
    assert_eq!(found["groups"], serde_json::json!(["A", "(others)"]));
    for stage in ["before", "after"] {
        let values = &found[stage]["values"];
        assert_eq!(totals(values).keys().collect::<Vec<_>>(), ["(others)", "A"], "{stage}");
        assert_eq!(values["against_target"]["target"]["(others)"], 0.4);
        assert_eq!(values["against_target"]["homes_over_cap"], Value::Null, "a cap of a group that is not shown");
    }
    assert_eq!(found["undefined"]["against_target.homes_over_cap"]["code"], "too-few");
    assert!(found["values"]["simulated"]["one_group"]["A"]["atkinson"]["p_upper"].is_number());
}
