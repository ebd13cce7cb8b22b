//! The draw, recomputed: HMAC-SHA256 (RFC 2104, FIPS 180-4) over the bare hash, tickets and the order of turns.
//!
//! Written out here, not taken from a package, so that the draw is checked by other code than made it.

use crate::model::{Draw, Intake, Turn};
use sha2::{Digest, Sha256};

/// SHA-256 of bytes.
pub(super) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Lower-case hex.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(2 * bytes.len());
    for &byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

/// HMAC-SHA256 under one key, with both padded key blocks hashed once.
pub(super) struct Tickets {
    inner: Sha256,
    outer: Sha256,
}

impl Tickets {
    pub fn new(draw: &Draw) -> Self {
        // RFC 2104: a key longer than a block of 64 bytes is hashed first; a shorter one is padded with zeros.
        let key = draw.seed.as_bytes();
        let mut block = [0u8; 64];
        if key.len() > block.len() {
            block[..32].copy_from_slice(&sha256(key));
        } else {
            block[..key.len()].copy_from_slice(key);
        }
        let keyed = |pad: u8| Sha256::new_with_prefix(block.map(|byte| byte ^ pad));
        Self { inner: keyed(0x36), outer: keyed(0x5c) }
    }

    /// The ticket of `kind` (`household:`, `bond:`, `dwelling:`) and key.
    pub fn of(&self, kind: &str, key: &str) -> [u8; 32] {
        let inner = self.inner.clone().chain_update(kind.as_bytes()).chain_update(key.as_bytes()).finalize();
        self.outer.clone().chain_update(inner).finalize().into()
    }
}

/// Turns of the signed households: by the best priority among the signed members of the bond (blank last), then
/// by the ticket of the household or bond, then inside a bond by the member's own ticket.
pub(super) fn turns(intake: &Intake, tickets: &Tickets) -> Vec<Option<Turn>> {
    const LAST: u64 = u64::MAX;
    let priority = |given: Option<u32>| given.map_or(LAST, u64::from);
    let mut best = vec![LAST; intake.bonds.len()];
    for who in intake.households.iter().filter(|who| who.agreement.given()) {
        if let Some(bond) = who.bond {
            best[bond.index()] = best[bond.index()].min(priority(who.priority));
        }
    }
    let bond_tickets: Vec<[u8; 32]> = intake.bonds.iter().map(|key| tickets.of("bond:", key)).collect();
    let mut order: Vec<(u64, [u8; 32], [u8; 32], usize)> = Vec::new();
    for (index, who) in intake.households.iter().enumerate().filter(|(_, who)| who.agreement.given()) {
        let own = tickets.of("household:", &who.key);
        order.push(match who.bond {
            Some(bond) => (best[bond.index()], bond_tickets[bond.index()], own, index),
            None => (priority(who.priority), own, own, index),
        });
    }
    order.sort_unstable();
    let mut turns = vec![None; intake.households.len()];
    for (place, (_, ticket, _, index)) in order.into_iter().enumerate() {
        let turn = u32::try_from(place + 1).expect("lists are shorter than u32::MAX");
        turns[index] = Some(Turn { turn, ticket });
    }
    turns
}
