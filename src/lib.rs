pub mod allocate;
pub mod mix;
pub mod model;
pub mod town;
