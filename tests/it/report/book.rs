//! `plan.xlsx`, read back.

use crate::desk::{contents, mixplan, read, town};
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

/// The sheets of a spreadsheet: name and rows.
pub fn sheets(here: &Path) -> Vec<(String, Vec<Vec<Data>>)> {
    let bytes = std::fs::read(here.join("out/plan.xlsx")).expect("plan.xlsx");
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a spreadsheet");
    let read = |(name, range): (String, calamine::Range<Data>)| (name, range.rows().map(<[Data]>::to_vec).collect());
    book.worksheets().into_iter().map(read).collect()
}

#[test]
fn the_plan_and_the_spreadsheet_say_the_same() {
    let here = town("book", "200");
    assert_eq!(mixplan(&here, &["plan", "town/plan.toml", "--out", "out"]).code, 0);
    let sheets = sheets(&here);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Plan", "Without a home", "Summary", "Columns"]);
    let plan = read(&here, "out/plan.csv");
    let rows: Vec<Vec<&str>> = plan.lines().skip(1).map(|line| line.split(',').collect()).collect();
    assert_eq!(sheets[0].1.len(), rows.len() + 1);
    for (cells, row) in sheets[0].1[1..].iter().zip(&rows) {
        for (at, (cell, text)) in cells.iter().zip(row).enumerate() {
            assert_eq!(cell.to_string(), **text);
            let number = [1, 6, 10, 11].contains(&at);
            assert_eq!(matches!(cell, Data::Float(_) | Data::Int(_)), number, "column {at}: {cell:?}");
        }
    }
    let unplaced = read(&here, "out/unplaced.csv").lines().count();
    assert_eq!(sheets[1].1.len(), unplaced);
    let [housed, estates] = [3, 0].map(|column| {
        let estates = sheets[2].1[1..].iter().filter(|row| row[1].to_string().is_empty());
        estates.map(|row| row[column].to_string()).collect::<Vec<_>>()
    });
    let total: f64 = housed.iter().map(|count| count.parse::<f64>().expect("a count")).sum();
    assert_eq!(total as usize, rows.len(), "{estates:?}");
    let header = plan.lines().next().expect("a header");
    let explained: Vec<String> = sheets[3].1[1..14].iter().map(|row| row[1].to_string()).collect();
    assert_eq!(explained.join(","), header, "every column is explained");
}

#[test]
fn the_bytes_are_the_same_again_and_changes_are_found() {
    let here = town("book_again", "60");
    for out in ["out", "out2"] {
        assert_eq!(mixplan(&here, &["plan", "town/plan.toml", "--out", out]).code, 0);
    }
    assert_eq!(contents(&here.join("out")), contents(&here.join("out2")));
    std::fs::write(here.join("out/plan.xlsx"), "another").expect("it can be written");
    let verify = mixplan(&here, &["verify", "out"]);
    assert_eq!(verify.code, 1);
    assert!(verify.err.contains("plan.xlsx"), "{}", verify.err);
}

/// LibreOffice opens it and finds the same rows. Where LibreOffice is not installed, the test above is what there is.
#[test]
fn an_office_suite_opens_it() {
    let here = town("book_office", "60");
    assert_eq!(mixplan(&here, &["plan", "town/plan.toml", "--out", "out"]).code, 0);
    let profile = format!("-env:UserInstallation=file://{}", here.join("profile").display());
    let args =
        [&profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", "csv"];
    let office = Command::new("soffice").current_dir(&here).args(args).arg("out/plan.xlsx").output();
    let Ok(office) = office else {
        eprintln!("soffice is not installed: plan.xlsx was not opened in an office suite");
        return;
    };
    assert!(office.status.success(), "{}", String::from_utf8_lossy(&office.stderr));
    let converted = read(&here, "csv/plan.csv");
    let plan = read(&here, "out/plan.csv");
    let rows = |text: &str| text.lines().skip(1).map(|line| line.replace('"', "")).collect::<Vec<_>>();
    assert_eq!(rows(&converted), rows(&plan));
}
