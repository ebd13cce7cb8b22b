//! The project's integration tests, one crate (one link) for all.

mod best_mix;
mod blindness;
mod bound;
mod check;
mod commands;
mod desk;
mod fuzz_replay;
mod matching;
mod messy;
mod oracle;
mod pipeline;
mod report;
mod source;
mod tidy;
mod whatif;
mod words;
mod world;
