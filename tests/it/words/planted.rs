//! The test of the test: faults planted in small files of sentences and small sources.

use super::faults;
use super::keys::{Keys, commands, keys_of_sources};
use std::collections::BTreeSet;

const ENGLISH: &str = "\
## Planted

all-well = All is well.
counted = { $count ->
    [one] 1 home
   *[other] { $count } homes
 } in { $estate }
fault-late = Turn { $turn } came late.
MX1-title = A title
MX1-problem = Row { $row }
help-about = About
";

const CHINESE: &str = "\
all-well = 一切正常。
counted = { $estate }有{ $count }套住房
fault-late = 轮次{ $turn }晚了。
MX1-title = 标题
MX1-problem = 第{ $row }行
help-about = 说明
";

const SOURCE: &str = "
//! Speaks \"not-a-key\" in a comment.
fn speak(words: &Words) {
    words.plain(\"all-well\");
    let key = if true { \"help-about\" } else { \"all-well\" };
    let what = args([(\"count\", 1.into()), (\"estate\", \"North\".into())]);
    words.say(\"counted\", &what);
    words.say_text(&format!(\"fault-{}\", \"late\"), &[]);
}
";

/// What the sources say, and two keys put together at run time.
fn keys(source: &str) -> Keys {
    let mut keys =
        keys_of_sources(&[("src/report/a.rs", source), ("src/read/a.rs", "const X: &str = \"silent-room\";")]);
    let set = |name: &str| BTreeSet::from([name.to_owned()]);
    keys.build(["fault-late".to_owned()], &set("turn"));
    let all = ["MX1-title", "MX1-problem"].map(str::to_owned);
    keys.together.push((all.to_vec(), set("row")));
    keys.build(all, &set("row"));
    keys
}

/// Faults after `from` is replaced by `to` in the English file, the Chinese one, and the source.
fn spoiled(english: [&str; 2], chinese: [&str; 2], source: [&str; 2]) -> Vec<String> {
    let spoil = |text: &str, [from, to]: [&str; 2]| {
        assert!(text.contains(from), "{from} is there to be replaced");
        text.replacen(from, to, 1)
    };
    faults(&spoil(ENGLISH, english), &spoil(CHINESE, chinese), &keys(&spoil(SOURCE, source)))
}

const AS_IT_IS: [&str; 2] = ["", ""];

#[test]
fn good_files_are_good() {
    assert_eq!(faults(ENGLISH, CHINESE, &keys(SOURCE)), Vec::<String>::new());
}

#[test]
fn a_file_that_is_not_fluent_is_found() {
    let found = spoiled(["{ $turn }", "{ $turn "], AS_IT_IS, AS_IT_IS);
    assert!(found[0].starts_with("en: Expected a token"), "{found:?}");
}

#[test]
fn a_key_that_stands_twice_is_found() {
    let twice = ["help-about = 说明", "help-about = 说明\nhelp-about = 关于"];
    assert_eq!(spoiled(AS_IT_IS, twice, AS_IT_IS), ["zh: help-about stands twice"]);
}

#[test]
fn a_key_of_one_language_is_found() {
    let found = spoiled(AS_IT_IS, ["all-well = 一切正常。\n", ""], AS_IT_IS);
    assert_eq!(found, ["zh: all-well is missing", "zh: all-well is missing"], "to the other file, and to the source");
}

#[test]
fn another_parameter_in_one_language_is_found() {
    let found = spoiled(AS_IT_IS, ["{ $estate }有", ""], AS_IT_IS);
    assert_eq!(found, ["counted has other parameters in en than in zh"]);
}

#[test]
fn a_sentence_that_nobody_says_is_found() {
    let found = spoiled(["## Planted", "idle = Idle"], ["all-well", "idle = 闲\nall-well"], AS_IT_IS);
    assert_eq!(found, ["idle is said nowhere"]);
}

#[test]
fn a_key_without_words_is_found() {
    let missing = ["en: not-there is missing", "zh: not-there is missing"];
    assert_eq!(spoiled(AS_IT_IS, AS_IT_IS, ["plain(\"all-well\")", "plain(\"not-there\")"]), missing);
    assert_eq!(spoiled(AS_IT_IS, AS_IT_IS, ["else { \"all-well\" }", "else { \"not-there\" }"]), missing);
    let found = spoiled(["MX1-title = A title\n", ""], ["MX1-title = 标题\n", ""], AS_IT_IS);
    assert_eq!(found, ["en: MX1-title is missing", "zh: MX1-title is missing"]);
}

#[test]
fn a_parameter_that_nobody_gives_is_found() {
    let found = spoiled(AS_IT_IS, AS_IT_IS, ["(\"estate\", \"North\".into())", ""]);
    let what = "counted uses [\"estate\"], which `speak` in src/report/a.rs does not give";
    assert_eq!(found, [format!("en: {what}"), format!("zh: {what}")]);
    let found = spoiled(["{ $turn }", "{ $time }"], ["{ $turn }", "{ $time }"], AS_IT_IS);
    let what = "fault-late uses [\"time\"], which its code does not give";
    assert_eq!(found, [format!("en: {what}"), format!("zh: {what}")]);
}

#[test]
fn a_parameter_that_no_sentence_uses_is_found() {
    let found = spoiled(["Row { $row }", "A row"], ["第{ $row }行", "某行"], AS_IT_IS);
    assert_eq!(found, ["[\"MX1-title\", \"MX1-problem\"] do not use all of {\"row\"}"]);
}

#[test]
fn a_key_of_an_unknown_form_is_found() {
    let found = spoiled(AS_IT_IS, AS_IT_IS, ["fault-{}", "mood-{}"]);
    assert_eq!(found, ["src/report/a.rs:8: mood-{} is built at run time, from nobody knows what"]);
}

#[test]
fn keys_of_pages_are_found_with_their_parameters() {
    let mut keys = keys(SOURCE);
    keys.of_page(
        "page.html",
        "<p>{{ t(\"counted\", count=rows[0]) }} {{ t(\"not-there\") }} {{ not(\"a-call\") }}</p>",
    );
    let faults = faults(ENGLISH, CHINESE, &keys);
    let what = "counted uses [\"estate\"], which page.html does not give";
    let missing = ["en: not-there is missing".to_owned(), format!("en: {what}")];
    assert_eq!(faults[..2], missing, "{faults:?}");
    assert_eq!(faults.len(), 4);
}

#[test]
fn commands_are_found_with_their_arguments() {
    let source = "
        #[derive(Parser)] pub struct Cli { #[arg(long)] pub lang: Option<String>, pub command: Command }
        #[derive(Subcommand)] pub enum Command { RollDigest(RollDigest) }
        #[derive(Args)] pub struct RollDigest { pub plan: PathBuf, #[arg(long)] pub leave_out: bool }";
    assert_eq!(
        commands(source),
        ["help-arg-lang", "help-roll-digest", "help-roll-digest-plan", "help-roll-digest-leave_out"]
    );
}
