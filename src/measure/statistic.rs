//! The indices that shuffles can give a chance band for: any that a profile tells.

use super::profile::Profile;
use super::value::Value;
use super::{
    atkinson, dissimilarity, gini, information, isolation, neighbour_mix, normalized_exposure, relative_diversity,
    squared_cv, theil,
};

/// An index, as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Statistic {
    /// D.
    Dissimilarity,
    /// H.
    TheilH,
    /// R.
    RelativeDiversity,
    /// Neighbour mix.
    NeighbourMix,
    /// Distance to the overall shares.
    TargetDistance,
    /// G.
    Gini,
    /// D of a group, by number, against the rest.
    GroupDissimilarity(usize),
    /// A of a group, by number, against the rest.
    Atkinson(usize),
    /// P.
    NormalizedExposure,
    /// C.
    SquaredCv,
    /// M.
    MutualInformation,
    /// H of a group, by number, against the rest.
    GroupTheilH(usize),
    /// xPx of a group, by number.
    Isolation(usize),
}

impl Statistic {
    /// The four that are cheap and usual: D, H, R and neighbour mix.
    pub const USUAL: [Statistic; 4] =
        [Statistic::Dissimilarity, Statistic::TheilH, Statistic::RelativeDiversity, Statistic::NeighbourMix];

    /// Its value.
    pub fn of(self, profile: &Profile) -> Value {
        match self {
            Statistic::Dissimilarity => dissimilarity::dissimilarity(profile),
            Statistic::TheilH => theil::theil_h(profile),
            Statistic::RelativeDiversity => relative_diversity::relative_diversity(profile),
            Statistic::NeighbourMix => neighbour_mix::neighbour_mix(profile),
            Statistic::TargetDistance => dissimilarity::distance_to_shares(profile),
            Statistic::Gini => gini::gini(profile),
            Statistic::GroupDissimilarity(group) => dissimilarity::group_dissimilarity(profile, group),
            Statistic::Atkinson(group) => atkinson::atkinson(profile, group),
            Statistic::NormalizedExposure => normalized_exposure::normalized_exposure(profile),
            Statistic::SquaredCv => squared_cv::squared_cv(profile),
            Statistic::MutualInformation => information::mutual_information(profile),
            Statistic::GroupTheilH(group) => theil::group_theil_h(profile, group),
            Statistic::Isolation(group) => isolation::isolation(profile, group),
        }
    }
}
