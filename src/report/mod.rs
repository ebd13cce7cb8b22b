//! # report: results in words, tables, pages and files
//!
//! - **Knows**: verified plans, reasons, figures that may be shown, the sentences of every language, pages and how they
//!   are escaped.
//! - **Does not know**: who declared which group; how anything was worked out; folders and terminals.
//! - **Comes from**: `model` nouns, what `verify` let through, and figures of `measure` with everything small left out.
//! - **Goes to**: `cli`, as text to show or to write.

mod certificate;
mod check;
mod explain;
mod page;
mod plan_files;
mod reasons;
mod summary;
mod table;
mod words;
mod workbook;

pub use certificate::certificate_json;
pub use check::{Audience, headline, level_line, may_show, measures_json};
pub use explain::{Explainer, Explanation, Lost, address, bond_sentence, lost_sentence};
pub use page::letters::{Post, letters_html};
pub use page::list::{Listed, list_html, listed};
pub use page::{Told, picture_svg, report_html};
pub use plan_files::{csv_for_people, csv_text, plan_csv, unplaced_csv};
pub use reasons::{reason_code, reason_sentence};
pub use summary::plan_summary;
pub use table::text_table;
pub use words::{Lang, Words, args};
pub use workbook::plan_xlsx;
