//! Dirt over random towns, with an answer key: each kind of dirt in one row of a hundred, as offices have it. What is
//! mended must be right in every row, what is not must be listed, and nothing may be lost.

use super::sheets::Sheet;
use crate::world::Dice;
use encoding_rs::GB18030;
use mixplan::model::canonical_text;
use mixplan::read::{ReadOptions, Reading, Severity, SourceFile, read_plan};
use mixplan::town::{Recipe, make};
use std::collections::{BTreeMap, BTreeSet};

const GROUPS: &str = "\n[groups]\nA = [\"A组\", \"Group A\", \"01\"]\n";

/// A table with dirt, the clean table it must be read as, and the rows that must be listed instead.
struct Soiled {
    dirty: Sheet,
    clean: Sheet,
    listed: BTreeSet<usize>,
    kinds: BTreeMap<&'static str, u64>,
}

/// What becomes of a row.
enum Fate {
    /// Cells to change: column, dirty text, and what it is to be read as.
    Mended(Vec<(&'static str, String, String)>),
    /// A cell to spoil.
    Listed(&'static str, &'static str),
    /// The row once more, with another cell.
    Twice(&'static str, String),
    Nothing,
}

impl Soiled {
    fn new(text: &str, dice: &mut Dice, kinds: &[(&'static str, Kind)]) -> Self {
        let sheet = Sheet::of(text);
        let mut soiled = Self { dirty: sheet.clone(), clean: sheet, listed: BTreeSet::new(), kinds: BTreeMap::new() };
        let last = soiled.dirty.rows.len();
        for row in 1..last {
            for (name, kind) in kinds {
                if dice.below(100) == 0 {
                    let fate = kind(&|column: &str| soiled.clean.rows[row][soiled.clean.column(column)].clone(), dice);
                    if soiled.meet(row, fate) {
                        *soiled.kinds.entry(name).or_default() += 1;
                    }
                    break;
                }
            }
        }
        let listed = &soiled.listed;
        let mut row = 0;
        soiled.clean.rows.retain(|_| {
            row += 1;
            !listed.contains(&(row - 1))
        });
        soiled
    }

    fn meet(&mut self, row: usize, fate: Fate) -> bool {
        match fate {
            Fate::Nothing => return false,
            Fate::Mended(cells) => {
                for (column, dirty, clean) in cells {
                    let at = self.clean.column(column);
                    self.dirty.rows[row][at] = dirty;
                    self.clean.rows[row][at] = clean;
                }
            }
            Fate::Listed(column, text) => {
                let at = self.dirty.column(column);
                self.dirty.rows[row][at] = text.to_owned();
                self.listed.insert(row);
            }
            Fate::Twice(column, text) => {
                let at = self.dirty.column(column);
                let mut copy = self.dirty.rows[row].clone();
                copy[at] = text;
                self.listed.extend([row, self.dirty.rows.len()]);
                self.dirty.rows.push(copy);
                // So that rows of both tables have the same numbers.
                self.clean.rows.push(self.clean.rows[row].clone());
            }
        }
        true
    }

    /// The lines of the rows that must be listed, below so many lines of titles.
    fn lines(&self, titles: usize) -> BTreeSet<u32> {
        let mut line = titles as u32 + 1;
        let mut lines = BTreeSet::new();
        for (row, cells) in self.dirty.rows.iter().enumerate() {
            if self.listed.contains(&row) {
                lines.insert(line);
            }
            line += 1 + cells.iter().map(|cell| cell.matches('\n').count() as u32).sum::<u32>();
        }
        lines
    }
}

type Cell<'c> = &'c dyn Fn(&str) -> String;
type Kind = fn(Cell, &mut Dice) -> Fate;

fn mended(column: &'static str, dirty: String, clean: String) -> Fate {
    if dirty == clean { Fate::Nothing } else { Fate::Mended(vec![(column, dirty, clean)]) }
}

fn wide(text: &str) -> String {
    let wide = |c: char| if c.is_ascii_alphanumeric() { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c };
    text.chars().map(wide).collect()
}

fn yes_no(column: &'static str, cell: Cell, dice: &mut Dice) -> Fate {
    let pick = dice.below(6) as usize;
    let clean = cell(column);
    let dirty = match clean.as_str() {
        "yes" => ["是", "√", "Y", "有", "1", "TRUE"][pick],
        "no" => ["否", "×", "N", "无", "0", "FALSE"][pick],
        _ => return Fate::Nothing,
    };
    mended(column, dirty.to_owned(), clean)
}

fn date(cell: Cell, dice: &mut Dice) -> Fate {
    let clean = cell("agreement");
    let parts: Vec<&str> = clean.split('-').collect();
    let [year, month, day] = parts[..] else { return Fate::Nothing };
    let short = |text: &str| text.trim_start_matches('0').to_owned();
    let (m, d) = (short(month), short(day));
    let dirty = match dice.below(5) {
        0 => format!("{year}年{m}月{d}日"),
        1 => format!("{year}.{m}.{d}"),
        2 => format!("{year}{month}{day}"),
        3 => wide(&clean),
        _ => return mended("agreement", format!("{year}.{m}"), format!("{year}-{month}-01")),
    };
    mended("agreement", dirty, clean.clone())
}

const PEOPLE: [(&str, Kind); 18] = [
    ("2 damaged id", |_, _| Fate::Listed("household", "5.22401E+17")),
    ("5 wide size", |cell, _| mended("persons", wide(&cell("persons")), cell("persons"))),
    ("5 wide id", |cell, _| mended("household", wide(&cell("household")), cell("household"))),
    ("6 size in words", |cell, _| mended("persons", format!("{}人", cell("persons")), cell("persons"))),
    ("7 group", |cell, dice| match cell("group").as_str() {
        "A" => mended("group", ["A组", "Group A", "01"][dice.below(3) as usize].to_owned(), "A".to_owned()),
        _ => Fate::Nothing,
    }),
    ("9 twice", |cell, _| Fate::Twice("persons", if cell("persons") == "1" { "2" } else { "1" }.to_owned())),
    ("10 date", date),
    ("11 step-free", |cell, dice| yes_no("step_free", cell, dice)),
    ("11 mixing", |cell, dice| yes_no("mixing", cell, dice)),
    ("11 unclear agreement", |_, dice| {
        let text = ["同意(电话)", "待定", "?", "同意？"][dice.below(4) as usize];
        mended("agreement", text.to_owned(), String::new())
    }),
    ("11 unclear mixing", |_, _| mended("mixing", "maybe".to_owned(), String::new())),
    ("12 spaces", |cell, _| mended("origin", format!(" {}\t", cell("origin")), cell("origin"))),
    ("12 guard", |cell, _| mended("household", format!("'{}", cell("household")), cell("household"))),
    ("12 line break", |cell, _| match cell("choices") {
        wish if wish.contains('>') => mended("choices", wish.replacen('>', "\n>", 1), wish),
        _ => Fate::Nothing,
    }),
    ("12 error value", |_, _| mended("group", "#REF!".to_owned(), String::new())),
    ("12 hidden need", |_, _| Fate::Listed("step_free", "#N/A")),
    ("12 name", |cell, _| mended("choices", cell("choices").to_lowercase(), cell("choices"))),
    ("no size", |_, _| Fate::Listed("persons", "many")),
];

const HOMES: [(&str, Kind); 12] = [
    ("2 damaged id", |_, _| Fate::Listed("dwelling", "1.23E+17")),
    ("2 date", |_, _| Fate::Listed("dwelling", "2026-05-01")),
    ("5 wide door", |cell, _| mended("door", wide(&cell("door")), cell("door"))),
    ("5 wide estate", |cell, _| mended("estate", wide(&cell("estate")), cell("estate"))),
    ("6 building", |cell, _| mended("building", format!("{}栋", cell("building")), cell("building"))),
    ("6 stairwell", |cell, _| {
        let numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
        let number: usize = cell("stairwell").parse().expect("a number");
        mended("stairwell", format!("{}单元", numerals[number]), cell("stairwell"))
    }),
    ("6 floor", |cell, _| mended("floor", format!("{}楼", cell("floor")), cell("floor"))),
    ("6 two readings", |_, _| Fate::Listed("floor", "三四层")),
    ("9 twice", |cell, _| Fate::Twice("area_m2", cell("home_type"))),
    ("11 step-free", |cell, dice| yes_no("step_free", cell, dice)),
    ("12 state", |_, _| Fate::Listed("status", "#VALUE!")),
    ("12 spaces", |cell, _| mended("home_type", format!("\u{3000}{} ", cell("home_type")), cell("home_type"))),
];

/// Rows with titles above and sums below, in one of three encodings.
fn file(sheet: &Sheet, seed: u64, titles: usize) -> Vec<u8> {
    let mut sheet = sheet.clone();
    if titles > 0 {
        sheet.rows.push(vec!["合计".to_owned()].into_iter().chain(vec![String::new(); 11]).collect());
        sheet.insert(0, &["名册（虚构）"]);
    }
    match seed % 3 {
        0 => sheet.text(',', "\n").into_bytes(),
        1 => GB18030.encode(&sheet.text(';', "\r\n")).0.into_owned(),
        _ => sheet.utf16(),
    }
}

fn reading(plan: &str, homes: &[u8], people: &[u8]) -> Reading {
    let plan = SourceFile { name: "plan.toml".to_owned(), bytes: format!("{plan}{GROUPS}").into_bytes() };
    let mut load = |path: &str| Ok(if path == "dwellings.csv" { homes } else { people }.to_vec());
    read_plan(plan, &mut load, ReadOptions { leave_out: true }).expect("both files load")
}

#[test]
fn dirt_is_mended_rightly_or_listed_and_nothing_is_lost() {
    let mut kinds: BTreeMap<&str, u64> = BTreeMap::new();
    for seed in 0..12 {
        let town = make(&Recipe { seed, ..Recipe::sized(400) });
        let dice = &mut Dice::new(seed);
        let homes = Soiled::new(&town.dwellings_csv, dice, &HOMES);
        let people = Soiled::new(&town.households_csv, dice, &PEOPLE);
        let titles = (seed % 2) as usize;
        let dirty = reading(&town.plan_toml, &file(&homes.dirty, seed, titles), &file(&people.dirty, seed, titles));
        let clean = reading(&town.plan_toml, &file(&homes.clean, 0, 0), &file(&people.clean, 0, 0));
        let text = |reading: &Reading| {
            let input = reading.input.as_ref().unwrap_or_else(|| panic!("seed {seed}: {:?}", reading.problems));
            canonical_text(&input.intake, &input.roll, &input.opt_ins)
        };
        let (dirty_text, clean_text) = (text(&dirty), text(&clean));
        for (one, other) in dirty_text.lines().zip(clean_text.lines()) {
            assert_eq!(one, other, "seed {seed}");
        }
        assert_eq!(dirty_text.len(), clean_text.len(), "seed {seed}");
        for (soiled, summary) in [&homes, &people].into_iter().zip(&dirty.summary.files) {
            let listed = dirty.problems.iter().filter(|p| p.file == summary.file && p.severity == Severity::Listed);
            let listed: BTreeSet<u32> = listed.filter_map(|p| p.row).collect();
            let due = soiled.lines(titles);
            assert!(due.is_subset(&listed), "seed {seed}: {:?} are not listed", due.difference(&listed));
            assert_eq!(summary.listed, listed.len() as u64, "seed {seed}: {}", summary.file);
            assert_eq!(summary.rows, (soiled.dirty.rows.len() - 1 + titles) as u64, "seed {seed}: {}", summary.file);
            soiled.kinds.iter().for_each(|(kind, count)| *kinds.entry(kind).or_default() += count);
        }
    }
    let all: BTreeSet<&str> = HOMES.iter().chain(&PEOPLE).map(|(name, _)| *name).collect();
    let never: Vec<&&str> = all.iter().filter(|name| kinds.get(*name).copied().unwrap_or(0) < 5).collect();
    assert!(never.is_empty(), "hardly any of {never:?} in {kinds:?}");
}
