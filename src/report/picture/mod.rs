//! Pictures of what was measured, as SVG: text stays text, in fonts that have Chinese.
//!
//! Two kinds: an index of each level beside its chance band ([`bands`]), and how many places are how far from a target
//! ([`distances`]). Both are unsigned and without names of places: no picture shows where a group lives.

mod bands;
mod distances;
mod page;

pub use bands::{Beside, Panel};
pub use distances::{Bar, Distances};
pub use page::{Page, svg};

use super::table::columns_of;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// Fonts that have Chinese, on the usual systems; the first one that is there is taken.
const FONTS: &str = concat!(
    "Noto Sans CJK",
    " SC, Source Han",
    " Sans SC, Microsoft",
    " YaHei, PingFang SC",
    ", Hiragino Sans GB",
    ", sans-serif"
);
const WIDTH: u32 = 820;
/// Room for the names of levels, left of an axis.
const NAMES: u32 = 150;
pub(super) const INK: RGBColor = RGBColor(34, 40, 49);
pub(super) const QUIET: RGBColor = RGBColor(102, 112, 126);
const BAND: RGBColor = RGBColor(190, 205, 224);
const MEAN: RGBColor = RGBColor(92, 124, 166);
const DOT: RGBColor = RGBColor(176, 58, 46);

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;
type Drawn = Result<(), DrawingAreaErrorKind<std::io::Error>>;

pub(super) fn text_style(size: u32, colour: &RGBColor, side: HPos) -> TextStyle<'static> {
    // The backend divides sizes by 1.24.
    let size = f64::from(size) * 1.24;
    (FONTS, size).into_font().color(colour).pos(Pos::new(side, VPos::Center))
}

/// A text in no more than so many columns, wide characters counted as two.
pub(super) fn shortened(text: &str, columns: usize) -> String {
    if text.chars().map(columns_of).sum::<usize>() <= columns {
        return text.to_owned();
    }
    let mut used = 1;
    let kept: String = text
        .chars()
        .take_while(|&c| {
            used += columns_of(c);
            used <= columns
        })
        .collect();
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(names: [&str; 2]) -> String {
        let row = |name: &str, observed| Beside {
            name: name.to_owned(),
            observed: vec![observed],
            low: 0.95,
            high: 1.04,
            mean: 1.0,
        };
        let panel = Panel {
            title: "邻里混合 & mix".to_owned(),
            note: "note".to_owned(),
            rows: vec![row(names[0], 0.9), row(names[1], 1.01)],
        };
        let bar = |label: &str, places| Bar { label: label.to_owned(), places };
        let distances =
            Distances { title: "t".to_owned(), axis: "a".to_owned(), bars: vec![bar("0", 3), bar("1–2", 20)] };
        svg(&Page { title: "页".to_owned(), notes: vec![], panels: vec![panel], distances: Some(distances) })
    }

    #[test]
    fn text_stays_text_and_is_escaped() {
        let drawn = page(["小区", "stairwell <x>"]);
        for sign in ["<svg", "邻里混合 &amp; mix", "小区", "stairwell &lt;x&gt;", "Noto Sans CJK SC", "1–2", "0.900"]
        {
            assert!(drawn.contains(sign), "{sign} in {drawn}");
        }
        assert_eq!(drawn.matches("<circle").count(), 2, "one dot for each level");
        assert_eq!(drawn, page(["小区", "stairwell <x>"]));
    }

    #[test]
    fn long_names_are_cut() {
        assert_eq!(shortened("一二三四五六", 7), "一二三…");
        assert_eq!(shortened("estate", 7), "estate");
    }
}
