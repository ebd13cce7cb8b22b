//! Cells as offices leave them: spaces, guards, full-width letters, line breaks, error values. What is mended is
//! counted; what would change a key, or hide a need, is a problem instead.

use super::cells::hidden;
use super::headers::Care;
use super::repairs::Repair;
use std::borrow::Cow;

/// What cannot be mended in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// An error value of a spreadsheet: `#REF!`.
    ErrorValue,
    /// A long number that has lost its last digits.
    Damaged,
    /// A key or an address that became a date.
    TurnedToDate,
    /// A character that cannot be seen.
    Hidden(char),
}

/// A cell after mending.
pub(super) struct Mended<'t> {
    /// Its text.
    pub text: Cow<'t, str>,
    /// What was done.
    pub repairs: Vec<Repair>,
    /// What is wrong all the same.
    pub trouble: Option<Trouble>,
}

/// Whether a cell is as it should be. Nearly all cells end here.
pub(super) fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return true };
    !matches!(first, b'\'' | b'#' | b'=' | b' ')
        && *last != b' '
        && bytes.iter().all(|b| (0x20..0x7f).contains(b))
        && !(bytes.contains(&b' ') && text.contains("  "))
        // Only long keys can have been damaged.
        && !(bytes.len() > 5 && first.is_ascii_digit())
}

/// Mends a cell.
pub(super) fn mend(text: &str, care: Care) -> Mended<'_> {
    let mut repairs = Vec::new();
    let mut body = trimmed(text, &mut repairs);
    body = unguarded(body, care, &mut repairs);
    if is_error(body) {
        return Mended { text: Cow::Borrowed(""), repairs, trouble: Some(Trouble::ErrorValue) };
    }
    let body = inner(body, care, &mut repairs);
    let trouble = match care {
        Care::Key if is_damaged(&body) => Some(Trouble::Damaged),
        Care::Key if is_date(&body) => Some(Trouble::TurnedToDate),
        _ => hidden(&body).map(Trouble::Hidden),
    };
    Mended { text: body, repairs, trouble }
}

fn invisible(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

fn trimmed<'t>(text: &'t str, repairs: &mut Vec<Repair>) -> &'t str {
    let body = text.trim_matches(invisible);
    if body.len() != text.len() && !body.is_empty() {
        repairs.push(Repair::Spaces);
    }
    body
}

/// Takes one guard away: `'0012`, `="0012"`. An apostrophe before a letter belongs to a name, except in keys.
fn unguarded<'t>(text: &'t str, care: Care, repairs: &mut Vec<Repair>) -> &'t str {
    let quoted = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).filter(|rest| !rest.contains('"'));
    let guarded = |rest: &&str| match rest.trim_start().chars().next() {
        Some(c) => care == Care::Key || c.is_ascii_digit() || is_guarded(c),
        None => true,
    };
    match quoted.or_else(|| text.strip_prefix('\'').filter(guarded)) {
        Some(rest) => {
            repairs.push(Repair::Guard);
            rest.trim_matches(invisible)
        }
        None => text,
    }
}

/// Letters at the start of a cell that a spreadsheet takes for a formula, and the guard itself.
fn is_guarded(c: char) -> bool {
    "=+-@'＝＋－＠".contains(c)
}

/// Error values, and the row of hashes of a column too narrow for its number.
fn is_error(text: &str) -> bool {
    const ERRORS: [&str; 12] = [
        "#REF!",
        "#N/A",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#ERROR!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#GETTING_DATA",
    ];
    text.starts_with('#')
        && (ERRORS.iter().any(|error| text.eq_ignore_ascii_case(error))
            || text.len() > 2 && text.bytes().all(|b| b == b'#'))
}

/// Full-width and circled letters and digits become plain ones, line breaks and runs of spaces one space or none.
fn inner<'t>(text: &'t str, care: Care, repairs: &mut Vec<Repair>) -> Cow<'t, str> {
    let odd = |c: char| narrowed(c).is_some() || c.is_whitespace() && c != ' ';
    if !(text.chars().any(odd) || care != Care::Key && text.contains("  ")) {
        return Cow::Borrowed(text);
    }
    let mut mended = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if let Some(plain) = narrowed(c) {
            mended.push_str(&plain);
            note(repairs, Repair::Width);
        } else if c.is_whitespace() && care != Care::Key {
            let (mut spaces, mut breaks) = (1, matches!(c, '\n' | '\r'));
            while let Some(more) = rest.next_if(|c| c.is_whitespace()) {
                spaces += 1;
                breaks |= matches!(more, '\n' | '\r');
            }
            // Chinese text is broken anywhere; other text between two words.
            let wide = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
            let between = breaks && wide(mended.chars().last()) && wide(rest.peek().copied());
            if !between {
                mended.push(' ');
            }
            if breaks {
                note(repairs, Repair::LineBreak);
            } else if spaces > 1 || c != ' ' {
                note(repairs, Repair::Spaces);
            }
        } else if c == '\u{3000}' || c == '\u{a0}' {
            mended.push(' ');
            note(repairs, Repair::Spaces);
        } else {
            mended.push(c);
        }
    }
    Cow::Owned(mended)
}

fn note(repairs: &mut Vec<Repair>, repair: Repair) {
    if !repairs.contains(&repair) {
        repairs.push(repair);
    }
}

/// The plain form of a full-width letter or digit or of a circled number; `None` for others. Brackets and commas
/// stay: they are part of Chinese names.
fn narrowed(c: char) -> Option<String> {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(c as u32 - 0xfee0).map(String::from),
        '①'..='⑳' => Some((c as u32 - '①' as u32 + 1).to_string()),
        _ => None,
    }
}

/// `5.22401E+17`, or eighteen digits and more of which only fifteen were kept.
fn is_damaged(text: &str) -> bool {
    if let Some((number, power)) = text.split_once(['E', 'e']) {
        let power = power.strip_prefix('+').unwrap_or(power);
        let number = number.split_once('.').map_or((number, ""), |parts| parts);
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let float = number.0.len() == 1 && digits(number.0) && digits(number.1) && digits(power);
        return float && power.parse::<u32>().is_ok_and(|power| (5..=99).contains(&power));
    }
    text.len() >= 18 && text.bytes().all(|b| b.is_ascii_digit()) && text.bytes().skip(15).all(|b| b == b'0')
}

/// `5-1` and `3/2` become dates when a spreadsheet opens them.
pub(super) fn is_date(text: &str) -> bool {
    let digits = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    if let [year, month, day] = parts[..] {
        return digits(year, 4..=4)
            && digits(month, 1..=2)
            && digits(day, 1..=2)
            && (1900..2100).contains(&year.parse().unwrap_or(0))
            && (1..=12).contains(&month.parse().unwrap_or(0));
    }
    if let [day, month] = parts[..] {
        const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        let word = |part: &str| MONTHS.contains(&part.to_ascii_lowercase().as_str());
        return digits(day, 1..=2) && word(month) || word(day) && digits(month, 1..=2);
    }
    let chinese = text.strip_suffix('日').and_then(|text| text.split_once('月'));
    chinese.is_some_and(|(month, day)| digits(month, 1..=2) && digits(day, 1..=2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> (String, Vec<Repair>) {
        let mended = mend(text, Care::Plain);
        assert_eq!(mended.trouble, None, "{text}");
        (mended.text.into_owned(), mended.repairs)
    }

    #[test]
    fn cells_are_mended() {
        let cases: [(&str, &str, &[Repair]); 14] = [
            ("\u{3000}North\t", "North", &[Repair::Spaces]),
            ("'0012", "0012", &[Repair::Guard]),
            ("=\"0012\"", "0012", &[Repair::Guard]),
            ("''x", "'x", &[Repair::Guard]),
            ("'=1+1", "=1+1", &[Repair::Guard]),
            ("'s-Hof", "'s-Hof", &[]),
            ("５０１", "501", &[Repair::Width]),
            ("Ａ区（一期）", "A区（一期）", &[Repair::Width]),
            ("①", "1", &[Repair::Width]),
            ("阳光\n家园", "阳光家园", &[Repair::LineBreak]),
            ("North\r\nCourt", "North Court", &[Repair::LineBreak]),
            ("North  Court", "North Court", &[Repair::Spaces]),
            ("张·三", "张·三", &[]),
            ("=1+1", "=1+1", &[]),
        ];
        for (text, mended, repairs) in cases {
            assert_eq!(plain(text), (mended.to_owned(), repairs.to_vec()), "{text}");
        }
    }

    #[test]
    fn error_values_are_no_values() {
        for text in ["#REF!", "#N/A", "#n/a", " #VALUE! ", "#####"] {
            let mended = mend(text, Care::Plain);
            assert_eq!((&*mended.text, mended.trouble), ("", Some(Trouble::ErrorValue)), "{text}");
        }
        assert_eq!(plain("#12").0, "#12");
    }

    #[test]
    fn damaged_keys_are_never_used() {
        for text in ["5.22401E+17", "5.10322e17", "522401199001010000", "1.23E+17"] {
            assert_eq!(mend(text, Care::Key).trouble, Some(Trouble::Damaged), "{text}");
        }
        for text in ["H00001", "3E", "12E3", "1E2", "522401199001010017", "123456789012345000", "E+17"] {
            let expected = (text == "123456789012345000").then_some(Trouble::Damaged);
            assert_eq!(mend(text, Care::Key).trouble, expected, "{text}");
        }
        for text in ["2026-05-01", "2026/5/1", "1-May", "5月1日", "May-05"] {
            assert_eq!(mend(text, Care::Key).trouble, Some(Trouble::TurnedToDate), "{text}");
        }
        for text in ["3-2-501", "5-1", "N-01-1-0101"] {
            assert_eq!(mend(text, Care::Key).trouble, None, "{text}");
        }
    }

    #[test]
    fn clean_cells_are_not_touched() {
        for text in ["", "North", "H00001", "2026-03-05", "a b"] {
            assert_eq!(mend(text, Care::Key).text, text);
        }
        assert!(is_clean("North") && is_clean("") && !is_clean(" x") && !is_clean("#N/A") && !is_clean("北"));
    }
}
