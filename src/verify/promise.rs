//! The promises by name.

/// A promise of every plan (design, section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Promise {
    /// Only a household with its own recorded agreement is placed.
    Signed,
    /// Every home fits the stated needs, home types and choices of its household.
    Fits,
    /// One home per household, one household per home, vacant homes only.
    OneHome,
    /// No resident is moved.
    ResidentsStay,
    /// As many as can be housed are housed; who is left out follows priority and draw.
    EveryoneFirst,
    /// The first allocation follows from needs, priority, choices, bonds and draw alone.
    BlindBase,
    /// Nobody holds a lower choice or another home type than in the first allocation.
    NoWorse,
    /// Who did not opt in keeps exactly the home of the first allocation.
    OptOutUntouched,
    /// Households that stay together are not parted.
    BondsKept,
    /// No more households without company than in the first allocation.
    Company,
    /// Neither the estates' distance nor the mix score is higher than in the first allocation.
    Nearer,
    /// The target names every group or none, with one tolerance for all.
    Symmetric,
    /// Inputs and seed give this plan: every published cell and figure can be recomputed.
    Replayable,
}

impl Promise {
    /// All promises, in the order of reports.
    pub const ALL: [Promise; 13] = [
        Promise::Signed,
        Promise::Fits,
        Promise::OneHome,
        Promise::ResidentsStay,
        Promise::EveryoneFirst,
        Promise::BlindBase,
        Promise::NoWorse,
        Promise::OptOutUntouched,
        Promise::BondsKept,
        Promise::Company,
        Promise::Nearer,
        Promise::Symmetric,
        Promise::Replayable,
    ];

    /// The id used in certificates and message files.
    pub fn id(self) -> &'static str {
        match self {
            Promise::Signed => "signed",
            Promise::Fits => "fits",
            Promise::OneHome => "one_home",
            Promise::ResidentsStay => "residents_stay",
            Promise::EveryoneFirst => "everyone_first",
            Promise::BlindBase => "blind_base",
            Promise::NoWorse => "no_worse",
            Promise::OptOutUntouched => "opt_out_untouched",
            Promise::BondsKept => "bonds_kept",
            Promise::Company => "company",
            Promise::Nearer => "nearer",
            Promise::Symmetric => "symmetric",
            Promise::Replayable => "replayable",
        }
    }

    /// The promise with this id.
    pub fn from_id(id: &str) -> Option<Promise> {
        Promise::ALL.into_iter().find(|promise| promise.id() == id)
    }
}
