//! # measure: counts to indices, chance, suppression
//!
//! - **Knows**: counts of homes by place and group, the published indices of separation, what lots would give.
//! - **Does not know**: households by name, addresses, files, clocks, words of any language.
//! - **Comes from**: whoever counts: `cli` from a table, `mix` from a plan.
//! - **Goes to**: `cli` and `report`, as numbers or as reasons why there is none.
//!
//! Start with [`Builder`] and [`measure`]. One file is one index, with its source, formula, range and undefined cases:
//!
//! | file | index |
//! |---|---|
//! | [`neighbour_mix`] | how often a neighbour is of another group, relative to lots: the headline |
//! | [`theil`] | H, the share of diversity lost to sorting; adds up over levels |
//! | [`information`] | M, mutual information |
//! | [`dissimilarity`] | D: many groups, pairs, a group against the rest |
//! | [`target`] | distance to a target, homes off target, homes over a cap |
//! | [`exposure_matrix`], [`isolation`] | who meets whom |
//! | [`eta2`], [`normalized_exposure`] | V and P, how much more a group meets its own |
//! | [`composition`] | entropy and Simpson's index: how many groups live here |
//! | [`relative_diversity`], [`squared_cv`] | R and C |
//! | [`gini`], [`atkinson`], [`density`] | G, A, density-corrected D: for the literature |
//! | [`local`] | scores of single places |
//! | [`nested`] | M and H by level, inside each parent, with both baselines |
//! | [`split`] | H between estates and inside them |
//! | [`expected`], [`corrected`] | exact expected values, and D and H with chance taken out |
//! | [`attainable`] | the least D that whole homes allow |
//! | [`persons`] | the same counted in persons, with lots that keep households whole |
//! | [`compare`] | two populations: the difference beside what lots give |
//! | [`shuffle`] | seeded shuffles of whole households: bands and p |
//! | [`mod@suppress`] | which cells of a table must not be shown |
//!
//! A small place is uneven by chance alone: stairwells of 12 homes and five groups show D = 0.3 when filled by lot. So
//! no D or H of small places should be read without its expected value.

pub mod atkinson;
pub mod attainable;
pub mod band;
pub mod builder;
pub mod compare;
pub mod composition;
pub mod corrected;
pub mod counts;
mod deck;
pub mod density;
pub mod dissimilarity;
pub mod eta2;
pub mod expected;
pub mod exposure_matrix;
pub mod gini;
pub mod households;
mod hypergeometric;
pub mod information;
pub mod isolation;
pub mod local;
mod luck;
pub mod measures;
pub mod neighbour_mix;
pub mod nested;
pub mod normalized_exposure;
pub mod persons;
pub mod profile;
mod recount;
pub mod relative_diversity;
pub mod shuffle;
pub mod split;
pub mod squared_cv;
pub mod statistic;
mod sum;
pub mod suppress;
pub mod target;
pub mod theil;
pub mod value;

#[cfg(test)]
mod tests;

pub use band::Band;
pub use builder::{Builder, CountsError, PlaceId};
pub use compare::differences;
pub use counts::{Counts, Entry, Level};
pub use households::Household;
pub use measures::{Measures, Multigroup, OneGroup, Options, measure};
pub use persons::measure_persons;
pub use profile::Profile;
pub use shuffle::{Bands, Counter, Shuffles, shuffle_homes, shuffle_households};
pub use statistic::Statistic;
pub use suppress::{Hidden, THRESHOLD, suppress};
pub use target::{AgainstTarget, TargetError, TargetShares};
pub use value::{Undefined, Value};
