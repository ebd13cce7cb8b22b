//! What people look at: pages, lists, letters, the spreadsheet.

mod book;
mod names;
mod pages;
mod union;

use crate::desk::{mixplan, read};
use scraper::{ElementRef, Html, Selector};
use std::path::Path;

/// Plans `town/plan.toml` into `out` and writes every page.
pub fn publish(here: &Path, lang: &str) {
    let plan = mixplan(here, &["plan", "town/plan.toml", "--out", "out", "--lang", lang]);
    assert_eq!(plan.code, 0, "{}", plan.err);
    for args in [&["report", "list", "out"][..], &["report", "letters", "out"]] {
        let run = mixplan(here, &[args, &["--lang", lang]].concat());
        assert_eq!(run.code, 0, "{}", run.err);
    }
}

/// The pages of a folder by name.
pub const PAGES: [&str; 3] = ["report.html", "list.html", "letters-001.html"];

/// A page, parsed as a browser does, after seeing that it found nothing wrong.
pub fn page(here: &Path, name: &str) -> Html {
    let page = Html::parse_document(&read(here, &format!("out/{name}")));
    assert!(page.errors.is_empty(), "{name}: {:?}", page.errors);
    page
}

/// Elements that a CSS selector finds.
pub fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a good selector")).collect()
}

/// What an element says.
pub fn text(element: &ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
