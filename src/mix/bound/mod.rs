//! The bound: a mix score that no plan can go below with the same choices, opt-ins, bonds and homes, for the people
//! that each estate has.
//!
//! Take an estate apart: each stairwell and each building chooses by itself how many volunteers of each group it would
//! like to have (its *site*), and each group chooses by itself how to spread its volunteers over them (its *chain*).
//! Let a chain pay a site a price that depends on the number sent there. Where both agree, as in every plan, prices
//! cancel out; so the least costs of all sites and chains, each for itself, never add up to more than the score of any
//! plan, whatever the prices. This is Lagrangian duality with one multiplier for each number (Wainwright, Jaakkola &
//! Willsky 2005 for the general case). Sites are whole-numbered and know the true cost of company.
//!
//! Good prices are found by sweeps in which sites and chains hand each other what they have to spare: min-marginals,
//! as in tree-reweighted message passing (Kolmogorov 2006). No sweep lowers the bound. In the sweeps bonds and home
//! types count stairwell by stairwell only (which numbers can be put together there), not over the whole estate;
//! leaving rules out only makes a bound lower.
//!
//! Where an estate has few volunteers they are looked at more closely: each *party* (volunteers alike, or of one bond)
//! must find room for all of itself, the parties in a stairwell make its numbers by group, and they share its homes by
//! type and needs (*balances*). All parties of a small group seat themselves as a whole (*seatings*), and parties of
//! one bond that had one building go on having one (*clusters*). All of these choose by themselves too. Sweeps would
//! soon be stuck between so many; a climb by subgradients is slower and is not.
//!
//! What is still missing then is that all of them choose the same. Where few estates are to be proven, plans are parted
//! at numbers they do not agree on, and each part gets prices of its own (*branching*).

mod ascent;
mod balance;
mod books;
mod branch;
mod chain;
mod climb;
mod cluster;
mod estate;
mod ledger;
mod parties;
mod seating;
mod site;
mod stairwell;

use super::tally::Town;
use crate::model::{Draft, Effort, EstateProof, Intake, Obstacles, OptIns, Roll, Target, Witness};
use estate::{Estate, Lifted};
use rayon::prelude::*;

/// Prices that prove how good the best plan can be; `verify` works the bound out from them. The roll digest is the
/// caller's to fill in.
///
/// `draft` is a result of [`mix`](super::mix) for the same arguments. Same arguments: same prices, on any number of
/// threads.
pub fn bound(
    intake: &Intake,
    draft: &Draft,
    volunteers: &OptIns,
    roll: &Roll,
    target: &Target,
    effort: Effort,
) -> Witness {
    let town = Town::new(intake, roll, target);
    let estates =
        Estate::all(&town, &draft.base, &draft.placement, volunteers, Lifted::default(), effort != Effort::Quick);
    let scores = town.tally(&draft.placement).estates;
    let proofs = estates.par_iter().zip(&scores).enumerate().map(|(at, (estate, score))| EstateProof {
        estate: intake.stock.estates[at].name.clone(),
        proof: ascent::proof(estate, score, effort, scores.len()),
    });
    Witness { roll_digest: String::new(), estates: proofs.collect() }
}

/// What stands in the way of a nearer mix in each estate: by how much the bound falls when one rule is lifted and all
/// others stay. Same order as the stock's estates; arguments as for [`bound`].
///
/// An estimate after few sweeps, not a proof: both bounds are lower bounds, and lifting two rules can do more than both
/// one by one.
pub fn obstacles(intake: &Intake, draft: &Draft, volunteers: &OptIns, roll: &Roll, target: &Target) -> Vec<Obstacles> {
    let town = Town::new(intake, roll, target);
    let bounds = |lifted: Lifted, sweeps: usize| -> Vec<Vec<i64>> {
        let estates = Estate::all(&town, &draft.base, &draft.placement, volunteers, lifted, false);
        estates.par_iter().map(|estate| ascent::after(estate, sweeps)).collect()
    };
    // Without the opt-ins' rule there is most to find, and one sweep does not find it.
    let none = Lifted::default();
    let as_it_is = bounds(none, 2);
    let opt_in = bounds(Lifted { opt_in: true, ..none }, 2);
    let others = [Lifted { home_types: true, ..none }, Lifted { needs: true, ..none }, Lifted { bonds: true, ..none }];
    let [home_types, needs, bonds] = others.map(|lifted| bounds(lifted, 1));
    let cost = |lifted: &[Vec<i64>], at: usize| {
        let sweep = lifted[at].len() - 1;
        ((as_it_is[at][sweep] - lifted[at][sweep]).max(0) * 100 / site::ONE) as u32
    };
    let obstacles = |at| Obstacles {
        opt_in: cost(&opt_in, at),
        home_types: cost(&home_types, at),
        needs: cost(&needs, at),
        bonds: cost(&bonds, at),
    };
    (0..as_it_is.len()).map(obstacles).collect()
}
