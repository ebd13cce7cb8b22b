//! Tables on their way to a file: texts in rows, and the kinds of file they can become.

use encoding_rs::GB18030;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

/// A table with its header as the first row.
#[derive(Clone)]
pub struct Sheet {
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// A table of a clean file; none of its cells is quoted.
    pub fn of(text: &str) -> Self {
        Self { rows: text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect() }
    }

    pub fn column(&self, name: &str) -> usize {
        self.rows[0].iter().position(|header| header == name).unwrap_or_else(|| panic!("no column {name}"))
    }

    /// Changes every cell of a column below the header; told the row's number, from 0.
    pub fn change(&mut self, name: &str, change: impl Fn(usize, &str) -> String) {
        let column = self.column(name);
        for (row, cells) in self.rows.iter_mut().skip(1).enumerate() {
            cells[column] = change(row, &cells[column]);
        }
    }

    /// Renames headers, pairs of old and new.
    pub fn rename(&mut self, names: &[(&str, &str)]) {
        for (old, new) in names {
            let column = self.column(old);
            self.rows[0][column] = (*new).to_owned();
        }
    }

    /// Adds a column with the same cell in every row.
    pub fn add(&mut self, name: &str, cell: &str) {
        for (row, cells) in self.rows.iter_mut().enumerate() {
            cells.push(if row == 0 { name } else { cell }.to_owned());
        }
    }

    /// Takes columns away.
    pub fn drop(&mut self, names: &[&str]) {
        for name in names {
            let column = self.column(name);
            self.rows.iter_mut().for_each(|cells| drop(cells.remove(column)));
        }
    }

    /// Puts a row of few cells at a place.
    pub fn insert(&mut self, at: usize, cells: &[&str]) {
        let width = self.rows[0].len();
        let mut row: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        row.resize(width.max(row.len()), String::new());
        self.rows.insert(at, row);
    }

    /// As text with a delimiter; cells that hold it are quoted.
    pub fn text(&self, delimiter: char, end: &str) -> String {
        let quoted = |cell: &String| {
            let plain = !cell.contains([delimiter, '"', '\n']);
            if plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
        };
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(&delimiter.to_string()) + end;
        self.rows.iter().map(line).collect()
    }

    pub fn gb18030(&self) -> Vec<u8> {
        GB18030.encode(&self.text(',', "\r\n")).0.into_owned()
    }

    pub fn utf16(&self) -> Vec<u8> {
        let text = format!("\u{feff}{}", self.text('\t', "\r\n"));
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }
}

/// A workbook whose bytes do not depend on the day it is made.
pub fn workbook() -> Workbook {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2026, 1, 1).expect("a day");
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    book
}

/// Adds a sheet: numbers as numbers, ISO dates as dates, every seventh number as text.
pub fn add_sheet(book: &mut Workbook, name: &str, sheet: &Sheet) {
    let date = Format::new().set_num_format("yyyy/m/d");
    let page = book.add_worksheet();
    page.set_name(name).expect("a name");
    for (row, cells) in sheet.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let (at, column) = (row as u32, column as u16);
            let plain = cell.len() < 10 && !cell.starts_with('0') && row % 7 != 3;
            let written = match (cell.parse::<f64>(), ExcelDateTime::parse_from_str(cell)) {
                (Ok(number), _) if plain => page.write_number(at, column, number),
                (_, Ok(day)) if cell.len() == 10 => page.write_datetime_with_format(at, column, &day, &date),
                _ => page.write_string(at, column, cell),
            };
            written.expect("a cell");
        }
    }
}
