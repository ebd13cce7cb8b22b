//! The demo town as ten offices would keep it: each disguise is made by the script in `disguises.rs`, lies in
//! `data/messy/`, and gives the very plan that the clean town gives. To write them anew, after the town or the script
//! has changed: `cargo test --test it -- messy::write --ignored`.

mod dirty;
mod disguises;
mod doubts;
mod refused;
mod sheets;
mod speed;
mod workbooks;

use crate::desk::{contents, edit, folder, mixplan, read, town};
use disguises::{Disguise, all};
use mixplan::read::{SourceFile, plan_rows};
use std::path::{Path, PathBuf};

fn place() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/messy")
}

/// The files of `data/messy/` by their path in it.
fn files(disguises: &[Disguise]) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![("README.md".to_owned(), disguises::readme(disguises).into_bytes())];
    for disguise in disguises {
        for (name, bytes) in &disguise.files {
            files.push((format!("{}/{name}", disguise.name), bytes.clone()));
        }
    }
    files.push(("answers.csv".to_owned(), disguises::answers(disguises).into_bytes()));
    files
}

#[test]
#[ignore = "writes data/messy"]
fn write() {
    for (name, bytes) in files(&all()) {
        let path = place().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(path, bytes).expect("the file is written");
    }
}

#[test]
fn the_files_are_what_the_script_makes() {
    for (name, bytes) in files(&all()) {
        let there = std::fs::read(place().join(&name)).unwrap_or_else(|_| panic!("data/messy/{name} is missing"));
        assert!(there == bytes, "data/messy/{name} is not what the script makes");
    }
}

/// Whatever the files look like, the plan is the same, byte for byte, and all rows are accounted for.
#[test]
fn every_disguise_gives_the_plan_of_the_clean_town() {
    let here = folder("messy");
    let town = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/town/plan.toml");
    let plan = mixplan(&here, &["plan", &town.display().to_string(), "--out", "clean"]);
    assert_eq!(plan.code, 0, "{}", plan.err);
    let clean = (read(&here, "clean/plan.csv"), read(&here, "clean/first.csv"));
    for disguise in all() {
        let file = place().join(disguise.name).join("plan.toml").display().to_string();
        let plan = mixplan(&here, &["plan", &file, "--out", disguise.name]);
        assert_eq!(plan.code, 0, "{}: {}", disguise.name, plan.err);
        let out = |name: &str| read(&here, &format!("{}/{name}", disguise.name));
        assert!(clean == (out("plan.csv"), out("first.csv")), "{} gives another plan", disguise.name);
        let verify = mixplan(&here, &["verify", disguise.name]);
        assert_eq!(verify.code, 0, "{}: {}", disguise.name, verify.err);
        answers_hold(&here, &disguise, &file);
    }
}

/// The answer key of a disguise: how it is to be read, and what is mended and listed.
fn answers_hold(here: &Path, disguise: &Disguise, plan: &str) {
    let told = mixplan(here, &["read", plan, "--format", "json"]);
    assert_eq!(told.code, 0, "{}", told.err);
    let told: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    for (answer, file) in disguise.answers.iter().zip(told["files"].as_array().expect("files")) {
        let name = format!("{}/{}", disguise.name, answer.file);
        assert_eq!(file["file"], answer.file.as_str(), "{name}");
        let form = match file["sheet"].as_str() {
            Some(sheet) => sheet.to_owned(),
            None => format!("{} {}", file["encoding"].as_str().unwrap_or(""), file["delimiter"].as_str().unwrap_or("")),
        };
        assert_eq!(form, answer.form, "{name}");
        assert_eq!(file["header_row"], answer.header_row, "{name}");
        assert_eq!(file["rows"], answer.rows, "{name}");
        let listed = file["rows"].as_u64().unwrap_or(0) - file["used"].as_u64().unwrap_or(0);
        assert_eq!(file["listed"], listed, "{name}");
        let repaired: Vec<&str> = file["repaired"].as_object().expect("kinds").keys().map(String::as_str).collect();
        assert_eq!(repaired.join(" "), answer.repaired, "{name}");
    }
}

/// The same files twice give the same result, and the list of problems opens in a spreadsheet.
#[test]
fn reading_twice_tells_the_same() {
    let here = folder("messy_twice");
    let plan = place().join("workbook").join("plan.toml").display().to_string();
    for name in ["one.csv", "two.csv"] {
        let told = mixplan(&here, &["read", &plan, "--problems", name, "--excel"]);
        assert_eq!(told.code, 0, "{}", told.err);
        assert!(told.out.contains("sheet \"名册\"") && told.out.contains("listed: "), "{}", told.out);
    }
    assert_eq!(read(&here, "one.csv"), read(&here, "two.csv"));
    assert!(read(&here, "one.csv").starts_with('\u{feff}'));
    assert_eq!(contents(&here).len(), 2);
}

/// Copies for spreadsheet programs hold no formula, and read back as the tables they were made from; so do inputs that
/// went through one.
#[test]
fn copies_for_spreadsheets_hold_no_formula() {
    let here = town("excel", "60");
    for (old, new) in [("H00001", "=1+1"), ("H00002", "'x"), ("H00003", "-5"), ("H00004", "+A,b"), ("H00005", "@a")] {
        let cell = if new.contains(',') { format!("\"{new}\"") } else { new.to_owned() };
        edit(&here, "town/households.csv", &format!("{old},"), &format!("{cell},"));
    }
    edit(&here, "town/dwellings.csv", "N-01-1-0101", "=HYPERLINK()");
    let plan = mixplan(&here, &["plan", "town/plan.toml", "--out", "out", "--excel"]);
    assert_eq!(plan.code, 0, "{}", plan.err);
    assert!(plan.err.contains("dwellings.csv: UTF-8 text") && plan.err.contains("[columns]"), "{}", plan.err);
    for name in ["plan", "unplaced", "problems"] {
        let copy = read(&here, &format!("out/{name}.excel.csv"));
        let body = copy.strip_prefix('\u{feff}').expect("a byte order mark");
        let mut table = csv::ReaderBuilder::new().has_headers(false).from_reader(body.as_bytes());
        for record in table.records() {
            for cell in record.expect("a row").iter() {
                let number = cell.parse::<i64>().is_ok();
                assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
            }
        }
    }
    let back = |name: &str| {
        let bytes = std::fs::read(here.join("out").join(name)).expect("a table");
        plan_rows(&SourceFile { name: name.to_owned(), bytes }).expect("our own table")
    };
    let rows = back("plan.csv");
    assert!(rows == back("plan.excel.csv"), "the copy reads back as another plan");
    assert!(rows.iter().any(|row| row.household.starts_with(['=', '+', '@'])) && rows.len() > 40);
    assert_eq!(mixplan(&here, &["verify", "out"]).code, 0);
}

/// The block that `--show-mapping` prints can be pasted into the plan file, and says the same.
#[test]
fn the_mapping_can_be_pasted() {
    let here = folder("messy_mapping");
    let from = place().join("shuffled");
    for name in ["plan.toml", "dwellings.csv", "households.csv"] {
        std::fs::copy(from.join(name), here.join(name)).expect("a copy");
    }
    let told = mixplan(&here, &["read", "plan.toml", "--show-mapping"]);
    assert_eq!(told.code, 0, "{}", told.err);
    let at = told.out.find("[columns.dwellings]").unwrap_or_else(|| panic!("{}", told.out));
    let text = read(&here, "plan.toml") + "\n" + &told.out[at..];
    std::fs::write(here.join("plan.toml"), text).expect("the plan file");
    let again = mixplan(&here, &["read", "plan.toml", "--format", "json"]);
    assert_eq!(again.code, 0, "{}", again.err);
    let scores: serde_json::Value = serde_json::from_str(&again.out).expect("JSON");
    let columns = scores["files"][1]["columns"].as_array().expect("columns");
    assert!(columns.len() > 8 && columns.iter().all(|column| column["score"] == 100), "{columns:?}");
}
