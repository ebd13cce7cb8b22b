//! Small random worlds: intake, roll, opt-ins and target, for oracles and property tests.

use mixplan::model::*;
use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

/// What kind of world to make.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub estates: u32,
    pub dwellings: u32,
    pub households: u32,
    pub groups: u32,
    /// Share of households in a bond, percent.
    pub bonds: u32,
    pub may_cost_tiers: u32,
}

pub struct World {
    pub intake: Intake,
    pub roll: Roll,
    pub opt_ins: OptIns,
    pub target: Target,
    pub draw: Draw,
}

/// Seeded chance for tests.
pub struct Dice(ChaCha8Rng);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    pub fn below(&mut self, limit: u32) -> u32 {
        self.0.next_u32() % limit
    }

    pub fn percent(&mut self, share: u32) -> bool {
        self.below(100) < share
    }
}

/// A world of a shape, the same for the same seed.
pub fn world(seed: u64, shape: Shape) -> World {
    let mut dice = Dice::new(seed);
    let stock = stock(&mut dice, shape);
    let bonds = (shape.households / 2).max(1);
    let households = (0..shape.households).map(|h| household(&mut dice, shape, h, bonds)).collect::<Vec<_>>();
    let group = |dice: &mut Dice| GroupId(dice.below(shape.groups));
    let of_household = (0..shape.households).map(|_| (!dice.percent(5)).then(|| group(&mut dice))).collect();
    let mut residents = Vec::new();
    for stairwell in 0..stock.stairwells.len() {
        if dice.percent(40) {
            let (group, households) = (group(&mut dice), 1 + dice.below(2));
            residents.push(Residents { stairwell: StairwellId::new(stairwell), group, households, persons: 0 });
        }
    }
    let opt_ins = OptIns((0..shape.households).map(|_| dice.percent(75)).collect());
    let groups = (0..shape.groups).map(|g| char::from(b'A' + g as u8).to_string()).collect();
    let level = [Closeness::Stairwell, Closeness::Building, Closeness::Estate][dice.below(3) as usize];
    let bond_rule = BondRule { level, may_cost_tiers: shape.may_cost_tiers };
    let bonds = (0..bonds).map(|b| format!("K{b:02}")).collect();
    World {
        intake: Intake { stock, households, bonds, bond_rule },
        roll: Roll { groups, of_household, residents },
        opt_ins,
        target: Target {
            estate: dice.below(12),
            building: dice.below(9),
            stairwell: dice.below(14),
            company: dice.below(4),
            ..Target::default()
        },
        draw: Draw { seed: format!("test {seed}") },
    }
}

fn stock(dice: &mut Dice, shape: Shape) -> Stock {
    let mut stock = Stock { home_types: vec!["100".into(), "50".into(), "75".into()], ..Stock::default() };
    for estate in 0..shape.estates {
        stock.estates.push(Estate { name: format!("E{estate}") });
        for building in 0..1 + dice.below(2) {
            stock.buildings.push(Building { estate: EstateId(estate), name: building.to_string() });
            for stairwell in 0..1 + dice.below(2) {
                let building = BuildingId::new(stock.buildings.len() - 1);
                stock.stairwells.push(Stairwell { building, estate: EstateId(estate), name: stairwell.to_string() });
            }
        }
    }
    for number in 0..shape.dwellings {
        let stairwell = StairwellId(dice.below(stock.stairwells.len() as u32));
        let at = &stock.stairwells[stairwell.index()];
        let status = match dice.below(12) {
            0 => DwellingStatus::Held,
            1 => DwellingStatus::Occupied,
            _ => DwellingStatus::Vacant,
        };
        stock.dwellings.push(Dwelling {
            key: format!("D{number:03}"),
            stairwell,
            building: at.building,
            estate: at.estate,
            floor: 1 + dice.below(3) as i16,
            door: number.to_string(),
            home_type: HomeTypeId(1 + dice.below(2)),
            step_free: dice.percent(40),
            status,
        });
    }
    stock
}

fn household(dice: &mut Dice, shape: Shape, number: u32, bonds: u32) -> Household {
    let types = [HomeTypeId(1), HomeTypeId(2)];
    let home_types = match dice.below(4) {
        0 => vec![types[0]],
        1 => vec![types[1]],
        2 => types.to_vec(),
        _ => vec![types[1], types[0]],
    };
    let mut estates: Vec<EstateId> = (0..shape.estates).map(EstateId).collect();
    let mut tiers: Vec<Vec<EstateId>> = Vec::new();
    for _ in 0..dice.below(shape.estates + 1) {
        let estate = estates.swap_remove(dice.below(estates.len() as u32) as usize);
        match tiers.last_mut() {
            Some(tier) if dice.percent(40) => tier.push(estate),
            _ => tiers.push(vec![estate]),
        }
    }
    tiers.iter_mut().for_each(|tier| tier.sort_unstable());
    let any = tiers.is_empty() || dice.percent(50);
    Household {
        key: format!("H{number:03}"),
        persons: 1 + dice.below(5),
        home_types,
        needs: Needs { step_free: dice.percent(20), max_floor: dice.percent(20).then(|| 1 + dice.below(2) as i16) },
        priority: dice.percent(20).then(|| 1 + dice.below(3)),
        choices: Choices { tiers, any },
        bond: dice.percent(shape.bonds).then(|| BondId(dice.below(bonds))),
        agreement: if dice.percent(88) { Agreement::Yes } else { Agreement::None },
    }
}
