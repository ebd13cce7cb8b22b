//! The files of a town as text.

use super::build::{Home, State};
use super::homes::{KINDS, fit};
use super::land::group_label;
use super::people::{Consent, Family};
use super::recipe::Recipe;
use super::wishes::{Estates, Wish};
use std::fmt::Write;

const NO_ERROR: &str = "writing to a string cannot fail";

/// Everything about one household.
pub(super) struct Row<'a> {
    pub(super) family: &'a Family,
    pub(super) wish: &'a Wish,
    pub(super) consent: &'a Consent,
    pub(super) group: u8,
    pub(super) bond: Option<u32>,
    pub(super) origin: &'a str,
}

/// `households.csv`. Ids follow the order of the rows.
pub(super) fn households(rows: &[Row], estates: &Estates, bonds: u32) -> String {
    let mut text = String::from(
        "household,persons,group,home_types,step_free,max_floor,priority,choices,together,agreement,mixing,origin\n",
    );
    let id_width = digits(rows.len()).max(5);
    let bond_width = digits(bonds as usize).max(3);
    let number = |number: Option<u32>| number.map_or(String::new(), |n| n.to_string());
    for (index, row) in rows.iter().enumerate() {
        let family = row.family;
        let group = if family.declared { group_label(row.group as usize) } else { String::new() };
        let kinds = family.own_kinds.as_deref().map_or(String::new(), |kinds| names(kinds).join(">"));
        let (max_floor, priority) = (number(family.max_floor), number(family.priority));
        let bond = row.bond.map_or(String::new(), |bond| format!("K{:0bond_width$}", bond + 1));
        let Consent { agreement, mixing, .. } = row.consent;
        writeln!(
            text,
            "H{:0id_width$},{},{group},{kinds},{},{max_floor},{priority},{},{bond},{agreement},{mixing},{}",
            index + 1,
            family.persons,
            yes_no(family.step_free),
            row.wish.text(estates),
            row.origin,
        )
        .expect(NO_ERROR);
    }
    text
}

/// Appends the rows of one estate to `dwellings.csv`.
pub(super) fn dwellings(text: &mut String, homes: &[Home], estates: &Estates) {
    let width = homes.last().map_or(2, |home| digits(home.building as usize).max(2));
    for home in homes {
        let Home { building, stairwell, floor, column, .. } = *home;
        let (status, group, persons) = match home.state {
            State::Vacant => ("vacant", None, String::new()),
            State::Held => ("held", None, String::new()),
            State::Occupied(group, persons) => ("occupied", group, persons.to_string()),
        };
        let (code, estate) = (estates.code(home.estate), &estates.names[home.estate]);
        let (door, kind, step_free) = (floor * 100 + column, KINDS[home.kind], yes_no(home.step_free));
        let group = group.map_or(String::new(), |group| group_label(group as usize));
        write!(text, "{code}-{building:0width$}-{stairwell}-{door:04},").expect(NO_ERROR);
        write!(text, "{estate},{building},{stairwell},{floor},{door},{kind},{step_free},").expect(NO_ERROR);
        writeln!(text, "{status},{group},{persons},{kind}").expect(NO_ERROR);
    }
}

/// The header of `dwellings.csv`.
pub(super) const DWELLINGS_HEADER: &str = "dwelling,estate,building,stairwell,floor,door,home_type,step_free,status,\
    resident_group,resident_persons,area_m2\n";

fn digits(number: usize) -> usize {
    number.to_string().len()
}

fn yes_no(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}

fn names(kinds: &[usize]) -> Vec<String> {
    kinds.iter().map(|&kind| KINDS[kind].to_string()).collect()
}

/// `plan.toml`, with a comment on every choice that it makes.
pub(super) fn plan(recipe: &Recipe) -> String {
    let mut fits = String::new();
    for persons in 1..=5 {
        let size = if persons == 5 { "5+".to_owned() } else { persons.to_string() };
        let list: Vec<String> = names(fit(persons)).iter().map(|name| format!("\"{name}\"")).collect();
        writeln!(fits, "{:<4} = [{}]", format!("\"{size}\""), list.join(", ")).expect(NO_ERROR);
    }
    format!(
        r#"# A synthetic town: every estate, home and household in it is invented.

[files]
dwellings  = "dwellings.csv"
households = "households.csv"

# Home types by household size, best first: the largest within 25 square metres a person.
# A household with a list of its own in the column home_types follows that instead.
[fit]
{fits}
# Anyone can recompute the draw from this text. In a real draw it comes from dice thrown in public,
# after the digest of the roll (mixplan roll-digest) has been published.
[lottery]
seed = "synthetic town {seed}"

# Households with the same key in the column together wish to live in one stairwell. Staying together may cost
# none of them a better choice.
[bonds]
level = "stairwell"            # stairwell | building | estate
may_cost_tiers = 0

# What the exchanges between volunteers aim at. Without this table there is no mixing at all.
# "estate" holds buildings and stairwells against the composition of their own estate.
# Tolerances are percentage points, the same for every group.
[mix]
target    = "estate"
estate    = {{ tolerance = 10 }}
building  = {{ tolerance = 7 }}
stairwell = {{ tolerance = 12, company = 3 }}
effort    = "normal"           # quick | normal | thorough

# No [mandate]: whatever is planned from this file is a draft.
"#,
        seed = recipe.seed,
    )
}

/// The page that lies beside the files.
pub(super) fn readme(recipe: &Recipe, rows: &[Row], vacant: usize, homes: usize, estates: &Estates) -> String {
    let signed = rows.iter().filter(|row| row.consent.signed).count();
    let volunteers = rows.iter().filter(|row| row.consent.mixing == "yes").count();
    let bonded = rows.iter().filter(|row| row.bond.is_some()).count();
    let scarce = if recipe.scarce {
        "\nThere are too few of the smallest homes (40): not everyone who lives alone can be housed.\n"
    } else {
        ""
    };
    format!(
        "# A synthetic town\n\n\
         Every estate, home and household here is invented. Groups are plain letters; they stand for no people.\n\
         The number {seed} and the recipe make the same files again, byte for byte.\n\n\
         - Estates: {names}\n\
         - Homes: {homes}, of which {vacant} are vacant\n\
         - Households: {households}, of which {signed} signed, {volunteers} of them volunteer for exchanges\n\
         - Households that wish to stay near others: {bonded}\n\
         - Groups: {groups}\n{scarce}\n\
         ## Try\n\n\
         ```sh\n\
         mixplan read plan.toml\n\
         mixplan plan plan.toml --out out\n\
         mixplan verify out\n\
         ```\n\n\
         ## Files\n\n\
         - `dwellings.csv`: one row per home\n\
         - `households.csv`: one row per household\n\
         - `plan.toml`: the rules of this town, each with a comment\n",
        seed = recipe.seed,
        names = estates.names.join(", "),
        households = rows.len(),
        groups = recipe.groups,
    )
}
