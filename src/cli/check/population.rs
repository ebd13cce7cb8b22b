//! From files to the populations that are measured.

use super::super::args::{Check, Counted};
use super::super::desk::Desk;
use super::super::verify::rows_of;
use super::super::{Done, Failure, inputs, problems};
use crate::measure::{Builder, Counts, Household};
use crate::model::{CountTable, PlanRow, Residents, Stock};
use crate::read::{
    CountOptions, Input, ReadOptions, Reading, SourceFile, Summary, TableKind, counts, not_counts, residents,
    table_kind,
};
use crate::report::args;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Households by place and group, under a name where there are several.
pub struct Population {
    pub name: String,
    pub homes: Counts,
    /// Household by household, where the file tells persons and they are to be counted.
    pub households: Option<Vec<Household>>,
}

/// What was asked for: one population, or several to compare, the earliest first.
pub fn load(desk: &Desk, asked: &Check) -> Result<Vec<Population>, Failure> {
    let is_plan = |file: &Path| file.extension().is_some_and(|extension| extension == "toml");
    let usage = |key: &str, file: &Path| {
        let path = args([("path", file.display().to_string().into())]);
        Failure::new(Failure::PROBLEMS, desk.words.say(key, &path))
    };
    let plans = asked.file.iter().chain(&asked.compare).find(|file| is_plan(file));
    if let (Some(file), true) = (plans, asked.levels.is_some() || asked.groups.is_some()) {
        return Err(usage("check-columns-need-counts", file));
    }
    match (&asked.file, &asked.compare[..]) {
        (Some(file), []) if is_plan(file) => of_plan(desk, asked, file),
        (Some(file), []) if asked.after.is_some() => Err(usage("check-after-needs-plan", file)),
        (Some(file), []) => Ok(vec![of_file(desk, asked, file)?]),
        (Some(file), [first, second]) if is_plan(file) => of_two_plans(desk, asked, file, [first, second]),
        (Some(first), [second]) | (None, [first, second]) => {
            let alone = |file: &PathBuf| -> Result<Population, Failure> {
                let mut one =
                    if is_plan(file) { of_plan(desk, asked, file)?.remove(0) } else { of_file(desk, asked, file)? };
                one.name = file.display().to_string();
                Ok(one)
            };
            Ok(same_groups(vec![alone(first)?, alone(second)?]))
        }
        (Some(file), _) => Err(usage("check-compare-needs-plan", file)),
        (None, _) => Err(Failure::new(Failure::PROBLEMS, desk.words.plain("check-compare-two"))),
    }
}

/// A table of counts, or of dwellings.
fn of_file(desk: &Desk, asked: &Check, path: &Path) -> Result<Population, Failure> {
    let file = SourceFile { name: path.display().to_string(), bytes: inputs::read_file(desk, path)? };
    let told_how = asked.levels.is_some() || asked.groups.is_some();
    match if told_how { TableKind::Counts } else { table_kind(&file) } {
        TableKind::Dwellings => {
            let (lived, found, summary) = residents(&file);
            let summary = Summary { files: vec![summary], ..Summary::default() };
            let lived = judge(desk, file, found, summary, lived)?;
            build(desk, asked, &lived.stock, &lived.groups, lived.each.iter().map(resident))
        }
        TableKind::Households => {
            let found = vec![not_counts(&file)];
            judge(desk, file, found, Summary::default(), None)
        }
        TableKind::Counts => {
            if asked.count == Counted::Persons {
                let what = args([("path", path.display().to_string().into())]);
                return Err(Failure::new(Failure::PROBLEMS, desk.words.say("check-persons-need-households", &what)));
            }
            let list = |text: &Option<String>| {
                text.as_ref().map(|text| text.split(',').map(|name| name.trim().to_owned()).collect())
            };
            let options = CountOptions { levels: list(&asked.levels), groups: list(&asked.groups) };
            let (table, found) = counts(&file, &options);
            let table = judge(desk, file, found, Summary::default(), table)?;
            Ok(Population { name: String::new(), homes: of_table(&table), households: None })
        }
    }
}

/// Tells what is wrong with a file; fails where nothing came of it.
pub fn judge<T>(
    desk: &Desk,
    file: SourceFile,
    problems: Vec<crate::read::Problem>,
    summary: Summary,
    found: Option<T>,
) -> Result<T, Failure> {
    let reading = Reading { input: None, problems, sources: vec![file], summary };
    problems::tell(desk, &reading);
    let refused = reading.problems.iter().any(|problem| problem.severity == crate::read::Severity::Refused);
    found.ok_or(Failure::told(if refused { Failure::REFUSED } else { Failure::PROBLEMS }))
}

/// A tree of counts from a table; `read` has seen to it that no place stands twice and no count is too large.
fn of_table(table: &CountTable) -> Counts {
    let mut builder = Builder::new(table.levels.clone(), table.groups.clone()).expect("read checks the header");
    let mut counts = vec![0; table.groups.len()];
    let mut cells = table.cells.iter().peekable();
    for place in 0..table.places() {
        counts.fill(0);
        while let Some(&(_, group, count)) = cells.next_if(|(at, ..)| *at as usize == place) {
            counts[group as usize] = u32::try_from(count).expect("read checks the counts");
        }
        let path: Vec<&str> = table.path(place).collect();
        builder.row(&path, &counts).expect("read checks the places");
    }
    builder.build()
}

/// Stairwell, group and persons of a household.
type Home = (usize, usize, u32);

fn resident(one: &Residents) -> Home {
    (one.stairwell.index(), one.group.index(), one.persons)
}

/// Residents today; after a plan also what the draw alone gave, where the folder has it, and the plan.
fn of_plan(desk: &Desk, asked: &Check, file: &Path) -> Result<Vec<Population>, Failure> {
    let reading = inputs::load(desk, file, ReadOptions::default())?;
    inputs::judge(desk, &reading)?;
    let Some(input) = &reading.input else { return Err(Failure::told(Failure::PROBLEMS)) };
    let mut stages = vec![with_rows(desk, asked, input, "check-today", &[])?];
    if let Some(out) = &asked.after {
        let first = out.join("first.csv");
        if first.exists() {
            let rows = rows_of(desk, "first.csv", inputs::read_file(desk, &first)?)?;
            stages.push(with_rows(desk, asked, input, "check-drawn", &rows)?);
        }
        let rows = rows_of(desk, "plan.csv", inputs::read_file(desk, &out.join("plan.csv"))?)?;
        stages.push(with_rows(desk, asked, input, "check-planned", &rows)?);
        if stages[0].homes.finest().grand_total() == 0 {
            // Nobody lives there yet: nothing to compare with.
            stages.remove(0);
        }
    }
    Ok(stages)
}

/// Two plans of one intake, by their folders.
fn of_two_plans(desk: &Desk, asked: &Check, file: &Path, outs: [&PathBuf; 2]) -> Result<Vec<Population>, Failure> {
    let reading = inputs::load(desk, file, ReadOptions::default())?;
    inputs::judge(desk, &reading)?;
    let Some(input) = &reading.input else { return Err(Failure::told(Failure::PROBLEMS)) };
    let one = |out: &PathBuf| -> Result<Population, Failure> {
        let rows = rows_of(desk, "plan.csv", inputs::read_file(desk, &out.join("plan.csv"))?)?;
        let mut one = with_rows(desk, asked, input, "check-planned", &rows)?;
        one.name = out.display().to_string();
        Ok(one)
    };
    Ok(vec![one(outs[0])?, one(outs[1])?])
}

fn with_rows(desk: &Desk, asked: &Check, input: &Input, name: &str, rows: &[PlanRow]) -> Result<Population, Failure> {
    let homes = input.resident_households.iter().map(resident).chain(placed(input, rows));
    let built = build(desk, asked, &input.intake.stock, &input.roll.groups, homes)?;
    Ok(Population { name: desk.words.plain(name), ..built })
}

/// Households by stairwell. Where persons are counted, those whose number is not known are left out, and told.
fn build(
    desk: &Desk,
    asked: &Check,
    stock: &Stock,
    groups: &[String],
    households: impl Iterator<Item = Home>,
) -> Result<Population, Failure> {
    let persons = asked.count == Counted::Persons;
    let levels = ["estate", "building", "stairwell"];
    let mut builder = Builder::new(levels, groups.to_vec()).expect("groups of a roll are distinct");
    let mut places = Vec::with_capacity(stock.stairwells.len());
    let mut estate = None;
    for stairwell in &stock.stairwells {
        if estate.is_none_or(|(known, _)| known != stairwell.estate) {
            let place = builder.place(None, stock.estate_name(stairwell.estate)).expect("an estate is a first level");
            estate = Some((stairwell.estate, place));
        }
        let building = &stock.buildings[stairwell.building.index()].name;
        let building = builder.place(estate.map(|estate| estate.1), building).expect("below an estate");
        places.push(builder.place(Some(building), &stairwell.name).expect("below a building"));
    }
    let mut unknown = 0u64;
    let mut kept: Vec<Home> = Vec::new();
    for (stairwell, group, size) in households {
        if persons && size == 0 {
            unknown += 1;
            continue;
        }
        builder.add(places[stairwell], group, 1).expect("a known place and group");
        if persons {
            kept.push((stairwell, group, size));
        }
    }
    if unknown > 0 {
        desk.tell(&desk.words.say("check-unknown-persons", &args([("count", unknown.into())])));
    }
    let (homes, numbers) = builder.finish();
    let mut canonical = vec![0; groups.len()];
    homes.written_order().iter().enumerate().for_each(|(written, &group)| canonical[written] = group);
    let household = |(stairwell, group, persons): Home| Household {
        place: numbers[stairwell],
        group: canonical[group],
        persons,
        class: 0,
    };
    let households = persons.then(|| kept.into_iter().map(household).collect());
    Ok(Population { name: String::new(), homes, households })
}

/// Stairwell, declared group and persons of each placed household.
fn placed(input: &Input, rows: &[PlanRow]) -> Vec<Home> {
    let homes: BTreeMap<&str, usize> =
        input.intake.stock.dwellings.iter().map(|home| (home.key.as_str(), home.stairwell.index())).collect();
    let groups: BTreeMap<&str, (Option<usize>, u32)> = input
        .intake
        .households
        .iter()
        .zip(&input.roll.of_household)
        .map(|(who, group)| (who.key.as_str(), (group.map(|group| group.index()), who.persons)))
        .collect();
    let place = |row: &PlanRow| {
        let (group, persons) = groups.get(row.household.as_str()).copied()?;
        Some((*homes.get(row.dwelling.as_str())?, group?, persons))
    };
    rows.iter().filter_map(place).collect()
}

/// Populations with the same list of groups: one that is missing in one of them is absent there.
fn same_groups(mut populations: Vec<Population>) -> Vec<Population> {
    let mut all: Vec<String> = Vec::new();
    for population in &populations {
        let groups = population.homes.written_order().iter().map(|&group| &population.homes.groups()[group]);
        let new: Vec<String> = groups.filter(|name| !all.contains(name)).cloned().collect();
        all.extend(new);
    }
    for population in &mut populations {
        if population.homes.groups().len() < all.len() {
            let homes = population.homes.with_groups(&all);
            let number = |old: usize| {
                let name = &population.homes.groups()[old];
                homes.groups().binary_search(name).expect("all groups are there")
            };
            let numbers: Vec<usize> = (0..population.homes.groups().len()).map(number).collect();
            population.households.iter_mut().flatten().for_each(|one| one.group = numbers[one.group]);
            population.homes = homes;
        }
    }
    populations
}

/// Checks that a picture can be written before anybody waits for it.
pub fn check_svg(desk: &Desk, asked: &Check) -> Done {
    let Some(svg) = &asked.svg else { return Ok(()) };
    let path = args([("path", svg.display().to_string().into())]);
    if svg.exists() && !asked.force {
        return Err(Failure::new(Failure::CANNOT, desk.words.say("file-exists", &path)));
    }
    let read: Vec<PathBuf> = asked.file.iter().chain(&asked.compare).chain(&asked.target).cloned().collect();
    super::super::folder::check_inputs(desk, std::slice::from_ref(svg), &read)
}
