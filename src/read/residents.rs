//! `dwellings.csv` alone, for its residents; and what kind of table a file is.

use super::codes::Code;
use super::dwellings;
use super::groups::Groups;
use super::headers::{self, Wanted};
use super::households;
use super::problem::{Problem, Problems};
use super::table::{each_record, utf8};
use super::{FileSummary, SourceFile};
use crate::model::{GroupId, Residents, Stock};
use std::ops::ControlFlow;

/// Places and the households of residents in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lived {
    /// Places and dwellings.
    pub stock: Stock,
    /// Labels, sorted.
    pub groups: Vec<String>,
    /// One entry for each household of residents with a group, sorted: so nobody is told from a neighbour.
    pub each: Vec<Residents>,
}

/// What a table is, by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// Counts by place and group, as far as can be seen.
    Counts,
    /// One row for each dwelling.
    Dwellings,
    /// One row for each household.
    Households,
}

/// What kind of table a file is. Columns say so: a home has a home type, a status or a group of residents besides its
/// address; a household has its persons, choices or agreement.
pub fn table_kind(file: &SourceFile) -> TableKind {
    let mut unheard = Problems::new(false);
    let mut header: Vec<String> = Vec::new();
    if let Some((text, base)) = utf8(file, &mut unheard) {
        each_record(file, text, base, &mut unheard, |record, _, _| {
            header = record.iter().map(str::to_owned).collect();
            ControlFlow::Break(())
        });
    }
    let mut has = |wanted: &[Wanted], names: &[&str]| -> usize {
        let found = headers::recognise(&file.name, &header, wanted, &mut unheard).0.recognised.columns;
        found.iter().filter(|(_, own)| names.contains(&own.as_str())).count()
    };
    let address = has(&dwellings::COLUMNS, &["estate", "building", "stairwell"]);
    let home = has(&dwellings::COLUMNS, &["resident_group", "resident_persons", "home_type", "status", "occupied"]);
    let wishes = has(&households::COLUMNS, &["choices", "agreement", "mixing", "together", "home_types", "priority"]);
    if address == 3 && home >= 1 {
        TableKind::Dwellings
    } else if has(&households::COLUMNS, &["household"]) == 1 && wishes >= 1 {
        TableKind::Households
    } else {
        TableKind::Counts
    }
}

/// Reads the residents of a file of dwellings. `None` while a problem stands.
pub fn residents(file: &SourceFile) -> (Option<Lived>, Vec<Problem>, FileSummary) {
    let mut problems = Problems::new(false);
    let mut groups = Groups::default();
    let (homes, summary) = dwellings::read(file, &[], &mut groups, &mut problems);
    let lived = homes.map(|homes| {
        let (labels, rank) = groups.settle(homes.residents.iter().map(|resident| resident.1));
        let one = |&(stairwell, group, persons): &dwellings::Resident| {
            let group = GroupId(rank[group as usize]);
            Residents { stairwell, group, households: 1, persons }
        };
        let mut each: Vec<Residents> = homes.residents.iter().map(one).collect();
        each.sort_unstable();
        Lived { stock: homes.stock, groups: labels, each }
    });
    if lived.as_ref().is_some_and(|lived| lived.each.is_empty()) {
        problems.push(Problem::new(Code::NoResidents, &file.name));
    }
    let lived = lived.filter(|_| !problems.stop());
    (lived, problems.sorted(&[&file.name]), summary)
}

/// A table of households where counts are expected.
pub fn not_counts(file: &SourceFile) -> Problem {
    Problem::new(Code::HouseholdsNotCounts, &file.name)
}
