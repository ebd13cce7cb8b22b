//! The search: simulated annealing on whole numbers, a fixed number of steps, so that a plan can be replayed.

use super::board::{Board, NONE};
use super::exchange::{Exchange, swap};
use super::tally::Tally;
use super::temper;
use crate::model::{Base, Effort};
use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

/// Chance for the search, and for nothing else: who is housed and how well was settled before.
///
/// ChaCha8 with the first ticket of the draw as key and the estate's number as stream: the same on every machine.
pub struct Luck(ChaCha8Rng);

impl Luck {
    pub fn new(base: &Base, stream: u64) -> Self {
        let key = base.turns.iter().flatten().min_by_key(|turn| turn.turn).map_or([0; 32], |turn| turn.ticket);
        let mut rng = ChaCha8Rng::from_seed(key);
        rng.set_stream(stream);
        Self(rng)
    }

    /// Chance of its own, out of this one.
    pub fn fork(&mut self) -> Self {
        Self(ChaCha8Rng::from_rng(&mut self.0))
    }

    /// A whole number below `limit` (which is at least 1), by multiplication (Lemire 2019); its bias, below
    /// 2^-32 · limit, does not matter to a search.
    pub fn below(&mut self, limit: u32) -> u32 {
        ((u64::from(self.0.next_u32()) * u64::from(limit)) >> 32) as u32
    }

    /// -log2 of a uniform number in (0, 1], in 1/65536: whole part from the leading zeros, the rest linear between
    /// powers of two. An exponential variate without floats.
    pub fn exponential(&mut self) -> i64 {
        let bits = self.0.next_u32() | 1;
        let zeros = bits.leading_zeros();
        let fraction = ((u64::from(bits) << (zeros + 1)) & 0xffff_ffff) >> 16;
        (i64::from(zeros + 1) << 16) - fraction as i64
    }
}

/// Steps per slot of the board.
fn steps_per_slot(effort: Effort) -> u64 {
    match effort {
        Effort::Quick => 100,
        Effort::Normal => 800,
        Effort::Thorough => 12_000,
    }
}

/// Small boards get more steps for each slot, unless it has to go quickly: the search is cheap there, and every
/// household counts.
fn steps(slots: u64, effort: Effort) -> u64 {
    const SMALL: u64 = 400;
    let most = if effort == Effort::Quick { 3 } else { 20 };
    slots.max((SMALL * SMALL / slots).min(most * slots)) * steps_per_slot(effort)
}

/// Temperatures of a round, as shares of one household in 1/65536: from warm to cold, then a last stage at 0.
const STAGES: u32 = 60;
const WARMEST: i64 = 26_000;
const COOLING: i64 = 62_000;

/// Rounds of cooling; each starts from the best that the ones before found.
fn rounds(slots: u64) -> u64 {
    if slots < 2_000 { 4 } else { 1 }
}

/// Coolings whose steps a small board gets for tempering before it is cooled. In a town with `all` slots too many for
/// that to go unnoticed, none.
fn coolings(slots: u64, all: u64, effort: Effort) -> u64 {
    if effort == Effort::Quick || all > 1_000 { 0 } else { (3_200 / slots).clamp(1, 12) }
}

/// How often a small board is begun anew in tempering: what one misses, another finds.
fn attempts(slots: u64) -> u64 {
    (400 / slots).clamp(1, 4)
}

/// Searches for exchanges that lower the score. Neither the score nor the households without company end higher than
/// they were; if the search ends worse, the board is left as it was. `all` is the number of slots on all boards.
pub fn run(board: &mut Board, score: &mut Tally, luck: &mut Luck, effort: Effort, all: usize) {
    let slots = board.slots.len() as u64;
    if board.movers.is_empty() || score.score() == 0 {
        return;
    }
    let most_lonely = score.without_company();
    let mut best = Best { score: score.score(), who: board.who.clone() };
    let steps = steps(slots, effort);
    let coolings = coolings(slots, all as u64, effort);
    if coolings > 0 {
        let attempts = attempts(slots);
        for _ in 0..attempts {
            temper::run(board, score, luck, steps * coolings / attempts, most_lonely, &mut best);
        }
    }
    best.restore(board, score);
    let rounds = rounds(slots);
    // After tempering there is only to mend.
    for round in if coolings > 0 { 2..4 } else { 0..rounds } {
        if best.score == 0 {
            return;
        }
        cool(&mut Trial { board, score, luck, temperature: 0, most_lonely }, steps / rounds, round);
        best.take(board, score, most_lonely);
        best.restore(board, score);
    }
}

/// The best that was found.
pub struct Best {
    score: i64,
    who: Vec<u32>,
}

impl Best {
    /// Takes over what is better, if no more than `most_lonely` households are without company there. Returns the
    /// score.
    pub fn take(&mut self, board: &Board, score: &Tally, most_lonely: i64) -> i64 {
        let reached = score.score();
        if reached < self.score && score.without_company() <= most_lonely {
            self.score = reached;
            self.who.clone_from(&board.who);
        }
        reached
    }

    /// Puts everybody back where they were, by swaps, so that the counts follow.
    fn restore(&self, board: &mut Board, score: &mut Tally) {
        for slot in 0..self.who.len() as u32 {
            let wanted = self.who[slot as usize];
            if wanted != NONE && board.who[slot as usize] != wanted {
                let at = board.at[wanted as usize];
                swap(board, score, slot, at);
            }
        }
    }
}

/// An exchange is tried on these.
pub struct Trial<'a> {
    pub board: &'a mut Board,
    pub score: &'a mut Tally,
    pub luck: &'a mut Luck,
    pub temperature: i64,
    /// No exchange may leave more households without company than this, unless there were more already.
    pub most_lonely: i64,
}

/// How often exchanges of whole blocks and clusters are tried, in 65,536.
pub struct Mixture {
    together: u32,
}

impl Mixture {
    pub fn of(board: &Board) -> Self {
        let together = board.movers.iter().filter(|mover| mover.block != NONE || mover.cluster != NONE).count();
        Self { together: (together * 65_536 / board.slots.len()) as u32 }
    }

    /// Tries one exchange.
    #[inline]
    pub fn step(&self, trial: &mut Trial, exchange: &mut Exchange) {
        if self.together == 0 || trial.luck.below(65_536) >= self.together {
            trial.single(exchange);
        } else {
            trial.party(exchange);
        }
    }
}

/// One round from warm to cold. Later rounds start less warm: they mend, they do not begin anew.
fn cool(trial: &mut Trial, steps: u64, round: u64) {
    let unit = trial.score.unit();
    let most_lonely = trial.most_lonely;
    let mut heat = WARMEST >> round.min(2);
    let mut exchange = Exchange::default();
    let mixture = Mixture::of(trial.board);
    for stage in 0..=STAGES {
        trial.temperature = if stage == STAGES { 0 } else { unit * heat / 65_536 };
        // The score can fall while company is lost. On the way that is allowed, in every other round; in the end it
        // is no plan.
        trial.most_lonely = if stage < STAGES / 2 && round.is_multiple_of(2) { i64::MAX } else { most_lonely };
        for _ in 0..steps / u64::from(STAGES + 1) {
            mixture.step(trial, &mut exchange);
        }
        heat = heat * COOLING / 65_536;
    }
}

impl Trial<'_> {
    /// Metropolis' rule: a change for the better always, one for the worse the less often the worse it is.
    #[inline]
    fn accepts(&mut self, delta: i64) -> bool {
        delta <= 0 || (self.temperature > 0 && delta << 16 <= self.temperature * self.luck.exponential())
    }

    /// Tries a swap of two slots; where one of the two cannot take the other's home, a ring.
    fn single(&mut self, exchange: &mut Exchange) {
        let board = &*self.board;
        let a = self.luck.below(board.slots.len() as u32);
        let bucket = &board.buckets[board.bucket_of[a as usize] as usize];
        let b = bucket[self.luck.below(bucket.len() as u32) as usize];
        let few = board.block(a) == NONE && self.score.few(board.slots[a as usize].place[1], board.group(a));
        if few && self.luck.below(2) == 0 {
            if exchange.gather(board, a, b, self.luck) {
                self.settle(exchange);
            }
            return;
        }
        if exchange.pair(board, a, b) {
            let (u, v) = (board.slots[a as usize].place, board.slots[b as usize].place);
            let (group_a, group_b) = (board.group(a), board.group(b));
            let delta = self.score.delta(&u, &v, group_a, group_b);
            if self.accepts(delta) {
                let lonely = self.score.company_change(&u, &v, group_a, group_b);
                if lonely <= 0 || self.score.without_company() + lonely <= self.most_lonely {
                    exchange.make(self.board, self.score);
                }
            }
        } else if !board.may_go(b, a) && exchange.ring(board, a, b, self.luck) {
            self.settle(exchange);
        }
    }

    /// Tries to move a whole block into another stairwell, or a cluster into another building.
    fn party(&mut self, exchange: &mut Exchange) {
        let board = &*self.board;
        let party = self.luck.below((board.blocks.len() + board.clusters.len()) as u32) as usize;
        let cluster = party.checked_sub(board.blocks.len());
        let first = match cluster {
            Some(cluster) => board.clusters[cluster][0][0],
            None => board.blocks[party][0],
        };
        let bucket = &board.buckets[board.bucket_of[board.at[first as usize] as usize] as usize];
        let towards = bucket[self.luck.below(bucket.len() as u32) as usize];
        let built = match cluster {
            Some(cluster) => exchange.cluster(board, cluster as u32, towards, self.luck),
            None => exchange.blocks(board, party as u32, towards, self.luck),
        };
        if built {
            self.settle(exchange);
        }
    }

    /// Carries an exchange out and keeps it if the rules accept it.
    fn settle(&mut self, exchange: &Exchange) {
        let before = self.score.without_company();
        let delta = exchange.make(self.board, self.score);
        let lonely = self.score.without_company();
        let accepted = self.accepts(delta) && (lonely <= before || lonely <= self.most_lonely);
        if !accepted {
            exchange.unmake(self.board, self.score);
        }
    }
}
