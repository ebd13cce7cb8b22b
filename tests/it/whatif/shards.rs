//! Sweeps in shards: any number of them, killed and started again, come to the same bytes.

use super::scenarios;
use super::sweeps::same_files;
use crate::desk::{contents, folder, mixplan, read, write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const REST: &str = "[scenarios.\"quota lottery\"]\nmechanism = \"quota_lottery\"\ncap_building = 50\n\
    [one_at_a_time]\nparticipation = [0, 50, 100]\nvacancies = [-5, 5]\n";

fn shard(folder: &Path, out: &str, shard: &str) {
    let run = mixplan(folder, &["whatif", "s.toml", "--out", out, "--shard", shard]);
    assert_eq!(run.code, 0, "{}", run.err);
}

fn results(folder: &Path, out: &str) -> usize {
    std::fs::read_dir(folder.join(out).join("results")).map_or(0, |entries| entries.count())
}

#[test]
fn seven_shards_one_of_them_killed_come_to_the_bytes_of_one() {
    let folder = folder("whatif_shards");
    scenarios(&folder, 250, 10, REST);
    shard(&folder, "one", "1/1");
    let run = mixplan(&folder, &["whatif", "merge", "one"]);
    assert_eq!(run.code, 0, "{}", run.err);

    let mut child = Command::new(env!("CARGO_BIN_EXE_mixplan"))
        .current_dir(&folder)
        .args(["whatif", "s.toml", "--out", "seven", "--shard", "4/7", "--threads", "1"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let since = Instant::now();
    while results(&folder, "seven") < 3 {
        assert!(since.elapsed() < Duration::from_secs(120), "some jobs are done in time");
        std::thread::sleep(Duration::from_millis(2));
    }
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    for number in [7, 1, 3, 2, 6, 5] {
        shard(&folder, "seven", &format!("{number}/7"));
    }
    // Half-way: shard 4 is not whole, and merge says which of its jobs are missing. Where the kill came too late to
    // leave anything open, one result is taken away.
    let jobs = read(&folder, "seven/jobs.ndjson");
    if results(&folder, "seven") >= jobs.lines().count() {
        let any = std::fs::read_dir(folder.join("seven/results")).expect("results").next();
        std::fs::remove_file(any.expect("a result").expect("a file").path()).expect("it can be removed");
    }
    let half = mixplan(&folder, &["whatif", "merge", "seven"]);
    assert_eq!(half.code, 75, "{}", half.err);
    let id = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("a job")["id"].clone();
    let missing = jobs.lines().map(id).find(|id| {
        let id = id.as_str().expect("text");
        !folder.join(format!("seven/results/{id}.json")).exists()
    });
    let missing = missing.expect("a job without result");
    assert!(half.err.contains(missing.as_str().expect("text")), "{} is not named in {}", missing, half.err);
    assert!(!folder.join("seven/comparison.json").exists());

    for number in 1..=7 {
        shard(&folder, "seven", &format!("{number}/7"));
    }
    let run = mixplan(&folder, &["whatif", "merge", "seven"]);
    assert_eq!(run.code, 0, "{}", run.err);
    same_files(&folder, "one", "seven");
    // And without shards, through the database.
    let run = mixplan(&folder, &["whatif", "s.toml", "--out", "none"]);
    assert_eq!(run.code, 0, "{}", run.err);
    same_files(&folder, "one", "none");
}

#[test]
fn shards_share_the_jobs_and_do_nothing_twice() {
    let folder = folder("whatif_shard_parts");
    scenarios(&folder, 60, 5, REST);
    let list = mixplan(&folder, &["whatif", "s.toml", "--out", "w", "--jobs"]);
    assert_eq!(list.code, 0, "{}", list.err);
    let jobs = read(&folder, "w/jobs.ndjson").lines().count();
    assert_eq!(jobs, 7 * 5);
    let mut so_far = 0;
    for number in 1..=3 {
        shard(&folder, "w", &format!("{number}/3"));
        assert!(results(&folder, "w") > so_far, "every shard has some");
        so_far = results(&folder, "w");
    }
    assert_eq!(so_far, jobs);
    let before = contents(&folder.join("w/results"));
    let again = mixplan(&folder, &["whatif", "s.toml", "--out", "w", "--shard", "2/3"]);
    assert!(again.err.contains("0 runs done"), "{}", again.err);
    // A damaged result is done again, and comes out the same.
    let (name, bytes) = &before[4];
    write(&folder, &format!("w/results/{name}"), "{\"id\":");
    assert_eq!(mixplan(&folder, &["whatif", "merge", "w"]).code, 75);
    shard(&folder, "w", "1/1");
    assert_eq!(read(&folder, &format!("w/results/{name}")).as_bytes(), bytes);
    assert!(!folder.join("w/sweep.sqlite").exists(), "no database is shared");
}

#[test]
fn shards_of_another_sweep_are_refused_and_bad_ones_named() {
    let folder = folder("whatif_shard_other");
    scenarios(&folder, 60, 2, "");
    shard(&folder, "w", "1/2");
    for bad in ["0/3", "4/3", "3", "a/b"] {
        let run = mixplan(&folder, &["whatif", "s.toml", "--out", "w", "--shard", bad]);
        assert_eq!(run.code, 2, "{}", run.err);
    }
    scenarios(&folder, 60, 3, "");
    let run = mixplan(&folder, &["whatif", "s.toml", "--out", "w", "--shard", "1/2"]);
    assert_eq!(run.code, 3, "{}", run.err);
    let run = mixplan(&folder, &["whatif", "merge", "nowhere"]);
    assert_eq!(run.code, 4, "{}", run.err);
}
