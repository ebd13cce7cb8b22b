//! Seatings and clusters: volunteers of one group, or of one bond, over all stairwells of the estate at once.

use super::FAR;
use super::parties::{Party, Shared};
use crate::model::MOST_SEATED;

/// All parties of one group. The least cost by who of them is in the stairwells seen so far: a state counts them, in
/// mixed radix.
pub(super) struct Seating {
    /// Party, how many there are, and what one of them adds to a state.
    parties: Vec<(usize, usize, usize)>,
    least: Vec<i64>,
}

/// What a stairwell can have of one party: position in the stay, the party, how many of the group one of it is, and
/// the cost of each number.
pub(super) struct Seat {
    pub position: usize,
    pub party: usize,
    pub weight: usize,
    pub costs: Vec<i64>,
}

/// One way to fill a stairwell: what of each seat, how many of the group that makes, and its cost.
#[derive(Clone, Default)]
struct Way {
    picks: Vec<usize>,
    number: usize,
    cost: i64,
}

impl Seating {
    /// `None` for a group of no parties, or of more than are looked at as a whole.
    pub fn of(parties: &[Party], group: usize) -> Option<Self> {
        let ours = parties.iter().enumerate().filter(|(_, party)| party.weight(group) > 0);
        let (mut own, mut states, mut pairs) = (Vec::new(), 1, 1_usize);
        for (at, party) in ours {
            own.push((at, party.count, states));
            pairs =
                pairs.checked_mul((party.count + 1) * (party.count + 2) / 2).filter(|&pairs| pairs <= MOST_SEATED)?;
            states *= party.count + 1;
        }
        let mut least = vec![FAR; states];
        least[0] = 0;
        (!own.is_empty()).then_some(Self { parties: own, least })
    }

    /// Goes on to another stairwell. `made` costs the group's number there, from `fewest` on.
    pub fn stairwell(&mut self, seats: &[Seat], fewest: usize, made: &[i64], shared: &[Shared]) {
        let mut ways = vec![Way::default()];
        for (at, seat) in seats.iter().enumerate() {
            let longer = |way: Way| -> Vec<Way> {
                let with = |(pick, cost): (usize, &i64)| {
                    let mut way = way.clone();
                    way.picks.push(pick);
                    way.number += pick * seat.weight;
                    way.cost += cost;
                    way
                };
                seat.costs.iter().enumerate().map(with).collect()
            };
            let found_homes = |way: &Way| shared.iter().all(|shared| shared.have_room(&seats[..=at], &way.picks));
            ways = ways.into_iter().flat_map(longer).filter(found_homes).collect();
        }
        let states = self.least.len();
        let before = std::mem::replace(&mut self.least, vec![FAR; states]);
        for way in ways {
            let Some(own) = way.number.checked_sub(fewest).and_then(|above| made.get(above)) else { continue };
            let picked = seats.iter().zip(way.picks).filter(|(_, pick)| *pick > 0);
            let of = |party: usize| self.parties.iter().find(|own| own.0 == party).expect("a party of the group");
            let picked: Vec<(usize, usize, usize)> =
                picked.map(|(seat, pick)| (pick, of(seat.party).1, of(seat.party).2)).collect();
            let step: usize = picked.iter().map(|&(pick, _, place)| pick * place).sum();
            for (state, &least) in before.iter().enumerate().filter(|(_, least)| **least < FAR) {
                if picked.iter().all(|&(pick, count, place)| state / place % (count + 1) + pick <= count) {
                    let slot = &mut self.least[state + step];
                    *slot = (*slot).min(least + way.cost + own);
                }
            }
        }
    }

    /// The least cost of everybody; `None` where they find no seats.
    pub fn everybody(&self) -> Option<i64> {
        self.least.last().copied().filter(|&least| least < FAR)
    }
}

/// A party in every stairwell it can have: building, and costs of its number there.
pub(super) type Shares = Vec<(usize, Vec<i64>)>;

/// The least cost of parties of one bond that had one building and go on having one.
pub(super) fn cluster(units: &[Shares]) -> Option<i64> {
    let nowhere: i64 = units.iter().flatten().map(|(_, costs)| costs[0]).sum();
    let in_one = |building: usize| -> Option<i64> {
        let best =
            |unit: &Shares| unit.iter().filter(|seat| seat.0 == building).map(|(_, costs)| costs[1] - costs[0]).min();
        units.iter().map(best).sum()
    };
    let buildings = units.first()?.iter().map(|seat| seat.0);
    buildings.filter_map(in_one).min().map(|least| nowhere + least)
}
