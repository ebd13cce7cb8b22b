use super::{
    Code, FIT, HOMES, PEOPLE, Severity, complete, only, plan_text, read_all, shown, told, with_homes, with_people,
};

const HEADER: &str = "dwelling,estate,building,stairwell,floor,door,home_type,step_free,status,resident_group,\
                      resident_persons\n";

/// One more row below good ones; it stands in line 6.
#[track_caller]
fn row(row: &str, code: Code, column: &str, cell: &str) {
    only(&with_homes(&format!("{HOMES}{row}\n")), code, "d.csv", 6, column, cell);
}

#[test]
fn cells() {
    row("d9,,1,1,1,901,50,,,,", Code::BlankCell, "estate", "");
    row("d9,North,1,1,,901,50,,,,", Code::BlankCell, "floor", "");
    row("d9,North,1,\"1\u{200b}1\",1,901,50,,,,", Code::HiddenCharacter, "stairwell", "\"1\u{200b}1\"");
    row("d9,North,1,1,1,901,50,maybe,,,", Code::NotYesNo, "step_free", "maybe");
    row("d9,North>East,1,1,1,901,50,,,,", Code::ReservedMark, "estate", "North>East");
    row("d9,North,1,1,1,901,50＝,,,,", Code::ReservedMark, "home_type", "50＝");
    row("d9,North,1,1,1,901,50,,occupied,A,many", Code::NotWhole, "resident_persons", "many");
    for floor in ["0", "-10", "201", "3.5", "G"] {
        row(&format!("d9,North,1,1,{floor},901,50,,,,"), Code::ImpossibleFloor, "floor", floor);
    }
    row("d9,North,1,1,1,901,50,,sold,,", Code::UnknownStatus, "status", "sold");
    row("d9,North,1,1,1,901,50,,vacant,A,", Code::ResidentsOfEmptyHome, "resident_group", "A");
    row("d9,North,1,1,1,901,50,,held,,2", Code::ResidentsOfEmptyHome, "resident_persons", "2");
}

#[test]
fn rows() {
    row("d9,North,1,1", Code::RaggedRow, "", "");
    row(",,,,,,,,,,", Code::BlankRow, "", "");
    row("d1,North,1,1,9,901,50,,,,", Code::DwellingTwice, "dwelling", "d1");
    row("d9,North,1,1,1,101,50,,,,", Code::AddressTwice, "door", "101");
    let reading = with_homes(&format!("{HOMES}d1,North,1,1,9,901,50,,,,\n"));
    assert_eq!(reading.problems[0].param("other"), Some("2"));
}

#[test]
fn a_blank_id_is_made_from_the_address() {
    let reading = with_homes(&format!("{HOMES},North,2,1,3,301,50,√,空置,,\n"));
    assert_eq!(reading.problems, []);
    let stock = reading.input.unwrap().intake.stock;
    let made = stock.dwellings.iter().find(|d| d.key == "North/2/1/3/301").expect("its key is its address");
    assert!(made.step_free);
}

#[test]
fn whole_files() {
    let empty = with_homes("\u{feff}\n");
    assert_eq!(told(&empty.problems), [(Code::EmptyFile, None, None)]);
    complete(&empty.problems[0]);
    assert_eq!(empty.problems[0].file, "d.csv");
    assert_eq!(told(&with_homes(HEADER).problems), [(Code::NoRows, None, None)]);
    let quote = with_homes(&format!("{HOMES}d9,North,\"1,1,1,901,50,,,,\nd8,North,1,1,1,801,50,,,,\n"));
    only(&quote, Code::OpenQuote, "d.csv", 6, "", "\"");
    let short = with_homes("estate,building,floor,door\nN,1,1,1\n");
    let missing =
        [(Code::MissingColumn, Some(1), Some("home_type")), (Code::MissingColumn, Some(1), Some("stairwell"))];
    assert_eq!(told(&short.problems), missing);
    short.problems.iter().for_each(complete);
}

#[test]
fn bytes_that_are_not_utf8_are_named_by_place() {
    let mut bytes = HOMES.as_bytes().to_vec();
    bytes.extend_from_slice(b"d9,North,1,1,1,901,5\xff,,,,\n");
    let reading = read_all(plan_text(FIT).as_bytes(), &bytes, PEOPLE.as_bytes(), false);
    only(&reading, Code::Undecodable, "d.csv", 6, "home_type", "\u{fffd}");
    assert_eq!(reading.problems[0].param("byte"), Some("FF"));
}

#[test]
fn headers_in_chinese_and_with_dirt() {
    let homes = "\u{feff}房屋编号*,小区 名称,楼栋号,单元,所在楼层,房号,户型（㎡）,无障碍,是否入住\r\n\
                 \r\nd1,North,1,1,１,101,50,是,否\r\n\r\nd2,South,1,1,2,201,75,无,是\r\nd3,South,1,1,2,202,75,？,否\r\n";
    let reading = with_homes(homes);
    only(&reading, Code::NotYesNo, "d.csv", 6, "无障碍", "？");
    let taken = &reading.summary.files[0].header.columns[6];
    assert_eq!((taken.header.as_str(), taken.column.as_str()), ("户型（㎡）", "home_type"));
    let reading = with_homes(&homes.replace('？', "否"));
    let input = reading.input.expect("all is well");
    assert_eq!((reading.summary.vacant, reading.summary.occupied), (2, 1));
    assert_eq!(input.intake.stock.dwellings[0].floor, 1);
}

#[test]
fn columns_that_clash_or_are_not_ours() {
    let twice = HOMES.replacen("door", "flat", 1).replacen("resident_persons", "房号", 1);
    let reading = with_homes(&twice);
    assert_eq!(told(&reading.problems)[0], (Code::ColumnTwice, Some(1), Some("房号")));
    complete(&reading.problems[0]);
    let both = HOMES.replacen("resident_group", "occupied", 1).replace(",A,", ",yes,");
    assert_eq!(told(&with_homes(&both).problems)[0], (Code::ColumnTwice, Some(1), Some("occupied")));
    let unknown = HOMES.replacen("step_free", "colour", 1).replacen("resident_persons", "朝向", 1);
    let reading = with_homes(&unknown);
    assert_eq!(told(&reading.problems), [(Code::UnknownColumns, Some(1), None)]);
    assert_eq!(reading.problems[0].param("columns"), Some("colour, 朝向"));
    assert!(reading.input.is_some());
}

#[test]
fn refused_columns_are_dropped_and_their_values_never_told() {
    let extra = [
        ("身份证号码", "national_id"),
        ("户主宗教信仰", "religion"),
        ("Political party", "politics"),
        ("police record", "police"),
        ("重点人员", "key_person"),
        ("is trusted", "trust"),
        ("联系电话", "phone"),
    ];
    let mut lines: Vec<String> = PEOPLE.lines().map(str::to_owned).collect();
    for (header, _) in extra {
        lines[0] += &format!(",{header}");
        lines[1] += ",SECRET";
        lines[2] += ",SECRET";
    }
    let reading = with_people(&lines.join("\n"));
    assert_eq!(reading.problems.len(), extra.len());
    for (problem, (header, kind)) in reading.problems.iter().zip(extra) {
        assert_eq!((problem.code, problem.severity), (Code::RefusedColumn, Severity::Note));
        assert_eq!((problem.param("kind"), shown(&reading, problem).as_str()), (Some(kind), header));
        complete(problem);
    }
    assert!(!format!("{:?}{:?}{:?}", reading.problems, reading.input, reading.summary).contains("SECRET"));
    assert!(reading.input.is_some());
}

#[test]
fn a_floor_beside_an_address_is_held_to_the_same_range() {
    let homes = "dwelling,estate,address,floor,home_type\nd1,North,3栋2单元,70000,50\n";
    let reading = with_homes(homes);
    assert!(told(&reading.problems).contains(&(Code::ImpossibleFloor, Some(2), Some("floor"))), "{reading:?}");
    assert!(reading.input.is_none());
}
