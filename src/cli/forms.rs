//! How files were read: what was found out about them, what was mended, which column became what.

use super::desk::{Desk, WIDTH};
use crate::read::{FileSummary, Problem, Reading};
use crate::report::{Words, args, text_table};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Tells on stderr how each file was read, and how to have it read otherwise.
pub fn tell(desk: &Desk, reading: &Reading) {
    for line in lines(&desk.words, reading) {
        desk.tell(&line);
    }
}

/// The same as lines of text.
pub fn lines(words: &Words, reading: &Reading) -> Vec<String> {
    let read: Vec<String> = reading.summary.files.iter().filter_map(|file| line(words, file)).collect();
    let hint = (!read.is_empty()).then(|| words.plain("read-override"));
    read.into_iter().chain(hint).collect()
}

fn line(words: &Words, file: &FileSummary) -> Option<String> {
    let form = file.form.as_ref()?;
    let header = match form.header_rows {
        2 => format!("{}-{}", form.header_row, form.header_row + 1),
        _ => form.header_row.to_string(),
    };
    let name = match form.delimiter {
        Some('\t') => "tab",
        Some(';') => "semicolon",
        Some('，') => "wide",
        _ => "comma",
    };
    let rows = if form.person_rows { "person" } else { "other" };
    let what = args([
        ("file", file.file.as_str().into()),
        ("encoding", form.encoding.map_or("", |encoding| encoding.name()).into()),
        ("delimiter", name.into()),
        ("sheet", form.sheet.as_deref().unwrap_or_default().into()),
        ("header", header.into()),
        ("rows", rows.into()),
    ]);
    Some(words.say(if form.sheet.is_some() { "read-as-sheet" } else { "read-as-text" }, &what))
}

/// What was mended and what is listed, file by file.
pub fn outcome(words: &Words, reading: &Reading) -> Vec<String> {
    let mut lines = Vec::new();
    let join = |parts: Vec<String>| parts.join(&words.plain("list-comma"));
    for file in &reading.summary.files {
        let name = || ("file", file.file.as_str().into());
        let repaired = file.repaired.iter().map(|(repair, count)| {
            let kind = words.say("read-repair", &args([("kind", repair.id().into())]));
            format!("{kind} {count}")
        });
        let repaired: Vec<String> = repaired.collect();
        if !repaired.is_empty() {
            lines.push(words.say("read-repaired", &args([name(), ("what", join(repaired).into())])));
        }
        let listed = listed(file, &reading.problems).into_iter().map(|(code, (count, problem))| {
            let title = words.say_text(&format!("{}-title", problem.code.id()), &problem.params);
            format!("{title} ({code}) {count}")
        });
        let listed: Vec<String> = listed.collect();
        if !listed.is_empty() {
            lines.push(words.say("read-why-listed", &args([name(), ("what", join(listed).into())])));
        }
    }
    lines
}

/// By code, how many rows of a file are listed for it.
fn listed<'p>(file: &FileSummary, problems: &'p [Problem]) -> BTreeMap<&'static str, (u64, &'p Problem)> {
    let mut counts: BTreeMap<&str, (u64, &Problem)> = BTreeMap::new();
    let notes = |problem: &&Problem| problem.severity != crate::read::Severity::Note && problem.row.is_some();
    for problem in problems.iter().filter(notes).filter(|problem| problem.file == file.file) {
        counts.entry(problem.code.id()).or_insert((0, problem)).0 += 1;
    }
    counts
}

/// One file for JSON.
pub fn as_json(file: &FileSummary, problems: &[Problem]) -> Value {
    let columns = file.header.columns.iter();
    let columns = columns.map(|m| json!({ "header": m.header, "column": m.column, "score": m.score }));
    let mut value = json!({
        "file": file.file, "rows": file.rows, "used": file.used, "listed": file.listed,
        "ignored": file.header.ignored, "refused": file.header.refused,
        "columns": columns.collect::<Vec<_>>(),
        "repaired": file.repaired.iter().map(|(r, count)| (r.id(), *count)).collect::<BTreeMap<_, _>>(),
        "listed_by": listed(file, problems).into_iter().map(|(c, (count, _))| (c, count)).collect::<BTreeMap<_, _>>(),
    });
    if let Some(form) = &file.form {
        value["encoding"] = json!(form.encoding.map(|encoding| encoding.name()));
        value["delimiter"] = json!(form.delimiter.map(String::from));
        value["sheet"] = json!(form.sheet);
        value["header_row"] = json!(form.header_row);
        value["header_rows"] = json!(form.header_rows);
        value["person_rows"] = json!(form.person_rows);
    }
    value
}

/// Which column of each file became what, and a block for the plan file that says the same.
pub fn mapping(words: &Words, reading: &Reading) -> String {
    let header = ["read-file", "read-header", "read-column", "read-score"].map(|key| words.plain(key));
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut block = String::new();
    for (file, section) in reading.summary.files.iter().zip(sections(reading)) {
        let headers = &file.header;
        for m in &headers.columns {
            rows.push(vec![file.file.clone(), m.header.clone(), m.column.clone(), m.score.to_string()]);
        }
        for (names, key) in [(&headers.ignored, "read-ignored-one"), (&headers.refused, "read-refused-one")] {
            let what = words.plain(key);
            rows.extend(names.iter().map(|name| vec![file.file.clone(), name.clone(), what.clone(), String::new()]));
        }
        let _ = writeln!(block, "[columns.{section}]");
        let several = |name: &str| headers.columns.iter().filter(|m| m.column == name).count() > 1;
        for m in headers.columns.iter().filter(|m| !several(&m.column) && !m.header.starts_with('#')) {
            let _ = writeln!(block, "{} = {}", m.column, quoted(&m.header));
        }
        block.push('\n');
    }
    format!("{}\n\n{}\n\n{block}", text_table(&header, &rows, WIDTH), words.plain("read-paste"))
}

/// The section of each table, in the order read.
fn sections(reading: &Reading) -> Vec<&'static str> {
    // Dwellings come first; a plan file may name one of the two alone.
    match reading.summary.files.len() {
        2 => vec!["dwellings", "households"],
        _ if reading.summary.households > 0 => vec!["households"],
        _ => vec!["dwellings"],
    }
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' => "\\\"".to_owned(),
        '\\' => "\\\\".to_owned(),
        c if c.is_control() => format!("\\u{:04X}", c as u32),
        c => c.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}
