use super::*;

fn address(building: &str, stairwell: &str, floor: i64, door: &str) -> Address {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let floor = Some(floor).filter(|floor| *floor != 0);
    Address { estate: None, building: some(building), stairwell: some(stairwell), floor, door: some(door) }
}

#[track_caller]
fn reads(text: &str, expected: &Address) {
    assert_eq!(read(text, &Address::default()).as_ref(), Ok(expected), "{text}");
}

/// All forms that offices are known to write.
#[test]
fn every_form_of_an_address() {
    for text in ["2栋1单元101", "2栋1单元101室", "2幢一单元一楼101", "2号楼1门101", "2#1-101", "2-1-101", "2#-1-101"]
    {
        reads(text, &address("2", "1", 1, "101"));
    }
    reads("8栋2单元2204室", &address("8", "2", 22, "2204"));
    reads("3幢二单元五楼东", &address("3", "2", 5, "东"));
    reads("3幢二单元五楼东户", &address("3", "2", 5, "东"));
    reads("A区03栋02单元0501号", &address("A区3", "2", 5, "501"));
    reads("二期3栋2单元501", &address("二期3", "2", 5, "501"));
    reads("3号楼2门501", &address("3", "2", 5, "501"));
    reads("三栋二单元五楼", &address("3", "2", 5, ""));
    reads("３栋　２单元５０１", &address("3", "2", 5, "501"));
    reads("3栋，2单元，501", &address("3", "2", 5, "501"));
    reads("3栋甲单元501左", &address("3", "1", 5, "501左"));
    reads("十二栋十一单元十二层1203", &address("12", "11", 12, "1203"));
    reads("3栋2单元负一层", &address("3", "2", -1, ""));
    reads("3栋2-501", &address("3", "2", 5, "501"));
    reads("3-2-5-501", &address("3", "2", 5, "501"));
    reads("3-2-5-1", &address("3", "2", 5, "1"));
    reads("3楼2单元501", &address("3", "2", 5, "501"));
    reads("三栋二单元五〇一", &address("3", "2", 5, "501"));
    let with_estate = Address { estate: Some("阳光小区".to_owned()), ..address("3", "2", 5, "501") };
    reads("阳光小区3栋2单元501", &with_estate);
}

#[test]
fn short_forms_go_by_what_other_columns_say() {
    let stairwell = Address { building: Some("3".to_owned()), stairwell: Some("2".to_owned()), ..Address::default() };
    assert_eq!(read("5-1", &stairwell), Ok(address("", "", 5, "1")));
    assert_eq!(read("501", &stairwell), Ok(address("", "", 5, "501")));
    assert_eq!(read("501右", &stairwell), Ok(address("", "", 5, "501右")));
    assert_eq!(read("3-2-501", &Address { floor: None, ..stairwell.clone() }), Ok(address("3", "2", 5, "501")));
    let building = Address { building: Some("3".to_owned()), ..Address::default() };
    assert_eq!(read("2-501", &building), Ok(address("", "2", 5, "501")));
    assert_eq!(read("二单元五楼东", &building), Ok(address("", "2", 5, "东")));
}

#[track_caller]
fn either(text: &str, one: &str, other: &str) {
    match read(text, &Address::default()) {
        Err(Fault::Ambiguous(readings)) => {
            assert_eq!((&*readings.0.told(), &*readings.1.told()), (one, other), "{text}")
        }
        other => panic!("{text}: {other:?}"),
    }
}

/// What can be read in two ways is never guessed.
#[test]
fn two_readings_are_told() {
    either("5-1", "building 5, door 1", "floor 5, door 1");
    either("3-501", "building 3, door 501", "stairwell 3, door 501");
    either("3-2-5", "building 3, stairwell 2, floor 5", "building 3, stairwell 2, door 5");
    either("3栋2单元5", "building 3, stairwell 2, floor 5", "building 3, stairwell 2, door 5");
    either("3-2-6-501", "building 3, stairwell 2, floor 6, door 501", "building 3, stairwell 2, floor 5, door 501");
    either("3栋甲单元/乙单元", "building 3, stairwell 1", "building 3, stairwell 2");
}

#[test]
fn what_is_no_address() {
    let texts = ["", "阳光小区", "2026-05-01", "5月1日", "3栋2单元三四层", "1-2-3-4-5", "3-2-0", "3栋2单元?", "东"];
    for text in texts {
        let found = read(text, &Address::default());
        let home = found.as_ref().is_ok_and(|found| found.building.is_some() && found.floor.is_some());
        assert!(!home, "{text}: {found:?}");
    }
}

#[test]
fn the_same_stairwell_twice_is_not_two_readings() {
    assert_eq!(read("2单元/乙单元", &Address::default()), Err(Fault::Unreadable));
}
