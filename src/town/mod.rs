//! # town: invented towns
//!
//! - **Knows**: how large households and buildings are, how groups cluster by village, what people tend to choose:
//!   the shares of a recipe.
//! - **Does not know**: the model, files, clocks, floating-point numbers, any real place or people.
//! - **Comes from**: a [`Recipe`] with its seed number.
//! - **Goes to**: `cli`, which writes the text to files, and tests that need a town.
//!
//! The same recipe makes the same bytes on every machine: whole numbers only, one named generator, no sampling but
//! our own. All signed households of a town that is not scarce can be housed at once, nearly always even at its
//! smallest sizes.

mod build;
mod chance;
mod homes;
mod land;
mod people;
mod recipe;
mod sheets;
#[cfg(test)]
mod tests;
mod wishes;

pub use recipe::Recipe;

use build::State;
use chance::{Chance, Stream};

/// A town, file by file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Town {
    /// Content of `dwellings.csv`.
    pub dwellings_csv: String,
    /// Content of `households.csv`.
    pub households_csv: String,
    /// Content of `plan.toml`.
    pub plan_toml: String,
    /// Content of `README.md`: what the town is and what to try with it.
    pub readme: String,
}

/// Makes the town of this recipe. Numbers outside their range are brought into it.
pub fn make(recipe: &Recipe) -> Town {
    let recipe = &recipe.in_range();
    let land = land::settle(recipe);
    let groups = land::groups(recipe, &land);
    let families = people::families(recipe);
    let (bond_of, bonds) = people::bonds(recipe, &land, &groups);
    let (estates, wishes) = wishes::wishes(recipe, &land, &bond_of, bonds);
    let consents = people::consents(recipe, &land);

    let mut dwellings_csv = sheets::DWELLINGS_HEADER.to_owned();
    let mut chances = build::Chances::new(recipe.seed);
    let (mut vacant, mut homes) = (0, 0);
    let wanted = homes::wanted(recipe, &families, (&estates, &wishes), &consents);
    for (estate, wanted) in wanted.iter().enumerate() {
        let built = build::build(recipe, estate, wanted, &mut chances);
        vacant += built.iter().filter(|home| home.state == State::Vacant).count();
        homes += built.len();
        sheets::dwellings(&mut dwellings_csv, &built, &estates);
    }

    let row = |household: usize| sheets::Row {
        family: &families[household],
        wish: &wishes[household],
        consent: &consents[household],
        group: groups[household],
        bond: bond_of[household],
        origin: &land.villages[land.hamlets[land.hamlet_of[household]].village].name,
    };
    // Ids must not follow the villages.
    let mut order: Vec<usize> = (0..families.len()).collect();
    Chance::new(recipe.seed, Stream::Order).shuffle(&mut order);
    let rows: Vec<sheets::Row> = order.into_iter().map(row).collect();
    Town {
        households_csv: sheets::households(&rows, &estates, bonds),
        plan_toml: sheets::plan(recipe),
        readme: sheets::readme(recipe, &rows, vacant, homes, &estates),
        dwellings_csv,
    }
}
