//! Scenarios of a what-if: a base with named changes, each change the setting of one axis.

use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

/// What an axis can be set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number in a range, both ends included.
    Whole(i64, i64),
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// A share in per cent: one for all, or one for every label of a list.
    Shares(Labels),
    /// Shares of all groups that add up to 100, or the word `estate`.
    Target,
    /// Buildings, each written `estate/building`.
    Buildings,
}

/// Which labels a table of shares may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Labels {
    /// Priorities as numbers, and `none`; the others keep what the base has.
    Priorities,
    /// Every group of the crowd.
    Groups,
}

/// Something that a scenario can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// Its key in files.
    pub key: &'static str,
    /// What it can be set to.
    pub kind: Kind,
}

const fn axis(key: &'static str, kind: Kind) -> Axis {
    Axis { key, kind }
}

const PERCENT: Kind = Kind::Whole(0, 100);

/// Every axis. Each is worked out by one file of `whatif`.
pub const AXES: [Axis; 24] = [
    axis("mechanism", Kind::OneOf(&Mechanism::WORDS)),
    axis("effort", Kind::OneOf(&["quick", "normal", "thorough"])),
    axis("participation", Kind::Shares(Labels::Priorities)),
    axis("target", Kind::Target),
    axis("tolerance_estate", PERCENT),
    axis("tolerance_building", PERCENT),
    axis("tolerance_stairwell", PERCENT),
    axis("company", Kind::Whole(0, 1_000)),
    axis("slack", PERCENT),
    axis("bond_level", Kind::OneOf(&["stairwell", "building", "estate"])),
    axis("bond_cost", Kind::Whole(0, 1_000)),
    axis("vacancies", Kind::Whole(-100, 400)),
    axis("close", Kind::Buildings),
    axis("add", Kind::Buildings),
    axis("step_free", PERCENT),
    axis("late", PERCENT),
    axis("late_rule", Kind::OneOf(&["last", "with_left_out"])),
    axis("hold_back", PERCENT),
    axis("refusals", PERCENT),
    axis("no_shows", PERCENT),
    axis("offers", Kind::Whole(1, 50)),
    axis("cap_estate", Kind::Shares(Labels::Groups)),
    axis("cap_building", Kind::Shares(Labels::Groups)),
    axis("worth", Kind::OneOf(&Worth::WORDS)),
];

/// A value of an axis.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// A whole number.
    Whole(i64),
    /// A word.
    Word(String),
    /// A number for each label.
    Table(BTreeMap<String, i64>),
    /// Texts, in order.
    List(Vec<String>),
}

impl Setting {
    /// The whole number, where it is one.
    pub fn whole(&self) -> Option<i64> {
        if let Setting::Whole(number) = self { Some(*number) } else { None }
    }

    /// The word, where it is one.
    pub fn word(&self) -> Option<&str> {
        if let Setting::Word(word) = self { Some(word) } else { None }
    }
}

/// As it would stand in a file, so that it can be read and compared.
impl Display for Setting {
    fn fmt(&self, f: &mut Formatter) -> std::fmt::Result {
        match self {
            Setting::Whole(number) => write!(f, "{number}"),
            Setting::Word(word) => f.write_str(word),
            Setting::Table(table) => {
                let pairs: Vec<String> = table.iter().map(|(label, number)| format!("{label} = {number}")).collect();
                write!(f, "{{ {} }}", pairs.join(", "))
            }
            Setting::List(list) => f.write_str(&list.join(" + ")),
        }
    }
}

/// The changes of a scenario, by key of their axis.
pub type Changes = BTreeMap<&'static str, Setting>;

/// How homes are handed out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mechanism {
    /// The draw and nothing after it.
    Draw,
    /// The draw, then exchanges between volunteers.
    #[default]
    ChoiceFirst,
    /// In the order of the draw, each the best home whose cap is open; else nothing.
    QuotaLottery,
    /// The best total choice that caps allow: a bound, no way to hand out homes.
    QuotaOptimum,
}

impl Mechanism {
    /// All of them.
    pub const ALL: [Mechanism; 4] =
        [Mechanism::Draw, Mechanism::ChoiceFirst, Mechanism::QuotaLottery, Mechanism::QuotaOptimum];
    const WORDS: [&'static str; 4] = ["draw", "choice_first", "quota_lottery", "quota_optimum"];

    /// The word used in files.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// The mechanism of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mechanism| mechanism.word() == word)
    }
}

/// What a home is worth to whom, in the sums that prices are made of. A home that is none of the household's choices
/// is worth nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Worth {
    /// 1 for a first choice, 1/2 for a second, 1/3 for a third …
    #[default]
    Rank,
    /// 1 for a first choice, 0 for any other.
    First,
    /// 1 for every estate that the household named, 0 for `*`.
    Named,
}

impl Worth {
    const WORDS: [&'static str; 3] = ["rank", "first", "named"];

    /// The worth of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        [Worth::Rank, Worth::First, Worth::Named].into_iter().find(|&worth| Self::WORDS[worth as usize] == word)
    }
}

/// One scenario under one seed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// What differs from the crowd as it is.
    pub changes: Changes,
    /// The seed of the draw, and of all that is left to chance beside it.
    pub seed: String,
}

/// A scenario of a sweep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its name; unique in the sweep.
    pub name: String,
    /// All changes, those of the base included.
    pub changes: Changes,
    /// The axis that alone differs from the base, where the scenario is one of a one-at-a-time list.
    pub alone: Option<&'static str>,
}

/// What a sweep starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// A plan file, by its path as written.
    Plan(String),
    /// A synthetic town.
    Town {
        /// Households, at least 1.
        households: u32,
        /// The number that the town comes from.
        seed: Option<u64>,
    },
}

/// Scenarios times seeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sweep {
    /// What it starts from.
    pub start: Start,
    /// The base first, then the others in the order in which files name them.
    pub scenarios: Vec<Named>,
    /// The seeds of the draw; every scenario runs under each of them.
    pub seeds: Vec<String>,
}
