//! Patterns that make agreements doubtful, found while households are read. Where people come from is looked at for
//! this alone and forgotten with it.

use super::SourceFile;
use super::cells;
use super::codes::Code;
use super::fold::plain;
use super::hints::Hints;
use super::problem::{Problem, Problems};
use crate::model::{Agreement, Doubt, Pattern};
use std::collections::BTreeMap;

/// A village in which so many agreed on one day is told. Fewer do so by chance: neighbours walk to the office together.
const SAME_DAY: u64 = 5;
/// A village of so many households in which nobody at all declined is told.
const EVERYBODY: u64 = 20;

/// What counts of one household.
pub(super) struct Signed<'r, O: Iterator<Item = &'r str>> {
    /// Where it comes from, level by level.
    pub origin: O,
    /// What it agreed to.
    pub agreement: &'r Agreement,
    /// What it had said before, where the file tells.
    pub before: &'r str,
    /// The cell of the agreement.
    pub answer: &'r str,
    /// When it came onto the list, ISO.
    pub listed_on: Option<String>,
}

#[derive(Default)]
struct Village {
    households: u64,
    agreed: u64,
    /// The day on which all so far agreed; blank where one has no date, or another.
    day: Option<String>,
}

/// Counts so far.
pub(super) struct Doubts {
    villages: BTreeMap<String, Village>,
    turned: u64,
    early: u64,
    as_of: Option<String>,
}

impl Doubts {
    pub(super) fn new(hints: &Hints) -> Self {
        Self { villages: BTreeMap::new(), turned: 0, early: 0, as_of: hints.as_of.clone() }
    }

    /// Looks at one household.
    pub(super) fn take<'r>(&mut self, signed: &Signed<'r, impl Iterator<Item = &'r str> + Clone>) {
        let place = signed.origin.clone().map(plain).collect::<Vec<_>>().join("/");
        let village = self.villages.entry(place).or_default();
        let day = match signed.agreement {
            Agreement::Dated(day) => day.as_str(),
            _ => "",
        };
        village.households += 1;
        village.agreed += u64::from(signed.agreement.given());
        match &village.day {
            None => village.day = Some(day.to_owned()),
            Some(other) if other == day => {}
            Some(_) => village.day = Some(String::new()),
        }
        let refused = cells::answer(signed.before) == Some(false);
        if signed.agreement.given() && refused || turned_in_words(signed.answer) {
            self.turned += 1;
        }
        // ISO dates are in order as texts.
        let listed = signed.listed_on.as_ref().or(self.as_of.as_ref());
        self.early += u64::from(!day.is_empty() && listed.is_some_and(|listed| day < listed.as_str()));
    }

    /// The patterns found, each told as a note on the file.
    pub(super) fn settle(self, file: &SourceFile, problems: &mut Problems) -> Vec<Doubt> {
        let whole =
            |least: u64| self.villages.values().filter(move |v| v.agreed == v.households && v.households >= least);
        let one_day = |village: &&Village| village.day.as_ref().is_some_and(|day| !day.is_empty());
        let counted = |pattern, villages: Vec<&Village>| Doubt {
            pattern,
            places: villages.len() as u64,
            households: villages.iter().map(|village| village.households).sum(),
        };
        let single = |pattern, households| Doubt { pattern, places: 0, households };
        let all = [
            counted(Pattern::EverybodyAgreed, whole(EVERYBODY).collect()),
            counted(Pattern::SameDay, whole(SAME_DAY).filter(one_day).collect()),
            single(Pattern::RefusalTurned, self.turned),
            single(Pattern::BeforeList, self.early),
        ];
        let found: Vec<Doubt> = all.into_iter().filter(|doubt| doubt.households > 0).collect();
        for doubt in &found {
            let code = match doubt.pattern {
                Pattern::EverybodyAgreed => Code::EverybodyAgreed,
                Pattern::SameDay => Code::SameDay,
                Pattern::RefusalTurned => Code::RefusalTurned,
                Pattern::BeforeList => Code::BeforeList,
            };
            let mut problem = Problem::new(code, &file.name);
            if doubt.places > 0 {
                problem = problem.with("places", doubt.places);
            }
            problems.push(problem.with("households", doubt.households));
        }
        found
    }
}

/// `不同意→同意`, `refused -> agreed`: a refusal and, behind it, an agreement in one cell.
fn turned_in_words(answer: &str) -> bool {
    const MARKS: [&str; 6] = ["→", "->", "=>", "改为", "转", "后"];
    MARKS.iter().any(|mark| {
        answer.split_once(mark).is_some_and(|(before, after)| {
            let before = before.trim().trim_start_matches('先').trim_end_matches(['，', ',']);
            cells::answer(before) == Some(false) && cells::answer(after) == Some(true)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_that_turned() {
        for text in ["不同意→同意", "refused -> agreed", "不同意改为同意", "先拒绝，后同意"] {
            assert!(turned_in_words(text), "{text}");
        }
        for text in ["同意→不同意", "同意", "", "2026-03-05"] {
            assert!(!turned_in_words(text), "{text}");
        }
    }
}
