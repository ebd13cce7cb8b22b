//! Files of results: what is kept, what is refused.

use super::open::STEPS;
use super::{Inputs, Run, StoreError, SweepFile};
use rusqlite::Connection;
use rusqlite_migration::Migrations;
use std::path::PathBuf;

fn place(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("mixplan-store-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for temporary files");
    let path = folder.join(name);
    let _ = std::fs::remove_file(&path);
    path
}

fn inputs(digest: &str) -> Inputs {
    Inputs::from([("mixplan".to_owned(), "0.1.0".to_owned()), ("plan.toml".to_owned(), digest.to_owned())])
}

fn run(job: &str, seed: u32) -> Run {
    Run {
        job: job.to_owned(),
        scenario: 0,
        scenario_name: "base".to_owned(),
        seed,
        seed_text: format!("seed {seed}"),
        outcome: format!("{{\"seed\":{seed}}}"),
    }
}

#[test]
fn the_steps_of_the_schema_are_well_formed() {
    assert!(Migrations::from_slice(STEPS).validate().is_ok());
}

#[test]
fn what_was_put_is_there_when_the_file_is_opened_again() {
    let path = place("again.sqlite");
    let file = SweepFile::open(&path, &inputs("sha256:aa")).expect("a new file");
    file.put(&run("b", 1)).expect("a run");
    file.put(&run("a", 0)).expect("another");
    file.put(&run("a", 0)).expect("the same once more changes nothing");
    drop(file);
    let file = SweepFile::open(&path, &inputs("sha256:aa")).expect("the same inputs");
    assert_eq!(file.done().expect("jobs").into_iter().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(file.outcomes(0).expect("outcomes"), ["{\"seed\":0}", "{\"seed\":1}"]);
}

#[test]
fn other_inputs_are_refused_and_named() {
    let path = place("other.sqlite");
    drop(SweepFile::open(&path, &inputs("sha256:aa")).expect("a new file"));
    match SweepFile::open(&path, &inputs("sha256:bb")) {
        Err(StoreError::OtherInputs(list)) => {
            assert_eq!(list, [("plan.toml".to_owned(), "sha256:aa".to_owned(), "sha256:bb".to_owned())]);
        }
        other => panic!("not refused: {:?}", other.err()),
    }
}

#[test]
fn files_of_others_and_of_later_versions_are_refused() {
    let path = place("text.sqlite");
    std::fs::write(&path, "no database, but long enough to look at: ".repeat(100)).expect("a file");
    assert!(matches!(SweepFile::open(&path, &inputs("x")), Err(StoreError::Foreign)));

    let path = place("foreign.sqlite");
    Connection::open(&path).and_then(|c| c.execute_batch("CREATE TABLE t (a)")).expect("a database");
    assert!(matches!(SweepFile::open(&path, &inputs("x")), Err(StoreError::Foreign)));

    let path = place("newer.sqlite");
    drop(SweepFile::open(&path, &inputs("x")).expect("a new file"));
    Connection::open(&path).and_then(|c| c.pragma_update(None, "user_version", 99)).expect("a later version");
    assert!(matches!(SweepFile::open(&path, &inputs("x")), Err(StoreError::Newer)));
}
