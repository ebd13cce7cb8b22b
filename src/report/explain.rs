//! What the first allocation gave one household, and what each of its better choices was lost to: in turns and
//! figures, never with other people's names or groups.

use crate::model::{Base, Intake, Tier};

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

/// Explains a household by its index in the intake, from the first allocation alone.
pub fn explain(intake: &Intake, base: &Base, household: usize) -> Explanation {
    let who = &intake.households[household];
    let Some(turn) = base.turns[household] else {
        return Explanation { turn: None, tier: None, lost: Vec::new() };
    };
    let turns = base.turns.iter().flatten().count() as u32;
    let tier = base.placement.tier(intake, household);
    let holder = base.placement.holder_of(intake.stock.dwellings.len());
    let mut lost: Vec<Lost> = Vec::new();
    for choice in 1..=who.choices.ranks() {
        for (kind, &home_type) in who.home_types.iter().enumerate() {
            let this = Tier { choice, kind: kind as u32 + 1 };
            let estates = estates_of(intake, household, choice);
            // `*` behind a list that names every estate stands for none.
            if tier.is_none_or(|tier| this < tier) && !estates.is_empty() {
                let home_type = intake.stock.home_type_name(home_type).to_owned();
                let (homes, earlier, latest_turn, spared_for) = (0, 0, 0, 0);
                lost.push(Lost { tier: this, estates, home_type, homes, earlier, latest_turn, spared_for });
            }
        }
    }
    for id in intake.stock.vacant() {
        let Some(tier) = who.tier(intake.stock.dwelling(id)) else { continue };
        let Some(lost) = lost.iter_mut().find(|lost| lost.tier == tier) else { continue };
        lost.homes += 1;
        if let Some(other) = holder[id.index()].and_then(|other| base.turns[other]) {
            if other.turn < turn.turn {
                lost.earlier += 1;
                lost.latest_turn = lost.latest_turn.max(other.turn);
            } else {
                lost.spared_for += 1;
            }
        }
    }
    Explanation { turn: Some((turn.turn, turns)), tier, lost }
}

fn estates_of(intake: &Intake, household: usize, choice: u32) -> Vec<String> {
    let choices = &intake.households[household].choices;
    let estates = intake.stock.estates.iter().enumerate();
    let here = estates.filter(|(e, _)| choices.rank(crate::model::EstateId::new(*e)) == Some(choice));
    here.map(|(_, estate)| estate.name.clone()).collect()
}
