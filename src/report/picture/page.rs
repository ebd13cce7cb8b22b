//! A page of charts below each other.

use super::{Area, Distances, Drawn, INK, Panel, QUIET, WIDTH, text_style};
use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

/// What to draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The heading.
    pub title: String,
    /// Lines below the heading: whose figures these are, how to read them, that they are internal.
    pub notes: Vec<String>,
    /// Indices beside their chance bands.
    pub panels: Vec<Panel>,
    /// Places by distance to a target.
    pub distances: Option<Distances>,
}

const GAP: u32 = 14;
const LINE: u32 = 17;

/// The page as one SVG file.
pub fn svg(page: &Page) -> String {
    let mut drawn = String::new();
    let head = 40 + LINE * page.notes.len() as u32;
    let charts: u32 = page.panels.iter().map(|panel| panel.height() + GAP).sum();
    let height = head + charts + page.distances.as_ref().map_or(0, |bars| bars.height() + GAP);
    {
        let root = SVGBackend::with_string(&mut drawn, (WIDTH, height)).into_drawing_area();
        // Drawing fails only where files or screens do, and this is neither.
        draw(page, &root, head).and_then(|()| root.present()).expect("a text can be drawn into");
    }
    drawn
}

fn draw(page: &Page, root: &Area, head: u32) -> Drawn {
    root.fill(&WHITE)?;
    root.draw_text(&page.title, &text_style(18, &INK, HPos::Left), (16, 20))?;
    let mut line = 46;
    for note in &page.notes {
        root.draw_text(note, &text_style(11, &QUIET, HPos::Left), (16, line))?;
        line += LINE as i32;
    }
    let mut rest = root.split_vertically(head).1;
    for panel in &page.panels {
        let (area, below) = rest.split_vertically(panel.height() + GAP);
        panel.draw(&area)?;
        rest = below;
    }
    match &page.distances {
        Some(distances) => distances.draw(&rest),
        None => Ok(()),
    }
}
