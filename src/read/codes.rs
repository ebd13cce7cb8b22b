//! The stable code of every problem this room can name. Sentences live in `data/words/`.

use super::problem::Severity;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $severity:ident, $reach:ident, [$($param:literal),*];)+) => {
        /// What is wrong, as a stable code. Codes are never reused for something else.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name,)+ }

        impl Code {
            /// All codes, in the order of their ids.
            pub const ALL: &'static [Code] = &[$(Code::$name,)+];

            /// The stable id, for example `MX1203`.
            pub fn id(self) -> &'static str {
                match self { $(Code::$name => $id,)+ }
            }

            /// How serious it is unless rows with errors are left out.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)+ }
            }

            /// The parameters its sentences may use.
            pub fn params(self) -> &'static [&'static str] {
                match self { $(Code::$name => &[$($param),*],)+ }
            }

            /// Whether it spoils one row only, so that the row can be left out.
            pub(super) fn spoils_row(self) -> bool {
                match self { $(Code::$name => matches!(Reach::$reach, Reach::Row),)+ }
            }
        }
    };
}

/// What an error spoils: one row, or the file as a whole.
enum Reach {
    Row,
    File,
}

codes! {
    /// Nothing in the file.
    EmptyFile = "MX1001", Error, File, [];
    /// A byte that is no text in the encoding of the file.
    Undecodable = "MX1002", Error, File, ["encoding", "offset", "byte"];
    /// A header and no row.
    NoRows = "MX1003", Error, File, [];
    /// A quotation mark opened and never closed.
    OpenQuote = "MX1004", Error, File, [];
    /// A spreadsheet that is no `.xlsx`.
    OtherSpreadsheet = "MX1005", Error, File, ["kind"];
    /// A workbook that cannot be opened.
    DamagedWorkbook = "MX1006", Error, File, [];
    /// A workbook that would cost too much.
    WorkbookTooLarge = "MX1007", Error, File, ["what", "most"];
    /// No sheet of the name that the plan file gives.
    NoSuchSheet = "MX1008", Error, File, ["sheet", "near"];
    /// A column that must be there.
    MissingColumn = "MX1101", Error, File, ["column", "synonyms"];
    /// Two columns that mean the same.
    ColumnTwice = "MX1102", Error, File, ["column", "first", "second"];
    /// Columns without a meaning here.
    UnknownColumns = "MX1103", Note, File, ["columns"];
    /// A column that is dropped unread.
    RefusedColumn = "MX1104", Note, File, ["column", "kind"];
    /// No header of the name that the plan file gives.
    NoSuchHeader = "MX1105", Error, File, ["column", "header", "near"];
    /// Rows above the header.
    TitleRows = "MX1106", Note, File, ["count", "row"];
    /// A row with more or fewer cells than the header.
    RaggedRow = "MX1201", Error, Row, ["found", "expected"];
    /// A row of blank cells.
    BlankRow = "MX1202", Listed, Row, [];
    /// A blank cell where a value is needed.
    BlankCell = "MX1203", Error, Row, ["column"];
    /// A line break, tab or invisible character inside a cell.
    HiddenCharacter = "MX1204", Error, Row, ["column", "character"];
    /// Not a whole number, or outside its range.
    NotWhole = "MX1205", Error, Row, ["column", "value", "lowest", "highest"];
    /// Neither yes nor no.
    NotYesNo = "MX1206", Error, Row, ["column", "value"];
    /// A name with a mark that separates names.
    ReservedMark = "MX1207", Error, Row, ["column", "value", "mark"];
    /// A long number that lost its last digits, as a key.
    DamagedNumber = "MX1208", Error, Row, ["column", "value"];
    /// An error value of a spreadsheet, taken for a blank.
    ErrorValue = "MX1209", Note, Row, ["column", "value"];
    /// An error value where a blank would hide a need or a state.
    VitalErrorValue = "MX1210", Error, Row, ["column", "value"];
    /// A row of sums.
    TotalRow = "MX1211", Listed, Row, [];
    /// A row of signatures or remarks.
    SignatureRow = "MX1212", Listed, Row, [];
    /// The header once more.
    HeaderRepeated = "MX1213", Listed, Row, [];
    /// A key that a spreadsheet turned into a date.
    TurnedToDate = "MX1214", Error, Row, ["column", "value"];
    /// Two names that differ in their spelling only.
    LookAlikes = "MX1215", Note, File, ["column", "first", "second"];
    /// The plan file is not TOML.
    TomlSyntax = "MX1301", Error, File, ["detail"];
    /// A key nobody knows.
    UnknownKey = "MX1302", Error, File, ["key", "near"];
    /// A key that must be there.
    MissingKey = "MX1303", Error, File, ["key"];
    /// A value of the wrong kind.
    WrongKind = "MX1304", Error, File, ["key", "found", "wanted"];
    /// A word that is not among those allowed.
    NotOneOf = "MX1305", Error, File, ["key", "value", "allowed"];
    /// A text of nothing.
    EmptyText = "MX1306", Error, File, ["key"];
    /// A whole number outside its range.
    OutOfRange = "MX1307", Error, File, ["key", "value", "lowest", "highest"];
    /// A path that is absolute, or a URL.
    PathNotRelative = "MX1308", Error, File, ["key", "value"];
    /// Not a calendar date.
    BadDate = "MX1309", Error, File, ["key", "value"];
    /// A seed without quotation marks.
    SeedNotText = "MX1310", Error, File, ["value"];
    /// A character that cannot be seen, in a name.
    HiddenInName = "MX1311", Error, File, ["key", "character"];
    /// A key of the fit table that is not a size.
    FitKey = "MX1401", Error, File, ["key"];
    /// Household sizes the fit table leaves out.
    FitHole = "MX1402", Error, File, ["sizes"];
    /// A household size the fit table names twice.
    FitOverlap = "MX1403", Error, File, ["first", "second", "sizes"];
    /// No fit table, and households that need it.
    FitMissing = "MX1404", Error, File, ["households"];
    /// A list without a home type.
    FitEmpty = "MX1405", Error, File, ["key"];
    /// A home type named twice in one line of the fit table.
    FitTypeTwice = "MX1406", Error, File, ["key", "value"];
    /// A home type of the fit table that no dwelling has.
    FitTypeNotInStock = "MX1407", Note, File, ["key", "value", "near"];
    /// A home type with a mark that separates home types.
    FitTypeMark = "MX1408", Error, File, ["key", "value", "mark"];
    /// The target names a group that nobody declared.
    TargetUnknownGroup = "MX1501", Error, File, ["group", "near"];
    /// Shares that do not add up to 100.
    TargetSum = "MX1502", Error, File, ["sum"];
    /// The target names one group twice.
    TargetGroupTwice = "MX1503", Error, File, ["group", "first", "second"];
    /// One spelling stands for two groups.
    AliasTwice = "MX1504", Error, File, ["alias", "first", "second"];
    /// Not the header of a plan table.
    PlanHeader = "MX1601", Error, File, ["expected"];
    /// Not a certificate.
    CertificateForm = "MX1602", Error, File, ["detail"];
    /// A sweep with no start, or with two.
    SweepStart = "MX1701", Error, File, [];
    /// A building that the base does not have.
    NoSuchBuilding = "MX1702", Error, File, ["value", "near"];
    /// A share for a label that means nothing here.
    UnknownLabel = "MX1703", Error, File, ["key", "value", "near"];
    /// Caps for some groups only.
    CapsMissing = "MX1704", Error, File, ["key", "missing"];
    /// More scenarios than can be meant.
    TooManyScenarios = "MX1705", Error, File, ["count", "most"];
    /// Two scenarios of one name.
    ScenarioTwice = "MX1706", Error, File, ["name"];
    /// One household id in two rows.
    HouseholdTwice = "MX2001", Error, Row, ["household", "other"];
    /// Nothing between two marks of a list.
    EmptyPart = "MX2002", Error, Row, ["column", "value"];
    /// `*` anywhere but alone at the end.
    StarNotLast = "MX2003", Error, Row, ["column", "value"];
    /// A choice of an estate that has no dwelling.
    UnknownEstate = "MX2004", Error, Row, ["estate", "near"];
    /// An estate chosen twice.
    EstateTwice = "MX2005", Error, Row, ["estate"];
    /// A home type neither in stock nor in the fit table.
    UnknownHomeType = "MX2006", Error, Row, ["value", "near"];
    /// A home type named twice by one household.
    HomeTypeTwice = "MX2007", Error, Row, ["value"];
    /// More persons than the fit table provides for.
    TooBigForFit = "MX2008", Error, Row, ["persons", "largest"];
    /// No agreement recorded.
    NoAgreement = "MX2009", Listed, Row, [];
    /// An agreement that is not clear is none.
    AgreementUnclear = "MX2010", Listed, Row, ["value"];
    /// An opt-in that is not clear is none.
    MixingUnclear = "MX2011", Note, Row, ["value"];
    /// A bond of one household.
    BondAlone = "MX2012", Note, Row, ["bond"];
    /// A date without a day.
    MonthOnly = "MX2013", Note, Row, ["value", "date"];
    /// The stated size of a household is not that of its rows.
    SizesDiffer = "MX2014", Error, Row, ["household", "stated", "counted"];
    /// More than one head of household.
    TwoHeads = "MX2015", Error, Row, ["household", "heads"];
    /// Members of several groups, and none declared for the household.
    MembersDiffer = "MX2016", Note, Row, ["household"];
    /// Rows of one household that say different things of it.
    MembersDisagree = "MX2017", Error, Row, ["household", "column"];
    /// A person of a household that takes no part.
    MemberOfUnused = "MX2018", Listed, Row, ["household", "other"];
    /// The size that was taken where two were given.
    SizeChosen = "MX2019", Note, Row, ["household", "stated", "counted", "taken"];
    /// All of a village agreed, without exception.
    EverybodyAgreed = "MX2101", Note, File, ["places", "households"];
    /// All of a village agreed on one day.
    SameDay = "MX2102", Note, File, ["places", "households"];
    /// A refusal that became an agreement.
    RefusalTurned = "MX2103", Note, File, ["households"];
    /// An agreement older than the list.
    BeforeList = "MX2104", Note, File, ["households"];
    /// One dwelling id in two rows.
    DwellingTwice = "MX3001", Error, Row, ["dwelling", "other"];
    /// One address in two rows.
    AddressTwice = "MX3002", Error, Row, ["address", "other"];
    /// A floor no house has.
    ImpossibleFloor = "MX3003", Error, Row, ["value"];
    /// A status nobody knows.
    UnknownStatus = "MX3004", Error, Row, ["value"];
    /// Residents of a home in which nobody lives.
    ResidentsOfEmptyHome = "MX3005", Error, Row, ["column", "status"];
    /// An address that can be read in two ways.
    AmbiguousAddress = "MX3006", Error, Row, ["value", "first", "second"];
    /// An address that cannot be read.
    UnreadableAddress = "MX3007", Error, Row, ["value", "missing"];
    /// Two columns of a count table with one name.
    CountColumnTwice = "MX4001", Error, File, ["column", "first", "second"];
    /// An option names a column that is not there.
    NoSuchCountColumn = "MX4002", Error, File, ["option", "column", "near"];
    /// A column that is to be both a level and a group.
    LevelAndGroup = "MX4003", Error, File, ["column"];
    /// No column of counts.
    NoGroupColumn = "MX4004", Error, File, [];
    /// No column of names.
    NoLevelColumn = "MX4005", Error, File, [];
    /// A place that stands in two rows.
    PlaceTwice = "MX4006", Error, File, ["place", "other"];
    /// Not a count: missing, negative, fractional or no number.
    NotCount = "MX4007", Error, File, ["column", "value"];
    /// A table of households where counts or dwellings are expected.
    HouseholdsNotCounts = "MX4008", Error, File, [];
    /// A table of dwellings in which nobody of a known group lives.
    NoResidents = "MX4009", Error, File, [];
    /// A target that is neither TOML nor JSON.
    TargetSyntax = "MX4011", Error, File, ["detail"];
    /// A target without shares.
    TargetShape = "MX4012", Error, File, [];
    /// A share, cap or tolerance that is no number, or outside its range.
    TargetNumber = "MX4013", Error, File, ["key", "value"];
    /// Shares that do not add up.
    TargetTotal = "MX4014", Error, File, ["sum"];
    /// A target for some groups only.
    LopsidedTarget = "MX9001", Refused, File, ["missing"];
    /// A tolerance for each group.
    LopsidedTolerance = "MX9002", Refused, File, ["key"];
    /// A cap or quota for a group.
    GroupCap = "MX9003", Refused, File, ["key"];
    /// A column that is refused, mapped by the plan file.
    RefusedMapping = "MX9004", Refused, File, ["header", "kind"];
    /// Shares to measure against, for some groups only.
    LopsidedShares = "MX9011", Refused, File, ["missing"];
    /// Caps to measure against, for some groups only.
    LopsidedCaps = "MX9012", Refused, File, ["missing"];
    /// A share of nothing for a group that lives here.
    ZeroShare = "MX9013", Refused, File, ["group"];
}
