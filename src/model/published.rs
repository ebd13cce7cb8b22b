//! A published target that places are measured against. It steers nothing: what a plan aims at is
//! [`Target`](super::Target), which has no caps.

use std::collections::BTreeMap;

/// A share for every group, perhaps caps, perhaps tolerances.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishedTarget {
    /// By group, in the order in which the groups were given: 0 .. 1, adding up to 1.
    pub shares: Vec<f64>,
    /// By group: the largest share that a place should have, 0 .. 1; `None` = no cap.
    pub caps: Vec<Option<f64>>,
    /// By name of a level, or `*` for all others: percentage points, 0 .. 100, the same for every group.
    pub tolerances: BTreeMap<String, f64>,
}

impl PublishedTarget {
    /// The tolerance of a level in percentage points, if there is one.
    pub fn tolerance(&self, level: &str) -> Option<f64> {
        self.tolerances.get(level).or_else(|| self.tolerances.get("*")).copied()
    }
}
