//! # whatif: scenarios tried on a crowd
//!
//! - **Knows**: what a scenario changes, four mechanisms, what came out, and how outcomes compare.
//! - **Does not know**: files, clocks, words of any language. What leaves it has no names: sums and shares of at least
//!   ten households.
//! - **Comes from**: `read`, by way of `cli`, as a [`Crowd`] and a [`Sweep`](crate::model::Sweep).
//! - **Goes to**: `report`, as [`Outcome`]s and comparisons; `store` keeps them as text.
//!
//! Quotas exist only here. What comes out of them cannot be turned into a plan: there is nobody in it.
//!
//! ```
//! use mixplan::model::{Scenario, Setting};
//! use mixplan::read::{ReadOptions, SourceFile, read_plan};
//! use mixplan::whatif::{Crowd, simulate};
//!
//! let town = mixplan::town::make(&mixplan::town::Recipe::sized(80));
//! let plan = SourceFile { name: "plan.toml".into(), bytes: town.plan_toml.into_bytes() };
//! let table = |path: &str| if path == "dwellings.csv" { &town.dwellings_csv } else { &town.households_csv };
//! let reading = read_plan(plan, &mut |path| Ok(table(path).clone().into()), ReadOptions::default())?;
//! let input = reading.input.expect("a synthetic town has no problems");
//! let crowd = Crowd::new(input.intake, input.roll, input.opt_ins, input.target, input.effort);
//!
//! let few = [("participation", Setting::Whole(20))].into();
//! let all = [("participation", Setting::Whole(100))].into();
//! let score = |changes| simulate(&crowd, &Scenario { changes, seed: "dice 4 1 6".into() }).figures.score;
//! assert!(score(all) < score(few), "who takes part brings the mix nearer");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The mechanisms
//!
//! | in files | what it does |
//! |---|---|
//! | `draw` | the first allocation and nothing after it |
//! | `choice_first` | the first allocation, then exchanges between volunteers: what `plan` does |
//! | `quota_lottery` | in turn order, the best home left whose cap is open at building and estate; else nothing |
//! | `quota_optimum` | the best total choice that caps allow: a bound, since it looks at all wishes at once |
//!
//! The lottery under caps is the draw with places closed along the way, so that it differs from the draw by its caps
//! alone: it too houses as many as it can. A cap of 100 % is none. Late arrivals and refusals do not touch the optimum.
//!
//! The *price of diversity* is the best total choice without caps over the best with them (Benabbou and others 2018);
//! for exchanges, what was drawn over what is held in the end, which is 1 by guarantee unless there is slack. The
//! *price of the draw's order* is the best total under the same rules over what the draw gave. Where the optimum is
//! not proven, its upper bound stands for it, and `optimum_gap` says how far the best allocation found is below.
//!
//! # A published setting
//!
//! `benches/published/nine_projects.rs` rebuilds the comparison of quotas in nine Singapore projects of Benabbou,
//! Chakraborty, Ho, Sliwinski and Zick (2018) with 30 draws of wishes and 50 orders each: mean (least to greatest) over
//! the draws.
//!
//! | radius | price of diversity | optimum over mean lottery | approved homes: quota lottery, draw, choice first |
//! |---|---|---|---|
//! | 5 km | 1.0002 (1.0000 to 1.0023) | 1.082 (1.071 to 1.100) | 60.0 %, 60.0 %, 64.9 % |
//! | 7.5 km | 1.0001 (1.0000 to 1.0041) | 1.150 (1.113 to 1.185) | 78.8 %, 78.9 %, 90.6 % |
//! | 10 km | 1.0000 (1.0000 to 1.0000) | 1.068 (1.049 to 1.108) | 92.1 %, 92.2 %, 98.4 % |
//!
//! Caps cost next to nothing there; the order of the draw costs 7 to 15 %. Most of that is ties broken too early:
//! whoever takes the first project of a list, though others would do as well, shuts somebody out. Choice first holds
//! equal choices equal, and its exchanges then bring projects nearer to the mix of all: at 5 km from 59 to 31
//! households of distance.
#![doc = include_str!("../../data/whatif/shards.md")]

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
#[cfg(test)]
mod tests;
mod world;
mod worth;

pub use axes::building_name;
pub use compare::{Chances, Compared, Comparison, Reach, Spread, place, ranking};
pub use crowd::Crowd;
pub use outcome::{FIGURES, Figure, Figures, Outcome, Part, SMALLEST};
pub use study::{Study, simulate};
