//! Every sentence exists in both languages, says the same things, and is said somewhere. `planted.rs` spoils small
//! files and sees that each kind of fault is found.

mod keys;
mod messages;
mod planted;

use keys::{Keys, commands, keys_of_sources};
use messages::{Messages, messages};
use mixplan::measure::treatment::Outcome;
use mixplan::model::scenario::AXES;
use mixplan::model::{Closeness, Mechanism, Status};
use mixplan::{read, verify};
use std::collections::BTreeSet;

/// Everything that is wrong between the two files of sentences and the program.
fn faults(english: &str, chinese: &str, keys: &Keys) -> Vec<String> {
    let (english, mut all) = messages("en", english);
    let (chinese, more) = messages("zh", chinese);
    all.extend(more);
    all.extend(differences(&english, &chinese));
    for (language, messages) in [("en", &english), ("zh", &chinese)] {
        all.extend(missing(language, messages, keys));
        all.extend(unfilled(language, messages, keys));
    }
    let unused = english.keys().filter(|key| !keys.known(key));
    all.extend(unused.map(|key| format!("{key} is said nowhere")));
    all.extend(idle(&english, keys));
    all.extend(keys.strange.iter().map(|template| format!("{template} is built at run time, from nobody knows what")));
    all
}

/// The same keys with the same parameters.
fn differences(english: &Messages, chinese: &Messages) -> Vec<String> {
    let mut all = Vec::new();
    for key in english.keys().chain(chinese.keys()).collect::<BTreeSet<_>>() {
        match (english.get(key), chinese.get(key)) {
            (None, _) => all.push(format!("en: {key} is missing")),
            (_, None) => all.push(format!("zh: {key} is missing")),
            (en, zh) if en != zh => all.push(format!("{key} has other parameters in en than in zh")),
            _ => {}
        }
    }
    all
}

/// What the program says has words.
fn missing(language: &str, messages: &Messages, keys: &Keys) -> Vec<String> {
    let said = keys.built.keys().chain(&keys.said);
    said.filter(|key| !messages.contains_key(*key)).map(|key| format!("{language}: {key} is missing")).collect()
}

/// No sentence waits for a parameter that nobody gives.
fn unfilled(language: &str, messages: &Messages, keys: &Keys) -> Vec<String> {
    let mut all = Vec::new();
    for (key, used) in messages {
        let given = keys.built.get(key).into_iter().map(|given| ("its code", given));
        let given =
            given.chain(keys.given.iter().filter(|(said, ..)| said == key).map(|(_, at, given)| (&**at, given)));
        for (place, given) in given {
            let unknown: Vec<&String> = used.difference(given).collect();
            if !unknown.is_empty() {
                all.push(format!("{language}: {key} uses {unknown:?}, which {place} does not give"));
            }
        }
    }
    all
}

/// A problem's sentences, taken together, tell everything that its code knows.
fn idle(messages: &Messages, keys: &Keys) -> Vec<String> {
    let told = |all: &[String]| -> BTreeSet<String> {
        all.iter().filter_map(|key| messages.get(key)).flatten().cloned().collect()
    };
    let silent = keys.together.iter().filter(|(all, params)| !params.is_subset(&told(all)));
    silent.map(|(all, params)| format!("{all:?} do not use all of {params:?}")).collect()
}

/// The keys of the real program.
fn keys() -> Keys {
    let files = crate::source::files(&["src"]);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let mut keys = keys_of_sources(&files);
    let set = |params: &[&str]| -> BTreeSet<String> { params.iter().map(|param| (*param).to_owned()).collect() };
    for code in read::Code::ALL {
        let all = ["title", "problem", "remedy"].map(|part| format!("{}-{part}", code.id()));
        keys.together.push((all.to_vec(), set(code.params())));
        keys.build(all, &set(code.params()));
    }
    for code in verify::Code::ALL {
        keys.build([format!("fault-{}", code.id())], &set(code.params()));
    }
    let nothing = BTreeSet::new();
    keys.build(verify::Promise::ALL.map(|promise| format!("promise-{}", promise.id())), &nothing);
    let levels = [Closeness::Stairwell, Closeness::Building, Closeness::Estate, Closeness::Apart];
    keys.build(levels.map(|level| format!("level-{}", level.word())), &nothing);
    keys.build([Status::Draft, Status::Final].map(|status| format!("status-{}", status.word())), &nothing);
    keys.build(["kept", "broken"].map(|result| format!("result-{result}")), &nothing);
    keys.build(Outcome::ALL.map(|outcome| format!("outcome-{}", outcome.word())), &nothing);
    for (path, text) in crate::source::files(&["data/pages"]) {
        keys.of_page(&path, &text);
    }
    keys.build(Mechanism::ALL.map(|mechanism| format!("mechanism-{}", mechanism.word())), &nothing);
    keys.build(AXES.map(|axis| format!("axis-{}", axis.key)), &nothing);
    keys.build(mixplan::report::whatif::SHOWN.map(|figure| format!("figure-{figure}")), &nothing);
    let (_, arguments) = files.iter().find(|(path, _)| *path == "src/cli/args.rs").expect("the commands have a file");
    keys.build(commands(arguments), &nothing);
    keys
}

#[test]
fn every_sentence_exists_and_is_said() {
    let (english, chinese) = (include_str!("../../../data/words/en.ftl"), include_str!("../../../data/words/zh.ftl"));
    let faults = faults(english, chinese, &keys());
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
