//! The commands as a user meets them: results, exit codes, what is written and what is not.

use crate::desk::{contents, edit, folder, mixplan, read, run, town, write};
use std::path::Path;
use std::process::Command;

const PLAN: [&str; 4] = ["plan", "town/plan.toml", "--out", "out"];

#[test]
fn plan_writes_its_files_and_verify_agrees() {
    let here = town("plan_and_verify", "120");
    let plan = mixplan(&here, &PLAN);
    assert_eq!(plan.code, 0, "{}", plan.err);
    assert!(plan.out.contains("Households that asked        | 120"), "{}", plan.out);
    assert!(plan.err.contains("DRAFT"), "{}", plan.err);
    let names: Vec<String> = contents(&here.join("out")).into_iter().map(|(name, _)| name).collect();
    let all = [
        "bound.json",
        "certificate.json",
        "estates.csv",
        "first.csv",
        "plan.csv",
        "plan.xlsx",
        "problems.csv",
        "report.html",
        "unplaced.csv",
    ];
    assert_eq!(names, all);
    let verify = mixplan(&here, &["verify", "out"]);
    assert_eq!(verify.code, 0, "{}{}", verify.out, verify.err);
    assert_eq!(verify.out.matches("| kept ").count(), 13, "{}", verify.out);
}

#[test]
fn same_bytes_again_with_other_threads_and_another_locale() {
    let here = town("same_bytes", "150");
    assert_eq!(mixplan(&here, &PLAN).code, 0);
    let mut command = Command::new(env!("CARGO_BIN_EXE_mixplan"));
    command.current_dir(&here).env("LC_ALL", "zh_CN.UTF-8").args([
        "plan",
        "town/plan.toml",
        "--out",
        "out2",
        "--threads",
        "1",
    ]);
    let chinese = run(&mut command);
    assert!(chinese.out.contains("报名户数"), "{}", chinese.out);
    assert_eq!(contents(&here.join("out")), contents(&here.join("out2")));
}

#[test]
fn an_existing_plan_is_overwritten_only_by_force() {
    let here = town("force", "40");
    assert_eq!(mixplan(&here, &PLAN).code, 0);
    let before = contents(&here.join("out"));
    let refused = mixplan(&here, &[&PLAN[..], &["--seed", "other"]].concat());
    assert_eq!(refused.code, 4);
    assert!(refused.err.contains("--force"), "{}", refused.err);
    assert_eq!(contents(&here.join("out")), before);
    write(&here, "out/notes.txt", "mine");
    assert_eq!(mixplan(&here, &[&PLAN[..], &["--seed", "other", "--force"]].concat()).code, 0);
    assert_ne!(read(&here, "out/plan.csv").as_bytes(), before[3].1);
    assert_eq!(read(&here, "out/notes.txt"), "mine", "what is not ours stays");
    assert_eq!(mixplan(&here, &["verify", "out"]).code, 0);
}

#[test]
fn all_problems_at_once_with_caret_and_nothing_written() {
    let here = town("problems", "40");
    let households = read(&here, "town/households.csv");
    let mut rows: Vec<Vec<&str>> = households.lines().map(|line| line.split(',').collect()).collect();
    rows[3][1] = "many";
    rows[5][7] = "Nowhere";
    let rows: Vec<String> = rows.into_iter().map(|cells| cells.join(",")).collect();
    write(&here, "town/households.csv", &(rows.join("\n") + "\n"));
    edit(&here, "town/plan.toml", "tolerance = 7", "tolerance = 700");
    let plan = mixplan(&here, &PLAN);
    assert_eq!(plan.code, 2, "{}", plan.err);
    for sign in ["many", "Nowhere", "700", "households.csv:4", "households.csv:6", "^^^", "remedy"] {
        assert!(plan.err.contains(sign), "{sign} in:\n{}", plan.err);
    }
    assert!(!here.join("out").exists(), "nothing may be written");
}

#[test]
fn carets_stand_under_wide_characters() {
    let here = folder("carets");
    write(&here, "plan.toml", "[files]\ndwellings = \"d.csv\"\nhouseholds = \"h.csv\"\n[fit]\n\"1+\" = [\"50\"]\n");
    write(&here, "d.csv", "小区,楼栋,单元,楼层,户型\n北苑,1,1,1,50\n");
    write(&here, "h.csv", "户编号,户主住址,人数\n户一,很长的中文地址,零\n");
    let read = mixplan(&here, &["read", "plan.toml", "--lang", "zh"]);
    assert_eq!(read.code, 2);
    let lines: Vec<&str> = read.err.lines().collect();
    let at = lines.iter().position(|line| line.contains("很长的中文地址")).unwrap_or_else(|| panic!("{}", read.err));
    let column = |line: &str, sign: char| {
        line.chars().take_while(|&c| c != sign).map(|c| if c.is_ascii() || c == '│' { 1 } else { 2 }).sum::<usize>()
    };
    assert_eq!(column(lines[at], '零'), column(lines[at + 1], '^'), "{}\n{}", lines[at], lines[at + 1]);
}

#[test]
fn bad_rows_can_be_left_out_and_are_listed() {
    let here = town("leave_out", "60");
    edit(&here, "town/households.csv", "H00002,", "H00002,x");
    assert_eq!(mixplan(&here, &PLAN).code, 2);
    let plan = mixplan(&here, &[&PLAN[..], &["--leave-out"]].concat());
    assert_eq!(plan.code, 0, "{}", plan.err);
    assert!(read(&here, "out/problems.csv").contains("households.csv,3,"), "{}", read(&here, "out/problems.csv"));
    assert_eq!(mixplan(&here, &["verify", "out"]).code, 0);
    let certificate = read(&here, "out/certificate.json");
    assert!(certificate.contains("\"households\": 59"), "{certificate}");
}

#[test]
fn lopsided_targets_and_final_plans_without_mandate_are_refused() {
    let here = town("refused", "60");
    let whole = read(&here, "town/plan.toml");
    write(&here, "town/plan.toml", &whole.replace("target    = \"estate\"", "target = { A = 100 }"));
    assert_eq!(mixplan(&here, &PLAN).code, 3);
    write(&here, "town/plan.toml", &whole);
    let refused = mixplan(&here, &[&PLAN[..], &["--final"]].concat());
    assert_eq!(refused.code, 3, "{}", refused.err);
    assert!(!here.join("out").exists());
    let mandate =
        "\n[mandate]\nauthority = \"Board\"\nreason = \"consulted\"\nexpires = 2027-06-30\nsigned_by = \"Chair\"\n";
    write(&here, "town/plan.toml", &(whole + mandate));
    let plan = mixplan(&here, &[&PLAN[..], &["--final"]].concat());
    assert_eq!(plan.code, 0, "{}", plan.err);
    assert!(read(&here, "out/certificate.json").contains("\"status\": \"final\""));
    assert_eq!(mixplan(&here, &["verify", "out"]).code, 0);
}

#[test]
fn a_seed_is_needed_and_can_be_given() {
    let here = town("seed", "40");
    edit(&here, "town/plan.toml", "seed = \"synthetic town 7\"", "");
    let without = mixplan(&here, &PLAN);
    assert_eq!(without.code, 2);
    assert!(without.err.contains("--seed"), "{}", without.err);
    assert_eq!(mixplan(&here, &[&PLAN[..], &["--seed", "骰子 4 1 6"]].concat()).code, 0);
    assert_eq!(mixplan(&here, &["verify", "out"]).code, 0);
    let digest = mixplan(&here, &["roll-digest", "town/plan.toml"]).out;
    assert!(read(&here, "out/certificate.json").contains(digest.trim()));
}

/// A folder that cannot be made, and a disk that is full: exit code 4, and the old files whole.
#[test]
fn what_cannot_be_written_leaves_the_old_files() {
    let here = town("cannot_write", "40");
    write(&here, "file", "");
    let inside_file = mixplan(&here, &["plan", "town/plan.toml", "--out", "file/out"]);
    assert_eq!(inside_file.code, 4, "{}", inside_file.err);
    assert_eq!(mixplan(&here, &["plan", "town/missing.toml", "--out", "out"]).code, 4);
    assert_eq!(mixplan(&here, &PLAN).code, 0);
    let before = contents(&here.join("out"));
    // The name under which the last table is first written is taken by a folder: writing fails half-way.
    std::fs::create_dir(here.join("out/.certificate.json.partial")).expect("a folder in the way");
    let failed = mixplan(&here, &[&PLAN[..], &["--force", "--seed", "other"]].concat());
    assert_eq!(failed.code, 4, "{}", failed.err);
    std::fs::remove_dir(here.join("out/.certificate.json.partial")).expect("the folder in the way");
    assert_eq!(contents(&here.join("out")), before, "the old plan is whole and nothing else is there");
}

#[test]
fn one_changed_byte_is_found_and_named() {
    let here = town("one_byte", "80");
    assert_eq!(mixplan(&here, &PLAN).code, 0);
    let good = read(&here, "out/plan.csv");
    let row: Vec<&str> = good.lines().nth(7).expect("a row").split(',').collect();
    let columns: Vec<&str> = good.lines().next().expect("a header").split(',').collect();
    for (at, column) in columns.iter().enumerate() {
        let Some(last) = row[at].chars().last() else { continue };
        let other = if last == '1' { '2' } else { '1' };
        let changed = format!("{}{other}", &row[at][..row[at].len() - last.len_utf8()]);
        let spoiled: Vec<&str> =
            row.iter().enumerate().map(|(i, cell)| if i == at { &changed } else { *cell }).collect();
        write(&here, "out/plan.csv", &good.replacen(&row.join(","), &spoiled.join(","), 1));
        let verify = mixplan(&here, &["verify", "out"]);
        assert_eq!(verify.code, 1, "{column}: {}", verify.out);
        let whom = if *column == "household" { &changed } else { row[0] };
        assert!(verify.err.contains(whom), "{column}: {}", verify.err);
        assert!(verify.out.contains("BROKEN"), "{column}: {}", verify.out);
    }
}

/// A plan in which the exchanges were left out keeps every promise; only planning again shows it.
#[test]
fn replay_finds_another_plan_that_keeps_the_promises() {
    let here = town("replay", "200");
    assert_eq!(mixplan(&here, &PLAN).code, 0);
    assert_eq!(mixplan(&here, &["verify", "out", "--replay"]).code, 0);
    let mut certificate: serde_json::Value = serde_json::from_str(&read(&here, "out/certificate.json")).expect("JSON");
    assert!(certificate["mix"]["moved"].as_u64() > Some(0), "the exchanges must have done something");
    write(&here, "out/plan.csv", &read(&here, "out/first.csv"));
    certificate["outputs"]["plan.csv"] = certificate["outputs"]["first.csv"].clone();
    certificate["mix"]["final"] = certificate["mix"]["first"].clone();
    (certificate["mix"]["moved"], certificate["mix"]["closed"]) = (0.into(), 0.0.into());
    for estate in certificate["mix"]["estates"].as_array_mut().expect("a list") {
        (estate["final"], estate["closed"]) = (estate["first"].clone(), 0.0.into());
    }
    write(&here, "out/certificate.json", &(serde_json::to_string_pretty(&certificate).expect("JSON") + "\n"));
    let verify = mixplan(&here, &["verify", "out"]);
    assert_eq!(verify.code, 0, "{}", verify.err);
    let replay = mixplan(&here, &["verify", "out", "--replay"]);
    assert_eq!(replay.code, 1);
    assert!(replay.err.contains("plan.csv"), "{}", replay.err);
}

#[test]
fn changed_inputs_are_found_and_moved_ones_can_be_named() {
    let here = town("moved", "40");
    assert_eq!(mixplan(&here, &PLAN).code, 0);
    std::fs::rename(here.join("town"), here.join("elsewhere")).expect("the folder moves");
    assert_eq!(mixplan(&here, &["verify", "out"]).code, 4);
    assert_eq!(mixplan(&here, &["verify", "out", "--inputs", "elsewhere/plan.toml"]).code, 0);
    edit(&here, "elsewhere/households.csv", ",yes,", ",no,");
    let verify = mixplan(&here, &["verify", "out", "--inputs", "elsewhere/plan.toml"]);
    assert_eq!(verify.code, 1);
    assert!(verify.err.contains("households.csv"), "{}", verify.err);
}

#[test]
fn explain_tells_one_household_and_nobody_else() {
    let here = town("explain", "600");
    assert_eq!(mixplan(&here, &PLAN).code, 0);
    let households = read(&here, "town/households.csv");
    let keys: Vec<&str> = households.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    let unplaced = read(&here, "out/unplaced.csv");
    let left_out = unplaced.lines().nth(1).and_then(|line| line.split(',').next()).expect("somebody has no home");
    let second =
        read(&here, "out/plan.csv").lines().find(|line| line.split(',').nth(10) == Some("2")).map(str::to_owned);
    let second = second.expect("somebody has a second choice");
    let second = second.split(',').next().expect("a household");
    for (household, signs) in [(left_out, ["Turn ", "accept only these homes"]), (second, ["Ticket ", "Not choice 1"])]
    {
        let explained = mixplan(&here, &["explain", "out", household]);
        assert_eq!(explained.code, 0, "{}", explained.err);
        assert!(signs.iter().all(|sign| explained.out.contains(sign)), "{}", explained.out);
        let others = keys.iter().filter(|key| **key != household && explained.out.contains(**key)).count();
        assert_eq!(others, 0, "no other household is named: {}", explained.out);
    }
    assert_eq!(mixplan(&here, &["explain", "out", "nobody"]).code, 2);
    assert_eq!(mixplan(&here, &["explain", "MX1101"]).code, 0);
    assert_eq!(mixplan(&here, &["explain", "MX0000"]).code, 2);
}

#[test]
fn wrong_usage_is_exit_code_2() {
    let here = folder("usage");
    assert_eq!(mixplan(&here, &["plan"]).code, 2);
    assert_eq!(mixplan(&here, &["nonsense"]).code, 2);
    assert_eq!(mixplan(&here, &["demo", "x", "--households", "0"]).code, 2);
    assert_eq!(mixplan(&here, &["--version"]).code, 0);
    assert!(mixplan(&here, &["plan", "--help", "--lang", "zh"]).out.contains("方案文件"));
}

/// The demo town in the repository is what `demo` writes, and the README and its picture show what comes out.
#[test]
fn the_readme_shows_what_comes_out() {
    let here = town("readme", "600");
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(contents(&here.join("town")), contents(&project.join("data/town")));
    let plan = mixplan(&here, &PLAN);
    let readme = read(project, "README.md");
    assert!(readme.contains(plan.out.trim_end()), "the README shows another summary than:\n{}", plan.out);
    let certificate: serde_json::Value = serde_json::from_str(&read(&here, "out/certificate.json")).expect("JSON");
    assert_eq!(mixplan(&here, &["report", "picture", "out"]).code, 0);
    let picture = read(project, "data/picture.svg");
    assert!(picture == read(&here, "out/picture.svg"), "data/picture.svg is not what `report picture` draws");
    for side in ["first", "final"] {
        let score = &certificate["mix"][side];
        let [building, stairwell] =
            ["building", "stairwell"].map(|level| score["distance"][level].as_f64().expect("a number"));
        for figure in [score["without_company"].to_string(), format!("{building:.1}"), format!("{stairwell:.1}")] {
            assert!(picture.contains(&format!(">{figure}<")), "the picture lacks {figure}");
        }
    }
}

/// A certificate may name anything; what has no end is not read.
#[cfg(unix)]
#[test]
fn a_certificate_that_points_at_a_device_is_not_followed() {
    let here = town("device", "40");
    assert_eq!(mixplan(&here, &PLAN).code, 0);
    edit(&here, "out/certificate.json", "\"../town/plan.toml\"", "\"/dev/zero\"");
    let verify = mixplan(&here, &["verify", "out"]);
    assert_eq!(verify.code, 4, "{}", verify.err);
    assert!(verify.err.contains("/dev/zero"), "{}", verify.err);
}
