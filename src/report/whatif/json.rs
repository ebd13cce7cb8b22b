//! Outcomes and comparisons as JSON. Keys are those of the CSV files.

use super::{Comparison, Told};
use crate::whatif::{Chances, FIGURES, Figures, Outcome, Part, Spread};
use serde_json::{Map, Value, json};

/// One outcome, on one line.
pub fn outcome_json(outcome: &Outcome) -> String {
    let values = outcome.figures.values();
    let figures: Map<String, Value> =
        FIGURES.iter().zip(&values).map(|(figure, value)| (figure.key.to_owned(), json!(value))).collect();
    json!({
        "figures": figures,
        "classes": outcome.classes.iter().map(part).collect::<Vec<_>>(),
        "groups": outcome.groups.iter().map(part).collect::<Vec<_>>(),
    })
    .to_string()
}

/// An outcome from [`outcome_json`]; `None` where the text is something else.
pub fn outcome_from_json(text: &str) -> Option<Outcome> {
    let value: Value = serde_json::from_str(text).ok()?;
    let figures = value.get("figures")?.as_object()?;
    let values: Vec<Option<f64>> = FIGURES.iter().map(|figure| figures.get(figure.key)?.as_f64()).collect();
    let parts = |key: &str| value.get(key)?.as_array()?.iter().map(part_from).collect::<Option<Vec<Part>>>();
    Some(Outcome { figures: Figures::from_values(&values), classes: parts("classes")?, groups: parts("groups")? })
}

fn part(part: &Part) -> Value {
    json!({
        "label": part.label,
        "signed": part.signed,
        "housed": part.housed,
        "first_choice": part.first_choice,
        "left_out_for_cap": part.left_out_for_cap,
        "rounds": part.rounds,
        "exchanged": part.exchanged,
    })
}

fn part_from(value: &Value) -> Option<Part> {
    let count = |key: &str| value.get(key)?.as_u64();
    Some(Part {
        label: value.get("label")?.as_str()?.to_owned(),
        signed: count("signed")?,
        housed: count("housed")?,
        first_choice: count("first_choice")?,
        left_out_for_cap: count("left_out_for_cap")?,
        rounds: count("rounds")?,
        exchanged: count("exchanged")?,
    })
}

/// `comparison.json`.
pub fn comparison_json(comparison: &Comparison) -> String {
    let ranking = comparison.ranking.iter().map(|reach| {
        json!({
            "axis": reach.axis,
            "neighbour_mix": [reach.mix.0, reach.mix.1],
            "score": [reach.score.0, reach.score.1],
            "first_choice_share": [reach.choice.0, reach.choice.1],
        })
    });
    let value = json!({
        "schema_version": 1,
        "mixplan": comparison.version,
        "seeds": comparison.seeds,
        "scenarios": comparison.scenarios.iter().map(scenario).collect::<Vec<_>>(),
        "ranking": ranking.collect::<Vec<_>>(),
    });
    let mut text = serde_json::to_string_pretty(&value).expect("a JSON value always serializes");
    text.push('\n');
    text
}

fn scenario(told: &Told) -> Value {
    let by_figure = |spreads: &[Option<Spread>]| -> Map<String, Value> {
        FIGURES.iter().zip(spreads).map(|(figure, s)| (figure.key.to_owned(), spread(s.as_ref()))).collect()
    };
    let changes: Map<String, Value> =
        told.named.changes.iter().map(|(key, setting)| ((*key).to_owned(), json!(setting.to_string()))).collect();
    json!({
        "name": told.named.name,
        "mechanism": told.mechanism.word(),
        "changes": changes,
        "alone": told.named.alone,
        "figures": by_figure(&told.compared.figures),
        "differences": by_figure(&told.compared.differences),
        "least_housed": told.compared.least_housed,
        "least_first_choice": told.compared.least_first,
        "classes": told.compared.classes.iter().map(chances).collect::<Vec<_>>(),
        "groups": told.compared.groups.iter().map(chances).collect::<Vec<_>>(),
    })
}

fn spread(spread: Option<&Spread>) -> Value {
    spread.map_or(Value::Null, |s| json!({ "runs": s.runs, "mean": s.mean, "low": s.low, "high": s.high }))
}

fn chances(of: &Chances) -> Value {
    json!({
        "label": of.label,
        "signed": of.signed,
        "housed": spread(of.housed.as_ref()),
        "first_choice": spread(of.first_choice.as_ref()),
        "left_out_for_cap": spread(of.left_out_for_cap.as_ref()),
        "rounds": spread(of.rounds.as_ref()),
        "exchanged": spread(of.exchanged.as_ref()),
    })
}
