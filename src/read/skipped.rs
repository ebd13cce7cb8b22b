//! Rows of a table that are no data: totals, signatures, a header printed again. They are listed, never lost.

use super::codes::Code;
use super::fold::plain;
use csv::StringRecord;

/// Words that begin a row of sums.
const TOTALS: [&str; 13] = [
    "合计",
    "小计",
    "总计",
    "共计",
    "累计",
    "本页合计",
    "本页小计",
    "total",
    "totals",
    "subtotal",
    "sub-total",
    "grand total",
    "sum",
];

/// Words before a name or a date at the end of a list, or before a remark on it.
const SIGNATURES: [&str; 31] = [
    "填表人",
    "制表人",
    "制表",
    "审核人",
    "审核",
    "负责人",
    "单位负责人",
    "经办人",
    "填报人",
    "填报单位",
    "填报日期",
    "填表日期",
    "制表日期",
    "分管领导",
    "签字",
    "签名",
    "签章",
    "盖章",
    "日期",
    "联系人",
    "注",
    "备注",
    "说明",
    "以下空白",
    "prepared by",
    "checked by",
    "approved by",
    "signed",
    "signature",
    "date",
    "note",
];

/// What is known of a table to tell such rows.
pub(super) struct Shape<'t> {
    /// Names of the header.
    pub names: &'t [String],
    /// Positions of the columns that each row of data fills in.
    pub needed: &'t [usize],
}

impl Shape<'_> {
    /// Whether a cell is the header of its column, or the lower part of it.
    fn is_name(&self, position: usize, cell: &str) -> bool {
        let lower = |name: &String| name.rsplit('/').next() == Some(cell);
        self.names.get(position).is_some_and(|name| name == cell || lower(name))
    }
}

/// Why a row is no data; `None` for all others.
pub(super) fn kind(record: &StringRecord, shape: &Shape) -> Option<Code> {
    let (position, cell) = record.iter().enumerate().find(|(_, cell)| !cell.trim().is_empty())?;
    let cell = cell.trim();
    if shape.is_name(position, cell) && repeats(record, shape) {
        return Some(Code::HeaderRepeated);
    }
    // Most rows begin with a number or a key.
    let first = cell.chars().next()?;
    if cell.len() > 120 || first.is_ascii() && !"tsgpcadnTSGPCADN".contains(first) {
        return None;
    }
    let blank = |at: &usize| record.get(*at).is_none_or(|cell| cell.trim().is_empty());
    let blanks = shape.needed.iter().filter(|at| blank(at)).count();
    let text = plain(cell);
    if is_total(&text) && (blanks > 0 || shape.needed.contains(&position)) {
        return Some(Code::TotalRow);
    }
    (2 * blanks >= shape.needed.len().max(1) && is_signature(&text)).then_some(Code::SignatureRow)
}

fn repeats(record: &StringRecord, shape: &Shape) -> bool {
    let mut same = 0;
    for (position, cell) in record.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
        if !shape.is_name(position, cell.trim()) {
            return false;
        }
        same += 1;
    }
    same > 1
}

/// A word for sums, alone or before a number, a unit or a bracket.
fn is_total(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace() || text.is_ascii()).collect();
    TOTALS.iter().any(|word| {
        text.strip_prefix(word).is_some_and(|rest| {
            let rest = rest.trim_start();
            let ends = |c: char| ":(（户人栋套".contains(c) || !word.is_ascii() && c.is_ascii_digit();
            rest.is_empty() || rest.starts_with(ends)
        })
    })
}

/// A word before a colon, or alone.
fn is_signature(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace() || text.is_ascii()).collect();
    SIGNATURES.iter().any(|word| {
        let rest = text.strip_prefix(word);
        rest.is_some_and(|rest| rest.is_empty() || rest.trim_start().starts_with([':', '(']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(row: &str) -> Option<Code> {
        let names: Vec<String> = ["户编号", "人数", "小区"].map(str::to_owned).to_vec();
        let record: StringRecord = row.split(',').collect();
        kind(&record, &Shape { names: &names, needed: &[0, 1] })
    }

    #[test]
    fn sums_signatures_and_headers() {
        for row in ["合计,,", "合 计,125,", "合计：125户,,", "Total,125,", "Grand total,1,", ",小计,"] {
            assert_eq!(told(row), Some(Code::TotalRow), "{row}");
        }
        for row in ["填表人：张三,,", "审核人:,,", "填报日期：2019年3月5日,,", "Prepared by: A,,", "注：含分散安置,,"]
        {
            assert_eq!(told(row), Some(Code::SignatureRow), "{row}");
        }
        assert_eq!(told("户编号,人数,小区"), Some(Code::HeaderRepeated));
        for row in ["h1,2,北苑", "总计小区,2,x", "Date Palm Court,3,x", "合作村01,2,x", "Sumner,1,", "注01,2,x"]
        {
            assert_eq!(told(row), None, "{row}");
        }
    }
}
