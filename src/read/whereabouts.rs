//! Where a home is: from columns of its own, or from one address, in whatever spelling.

use super::SourceFile;
use super::address::{self, Address, Fault, parts};
use super::clean::is_date;
use super::codes::Code;
use super::dwellings::{ADDRESS, BUILDING, COLUMNS, DOOR, ESTATE, FLOOR, FLOORS, STAIRWELL};
use super::fold::loose;
use super::places::{Names, Places};
use super::problem::{Problem, Problems};
use super::repairs::Repair;
use super::table::Row;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The place of one home.
pub(super) struct Site<'r> {
    pub estate: Cow<'r, str>,
    pub building: Cow<'r, str>,
    pub stairwell: Cow<'r, str>,
    pub floor: i16,
    pub door: Cow<'r, str>,
    /// As the file writes it, where it had to be taken apart.
    pub written: Option<Box<str>>,
}

/// Reads the place of a home; what is missing or unclear is a problem.
pub(super) fn site<'r>(row: &Row<'r, '_>, problems: &mut Problems) -> Site<'r> {
    let written = row.cell(ADDRESS);
    if !written.is_empty() || row.has(ADDRESS) && !row.has(BUILDING) {
        return by_address(row, written, problems);
    }
    let columns = [(BUILDING, "building"), (STAIRWELL, "stairwell")];
    let [building, stairwell] = columns.map(|(column, own)| {
        let text = row.needed(column, own, problems);
        if is_date(text) {
            problems.push(row.bad(Code::TurnedToDate, column, own, text));
        }
        text
    });
    let door = row.cell(DOOR);
    if is_date(door) {
        problems.push(row.bad(Code::TurnedToDate, DOOR, "door", door));
    }
    let plain = [building, stairwell, door].iter().all(|text| text.is_ascii() && !text.contains('#'));
    let mut site = Site {
        estate: Cow::Borrowed(row.needed(ESTATE, "estate", problems)),
        building: Cow::Borrowed(building),
        stairwell: Cow::Borrowed(stairwell),
        floor: 1,
        door: Cow::Borrowed(door),
        written: None,
    };
    if !plain {
        let taken = [parts::building(building), parts::stairwell(stairwell), parts::door(door)];
        if taken.iter().any(Option::is_some) {
            problems.repairs.count(Repair::Address);
            let words = [building, stairwell, row.cell(FLOOR), door];
            site.written = Some(words.map(str::trim).join(" ").trim().into());
            let [building, stairwell, door] = taken;
            site.building = building.map_or(site.building, Cow::Owned);
            site.stairwell = stairwell.map_or(site.stairwell, Cow::Owned);
            site.door = door.map_or(site.door, Cow::Owned);
        }
    }
    site.floor = floor(row, &site.door, problems);
    site
}

/// The floor of the column, or else the one that the door tells.
fn floor(row: &Row, door: &str, problems: &mut Problems) -> i16 {
    let text = row.cell(FLOOR);
    if text.is_empty() {
        if let (Some(floor), false) = (parts::floor_of_door(door), row.has(FLOOR)) {
            problems.repairs.count(Repair::Floor);
            return floor as i16;
        }
        row.needed(FLOOR, "floor", problems);
        return 1;
    }
    let plain = super::cells::whole(text);
    match plain.or_else(|| parts::floor(text)) {
        Some(floor) if (FLOORS.0..=FLOORS.1).contains(&floor) && floor != 0 => {
            if plain.is_none() {
                problems.repairs.count(Repair::Number);
            }
            floor as i16
        }
        _ => {
            problems.push(row.problem(Code::ImpossibleFloor, FLOOR).with("value", text));
            1
        }
    }
}

fn by_address<'r>(row: &Row<'r, '_>, written: &'r str, problems: &mut Problems) -> Site<'r> {
    let given = given(row);
    let mut site = Site {
        estate: Cow::Borrowed(row.cell(ESTATE)),
        building: Cow::Owned(given.building.clone().unwrap_or_default()),
        stairwell: Cow::Owned(given.stairwell.clone().unwrap_or_default()),
        floor: 1,
        door: Cow::Owned(given.door.clone().unwrap_or_default()),
        written: Some(written.into()),
    };
    let read = address::read(written, &given).and_then(|read| agreed(&given, read));
    match read {
        Ok(read) => {
            if site.estate.is_empty() {
                site.estate = Cow::Owned(read.estate.unwrap_or_default());
            }
            let lacks = [
                ("estate", site.estate.is_empty()),
                ("building", read.building.is_none()),
                ("stairwell", read.stairwell.is_none()),
                ("floor", read.floor.is_none()),
            ];
            let lacks: Vec<&str> = lacks.into_iter().filter(|(_, lacks)| *lacks).map(|(name, _)| name).collect();
            if !lacks.is_empty() {
                let problem = row.problem(Code::UnreadableAddress, ADDRESS).with("value", written);
                problems.push(problem.with("missing", lacks.join(", ")));
            }
            problems.repairs.count(Repair::Address);
            site.building = read.building.map_or(site.building, Cow::Owned);
            site.stairwell = read.stairwell.map_or(site.stairwell, Cow::Owned);
            site.door = read.door.map_or(site.door, Cow::Owned);
            match read.floor {
                Some(floor) if (FLOORS.0..=FLOORS.1).contains(&floor) => site.floor = floor as i16,
                Some(_) => problems.push(row.problem(Code::ImpossibleFloor, FLOOR).with("value", row.cell(FLOOR))),
                None => {}
            }
        }
        Err(Fault::Ambiguous(readings)) => {
            let problem = row.problem(Code::AmbiguousAddress, ADDRESS).with("value", written);
            problems.push(problem.with("first", readings.0.told()).with("second", readings.1.told()));
        }
        Err(Fault::Unreadable) => {
            let all = [ESTATE, BUILDING, STAIRWELL, FLOOR].map(|column| COLUMNS[column].name);
            let problem = row.problem(Code::UnreadableAddress, ADDRESS).with("value", written);
            problems.push(problem.with("missing", all.join(", ")));
        }
    }
    site
}

/// What other columns say of the place.
fn given(row: &Row) -> Address {
    let text = |column: usize| Some(row.cell(column).to_owned()).filter(|text| !text.is_empty());
    let part = |column: usize, of: &dyn Fn(&str) -> Option<String>| text(column).map(|text| of(&text).unwrap_or(text));
    Address {
        estate: None,
        building: part(BUILDING, &|text| parts::building(text)),
        stairwell: part(STAIRWELL, &|text| parts::stairwell(text)),
        floor: text(FLOOR).and_then(|text| parts::floor(&text)),
        door: part(DOOR, &|text| parts::door(text)),
    }
}

/// The address completed by the other columns, which must not contradict it.
fn agreed(given: &Address, read: Address) -> Result<Address, Fault> {
    let differ = |one: &Option<String>, other: &Option<String>| one.is_some() && other.is_some() && one != other;
    if differ(&given.building, &read.building)
        || differ(&given.stairwell, &read.stairwell)
        || differ(&given.door, &read.door)
        || given.floor.is_some() && read.floor.is_some() && given.floor != read.floor
    {
        return Err(Fault::Ambiguous(Box::new((Address { estate: None, ..read }, given.clone()))));
    }
    Ok(Address {
        estate: read.estate,
        building: read.building.or_else(|| given.building.clone()),
        stairwell: read.stairwell.or_else(|| given.stairwell.clone()),
        floor: read.floor.or(given.floor),
        door: read.door.or_else(|| given.door.clone()),
    })
}

/// Tells names that differ in their spelling only: one place, or one home type, may have become two.
pub(super) fn look_alikes(file: &SourceFile, places: &Places, types: &Names, problems: &mut Problems) {
    let all = [("estate", &places.estates), ("building", &places.buildings), ("stairwell", &places.stairwells)];
    for (column, names) in all.into_iter().chain([("home_type", types)]) {
        let mut first: BTreeMap<(u32, String), &str> = BTreeMap::new();
        let mut list: Vec<&(u32, String)> = names.list.iter().collect();
        list.sort_unstable();
        for (parent, name) in list {
            if let Some(other) = first.insert((*parent, loose(name)), name) {
                let problem = Problem::new(Code::LookAlikes, &file.name).column(column).with("column", column);
                problems.push(problem.with("first", other).with("second", name));
            }
        }
    }
}
