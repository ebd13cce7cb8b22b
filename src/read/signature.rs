//! Agreement and opt-in: only a clear yes is one.

use super::cells;
use super::codes::Code;
use super::households::{AGREEMENT, AGREEMENT_DATE, MIXING};
use super::problem::Problems;
use super::repairs::Repair;
use super::table::Row;
use crate::model::Agreement;

/// Blank is no; what is unclear is no as well, and said.
pub(super) fn mixing(row: &Row, problems: &mut Problems) -> bool {
    let text = row.cell(MIXING);
    let answer = cells::answer(text);
    if answer.is_none() && !text.is_empty() {
        problems.push(row.problem(Code::MixingUnclear, MIXING).with("value", text));
    }
    answer.unwrap_or(false)
}

/// What an agreement cell says; `None` where it is not clear.
fn signature(row: &Row, text: &str) -> Option<Agreement> {
    if text.is_empty() {
        return Some(Agreement::None);
    }
    match cells::answer(text) {
        Some(true) => Some(Agreement::Yes),
        Some(false) => Some(Agreement::None),
        None => row.date(text).map(|date| Agreement::Dated(date.iso)),
    }
}

/// Only a clear agreement is one. With a column of answers and one of dates, both must speak for it.
pub(super) fn agreement(row: &Row, problems: &mut Problems) -> Agreement {
    let (answers, dates) = (row.cell(AGREEMENT), row.cell(AGREEMENT_DATE));
    let (column, text, date) =
        if row.has(AGREEMENT) { (AGREEMENT, answers, dates) } else { (AGREEMENT_DATE, dates, "") };
    let read = match (signature(row, text), row.date(date).map(|date| date.iso)) {
        (answer, _) if date.is_empty() => answer,
        (Some(Agreement::Yes), Some(date)) => Some(Agreement::Dated(date)),
        (Some(Agreement::Dated(one)), Some(other)) if one == other => Some(Agreement::Dated(one)),
        (Some(Agreement::None), None) if signature(row, date) == Some(Agreement::None) => Some(Agreement::None),
        _ => None,
    };
    match &read {
        Some(Agreement::None) => problems.push(row.problem(Code::NoAgreement, column)),
        Some(Agreement::Dated(iso)) => told(row, column, if date.is_empty() { text } else { date }, iso, problems),
        Some(Agreement::Yes) => {}
        None => {
            let shown: Vec<&str> = [text, date].into_iter().filter(|t| !t.is_empty()).collect();
            problems.push(row.problem(Code::AgreementUnclear, column).with("value", shown.join(" · ")));
        }
    }
    read.unwrap_or_default()
}

/// Says what had to be worked out of a date.
fn told(row: &Row, column: usize, text: &str, iso: &str, problems: &mut Problems) {
    let Some(date) = row.date(text) else { return };
    if date.month_only {
        problems.repairs.count(Repair::Month);
        let column = if row.cell(AGREEMENT_DATE) == text && row.has(AGREEMENT_DATE) { AGREEMENT_DATE } else { column };
        problems.push(row.problem(Code::MonthOnly, column).with("value", text).with("date", iso));
    } else if date.converted {
        problems.repairs.count(Repair::Date);
    }
}
