//! # store: results kept in SQLite
//!
//! - **Knows**: tables and their versions, which inputs a file of results belongs to, how to open a file that a
//!   stranger may have made.
//! - **Does not know**: what the results mean: they come as text and are given back as text.
//! - **Comes from**: `cli`.
//! - **Goes to**: `cli`.
//!
//! A file belongs to one sweep: same inputs, same scenarios, same version of the tool. With anything else it is
//! refused, not mixed in. Every run is one transaction, so that whatever ends the program costs no finished run.

mod open;
mod sweep;
#[cfg(test)]
mod tests;

pub use open::StoreError;
pub use sweep::{Inputs, Run, SweepFile};
