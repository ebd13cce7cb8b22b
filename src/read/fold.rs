//! Spellings: full-width forms, headers, and the nearest known name.

/// The ASCII form of a full-width character (`５` is 5, `＞` is >, U+3000 is a space); others as they are.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// Narrowed and in lower case.
pub(super) fn plain(text: &str) -> String {
    text.trim().chars().map(narrow).flat_map(char::to_lowercase).collect()
}

/// A name without what spellings of one name differ in: width, case, spaces, brackets, leading noughts.
pub(super) fn loose(text: &str) -> String {
    let kept: String =
        plain(text).chars().filter(|c| !c.is_whitespace() && !is_bracket(*c) && *c != '\u{200b}').collect();
    let short = kept.trim_start_matches('0');
    if short.is_empty() { kept } else { short.to_owned() }
}

fn is_bracket(c: char) -> bool {
    "()[]{}<>【】〔〕〈〉《》「」".contains(c)
}

/// A header without what people add to it: case, BOM, spaces, joiners, `*`, brackets.
pub(super) fn header(text: &str) -> String {
    let drop = |c: &char| c.is_whitespace() || c.is_control() || is_bracket(*c) || "_-*:.\u{feff}\u{200b}".contains(*c);
    plain(text).chars().filter(|c| !drop(c)).collect()
}

/// A header without its brackets and what stands in them: `人数(人)` is 人数.
pub(super) fn header_outside_brackets(text: &str) -> String {
    let mut depth = 0i32;
    let mut outside = String::new();
    for c in plain(text).chars() {
        match c {
            '(' | '[' | '{' | '【' | '〔' => depth += 1,
            ')' | ']' | '}' | '】' | '〕' => depth -= 1,
            _ if depth <= 0 => outside.push(c),
            _ => {}
        }
    }
    header(&outside)
}

/// Up to three of the known names, nearest first; `–` where none is known.
pub(super) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    let wanted: Vec<char> = plain(name).chars().collect();
    let mut ranked: Vec<(usize, &str)> = known.into_iter().map(|k| (distance(&wanted, &plain(k)), k)).collect();
    ranked.sort_unstable();
    ranked.dedup();
    if ranked.is_empty() {
        return "–".to_owned();
    }
    // A near hit makes the others noise.
    let close = ranked.iter().filter(|(d, _)| *d <= 1).count();
    let shown = if close > 0 { close.min(3) } else { 3 };
    ranked.iter().take(shown).map(|(_, k)| *k).collect::<Vec<_>>().join(", ")
}

/// Levenshtein distance in characters.
fn distance(wanted: &[char], other: &str) -> usize {
    let mut row: Vec<usize> = (0..=wanted.len()).collect();
    for (i, c) in other.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, w) in wanted.iter().enumerate() {
            let substituted = diagonal + usize::from(*w != c);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[wanted.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_fold() {
        assert_eq!(header("\u{feff} Home_Type * "), "hometype");
        assert_eq!(header("村（社区）"), "村社区");
        assert_eq!(header_outside_brackets("人 数（人）*"), "人数");
        assert_eq!(header("ＨＯＵＳＥＨＯＬＤ"), "household");
    }

    #[test]
    fn nearest_names_come_first() {
        assert_eq!(nearest("Nroth", ["South", "North", "East", "West"]), "North, South, East");
        assert_eq!(nearest("north", ["South", "North"]), "North");
        assert_eq!(nearest("x", []), "–");
    }
}
