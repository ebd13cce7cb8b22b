//! What is refused never comes out: values planted in columns about people's identity, faith, politics and records are
//! looked for in everything that every command prints or writes, and in everything that is held in memory.

use crate::desk::{contents, mixplan, read, town, write};
use mixplan::read::{ReadOptions, SourceFile, read_plan};

const PLANTED: [(&str, &str); 9] = [
    ("身份证号", "plantedidentity"),
    ("联系电话", "plantedphone"),
    ("宗教信仰", "plantedfaith"),
    ("政治面貌", "plantedparty"),
    ("违法记录", "plantedpolice"),
    ("是否重点人员", "plantedkey"),
    ("是否放心", "plantedtrust"),
    ("national_id", "plantednational"),
    ("户主手机", "plantedmobile"),
];

#[track_caller]
fn clean(what: &str, text: &str) {
    for (column, value) in PLANTED {
        assert!(!text.contains(value), "{column} is shown by {what}:\n{text}");
    }
}

/// Adds the planted columns to a table: one cell of each kind in every row.
fn planted(table: &str) -> String {
    let line = |(row, line): (usize, &str)| {
        let cells = PLANTED.map(|(name, value)| if row == 0 { name.to_owned() } else { format!("{value}{row}") });
        format!("{line},{}\n", cells.join(","))
    };
    table.lines().enumerate().map(line).collect()
}

#[test]
fn planted_values_come_out_nowhere() {
    let here = town("refused_columns", "150");
    for name in ["town/dwellings.csv", "town/households.csv"] {
        let table = planted(&read(&here, name));
        write(&here, name, &table);
    }
    // Something is wrong in some rows, so that lines of the file are shown.
    let spoiled = read(&here, "town/households.csv").replacen("H00002,", "H00002,x", 1).replacen("H00003,", ",", 1);
    write(&here, "town/households.csv", &spoiled);
    let runs: [&[&str]; 12] = [
        &["read", "town/plan.toml"],
        &["read", "town/plan.toml", "--show-mapping"],
        &["read", "town/plan.toml", "--format", "json", "--problems", "problems.csv"],
        &["read", "town/plan.toml", "--format", "csv", "--lang", "zh"],
        &["plan", "town/plan.toml", "--out", "stopped"],
        &["plan", "town/plan.toml", "--out", "out", "--leave-out", "--excel"],
        &["verify", "out"],
        &["verify", "out", "--format", "json"],
        &["explain", "out", "H00010"],
        &["check", "town/plan.toml", "--after", "out", "--internal", "--shuffles", "0"],
        &["roll-digest", "town/plan.toml", "--leave-out", "--show"],
        &["check", "town/households.csv"],
    ];
    for run in runs {
        let told = mixplan(&here, run);
        clean(&run.join(" "), &told.out);
        clean(&run.join(" "), &told.err);
    }
    let refused = mixplan(&here, &["read", "town/plan.toml"]);
    for (column, _) in PLANTED {
        assert!(refused.out.contains(column) || refused.err.contains(column), "{column} is refused by name");
    }
    for (name, bytes) in contents(&here.join("out")) {
        clean(&name, &String::from_utf8_lossy(&bytes));
    }
    clean("problems.csv", &read(&here, "problems.csv"));
}

#[test]
fn planted_values_are_held_nowhere() {
    let here = town("refused_in_memory", "60");
    let [homes, people] = ["town/dwellings.csv", "town/households.csv"].map(|name| planted(&read(&here, name)));
    let plan = SourceFile { name: "plan.toml".to_owned(), bytes: read(&here, "town/plan.toml").into_bytes() };
    let mut load = |path: &str| Ok(if path == "dwellings.csv" { &homes } else { &people }.clone().into_bytes());
    let reading = read_plan(plan, &mut load, ReadOptions::default()).expect("both files load");
    clean("the model", &format!("{:?}", reading.input.expect("all is well")));
    clean("the summary", &format!("{:?}", reading.summary));
    clean("the problems", &format!("{:?}", reading.problems));
}
