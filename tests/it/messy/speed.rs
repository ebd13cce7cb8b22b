//! How long reading takes, measured on demand: `cargo test --release --test it -- messy::speed --ignored --nocapture`.

use super::sheets::{Sheet, add_sheet, workbook};
use encoding_rs::GB18030;
use mixplan::read::{ReadOptions, SourceFile, read_plan};
use mixplan::town::{Recipe, make};
use std::time::{Duration, Instant};

fn timed(plan: &str, homes: &[u8], people: &[u8]) -> Duration {
    let plan = SourceFile { name: "plan.toml".to_owned(), bytes: plan.as_bytes().to_vec() };
    let mut load = |path: &str| Ok(if path == "dwellings.csv" { homes } else { people }.to_vec());
    let start = Instant::now();
    let reading = read_plan(plan, &mut load, ReadOptions::default()).expect("both files load");
    assert!(reading.input.is_some(), "{:?}", reading.problems);
    start.elapsed()
}

#[test]
#[ignore = "measures time, which needs an idle machine"]
fn a_workbook_of_50_000_households_takes_5_seconds_at_most() {
    let town = make(&Recipe::sized(50_000));
    let mut book = workbook();
    add_sheet(&mut book, "s", &Sheet::of(&town.households_csv));
    let people = book.save_to_buffer().expect("a workbook");
    std::fs::write(std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("people.xlsx"), &people).expect("written");
    let took = timed(&town.plan_toml, town.dwellings_csv.as_bytes(), &people);
    let text = timed(&town.plan_toml, town.dwellings_csv.as_bytes(), town.households_csv.as_bytes());
    println!("workbook {took:?}, text {text:?}");
    assert!(took < Duration::from_secs(5), "{took:?}");
}

#[test]
#[ignore = "measures time, which needs an idle machine"]
fn gb18030_takes_half_as_long_again_as_utf8_at_most() {
    let town = make(&Recipe::sized(200_000));
    let homes = town.dwellings_csv.replace("North", "北苑").replace("South", "南苑");
    let people = town.households_csv.replace("North", "北苑").replace("South", "南苑");
    let encoded = GB18030.encode(&homes).0;
    let run = |homes: &[u8]| timed(&town.plan_toml, homes, people.as_bytes());
    let (utf8, gb18030) = (run(homes.as_bytes()), run(&encoded));
    println!("UTF-8 {utf8:?}, GB18030 {gb18030:?}");
    assert!(gb18030 < utf8 * 3 / 2, "{gb18030:?} after {utf8:?}");
}
