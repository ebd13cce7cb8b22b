//! Agreements that are doubtful: told in `read`, in the certificate, and held against the inputs by `verify`.

use crate::desk::{edit, mixplan, read, town, write};

#[test]
fn a_whole_village_on_one_day_stands_in_the_certificate() {
    let here = town("doubts", "200");
    let households = read(&here, "town/households.csv");
    // The forged case: everybody agrees, all on one day.
    let forged = |(row, line): (usize, &str)| {
        let mut cells: Vec<&str> = line.split(',').collect();
        if row > 0 {
            cells[9] = "2026-03-05";
            cells[11] = if row % 2 == 0 { "Upper" } else { "Lower" };
        }
        cells.join(",") + "\n"
    };
    write(&here, "town/households.csv", &households.lines().enumerate().map(forged).collect::<String>());
    let told = mixplan(&here, &["read", "town/plan.toml", "--format", "json"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.err.contains("A whole village agreed on one day (MX2102"), "{}", told.err);
    let told: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    let expected = serde_json::json!([
        { "pattern": "everybody_agreed", "places": 2, "households": 200 },
        { "pattern": "same_day", "places": 2, "households": 200 },
    ]);
    assert_eq!(told["warnings"], expected);
    let plan = mixplan(&here, &["plan", "town/plan.toml", "--out", "out"]);
    assert_eq!(plan.code, 0, "{}", plan.err);
    let certificate: serde_json::Value = serde_json::from_str(&read(&here, "out/certificate.json")).expect("JSON");
    assert_eq!(certificate["warnings"], expected);
    assert_eq!(mixplan(&here, &["verify", "out"]).code, 0);
    // A certificate that keeps quiet about it is not right.
    edit(&here, "out/certificate.json", "\"households\": 200\n    },\n", "\"households\": 20\n    },\n");
    let verify = mixplan(&here, &["verify", "out"]);
    assert_eq!(verify.code, 1, "{}", verify.err);
    assert!(verify.err.contains("warnings.everybody_agreed.households"), "{}", verify.err);
}

#[test]
fn explain_shows_an_address_as_the_file_writes_it() {
    let here = town("written", "40");
    let homes = read(&here, "town/dwellings.csv");
    let written: String = homes
        .lines()
        .enumerate()
        .map(|(row, line)| {
            let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            if row > 0 {
                cells[2].push('栋');
            }
            cells.join(",") + "\n"
        })
        .collect();
    write(&here, "town/dwellings.csv", &written);
    assert_eq!(mixplan(&here, &["plan", "town/plan.toml", "--out", "out"]).code, 0);
    let plan = read(&here, "out/plan.csv");
    let household = plan.lines().nth(1).and_then(|line| line.split(',').next()).expect("somebody is housed");
    let told = mixplan(&here, &["explain", "out", household]);
    assert!(told.out.contains("In your files this home is written: 1栋"), "{}", told.out);
}
