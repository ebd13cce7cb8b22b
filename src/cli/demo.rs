//! `demo`: writes a synthetic town.

use super::args::Demo;
use super::desk::Desk;
use super::{Done, folder};
use crate::report::args;
use crate::town::{Recipe, make};

pub fn run(desk: &Desk, asked: &Demo) -> Done {
    folder::check_free(desk, &asked.dir, asked.force)?;
    let mut recipe = Recipe::sized(asked.households);
    recipe.scarce = asked.households == Recipe::demo().households;
    recipe.seed = asked.seed.unwrap_or(recipe.seed);
    recipe.estates = asked.estates.unwrap_or(recipe.estates);
    recipe.groups = asked.groups.unwrap_or(recipe.groups);
    recipe.opt_in_percent = asked.opt_in.unwrap_or(recipe.opt_in_percent);
    recipe.bond_percent = asked.bonds.unwrap_or(recipe.bond_percent);
    recipe.spare_percent = asked.spare.unwrap_or(recipe.spare_percent);
    recipe.resident_percent = asked.residents.unwrap_or(recipe.resident_percent);
    let progress = desk.progress();
    progress.step(desk.words.plain("doing-town"));
    let town = make(&recipe);
    progress.done();
    let files = [
        ("README.md", town.readme.as_bytes()),
        ("dwellings.csv", town.dwellings_csv.as_bytes()),
        ("households.csv", town.households_csv.as_bytes()),
        ("plan.toml", town.plan_toml.as_bytes()),
    ];
    folder::write(desk, &asked.dir, &files, asked.force)?;
    let what = args([
        ("households", recipe.households.into()),
        ("estates", recipe.estates.into()),
        ("dir", asked.dir.display().to_string().into()),
    ]);
    desk.tell(&desk.words.say("demo-done", &what));
    Ok(())
}
