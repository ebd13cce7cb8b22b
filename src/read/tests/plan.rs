use super::{Code, FIT, HOMES, PEOPLE, Reading, Severity, complete, only, plan_text, read_all, shown, told, with_plan};
use crate::model::{BondRule, Closeness, Effort, Reference, Target};

/// One problem of the plan file, at a key and a place.
#[track_caller]
fn one(rest: &str, code: Code, row: u32, key: &str, cell: &str) {
    only(&with_plan(rest), code, "plan.toml", row, key, cell);
}

fn with_fit(rest: &str) -> String {
    format!("{FIT}{rest}")
}

fn raw_plan(text: &str) -> Reading {
    read_all(text.as_bytes(), HOMES.as_bytes(), PEOPLE.as_bytes(), false)
}

#[test]
fn a_full_plan_file() {
    let text = format!(
        "lang = \"zh\"\n{}{FIT}\n[lottery]\nseed = \" dice 4 1 \"\n[bonds]\nlevel = \"building\"\nmay_cost_tiers = 1\n\
         [mix]\ntarget = {{ Alpha = 60, B = 40 }}\nestate = {{ tolerance = 20 }}\n\
         stairwell = {{ tolerance = 5, company = 2 }}\neffort = \"thorough\"\n[groups]\nAlpha = [\"A\", \"01\"]\n\
         [mandate]\nauthority = \"Board\"\nreason = \"r\"\nexpires = 2027-06-30\nsigned_by = \"s\"\n",
        plan_text("")
    );
    let reading = raw_plan(&format!("\u{feff}{text}"));
    assert_eq!(reading.problems, []);
    let input = reading.input.unwrap();
    assert_eq!(input.lang.as_deref(), Some("zh"));
    assert_eq!(input.draw.unwrap().seed, " dice 4 1 ");
    assert_eq!(input.intake.bond_rule, BondRule { level: Closeness::Building, may_cost_tiers: 1 });
    assert_eq!(input.roll.groups, ["Alpha", "B"]);
    let reference = Reference::Shares(vec![60, 40]);
    assert_eq!(input.target, Some(Target { reference, estate: 20, building: 7, stairwell: 5, company: 2 }));
    assert_eq!(input.effort, Effort::Thorough);
    assert_eq!(input.mandate.unwrap().expires, "2027-06-30");
}

#[test]
fn an_empty_mix_section_has_the_usual_target() {
    let input = with_plan(&with_fit("[mix]\n")).input.unwrap();
    assert_eq!(input.target, Some(Target::default()));
}

#[test]
fn not_toml() {
    let reading = raw_plan("x = \ny = [1, \nz = 07\n");
    assert!(reading.problems.len() > 1, "{:?}", reading.problems);
    assert!(reading.problems.iter().all(|p| p.code == Code::TomlSyntax && p.row.is_some()));
    complete(&reading.problems[0]);
    assert_eq!(told(&raw_plan(" \n").problems), [(Code::EmptyFile, None, None)]);
}

#[test]
fn keys() {
    one(&with_fit("[mixx]\n"), Code::UnknownKey, 8, "mixx", "mixx");
    one(&with_fit("[mix]\nefort = 1\n"), Code::UnknownKey, 9, "mix.efort", "efort");
    one(&with_fit("[mix]\nbuilding = { company = 1 }\n"), Code::UnknownKey, 9, "mix.building.company", "company");
    one(&with_fit("[bonds]\nlevl = \"x\"\n"), Code::UnknownKey, 9, "bonds.levl", "levl");
    let reading = with_plan(&with_fit("[mix]\nefort = 1\n"));
    assert_eq!(reading.problems[0].param("near"), Some("effort"));
    let reading = raw_plan("[files]\ndwellings = \"d.csv\"\n");
    assert_eq!(told(&reading.problems), [(Code::MissingKey, Some(1), Some("files.households"))]);
    complete(&reading.problems[0]);
    let reading = raw_plan(FIT);
    assert_eq!(told(&reading.problems), [(Code::MissingKey, Some(1), Some("files"))]);
    let mandate = "[mandate]\nauthority = \"a\"\nreason = \"r\"\nexpires = \"2027-06-30\"\n";
    one(&with_fit(mandate), Code::MissingKey, 8, "mandate.signed_by", "mandate");
}

#[test]
fn values() {
    one(&with_fit("[mix]\nestate = 10\n"), Code::WrongKind, 9, "mix.estate", "10");
    one(&with_fit("[mix]\neffort = 3\n"), Code::WrongKind, 9, "mix.effort", "3");
    one(&with_fit("[bonds]\nmay_cost_tiers = 1.5\n"), Code::WrongKind, 9, "bonds.may_cost_tiers", "1.5");
    one(&with_fit("[groups]\nA = \"a\"\n"), Code::WrongKind, 9, "groups.A", "\"a\"");
    one(&with_fit("[mix]\neffort = \"slow\"\n"), Code::NotOneOf, 9, "mix.effort", "\"slow\"");
    one(&with_fit("[mix]\ntarget = \"town\"\n"), Code::NotOneOf, 9, "mix.target", "\"town\"");
    one(&with_fit("[bonds]\nlevel = \"floor\"\n"), Code::NotOneOf, 9, "bonds.level", "\"floor\"");
    one(&with_fit("[lottery]\nseed = \" \"\n"), Code::EmptyText, 9, "lottery.seed", "\" \"");
    one(&with_fit("[lottery]\nseed = 42\n"), Code::SeedNotText, 9, "lottery.seed", "42");
    one(&with_fit("[mix]\nestate = { tolerance = 101 }\n"), Code::OutOfRange, 9, "mix.estate.tolerance", "101");
    one(&with_fit("[mix]\nstairwell = { company = -1 }\n"), Code::OutOfRange, 9, "mix.stairwell.company", "-1");
    let mandate = "[mandate]\nauthority = \"a\"\nreason = \"r\"\nsigned_by = \"s\"\nexpires = ";
    one(&with_fit(&format!("{mandate}\"2027-02-30\"")), Code::BadDate, 12, "mandate.expires", "\"2027-02-30\"");
    one(&with_fit(&format!("{mandate}07:30:00")), Code::BadDate, 12, "mandate.expires", "07:30:00");
    one(&with_fit(&format!("{mandate}1")), Code::WrongKind, 12, "mandate.expires", "1");
}

#[test]
fn paths() {
    for path in ["/home/d.csv", "C:\\\\d.csv", "https://example.org/d.csv", "\\\\\\\\server\\\\d.csv"] {
        let reading = raw_plan(&format!("[files]\ndwellings = \"{path}\"\nhouseholds = \"h.csv\"\n{FIT}"));
        assert_eq!(told(&reading.problems), [(Code::PathNotRelative, Some(2), Some("files.dwellings"))]);
        complete(&reading.problems[0]);
    }
}

#[test]
fn the_fit_table() {
    one("[fit]\n\"one\" = [\"50\"]\n", Code::FitKey, 5, "fit.one", "\"one\"");
    one("[fit]\n\"1-2\" = [\"50\"]\n\"4+\" = [\"75\"]\n", Code::FitHole, 6, "fit.4+", "\"4+\"");
    one("[fit]\n\"2+\" = [\"50\"]\n", Code::FitHole, 5, "fit.2+", "\"2+\"");
    one("[fit]\n", Code::FitHole, 4, "fit", "[fit]");
    one("[fit]\n\"1-3\" = [\"50\"]\n\"3+\" = [\"75\"]\n", Code::FitOverlap, 6, "fit.3+", "\"3+\"");
    one("[fit]\n\"1+\" = []\n", Code::FitEmpty, 5, "fit.1+", "[]");
    one("[fit]\n\"1+\" = [\"50\", \"50\"]\n", Code::FitTypeTwice, 5, "fit.1+", "\"50\"");
    one("[fit]\n\"1+\" = [\"50\", \"57\"]\n", Code::FitTypeNotInStock, 5, "fit.1+", "\"57\"");
    one("[fit]\n\"1+\" = [\"50>75\"]\n", Code::FitTypeMark, 5, "fit.1+", "\"50>75\"");
    one("[fit]\n\"1+\" = [\"5\\t0\"]\n", Code::HiddenInName, 5, "fit.1+", "\"5\\t0\"");
    one("", Code::FitMissing, 1, "fit", "");
    assert_eq!(with_plan("").problems[0].param("households"), Some("2"));
    let overlap = with_plan("[fit]\n\"1+\" = [\"50\"]\n\"3-4\" = [\"75\"]\n");
    assert_eq!(overlap.problems[0].param("sizes"), Some("3-4"));
}

#[test]
fn targets() {
    let target = |table: &str| with_fit(&format!("[mix]\ntarget = {{ {table} }}\n"));
    let all = with_plan(&target("A = 50, B = 40, C = 10"));
    assert_eq!(told(&all.problems), [(Code::TargetUnknownGroup, Some(9), Some("mix.target.C"))]);
    complete(&all.problems[0]);
    one(&target("A = 50, B = 40"), Code::TargetSum, 9, "mix.target", "{ A = 50, B = 40 }");
    one(&target("A = 100, B = 0"), Code::OutOfRange, 9, "mix.target.B", "0");
    one(&target("A = 50.5, B = 50"), Code::WrongKind, 9, "mix.target.A", "50.5");
    one(&target("A = 100"), Code::LopsidedTarget, 8, "mix.target", "[mix]");
    let twice = with_fit("[mix]\ntarget = { A = 30, a = 30, B = 40 }\n[groups]\nA = [\"a\"]\n");
    one(&twice, Code::TargetGroupTwice, 9, "mix.target.a", "a");
    one(&with_fit("[groups]\n\"X\\tY\" = []\n"), Code::HiddenInName, 9, "groups", "\"X\\tY\"");
    one(&with_fit("[groups]\nX = [\"x\", \"Y\"]\nY = []\n"), Code::AliasTwice, 9, "groups.X", "\"Y\"");
}

#[test]
fn what_is_aimed_at_a_group_is_refused() {
    let mix = |line: &str| with_fit(&format!("[mix]\n{line}\n"));
    let path = "mix.building.tolerance";
    one(&mix("building = { tolerance = { A = 5, B = 5 } }"), Code::LopsidedTolerance, 9, path, "{ A = 5, B = 5 }");
    one(&mix("building = { A = 20 }"), Code::GroupCap, 9, "mix.building.A", "A");
    one(&mix("building = { max = { Z = 20 } }"), Code::GroupCap, 9, "mix.building.max", "max");
    one(&mix("caps = { Z = 20 }"), Code::GroupCap, 9, "mix.caps", "caps");
    one(&mix("share = { B = 20 }"), Code::GroupCap, 9, "mix.share", "share");
    let refused = with_plan(&mix("caps = { Z = 20 }"));
    assert_eq!(refused.problems[0].severity, Severity::Refused);
    assert!(refused.input.is_none());
}

#[test]
fn all_problems_at_once() {
    let reading = with_plan("[fit]\n\"x\" = []\n[lottery]\nseed = 1\n[mix]\neffort = 1\ntarget = { A = 100 }\n[nix]\n");
    let codes: Vec<Code> = reading.problems.iter().map(|p| p.code).collect();
    let expected =
        [Code::FitKey, Code::FitEmpty, Code::SeedNotText, Code::LopsidedTarget, Code::WrongKind, Code::UnknownKey];
    assert_eq!(codes, expected);
    assert_eq!(shown(&reading, &reading.problems[2]), "1");
}
