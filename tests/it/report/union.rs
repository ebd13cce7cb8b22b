//! The differencing attack on everything that a plan publishes, taken together: a reader who has the report, the list,
//! the tables, the certificate and what `check` prints, and adds and subtracts.

use super::{all, page, publish, text};
use crate::desk::{mixplan, read, town};
use std::collections::BTreeMap;
use std::path::Path;

/// A group's line of one outcome as it stands in the report.
#[derive(Debug, Default, Clone)]
struct Published {
    households: Option<f64>,
    /// Shares in percent by outcome: of the first allocation, and of the plan.
    shares: BTreeMap<String, [f64; 2]>,
}

/// What the table of equal treatment says: by group, and together.
fn published(here: &Path) -> (BTreeMap<String, Published>, BTreeMap<String, f64>) {
    let page = page(here, "report.html");
    let (mut groups, mut together) = (BTreeMap::<String, Published>::new(), BTreeMap::new());
    for (block, body) in all(&page, "table.equal tbody").iter().enumerate() {
        let outcome = ["housed", "first", "rank", "space", "floor", "needs", "waiting"][block].to_owned();
        for row in body.child_elements() {
            let cells: Vec<String> = row.child_elements().map(|cell| text(&cell)).collect();
            let number = |at: usize| cells.get(at).and_then(|cell| cell.parse::<f64>().ok());
            if row.attr("class") == Some("head") {
                together.extend(number(2).map(|value| (outcome.clone(), value)));
            } else if let (Some(first), Some(last)) = (number(2), number(3)) {
                let group = groups.entry(cells[0].clone()).or_default();
                group.households = number(1);
                group.shares.insert(outcome.clone(), [first, last]);
            }
        }
    }
    (groups, together)
}

/// The truth, from the inputs: by group, how many signed, got their first choice, a later one, none.
fn truth(here: &Path) -> BTreeMap<String, [u64; 4]> {
    let plan = read(here, "out/plan.csv");
    let ranks: BTreeMap<&str, &str> = plan
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect::<Vec<_>>())
        .map(|cells| (cells[0], cells[10]))
        .collect();
    let mut groups = BTreeMap::<String, [u64; 4]>::new();
    for line in read(here, "town/households.csv").lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        if cells[9].is_empty() || cells[9] == "no" {
            continue;
        }
        let group = if cells[2].is_empty() { "not stated" } else { cells[2] };
        let counts = groups.entry(group.to_owned()).or_default();
        counts[0] += 1;
        counts[match ranks.get(cells[0]) {
            Some(&"1") => 1,
            Some(_) => 2,
            None => 3,
        }] += 1;
    }
    groups
}

/// Bounds of every cell that nothing published contradicts, tightened until nothing changes. Rows: groups; columns:
/// all signed, first choice, later choice, no home.
fn squeezed(
    truth: &BTreeMap<String, [u64; 4]>,
    groups: &BTreeMap<String, Published>,
) -> BTreeMap<(String, usize), (f64, f64)> {
    let total = |part: usize| truth.values().map(|counts| counts[part] as f64).sum::<f64>();
    let mut bounds: BTreeMap<(String, usize), (f64, f64)> = BTreeMap::new();
    for (group, counts) in truth {
        let told = groups.get(group);
        for (part, &count) in counts.iter().enumerate() {
            let known = match (part, told) {
                (0, Some(told)) => told.households,
                (3, Some(told)) => told.shares.get("housed").zip(told.households).map(|(s, n)| n - n * s[1] / 100.0),
                (1 | 2, Some(told)) => {
                    let housed = told.shares.get("housed").zip(told.households).map(|(s, n)| n * s[1] / 100.0);
                    let first = told.shares.get("first").zip(housed).map(|(s, housed)| housed * s[1] / 100.0);
                    if part == 1 { first } else { housed.zip(first).map(|(housed, first)| housed - first) }
                }
                _ => None,
            };
            let close = known.map(|known| known.round()).map(|known| (known, known));
            if let Some((known, _)) = close {
                assert!((known - count as f64).abs() <= 1.0, "{group}, {part}: the attack must be sound");
            }
            bounds.insert((group.clone(), part), close.unwrap_or((0.0, total(0))));
        }
    }
    loop {
        let before = bounds.clone();
        for group in truth.keys() {
            let cells: Vec<((String, usize), f64)> =
                [(0, -1.0), (1, 1.0), (2, 1.0), (3, 1.0)].map(|(part, sign)| ((group.clone(), part), sign)).into();
            tighten(&mut bounds, &cells, 0.0);
        }
        for part in 0..4 {
            let cells: Vec<_> = truth.keys().map(|group| ((group.clone(), part), 1.0)).collect();
            tighten(&mut bounds, &cells, total(part));
        }
        if bounds == before {
            return bounds;
        }
    }
}

fn tighten(bounds: &mut BTreeMap<(String, usize), (f64, f64)>, cells: &[((String, usize), f64)], sum: f64) {
    for (cell, sign) in cells {
        let (mut least, mut most) = (0.0, 0.0);
        for (other, sign) in cells.iter().filter(|(other, _)| other != cell) {
            let (low, high) = bounds[other];
            let (one, two) = (sign * low, sign * high);
            (least, most) = (least + f64::min(one, two), most + f64::max(one, two));
        }
        let (one, two) = (sign * (sum - least), sign * (sum - most));
        let (low, high) = bounds[cell];
        bounds.insert(cell.clone(), (low.max(f64::min(one, two)), high.min(f64::max(one, two))));
    }
}

#[test]
fn nothing_small_comes_back_from_all_files_together() {
    let mut shown = 0;
    for households in ["200", "600", "2500"] {
        let here = town(&format!("union_{households}"), households);
        publish(&here, "en");
        let (groups, together) = published(&here);
        let truth = truth(&here);
        assert_eq!(together.len(), 7, "all together is always told");
        shown += groups.values().map(|group| group.shares.len()).sum::<usize>();
        for ((group, part), (low, high)) in squeezed(&truth, &groups) {
            let count = truth[&group][part];
            // Where nobody at all is in a part, everybody knows it of each group.
            let nobody = truth.values().all(|counts| counts[part] == 0);
            assert!(
                nobody || count >= 10 || high - low >= 1.0,
                "{households}: {group}, column {part}: {count} comes back"
            );
        }
        for group in truth.iter().filter(|(_, counts)| counts[0] < 10).map(|(group, _)| group) {
            assert!(!groups.contains_key(group), "{group} is too small to be told of");
        }
    }
    assert!(shown > 30, "something is told: {shown}");
}

/// Only the table of equal treatment names groups, and it names no place.
#[test]
fn no_table_crosses_a_place_with_groups() {
    let here = town("union_places", "400");
    let lines: Vec<String> = read(&here, "town/households.csv")
        .lines()
        .map(|line| {
            let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            if matches!(cells[2].as_str(), "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H") {
                cells[2] = format!("Label{}", cells[2]);
            }
            cells.join(",")
        })
        .collect();
    crate::desk::write(&here, "town/households.csv", &(lines.join("\n") + "\n"));
    publish(&here, "en");
    for file in ["plan.csv", "unplaced.csv", "problems.csv", "certificate.json", "list.html", "letters-001.html"] {
        assert!(!read(&here, &format!("out/{file}")).contains("Label"), "{file} names a group");
    }
    for (sheet, rows) in super::book::sheets(&here) {
        assert!(!rows.iter().flatten().any(|cell| cell.to_string().contains("Label")), "{sheet} names a group");
    }
    let report = page(&here, "report.html");
    let named = |element: &scraper::ElementRef| text(element).contains("Label");
    assert!(all(&report, "section:not([id$=equal])").iter().all(|section| !named(section)));
    let equal = all(&report, "section[id$=equal]");
    assert!(equal.iter().any(named));
    for estate in ["North", "South", "East"] {
        assert!(!text(&equal[0]).contains(estate), "{estate} stands beside groups");
    }
    let check = mixplan(&here, &["check", "town/plan.toml", "--after", "out", "--format", "json"]);
    assert!(!check.out.contains("North"), "{}", check.out);
}
