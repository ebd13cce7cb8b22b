//! `check` against the known values, and what it must not show.

mod compare;
mod picture;
mod publish;
mod target;

use crate::desk::{folder, mixplan, town, write};
use serde_json::Value;
use std::path::Path;

/// Differences between a known value and what came out, beyond 1e-9 absolute or relative; as `compare.py` does it.
fn differences(known: &Value, found: &Value, path: &str, list: &mut Vec<String>) {
    match (known, found) {
        (Value::Object(known), Value::Object(found)) => {
            for (key, known) in known {
                let path = format!("{path}/{key}");
                match found.get(key) {
                    Some(found) => differences(known, found, &path, list),
                    None => list.push(format!("{path} is missing")),
                }
            }
        }
        (Value::Array(known), Value::Array(found)) if known.len() == found.len() => {
            for (at, (known, found)) in known.iter().zip(found).enumerate() {
                differences(known, found, &format!("{path}/{at}"), list);
            }
        }
        (Value::Number(known), Value::Number(found)) => {
            let (known, found) = (known.as_f64().unwrap_or(f64::NAN), found.as_f64().unwrap_or(f64::NAN));
            let near = (known - found).abs() <= 1e-9 * known.abs().max(1.0);
            if !near {
                list.push(format!("{path}: {known} is known, {found} came out"));
            }
        }
        _ if known == found => {}
        _ => list.push(format!("{path}: {known} is known, {found} came out")),
    }
}

#[test]
fn every_known_value_comes_out() {
    let here = folder("known");
    let known = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/known/measures");
    let (mut cases, mut targets) = (0, 0);
    for entry in std::fs::read_dir(&known).expect("the known values are there") {
        let path = entry.expect("a file").path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let table = path.with_extension("csv");
        let case: Value = serde_json::from_str(&std::fs::read_to_string(&path).expect("a case")).expect("JSON");
        let mut args = vec!["check", table.to_str().expect("a path"), "--format", "json", "--internal"];
        args.extend(["--shuffles", "0"]);
        if case["values"].get("against_target").is_some() {
            args.extend(["--target", path.to_str().expect("a path")]);
            targets += 1;
        }
        let run = mixplan(&here, &args);
        assert_eq!(run.code, 0, "{}", run.err);
        let found: Value = serde_json::from_str(&run.out).expect("JSON");
        every_null_has_a_reason(&found["values"], &found["undefined"], "");
        let mut list = Vec::new();
        differences(&case["values"], &found["values"], "", &mut list);
        assert!(list.is_empty(), "{}: {list:#?}", path.display());
        cases += 1;
    }
    assert!(cases >= 10 && targets >= 4, "only {cases} cases, {targets} with a target");
}

fn every_null_has_a_reason(values: &Value, reasons: &Value, path: &str) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    // That a group has no cap, or a target no tolerance, is no undefined value.
    if path.starts_with("against_target.cap")
        || path == "against_target.tolerance"
        || path.ends_with("outside_tolerance")
    {
        return;
    }
    match values {
        Value::Null => {
            let why = &reasons[path];
            assert!(why["code"].is_string() && why["reason"].is_string(), "{path} has no reason");
        }
        Value::Object(map) => map.iter().for_each(|(key, value)| every_null_has_a_reason(value, reasons, &below(key))),
        Value::Array(list) => {
            let items = list.iter().enumerate();
            items.for_each(|(at, value)| every_null_has_a_reason(value, reasons, &below(&at.to_string())));
        }
        _ => {}
    }
}

#[test]
fn lots_are_the_same_again_and_a_plan_can_be_measured() {
    let here = town("check", "200");
    assert_eq!(mixplan(&here, &["plan", "town/plan.toml", "--out", "out"]).code, 0);
    let args = ["check", "town/plan.toml", "--after", "out", "--format", "json", "--internal", "--shuffles", "200"];
    let (once, again) = (mixplan(&here, &args), mixplan(&here, &args));
    assert_eq!(once.code, 0, "{}", once.err);
    assert_eq!(once.out, again.out);
    let found: Value = serde_json::from_str(&once.out).expect("JSON");
    let band = &found["values"]["simulated"]["neighbour_mix"];
    assert!(band["p2.5"].as_f64() <= Some(1.0) && band["p97.5"].as_f64() >= Some(1.0), "{band}");
    let table = mixplan(&here, &["check", "town/plan.toml", "--after", "out", "--lang", "zh"]);
    assert!(table.out.contains("邻里混合"), "{}", table.out);
}

#[test]
fn wrong_counts_are_told_with_row_and_remedy() {
    let here = folder("wrong_counts");
    write(&here, "counts.csv", "unit,A,B\nx,-1,2\ny,1.5,many\n");
    let run = mixplan(&here, &["check", "counts.csv"]);
    assert_eq!(run.code, 2);
    for sign in ["counts.csv:2", "counts.csv:3", "-1", "1.5", "many", "remedy"] {
        assert!(run.err.contains(sign), "{sign} in:\n{}", run.err);
    }
    assert_eq!(mixplan(&here, &["check", "counts.csv", "--groups", "C"]).code, 2);
    assert_eq!(mixplan(&here, &["check", "missing.csv"]).code, 4);
}
