use super::super::{certificate, plan_rows, unplaced_rows};
use super::{Code, SourceFile, complete, told};
use crate::model::{PlanRow, Status, UnplacedRow};

fn file(text: &str) -> SourceFile {
    SourceFile { name: "x".to_owned(), bytes: text.as_bytes().to_vec() }
}

#[test]
fn plan_rows_come_back_as_they_stand() {
    let header = PlanRow::COLUMNS.join(",");
    let text = format!("\u{feff}{header}\r\nh1,1, ab ,\"N, 1\",1,1,2,201,d1,75,1,1,\r\n");
    let rows = plan_rows(&file(&text)).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].ticket.as_str(), rows[0].estate.as_str()), (" ab ", "N, 1"));
    assert_eq!(rows[0].bond_level, "");
    assert_eq!(plan_rows(&file(&format!("{header}\n"))), Ok(vec![]));
}

#[test]
fn plan_rows_name_what_is_wrong() {
    let header = PlanRow::COLUMNS.join(",");
    let problems = plan_rows(&file(&format!("{}\n", header.replace("turn", "Turn")))).unwrap_err();
    assert_eq!(told(&problems), [(Code::PlanHeader, Some(1), None)]);
    complete(&problems[0]);
    let problems = plan_rows(&file(&format!("{header}\na,b\n"))).unwrap_err();
    assert_eq!(told(&problems), [(Code::RaggedRow, Some(2), None)]);
    let problems = plan_rows(&file("")).unwrap_err();
    assert_eq!(told(&problems), [(Code::EmptyFile, None, None)]);
}

#[test]
fn unplaced_rows_come_back() {
    let text = "household,reason_code,reason\nh1,shortage,\"a, b\"\n";
    let row = UnplacedRow { household: "h1".to_owned(), reason_code: "shortage".to_owned() };
    assert_eq!(unplaced_rows(&file(text)), Ok(vec![row]));
    let problems = unplaced_rows(&file(&text.replace("h1,", ""))).unwrap_err();
    assert_eq!(told(&problems), [(Code::RaggedRow, Some(2), None)]);
}

/// A promise broken and then kept: some programs would read the first.
#[test]
fn a_certificate_says_everything_once() {
    for (once, twice) in [
        ("\"signed\": \"kept\"", "\"signed\": \"broken\", \"signed\": \"kept\""),
        ("\"d.csv\": \"sha256:11\"", "\"d.csv\": \"sha256:10\", \"d.csv\": \"sha256:11\""),
        ("\"plan.csv\": \"sha256:22\"", "\"plan.csv\": \"sha256:20\", \"plan.csv\": \"sha256:22\""),
    ] {
        let problems = certificate(&file(&CERTIFICATE.replace(once, twice))).unwrap_err();
        assert!(matches!(told(&problems)[..], [(Code::CertificateForm, Some(_), None)]));
    }
}

const CERTIFICATE: &str = r#"{
  "mixplan": "0.1.0", "status": "final", "seed": "s", "roll_digest": "sha256:00",
  "plan_file": "../plan.toml", "inputs": { "d.csv": "sha256:11" }, "outputs": { "plan.csv": "sha256:22" },
  "rows_left_out":2,"counts": { "households": 3, "signed": 2, "placed": 1, "unplaced": 1 },
  "promises": { "signed": "kept" },
  "mix": {
    "first": { "score": 4.5, "without_company": 2, "distance": { "estate": 0.5, "building": 1.0, "stairwell": 1.5 } },
    "final": { "score": 3, "without_company": 1, "distance": { "estate": 0.5, "building": 1.0, "stairwell": 1.0 } },
    "bound": 0.0, "closed": 0.333, "moved": 2, "bound_proof": "trivial",
    "estates": [{ "estate": "North", "first": 3.0, "final": 2.0, "bound": 0.0, "closed": 0.333 }] },
  "effort": "normal",
  "mandate": { "authority": "a", "reason": "r", "expires": "2027-06-30", "signed_by": "s" }
}"#;

#[test]
fn a_certificate_comes_back() {
    let read = certificate(&file(CERTIFICATE)).unwrap();
    assert_eq!((read.status, read.counts.signed, read.mix.moved), (Status::Final, 2, 2));
    assert_eq!((read.mix.first.score, read.mix.last.score), (4.5, 3.0));
    assert_eq!(read.mandate.unwrap().expires, "2027-06-30");
    let without = CERTIFICATE.split("\"mandate\"").next().unwrap().to_owned() + "\"mandate\": null }";
    assert_eq!(certificate(&file(&without)).unwrap().mandate, None);
}

#[test]
fn a_certificate_that_is_none_says_where() {
    for spoiled in [
        CERTIFICATE.replace("\"placed\": 1", "\"placed\": -1"),
        CERTIFICATE.replace("\"placed\": 1,", "\"placed\": 1, \"extra\": 1,"),
        CERTIFICATE.replace("\"placed\": 1,", "\"placed\": 1, \"placed\": 2,"),
    ] {
        let problems = certificate(&file(&spoiled)).unwrap_err();
        assert_eq!(told(&problems), [(Code::CertificateForm, Some(4), None)]);
        complete(&problems[0]);
    }
}
