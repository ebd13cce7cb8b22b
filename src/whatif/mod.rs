//! # whatif: scenarios tried on a crowd
//!
//! - **Knows**: what a scenario changes, four mechanisms, what came out, and how outcomes compare.
//! - **Does not know**: files, clocks, words of any language. What leaves it has no names: sums and shares of at least
//!   ten households.
//! - **Comes from**: `read`, by way of `cli`, as a [`Crowd`] and a [`Sweep`](crate::model::Sweep).
//! - **Goes to**: `report`, as [`Outcome`]s and comparisons; `store` keeps them as text.
//!
//! Quotas exist only here. What comes out of them cannot be turned into a plan: there is nobody in it.

mod axes;
mod compare;
mod crowd;
mod flow;
mod luck;
mod market;
mod observe;
mod outcome;
mod quota;
mod rounds;
mod score;
mod study;
mod world;
mod worth;

pub use axes::building_name;
pub use compare::{Chances, Compared, Comparison, Reach, Spread, place, ranking};
pub use crowd::Crowd;
pub use outcome::{FIGURES, Figure, Figures, Outcome, Part, SMALLEST};
pub use study::{Study, simulate};
