//! Problems for the eye: the line, a caret under the cell, what to do; the rest as counts.

use super::desk::Desk;
use crate::read::{Code, Problem, Reading, Severity, SourceFile, is_refused, text_of};
use crate::report::{Words, args, csv_text};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::collections::BTreeMap;
use std::io::IsTerminal;

/// So many are shown one by one; `problems.csv` has them all.
const SHOWN: usize = 40;

/// The header of `problems.csv`.
pub const COLUMNS: [&str; 6] = ["file", "row", "column", "code", "problem", "remedy"];

/// Tells all problems on stderr: those that stop one by one, the others counted by kind.
pub fn tell(desk: &Desk, reading: &Reading) {
    let stopping: Vec<&Problem> = reading.problems.iter().filter(|p| p.severity.stops()).collect();
    for problem in stopping.iter().take(SHOWN) {
        desk.tell(&picture(&desk.words, problem, reading));
    }
    if stopping.len() > SHOWN {
        let more = (stopping.len() - SHOWN) as u64;
        desk.tell(&desk.words.say("problems-more", &args([("count", more.into())])));
    }
    let mut counted: BTreeMap<(Severity, &str, &str), Vec<&Problem>> = BTreeMap::new();
    for problem in reading.problems.iter().filter(|p| !p.severity.stops()) {
        counted.entry((problem.severity, &problem.file, problem.code.id())).or_default().push(problem);
    }
    for ((severity, file, code), all) in counted {
        let rows: Vec<String> = all.iter().filter_map(|p| p.row).take(5).map(|row| row.to_string()).collect();
        let key = match severity {
            Severity::Listed => "problems-listed",
            _ if rows.is_empty() => "problems-noted",
            _ => "problems-noted-rows",
        };
        let dots = if all.len() > rows.len() && !rows.is_empty() { " …" } else { "" };
        let what = args([
            ("file", file.into()),
            ("code", code.into()),
            ("count", (all.len() as u64).into()),
            ("title", desk.words.say_text(&format!("{code}-title"), &all[0].params).into()),
            ("rows", format!("{}{dots}", rows.join(", ")).into()),
        ]);
        desk.tell(&desk.words.say(key, &what));
        if severity == Severity::Note && all.len() == 1 {
            desk.tell(&format!("  {}", sentence(&desk.words, all[0], "problem")));
        }
    }
}

/// One of the sentences of a problem.
pub fn sentence(words: &Words, problem: &Problem, part: &str) -> String {
    words.say_text(&format!("{}-{part}", problem.code.id()), &problem.params)
}

/// A problem with the line it is in and a caret under the cell.
fn picture(words: &Words, problem: &Problem, reading: &Reading) -> String {
    let title = sentence(words, problem, "title");
    let source = reading.sources.iter().find(|source| source.name == problem.file);
    let whole_line = !holds_refused(problem, reading, source);
    let form = reading.summary.files.iter().find(|f| f.file == problem.file).and_then(|f| f.form.as_ref());
    let encoding = form.and_then(|form| form.encoding);
    let text = source.filter(|_| problem.code != Code::Undecodable).and_then(|source| text_of(source, encoding));
    let excerpt = text.and_then(|text| excerpt(&text, problem, whole_line));
    let label = sentence(words, problem, "problem");
    let title = Level::ERROR.with_name(words.plain("problem-level")).primary_title(&*title).id(problem.code.id());
    let mut group;
    if let Some((line, span)) = &excerpt {
        let snippet = Snippet::source(line.as_str()).line_start(problem.row.unwrap_or(1) as usize).path(&*problem.file);
        group = title.element(snippet.annotation(AnnotationKind::Primary.span(span.clone()).label(&*label)));
    } else {
        let place = [Some(problem.file.clone()), problem.row.map(|row| row.to_string()), problem.column.clone()];
        let place: Vec<String> = place.into_iter().flatten().collect();
        group = title.element(Level::NOTE.no_name().message(format!("{}: {label}", place.join(":"))));
    }
    let remedy = sentence(words, problem, "remedy");
    group = group.element(Level::HELP.with_name(words.plain("problem-remedy")).message(remedy));
    let colours = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// Whether the file of a problem has columns that nobody is shown.
fn holds_refused(problem: &Problem, reading: &Reading, source: Option<&SourceFile>) -> bool {
    match reading.summary.files.iter().find(|file| file.file == problem.file) {
        Some(file) => !file.header.refused.is_empty(),
        None => source.and_then(|source| text_of(source, None)).is_some_and(|text| {
            let first = text.lines().next().unwrap_or_default();
            first.split([',', ';', '\t', '，']).any(is_refused)
        }),
    }
}

/// The line around a span, and the span inside it. Where a file holds refused columns, only the cell itself: their
/// values are shown to nobody.
fn excerpt(text: &str, problem: &Problem, whole_line: bool) -> Option<(String, std::ops::Range<usize>)> {
    let (from, to) = problem.span?;
    if to > text.len() || !text.is_char_boundary(from) || !text.is_char_boundary(to) {
        return None;
    }
    if !whole_line && problem.row.is_some_and(|row| row > 1) {
        return Some((text[from..to].to_owned(), 0..to - from));
    }
    let start = text[..from].rfind('\n').map_or(0, |at| at + 1);
    let end = text[from..].find('\n').map_or(text.len(), |at| from + at);
    let line = text[start..end].trim_end_matches('\r');
    // The byte order mark takes no room on a screen.
    let skip = if line.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let place = |at: usize| at.saturating_sub(start + skip).min(line.len() - skip);
    Some((line[skip..].to_owned(), place(from)..place(to)))
}

/// `problems.csv`: every row not used and every other problem, with its remedy.
pub fn problems_csv(problems: &[Problem], words: &Words) -> String {
    let rows: Vec<[String; 6]> = problems.iter().map(|problem| cells(problem, words)).collect();
    csv_text(&COLUMNS, rows.iter().map(|row| row.iter().map(String::as_str)))
}

/// The cells of a problem in the order of [`COLUMNS`].
pub fn cells(problem: &Problem, words: &Words) -> [String; 6] {
    [
        problem.file.clone(),
        problem.row.map_or(String::new(), |row| row.to_string()),
        problem.column.clone().unwrap_or_default(),
        problem.code.id().to_owned(),
        sentence(words, problem, "problem"),
        sentence(words, problem, "remedy"),
    ]
}
