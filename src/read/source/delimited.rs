//! Text with delimiters: records, each with its line and its place in the text.

use csv::StringRecord;
use std::ops::ControlFlow;

/// Where a row starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::read) struct Mark {
    /// Line in the file or row in the sheet, 1 = first.
    pub line: u32,
    /// Byte in the text.
    pub start: usize,
}

/// What stands between cells. The full-width comma takes three bytes, of which the reader knows only one: such a
/// text is read with this mark in its place.
pub(in crate::read) const STAND_IN: u8 = 0x1f;

/// Delimiters that are tried, the usual one first.
pub(in crate::read) const DELIMITERS: [char; 4] = [',', '\t', ';', '，'];

/// The byte by which a delimiter is read.
pub(in crate::read) fn byte(delimiter: char) -> u8 {
    if delimiter.is_ascii() { delimiter as u8 } else { STAND_IN }
}

/// Byte ranges of the cells of the row that starts here, and whether a quotation mark stays open to the end of the
/// text. Only called where something is wrong, so that good rows cost nothing.
pub(in crate::read) fn spans(bytes: &[u8], start: usize, delimiter: u8) -> (Vec<(usize, usize)>, bool) {
    let mut spans = Vec::new();
    let (mut from, mut quoted) = (start, false);
    for at in start..bytes.len() {
        match bytes[at] {
            b'"' if quoted || at == from => quoted = !quoted,
            // A doubled mark inside quotes closes and opens again.
            b'"' if bytes[from] == b'"' && bytes[at - 1] == b'"' => quoted = true,
            byte if byte == delimiter && !quoted => {
                spans.push((from, at));
                from = at + 1;
            }
            b'\n' | b'\r' if !quoted => {
                spans.push((from, at));
                return (spans, false);
            }
            _ => {}
        }
    }
    spans.push((from, bytes.len()));
    (spans, quoted)
}

/// A quotation mark that is never closed: the line it is in, and its byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) struct OpenQuote {
    /// Line.
    pub line: u32,
    /// Byte in the text.
    pub at: usize,
}

/// Visits all records, blank lines skipped, each with its mark. A record whose quotation mark stays open is not
/// visited but returned.
pub(in crate::read) fn records(
    text: &str,
    delimiter: u8,
    mut visit: impl FnMut(&StringRecord, Mark) -> ControlFlow<()>,
) -> Option<OpenQuote> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).expect("reading checked text from memory cannot fail") {
        let position = record.position().expect("a record that was read has a position");
        let mut mark = Mark { line: position.line() as u32, start: position.byte() as usize };
        // The reader's position stands before the line ends that it skips.
        while let Some(end @ (b'\r' | b'\n')) = text.as_bytes().get(mark.start) {
            mark.line += u32::from(*end == b'\n');
            mark.start += 1;
        }
        let last = reader.position().byte() as usize >= text.len();
        if last && let (spans, true) = spans(text.as_bytes(), mark.start, delimiter) {
            let (at, _) = *spans.last().expect("a row has a cell");
            let breaks = text.as_bytes()[mark.start..at].iter().filter(|&&b| b == b'\n').count() as u32;
            return Some(OpenQuote { line: mark.line + breaks, at });
        }
        if delimiter == STAND_IN && record.iter().any(|cell| cell.contains(STAND_IN as char)) {
            // A full-width comma inside of quotation marks is text.
            record = record.iter().map(|cell| cell.replace(STAND_IN as char, "\u{ff0c}")).collect();
        }
        if visit(&record, mark).is_break() {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, delimiter: char) -> Vec<(Vec<String>, u32)> {
        let mut all = Vec::new();
        records(text, byte(delimiter), |record, mark| {
            all.push((record.iter().map(str::to_owned).collect(), mark.line));
            ControlFlow::Continue(())
        });
        all
    }

    #[test]
    fn records_with_their_lines() {
        let rows = read("a;b\r\n\r\n\"c\nd\";e\n", ';');
        let expected = [(vec!["a".to_owned(), "b".to_owned()], 1), (vec!["c\nd".to_owned(), "e".to_owned()], 3)];
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_full_width_comma_in_quotation_marks_is_text() {
        let text = "户编号，小区\nh1，\"东，西\"\n".replace('，', "\u{1f}");
        assert_eq!(read(&text, '，')[1].0, ["h1", "东，西"]);
    }

    #[test]
    fn an_open_quotation_mark_is_found() {
        let open = records("a,b\nc,\"d\ne\n", b',', |_, _| ControlFlow::Continue(()));
        assert_eq!(open, Some(OpenQuote { line: 2, at: 6 }));
    }
}
