pub mod allocate;
pub mod mix;
pub mod model;
