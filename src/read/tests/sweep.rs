use super::{Code, Severity, complete};
use crate::model::{Setting, Start};
use crate::read::{Against, SourceFile, SweepReading, sweep};

/// Reads a scenario file on a base of two groups and two buildings.
fn read(text: &str) -> SweepReading {
    let file = SourceFile { name: "s.toml".to_owned(), bytes: text.as_bytes().to_vec() };
    let texts = |list: [&str; 2]| list.map(str::to_owned).to_vec();
    let base =
        Against { groups: texts(["A", "B"]), buildings: texts(["North/1", "South/1"]), seed: Some("dice".into()) };
    sweep(&file, &mut |_| Some(base.clone()))
}

const BASE: &str = "[base]\nplan = \"plan.toml\"\n";

/// Exactly one problem, at this row, with all its parameters; `value` is one of them.
#[track_caller]
fn one(rest: &str, code: Code, row: u32, value: &str) {
    let reading = read(&format!("{BASE}{rest}"));
    let problems: Vec<(Code, Option<u32>)> = reading.problems.iter().map(|p| (p.code, p.row)).collect();
    assert_eq!(problems, [(code, Some(row))], "{rest}");
    assert_eq!(reading.sweep.is_none(), code.severity().stops());
    let problem = &reading.problems[0];
    complete(problem);
    assert!(value.is_empty() || problem.params.iter().any(|(_, v)| v == value), "{:?}", problem.params);
}

#[test]
fn a_full_scenario_file() {
    let reading = read(
        "[base]\ntown = { households = 90, seed = 3 }\nseeds = 3\nchanges = { company = 2 }\n\
         [scenarios.\"few\"]\nparticipation = { \"1\" = 90, none = 10 }\n\
         [grid]\nslack = [0, 10]\nmechanism = [\"draw\", \"quota_lottery\"]\n\
         [one_at_a_time]\nclose = [\"North/1\", [\"North/1\", \"South/1\"]]\nvacancies = [-10]\n",
    );
    assert_eq!(reading.problems, []);
    let sweep = reading.sweep.expect("nothing stands in the way");
    assert_eq!(sweep.start, Start::Town { households: 90, seed: Some(3) });
    assert_eq!(sweep.seeds, ["dice", "dice / 2", "dice / 3"]);
    let names: Vec<&str> = sweep.scenarios.iter().map(|scenario| scenario.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "base",
            "few",
            "mechanism=draw, slack=0",
            "mechanism=draw, slack=10",
            "mechanism=quota_lottery, slack=0",
            "mechanism=quota_lottery, slack=10",
            "close=North/1 alone",
            "close=North/1 + South/1 alone",
            "vacancies=-10 alone",
        ]
    );
    assert!(sweep.scenarios.iter().all(|scenario| scenario.changes["company"] == Setting::Whole(2)));
    assert_eq!(sweep.scenarios[8].alone, Some("vacancies"));
    let list = read("[base]\nplan = \"p.toml\"\nseeds = [\"x\", \"y\", \"x\"]\n").sweep.expect("a good file");
    assert_eq!(list.seeds, ["x", "y"], "each seed once");
}

#[test]
fn a_sweep_has_one_start() {
    for text in ["[base]\nseeds = 2\n", "[base]\nplan = \"plan.toml\"\ntown = { households = 9 }\n"] {
        let reading = read(text);
        assert_eq!(reading.problems.iter().map(|p| p.code).collect::<Vec<_>>(), [Code::SweepStart], "{text}");
        assert!(reading.sweep.is_none());
    }
}

#[test]
fn names_are_held_against_the_base() {
    one("[scenarios.a]\nclose = \"Nort/1\"\n", Code::NoSuchBuilding, 4, "North/1");
    one("[scenarios.a]\nparticipation = { first = 3 }\n", Code::UnknownLabel, 4, "first");
    one("[scenarios.a]\ncap_estate = { A = 3, B = 4, C = 5 }\n", Code::UnknownLabel, 4, "C");
    one("[scenarios.a]\ncap_estate = { A = 3 }\n", Code::CapsMissing, 4, "B");
    one("[scenarios.a]\ntarget = { A = 100 }\n", Code::LopsidedTarget, 4, "B");
    one("[scenarios.a]\ntarget = { A = 60, B = 30 }\n", Code::TargetSum, 4, "90");
    assert_eq!(Code::LopsidedTarget.severity(), Severity::Refused, "in a simulation as well");
}

#[test]
fn scenarios_have_names_of_their_own_and_are_not_too_many() {
    one("[scenarios.base]\nslack = 1\n", Code::ScenarioTwice, 1, "base");
    one("[grid]\nslack = [1, 1]\n", Code::ScenarioTwice, 1, "slack=1");
    let all = |most: u32| (0..=most).map(|n| n.to_string()).collect::<Vec<_>>().join(", ");
    let grid = format!("[grid]\nslack = [{0}]\nlate = [{0}]\nrefusals = [{1}]\n", all(100), all(9));
    one(&grid, Code::TooManyScenarios, 3, "102010");
}
