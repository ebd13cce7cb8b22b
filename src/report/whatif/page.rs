//! The paper that pictures of sweeps are drawn on.

use super::super::picture::text_style;
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

pub const WIDTH: i32 = 860;
pub const GRID: RGBColor = RGBColor(225, 229, 235);
pub const BAND: RGBColor = RGBColor(170, 190, 215);
pub const DOT: RGBColor = RGBColor(31, 84, 140);

/// Where a text stands relative to its point.
#[derive(Clone, Copy)]
pub enum Side {
    Left,
    Centre,
    Right,
}

/// A page. What is drawn never fails: it is a text in memory.
pub struct Page<'a>(DrawingArea<SVGBackend<'a>, Shift>);

/// An SVG picture of this height.
pub fn page(height: i32, draw: impl FnOnce(&Page)) -> String {
    let mut text = String::new();
    {
        let size = (WIDTH.unsigned_abs(), height.unsigned_abs());
        let page = Page(SVGBackend::with_string(&mut text, size).into_drawing_area());
        page.0.fill(&WHITE).expect(IN_MEMORY);
        draw(&page);
        page.0.present().expect(IN_MEMORY);
    }
    text
}

const IN_MEMORY: &str = "drawn in memory";

impl Page<'_> {
    pub fn text(&self, text: &str, at: (i32, i32), size: u32, colour: RGBColor, side: Side) {
        let side = match side {
            Side::Left => HPos::Left,
            Side::Centre => HPos::Center,
            Side::Right => HPos::Right,
        };
        self.0.draw(&Text::new(text.to_owned(), at, text_style(size, &colour, side))).expect(IN_MEMORY);
    }

    pub fn line(&self, points: Vec<(i32, i32)>, colour: RGBColor, width: u32) {
        self.0.draw(&PathElement::new(points, colour.stroke_width(width))).expect(IN_MEMORY);
    }

    pub fn bar(&self, from: (i32, i32), to: (i32, i32), colour: RGBColor) {
        self.0.draw(&Rectangle::new([from, to], colour.filled())).expect(IN_MEMORY);
    }

    pub fn dot(&self, at: (i32, i32), size: i32, colour: RGBColor) {
        self.0.draw(&Circle::new(at, size, colour.filled())).expect(IN_MEMORY);
    }
}

/// Values on a stretch of the page.
#[derive(Clone, Copy)]
pub struct Scale {
    low: f64,
    high: f64,
    from: i32,
    to: i32,
}

impl Scale {
    /// A scale with some air around the values; `None` of none.
    pub fn over(values: impl IntoIterator<Item = f64>, from: i32, to: i32) -> Option<Self> {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.into_iter().filter(|value| value.is_finite()) {
            (low, high) = (low.min(value), high.max(value));
        }
        if low > high {
            return None;
        }
        let air = if high > low { (high - low) * 0.06 } else { high.abs().max(1.0) * 0.05 };
        Some(Self { low: low - air, high: high + air, from, to })
    }

    pub fn at(&self, value: f64) -> i32 {
        let share = (value - self.low) / (self.high - self.low);
        self.from + (share * f64::from(self.to - self.from)).round() as i32
    }

    /// Round numbers on the scale, three to nine of them, and how many digits they need.
    pub fn ticks(&self) -> (Vec<f64>, usize) {
        let span = self.high - self.low;
        let power = 10f64.powf((span / 4.0).log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].map(|of| of * power).into_iter().find(|s| span / s <= 8.0).unwrap_or(power);
        let first = (self.low / step).ceil() as i64;
        let last = (self.high / step).floor() as i64;
        let digits = (-step.log10().floor()).clamp(0.0, 6.0) as usize;
        ((first..=last).map(|number| number as f64 * step).map(|value| value + 0.0).collect(), digits)
    }
}
