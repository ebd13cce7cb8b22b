//! Group labels: the aliases of the plan file, then the labels as declared. None is ever guessed.

use super::places::Names;
use std::collections::BTreeMap;

/// Spellings and labels.
#[derive(Default)]
pub(super) struct Groups {
    /// Spelling to label, from the plan file.
    pub aliases: BTreeMap<String, String>,
    names: Names,
}

impl Groups {
    /// With the aliases of the plan file.
    pub(super) fn new(aliases: BTreeMap<String, String>) -> Self {
        Self { aliases, names: Names::default() }
    }

    /// The label that a spelling stands for: its own unless the plan file says otherwise.
    pub(super) fn label<'t>(&'t self, spelling: &'t str) -> &'t str {
        self.aliases.get(spelling).map_or(spelling, String::as_str)
    }

    /// The number of a declared group; `None` for a blank cell.
    pub(super) fn declared(&mut self, spelling: &str) -> Option<u32> {
        let label = self.aliases.get(spelling).map_or(spelling, String::as_str);
        (!spelling.is_empty()).then(|| self.names.intern(0, label))
    }

    /// The labels in use, sorted, and the position of each number among them.
    pub(super) fn settle(&self, in_use: impl Iterator<Item = u32>) -> (Vec<String>, Vec<u32>) {
        let mut used = vec![false; self.names.list.len()];
        in_use.for_each(|group| used[group as usize] = true);
        let (rank, order) = self.names.ranked(&used, &[]);
        (order.into_iter().map(|g| self.names.name(g).to_owned()).collect(), rank)
    }
}
