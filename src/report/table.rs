//! Tables for a terminal. Kept behind one function, so that the library underneath can be changed.

use comfy_table::{ContentArrangement, Table, presets};

/// A plain-text table that fits `width` columns; wide characters count as two.
pub fn text_table(headers: &[String], rows: &[Vec<String>], width: u16) -> String {
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN).set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    table.set_header(headers);
    for row in rows {
        table.add_row(row);
    }
    table.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// Columns that a character takes on a screen, as far as our two languages go: 2 for Chinese and its marks.
pub fn columns_of(c: char) -> usize {
    if c >= '\u{2e80}' { 2 } else { 1 }
}
