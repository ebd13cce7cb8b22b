//! Files that mixplan itself writes, and tables of counts: UTF-8 with commas, record by record.

use super::SourceFile;
use super::codes::Code;
use super::problem::{Problem, Problems};
use super::source::{Encoding, Mark, OpenQuote, records, spans};
use csv::StringRecord;
use std::ops::ControlFlow;

/// The text of a file without its BOM, or a problem: empty, or not UTF-8.
pub(super) fn utf8<'f>(file: &'f SourceFile, problems: &mut Problems) -> Option<(&'f str, usize)> {
    let base = if file.bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    match std::str::from_utf8(&file.bytes[base..]) {
        Ok(text) if text.trim().is_empty() => {
            problems.push(Problem::new(Code::EmptyFile, &file.name));
            None
        }
        Ok(text) => Some((text, base)),
        Err(error) => {
            problems.push(not_utf8(file, base, base + error.valid_up_to()));
            None
        }
    }
}

fn not_utf8(file: &SourceFile, base: usize, offset: usize) -> Problem {
    let before = &file.bytes[..offset];
    let line_start = before.iter().rposition(|&b| b == b'\n').map_or(base, |at| at + 1);
    let row = 1 + before.iter().filter(|&&b| b == b'\n').count() as u32;
    let problem = Problem::new(Code::Undecodable, &file.name)
        .at(row, (offset, offset + 1))
        .with("encoding", Encoding::Utf8.name())
        .with("offset", offset)
        .with("byte", format!("{:02X}", file.bytes[offset]));
    // The header may be readable although this row is not.
    let column = cell_spans(before, line_start).0.len() - 1;
    let header = cell_spans(&file.bytes, base).0.get(column).map(|&(from, to)| &file.bytes[from..to]);
    match header.and_then(|cell| std::str::from_utf8(cell).ok()) {
        Some(name) if row > 1 => problem.column(name.trim()),
        _ => problem,
    }
}

/// Byte ranges of the cells of the row that starts here, and whether a quotation mark stays open to the end of the
/// file.
pub(super) fn cell_spans(bytes: &[u8], start: usize) -> (Vec<(usize, usize)>, bool) {
    spans(bytes, start, b',')
}

/// Reads all records, blank lines skipped, each with its mark.
pub(super) fn each_record(
    file: &SourceFile,
    text: &str,
    base: usize,
    problems: &mut Problems,
    mut visit: impl FnMut(&StringRecord, Mark, &mut Problems) -> ControlFlow<()>,
) {
    let open = records(text, b',', |record, mark| visit(record, Mark { start: mark.start + base, ..mark }, problems));
    if let Some(OpenQuote { line, at }) = open {
        problems.push(Problem::new(Code::OpenQuote, &file.name).at(line, (at + base, at + base + 1)));
    }
}
