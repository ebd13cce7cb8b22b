//! Why somebody has no home, in a sentence with figures and the smallest repair.

use super::words::{Words, args};
use crate::model::{HomeKind, Intake, Reason, Repair};

/// More kinds than this are not spelled out.
const KINDS_SPELLED_OUT: usize = 6;

/// The stable code of a reason, as in `unplaced.csv`.
pub fn reason_code(reason: &Reason) -> &'static str {
    match reason {
        Reason::NoSuchHome { .. } => "no_such_home",
        Reason::Shortage { .. } => "shortage",
    }
}

/// The reason and what would mend it.
pub fn reason_sentence(intake: &Intake, reason: &Reason, words: &Words) -> String {
    let (why, repairs) = match reason {
        Reason::NoSuchHome { repairs } => (words.plain("reason-no-such-home"), repairs),
        Reason::Shortage { households, homes, kinds, repairs } => {
            let figures = args([
                ("households", (*households).into()),
                ("homes", (*homes).into()),
                ("kinds", kinds_named(intake, kinds, words).into()),
            ]);
            (words.say("reason-shortage", &figures), repairs)
        }
    };
    let repairs: Vec<String> = repairs.iter().map(|repair| repair_words(intake, repair, words)).collect();
    if repairs.is_empty() {
        return why;
    }
    let listed = repairs.join(&words.plain("list-or"));
    format!("{why}{}", words.say("reason-repair", &args([("repairs", listed.into())])))
}

/// Kinds of homes as one list; if there are many, the first few.
pub(super) fn kinds_named(intake: &Intake, kinds: &[HomeKind], words: &Words) -> String {
    let mut named: Vec<String> =
        kinds.iter().take(KINDS_SPELLED_OUT).map(|kind| kind_words(intake, kind, words)).collect();
    if kinds.len() > KINDS_SPELLED_OUT {
        let more = (kinds.len() - KINDS_SPELLED_OUT) as u64;
        named.push(words.say("reason-more-kinds", &args([("count", more.into())])));
    }
    named.join(&words.plain("list-comma"))
}

fn kind_words(intake: &Intake, kind: &HomeKind, words: &Words) -> String {
    let steps = match kind.step_free {
        Some(true) => words.plain("kind-step-free"),
        Some(false) => words.plain("kind-with-steps"),
        None => String::new(),
    };
    let floors = match kind.floors {
        Some((lowest, highest)) if lowest == highest => words.say("kind-floor", &args([("floor", highest.into())])),
        Some((lowest, highest)) => words.say("kind-floors", &args([("from", lowest.into()), ("to", highest.into())])),
        None => String::new(),
    };
    let what = args([
        ("steps", steps.into()),
        ("floors", floors.into()),
        ("type", intake.stock.home_type_name(kind.home_type).into()),
        ("estate", intake.stock.estate_name(kind.estate).into()),
    ]);
    words.say("kind", &what)
}

fn repair_words(intake: &Intake, repair: &Repair, words: &Words) -> String {
    match repair {
        Repair::MoreHomes { count, kind } => {
            let kind = kind_words(intake, kind, words);
            let what = args([("count", (*count).into()), ("others", (count - 1).into()), ("kind", kind.into())]);
            words.say("repair-more-homes", &what)
        }
        Repair::Accepting { kind } => {
            let what = args([("left", kind.homes.into()), ("kind", kind_words(intake, kind, words).into())]);
            words.say("repair-accepting", &what)
        }
    }
}
