//! Workbooks: good ones in their odd forms, and those that are made to do harm.

use super::{Code, FIT, HOMES, PEOPLE, complete, plan_text, read_all, told};
use crate::read::Reading;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn with_homes(bytes: &[u8]) -> Reading {
    read_all(plan_text(FIT).as_bytes(), bytes, PEOPLE.as_bytes(), false)
}

fn with_people(bytes: &[u8]) -> Reading {
    read_all(plan_text(FIT).as_bytes(), HOMES.as_bytes(), bytes, false)
}

/// A sheet of texts, one row below the other.
fn sheet(book: &mut Workbook, name: &str, rows: &[&str]) {
    let sheet = book.add_worksheet();
    sheet.set_name(name).expect("a name");
    for (row, text) in rows.iter().enumerate() {
        for (column, cell) in text.split(',').enumerate().filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row as u32, column as u16, cell).expect("a cell");
        }
    }
}

fn saved(mut book: Workbook) -> Vec<u8> {
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn the_sheet_that_fits_best_is_read() {
    let mut book = Workbook::new();
    sheet(&mut book, "Notes", &["about this file", "nothing"]);
    sheet(&mut book, "户", &["名册,,", "户编号,人数,签订情况", "h1,2,是", "合计,2,"]);
    let bytes = saved(book);
    let reading = with_people(&bytes);
    assert_eq!(told(&reading.problems), [(Code::TitleRows, Some(2), None), (Code::TotalRow, Some(4), None)]);
    complete(&reading.problems[0]);
    let form = reading.summary.files[1].form.as_ref().expect("it was read");
    assert_eq!((form.sheet.as_deref(), form.header_row), (Some("户"), 2));
    let asked = |name: &str| {
        let files =
            format!("[files]\ndwellings = \"d.csv\"\nhouseholds = {{ path = \"h.csv\", sheet = \"{name}\" }}\n{FIT}");
        read_all(files.as_bytes(), HOMES.as_bytes(), &bytes, false)
    };
    assert!(asked("户").input.is_some());
    let missing = asked("人");
    assert_eq!(told(&missing.problems), [(Code::NoSuchSheet, None, None)]);
    complete(&missing.problems[0]);
    assert_eq!(asked("Notes").problems[0].code, Code::MissingColumn);
}

#[test]
fn numbers_dates_and_booleans_are_read_as_people_see_them() {
    for from_1904 in [false, true] {
        let mut book = Workbook::new();
        let date = Format::new().set_num_format("yyyy-mm-dd");
        let sheet = book.add_worksheet();
        for (column, header) in ["household", "persons", "agreement", "mixing"].iter().enumerate() {
            sheet.write_string(0, column as u16, *header).expect("a cell");
        }
        sheet.write_number(1, 0, 1001).expect("a cell");
        sheet.write_string(1, 1, "2").expect("a cell");
        let day = ExcelDateTime::from_ymd(2026, 3, 5).expect("a day");
        sheet.write_datetime_with_format(1, 2, &day, &date).expect("a cell");
        sheet.write_boolean(1, 3, true).expect("a cell");
        let mut bytes = saved(book);
        if from_1904 {
            bytes = edited(&bytes, "xl/workbook.xml", |text| text.replace("<workbookPr", "<workbookPr date1904=\"1\""));
        }
        let input = with_people(&bytes).input.expect("all is well");
        let who = &input.intake.households[0];
        // The same number of days is four years and a day later where they are counted from 1904.
        let day = if from_1904 { "2030-03-06" } else { "2026-03-05" };
        assert_eq!(
            (who.key.as_str(), who.persons, format!("{:?}", who.agreement)),
            ("1001", 2, format!("Dated({day:?})"))
        );
        assert!(input.opt_ins.0[0]);
    }
}

#[test]
fn merged_cells_hold_for_all_their_rows() {
    let mut book = Workbook::new();
    sheet(
        &mut book,
        "homes",
        &[
            "dwelling,estate,building,stairwell,floor,door,home_type",
            "d1,North,,1,1,101,50",
            "d2,,,1,2,201,50",
            "d3,South,1,1,1,101,75",
        ],
    );
    let format = Format::new();
    let sheet = book.worksheet_from_index(0).expect("the sheet");
    sheet.merge_range(1, 1, 2, 1, "North", &format).expect("merged");
    sheet.merge_range(1, 2, 2, 2, "7", &format).expect("merged");
    let reading = with_homes(&saved(book));
    assert_eq!(reading.problems, []);
    let input = reading.input.expect("all is well");
    let stock = &input.intake.stock;
    let place = |at: usize| {
        let home = &stock.dwellings[at];
        (stock.estate_name(home.estate), stock.buildings[home.building.index()].name.as_str())
    };
    assert_eq!([place(0), place(1), place(2)], [("North", "7"), ("North", "7"), ("South", "1")]);
}

#[test]
fn long_numbers_are_damaged_and_never_keys() {
    let mut book = Workbook::new();
    sheet(&mut book, "s", &["household,persons,agreement", ",2,yes"]);
    let sheet = book.worksheet_from_index(0).expect("the sheet");
    sheet.write_number(1, 0, 522_401_199_001_010_017.0).expect("a cell");
    let reading = with_people(&saved(book));
    assert_eq!(told(&reading.problems), [(Code::DamagedNumber, Some(2), Some("household"))]);
    complete(&reading.problems[0]);
}

#[test]
fn other_spreadsheets_are_refused_with_the_remedy() {
    let refused = |bytes: &[u8]| {
        let reading = with_homes(bytes);
        complete(&reading.problems[0]);
        (reading.problems[0].code, reading.problems[0].param("kind").map(str::to_owned))
    };
    let xls = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on";
    assert_eq!(refused(xls), (Code::OtherSpreadsheet, Some("xls".to_owned())));
    let ods = zipped(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]);
    assert_eq!(refused(&ods), (Code::OtherSpreadsheet, Some("ods".to_owned())));
    assert_eq!(refused(b"PK\x03\x04 cut off"), (Code::DamagedWorkbook, None));
    assert_eq!(refused(&zipped(&[("a.txt", "no workbook")])), (Code::DamagedWorkbook, None));
}

/// One cell in the last corner of a sheet costs nothing.
#[test]
fn a_far_corner_costs_nothing() {
    let sheet = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>dwelling</v></c></row>\
                 <row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let bytes = workbook(sheet, "<sst uniqueCount=\"0\"></sst>");
    assert!(bytes.len() < 2_000, "{} bytes", bytes.len());
    assert_eq!(too_large(&bytes), "columns");
}

#[test]
fn rows_end_where_sheets_end() {
    let row = "<row r=\"9999999\"><c r=\"A9999999\"><v>1</v></c></row>";
    assert_eq!(too_large(&workbook(row, "<sst></sst>")), "rows");
}

/// Ranges that end before they begin, and places that no number holds: no program writes them.
#[test]
fn impossible_places_are_damage() {
    let row = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>dwelling</v></c></row>";
    let merged =
        |range: &str| format!("{row}</sheetData><mergeCells><mergeCell ref=\"{range}\"/></mergeCells><sheetData>");
    let sized = |range: &str| format!("</sheetData><dimension ref='{range}'></dimension><sheetData>{row}");
    let code = |rows: &str| with_homes(&workbook(rows, "<sst></sst>")).problems[0].code;
    for range in ["B5:A1", "B1:A5", "A5:B1", "A1:A99999999999", "A1:AAAAAAAAAAAA1"] {
        assert_eq!(code(&merged(range)), Code::DamagedWorkbook, "merged {range}");
        assert_eq!(code(&sized(range)), Code::DamagedWorkbook, "dimension {range}");
    }
    assert_ne!(code(&merged("A1:B5")), Code::DamagedWorkbook);
    assert_ne!(code(&sized("A1")), Code::DamagedWorkbook);
    for row in ["<row r=\"99999999999\"><c><v>1</v></c></row>", "<row r=\"1\"><c s='1' r=\"A99999999999\"/></row>"] {
        assert_eq!(code(row), Code::DamagedWorkbook, "{row}");
    }
}

/// Texts that unpack to hundreds of megabytes, and tables that only say that they hold many.
#[test]
fn bombs_are_not_unpacked() {
    let row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";
    let many = format!("<sst>{}</sst>", "<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>".repeat(1_300_000));
    assert_eq!(too_large(&workbook(row, &many)), "bytes");
    let long = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(2 << 20));
    assert_eq!(too_large(&workbook(row, &long)), "text");
    let runs = format!("<sst><si>{}</si></sst>", "<r><t>aaaaaaaaaaaaaaaa</t></r>".repeat(100_000));
    assert_eq!(too_large(&workbook(row, &runs)), "text");
    let empty = format!("<sst>{}</sst>", "<si/>".repeat(2_100_000));
    assert_eq!(too_large(&workbook(row, &empty)), "texts");
    for declared in ["<sst uniqueCount=\"4000000000\">", "<sst a='>' x:y=\"\" uniqueCount = '99999999999999999999'>"] {
        assert_eq!(too_large(&workbook(row, &format!("{declared}</sst>"))), "texts");
    }
    let comment = format!("<sst><!-- {} --></sst>", "< ".repeat(1 << 20));
    assert_eq!(too_large(&workbook(row, &comment)), "text");
    let merged = format!(
        "{row}</sheetData><mergeCells>{}</mergeCells><sheetData>",
        "<mergeCell ref=\"A1:A2\"/>".repeat(300_000)
    );
    assert_eq!(too_large(&workbook(&merged, "<sst></sst>")), "formats");
}

/// What the problem says is too large.
#[track_caller]
fn too_large(bytes: &[u8]) -> String {
    let reading = with_homes(bytes);
    assert_eq!(reading.problems[0].code, Code::WorkbookTooLarge, "{:?}", reading.problems);
    complete(&reading.problems[0]);
    reading.problems[0].param("what").unwrap_or_default().to_owned()
}

/// A workbook of one sheet, written by hand.
fn workbook(rows: &str, strings: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"http://x/relationships/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |inner: &str| format!("<Relationships>{inner}</Relationships>");
    let top = relations(&relation("r1", "officeDocument", "xl/workbook.xml"));
    let below = relations(&relation("r1", "worksheet", "worksheets/sheet1.xml"));
    let book = "<workbook><sheets><sheet name=\"s\" r:id=\"r1\"/></sheets></workbook>";
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    zipped(&[
        ("_rels/.rels", &top),
        ("xl/_rels/workbook.xml.rels", &below),
        ("xl/workbook.xml", book),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        let declared = name.ends_with(".xml") && !text.starts_with("<?xml");
        let declaration = if declared { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" } else { "" };
        writer.write_all(format!("{declaration}{text}").as_bytes()).expect("its text");
    }
    writer.finish().expect("a file").into_inner()
}

/// A workbook with one part changed.
fn edited(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut parts: Vec<(String, String)> = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let part_name = part.name().expect("a name").into_owned();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).expect("text");
        let text = if part_name == name { change(&text) } else { text };
        parts.push((part_name, text));
    }
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    zipped(&parts)
}
