//! A town of thousands, so that a check that grows with the square is noticed.

use super::town::{Chance, Town};
use crate::model::{DwellingId, Placement, Sheets, Turn, rows};
use crate::verify::draw::{Tickets, turns};
use crate::verify::{Promise, certify};
use std::collections::BTreeMap;

const ESTATES: usize = 12;

/// Twelve estates, two home types with too few homes of one, step-free needs. Strict: every household ranks all
/// estates. Loose: three choices, two of them equal, and then any estate.
fn large(households: usize, strict: bool) -> Town {
    let mut chance = Chance(1);
    let (mut homes, mut wishes) = (Vec::new(), Vec::new());
    for at in 0..households {
        let (estate, building, stairwell) = (chance.below(ESTATES), chance.below(20), chance.below(4));
        let kind = if chance.percent(50) { "75" } else { "50" };
        let steps = if chance.percent(70) { "steps" } else { "" };
        homes
            .push(format!("D{at:06} E{estate:02} B{building:02} S{stairwell} {} {kind} {steps}", 1 + chance.below(12)));
        let mut order: Vec<String> = (0..ESTATES).map(|estate| format!("E{estate:02}")).collect();
        for place in 0..4 {
            order.swap(place, place + chance.below(ESTATES - place));
        }
        let choices = if strict { order.join(">") } else { format!("{}>{}={}>*", order[0], order[1], order[2]) };
        let kind = if chance.percent(53) { "75" } else { "50" };
        let need = if chance.percent(10) { "stepfree" } else { "" };
        let group = chance.pick(&["A", "A", "B", "C"]);
        wishes.push(format!("H{at:06} {kind} {choices} {need} group={group} volunteer"));
    }
    Town::of(&homes, &wishes)
}

/// Homes left, by (home type, step-free) and by estate.
type Left = BTreeMap<(usize, bool), [Vec<usize>; ESTATES]>;

/// Everybody accepts every estate in the end, so in a strict town greed by turn is right as long as step-free homes
/// are kept for those who need them: one count per home type.
fn greedy(town: &Town, turns: &[Option<Turn>]) -> Placement {
    let (stock, households) = (&town.intake.stock, &town.intake.households);
    let mut order: Vec<usize> = (0..households.len()).collect();
    order.sort_by_key(|&who| turns[who].expect("all signed").turn);
    let mut left = Left::new();
    for (at, home) in stock.dwellings.iter().enumerate() {
        left.entry((home.home_type.index(), home.step_free)).or_default()[home.estate.index()].push(at);
    }
    let wish = |who: usize| (households[who].home_types[0].index(), households[who].needs.step_free);
    let room = |left: &Left, kind, step_free| left[&(kind, step_free)].iter().map(Vec::len).sum::<usize>();
    let (mut needing, mut all) = ([0; 2], [0; 2]);
    let all_room = [0, 1].map(|kind| [true, false].map(|step_free| room(&left, kind, step_free)));
    order.retain(|&who| {
        let (kind, need) = wish(who);
        let [step_free, steps] = all_room[kind];
        let housed = all[kind] < step_free + steps && (!need || needing[kind] < step_free);
        all[kind] += usize::from(housed);
        needing[kind] += usize::from(housed && need);
        housed
    });
    let mut placement = Placement { home_of: vec![None; households.len()] };
    let mut kept_room = all_room.map(|[step_free, _]| step_free);
    for who in order {
        let (kind, need) = wish(who);
        needing[kind] -= usize::from(need);
        let spare = kept_room[kind] > needing[kind];
        let choices = &households[who].choices;
        let named = choices.tiers.iter().flatten().map(|estate| estate.index());
        let takes = named.chain(0..if choices.any { ESTATES } else { 0 }).find_map(|estate| {
            let pop = |left: &mut Left, step_free| left.get_mut(&(kind, step_free)).expect("a home")[estate].pop();
            let with_steps = if need { None } else { pop(&mut left, false) };
            with_steps.or_else(|| if spare { pop(&mut left, true) } else { None })
        });
        let home = takes.expect("it was counted in");
        kept_room[kind] -= usize::from(stock.dwellings[home].step_free);
        placement.home_of[who] = Some(DwellingId::new(home));
    }
    draw_inside_tiers(town, turns, &mut placement);
    placement
}

/// A tier is a home type of an estate. In each, step-free homes are kept for those of the tier who need them and whose
/// turn is still to come.
fn draw_inside_tiers(town: &Town, turns: &[Option<Turn>], placement: &mut Placement) {
    let (tickets, stock) = (Tickets::new(&town.draw), &town.intake.stock);
    let tier = |home: usize| (stock.dwellings[home].estate, stock.dwellings[home].home_type);
    let mut homes: BTreeMap<_, Vec<([u8; 32], usize)>> = BTreeMap::new();
    for (at, home) in stock.dwellings.iter().enumerate() {
        homes.entry(tier(at)).or_default().push((tickets.of("dwelling:", &home.key), at));
    }
    homes.values_mut().for_each(|list| list.sort_unstable());
    let mut spare: BTreeMap<_, usize> = BTreeMap::new();
    for (at, home) in stock.dwellings.iter().enumerate() {
        *spare.entry(tier(at)).or_default() += usize::from(home.step_free);
    }
    let needs = |who: usize| town.intake.households[who].needs.step_free;
    let mut by_turn: Vec<usize> = (0..turns.len()).filter(|&who| placement.home_of[who].is_some()).collect();
    by_turn.sort_by_key(|&who| turns[who].expect("signed").turn);
    let tiers: Vec<_> = placement.home_of.iter().map(|home| home.map(|home| tier(home.index()))).collect();
    for &who in by_turn.iter().filter(|&&who| needs(who)) {
        *spare.get_mut(&tiers[who].expect("housed")).expect("a tier") -= 1;
    }
    for who in by_turn {
        let tier = tiers[who].expect("housed");
        let (left, spare) = (homes.get_mut(&tier).expect("a tier"), spare.get_mut(&tier).expect("a tier"));
        let will_do = |home: usize| match (needs(who), stock.dwellings[home].step_free) {
            (true, step_free) => step_free,
            (false, step_free) => !step_free || *spare > 0,
        };
        let at = left.iter().position(|&(_, home)| will_do(home)).expect("a home each");
        let (_, home) = left.remove(at);
        *spare -= usize::from(!needs(who) && stock.dwellings[home].step_free);
        placement.home_of[who] = Some(DwellingId::new(home));
    }
}

fn sheets(town: &Town) -> Sheets {
    let turns = turns(&town.intake, &Tickets::new(&town.draw));
    let placement = greedy(town, &turns);
    let housed = placement.home_of.iter().flatten().count();
    assert!(housed < turns.len() && housed > turns.len() * 9 / 10, "{housed}: some are left out");
    let table = rows(&town.intake, &turns, &placement);
    Sheets { first: table.clone(), plan: table }
}

#[test]
fn five_thousand_households() {
    let town = large(5_000, true);
    let sheets = sheets(&town);
    let housed = sheets.plan.len() as u64;
    let plan = certify(&town.evidence(), sheets).expect("a good plan");
    assert_eq!(plan.counts().placed, housed);
}

/// Where choices are equal, greed is not the right plan, and only the tiers are found wrong.
#[test]
fn five_thousand_households_with_equal_choices() {
    let town = large(5_000, false);
    let breaches = certify(&town.evidence(), sheets(&town)).expect_err("greed errs");
    assert!(breaches.iter().all(|breach| breach.promise == Promise::BlindBase), "others than tiers");
}
