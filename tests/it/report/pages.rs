//! The report, the list and the letters of a plan.

use super::{PAGES, all, page, publish, text};
use crate::desk::{contents, edit, mixplan, read, town, write};
use mixplan::model::Certificate;
use mixplan::read::{SourceFile, certificate};
use std::collections::BTreeSet;
use std::path::Path;

fn stated(here: &Path) -> Certificate {
    let bytes = read(here, "out/certificate.json").into_bytes();
    certificate(&SourceFile { name: "certificate.json".into(), bytes }).expect("our own certificate")
}

/// The rows of a table of the plan, without its header.
fn rows(here: &Path, file: &str) -> Vec<Vec<String>> {
    let table = read(here, &format!("out/{file}"));
    table.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

#[test]
fn pages_are_whole_and_load_nothing() {
    let here = town("pages", "300");
    for lang in ["en", "zh"] {
        let _ = std::fs::remove_dir_all(here.join("out"));
        publish(&here, lang);
        for name in PAGES {
            let page = page(&here, name);
            let html = all(&page, "html")[0];
            assert_eq!(html.attr("lang"), Some(lang));
            let policy = all(&page, "meta[http-equiv=Content-Security-Policy]")[0].attr("content").expect("a policy");
            assert!(policy.starts_with("default-src 'none'"), "{policy}");
            assert!(all(&page, "script, link, iframe, object, embed, form, base, img, [onclick], [onload]").is_empty());
            let outside = all(&page, "[href], [src]");
            assert!(outside.iter().all(|e| e.attr("href").is_some_and(|href| href.starts_with('#'))), "{name}");
            for heading in all(&page, "thead th") {
                assert_eq!(heading.attr("scope"), Some("col"), "{name}: {}", text(&heading));
            }
            let ids: Vec<&str> = all(&page, "[id]").iter().filter_map(|e| e.attr("id")).collect();
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}: an id stands twice");
            for link in all(&page, "a[href]") {
                let to = &link.attr("href").expect("it has one")[1..];
                assert!(ids.contains(&to), "{name}: #{to} leads nowhere");
            }
        }
        assert_eq!(mixplan(&here, &["verify", "out"]).code, 0, "pages beside a plan change nothing of it");
    }
}

#[test]
fn the_report_says_what_the_certificate_says() {
    let here = town("report_says", "300");
    publish(&here, "en");
    let (page, stated) = (page(&here, "report.html"), stated(&here));
    let said = text(&all(&page, "body")[0]);
    let (first, last) = (stated.mix.first, stated.mix.last);
    for sign in [
        stated.counts.placed.to_string(),
        format!("{:.1} → {:.1}", first.building + first.stairwell, last.building + last.stairwell),
        format!("{} → {}", first.without_company, last.without_company),
        stated.roll_digest.clone(),
        stated.seed.clone(),
        "DRAFT".to_owned(),
    ] {
        assert!(said.contains(&sign), "{sign}");
    }
    for (file, digest) in stated.inputs.iter().chain(&stated.outputs) {
        assert!(said.contains(file) && said.contains(digest), "{file}");
    }
    assert!(stated.outputs.contains_key("plan.xlsx"), "the spreadsheet is bound by the certificate");
    for (id, result) in &stated.promises {
        assert_eq!(result, "kept");
        assert!(said.contains(id.as_str()), "{id}");
    }
    let unchanged = format!(
        "Of {} housed households, the exchanges gave 0 another choice of estate and 0 another home type",
        stated.counts.placed
    );
    assert!(said.contains(&unchanged), "{unchanged}");
    // The chart's own figures are those of the certificate, recomputed by other code.
    let row = format!("After the draw {:.1}, in the plan {:.1};", first.stairwell, last.stairwell);
    assert!(said.contains(&row), "{row}");
    let alone = format!("After the draw {}, in the plan {};", first.without_company, last.without_company);
    assert!(said.contains(&alone), "{alone}");
    for picture in all(&page, "svg") {
        let told = ["aria-label", "aria-labelledby", "aria-hidden"].iter().any(|name| picture.attr(name).is_some());
        let inside = picture.ancestors().any(|node| node.value().as_element().is_some_and(|e| e.name() == "svg"));
        assert!(told || inside, "a picture without words");
    }
}

#[test]
fn a_mandate_makes_it_final() {
    let here = town("report_final", "80");
    let mandate = "\n[mandate]\nauthority = \"Board\"\nreason = \"consulted <twice>\"\nexpires = 2027-06-30\n\
                   signed_by = \"Chair\"\n";
    write(&here, "town/plan.toml", &(read(&here, "town/plan.toml") + mandate));
    publish(&here, "en");
    let said = text(&all(&page(&here, "report.html"), "main")[0]);
    assert!(said.contains("consulted <twice>") && said.contains("FINAL"), "{said}");
    assert!(!said.contains("DRAFT"));
}

#[test]
fn written_again_it_is_the_same_and_in_both_languages_it_is_both() {
    let here = town("report_again", "200");
    assert_eq!(mixplan(&here, &["plan", "town/plan.toml", "--out", "out"]).code, 0);
    let before = contents(&here.join("out"));
    assert_eq!(mixplan(&here, &["report", "out"]).code, 0);
    assert_eq!(contents(&here.join("out")), before, "byte for byte");
    assert_eq!(mixplan(&here, &["report", "out", "--lang", "both"]).code, 0);
    let both = page(&here, "report.html");
    let langs: Vec<_> = all(&both, "main > div").iter().map(|part| part.attr("lang").map(str::to_owned)).collect();
    assert_eq!(langs, [Some("zh".to_owned()), Some("en".to_owned())]);
    assert_eq!(mixplan(&here, &["verify", "out", "--lang", "both"]).code, 2, "only pages can be in both");
    assert_eq!(mixplan(&here, &["verify", "out"]).code, 0);
    edit(&here, "out/plan.csv", "1,", "2,");
    let broken = mixplan(&here, &["report", "out"]);
    assert_eq!(broken.code, 1, "no report about a plan that is none: {}", broken.err);
}

#[test]
fn the_list_has_turn_household_home_and_choice_and_nothing_else() {
    let here = town("list", "200");
    assert_eq!(mixplan(&here, &["plan", "town/plan.toml", "--out", "out"]).code, 0);
    let json = mixplan(&here, &["report", "list", "out", "--format", "json"]);
    assert_eq!(json.code, 0, "{}", json.err);
    let list: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    let plan = rows(&here, "plan.csv");
    let list = list["list"].as_array().expect("a list");
    assert_eq!(list.len(), plan.len());
    for (line, row) in list.iter().zip(&plan) {
        let keys: Vec<&String> = line.as_object().expect("an object").keys().collect();
        assert_eq!(keys, ["choice_rank", "home", "household", "turn"]);
        assert_eq!(line["household"], row[0].as_str());
        assert_eq!(line["turn"].to_string(), row[1]);
        assert!(line["home"].as_str().expect("text").contains(&row[8]), "{line}");
        assert_eq!(line["choice_rank"].to_string(), row[10]);
    }
    let csv = mixplan(&here, &["report", "out", "list", "--format", "csv"]).out;
    assert!(csv.starts_with("turn,household,home,choice_rank\n"), "{csv}");
    let cells: Vec<usize> =
        all(&page(&here, "list.html"), "tbody tr").iter().map(|r| r.child_elements().count()).collect();
    assert_eq!(cells, vec![4; plan.len()]);
    assert_eq!(mixplan(&here, &["report", "posters", "out"]).code, 2);
}

#[test]
fn every_household_gets_its_own_letter() {
    let here = town("letters", "600");
    let appeal = "\n[appeal]\nuntil = 2027-01-31\noffice = \"Housing Office, room 4\"\n";
    write(&here, "town/plan.toml", &(read(&here, "town/plan.toml") + appeal));
    publish(&here, "en");
    let page = page(&here, "letters-001.html");
    let letters: Vec<String> = all(&page, "article.letter").iter().map(text).collect();
    let households = read(&here, "town/households.csv");
    let keys: Vec<&str> = households.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(letters.len(), keys.len());
    for (letter, key) in letters.iter().zip(&keys) {
        assert!(letter.contains(&format!("To household {key}")), "{letter}");
        let others = keys.iter().filter(|other| *other != key && letter.contains(**other)).count();
        assert_eq!(others, 0, "a letter names somebody else: {letter}");
        assert!(letter.contains("2027-01-31") && letter.contains("room 4"), "{letter}");
    }
    let letter_of = |key: &str| &letters[keys.iter().position(|other| *other == key).expect("a household")];
    for row in rows(&here, "plan.csv") {
        let letter = letter_of(&row[0]);
        assert!(letter.contains(&row[8]) && letter.contains(&format!("Turn {} of", row[1])), "{letter}");
        assert_eq!(letter.contains("Why not an earlier choice"), row[10] != "1" || row[11] != "1", "{letter}");
    }
    let unplaced = read(&here, "out/unplaced.csv");
    for line in unplaced.lines().skip(1) {
        let key = line.split(',').next().expect("a household");
        let letter = letter_of(key);
        assert!(letter.contains("no home for you") && letter.contains("accept only these homes"), "{letter}");
        assert!(letter.contains("Enough to house this one"), "what would help: {letter}");
    }
}

/// What `explain` tells a household, its letter tells it too.
#[test]
fn letters_and_explanations_agree() {
    let here = town("letters_agree", "600");
    publish(&here, "en");
    let page = page(&here, "letters-001.html");
    let letters: Vec<String> = all(&page, "article.letter").iter().map(text).collect();
    let later: Vec<String> =
        rows(&here, "plan.csv").into_iter().filter(|row| row[10] != "1").map(|row| row[0].clone()).collect();
    assert!(!later.is_empty());
    for key in later.iter().take(6) {
        let letter = letters.iter().find(|letter| letter.contains(&format!("To household {key}"))).expect("a letter");
        let explained = mixplan(&here, &["explain", "out", key]).out;
        for line in explained.lines().filter(|line| line.starts_with("Not choice 1")) {
            assert!(letter.contains(line), "{line}\n{letter}");
        }
    }
}

#[test]
fn a_letter_comes_in_the_language_asked_for() {
    let here = town("letters_language", "60");
    let households = read(&here, "town/households.csv");
    let said = |at: usize| ["letter_language", "中文", "English", "", "Kernewek"][if at == 0 { 0 } else { 1 + at % 4 }];
    let lines: Vec<String> = households.lines().enumerate().map(|(at, line)| format!("{line},{}", said(at))).collect();
    write(&here, "town/households.csv", &(lines.join("\n") + "\n"));
    publish(&here, "en");
    let langs = |name: &str| -> Vec<String> {
        let page = page(&here, name);
        all(&page, "article.letter").iter().map(|e| e.attr("lang").unwrap_or("").to_owned()).collect()
    };
    let found = langs("letters-001.html");
    for (at, lang) in (1..).zip(&found) {
        assert_eq!(lang, if at % 4 == 0 { "zh" } else { "en" }, "letter {at}");
    }
    assert_eq!(mixplan(&here, &["report", "letters", "out", "--lang", "both"]).code, 0);
    assert_eq!(langs("letters-001.html").len(), 2 * found.len());
}

#[test]
fn many_letters_come_in_parts() {
    let here = town("parts", "1100");
    assert_eq!(mixplan(&here, &["plan", "town/plan.toml", "--out", "out"]).code, 0);
    write(&here, "out/letters-003.html", "of an earlier time");
    assert_eq!(mixplan(&here, &["report", "letters", "out", "--lang", "zh"]).code, 0);
    let letters = |name: &str| all(&page(&here, name), "article.letter").len();
    assert_eq!([letters("letters-001.html"), letters("letters-002.html")], [1000, 100]);
    assert!(!here.join("out/letters-003.html").exists());
}
