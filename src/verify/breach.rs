//! What a check reports: data, not sentences. The sentences are in `data/words/`.

use super::promise::Promise;
use std::fmt::Display;

/// A promise that is broken, for whom and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// Which promise.
    pub promise: Promise,
    /// Key of the household concerned, as the row writes it; `None` where the whole plan is concerned.
    pub household: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong: a stable code and the values its message needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which fault.
    pub code: Code,
    /// Name and value of each parameter, the names as in [`Code::params`].
    pub params: Vec<(&'static str, String)>,
}

impl Fault {
    /// The value of a parameter.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str())
    }
}

impl Breach {
    /// A breach; `values` in the order of [`Code::params`].
    pub(super) fn new(promise: Promise, household: Option<&str>, code: Code, values: &[&dyn Display]) -> Self {
        let names = code.params();
        assert_eq!(names.len(), values.len(), "{}: one value per parameter", code.id());
        let params = names.iter().zip(values).map(|(&name, value)| (name, visible(&value.to_string()))).collect();
        Self { promise, household: household.map(visible), fault: Fault { code, params } }
    }
}

/// What comes from a forged file must not steer the terminal that shows it: characters that cannot be seen, or that
/// change the direction of writing, are spelled out as `\u{…}`.
fn visible(text: &str) -> String {
    let steers =
        |c| matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    let unseen = |c: char| c.is_control() || steers(c) || c == '\u{feff}';
    let spelled = |c: char| if unseen(c) { c.escape_unicode().to_string() } else { c.to_string() };
    if text.contains(unseen) { text.chars().map(spelled).collect() } else { text.to_owned() }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal [$($param:literal),*]),+ $(,)?) => {
        /// Every fault a check can find. `sheet` in the parameters is `first.csv` or `plan.csv`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {$($(#[$doc])* $name),+}

        impl Code {
            /// All codes.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];

            /// The stable id; the message is `fault-` and this id.
            pub fn id(self) -> &'static str {
                match self {$(Code::$name => $id),+}
            }

            /// Names of the parameters.
            pub fn params(self) -> &'static [&'static str] {
                match self {$(Code::$name => &[$($param),*]),+}
            }
        }
    };
}

codes! {
    /// signed: a row names a household that is not in the intake.
    HouseholdUnknown = "household-unknown" ["sheet", "row"],
    /// signed: a household without recorded agreement has a row.
    HouseholdUnsigned = "household-unsigned" ["sheet"],
    /// fits: the home type is not in the household's list.
    HomeTypeUnfit = "home-type-unfit" ["sheet", "dwelling", "home_type"],
    /// fits: the household does not accept the estate.
    EstateUnaccepted = "estate-unaccepted" ["sheet", "dwelling", "estate"],
    /// fits: it needs a step-free home.
    NotStepFree = "not-step-free" ["sheet", "dwelling"],
    /// fits: the floor is above its highest.
    FloorTooHigh = "floor-too-high" ["sheet", "dwelling", "floor", "limit"],
    /// one_home: no such dwelling in the stock.
    DwellingUnknown = "dwelling-unknown" ["sheet", "dwelling"],
    /// one_home: the dwelling is kept back by the office.
    DwellingHeld = "dwelling-held" ["sheet", "dwelling"],
    /// one_home: two households have this dwelling.
    DwellingShared = "dwelling-shared" ["sheet", "dwelling", "other"],
    /// one_home: a household has more than one row.
    HouseholdTwice = "household-twice" ["sheet", "row"],
    /// residents_stay: residents live in the dwelling.
    DwellingOccupied = "dwelling-occupied" ["sheet", "dwelling"],
    /// everyone_first: it could have been housed beside all who are.
    LeftUnhoused = "left-unhoused" [],
    /// everyone_first: a household with a later turn is housed in its stead.
    PassedOver = "passed-over" ["turn", "other", "other_turn"],
    /// everyone_first: housed in the first allocation, not in the plan.
    MissingInPlan = "missing-in-plan" [],
    /// everyone_first: housed in the plan, not in the first allocation.
    AddedInPlan = "added-in-plan" [],
    /// blind_base: it holds a worse tier than its turn gives.
    TierWorse = "tier-worse" ["choice", "type", "due_choice", "due_type"],
    /// blind_base: it holds a better tier than its turn gives.
    TierBetter = "tier-better" ["choice", "type", "due_choice", "due_type"],
    /// blind_base: inside a cell, a later turn holds an earlier dwelling of the draw.
    DwellingOrder = "dwelling-order" ["dwelling", "other", "other_dwelling"],
    /// blind_base: an earlier dwelling of the draw was left free.
    DwellingSkipped = "dwelling-skipped" ["dwelling", "free"],
    /// no_worse: another home type than in the first allocation.
    OtherHomeType = "other-home-type" ["first", "plan"],
    /// no_worse: a lower choice than in the first allocation.
    LowerChoice = "lower-choice" ["first", "plan"],
    /// opt_out_untouched: moved without having opted in.
    MovedWithoutOptIn = "moved-without-opt-in" ["from", "to"],
    /// opt_out_untouched: moved in a plan without exchanges.
    MovedWithoutTarget = "moved-without-target" ["from", "to"],
    /// bonds_kept: shared a place in the first allocation and no longer does.
    BondParted = "bond-parted" ["bond", "other", "level"],
    /// company: more households without company than before.
    CompanyLost = "company-lost" ["first", "plan"],
    /// nearer: the estates' distance is higher than before.
    EstatesFurther = "estates-further" ["first", "plan"],
    /// nearer: the mix score is higher than before.
    ScoreHigher = "score-higher" ["first", "plan"],
    /// symmetric: not one share per group.
    SharesMissing = "shares-missing" ["groups", "shares"],
    /// symmetric: a share of zero.
    ShareZero = "share-zero" ["group"],
    /// symmetric: shares that do not add up to 100.
    SharesTotal = "shares-total" ["total"],
    /// symmetric: a tolerance above 100 points.
    ToleranceRange = "tolerance-range" ["level", "tolerance"],
    /// replayable: the turn is not the one that priority and draw give.
    TurnWrong = "turn-wrong" ["sheet", "found", "expected"],
    /// replayable: the ticket is not the one that the seed gives.
    TicketWrong = "ticket-wrong" ["sheet", "found", "expected"],
    /// replayable: a cell of the address is not the dwelling's.
    AddressWrong = "address-wrong" ["sheet", "column", "found", "expected"],
    /// replayable: the rank is not the one that the choices give.
    RankWrong = "rank-wrong" ["sheet", "column", "found", "expected"],
    /// replayable: the bond level is not what the rows show.
    BondLevelWrong = "bond-level-wrong" ["sheet", "found", "expected"],
    /// replayable: the row stands before an earlier turn.
    RowOrderWrong = "row-order-wrong" ["sheet", "row"],
    /// Certificate: another seed than the inputs give.
    SeedDiffers = "seed-differs" ["stated", "found"],
    /// Certificate: another roll digest than the inputs give.
    RollDigestDiffers = "roll-digest-differs" ["stated", "found"],
    /// Certificate: no version of the tool, or none that is a version.
    VersionMissing = "version-missing" [],
    /// Certificate: an input file has changed.
    InputChanged = "input-changed" ["file", "stated", "found"],
    /// Certificate: an input file it lists was not found.
    InputMissing = "input-missing" ["file"],
    /// Certificate: it does not list an input file.
    InputUnlisted = "input-unlisted" ["file"],
    /// Certificate: a table has changed.
    OutputChanged = "output-changed" ["file", "stated", "found"],
    /// Certificate: a table it lists was not found.
    OutputMissing = "output-missing" ["file"],
    /// Certificate: it gives no digest of one of the tables.
    OutputUnlisted = "output-unlisted" ["file"],
    /// Certificate: a table has the right cells, but not the bytes that the tool writes for them.
    OutputForm = "output-form" ["file"],
    /// `unplaced.csv`: a signed household without a home is not listed.
    UnplacedMissing = "unplaced-missing" [],
    /// `unplaced.csv`: a household is listed that has a home, has not signed, is unknown or was listed before.
    UnplacedWrong = "unplaced-wrong" ["row"],
    /// `unplaced.csv`: another reason than the homes and wishes give.
    UnplacedReason = "unplaced-reason" ["row", "stated", "found"],
    /// Certificate: a count differs.
    CountWrong = "count-wrong" ["count", "stated", "found"],
    /// Certificate: a figure of the mix differs.
    FigureWrong = "figure-wrong" ["figure", "stated", "found"],
    /// Certificate: the bound is stated with another proof than there is.
    BoundUnproven = "bound-unproven" ["proof", "found"],
    /// Certificate: an estate that the stock does not have, or none for one that it has.
    EstatesDiffer = "estates-differ" ["stated", "found"],
    /// `bound.json`: the witness of another intake.
    WitnessForeign = "witness-foreign" ["stated", "found"],
    /// `bound.json`: not one price for every number of volunteers that a place of the estate can have.
    WitnessMisfit = "witness-misfit" ["estate"],
    /// Certificate: another effort than the plan file gives.
    EffortWrong = "effort-wrong" ["stated", "found"],
    /// Certificate: a promise without a result.
    PromiseMissing = "promise-missing" ["promise"],
    /// Certificate: a promise with another result than `kept`.
    PromiseNotKept = "promise-not-kept" ["promise", "stated"],
    /// Certificate: a promise that does not exist.
    PromiseUnknown = "promise-unknown" ["promise"],
    /// Certificate: final without a mandate, or without the one of the plan file.
    MandateMissing = "mandate-missing" [],
    /// Certificate: a mandate that the plan file does not give.
    MandateUnknown = "mandate-unknown" [],
    /// Certificate: an entry of the mandate is not that of the plan file.
    MandateDiffers = "mandate-differs" ["field", "stated", "found"],
}
