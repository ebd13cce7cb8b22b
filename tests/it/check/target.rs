//! `check --target`: what a target file may say, and what is refused.

use crate::desk::{folder, mixplan, write};
use serde_json::Value;

const COUNTS: &str = "estate,stairwell,A,B,C\nN,1,6,3,3\nN,2,9,2,1\nS,1,4,4,4\nS,2,0,6,6\n";

fn run(name: &str, target: &str, file: &str, more: &[&str]) -> crate::desk::Run {
    let here = folder(name);
    write(&here, "counts.csv", COUNTS);
    write(&here, file, target);
    mixplan(&here, &[&["check", "counts.csv", "--target", file, "--internal", "--shuffles", "0"], more].concat())
}

fn against(name: &str, target: &str, file: &str) -> Value {
    let run = run(name, target, file, &["--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let found: Value = serde_json::from_str(&run.out).expect("JSON");
    found["values"]["against_target"].clone()
}

#[test]
fn all_ways_to_write_a_target_say_the_same() {
    let whole = "tolerance = 10\n[target]\nA = 50\nB = 25\nC = 25\n[cap]\nA = 60\nB = 50\nC = \"none\"\n";
    let found = against("target_toml", whole, "target.toml");
    assert_eq!(found["target"]["A"], 0.5);
    assert_eq!(found["cap"]["C"], Value::Null);
    assert_eq!(found["homes_off_target"], 3 + 2 + 6);
    assert_eq!(found["units_outside_tolerance"], 3);
    assert_eq!((&found["homes_over_cap"], &found["units_over_cap"]), (&2.into(), &1.into()));
    let fractions = whole.replace("50", "0.5").replace("25", "0.25").replace("60", "0.6");
    assert_eq!(against("target_fractions", &fractions, "target.toml"), found);
    let json =
        r#"{"target": {"A": 0.5, "B": 0.25, "C": 0.25}, "cap": {"A": 0.6, "B": 0.5, "C": null}, "tolerance": 10}"#;
    assert_eq!(against("target_json", json, "target.json"), found);
    let plan =
        "[mix]\ntarget = { A = 50, B = 25, C = 25 }\nestate = { tolerance = 10 }\nstairwell = { tolerance = 10 }\n";
    let of_plan = against("target_plan", plan, "plan.toml");
    assert_eq!(of_plan["units_outside_tolerance"], 3);
    assert_eq!(of_plan["target_distance"], found["target_distance"]);
    let flat = against("target_flat", "A = 50\nB = 25\nC = 25\n", "shares.toml");
    assert_eq!((&flat["target_distance"], &flat["tolerance"]), (&found["target_distance"], &Value::Null));
}

#[test]
fn lopsided_targets_are_refused() {
    let cases = [
        ("A = 50\nB = 50\n", ["MX9011", "C"]),
        ("[target]\nA = 50\nB = 25\nC = 25\n[cap]\nA = 60\n", ["MX9012", "B, C"]),
        ("[target]\nA = 50\nB = 25\nC = 25\n[tolerance]\nA = 5\n", ["MX9002", "tolerance.A"]),
        ("[target]\nA = 50\nB = 50\nC = 0\n", ["MX9013", "\"C\""]),
        (r#"{"target": {"A": 1.0}}"#, ["MX9011", "B, C"]),
    ];
    for (at, (target, signs)) in cases.into_iter().enumerate() {
        let run = run(&format!("lopsided_{at}"), target, "target.toml", &[]);
        assert_eq!(run.code, 3, "{target}\n{}", run.err);
        assert!(signs.iter().all(|sign| run.err.contains(sign)), "{}", run.err);
        assert!(run.out.is_empty());
    }
}

#[test]
fn wrong_targets_are_told_all_at_once_with_row_and_remedy() {
    let run1 = run("wrong_target", "[target]\nA = \"many\"\nB = -3\nD = 25\nC = 25\n", "target.toml", &[]);
    assert_eq!(run1.code, 2, "{}", run1.err);
    for sign in ["target.toml:2", "target.toml:3", "target.toml:4", "many", "-3", "\"D\"", "MX1501", "MX4013", "remedy"]
    {
        assert!(run1.err.contains(sign), "{sign} in:\n{}", run1.err);
    }
    let sum = run("wrong_sum", "A = 50\nB = 25\nC = 20\n", "target.toml", &[]);
    assert_eq!(sum.code, 2);
    assert!(sum.err.contains("MX4014") && sum.err.contains("95"), "{}", sum.err);
    for (name, target, sign) in [
        ("no_toml", "[target\nA = 1", "MX4011"),
        ("no_json", "{\"target\": ", "MX4011"),
        ("no_shares", "[mix]\ntarget = \"estate\"\n", "MX4012"),
        ("no_level", "[target]\nA = 50\nB = 25\nC = 25\n[tolerance]\nflor = 5\n", "MX1302"),
    ] {
        let run = run(name, target, "target.toml", &[]);
        assert_eq!((run.code, run.err.contains(sign)), (2, true), "{name}: {}", run.err);
    }
    let here = folder("no_target");
    write(&here, "counts.csv", COUNTS);
    assert_eq!(mixplan(&here, &["check", "counts.csv", "--target", "none.toml"]).code, 4);
}
