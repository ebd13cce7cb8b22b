//! # report: results in words, tables and files
//!
//! - **Knows**: verified plans, reasons, outcomes of what-ifs, the sentences of every language.
//! - **Does not know**: who declared which group; how anything was worked out; folders and terminals.
//! - **Comes from**: `model` nouns and what `verify` let through.
//! - **Goes to**: `cli`, as text to show or to write.

mod certificate;
mod check;
mod explain;
mod plan_files;
mod reasons;
mod summary;
mod table;
pub mod whatif;
mod words;

pub use certificate::certificate_json;
pub use check::{Audience, headline, level_line, may_show, measures_json};
pub use explain::{Explanation, Lost, explain};
pub use plan_files::{csv_text, plan_csv, unplaced_csv};
pub use reasons::{reason_code, reason_sentence};
pub use summary::plan_summary;
pub use table::text_table;
pub use words::{Lang, Words, args};
