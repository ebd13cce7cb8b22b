//! The draw: tickets anyone can recompute, and the order of turns they give.

use crate::model::{Draw, Intake, Turn};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The ticket of a message under the public seed: HMAC-SHA256 (RFC 2104, FIPS 180-4) with the seed's UTF-8 bytes as
/// key. Tickets compare as big-endian numbers, lowest first.
///
/// We sort by a keyed hash and do not shuffle: a shuffle depends on the order of its input, and then a clerk who sorts
/// the file changes the draw.
pub fn ticket(draw: &Draw, message: &str) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(draw.seed.as_bytes()).expect("HMAC takes a key of any length");
    mac.update(message.as_bytes());
    mac.finalize().into_bytes().into()
}

/// The ticket of a dwelling: message `dwelling:` + its key.
pub fn dwelling_ticket(draw: &Draw, key: &str) -> [u8; 32] {
    ticket(draw, &format!("dwelling:{key}"))
}

/// Turn and ticket of every household; `None` for those who did not sign.
///
/// Ordered by priority (none comes last), then ticket. A bond is drawn as one: its members share the bond's ticket
/// and the best priority among the signed ones, and follow each other by the tickets they would have had alone.
pub fn turns(intake: &Intake, draw: &Draw) -> Vec<Option<Turn>> {
    let mut bond_priority = vec![u32::MAX; intake.bonds.len()];
    for who in intake.households.iter().filter(|who| who.signed()) {
        if let Some(bond) = who.bond {
            let best = &mut bond_priority[bond.index()];
            *best = (*best).min(who.priority.unwrap_or(u32::MAX));
        }
    }
    let bond_ticket: Vec<[u8; 32]> = intake.bonds.iter().map(|key| ticket(draw, &format!("bond:{key}"))).collect();

    let mut order = Vec::with_capacity(intake.households.len());
    for (index, who) in intake.households.iter().enumerate().filter(|(_, who)| who.signed()) {
        let own = ticket(draw, &format!("household:{}", who.key));
        let (priority, shared) = match who.bond {
            Some(bond) => (bond_priority[bond.index()], bond_ticket[bond.index()]),
            None => (who.priority.unwrap_or(u32::MAX), own),
        };
        order.push((priority, shared, own, index));
    }
    order.sort_unstable();

    let mut turns = vec![None; intake.households.len()];
    for (position, (_, shared, _, index)) in order.into_iter().enumerate() {
        turns[index] = Some(Turn { turn: position as u32 + 1, ticket: shared });
    }
    turns
}
