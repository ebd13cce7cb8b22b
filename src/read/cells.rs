//! Single cells: yes or no, whole numbers, dates, states of a dwelling. Blank cells are the caller's business.

use super::fold::plain;
use crate::model::DwellingStatus;

/// Yes or no; `None` for anything else.
pub(super) fn yes_no(text: &str) -> Option<bool> {
    match plain(text).as_str() {
        "yes" | "y" | "true" | "1" | "是" | "有" | "√" | "✓" | "✔" => Some(true),
        "no" | "n" | "false" | "0" | "否" | "无" | "×" | "x" | "✗" => Some(false),
        _ => None,
    }
}

/// A whole number in ASCII or full-width digits.
pub(super) fn whole(text: &str) -> Option<i64> {
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    plain(text).parse().ok()
}

/// The status of a dwelling.
pub(super) fn status(text: &str) -> Option<DwellingStatus> {
    match plain(text).as_str() {
        "vacant" | "empty" | "空置" | "空" | "空房" | "未入住" => Some(DwellingStatus::Vacant),
        "occupied" | "已入住" | "入住" => Some(DwellingStatus::Occupied),
        "held" | "reserved" | "保留" | "预留" => Some(DwellingStatus::Held),
        _ => None,
    }
}

/// A calendar date as ISO text: `2026-03-05`, `2026/3/5` or `2026年3月5日`.
pub(super) fn date(text: &str) -> Option<String> {
    let text = plain(text);
    let parts: Vec<&str> = if let Some(rest) = text.strip_suffix('日') {
        let (year, rest) = rest.split_once('年')?;
        let (month, day) = rest.split_once('月')?;
        vec![year, month, day]
    } else {
        text.split(if text.contains('/') { '/' } else { '-' }).collect()
    };
    let [year, month, day] = parts[..] else { return None };
    let number = |part: &str, longest: usize| -> Option<u16> {
        let digits = (1..=longest).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    if year.len() != 4 {
        return None;
    }
    iso_date(number(year, 4)?, number(month, 2)?, number(day, 2)?)
}

/// ISO text of a date that the calendar has.
pub(super) fn iso_date(year: u16, month: u16, day: u16) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    let real = year > 0 && (1..=days).contains(&day);
    real.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The first character that cannot be seen: control characters, marks of direction, zero-width spaces. They would
/// make two different names look the same, or break the canonical text. Joiners that scripts need are allowed.
pub(super) fn hidden(text: &str) -> Option<char> {
    // Nearly all cells end here, without decoding.
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return None;
    }
    let unseen = |c: &char| {
        c.is_control()
            || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            || *c == '\u{feff}'
    };
    text.chars().find(unseen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_in_two_languages() {
        for yes in ["yes", "Y", "TRUE", "1", "是", "有", "√", "１"] {
            assert_eq!(yes_no(yes), Some(true), "{yes}");
        }
        for no in ["no", "n", "False", "0", "否", "无", "×"] {
            assert_eq!(yes_no(no), Some(false), "{no}");
        }
        assert_eq!(yes_no("maybe"), None);
    }

    #[test]
    fn dates_in_three_forms() {
        for text in ["2026-03-05", "2026/3/5", "2026年3月5日", "２０２６-0３-05"] {
            assert_eq!(date(text).as_deref(), Some("2026-03-05"), "{text}");
        }
        for text in ["2026-02-29", "2026-13-01", "26-3-5", "2026-3", "2026年3月", "5 March", "+226-1-1", "20260305"] {
            assert_eq!(date(text), None, "{text}");
        }
        assert!(date("2024-02-29").is_some());
    }

    #[test]
    fn states_of_a_dwelling() {
        assert_eq!(status("Vacant"), Some(DwellingStatus::Vacant));
        assert_eq!(status("已入住"), Some(DwellingStatus::Occupied));
        assert_eq!(status("预留"), Some(DwellingStatus::Held));
        assert_eq!(status("yes"), None);
    }

    #[test]
    fn what_cannot_be_seen() {
        assert_eq!(hidden("a\tb"), Some('\t'));
        assert_eq!(hidden("张\u{200b}三"), Some('\u{200b}'));
        assert_eq!(hidden("张·三 North"), None);
    }
}
