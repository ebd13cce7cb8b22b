//! The pieces of all files, put together in canonical order.

use super::codes::Code;
use super::dwellings::{self, Homes, Resident};
use super::fold::nearest;
use super::groups::Groups;
use super::households::{self, Against, People};
use super::plan::{self, Fit, PlanFile, Source};
use super::problem::Problems;
use super::{Input, SourceFile, Summary};
use crate::model::{DwellingStatus, Effort, GroupId, Intake, OptIns, Residents, Roll, Stock};

/// The files of a plan.
#[derive(Clone, Copy)]
pub(super) struct Files<'s> {
    /// The plan file.
    pub plan: &'s SourceFile,
    /// Dwellings, where the plan file names them.
    pub dwellings: Option<&'s SourceFile>,
    /// Households, where the plan file names them.
    pub households: Option<&'s SourceFile>,
}

/// Reads the tables and puts everything together; `None` where a table is missing or unreadable as a whole.
pub(super) fn assemble(
    mut plan: PlanFile,
    files: Files,
    summary: &mut Summary,
    problems: &mut Problems,
) -> Option<Input> {
    let base = if files.plan.bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let source = Source { file: files.plan, base };
    let fit_types: Vec<String> = match &plan.fit {
        Fit::Table(sizes) => sizes.all().map(|(_, name, _)| name.to_owned()).collect(),
        _ => Vec::new(),
    };
    let mut groups = Groups::new(std::mem::take(&mut plan.aliases));
    let homes = files.dwellings.and_then(|file| {
        let (homes, told) = dwellings::read(file, &fit_types, &mut groups, problems);
        summary.files.push(told);
        homes
    });
    let people = files.households.and_then(|file| {
        let against = Against {
            estates: homes.as_ref().map(|h| h.estates.as_slice()),
            // A broken fit table may name the very type that seems unknown.
            home_types: homes.as_ref().filter(|_| plan.fit != Fit::Broken).map(|h| h.stock.home_types.as_slice()),
            fit: &plan.fit,
        };
        let (people, told) = households::read(file, &against, &mut groups, problems);
        summary.files.push(told);
        people
    });
    count(&homes, &people, summary);
    fit_against_files(&plan.fit, &homes, &people, source, problems);
    let roll = match (&homes, &people) {
        (Some(homes), Some(people)) => Some(roll(&groups, &homes.residents, &people.groups)),
        _ => None,
    };
    let labels = roll.as_ref().map(|(roll, _)| roll.groups.as_slice());
    let target = plan.mix.as_ref().map(|mix| plan::settle(mix, labels, &groups, source, problems));
    let (homes, people, (roll, resident_households)) = (homes?, people?, roll?);
    let People { households, bonds, opt_ins, .. } = people;
    Some(Input {
        intake: Intake { stock: homes.stock, households, bonds, bond_rule: plan.bonds },
        roll,
        resident_households,
        opt_ins: OptIns(opt_ins),
        effort: plan.mix.map_or(Effort::Normal, |mix| mix.effort),
        target,
        draw: plan.draw,
        mandate: plan.mandate,
        lang: plan.lang,
    })
}

fn count(homes: &Option<Homes>, people: &Option<People>, summary: &mut Summary) {
    if let Some(homes) = homes {
        let of = |status| homes.stock.dwellings.iter().filter(|d| d.status == status).count() as u64;
        summary.vacant = of(DwellingStatus::Vacant);
        summary.occupied = of(DwellingStatus::Occupied);
        summary.held = of(DwellingStatus::Held);
    }
    if let Some(people) = people {
        let pairs = || people.households.iter().zip(&people.opt_ins);
        summary.households = people.households.len() as u64;
        summary.signed = pairs().filter(|(who, _)| who.signed()).count() as u64;
        summary.volunteers = pairs().filter(|(who, opt_in)| who.signed() && **opt_in).count() as u64;
        summary.declared = people.groups.iter().flatten().count() as u64;
    }
}

/// A fit table that is needed and not there; a home type of it that no dwelling has.
fn fit_against_files(
    fit: &Fit,
    homes: &Option<Homes>,
    people: &Option<People>,
    source: Source,
    problems: &mut Problems,
) {
    if let (Fit::Absent, Some(people)) = (fit, people)
        && people.without_fit > 0
    {
        let problem = source.problem(Code::FitMissing, 0..0).column("fit");
        problems.push(problem.with("households", people.without_fit));
    }
    if let (Fit::Table(sizes), Some(homes)) = (fit, homes) {
        let there = types_of_dwellings(&homes.stock);
        for (key, name, span) in sizes.all().filter(|(_, name, _)| there.binary_search(name).is_err()) {
            let problem = source.problem(Code::FitTypeNotInStock, span).column(key).with("key", key);
            problems.push(problem.with("value", name).with("near", nearest(name, there.iter().copied())));
        }
    }
}

fn types_of_dwellings(stock: &Stock) -> Vec<&str> {
    let mut used = vec![false; stock.home_types.len()];
    stock.dwellings.iter().for_each(|d| used[d.home_type.index()] = true);
    used.iter().zip(&stock.home_types).filter(|(used, _)| **used).map(|(_, name)| name.as_str()).collect()
}

fn roll(groups: &Groups, residents: &[Resident], declared: &[Option<u32>]) -> (Roll, Vec<Residents>) {
    let in_use = residents.iter().map(|(_, group, _)| *group).chain(declared.iter().flatten().copied());
    let (labels, rank) = groups.settle(in_use);
    let id = |group: u32| GroupId(rank[group as usize]);
    let mut each: Vec<Residents> = residents
        .iter()
        .map(|&(stairwell, group, persons)| Residents { stairwell, group: id(group), households: 1, persons })
        .collect();
    each.sort_unstable();
    let households = each.clone();
    each.dedup_by(|next, sum| {
        let same = (next.stairwell, next.group) == (sum.stairwell, sum.group);
        if same {
            sum.households += next.households;
            sum.persons += next.persons;
        }
        same
    });
    let roll = Roll { groups: labels, of_household: declared.iter().map(|g| g.map(id)).collect(), residents: each };
    (roll, households)
}
