//! Headers: which column of a file is which of ours, in Chinese and English, and which are refused unread.

use super::codes::Code;
use super::fold;
use super::problem::{Problem, Problems};
use std::sync::LazyLock;

/// How a table wants a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// Must be there once.
    Required,
    /// May be there once.
    Optional,
    /// May be there any number of times.
    Many,
}

/// One of our columns.
pub(super) struct Wanted {
    /// Canonical name; `#` stands for a number.
    pub name: &'static str,
    /// How often.
    pub need: Need,
}

/// What became of a file's header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognised {
    /// Headers as written, with the canonical column each was taken for.
    pub columns: Vec<(String, String)>,
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
}

struct Synonym {
    canonical: String,
    folded: String,
}

static SYNONYMS: LazyLock<Vec<Synonym>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_str!("../../data/headers.csv").as_bytes());
    let rows = reader.records().map(|row| row.expect("data/headers.csv is well formed"));
    rows.map(|row| Synonym { canonical: row[0].to_owned(), folded: fold::header(&row[2]) }).collect()
});

/// What one header means in a table.
enum Meaning {
    /// A wanted column, with its number where the name has one.
    Column(usize, u32),
    /// A refused kind.
    Refused(&'static str),
    Unknown,
}

/// Whether a header is known to name places: estate, building, stairwell, floor, door.
pub(super) fn is_place(text: &str) -> bool {
    let known = ["estate", "building", "stairwell", "floor", "door", "origin"];
    let wanted = known.map(|name| Wanted { name, need: Need::Optional });
    matches!(meaning(text, &wanted), Meaning::Column(..))
}

/// Matches a header row against the wanted columns. Problems carry no span: `table` adds it by the position.
pub(super) fn recognise(
    file: &str,
    row: &[String],
    wanted: &[Wanted],
    problems: &mut Problems,
) -> (Header, Vec<Found>) {
    let mut header = Header { at: vec![Vec::new(); wanted.len()], recognised: Recognised::default() };
    let mut numbered: Vec<Vec<(u32, usize)>> = vec![Vec::new(); wanted.len()];
    let mut found = Vec::new();
    for (position, text) in row.iter().enumerate() {
        let shown = if text.trim().is_empty() { format!("#{}", position + 1) } else { text.trim().to_owned() };
        match meaning(text, wanted) {
            Meaning::Column(column, number) => {
                let twice = numbered[column].iter().find(|(n, _)| *n == number);
                if let (Some((_, first)), true) = (twice, wanted[column].need != Need::Many || number > 0) {
                    let name = wanted[column].name.replace('#', &number.to_string());
                    let problem = Problem::new(Code::ColumnTwice, file).column(&shown).with("column", name);
                    found.push((position, problem.with("first", row[*first].trim()).with("second", &shown)));
                }
                numbered[column].push((number, position));
                header.recognised.columns.push((shown, wanted[column].name.replace('#', &number.to_string())));
            }
            Meaning::Refused(kind) => {
                let problem = Problem::new(Code::RefusedColumn, file).column(&shown);
                found.push((position, problem.with("column", &shown).with("kind", kind)));
                header.recognised.refused.push(shown);
            }
            Meaning::Unknown => header.recognised.ignored.push(shown),
        }
    }
    for (column, mut positions) in numbered.into_iter().enumerate() {
        positions.sort_unstable();
        header.at[column] = positions.into_iter().map(|(_, position)| position).collect();
        if wanted[column].need == Need::Required && header.at[column].is_empty() {
            problems.push(missing(file, wanted[column].name));
        }
    }
    (header, found)
}

/// A problem of one header, with the header's position in the row.
pub(super) type Found = (usize, Problem);

fn missing(file: &str, name: &str) -> Problem {
    let mut reader = csv::Reader::from_reader(include_str!("../../data/headers.csv").as_bytes());
    let rows = reader.records().map(|row| row.expect("data/headers.csv is well formed"));
    let same: Vec<String> = rows.filter(|row| &row[0] == name).map(|row| row[2].to_owned()).collect();
    let mut problem = Problem::new(Code::MissingColumn, file).column(name).with("column", name);
    problem.row = Some(1);
    problem.with("synonyms", same.join(", "))
}

fn meaning(text: &str, wanted: &[Wanted]) -> Meaning {
    for folded in [fold::header(text), fold::header_outside_brackets(text)] {
        if folded.is_empty() {
            continue;
        }
        for (column, want) in wanted.iter().enumerate() {
            let own = fold::header(want.name);
            let mut names = SYNONYMS.iter().filter(|s| s.canonical == want.name).map(|s| s.folded.as_str());
            let number = numbered_match(&folded, &own).or_else(|| names.find_map(|n| numbered_match(&folded, n)));
            if let Some(number) = number {
                return Meaning::Column(column, number);
            }
        }
    }
    let folded = fold::header(text);
    for synonym in SYNONYMS.iter() {
        // Refused stems count anywhere in a header: better one column too many dropped than one read. Those with `=`
        // must be the whole header: "household id no" is no identity number.
        let Some(kind) = synonym.canonical.strip_prefix('!') else { continue };
        let refused = match synonym.folded.strip_prefix('=') {
            Some(whole) => folded == whole,
            None => folded.contains(&synonym.folded),
        };
        if refused {
            return Meaning::Refused(kind);
        }
    }
    Meaning::Unknown
}

/// Whether a header is this name: 0 for a plain name, the number for a name with `#`.
fn numbered_match(folded: &str, name: &str) -> Option<u32> {
    let Some((before, after)) = name.split_once('#') else {
        return (folded == name).then_some(0);
    };
    let middle = folded.strip_prefix(before)?.strip_suffix(after)?;
    let chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    if let Some(place) = chinese.iter().position(|c| *c == middle) {
        return Some(place as u32 + 1);
    }
    let digits = (1..=3).contains(&middle.len()) && middle.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| middle.parse().ok()).flatten().filter(|n| *n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_names() {
        assert_eq!(numbered_match("choice12", "choice#"), Some(12));
        assert_eq!(numbered_match("第三志愿", "第#志愿"), Some(3));
        assert_eq!(numbered_match("choice", "choice#"), None);
        assert_eq!(numbered_match("choices", "choice#"), None);
        assert_eq!(numbered_match("choices", "choices"), Some(0));
    }

    #[test]
    fn no_synonym_means_two_columns_of_one_table() {
        for table in [super::super::dwellings::COLUMNS.as_slice(), super::super::households::COLUMNS.as_slice()] {
            for want in table {
                for synonym in SYNONYMS.iter().filter(|s| s.canonical == want.name) {
                    let text = synonym.folded.replace('#', "2");
                    let Meaning::Column(column, _) = meaning(&text, table) else { panic!("{text} is not recognised") };
                    assert!(table[column].name == want.name, "{text} means {} and {}", want.name, table[column].name);
                }
            }
        }
    }

    #[test]
    fn every_synonym_belongs_to_a_column_or_is_refused() {
        let tables = super::super::dwellings::COLUMNS.iter().chain(&super::super::households::COLUMNS);
        let names: Vec<&str> = tables.map(|w| w.name).collect();
        for synonym in SYNONYMS.iter() {
            let known = synonym.canonical.starts_with('!') || names.contains(&synonym.canonical.as_str());
            assert!(known, "{}", synonym.canonical);
        }
    }
}
