pub mod model;
pub mod town;
