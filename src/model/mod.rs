//! # model: the nouns
//!
//! - **Knows**: places, households, choices, consent, the roll of groups, targets, placements, certificates.
//! - **Does not know**: files, clocks, chance, algorithms, words of any language.
//! - **Comes from**: `read` (from bytes) or a caller's own code.
//! - **Goes to**: every other room; all rooms speak in these nouns.
//!
//! Everything here is plain data on the standard library alone. Lists are kept in canonical order (by name,
//! bytewise), so that a result never depends on the order of rows in a file.

pub mod appeal;
pub mod canonical;
pub mod certificate;
pub mod choice;
pub mod consent;
pub mod counts;
pub mod doubt;
pub mod household;
pub mod ids;
pub mod intake;
pub mod place;
pub mod placement;
pub mod published;
pub mod reason;
pub mod roll;
pub mod rows;
pub mod scenario;
pub mod target;
pub mod witness;

pub use appeal::Appeal;
pub use canonical::canonical_text;
pub use certificate::{Certificate, Counts, EstateFigures, Mandate, MixFigures, ScoreFigures, Status};
pub use choice::{Choices, Tier};
pub use consent::{Agreement, OptIns};
pub use counts::CountTable;
pub use doubt::{Doubt, Pattern};
pub use household::{Household, Needs};
pub use ids::{BondId, BuildingId, DwellingId, EstateId, GroupId, HomeTypeId, HouseholdId, StairwellId};
pub use intake::{BondRule, Closeness, Intake};
pub use place::{Building, Dwelling, DwellingStatus, Estate, Stairwell, Stock};
pub use placement::{Base, BondLimit, BondOutcome, Draft, Draw, Placement, Turn};
pub use published::PublishedTarget;
pub use reason::{HomeKind, Reason, Reasons, Repair};
pub use roll::{Residents, Roll};
pub use rows::{PlanRow, Sheets, UnplacedRow, rows};
pub use scenario::{Changes, Mechanism, Named, Scenario, Setting, Start, Sweep, Worth};
pub use target::{Effort, Reference, Target};
pub use witness::{
    EstateProof, MOST_SEATED, Obstacles, PRICE_PARTS, PlacePrices, Prices, Proof, Split, WIDEST_PRICED, Witness,
};
