//! The mix score of one table, recomputed from counts: households without company and the three distances
//! (design, section 3.4). Distances are kept as exact fractions; floats are made for display only.

use super::case::{Case, Sheet};
use super::fraction::Fraction;
use crate::model::{Reference, ScoreFigures, Target};

/// Declared households per place and group, the group running fastest.
struct Tally {
    groups: usize,
    estates: Vec<i128>,
    buildings: Vec<i128>,
    stairwells: Vec<i128>,
}

/// Every numerator is scaled by this: a tolerance is in hundredths, and a distance is half a sum.
const SCALE: i128 = 200;

/// The numbers of one table.
pub(super) struct Score {
    /// Households without company.
    pub without_company: u64,
    /// The same by estate.
    alone: Vec<u64>,
    /// Distance of the estates, times 200.
    pub estate: Vec<Fraction>,
    /// Distance of the buildings, times 200; one fraction per building.
    pub building: Vec<Fraction>,
    /// Distance of the stairwells, times 200; one fraction per stairwell.
    pub stairwell: Vec<Fraction>,
}

impl Score {
    pub fn of(case: &Case, sheet: &Sheet) -> Score {
        let tally = Tally::of(case, sheet);
        let default = Target::default();
        let target = case.evidence.target.unwrap_or(&default);
        let stock = &case.evidence.intake.stock;
        // Shares that are not one per group give no reference; `symmetric` reports them.
        let shares: Option<Vec<i128>> = match &target.reference {
            Reference::Shares(shares) if shares.len() == tally.groups => {
                Some(shares.iter().map(|&share| i128::from(share)).collect())
            }
            _ => None,
        };
        let all = tally.sum();
        let own = |estate: usize| shares.as_deref().unwrap_or_else(|| tally.row(&tally.estates, estate));
        let whole = shares.as_deref().unwrap_or(&all);
        let estates = 0..stock.estates.len();
        let alone = tally.without_company(case, i128::from(target.company));
        let buildings = stock.buildings.iter().enumerate();
        let stairwells = stock.stairwells.iter().enumerate();
        Score {
            without_company: alone.iter().sum(),
            alone,
            estate: estates.map(|at| excess(tally.row(&tally.estates, at), whole, target.estate)).collect(),
            building: buildings
                .map(|(at, place)| excess(tally.row(&tally.buildings, at), own(place.estate.index()), target.building))
                .collect(),
            stairwell: stairwells
                .map(|(at, place)| {
                    excess(tally.row(&tally.stairwells, at), own(place.estate.index()), target.stairwell)
                })
                .collect(),
        }
    }

    /// The mix score times 200, as a sum of fractions.
    pub fn terms(&self) -> Vec<Fraction> {
        let company = (i128::from(self.without_company) * SCALE, 1);
        self.building.iter().chain(&self.stairwell).copied().chain([company]).collect()
    }

    /// Mix score of each estate, for display.
    pub fn by_estate(&self, case: &Case) -> Vec<f64> {
        let stock = &case.evidence.intake.stock;
        let mut scores: Vec<f64> = self.alone.iter().map(|&alone| alone as f64).collect();
        for (place, &distance) in stock.buildings.iter().zip(&self.building) {
            scores[place.estate.index()] += households(&[distance]);
        }
        for (place, &distance) in stock.stairwells.iter().zip(&self.stairwell) {
            scores[place.estate.index()] += households(&[distance]);
        }
        scores
    }

    /// For display.
    pub fn figures(&self) -> ScoreFigures {
        let (building, stairwell) = (households(&self.building), households(&self.stairwell));
        ScoreFigures {
            score: self.without_company as f64 + building + stairwell,
            without_company: self.without_company,
            estate: households(&self.estate),
            building,
            stairwell,
        }
    }
}

/// A distance in households.
fn households(fractions: &[Fraction]) -> f64 {
    fractions.iter().map(|&(num, den)| num as f64 / (den * SCALE) as f64).sum()
}

/// `200 · ½ Σ_g max(0, |n(g) − c(g)/C·N| − t/100·N)` of one place, as a fraction over `C`.
fn excess(place: &[i128], reference: &[i128], tolerance: u32) -> Fraction {
    let (all, total): (i128, i128) = (place.iter().sum(), reference.iter().sum());
    if total == 0 {
        return (0, 1);
    }
    let free = i128::from(tolerance) * all * total;
    let over = |(n, c): (&i128, &i128)| ((n * total - c * all).abs() * 100 - free).max(0);
    (place.iter().zip(reference).map(over).sum(), total)
}

impl Tally {
    fn of(case: &Case, sheet: &Sheet) -> Tally {
        let (stock, roll) = (&case.evidence.intake.stock, case.evidence.roll);
        let groups = roll.groups.len();
        let zeros = |places: usize| vec![0; places * groups];
        let mut tally = Tally {
            groups,
            estates: zeros(stock.estates.len()),
            buildings: zeros(stock.buildings.len()),
            stairwells: zeros(stock.stairwells.len()),
        };
        let mut add = |stairwell: usize, group: usize, count: i128| {
            let place = &stock.stairwells[stairwell];
            tally.stairwells[stairwell * groups + group] += count;
            tally.buildings[place.building.index() * groups + group] += count;
            tally.estates[place.estate.index() * groups + group] += count;
        };
        for residents in &roll.residents {
            add(residents.stairwell.index(), residents.group.index(), i128::from(residents.households));
        }
        for (who, home) in sheet.home_of.iter().enumerate() {
            if let (Some(home), Some(group)) = (*home, roll.of_household.get(who).copied().flatten()) {
                add(case.dwelling(home).stairwell.index(), group.index(), 1);
            }
        }
        tally
    }

    fn row<'t>(&self, counts: &'t [i128], place: usize) -> &'t [i128] {
        &counts[place * self.groups..][..self.groups]
    }

    /// All estates together.
    fn sum(&self) -> Vec<i128> {
        let column = |group| self.estates.iter().skip(group).step_by(self.groups.max(1)).sum();
        (0..self.groups).map(column).collect()
    }

    /// By estate, households of a group with fewer than `enough` in their stairwell, where the estate has that many.
    fn without_company(&self, case: &Case, enough: i128) -> Vec<u64> {
        let mut alone = vec![0; case.evidence.intake.stock.estates.len()];
        for (at, place) in case.evidence.intake.stock.stairwells.iter().enumerate() {
            let in_estate = self.row(&self.estates, place.estate.index());
            for (n, all) in self.row(&self.stairwells, at).iter().zip(in_estate) {
                if *n < enough && *all >= enough {
                    alone[place.estate.index()] += *n as u64;
                }
            }
        }
        alone
    }
}
