//! What came out of one scenario under one seed: sums and shares. No household, no dwelling, no id.

/// A figure of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure {
    /// Its key in files.
    pub key: &'static str,
    /// Whether its values are shares of something, 0 to 1.
    pub share: bool,
}

macro_rules! figures {
    ($($(#[$doc:meta])* $name:ident: $key:literal $share:literal;)+) => {
        /// Every figure, in the order in which tables show them.
        pub const FIGURES: &[Figure] = &[$(Figure { key: $key, share: $share },)+];

        /// The figures of one run; `None` where there is nothing to tell.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Figures { $($(#[$doc])* pub $name: Option<f64>,)+ }

        impl Figures {
            /// The values in the order of [`FIGURES`].
            pub fn values(&self) -> Vec<Option<f64>> {
                vec![$(self.$name,)+]
            }

            /// Figures from values in the order of [`FIGURES`]; missing ones are `None`.
            pub fn from_values(values: &[Option<f64>]) -> Self {
                let mut values = values.iter().copied();
                Self { $($name: values.next().flatten(),)+ }
            }
        }
    };
}

figures! {
    /// Households that signed.
    signed: "signed" false;
    /// Of these, with a home.
    housed: "housed" false;
    /// Without a home although the draw alone would have housed them: a cap kept them out.
    left_out_for_cap: "left_out_for_cap" false;
    /// Choice rank of the housed, mean; 1 = first choice.
    mean_choice_rank: "mean_choice_rank" false;
    /// Share of the housed in their first choice.
    first_choice_share: "first_choice_share" true;
    /// Bonds of two or more housed members that live as near as asked.
    bonds_kept: "bonds_kept" false;
    /// Bonds of two or more housed members.
    bonds: "bonds" false;
    /// Households without company in their stairwell.
    without_company: "without_company" false;
    /// Distance of the estates, in households.
    distance_estate: "distance_estate" false;
    /// Distance of the buildings, in households.
    distance_building: "distance_building" false;
    /// Distance of the stairwells, in households.
    distance_stairwell: "distance_stairwell" false;
    /// Mix score: without company + distance of buildings + distance of stairwells.
    score: "score" false;
    /// Mix score before exchanges.
    score_drawn: "score_drawn" false;
    /// Neighbour mix in stairwells.
    neighbour_mix: "neighbour_mix" false;
    /// What lots would give.
    neighbour_mix_chance: "neighbour_mix_chance" false;
    /// Theil's H between estates.
    h_estate: "h_estate" false;
    /// What lots would give.
    h_estate_chance: "h_estate_chance" false;
    /// H between the buildings of an estate.
    h_building: "h_building" false;
    /// What lots would give.
    h_building_chance: "h_building_chance" false;
    /// H between the stairwells of a building.
    h_stairwell: "h_stairwell" false;
    /// What lots would give.
    h_stairwell_chance: "h_stairwell_chance" false;
    /// Households that end in another home than they drew.
    exchanged: "exchanged" false;
    /// Total worth of the choices got, in first choices.
    choice: "choice" false;
    /// The same for each household that signed: 1 = everybody in a first choice.
    choice_per_household: "choice_per_household" false;
    /// Best total without caps over the best total with them; for exchanges, what was drawn over what is held.
    price_of_diversity: "price_of_diversity" false;
    /// Best total under the same rules over what the draw's order gave.
    price_of_order: "price_of_order" false;
    /// How far the best allocation found may be below the true optimum, as a share of it; 0 = proven.
    optimum_gap: "optimum_gap" true;
    /// The least share of a class that was housed.
    least_housed_of_class: "least_housed_of_class" true;
    /// The least share of a class that got a first choice.
    least_first_of_class: "least_first_of_class" true;
}

/// How a class or a group fared: counts of households, so that shares over many runs can be added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Who they are. Parts of fewer than [`SMALLEST`] households are counted together, their labels joined by `+`.
    pub label: String,
    /// Households that signed.
    pub signed: u64,
    /// Of these, with a home.
    pub housed: u64,
    /// Of these, in their first choice.
    pub first_choice: u64,
    /// Kept out by a cap.
    pub left_out_for_cap: u64,
    /// Sum of the rounds of offers in which they were housed; 1 each where nobody had to wait.
    pub rounds: u64,
    /// In another home than they drew.
    pub exchanged: u64,
}

/// No class and no group smaller than this is told apart.
pub const SMALLEST: u64 = 10;

impl Part {
    /// Adds another part to this one.
    pub fn absorb(&mut self, other: &Part) {
        self.signed += other.signed;
        self.housed += other.housed;
        self.first_choice += other.first_choice;
        self.left_out_for_cap += other.left_out_for_cap;
        self.rounds += other.rounds;
        self.exchanged += other.exchanged;
    }

    /// A share of those who signed.
    pub fn share(&self, of: u64) -> f64 {
        of as f64 / self.signed.max(1) as f64
    }
}

/// Counts parts together until none is smaller than [`SMALLEST`]: the smallest joins the next smallest.
pub fn merged(mut parts: Vec<Part>) -> Vec<Part> {
    parts.retain(|part| part.signed > 0);
    while parts.len() > 1 {
        let mut order: Vec<usize> = (0..parts.len()).collect();
        order.sort_by_key(|&at| (parts[at].signed, at));
        let (small, next) = (order[0].min(order[1]), order[0].max(order[1]));
        if parts[order[0]].signed >= SMALLEST {
            break;
        }
        let other = parts.remove(next);
        parts[small].absorb(&other);
        parts[small].label = format!("{}+{}", parts[small].label, other.label);
    }
    parts
}

/// What came out of one run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The figures.
    pub figures: Figures,
    /// Classes of households: persons, and whether they need a step-free home.
    pub classes: Vec<Part>,
    /// Declared groups; the last one may be those who declared none.
    pub groups: Vec<Part>,
}
