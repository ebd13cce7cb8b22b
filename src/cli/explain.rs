//! `explain`: what the draw gave one household and why; or what a message code means.

use super::args::{Explain, Format};
use super::desk::Desk;
use super::verify::{load_inputs, rows_of, stated};
use super::{Done, Failure, inputs};
use crate::allocate::allocate;
use crate::model::rows::hex;
use crate::model::{Base, Draw, DwellingId, Intake, PlanRow};
use crate::read::Code;
use crate::report::{Explainer, Explanation, Lost, address, args, bond_sentence, csv_text, lost_sentence};
use crate::report::{reason_code, reason_sentence};
use serde_json::json;
use std::collections::BTreeMap;

pub fn run(desk: &Desk, asked: &Explain) -> Done {
    let Some(household) = &asked.household else { return explain_code(desk, &asked.out.to_string_lossy()) };
    let stated = stated(desk, &asked.out)?;
    let reading = load_inputs(desk, &asked.out, asked.inputs.as_deref(), &stated)?;
    let Some(input) = &reading.input else {
        return Err(inputs::judge(desk, &reading).err().unwrap_or(Failure::told(Failure::PROBLEMS)));
    };
    let found = inputs::digests(&reading.sources);
    if let Some((file, _)) = found.iter().find(|(file, digest)| stated.inputs.get(*file) != Some(digest)) {
        let what = args([("file", file.as_str().into())]);
        return Err(Failure::new(Failure::BROKEN, desk.words.say("inputs-changed", &what)));
    }
    let intake = &input.intake;
    let Some(index) = intake.households.iter().position(|who| who.key == *household) else {
        let what = args([("household", household.as_str().into())]);
        return Err(Failure::new(Failure::PROBLEMS, desk.words.say("explain-unknown", &what)));
    };
    let draw = Draw { seed: stated.seed.clone() };
    let (mut base, reasons) = allocate(intake, &draw);
    let read = |name: &str| rows_of(desk, name, inputs::read_file(desk, &asked.out.join(name))?);
    let first = read("first.csv")?;
    // What is explained is the published first allocation, not what this program would draw.
    base.placement.home_of = homes(intake, &first);
    let now = read("plan.csv")?.into_iter().find(|row| row.household == *household);
    let reason = reasons.0.iter().find(|(who, _)| who.index() == index).map(|(_, reason)| reason);
    let case = Case { desk, intake, base: &base, draw: &draw, index };
    let explanation = Explainer::new(intake, &base).explain(index);
    match desk.format {
        Format::Table => desk.print(&case.in_words(&explanation, now.as_ref(), reason).join("\n")),
        Format::Csv => {
            let lines = case.in_words(&explanation, now.as_ref(), reason);
            desk.print(&csv_text(&["explanation"], lines.iter().map(|line| [line.as_str()])));
        }
        Format::Json => desk.print(&case.as_json(&explanation, now.as_ref(), reason)),
    }
    Ok(())
}

/// Homes by household, from the rows of `first.csv` or `plan.csv`.
pub fn homes(intake: &Intake, rows: &[PlanRow]) -> Vec<Option<DwellingId>> {
    let dwellings: BTreeMap<&str, DwellingId> =
        intake.stock.dwellings.iter().enumerate().map(|(at, home)| (home.key.as_str(), DwellingId::new(at))).collect();
    let row_of: BTreeMap<&str, &PlanRow> = rows.iter().map(|row| (row.household.as_str(), row)).collect();
    let home = |key: &str| row_of.get(key).and_then(|row| dwellings.get(row.dwelling.as_str()).copied());
    intake.households.iter().map(|who| home(&who.key)).collect()
}

/// What a message code means.
fn explain_code(desk: &Desk, code: &str) -> Done {
    let Some(code) = Code::ALL.iter().find(|known| known.id() == code) else {
        let what = args([("code", code.into())]);
        return Err(Failure::new(Failure::PROBLEMS, desk.words.say("explain-unknown-code", &what)));
    };
    // Where a sentence names a value, its general form names the kind of value.
    let params: Vec<(&'static str, String)> = code.params().iter().map(|&name| (name, format!("‹{name}›"))).collect();
    let say = |part: &str| desk.words.say_text(&format!("{}-{part}", code.id()), &params);
    desk.print(&format!("{}: {}\n\n{}\n{}", code.id(), say("title"), say("problem"), say("remedy")));
    Ok(())
}

struct Case<'a> {
    desk: &'a Desk,
    intake: &'a Intake,
    base: &'a Base,
    draw: &'a Draw,
    index: usize,
}

type Reason<'a> = Option<&'a crate::model::Reason>;

impl Case<'_> {
    fn in_words(&self, found: &Explanation, now: Option<&PlanRow>, reason: Reason) -> Vec<String> {
        let words = &self.desk.words;
        let who = &self.intake.households[self.index];
        let mut lines = vec![words.say("explain-household", &args([("household", who.key.as_str().into())]))];
        let Some((turn, turns)) = found.turn else {
            lines.push(words.plain("explain-unsigned"));
            return lines;
        };
        lines.push(words.say("explain-turn", &args([("turn", turn.into()), ("turns", turns.into())])));
        let key = if who.bond.is_some() { "explain-ticket-bond" } else { "explain-ticket" };
        let what = args([
            ("ticket", self.ticket().into()),
            ("message", self.message().into()),
            ("seed", self.draw.seed.as_str().into()),
        ]);
        lines.push(words.say(key, &what));
        lines.push(self.given(found, reason));
        lines.extend(found.lost.iter().map(|lost| lost_sentence(lost, words)));
        lines.extend(self.bond_in_words());
        if let Some(row) = now {
            lines.push(words.say("explain-plan", &args([("home", address(row).into())])));
            if let Some(written) = self.intake.stock.written(&row.dwelling) {
                lines.push(words.say("explain-written", &args([("address", written.into())])));
            }
        }
        lines
    }

    fn ticket(&self) -> String {
        self.base.turns[self.index].map_or(String::new(), |turn| hex(&turn.ticket))
    }

    /// The message whose HMAC under the seed is the ticket.
    fn message(&self) -> String {
        let who = &self.intake.households[self.index];
        match who.bond {
            Some(bond) => format!("bond:{}", self.intake.bonds[bond.index()]),
            None => format!("household:{}", who.key),
        }
    }

    fn given(&self, found: &Explanation, reason: Reason) -> String {
        let words = &self.desk.words;
        let home = self.base.placement.home_of[self.index].map(|id| self.intake.stock.dwelling(id));
        match (found.tier, home, reason) {
            (Some(tier), Some(home), _) => words.say(
                "explain-given",
                &args([
                    ("choice", tier.choice.into()),
                    ("estate", self.intake.stock.estate_name(home.estate).into()),
                    ("type", self.intake.stock.home_type_name(home.home_type).into()),
                    ("dwelling", home.key.as_str().into()),
                ]),
            ),
            (_, _, Some(reason)) => reason_sentence(self.intake, reason, words),
            _ => words.plain("explain-no-home"),
        }
    }

    fn bond_in_words(&self) -> Option<String> {
        let bond = self.intake.households[self.index].bond?;
        let outcome = self.base.bonds.iter().find(|outcome| outcome.bond == bond)?;
        Some(bond_sentence(outcome, &self.desk.words))
    }

    fn as_json(&self, found: &Explanation, now: Option<&PlanRow>, reason: Reason) -> String {
        let lost = |lost: &Lost| {
            json!({ "choice_rank": lost.tier.choice, "type_rank": lost.tier.kind, "estates": lost.estates,
                    "home_type": lost.home_type, "homes": lost.homes, "earlier_turns": lost.earlier,
                    "latest_turn": lost.latest_turn, "could_not_be_spared": lost.spared_for })
        };
        let bond = self.intake.households[self.index].bond;
        let bond = bond.and_then(|bond| self.base.bonds.iter().find(|outcome| outcome.bond == bond));
        let first = self.base.placement.home_of[self.index].map(|id| &self.intake.stock.dwelling(id).key);
        let value = json!({
            "schema_version": 1,
            "signed": found.turn.is_some(),
            "bond_level": bond.map(|outcome| outcome.reached.word()),
            "household": self.intake.households[self.index].key,
            "turn": found.turn.map(|(turn, _)| turn),
            "turns": found.turn.map(|(_, turns)| turns),
            "ticket": self.ticket(),
            "message": self.message(),
            "seed": self.draw.seed,
            "choice_rank": found.tier.map(|tier| tier.choice),
            "type_rank": found.tier.map(|tier| tier.kind),
            "first": first,
            "plan": now.map(|row| &row.dwelling),
            "better_choices": found.lost.iter().map(lost).collect::<Vec<_>>(),
            "reason_code": reason.map(reason_code),
            "reason": reason.map(|reason| reason_sentence(self.intake, reason, &self.desk.words)),
        });
        serde_json::to_string_pretty(&value).expect("a JSON value always serializes")
    }
}
