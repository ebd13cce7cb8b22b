//! A matching of households to cells with capacities, changed only along alternating paths, so that who is in stays in.
//!
//! Two things make it fast at a city's size. Households that accept the same cells form a *class*, scanned once per
//! search. And a search that fails has found a *closed set*: cells that are full, held by households who accept
//! nothing outside it (a tight Hall set). What households accept only ever narrows, so nobody outside can ever enter;
//! the set gets an enclosure number of its own, and later searches skip every step between two enclosures. Enclosures
//! split into smaller ones and never join, hence at most one failed search per cell does any work. Within a search, a
//! block of cells (one home type of one estate) that was gone through whole is not gone through again for another
//! class, and a search that has reached its whole enclosure is over.

use super::cells::{Cells, NONE, Run, Wish};
use std::collections::HashMap;

#[derive(Clone)]
pub struct Matching {
    /// Homes left in each cell.
    pub capacity: Vec<u32>,
    /// Households matched into each cell.
    pub holders: Vec<Vec<u32>>,
    /// The cell of each household, or `NONE`.
    pub cell_of: Vec<u32>,
    /// The class of each household: which cells it may be moved between.
    pub class_of: Vec<u32>,
    /// Cells of each class.
    pub classes: Vec<Vec<u32>>,
    /// The same as runs of cells of one block; runs of no block for cells that were added by hand.
    runs: Vec<Vec<Run>>,
    /// The blocks of each class as bits; no bits where there are runs of no block.
    blocks: Vec<Vec<u64>>,
    /// Enclosure of each cell; 0 = not enclosed yet.
    pub enclosure: Vec<u32>,
    /// A part split off a cell for a bond (see `bonds`): whoever accepts the cell accepts the part.
    pub part_of: Vec<u32>,
    /// Whether failed searches enclose what they reached. Off while households are narrowed on trial.
    pub enclosing: bool,
    /// Every shift since the last `clear`, as (household, cell it left): `undo` goes back.
    pub trail: Vec<(u32, u32)>,
    /// How many cells each enclosure has.
    sizes: Vec<u32>,
    seat: Vec<u32>,
    /// What the class of a number wishes; `None` for a class of its own.
    wishes: Vec<Option<Wish>>,
    numbers: HashMap<Wish, u32>,
    search: Search,
}

/// Marks of the search under way. A mark counts only if it equals `stamp`: nothing has to be wiped between searches.
#[derive(Clone, Default)]
struct Search {
    stamp: u32,
    cell_seen: Vec<u32>,
    class_seen: Vec<u32>,
    /// Blocks gone through whole, as bits.
    block_seen: Vec<u64>,
    /// How each reached cell was reached: (from cell, by moving household).
    from: Vec<(u32, u32)>,
    queue: Vec<u32>,
}

impl Matching {
    pub fn new(capacity: Vec<u32>, households: usize) -> Self {
        let cells = capacity.len();
        Self {
            capacity,
            holders: vec![Vec::new(); cells],
            cell_of: vec![NONE; households],
            class_of: vec![NONE; households],
            classes: Vec::new(),
            runs: Vec::new(),
            blocks: Vec::new(),
            enclosure: vec![0; cells],
            part_of: vec![NONE; cells],
            enclosing: true,
            trail: Vec::new(),
            sizes: vec![cells as u32],
            seat: vec![0; households],
            wishes: Vec::new(),
            numbers: HashMap::new(),
            search: Search { cell_seen: vec![0; cells], from: vec![(NONE, NONE); cells], ..Search::default() },
        }
    }

    /// The class of all households with this wish.
    pub fn class(&mut self, cells: &Cells, wish: Wish) -> u32 {
        if let Some(&known) = self.numbers.get(&wish) {
            return known;
        }
        let (found, runs) = cells.matching(&wish);
        let number = self.add_class(found);
        self.runs[number as usize] = runs;
        let mut bits = vec![0; cells.block_count().div_ceil(64)];
        for run in &self.runs[number as usize] {
            bits[run.block as usize / 64] |= 1 << (run.block % 64);
        }
        self.search.block_seen.resize(bits.len(), 0);
        self.blocks[number as usize] = bits;
        self.wishes[number as usize] = Some(wish.clone());
        self.numbers.insert(wish, number);
        number
    }

    /// Adds a cell to all classes whose wish it satisfies.
    pub fn offer(&mut self, cell: u32, satisfies: impl Fn(&Wish) -> bool) {
        for class in 0..self.classes.len() {
            if self.wishes[class].as_ref().is_some_and(&satisfies) {
                let at = self.classes[class].len() as u32;
                self.classes[class].push(cell);
                self.blocks[class].clear();
                self.runs[class].push(Run { block: NONE, from: at, to: at + 1, whole: false });
            }
        }
    }

    /// A class of its own for a list of cells.
    pub fn add_class(&mut self, cells: Vec<u32>) -> u32 {
        self.runs.push(vec![Run { block: NONE, from: 0, to: cells.len() as u32, whole: false }]);
        self.blocks.push(Vec::new());
        self.classes.push(cells);
        self.wishes.push(None);
        self.search.class_seen.resize(self.classes.len(), 0);
        self.classes.len() as u32 - 1
    }

    /// Drops the classes added last, down to `count`.
    pub fn drop_classes(&mut self, count: usize) {
        self.classes.truncate(count);
        self.wishes.truncate(count);
        self.runs.truncate(count);
        self.blocks.truncate(count);
        self.search.class_seen.truncate(count);
    }

    /// A new cell at the end.
    pub fn add_cell(&mut self, capacity: u32, enclosure: u32) -> u32 {
        self.capacity.push(capacity);
        self.holders.push(Vec::new());
        self.enclosure.push(enclosure);
        self.sizes[enclosure as usize] += 1;
        self.part_of.push(NONE);
        self.search.cell_seen.push(0);
        self.search.from.push((NONE, NONE));
        self.capacity.len() as u32 - 1
    }

    /// Drops the cells added last, down to `count`; they must be empty.
    pub fn drop_cells(&mut self, count: usize) {
        self.capacity.truncate(count);
        for &enclosure in &self.enclosure[count..] {
            self.sizes[enclosure as usize] -= 1;
        }
        self.holders.truncate(count);
        self.enclosure.truncate(count);
        self.part_of.truncate(count);
        self.search.cell_seen.truncate(count);
        self.search.from.truncate(count);
    }

    pub fn has_room(&self, cell: u32) -> bool {
        (self.holders[cell as usize].len() as u32) < self.capacity[cell as usize]
    }

    pub fn put(&mut self, household: u32, cell: u32) {
        self.seat[household as usize] = self.holders[cell as usize].len() as u32;
        self.holders[cell as usize].push(household);
        self.cell_of[household as usize] = cell;
    }

    pub fn take_out(&mut self, household: u32) {
        let holders = &mut self.holders[self.cell_of[household as usize] as usize];
        let seat = self.seat[household as usize];
        holders.swap_remove(seat as usize);
        if let Some(&moved) = holders.get(seat as usize) {
            self.seat[moved as usize] = seat;
        }
        self.cell_of[household as usize] = NONE;
    }

    /// Brings a household into one of `wanted`, moving others along an alternating path where there is no room.
    /// Nobody loses a home; everybody stays within their class. False, and nothing changed, where it cannot be.
    pub fn enter(&mut self, household: u32, wanted: &[u32]) -> bool {
        let own = self.cell_of[household as usize];
        let enclosure = if own == NONE { 0 } else { self.enclosure[own as usize] };
        let Some(end) = self.find(wanted, own, enclosure) else { return false };
        if own != NONE {
            self.trail.push((household, own));
            self.take_out(household);
        }
        let mut free = end;
        while let (from, mover) = self.search.from[free as usize]
            && from != NONE
        {
            self.trail.push((mover, from));
            self.take_out(mover);
            self.put(mover, free);
            free = from;
        }
        self.put(household, free);
        true
    }

    /// [`Matching::enter`] for any cell of a class. The list is lent to the search: others of the class would see it
    /// empty meanwhile, but all its cells are where the search starts.
    pub fn enter_class(&mut self, household: u32, class: u32) -> bool {
        let wanted = std::mem::take(&mut self.classes[class as usize]);
        let entered = self.enter(household, &wanted);
        self.classes[class as usize] = wanted;
        entered
    }

    /// Takes back every shift of the trail, latest first.
    pub fn undo(&mut self) {
        while let Some((household, cell)) = self.trail.pop() {
            self.take_out(household);
            self.put(household, cell);
        }
    }

    /// The cells that an alternating search from `wanted` reaches, enclosures set aside.
    pub fn reach(&mut self, wanted: &[u32]) -> Vec<u32> {
        let open = vec![0; self.enclosure.len()];
        let (enclosure, sizes) = (std::mem::replace(&mut self.enclosure, open), self.sizes.clone());
        self.sizes = vec![enclosure.len() as u32];
        self.enclosing = false;
        let end = self.find(wanted, NONE, 0);
        debug_assert!(end.is_none(), "only asked about households that cannot be housed");
        self.enclosing = true;
        (self.enclosure, self.sizes) = (enclosure, sizes);
        let mut reached = self.search.queue.clone();
        reached.sort_unstable();
        reached
    }

    /// Breadth first from `wanted` to a cell with room, or to `own` (its holder is about to leave it).
    fn find(&mut self, wanted: &[u32], own: u32, enclosure: u32) -> Option<u32> {
        self.search.stamp += 1;
        self.search.queue.clear();
        self.search.block_seen.fill(0);
        for &cell in wanted {
            if let Some(end) = self.visit(cell, (NONE, NONE), own, enclosure) {
                return Some(end);
            }
        }
        let size = self.sizes[enclosure as usize] as usize;
        let mut next = 0;
        // With the whole enclosure reached and no room found, there is none.
        while next < self.search.queue.len() && self.search.queue.len() < size {
            let cell = self.search.queue[next];
            next += 1;
            for seat in 0..self.holders[cell as usize].len() {
                let mover = self.holders[cell as usize][seat];
                let class = self.class_of[mover as usize] as usize;
                if self.search.class_seen[class] == self.search.stamp {
                    continue;
                }
                self.search.class_seen[class] = self.search.stamp;
                if let Some(end) = self.go_through(class, (cell, mover), own, enclosure) {
                    return Some(end);
                }
            }
        }
        self.enclose();
        None
    }

    /// Visits the cells of a class, block by block; says where the search ends, if it does.
    fn go_through(&mut self, class: usize, from: (u32, u32), own: u32, enclosure: u32) -> Option<u32> {
        // A class that lends its list to the search (see `enter_class`) has all its cells reached already.
        if self.classes[class].is_empty() {
            return None;
        }
        let bits = &self.blocks[class];
        if !bits.is_empty() && bits.iter().zip(&self.search.block_seen).all(|(bits, seen)| bits & !seen == 0) {
            return None;
        }
        for run in 0..self.runs[class].len() {
            let run = self.runs[class][run];
            let (word, bit) = (run.block as usize / 64, 1 << (run.block % 64));
            if run.block != NONE && self.search.block_seen[word] & bit != 0 {
                continue;
            }
            for position in run.from..run.to {
                let onward = self.classes[class][position as usize];
                if let Some(end) = self.visit(onward, from, own, enclosure) {
                    return Some(end);
                }
            }
            if run.whole {
                self.search.block_seen[word] |= bit;
            }
        }
        None
    }

    /// Marks a cell and its split-off part as reached; says where the search ends, if it does.
    fn visit(&mut self, cell: u32, from: (u32, u32), own: u32, enclosure: u32) -> Option<u32> {
        for cell in [cell, self.part_of[cell as usize]] {
            if cell == NONE
                || self.enclosure[cell as usize] != enclosure
                || self.search.cell_seen[cell as usize] == self.search.stamp
            {
                continue;
            }
            self.search.cell_seen[cell as usize] = self.search.stamp;
            self.search.from[cell as usize] = from;
            if cell == own || self.has_room(cell) {
                return Some(cell);
            }
            self.search.queue.push(cell);
        }
        None
    }

    fn enclose(&mut self) {
        if !self.enclosing || self.search.queue.is_empty() {
            return;
        }
        let new = self.sizes.len() as u32;
        self.sizes.push(self.search.queue.len() as u32);
        for &cell in &self.search.queue {
            self.sizes[self.enclosure[cell as usize] as usize] -= 1;
            self.enclosure[cell as usize] = new;
        }
    }

    /// Forgets all enclosures: needed where households are about to accept more than before.
    pub fn open_all(&mut self) {
        self.enclosure.fill(0);
        self.sizes = vec![self.enclosure.len() as u32];
    }
}
