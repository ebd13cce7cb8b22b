//! Towns for tests: written down line by line, or random from a number.

use crate::model::{
    Agreement, BondId, Building, BuildingId, Choices, Closeness, Draw, Dwelling, DwellingStatus, Effort, Estate,
    EstateId, GroupId, HomeTypeId, Household, Intake, Needs, OptIns, Residents, Roll, Stairwell, StairwellId, Stock,
    Target,
};
use crate::verify::Evidence;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that evidence borrows from.
#[derive(Clone, Debug)]
pub struct Town {
    pub intake: Intake,
    pub roll: Roll,
    pub opt_ins: OptIns,
    pub target: Option<Target>,
    pub draw: Draw,
}

impl Town {
    /// From lines of words. Homes: `key estate building stairwell floor type`, then any of `steps`, `held`,
    /// `occupied`. Households: `key types choices`, then any of `priority=1`, `bond=x`, `group=A`, `floor=3`,
    /// `stepfree`, `volunteer`, `unsigned`. The groups are A, B and C.
    pub fn of<Line: AsRef<str>>(homes: &[Line], households: &[Line]) -> Town {
        let homes: Vec<Vec<&str>> = homes.iter().map(|line| line.as_ref().split_whitespace().collect()).collect();
        let mut lines: Vec<Vec<&str>> =
            households.iter().map(|line| line.as_ref().split_whitespace().collect()).collect();
        lines.sort();
        let stock = stock(&homes, lines.iter().flat_map(|words| words[1].split('>')).collect());
        let options = |name| lines.iter().flat_map(move |words| words.iter().filter_map(move |w| w.strip_prefix(name)));
        let bonds: Vec<String> = options("bond=").collect::<BTreeSet<_>>().into_iter().map(str::to_owned).collect();
        let mut town = Town {
            intake: Intake { stock, bonds, ..Intake::default() },
            roll: Roll { groups: ["A", "B", "C"].map(str::to_owned).to_vec(), ..Roll::default() },
            opt_ins: OptIns::default(),
            target: Some(Target::default()),
            draw: Draw { seed: "dice 4 1 6".to_owned() },
        };
        for words in &lines {
            town.household(words);
        }
        town
    }

    fn household(&mut self, words: &[&str]) {
        let value = |name: &str| words.iter().find_map(|word| word.strip_prefix(name));
        let stock = &self.intake.stock;
        let estate = |name: &str| EstateId::new(position(stock.estates.iter().map(|e| e.name.as_str()), name));
        let kind = |name: &str| HomeTypeId::new(position(stock.home_types.iter().map(String::as_str), name));
        let mut choices = Choices::default();
        for tier in words[2].split('>') {
            if tier == "*" {
                choices.any = true;
            } else {
                choices.tiers.push(tier.split('=').map(estate).collect::<BTreeSet<_>>().into_iter().collect());
            }
        }
        let bond = value("bond=").map(|b| BondId::new(position(self.intake.bonds.iter().map(String::as_str), b)));
        let signed = !words.contains(&"unsigned");
        let who = Household {
            key: words[0].to_owned(),
            persons: 2,
            home_types: words[1].split('>').map(kind).collect(),
            needs: Needs {
                step_free: words.contains(&"stepfree"),
                max_floor: value("floor=").map(|floor| floor.parse().expect("a floor")),
            },
            priority: value("priority=").map(|priority| priority.parse().expect("a number")),
            choices,
            bond,
            agreement: if signed { Agreement::Yes } else { Agreement::None },
        };
        let group = value("group=").map(|g| GroupId::new(position(self.roll.groups.iter().map(String::as_str), g)));
        self.roll.of_household.push(group);
        self.opt_ins.0.push(words.contains(&"volunteer"));
        self.intake.households.push(who);
    }

    /// Counts residents of a stairwell (by its place in the stock) and group.
    pub fn residents(&mut self, stairwell: usize, group: usize, households: u32) {
        let (stairwell, group) = (StairwellId::new(stairwell), GroupId::new(group));
        self.roll.residents.push(Residents { stairwell, group, households, persons: 0 });
        self.roll.residents.sort();
    }

    pub fn evidence(&self) -> Evidence<'_> {
        Evidence {
            intake: &self.intake,
            roll: &self.roll,
            opt_ins: &self.opt_ins,
            target: self.target.as_ref(),
            draw: &self.draw,
            inputs: BTreeMap::new(),
            outputs: BTreeMap::new(),
            effort: Effort::Normal,
            mandate: None,
            unplaced: None,
            witness: None,
            rows_left_out: 0,
            doubts: &[],
        }
    }

    pub fn home(&self, key: &str) -> usize {
        position(self.intake.stock.dwellings.iter().map(|home| home.key.as_str()), key)
    }
}

fn position<'a>(mut names: impl Iterator<Item = &'a str>, name: &str) -> usize {
    names.position(|known| known == name).unwrap_or_else(|| panic!("no {name} in this town"))
}

fn stock(homes: &[Vec<&str>], wished: BTreeSet<&str>) -> Stock {
    let estates: BTreeSet<&str> = homes.iter().map(|w| w[1]).collect();
    let buildings: BTreeSet<(&str, &str)> = homes.iter().map(|w| (w[1], w[2])).collect();
    let stairwells: BTreeSet<(&str, &str, &str)> = homes.iter().map(|w| (w[1], w[2], w[3])).collect();
    let types: BTreeSet<&str> = homes.iter().map(|w| w[5]).chain(wished).collect();
    let estate = |name| EstateId::new(estates.iter().position(|&e| e == name).expect("listed"));
    let building = |e, b| BuildingId::new(buildings.iter().position(|&x| x == (e, b)).expect("listed"));
    let stairwell = |e, b, s| StairwellId::new(stairwells.iter().position(|&x| x == (e, b, s)).expect("listed"));
    let mut dwellings: Vec<Dwelling> = homes
        .iter()
        .map(|w| Dwelling {
            key: w[0].to_owned(),
            stairwell: stairwell(w[1], w[2], w[3]),
            building: building(w[1], w[2]),
            estate: estate(w[1]),
            floor: w[4].parse().expect("a floor"),
            door: format!("door {}", w[0]),
            home_type: HomeTypeId::new(types.iter().position(|&t| t == w[5]).expect("listed")),
            step_free: !w.contains(&"steps"),
            status: match () {
                () if w.contains(&"held") => DwellingStatus::Held,
                () if w.contains(&"occupied") => DwellingStatus::Occupied,
                () => DwellingStatus::Vacant,
            },
        })
        .collect();
    dwellings.sort_by(|one, other| one.key.cmp(&other.key));
    Stock {
        estates: estates.iter().map(|&name| Estate { name: name.to_owned() }).collect(),
        buildings: buildings.iter().map(|&(e, b)| Building { estate: estate(e), name: b.to_owned() }).collect(),
        stairwells: stairwells
            .iter()
            .map(|&(e, b, s)| Stairwell { building: building(e, b), estate: estate(e), name: s.to_owned() })
            .collect(),
        home_types: types.iter().map(|&name| name.to_owned()).collect(),
        dwellings,
        addresses: Vec::new(),
    }
}

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): enough chance for tests.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }

    pub fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// A random town of up to 24 homes and 16 households with everything that files may hold.
pub fn random(number: u64, bonds: bool) -> Town {
    let mut chance = Chance(number);
    let homes: Vec<String> = (0..8 + chance.below(17))
        .map(|at| {
            let (estate, building, stairwell) = (chance.below(3), chance.below(2), chance.below(2));
            let kind = chance.pick(&["50", "75", "75"]);
            let mark = chance.pick(&["", "", "", "", "steps", "steps", "held", "occupied"]);
            format!("D{at:02} E{estate} B{building} S{stairwell} {} {kind} {mark}", 1 + chance.below(4))
        })
        .collect();
    let estates: Vec<&str> = homes.iter().filter_map(|line| line.split(' ').nth(1)).collect();
    let households: Vec<String> = (0..3 + chance.below(14))
        .map(|at| {
            let types = chance.pick(&["75", "50", "75>50", "50>75"]);
            let (a, b) = (*chance.pick(&estates), *chance.pick(&estates));
            let both = if a == b { a.to_owned() } else { format!("{a}{}{b}", chance.pick(&[">", "="])) };
            let choices = chance.pick(&["*".to_owned(), a.to_owned(), both.clone(), format!("{both}>*")]).clone();
            let mut line = format!("H{at:02} {types} {choices}");
            let bond = format!(" bond=K{}", chance.below(3));
            let floor = format!(" floor={}", 1 + chance.below(4));
            let priority = format!(" priority={}", 1 + chance.below(2));
            let group = format!(" group={}", chance.pick(&["A", "A", "B", "C"]));
            let parts: [(&str, usize); 7] = [
                (&bond, if bonds { 40 } else { 0 }),
                (&floor, 30),
                (&priority, 30),
                (&group, 80),
                (" stepfree", 20),
                (" volunteer", 60),
                (" unsigned", 10),
            ];
            for (part, share) in parts {
                if chance.percent(share) {
                    line.push_str(part);
                }
            }
            line
        })
        .collect();
    let mut town = Town::of(&homes, &households);
    for stairwell in 0..town.intake.stock.stairwells.len() {
        for group in 0..3 {
            if chance.percent(40) {
                town.residents(stairwell, group, 1 + chance.below(4) as u32);
            }
        }
    }
    town.intake.bond_rule.level = *chance.pick(&[Closeness::Stairwell, Closeness::Building]);
    town.draw.seed = format!("seed {number}");
    let tight = Target { estate: 2, building: 1, stairwell: 3, company: 2, ..Target::default() };
    town.target = chance.pick(&[Some(Target::default()), Some(tight.clone()), Some(tight), None]).clone();
    town
}
