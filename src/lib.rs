pub mod model;
pub mod verify;
