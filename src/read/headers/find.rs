//! Where the header is: among the first rows, the one or two whose cells are known best.

use super::synonyms::{Title, column};
use super::{Need, Wanted};
use crate::read::fold;

/// The header is looked for among so many rows that are not blank.
pub(in crate::read) const FIRST_ROWS: usize = 10;

/// A header that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Place {
    /// Position of its first row among the rows looked at.
    pub at: usize,
    /// One or two rows.
    pub levels: usize,
    /// How well it is known: the larger, the better; 0 = nothing in it is.
    pub score: u32,
    pub(super) titles: Vec<Title>,
}

impl Place {
    /// The header of a column, where it has one.
    pub(in crate::read) fn name(&self, column: usize) -> Option<String> {
        self.titles.get(column).map(Title::shown).filter(|name| !name.is_empty())
    }
}

/// Finds the header. `only` is the position it must begin at, where the user said so. Without anything that is known,
/// the first row is taken for it, so that what is missing can be told.
pub(in crate::read) fn find(rows: &[Vec<String>], only: Option<usize>, known: &Known) -> Place {
    let last = rows.len().min(FIRST_ROWS);
    let mut best =
        Place { levels: 1, titles: rows.first().map(|row| single(row)).unwrap_or_default(), ..Place::default() };
    // A single row explains more than two of the same score; an earlier one more than a later.
    for levels in [1, 2] {
        for at in (0..last).filter(|at| only.is_none_or(|only| only == *at)) {
            let titles = match (levels, rows.get(at + 1)) {
                (1, _) => single(&rows[at]),
                (_, Some(lower)) => double(&rows[at], lower),
                (_, None) => continue,
            };
            let score = known.score(&titles);
            if score > best.score {
                best = Place { at, levels, score, titles };
            }
        }
    }
    best
}

/// What headers are held against.
pub(in crate::read) struct Known<'w> {
    /// Our columns.
    pub wanted: &'w [Wanted],
    /// Headers that the plan file names.
    pub named: Vec<String>,
}

impl Known<'_> {
    /// The sum over distinct columns found: those that must be there count double.
    fn score(&self, titles: &[Title]) -> u32 {
        let mut found: Vec<(usize, u32)> = Vec::new();
        let mut score = 0;
        for title in titles {
            if self.named.iter().any(|name| *name == fold::header(&title.shown())) {
                score += 4;
                continue;
            }
            let Some((column, number, _)) = column(title, self.wanted) else { continue };
            if !found.contains(&(column, number)) {
                found.push((column, number));
                score += if self.wanted[column].need == Need::Required { 4 } else { 2 };
            }
        }
        score
    }

    /// Whether a text holds a header that is known, and is not plain English, which all encodings share.
    pub(in crate::read) fn in_text(&self, text: &str) -> bool {
        let cells = text.lines().take(FIRST_ROWS).flat_map(|line| line.split([',', '\t', ';', '，']));
        let titles = cells.map(|cell| Title { upper: String::new(), lower: cell.trim_matches('"').to_owned() });
        self.score(&titles.filter(|title| !title.lower.is_ascii()).collect::<Vec<_>>()) > 1
    }
}

fn single(row: &[String]) -> Vec<Title> {
    row.iter().map(|cell| Title { upper: String::new(), lower: cell.clone() }).collect()
}

/// Two rows joined column by column. An upper cell holds for the blank ones behind it, as merged cells are saved;
/// a lower one that is blank leaves the upper one alone.
fn double(upper: &[String], lower: &[String]) -> Vec<Title> {
    let width = upper.len().max(lower.len());
    let mut above = "";
    let cell = |row: &'_ [String], at: usize| row.get(at).map_or(String::new(), |text| text.trim().to_owned());
    let mut titles = Vec::with_capacity(width);
    for at in 0..width {
        let (own, below) = (upper.get(at).map_or("", |text| text.trim()), cell(lower, at));
        if !own.is_empty() {
            above = own;
        }
        titles.push(match (own.is_empty(), below.is_empty()) {
            (_, false) if own == below => Title { upper: String::new(), lower: below },
            (_, false) => Title { upper: above.to_owned(), lower: below },
            (false, true) => Title { upper: String::new(), lower: own.to_owned() },
            (true, true) => Title::default(),
        });
    }
    titles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::households::COLUMNS;

    fn place(rows: &[&str]) -> (usize, usize) {
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.split(',').map(str::to_owned).collect()).collect();
        let place = find(&rows, None, &Known { wanted: &COLUMNS, named: Vec::new() });
        (place.at, place.levels)
    }

    #[test]
    fn headers_among_titles() {
        assert_eq!(place(&["household,persons", "h1,2"]), (0, 1));
        assert_eq!(place(&["搬迁户花名册,,", "单位：户,,", "户编号,人数,民族", "1,2,A"]), (2, 1));
        assert_eq!(place(&["花名册,,,,", "基本信息,,志愿,,", "户编号,人数,第一,第二,", "1,2,x,y,"]), (1, 2));
        assert_eq!(place(&["户编号,人数,志愿,", ",,第一,第二", "1,2,x,y"]), (0, 2));
        assert_eq!(place(&["nothing,here", "h1,2"]), (0, 1));
    }
}
