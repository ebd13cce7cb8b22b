//! Headers: which column of a file is which of ours, in Chinese and English, and which are refused unread.

mod find;
mod synonyms;

pub(super) use find::{FIRST_ROWS, Known, Place, find};

use super::codes::Code;
use super::fold;
use super::hints::Hints;
use super::problem::Problem;
use synonyms::{Meaning, Title, canonical, meaning, names_of};

/// How a table wants a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// Must be there once.
    Required,
    /// Must be there once, unless one of these columns is.
    Unless(&'static [&'static str]),
    /// May be there once.
    Optional,
    /// May be there any number of times.
    Many,
}

/// What a cell of a column is for, and so what may be mended in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// A key: nothing inside of it is touched, and a damaged one is never used.
    Key,
    /// A need or a state: an error value in it must not pass for a blank.
    Vital,
    /// Any other value: an error value counts as missing.
    Plain,
    /// Looked at for plausibility only, or not at all: never a problem.
    Loose,
}

/// One of our columns.
pub(super) struct Wanted {
    /// Canonical name; `#` stands for a number.
    pub name: &'static str,
    /// How often.
    pub need: Need,
    /// How carefully.
    pub care: Care,
}

/// A column of a file that was taken for one of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Header as written; two levels joined by `/`.
    pub header: String,
    /// Position in the file, 0 = first.
    pub position: usize,
    /// Our name of the column.
    pub column: String,
    /// How sure that is, 0 to 100: 100 = our own name, a known synonym, or named by the plan file.
    pub score: u8,
}

/// What became of a file's header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognised {
    /// Columns that are used.
    pub columns: Vec<Match>,
    /// Headers without a meaning here, ignored.
    pub ignored: Vec<String>,
    /// Headers of refused columns, dropped unread.
    pub refused: Vec<String>,
}

/// Positions of the wanted columns, and what to tell about the header.
pub(super) struct Header {
    /// Per wanted column its positions in a row; numbered ones in the order of their numbers.
    pub at: Vec<Vec<usize>>,
    /// For the summary.
    pub recognised: Recognised,
    /// Names of all columns, as written.
    pub names: Vec<String>,
}

/// Whether a header is known to name places: estate, building, stairwell, floor, door.
pub(super) fn is_place(text: &str) -> bool {
    let known = ["estate", "building", "stairwell", "floor", "door", "origin"];
    let wanted = known.map(|name| Wanted { name, need: Need::Optional, care: Care::Loose });
    let title = Title { lower: text.to_owned(), ..Title::default() };
    matches!(meaning(&title, &wanted), Meaning::Column(..))
}

/// Whether a header is about something that is refused.
pub(super) fn refused(text: &str) -> Option<&'static str> {
    synonyms::refused(&fold::header(text))
}

/// Whether a header is about something that is refused: such columns are dropped unread.
pub fn is_refused(header: &str) -> bool {
    refused(header).is_some()
}

/// Whether a name is one of our columns.
pub(super) fn is_canonical(name: &str, wanted: &[Wanted]) -> bool {
    canonical(name, wanted).is_some()
}

/// Matches the header of a table against the wanted columns. Problems come with the position of the header they are
/// about, where there is one; `table` adds the place.
pub(super) fn recognise(
    file: &str,
    place: &Place,
    wanted: &[Wanted],
    hints: &Hints,
) -> (Header, Vec<(Option<usize>, Problem)>) {
    let names: Vec<String> = place.titles.iter().map(Title::shown).collect();
    let mut roles = Roles { file, wanted, found: Vec::new(), numbered: vec![Vec::new(); wanted.len()] };
    let mut recognised = Recognised::default();
    let by_plan = roles.by_plan(&names, hints);
    let ignored: Vec<String> = hints.ignore.iter().map(|name| fold::header(name)).collect();
    for (position, title) in place.titles.iter().enumerate() {
        let shown = if names[position].is_empty() { format!("#{}", position + 1) } else { names[position].clone() };
        let said = by_plan.iter().find(|(at, ..)| *at == position);
        let meaning = match said {
            Some(&(_, column, number)) => Meaning::Column(column, number, 100),
            None if ignored.contains(&fold::header(&shown)) => Meaning::Unknown,
            None => meaning(title, wanted),
        };
        match meaning {
            Meaning::Column(column, number, _)
                if said.is_none() && by_plan.iter().any(|&(_, c, n)| (c, n) == (column, number)) =>
            {
                recognised.ignored.push(shown);
            }
            Meaning::Column(column, number, score) => {
                roles.column(&names, position, (column, number));
                let column = wanted[column].name.replace('#', &number.to_string());
                recognised.columns.push(Match { header: shown, position, column, score });
            }
            Meaning::Refused(kind) => {
                let problem = Problem::new(Code::RefusedColumn, file).column(&shown);
                roles.found.push((Some(position), problem.with("column", &shown).with("kind", kind)));
                recognised.refused.push(shown);
            }
            Meaning::Unknown => recognised.ignored.push(shown),
        }
    }
    let Roles { mut found, numbered, .. } = roles;
    let mut at: Vec<Vec<usize>> = Vec::new();
    for mut positions in numbered {
        positions.sort_unstable();
        at.push(positions.into_iter().map(|(_, position)| position).collect());
    }
    for (column, want) in wanted.iter().enumerate().filter(|(column, _)| at[*column].is_empty()) {
        let has = |name: &&str| wanted.iter().position(|w| w.name == *name).is_some_and(|other| !at[other].is_empty());
        let missing = match want.need {
            Need::Required => true,
            Need::Unless(others) => !others.iter().any(has),
            Need::Optional | Need::Many => false,
        };
        if missing {
            found.push((None, self::missing(file, wanted[column].name)));
        }
    }
    (Header { at, recognised, names }, found)
}

/// Columns as they are given their roles.
struct Roles<'a> {
    file: &'a str,
    wanted: &'a [Wanted],
    found: Vec<(Option<usize>, Problem)>,
    numbered: Vec<Vec<(u32, usize)>>,
}

impl Roles<'_> {
    /// What the plan file says: positions, with the column and number of each.
    fn by_plan(&mut self, names: &[String], hints: &Hints) -> Vec<(usize, usize, u32)> {
        let mut said = Vec::new();
        let sure = hints.columns.len();
        for (place, (name, header)) in hints.columns.iter().chain(&hints.perhaps).enumerate() {
            let Some((column, number)) = canonical(name, self.wanted) else { continue };
            let folded = fold::header(header);
            // As written first: two headers may differ in nothing but marks.
            let at = names.iter().position(|known| known == header.trim());
            match at.or_else(|| names.iter().position(|known| fold::header(known) == folded)) {
                Some(position) => said.push((position, column, number)),
                None if place >= sure => {}
                None => {
                    let near = fold::nearest(header, names.iter().map(String::as_str).filter(|name| !name.is_empty()));
                    let problem = Problem::new(Code::NoSuchHeader, self.file).column(header).with("column", name);
                    self.found.push((None, problem.with("header", header).with("near", near)));
                }
            }
        }
        said
    }

    fn column(&mut self, names: &[String], position: usize, (column, number): (usize, u32)) {
        let twice = self.numbered[column].iter().find(|(n, _)| *n == number);
        if let (Some((_, first)), true) = (twice, self.wanted[column].need != Need::Many || number > 0) {
            let name = self.wanted[column].name.replace('#', &number.to_string());
            let problem = Problem::new(Code::ColumnTwice, self.file).column(&names[position]).with("column", name);
            let problem = problem.with("first", &names[*first]).with("second", &names[position]);
            self.found.push((Some(position), problem));
        }
        self.numbered[column].push((number, position));
    }
}

fn missing(file: &str, name: &str) -> Problem {
    let problem = Problem::new(Code::MissingColumn, file).column(name).with("column", name);
    problem.with("synonyms", names_of(name).join(", "))
}
