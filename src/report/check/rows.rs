//! Every index of every level, one row each: for machines, so with fixed English names and full figures.

use super::Checked;
use super::difference::lines;
use super::json::statistic_key;
use super::publish::Audience;
use super::undefined::{HIDDEN, code, key, round};
use crate::measure::corrected::Corrected;
use crate::measure::expected::Expected;
use crate::measure::statistic::Statistic;
use crate::measure::{Band, Measures, Undefined, Value};

/// The header.
pub const CHECK_COLUMNS: [&str; 14] = [
    "audience",
    "population",
    "level",
    "index",
    "group",
    "observed",
    "expected",
    "p2.5",
    "p97.5",
    "p_lower",
    "p_upper",
    "best",
    "corrected",
    "undefined",
];

/// A row under construction.
#[derive(Default)]
struct Row<'a> {
    index: &'a str,
    group: &'a str,
    observed: Option<Value>,
    expected: Option<Value>,
    band: Option<&'a Band>,
    best: Option<Value>,
    corrected: Option<Value>,
}

/// The rows of populations with their names, then those of the differences of the last one from each other one.
pub fn check_csv(populations: &[(&str, &Checked)]) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (name, checked) in populations {
        for (number, measures) in checked.levels.iter().enumerate() {
            let level = checked.counts.levels()[number].name();
            match measures {
                Some(measures) => level_rows(checked, measures, &mut |row| rows.push(cells(checked, name, level, row))),
                None => {
                    let mut row = cells(checked, name, level, Row { index: "all", ..Row::default() });
                    row[13] = code(HIDDEN).to_owned();
                    rows.push(row);
                }
            }
        }
    }
    if let Some(((last_name, last), others)) = populations.split_last() {
        for (name, first) in others {
            for line in lines(first, last) {
                let observed = line.first.and_then(|a| line.second.map(|b| b - a));
                let index = statistic_key(line.statistic);
                let row = Row { index, observed: Some(observed), band: line.band.as_ref().ok(), ..Row::default() };
                rows.push(cells(last, &format!("{last_name} - {name}"), line.level, row));
            }
        }
    }
    rows
}

fn level_rows<'a>(checked: &'a Checked, m: &'a Measures, push: &mut impl FnMut(Row<'a>)) {
    let g = &m.multigroup;
    let expected = |of: fn(&Expected) -> f64| Some(m.expected_random.as_ref().map(of).map_err(|&why| why));
    let corrected = |of: fn(&Corrected) -> f64| Some(m.corrected.as_ref().map(of).map_err(|&why| why));
    let band =
        |statistic| m.bands.iter().find(|(known, _)| *known == statistic).and_then(|(_, band)| band.as_ref().ok());
    let mut one = |index, observed, expected, statistic: Option<Statistic>, best, corrected| {
        let band = statistic.and_then(band);
        push(Row { index, group: "", observed: Some(observed), expected, band, best, corrected });
    };
    one("neighbour_mix", g.neighbour_mix, expected(|e| e.neighbour_mix), Some(Statistic::NeighbourMix), None, None);
    let best = Some(m.best_dissimilarity);
    let d = Some(Statistic::Dissimilarity);
    one("dissimilarity", g.dissimilarity, expected(|e| e.dissimilarity), d, best, corrected(|c| c.dissimilarity));
    one("theil_h", g.theil_h, expected(|e| e.theil_h), Some(Statistic::TheilH), None, corrected(|c| c.theil_h));
    one("mutual_information", g.mutual_information, expected(|e| e.mutual_information), None, None, None);
    let r = Some(Statistic::RelativeDiversity);
    one("relative_diversity", g.relative_diversity, expected(|e| e.relative_diversity), r, None, None);
    one("normalized_exposure", g.normalized_exposure, expected(|e| e.normalized_exposure), None, None, None);
    let unbiased = expected(|e| e.normalized_exposure_unbiased);
    one("normalized_exposure_unbiased", g.normalized_exposure_unbiased, unbiased, None, None, None);
    one("squared_cv", g.squared_cv, expected(|e| e.squared_cv), None, None, None);
    one("target_distance", g.target_distance, expected(|e| e.target_distance), None, None, None);
    let drawn = band(Statistic::Gini).map(|band| Ok(band.mean));
    one("gini", g.gini, drawn, Some(Statistic::Gini), None, None);
    let c = &m.composition;
    one("entropy", c.entropy, None, None, None, None);
    one("entropy_normalized", c.entropy_normalized, None, None, None, None);
    one("simpson_interaction", c.simpson_interaction, None, None, None, None);
    one("simpson_interaction_unbiased", c.simpson_interaction_unbiased, None, None, None, None);
    if let Some(Ok(against)) = &m.against_target {
        let chance = Some(against.expected_target_distance);
        one("against_target", Ok(against.target_distance), chance, None, None, None);
    }
    group_rows(checked, m, push);
}

fn group_rows<'a>(checked: &'a Checked, m: &'a Measures, push: &mut impl FnMut(Row<'a>)) {
    for &group in checked.counts.written_order() {
        let g = &m.one_group[group];
        let chance = m.expected_random.as_ref().map_err(|&why| why).and_then(|e| e.one_group[group]);
        let corrected = m.corrected.as_ref().map_err(|&why| why).and_then(|c| c.one_group_dissimilarity[group]);
        let band = |statistic| m.bands.iter().find(|(known, _)| *known == statistic).and_then(|(_, b)| b.as_ref().ok());
        let name = checked.counts.groups()[group].as_str();
        let mut one = |index, observed, expected: Option<Value>, band: Option<&'a Band>, corrected| {
            push(Row { index, group: name, observed: Some(observed), expected, band, best: None, corrected });
        };
        let exact = |value: Value, chance: Value| Some(value.and(chance));
        one("dissimilarity", g.dissimilarity, Some(chance.map(|e| e.dissimilarity)), None, Some(corrected));
        one("theil_h", g.theil_h, Some(chance.map(|e| e.theil_h)), None, None);
        one("isolation", g.isolation, Some(chance.map(|e| e.isolation)), None, None);
        one("exposure_to_others", g.exposure_to_others, Some(chance.map(|e| 1.0 - e.isolation)), None, None);
        one("isolation_exact", g.isolation_exact, None, None, None);
        let variance = m.expected_random.as_ref().map(|e| e.relative_diversity).map_err(|&why| why);
        one("eta2", g.eta2, exact(g.eta2, variance), None, None);
        one("eta2_unbiased", g.eta2_unbiased, exact(g.eta2_unbiased, Ok(0.0)), None, None);
        for (index, observed, statistic) in
            [("gini", g.gini, Statistic::GroupGini(group)), ("atkinson", g.atkinson, Statistic::Atkinson(group))]
        {
            one(index, observed, band(statistic).map(|band| Ok(band.mean)), band(statistic), None);
        }
        one("density_corrected_d", g.density_corrected_d, None, None, None);
    }
}

fn cells(checked: &Checked, population: &str, level: &str, row: Row) -> Vec<String> {
    let public = checked.audience == Audience::Public;
    let number = |value: f64| format!("{}", if public { round(value) } else { value });
    let show = |value: Option<Value>| value.and_then(Result::ok).map_or(String::new(), number);
    let of_band = |of: fn(&Band) -> f64| row.band.map_or(String::new(), |band| number(of(band)));
    let chance = |of: fn(&Band) -> f64| row.band.map_or(String::new(), |band| format!("{}", of(band)));
    let why: Option<Undefined> = row.observed.and_then(Result::err).or(row.expected.and_then(Result::err));
    let audience = if public { "public" } else { "internal" };
    [audience, population, level, row.index, row.group]
        .into_iter()
        .map(str::to_owned)
        .chain([show(row.observed), show(row.expected), of_band(|b| b.low), of_band(|b| b.high)])
        .chain([chance(|b| b.p_lower), chance(|b| b.p_upper), show(row.best), show(row.corrected)])
        .chain([why.map_or("", |why| code(key(why))).to_owned()])
        .collect()
}
