//! What populations are measured against: a published target, and the public's eyes.

use super::super::args::Check;
use super::super::desk::Desk;
use super::super::{Failure, inputs};
use super::population::{Population, judge};
use crate::measure::TargetShares;
use crate::model::PublishedTarget;
use crate::read::{Measured, SourceFile, Summary, target};
use crate::report::{Audience, pooled};

/// The target of `--target`, by the groups as they are written.
pub fn load_target(desk: &Desk, asked: &Check, populations: &[Population]) -> Result<Option<PublishedTarget>, Failure> {
    let (Some(path), Some(last)) = (&asked.target, populations.last()) else { return Ok(None) };
    let file = SourceFile { name: path.display().to_string(), bytes: inputs::read_file(desk, path)? };
    let counts = &last.homes;
    let here: Vec<bool> = (0..counts.groups().len())
        .map(|group| populations.iter().any(|one| one.homes.group_totals()[group] > 0))
        .collect();
    let groups: Vec<(String, bool)> =
        counts.written_order().iter().map(|&group| (counts.groups()[group].clone(), here[group])).collect();
    let levels: Vec<String> = counts.levels().iter().map(|level| level.name().to_owned()).collect();
    let (found, problems) = target(&file, Measured { groups: &groups, levels: &levels });
    judge(desk, file, problems, Summary::default(), found).map(Some)
}

/// Populations as an audience may see them, and the target for their groups. The last says whether a cap was hidden.
pub struct Shown {
    pub populations: Vec<Population>,
    /// Shares and caps by group number.
    pub target: Option<(Vec<f64>, Vec<Option<f64>>)>,
    pub hidden_cap: bool,
}

/// For the public, groups that are too small are taken together under one name before anything is worked out.
pub fn shown(
    mut populations: Vec<Population>,
    target: Option<&PublishedTarget>,
    audience: Audience,
    grows: bool,
) -> Shown {
    let numbers = populations.last().map_or(Vec::new(), |last| last.homes.written_order().to_vec());
    // From the order as written to group numbers.
    let by_number = |target: &PublishedTarget| {
        let (mut shares, mut caps) = (vec![0.0; numbers.len()], vec![None; numbers.len()]);
        for (written, &group) in numbers.iter().enumerate() {
            (shares[group], caps[group]) = (target.shares[written], target.caps[written]);
        }
        (shares, caps)
    };
    let target = target.map(by_number);
    let counts: Vec<_> = populations.iter().map(|one| &one.homes).collect();
    let together = if audience == Audience::Public { pooled(&counts, grows) } else { Vec::new() };
    if !together.contains(&true) {
        return Shown { populations, target, hidden_cap: false };
    }
    let name = other_name(&populations);
    let hidden_cap =
        target.iter().any(|(_, caps)| caps.iter().zip(&together).any(|(cap, joined)| *joined && cap.is_some()));
    let mut new_target = None;
    for population in &mut populations {
        let homes = population.homes.joined(&together, &name);
        let number = |old: usize| {
            let own = if together[old] { &name } else { &population.homes.groups()[old] };
            homes.groups().binary_search(own).expect("the group is kept or joined")
        };
        let new: Vec<usize> = (0..together.len()).map(number).collect();
        population.households.iter_mut().flatten().for_each(|one| one.group = new[one.group]);
        new_target = target.as_ref().map(|(shares, caps)| {
            let (mut s, mut c) = (vec![0.0; homes.groups().len()], vec![None; homes.groups().len()]);
            for old in 0..new.len() {
                s[new[old]] += shares[old];
                c[new[old]] = if together[old] { None } else { caps[old] };
            }
            (s, c)
        });
        population.homes = homes;
    }
    Shown { populations, target: new_target, hidden_cap }
}

/// A name for groups taken together that no group has.
fn other_name(populations: &[Population]) -> String {
    // The same in every language: names are sorted, and the order of groups must not follow the language.
    let mut name = "(others)".to_owned();
    while populations.iter().any(|one| one.homes.groups().contains(&name)) {
        name.push('*');
    }
    name
}

impl Shown {
    /// The target of a level, with its tolerance in percentage points.
    pub fn target_of(&self, number: usize, tolerance: Option<f64>) -> Option<TargetShares> {
        let (shares, caps) = self.target.clone()?;
        let counts = &self.populations[number].homes;
        let target = TargetShares::new(counts, shares, caps).expect("read checks the target");
        Some(target.within(tolerance.map(|points| points / 100.0)))
    }
}
