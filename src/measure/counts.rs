//! Counts of homes (or persons) by place and group, in a tree of places.

/// How many homes of a group a place has. Pairs with 0 homes are not stored: with 56 groups and stairwells of
/// 12 homes nearly all are 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The group, by its number in [`Counts::groups`].
    pub group: u16,
    /// Homes of that group, at least 1.
    pub homes: u32,
}

/// The places of one level in canonical order (by full path, bytewise), with their counts.
#[derive(Clone, Debug)]
pub struct Level {
    pub(super) name: String,
    pub(super) names: Vec<String>,
    /// Number of each place's parent in the level above; 0 for places of the first level.
    pub(super) parents: Vec<u32>,
    /// First child of each place in the level below, and one number more; empty for the last level.
    pub(super) children: Vec<u32>,
    pub(super) starts: Vec<usize>,
    pub(super) entries: Vec<Entry>,
    pub(super) totals: Vec<u32>,
}

impl Level {
    /// The level's name, such as `building`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many places there are, empty ones included.
    pub fn len(&self) -> usize {
        self.totals.len()
    }

    /// Whether there is no place at all.
    pub fn is_empty(&self) -> bool {
        self.totals.is_empty()
    }

    /// A place's own name, without the places it is in.
    pub fn place_name(&self, place: usize) -> &str {
        &self.names[place]
    }

    /// The number of a place's parent in the level above (0 in the first level).
    pub fn parent(&self, place: usize) -> usize {
        self.parents[place] as usize
    }

    /// The numbers of a place's children in the level below; none in the last level.
    pub fn children(&self, place: usize) -> std::ops::Range<usize> {
        match self.children.get(place + 1) {
            Some(end) => self.children[place] as usize..*end as usize,
            None => 0..0,
        }
    }

    /// A place's homes by group, groups ascending, none of them 0.
    pub fn entries(&self, place: usize) -> &[Entry] {
        &self.entries[self.starts[place]..self.starts[place + 1]]
    }

    /// Homes in a place.
    pub fn total(&self, place: usize) -> u32 {
        self.totals[place]
    }

    /// Homes in all places.
    pub fn grand_total(&self) -> u64 {
        self.totals.iter().map(|&homes| u64::from(homes)).sum()
    }
}

/// Counts in a tree of places, made by a [`Builder`](super::Builder).
///
/// Places are known by their full path, because names like "Building 3" repeat. Places and groups are kept in
/// canonical order, so that the order of rows and columns in a file does not change a digit of any result.
#[derive(Clone, Debug)]
pub struct Counts {
    pub(super) groups: Vec<String>,
    pub(super) written: Vec<usize>,
    pub(super) levels: Vec<Level>,
}

impl Counts {
    /// The groups' names in canonical order. A group's number, everywhere in this room, is its place in this list.
    pub fn groups(&self) -> &[String] {
        &self.groups
    }

    /// The groups' numbers in the order in which the caller named them.
    pub fn written_order(&self) -> &[usize] {
        &self.written
    }

    /// The levels, coarse to fine; at least one.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// The finest level.
    pub fn finest(&self) -> &Level {
        &self.levels[self.levels.len() - 1]
    }

    /// The names on the way to a place, coarse to fine, its own last.
    pub fn path(&self, level: usize, place: usize) -> Vec<&str> {
        let mut place = place;
        let mut path: Vec<&str> = (0..=level)
            .rev()
            .map(|level| {
                let here = place;
                place = self.levels[level].parent(here);
                self.levels[level].place_name(here)
            })
            .collect();
        path.reverse();
        path
    }

    /// Homes by group in all places together.
    pub fn group_totals(&self) -> Vec<u64> {
        let mut totals = vec![0; self.groups.len()];
        for entry in &self.levels[0].entries {
            totals[entry.group as usize] += u64::from(entry.homes);
        }
        totals
    }
}
