//! Tempering: how a small board is searched.
//!
//! Several copies of the board are each searched at one temperature, from warm to cold; every now and then neighbours
//! trade temperatures by Metropolis' rule, so that what is found in the warmth can cool down, and what is stuck in the
//! cold can warm up (replica exchange: Geyer 1991; Hukushima & Nemoto 1996). On whole numbers, as all of the search.

use super::board::Board;
use super::exchange::Exchange;
use super::search::{Best, Luck, Mixture, Trial};
use super::tally::Tally;
use rayon::prelude::*;

/// Temperatures, as shares of one household in 1/65536: the warmest, and each of the others by the one before.
const COPIES: usize = 12;
const WARMEST: i64 = 50_000;
const COOLING: i64 = 47_600;

/// Steps of a copy between two trades.
const ROUND: u64 = 300;

/// One of the boards, with chance of its own, so that they can be searched side by side.
struct Replica {
    board: Board,
    score: Tally,
    luck: Luck,
    exchange: Exchange,
}

impl Replica {
    fn round(&mut self, mixture: &Mixture, temperature: i64) {
        let Self { board, score, luck, exchange } = self;
        // On the way company may be lost.
        let mut trial = Trial { board, score, luck, temperature, most_lonely: i64::MAX };
        for _ in 0..ROUND {
            mixture.step(&mut trial, exchange);
        }
    }
}

/// Searches with `steps` in all from where the board stands; `best` takes what is found, if no more than `most_lonely`
/// households are without company there.
pub fn run(board: &Board, score: &Tally, luck: &mut Luck, steps: u64, most_lonely: i64, best: &mut Best) {
    let mixture = Mixture::of(board);
    let share = |share: &i64| Some(share * COOLING / 65_536);
    let shares = std::iter::successors(Some(WARMEST), share).take(COPIES);
    let temperatures: Vec<i64> = shares.map(|share| (score.unit() * share / 65_536).max(1)).collect();
    let replica =
        |_| Replica { board: board.clone(), score: score.clone(), luck: luck.fork(), exchange: Exchange::default() };
    let mut copies: Vec<Replica> = (0..COPIES).map(replica).collect();
    for _ in 0..steps / (ROUND * COPIES as u64) {
        copies.par_iter_mut().zip(&temperatures).for_each(|(copy, &temperature)| copy.round(&mixture, temperature));
        let mut reached: Vec<i64> =
            copies.iter().map(|copy| best.take(&copy.board, &copy.score, most_lonely)).collect();
        for warm in 0..COPIES - 1 {
            let above = reached[warm] - reached[warm + 1];
            if trades(above, temperatures[warm], temperatures[warm + 1], luck) {
                copies.swap(warm, warm + 1);
                reached.swap(warm, warm + 1);
            }
        }
    }
}

/// Whether two copies trade temperatures where the warmer one scores so much more: always if it scores less, else the
/// less often the more, for 1/`cold` - 1/`warm` of it.
fn trades(above: i64, warm: i64, cold: i64, luck: &mut Luck) -> bool {
    let lost = i128::from(above) * i128::from(warm - cold);
    lost << 16 <= i128::from(warm) * i128::from(cold) * i128::from(luck.exponential())
}
