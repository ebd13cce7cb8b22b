//! `households.csv`: rows to households, opt-ins, bonds and declared groups.

use super::cells;
use super::choices::{self, Fault};
use super::codes::Code;
use super::dwellings::{FLOORS, pairs};
use super::groups::Groups;
use super::headers::{Need, Recognised, Wanted};
use super::plan::Fit;
use super::problem::{Problem, Problems};
use super::table::{Mark, Row, Table};
use super::{FileSummary, SourceFile};
use crate::model::{Agreement, BondId, Choices, HomeTypeId, Household, Needs};

const fn column(name: &'static str, need: Need) -> Wanted {
    Wanted { name, need }
}

/// The columns, in the order of the constants below.
pub(super) const COLUMNS: [Wanted; 15] = [
    column("household", Need::Required),
    column("persons", Need::Required),
    column("group", Need::Optional),
    column("home_types", Need::Optional),
    column("step_free", Need::Optional),
    column("max_floor", Need::Optional),
    column("priority", Need::Optional),
    column("choices", Need::Optional),
    column("choice_#", Need::Many),
    column("together", Need::Optional),
    column("agreement", Need::Optional),
    column("agreement_date", Need::Optional),
    column("mixing", Need::Optional),
    // Accepted and not kept: nothing here is decided by where people come from.
    column("origin", Need::Many),
    column("letter_language", Need::Optional),
];
const HOUSEHOLD: usize = 0;
const PERSONS: usize = 1;
const GROUP: usize = 2;
const HOME_TYPES: usize = 3;
const STEP_FREE: usize = 4;
const MAX_FLOOR: usize = 5;
const PRIORITY: usize = 6;
const CHOICES: usize = 7;
const NUMBERED: usize = 8;
const TOGETHER: usize = 9;
const AGREEMENT: usize = 10;
const AGREEMENT_DATE: usize = 11;
const MIXING: usize = 12;
const LETTER_LANGUAGE: usize = 14;

const MANY: i64 = u32::MAX as i64 - 1;

/// What rows are held against.
pub(super) struct Against<'a> {
    /// Names of estates, sorted; `None` where the stock could not be read.
    pub estates: Option<&'a [String]>,
    /// Home types of stock and fit table, sorted; `None` where the stock could not be read.
    pub home_types: Option<&'a [String]>,
    /// The fit table.
    pub fit: &'a Fit,
}

/// One good row.
struct Raw {
    mark: Mark,
    who: Household,
    group: Option<u32>,
    together: String,
    opt_in: bool,
    language: Option<&'static str>,
}

/// What the file holds, by household key.
pub(super) struct People {
    /// Households, with their bonds.
    pub households: Vec<Household>,
    /// Number of the declared group, per household.
    pub groups: Vec<Option<u32>>,
    /// Opt-in, per household.
    pub opt_ins: Vec<bool>,
    /// Language of letters, per household: `zh`, `en`, or none of these.
    pub languages: Vec<Option<&'static str>>,
    /// Bond keys, sorted.
    pub bonds: Vec<String>,
    /// Households that need a fit table; there is none.
    pub without_fit: u64,
}

/// Reads the file.
pub(super) fn read(
    file: &SourceFile,
    against: &Against,
    groups: &mut Groups,
    problems: &mut Problems,
) -> (Option<People>, FileSummary) {
    let Some(table) = Table::open(file, &COLUMNS, problems) else {
        return (None, FileSummary::new(&file.name, 0, 0, Recognised::default()));
    };
    refuse_two_kinds_of_choices(&table, file, problems);
    let mut raws: Vec<Raw> = Vec::new();
    let mut without_fit = 0;
    let rows =
        table.each(problems, |row, problems| raws.extend(household(row, against, groups, &mut without_fit, problems)));
    let Some(rows) = rows else {
        return (None, FileSummary::new(&file.name, 0, 0, table.header.recognised));
    };
    raws.sort_unstable_by(|a, b| (&a.who.key, a.mark).cmp(&(&b.who.key, b.mark)));
    drop_twins(&table, &mut raws, problems);
    let bonds = bonds(&table, &mut raws, problems);
    let signed = raws.iter().filter(|raw| raw.who.signed()).count() as u64;
    let mut people = People {
        households: Vec::new(),
        groups: Vec::new(),
        opt_ins: Vec::new(),
        languages: Vec::new(),
        bonds,
        without_fit,
    };
    for raw in raws {
        people.households.push(raw.who);
        people.groups.push(raw.group);
        people.opt_ins.push(raw.opt_in);
        people.languages.push(raw.language);
    }
    (Some(people), FileSummary::new(&file.name, rows, signed, table.header.recognised))
}

fn refuse_two_kinds_of_choices(table: &Table, file: &SourceFile, problems: &mut Problems) {
    if !table.header.at[CHOICES].is_empty() && !table.header.at[NUMBERED].is_empty() {
        let (first, second) = (table.column_name(CHOICES, "choices"), table.column_name(NUMBERED, "choice_1"));
        let mut problem = Problem::new(Code::ColumnTwice, &file.name).column(second);
        problem.row = Some(1);
        problems.push(problem.with("column", "choices").with("first", first).with("second", second));
    }
}

fn household(
    row: &Row,
    against: &Against,
    groups: &mut Groups,
    without_fit: &mut u64,
    problems: &mut Problems,
) -> Option<Raw> {
    let before = problems.blocking;
    let key = row.needed(HOUSEHOLD, "household", problems).to_owned();
    row.needed(PERSONS, "persons", problems);
    let persons = row.whole(PERSONS, "persons", (1, 999), problems).map(|n| n as u32);
    let step_free = row.yes_no(STEP_FREE, "step_free", problems);
    let max_floor = max_floor(row, problems);
    let priority = row.whole(PRIORITY, "priority", (1, MANY), problems).map(|n| n as u32);
    let choices = wishes(row, against, problems);
    let home_types = home_types(row, persons, against, without_fit, problems);
    let together = row.cell(TOGETHER, problems).to_owned();
    let group = row.cell(GROUP, problems);
    let opt_in = mixing(row, problems);
    let language = language(row.cell(LETTER_LANGUAGE, problems));
    let agreement_problems = problems.list.len();
    let agreement = agreement(row, problems);
    if problems.blocking > before {
        // The row is out for another reason; that it did not agree either would be told a second time.
        let said = problems.list.split_off(agreement_problems);
        let twice = |p: &Problem| matches!(p.code, Code::NoAgreement | Code::AgreementUnclear);
        problems.list.extend(said.into_iter().filter(|p| !twice(p)));
        return None;
    }
    let needs = Needs { step_free, max_floor };
    let persons = persons.unwrap_or(1);
    let who = Household { key, persons, home_types, needs, priority, choices, bond: None, agreement };
    Some(Raw { mark: row.mark, who, group: groups.declared(group), together, opt_in, language })
}

fn max_floor(row: &Row, problems: &mut Problems) -> Option<i16> {
    let floor = row.whole(MAX_FLOOR, "max_floor", FLOORS, problems)?;
    if floor == 0 {
        let text = row.cell(MAX_FLOOR, problems);
        problems.push(row.problem(Code::ImpossibleFloor, MAX_FLOOR).with("value", text));
    }
    Some(floor as i16)
}

fn wishes(row: &Row, against: &Against, problems: &mut Problems) -> Choices {
    let numbered = row.cells(NUMBERED, problems);
    let (column, text) = if numbered.is_empty() {
        (CHOICES, row.cell(CHOICES, problems).to_owned())
    } else {
        let named: Vec<&str> = numbered.into_iter().filter(|cell| !cell.is_empty()).collect();
        (NUMBERED, named.join(">"))
    };
    choices::choices(&text, against.estates).unwrap_or_else(|faults| {
        report(row, column, "choices", &text, faults, problems);
        Choices::default()
    })
}

/// Turns faults of a list into problems of its cell.
fn report(row: &Row, column: usize, own: &'static str, text: &str, faults: Vec<Fault>, problems: &mut Problems) {
    for (code, params) in faults {
        let mut problem = if params.is_empty() { row.bad(code, column, own, text) } else { row.problem(code, column) };
        problem.params.extend(params);
        problems.push(problem);
    }
}

fn home_types(
    row: &Row,
    persons: Option<u32>,
    against: &Against,
    without_fit: &mut u64,
    problems: &mut Problems,
) -> Vec<HomeTypeId> {
    let text = row.cell(HOME_TYPES, problems);
    if !text.is_empty() {
        let types = choices::home_types(text, against.home_types).unwrap_or_else(|faults| {
            report(row, HOME_TYPES, "home_types", text, faults, problems);
            Vec::new()
        });
        return types.into_iter().map(HomeTypeId::new).collect();
    }
    let (Some(persons), Fit::Table(fit)) = (persons, against.fit) else {
        *without_fit += 1;
        return Vec::new();
    };
    let Some(types) = fit.types(persons) else {
        let problem = row.problem(Code::TooBigForFit, PERSONS).with("persons", persons);
        problems.push(problem.with("largest", fit.largest()));
        return Vec::new();
    };
    let known = against.home_types.unwrap_or_default();
    types.iter().filter_map(|t| known.binary_search(t).ok()).map(HomeTypeId::new).collect()
}

/// The language somebody wants letters in; where we do not write it, letters come in that of the other files.
fn language(cell: &str) -> Option<&'static str> {
    match cell.to_lowercase().as_str() {
        "zh" | "chinese" | "中文" | "汉语" | "普通话" => Some("zh"),
        "en" | "english" | "英文" | "英语" => Some("en"),
        _ => None,
    }
}

/// Blank is no; what is unclear is no as well, and said.
fn mixing(row: &Row, problems: &mut Problems) -> bool {
    let text = row.cell(MIXING, problems);
    let answer = cells::yes_no(text);
    if answer.is_none() && !text.is_empty() {
        problems.push(row.problem(Code::MixingUnclear, MIXING).with("value", text));
    }
    answer.unwrap_or(false)
}

/// What an agreement cell says; `None` where it is not clear.
fn signature(text: &str) -> Option<Agreement> {
    match text {
        "" | "未签" | "未签订" | "不同意" => return Some(Agreement::None),
        "已签" | "已签订" | "同意" => return Some(Agreement::Yes),
        _ => {}
    }
    match cells::yes_no(text) {
        Some(true) => Some(Agreement::Yes),
        Some(false) => Some(Agreement::None),
        None => cells::date(text).map(Agreement::Dated),
    }
}

/// Only a clear agreement is one. With a column of answers and one of dates, both must speak for it.
fn agreement(row: &Row, problems: &mut Problems) -> Agreement {
    let (answers, dates) = (row.cell(AGREEMENT, problems), row.cell(AGREEMENT_DATE, problems));
    let (column, text, date) =
        if row.has(AGREEMENT) { (AGREEMENT, answers, dates) } else { (AGREEMENT_DATE, dates, "") };
    let read = match (signature(text), cells::date(date)) {
        (answer, _) if date.is_empty() => answer,
        (Some(Agreement::Yes), Some(date)) => Some(Agreement::Dated(date)),
        (Some(Agreement::Dated(one)), Some(other)) if one == other => Some(Agreement::Dated(one)),
        (Some(Agreement::None), None) if signature(date) == Some(Agreement::None) => Some(Agreement::None),
        _ => None,
    };
    match read {
        Some(Agreement::None) => problems.push(row.problem(Code::NoAgreement, column)),
        Some(_) => {}
        None => {
            let shown: Vec<&str> = [text, date].into_iter().filter(|t| !t.is_empty()).collect();
            problems.push(row.problem(Code::AgreementUnclear, column).with("value", shown.join(" · ")));
        }
    }
    read.unwrap_or_default()
}

/// Two rows with one id: which is right nobody can tell, so neither is used.
fn drop_twins(table: &Table, raws: &mut Vec<Raw>, problems: &mut Problems) {
    let mut spoiled = vec![false; raws.len()];
    let order: Vec<usize> = (0..raws.len()).collect();
    for twins in order.chunk_by(|&a, &b| raws[a].who.key == raws[b].who.key).filter(|t| t.len() > 1) {
        for (index, other) in pairs(twins, problems.leave_out) {
            let problem = table.problem(Code::HouseholdTwice, raws[index].mark, Some(HOUSEHOLD));
            problems.push(problem.with("household", &raws[index].who.key).with("other", raws[other].mark.line));
            spoiled[index] = true;
        }
    }
    let mut spoiled = spoiled.into_iter();
    raws.retain(|_| !spoiled.next().expect("one entry per row"));
}

/// Bond keys, sorted; sets each member's bond and notes bonds of one.
fn bonds(table: &Table, raws: &mut [Raw], problems: &mut Problems) -> Vec<String> {
    let mut keys: Vec<String> = raws.iter().map(|raw| raw.together.clone()).filter(|k| !k.is_empty()).collect();
    keys.sort_unstable();
    let alone: Vec<&str> = keys.chunk_by(|a, b| a == b).filter(|c| c.len() == 1).map(|c| c[0].as_str()).collect();
    for raw in raws.iter() {
        if alone.binary_search(&raw.together.as_str()).is_ok() {
            let problem = table.problem(Code::BondAlone, raw.mark, Some(TOGETHER));
            problems.push(problem.with("bond", &raw.together));
        }
    }
    keys.dedup();
    for raw in raws.iter_mut() {
        raw.who.bond = keys.binary_search(&raw.together).ok().map(BondId::new);
    }
    keys
}
