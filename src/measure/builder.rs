//! From rows, or from single counts, to [`Counts`].

use super::counts::{Counts, Entry, Level};
use std::collections::BTreeMap;

/// A place under construction, as [`Builder::place`] returns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceId(u32);

/// Why counts were not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountsError {
    /// No level was named.
    NoLevel,
    /// Two groups have the same name.
    DuplicateGroup(String),
    /// There are more groups than can be told apart (65,535).
    TooManyGroups(usize),
    /// A path does not have one name for each level.
    PathLength {
        /// Levels there are.
        levels: usize,
        /// Names given.
        names: usize,
    },
    /// A row does not have one count for each group.
    RowLength {
        /// Groups there are.
        groups: usize,
        /// Counts given.
        counts: usize,
    },
    /// A row for this path was there before.
    DuplicatePlace(Vec<String>),
    /// A group by a number that no group has.
    UnknownGroup(usize),
    /// A count for a place that is not of the finest level.
    NotFinest,
    /// A place inside one of the finest level.
    TooDeep,
    /// More than 4,294,967,295 homes in all.
    TooMany,
}

#[derive(Debug)]
struct Node {
    parent: u32,
    name: u32,
    depth: u32,
    has_row: bool,
}

const TOP: u32 = u32::MAX;

/// Takes in counts in any order.
///
/// Groups are given by their number in the list handed to [`Builder::new`].
#[derive(Debug)]
pub struct Builder {
    levels: Vec<String>,
    groups: Vec<String>,
    /// Canonical number of each group as the caller numbers them.
    canonical: Vec<usize>,
    names: Vec<String>,
    name_ids: BTreeMap<String, u32>,
    nodes: Vec<Node>,
    node_ids: BTreeMap<(u32, u32), u32>,
    /// Leaf, canonical group, homes.
    taken: Vec<(u32, u16, u32)>,
    total: u64,
}

impl Builder {
    /// Starts with the levels' names, coarse to fine (the last is that of the smallest places), and the groups' names.
    pub fn new<L: Into<String>, G: Into<String>>(
        levels: impl IntoIterator<Item = L>,
        groups: impl IntoIterator<Item = G>,
    ) -> Result<Self, CountsError> {
        let levels: Vec<String> = levels.into_iter().map(Into::into).collect();
        let groups: Vec<String> = groups.into_iter().map(Into::into).collect();
        if levels.is_empty() {
            return Err(CountsError::NoLevel);
        }
        if groups.len() > usize::from(u16::MAX) {
            return Err(CountsError::TooManyGroups(groups.len()));
        }
        let mut sorted: Vec<usize> = (0..groups.len()).collect();
        sorted.sort_by(|&a, &b| groups[a].cmp(&groups[b]));
        if let Some(pair) = sorted.windows(2).find(|pair| groups[pair[0]] == groups[pair[1]]) {
            return Err(CountsError::DuplicateGroup(groups[pair[0]].clone()));
        }
        let mut canonical = vec![0; groups.len()];
        sorted.iter().enumerate().for_each(|(number, &written)| canonical[written] = number);
        Ok(Self {
            levels,
            groups,
            canonical,
            names: Vec::new(),
            name_ids: BTreeMap::new(),
            nodes: Vec::new(),
            node_ids: BTreeMap::new(),
            taken: Vec::new(),
            total: 0,
        })
    }

    /// The place of this name inside `parent` (or of the first level), made if it is new.
    pub fn place(&mut self, parent: Option<PlaceId>, name: &str) -> Result<PlaceId, CountsError> {
        let depth = parent.map_or(0, |parent| self.nodes[parent.0 as usize].depth + 1);
        if depth as usize >= self.levels.len() {
            return Err(CountsError::TooDeep);
        }
        let name = match self.name_ids.get(name) {
            Some(&id) => id,
            None => {
                let id = self.names.len() as u32;
                self.names.push(name.to_owned());
                self.name_ids.insert(name.to_owned(), id);
                id
            }
        };
        let parent = parent.map_or(TOP, |parent| parent.0);
        let id = *self.node_ids.entry((parent, name)).or_insert_with(|| {
            self.nodes.push(Node { parent, name, depth, has_row: false });
            self.nodes.len() as u32 - 1
        });
        Ok(PlaceId(id))
    }

    /// Adds homes of one group to a place of the finest level. Counts for the same place and group add up.
    pub fn add(&mut self, place: PlaceId, group: usize, homes: u32) -> Result<(), CountsError> {
        if self.nodes[place.0 as usize].depth as usize + 1 != self.levels.len() {
            return Err(CountsError::NotFinest);
        }
        let &group = self.canonical.get(group).ok_or(CountsError::UnknownGroup(group))?;
        if self.total + u64::from(homes) > u64::from(u32::MAX) {
            return Err(CountsError::TooMany);
        }
        self.total += u64::from(homes);
        if homes > 0 {
            self.taken.push((place.0, group as u16, homes));
        }
        Ok(())
    }

    /// Takes in one row: a place's full path, and a count for each group. A second row for a place is refused.
    pub fn row<S: AsRef<str>>(&mut self, path: &[S], counts: &[u32]) -> Result<PlaceId, CountsError> {
        if path.len() != self.levels.len() {
            return Err(CountsError::PathLength { levels: self.levels.len(), names: path.len() });
        }
        if counts.len() != self.groups.len() {
            return Err(CountsError::RowLength { groups: self.groups.len(), counts: counts.len() });
        }
        let mut place = None;
        for name in path {
            place = Some(self.place(place, name.as_ref())?);
        }
        let place = place.ok_or(CountsError::NoLevel)?;
        let node = &mut self.nodes[place.0 as usize];
        if node.has_row {
            return Err(CountsError::DuplicatePlace(path.iter().map(|name| name.as_ref().to_owned()).collect()));
        }
        node.has_row = true;
        for (group, &homes) in counts.iter().enumerate() {
            self.add(place, group, homes)?;
        }
        Ok(place)
    }

    /// The counts in canonical order.
    pub fn build(self) -> Counts {
        self.finish().0
    }

    /// The counts, and for each place of the finest level, in the order in which these were first named, its number
    /// in [`Counts::finest`]. For callers that keep things of their own by place.
    pub fn finish(self) -> (Counts, Vec<usize>) {
        let by_depth = self.ranked();
        let mut rank = vec![0u32; self.nodes.len()];
        for nodes in &by_depth {
            nodes.iter().enumerate().for_each(|(number, &node)| rank[node as usize] = number as u32);
        }
        let leaves = by_depth.last().map_or(0, Vec::len);
        let groups = self.groups.len();
        let mut levels = vec![self.leaf_level(&by_depth[self.levels.len() - 1], &rank, leaves)];
        for depth in (0..self.levels.len() - 1).rev() {
            let below = &levels[levels.len() - 1];
            let mut level = self.empty_level(depth, &by_depth[depth], &rank);
            gather(&mut level, below, groups);
            levels.push(level);
        }
        levels.reverse();
        let last = self.levels.len() as u32 - 1;
        let numbers = (0..self.nodes.len()).filter(|&node| self.nodes[node].depth == last);
        let numbers = numbers.map(|node| rank[node] as usize).collect();
        let mut groups = self.groups;
        groups.sort();
        (Counts { groups, written: self.canonical, levels }, numbers)
    }

    /// The nodes of each level, by full path.
    fn ranked(&self) -> Vec<Vec<u32>> {
        let mut names: Vec<u32> = (0..self.names.len() as u32).collect();
        names.sort_unstable_by(|&a, &b| self.names[a as usize].cmp(&self.names[b as usize]));
        let mut name_rank = vec![0u32; names.len()];
        names.iter().enumerate().for_each(|(number, &name)| name_rank[name as usize] = number as u32);
        let mut by_depth: Vec<Vec<u32>> = vec![Vec::new(); self.levels.len()];
        for (id, node) in self.nodes.iter().enumerate() {
            by_depth[node.depth as usize].push(id as u32);
        }
        let mut rank = vec![0u32; self.nodes.len()];
        for nodes in &mut by_depth {
            nodes.sort_unstable_by_key(|&id| {
                let node = &self.nodes[id as usize];
                let parent = if node.parent == TOP { 0 } else { rank[node.parent as usize] };
                (parent, name_rank[node.name as usize])
            });
            nodes.iter().enumerate().for_each(|(number, &id)| rank[id as usize] = number as u32);
        }
        by_depth
    }

    /// A level with its places, still without counts.
    fn empty_level(&self, depth: usize, nodes: &[u32], rank: &[u32]) -> Level {
        let node = |&id: &u32| &self.nodes[id as usize];
        Level {
            name: self.levels[depth].clone(),
            names: nodes.iter().map(|id| self.names[node(id).name as usize].clone()).collect(),
            parents: nodes
                .iter()
                .map(|id| if node(id).parent == TOP { 0 } else { rank[node(id).parent as usize] })
                .collect(),
            children: Vec::new(),
            starts: vec![0],
            entries: Vec::new(),
            totals: vec![0; nodes.len()],
        }
    }

    fn leaf_level(&self, nodes: &[u32], rank: &[u32], leaves: usize) -> Level {
        let mut level = self.empty_level(self.levels.len() - 1, nodes, rank);
        let key = |leaf: u32, group: u16| (u64::from(rank[leaf as usize]) << 16) | u64::from(group);
        let mut cells: Vec<(u64, u32)> =
            self.taken.iter().map(|&(leaf, group, homes)| (key(leaf, group), homes)).collect();
        cells.sort_unstable();
        let mut at = 0;
        for leaf in 0..leaves {
            while at < cells.len() && (cells[at].0 >> 16) as usize == leaf {
                let (key, homes) = cells[at];
                level.totals[leaf] += homes;
                match level.entries.last_mut() {
                    Some(last) if at > 0 && cells[at - 1].0 == key => last.homes += homes,
                    _ => level.entries.push(Entry { group: (key & 0xffff) as u16, homes }),
                }
                at += 1;
            }
            level.starts.push(level.entries.len());
        }
        level
    }
}

/// Fills a level with the sums of the level below.
pub(super) fn gather(level: &mut Level, below: &Level, groups: usize) {
    let mut homes = vec![0u32; groups];
    let mut touched: Vec<u16> = Vec::new();
    let mut child = 0;
    level.children.push(0);
    for place in 0..level.totals.len() {
        while child < below.len() && below.parent(child) == place {
            for entry in below.entries(child) {
                if homes[entry.group as usize] == 0 {
                    touched.push(entry.group);
                }
                homes[entry.group as usize] += entry.homes;
            }
            level.totals[place] += below.total(child);
            child += 1;
        }
        touched.sort_unstable();
        for group in touched.drain(..) {
            level.entries.push(Entry { group, homes: std::mem::take(&mut homes[group as usize]) });
        }
        level.starts.push(level.entries.len());
        level.children.push(child as u32);
    }
}
