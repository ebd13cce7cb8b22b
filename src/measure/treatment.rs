//! Equal treatment: what the households of each group got, beside all others, and how far apart groups would be if the
//! labels had been dealt by lot.
//!
//! A figure of a group is a sum over its households divided by another sum: of homes, or of persons. The gap is the
//! group's figure less that of all others. The band shuffles the labels of all signed households, keeps the sizes of
//! the groups, and takes the 2.5 and 97.5 % points of the gap; the one p for all groups together asks how often labels
//! by lot give sums of squares between the groups as large or larger, (b+1)/(n+1) (Phipson & Smyth 2010).
//!
//! Nothing small is in the result: a figure that could be turned into a count below [`THRESHOLD`](super::THRESHOLD),
//! or by which such a count would come back, is `None`. Households that stated no group are a line like any other.

use super::band::quantile;
use super::builder::Builder;
use super::luck::Luck;
use super::suppress::suppress;
use rayon::prelude::*;

/// What is compared, in the order of the arrays below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Share of the signed that are housed.
    Housed,
    /// Share of the housed that got their first choice of estate.
    FirstChoice,
    /// Mean choice rank of the housed, 1 = first.
    Rank,
    /// Square metres per person of the housed, where the area is known.
    Space,
    /// Mean floor of the housed.
    Floor,
    /// Share of those who need a step-free home that have one.
    StepFree,
    /// Share of the signed that still wait.
    Waiting,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Outcome; 7] = [
        Outcome::Housed,
        Outcome::FirstChoice,
        Outcome::Rank,
        Outcome::Space,
        Outcome::Floor,
        Outcome::StepFree,
        Outcome::Waiting,
    ];

    /// A word for keys.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Housed => "housed",
            Outcome::FirstChoice => "first-choice",
            Outcome::Rank => "rank",
            Outcome::Space => "space",
            Outcome::Floor => "floor",
            Outcome::StepFree => "step-free",
            Outcome::Waiting => "waiting",
        }
    }

    /// Whether it is a share of households, 0 to 1.
    pub fn is_share(self) -> bool {
        matches!(self, Outcome::Housed | Outcome::FirstChoice | Outcome::StepFree | Outcome::Waiting)
    }
}

/// A home as it counts here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Got {
    /// Choice rank, at least 1.
    pub rank: u32,
    /// Square metres; `None` where the file does not say.
    pub area: Option<f64>,
    /// Floor.
    pub floor: i16,
    /// Step-free or not.
    pub step_free: bool,
}

/// A signed household.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Treated {
    /// Its group by number; `None` = not stated.
    pub group: Option<usize>,
    /// Persons, at least 1.
    pub persons: u32,
    /// Whether it needs a step-free home.
    pub needs_step_free: bool,
    /// What the first allocation gave.
    pub first: Option<Got>,
    /// What the plan gives.
    pub last: Option<Got>,
}

/// What may be shown of one group and one outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// In the first allocation.
    pub first: f64,
    /// In the plan.
    pub last: f64,
    /// All others, in the plan.
    pub others: f64,
    /// 2.5 and 97.5 % points of the gap if labels were dealt by lot.
    pub band: (f64, f64),
}

impl Figure {
    /// The group's figure less that of all others.
    pub fn gap(&self) -> f64 {
        self.last - self.others
    }

    /// Whether the gap is one that labels by lot would give.
    pub fn by_lot(&self) -> bool {
        let near = 1e-9;
        self.band.0 - near <= self.gap() && self.gap() <= self.band.1 + near
    }
}

/// A group's line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The label; `None` for those who stated none.
    pub group: Option<String>,
    /// Signed households, where that may be told.
    pub households: Option<u64>,
    /// One figure per outcome, in the order of [`Outcome::ALL`].
    pub figures: [Option<Figure>; 7],
}

/// All groups, and for each outcome all of them together.
#[derive(Clone, Debug, PartialEq)]
pub struct Treatment {
    /// Groups by name, then those who stated none.
    pub lines: Vec<Line>,
    /// All signed households: first allocation and plan; `None` where nobody counts.
    pub together: [Option<(f64, f64)>; 7],
    /// How often labels by lot differ as much or more; `None` with fewer than two groups.
    pub p: [Option<f64>; 7],
    /// Shuffles made.
    pub replicates: usize,
}

/// Over and under the line of a fraction.
type Part = (f64, f64);

/// Compares the groups.
pub fn treatment(groups: &[String], households: &[Treated], replicates: usize, seed: u64) -> Treatment {
    let columns = groups.len() + 1;
    let labels: Vec<usize> = households.iter().map(|one| one.group.unwrap_or(groups.len())).collect();
    let parts = |got: fn(&Treated) -> Option<Got>| -> Vec<[Part; 7]> {
        households.iter().map(|one| Outcome::ALL.map(|outcome| part(outcome, one, got(one)))).collect()
    };
    let (first, last) = (parts(|one| one.first), parts(|one| one.last));
    let (sums_first, sums) = (add(&first, &labels, columns), add(&last, &labels, columns));
    let all = sum_of(&sums);
    let (bands, p) = by_lot(&last, &labels, columns, &sums, replicates, seed);
    let shown = shown(groups, households);
    let line = |group: usize| {
        let figure = |outcome: usize| {
            let (mine, others) = (sums[group][outcome], less(all[outcome], sums[group][outcome]));
            let visible = shown.figure(group, Outcome::ALL[outcome]) && mine.1 > 0.0 && others.1 > 0.0;
            let (before, band) = (ratio(sums_first[group][outcome])?, bands[group][outcome]?);
            visible.then(|| Figure { first: before, last: mine.0 / mine.1, others: others.0 / others.1, band })
        };
        let households = labels.iter().filter(|&&label| label == group).count() as u64;
        Line {
            group: groups.get(group).cloned(),
            households: shown.size[group].then_some(households),
            figures: std::array::from_fn(figure),
        }
    };
    let all_first = sum_of(&sums_first);
    let together = std::array::from_fn(|outcome| Some((ratio(all_first[outcome])?, ratio(all[outcome])?)));
    let present = |group: &usize| labels.contains(group);
    let lines = (0..columns).filter(present).map(line).collect();
    Treatment { lines, together, p, replicates }
}

/// What a household adds to a figure.
fn part(outcome: Outcome, who: &Treated, got: Option<Got>) -> Part {
    let yes = |yes: bool| (f64::from(u8::from(yes)), 1.0);
    match (outcome, got) {
        (Outcome::Housed, _) => yes(got.is_some()),
        (Outcome::Waiting, _) => yes(got.is_none()),
        (Outcome::StepFree, _) if who.needs_step_free => yes(got.is_some_and(|got| got.step_free)),
        (Outcome::FirstChoice, Some(got)) => yes(got.rank == 1),
        (Outcome::Rank, Some(got)) => (f64::from(got.rank), 1.0),
        (Outcome::Floor, Some(got)) => (f64::from(got.floor), 1.0),
        (Outcome::Space, Some(got)) => got.area.map_or((0.0, 0.0), |area| (area, f64::from(who.persons))),
        _ => (0.0, 0.0),
    }
}

fn ratio(part: Part) -> Option<f64> {
    (part.1 > 0.0).then(|| part.0 / part.1)
}

fn less(all: Part, mine: Part) -> Part {
    (all.0 - mine.0, all.1 - mine.1)
}

fn add(parts: &[[Part; 7]], labels: &[usize], columns: usize) -> Vec<[Part; 7]> {
    let mut sums = vec![[(0.0, 0.0); 7]; columns];
    for (parts, &label) in parts.iter().zip(labels) {
        for (sum, part) in sums[label].iter_mut().zip(parts) {
            sum.0 += part.0;
            sum.1 += part.1;
        }
    }
    sums
}

fn sum_of(sums: &[[Part; 7]]) -> [Part; 7] {
    std::array::from_fn(|outcome| {
        sums.iter().fold((0.0, 0.0), |all, sum| (all.0 + sum[outcome].0, all.1 + sum[outcome].1))
    })
}

/// Gap of each group, and the sum of squares between groups, for each outcome.
fn gaps(sums: &[[Part; 7]]) -> (Vec<[Option<f64>; 7]>, [f64; 7]) {
    let all = sum_of(sums);
    let gap = |sum: &[Part; 7]| {
        std::array::from_fn(|outcome| Some(ratio(sum[outcome])? - ratio(less(all[outcome], sum[outcome]))?))
    };
    let between = |outcome: usize| {
        let mean = ratio(all[outcome]).unwrap_or(0.0);
        let square = |sum: &[Part; 7]| ratio(sum[outcome]).map_or(0.0, |own| sum[outcome].1 * (own - mean).powi(2));
        super::sum::sum(sums.iter().map(square))
    };
    (sums.iter().map(gap).collect(), std::array::from_fn(between))
}

type Bands = Vec<[Option<(f64, f64)>; 7]>;

/// Bands of the gaps and p of the spread, from labels dealt again and again.
fn by_lot(
    parts: &[[Part; 7]],
    labels: &[usize],
    columns: usize,
    sums: &[[Part; 7]],
    replicates: usize,
    seed: u64,
) -> (Bands, [Option<f64>; 7]) {
    let mut sorted = labels.to_vec();
    sorted.sort_unstable();
    let deal = |labels: &mut Vec<usize>, replicate: usize| {
        labels.copy_from_slice(&sorted);
        Luck::new(seed, replicate as u64).deal(labels, |_| ());
        gaps(&add(parts, labels, columns))
    };
    let dealt: Vec<_> = (0..replicates).into_par_iter().map_init(|| sorted.clone(), deal).collect();
    let band = |group: usize, outcome: usize| {
        let mut values: Vec<f64> = dealt.iter().filter_map(|(gaps, _)| gaps[group][outcome]).collect();
        values.sort_unstable_by(f64::total_cmp);
        (!values.is_empty()).then(|| (quantile(&values, 0.025), quantile(&values, 0.975)))
    };
    let bands = (0..columns).map(|group| std::array::from_fn(|outcome| band(group, outcome))).collect();
    let (_, now) = gaps(sums);
    let several = sums.iter().filter(|sum| sum[0].1 > 0.0).count() > 1;
    let p = |outcome: usize| {
        let more = dealt.iter().filter(|(_, spread)| spread[outcome] >= now[outcome] - 1e-9).count();
        several.then(|| (more as f64 + 1.0) / (replicates as f64 + 1.0))
    };
    (bands, std::array::from_fn(p))
}

/// What may be shown, by group.
struct Shown {
    size: Vec<bool>,
    /// First choice, later choice, no home.
    homes: Vec<[bool; 3]>,
    /// Needs a step-free home and has one, needs one and has none, needs none.
    needs: Vec<[bool; 3]>,
}

impl Shown {
    fn figure(&self, group: usize, outcome: Outcome) -> bool {
        let [first, later, none] = self.homes[group];
        let [has, lacks, _] = self.needs[group];
        self.size[group]
            && match outcome {
                Outcome::Housed | Outcome::Waiting => none,
                // A mean rank tells how many have a later choice.
                Outcome::FirstChoice | Outcome::Rank => first && later,
                // Enough of them are housed to have a mean.
                Outcome::Space | Outcome::Floor => first,
                Outcome::StepFree => has && lacks,
            }
    }
}

/// The households of each group in three parts, in the plan and in the first allocation; what is small is hidden, and
/// whatever would bring it back.
fn shown(groups: &[String], households: &[Treated]) -> Shown {
    let homes = |got: fn(&Treated) -> Option<Got>| {
        parted(groups, households, |one| match got(one) {
            Some(got) if got.rank == 1 => 0,
            Some(_) => 1,
            None => 2,
        })
    };
    let needs = |got: fn(&Treated) -> Option<Got>| {
        parted(groups, households, |one| match (one.needs_step_free, got(one)) {
            (true, Some(got)) if got.step_free => 0,
            (true, _) => 1,
            (false, _) => 2,
        })
    };
    let tables = [homes(|one| one.last), homes(|one| one.first), needs(|one| one.last), needs(|one| one.first)];
    let both = |a: &Parted, b: &Parted| -> Vec<[bool; 3]> {
        a.cells.iter().zip(&b.cells).map(|(a, b)| [0, 1, 2].map(|n| a[n] && b[n])).collect()
    };
    let size = (0..=groups.len()).map(|group| tables.iter().all(|table| table.size[group])).collect();
    Shown { size, homes: both(&tables[0], &tables[1]), needs: both(&tables[2], &tables[3]) }
}

/// One table of three parts: which totals and cells may be shown.
struct Parted {
    size: Vec<bool>,
    cells: Vec<[bool; 3]>,
}

fn parted(groups: &[String], households: &[Treated], part: impl Fn(&Treated) -> usize) -> Parted {
    let columns = groups.len() + 1;
    let mut counts = [vec![0u32; columns], vec![0; columns], vec![0; columns]];
    for one in households {
        counts[part(one)][one.group.unwrap_or(groups.len())] += 1;
    }
    // Labels of which nobody is here have no line, and nothing to protect.
    let present: Vec<usize> = (0..columns).filter(|&group| counts.iter().any(|part| part[group] > 0)).collect();
    // Numbers for names: a label may be anything, and these sort as they are.
    let numbers = present.iter().map(|group| format!("{group:06}"));
    let mut builder = Builder::new(["part"], numbers).expect("numbers differ");
    for (name, counts) in ["0", "1", "2"].into_iter().zip(&counts) {
        let counts: Vec<u32> = present.iter().map(|&group| counts[group]).collect();
        builder.row(&[name], &counts).expect("three names differ");
    }
    let hidden = suppress(&builder.build(), 0);
    let mut shown = Parted { size: vec![false; columns], cells: vec![[false; 3]; columns] };
    for (at, &group) in present.iter().enumerate() {
        shown.size[group] = !hidden.overall(at);
        shown.cells[group] = [0, 1, 2].map(|part| !hidden.place(0, part, at));
    }
    shown
}
