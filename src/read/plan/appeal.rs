//! `[appeal]`: until when and where a household may appeal; what letters tell of it.

use super::entries;
use super::files::day;
use super::walk::{Walk, dotted};
use crate::model::Appeal;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

/// Both keys or none.
pub(super) fn read(walk: &mut Walk, section: Range<usize>, value: &Spanned<DeValue>) -> Option<Appeal> {
    let table = walk.table("appeal", value)?;
    let (mut until, mut office) = (None, None);
    for (key, span, value) in entries(table) {
        let path = dotted("appeal", key);
        match key {
            "until" => until = Some(day(walk, &path, value)),
            "office" => office = Some(walk.text(&path, value).map(str::to_owned)),
            _ => walk.unknown("appeal", key, span, &["until", "office"]),
        }
    }
    for (key, found) in [("appeal.until", until.is_some()), ("appeal.office", office.is_some())] {
        if !found {
            walk.missing(key, section.clone());
        }
    }
    Some(Appeal { until: until??, office: office?? })
}
