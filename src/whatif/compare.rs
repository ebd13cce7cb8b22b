//! Scenarios held against the base: spreads over seeds, differences seed by seed, what moves the mix most.

use super::outcome::{FIGURES, Outcome, Part};

/// Values over seeds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many runs had a value.
    pub runs: usize,
    /// Their mean.
    pub mean: f64,
    /// The least value within the band of 95 %: with fewer than 40 runs the least of all.
    pub low: f64,
    /// The greatest value within the band.
    pub high: f64,
}

impl Spread {
    /// The spread of values; `None` of none.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<f64> = values.into_iter().collect();
        if values.is_empty() {
            return None;
        }
        values.sort_by(f64::total_cmp);
        let runs = values.len();
        let mean = values.iter().sum::<f64>() / runs as f64;
        let outside = runs / 40;
        Some(Self { runs, mean, low: values[outside], high: values[runs - 1 - outside] })
    }
}

/// How a class or a group fared over all seeds: its chances.
#[derive(Clone, Debug, PartialEq)]
pub struct Chances {
    /// Who they are.
    pub label: String,
    /// Households that signed, mean over the runs.
    pub signed: f64,
    /// Chance of being housed.
    pub housed: Option<Spread>,
    /// Chance of a first choice.
    pub first_choice: Option<Spread>,
    /// Chance of being kept out by a cap.
    pub left_out_for_cap: Option<Spread>,
    /// Rounds of offers until they were housed, mean over those housed.
    pub rounds: Option<Spread>,
    /// Share that ends in another home than they drew.
    pub exchanged: Option<Spread>,
}

/// A scenario next to the base.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Per figure of [`FIGURES`].
    pub figures: Vec<Option<Spread>>,
    /// The same, less the base's value under the same seed.
    pub differences: Vec<Option<Spread>>,
    /// By class.
    pub classes: Vec<Chances>,
    /// By group.
    pub groups: Vec<Chances>,
    /// Least chance of any class to be housed.
    pub least_housed: Option<f64>,
    /// Least chance of any class of a first choice.
    pub least_first: Option<f64>,
}

/// Compares scenarios, one after the other; the base comes first.
#[derive(Debug, Default)]
pub struct Comparison {
    base: Vec<Vec<Option<f64>>>,
}

impl Comparison {
    /// Adds a scenario: its outcomes, in the order of the seeds.
    pub fn add(&mut self, outcomes: &[Outcome]) -> Compared {
        let values: Vec<Vec<Option<f64>>> = outcomes.iter().map(|outcome| outcome.figures.values()).collect();
        if self.base.is_empty() {
            self.base.clone_from(&values);
        }
        let column = |at: usize| values.iter().map(move |run| run[at]);
        let figures = (0..FIGURES.len()).map(|at| Spread::of(column(at).flatten())).collect();
        let difference = |at: usize| {
            let pairs = column(at).zip(&self.base);
            Spread::of(pairs.filter_map(|(own, base)| Some(own? - base[at]?)))
        };
        let differences = (0..FIGURES.len()).map(difference).collect();
        let classes = chances(outcomes, |outcome| &outcome.classes);
        let least = |of: fn(&Chances) -> Option<Spread>| {
            classes.iter().filter_map(of).map(|spread| spread.mean).min_by(f64::total_cmp)
        };
        Compared {
            figures,
            differences,
            least_housed: least(|class| class.housed),
            least_first: least(|class| class.first_choice),
            groups: chances(outcomes, |outcome| &outcome.groups),
            classes,
        }
    }
}

/// Chances by part. All runs of a scenario have the same parts, since who signs is not left to chance.
fn chances(outcomes: &[Outcome], parts: impl Fn(&Outcome) -> &Vec<Part>) -> Vec<Chances> {
    let Some(first) = outcomes.first() else { return Vec::new() };
    let one = |(at, part): (usize, &Part)| {
        let over = |of: fn(&Part) -> u64| {
            Spread::of(outcomes.iter().filter_map(|o| parts(o).get(at)).map(|part| part.share(of(part))))
        };
        let rounds = outcomes.iter().filter_map(|o| parts(o).get(at)).filter(|part| part.housed > 0);
        Chances {
            label: part.label.clone(),
            signed: part.signed as f64,
            housed: over(|part| part.housed),
            first_choice: over(|part| part.first_choice),
            left_out_for_cap: over(|part| part.left_out_for_cap),
            rounds: Spread::of(rounds.map(|part| part.rounds as f64 / part.housed as f64)),
            exchanged: over(|part| part.exchanged),
        }
    };
    parts(first).iter().enumerate().map(one).collect()
}

/// How far an axis, changed alone, moves the mix and the choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    /// Its key.
    pub axis: &'static str,
    /// Lowest and highest mean difference of the neighbour mix to the base, 0 included. Neighbour mix, because the mix
    /// score changes its meaning with target and tolerances.
    pub mix: (f64, f64),
    /// The same for the mix score, in households.
    pub score: (f64, f64),
    /// The same for the share of first choices.
    pub choice: (f64, f64),
}

/// The axes changed alone, those that move the neighbour mix most first. `compared` gives for each scenario its axis,
/// if it is one of a one-at-a-time list.
pub fn ranking(compared: &[(Option<&'static str>, &Compared)]) -> Vec<Reach> {
    let mut reaches: Vec<Reach> = Vec::new();
    for (alone, compared) in compared {
        let Some(axis) = *alone else { continue };
        let at = reaches.iter().position(|reach| reach.axis == axis).unwrap_or_else(|| {
            reaches.push(Reach { axis, mix: (0.0, 0.0), score: (0.0, 0.0), choice: (0.0, 0.0) });
            reaches.len() - 1
        });
        let wider = |range: &mut (f64, f64), key: &str| {
            let mean = compared.differences[place(key)].map_or(0.0, |spread| spread.mean);
            *range = (range.0.min(mean), range.1.max(mean));
        };
        wider(&mut reaches[at].mix, "neighbour_mix");
        wider(&mut reaches[at].score, "score");
        wider(&mut reaches[at].choice, "first_choice_share");
    }
    reaches.sort_by(|a, b| (b.mix.1 - b.mix.0).total_cmp(&(a.mix.1 - a.mix.0)).then(a.axis.cmp(b.axis)));
    reaches
}

/// The place of a figure in [`FIGURES`].
///
/// # Panics
///
/// If there is no figure of this key.
pub fn place(key: &str) -> usize {
    FIGURES.iter().position(|figure| figure.key == key).expect("a figure of the list")
}
