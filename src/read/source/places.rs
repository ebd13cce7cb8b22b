//! Places of cells as a workbook's tags write them. Those that no sheet has are found before the workbook is opened:
//! whoever counts with them goes below nought or past the largest number.

/// Letters and digits of one place; a sheet ends at `XFD1048576`.
const LETTERS: usize = 6;
const DIGITS: usize = 9;

/// Whether the places in the attributes `r` and `ref` of a tag can be: short enough to be numbers, and ranges not
/// backwards. What is no place at all is left to be told by the reader of the sheet.
pub(super) fn are_sound(tag: &[u8]) -> bool {
    let mut rest = tag;
    while let Some(equals) = rest.iter().position(|b| *b == b'=') {
        let name = rest[..equals].trim_ascii_end().rsplit(u8::is_ascii_whitespace).next().unwrap_or_default();
        let value = rest[equals + 1..].trim_ascii_start();
        let Some((quote, value)) = value.split_first() else { return true };
        let end = value.iter().position(|b| b == quote).unwrap_or(value.len());
        if matches!(name, b"r" | b"ref") && !is_sound(&value[..end]) {
            return false;
        }
        rest = value.get(end + 1..).unwrap_or_default();
    }
    true
}

fn is_sound(range: &[u8]) -> bool {
    let mut last = (0, 0);
    for end in range.split(|b| *b == b':') {
        let letters = end.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let digits = end[letters..].iter().take_while(|b| b.is_ascii_digit()).count();
        if letters > LETTERS || digits > DIGITS {
            return false;
        }
        let column = end[..letters].iter().fold(0, |sum, b| sum * 26 + u64::from(b.to_ascii_uppercase() - b'A') + 1);
        let row = end[letters..letters + digits].iter().fold(0, |sum, b| sum * 10 + u64::from(b - b'0'));
        if row < last.0 || column < last.1 {
            return false;
        }
        last = (row, column);
    }
    true
}
