//! The parsers by themselves, for fuzzing and its replay: without a plan around them, millions of inputs take
//! minutes. Part of tests and fuzz targets only. Each function panics where a parser breaks its word.

use super::SourceFile;
use super::address::{self, Address, Fault, parts};
use super::headers::{self, Known, find};
use super::hints::Hints;
use super::source::{Encoding, records_of, spans};
use super::{dwellings, households};
use std::ops::ControlFlow;

/// Bytes to text, delimiter, and records with their places.
pub fn records(data: &[u8]) {
    let file = SourceFile { name: String::new(), bytes: data.to_vec() };
    let known = Known { wanted: &households::COLUMNS, named: Vec::new() };
    // The length of the input decides what a user may have said.
    let asked = [None, None, None, Some(Encoding::Gb18030), Some(Encoding::Utf16Le)][data.len() % 5];
    let hints = Hints { encoding: asked, ..Hints::default() };
    let mut last = None;
    records_of(&file, &known, &hints, |text, delimiter, record, mark| {
        assert!(last < Some(mark), "records go upwards");
        last = Some(mark);
        let (cells, open) = spans(text.as_bytes(), mark.start, delimiter);
        assert!(!open || cells.last().is_some_and(|(_, to)| *to == text.len()));
        assert!(cells.iter().all(|&(from, to)| text.get(from..to).is_some()), "places lie between letters");
        assert!(record.len() <= text.len() + 1);
        ControlFlow::Continue(())
    });
}

/// Rows of cells to the header and the meaning of each column.
pub fn titles(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let rows: Vec<Vec<String>> =
        text.split('\n').map(|row| row.split([',', '\t']).map(str::to_owned).collect()).collect();
    let wanted: &[headers::Wanted] =
        if data.len().is_multiple_of(2) { &households::COLUMNS } else { &dwellings::COLUMNS };
    let place = find(&rows, None, &Known { wanted, named: Vec::new() });
    assert!(place.at < rows.len() && (1..=2).contains(&place.levels));
    let (header, _) = headers::recognise("", &place, wanted, &Hints::default());
    let all = &header.recognised;
    assert_eq!(header.names.len(), all.columns.len() + all.ignored.len() + all.refused.len(), "no column is lost");
    assert!(header.at.iter().flatten().all(|&position| !headers::is_refused(&header.names[position])
        || all.columns.iter().any(|column| column.position == position)));
}

/// An address, alone and beside columns of its own, split at `|`.
pub fn place(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut columns = text.split('|');
    let written = columns.next().unwrap_or_default();
    let mut column = |of: fn(&str) -> Option<String>| columns.next().and_then(of);
    let given = Address {
        estate: None,
        building: column(parts::building),
        stairwell: column(parts::stairwell),
        floor: None,
        door: column(parts::door),
    };
    let given = Address { floor: columns.next().and_then(parts::floor), ..given };
    for given in [&Address::default(), &given] {
        match address::read(written, given) {
            Ok(read) => {
                assert!(!read.told().is_empty(), "a reading says something");
                let blank = [&read.estate, &read.building, &read.stairwell, &read.door].into_iter().flatten();
                assert!(blank.into_iter().all(|part| !part.is_empty()), "no part is blank");
                assert!(read.floor.is_none_or(|floor| floor != 0 && (-9..=200).contains(&floor)));
            }
            Err(Fault::Ambiguous(readings)) => assert_ne!(readings.0, readings.1, "two readings differ"),
            Err(Fault::Unreadable) => {}
        }
    }
}
