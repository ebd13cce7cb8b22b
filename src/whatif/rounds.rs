//! Rounds of offers. In the first round, those who are there draw; who refuses, and who is left out, is offered what is
//! still free in the next one; late ones come when it is their time. Homes once accepted are kept.
//!
//! With nobody late and nothing refused, there is one round: the draw as it is planned.

use super::luck;
use super::quota;
use super::world::{LateRule, World};
use crate::allocate::allocate;
use crate::model::{Agreement, Base, Draw, DwellingId, DwellingStatus, Intake, Mechanism, Placement, Turn};

/// What the rounds gave.
pub struct Given {
    /// Turns, homes and bonds, over all rounds.
    pub base: Base,
    /// Per household: in which round it was housed, 1 = the first; 0 = not at all.
    pub round: Vec<u32>,
    /// Per household: whether the draw alone would have housed it, and a cap kept it from that.
    pub capped: Vec<bool>,
}

/// How a household stands before a round.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Not there yet.
    Late,
    /// Waits for an offer, the number of offers it has had.
    Waits(u32),
    /// Has a home, or wants none any more.
    Done,
}

/// Hands out homes in as many rounds as it takes.
pub fn hold(world: &World, draw: &Draw) -> Given {
    if world.settled_at_once() {
        let (base, capped) = offer(world, &world.intake, draw, &Placement::default());
        let round = base.placement.home_of.iter().map(|home| u32::from(home.is_some())).collect();
        return Given { base, round, capped };
    }
    let mut table = Table::new(world, draw);
    let mut number = 0;
    loop {
        number += 1;
        let open = table.open(number);
        let any = open.iter().any(|&there| there);
        if any {
            table.round(number, &open);
        }
        let late_to_come = table.standing.contains(&Standing::Late);
        if (!any || !table.progress) && !late_to_come {
            break;
        }
        if late_to_come && number >= 2 {
            table.standing.iter_mut().filter(|s| **s == Standing::Late).for_each(|s| *s = Standing::Waits(0));
        }
    }
    table.finish()
}

struct Table<'a> {
    world: &'a World,
    draw: &'a Draw,
    standing: Vec<Standing>,
    turns: Vec<Option<Turn>>,
    turns_given: u32,
    placement: Placement,
    round: Vec<u32>,
    capped: Vec<bool>,
    taken: Vec<bool>,
    /// Whether the last round made any offer.
    progress: bool,
}

impl<'a> Table<'a> {
    fn new(world: &'a World, draw: &'a Draw) -> Self {
        let households = &world.intake.households;
        let standing = households.iter().map(|who| match who.signed() {
            true if luck::of_run(draw, "late", &who.key, world.late) => Standing::Late,
            true => Standing::Waits(0),
            false => Standing::Done,
        });
        Self {
            world,
            draw,
            standing: standing.collect(),
            turns: vec![None; households.len()],
            turns_given: 0,
            placement: Placement { home_of: vec![None; households.len()] },
            round: vec![0; households.len()],
            capped: vec![false; households.len()],
            taken: vec![false; world.intake.stock.dwellings.len()],
            progress: true,
        }
    }

    /// Who takes part in a round. In the second, the late ones: alone, or with those left out at first.
    fn open(&mut self, number: u32) -> Vec<bool> {
        let arriving = number == 2 && self.standing.contains(&Standing::Late);
        if arriving {
            let late = |s: &Standing| *s == Standing::Late;
            let alone = self.world.late_rule == LateRule::WithLeftOut;
            let open = self.standing.iter().map(|s| late(s) || (alone && matches!(s, Standing::Waits(_)))).collect();
            self.standing.iter_mut().filter(|s| late(s)).for_each(|s| *s = Standing::Waits(0));
            return open;
        }
        self.standing.iter().map(|s| matches!(s, Standing::Waits(_))).collect()
    }

    /// One round of offers to those who take part.
    fn round(&mut self, number: u32, open: &[bool]) {
        let mut intake = self.world.intake.clone();
        for (who, &there) in intake.households.iter_mut().zip(open) {
            if !there {
                who.agreement = Agreement::None;
            }
        }
        for (home, &taken) in intake.stock.dwellings.iter_mut().zip(&self.taken) {
            let waits = number == 1 && luck::of_stock("held back", &home.key, self.world.hold_back);
            if home.status == DwellingStatus::Vacant && (taken || waits) {
                home.status = DwellingStatus::Held;
            }
        }
        let (base, capped) = offer(self.world, &intake, self.draw, &self.placement);
        self.progress = false;
        let mut latest = self.turns_given;
        for household in (0..open.len()).filter(|&h| open[h]) {
            if self.turns[household].is_none() {
                let turn = base.turns[household].map(|t| Turn { turn: t.turn + self.turns_given, ..t });
                latest = latest.max(turn.map_or(0, |t| t.turn));
                self.turns[household] = turn;
            }
            self.capped[household] = capped[household];
            if let Some(home) = base.placement.home_of[household] {
                self.progress = true;
                self.answer(household, home, number);
            }
        }
        self.turns_given = latest;
    }

    /// What a household says to an offer.
    fn answer(&mut self, household: usize, home: DwellingId, number: u32) {
        let key = &self.world.intake.households[household].key;
        let says = |what: &str, percent| luck::of_run(self.draw, &format!("{what} {number}"), key, percent);
        let Standing::Waits(had) = self.standing[household] else { return };
        if says("no-show", self.world.no_shows) {
            self.standing[household] = Standing::Done;
        } else if says("refusal", self.world.refusals) {
            let last = had + 1 >= self.world.offers;
            self.standing[household] = if last { Standing::Done } else { Standing::Waits(had + 1) };
        } else {
            self.standing[household] = Standing::Done;
            self.placement.home_of[household] = Some(home);
            self.round[household] = number;
            self.taken[home.index()] = true;
        }
    }

    fn finish(self) -> Given {
        let base = Base { turns: self.turns, placement: self.placement, bonds: Vec::new() };
        Given { base, round: self.round, capped: self.capped }
    }
}

/// One offer of homes to all who are there, by the mechanism of the world; who was kept out by a cap.
fn offer(world: &World, intake: &Intake, draw: &Draw, settled: &Placement) -> (Base, Vec<bool>) {
    match world.mechanism {
        Mechanism::QuotaLottery => quota::lottery(world, intake, draw, settled),
        _ => (allocate(intake, draw).0, vec![false; intake.households.len()]),
    }
}
