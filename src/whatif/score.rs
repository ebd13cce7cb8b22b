//! What exchanges aim at, measured on any placement: households without company, and the distance of every level.

use crate::model::{Intake, Placement, Reference, Roll, ScoreFigures, Target};

/// Households of declared groups, residents and placed ones, by stairwell and group; the group runs fastest.
pub fn counts(intake: &Intake, roll: &Roll, placement: &Placement) -> Vec<u32> {
    let groups = roll.groups.len();
    let mut counts = vec![0; intake.stock.stairwells.len() * groups];
    for residents in &roll.residents {
        counts[residents.stairwell.index() * groups + residents.group.index()] += residents.households;
    }
    for (home, group) in placement.home_of.iter().zip(&roll.of_household) {
        if let (Some(home), Some(group)) = (home, group) {
            counts[intake.stock.dwelling(*home).stairwell.index() * groups + group.index()] += 1;
        }
    }
    counts
}

/// The figures of a plan's certificate, for these counts of [`counts`].
pub fn score(intake: &Intake, groups: usize, target: &Target, counts: &[u32]) -> ScoreFigures {
    let stock = &intake.stock;
    let mut buildings = vec![0u32; stock.buildings.len() * groups];
    let mut estates = vec![0u32; stock.estates.len() * groups];
    for (at, place) in stock.stairwells.iter().enumerate() {
        for group in 0..groups {
            let count = counts[at * groups + group];
            buildings[place.building.index() * groups + group] += count;
            estates[place.estate.index() * groups + group] += count;
        }
    }
    let shares = match &target.reference {
        Reference::Shares(shares) => Some(shares.as_slice()),
        Reference::Composition => None,
    };
    let mut all = vec![0; groups];
    estates.iter().enumerate().for_each(|(at, count)| all[at % groups] += count);
    let own = |estate: usize| shares.unwrap_or(row(&estates, estate, groups));
    let mut without_company = 0;
    let mut stairwell = 0.0;
    for (at, place) in stock.stairwells.iter().enumerate() {
        let here = row(counts, at, groups);
        stairwell += distance(here, own(place.estate.index()), target.stairwell);
        let lonely = here.iter().zip(row(&estates, place.estate.index(), groups));
        let lonely = lonely.filter(|(here, all)| **here < target.company && **all >= target.company);
        without_company += lonely.map(|(here, _)| u64::from(*here)).sum::<u64>();
    }
    let places = stock.buildings.iter().enumerate();
    let building: f64 = places
        .map(|(at, place)| distance(row(&buildings, at, groups), own(place.estate.index()), target.building))
        .sum();
    let whole = shares.unwrap_or(&all);
    let estate = (0..stock.estates.len()).map(|at| distance(row(&estates, at, groups), whole, target.estate)).sum();
    ScoreFigures { score: without_company as f64 + building + stairwell, without_company, estate, building, stairwell }
}

fn row(counts: &[u32], place: usize, groups: usize) -> &[u32] {
    &counts[place * groups..(place + 1) * groups]
}

/// ½ Σ_g max(0, |n(g) − c(g)/C·N| − t/100·N) of one place, in households.
fn distance(place: &[u32], reference: &[u32], tolerance: u32) -> f64 {
    let sum = |counts: &[u32]| counts.iter().map(|&n| i64::from(n)).sum::<i64>();
    let (all, whole) = (sum(place), sum(reference));
    if whole == 0 {
        return 0.0;
    }
    let free = i64::from(tolerance) * all * whole;
    let over = |(&n, &c): (&u32, &u32)| ((i64::from(n) * whole - i64::from(c) * all).abs() * 100 - free).max(0);
    place.iter().zip(reference).map(over).sum::<i64>() as f64 / (200 * whole) as f64
}
