//! `households.csv`: rows to households, opt-ins, bonds and declared groups.

use super::cells;
use super::choices::{self, Fault};
use super::codes::Code;
use super::doubts::{Doubts, Signed};
use super::dwellings::{FLOORS, pairs};
use super::groups::Groups;
use super::headers::{Care, Need, Wanted};
use super::hints::Hints;
use super::persons;
use super::plan::Fit;
use super::problem::{Problem, Problems};
use super::repairs::Repair;
use super::signature;
use super::table::{Mark, Row, Table};
use super::{FileSummary, SourceFile};
use crate::model::{BondId, Choices, Doubt, HomeTypeId, Household, Needs};

const fn column(name: &'static str, need: Need, care: Care) -> Wanted {
    Wanted { name, need, care }
}

/// The columns, in the order of the constants below.
pub(super) const COLUMNS: [Wanted; 20] = [
    column("household", Need::Required, Care::Key),
    // Where each row is a person, they can be counted.
    column("persons", Need::Unless(&["relation", "person"]), Care::Plain),
    column("group", Need::Optional, Care::Plain),
    column("home_types", Need::Optional, Care::Plain),
    column("step_free", Need::Optional, Care::Vital),
    column("max_floor", Need::Optional, Care::Vital),
    column("priority", Need::Optional, Care::Plain),
    column("choices", Need::Optional, Care::Plain),
    column("choice_#", Need::Many, Care::Plain),
    column("together", Need::Optional, Care::Key),
    column("agreement", Need::Optional, Care::Plain),
    column("agreement_date", Need::Optional, Care::Plain),
    column("mixing", Need::Optional, Care::Plain),
    // Looked at for plausibility and not kept: nothing here is decided by where people come from.
    column("origin", Need::Many, Care::Loose),
    column("relation", Need::Optional, Care::Loose),
    column("person", Need::Optional, Care::Loose),
    column("household_group", Need::Optional, Care::Plain),
    column("agreement_before", Need::Optional, Care::Loose),
    column("listed_on", Need::Optional, Care::Loose),
    column("letter_language", Need::Optional, Care::Loose),
];
pub(super) const HOUSEHOLD: usize = 0;
pub(super) const PERSONS: usize = 1;
pub(super) const GROUP: usize = 2;
const HOME_TYPES: usize = 3;
pub(super) const STEP_FREE: usize = 4;
pub(super) const MAX_FLOOR: usize = 5;
const PRIORITY: usize = 6;
const CHOICES: usize = 7;
const NUMBERED: usize = 8;
const TOGETHER: usize = 9;
pub(super) const AGREEMENT: usize = 10;
pub(super) const AGREEMENT_DATE: usize = 11;
pub(super) const MIXING: usize = 12;
pub(super) const ORIGIN: usize = 13;
pub(super) const RELATION: usize = 14;
pub(super) const PERSON: usize = 15;
pub(super) const HOUSEHOLD_GROUP: usize = 16;
pub(super) const AGREEMENT_BEFORE: usize = 17;
pub(super) const LISTED_ON: usize = 18;
const LETTER_LANGUAGE: usize = 19;

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

/// One good row, or the good rows of one household.
struct Raw {
    mark: Mark,
    who: Household,
    group: Option<u32>,
    together: String,
    opt_in: bool,
    /// How many rows of the file.
    rows: u64,
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
    /// What makes agreements doubtful.
    pub doubts: Vec<Doubt>,
}

/// Reads the file.
pub(super) fn read(
    file: &SourceFile,
    hints: &Hints,
    against: &Against,
    groups: &mut Groups,
    problems: &mut Problems,
) -> (Option<People>, FileSummary) {
    let Some(mut table) = Table::open(file, &COLUMNS, hints, problems) else {
        return (None, FileSummary::unread(&file.name));
    };
    refuse_two_kinds_of_choices(&table, file, problems);
    let by_person = hints.person_rows.unwrap_or_else(|| persons::has_person_rows(&table));
    table.form().person_rows = by_person;
    let mut reader = Reader { against, groups, raws: Vec::new(), without_fit: 0, doubts: Doubts::new(hints) };
    let rows = if by_person {
        let aliases = reader.groups.aliases.clone();
        persons::each(&mut table, hints, &aliases, problems, |row, rows, problems| reader.take(row, rows, problems))
    } else {
        table.each(problems, |row, problems| {
            reader.take(row, 1, problems);
        })
    };
    let Reader { mut raws, without_fit, doubts, .. } = reader;
    let Some(rows) = rows else { return (None, FileSummary::new(file, table, 0, 0, problems)) };
    raws.sort_unstable_by(|a, b| (&a.who.key, a.mark).cmp(&(&b.who.key, b.mark)));
    drop_twins(&table, &mut raws, problems);
    let bonds = bonds(&table, &mut raws, problems);
    let signed = raws.iter().filter(|raw| raw.who.signed()).map(|raw| raw.rows).sum();
    let doubts = doubts.settle(file, problems);
    let mut people = People {
        households: Vec::new(),
        groups: Vec::new(),
        opt_ins: Vec::new(),
        languages: Vec::new(),
        bonds,
        without_fit,
        doubts,
    };
    for raw in raws {
        people.households.push(raw.who);
        people.groups.push(raw.group);
        people.opt_ins.push(raw.opt_in);
        people.languages.push(raw.language);
    }
    (Some(people), FileSummary::new(file, table, rows.all, signed, problems))
}

/// Rows as they become households.
struct Reader<'a> {
    against: &'a Against<'a>,
    groups: &'a mut Groups,
    raws: Vec<Raw>,
    without_fit: u64,
    doubts: Doubts,
}

impl Reader<'_> {
    /// Takes one household, said in so many rows. Returns whether it takes part in the draw.
    fn take(&mut self, row: &Row, rows: u64, problems: &mut Problems) -> bool {
        let raw = household(row, self.against, self.groups, &mut self.without_fit, problems);
        let Some(raw) = raw else { return false };
        self.doubts.take(&Signed {
            origin: row.cells(ORIGIN),
            agreement: &raw.who.agreement,
            before: row.cell(AGREEMENT_BEFORE),
            answer: row.cell(AGREEMENT),
            listed_on: row.date(row.cell(LISTED_ON)).map(|date| date.iso),
        });
        let signed = raw.who.signed();
        self.raws.push(Raw { rows, ..raw });
        signed
    }
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
    let together = row.cell(TOGETHER).to_owned();
    let declared = row.cell(HOUSEHOLD_GROUP);
    let group = if declared.is_empty() { row.cell(GROUP) } else { declared };
    let opt_in = signature::mixing(row, problems);
    let language = language(row.cell(LETTER_LANGUAGE));
    let agreement_problems = problems.list.len();
    let agreement = signature::agreement(row, problems);
    if row.spoiled || problems.blocking > before {
        // The row is out for another reason; that it did not agree either would be told a second time.
        let said = problems.list.split_off(agreement_problems);
        let twice = |p: &Problem| matches!(p.code, Code::NoAgreement | Code::AgreementUnclear);
        problems.list.extend(said.into_iter().filter(|p| !twice(p)));
        return None;
    }
    let needs = Needs { step_free, max_floor };
    let persons = persons.unwrap_or(1);
    let who = Household { key, persons, home_types, needs, priority, choices, bond: None, agreement };
    Some(Raw { mark: row.mark, who, group: groups.declared(group), together, opt_in, rows: 1, language })
}

fn max_floor(row: &Row, problems: &mut Problems) -> Option<i16> {
    let text = row.cell(MAX_FLOOR);
    let floor = match super::address::parts::floor(text) {
        Some(floor) if cells::whole(text).is_none() && (FLOORS.0..=FLOORS.1).contains(&floor) => {
            problems.repairs.count(Repair::Number);
            floor
        }
        _ => row.whole(MAX_FLOOR, "max_floor", FLOORS, problems)?,
    };
    if floor == 0 {
        problems.push(row.problem(Code::ImpossibleFloor, MAX_FLOOR).with("value", text));
    }
    Some(floor as i16)
}

fn wishes(row: &Row, against: &Against, problems: &mut Problems) -> Choices {
    let (column, text) = if row.has(NUMBERED) {
        let named: Vec<&str> = row.cells(NUMBERED).filter(|cell| !cell.is_empty()).collect();
        (NUMBERED, named.join(">"))
    } else {
        (CHOICES, row.cell(CHOICES).to_owned())
    };
    choices::choices(&text, against.estates, &mut problems.repairs).unwrap_or_else(|faults| {
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
    let text = row.cell(HOME_TYPES);
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
