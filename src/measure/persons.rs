//! The measures counted in persons.
//!
//! Lots still move whole households: with 80 stairwells of 12 households the expected D counted in persons is 0.27 when
//! households are dealt out, 0.11 when single persons are, and the wrong one turns chance into separation. There is no
//! exact expected value then, so chance is the mean of shuffles. Everything that leaves the own home out (neighbour
//! mix, eta squared without bias, the chances of single places) stays counted in households: for a person, the own
//! household is no neighbour.

use super::corrected::corrected;
use super::counts::Counts;
use super::expected::{Expected, ExpectedGroup};
use super::households::Household;
use super::measures::{Measures, Options, measure};
use super::nested::NestedLevel;
use super::profile::Profile;
use super::shuffle::{Bands, Shuffles, shuffle_homes, shuffle_households};
use super::split::not_drawn;
use super::statistic::Statistic;
use super::value::{Undefined, Value};

/// So many shuffles are enough for the means of coarser levels.
const MEANS: usize = 200;

/// Measures persons. `homes` counts the same households; their places are numbers of its finest level.
///
/// ```
/// use mixplan::measure::{Builder, Household, Options, Shuffles, measure_persons};
///
/// let mut builder = Builder::new(["stairwell"], ["X", "Y"])?;
/// builder.row(&["a"], &[1, 1])?;
/// builder.row(&["b"], &[1, 1])?;
/// let household = |place, group, persons| Household { place, group, persons, class: 0 };
/// let households = [household(0, 0, 1), household(0, 1, 3), household(1, 0, 3), household(1, 1, 1)];
/// let options = Options { shuffles: Some(Shuffles::usual(1)), ..Options::default() };
/// let measures = measure_persons(&builder.build(), &households, &options);
///
/// assert_eq!(measures.composition.total, 8);
/// assert_eq!(measures.multigroup.dissimilarity, Ok(0.5));
/// assert_eq!(measures.multigroup.neighbour_mix, Ok(1.5));
/// # Ok::<(), mixplan::measure::CountsError>(())
/// ```
///
/// # Panics
///
/// As [`measure`](super::measure()) does, and if a household names a place or a group by a number that there is not, or
/// if there are more than 4,294,967,295 persons.
pub fn measure_persons(homes: &Counts, households: &[Household], options: &Options) -> Measures {
    let cells = households.iter().map(|one| (one.place, one.group, one.persons));
    let persons = homes.recount(cells).expect("fewer persons than 2^32");
    let mut measures = measure(&persons, &Options { shuffles: None, ..options.clone() });
    let by_home = measure(homes, &Options { shuffles: None, target: None, pairs: false, ..options.clone() });
    leave_own_home_out(&mut measures, &by_home);
    let number = measures.level;
    let profile = Profile::of(&persons.levels()[number], persons.groups().len());
    measures.expected_random = Err(profile.compare().err().unwrap_or(Undefined::NotDrawn));
    measures.corrected = Err(Undefined::NotDrawn);
    if let Some(Ok(against)) = &mut measures.against_target {
        against.expected_target_distance = Err(Undefined::NotDrawn);
    }
    measures.nested.iter_mut().for_each(forget_chance);
    measures.split = measures.split.map(|split| not_drawn(split, Undefined::NotDrawn));
    if let Some(shuffles) = &options.shuffles {
        let lots = Lots { homes, persons: &persons, households };
        lots.draw(&mut measures, number, shuffles);
        measures.corrected = measures.expected_random.as_ref().map_err(|&why| why).and_then(|e| corrected(&profile, e));
    }
    measures
}

fn leave_own_home_out(measures: &mut Measures, by_home: &Measures) {
    measures.one_home_places = by_home.one_home_places;
    measures.multigroup.neighbour_mix = by_home.multigroup.neighbour_mix;
    measures.multigroup.normalized_exposure_unbiased = by_home.multigroup.normalized_exposure_unbiased;
    for (persons, homes) in measures.one_group.iter_mut().zip(&by_home.one_group) {
        persons.isolation_exact = homes.isolation_exact;
        persons.eta2_unbiased = homes.eta2_unbiased;
        persons.density_corrected_d = homes.density_corrected_d;
    }
    for (persons, homes) in measures.local.iter_mut().zip(&by_home.local) {
        if let (Ok(persons), Ok(homes)) = (persons, homes) {
            persons.neighbour_differs = homes.neighbour_differs;
            persons.at_least.clone_from(&homes.at_least);
            persons.at_most.clone_from(&homes.at_most);
        }
    }
}

fn forget_chance(level: &mut NestedLevel) {
    let not_drawn: Value = Err(level.mutual_information.err().unwrap_or(Undefined::NotDrawn));
    level.expected_mutual_information = not_drawn;
    level.expected_theil_h = not_drawn;
    level.expected_within_parent = not_drawn;
    level.parents.iter_mut().for_each(|parent| parent.expected_mutual_information = not_drawn);
}

/// What is needed to deal households out and count persons.
struct Lots<'a> {
    homes: &'a Counts,
    persons: &'a Counts,
    households: &'a [Household],
}

impl Lots<'_> {
    fn draw(&self, measures: &mut Measures, number: usize, shuffles: &Shuffles) {
        let groups = self.persons.groups().len();
        let mut wanted: Vec<Statistic> = shuffles.statistics.clone();
        wanted.retain(|statistic| *statistic != Statistic::NeighbourMix);
        let asked = wanted.len();
        wanted.extend([Statistic::Dissimilarity, Statistic::TheilH, Statistic::MutualInformation]);
        wanted.extend([Statistic::RelativeDiversity, Statistic::NormalizedExposure, Statistic::SquaredCv]);
        wanted.push(Statistic::TargetDistance);
        let of_group = |g| [Statistic::GroupDissimilarity(g), Statistic::GroupTheilH(g), Statistic::Isolation(g)];
        wanted.extend((0..groups).flat_map(of_group));
        let mut bands = self.shuffle(number, &Shuffles { statistics: wanted, ..shuffles.clone() });
        measures.expected_random = expected(&bands[asked..], groups);
        bands.truncate(asked);
        if shuffles.statistics.contains(&Statistic::NeighbourMix) {
            let by_home = Shuffles { statistics: vec![Statistic::NeighbourMix], ..shuffles.clone() };
            bands.extend(shuffle_homes(self.homes, number, &by_home));
        }
        let place = |statistic| shuffles.statistics.iter().position(|asked| *asked == statistic);
        bands.sort_by_key(|(statistic, _)| place(*statistic));
        measures.bands = bands;
        self.draw_nested(&mut measures.nested, shuffles);
        if let Some(split) = &mut measures.split {
            let outer = &measures.nested[..=split.level];
            split.expected_between = outer.iter().try_fold(0.0, |sum, level| Ok(sum + level.expected_theil_h?));
            split.expected_inside = less(self.mean(number, Some(split.level), shuffles).1, split.between);
        }
    }

    /// Means of M and of H.
    fn mean(&self, level: usize, within: Option<usize>, shuffles: &Shuffles) -> (Value, Value) {
        let statistics = vec![Statistic::MutualInformation, Statistic::TheilH];
        let replicates = shuffles.replicates.min(MEANS);
        let bands = self.shuffle(level, &Shuffles { replicates, within, statistics, ..shuffles.clone() });
        let of = |at: usize| bands[at].1.as_ref().map(|band| band.mean).map_err(|&why| why);
        (of(0), of(1))
    }

    /// M and H by level: group totals stay, so M is H times a constant, and means of levels subtract.
    fn draw_nested(&self, nested: &mut [NestedLevel], shuffles: &Shuffles) {
        let (mut above, mut observed_above): ((Value, Value), Value) = ((Ok(0.0), Ok(0.0)), Ok(0.0));
        for level in nested {
            let here = self.mean(level.level, None, shuffles);
            level.expected_mutual_information = less(here.0, above.0);
            level.expected_theil_h = less(here.1, above.1);
            let inside =
                if level.level == 0 { here.0 } else { self.mean(level.level, Some(level.level - 1), shuffles).0 };
            level.expected_within_parent = less(inside, observed_above);
            (above, observed_above) = (here, level.cumulative_mutual_information);
        }
    }

    fn shuffle(&self, level: usize, shuffles: &Shuffles) -> Bands {
        let ancestors = self.persons.ancestors(level);
        let here = |one: &Household| Household { place: ancestors[one.place], ..*one };
        let households: Vec<Household> = self.households.iter().map(here).collect();
        shuffle_households(self.persons, level, &households, shuffles)
    }
}

/// A difference of two sums of which the first is not smaller but for chance.
fn less(value: Value, other: Value) -> Value {
    Ok((value? - other?).max(0.0))
}

/// Means under lots, from the bands in the order in which [`Lots::draw`] asks for them.
fn expected(bands: &[(Statistic, Result<super::Band, Undefined>)], groups: usize) -> Result<Expected, Undefined> {
    let mean = |at: usize| bands[at].1.as_ref().map(|band| band.mean).map_err(|&why| why);
    let one_group = |group: usize| {
        let at = 7 + 3 * group;
        Ok(ExpectedGroup { dissimilarity: mean(at)?, theil_h: mean(at + 1)?, isolation: mean(at + 2)? })
    };
    Ok(Expected {
        dissimilarity: mean(0)?,
        theil_h: mean(1)?,
        mutual_information: mean(2)?,
        relative_diversity: mean(3)?,
        normalized_exposure: mean(4)?,
        squared_cv: mean(5)?,
        target_distance: mean(6)?,
        neighbour_mix: 1.0,
        normalized_exposure_unbiased: 0.0,
        one_group: (0..groups).map(one_group).collect(),
    })
}
