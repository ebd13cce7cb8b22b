//! The project's integration tests, one crate (one link) for all.

mod best_mix;
mod oracle;
mod source;
mod tidy;
mod words;
mod world;
