//! Names that would like to be something else: markup, formulas, another direction, endless. They stay text.

use super::{PAGES, all, book, page, publish, text};
use crate::desk::{mixplan, read, town, write};
use calamine::Reader;
use std::path::Path;

const SCRIPT: &str = "<script>alert(1)</script>";
const FORMULA: &str = "@SUM(1+1)*cmd|' /C calc'!A0";
const RIGHT_TO_LEFT: &str = "بلدة \"&amp;\"";

/// The demo town with other names in every text field.
fn spoiled(name: &str) -> (std::path::PathBuf, String) {
    let here = town(name, "600");
    let long = "Long".repeat(200);
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let dwellings = read(&here, "town/dwellings.csv");
    let change = |line: &str, at: usize| {
        let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        if at > 0 {
            let estate = match cells[1].as_str() {
                "North" => RIGHT_TO_LEFT.to_owned(),
                "South" => long.clone(),
                _ => "<script &lt;".to_owned(),
            };
            cells[0] = format!("{FORMULA}{}", cells[0]);
            cells[1] = estate;
            cells[2] = format!("<b>{}", cells[2]);
            cells[5] = format!("{}</td>", cells[5]);
        }
        cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",")
    };
    let lines: Vec<String> = dwellings.lines().enumerate().map(|(at, line)| change(line, at)).collect();
    write(&here, "town/dwellings.csv", &(lines.join("\n") + "\n"));
    let households = read(&here, "town/households.csv");
    let change = |line: &str, at: usize| {
        let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        if at > 0 {
            cells[0] = format!("{FORMULA}{SCRIPT}{}", cells[0]);
            if !cells[2].is_empty() {
                cells[2] = format!("{SCRIPT}{}", cells[2]);
            }
            cells[7] = "*".to_owned();
        }
        cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",")
    };
    let lines: Vec<String> = households.lines().enumerate().map(|(at, line)| change(line, at)).collect();
    write(&here, "town/households.csv", &(lines.join("\n") + "\n"));
    let plan = read(&here, "town/plan.toml").replace("synthetic town 7", "</code>\u{202e}=1+1");
    let tail = "\n[mandate]\nauthority = \"</bdi><img src=x>\"\nreason = \"\u{202e}reason\"\nexpires = 2027-06-30\n\
                signed_by = \"=1+1\"\n[appeal]\nuntil = \"2027-01-31\"\noffice = \"<style>*{display:none}</style>\"\n";
    write(&here, "town/plan.toml", &(plan + tail));
    (here, long)
}

/// No element that a name brought in, and the names as they were written.
fn stays_text(here: &Path, long: &str) {
    for name in PAGES {
        let page = page(here, name);
        assert!(all(&page, "script, b, img, main style, body style").is_empty(), "{name}: a name became markup");
        let said = text(&all(&page, "main")[0]);
        let signs: &[&str] = match name {
            "report.html" => &["</code>\u{202e}=1+1", "</bdi><img src=x>", SCRIPT],
            "list.html" => &[SCRIPT, FORMULA, "</td>"],
            _ => &[SCRIPT, FORMULA, "<style>*{display:none}</style>"],
        };
        for sign in signs.iter().copied().chain([RIGHT_TO_LEFT, long]) {
            assert!(said.contains(sign), "{name} lacks {sign}");
        }
        // What runs the other way cannot turn round what stands beside it.
        for turned in
            all(&page, "body *").iter().filter(|e| e.child_elements().next().is_none() && text(e).contains('\u{202e}'))
        {
            assert!(["bdi"].contains(&turned.value().name()), "{name}: {}", turned.html());
        }
    }
}

#[test]
fn names_stay_text_in_every_page() {
    let (here, long) = spoiled("names");
    for lang in ["en", "zh"] {
        let _ = std::fs::remove_dir_all(here.join("out"));
        publish(&here, lang);
        stays_text(&here, &long);
    }
    assert_eq!(mixplan(&here, &["verify", "out"]).code, 0);
}

#[test]
fn names_stay_text_in_tables() {
    let (here, _) = spoiled("names_tables");
    publish(&here, "en");
    for (_, rows) in book::sheets(&here) {
        for cell in rows.iter().flatten() {
            let text = matches!(cell, calamine::Data::String(_) | calamine::Data::Empty);
            assert!(text || cell.to_string().parse::<f64>().is_ok(), "{cell:?}");
        }
    }
    let bytes = std::fs::read(here.join("out/plan.xlsx")).expect("plan.xlsx");
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).expect("a spreadsheet");
    let formulas = book.worksheet_formula("Plan").expect("a sheet");
    assert!(formulas.used_cells().next().is_none(), "a name became a formula");
    let list = mixplan(&here, &["report", "list", "out", "--format", "csv"]).out;
    assert!(list.contains(&format!("\"'{FORMULA}")) || list.contains(&format!(",'{FORMULA}")), "{list}");
    assert!(!list.lines().any(|line| line.split(',').any(|cell| cell.starts_with(['=', '@', '+']))), "{list}");
}

/// With names and groups in Chinese, a Chinese page has no Latin words but codes and names of files.
#[test]
fn chinese_pages_are_chinese() {
    let here = town("chinese", "300");
    let names = [("North", "北苑"), ("South", "南苑"), ("East", "东苑"), ("West", "西苑")];
    let translate = |text: String| names.iter().fold(text, |text, (from, to)| text.replace(from, to));
    let dwellings = translate(read(&here, "town/dwellings.csv"));
    write(&here, "town/dwellings.csv", &dwellings);
    let groups = |line: &str| {
        let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        let named = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"];
        if let [letter @ b'A'..=b'H'] = cells[2].as_bytes() {
            cells[2] = named[usize::from(letter - b'A')].to_owned();
        }
        cells.join(",")
    };
    let households: Vec<String> = translate(read(&here, "town/households.csv")).lines().map(groups).collect();
    write(&here, "town/households.csv", &(households.join("\n") + "\n"));
    let dwellings: Vec<String> = read(&here, "town/dwellings.csv")
        .lines()
        .map(|line| {
            let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            if let [letter @ b'A'..=b'H'] = cells[9].as_bytes() {
                cells[9] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"][usize::from(letter - b'A')].to_owned();
            }
            cells.join(",")
        })
        .collect();
    write(&here, "town/dwellings.csv", &(dwellings.join("\n") + "\n"));
    write(&here, "town/plan.toml", &read(&here, "town/plan.toml").replace("synthetic town 7", "骰子 4 1 6"));
    publish(&here, "zh");
    for name in PAGES {
        let page = page(&here, name);
        let code = |name: &str| ["code", "pre", "style"].contains(&name);
        let said = page.root_element().descendants().filter_map(|node| {
            let mut above = node.ancestors().filter_map(|up| up.value().as_element());
            if above.any(|element| code(element.name())) { None } else { node.value().as_text() }
        });
        let labels = all(&page, "[aria-label]");
        let labels = labels.iter().filter_map(|e| e.attr("aria-label"));
        for line in said.map(|text| &**text).chain(labels) {
            let keys = |word: &str| {
                word.starts_with(|c: char| c.is_ascii_uppercase()) && word.contains(|c: char| c.is_ascii_digit())
            };
            let latin = |word: &&str| word.chars().filter(|c| c.is_ascii_alphabetic()).count() > 1 && !keys(word);
            let found: Vec<&str> =
                line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).filter(latin).collect();
            assert!(found.is_empty(), "{name}: {found:?} in {line}");
        }
    }
}
