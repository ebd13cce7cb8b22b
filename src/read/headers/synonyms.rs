//! What one header means: by our own names, by the synonyms of `data/headers.csv`, or by what is refused.

use super::Wanted;
use crate::read::{dwellings, fold, households};
use std::collections::HashMap;
use std::sync::LazyLock;

struct Synonym {
    canonical: String,
    folded: String,
    written: String,
}

static SYNONYMS: LazyLock<Vec<Synonym>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_str!("../../../data/headers.csv").as_bytes());
    let rows = reader.records().map(|row| row.expect("data/headers.csv is well formed"));
    let synonym = |row: csv::StringRecord| Synonym {
        canonical: row[0].to_owned(),
        folded: fold::header(&row[2]),
        written: row[2].to_owned(),
    };
    rows.map(synonym).collect()
});

/// Every folded name, ours and synonyms, with the columns that it may be.
struct Index {
    whole: HashMap<String, Vec<String>>,
    /// Names with a number in them: what stands before and behind it, and the column.
    numbered: Vec<(String, String)>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index { whole: HashMap::new(), numbered: Vec::new() };
    let tables = dwellings::COLUMNS.iter().chain(&households::COLUMNS);
    let own = tables.map(|want| (fold::header(want.name), want.name.to_owned()));
    let synonyms = SYNONYMS.iter().map(|synonym| (synonym.folded.clone(), synonym.canonical.clone()));
    for (folded, column) in own.chain(synonyms).filter(|(_, column)| !column.starts_with('!')) {
        if folded.contains('#') {
            index.numbered.push((folded, column));
        } else {
            index.whole.entry(folded).or_default().push(column);
        }
    }
    index
});

/// The wanted column that a folded header names, and its number.
fn named(folded: &str, wanted: &[Wanted]) -> Option<(usize, u32)> {
    let place = |column: &String| wanted.iter().position(|want| want.name == column);
    let whole = INDEX.whole.get(folded).into_iter().flatten().filter_map(place).min();
    if let Some(column) = whole {
        return Some((column, 0));
    }
    let numbered = INDEX.numbered.iter();
    let mut numbered = numbered.filter_map(|(name, column)| Some((place(column)?, numbered_match(folded, name)?)));
    numbered.next()
}

/// What one header means in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A wanted column, its number where the name has one, and how sure that is, 0 to 100.
    Column(usize, u32, u8),
    /// A refused kind.
    Refused(&'static str),
    /// Nothing here.
    Unknown,
}

/// A header: one cell, or two of which the upper one may span several columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Title {
    /// The upper cell, where there are two.
    pub upper: String,
    /// The cell, or the lower one.
    pub lower: String,
}

impl Title {
    /// As people would say it: `upper/lower`.
    pub(super) fn shown(&self) -> String {
        let parts = [self.upper.trim(), self.lower.trim()];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        parts.join("/")
    }
}

/// The names under which a column is known.
pub(super) fn names_of(canonical: &str) -> Vec<&'static str> {
    SYNONYMS.iter().filter(|s| s.canonical == canonical).map(|s| s.written.as_str()).collect()
}

/// What a header means.
pub(super) fn meaning(title: &Title, wanted: &[Wanted]) -> Meaning {
    if let Some((column, number, score)) = column(title, wanted) {
        return Meaning::Column(column, number, score);
    }
    let (upper, lower) = (fold::header(&title.upper), fold::header(&title.lower));
    refused(&format!("{upper}{lower}")).or_else(|| refused(&lower)).map_or(Meaning::Unknown, Meaning::Refused)
}

/// The wanted column that a header names, its number, and how sure that is.
pub(super) fn column(title: &Title, wanted: &[Wanted]) -> Option<(usize, u32, u8)> {
    let (upper, lower) = (fold::header(&title.upper), fold::header(&title.lower));
    if lower.is_empty() {
        return None;
    }
    let found = |folded: &str, score: u8| named(folded, wanted).map(|(column, number)| (column, number, score));
    // Two levels together say most; the lower one alone still names the column.
    let both = if upper.is_empty() { None } else { found(&format!("{upper}{lower}"), 95) };
    both.or_else(|| found(&lower, if upper.is_empty() { 100 } else { 90 }))
        .or_else(|| found(&fold::header_outside_brackets(&title.lower), 85))
}

/// The refused kind that a folded header names. Stems count anywhere in a header: better one column too many dropped
/// than one read. Those with `=` must be the whole header: "household id no" is no identity number.
pub(super) fn refused(folded: &str) -> Option<&'static str> {
    let plain = folded.is_ascii();
    SYNONYMS.iter().filter(|synonym| !plain || synonym.folded.is_ascii()).find_map(|synonym| {
        let kind = synonym.canonical.strip_prefix('!')?;
        let hit = match synonym.folded.strip_prefix('=') {
            Some(whole) => folded == whole,
            None => folded.contains(&synonym.folded),
        };
        hit.then_some(kind)
    })
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

/// The wanted column that a canonical name such as `choice_2` names, with its number.
pub(super) fn canonical(name: &str, wanted: &[Wanted]) -> Option<(usize, u32)> {
    let folded = fold::header(name);
    wanted
        .iter()
        .enumerate()
        .find_map(|(column, want)| Some((column, numbered_match(&folded, &fold::header(want.name))?)))
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
        for table in [dwellings::COLUMNS.as_slice(), households::COLUMNS.as_slice()] {
            for want in table {
                for synonym in SYNONYMS.iter().filter(|s| s.canonical == want.name) {
                    let text = synonym.folded.replace('#', "2");
                    let title = Title { lower: text.clone(), ..Title::default() };
                    let Meaning::Column(column, ..) = meaning(&title, table) else {
                        panic!("{text} is not recognised")
                    };
                    assert!(table[column].name == want.name, "{text} means {} and {}", want.name, table[column].name);
                }
            }
        }
    }

    #[test]
    fn every_synonym_belongs_to_a_column_or_is_refused() {
        let tables = dwellings::COLUMNS.iter().chain(&households::COLUMNS);
        let names: Vec<&str> = tables.map(|w| w.name).collect();
        for synonym in SYNONYMS.iter() {
            let known = synonym.canonical.starts_with('!') || names.contains(&synonym.canonical.as_str());
            assert!(known, "{}", synonym.canonical);
        }
    }

    #[test]
    fn two_levels_are_read_together() {
        let title = |upper: &str, lower: &str| Title { upper: upper.to_owned(), lower: lower.to_owned() };
        let means = |upper: &str, lower: &str| match meaning(&title(upper, lower), &households::COLUMNS) {
            Meaning::Column(column, number, score) => (households::COLUMNS[column].name, number, score),
            other => panic!("{upper}/{lower}: {other:?}"),
        };
        assert_eq!(means("志愿", "第一"), ("choice_#", 1, 95));
        assert_eq!(means("choice", "2"), ("choice_#", 2, 95));
        assert_eq!(means("基本信息", "家庭人口"), ("persons", 0, 90));
        assert_eq!(means("", "人数（人）"), ("persons", 0, 85));
        let phone = meaning(&title("联系", "电话"), &households::COLUMNS);
        assert_eq!(phone, Meaning::Refused("phone"));
    }
}
