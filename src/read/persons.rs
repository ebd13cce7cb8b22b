//! Files with a row for each person: rows of one household become one row, as if the office had kept it so. What its
//! members say differently of the household is a problem, never a choice made here.

use super::cells;
use super::codes::Code;
use super::fold::plain;
use super::hints::Hints;
use super::households::{
    AGREEMENT, AGREEMENT_BEFORE, AGREEMENT_DATE, COLUMNS, GROUP, HOUSEHOLD, HOUSEHOLD_GROUP, LISTED_ON, MAX_FLOOR,
    MIXING, PERSON, PERSONS, RELATION, STEP_FREE,
};
use super::problem::Problems;
use super::repairs::Repair;
use super::table::{Mark, Row, Rows, Table};
use csv::StringRecord;
use std::collections::BTreeMap;

/// Words by which a member is the head of the household.
const HEADS: [&str; 6] = ["户主", "本人", "本人或户主", "head", "householder", "self"];

/// One person's row.
struct Member {
    record: StringRecord,
    mark: Mark,
    spoiled: bool,
}

/// Whether the columns of a table speak of single persons.
pub(super) fn has_person_rows(table: &Table) -> bool {
    [RELATION, PERSON].iter().any(|&column| !table.header.at[column].is_empty())
}

/// Visits one row for each household, with the number of its rows in the file; `visit` says whether it takes part.
/// Rows of households that do not are listed.
pub(super) fn each(
    table: &mut Table,
    hints: &Hints,
    aliases: &BTreeMap<String, String>,
    problems: &mut Problems,
    mut visit: impl FnMut(&Row, u64, &mut Problems) -> bool,
) -> Option<Rows> {
    let mut households: BTreeMap<String, Vec<Member>> = BTreeMap::new();
    let rows = collect(table, &mut households, problems)?;
    let stated = !table.header.at[PERSONS].is_empty();
    if stated && households.values().all(|members| members.len() == 1) && hints.person_rows.is_none() {
        // Only the heads are listed: a household to a row after all.
        table.form().person_rows = false;
    } else if !stated {
        let origin = table.header.at[HOUSEHOLD].first().copied().unwrap_or(0);
        table.derive(PERSONS, origin);
    }
    let by_person = table.form().person_rows;
    for (key, members) in &households {
        let first = &members[0];
        let mut joint = Joint { table, members, key, aliases, problems, spoiled: members.iter().any(|m| m.spoiled) };
        let record = if by_person { joint.record(hints, stated) } else { first.record.clone() };
        let spoiled = joint.spoiled;
        let row = table.row(&record, first.mark).or_spoiled(spoiled);
        if !visit(&row, members.len() as u64, problems) {
            for member in &members[1..] {
                let problem = table.problem(Code::MemberOfUnused, member.mark, Some(HOUSEHOLD));
                problems.push(problem.with("household", key).with("other", first.mark.line));
            }
        }
    }
    Some(rows)
}

/// Collects the rows by household. A blank id is filled down from the row above, as merged cells are saved, unless
/// the row begins another household.
fn collect(table: &Table, households: &mut BTreeMap<String, Vec<Member>>, problems: &mut Problems) -> Option<Rows> {
    let mut above = String::new();
    table.each(problems, |row, problems| {
        let own = row.cell(HOUSEHOLD);
        if own.is_empty() && (above.is_empty() || is_head(row)) {
            row.needed(HOUSEHOLD, "household", problems);
            return;
        }
        if own.is_empty() {
            problems.repairs.count(Repair::FilledDown);
        } else {
            own.clone_into(&mut above);
        }
        let member = Member { record: row.record().clone(), mark: row.mark, spoiled: row.spoiled };
        households.entry(above.clone()).or_default().push(member);
    })
}

fn is_head(row: &Row) -> bool {
    HEADS.contains(&plain(row.cell(RELATION)).as_str())
}

/// The rows of one household on their way to become one.
struct Joint<'a, 't> {
    table: &'a Table<'t>,
    members: &'a [Member],
    key: &'a str,
    aliases: &'a BTreeMap<String, String>,
    problems: &'a mut Problems,
    spoiled: bool,
}

impl Joint<'_, '_> {
    fn record(&mut self, hints: &Hints, stated: bool) -> StringRecord {
        let mut cells: Vec<String> = vec![String::new(); self.table.width()];
        for column in 0..COLUMNS.len() {
            for &position in &self.table.header.at[column] {
                cells[position] = match column {
                    HOUSEHOLD => self.key.to_owned(),
                    PERSONS => self.size(position, hints, stated),
                    _ => self.value(column, position),
                };
            }
        }
        self.heads();
        cells.into()
    }

    /// The distinct values of a column that are not blank, each with the row it stands in first.
    fn values(&self, position: usize) -> Vec<(&str, Mark)> {
        let mut found: Vec<(&str, Mark)> = Vec::new();
        for member in self.members {
            let text = member.record.get(position).unwrap_or_default().trim();
            if !text.is_empty() && found.iter().all(|(known, _)| *known != text) {
                found.push((text, member.mark));
            }
        }
        found
    }

    fn value(&mut self, column: usize, position: usize) -> String {
        let values = self.values(position);
        let first = values.first().map_or(String::new(), |(text, _)| (*text).to_owned());
        if values.len() < 2 {
            return first;
        }
        let texts = || values.iter().map(|(text, _)| *text);
        let any = |answer: bool| texts().find(|text| cells::answer(text) == Some(answer)).map(str::to_owned);
        let unclear = || texts().find(|text| cells::yes_no(text).is_none()).map(str::to_owned);
        match column {
            // One who needs it is enough.
            STEP_FREE => unclear().or_else(|| any(true)).unwrap_or(first),
            MAX_FLOOR => {
                let lowest = texts().min_by_key(|text| cells::whole(text).unwrap_or(i64::MIN));
                lowest.unwrap_or_default().to_owned()
            }
            AGREEMENT_BEFORE => any(false).unwrap_or(first),
            AGREEMENT | AGREEMENT_DATE | MIXING if !self.same_answers(column, &texts().collect::<Vec<_>>()) => {
                // Two answers are none.
                texts().collect::<Vec<_>>().join(" / ")
            }
            GROUP => {
                let texts: Vec<String> = texts().map(str::to_owned).collect();
                self.group(&texts)
            }
            RELATION | PERSON | LISTED_ON | AGREEMENT | AGREEMENT_DATE | MIXING => first,
            _ => {
                let (other, mark) = values[1];
                if plain(other) != plain(&first) {
                    let mut problem = self.table.problem(Code::MembersDisagree, mark, Some(column));
                    let name = self.table.column_name(column, COLUMNS[column].name);
                    problem = problem.with("household", self.key).with("column", name);
                    self.problems.push(problem);
                    self.spoiled = true;
                }
                first
            }
        }
    }

    /// Whether answers, or dates, are one in different spellings.
    fn same_answers(&self, column: usize, texts: &[&str]) -> bool {
        let row = self.table.row(&self.members[0].record, self.members[0].mark);
        let meaning = |text: &str| match (column, cells::answer(text)) {
            (AGREEMENT_DATE, _) | (AGREEMENT, None) => row.date(text).map(|date| date.iso),
            (_, answer) => answer.map(|answer| answer.to_string()),
        };
        let first = meaning(texts[0]);
        first.is_some() && texts.iter().all(|text| meaning(text) == first)
    }

    /// The group all members have, or none: which of several is the household's is not for us to say.
    fn group(&mut self, texts: &[String]) -> String {
        let declared = self.table.header.at[HOUSEHOLD_GROUP].first().map(|&position| self.values(position).len());
        let label = |text: &'_ String| self.aliases.get(text).unwrap_or(text).clone();
        let labels: Vec<String> = texts.iter().map(label).collect();
        if labels.iter().all(|label| *label == labels[0]) {
            return labels[0].clone();
        }
        if declared.unwrap_or(0) == 0 {
            let problem = self.table.problem(Code::MembersDiffer, self.members[0].mark, Some(GROUP));
            self.problems.push(problem.with("household", self.key));
        }
        String::new()
    }

    /// The size: rows are counted and held against what is stated.
    fn size(&mut self, position: usize, hints: &Hints, stated: bool) -> String {
        let counted = self.members.len().to_string();
        let values = self.values(position);
        let number = |text: &str| cells::whole(text).or_else(|| cells::whole_in_words(text)).map(|n| n.to_string());
        if !stated || values.is_empty() {
            self.problems.repairs.count(Repair::Counted);
            return counted;
        }
        let (said, mark) = values[0];
        if values.iter().all(|(text, _)| number(text).is_some_and(|number| number == counted)) {
            return counted;
        }
        if number(said).is_none() {
            return said.to_owned();
        }
        if let Some((_, mark)) = values.iter().find(|(text, _)| number(text) != number(said)) {
            let problem = self.table.problem(Code::MembersDisagree, *mark, Some(PERSONS));
            let name = self.table.column_name(PERSONS, "persons");
            self.problems.push(problem.with("household", self.key).with("column", name));
            self.spoiled = true;
            return counted;
        }
        let code = if hints.stated_size.is_some() { Code::SizeChosen } else { Code::SizesDiffer };
        let mut problem = self.table.problem(code, mark, Some(PERSONS)).with("household", self.key);
        problem = problem.with("stated", said).with("counted", &counted);
        let taken = if hints.stated_size == Some(true) { said.to_owned() } else { counted };
        if hints.stated_size.is_some() {
            problem = problem.with("taken", &taken);
        } else {
            self.spoiled = true;
        }
        self.problems.push(problem);
        taken
    }

    /// Two heads may be two households under one id.
    fn heads(&mut self) {
        let heads: Vec<&Member> = self.members.iter().filter(|m| is_head(&self.table.row(&m.record, m.mark))).collect();
        if heads.len() > 1 {
            let problem = self.table.problem(Code::TwoHeads, heads[1].mark, Some(RELATION));
            self.problems.push(problem.with("household", self.key).with("heads", heads.len()));
            self.spoiled = true;
        }
    }
}
