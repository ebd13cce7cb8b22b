//! One estate as the bound sees it: how many volunteers of each group there are, and how many of them each place can
//! hold at the least and at the most.

use super::super::tally::{Share, Town};
use super::parties::{Holding, Member, Party};
use super::stairwell::Homes;
use crate::model::{
    Base, BondId, BuildingId, DwellingId, HomeTypeId, HouseholdId, Needs, OptIns, Placement, StairwellId, WIDEST_PRICED,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// How far a household may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Region {
    /// It has the home of the first allocation for good.
    Home,
    /// Somebody of its bond does not move and shares its stairwell.
    Stairwell(StairwellId),
    /// The same for its building.
    Building(BuildingId),
    /// Anywhere in its estate.
    Estate,
}

/// Rules that are taken to be lifted, to see what they cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lifted {
    /// Everybody with a home volunteers.
    pub opt_in: bool,
    /// All homes are of one type.
    pub home_types: bool,
    /// No household needs a home without steps or on a low floor.
    pub needs: bool,
    /// Nobody asked to stay together.
    pub bonds: bool,
}

/// Volunteers that no place tells apart.
pub type Class = (HomeTypeId, Needs, Region);

/// Volunteers of a bond who share a stairwell and go on sharing one: home type, needs and group of each.
pub struct Block {
    pub region: Region,
    pub members: Vec<Member>,
    /// The bond, and its building in the first allocation.
    pub bond: (BondId, BuildingId),
}

/// Who may leave a stairwell of the estate.
pub struct Movers {
    /// By group, those who go alone.
    pub alone: Vec<BTreeMap<Class, usize>>,
    /// Those who go alone and declared no group.
    pub undeclared: BTreeMap<Class, usize>,
    pub blocks: Vec<Block>,
    /// By group, all of them.
    pub count: Vec<usize>,
}

impl Movers {
    /// All of them, those alike in one.
    fn parties(&self) -> Vec<Party> {
        let lists = self.alone.iter().chain([&self.undeclared]).enumerate();
        let alone = lists.flat_map(|(group, classes)| {
            let party = move |(&(home_type, needs, region), &count): (&Class, &usize)| Party {
                count,
                members: vec![(home_type, needs, group)],
                region,
                bond: None,
            };
            classes.iter().map(party)
        });
        let joint = self.blocks.iter().map(|block| Party {
            count: 1,
            members: block.members.clone(),
            region: block.region,
            bond: Some(block.bond),
        });
        alone.chain(joint).collect()
    }
}

/// A stairwell or a building.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// Declared households by group that are there in every plan.
    pub fixed: Vec<i64>,
    /// Homes for volunteers.
    pub room: usize,
    /// Fewest volunteers by group that must live there, because they find no room elsewhere.
    pub least: Vec<usize>,
    /// Most volunteers by group that can live there.
    pub most: Vec<usize>,
    /// By group, whether so many volunteers can be put together at all; numbers beyond are as the last one.
    pub possible: Vec<Vec<bool>>,
    /// Volunteers by group that the plan has there.
    pub has: Vec<usize>,
    /// Whether it takes part in the bound.
    pub priced: bool,
}

/// One estate.
pub struct Estate {
    pub share: Share,
    /// Percentage points.
    pub building_tolerance: i64,
    /// Percentage points.
    pub stairwell_tolerance: i64,
    /// A group's households have company from this number on; by group, 0 where the rule does not hold.
    pub company: Vec<i64>,
    /// Volunteers by group that may live in more than one stairwell.
    pub movers: Vec<usize>,
    pub buildings: Vec<Place>,
    pub stairwells: Vec<Place>,
    /// Stairwells of each building.
    pub inside: Vec<Range<usize>>,
    /// Who may leave a stairwell; empty if parties are not asked for.
    pub parties: Vec<Party>,
    /// Which of them each stairwell can have.
    pub holdings: Vec<Holding>,
}

impl Estate {
    /// All estates of the stock, with the people that `plan` has there, and with their `parties` if asked for.
    pub fn all(
        town: &Town,
        base: &Base,
        plan: &Placement,
        volunteers: &OptIns,
        lifted: Lifted,
        parties: bool,
    ) -> Vec<Self> {
        let stock = &town.intake.stock;
        let bond_of: Vec<Option<BondId>> = match lifted.bonds {
            true => vec![None; town.intake.households.len()],
            false => town.intake.households.iter().map(|who| who.bond).collect(),
        };
        let regions = regions(town, base, &bond_of, |h| lifted.opt_in || volunteers.volunteers(HouseholdId::new(h)));
        let holder = plan.holder_of(stock.dwellings.len());
        let mut homes: Vec<Vec<DwellingId>> = vec![Vec::new(); stock.stairwells.len()];
        for id in stock.vacant() {
            homes[stock.dwelling(id).stairwell.index()].push(id);
        }
        let drawn = |home: &Option<DwellingId>| home.map_or(StairwellId(u32::MAX), |id| stock.dwelling(id).stairwell);
        let drawn = base.placement.home_of.iter().map(drawn).collect();
        let survey =
            Survey { town, lifted, parties, bond_of, regions, holder, homes, drawn, residents: residents(town) };
        let counts = town.estate_counts(plan);
        (0..stock.estates.len()).map(|estate| survey.estate(estate, &counts[estate])).collect()
    }
}

/// How far each household may go; those without a home stay without.
fn regions(town: &Town, base: &Base, bond_of: &[Option<BondId>], moves: impl Fn(usize) -> bool) -> Vec<Region> {
    let stock = &town.intake.stock;
    let home = |h: usize| base.placement.home_of[h].map(|id| stock.dwelling(id));
    let mut tied: Vec<Vec<usize>> = vec![Vec::new(); town.intake.bonds.len()];
    let bond = |h: usize| bond_of[h].map(BondId::index);
    let all = 0..town.intake.households.len();
    for (h, bond) in all.clone().filter_map(|h| Some((h, bond(h)?))) {
        if home(h).is_some() && !moves(h) {
            tied[bond].push(h);
        }
    }
    let region = |h: usize| {
        let Some(mine) = home(h).filter(|_| moves(h)) else { return Region::Home };
        let others = bond(h).map_or(&[][..], |bond| &tied[bond]);
        let near = |other: &usize| match home(*other) {
            Some(theirs) if theirs.stairwell == mine.stairwell => Region::Stairwell(mine.stairwell),
            Some(theirs) if theirs.building == mine.building => Region::Building(mine.building),
            _ => Region::Estate,
        };
        others.iter().map(near).min().unwrap_or(Region::Estate)
    };
    all.map(region).collect()
}

/// Residents by stairwell and group.
fn residents(town: &Town) -> Vec<Vec<i64>> {
    let mut counts = vec![vec![0; town.groups]; town.intake.stock.stairwells.len()];
    town.residents(|stairwell, group, households| counts[stairwell][group] += households);
    counts
}

/// What estates are surveyed from.
pub struct Survey<'a> {
    pub town: &'a Town<'a>,
    lifted: Lifted,
    parties: bool,
    bond_of: Vec<Option<BondId>>,
    pub regions: Vec<Region>,
    pub holder: Vec<Option<usize>>,
    /// Vacant homes by stairwell.
    pub homes: Vec<Vec<DwellingId>>,
    /// Stairwell of each household in the first allocation.
    drawn: Vec<StairwellId>,
    pub residents: Vec<Vec<i64>>,
}

impl Survey<'_> {
    fn estate(&self, estate: usize, counts: &[i64]) -> Estate {
        let (town, stock) = (self.town, &self.town.intake.stock);
        let buildings = stock.buildings.partition_point(|b| b.estate.index() < estate)
            ..stock.buildings.partition_point(|b| b.estate.index() <= estate);
        let stairwells = stock.stairwells.partition_point(|s| s.estate.index() < estate)
            ..stock.stairwells.partition_point(|s| s.estate.index() <= estate);
        let movers = self.movers(stairwells.clone());
        let least = i64::from(town.target.company);
        let company = counts.iter().map(|&n| if n >= least { least } else { 0 }).collect();
        let inside = buildings.clone().map(|building| {
            let within = |edge: fn(usize, usize) -> bool| {
                stock.stairwells[stairwells.clone()].partition_point(|s| edge(s.building.index(), building))
            };
            within(|own, building| own < building)..within(|own, building| own <= building)
        });
        let parties = if self.parties { movers.parties() } else { Vec::new() };
        let homes: Vec<Homes> = stairwells.clone().map(|stairwell| self.homes_of(stairwell)).collect();
        let mut out = Estate {
            share: town.share(counts),
            building_tolerance: i64::from(town.target.building),
            stairwell_tolerance: i64::from(town.target.stairwell),
            company,
            inside: inside.collect(),
            buildings: Vec::new(),
            holdings: homes.iter().map(|homes| homes.holding(&parties)).collect(),
            stairwells: stairwells.zip(&homes).map(|(at, homes)| self.stairwell(at, homes, &movers)).collect(),
            parties,
            movers: movers.count,
        };
        out.buildings = out.inside.iter().map(|inside| whole(&out.stairwells[inside.clone()], &out.movers)).collect();
        let Estate { movers, buildings, stairwells, .. } = &mut out;
        demand(stairwells, movers);
        demand(buildings, movers);
        out
    }

    /// Whoever lives in a vacant home of a stairwell, with the home.
    fn holders(&self, stairwell: usize) -> impl Iterator<Item = (usize, DwellingId)> + '_ {
        self.homes[stairwell].iter().filter_map(|&id| Some((self.holder[id.index()]?, id)))
    }

    /// Volunteers who may leave their stairwell.
    fn movers(&self, stairwells: Range<usize>) -> Movers {
        let groups = self.town.groups;
        let mut movers = Movers {
            alone: vec![BTreeMap::new(); groups],
            undeclared: BTreeMap::new(),
            blocks: Vec::new(),
            count: vec![0; groups],
        };
        let mut shared: BTreeMap<(BondId, StairwellId), Vec<(usize, DwellingId)>> = BTreeMap::new();
        for (h, id) in stairwells.flat_map(|stairwell| self.holders(stairwell)) {
            let region = self.regions[h];
            if !matches!(region, Region::Building(_) | Region::Estate) {
                continue;
            }
            let group = self.town.group_of[h];
            if let Some(count) = movers.count.get_mut(group) {
                *count += 1;
            }
            match self.bond_of[h] {
                Some(bond) => shared.entry((bond, self.drawn[h])).or_default().push((h, id)),
                None => {
                    let classes = movers.alone.get_mut(group).unwrap_or(&mut movers.undeclared);
                    *classes.entry((self.home_type(id), self.needs(h), region)).or_default() += 1;
                }
            }
        }
        for ((bond, stairwell), members) in shared {
            let member = |&(h, id): &(usize, DwellingId)| (self.home_type(id), self.needs(h), self.town.group_of[h]);
            let region = members.iter().map(|&(h, _)| self.regions[h]).min().expect("a block has members");
            let building = self.town.intake.stock.stairwells[stairwell.index()].building;
            let members = members.iter().map(member).collect();
            movers.blocks.push(Block { region, members, bond: (bond, building) });
        }
        movers
    }

    fn needs(&self, h: usize) -> Needs {
        if self.lifted.needs { Needs::default() } else { self.town.intake.households[h].needs }
    }

    /// The type of a home, where types count.
    pub fn home_type(&self, home: DwellingId) -> HomeTypeId {
        if self.lifted.home_types { HomeTypeId(0) } else { self.town.intake.stock.dwelling(home).home_type }
    }
}

/// A building of its stairwells.
fn whole(stairwells: &[Place], movers: &[usize]) -> Place {
    let groups = 0..movers.len();
    Place {
        fixed: groups.clone().map(|g| stairwells.iter().map(|place| place.fixed[g]).sum()).collect(),
        room: stairwells.iter().map(|place| place.room).sum(),
        least: vec![0; movers.len()],
        most: groups.clone().map(|g| stairwells.iter().map(|p| p.most[g]).sum::<usize>().min(movers[g])).collect(),
        possible: vec![vec![true]; movers.len()],
        has: groups.map(|g| stairwells.iter().map(|place| place.has[g]).sum()).collect(),
        priced: true,
    }
}

/// What places of one level must hold at least, and whether they are small enough for prices.
fn demand(places: &mut [Place], movers: &[usize]) {
    for (group, &movers) in movers.iter().enumerate() {
        let room: usize = places.iter().map(|place| place.most[group]).sum();
        for place in places.iter_mut() {
            place.least[group] = (movers + place.most[group]).saturating_sub(room);
        }
    }
    for place in places {
        let wide = |(least, most): (&usize, &usize)| most - least > WIDEST_PRICED;
        place.priced = !place.least.iter().zip(&place.most).any(wide);
    }
}
