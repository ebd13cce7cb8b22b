//! Sweeps on one machine: what is written, what is refused, what survives a kill.

use super::{figure, scenarios};
use crate::desk::{contents, edit, folder, mixplan, read, town, write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const REST: &str = "[scenarios.\"quota lottery\"]\nmechanism = \"quota_lottery\"\ncap_building = 50\n\
    [grid]\nmechanism = [\"draw\", \"choice_first\"]\nslack = [0, 20]\n\
    [one_at_a_time]\nparticipation = [0, 100]\ncompany = [0, 4]\n";

#[test]
fn a_sweep_writes_tables_json_and_pictures() {
    let folder = folder("whatif_sweep");
    scenarios(&folder, 120, 3, REST);
    let run = mixplan(&folder, &["whatif", "s.toml", "--out", "w"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("quota lottery"), "{}", run.out);
    let names: Vec<String> = contents(&folder.join("w")).into_iter().map(|(name, _)| name).collect();
    for name in [
        "comparison.json",
        "frontier.svg",
        "parts.csv",
        "ranking.csv",
        "ranking.svg",
        "runs.csv",
        "scenarios.csv",
        "spread.svg",
        "sweep.sqlite",
    ] {
        assert!(names.iter().any(|found| found == name), "{name} is written: {names:?}");
    }
    let json: serde_json::Value = serde_json::from_str(&read(&folder, "w/comparison.json")).expect("JSON");
    // The base, one named, four of the grid, four changed alone.
    assert_eq!(json["scenarios"].as_array().map(Vec::len), Some(10));
    assert_eq!(read(&folder, "w/runs.csv").lines().count(), 1 + 10 * 3);
    assert_eq!(figure(&json, "base", "price_of_diversity"), 1.0);
    assert_eq!(json["ranking"].as_array().map(Vec::len), Some(2));
    for picture in ["frontier", "spread", "ranking"] {
        let text = read(&folder, &format!("w/{picture}.svg"));
        assert!(text.starts_with("<svg") && text.trim_end().ends_with("</svg>"), "{picture}");
    }
    let text = read(&folder, "w/parts.csv") + &read(&folder, "w/runs.csv") + &json.to_string();
    assert!(!text.contains("H00"), "no household is named");

    let chinese = mixplan(&folder, &["whatif", "s.toml", "--out", "w", "--lang", "zh"]);
    assert_eq!(chinese.code, 0, "{}", chinese.err);
    assert!(chinese.out.contains("基准") && read(&folder, "w/frontier.svg").contains("志愿与混合"));
    for format in ["json", "csv"] {
        let again = mixplan(&folder, &["whatif", "s.toml", "--out", "w", "--format", format]);
        let file = if format == "json" { "w/comparison.json" } else { "w/scenarios.csv" };
        assert_eq!(again.out.trim_end(), read(&folder, file).trim_end());
    }
}

#[test]
fn results_do_not_depend_on_threads() {
    let folder = folder("whatif_threads");
    scenarios(&folder, 100, 2, REST);
    for (threads, out) in [("1", "a"), ("4", "b")] {
        let run = mixplan(&folder, &["whatif", "s.toml", "--out", out, "--threads", threads]);
        assert_eq!(run.code, 0, "{}", run.err);
    }
    same_files(&folder, "a", "b");
}

/// All files but the database, whose pages depend on the order in which runs ended.
pub fn same_files(folder: &Path, a: &str, b: &str) {
    let texts = |name: &str| -> Vec<(String, Vec<u8>)> {
        let files = std::fs::read_dir(folder.join(name)).expect("a folder");
        let mut texts: Vec<(String, Vec<u8>)> = files
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.is_file())
            .map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), path))
            .filter(|(name, _)| !name.starts_with("sweep.sqlite") && name != "jobs.ndjson")
            .map(|(name, path)| (name, std::fs::read(path).expect("a file")))
            .collect();
        texts.sort();
        texts
    };
    let (a, b) = (texts(a), texts(b));
    assert_eq!(a.len(), 8, "{:?}", a.iter().map(|(name, _)| name).collect::<Vec<_>>());
    for ((name, a), (other, b)) in a.iter().zip(&b) {
        assert_eq!(name, other);
        assert!(a == b, "{name} differs");
    }
}

#[test]
fn a_simulation_is_no_plan() {
    let folder = folder("whatif_no_plan");
    scenarios(&folder, 60, 1, "");
    for flag in ["--as-plan", "--export"] {
        let run = mixplan(&folder, &["whatif", "s.toml", "--out", "w", flag, "plan.csv"]);
        assert_eq!(run.code, 3, "{}", run.err);
        assert!(run.err.contains("cannot be written as a plan"), "{}", run.err);
        assert!(!folder.join("plan.csv").exists() && !folder.join("w").exists());
    }
}

#[test]
fn the_template_runs_in_both_languages() {
    for lang in ["en", "zh"] {
        let folder = folder(&format!("whatif_template_{lang}"));
        let template = mixplan(&folder, &["whatif", "--template", "--lang", lang]);
        assert_eq!(template.code, 0, "{}", template.err);
        let small = template.out.replace("households = 600", "households = 60").replace("seeds = 10", "seeds = 2");
        write(&folder, "s.toml", &small);
        let run = mixplan(&folder, &["whatif", "s.toml", "--out", "w", "--lang", lang]);
        assert_eq!(run.code, 0, "{}", run.err);
        for axis in mixplan::model::scenario::AXES {
            assert!(template.out.contains(axis.key), "{} is explained in {lang}", axis.key);
        }
    }
}

#[test]
fn every_axis_can_be_set_in_a_grid_and_alone() {
    let folder = town("whatif_axes", "90");
    let building = {
        let rows = read(&folder, "town/dwellings.csv");
        let row: Vec<&str> = rows.lines().nth(1).expect("a dwelling").split(',').collect();
        format!("{}/{}", row[1], row[2])
    };
    let values = [
        ("mechanism", "[\"draw\"]".to_owned()),
        ("effort", "[\"quick\"]".to_owned()),
        ("participation", "[30, { \"1\" = 90, none = 10 }]".to_owned()),
        ("target", "[\"estate\"]".to_owned()),
        ("tolerance_estate", "[1]".to_owned()),
        ("tolerance_building", "[1]".to_owned()),
        ("tolerance_stairwell", "[1]".to_owned()),
        ("company", "[2]".to_owned()),
        ("slack", "[50]".to_owned()),
        ("bond_level", "[\"building\"]".to_owned()),
        ("bond_cost", "[1]".to_owned()),
        ("vacancies", "[-10, 20]".to_owned()),
        ("close", format!("[\"{building}\"]")),
        ("add", format!("[\"{building}\", [\"{building}\", \"{building}\"]]")),
        ("step_free", "[50]".to_owned()),
        ("late", "[20]".to_owned()),
        ("late_rule", "[\"with_left_out\"]".to_owned()),
        ("hold_back", "[20]".to_owned()),
        ("refusals", "[20]".to_owned()),
        ("no_shows", "[20]".to_owned()),
        ("offers", "[1]".to_owned()),
        ("cap_estate", "[50]".to_owned()),
        ("cap_building", "[50]".to_owned()),
        ("worth", "[\"first\"]".to_owned()),
    ];
    assert_eq!(values.len(), mixplan::model::scenario::AXES.len());
    let lines: Vec<String> = values.iter().map(|(key, list)| format!("{key} = {list}")).collect();
    let base = "[base]\nplan = \"plan.toml\"\nseeds = 1\n";
    for (table, scenarios) in [("one_at_a_time", 1 + values.len() + 3), ("grid", 1 + 8)] {
        write(&folder, "town/s.toml", &format!("{base}[{table}]\n{}\n", lines.join("\n")));
        let run = mixplan(&folder, &["whatif", "town/s.toml", "--out", table]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert_eq!(read(&folder, &format!("{table}/runs.csv")).lines().count(), 1 + scenarios, "{table}");
    }
}

#[test]
fn what_nobody_knows_is_named_with_the_nearest_that_is_known() {
    let folder = folder("whatif_problems");
    let cases = [
        ("[scenarios.a]\nparticipaton = 30\n", 2, "MX1302", "participation"),
        ("[grid]\nslak = [1]\n", 2, "MX1302", "slack"),
        ("[one_at_a_times]\nslack = [1]\n", 2, "MX1302", "one_at_a_time"),
        ("[grid]\nslack = 10\n", 2, "MX1304", "slack"),
        ("[scenarios.a]\nslack = 101\n", 2, "MX1307", "100"),
        ("[scenarios.a]\nmechanism = \"lottery\"\n", 2, "MX1305", "quota_lottery"),
        ("[scenarios.a]\nclose = \"Nowhere/1\"\n", 2, "MX1702", "Nowhere/1"),
        ("[scenarios.a]\nparticipation = { first = 3 }\n", 2, "MX1703", "first"),
        ("[scenarios.a]\ncap_estate = { A = 50 }\n", 2, "MX1704", "B"),
        ("[scenarios.a]\ntarget = { A = 100 }\n", 3, "MX9001", "B"),
        ("[scenarios.base]\nslack = 1\n", 2, "MX1706", "base"),
    ];
    for (rest, code, problem, said) in cases {
        scenarios(&folder, 60, 1, rest);
        let run = mixplan(&folder, &["whatif", "s.toml", "--out", "w"]);
        assert_eq!(run.code, code, "{rest}{}", run.err);
        assert!(run.err.contains(problem) && run.err.contains(said), "{rest}{}", run.err);
        assert!(!folder.join("w").exists(), "{rest}");
    }
    write(&folder, "s.toml", "[base]\nseeds = 3\n");
    let run = mixplan(&folder, &["whatif", "s.toml", "--out", "w"]);
    assert!(run.code == 2 && run.err.contains("MX1701"), "{}", run.err);
    let axes = ["slack", "company", "late", "refusals", "no_shows", "hold_back"];
    let list = (0..10).map(|n| n.to_string()).collect::<Vec<_>>().join(", ");
    let grid: String = axes.iter().map(|axis| format!("{axis} = [{list}]\n")).collect();
    scenarios(&folder, 60, 1, &format!("[grid]\n{grid}"));
    let run = mixplan(&folder, &["whatif", "s.toml", "--out", "w"]);
    assert!(run.code == 2 && run.err.contains("MX1705"), "{}", run.err);
}

#[test]
fn a_run_with_other_inputs_is_refused_not_mixed_in() {
    let folder = town("whatif_other", "90");
    write(&folder, "town/s.toml", "[base]\nplan = \"plan.toml\"\nseeds = 2\n");
    let go = || mixplan(&folder, &["whatif", "town/s.toml", "--out", "w"]);
    assert_eq!(go().code, 0);
    let before = contents(&folder.join("w"));
    edit(&folder, "town/s.toml", "seeds", "# A remark changes nothing.\nseeds");
    assert_eq!(go().code, 0, "the same scenarios, however they are written");

    let good = read(&folder, "town/households.csv");
    write(&folder, "town/households.csv", &good.replacen(",yes", ",no", 1));
    let run = go();
    assert_eq!(run.code, 3, "{}", run.err);
    assert!(run.err.contains("households.csv"), "{}", run.err);
    write(&folder, "town/households.csv", &good);
    edit(&folder, "town/s.toml", "seeds = 2", "seeds = 3");
    assert_eq!(go().code, 3, "other scenarios are another sweep");
    let after = contents(&folder.join("w"));
    let text =
        |all: &[(String, Vec<u8>)]| all.iter().filter(|(n, _)| !n.contains("sqlite")).cloned().collect::<Vec<_>>();
    assert_eq!(text(&before), text(&after), "what was refused changed nothing");
    let anew = mixplan(&folder, &["whatif", "town/s.toml", "--out", "w", "--force"]);
    assert_eq!(anew.code, 0, "{}", anew.err);
    assert_eq!(read(&folder, "w/runs.csv").lines().count(), 1 + 3);
}

/// How many runs a sweep has kept so far; none while there is no file yet.
fn kept(folder: &Path) -> usize {
    let path = folder.join("w/sweep.sqlite");
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let count = rusqlite::Connection::open_with_flags(path, flags)
        .and_then(|c| c.query_row("SELECT count(*) FROM run", [], |row| row.get::<_, i64>(0)));
    count.unwrap_or(0) as usize
}

/// Starts a sweep and waits until it has kept some runs.
fn started(folder: &Path, runs: usize) -> std::process::Child {
    let child = Command::new(env!("CARGO_BIN_EXE_mixplan"))
        .current_dir(folder)
        .args(["whatif", "s.toml", "--out", "w", "--threads", "2"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let since = Instant::now();
    while kept(folder) < runs {
        assert!(since.elapsed() < Duration::from_secs(120), "some runs are done in time");
        std::thread::sleep(Duration::from_millis(10));
    }
    child
}

const LONG: &str = "[one_at_a_time]\nparticipation = [0, 20, 40, 60, 80, 100]\nslack = [10, 20, 30, 40]\n";

#[test]
fn a_killed_sweep_goes_on_where_it_was() {
    let folder = folder("whatif_kill");
    scenarios(&folder, 200, 12, LONG);
    for runs in [3, 25, 60] {
        let mut child = started(&folder, runs);
        // SIGKILL: nothing of the program's own can clean up.
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        assert!(kept(&folder) >= runs, "what was kept stays kept");
    }
    let before = kept(&folder);
    let run = mixplan(&folder, &["whatif", "s.toml", "--out", "w"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(kept(&folder), 11 * 12);
    if before < 11 * 12 {
        assert!(run.err.contains(&format!("{before} of 132")), "{}", run.err);
    }
    let whole = mixplan(&folder, &["whatif", "s.toml", "--out", "whole"]);
    assert_eq!(whole.code, 0, "{}", whole.err);
    same_files(&folder, "w", "whole");
}

#[cfg(unix)]
#[test]
fn a_sweep_that_is_asked_to_stop_keeps_what_is_done() {
    for signal in ["-INT", "-TERM"] {
        let folder = folder(&format!("whatif_stop{signal}"));
        scenarios(&folder, 400, 40, LONG);
        let mut child = started(&folder, 2);
        let sent = Command::new("kill").args([signal, &child.id().to_string()]).status().expect("kill is there");
        assert!(sent.success());
        let code = child.wait().expect("it ends").code();
        assert_eq!(code, Some(75), "again, please");
        let done = kept(&folder);
        assert!((2..11 * 40).contains(&done), "{done}");
        let names: Vec<String> = contents(&folder.join("w")).into_iter().map(|(name, _)| name).collect();
        assert!(names.iter().all(|name| name.starts_with("sweep.sqlite")), "nothing half-written: {names:?}");
    }
}
