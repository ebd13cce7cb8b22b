//! How many places are how far from a target: bars, without names and without sides.

use super::{Area, Drawn, INK, MEAN, QUIET, text_style};
use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

/// So many places have this distance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The distance, or a range of distances.
    pub label: String,
    /// Places.
    pub places: u64,
}

/// Places by distance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distances {
    /// What is counted.
    pub title: String,
    /// What the distance is.
    pub axis: String,
    /// From near to far.
    pub bars: Vec<Bar>,
}

impl Distances {
    /// Bars from a list of distances, one for each place. A bar of fewer than `fewest` places is joined with the next.
    pub fn bars(distances: impl Iterator<Item = u32>, fewest: u64) -> Vec<Bar> {
        let mut places: Vec<u64> = Vec::new();
        for distance in distances {
            let at = distance as usize;
            if places.len() <= at {
                places.resize(at + 1, 0);
            }
            places[at] += 1;
        }
        // First and last distance of a bar, and its places.
        let mut runs: Vec<(usize, usize, u64)> = Vec::new();
        for (distance, &count) in places.iter().enumerate() {
            match runs.last_mut() {
                Some(run) if run.2 < fewest => *run = (run.0, distance, run.2 + count),
                _ => runs.push((distance, distance, count)),
            }
        }
        if let [.., before, last] = &mut runs[..]
            && last.2 < fewest
        {
            *before = (before.0, last.1, before.2 + last.2);
            runs.pop();
        }
        let label = |from, to| if from == to { format!("{from}") } else { format!("{from}–{to}") };
        runs.into_iter().map(|(from, to, places)| Bar { label: label(from, to), places }).collect()
    }

    pub(super) fn height(&self) -> u32 {
        260
    }

    pub(super) fn draw(&self, area: &Area) -> Drawn {
        area.draw_text(&self.title, &text_style(15, &INK, HPos::Left), (16, 14))?;
        let most = self.bars.iter().map(|bar| bar.places).max().unwrap_or(0).max(1);
        let mut chart = ChartBuilder::on(area)
            .margin_top(40)
            .margin_right(30)
            .x_label_area_size(56)
            .y_label_area_size(64)
            .build_cartesian_2d(-0.5..self.bars.len() as f64 - 0.5, 0.0..most as f64 * 1.12)?;
        chart
            .configure_mesh()
            .disable_x_mesh()
            .x_labels(0)
            .y_labels(4)
            .max_light_lines(0)
            .bold_line_style(QUIET.mix(0.25))
            .axis_style(QUIET)
            .y_label_style(text_style(11, &QUIET, HPos::Right))
            .y_label_formatter(&|value| if value.fract() == 0.0 { format!("{value:.0}") } else { String::new() })
            .draw()?;
        // Labels that would touch each other are left out, evenly.
        let step = self.bars.len().div_ceil(18).max(1);
        for (number, bar) in self.bars.iter().enumerate() {
            let (x, height) = (number as f64, bar.places as f64);
            let plot = chart.plotting_area();
            plot.draw(&Rectangle::new([(x - 0.38, 0.0), (x + 0.38, height)], MEAN.filled()))?;
            if number % step == 0 {
                let label = Text::new(bar.label.clone(), (0, 14), text_style(11, &QUIET, HPos::Center));
                plot.draw(&(EmptyElement::at((x, 0.0)) + label))?;
                let count = Text::new(bar.places.to_string(), (0, -9), text_style(11, &INK, HPos::Center));
                plot.draw(&(EmptyElement::at((x, height)) + count))?;
            }
        }
        let centre = i32::try_from(super::WIDTH / 2).expect("a picture is narrow");
        let bottom = i32::try_from(area.dim_in_pixel().1).expect("a picture is low");
        area.draw_text(&self.axis, &text_style(12, &INK, HPos::Center), (centre, bottom - 18))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_of_few_places_are_joined() {
        let distances = [0, 0, 0, 1, 2, 2, 5, 5, 5, 6];
        let bars = |fewest| -> Vec<(String, u64)> {
            Distances::bars(distances.into_iter(), fewest).into_iter().map(|bar| (bar.label, bar.places)).collect()
        };
        let own: Vec<(&str, u64)> = vec![("0", 3), ("1", 1), ("2", 2), ("3", 0), ("4", 0), ("5", 3), ("6", 1)];
        assert_eq!(bars(0), own.iter().map(|(label, n)| ((*label).to_owned(), *n)).collect::<Vec<_>>());
        assert_eq!(bars(3), [("0".to_owned(), 3), ("1–2".to_owned(), 3), ("3–6".to_owned(), 4)]);
        assert_eq!(bars(100), [("0–6".to_owned(), 10)]);
        assert!(Distances::bars(std::iter::empty(), 3).is_empty());
    }
}
