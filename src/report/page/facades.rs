//! Estates as facades: each building its stairwells, coloured by how near to the target they are, and never by group.
//!
//! What lies inside of its own 95 % of lots is pale, and the legend says that this means nothing. Shades of one kind
//! share a path, so that a county of thousands of stairwells stays a small file; a small town has a title on every
//! stairwell instead.

use super::super::words::{Words, args};
use super::Told;
use crate::measure::lots::{STEPS, Shade};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Width of a stairwell and height of a floor, in the units of the picture; windows are a pattern of this size.
const STAIR: u32 = 16;
const FLOOR: u32 = 6;
/// A row of buildings ends where the next one would go beyond this.
const ROW: u32 = 22 * STAIR;
/// Buildings are drawn up to this height.
const TALLEST: i16 = 18;
/// In a town with more stairwells than this, no single one has a title.
const TITLED: usize = 400;
/// With more estates than this they are drawn small, and buildings have no labels.
pub(super) const FEW_ESTATES: usize = 6;
/// In an estate with more buildings than this, none is labelled.
const LABELLED: usize = 24;

#[derive(Serialize)]
pub(super) struct Facade {
    number: usize,
    name: String,
    stairwells: usize,
    halves: [Half; 2],
}

/// The estate at one time.
#[derive(Serialize)]
struct Half {
    plan: bool,
    width: u32,
    height: u32,
    /// Class and outline, merged.
    paths: Vec<(String, String)>,
    /// Class, outline and title of single stairwells.
    titled: Vec<(String, String, String)>,
    /// Class and outline of roofs: the buildings' shades.
    roofs: Vec<(String, String)>,
    walls: String,
    ground: String,
    labels: Vec<(u32, u32, String)>,
    nearer: usize,
    by_lot: usize,
    further: usize,
    few: usize,
    on_target: usize,
}

/// A step of the colours, as the legend tells it.
#[derive(Serialize)]
pub(super) struct Step {
    class: String,
    text: String,
}

pub(super) fn legend(words: &Words) -> Vec<Step> {
    let step = |at: usize| {
        let from = if at == 0 { 0 } else { STEPS[at - 1] };
        let what = args([("from", from.into()), ("to", STEPS.get(at).copied().unwrap_or(100).into())]);
        let key = if at == STEPS.len() { "page-step-open" } else { "page-step" };
        Step { class: format!("s{at}"), text: words.say(key, &what) }
    };
    let plain = |class: &str, key: &str| Step { class: class.to_owned(), text: words.plain(key) };
    let ends = [plain("s1 p", "page-shade-by-lot"), plain("few", "page-shade-few")];
    (0..=STEPS.len()).map(step).chain(ends).collect()
}

/// Where a stairwell stands in the picture.
struct Stand {
    stairwell: usize,
    x: u32,
    base: u32,
    floors: u32,
}

pub(super) fn facades(told: &Told, words: &Words) -> Vec<Facade> {
    let stock = &told.intake.stock;
    let mut floors = vec![1i16; stock.stairwells.len()];
    for home in &stock.dwellings {
        let highest = &mut floors[home.stairwell.index()];
        *highest = (*highest).max(home.floor.min(TALLEST));
    }
    let mut stairwells: Vec<Vec<usize>> = vec![Vec::new(); stock.buildings.len()];
    stock.stairwells.iter().enumerate().for_each(|(at, place)| stairwells[place.building.index()].push(at));
    let mut buildings: Vec<Vec<usize>> = vec![Vec::new(); stock.estates.len()];
    stock.buildings.iter().enumerate().for_each(|(at, place)| buildings[place.estate.index()].push(at));
    // As people count: 9 before 10.
    for buildings in &mut buildings {
        buildings.sort_by_key(|&at| (stock.buildings[at].name.chars().count(), &stock.buildings[at].name));
    }
    let titled = stock.stairwells.len() <= TITLED;
    let labelled = stock.estates.len() <= FEW_ESTATES;
    let facade = |(estate, buildings): (usize, &Vec<usize>)| {
        let sites = sites(buildings, &stairwells, &floors);
        let half = |table: usize| half(told, words, &sites, table, (titled, labelled));
        let count = sites.iter().map(|site| site.stands.len()).sum();
        let name = stock.estates[estate].name.clone();
        Facade { number: estate, name, stairwells: count, halves: [half(0), half(1)] }
    };
    buildings.iter().enumerate().map(facade).collect()
}

/// A building on its site.
struct Site {
    building: usize,
    x: u32,
    width: u32,
    base: u32,
    stands: Vec<Stand>,
}

/// Buildings in rows, each row as high as its tallest.
fn sites(buildings: &[usize], stairwells: &[Vec<usize>], floors: &[i16]) -> Vec<Site> {
    let mut sites: Vec<Site> = Vec::new();
    let (mut x, mut base, mut row_start) = (0, 0, 0);
    let tallest = |building: usize| stairwells[building].iter().map(|&at| floors[at].max(1) as u32).max().unwrap_or(1);
    let settle = |sites: &mut [Site], from: usize, base: u32| -> u32 {
        let height = sites[from..].iter().map(|site| tallest(site.building)).max().unwrap_or(0) * FLOOR;
        let base = base + FLOOR + height;
        for site in &mut sites[from..] {
            site.base = base;
            site.stands.iter_mut().for_each(|stand| stand.base = base);
        }
        base + 2 * FLOOR
    };
    for &building in buildings {
        let width = STAIR * stairwells[building].len() as u32;
        if x > 0 && x + width > ROW {
            base = settle(&mut sites, row_start, base);
            (x, row_start) = (0, sites.len());
        }
        let stand = |(number, &stairwell): (usize, &usize)| Stand {
            stairwell,
            x: x + STAIR * number as u32,
            base: 0,
            floors: floors[stairwell].max(1) as u32,
        };
        let stands = stairwells[building].iter().enumerate().map(stand).collect();
        sites.push(Site { building, x, width, base: 0, stands });
        x += width + STAIR;
    }
    settle(&mut sites, row_start, base);
    sites
}

fn class(shade: Shade) -> String {
    match shade {
        Shade::Few => "few".to_owned(),
        // Pale: no more than lots give.
        Shade::AsByLot(step) => format!("s{step} p"),
        Shade::Nearer(step) | Shade::Further(step) => format!("s{step}"),
    }
}

fn half(told: &Told, words: &Words, sites: &[Site], table: usize, (titled, labelled): (bool, bool)) -> Half {
    let (stock, near) = (&told.intake.stock, told.nearness);
    let mut half = Half {
        plan: table == 1,
        // All estates are drawn to one scale.
        width: sites.iter().map(|site| site.x + site.width).max().unwrap_or(STAIR).max(ROW),
        height: sites.iter().map(|site| site.base).max().unwrap_or(0) + 2 * FLOOR,
        paths: Vec::new(),
        titled: Vec::new(),
        roofs: Vec::new(),
        walls: String::new(),
        ground: String::new(),
        labels: Vec::new(),
        nearer: 0,
        by_lot: 0,
        further: 0,
        few: 0,
        on_target: 0,
    };
    let (mut paths, mut roofs): (BTreeMap<String, String>, BTreeMap<String, String>) = Default::default();
    for site in sites {
        let building = &stock.buildings[site.building].name;
        for stand in &site.stands {
            half.on_target += usize::from(near.on_target[stand.stairwell][table]);
            let shade = near.stairwells[stand.stairwell][table];
            match shade {
                Shade::Few => half.few += 1,
                Shade::AsByLot(_) => half.by_lot += 1,
                Shade::Nearer(_) => half.nearer += 1,
                Shade::Further(_) => half.further += 1,
            }
            let height = stand.floors * FLOOR;
            let outline = format!("M{} {}h{STAIR}v{height}h-{STAIR}z", stand.x, stand.base - height);
            half.walls.push_str(&outline);
            if titled {
                let stairwell = &stock.stairwells[stand.stairwell].name;
                half.titled.push((class(shade), outline, title(words, building, stairwell, shade)));
            } else {
                paths.entry(class(shade)).or_default().push_str(&outline);
            }
        }
        let roof = roofs.entry(class(near.buildings[site.building][table])).or_default();
        for stand in &site.stands {
            let _ = write!(roof, "M{} {}h{STAIR}v3h-{STAIR}z", stand.x, stand.base - stand.floors * FLOOR - 4);
        }
        let _ = write!(half.ground, "M{} {}h{}", site.x, site.base, site.width);
        if labelled && sites.len() <= LABELLED {
            half.labels.push((site.x + site.width / 2, site.base + 8, shortened(building, site.width as usize / 5)));
        }
    }
    (half.paths, half.roofs) = (paths.into_iter().collect(), roofs.into_iter().collect());
    half
}

/// A label that fits; the stairwells' titles have the name in full.
fn shortened(name: &str, letters: usize) -> String {
    if name.chars().count() <= letters.max(2) {
        return name.to_owned();
    }
    name.chars().take(letters.max(2) - 1).chain(['…']).collect()
}

fn title(words: &Words, building: &str, stairwell: &str, shade: Shade) -> String {
    let key = match shade {
        Shade::Few => "page-stairwell-few",
        Shade::AsByLot(_) => "page-stairwell-by-lot",
        Shade::Nearer(_) => "page-stairwell-nearer",
        Shade::Further(_) => "page-stairwell-further",
    };
    let apart = super::engine::apart;
    words.say(key, &args([("building", apart(building).into()), ("stairwell", apart(stairwell).into())]))
}
