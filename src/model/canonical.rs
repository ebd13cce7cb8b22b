//! The canonical text of an intake: what the roll digest is the SHA-256 of.
//!
//! One line per fact, cells separated by a tab, lines ended by `\n`, households and dwellings sorted by key
//! bytewise. Published (as its digest) before the seed is known, it fixes everything a plan depends on.

use super::consent::{Agreement, OptIns};
use super::household::Household;
use super::intake::Intake;
use super::place::{Dwelling, DwellingStatus, Stock};
use super::roll::Roll;
use std::fmt::Write;

/// The canonical text. Names hold neither tabs nor line breaks: `read` refuses control characters.
pub fn canonical_text(intake: &Intake, roll: &Roll, opt_ins: &OptIns) -> String {
    let mut text = String::from("mixplan intake 1\n");
    let rule = intake.bond_rule;
    line(&mut text, format_args!("bonds\t{}\t{}", rule.level.word(), rule.may_cost_tiers));
    for home in &intake.stock.dwellings {
        dwelling_line(&mut text, &intake.stock, home);
    }
    for r in &roll.residents {
        let stairwell = &intake.stock.stairwells[r.stairwell.index()];
        let building = &intake.stock.buildings[stairwell.building.index()];
        let estate = intake.stock.estate_name(stairwell.estate);
        let group = &roll.groups[r.group.index()];
        let place = format_args!("{estate}\t{}\t{}", building.name, stairwell.name);
        line(&mut text, format_args!("residents\t{place}\t{group}\t{}\t{}", r.households, r.persons));
    }
    for (index, who) in intake.households.iter().enumerate() {
        let group = roll.of_household[index].map_or("", |g| &roll.groups[g.index()]);
        household_line(&mut text, intake, who, opt_ins.0[index], group);
    }
    text
}

fn line(text: &mut String, content: std::fmt::Arguments) {
    writeln!(text, "{content}").expect("writing to a string cannot fail");
}

fn yes_no(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}

fn dwelling_line(text: &mut String, stock: &Stock, home: &Dwelling) {
    let building = &stock.buildings[home.building.index()].name;
    let stairwell = &stock.stairwells[home.stairwell.index()].name;
    let status = match home.status {
        DwellingStatus::Vacant => "vacant",
        DwellingStatus::Occupied => "occupied",
        DwellingStatus::Held => "held",
    };
    let place =
        format_args!("{}\t{building}\t{stairwell}\t{}\t{}", stock.estate_name(home.estate), home.floor, home.door);
    let kind = format_args!("{}\t{}\t{status}", stock.home_type_name(home.home_type), yes_no(home.step_free));
    line(text, format_args!("dwelling\t{}\t{place}\t{kind}", home.key));
}

fn household_line(text: &mut String, intake: &Intake, who: &Household, volunteers: bool, group: &str) {
    let types: Vec<&str> = who.home_types.iter().map(|&t| intake.stock.home_type_name(t)).collect();
    let floor = who.needs.max_floor.map_or(String::new(), |f| f.to_string());
    let priority = who.priority.map_or(String::new(), |p| p.to_string());
    let bond = who.bond.map_or("", |b| &intake.bonds[b.index()]);
    let agreement = match &who.agreement {
        Agreement::None => "no",
        Agreement::Yes => "yes",
        Agreement::Dated(date) => date,
    };
    let needs = format_args!("{}\t{floor}\t{priority}", yes_no(who.needs.step_free));
    let wishes = format_args!("{}\t{bond}", choices_text(intake, who));
    let consent = format_args!("{agreement}\t{}\t{group}", yes_no(volunteers));
    line(
        text,
        format_args!("household\t{}\t{}\t{}\t{needs}\t{wishes}\t{consent}", who.key, who.persons, types.join(">")),
    );
}

/// Choices as in `households.csv`, estates of one tier in name order.
fn choices_text(intake: &Intake, who: &Household) -> String {
    let name = |&e: &super::EstateId| intake.stock.estate_name(e);
    let tier = |tier: &Vec<super::EstateId>| tier.iter().map(name).collect::<Vec<_>>().join("=");
    let mut tiers: Vec<String> = who.choices.tiers.iter().map(tier).collect();
    if who.choices.any {
        tiers.push("*".to_owned());
    }
    tiers.join(">")
}
