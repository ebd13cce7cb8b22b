//! Plans which household gets which home: choice first, then exchanges between volunteers towards a mix, with a
//! certificate that anyone can check.
//!
//! # The way of a plan
//!
//! ```text
//! bytes -> read -> Intake --> allocate -> Base --> mix -> Draft -> verify -> Plan -> report
//!              \-> Roll, OptIns, Target -----------^ (groups join here, not before)
//! ```
//!
//! The signatures carry the promises: [`allocate::allocate`] takes an [`Intake`](model::Intake) and a
//! [`Draw`](model::Draw), in which there are no groups and no opt-ins; [`mix::mix`] can only move who volunteered; and
//! only [`verify::certify`] makes a [`Plan`](verify::Plan).
//!
//! # Rooms
//!
//! | layer | room | what it does | sees |
//! |---|---|---|---|
//! | 0 | [`model`] | the nouns | nothing |
//! | 1 | [`read`] | bytes to model, and all problems at once | model |
//! | 1 | [`allocate`] | the draw: everyone first, choices, bonds | model |
//! | 1 | [`verify`] | the promises, checked by separate code | model |
//! | 1 | [`measure`] | counts to indices, chance, suppression | nothing |
//! | 1 | [`town`] | synthetic towns | nothing |
//! | 2 | [`mix`] | exchanges between volunteers | model |
//! | 2 | [`store`] | results of sweeps in SQLite | nothing |
//! | 3 | [`whatif`] | scenarios tried on a crowd, compared | model, allocate, measure, mix |
//! | 4 | [`report`] | words, tables, pages, files | model, measure, verify, whatif |
//! | 5 | [`cli`] | the commands | all |
//!
//! # Example
//!
//! A town is made, read, allocated, mixed and verified; then the plan says how it went.
//!
//! ```
//! use mixplan::model::{Sheets, rows};
//! use mixplan::read::{ReadOptions, SourceFile, plan_rows, read_plan};
//! use mixplan::report::plan_csv;
//! use mixplan::verify::{Evidence, certify};
//!
//! let town = mixplan::town::make(&mixplan::town::Recipe::sized(100));
//! let plan_file = SourceFile { name: "plan.toml".into(), bytes: town.plan_toml.into_bytes() };
//! let reading = read_plan(
//!     plan_file,
//!     &mut |path| Ok(if path == "dwellings.csv" { &town.dwellings_csv } else { &town.households_csv }.clone().into()),
//!     ReadOptions::default(),
//! )?;
//! let input = reading.input.expect("a synthetic town has no problems");
//! let draw = input.draw.expect("its plan file has a seed");
//! let target = input.target.expect("and a target");
//!
//! let (base, _reasons) = mixplan::allocate::allocate(&input.intake, &draw);
//! let draft = mixplan::mix::mix(&input.intake, &base, &input.opt_ins, &input.roll, &target, input.effort);
//!
//! // The verifier judges the tables as they would be published, not what is in memory.
//! let published = |placement| {
//!     let bytes = plan_csv(&rows(&input.intake, &draft.base.turns, placement)).into_bytes();
//!     plan_rows(&SourceFile { name: "plan.csv".into(), bytes }).expect("our own table reads back")
//! };
//! let sheets = Sheets { first: published(&draft.base.placement), plan: published(&draft.placement) };
//! let evidence = Evidence {
//!     intake: &input.intake,
//!     roll: &input.roll,
//!     opt_ins: &input.opt_ins,
//!     target: Some(&target),
//!     draw: &draw,
//!     inputs: Default::default(),
//!     outputs: Default::default(),
//!     effort: input.effort,
//!     mandate: None,
//!     unplaced: None,
//!     witness: None,
//!     rows_left_out: 0,
//!     doubts: &[],
//! };
//! let plan = certify(&evidence, sheets).expect("every promise is kept");
//! assert!(plan.figures().last.score <= plan.figures().first.score);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Adding something
//!
//! A promise, a command, what a scenario can change, or a home for a new measure is one file and one line in its
//! room's list. Each promise has a
//! saboteur among the tests of [`verify`]: a good plan spoiled so that this promise and no other fails.

#![warn(missing_docs)]

pub mod allocate;
pub mod cli;
pub mod measure;
pub mod mix;
pub mod model;
pub mod read;
pub mod report;
pub mod store;
pub mod town;
pub mod verify;
pub mod whatif;
