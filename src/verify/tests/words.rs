//! Every promise and every fault has its sentence in both languages, with the parameters that its code gives.

use crate::verify::{Code, Promise};
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: [(&str, &str); 2] =
    [("en", include_str!("../../../data/words/en.ftl")), ("zh", include_str!("../../../data/words/zh.ftl"))];

/// Messages by id; every message of these files is one line.
fn messages(text: &'static str) -> BTreeMap<&'static str, &'static str> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.map(|line| line.split_once(" = ").unwrap_or_else(|| panic!("not a message: {line}"))).collect()
}

/// Names of the placeables `{ $name }`.
fn placeables(message: &str) -> BTreeSet<&str> {
    message.split("{ $").skip(1).map(|rest| rest.split_once(" }").expect("closed").0).collect()
}

#[test]
fn every_code_has_its_sentence() {
    for (language, text) in LANGUAGES {
        let messages = messages(text);
        let mut known: BTreeSet<String> = BTreeSet::new();
        for promise in Promise::ALL {
            known.insert(format!("promise-{}", promise.id()));
        }
        for code in Code::ALL {
            let id = format!("fault-{}", code.id());
            let message = messages.get(id.as_str()).unwrap_or_else(|| panic!("{language}: {id} is missing"));
            let given: BTreeSet<&str> = code.params().iter().copied().collect();
            let unknown: Vec<_> = placeables(message).difference(&given).copied().collect();
            assert!(unknown.is_empty(), "{language}: {id} uses {unknown:?}, which the code does not give");
            known.insert(id);
        }
        let in_file: BTreeSet<String> = messages.keys().map(|id| (*id).to_owned()).collect();
        assert_eq!(in_file, known, "{language}: one message per promise and code, and no other");
    }
}

#[test]
fn ids_are_told_apart() {
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    assert_eq!(codes.len(), Code::ALL.len());
    for promise in Promise::ALL {
        assert_eq!(Promise::from_id(promise.id()), Some(promise));
    }
}
