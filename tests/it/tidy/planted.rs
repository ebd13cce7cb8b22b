//! The test of the test: faults planted in small sources. Each is found by its own rule and by no other.

use super::{RULES, faults};
use std::collections::BTreeSet;

/// A card for the door of `mix`, and a room behind it that breaks no rule.
const CLEAN: &str = "//! # mix: exchanges
//!
//! - **Knows**: a \"target\" and a roll; crate::cli in a comment is no arrow.
//! - **Does not know**: names.
//! - **Comes from**: `read`.
//! - **Goes to**: `verify`.

use crate::model::{Roll, placement::{Base, Draft}};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Swaps. The file `x` is at https://example.org/a.
#[allow(dead_code, reason = \"it is shown here how a lint is switched off\")]
fn swap<'a>(of: &'a [u8; 3], pair: ((u32, u32), u32)) -> u32 {
    assert!(of[0] != b'\\'', \"The first of them is no quotation mark\");
    let marks = ['\"', '{', '\\u{7b}'];
    let key = r#\"summary \"of\" {\"#;
    pair.0.1 + 0xe1 + (1..2).len() as u32 + marks.len() as u32 + key.len() as u32
}

#[cfg(test)]
mod tests {
    use super::swap;
    #[test]
    fn halves() {
        let half = 0.5f64;
        println!(\"A sentence that only a programmer reads: {half}\");
    }
}
";

/// A room whose door is in order and whose arrow is not.
const ROOM_WITH_ARROW: &str = "//! # town: towns
//! - **Knows**: shares.
//! - **Does not know**: people.
//! - **Comes from**: a recipe.
//! - **Goes to**: `cli`.
use super::verify::Plan;
";

/// The rules that find something.
fn red(files: &[(&str, &str)]) -> BTreeSet<&'static str> {
    faults(files).iter().map(|fault| fault.rule).collect()
}

#[test]
fn a_clean_house_is_clean() {
    let clean = [
        ("src/mix/mod.rs", CLEAN),
        ("src/lib.rs", "pub mod mix;"),
        ("src/main.rs", "fn main() { mixplan::cli::run() }"),
        ("src/cli/a.rs", "use crate::{mix::mix, report::{Words, self}, town};\nfn f() { std::fs::read(\"x\"); }"),
        ("src/report/a.rs", "struct Shape { roll_digest: u8, scroll: u8 }"),
        ("src/report/mod_tests/tests.rs", "use serde_json::Value;"),
        ("src/allocate/matching.rs", "use std::collections::HashMap;"),
        ("src/town/b/mod.rs", "pub(super) fn f() { super::b::g(super::c) }"),
        ("src/town/a.rs", "const README: &str = \"This town was made by a program.\";"),
        ("src/store/a.rs", "const ALL: &str = \"SELECT job FROM run WHERE seed = 1\";"),
        ("src/verify/tests/a.rs", "use hmac::Mac; fn f(mix: f64) -> f64 { mix.first.distance + 1.5 }"),
        ("src/read/tests/a.rs", "use super::super::cells;"),
        (
            "Cargo.toml",
            "[dependencies]\ncomfy-table = \"8\"\nserde.workspace = true\n[dev-dependencies]\nproptest = \"1\"",
        ),
        ("README.md", "# One\n\nIssues are welcome; see https://example.org/workshop#3."),
    ];
    assert_eq!(faults(&clean), []);
}

/// Plants: the rule, the file, the text.
const PLANTS: [(&str, &str, &str); 69] = [
    ("rooms", "src/cellar/a.rs", ""),
    ("rooms", "src/helpers.rs", ""),
    ("arrows", "src/model/a.rs", "use crate::read::Code;"),
    ("arrows", "src/allocate/a.rs", "fn f() { crate::measure::f() }"),
    ("arrows", "src/read/a.rs", "use crate::{model::Roll, allocate::{Base, allocate}};"),
    ("arrows", "src/measure/a.rs", "use crate::mix;"),
    ("arrows", "src/mix/a.rs", "use crate::verify::Plan;"),
    ("arrows", "src/store/a.rs", "use crate::report::Words;"),
    ("arrows", "src/whatif/a.rs", "use crate::report::Words;"),
    ("arrows", "src/report/a.rs", "use crate::cli::run;"),
    ("arrows", "src/town/tests.rs", "use crate::verify::Plan;"),
    ("arrows", "src/town/a.rs", "use crate::*;"),
    ("arrows", "src/town/a.rs", "use crate as house;"),
    ("arrows", "src/town/a.rs", "use crate::{self as house};"),
    ("arrows", "src/town/a.rs", "use mixplan::cli;"),
    ("arrows", "src/town/a.rs", "use super::super::verify::Plan;"),
    ("arrows", "src/town/mod.rs", ROOM_WITH_ARROW),
    ("arrows", "src/town/a.rs", "mod b { use super::super::super::verify::Plan; }"),
    ("arrows", "src/town/a.rs", "use super::super as house;"),
    ("arrows", "src/town/a.rs", "fn f() { g(super::super::verify::f()) }"),
    ("arrows", "src/town/a.rs", "use super::{super::verify::Plan};"),
    ("silences", "src/allocate/a.rs", "use crate::model::Roll;"),
    ("silences", "src/allocate/a.rs", "// There is no group here."),
    ("silences", "src/allocate/a.rs", "fn group_of() {}"),
    ("silences", "src/allocate/a.rs", "fn f(opt_ins: u8) {}"),
    ("silences", "src/allocate/a.rs", "struct OptInList;"),
    ("silences", "src/allocate/tests/a.rs", "const TARGETS: u8 = 1;"),
    ("silences", "src/allocate/a.rs", "const NAME: &str = \"the roll\";"),
    ("silences", "src/mix/a.rs", "struct RegisterOfNames;"),
    ("silences", "src/whatif/a.rs", "/* register */"),
    ("silences", "src/mix/a.rs", "fn quota_of() {}"),
    ("silences", "src/store/a.rs", "// Quotas are kept."),
    ("silences", "src/report/a.rs", "use crate::model::Roll;"),
    ("silences", "src/report/a.rs", "// The digest of the roll."),
    ("silences", "src/verify/a.rs", "use super::mix::board;"),
    ("silences", "src/verify/a.rs", "fn f() { allocate::draw::ticket() }"),
    ("pure", "src/model/a.rs", "use std::{fmt, fs::File};"),
    ("pure", "src/mix/a.rs", "fn f() { std::env::var(\"X\"); }"),
    ("pure", "src/verify/a.rs", "use std::time::Duration;"),
    ("pure", "src/town/a.rs", "fn f(now: SystemTime) {}"),
    ("pure", "src/whatif/a.rs", "fn f() { rand::rng(); }"),
    ("pure", "src/measure/a.rs", "use rand::random;"),
    ("pure", "src/mix/a.rs", "use rand::{Rng, thread_rng};"),
    ("pure", "src/allocate/a.rs", "use std::collections::HashMap;"),
    ("pure", "src/mix/a.rs", "fn f(seen: &HashSet<u8>) {}"),
    ("whole numbers", "src/allocate/a.rs", "fn f(x: f64) {}"),
    ("whole numbers", "src/mix/a.rs", "const X: u8 = 0.5 as u8;"),
    ("whole numbers", "src/mix/a.rs", "const X: u8 = 1e3 as u8;"),
    ("whole numbers", "src/mix/a.rs", "const X: u8 = 1_f32 as u8;"),
    ("packages", "src/model/a.rs", "use serde::Serialize;"),
    ("packages", "src/verify/a.rs", "use hmac::Mac;"),
    ("packages", "src/report/a.rs", "#[derive(clap::Args)] struct A;"),
    ("packages", "src/cli/a.rs", "use csv;"),
    ("packages", "src/allocate/a.rs", "use rand::rngs::ChaCha8Rng;"),
    ("packages", "Cargo.toml", "[dependencies]\nleft-pad = \"1\""),
    ("sentences", "src/cli/a.rs", "fn f() { say(\"Nothing was written to disk.\") }"),
    ("sentences", "src/read/a.rs", "fn f() { format!(\"row {} holds no home at all\", 1) }"),
    ("sentences", "src/report/a.rs", "const S: &str = \"没有写入。\";"),
    ("cards", "src/town/mod.rs", "//! Invented towns."),
    (
        "cards",
        "src/town/mod.rs",
        "//! # town: a\n//!\n//! - **Knows**: b.\n//! - **Comes from**: c.\n//! - **Goes to**: d.",
    ),
    ("leftovers", "src/town/a.rs", "fn f() { todo!() }"),
    ("leftovers", "tests/it/a.rs", "fn f() { unimplemented!(\"x\") }"),
    ("leftovers", "benches/a.rs", "fn f() { dbg!(1); }"),
    ("reasons", "src/town/a.rs", "#![allow(dead_code)]"),
    ("reasons", "tests/it/a.rs", "#[expect(dead_code)] fn f() {}"),
    ("alone", "README.md", concat!("It lies in /wo", "rk/here.")),
    ("alone", "src/town/a.rs", concat!("// As DEVELO", "PERS.md says.")),
    ("alone", "data/headers.csv", concat!("a,../sha", "red")),
    ("alone", "tests/it/a.rs", concat!("// Fixes #", "12.")),
];

#[test]
fn every_plant_is_found_by_its_rule_alone() {
    for (rule, path, text) in PLANTS {
        assert_eq!(red(&[("src/mix/mod.rs", CLEAN), (path, text)]), BTreeSet::from([rule]), "{path}: {text}");
    }
}

#[test]
fn long_things_are_found() {
    let line = format!("// {}", "长".repeat(118));
    let body = "    let _ = 1;\n".repeat(69);
    for text in ["\n".repeat(401), line, format!("fn long() {{\n{body}}}\n")] {
        assert_eq!(red(&[("src/town/a.rs", &text)]), BTreeSet::from(["sizes"]));
    }
    let line = format!("// {}", "长".repeat(117));
    let body = "    let _ = 1;\n".repeat(68);
    for text in ["\n".repeat(400), line, format!("fn f(a: [u8; 3]) {{\n{body}}}\nfn g() {{}}\n")] {
        assert_eq!(red(&[("src/town/a.rs", &text)]), BTreeSet::new());
    }
}

#[test]
fn every_rule_has_its_plant() {
    let planted: BTreeSet<&str> = PLANTS.iter().map(|plant| plant.0).chain(["sizes"]).collect();
    assert_eq!(planted, RULES.iter().map(|rule| rule.0).collect());
}

#[test]
fn a_fault_says_where_it_is() {
    let found = faults(&[("src/town/a.rs", "//! \"\n\nuse crate::{\n    model,\n    cli,\n};")]);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].file.as_str(), found[0].line, found[0].what.as_str()),
        ("src/town/a.rs", 5, "town may not name cli")
    );
}
