//! Nine housing projects under quotas: a published comparison, rebuilt, with choice-first mixing beside it.
//!
//! The setting of N. Benabbou, M. Chakraborty, X. Ho, J. Sliwinski, Y. Zick, *Diversity Constraints in Public Housing
//! Allocation* (AAMAS 2018): data and rules in `data/known/hdb/README.md`. For each radius, households draw where their
//! wishes are, many times; for each such draw, caps cost a price (best total without caps over best total with them),
//! and the order of a lottery costs another (best total with caps over the lottery's mean).
//!
//! `cargo run --release --example nine_projects -- [draws of wishes] [orders for each]`

use mixplan::model::*;
use mixplan::whatif::{Crowd, Outcome, Spread, Study};
use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

const AREAS: &str = include_str!("../../data/known/hdb/planning_areas.csv");
const PROJECTS: &str = include_str!("../../data/known/hdb/projects.csv");

/// Groups, households of each, and caps in per cent of a project's homes.
const GROUPS: [(&str, u32, i64); 3] = [("Chinese", 1_000, 87), ("Indian/Others", 168, 15), ("Malay", 180, 25)];

/// Columns of `planning_areas.csv` that hold the residents of [`GROUPS`].
const RESIDENTS: [usize; 3] = [2, 4, 3];

/// What one draw of wishes gave, for each of its orders.
pub struct Drawn {
    /// Best total without caps over best total with them.
    pub price_of_diversity: f64,
    /// Best total with caps over the mean of the quota lottery.
    pub price_of_order: f64,
    /// Households that the quota lottery left out, mean.
    pub left_out: f64,
    /// Approved homes, as shares of all households: quota lottery, draw alone, choice first with exchanges.
    pub approved: [f64; 3],
    /// Distance of the projects from the mix of all, in households; same order.
    pub distance: [f64; 3],
}

fn cells(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().skip(1).map(|line| line.split(',').collect())
}

fn number(cell: &str) -> f64 {
    cell.parse().expect("a number of the known data")
}

/// A project is an estate of one building with one stairwell; all its homes are alike.
fn stock() -> Stock {
    let mut projects: Vec<(&str, u32)> = cells(PROJECTS).map(|row| (row[0], number(row[5]) as u32)).collect();
    projects.sort_unstable();
    let mut stock = Stock { home_types: vec!["home".to_owned()], ..Stock::default() };
    for (at, (name, homes)) in projects.into_iter().enumerate() {
        let (estate, building, stairwell) = (EstateId::new(at), BuildingId::new(at), StairwellId::new(at));
        stock.estates.push(Estate { name: name.to_owned() });
        stock.buildings.push(Building { estate, name: "1".to_owned() });
        stock.stairwells.push(Stairwell { building, estate, name: "1".to_owned() });
        stock.dwellings.extend((0..homes).map(|home| Dwelling {
            key: format!("{name}-{home:04}"),
            stairwell,
            building,
            estate,
            floor: 1,
            door: String::new(),
            home_type: HomeTypeId(0),
            step_free: false,
            status: DwellingStatus::Vacant,
        }));
    }
    stock.dwellings.sort_by(|a, b| a.key.cmp(&b.key));
    stock
}

/// The projects within a radius of each planning area, in the order in which the study lists projects.
fn approved(stock: &Stock, radius: f64) -> Vec<Vec<EstateId>> {
    let place = |name: &str| stock.estates.iter().position(|estate| estate.name == name).expect("a project");
    let projects: Vec<(f64, f64, EstateId)> =
        cells(PROJECTS).map(|row| (number(row[1]), number(row[2]), EstateId::new(place(row[0])))).collect();
    let near = |lon: f64, lat: f64| {
        let within = projects.iter().filter(|(x, y, _)| 111.0 * (x - lon).hypot(y - lat) <= radius);
        within.map(|&(.., estate)| estate).collect()
    };
    cells(AREAS).map(|row| near(number(row[0]), number(row[1]))).collect()
}

/// The crowd of one draw of wishes. As the study has it, each takes the first project of the list among those it
/// approves; with `equal`, it holds all of them equal.
fn crowd(stock: &Stock, near: &[Vec<EstateId>], seed: u64, equal: bool) -> Crowd {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let areas: Vec<Vec<&str>> = cells(AREAS).collect();
    let (mut households, mut groups) = (Vec::new(), Vec::new());
    for (group, &(_, count, _)) in GROUPS.iter().enumerate() {
        let weights: Vec<u64> = areas.iter().map(|row| number(row[RESIDENTS[group]]) as u64).collect();
        let all: u64 = weights.iter().sum();
        for _ in 0..count {
            let mut left = chance.next_u64() % all;
            let area = weights.iter().position(|&weight| {
                let here = left < weight;
                left = left.saturating_sub(weight);
                here
            });
            let wishes = &near[area.expect("a number below the sum of the weights")];
            let mut tiers: Vec<Vec<EstateId>> =
                if equal { vec![wishes.clone()] } else { wishes.iter().map(|&e| vec![e]).collect() };
            tiers.iter_mut().for_each(|tier| tier.sort_unstable());
            tiers.retain(|tier| !tier.is_empty());
            households.push(Household {
                key: format!("H{:05}", households.len()),
                persons: 1,
                home_types: vec![HomeTypeId(0)],
                needs: Needs::default(),
                priority: None,
                choices: Choices { tiers, any: true },
                bond: None,
                agreement: Agreement::Yes,
            });
            groups.push(Some(GroupId::new(group)));
        }
    }
    let opt_ins = OptIns(vec![true; households.len()]);
    let names = GROUPS.map(|(name, ..)| name.to_owned()).to_vec();
    let roll = Roll { groups: names, of_household: groups, residents: Vec::new() };
    let intake = Intake { stock: stock.clone(), households, ..Intake::default() };
    // Projects are judged by the mix of all; there is nothing inside them to mix.
    let target = Target { estate: 0, ..Target::default() };
    Crowd::new(intake, roll, opt_ins, Some(target), Effort::Quick)
}

fn changes(mechanism: &str) -> Changes {
    let word = |word: &str| Setting::Word(word.to_owned());
    let caps = GROUPS.map(|(name, _, cap)| (name.to_owned(), cap)).into();
    Changes::from([("mechanism", word(mechanism)), ("worth", word("named")), ("cap_building", Setting::Table(caps))])
}

fn mean(outcomes: &[Outcome], of: impl Fn(&Outcome) -> Option<f64>) -> f64 {
    Spread::of(outcomes.iter().filter_map(of)).map_or(0.0, |spread| spread.mean)
}

/// One draw of wishes at a radius, and so many orders of turns.
pub fn drawn(radius: f64, seed: u64, orders: u32) -> Drawn {
    let stock = stock();
    let near = approved(&stock, radius);
    let run = |mechanism: &str, equal: bool| -> Vec<Outcome> {
        let study = Study::new(&crowd(&stock, &near, seed, equal), &changes(mechanism));
        (0..orders).map(|order| study.run(&format!("order {seed}.{order}"))).collect()
    };
    let outcomes = [run("quota_lottery", false), run("draw", false), run("choice_first", true)];
    let lottery = &outcomes[0];
    let choice = mean(lottery, |outcome| outcome.figures.choice);
    let signed = mean(lottery, |outcome| outcome.figures.signed);
    // The best total with caps is one figure: what the lottery got, times what its order cost.
    let best = lottery[0].figures.choice.zip(lottery[0].figures.price_of_order).map_or(0.0, |(got, price)| got * price);
    Drawn {
        price_of_diversity: mean(lottery, |outcome| outcome.figures.price_of_diversity),
        price_of_order: best / choice,
        left_out: signed - mean(lottery, |outcome| outcome.figures.housed),
        approved: [0, 1, 2].map(|at| mean(&outcomes[at], |outcome| outcome.figures.choice) / signed),
        distance: [0, 1, 2].map(|at| mean(&outcomes[at], |outcome| outcome.figures.distance_estate)),
    }
}

#[allow(dead_code, reason = "the same file is a module of the tests, which call `drawn`")]
fn main() {
    let mut arguments = std::env::args().skip(1).map(|text| text.parse::<u32>().expect("a whole number"));
    let draws = arguments.next().unwrap_or(30);
    let orders = arguments.next().unwrap_or(50);
    println!("{draws} draws of wishes, {orders} orders each; mean (least to greatest)");
    for radius in [5.0, 7.5, 10.0] {
        let all: Vec<Drawn> = (0..draws).map(|seed| drawn(radius, u64::from(seed) + 1, orders)).collect();
        let tell = |name: &str, of: &dyn Fn(&Drawn) -> f64| {
            let values: Vec<f64> = all.iter().map(of).collect();
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            let low = values.iter().copied().fold(f64::INFINITY, f64::min);
            let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            println!("  {name:<44} {mean:8.4} ({low:.4} to {high:.4})");
        };
        println!("r = {radius} km");
        tell("price of diversity", &|drawn| drawn.price_of_diversity);
        tell("optimum over mean lottery", &|drawn| drawn.price_of_order);
        tell("left out by the quota lottery, households", &|drawn| drawn.left_out);
        for (at, name) in ["quota lottery", "draw alone", "choice first + exchanges"].into_iter().enumerate() {
            tell(&format!("approved homes, {name}"), &|drawn| drawn.approved[at]);
            tell(&format!("distance of the projects, {name}"), &|drawn| drawn.distance[at]);
        }
    }
}
