//! # report: results in words, tables and files
//!
//! - **Knows**: verified plans, reasons, outcomes of what-ifs, the sentences of every language.
//! - **Does not know**: who declared which group; how anything was worked out; folders and terminals.
//! - **Comes from**: `model` nouns and what `verify` let through.
//! - **Goes to**: `cli`, as text to show or to write.

mod certificate;
mod check;
mod explain;
mod picture;
mod plan_files;
mod reasons;
mod summary;
mod table;
pub mod whatif;
mod words;

pub use certificate::certificate_json;
pub use check::{
    Audience, CHECK_COLUMNS, Checked, MOST_PLACES, by_level_json, check_csv, check_picture, check_sentences,
    difference_json, difference_table, headline, level_table, level_word, may_show, measures_json, pooled,
    target_table, values_json,
};
pub use explain::{Explanation, Lost, explain};
pub use picture::{Bar, Beside, Distances, Page, Panel, svg};
pub use plan_files::{csv_text, plan_csv, unplaced_csv};
pub use reasons::{reason_code, reason_sentence};
pub use summary::plan_summary;
pub use table::{columns_of, text_table};
pub use words::{Lang, Words, args};
