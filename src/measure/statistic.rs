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
    /// G of a group, by number, against the rest.
    GroupGini(usize),
    /// xPx of a group, by number.
    Isolation(usize),
}

impl Statistic {
    /// The four that are cheap and usual: D, H, R and neighbour mix.
    pub const USUAL: [Statistic; 4] =
        [Statistic::Dissimilarity, Statistic::TheilH, Statistic::RelativeDiversity, Statistic::NeighbourMix];

    /// The usual ones, and those for which there is no exact expected value: G, and G and A of each group.
    pub fn with_pairs(groups: usize) -> Vec<Statistic> {
        let of_group = |group| [Statistic::GroupGini(group), Statistic::Atkinson(group)];
        let all = Self::USUAL.into_iter().chain([Statistic::Gini]);
        all.chain((0..groups).flat_map(of_group)).collect()
    }

    /// The group it is about, if it is about one.
    pub fn group(self) -> Option<usize> {
        match self {
            Statistic::GroupDissimilarity(group)
            | Statistic::GroupTheilH(group)
            | Statistic::GroupGini(group)
            | Statistic::Atkinson(group)
            | Statistic::Isolation(group) => Some(group),
            _ => None,
        }
    }

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
            Statistic::GroupGini(group) => gini::group_gini(profile, group),
            Statistic::Isolation(group) => isolation::isolation(profile, group),
        }
    }
}
