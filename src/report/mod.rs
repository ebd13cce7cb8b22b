//! # report: results in words, tables, pages and files
//!
//! - **Knows**: verified plans, reasons, outcomes of what-ifs, figures that may be shown, the sentences of every
//!   language, pages and how they are escaped.
//! - **Does not know**: who declared which group; how anything was worked out; folders and terminals.
//! - **Comes from**: `model` nouns, what `verify` let through, and figures of `measure` with everything small left out.
//! - **Goes to**: `cli`, as text to show or to write.

mod certificate;
mod check;
mod estates;
mod explain;
mod page;
mod picture;
mod plan_files;
mod reasons;
mod summary;
mod table;
pub mod whatif;
mod words;
mod workbook;

pub use certificate::{certificate_json, witness_json};
pub use check::{
    Audience, CHECK_COLUMNS, Checked, MOST_PLACES, by_level_json, check_csv, check_picture, check_sentences,
    difference_json, difference_table, headline, level_table, level_word, may_show, measures_json, pooled,
    target_table, values_json,
};
pub use estates::{estates_csv, obstacle_sentences};
pub use explain::{Explainer, Explanation, Lost, address, bond_sentence, lost_sentence};
pub use page::letters::{Post, letters_html};
pub use page::list::{Listed, list_html, listed};
pub use page::{Told, picture_svg, report_html};
pub use picture::{Bar, Beside, Distances, Page, Panel, svg};
pub use plan_files::{csv_for_people, csv_text, for_spreadsheets, plan_csv, unplaced_csv};
pub use reasons::{reason_code, reason_sentence};
pub use summary::plan_summary;
pub use table::{columns_of, text_table};
pub use words::{Lang, Words, args};
pub use workbook::plan_xlsx;
