//! The rows of `plan.csv` and `first.csv`, cell by cell as text: what is published, and what `verify` reads back.

use super::ids::BondId;
use super::intake::{Closeness, Intake};
use super::placement::{Placement, Turn};

/// One row of `plan.csv` or `first.csv`. All cells are text, so that a spoiled one can still be named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanRow {
    /// Household key.
    pub household: String,
    /// Turn, 1 = first.
    pub turn: String,
    /// Ticket, 64 lower-case hex digits.
    pub ticket: String,
    /// Estate name.
    pub estate: String,
    /// Building name.
    pub building: String,
    /// Stairwell name.
    pub stairwell: String,
    /// Floor.
    pub floor: String,
    /// Door.
    pub door: String,
    /// Dwelling key.
    pub dwelling: String,
    /// Home type.
    pub home_type: String,
    /// Estate tier it got, 1 = first choice.
    pub choice_rank: String,
    /// Place of the home type in its list, 1 = first.
    pub type_rank: String,
    /// How near its bond lives: `stairwell`, `building`, `estate`, `apart`; blank without a bond of two or more
    /// housed members.
    pub bond_level: String,
}

impl PlanRow {
    /// The header of both files.
    pub const COLUMNS: [&'static str; 13] = [
        "household",
        "turn",
        "ticket",
        "estate",
        "building",
        "stairwell",
        "floor",
        "door",
        "dwelling",
        "home_type",
        "choice_rank",
        "type_rank",
        "bond_level",
    ];

    /// The cells in the order of [`PlanRow::COLUMNS`].
    pub fn cells(&self) -> [&str; 13] {
        [
            &self.household,
            &self.turn,
            &self.ticket,
            &self.estate,
            &self.building,
            &self.stairwell,
            &self.floor,
            &self.door,
            &self.dwelling,
            &self.home_type,
            &self.choice_rank,
            &self.type_rank,
            &self.bond_level,
        ]
    }

    /// A row from cells in the order of [`PlanRow::COLUMNS`].
    pub fn from_cells(cells: [String; 13]) -> Self {
        let [
            household,
            turn,
            ticket,
            estate,
            building,
            stairwell,
            floor,
            door,
            dwelling,
            home_type,
            choice_rank,
            type_rank,
            bond_level,
        ] = cells;
        Self {
            household,
            turn,
            ticket,
            estate,
            building,
            stairwell,
            floor,
            door,
            dwelling,
            home_type,
            choice_rank,
            type_rank,
            bond_level,
        }
    }
}

/// One row of `unplaced.csv`, its sentence left out: that depends on the language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnplacedRow {
    /// Household key.
    pub household: String,
    /// Stable code of the reason.
    pub reason_code: String,
}

/// The two tables of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheets {
    /// Rows of `first.csv`.
    pub first: Vec<PlanRow>,
    /// Rows of `plan.csv`.
    pub plan: Vec<PlanRow>,
}

/// The rows of a placement, in turn order.
pub fn rows(intake: &Intake, turns: &[Option<Turn>], placement: &Placement) -> Vec<PlanRow> {
    let closeness = bond_closeness(intake, placement);
    let mut housed: Vec<(u32, usize)> = Vec::with_capacity(placement.home_of.len());
    for (household, home) in placement.home_of.iter().enumerate() {
        if let (Some(_), Some(turn)) = (home, turns[household]) {
            housed.push((turn.turn, household));
        }
    }
    housed.sort_unstable();
    housed.into_iter().map(|(_, h)| row(intake, turns, placement, &closeness, h)).collect()
}

fn row(
    intake: &Intake,
    turns: &[Option<Turn>],
    placement: &Placement,
    closeness: &[Option<Closeness>],
    household: usize,
) -> PlanRow {
    let stock = &intake.stock;
    let who = &intake.households[household];
    let home = stock.dwelling(placement.home_of[household].expect("only housed households have a row"));
    let turn = turns[household].expect("only signed households have a row");
    let tier = who.tier(home);
    let rank = |rank: Option<u32>| rank.map_or(String::new(), |r| r.to_string());
    PlanRow {
        household: who.key.clone(),
        turn: turn.turn.to_string(),
        ticket: hex(&turn.ticket),
        estate: stock.estate_name(home.estate).to_owned(),
        building: stock.buildings[home.building.index()].name.clone(),
        stairwell: stock.stairwells[home.stairwell.index()].name.clone(),
        floor: home.floor.to_string(),
        door: home.door.clone(),
        dwelling: home.key.clone(),
        home_type: stock.home_type_name(home.home_type).to_owned(),
        choice_rank: rank(tier.map(|t| t.choice)),
        type_rank: rank(tier.map(|t| t.kind)),
        bond_level: who.bond.and_then(|b| closeness[b.index()]).map_or(String::new(), |c| c.word().to_owned()),
    }
}

/// How near the housed members of each bond live; `None` for a bond with fewer than two of them.
pub fn bond_closeness(intake: &Intake, placement: &Placement) -> Vec<Option<Closeness>> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); intake.bonds.len()];
    for (household, who) in intake.households.iter().enumerate() {
        if let (Some(BondId(bond)), Some(home)) = (who.bond, placement.home_of[household]) {
            members[bond as usize].push(home.index());
        }
    }
    members.iter().map(|homes| (homes.len() > 1).then(|| nearest_common(intake, homes))).collect()
}

/// The nearest level at which these dwellings are all in one place.
fn nearest_common(intake: &Intake, homes: &[usize]) -> Closeness {
    let first = &intake.stock.dwellings[homes[0]];
    let all = |same: &dyn Fn(&super::Dwelling) -> bool| homes.iter().all(|&h| same(&intake.stock.dwellings[h]));
    if all(&|home| home.stairwell == first.stairwell) {
        Closeness::Stairwell
    } else if all(&|home| home.building == first.building) {
        Closeness::Building
    } else if all(&|home| home.estate == first.estate) {
        Closeness::Estate
    } else {
        Closeness::Apart
    }
}

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        text.extend([byte >> 4, byte & 15].map(|four| char::from(DIGITS[usize::from(four)])));
    }
    text
}
