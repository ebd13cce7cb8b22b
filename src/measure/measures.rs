//! From counts to all measures in one call.

use super::atkinson::atkinson;
use super::attainable::best_dissimilarity;
use super::composition::{Composition, composition};
use super::corrected::{Corrected, corrected};
use super::counts::Counts;
use super::density::density_corrected_d;
use super::dissimilarity::{dissimilarity, distance_to_shares, group_dissimilarity, pairwise_dissimilarity};
use super::eta2::{eta2, eta2_unbiased};
use super::expected::{Expected, expected_random};
use super::exposure_matrix::exposure_matrix;
use super::gini::{gini, group_gini};
use super::information::mutual_information;
use super::isolation::{exposure_to_others, isolation, isolation_exact};
use super::local::{Local, LocalSummary, local, local_summary};
use super::neighbour_mix::neighbour_mix;
use super::nested::{NestedLevel, nested};
use super::normalized_exposure::{normalized_exposure, normalized_exposure_unbiased};
use super::profile::Profile;
use super::relative_diversity::relative_diversity;
use super::shuffle::{Bands, Shuffles, shuffle_homes};
use super::split::{Split, split};
use super::squared_cv::squared_cv;
use super::target::{AgainstTarget, TargetShares, against_target};
use super::theil::{group_theil_h, theil_h};
use super::value::{Undefined, Value};
use rayon::prelude::*;

/// What to measure beyond what is always measured.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// The level whose places are compared, by number; the finest if none.
    pub level: Option<usize>,
    /// A published target, by group number.
    pub target: Option<TargetShares>,
    /// The scores of every place.
    pub local: bool,
    /// Exposure and dissimilarity of every pair of groups.
    pub pairs: bool,
    /// A coarser level, by number, at which H is to be parted into between and inside.
    pub split: Option<usize>,
    /// Shuffles of homes, for chance bands.
    pub shuffles: Option<Shuffles>,
}

/// Indices over all groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Multigroup {
    /// M.
    pub mutual_information: Value,
    /// H.
    pub theil_h: Value,
    /// D.
    pub dissimilarity: Value,
    /// G.
    pub gini: Value,
    /// R.
    pub relative_diversity: Value,
    /// P.
    pub normalized_exposure: Value,
    /// C.
    pub squared_cv: Value,
    /// Distance to the overall shares.
    pub target_distance: Value,
    /// Neighbour mix.
    pub neighbour_mix: Value,
    /// P with own homes left out.
    pub normalized_exposure_unbiased: Value,
}

/// Indices of one group against all others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OneGroup {
    /// D.
    pub dissimilarity: Value,
    /// H.
    pub theil_h: Value,
    /// G.
    pub gini: Value,
    /// A with b = 0.5.
    pub atkinson: Value,
    /// xPx.
    pub isolation: Value,
    /// xPy.
    pub exposure_to_others: Value,
    /// Eta squared.
    pub eta2: Value,
    /// xPx with own homes left out.
    pub isolation_exact: Value,
    /// Eta squared with own homes left out.
    pub eta2_unbiased: Value,
    /// Density-corrected D.
    pub density_corrected_d: Value,
}

/// Everything measured at one level. Lists by group follow [`Counts::groups`], lists by place the level.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    /// The level whose places are compared.
    pub level: usize,
    /// How many groups live here.
    pub composition: Composition,
    /// Share of inhabited places that have one home: these have no neighbours.
    pub one_home_places: Value,
    /// Over all groups.
    pub multigroup: Multigroup,
    /// Each group against the rest.
    pub one_group: Vec<OneGroup>,
    /// Exposure of each group to each other; empty unless asked for.
    pub exposure_matrix: Vec<Vec<Value>>,
    /// D of each pair of groups; empty unless asked for.
    pub pairwise_dissimilarity: Vec<Vec<Value>>,
    /// Scores of every place; empty unless asked for.
    pub local: Vec<Result<Local, Undefined>>,
    /// Least and greatest scores.
    pub local_summary: LocalSummary,
    /// M and H by level, with both baselines of chance.
    pub nested: Vec<NestedLevel>,
    /// H between and inside the places of a level; nothing unless asked for.
    pub split: Option<Split>,
    /// What lots give.
    pub expected_random: Result<Expected, Undefined>,
    /// The least D that whole homes allow.
    pub best_dissimilarity: Value,
    /// D and H with chance taken out.
    pub corrected: Result<Corrected, Undefined>,
    /// Nothing unless a target was given.
    pub against_target: Option<Result<AgainstTarget, Undefined>>,
    /// Chance bands; empty unless asked for.
    pub bands: Bands,
}

impl Measures {
    /// Why today's values cannot be compared with chance, if they cannot: with one inhabited place everything is 0,
    /// today and under any lots.
    pub fn no_chance(&self) -> Option<Undefined> {
        match self.composition.inhabited {
            0 => Some(Undefined::Nobody),
            _ if self.composition.present < 2 => Some(Undefined::OneGroup),
            1 => Some(Undefined::OnePlace),
            _ => None,
        }
    }
}

/// Measures how mixed the places of a level are, and how much of that lots would give.
///
/// ```
/// use mixplan::measure::{Builder, Options, measure};
///
/// let mut builder = Builder::new(["stairwell"], ["X", "Y"])?;
/// builder.row(&["a"], &[3, 1])?;
/// builder.row(&["b"], &[1, 3])?;
/// let measures = measure(&builder.build(), &Options::default());
///
/// assert_eq!(measures.multigroup.dissimilarity, Ok(0.5));
/// assert_eq!(measures.multigroup.neighbour_mix, Ok(0.875));
/// // Of the half, about a quarter is what drawing lots gives.
/// assert!((measures.expected_random.unwrap().dissimilarity - 9.0 / 35.0).abs() < 1e-15);
/// # Ok::<(), mixplan::measure::CountsError>(())
/// ```
///
/// # Panics
///
/// If there is no level of the number asked for, or the target was made for counts with other groups.
pub fn measure(counts: &Counts, options: &Options) -> Measures {
    let finest = counts.levels().len() - 1;
    let number = options.level.unwrap_or(finest);
    let level = &counts.levels()[number];
    let groups = counts.groups().len();
    let totals = counts.group_totals();
    let profiles: Vec<Profile> =
        counts.levels()[..=number].par_iter().map(|level| Profile::of(level, groups)).collect();
    let profile = &profiles[number];
    let ((nested, expected_random), (summary, (exposure, dissimilarities))) = rayon::join(
        || rayon::join(|| nested(counts, &profiles), || expected_random(profile)),
        || {
            let exposure = || if options.pairs { exposure_matrix(level, &totals) } else { Vec::new() };
            let dissimilarity = || if options.pairs { pairwise_dissimilarity(level, &totals) } else { Vec::new() };
            rayon::join(|| local_summary(level, profile), || rayon::join(exposure, dissimilarity))
        },
    );
    let composition = composition(profile);
    let alone = profile.sizes.first().map_or(0, |&(size, places)| if size == 1 { places } else { 0 });
    Measures {
        level: number,
        one_home_places: match composition.inhabited {
            0 => Err(Undefined::Nobody),
            inhabited => Ok(f64::from(alone) / inhabited as f64),
        },
        composition,
        multigroup: multigroup(profile),
        one_group: (0..groups).into_par_iter().map(|group| one_group(profile, group)).collect(),
        exposure_matrix: exposure,
        pairwise_dissimilarity: dissimilarities,
        local: if options.local { local(level, profile) } else { Vec::new() },
        local_summary: summary,
        split: options.split.filter(|&at| at < number).map(|at| split(counts, &nested, profile, at)),
        nested,
        best_dissimilarity: best_dissimilarity(profile),
        corrected: expected_random.as_ref().map_err(|&why| why).and_then(|expected| corrected(profile, expected)),
        expected_random,
        against_target: options.target.as_ref().map(|target| against_target(level, profile, target)),
        bands: options.shuffles.as_ref().map_or(Vec::new(), |shuffles| shuffle_homes(counts, number, shuffles)),
    }
}

/// The indices over all groups.
pub fn multigroup(profile: &Profile) -> Multigroup {
    Multigroup {
        mutual_information: mutual_information(profile),
        theil_h: theil_h(profile),
        dissimilarity: dissimilarity(profile),
        gini: gini(profile),
        relative_diversity: relative_diversity(profile),
        normalized_exposure: normalized_exposure(profile),
        squared_cv: squared_cv(profile),
        target_distance: distance_to_shares(profile),
        neighbour_mix: neighbour_mix(profile),
        normalized_exposure_unbiased: normalized_exposure_unbiased(profile),
    }
}

/// The indices of one group against all others.
pub fn one_group(profile: &Profile, group: usize) -> OneGroup {
    OneGroup {
        dissimilarity: group_dissimilarity(profile, group),
        theil_h: group_theil_h(profile, group),
        gini: group_gini(profile, group),
        atkinson: atkinson(profile, group),
        isolation: isolation(profile, group),
        exposure_to_others: exposure_to_others(profile, group),
        eta2: eta2(profile, group),
        isolation_exact: isolation_exact(profile, group),
        eta2_unbiased: eta2_unbiased(profile, group),
        density_corrected_d: density_corrected_d(profile, group),
    }
}
