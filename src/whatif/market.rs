//! The market: households that want the same and homes that are alike, as a network for the best total choice.
//!
//! Worth comes first; among allocations of equal worth, the one that houses more counts as better.

use super::flow::Network;
use super::world::World;
use super::worth;
use crate::model::{DwellingId, EstateId, HomeTypeId, HouseholdId, Needs};
use std::collections::BTreeMap;

/// Which homes count as alike: those of a cell of the draw, or only those of them in one building.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Alike {
    InEstate,
    InBuilding,
}

/// Homes that nobody tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind {
    pub estate: EstateId,
    pub home_type: HomeTypeId,
    pub step_free: bool,
    pub floor: i16,
    /// The building, where it matters; else 0.
    pub building: u32,
}

/// What a household of a group asks of an estate and home type.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Ask {
    group: Option<u32>,
    needs: Needs,
    estate: EstateId,
    home_type: HomeTypeId,
}

/// What a household wants, and its group where groups matter: the key of a class.
type Want = (Option<u32>, Needs, Vec<HomeTypeId>, Vec<Vec<EstateId>>, bool);

/// Households of a class, and the homes of every kind.
pub struct Market {
    pub classes: Vec<(Option<u32>, Vec<HouseholdId>)>,
    pub kinds: Vec<(Kind, Vec<DwellingId>)>,
    /// Worth of each estate to each class, scaled so that being housed at all breaks ties.
    asks: Vec<Vec<(Ask, i64)>>,
    /// More than the households there are.
    pub scale: i64,
}

/// Arcs of a solved network: from classes into asks, and from asks into kinds.
pub struct Solved {
    network: Network,
    into: Vec<(u32, usize, usize)>,
    out_of: Vec<(u32, usize, usize)>,
    /// Best total, scaled.
    pub total: i64,
}

impl Market {
    pub fn new(world: &World, alike: Alike, by_group: bool) -> Self {
        let intake = &world.intake;
        let mut kinds: BTreeMap<Kind, Vec<DwellingId>> = BTreeMap::new();
        for id in intake.stock.vacant() {
            let home = intake.stock.dwelling(id);
            let building = if alike == Alike::InBuilding { home.building.0 } else { 0 };
            let kind = Kind {
                estate: home.estate,
                home_type: home.home_type,
                step_free: home.step_free,
                floor: home.floor,
                building,
            };
            kinds.entry(kind).or_default().push(id);
        }
        let mut classes: BTreeMap<Want, Vec<HouseholdId>> = BTreeMap::new();
        for (at, who) in intake.households.iter().enumerate().filter(|(_, who)| who.signed()) {
            let group = world.roll.of_household[at].filter(|_| by_group).map(|group| group.0);
            let want: Want = (group, who.needs, who.home_types.clone(), who.choices.tiers.clone(), who.choices.any);
            classes.entry(want).or_default().push(HouseholdId::new(at));
        }
        let scale = intake.households.len() as i64 + 1;
        let estates = || (0..intake.stock.estates.len()).map(EstateId::new);
        let asks = |((group, ..), members): (&Want, &Vec<HouseholdId>)| -> Vec<(Ask, i64)> {
            let who = &intake.households[members[0].index()];
            let ranked = estates().filter_map(|estate| Some((estate, who.choices.rank(estate)?)));
            let ask = |(estate, rank): (EstateId, u32)| {
                let worth = worth::of_rank(world.worth, who, rank) * scale + 1;
                let one = move |&home_type| (Ask { group: *group, needs: who.needs, estate, home_type }, worth);
                who.home_types.iter().map(one).collect::<Vec<_>>()
            };
            ranked.flat_map(ask).collect()
        };
        let asks = classes.iter().map(asks).collect();
        let classes = classes.into_iter().map(|((group, ..), members)| (group, members)).collect();
        Self { classes, kinds: kinds.into_iter().collect(), asks, scale }
    }

    /// The best total where a household of a group pays this price for a home of a kind.
    pub fn solve(&self, price: &dyn Fn(Option<u32>, &Kind) -> i64) -> Solved {
        let mut network = Network::default();
        let (source, sink) = (network.node(), network.node());
        let homes: Vec<u32> = self
            .kinds
            .iter()
            .map(|(_, homes)| {
                let node = network.node();
                network.arc(node, sink, homes.len() as i64, 0);
                node
            })
            .collect();
        let mut blocks: BTreeMap<(EstateId, HomeTypeId), Vec<usize>> = BTreeMap::new();
        for (at, (kind, _)) in self.kinds.iter().enumerate() {
            blocks.entry((kind.estate, kind.home_type)).or_default().push(at);
        }
        let mut nodes: BTreeMap<Ask, (usize, u32)> = BTreeMap::new();
        let (mut into, mut out_of) = (Vec::new(), Vec::new());
        for (class, ((_, members), asks)) in self.classes.iter().zip(&self.asks).enumerate() {
            let node = network.node();
            network.arc(source, node, members.len() as i64, 0);
            for &(ask, worth) in asks {
                let Some(block) = blocks.get(&(ask.estate, ask.home_type)) else { continue };
                let number = nodes.len();
                let (number, at) = *nodes.entry(ask).or_insert_with(|| {
                    let own = network.node();
                    for &kind in block {
                        let home = &self.kinds[kind].0;
                        if ask.needs.met_by(home.step_free, home.floor) {
                            let arc = network.arc(own, homes[kind], i64::MAX / 8, price(ask.group, home));
                            out_of.push((arc, number, kind));
                        }
                    }
                    (number, own)
                });
                into.push((network.arc(node, at, members.len() as i64, -worth), class, number));
            }
        }
        let total = -network.run(source, sink);
        Solved { network, into, out_of, total }
    }
}

impl Solved {
    /// How many of each class get a home of each kind: (class, kind, households), none of them 0.
    pub fn pairs(&self) -> Vec<(usize, usize, i64)> {
        let mut offered: BTreeMap<usize, Vec<(usize, i64)>> = BTreeMap::new();
        for &(arc, ask, kind) in &self.out_of {
            let homes = self.network.flow(arc);
            if homes > 0 {
                offered.entry(ask).or_default().push((kind, homes));
            }
        }
        let mut pairs = Vec::new();
        for &(arc, class, ask) in &self.into {
            let mut left = self.network.flow(arc);
            while left > 0 {
                let homes = offered.get_mut(&ask).expect("what flows into an ask flows out of it");
                let last = homes.last_mut().expect("as much as flows in");
                let part = left.min(last.1);
                pairs.push((class, last.0, part));
                left -= part;
                last.1 -= part;
                if last.1 == 0 {
                    homes.pop();
                }
            }
        }
        pairs
    }
}
