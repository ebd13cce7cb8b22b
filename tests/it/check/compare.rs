//! `check` of dwellings, of persons, before and after, of two tables.

use crate::desk::{folder, mixplan, read, town, write};
use serde_json::Value;

fn json(here: &std::path::Path, args: &[&str]) -> Value {
    let run = mixplan(here, &[args, &["--format", "json", "--internal"]].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    serde_json::from_str(&run.out).expect("JSON")
}

#[test]
fn before_and_after_a_plan() {
    let here = town("after", "300");
    assert_eq!(mixplan(&here, &["plan", "town/plan.toml", "--out", "out"]).code, 0);
    let found = json(&here, &["check", "town/plan.toml", "--after", "out", "--shuffles", "99"]);
    let homes = |stage: &str| found[stage]["values"]["composition"]["total"].as_u64().expect("a total");
    assert!(homes("before") < homes("drawn") && homes("drawn") == homes("after"));
    assert_eq!(found["values"], found["after"]["values"]);
    let levels = found["difference"][1]["levels"].as_array().expect("levels");
    let stairwell = levels.last().expect("the finest level");
    let mix = |stage: &str| found[stage]["values"]["multigroup"]["neighbour_mix"].as_f64().expect("a number");
    let difference = stairwell["neighbour_mix"]["difference"].as_f64().expect("a number");
    assert!((difference - (mix("after") - mix("drawn"))).abs() < 1e-12);
    let lots = &stairwell["neighbour_mix"]["lots"];
    assert!(lots["p2.5"].as_f64() < Some(0.0) && lots["p97.5"].as_f64() > Some(0.0), "{lots}");
    // A published folder is without first.csv: then there is no stage between.
    std::fs::remove_file(here.join("out/first.csv")).expect("it was written");
    let published = json(&here, &["check", "town/plan.toml", "--after", "out", "--shuffles", "0"]);
    assert!(published.get("drawn").is_none() && published["before"].is_object());
    assert_eq!(published["after"]["values"]["multigroup"], found["after"]["values"]["multigroup"]);
    // Two plans of one intake.
    assert_eq!(mixplan(&here, &["plan", "town/plan.toml", "--out", "two", "--seed", "another"]).code, 0);
    let two = json(&here, &["check", "town/plan.toml", "--compare", "out", "two", "--shuffles", "20"]);
    assert_eq!((&two["before"]["name"], &two["after"]["name"]), (&"out".into(), &"two".into()));
}

#[test]
fn dwellings_alone_are_the_residents_of_their_plan() {
    let here = town("dwellings", "300");
    let args = ["--shuffles", "20"];
    let of_plan = json(&here, &[&["check", "town/plan.toml"], &args[..]].concat());
    let alone = json(&here, &[&["check", "town/dwellings.csv"], &args[..]].concat());
    // The plan also knows groups that only households declare.
    assert_eq!(alone["values"]["multigroup"], of_plan["values"]["multigroup"]);
    assert_eq!(alone["values"]["composition"]["total"], of_plan["values"]["composition"]["total"]);
    let persons = json(&here, &[&["check", "town/dwellings.csv", "--count", "persons"], &args[..]].concat());
    assert_eq!(persons["counted"], "persons");
    let total = |found: &Value| found["values"]["composition"]["total"].as_u64().expect("a total");
    let table = read(&here, "town/dwellings.csv");
    let of_row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        if cells[9].is_empty() { 0 } else { cells[10].parse::<u64>().expect("persons") }
    };
    let of_rows: u64 = table.lines().skip(1).map(of_row).sum();
    assert_eq!(total(&persons), of_rows);
    assert_eq!(persons["values"]["multigroup"]["neighbour_mix"], alone["values"]["multigroup"]["neighbour_mix"]);
    assert!(persons["values"]["expected_random"]["dissimilarity"].as_f64() > Some(0.0));
    let not_drawn = json(&here, &["check", "town/dwellings.csv", "--count", "persons", "--shuffles", "0"]);
    assert_eq!(not_drawn["undefined"]["expected_random"]["code"], "not-drawn");
}

#[test]
fn two_years_with_other_groups() {
    let here = folder("years");
    let rows = |least: u32| -> String { (0..12).map(|at| format!("s{at},{},{}\n", 10 + at, least + at)).collect() };
    write(&here, "2020.csv", &format!("stairwell,A,B\n{}", rows(12)));
    write(&here, "2025.csv", &format!("stairwell,B,D\n{}", rows(30)));
    let found = json(&here, &["check", "--compare", "2020.csv", "2025.csv", "--shuffles", "99"]);
    assert_eq!(found["groups"], serde_json::json!(["A", "B", "D"]));
    assert_eq!(found["before"]["values"]["composition"]["n_groups_present"], 2);
    assert_eq!(found["difference"][0]["levels"][0]["level"], "stairwell");
    let other = json(&here, &["check", "2020.csv", "--compare", "2025.csv", "--shuffles", "99"]);
    assert_eq!(other["difference"], found["difference"]);
    let same = json(&here, &["check", "--compare", "2020.csv", "2020.csv", "--shuffles", "99"]);
    let d = &same["difference"][0]["levels"][0]["dissimilarity"];
    assert_eq!(d["difference"], 0.0);
    assert!(d["lots"]["p2.5"].as_f64() < Some(0.0), "lots differ from one another");
}

#[test]
fn what_cannot_be_checked_is_said() {
    let here = town("not_counts", "100");
    let households = mixplan(&here, &["check", "town/households.csv"]);
    assert!(households.code == 2 && households.err.contains("MX4008"), "{}", households.err);
    write(&here, "counts.csv", "stairwell,A,B\nx,3,4\n");
    for (args, sign) in [
        (vec!["check", "counts.csv", "--count", "persons"], "whole households"),
        (vec!["check", "counts.csv", "--after", "out"], "plan.toml"),
        (vec!["check", "--compare", "counts.csv"], "two files"),
        (vec!["check", "town/plan.toml", "--groups", "A"], "Leave them out"),
        (vec!["check", "counts.csv", "--compare", "counts.csv", "counts.csv"], "two others"),
    ] {
        let run = mixplan(&here, &args);
        assert!(run.code == 2 && run.err.contains(sign), "{args:?}: {}", run.err);
    }
    let nobody = "dwelling,estate,building,stairwell,floor,home_type,status\nd,N,1,1,1,50,vacant\n";
    write(&here, "nobody.csv", nobody);
    let run = mixplan(&here, &["check", "nobody.csv"]);
    assert!(run.code == 2 && run.err.contains("MX4009"), "{}", run.err);
    assert_eq!(mixplan(&here, &["check"]).code, 2);
}
