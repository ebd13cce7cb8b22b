//! Where the households come from: townships, villages, hamlets; and the groups, which live in clusters.

use super::chance::{Chance, Stream, split};
use super::recipe::Recipe;

/// Village sizes: the ten deciles of a log-normal with sigma 0.9, times 100.
const VILLAGE_SIZES: [u32; 10] = [23, 39, 55, 71, 89, 112, 141, 183, 254, 439];

const FIRST_PARTS: [&str; 16] = [
    "Amber", "Birch", "Clover", "Dew", "Elder", "Fern", "Granite", "Hazel", "Iris", "Juniper", "Kestrel", "Linden",
    "Maple", "Nettle", "Oat", "Pine",
];
const LAST_PARTS: [&str; 15] = [
    "brook", "croft", "field", "gate", "hollow", "leap", "mere", "mill", "nook", "path", "ridge", "rise", "spring",
    "stile", "well",
];

/// A village of origin.
pub(super) struct Village {
    pub(super) name: String,
    pub(super) township: usize,
    /// Its households, as positions in the order of the land.
    pub(super) households: std::ops::Range<usize>,
}

/// A hamlet of a village: next of kin live here.
pub(super) struct Hamlet {
    pub(super) village: usize,
    /// Its households, as positions in the order of the land.
    pub(super) households: std::ops::Range<usize>,
}

/// All places of origin. Households are numbered hamlet by hamlet.
pub(super) struct Land {
    pub(super) townships: usize,
    pub(super) villages: Vec<Village>,
    pub(super) hamlets: Vec<Hamlet>,
    /// Hamlet of each household.
    pub(super) hamlet_of: Vec<usize>,
}

/// About 10 households to a village and 225 villages, as in the county the recipe follows; larger towns have
/// larger villages first, then more of them.
pub(super) fn settle(recipe: &Recipe) -> Land {
    let chance = &mut Chance::new(recipe.seed, Stream::Land);
    let households = recipe.households;
    let villages = (households / 10).min(225).max(households / 200).max(1) as usize;
    let townships = villages.div_ceil(14);
    let weights: Vec<u32> = (0..villages).map(|_| chance.one_of(&VILLAGE_SIZES)).collect();
    let mut land = Land {
        townships,
        villages: Vec::new(),
        hamlets: Vec::new(),
        hamlet_of: Vec::with_capacity(households as usize),
    };
    for (index, size) in split(households, &weights).into_iter().enumerate() {
        let start = land.hamlet_of.len();
        add_hamlets(&mut land, index, size, chance);
        let households = start..land.hamlet_of.len();
        land.villages.push(Village { name: village_name(index), township: index * townships / villages, households });
    }
    land
}

/// Four to ten hamlets, fewer where the village has too few households for so many.
fn add_hamlets(land: &mut Land, village: usize, size: u32, chance: &mut Chance) {
    let hamlets = (4 + chance.below(7)).min((size as usize / 4).max(1));
    let weights: Vec<u32> = (0..hamlets).map(|_| 50 + chance.below(101) as u32).collect();
    for part in split(size, &weights) {
        let start = land.hamlet_of.len();
        land.hamlet_of.resize(start + part as usize, land.hamlets.len());
        land.hamlets.push(Hamlet { village, households: start..land.hamlet_of.len() });
    }
}

fn village_name(index: usize) -> String {
    let names = FIRST_PARTS.len() * LAST_PARTS.len();
    // Stepping by 7 through 15 endings and by 1 through 16 beginnings meets each pair once: 15 and 16 share no factor.
    let name = format!("{}{}", FIRST_PARTS[index % 16], LAST_PARTS[index * 7 % 15]);
    if index < names { name } else { format!("{name} {}", index / names + 1) }
}

/// The label of a group: `A` to `Z`, then `AA`, `AB`, …
pub(super) fn group_label(group: usize) -> String {
    let letter = |n: usize| char::from(b'A' + (n % 26) as u8);
    if group < 26 { letter(group).to_string() } else { format!("{}{}", letter(group / 26 - 1), letter(group)) }
}

/// How common each group is.
pub(super) fn group_weights(groups: u32) -> Vec<u32> {
    const COMMON: [u32; 8] = [450, 200, 120, 100, 60, 40, 20, 10];
    (0..groups as usize).map(|g| COMMON.get(g).copied().unwrap_or(8)).collect()
}

/// How freely each level departs from the one above, in tenths of a household: nested urns with concentration
/// 4 (township), 0.6 (village) and 0.2 (hamlet).
const TOWNSHIP: usize = 40;
const VILLAGE: usize = 6;
const HAMLET: usize = 2;

/// The group of each household. The groups' sizes follow the recipe exactly; where they live is clustered: a household
/// mostly has the group of a neighbour, else of the village, else of the township.
pub(super) fn groups(recipe: &Recipe, land: &Land) -> Vec<u8> {
    let chance = &mut Chance::new(recipe.seed, Stream::Groups);
    let mut left = split(recipe.households, &group_weights(recipe.groups));
    let mut of_township: Vec<Vec<u8>> = vec![Vec::new(); land.townships];
    let mut of_village: Vec<Vec<u8>> = vec![Vec::new(); land.villages.len()];
    let mut of_household = vec![0; land.hamlet_of.len()];
    let mut order: Vec<usize> = (0..land.hamlets.len()).collect();
    chance.shuffle(&mut order);
    for hamlet in order.into_iter().map(|h| &land.hamlets[h]) {
        let village = &mut of_village[hamlet.village];
        let township = &mut of_township[land.villages[hamlet.village].township];
        let mut here = Vec::with_capacity(hamlet.households.len());
        for household in hamlet.households.clone() {
            let group = like_a_neighbour(&here, HAMLET, &left, chance).unwrap_or_else(|| {
                let group = like_a_neighbour(village, VILLAGE, &left, chance).unwrap_or_else(|| {
                    let group = like_a_neighbour(township, TOWNSHIP, &left, chance)
                        .unwrap_or_else(|| chance.weighted(&left) as u8);
                    township.push(group);
                    group
                });
                village.push(group);
                group
            });
            here.push(group);
            left[group as usize] -= 1;
            of_household[household] = group;
        }
    }
    of_household
}

/// The group of somebody in the urn; `None` where the urn sends us one level up or that group is used up.
fn like_a_neighbour(urn: &[u8], concentration: usize, left: &[u32], chance: &mut Chance) -> Option<u8> {
    let group = *urn.get(chance.below(10 * urn.len() + concentration) / 10)?;
    (left[group as usize] > 0).then_some(group)
}
