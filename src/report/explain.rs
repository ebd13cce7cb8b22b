//! What the first allocation gave one household, and what each of its better choices was lost to: in turns and
//! figures, never with other people's names or groups.

use super::words::{Words, args};
use crate::model::{Base, BondLimit, BondOutcome, DwellingStatus, Intake, PlanRow, Tier};
use std::collections::BTreeMap;

/// A better tier that the household did not get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Which tier.
    pub tier: Tier,
    /// Names of the estates in it.
    pub estates: Vec<String>,
    /// The home type.
    pub home_type: String,
    /// Vacant homes in it that meet the household's needs.
    pub homes: u32,
    /// Of these, held by earlier turns.
    pub earlier: u32,
    /// The latest of those turns, 0 where there is none.
    pub latest_turn: u32,
    /// Of these, held by later turns: without them somebody else would have no home at all.
    pub spared_for: u32,
}

/// What happened to one household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Its turn, among how many.
    pub turn: Option<(u32, u32)>,
    /// The tier the first allocation gave; `None` without a home.
    pub tier: Option<Tier>,
    /// Better tiers it did not get, best first. All of its tiers where it has no home.
    pub lost: Vec<Lost>,
}

/// Homes that no need tells apart: step-free or not, floor, and the turns that hold them in the first allocation.
struct Kind {
    step_free: bool,
    floor: i16,
    homes: u32,
    /// In order.
    turns: Vec<u32>,
}

/// Explains households. Homes are sorted once, so that 50,000 letters do not go through all homes 50,000 times.
pub struct Explainer<'a> {
    intake: &'a Intake,
    base: &'a Base,
    turns: u32,
    /// By estate and home type.
    kinds: BTreeMap<(u32, u32), Vec<Kind>>,
}

impl<'a> Explainer<'a> {
    /// Sorts the vacant homes.
    pub fn new(intake: &'a Intake, base: &'a Base) -> Self {
        let holder = base.placement.holder_of(intake.stock.dwellings.len());
        let mut kinds: BTreeMap<(u32, u32), Vec<Kind>> = BTreeMap::new();
        for (at, home) in intake.stock.dwellings.iter().enumerate() {
            if home.status != DwellingStatus::Vacant {
                continue;
            }
            let here = kinds.entry((home.estate.0, home.home_type.0)).or_default();
            let same = here.iter().position(|kind| (kind.step_free, kind.floor) == (home.step_free, home.floor));
            let kind = same.unwrap_or_else(|| {
                here.push(Kind { step_free: home.step_free, floor: home.floor, homes: 0, turns: Vec::new() });
                here.len() - 1
            });
            here[kind].homes += 1;
            here[kind].turns.extend(holder[at].and_then(|who| base.turns[who]).map(|turn| turn.turn));
        }
        kinds.values_mut().flatten().for_each(|kind| kind.turns.sort_unstable());
        Self { intake, base, turns: base.turns.iter().flatten().count() as u32, kinds }
    }

    /// Explains a household by its index in the intake, from the first allocation alone.
    pub fn explain(&self, household: usize) -> Explanation {
        let who = &self.intake.households[household];
        let Some(turn) = self.base.turns[household] else {
            return Explanation { turn: None, tier: None, lost: Vec::new() };
        };
        let tier = self.base.placement.tier(self.intake, household);
        let mut lost = Vec::new();
        for choice in 1..=who.choices.ranks() {
            let estates = estates_of(self.intake, household, choice);
            for kind in 1..=who.home_types.len() as u32 {
                let this = Tier { choice, kind };
                // `*` behind a list that names every estate stands for none.
                if tier.is_none_or(|tier| this < tier) && !estates.is_empty() {
                    lost.push(self.lost(household, turn.turn, this, &estates));
                }
            }
        }
        Explanation { turn: Some((turn.turn, self.turns)), tier, lost }
    }

    fn lost(&self, household: usize, turn: u32, tier: Tier, estates: &[u32]) -> Lost {
        let (stock, who) = (&self.intake.stock, &self.intake.households[household]);
        let home_type = who.home_types[tier.kind as usize - 1];
        let names = estates.iter().map(|&estate| stock.estates[estate as usize].name.clone()).collect();
        let home_type_name = stock.home_type_name(home_type).to_owned();
        let (homes, earlier, latest_turn, spared_for) = (0, 0, 0, 0);
        let mut lost =
            Lost { tier, estates: names, home_type: home_type_name, homes, earlier, latest_turn, spared_for };
        let kinds = estates.iter().filter_map(|&estate| self.kinds.get(&(estate, home_type.0))).flatten();
        for kind in kinds.filter(|kind| who.needs.met_by(kind.step_free, kind.floor)) {
            let earlier = kind.turns.partition_point(|&other| other < turn);
            lost.homes += kind.homes;
            lost.earlier += earlier as u32;
            lost.spared_for += (kind.turns.len() - earlier) as u32;
            lost.latest_turn = lost.latest_turn.max(if earlier == 0 { 0 } else { kind.turns[earlier - 1] });
        }
        lost
    }
}

fn estates_of(intake: &Intake, household: usize, choice: u32) -> Vec<u32> {
    let choices = &intake.households[household].choices;
    let estates = 0..intake.stock.estates.len() as u32;
    estates.filter(|&estate| choices.rank(crate::model::EstateId(estate)) == Some(choice)).collect()
}

/// Why a better choice was lost, in a sentence.
pub fn lost_sentence(lost: &Lost, words: &Words) -> String {
    let free = lost.homes - lost.earlier - lost.spared_for;
    let what = args([
        ("choice", lost.tier.choice.into()),
        ("estates", lost.estates.join(&words.plain("list-comma")).into()),
        ("type", lost.home_type.as_str().into()),
        ("homes", lost.homes.into()),
        ("earlier", lost.earlier.into()),
        ("latest", lost.latest_turn.into()),
        ("spared", lost.spared_for.into()),
        ("free", free.into()),
    ]);
    if lost.homes == 0 {
        words.say("explain-lost-none", &what)
    } else if free > 0 {
        words.say("explain-lost-free", &what)
    } else if lost.earlier == 0 {
        words.say("explain-lost-all-spared", &what)
    } else if lost.spared_for == 0 {
        words.say("explain-lost", &what)
    } else {
        words.say("explain-lost-spared", &what)
    }
}

/// How near a bond came, and why not nearer.
pub fn bond_sentence(outcome: &BondOutcome, words: &Words) -> String {
    let limit = match outcome.limit {
        BondLimit::None => "explain-bond-kept",
        BondLimit::Alone => "explain-bond-alone",
        BondLimit::NoSuchPlace => "explain-bond-no-such-place",
        BondLimit::Taken => "explain-bond-taken",
    };
    let level = words.plain(&format!("level-{}", outcome.reached.word()));
    words.say(limit, &args([("level", level.into())]))
}

/// An address as one line.
pub fn address(row: &PlanRow) -> String {
    let door: Vec<&str> =
        [&row.building, &row.stairwell, &row.door].into_iter().filter(|part| !part.is_empty()).map(|p| &**p).collect();
    format!("{} {} ({})", row.estate, door.join("-"), row.dwelling)
}
