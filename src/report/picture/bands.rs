//! Dot and band: the observed value of each level, and where 95 of 100 lots fall.

use super::{Area, BAND, DOT, Drawn, INK, MEAN, NAMES, QUIET, shortened, text_style};
use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

/// An index of one level beside what lots give.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// The level's name.
    pub name: String,
    /// The observed value; two for before and after, of which the last is filled.
    pub observed: Vec<f64>,
    /// 2.5 % point under lots.
    pub low: f64,
    /// 97.5 % point under lots.
    pub high: f64,
    /// Mean under lots.
    pub mean: f64,
}

/// One index at all levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What is measured.
    pub title: String,
    /// How to read the axis.
    pub note: String,
    /// The levels, coarse to fine.
    pub rows: Vec<Beside>,
}

const ROW: u32 = 30;
const HEAD: u32 = 46;
const FOOT: u32 = 30;

impl Panel {
    pub(super) fn height(&self) -> u32 {
        HEAD + FOOT + ROW * self.rows.len() as u32
    }

    /// The axis: all values, with a margin so that no dot sits on the frame.
    fn range(&self) -> (f64, f64) {
        let values =
            || self.rows.iter().flat_map(|row| [row.low, row.high, row.mean].into_iter().chain(row.observed.clone()));
        let (least, most) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
        let margin = ((most - least) * 0.06).max(0.01);
        (if least >= 0.0 { (least - margin).max(0.0) } else { least - margin }, most + margin)
    }

    pub(super) fn draw(&self, area: &Area) -> Drawn {
        area.draw_text(&self.title, &text_style(15, &INK, HPos::Left), (16, 14))?;
        area.draw_text(&self.note, &text_style(11, &QUIET, HPos::Left), (16, 33))?;
        let (from, to) = self.range();
        let last = self.rows.len() as f64 - 1.0;
        let mut chart = ChartBuilder::on(area)
            .margin_top(HEAD)
            .margin_right(80)
            .x_label_area_size(FOOT)
            .y_label_area_size(NAMES)
            .build_cartesian_2d(from..to, -0.5..last + 0.5)?;
        let digits = if to - from < 0.1 { 3 } else { 2 };
        chart
            .configure_mesh()
            .disable_y_mesh()
            .disable_y_axis()
            .y_labels(0)
            .x_labels(8)
            .max_light_lines(0)
            .bold_line_style(QUIET.mix(0.25))
            .axis_style(QUIET)
            .x_label_style(text_style(11, &QUIET, HPos::Center))
            .x_label_formatter(&|value| format!("{value:.digits$}"))
            .draw()?;
        for (number, row) in self.rows.iter().enumerate() {
            let y = last - number as f64;
            let plot = chart.plotting_area();
            plot.draw(&Rectangle::new([(row.low, y - 0.2), (row.high, y + 0.2)], BAND.filled()))?;
            plot.draw(&PathElement::new([(row.mean, y - 0.3), (row.mean, y + 0.3)], MEAN.stroke_width(2)))?;
            for (stage, &value) in row.observed.iter().enumerate() {
                let newest = stage + 1 == row.observed.len();
                let style = if newest { DOT.filled() } else { DOT.stroke_width(2) };
                plot.draw(&(EmptyElement::at((value, y)) + Circle::new((0, 0), 5, style)))?;
            }
            let name = Text::new(shortened(&row.name, 18), (-12, 0), text_style(12, &INK, HPos::Right));
            plot.draw(&(EmptyElement::at((from, y)) + name))?;
            if let Some(value) = row.observed.last() {
                let value = Text::new(format!("{value:.3}"), (10, 0), text_style(12, &INK, HPos::Left));
                plot.draw(&(EmptyElement::at((to, y)) + value))?;
            }
        }
        Ok(())
    }
}
