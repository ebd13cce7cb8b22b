//! What was mended in cells without anybody having to be asked, counted by kind.

use std::collections::BTreeMap;

macro_rules! repairs {
    ($($(#[$doc:meta])* $name:ident = $id:literal;)+) => {
        /// A kind of repair.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Repair { $($(#[$doc])* $name,)+ }

        impl Repair {
            /// All kinds.
            pub const ALL: &'static [Repair] = &[$(Repair::$name,)+];

            /// A stable word for files and messages.
            pub fn id(self) -> &'static str {
                match self { $(Repair::$name => $id,)+ }
            }
        }
    };
}

repairs! {
    /// Spaces, tabs or invisible characters around a value, or too many inside.
    Spaces = "spaces";
    /// Full-width or circled letters and digits.
    Width = "width";
    /// A line break inside a cell.
    LineBreak = "linebreak";
    /// The mark by which a spreadsheet keeps a value from being read as a number or a formula.
    Guard = "guard";
    /// An error value of a spreadsheet, taken for a blank.
    ErrorValue = "error";
    /// A whole number with a fraction of nought, a unit or a Chinese numeral.
    Number = "number";
    /// A date as a day number or in digits alone.
    Date = "date";
    /// A month without a day.
    Month = "month";
    /// An address, or a part of one, that was taken apart.
    Address = "address";
    /// A floor told by the number on the door.
    Floor = "floor";
    /// A household's value filled down to rows of its other members.
    FilledDown = "filled";
    /// The size of a household counted by its rows.
    Counted = "counted";
    /// A name spelled in another width or case than where it is defined.
    Name = "name";
}

/// Counts by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Repairs(BTreeMap<Repair, u64>);

impl Repairs {
    /// Counts one.
    pub(super) fn count(&mut self, repair: Repair) {
        self.add(repair, 1);
    }

    /// Counts several.
    pub(super) fn add(&mut self, repair: Repair, count: u64) {
        if count > 0 {
            *self.0.entry(repair).or_default() += count;
        }
    }

    /// The counts so far, which start anew.
    pub(super) fn take(&mut self) -> Vec<(Repair, u64)> {
        std::mem::take(&mut self.0).into_iter().collect()
    }
}
