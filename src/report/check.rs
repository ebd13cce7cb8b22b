//! What `check` says: the measures of a tree of counts as JSON, as a table, as one sentence.

use super::words::{Words, args};
use crate::measure::expected::Expected;
use crate::measure::local::Local;
use crate::measure::nested::NestedLevel;
use crate::measure::statistic::Statistic;
use crate::measure::suppress::{THRESHOLD, suppress};
use crate::measure::{Counts, Measures, Undefined, Value};
use serde_json::{Map, Value as Json, json};

/// Fewest inhabited places of a level of which an index is published while some of its counts are too small to be:
/// from the index of two stairwells, the counts themselves could be worked out.
const PLACES: u64 = 10;

/// Who a result is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Anybody: no small counts, no place crossed with groups.
    Public,
    /// The office's own eyes.
    Internal,
}

/// Whether the indices of a level may be shown to an audience.
pub fn may_show(counts: &Counts, measures: &Measures, audience: Audience) -> bool {
    audience == Audience::Internal
        || (counts.finest().grand_total() >= u64::from(THRESHOLD)
            && (measures.composition.inhabited >= PLACES || suppress(counts, measures.level).count() == 0))
}

/// The measures under the published keys; `null` for what is undefined.
pub fn measures_json(counts: &Counts, measures: &Measures, audience: Audience) -> Json {
    let c = &measures.composition;
    let m = &measures.multigroup;
    let mut values = json!({
        "composition": {
            "total": c.total, "n_units_nonempty": c.inhabited, "n_groups_present": c.present,
            "entropy": number(c.entropy), "entropy_normalized": number(c.entropy_normalized),
            "simpson_interaction": number(c.simpson_interaction),
            "simpson_interaction_unbiased": number(c.simpson_interaction_unbiased),
        },
        "multigroup": {
            "mutual_information": number(m.mutual_information), "target_distance": number(m.target_distance),
            "dissimilarity": number(m.dissimilarity), "theil_h": number(m.theil_h), "gini": number(m.gini),
            "relative_diversity": number(m.relative_diversity),
            "normalized_exposure": number(m.normalized_exposure), "squared_cv": number(m.squared_cv),
            "neighbour_mix": number(m.neighbour_mix),
            "normalized_exposure_unbiased": number(m.normalized_exposure_unbiased),
        },
        "best_attainable": { "dissimilarity": number(measures.best_dissimilarity) },
        "nested": nested(counts, measures, |l| {
            json!({ "mutual_information": number(l.mutual_information), "theil_h": number(l.theil_h),
                    "cumulative_mutual_information": number(l.cumulative_mutual_information) })
        }),
        "expected_random": expected(counts, measures, audience),
        "corrected": corrected(counts, measures, audience),
        "simulated": bands(measures),
    });
    if measures.no_chance().is_none() {
        values["expected_random_nested"] = nested(counts, measures, |l| {
            let (m, h) = (l.expected_mutual_information, l.expected_theil_h);
            json!({ "mutual_information": number(m), "theil_h": number(h) })
        });
        if let (Some(last), true) = (measures.nested.last(), measures.level > 0) {
            let parent = counts.levels()[measures.level - 1].name();
            let within = number(last.expected_within_parent);
            values["expected_within_parent"] = json!({ "parent": parent, "mutual_information": within });
        }
    }
    values["one_group"] = by_group(counts, audience, |group| one_group(measures, group));
    if audience == Audience::Internal {
        values["exposure_matrix"] = matrix(counts, &measures.exposure_matrix);
        values["pairwise_dissimilarity"] = matrix(counts, &measures.pairwise_dissimilarity);
        values["local"] = local(counts, measures);
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

fn number(value: Value) -> Json {
    value.map_or(Json::Null, |value| json!(value))
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

fn nested(counts: &Counts, measures: &Measures, entry: impl Fn(&NestedLevel) -> Json) -> Json {
    let level = |nested: &NestedLevel| {
        let mut value = entry(nested);
        value["level"] = json!(counts.levels()[nested.level].name());
        value
    };
    measures.nested.iter().map(level).collect()
}

fn expected(counts: &Counts, measures: &Measures, audience: Audience) -> Json {
    let Ok(e) = &measures.expected_random else { return Json::Null };
    let group = |group: usize| match &e.one_group[group] {
        Ok(g) => json!({ "dissimilarity": g.dissimilarity, "theil_h": g.theil_h, "isolation": g.isolation }),
        Err(_) => Json::Null,
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
    let Ok(c) = &measures.corrected else { return Json::Null };
    let group = |group: usize| number(c.one_group_dissimilarity[group]);
    json!({
        "dissimilarity": c.dissimilarity, "theil_h": c.theil_h,
        "one_group_dissimilarity": by_group(counts, audience, group),
    })
}

fn bands(measures: &Measures) -> Json {
    let one = |(statistic, band): &(Statistic, _)| {
        let band: &Result<crate::measure::band::Band, Undefined> = band;
        let value = band.as_ref().map_or(Json::Null, |b| {
            json!({ "observed": b.observed, "replicates": b.replicates, "mean": b.mean, "sd": b.sd,
                    "p2.5": b.low, "p97.5": b.high, "p_upper": b.p_upper, "p_lower": b.p_lower })
        });
        (statistic_key(*statistic).to_owned(), value)
    };
    Json::Object(measures.bands.iter().map(one).collect())
}

fn statistic_key(statistic: Statistic) -> &'static str {
    match statistic {
        Statistic::Dissimilarity => "dissimilarity",
        Statistic::TheilH => "theil_h",
        Statistic::RelativeDiversity => "relative_diversity",
        Statistic::NeighbourMix => "neighbour_mix",
        Statistic::TargetDistance => "target_distance",
        Statistic::Gini => "gini",
        Statistic::GroupDissimilarity(_) => "group_dissimilarity",
        Statistic::Atkinson(_) => "atkinson",
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
    let score = |local: &Local| {
        json!({
            "total": local.total, "entropy": local.entropy, "entropy_normalized": number(local.entropy_normalized),
            "local_segregation": local.local_segregation, "simpson_interaction": local.simpson_interaction,
            "neighbour_differs": number(local.neighbour_differs), "target_distance": local.target_distance,
            "homes_off_target": local.homes_off_target,
            "location_quotient":
                counts.written_order().iter().map(|&group| number(local.location_quotient[group])).collect::<Json>(),
        })
    };
    let entry =
        |(place, local): (usize, &Result<Local, Undefined>)| (key(place), local.as_ref().map_or(Json::Null, score));
    Json::Object(measures.local.iter().enumerate().map(entry).collect())
}

/// The sentence of the headline: how often a neighbour is of another group.
pub fn headline(counts: &Counts, measures: &Measures, words: &Words) -> String {
    let level = counts.levels()[measures.level].name();
    match measures.multigroup.neighbour_mix {
        Ok(mix) => {
            let what = args([("level", level.into()), ("times", format!("{mix:.3}").into())]);
            words.say("check-headline", &what)
        }
        Err(why) => words.say("check-no-headline", &args([("why", undefined(why, words).into())])),
    }
}

/// Why there is no value.
pub fn undefined(why: Undefined, words: &Words) -> String {
    words.plain(match why {
        Undefined::Nobody => "undefined-nobody",
        Undefined::OneGroup => "undefined-one-group",
        Undefined::GroupAbsent => "undefined-group-absent",
        Undefined::GroupAlone => "undefined-group-alone",
        Undefined::EmptyPlace => "undefined-empty-place",
        Undefined::NoNeighbours => "undefined-no-neighbours",
        Undefined::OnePlace => "undefined-one-place",
    })
}

/// One line of the table: a level with its indices, each beside what lots give. Without measures: all too small.
pub fn level_line(counts: &Counts, level: usize, measures: Option<&Measures>, words: &Words) -> Vec<String> {
    let named = counts.levels()[level].name().to_owned();
    let Some(m) = measures else {
        let mut line = vec![named, counts.levels()[level].len().to_string()];
        line.extend(vec![words.plain("check-hidden"); 8]);
        return line;
    };
    let show = |value: Value| value.map_or("–".to_owned(), |value| format!("{value:.3}"));
    let chance = |of: fn(&Expected) -> f64| show(m.expected_random.as_ref().map(of).map_err(|&why| why));
    let band = m.bands.iter().find(|(statistic, _)| *statistic == Statistic::NeighbourMix);
    let (lots, p) = match band {
        Some((_, Ok(b))) => (format!("{:.3}–{:.3}", b.low, b.high), format!("{:.3}", b.p_lower)),
        _ => ("–".to_owned(), "–".to_owned()),
    };
    vec![
        named,
        m.composition.inhabited.to_string(),
        show(m.multigroup.neighbour_mix),
        lots,
        p,
        show(m.multigroup.dissimilarity),
        chance(|e| e.dissimilarity),
        show(m.best_dissimilarity),
        show(m.multigroup.theil_h),
        chance(|e| e.theil_h),
    ]
}
