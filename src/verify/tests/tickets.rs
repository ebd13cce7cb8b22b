//! The draw against published test vectors, and against the package that the rest of the project uses.

use super::naive;
use super::town;
use crate::model::Draw;
use crate::verify::draw::{Tickets, hex, turns};
use crate::verify::roll_digest;
use proptest::prelude::*;

/// RFC 4231, test cases 1 to 3 are keyed with bytes that are no text; case 2 is text. The long key of case 6 is
/// checked against the package below.
#[test]
fn rfc_4231_case_2() {
    let tickets = Tickets::new(&Draw { seed: "Jefe".to_owned() });
    let found = hex(&tickets.of("what do ya want ", "for nothing?"));
    assert_eq!(found, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

proptest! {
    /// Seeds of any length and script, on both sides of the block of 64 bytes.
    #[test]
    fn as_the_package_says(seed in "\\PC{0,90}", key in "\\PC{0,20}") {
        let mut town = town::random(1, true);
        town.draw.seed = seed;
        let own = Tickets::new(&town.draw).of("household:", &key);
        prop_assert_eq!(own, naive::ticket(&town, &format!("household:{key}")));
    }

    #[test]
    fn turns_as_sorted_by_hand(number: u64) {
        let town = town::random(number, true);
        prop_assert_eq!(turns(&town.intake, &Tickets::new(&town.draw)), naive::turns(&town));
    }
}

/// Any change of what a plan depends on changes the digest.
#[test]
fn the_roll_digest_covers_opt_ins_and_groups() {
    let mut town = town::random(5, true);
    let digest = |town: &town::Town| roll_digest(&town.intake, &town.roll, &town.opt_ins);
    let before = digest(&town);
    assert_eq!(before.len(), "sha256:".len() + 64);
    town.opt_ins.0[0] ^= true;
    assert_ne!(digest(&town), before);
}
