//! The objective, in whole numbers: households of declared groups per place, held against the reference.
//!
//! For a level with tolerance `t` points and a reference `c(g)/C`, the distance of a place with `n(g)` declared
//! households, `N` in all, is ½ Σ_g max(0, |n(g) − c(g)/C·N| − t/100·N). Times 2·100·C that is
//! Σ_g max(0, |100·C·n(g) − 100·c(g)·N| − t·C·N), a whole number. One household without company weighs 2·100·C.

use crate::model::{Intake, Placement, Reference, Roll, Target};

/// The index used for households that declared no group, and for free dwellings: one past the last group.
pub fn undeclared(groups: usize) -> usize {
    groups
}

/// Shares of groups: `part[g] / whole`.
#[derive(Clone, Debug)]
pub struct Share {
    pub part: Vec<i64>,
    pub whole: i64,
}

impl Share {
    fn of_counts(counts: &[i64]) -> Self {
        Self { part: counts.to_vec(), whole: counts.iter().sum::<i64>().max(1) }
    }
}

/// Counts and costs of one level of places. The factors of the formula above stand ready: the search asks for costs all
/// the time.
#[derive(Clone, Debug)]
pub struct Level {
    groups: usize,
    /// 100·C, the weight of a household in its own group's term.
    each: i64,
    /// 100·c(g), by group: the weight of any household of the place.
    expected: Vec<i64>,
    /// t·C, what any household of the place forgives.
    slack: i64,
    /// Declared households by place and group.
    count: Vec<i64>,
    /// Declared households by place.
    total: Vec<i64>,
}

/// What being off the share by `off` costs.
#[inline]
fn beyond(off: i64, slack: i64) -> i64 {
    (off.abs() - slack).max(0)
}

impl Level {
    fn new(places: usize, share: &Share, tolerance: u32) -> Self {
        let groups = share.part.len();
        Self {
            groups,
            each: 100 * share.whole,
            expected: share.part.iter().map(|part| 100 * part).collect(),
            slack: i64::from(tolerance) * share.whole,
            count: vec![0; places * groups],
            total: vec![0; places],
        }
    }

    #[inline]
    fn add(&mut self, place: usize, group: usize, households: i64) {
        if group < self.groups {
            self.count[place * self.groups + group] += households;
            self.total[place] += households;
        }
    }

    /// Counts of a place by group.
    #[inline]
    fn row(&self, place: usize) -> &[i64] {
        &self.count[place * self.groups..][..self.groups]
    }

    /// Scaled distance of one place.
    fn place_cost(&self, place: usize) -> i64 {
        let total = self.total[place];
        let counts = self.row(place).iter().zip(&self.expected);
        counts.map(|(count, expected)| beyond(self.each * count - expected * total, self.slack * total)).sum()
    }

    /// Scaled distance of all places.
    fn cost(&self) -> i64 {
        (0..self.total.len()).map(|place| self.place_cost(place)).sum()
    }

    /// By how much the cost changes when a household of group `a` goes from place `u` to `v` and one of `b` from
    /// `v` to `u`.
    #[inline]
    fn swap_delta(&self, u: usize, v: usize, a: usize, b: usize) -> i64 {
        if a >= self.groups || b >= self.groups {
            let (from, to, group) = if a < self.groups { (u, v, a) } else { (v, u, b) };
            return self.change(from, group, -1) + self.change(to, group, 1);
        }
        self.trade(u, a, b) + self.trade(v, b, a)
    }

    /// By how much the cost of a place changes when a household of group `out` goes and one of `into` comes.
    #[inline]
    fn trade(&self, place: usize, out: usize, into: usize) -> i64 {
        let (counts, total) = (self.row(place), self.total[place]);
        let slack = self.slack * total;
        let off = |group: usize| self.each * counts[group] - self.expected[group] * total;
        let (less, more) = (off(out), off(into));
        beyond(less - self.each, slack) - beyond(less, slack) + beyond(more + self.each, slack) - beyond(more, slack)
    }

    /// By how much the cost of a place changes by so many households more of a group. The place's total changes with
    /// it, so every group counts anew.
    fn change(&self, place: usize, group: usize, by: i64) -> i64 {
        let (counts, total) = (self.row(place), self.total[place]);
        let (before, after) = (self.slack * total, self.slack * (total + by));
        let mut change = 0;
        for (count, expected) in counts.iter().zip(&self.expected) {
            let off = self.each * count - expected * total;
            change += beyond(off - expected * by, after) - beyond(off, before);
        }
        let off = self.each * counts[group] - self.expected[group] * (total + by);
        change + beyond(off + self.each * by, after) - beyond(off, after)
    }

    #[inline]
    fn swap(&mut self, u: usize, v: usize, a: usize, b: usize) {
        self.add(u, a, -1);
        self.add(v, a, 1);
        self.add(v, b, -1);
        self.add(u, b, 1);
    }
}

/// The company rule for stairwells.
#[derive(Clone, Debug)]
struct Company {
    least: i64,
    /// Groups with at least `least` households in the estate.
    counted: Vec<bool>,
}

impl Company {
    #[inline]
    fn without(&self, group: usize, count: i64) -> i64 {
        if self.counted[group] && count > 0 && count < self.least { count } else { 0 }
    }
}

/// A score that exchanges are judged by: levels coarse to fine, the last one with company.
#[derive(Clone, Debug)]
pub struct Tally {
    levels: Vec<Level>,
    company: Option<Company>,
    /// Households without company.
    lonely: i64,
}

impl Tally {
    /// Change of the score by swapping groups `a` (at `u`) and `b` (at `v`); places are numbered per level.
    #[inline]
    pub fn delta(&self, u: &[u32; 2], v: &[u32; 2], a: usize, b: usize) -> i64 {
        if a == b {
            return 0;
        }
        let mut delta = 0;
        for (level, (&u, &v)) in self.levels.iter().zip(u.iter().zip(v)) {
            if u != v {
                delta += level.swap_delta(u as usize, v as usize, a, b);
            }
        }
        delta + self.company_change(u, v, a, b) * self.unit()
    }

    /// By how many households without company the swap changes their number.
    #[inline]
    pub fn company_change(&self, u: &[u32; 2], v: &[u32; 2], a: usize, b: usize) -> i64 {
        let (Some(company), Some(finest)) = (&self.company, self.levels.last()) else { return 0 };
        if a == b || u[1] == v[1] {
            return 0;
        }
        let step = |place: u32, group: usize, by: i64| {
            if group >= finest.groups {
                return 0;
            }
            let count = finest.count[place as usize * finest.groups + group];
            company.without(group, count + by) - company.without(group, count)
        };
        step(u[1], a, -1) + step(v[1], a, 1) + step(u[1], b, 1) + step(v[1], b, -1)
    }

    /// Carries the swap out.
    #[inline]
    pub fn swap(&mut self, u: &[u32; 2], v: &[u32; 2], a: usize, b: usize) {
        self.lonely += self.company_change(u, v, a, b);
        for (level, (&u, &v)) in self.levels.iter_mut().zip(u.iter().zip(v)) {
            if u != v {
                level.swap(u as usize, v as usize, a, b);
            }
        }
    }

    /// The weight of one household: 2·100·C.
    pub fn unit(&self) -> i64 {
        2 * self.levels[0].each
    }

    /// Whether a group has so few households in a stairwell that one more or less may cost company.
    #[inline]
    pub fn few(&self, place: u32, group: usize) -> bool {
        let (Some(company), Some(finest)) = (&self.company, self.levels.last()) else { return false };
        group < finest.groups && finest.count[place as usize * finest.groups + group] < 2 * company.least
    }

    /// Households without company.
    pub fn without_company(&self) -> i64 {
        self.lonely
    }

    fn new(levels: Vec<Level>, company: Option<Company>) -> Self {
        Self { levels, company, lonely: 0 }
    }

    /// Counts the households without company, once everybody is in.
    fn count_lonely(&mut self) {
        if let (Some(company), Some(finest)) = (&self.company, self.levels.last()) {
            let counts = finest.count.iter().enumerate();
            self.lonely = counts.map(|(at, &count)| company.without(at % finest.groups, count)).sum();
        }
    }

    /// The score: company and distances, scaled by [`Tally::unit`].
    pub fn score(&self) -> i64 {
        let distance: i64 = self.levels.iter().map(Level::cost).sum();
        distance + self.without_company() * self.unit()
    }
}

/// What one estate's score is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EstateTally {
    /// Households without company.
    pub without_company: i64,
    /// Mix score, scaled by `unit`.
    pub score: i64,
    /// 2·100·C of this estate.
    pub unit: i64,
}

/// What a placement scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TownTally {
    /// Per estate, in the order of the stock.
    pub estates: Vec<EstateTally>,
    /// The estates' distance, scaled by 2·100·C of the whole town: the same for every placement of the same people.
    pub between: i64,
}

impl TownTally {
    /// Whether neither company nor score nor the estates' distance is higher than in `other`.
    ///
    /// Estates have scales of their own, so their differences are added up as fixed-point numbers, each rounded up.
    pub fn no_worse_than(&self, other: &Self) -> bool {
        let company = |tally: &Self| tally.estates.iter().map(|e| e.without_company).sum::<i64>();
        let difference = |(now, then): (&EstateTally, &EstateTally)| {
            let above = i128::from(now.score) * i128::from(then.unit) - i128::from(then.score) * i128::from(now.unit);
            let below = i128::from(now.unit) * i128::from(then.unit);
            -((-(above << 40)).div_euclid(below))
        };
        let score: i128 = self.estates.iter().zip(&other.estates).map(difference).sum();
        self.between <= other.between && company(self) <= company(other) && score <= 0
    }
}

/// Intake, roll and target together: makes tallies of placements.
pub struct Town<'a> {
    pub intake: &'a Intake,
    pub target: &'a Target,
    pub groups: usize,
    /// Group index of each household, `undeclared` where it stated none.
    pub group_of: Vec<usize>,
    roll: &'a Roll,
}

impl<'a> Town<'a> {
    pub fn new(intake: &'a Intake, roll: &'a Roll, target: &'a Target) -> Self {
        let groups = roll.groups.len();
        let group_of = roll.of_household.iter().map(|group| group.map_or(undeclared(groups), |g| g.index())).collect();
        Self { intake, target, groups, group_of, roll }
    }

    /// Calls `add(estate, building, stairwell, group, households)` for everybody who counts.
    fn everybody(&self, placement: &Placement, mut add: impl FnMut([usize; 3], usize, i64)) {
        let stock = &self.intake.stock;
        for resident in &self.roll.residents {
            let stairwell = &stock.stairwells[resident.stairwell.index()];
            let place = [stairwell.estate.index(), stairwell.building.index(), resident.stairwell.index()];
            add(place, resident.group.index(), i64::from(resident.households));
        }
        for (household, home) in placement.home_of.iter().enumerate() {
            if let Some(home) = home {
                let home = stock.dwelling(*home);
                let place = [home.estate.index(), home.building.index(), home.stairwell.index()];
                add(place, self.group_of[household], 1);
            }
        }
    }

    pub fn residents(&self, mut add: impl FnMut(usize, usize, i64)) {
        for resident in &self.roll.residents {
            add(resident.stairwell.index(), resident.group.index(), i64::from(resident.households));
        }
    }

    pub fn estate_counts(&self, placement: &Placement) -> Vec<Vec<i64>> {
        let mut counts = vec![vec![0; self.groups]; self.intake.stock.estates.len()];
        self.everybody(placement, |[estate, ..], group, n| {
            if group < self.groups {
                counts[estate][group] += n;
            }
        });
        counts
    }

    pub fn share(&self, counts: &[i64]) -> Share {
        match &self.target.reference {
            Reference::Composition => Share::of_counts(counts),
            Reference::Shares(shares) => Share::of_counts(&shares.iter().map(|&s| i64::from(s)).collect::<Vec<_>>()),
        }
    }

    /// The score of exchanges between estates: the estates' distance.
    pub fn between_score(&self, placement: &Placement) -> Tally {
        let mut counts = vec![0; self.groups];
        self.everybody(placement, |_, group, n| {
            if group < self.groups {
                counts[group] += n;
            }
        });
        let mut level = Level::new(self.intake.stock.estates.len(), &self.share(&counts), self.target.estate);
        self.everybody(placement, |[estate, ..], group, n| level.add(estate, group, n));
        Tally::new(vec![level], None)
    }

    /// The scores of exchanges inside each estate: company and distances of its buildings and stairwells. Places are
    /// numbered over the whole stock from the estate's first one.
    pub fn inside_scores(&self, placement: &Placement) -> Vec<Tally> {
        let stock = &self.intake.stock;
        let estates = stock.estates.len();
        let mut counts = vec![vec![0; self.groups]; estates];
        self.everybody(placement, |[estate, ..], group, n| {
            if group < self.groups {
                counts[estate][group] += n;
            }
        });
        let buildings = spans(estates, stock.buildings.iter().map(|b| b.estate.index()));
        let stairwells = spans(estates, stock.stairwells.iter().map(|s| s.estate.index()));
        let mut tallies: Vec<Tally> = (0..estates)
            .map(|estate| {
                let share = self.share(&counts[estate]);
                let least = i64::from(self.target.company);
                let counted = counts[estate].iter().map(|&n| n >= least).collect();
                let building = Level::new(buildings[estate].1, &share, self.target.building);
                let stairwell = Level::new(stairwells[estate].1, &share, self.target.stairwell);
                let company = (least > 1).then_some(Company { least, counted });
                Tally::new(vec![building, stairwell], company)
            })
            .collect();
        self.everybody(placement, |[estate, building, stairwell], group, n| {
            tallies[estate].levels[0].add(building - buildings[estate].0, group, n);
            tallies[estate].levels[1].add(stairwell - stairwells[estate].0, group, n);
        });
        tallies.iter_mut().for_each(Tally::count_lonely);
        tallies
    }

    /// What a placement scores.
    pub fn tally(&self, placement: &Placement) -> TownTally {
        let estate = |tally: &Tally| EstateTally {
            without_company: tally.without_company(),
            score: tally.score(),
            unit: tally.unit(),
        };
        let estates = self.inside_scores(placement).iter().map(estate).collect();
        TownTally { estates, between: self.between_score(placement).score() }
    }
}

/// First place and number of places of each estate; places are sorted by estate.
fn spans(estates: usize, estate_of: impl Iterator<Item = usize>) -> Vec<(usize, usize)> {
    let mut spans = vec![(0, 0); estates];
    for (place, estate) in estate_of.enumerate() {
        let span = &mut spans[estate];
        if span.1 == 0 {
            span.0 = place;
        }
        span.1 += 1;
    }
    spans
}
