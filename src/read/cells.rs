//! Single cells: yes or no, whole numbers, dates, states of a dwelling. Blank cells are the caller's business.

use super::address::numerals;
use super::fold::plain;
use crate::model::DwellingStatus;

/// Yes or no; `None` for anything else. A negation goes before the word that it holds.
pub(super) fn yes_no(text: &str) -> Option<bool> {
    const YES: [&str; 17] =
        ["yes", "y", "true", "t", "1", "1.0", "是", "是的", "有", "对", "要", "需要", "√", "✓", "✔", "☑", "愿意"];
    const NO: [&str; 19] = [
        "no",
        "n",
        "false",
        "f",
        "0",
        "0.0",
        "否",
        "不是",
        "无",
        "没有",
        "错",
        "不",
        "不要",
        "不需要",
        "×",
        "x",
        "✗",
        "✘",
        "不愿意",
    ];
    let text: String = plain(text).chars().filter(|c| !c.is_whitespace()).collect();
    let is = |words: &[&str]| words.contains(&text.as_str());
    match (is(&YES), is(&NO)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// What was agreed or refused in words; `None` for anything else.
pub(super) fn answer(text: &str) -> Option<bool> {
    const YES: [&str; 9] = ["已签", "已签订", "已签约", "已签字", "同意", "自愿", "agreed", "signed", "参加"];
    const NO: [&str; 14] = [
        "未签",
        "未签订",
        "未签约",
        "未签字",
        "没签",
        "不同意",
        "不自愿",
        "拒绝",
        "拒签",
        "refused",
        "unsigned",
        "not signed",
        "disagreed",
        "不参加",
    ];
    let folded: String = plain(text).chars().filter(|c| !c.is_whitespace() || text.is_ascii()).collect();
    let is = |words: &[&str]| words.contains(&folded.as_str());
    match (is(&YES), is(&NO)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => yes_no(text),
    }
}

/// A whole number in ASCII or full-width digits.
pub(super) fn whole(text: &str) -> Option<i64> {
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    plain(text).parse().ok()
}

/// A whole number as people write it: `3.0`, `3人`, `1,203`, `三`.
pub(super) fn whole_in_words(text: &str) -> Option<i64> {
    let text: String = plain(text).chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.trim_end_matches(['人', '口', '户', '名', '层', '楼', '级', '㎡', '位']);
    if let Some((number, fraction)) = text.split_once('.') {
        let nought = !fraction.is_empty() && fraction.bytes().all(|b| b == b'0');
        return nought.then(|| whole(number)).flatten();
    }
    let grouped: Vec<&str> = text.split([',', '，']).collect();
    if grouped.len() > 1 {
        let thousands = (1..=3).contains(&grouped[0].len()) && grouped[1..].iter().all(|part| part.len() == 3);
        return thousands.then(|| whole(&grouped.concat())).flatten();
    }
    whole(text).or_else(|| numerals::number(text).map(i64::from))
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
    fn agreements_in_words() {
        for yes in ["已签", "已 签订", "同意", "√", "Agreed"] {
            assert_eq!(answer(yes), Some(true), "{yes}");
        }
        for no in ["未签", "不同意", "拒绝", "Not signed", "否"] {
            assert_eq!(answer(no), Some(false), "{no}");
        }
        for unclear in ["同意(电话)", "基本同意", "签?", "?", "待定", "不同意→同意"] {
            assert_eq!(answer(unclear), None, "{unclear}");
        }
    }

    #[test]
    fn numbers_as_people_write_them() {
        for (text, number) in [("3.0", 3), ("3人", 3), ("３ 人", 3), ("1,203", 1203), ("三", 3), ("十二层", 12)]
        {
            assert_eq!(whole_in_words(text), Some(number), "{text}");
        }
        for text in ["3.5", "3.", "1,20", "many", "三四", "", "人"] {
            assert_eq!(whole_in_words(text), None, "{text}");
        }
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
