//! Homes as cards: shuffled over places, sizes and group totals kept.

use super::counts::{Counts, Level};
use super::luck::Luck;
use super::profile::{Cell, Profile, pack};

/// A card is the group of a home; a byte does for up to 256 groups, and keeps 2.6 million homes in the cache.
pub(super) trait Card: Copy + Send + Sync {
    fn new(group: u16) -> Self;
    fn group(self) -> usize;
}

impl Card for u8 {
    fn new(group: u16) -> Self {
        group as u8
    }
    #[inline]
    fn group(self) -> usize {
        usize::from(self)
    }
}

impl Card for u16 {
    fn new(group: u16) -> Self {
        group
    }
    #[inline]
    fn group(self) -> usize {
        usize::from(self)
    }
}

/// The homes of a level, ready to be dealt again and again.
pub(super) struct Deck<C> {
    cards: Vec<C>,
    /// Place after place: size and number of that size.
    places: Vec<(u32, u32)>,
    /// Cards and places that are dealt among themselves: where each block ends.
    blocks: Vec<(usize, usize)>,
    sizes: Vec<(u32, u32)>,
    /// Where the tally of each size begins; nothing if tallies would be longer than the deck.
    tallies: Option<Vec<usize>>,
    groups: usize,
}

/// What a thread keeps between replicates.
pub(super) struct Table<C> {
    cards: Vec<C>,
    tally: Vec<u32>,
    homes: Vec<u32>,
}

impl<C: Card> Deck<C> {
    /// The homes of a level, dealt inside the places of `within` (a coarser level), or all together.
    pub fn new(counts: &Counts, number: usize, within: Option<usize>) -> Self {
        let level = &counts.levels()[number];
        let groups = counts.groups().len();
        let blocks = blocks(counts, number, within);
        let mut cards: Vec<C> = Vec::with_capacity(level.grand_total() as usize);
        let mut start = (0, 0);
        let mut ends = Vec::with_capacity(blocks.len());
        for end in blocks {
            // Cards begin in canonical order, so that a shuffle does not depend on who lives where today.
            let mut homes = vec![0u32; groups];
            for entry in &level.entries[level.starts[start.1]..level.starts[end]] {
                homes[entry.group as usize] += entry.homes;
            }
            for (group, &homes) in homes.iter().enumerate() {
                cards.resize(cards.len() + homes as usize, C::new(group as u16));
            }
            start = (cards.len(), end);
            ends.push(start);
        }
        let sizes = Profile::from_pairs(&mut level.totals.clone(), &mut []).sizes;
        let number_of = |size: u32| sizes.binary_search_by_key(&size, |&(size, _)| size).unwrap_or(0) as u32;
        let places = level.totals.iter().map(|&size| (size, number_of(size))).collect();
        let mut length = 0;
        let starts = sizes.iter().map(|&(size, _)| {
            let start = length;
            length += (size as usize + 1) * groups;
            start
        });
        let starts: Vec<usize> = starts.collect();
        let tallies = (length <= cards.len() / 2 + 65_536).then_some(starts);
        Self { cards, places, blocks: ends, sizes, tallies, groups }
    }

    /// Room for shuffles.
    pub fn table(&self) -> Table<C> {
        let last = self.sizes.last().map_or(0, |&(size, _)| (size as usize + 1) * self.groups);
        let length = self.tallies.as_ref().and_then(|starts| starts.last()).map_or(0, |start| start + last);
        Table { cards: self.cards.clone(), tally: vec![0; length], homes: vec![0; self.groups] }
    }

    /// Shuffles and gives the profile of the places.
    pub fn shuffle(&self, table: &mut Table<C>, luck: &mut Luck) -> Profile {
        table.cards.copy_from_slice(&self.cards);
        match &self.tallies {
            Some(starts) => {
                table.tally.fill(0);
                self.deal_into_tally(table, starts, luck);
                self.read_tally(&table.tally, starts)
            }
            None => self.deal_into_pairs(table, luck),
        }
    }

    /// Deals place by place; `full` sees the counts of a place when it has all its homes, and clears them.
    fn deal(&self, cards: &mut [C], homes: &mut [u32], luck: &mut Luck, mut full: impl FnMut(u32, u32, &mut [u32])) {
        let mut start = (0, 0);
        for &(end_card, end_place) in &self.blocks {
            let block = &mut cards[start.0..end_card];
            let mut at = 0;
            for &(size, number) in &self.places[start.1..end_place] {
                for _ in 0..size {
                    let other = at + luck.below((block.len() - at) as u32) as usize;
                    let card = block[other];
                    block[other] = block[at];
                    at += 1;
                    homes[card.group()] += 1;
                }
                full(size, number, homes);
            }
            start = (end_card, end_place);
        }
    }

    fn deal_into_tally(&self, table: &mut Table<C>, starts: &[usize], luck: &mut Luck) {
        let Table { cards, tally, homes } = table;
        self.deal(cards, homes, luck, |size, number, homes| {
            let mut start = starts[number as usize];
            if size == 0 {
                return;
            }
            for count in homes.iter_mut() {
                tally[start + std::mem::take(count) as usize] += 1;
                start += size as usize + 1;
            }
        });
    }

    fn read_tally(&self, tally: &[u32], starts: &[usize]) -> Profile {
        let mut columns: Vec<Vec<Cell>> = vec![Vec::new(); self.groups];
        for (&(size, _), &start) in self.sizes.iter().zip(starts) {
            let rows = tally[start..].chunks(size as usize + 1);
            for (column, row) in columns.iter_mut().zip(rows) {
                for (homes, &places) in row.iter().enumerate().skip(1).filter(|(_, places)| **places > 0) {
                    column.push(Cell { size, homes: homes as u32, places });
                }
            }
        }
        Profile::from_cells(self.sizes.clone(), columns)
    }

    fn deal_into_pairs(&self, table: &mut Table<C>, luck: &mut Luck) -> Profile {
        let mut pairs: Vec<Vec<u64>> = vec![Vec::new(); self.groups];
        let Table { cards, homes, .. } = table;
        self.deal(cards, homes, luck, |size, _, homes| {
            for (group, count) in homes.iter_mut().enumerate().filter(|(_, count)| **count > 0) {
                pairs[group].push(pack(size, std::mem::take(count)));
            }
        });
        let mut sizes: Vec<u32> = self.places.iter().map(|&(size, _)| size).collect();
        Profile::from_pairs(&mut sizes, &mut pairs)
    }
}

/// Where blocks of places end that have the same ancestor in the level `within`.
pub(super) fn blocks(counts: &Counts, number: usize, within: Option<usize>) -> Vec<usize> {
    let level: &Level = &counts.levels()[number];
    let Some(within) = within.filter(|&within| within < number) else { return vec![level.len()] };
    let mut ends: Vec<usize> = (0..=counts.levels()[within].len()).collect();
    for above in &counts.levels()[within..number] {
        ends = ends.into_iter().map(|end| above.children[end] as usize).collect();
    }
    ends.remove(0);
    ends
}
