//! The project's integration tests, one crate (one link) for all.

mod best_mix;
mod blindness;
mod check;
mod commands;
mod desk;
mod matching;
mod oracle;
mod pipeline;
mod source;
mod tidy;
mod whatif;
mod words;
mod world;
