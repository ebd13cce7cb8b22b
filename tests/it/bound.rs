//! The bound: never above the best score that brute force finds, under any prices; and every lie about it is found.

use crate::best_mix::best_score;
use crate::desk::{mixplan, read, town, write};
use crate::world::{Dice, Shape, World, world};
use mixplan::allocate::allocate;
use mixplan::mix::{bound, mix};
use mixplan::model::*;
use mixplan::read::{SourceFile, plan_rows};
use mixplan::report::plan_csv;
use mixplan::verify::{Evidence, certify};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// The figures of a draft, as `verify` works them out from a witness.
fn figures(world: &World, draft: &Draft, witness: &Witness) -> MixFigures {
    let back = |placement| {
        let bytes = plan_csv(&rows(&world.intake, &draft.base.turns, placement)).into_bytes();
        plan_rows(&SourceFile { name: "plan.csv".into(), bytes }).expect("our own table")
    };
    let sheets = Sheets { first: back(&draft.base.placement), plan: back(&draft.placement) };
    let evidence = Evidence {
        intake: &world.intake,
        roll: &world.roll,
        opt_ins: &world.opt_ins,
        target: Some(&world.target),
        draw: &world.draw,
        inputs: BTreeMap::new(),
        outputs: BTreeMap::new(),
        effort: Effort::Normal,
        mandate: None,
        unplaced: None,
        witness: Some(witness),
        rows_left_out: 0,
        doubts: &[],
    };
    certify(&evidence, sheets).expect("every promise is kept").figures()
}

/// Every price replaced by one that somebody made up, small or huge.
fn made_up(witness: &Witness, dice: &mut Dice) -> Witness {
    let mut witness = witness.clone();
    let size = [3, 500, 40_000, u32::MAX / 2][dice.below(4) as usize];
    for estate in &mut witness.estates {
        reprice(&mut estate.proof, dice, size);
    }
    witness
}

fn reprice(proof: &mut Proof, dice: &mut Dice, size: u32) {
    match proof {
        Proof::Prices(Prices { buildings, stairwells, parties }) => {
            for price in buildings.iter_mut().chain(stairwells).chain(parties).flatten().flatten() {
                *price = dice.below(size).cast_signed() - (size / 2).cast_signed();
            }
        }
        Proof::Split(_, sides) => sides.iter_mut().for_each(|side| reprice(side, dice, size)),
    }
}

/// Every proof parted at numbers that somebody made up, with the old prices for some parts and made-up ones for others.
fn parted(witness: &Witness, dice: &mut Dice) -> Witness {
    let mut witness = witness.clone();
    for estate in &mut witness.estates {
        for _ in 0..1 + dice.below(4) {
            let [stairwell, number, upto] = [3, 12, 3].map(|limit| dice.below(limit) as usize);
            let mut sides = Box::new([estate.proof.clone(), estate.proof.clone()]);
            if dice.below(2) == 0 {
                reprice(&mut sides[dice.below(2) as usize], dice, 40_000);
            }
            estate.proof = Proof::Split(Split { stairwell, number, upto }, sides);
        }
    }
    witness
}

/// How many splits a proof has, and whether it goes into parties.
fn splits(proof: &Proof) -> (usize, bool) {
    match proof {
        Proof::Prices(prices) => (0, !prices.parties.is_empty()),
        Proof::Split(_, sides) => {
            let [below, above] = [0, 1].map(|side| splits(&sides[side]));
            (1 + below.0 + above.0, below.1 || above.1)
        }
    }
}

#[test]
fn no_prices_prove_more_than_the_best_score() {
    let (mut met, mut improved, mut parties, mut higher, mut split) = (0, 0, 0, 0, 0);
    let mut dice = Dice::new(5);
    for seed in 0..450 {
        let shape = Shape {
            estates: 1,
            dwellings: if seed < 300 { 3 + seed as u32 % 8 } else { 9 },
            households: if seed < 300 { 2 + seed as u32 % 7 } else { 8 },
            groups: 3,
            bonds: if seed < 300 { seed as u32 % 50 } else { 90 },
            may_cost_tiers: 0,
        };
        let world = world(seed, shape);
        let (base, _) = allocate(&world.intake, &world.draw);
        let draft = mix(&world.intake, &base, &world.opt_ins, &world.roll, &world.target, Effort::Normal);
        let best = best_score(&world, &draft.base.placement.home_of);
        let witness = |effort| bound(&world.intake, &draft, &world.opt_ins, &world.roll, &world.target, effort);
        let quick = figures(&world, &draft, &witness(Effort::Quick)).bound;
        assert!(quick <= best + 1e-9, "world {seed}: {quick} proven where {best} is best");
        let witness = witness(Effort::Normal);
        let proven = figures(&world, &draft, &witness);
        let kind = splits(&witness.estates[0].proof);
        parties += u32::from(kind.1);
        split += u32::from(kind.0 > 0);
        higher += u32::from(proven.bound > quick + 0.1);
        assert!(proven.bound <= best + 1e-9, "world {seed}: {} proven where {best} is best", proven.bound);
        met += u32::from(proven.bound > best - 0.01);
        improved += u32::from(proven.first.score > proven.last.score && proven.bound > 0.0);
        // A plan that leaves everything as it was drawn has the same best plan above it, but is far from proven best.
        let idle = Draft { placement: draft.base.placement.clone(), ..draft.clone() };
        let far = bound(&world.intake, &idle, &world.opt_ins, &world.roll, &world.target, Effort::Normal);
        let kind = splits(&far.estates[0].proof);
        parties += u32::from(kind.1);
        split += u32::from(kind.0 > 0);
        let proven = figures(&world, &idle, &far).bound;
        assert!(proven <= best + 1e-9, "world {seed}: {proven} proven of the plan as drawn where {best} is best");
        for _ in 0..5 {
            for (draft, witness) in [(&draft, &witness), (&idle, &far)] {
                let claimed = figures(&world, draft, &made_up(witness, &mut dice)).bound;
                assert!(claimed <= best + 1e-9, "world {seed}: {claimed} from made-up prices where {best} is best");
                let claimed = figures(&world, draft, &parted(witness, &mut dice)).bound;
                assert!(claimed <= best + 1e-9, "world {seed}: {claimed} from made-up splits where {best} is best");
            }
        }
    }
    assert!(met > 400, "the bound is met in {met} of 450 worlds only");
    assert!(parties > 50 && higher > 20, "parties count in {parties} worlds, and for much in {higher}");
    assert!(split > 5, "plans are parted in {split} worlds only");
    assert!(improved > 50, "{improved} worlds only have something to improve and something to prove");
}

#[test]
fn prices_are_the_same_on_any_number_of_threads() {
    let world = world(11, Shape { estates: 3, dwellings: 90, households: 80, groups: 4, bonds: 30, may_cost_tiers: 0 });
    let (base, _) = allocate(&world.intake, &world.draw);
    let draft = mix(&world.intake, &base, &world.opt_ins, &world.roll, &world.target, Effort::Quick);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| bound(&world.intake, &draft, &world.opt_ins, &world.roll, &world.target, Effort::Normal))
    };
    assert_eq!(on(1), on(3));
}

/// A sabotage of the two files of a plan, the certificate and the witness, and the fault it must be found by.
type Lie = (&'static str, fn(&mut Value, &mut Value), &'static str);

const LIES: [Lie; 8] = [
    (
        "a bound that the witness does not prove",
        |certificate, _| certificate["mix"]["bound"] = (certificate["mix"]["bound"].as_f64().unwrap() + 0.5).into(),
        "figure-wrong",
    ),
    (
        "an estate's bound that the witness does not prove",
        |certificate, _| certificate["mix"]["estates"][0]["bound"] = 1e3.into(),
        "figure-wrong",
    ),
    (
        "a witness of another intake",
        |_, witness| witness["roll_digest"] = format!("sha256:{}", "0".repeat(64)).into(),
        "witness-foreign",
    ),
    (
        "a witness with a price too few",
        |_, witness| drop(witness["estates"][0]["stairwells"][0][0].as_array_mut().unwrap().pop()),
        "witness-misfit",
    ),
    (
        "a witness with a party's price too many",
        |_, witness| {
            let estates = witness["estates"].as_array_mut().unwrap();
            let estate = estates.iter_mut().find(|estate| estate["parties"].is_array()).expect("parties count");
            estate["parties"][0].as_array_mut().unwrap().last_mut().unwrap().as_array_mut().unwrap().push(1.into());
        },
        "witness-misfit",
    ),
    (
        "a split with nothing on one side",
        |_, witness| {
            let estate = witness["estates"][0].take();
            let below = json!({ "buildings": estate["buildings"], "stairwells": estate["stairwells"] });
            let split = json!({ "stairwell": 0, "number": 0, "upto": 0, "below": below, "above": {} });
            witness["estates"][0] = json!({ "estate": estate["estate"], "split": split });
        },
        "witness-misfit",
    ),
    (
        "prices under the name of another estate",
        |_, witness| witness["estates"][0]["estate"] = "Elsewhere".into(),
        "witness-misfit",
    ),
    (
        "no proof stated where there is one",
        |certificate, _| certificate["mix"]["bound_proof"] = "trivial".into(),
        "bound-unproven",
    ),
];

#[test]
fn each_lie_about_the_bound_is_found() {
    let here = town("bound_lies", "200");
    assert_eq!(mixplan(&here, &["plan", "town/plan.toml", "--out", "out"]).code, 0);
    let files = |here: &Path| ["out/certificate.json", "out/bound.json"].map(|name| read(here, name));
    let [certificate, witness] = files(&here);
    let good: Value = serde_json::from_str(&certificate).expect("JSON");
    assert!(good["mix"]["bound"].as_f64().is_some_and(|bound| bound > 0.0), "{certificate}");
    for (what, lie, fault) in LIES {
        let mut stated: Value = serde_json::from_str(&certificate).expect("JSON");
        let mut prices: Value = serde_json::from_str(&witness).expect("JSON");
        lie(&mut stated, &mut prices);
        let prices = prices.to_string();
        let digest: String = Sha256::digest(prices.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        stated["outputs"]["bound.json"] = format!("sha256:{digest}").into();
        write(&here, "out/bound.json", &prices);
        write(&here, "out/certificate.json", &stated.to_string());
        let verify = mixplan(&here, &["verify", "out", "--format", "json"]);
        assert_eq!(verify.code, 1, "{what}: {}", verify.out);
        let found: Value = serde_json::from_str(&verify.out).expect("JSON");
        let faults: Vec<&str> =
            found["breaches"].as_array().unwrap().iter().filter_map(|b| b["fault"].as_str()).collect();
        assert!(faults.contains(&fault), "{what}: {faults:?}");
    }
    write(&here, "out/bound.json", &witness);
    write(&here, "out/certificate.json", &certificate);
    assert_eq!(mixplan(&here, &["verify", "out"]).code, 0);
}
