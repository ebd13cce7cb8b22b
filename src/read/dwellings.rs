//! `dwellings.csv`: rows to stock and residents.

use super::cells;
use super::choices::MARKS;
use super::codes::Code;
use super::fold::narrow;
use super::groups::Groups;
use super::headers::{Care, Need, Wanted};
use super::hints::Hints;
use super::places::{Names, Places, whereabouts};
use super::problem::{Problem, Problems};
use super::table::{Mark, Row, Table};
use super::whereabouts::{self as site, Site};
use super::{FileSummary, SourceFile};
use crate::model::{Dwelling, DwellingId, DwellingStatus, HomeTypeId, StairwellId, Stock};

const fn column(name: &'static str, need: Need, care: Care) -> Wanted {
    Wanted { name, need, care }
}

/// The columns, in the order of the constants below.
pub(super) const COLUMNS: [Wanted; 14] = [
    column("dwelling", Need::Optional, Care::Key),
    column("estate", Need::Unless(&["address"]), Care::Plain),
    column("building", Need::Unless(&["address"]), Care::Plain),
    column("stairwell", Need::Unless(&["address"]), Care::Plain),
    column("floor", Need::Unless(&["address", "door"]), Care::Plain),
    column("door", Need::Optional, Care::Plain),
    column("home_type", Need::Required, Care::Plain),
    column("step_free", Need::Optional, Care::Vital),
    column("status", Need::Optional, Care::Vital),
    // "Lived in: yes/no" is what some offices have instead of a status. Passing it over would hand out homes in
    // which people live.
    column("occupied", Need::Optional, Care::Vital),
    column("resident_group", Need::Optional, Care::Plain),
    column("resident_persons", Need::Optional, Care::Plain),
    column("area_m2", Need::Optional, Care::Loose),
    column("address", Need::Optional, Care::Plain),
];
const DWELLING: usize = 0;
pub(super) const ESTATE: usize = 1;
pub(super) const BUILDING: usize = 2;
pub(super) const STAIRWELL: usize = 3;
pub(super) const FLOOR: usize = 4;
pub(super) const DOOR: usize = 5;
const HOME_TYPE: usize = 6;
const STEP_FREE: usize = 7;
const STATUS: usize = 8;
const OCCUPIED: usize = 9;
const RESIDENT_GROUP: usize = 10;
const RESIDENT_PERSONS: usize = 11;
pub(super) const ADDRESS: usize = 13;
const AREA: usize = 12;

/// Floors that houses have; there is no floor 0.
pub(super) const FLOORS: (i64, i64) = (-9, 200);

/// One good row.
struct Raw {
    mark: Mark,
    key: String,
    stairwell: u32,
    floor: i16,
    door: String,
    home_type: u32,
    step_free: bool,
    status: DwellingStatus,
    group: Option<u32>,
    persons: u32,
    /// The address as the file writes it, where it was taken apart.
    written: Option<Box<str>>,
    area: Option<f64>,
}

/// A household of residents with a declared group (by its number), and its persons.
pub(super) type Resident = (StairwellId, u32, u32);

/// What the file holds.
pub(super) struct Homes {
    /// Places and dwellings.
    pub stock: Stock,
    /// Names to hold choices against: all that the file names, so that one bad row does not spoil others.
    pub estates: Vec<String>,
    /// One entry per household of residents with a group.
    pub residents: Vec<Resident>,
    /// One entry per dwelling of the stock: square metres, where the file says so.
    pub areas: Vec<Option<f64>>,
}

/// Reads the file. `fit_types` are the home types of the fit table.
pub(super) fn read(
    file: &SourceFile,
    hints: &Hints,
    fit_types: &[String],
    groups: &mut Groups,
    problems: &mut Problems,
) -> (Option<Homes>, FileSummary) {
    let Some(table) = Table::open(file, &COLUMNS, hints, problems) else {
        return (None, FileSummary::unread(&file.name));
    };
    refuse_two_states(&table, file, problems);
    let mut places = Places::default();
    let mut types = Names::default();
    let mut raws: Vec<Raw> = Vec::new();
    let rows = table.each(problems, |row, problems| {
        raws.extend(dwelling(row, &mut places, &mut types, groups, problems));
    });
    let Some(rows) = rows else { return (None, FileSummary::new(file, table, 0, 0, problems)) };
    raws.sort_unstable_by(|a, b| (&a.key, a.mark).cmp(&(&b.key, b.mark)));
    drop_twins(&table, &places, &mut raws, problems);
    site::look_alikes(file, &places, &types, problems);
    let used = raws.len() as u64;
    let homes = settle(raws, &places, &types, fit_types, problems.leave_out);
    (Some(homes), FileSummary::new(file, table, rows.all, used, problems))
}

fn refuse_two_states(table: &Table, file: &SourceFile, problems: &mut Problems) {
    if !table.header.at[STATUS].is_empty() && !table.header.at[OCCUPIED].is_empty() {
        let (first, second) = (table.column_name(STATUS, "status"), table.column_name(OCCUPIED, "occupied"));
        let mut problem = Problem::new(Code::ColumnTwice, &file.name).column(second);
        problem.row = Some(1);
        problems.push(problem.with("column", "status").with("first", first).with("second", second));
    }
}

fn dwelling(
    row: &Row,
    places: &mut Places,
    types: &mut Names,
    groups: &mut Groups,
    problems: &mut Problems,
) -> Option<Raw> {
    let before = problems.blocking;
    let Site { estate, building, stairwell, floor, door, written } = site::site(row, problems);
    named(row, ESTATE, "estate", &estate, problems);
    let home_type = row.needed(HOME_TYPE, "home_type", problems);
    named(row, HOME_TYPE, "home_type", home_type, problems);
    let step_free = row.yes_no(STEP_FREE, "step_free", problems);
    let status = status(row, problems);
    let (group, persons) = residents(row, status, groups, problems);
    let mut key = row.cell(DWELLING).to_owned();
    if key.is_empty() {
        key = format!("{estate}/{building}/{stairwell}/{floor}/{door}");
    }
    // Names of spoiled rows are known as well, so that a choice of such an estate is not called unknown.
    let stairwell = places.intern(&estate, &building, &stairwell);
    let home_type = types.intern(0, home_type);
    let raw = Raw {
        mark: row.mark,
        key,
        stairwell,
        floor,
        door: door.into_owned(),
        home_type,
        step_free,
        status: status.unwrap_or(DwellingStatus::Held),
        group,
        persons,
        written,
        area: area(row),
    };
    (!row.spoiled && problems.blocking == before).then_some(raw)
}

/// Holds a name against the marks of choices and lists of home types.
fn named(row: &Row, column: usize, own: &'static str, name: &str, problems: &mut Problems) {
    if let Some(mark) = name.chars().map(narrow).find(|c| MARKS.contains(c)) {
        problems.push(row.bad(Code::ReservedMark, column, own, name).with("mark", mark));
    }
}

/// Square metres. A report may tell of them; nothing is decided by them, so an unclear cell stops nobody.
fn area(row: &Row) -> Option<f64> {
    let text = row.cell(AREA);
    text.parse().ok().filter(|area: &f64| area.is_finite() && *area > 0.0 && *area < 100_000.0)
}

/// `None` where the cell is not understood.
fn status(row: &Row, problems: &mut Problems) -> Option<DwellingStatus> {
    let text = row.cell(STATUS);
    if text.is_empty() {
        let lived_in = row.yes_no(OCCUPIED, "occupied", problems);
        return Some(if lived_in { DwellingStatus::Occupied } else { DwellingStatus::Vacant });
    }
    let status = cells::status(text);
    if status.is_none() {
        problems.push(row.problem(Code::UnknownStatus, STATUS).with("value", text));
    }
    status
}

fn residents(
    row: &Row,
    status: Option<DwellingStatus>,
    groups: &mut Groups,
    problems: &mut Problems,
) -> (Option<u32>, u32) {
    let group = row.cell(RESIDENT_GROUP);
    let persons = row.cell(RESIDENT_PERSONS);
    let word = match status {
        // Not understood: said already, and nothing more can be said.
        None => return (None, 0),
        Some(DwellingStatus::Occupied) => {
            let persons = row.whole(RESIDENT_PERSONS, "resident_persons", (1, 999), problems);
            return (groups.declared(group), persons.unwrap_or(0) as u32);
        }
        Some(DwellingStatus::Vacant) => "vacant",
        Some(DwellingStatus::Held) => "held",
    };
    for (column, text) in [(RESIDENT_GROUP, group), (RESIDENT_PERSONS, persons)] {
        if !text.is_empty() && cells::whole(text) != Some(0) {
            // What the cell holds is not told again: it is about people.
            let problem = row.naming(Code::ResidentsOfEmptyHome, column, COLUMNS[column].name);
            problems.push(problem.with("status", word));
        }
    }
    (None, 0)
}

/// Two rows with one id, or with one address: which of them is right nobody can tell, so neither is used. Expects
/// rows sorted by key.
fn drop_twins(table: &Table, places: &Places, raws: &mut Vec<Raw>, problems: &mut Problems) {
    let mut spoiled = vec![false; raws.len()];
    let order: Vec<usize> = (0..raws.len()).collect();
    for twins in order.chunk_by(|&a, &b| raws[a].key == raws[b].key).filter(|t| t.len() > 1) {
        for (index, other) in pairs(twins, problems.leave_out) {
            let problem = table.problem(Code::DwellingTwice, raws[index].mark, Some(DWELLING));
            problems.push(problem.with("dwelling", &raws[index].key).with("other", raws[other].mark.line));
            spoiled[index] = true;
        }
    }
    // Numbers are compared first: doors are looked at only within one floor of one stairwell.
    let floor = |i: usize| (raws[i].stairwell, raws[i].floor);
    let with_door = order.into_iter().filter(|&i| !raws[i].door.is_empty() && !spoiled[i]);
    let mut order: Vec<((u32, i16), usize)> = with_door.map(|i| (floor(i), i)).collect();
    order.sort_unstable();
    for neighbours in order.chunk_by(|a, b| a.0 == b.0) {
        let mut doors: Vec<usize> = neighbours.iter().map(|(_, index)| *index).collect();
        doors.sort_unstable_by(|&a, &b| (&raws[a].door, raws[a].mark).cmp(&(&raws[b].door, raws[b].mark)));
        for twins in doors.chunk_by(|&a, &b| raws[a].door == raws[b].door).filter(|t| t.len() > 1) {
            for (index, other) in pairs(twins, problems.leave_out) {
                let problem = table.problem(Code::AddressTwice, raws[index].mark, Some(DOOR));
                let problem = problem.with("address", address(places, &raws[index]));
                problems.push(problem.with("other", raws[other].mark.line));
                spoiled[index] = true;
            }
        }
    }
    let mut spoiled = spoiled.into_iter();
    raws.retain(|_| !spoiled.next().expect("one entry per row"));
}

/// An address as one text.
fn address(places: &Places, raw: &Raw) -> String {
    let (building, estate) = places.above(raw.stairwell);
    let (estate, building) = (places.estates.name(estate), places.buildings.name(building));
    format!("{estate}/{building}/{}/{}/{}", places.stairwells.name(raw.stairwell), raw.floor, raw.door)
}

/// Which of some equal rows are spoiled, each with another one to name. All of them where they are left out and
/// listed; otherwise the first is only named by the others, so that one mistake is told once.
pub(super) fn pairs(twins: &[usize], leave_out: bool) -> Vec<(usize, usize)> {
    let first = if leave_out { Some((twins[0], twins[1])) } else { None };
    first.into_iter().chain(twins[1..].iter().map(|&t| (t, twins[0]))).collect()
}

/// Rows, sorted by key, to a stock in canonical order.
fn settle(raws: Vec<Raw>, places: &Places, types: &Names, fit_types: &[String], leave_out: bool) -> Homes {
    let mut used = vec![false; places.stairwells.list.len()];
    let mut used_types = vec![false; types.list.len()];
    for raw in &raws {
        used[raw.stairwell as usize] = true;
        used_types[raw.home_type as usize] = true;
    }
    let mut stock = Stock::default();
    let stairwell_ids = places.settle(&used, &mut stock);
    // Where rows are left out for good, their names are gone with them.
    let known = |names: &Names, used: &[bool]| -> Vec<String> {
        let numbers = (0..names.list.len()).filter(|&n| !leave_out || used[n]);
        numbers.map(|n| names.list[n].1.clone()).filter(|name| !name.is_empty()).collect()
    };
    let mut estates =
        if leave_out { stock.estates.iter().map(|e| e.name.clone()).collect() } else { known(&places.estates, &[]) };
    estates.sort_unstable();
    stock.home_types = known(types, &used_types);
    stock.home_types.extend_from_slice(fit_types);
    stock.home_types.sort_unstable();
    stock.home_types.dedup();
    let type_id = |name: &str| {
        let place = stock.home_types.binary_search_by(|t| t.as_str().cmp(name));
        HomeTypeId::new(place.expect("all types of dwellings are in the list"))
    };
    let type_ids: Vec<Option<HomeTypeId>> =
        (0..types.list.len()).map(|n| used_types[n].then(|| type_id(&types.list[n].1))).collect();
    let mut residents = Vec::new();
    let mut addresses = Vec::new();
    let mut areas = Vec::with_capacity(raws.len());
    let mut dwellings = Vec::with_capacity(raws.len());
    for raw in raws {
        let (stairwell, building, estate) = whereabouts(&stock, stairwell_ids[raw.stairwell as usize]);
        residents.extend(raw.group.map(|group| (stairwell, group, raw.persons)));
        areas.push(raw.area);
        let home_type = type_ids[raw.home_type as usize].expect("a kept row uses its type");
        let Raw { key, floor, door, step_free, status, written, .. } = raw;
        addresses.extend(written.map(|written| (DwellingId::new(dwellings.len()), written.into_string())));
        dwellings.push(Dwelling { key, stairwell, building, estate, floor, door, home_type, step_free, status });
    }
    stock.dwellings = dwellings;
    stock.addresses = addresses;
    Homes { stock, estates, residents, areas }
}
