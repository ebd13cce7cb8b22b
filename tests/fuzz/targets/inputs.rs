//! How bytes become the files of each target. The replay among the normal tests uses the same.

use mixplan::read::{ReadOptions, Reading, SourceFile, certificate, read_plan};

const HOMES: &[u8] = b"dwelling,estate,building,stairwell,floor,home_type\nd1,North,1,1,1,50\n";
const PEOPLE: &[u8] = b"household,persons,agreement\nh1,2,yes\n";
const PLAN: &[u8] = b"[files]\ndwellings = \"d\"\nhouseholds = \"h\"\n[fit]\n\"1+\" = [\"50\"]\n";

fn read(plan: &[u8], homes: &[u8], people: &[u8]) -> Reading {
    let plan = SourceFile { name: "plan.toml".to_owned(), bytes: plan.to_vec() };
    let mut load = |path: &str| Ok(if path == "h" { people } else { homes }.to_vec());
    let reading = read_plan(plan, &mut load, ReadOptions { leave_out: true }).expect("both files load");
    for file in &reading.summary.files {
        assert_eq!(file.rows, file.used + file.listed, "rows in are rows used and rows listed");
    }
    reading
}

/// Any bytes as both tables.
pub fn csv(data: &[u8]) {
    read(PLAN, data, data);
}

/// Any rows above a good row of data.
pub fn headers(data: &[u8]) {
    let people = [data, b"\nh1,2,yes,North\n"].concat();
    let homes = [data, b"\nd1,North,1,1,1,50\n"].concat();
    read(PLAN, &homes, &people);
}

/// Any text as an address, and as the parts of one.
pub fn address(data: &[u8]) {
    let text = String::from_utf8_lossy(data).replace(['"', '\n', '\r'], "");
    let one = format!("dwelling,estate,address,home_type\nd1,North,\"{text}\",50\n");
    let parts: Vec<&str> = text.splitn(4, '|').chain(["", "", "", ""]).take(4).collect();
    let many = format!(
        "dwelling,estate,building,stairwell,floor,door,home_type\nd1,North,\"{}\",\"{}\",\"{}\",\"{}\",50\n",
        parts[0], parts[1], parts[2], parts[3]
    );
    let reading = read(PLAN, one.as_bytes(), PEOPLE);
    let homes = reading.input.map(|input| input.intake.stock.dwellings.len());
    // A home is used only with every part of its place; otherwise its row is told.
    assert!(homes != Some(0) || !reading.problems.is_empty());
    read(PLAN, many.as_bytes(), PEOPLE);
}

/// Any bytes as a plan file.
pub fn plan(data: &[u8]) {
    read(data, HOMES, PEOPLE);
}

/// Any bytes as a certificate.
pub fn a_certificate(data: &[u8]) {
    let _ = certificate(&SourceFile { name: "certificate.json".to_owned(), bytes: data.to_vec() });
}
