//! The measures under the published keys.

use super::super::words::Words;
use super::Checked;
use super::publish::Audience;
use super::undefined::{TOO_MANY, hidden, mark, missing, number, settle};
use crate::measure::expected::Expected;
use crate::measure::local::Local;
use crate::measure::nested::NestedLevel;
use crate::measure::statistic::Statistic;
use crate::measure::suppress::{THRESHOLD, suppress};
use crate::measure::target::AgainstTarget;
use crate::measure::{Band, Counts, Measures, Undefined, Value};
use serde_json::{Map, Value as Json, json};

/// So many places are listed one by one; the list of a whole county would fill the memory and help nobody.
pub const MOST_PLACES: usize = 50_000;

/// The measures under the published keys; `null` for what is undefined.
pub fn measures_json(counts: &Counts, measures: &Measures, audience: Audience, words: &Words) -> Json {
    let shown = vec![true; measures.level + 1];
    settle(measured(counts, measures, audience, &shown), audience, words).0
}

/// The measures of the finest level under the published keys, and why some are `null`, by dotted path.
pub fn values_json(checked: &Checked, words: &Words) -> (Json, Map<String, Json>) {
    let Some(finest) = checked.finest() else {
        return settle(hidden(), checked.audience, words);
    };
    let shown: Vec<bool> = checked.levels.iter().map(Option::is_some).collect();
    let mut values = measured(checked.counts, finest, checked.audience, &shown);
    if let Some(against) = &finest.against_target {
        values["against_target"] = against.as_ref().map_or_else(|&why| missing(why), |a| against_target(checked, a));
    }
    settle(values, checked.audience, words)
}

/// The main indices of each level, each beside what lots give.
pub fn by_level_json(checked: &Checked, words: &Words) -> Json {
    let level = |(at, measures): (usize, &Option<Measures>)| {
        let level = &checked.counts.levels()[at];
        let Some(m) = measures else {
            return json!({ "level": level.name(), "places": level.len(), "shown": false });
        };
        let e = m.expected_random.as_ref();
        let chance = |of: fn(&Expected) -> f64| number(e.map(of).map_err(|&why| why));
        json!({
            "level": level.name(), "places": m.composition.inhabited, "shown": true,
            "one_home_places": number(m.one_home_places),
            "neighbour_mix": { "observed": number(m.multigroup.neighbour_mix), "expected": chance(|e| e.neighbour_mix),
                "lots": band(m, Statistic::NeighbourMix) },
            "dissimilarity": { "observed": number(m.multigroup.dissimilarity), "expected": chance(|e| e.dissimilarity),
                "best": number(m.best_dissimilarity), "lots": band(m, Statistic::Dissimilarity) },
            "theil_h": { "observed": number(m.multigroup.theil_h), "expected": chance(|e| e.theil_h),
                "lots": band(m, Statistic::TheilH) },
            "relative_diversity": { "observed": number(m.multigroup.relative_diversity),
                "expected": chance(|e| e.relative_diversity), "lots": band(m, Statistic::RelativeDiversity) },
        })
    };
    settle(checked.levels.iter().enumerate().map(level).collect(), checked.audience, words).0
}

fn measured(counts: &Counts, measures: &Measures, audience: Audience, shown: &[bool]) -> Json {
    let c = &measures.composition;
    let m = &measures.multigroup;
    let mut values = json!({
        "composition": {
            "total": c.total, "n_units_nonempty": c.inhabited, "n_groups_present": c.present,
            "entropy": number(c.entropy), "entropy_normalized": number(c.entropy_normalized),
            "simpson_interaction": number(c.simpson_interaction),
            "simpson_interaction_unbiased": number(c.simpson_interaction_unbiased),
        },
        "one_home_places": number(measures.one_home_places),
        "multigroup": {
            "mutual_information": number(m.mutual_information), "target_distance": number(m.target_distance),
            "dissimilarity": number(m.dissimilarity), "theil_h": number(m.theil_h), "gini": number(m.gini),
            "relative_diversity": number(m.relative_diversity),
            "normalized_exposure": number(m.normalized_exposure), "squared_cv": number(m.squared_cv),
            "neighbour_mix": number(m.neighbour_mix),
            "normalized_exposure_unbiased": number(m.normalized_exposure_unbiased),
        },
        "best_attainable": { "dissimilarity": number(measures.best_dissimilarity) },
        "nested": nested(counts, measures, shown),
        "expected_random": expected(counts, measures, audience),
        "corrected": corrected(counts, measures, audience),
        "simulated": bands(counts, measures, audience),
        "one_group": by_group(counts, audience, |group| one_group(measures, group)),
    });
    if measures.no_chance().is_none() {
        values["expected_random_nested"] = nested_chance(counts, measures, shown);
        if let (Some(last), true) = (measures.nested.last(), measures.level > 0 && shown[measures.level - 1]) {
            let parent = counts.levels()[measures.level - 1].name();
            let within = number(last.expected_within_parent);
            values["expected_within_parent"] = json!({ "parent": parent, "mutual_information": within });
        }
    }
    if let Some(split) = measures.split.filter(|split| shown[split.level]) {
        values["split"] = json!({
            "level": counts.levels()[split.level].name(),
            "between": { "theil_h": number(split.between), "expected": number(split.expected_between) },
            "inside": { "theil_h": number(split.inside), "expected": number(split.expected_inside) },
        });
    }
    if audience == Audience::Internal {
        values["exposure_matrix"] = matrix(counts, &measures.exposure_matrix);
        values["pairwise_dissimilarity"] = matrix(counts, &measures.pairwise_dissimilarity);
        let too_many = counts.levels()[measures.level].len() > MOST_PLACES;
        values["local"] = if too_many { mark(TOO_MANY) } else { local(counts, measures) };
        values["within"] = within(counts, measures);
        let summary = &measures.local_summary;
        values["local_summary"] = json!({
            "n_units": summary.places,
            "min_local_segregation": number(summary.min_local_segregation),
            "max_local_segregation": number(summary.max_local_segregation),
            "homes_off_target_total": summary.homes_off_target_total,
        });
    }
    values
}

/// Against the target, under the published keys.
fn against_target(checked: &Checked, against: &AgainstTarget) -> Json {
    let counts = checked.counts;
    let by_name = |of: &dyn Fn(usize) -> Json| -> Json {
        let groups = counts.written_order().iter();
        Json::Object(groups.map(|&group| (counts.groups()[group].clone(), of(group))).collect())
    };
    let public = checked.audience == Audience::Public;
    let count = |homes: u64| if public && (1..u64::from(THRESHOLD)).contains(&homes) { hidden() } else { json!(homes) };
    let mut value = json!({
        "target_distance": against.target_distance,
        "expected_target_distance": number(against.expected_target_distance),
        "homes_off_target": count(against.homes_off_target), "units_on_target": against.places_on_target,
        "homes_over_cap": count(against.homes_over_cap), "units_over_cap": against.places_over_cap,
        "tolerance": checked.tolerances.last().copied().flatten(),
        "units_outside_tolerance": against.places_outside_tolerance,
    });
    if let Some(target) = &checked.target {
        value["target"] = by_name(&|group| json!(target.shares()[group]));
        value["cap"] = by_name(&|group| json!(target.caps()[group]));
    }
    if checked.hidden_cap {
        (value["homes_over_cap"], value["units_over_cap"]) = (hidden(), hidden());
    }
    value
}

/// Separation inside each parent, by level and the parent's path.
fn within(counts: &Counts, measures: &Measures) -> Json {
    let level = |nested: &NestedLevel| {
        let parents = nested.parents.iter().map(|parent| {
            let path = if nested.level == 0 { Vec::new() } else { counts.path(nested.level - 1, parent.parent) };
            json!({
                "parent": path.join("/"), "total": parent.total, "mutual_information": parent.mutual_information,
                "theil_h": parent.theil_h, "ent_ratio": number(parent.ent_ratio),
                "expected_mutual_information": number(parent.expected_mutual_information),
            })
        });
        json!({ "level": counts.levels()[nested.level].name(), "parents": parents.collect::<Json>() })
    };
    measures.nested.iter().map(level).collect()
}

/// A matrix of groups in the order in which they were written.
fn matrix(counts: &Counts, rows: &[Vec<Value>]) -> Json {
    let order = counts.written_order();
    let row = |&a: &usize| order.iter().map(|&b| number(rows[a][b])).collect::<Json>();
    order.iter().map(row).collect()
}

/// An object with an entry for each group that may be named with its figures.
fn by_group(counts: &Counts, audience: Audience, entry: impl Fn(usize) -> Json) -> Json {
    let hidden = (audience == Audience::Public).then(|| suppress(counts, 0));
    let shown = |group: &usize| hidden.as_ref().is_none_or(|hidden| !hidden.overall(*group));
    let entries: Map<String, Json> = counts
        .written_order()
        .iter()
        .filter(|group| shown(group))
        .map(|&group| (counts.groups()[group].clone(), entry(group)))
        .collect();
    Json::Object(entries)
}

fn one_group(measures: &Measures, group: usize) -> Json {
    let g = &measures.one_group[group];
    json!({
        "isolation": number(g.isolation), "exposure_to_others": number(g.exposure_to_others),
        "isolation_exact": number(g.isolation_exact), "dissimilarity": number(g.dissimilarity),
        "theil_h": number(g.theil_h), "gini": number(g.gini), "atkinson": number(g.atkinson),
        "eta2": number(g.eta2), "eta2_unbiased": number(g.eta2_unbiased),
        "density_corrected_d": number(g.density_corrected_d),
    })
}

/// M and H by level. What belongs to a level that is not shown goes to the next finer one, so that the parts still add
/// up and nothing of it can be subtracted.
fn nested(counts: &Counts, measures: &Measures, shown: &[bool]) -> Json {
    let parts = gathered(measures, shown, |l| [l.mutual_information, l.theil_h]);
    let level = |(level, [m, h]): (usize, [Value; 2])| {
        let so_far = measures.nested[level].cumulative_mutual_information;
        json!({ "level": counts.levels()[level].name(), "mutual_information": number(m), "theil_h": number(h),
                "cumulative_mutual_information": number(so_far) })
    };
    parts.into_iter().map(level).collect()
}

fn nested_chance(counts: &Counts, measures: &Measures, shown: &[bool]) -> Json {
    let parts = gathered(measures, shown, |l| [l.expected_mutual_information, l.expected_theil_h]);
    let level = |(level, [m, h]): (usize, [Value; 2])| {
        let name = counts.levels()[level].name();
        json!({ "level": name, "mutual_information": number(m), "theil_h": number(h) })
    };
    parts.into_iter().map(level).collect()
}

fn gathered(measures: &Measures, shown: &[bool], of: fn(&NestedLevel) -> [Value; 2]) -> Vec<(usize, [Value; 2])> {
    let add = |a: Value, b: Value| a.and_then(|a| b.map(|b| a + b));
    let mut open = [Ok(0.0), Ok(0.0)];
    let mut parts = Vec::new();
    for nested in &measures.nested {
        let [m, h] = of(nested);
        open = [add(open[0], m), add(open[1], h)];
        if shown[nested.level] {
            parts.push((nested.level, std::mem::replace(&mut open, [Ok(0.0), Ok(0.0)])));
        }
    }
    parts
}

fn expected(counts: &Counts, measures: &Measures, audience: Audience) -> Json {
    let e = match &measures.expected_random {
        Ok(e) => e,
        Err(why) => return missing(*why),
    };
    let group = |group: usize| match &e.one_group[group] {
        Ok(g) => json!({ "dissimilarity": g.dissimilarity, "theil_h": g.theil_h, "isolation": g.isolation }),
        Err(why) => missing(*why),
    };
    json!({
        "dissimilarity": e.dissimilarity, "theil_h": e.theil_h, "mutual_information": e.mutual_information,
        "relative_diversity": e.relative_diversity, "normalized_exposure": e.normalized_exposure,
        "squared_cv": e.squared_cv, "target_distance": e.target_distance, "neighbour_mix": e.neighbour_mix,
        "normalized_exposure_unbiased": e.normalized_exposure_unbiased,
        "one_group": by_group(counts, audience, group),
    })
}

fn corrected(counts: &Counts, measures: &Measures, audience: Audience) -> Json {
    let c = match &measures.corrected {
        Ok(c) => c,
        Err(why) => return missing(*why),
    };
    let group = |group: usize| number(c.one_group_dissimilarity[group]);
    json!({
        "dissimilarity": c.dissimilarity, "theil_h": c.theil_h,
        "one_group_dissimilarity": by_group(counts, audience, group),
    })
}

/// Bands by index; those of single groups by group, as far as the group may be named.
fn bands(counts: &Counts, measures: &Measures, audience: Audience) -> Json {
    let entries = |group: Option<usize>| -> Json {
        let of_group = measures.bands.iter().filter(|(statistic, _)| statistic.group() == group);
        let entry = |(statistic, band): &(Statistic, Result<Band, Undefined>)| {
            (statistic_key(*statistic).to_owned(), band.as_ref().map_or_else(|&why| missing(why), band_json))
        };
        Json::Object(of_group.map(entry).collect())
    };
    let mut all = entries(None);
    if measures.bands.iter().any(|(statistic, _)| statistic.group().is_some()) {
        all["one_group"] = by_group(counts, audience, |group| entries(Some(group)));
    }
    all
}

/// The band of one index, where lots were drawn for it.
fn band(measures: &Measures, statistic: Statistic) -> Json {
    match measures.bands.iter().find(|(known, _)| *known == statistic) {
        Some((_, band)) => band.as_ref().map_or_else(|&why| missing(why), band_json),
        None => missing(Undefined::NotDrawn),
    }
}

/// A band under the published keys.
pub(super) fn band_json(band: &Band) -> Json {
    json!({ "observed": band.observed, "replicates": band.replicates, "mean": band.mean, "sd": band.sd,
            "p2.5": band.low, "p97.5": band.high, "p_upper": band.p_upper, "p_lower": band.p_lower })
}

/// The published key of an index.
pub(super) fn statistic_key(statistic: Statistic) -> &'static str {
    match statistic {
        Statistic::Dissimilarity | Statistic::GroupDissimilarity(_) => "dissimilarity",
        Statistic::TheilH | Statistic::GroupTheilH(_) => "theil_h",
        Statistic::RelativeDiversity => "relative_diversity",
        Statistic::NeighbourMix => "neighbour_mix",
        Statistic::TargetDistance => "target_distance",
        Statistic::Gini | Statistic::GroupGini(_) => "gini",
        Statistic::Atkinson(_) => "atkinson",
        Statistic::NormalizedExposure => "normalized_exposure",
        Statistic::SquaredCv => "squared_cv",
        Statistic::MutualInformation => "mutual_information",
        Statistic::Isolation(_) => "isolation",
    }
}

/// Scores by place: by the place's own name where that is unique, else by its whole path.
fn local(counts: &Counts, measures: &Measures) -> Json {
    let level = &counts.levels()[measures.level];
    let mut names: Vec<&str> = (0..level.len()).map(|place| level.place_name(place)).collect();
    names.sort_unstable();
    let unique = names.windows(2).all(|pair| pair[0] != pair[1]);
    let key = |place: usize| {
        if unique { level.place_name(place).to_owned() } else { counts.path(measures.level, place).join("/") }
    };
    let in_order = |list: &[f64]| counts.written_order().iter().map(|&group| json!(list[group])).collect::<Json>();
    let score = |local: &Local| {
        json!({
            "total": local.total, "entropy": local.entropy, "entropy_normalized": number(local.entropy_normalized),
            "local_segregation": local.local_segregation, "simpson_interaction": local.simpson_interaction,
            "neighbour_differs": number(local.neighbour_differs), "target_distance": local.target_distance,
            "homes_off_target": local.homes_off_target,
            "share_difference": in_order(&local.share_difference),
            "at_least": in_order(&local.at_least), "at_most": in_order(&local.at_most),
            "location_quotient":
                counts.written_order().iter().map(|&group| number(local.location_quotient[group])).collect::<Json>(),
        })
    };
    let entry = |(place, local): (usize, &Result<Local, Undefined>)| {
        (key(place), local.as_ref().map_or_else(|&why| missing(why), score))
    };
    Json::Object(measures.local.iter().enumerate().map(entry).collect())
}
