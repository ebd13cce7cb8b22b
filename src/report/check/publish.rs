//! What of a measurement may be published.

use crate::measure::suppress::{THRESHOLD, suppress};
use crate::measure::{Counts, Measures};

/// Fewest inhabited places of a level of which an index is published while some of its counts are too small to be:
/// from the index of two stairwells, the counts themselves could be worked out.
const PLACES: u64 = 10;

/// Who a result is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Anybody: no small counts, no place crossed with groups.
    Public,
    /// The office's own eyes.
    Internal,
}

/// Whether the indices of a level may be shown to an audience.
pub fn may_show(counts: &Counts, measures: &Measures, audience: Audience) -> bool {
    audience == Audience::Internal
        || (counts.finest().grand_total() >= u64::from(THRESHOLD)
            && (measures.composition.inhabited >= PLACES || suppress(counts, measures.level).count() == 0))
}

/// Which groups, by number, have to be taken together before anything is published of these populations, which share
/// their groups: those whose totals are too small, those that hide them, and more until all together are not small.
/// Where one population grows out of the one before, its growth is a count of households as well.
pub fn pooled(populations: &[&Counts], grows: bool) -> Vec<bool> {
    let groups = populations.first().map_or(0, |counts| counts.groups().len());
    let mut hidden = vec![false; groups];
    for counts in populations {
        // Only the totals of groups are ever published, so one level with one place is the table to protect.
        let totals = suppress(&counts.total(), 0);
        hidden.iter_mut().enumerate().for_each(|(group, hidden)| *hidden |= totals.overall(group));
    }
    let totals: Vec<Vec<u64>> = populations.iter().map(|counts| counts.group_totals()).collect();
    let mut tables = totals.clone();
    if grows {
        let grown = |pair: &[Vec<u64>]| pair[0].iter().zip(&pair[1]).map(|(a, b)| a.abs_diff(*b)).collect();
        tables.extend(totals.windows(2).map(grown));
        if let [first, .., last] = &totals[..] {
            tables.push(grown(&[first.clone(), last.clone()]));
        }
    }
    let small = |count: u64| count < u64::from(THRESHOLD);
    // That a group has nobody, or that nobody of it came, tells as much as that one did. Where nobody is at all,
    // nothing is told.
    tables.retain(|table| table.iter().any(|&count| count > 0));
    for table in &tables {
        table.iter().enumerate().for_each(|(group, &count)| hidden[group] |= small(count));
    }
    let rest = |hidden: &[bool], table: &[u64]| -> u64 {
        table.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(count, _)| count).sum()
    };
    let unsafe_rest = |hidden: &[bool]| {
        hidden.contains(&true)
            && (hidden.iter().filter(|hidden| **hidden).count() < 2
                || tables.iter().any(|table| small(rest(hidden, table))))
    };
    while unsafe_rest(&hidden) && hidden.contains(&false) {
        let open = (0..groups).filter(|&group| !hidden[group]);
        let next = open.min_by_key(|&group| totals.iter().map(|table| table[group]).sum::<u64>());
        hidden[next.expect("one is open")] = true;
    }
    hidden
}
