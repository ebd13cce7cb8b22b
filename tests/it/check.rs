//! `check` against the known values, and what it must not show.

use crate::desk::{folder, mixplan, town, write};
use serde_json::Value;
use std::path::Path;

/// Differences between a known value and what came out, beyond 1e-9 absolute or relative; as `compare.py` does it.
fn differences(known: &Value, found: &Value, path: &str, list: &mut Vec<String>) {
    match (known, found) {
        (Value::Object(known), Value::Object(found)) => {
            for (key, known) in known {
                // Targets are measured by the library; the command takes none yet.
                if path.is_empty() && key == "against_target" {
                    continue;
                }
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
    let mut cases = 0;
    for entry in std::fs::read_dir(&known).expect("the known values are there") {
        let path = entry.expect("a file").path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let table = path.with_extension("csv");
        let args = ["check", table.to_str().expect("a path"), "--format", "json", "--internal", "--shuffles", "0"];
        let run = mixplan(&here, &args);
        assert_eq!(run.code, 0, "{}", run.err);
        let found: Value = serde_json::from_str(&run.out).expect("JSON");
        let case: Value = serde_json::from_str(&std::fs::read_to_string(&path).expect("a case")).expect("JSON");
        let mut list = Vec::new();
        differences(&case["values"], &found["values"], "", &mut list);
        assert!(list.is_empty(), "{}: {list:#?}", path.display());
        cases += 1;
    }
    assert!(cases >= 10, "only {cases} cases");
}

#[test]
fn nothing_small_is_published() {
    let here = folder("published");
    let rows: Vec<String> =
        (0..40).map(|unit| format!("North,s{unit},{},{},{}", 8 + unit % 3, 3, u32::from(unit < 4))).collect();
    write(&here, "counts.csv", &format!("estate,unit,A,B,C\n{}\n", rows.join("\n")));
    let run = mixplan(&here, &["check", "counts.csv", "--format", "json", "--shuffles", "0"]);
    let found: Value = serde_json::from_str(&run.out).expect("JSON");
    let values = &found["values"];
    assert!(values["multigroup"]["theil_h"].is_number(), "{}", run.out);
    for absent in ["local", "local_summary", "exposure_matrix", "pairwise_dissimilarity"] {
        assert!(values.get(absent).is_none(), "{absent} is not for the public");
    }
    let groups: Vec<&String> = values["one_group"].as_object().expect("an object").keys().collect();
    assert!(!groups.contains(&&"C".to_owned()), "four households of C are too few to publish");
    assert!(groups.len() != 2, "what two of three groups leave over tells the third");
    assert!(!run.out.contains("s1"), "no place is named");
    let internal = mixplan(&here, &["check", "counts.csv", "--internal", "--shuffles", "0"]);
    assert!(internal.out.contains("INTERNAL"));
    let two = "estate,unit,A,B\nN,x,5,7\nN,y,6,6\n";
    write(&here, "two.csv", two);
    let small = mixplan(&here, &["check", "two.csv", "--format", "json"]);
    assert_eq!(serde_json::from_str::<Value>(&small.out).expect("JSON")["values"], Value::Null);
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
