//! Estates and who chooses them.

use super::chance::{Chance, Stream};
use super::land::Land;
use super::recipe::Recipe;

const NAMES: [&str; 20] = [
    "North",
    "South",
    "East",
    "Riverside",
    "Hillside",
    "West",
    "Lakeside",
    "Meadow",
    "Orchard",
    "Garden",
    "Parkside",
    "Bridge",
    "Canal",
    "Forest",
    "Terrace",
    "Upland",
    "Vale",
    "Acre",
    "Dale",
    "Knoll",
];

/// How popular an estate can be.
const POPULARITY: [u32; 8] = [40, 60, 75, 90, 110, 130, 160, 220];

/// The estates of the town.
pub(super) struct Estates {
    pub(super) names: Vec<String>,
    popularity: Vec<u32>,
}

impl Estates {
    /// Invented names, the same for every seed; how popular each one is comes from the seed.
    fn new(recipe: &Recipe, chance: &mut Chance) -> Self {
        let names = (0..recipe.estates as usize).map(|i| numbered(NAMES[i % NAMES.len()], i, " ")).collect();
        let popularity = (0..recipe.estates).map(|_| chance.one_of(&POPULARITY)).collect();
        Self { names, popularity }
    }

    /// The short code of an estate, as it stands at the front of its dwellings' ids. The names' first letters differ.
    pub(super) fn code(&self, estate: usize) -> String {
        numbered(&NAMES[estate % NAMES.len()][..1], estate, "")
    }

    /// The one of two that fewer people want.
    pub(super) fn less_popular(&self, one: usize, other: usize) -> usize {
        if self.popularity[other] < self.popularity[one] { other } else { one }
    }

    fn draw(&self, chance: &mut Chance) -> usize {
        chance.weighted(&self.popularity)
    }
}

/// The text, with a number behind it from the second round of names on.
fn numbered(text: &str, index: usize, gap: &str) -> String {
    match index / NAMES.len() {
        0 => text.to_owned(),
        round => format!("{text}{gap}{}", round + 1),
    }
}

/// The choices of a household.
#[derive(Clone, Default)]
pub(super) struct Wish {
    /// Estates by tier, best first.
    pub(super) tiers: Vec<Vec<usize>>,
    /// Whether any other estate will do after these.
    pub(super) any: bool,
}

impl Wish {
    /// The cell `choices`, such as `North>South=East>*`; blank where every estate is alike.
    pub(super) fn text(&self, estates: &Estates) -> String {
        let tier = |tier: &Vec<usize>| tier.iter().map(|&e| estates.names[e].as_str()).collect::<Vec<_>>().join("=");
        let mut text = self.tiers.iter().map(tier).collect::<Vec<_>>().join(">");
        if self.any && !self.tiers.is_empty() {
            text.push_str(">*");
        }
        text
    }
}

/// The estates, and the wish of each household. 70 % begin with their village's favourite; those who want to stay
/// together mostly wish the same.
pub(super) fn wishes(recipe: &Recipe, land: &Land, bond_of: &[Option<u32>], bonds: u32) -> (Estates, Vec<Wish>) {
    let chance = &mut Chance::new(recipe.seed, Stream::Wishes);
    let estates = Estates::new(recipe, chance);
    let favourites: Vec<usize> = land.villages.iter().map(|_| estates.draw(chance)).collect();
    let mut of_bond: Vec<Option<Wish>> = vec![None; bonds as usize];
    let wish = |(household, &hamlet): (usize, &usize)| {
        let own = wish(recipe, &estates, favourites[land.hamlets[hamlet].village], chance);
        let Some(bond) = bond_of[household] else { return own };
        let shared = of_bond[bond as usize].get_or_insert_with(|| own.clone());
        if chance.percent(85) { shared.clone() } else { own }
    };
    let wishes = land.hamlet_of.iter().enumerate().map(wish).collect();
    (estates, wishes)
}

fn wish(recipe: &Recipe, estates: &Estates, favourite: usize, chance: &mut Chance) -> Wish {
    if chance.percent(15) {
        return Wish { tiers: Vec::new(), any: true };
    }
    let first = if chance.percent(70) { favourite } else { estates.draw(chance) };
    let mut wish = Wish { tiers: vec![vec![first]], any: chance.percent(55) };
    for _ in 0..chance.weighted(&[35, 40, 25]) {
        let next = estates.draw(chance);
        if wish.tiers.iter().any(|tier| tier.contains(&next)) {
            continue;
        }
        match wish.tiers.last_mut() {
            Some(last) if chance.percent(recipe.equal_percent) => last.push(next),
            _ => wish.tiers.push(vec![next]),
        }
    }
    wish
}
