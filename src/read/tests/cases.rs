//! The twelve ways in which offices' files are dirty, one test each, and what the plan file can say about a file.

use super::{Code, FIT, HOMES, PEOPLE, Severity, complete, only, plan_text, read_all, told, with_homes, with_people};
use crate::model::{Agreement, Pattern};
use crate::read::{Encoding, Reading, Repair};
use encoding_rs::GB18030;

fn bytes(homes: &[u8], people: &[u8]) -> Reading {
    read_all(plan_text(FIT).as_bytes(), homes, people, false)
}

fn told_plan(files: &str, rest: &str, people: &str) -> Reading {
    let plan = format!("[files]\ndwellings = \"d.csv\"\nhouseholds = {files}\n{FIT}{rest}");
    read_all(plan.as_bytes(), HOMES.as_bytes(), people.as_bytes(), false)
}

/// Homes alone, with a household that takes any.
fn homes_only(homes: &str) -> Reading {
    let plan = plan_text("[fit]\n\"1+\" = [\"50\"]\n");
    read_all(plan.as_bytes(), homes.as_bytes(), b"household,persons,agreement\nh1,2,yes\n", false)
}

fn repaired(reading: &Reading, file: usize) -> Vec<(Repair, u64)> {
    reading.summary.files[file].repaired.clone()
}

#[test]
fn case_1_encodings_and_a_mark_before_the_first_header() {
    let people = "户编号,人数,民族,签订情况\n户一,2,甲,是\n";
    let wide: Vec<u8> = people.replace(',', "\t").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files = [
        (Encoding::Utf8, ',', people.as_bytes().to_vec()),
        (Encoding::Utf8, ',', [b"\xef\xbb\xbf", people.as_bytes()].concat()),
        (Encoding::Gb18030, ',', GB18030.encode(people).0.into_owned()),
        (Encoding::Gb18030, ';', GB18030.encode(&people.replace(',', ";")).0.into_owned()),
        (Encoding::Utf8, '，', people.replace(',', "，").into_bytes()),
        (Encoding::Utf16Le, '\t', [b"\xff\xfe".to_vec(), wide].concat()),
    ];
    for (encoding, delimiter, file) in files {
        let reading = bytes(HOMES.as_bytes(), &file);
        assert_eq!(reading.problems, [], "{encoding:?} {delimiter}");
        let form = reading.summary.files[1].form.clone().expect("it was read");
        assert_eq!((form.encoding, form.delimiter), (Some(encoding), Some(delimiter)));
        assert_eq!(reading.input.expect("all is well").intake.households[0].key, "户一");
    }
    let mut broken = GB18030.encode("户编号,人数,民族,签订情况\n户一,2,甲,是\n户二,2,").0.into_owned();
    broken.extend(b"\xff,y\n");
    let reading = bytes(HOMES.as_bytes(), &broken);
    assert_eq!(told(&reading.problems), [(Code::Undecodable, Some(3), Some("民族"))]);
    complete(&reading.problems[0]);
    assert_eq!(reading.problems[0].param("encoding"), Some("GB18030"));
}

#[test]
fn case_2_damaged_numbers_are_never_keys() {
    for key in ["5.22401E+17", "522401199001010000"] {
        let row = format!("{PEOPLE}{key},2,,,,,,,,yes,\n");
        only(&with_people(&row), Code::DamagedNumber, "h.csv", 4, "household", key);
    }
    let people = PEOPLE.replacen("together", "id_card", 1).replacen(",,yes,yes", ",5.22401E+17,yes,yes", 1);
    let reading = with_people(&people);
    assert_eq!(told(&reading.problems), [(Code::RefusedColumn, Some(1), Some("id_card"))]);
    assert!(reading.input.is_some(), "other columns may be damaged as they like");
    only(
        &with_homes(&format!("{HOMES}2026-05-01,North,1,1,1,102,50,,,,\n")),
        Code::TurnedToDate,
        "d.csv",
        6,
        "dwelling",
        "2026-05-01",
    );
}

#[test]
fn case_3_titles_two_levels_and_sums() {
    let people = "搬迁户名册,,,\n基本信息,,志愿,\n户编号,人数,第一,协议签订\nh1,2,North,是\n户编号,人数,第一,协议签订\n\
                  h2,2,,是\n合计,4,,\n填表人：x,,审核：y,\n";
    let reading = with_people(people);
    let expected = [
        (Code::TitleRows, Some(2), None),
        (Code::HeaderRepeated, Some(5), None),
        (Code::TotalRow, Some(7), None),
        (Code::SignatureRow, Some(8), None),
    ];
    assert_eq!(told(&reading.problems), expected);
    let form = reading.summary.files[1].form.clone().expect("it was read");
    assert_eq!((form.header_row, form.header_rows, form.titles), (2, 2, 1));
    let repeated = with_people("户编号,人数,签订情况\nh1,2,是\n户编号,人数,签订情况\nh2,2,是\n");
    assert_eq!(told(&repeated.problems), [(Code::HeaderRepeated, Some(3), None)]);
    let file = &repeated.summary.files[1];
    assert_eq!((file.rows, file.used, file.listed), (3, 2, 1));
}

#[test]
fn case_4_merged_cells_are_filled_down_within_a_household_only() {
    let reading = with_people("户编号,人编号,人数,迁出村,签订情况\nh1,1,2,x,是\n,2,,,\nh2,3,1,,是\n");
    assert_eq!(reading.problems, []);
    assert_eq!(repaired(&reading, 1), [(Repair::FilledDown, 1)]);
    // Where rows are households, nothing is filled down.
    let reading = with_people("户编号,人数,签订情况\nh1,2,是\n,2,是\n");
    assert_eq!(told(&reading.problems), [(Code::BlankCell, Some(3), Some("户编号"))]);
}

#[test]
fn case_5_full_width_letters_spaces_and_circles() {
    let homes = "小区,楼栋,单元,楼层,房号,户型,房屋编号\nＮorth　Court,３栋,　２单元,５,５０１,５０,①\n";
    let reading = homes_only(homes);
    let input = reading.input.expect("all is well");
    let home = &input.intake.stock.dwellings[0];
    assert_eq!((home.key.as_str(), home.floor, home.door.as_str()), ("1", 5, "501"));
    assert_eq!(input.intake.stock.estates[0].name, "North Court");
    assert_eq!((&*input.intake.stock.buildings[0].name, &*input.intake.stock.stairwells[0].name), ("3", "2"));
    // The address is kept as it was written, for display.
    assert_eq!(input.intake.stock.written_address(crate::model::DwellingId(0)), Some("3栋 2单元 5 501"));
}

#[test]
fn case_6_chinese_numerals_and_addresses() {
    let homes = "房屋编号,小区,楼栋,单元,楼层,户型\nd1,North,三栋,二单元,五楼,50\nd2,North,十二幢,乙单元,负一层,50\n";
    let input = homes_only(homes).input.expect("all is well");
    let stock = &input.intake.stock;
    assert_eq!(stock.dwellings.iter().map(|home| home.floor).collect::<Vec<_>>(), [5, -1]);
    assert_eq!(stock.buildings.iter().map(|b| b.name.as_str()).collect::<Vec<_>>(), ["12", "3"]);
    let one = "房屋编号,小区,房屋地址,户型\nd1,North,2栋1单元101,50\nd2,North,A区03栋02单元0501号,50\n";
    let input = homes_only(one).input.expect("all is well");
    assert_eq!(input.intake.stock.dwellings[1].door, "501");
    only(&homes_only(&format!("{one}d3,North,5-1,50\n")), Code::AmbiguousAddress, "d.csv", 4, "房屋地址", "5-1");
    only(&homes_only(&format!("{one}d3,North,近郊,50\n")), Code::UnreadableAddress, "d.csv", 4, "房屋地址", "近郊");
    let floors = "房屋编号,小区,楼栋,单元,房号,户型\nd1,North,1,1,1203,50\n";
    let input = homes_only(floors).input.expect("the door tells the floor");
    assert_eq!(input.intake.stock.dwellings[0].floor, 12);
}

#[test]
fn case_7_groups_in_many_spellings() {
    let people =
        "household,persons,group,agreement\nh1,2,A组,yes\nh2,2,Group A,yes\nh3,2,01,yes\nh4,2,A/B,yes\nh5,2,,yes\n";
    let plan = plan_text(&format!("{FIT}[groups]\nA = [\"A组\", \"Group A\", \"01\"]\n"));
    let reading = read_all(plan.as_bytes(), HOMES.as_bytes(), people.as_bytes(), false);
    let input = reading.input.expect("all is well");
    assert_eq!(input.roll.groups, ["A", "A/B"]);
    let of: Vec<Option<u32>> = input.roll.of_household.iter().map(|g| g.map(|g| g.0)).collect();
    assert_eq!(of, [Some(0), Some(0), Some(0), Some(1), None]);
    // What nobody joined is never joined here, but told.
    let reading = with_people("household,persons,group,agreement\nh1,2,a,yes\nh2,2,A,yes\n");
    assert_eq!(told(&reading.problems), [(Code::LookAlikes, None, Some("group"))]);
    complete(&reading.problems[0]);
}

#[test]
fn case_8_sizes_that_differ() {
    let reading = with_people("户编号,人编号,人数,签订情况\nh1,1,5,是\n,2,,\n");
    assert_eq!(reading.problems[0].code, Code::SizesDiffer);
    let (stated, counted) = (reading.problems[0].param("stated"), reading.problems[0].param("counted"));
    assert_eq!((stated, counted), (Some("5"), Some("2")));
}

#[test]
fn case_9_one_household_or_home_twice() {
    only(&with_people(&format!("{PEOPLE}h1,2,,,,,,,,yes,\n")), Code::HouseholdTwice, "h.csv", 4, "household", "h1");
    only(&with_homes(&format!("{HOMES}d9,North,1,1,1,101,50,,,,\n")), Code::AddressTwice, "d.csv", 6, "door", "101");
    // In two spellings it is the same home.
    let reading = homes_only("房屋编号,小区,房屋地址,户型\nd1,North,2栋1单元101,50\nd2,North,二幢一单元101室,50\n");
    assert_eq!(reading.problems[0].code, Code::AddressTwice);
}

#[test]
fn case_10_dates_in_all_spellings() {
    for text in ["2019年3月5日", "43529", "20190305", "2019.3.5", "2019-03-05", "２０１９／３／５"] {
        let reading = with_people(&format!("household,persons,签订日期\nh1,2,{text}\n"));
        assert_eq!(reading.problems, [], "{text}");
        let who = &reading.input.expect("all is well").intake.households[0];
        assert_eq!(who.agreement, Agreement::Dated("2019-03-05".to_owned()), "{text}");
    }
    let reading = with_people("household,persons,签订日期\nh1,2,2019.3\n");
    only(&reading, Code::MonthOnly, "h.csv", 2, "签订日期", "2019.3");
    assert_eq!(reading.problems[0].param("date"), Some("2019-03-01"));
    assert_eq!(repaired(&reading, 1), [(Repair::Month, 1)]);
}

#[test]
fn case_11_what_is_unclear_is_no_consent() {
    let agreed = |text: &str| {
        let reading = with_people(&format!("household,persons,agreement\nh1,2,{text}\n"));
        reading.input.expect("never an error").intake.households[0].signed()
    };
    for text in ["是", "√", "Y", "有", "1", "已签", "同意", "yes", "TRUE"] {
        assert!(agreed(text), "{text}");
    }
    for text in ["否", "×", "N", "无", "0", "未签", "同意(电话)", "待定", "不同意→同意", "#N/A", "", "2", "签？"]
    {
        assert!(!agreed(text), "{text}");
    }
}

#[test]
fn case_12_spaces_guards_breaks_and_error_values() {
    let people = "household,persons,group,choices,agreement,together\n\
                  'h1,' 2 ,#REF!,\"North\n>\tSouth\",yes ,=1+1\nh2,2,张·三,,yes,=1+1\n";
    let reading = with_people(people);
    assert_eq!(told(&reading.problems), [(Code::ErrorValue, Some(2), Some("group"))]);
    complete(&reading.problems[0]);
    let input = reading.input.as_ref().expect("all is well");
    let who = &input.intake.households[0];
    assert_eq!((who.key.as_str(), who.persons, who.choices.tiers.len()), ("h1", 2, 2));
    assert_eq!(
        (&input.intake.bonds[..], &input.roll.groups[..]),
        (&["=1+1".to_owned()][..], &["A".to_owned(), "张·三".to_owned()][..])
    );
    let kinds: Vec<Repair> = repaired(&reading, 1).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [Repair::Spaces, Repair::LineBreak, Repair::Guard, Repair::ErrorValue]);
    // Where a blank would hide a need, an error value is no blank.
    let row = format!("{PEOPLE}h9,2,,,#N/A,,,,,yes,\n");
    only(&with_people(&row), Code::VitalErrorValue, "h.csv", 4, "step_free", "#N/A");
}

#[test]
fn the_plan_file_can_say_which_column_is_which() {
    let people = "no,how many,signed at,extra\nh1,2,yes,x\n";
    let files = "\"h.csv\"";
    let nested = "[columns.households]\nhousehold = \"no\"\npersons = \"how many\"\nagreement = \"signed at\"\n";
    let flat =
        "[columns]\n\"no\" = \"household\"\npersons = \"how many\"\nagreement = \"signed at\"\nignore = [\"extra\"]\n";
    for columns in [nested, flat] {
        let reading = told_plan(files, columns, people);
        assert_eq!(told(&reading.problems), [(Code::UnknownColumns, Some(1), None)]);
        let scores: Vec<u8> = reading.summary.files[1].header.columns.iter().map(|m| m.score).collect();
        assert_eq!(scores, [100, 100, 100]);
        assert!(reading.input.is_some());
    }
    // It goes before what would be understood without it.
    let reading = told_plan(
        files,
        "[columns.households]\npersons = \"size now\"\n",
        "household,persons,size now,agreement\nh1,9,2,yes\n",
    );
    assert_eq!(reading.input.expect("all is well").intake.households[0].persons, 2);
    let reading = told_plan(files, "[columns.households]\npersons = \"sice\"\n", PEOPLE);
    assert_eq!(told(&reading.problems), [(Code::NoSuchHeader, Some(1), Some("sice"))]);
    complete(&reading.problems[0]);
    let refused = told_plan(files, "[columns]\nhousehold = \"身份证号\"\n", PEOPLE);
    assert_eq!((refused.problems[0].code, refused.problems[0].severity), (Code::RefusedMapping, Severity::Refused));
    complete(&refused.problems[0]);
    let unknown = told_plan(files, "[columns]\nhousehol = \"x\"\n", PEOPLE);
    assert_eq!(unknown.problems[0].code, Code::UnknownKey);
}

#[test]
fn the_plan_file_can_say_how_a_file_is_read() {
    let people = "household,persons\nhousehold;persons;agreement\nh1;2;yes\n";
    let reading =
        told_plan("{ path = \"h.csv\", delimiter = \";\", header_row = 2, encoding = \"utf-8\" }", "", people);
    assert_eq!(told(&reading.problems), [(Code::TitleRows, Some(2), None)]);
    let wrong = told_plan(
        "{ path = \"h.csv\", delimiter = \"|\", encoding = \"latin\", rows = \"x\", listed_on = 5 }",
        "",
        people,
    );
    let codes: Vec<Code> = wrong.problems.iter().map(|p| p.code).filter(|c| c.id() < "MX14").collect();
    assert!(codes.contains(&Code::NotOneOf) && codes.contains(&Code::WrongKind), "{codes:?}");
    assert_eq!(told_plan("{ sheet = \"s\" }", "", people).problems[0].code, Code::MissingKey);
}

/// What makes agreements doubtful is told with counts, and without a name.
#[test]
fn doubtful_agreements_are_told() {
    let mut people = String::from("household,persons,origin,agreement,初次意愿,listed_on\n");
    for n in 0..25 {
        people.push_str(&format!("a{n},2,x,2026-03-05,{},2026-03-01\n", if n < 3 { "不同意" } else { "" }));
        people.push_str(&format!("b{n},2,y,2026-03-{:02},,2026-03-03\n", n + 1));
        people.push_str(&format!("c{n},2,z,{},,\n", if n == 0 { "no" } else { "2026-03-05" }));
    }
    let reading = with_people(&people);
    let doubts = &reading.input.as_ref().expect("notes stop nothing").doubts;
    let found: Vec<(Pattern, u64, u64)> = doubts.iter().map(|d| (d.pattern, d.places, d.households)).collect();
    let expected = [
        (Pattern::EverybodyAgreed, 2, 50),
        (Pattern::SameDay, 1, 25),
        (Pattern::RefusalTurned, 0, 3),
        (Pattern::BeforeList, 0, 2),
    ];
    assert_eq!(found, expected);
    let codes: Vec<Code> = reading.problems.iter().map(|p| p.code).filter(|c| *c != Code::NoAgreement).collect();
    assert_eq!(codes, [Code::EverybodyAgreed, Code::SameDay, Code::RefusalTurned, Code::BeforeList]);
    reading.problems.iter().for_each(complete);
    let early = told_plan("{ path = \"h.csv\", listed_on = 2026-03-06 }", "", PEOPLE);
    assert_eq!(told(&early.problems), [(Code::BeforeList, None, None)]);
}
