use super::Code;
use std::collections::{BTreeMap, BTreeSet};

const ENGLISH: &str = include_str!("../../../data/words/en.ftl");
const CHINESE: &str = include_str!("../../../data/words/zh.ftl");

/// Messages and the parameters each uses; read loosely, the full grammar is `report`'s.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if !line.starts_with(' ') {
            let (id, text) = line.split_once(" = ").expect("a message has an id and a text");
            assert!(!text.trim().is_empty(), "{id}");
            assert!(all.insert(id.to_owned(), BTreeSet::new()).is_none(), "{id} stands twice");
            last = id.to_owned();
        }
        let params = line.split('$').skip(1).map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').expect("a parameter ends");
            rest[..end].to_owned()
        });
        all.get_mut(&last).expect("a text belongs to a message").extend(params);
    }
    all
}

#[test]
fn every_code_has_its_words_in_both_languages() {
    let expected: BTreeSet<String> = Code::ALL
        .iter()
        .flat_map(|c| ["title", "problem", "remedy"].map(|part| format!("{}-{part}", c.id())))
        .collect();
    for text in [ENGLISH, CHINESE] {
        let ids: BTreeSet<String> = messages(text).into_keys().collect();
        assert_eq!(ids, expected);
    }
}

#[test]
fn words_use_the_parameters_of_their_code() {
    let both = [messages(ENGLISH), messages(CHINESE)];
    for code in Code::ALL {
        let params: BTreeSet<String> = code.params().iter().map(|p| p.to_string()).collect();
        for messages in &both {
            let used = |part: &str| messages[&format!("{}-{part}", code.id())].clone();
            let all: BTreeSet<String> = ["title", "problem", "remedy"].into_iter().flat_map(used).collect();
            assert_eq!(all, params, "{code:?}");
        }
        for part in ["title", "problem", "remedy"] {
            let id = format!("{}-{part}", code.id());
            assert_eq!(both[0][&id], both[1][&id], "{id}");
        }
    }
}
