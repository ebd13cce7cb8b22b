pub mod allocate;
pub mod cli;
pub mod mix;
pub mod model;
pub mod read;
pub mod report;
pub mod town;
pub mod verify;
