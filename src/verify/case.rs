//! The parsed view that all checks share: rows resolved to households and dwellings, turns recomputed.

use super::Evidence;
use super::draw::{self, Tickets};
use super::wish;
use crate::model::{Dwelling, DwellingStatus, Household, PlanRow, Sheets, Turn};
use std::collections::BTreeMap;

/// One table.
pub(super) struct Sheet<'a> {
    /// File name, for reports.
    pub name: &'static str,
    /// Its rows, in order.
    pub lines: Vec<Line<'a>>,
    /// Per household: how many rows it has.
    pub rows_of: Vec<u32>,
    /// Per household: the dwelling of its first row with a known dwelling.
    pub home_of: Vec<Option<usize>>,
    /// Per dwelling: how many rows name it.
    pub named: Vec<u32>,
}

/// One row.
pub(super) struct Line<'a> {
    /// Number of the line in the file; the header is line 1.
    pub number: usize,
    /// The cells.
    pub row: &'a PlanRow,
    /// Index of its household, where known.
    pub household: Option<usize>,
    /// Index of its dwelling, where known.
    pub dwelling: Option<usize>,
}

/// Evidence and tables, ready for the checks.
pub(super) struct Case<'a> {
    /// What the plan is held against.
    pub evidence: &'a Evidence<'a>,
    /// The draw.
    pub tickets: Tickets,
    /// Turn per household; `None` without agreement.
    pub turns: Vec<Option<Turn>>,
    /// `first.csv`.
    pub first: Sheet<'a>,
    /// `plan.csv`.
    pub plan: Sheet<'a>,
    /// Per household: its home in `first.csv` where row, agreement and home are all in order. The checks of the
    /// first allocation argue about these and count all other named homes as taken.
    pub sound: Vec<Option<usize>>,
}

impl<'a> Case<'a> {
    pub fn new(evidence: &'a Evidence<'a>, sheets: &'a Sheets) -> Self {
        let intake = evidence.intake;
        let households = intake.households.iter().enumerate().map(|(i, who)| (who.key.as_str(), i)).collect();
        let dwellings = intake.stock.dwellings.iter().enumerate().map(|(i, home)| (home.key.as_str(), i)).collect();
        let tickets = Tickets::new(evidence.draw);
        let mut case = Self {
            evidence,
            turns: draw::turns(intake, &tickets),
            tickets,
            first: Sheet::new("first.csv", &sheets.first, &households, &dwellings),
            plan: Sheet::new("plan.csv", &sheets.plan, &households, &dwellings),
            sound: Vec::new(),
        };
        case.sound = (0..intake.households.len()).map(|who| case.sound_home(who)).collect();
        case
    }

    fn sound_home(&self, who: usize) -> Option<usize> {
        let home = self.first.home_of[who].filter(|&home| self.first.rows_of[who] == 1 && self.first.named[home] == 1);
        home.filter(|&home| {
            let vacant = self.dwelling(home).status == DwellingStatus::Vacant;
            vacant && self.turns[who].is_some() && wish::tier(self.household(who), self.dwelling(home)).is_some()
        })
    }

    /// Both tables.
    pub fn sheets(&self) -> [&Sheet<'a>; 2] {
        [&self.first, &self.plan]
    }

    pub fn household(&self, index: usize) -> &'a Household {
        &self.evidence.intake.households[index]
    }

    pub fn dwelling(&self, index: usize) -> &'a Dwelling {
        &self.evidence.intake.stock.dwellings[index]
    }

    /// Key of a household.
    pub fn key(&self, index: usize) -> &'a str {
        &self.household(index).key
    }

    /// Households with a home in both tables: (household, first home, home in the plan).
    pub fn in_both(&self) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
        let homes = self.first.home_of.iter().zip(&self.plan.home_of).enumerate();
        homes.filter_map(|(who, (first, plan))| Some((who, (*first)?, (*plan)?)))
    }

    /// Members of each bond, signed or not.
    pub fn bond_members(&self) -> Vec<Vec<usize>> {
        let mut members = vec![Vec::new(); self.evidence.intake.bonds.len()];
        for (index, who) in self.evidence.intake.households.iter().enumerate() {
            if let Some(bond) = who.bond {
                members[bond.index()].push(index);
            }
        }
        members
    }
}

impl<'a> Sheet<'a> {
    fn new(
        name: &'static str,
        rows: &'a [PlanRow],
        households: &BTreeMap<&str, usize>,
        dwellings: &BTreeMap<&str, usize>,
    ) -> Self {
        let mut sheet = Self {
            name,
            lines: Vec::with_capacity(rows.len()),
            rows_of: vec![0; households.len()],
            home_of: vec![None; households.len()],
            named: vec![0; dwellings.len()],
        };
        for (index, row) in rows.iter().enumerate() {
            let household = households.get(row.household.as_str()).copied();
            let dwelling = dwellings.get(row.dwelling.as_str()).copied();
            if let Some(home) = dwelling {
                sheet.named[home] += 1;
            }
            if let Some(who) = household {
                sheet.rows_of[who] += 1;
                sheet.home_of[who] = sheet.home_of[who].or(dwelling);
            }
            sheet.lines.push(Line { number: index + 2, row, household, dwelling });
        }
        sheet
    }

    /// Rows whose dwelling is known.
    pub fn with_home(&self) -> impl Iterator<Item = (&Line<'a>, usize)> + '_ {
        self.lines.iter().filter_map(|line| Some((line, line.dwelling?)))
    }
}
