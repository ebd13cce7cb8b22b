//! `roll-digest`: the digest to publish before the seed is known.

use super::args::RollDigest;
use super::desk::Desk;
use super::{Done, inputs};
use crate::model::canonical_text;
use crate::read::ReadOptions;
use crate::verify::roll_digest;

pub fn run(desk: &Desk, asked: &RollDigest) -> Done {
    let reading = inputs::load(desk, &asked.plan, ReadOptions { leave_out: asked.leave_out })?;
    inputs::judge(desk, &reading)?;
    if let Some(input) = &reading.input {
        let text = if asked.show {
            canonical_text(&input.intake, &input.roll, &input.opt_ins)
        } else {
            roll_digest(&input.intake, &input.roll, &input.opt_ins)
        };
        desk.print(&text);
    }
    Ok(())
}
