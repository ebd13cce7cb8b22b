//! Parts of an address that stand alone: a building, a stairwell, a floor, a door, in the spellings of offices.

use super::numerals::{is_numeral, number, stem};
use crate::read::fold::narrow;

/// What marks a building, the longer marks first.
pub(super) const BUILDINGS: [&str; 6] = ["号楼", "楼栋", "栋", "幢", "座", "#"];
/// What marks a stairwell.
pub(super) const STAIRWELLS: [&str; 4] = ["单元", "门洞", "梯", "门"];
/// What marks a floor.
pub(super) const FLOORS: [&str; 2] = ["层", "楼"];
/// What may stand behind a door.
const DOORS: [&str; 6] = ["号房", "房间", "室", "房", "户", "号"];
/// Doors without a number.
const SIDES: [&str; 11] = ["东", "西", "南", "北", "中", "左", "右", "中东", "中西", "前", "后"];

/// A text without spaces and list marks, in plain letters.
pub(super) fn folded(text: &str) -> String {
    text.chars().map(narrow).filter(|c| !c.is_whitespace() && !matches!(c, ',' | '、' | '，')).collect()
}

/// A number in digits, numerals or stems, as plain digits without leading noughts.
pub(super) fn digits(text: &str) -> Option<String> {
    if !text.is_empty() && text.len() <= 6 && text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse::<u32>().ok().map(|number| number.to_string());
    }
    number(text).or_else(|| stem(text)).map(|number| number.to_string())
}

/// A name of a building or a stairwell before its mark: a number, or a letter or two with or without one.
pub(super) fn label(text: &str) -> Option<String> {
    let letters = text.bytes().filter(u8::is_ascii_alphabetic).count();
    let plain = text.len() <= 6 && text.bytes().all(|b| b.is_ascii_alphanumeric());
    digits(text).or_else(|| (plain && (1..=2).contains(&letters)).then(|| text.to_uppercase()))
}

/// Where the label begins that ends here: digits and Latin letters, or numerals, or one stem.
pub(super) fn label_start(text: &str) -> usize {
    let tail = |keep: &dyn Fn(char) -> bool| text.trim_end_matches(keep).len();
    let latin = tail(&|c| c.is_ascii_alphanumeric());
    if latin < text.len() {
        return latin;
    }
    let numerals = tail(&|c| is_numeral(c));
    if numerals < text.len() {
        return numerals;
    }
    let last = text.chars().next_back().map_or(0, char::len_utf8);
    let start = text.len() - last;
    if stem(&text[start..]).is_some() { start } else { text.len() }
}

/// A building as its column names it: `3栋`, `三幢`, `A区3号楼`, `3#`. `None` for what is a name as it stands.
pub(in crate::read) fn building(text: &str) -> Option<String> {
    let text = folded(text);
    let body = BUILDINGS.iter().find_map(|mark| text.strip_suffix(mark)).or_else(|| text.strip_suffix('楼'));
    let Some(body) = body else { return text.chars().all(is_numeral).then(|| digits(&text)).flatten() };
    let (zone, number) = body.split_at(label_start(body));
    Some(zoned(zone, &label(number)?))
}

/// A building of a zone: both are part of its name.
pub(super) fn zoned(zone: &str, building: &str) -> String {
    if zone.is_empty() { building.to_owned() } else { format!("{}{building}", zone.to_uppercase()) }
}

/// A stairwell as its column names it: `2单元`, `二单元`, `乙单元`, `2门`.
pub(in crate::read) fn stairwell(text: &str) -> Option<String> {
    let text = folded(text);
    match STAIRWELLS.iter().find_map(|mark| text.strip_suffix(mark)) {
        Some(body) => label(body),
        None => text.chars().all(is_numeral).then(|| digits(&text)).flatten(),
    }
}

/// A floor: `5`, `五楼`, `5层`, `5F`, `负一层`, `地下一层`, `B1`, `-1`.
pub(in crate::read) fn floor(text: &str) -> Option<i64> {
    let text = folded(text).to_lowercase();
    let marks = ["层", "楼", "f"];
    let body = marks.iter().find_map(|mark| text.strip_suffix(mark)).unwrap_or(&text).trim_start_matches('第');
    if body == "首" || body == "底" {
        return Some(1);
    }
    let below = ["负", "地下", "b", "-"].iter().find_map(|mark| body.strip_prefix(mark));
    let above = body.strip_prefix("地上").unwrap_or(body);
    let number = |text: &str| -> Option<i64> {
        let stem = stem(text).is_some();
        digits(text).filter(|_| !stem)?.parse().ok().filter(|n| *n > 0)
    };
    match below {
        Some(depth) => number(depth).map(|depth| -depth),
        None => number(above),
    }
}

/// A door: `501室`, `0501`, `东户`, `501左`. `None` for what cannot be one.
pub(in crate::read) fn door(text: &str) -> Option<String> {
    let text = folded(text);
    let body = DOORS.iter().find_map(|mark| text.strip_suffix(mark)).unwrap_or(&text);
    let side = SIDES.iter().rev().find(|side| body.ends_with(**side)).copied().unwrap_or_default();
    let number = &body[..body.len() - side.len()];
    if number.is_empty() {
        return SIDES.contains(&body).then(|| body.to_owned());
    }
    digits(number).filter(|_| stem(number).is_none()).map(|number| format!("{number}{side}"))
}

/// The floor that a door's number tells: floor and two digits, as in 501 and 1203.
pub(in crate::read) fn floor_of_door(door: &str) -> Option<i64> {
    let number: String = door.chars().take_while(char::is_ascii_digit).collect();
    let rest = &door[number.len()..];
    let coded = (3..=4).contains(&number.len()) && (rest.is_empty() || SIDES.contains(&rest));
    coded.then(|| number.parse::<i64>().ok()).flatten().map(|code| code / 100).filter(|floor| *floor > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        for (text, expected) in
            [("3栋", "3"), ("三幢", "3"), ("A区03号楼", "A区3"), ("3#", "3"), ("三", "3"), ("b座", "B")]
        {
            assert_eq!(building(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!((building("03"), building("Elm House"), building("阳光")), (None, None, None));
        for (text, expected) in [("2单元", "2"), ("二单元", "2"), ("乙单元", "2"), ("２ 门", "2"), ("十一", "11")]
        {
            assert_eq!(stairwell(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!((stairwell("甲单元/乙单元"), stairwell("2")), (None, None));
    }

    #[test]
    fn floors_and_doors() {
        let floors = [
            ("5", 5),
            ("五楼", 5),
            ("十二层", 12),
            ("5F", 5),
            ("负一层", -1),
            ("负一", -1),
            ("地下一层", -1),
            ("B1", -1),
        ];
        for (text, expected) in floors {
            assert_eq!(floor(text), Some(expected), "{text}");
        }
        assert_eq!((floor("top"), floor("0"), floor("三四层"), floor("甲")), (None, None, None, None));
        for (text, expected) in
            [("501室", "501"), ("0501", "501"), ("东户", "东"), ("501左", "501左"), ("五〇一", "501")]
        {
            assert_eq!(door(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!((door("A1"), door("")), (None, None));
        for (text, expected) in
            [("501", Some(5)), ("1203", Some(12)), ("501左", Some(5)), ("11", None), ("10101", None)]
        {
            assert_eq!(floor_of_door(text), expected, "{text}");
        }
    }
}
