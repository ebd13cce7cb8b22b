//! Ten disguises of the demo town. Everything in them is invented, as the town is.

use super::sheets::Sheet;
use super::workbooks::{by_person, merged, titled};
use std::fmt::Write;

/// A disguise: its files, and how they are to be read.
pub struct Disguise {
    pub name: &'static str,
    pub what: &'static str,
    pub files: Vec<(&'static str, Vec<u8>)>,
    pub answers: Vec<Answer>,
}

/// How one table is to be read.
pub struct Answer {
    pub file: String,
    /// Encoding and delimiter, or the sheet.
    pub form: String,
    pub header_row: u32,
    /// Rows below the header.
    pub rows: u64,
    /// Kinds of repairs, in the order of the alphabet.
    pub repaired: &'static str,
}

const HOMES: &str = include_str!("../../../data/town/dwellings.csv");
const PEOPLE: &str = include_str!("../../../data/town/households.csv");
const PLAN: &str = include_str!("../../../data/town/plan.toml");

/// Headers as a Chinese office writes them.
const HOMES_ZH: [(&str, &str); 12] = [
    ("dwelling", "房屋编号"),
    ("estate", "安置点名称"),
    ("building", "楼栋号"),
    ("stairwell", "单元"),
    ("floor", "所在楼层"),
    ("door", "房号"),
    ("home_type", "户型"),
    ("step_free", "无障碍"),
    ("status", "入住状态"),
    ("resident_group", "住户组别"),
    ("resident_persons", "入住人数"),
    ("area_m2", "建筑面积"),
];
const PEOPLE_ZH: [(&str, &str); 12] = [
    ("household", "户编号"),
    ("persons", "人数"),
    ("group", "组别"),
    ("home_types", "意向户型"),
    ("step_free", "照顾低层"),
    ("max_floor", "最高楼层"),
    ("priority", "优先次序"),
    ("choices", "意向安置点"),
    ("together", "关联户"),
    ("agreement", "签订情况"),
    ("mixing", "自愿调换"),
    ("origin", "迁出村"),
];

fn homes() -> Sheet {
    Sheet::of(HOMES)
}

fn people() -> Sheet {
    Sheet::of(PEOPLE)
}

pub(super) fn chinese() -> (Sheet, Sheet) {
    let (mut homes, mut people) = (homes(), people());
    let yes = |_: usize, cell: &str| match cell {
        "yes" => "是".to_owned(),
        "no" => "否".to_owned(),
        other => other.to_owned(),
    };
    homes.change("step_free", yes);
    homes.change("status", |_, cell| match cell {
        "vacant" => "空置".to_owned(),
        "occupied" => "已入住".to_owned(),
        _ => "保留".to_owned(),
    });
    ["step_free", "agreement", "mixing"].iter().for_each(|name| people.change(name, yes));
    homes.rename(&HOMES_ZH);
    people.rename(&PEOPLE_ZH);
    (homes, people)
}

/// The plan file with other tables, and more sections.
pub(super) fn plan(dwellings: &str, households: &str, more: &str) -> Vec<u8> {
    let text = PLAN.replace("\"dwellings.csv\"", dwellings).replace("\"households.csv\"", households);
    format!("{text}{more}").into_bytes()
}

pub(super) fn answer(file: &str, form: &str, header_row: u32, rows: usize, repaired: &'static str) -> Answer {
    Answer { file: file.to_owned(), form: form.to_owned(), header_row, rows: rows as u64, repaired }
}

/// All of them.
pub fn all() -> Vec<Disguise> {
    vec![
        gbk(),
        utf16(),
        titled(),
        persons(),
        one_address(),
        numerals(),
        spellings(),
        shuffled(),
        merged(),
        wide_comma(),
    ]
}

pub(super) fn rows(sheet: &Sheet) -> usize {
    sheet.rows.len() - 1
}

fn gbk() -> Disguise {
    let (homes, people) = chinese();
    Disguise {
        name: "gbk",
        what: "GB18030 with commas, headers and answers in Chinese",
        answers: vec![
            answer("住房.csv", "GB18030 ,", 1, rows(&homes), ""),
            answer("家庭.csv", "GB18030 ,", 1, rows(&people), ""),
        ],
        files: vec![
            ("住房.csv", homes.gb18030()),
            ("家庭.csv", people.gb18030()),
            ("plan.toml", plan("\"住房.csv\"", "\"家庭.csv\"", "")),
        ],
    }
}

fn utf16() -> Disguise {
    let (homes, people) = chinese();
    Disguise {
        name: "utf16",
        what: "\"Unicode text\" of a spreadsheet program: UTF-16 with tabs",
        answers: vec![
            answer("homes.txt", "UTF-16LE \t", 1, rows(&homes), ""),
            answer("people.txt", "UTF-16LE \t", 1, rows(&people), ""),
        ],
        files: vec![
            ("homes.txt", homes.utf16()),
            ("people.txt", people.utf16()),
            ("plan.toml", plan("\"homes.txt\"", "\"people.txt\"", "")),
        ],
    }
}

fn persons() -> Disguise {
    let (homes, people) = chinese();
    let people = by_person(&people);
    let text = format!("\u{feff}{}", people.text(',', "\r\n")).into_bytes();
    Disguise {
        name: "persons",
        what: "a row for each person, blank ids under the head's, UTF-8 with a byte order mark",
        answers: vec![
            answer("homes.csv", "GB18030 ,", 1, rows(&homes), ""),
            answer("persons.csv", "UTF-8 ,", 1, rows(&people), "filled"),
        ],
        files: vec![
            ("homes.csv", homes.gb18030()),
            ("persons.csv", text),
            ("plan.toml", plan("\"homes.csv\"", "\"persons.csv\"", "")),
        ],
    }
}

/// The address of a home in one of six forms.
fn address(row: usize, [building, stairwell, floor, door]: [&str; 4]) -> String {
    match row % 6 {
        0 => format!("{building}栋{stairwell}单元{door}"),
        1 => format!("{building}幢{stairwell}单元{floor}楼{door}室"),
        2 => format!("{building}-{stairwell}-{door}"),
        3 => format!("{building}#{stairwell}-{door}"),
        4 => format!("{building}号楼{stairwell}门{door}"),
        _ => format!("{building:0>2}栋{stairwell:0>2}单元{door:0>4}号"),
    }
}

fn one_address() -> Disguise {
    let (mut homes, people) = chinese();
    let parts = ["楼栋号", "单元", "所在楼层", "房号"].map(|name| homes.column(name));
    for (row, cells) in homes.rows.iter_mut().enumerate() {
        let told = parts.map(|column| cells[column].clone());
        let address = address(row, [&*told[0], &*told[1], &*told[2], &*told[3]]);
        cells.push(if row == 0 { "房屋地址".to_owned() } else { address });
    }
    homes.drop(&["楼栋号", "单元", "所在楼层", "房号"]);
    Disguise {
        name: "address",
        what: "one column of addresses in six forms",
        answers: vec![
            answer("homes.csv", "UTF-8 ,", 1, rows(&homes), "address"),
            answer("people.csv", "UTF-8 ;", 1, rows(&people), ""),
        ],
        files: vec![
            ("homes.csv", homes.text(',', "\n").into_bytes()),
            ("people.csv", people.text(';', "\n").into_bytes()),
            ("plan.toml", plan("\"homes.csv\"", "\"people.csv\"", "")),
        ],
    }
}

/// A number up to 99 in Chinese numerals.
fn numeral(text: &str) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let number: usize = text.parse().expect("a number");
    match (number / 10, number % 10) {
        (0, ones) => digits[ones].to_owned(),
        (1, ones) => format!("十{}", digits[ones]),
        (tens, ones) => format!("{}十{}", digits[tens], digits[ones]),
    }
}

fn numerals() -> Disguise {
    let (mut homes, mut people) = chinese();
    homes.change("楼栋号", |row, cell| format!("{}{}", numeral(cell), if row % 2 == 0 { "栋" } else { "幢" }));
    homes.change("单元", |_, cell| format!("{}单元", numeral(cell)));
    homes.change("所在楼层", |row, cell| format!("{}{}", numeral(cell), if row % 3 == 0 { "楼" } else { "层" }));
    homes.change("房号", |row, cell| if row % 2 == 0 { format!("{cell}室") } else { cell.to_owned() });
    people.change("人数", |_, cell| format!("{}人", numeral(cell)));
    Disguise {
        name: "numerals",
        what: "Chinese numerals for buildings, stairwells, floors and sizes",
        answers: vec![
            answer("homes.csv", "UTF-8 ,", 1, rows(&homes), "address number"),
            answer("people.csv", "UTF-8 ,", 1, rows(&people), "number"),
        ],
        files: vec![
            ("homes.csv", homes.text(',', "\n").into_bytes()),
            ("people.csv", people.text(',', "\n").into_bytes()),
            ("plan.toml", plan("\"homes.csv\"", "\"people.csv\"", "")),
        ],
    }
}

/// One date in six spellings.
fn date(row: usize, iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    let [year, month, day] = parts[..] else { return iso.to_owned() };
    let (short_month, short_day) = (month.trim_start_matches('0'), day.trim_start_matches('0'));
    // 1 March 2026 is day 46,082 of a spreadsheet.
    let month_days = [("03", 0), ("04", 31), ("05", 61)].iter().find(|(name, _)| *name == month).expect("spring").1;
    let serial = 46_081 + month_days + day.parse::<u32>().expect("a day");
    match row % 6 {
        0 => format!("{year}年{short_month}月{short_day}日"),
        1 => format!("{year}.{short_month}.{short_day}"),
        2 => format!("{year}{month}{day}"),
        3 => serial.to_string(),
        4 => format!("{year}/{short_month}/{short_day}"),
        _ => iso.to_owned(),
    }
}

fn spellings() -> Disguise {
    let (mut homes, mut people) = (homes(), people());
    let answer_of = |row: usize, cell: &str| match cell {
        "yes" => ["是", "√", "Y", "有", "1", "yes "][row % 6].to_owned(),
        "no" => ["否", "×", "N", "无", "0", "\tno"][row % 6].to_owned(),
        other => other.to_owned(),
    };
    homes.change("step_free", answer_of);
    ["step_free", "mixing"].iter().for_each(|name| people.change(name, answer_of));
    people.change("agreement", |row, cell| match cell {
        "yes" => ["已签", "同意", "是", "√"][row % 4].to_owned(),
        "no" => ["未签", "不同意", "否", "×"][row % 4].to_owned(),
        other => date(row, other),
    });
    people.change("group", |row, cell| match (cell, row % 4) {
        ("A", 1) => "A组".to_owned(),
        ("A", 2) => "Group A".to_owned(),
        ("A", 3) => "01".to_owned(),
        (other, _) => other.to_owned(),
    });
    people.change("persons", |row, cell| {
        let number: usize = cell.parse().expect("a size");
        ["", "'"][row % 2].to_owned()
            + &["０１２３４５６７８", "012345678"][row % 2].chars().nth(number).expect("a digit").to_string()
    });
    people.change("household", |row, cell| if row % 5 == 0 { format!("'{cell}") } else { format!("{cell} ") });
    homes.change("door", |row, cell| {
        let wide = |c: char| char::from_u32(c as u32 + 0xfee0).expect("a full-width digit");
        if row % 3 == 0 { cell.chars().map(wide).collect() } else { cell.to_owned() }
    });
    people.change("choices", |row, cell| if row % 4 == 0 { cell.replace('>', " ＞ ") } else { cell.to_owned() });
    let groups = "\n[groups]\nA = [\"A组\", \"Group A\", \"01\"]\n";
    Disguise {
        name: "spellings",
        what: "yes and no in all spellings, dates in six, full-width digits, text guards, one group written four ways",
        answers: vec![
            answer("homes.csv", "UTF-8 ,", 1, rows(&homes), "spaces width"),
            answer("people.csv", "UTF-8 ,", 1, rows(&people), "date guard spaces width"),
        ],
        files: vec![
            ("homes.csv", homes.text(',', "\n").into_bytes()),
            ("people.csv", people.text(',', "\n").into_bytes()),
            ("plan.toml", plan("\"homes.csv\"", "\"people.csv\"", groups)),
        ],
    }
}

fn shuffled() -> Disguise {
    let (mut homes, mut people) = (homes(), people());
    people.add("户主姓名", "（虚构）");
    people.add("身份证号", "5.22401E+17");
    people.add("联系电话", "'000-0000");
    people.add("宗教信仰", "（略）");
    people.add("是否重点人员", "（略）");
    people.add("备注", "");
    homes.add("朝向", "南");
    let mix = |sheet: &mut Sheet, step: usize| {
        let width = sheet.rows[0].len();
        let old = std::mem::take(&mut sheet.rows);
        let turn = |row: &Vec<String>| (0..width).map(|at| row[(at * step + 3) % width].clone()).collect();
        let mut rows: Vec<Vec<String>> = old.iter().map(turn).collect();
        rows[1..].reverse();
        let middle = rows.len() / 2;
        rows[1..].rotate_left(middle);
        sheet.rows = rows;
    };
    mix(&mut homes, 5);
    mix(&mut people, 5);
    Disguise {
        name: "shuffled",
        what: "rows and columns in another order, unknown columns, and columns that are refused",
        answers: vec![
            answer("dwellings.csv", "UTF-8 ,", 1, rows(&homes), ""),
            answer("households.csv", "UTF-8 ,", 1, rows(&people), ""),
        ],
        files: vec![
            ("dwellings.csv", homes.text(',', "\n").into_bytes()),
            ("households.csv", people.text(',', "\n").into_bytes()),
            ("plan.toml", plan("\"dwellings.csv\"", "\"households.csv\"", "")),
        ],
    }
}

fn wide_comma() -> Disguise {
    let (homes, people) = chinese();
    let note = "共600户，均为虚构";
    let mut titled = people.clone();
    titled.insert(0, &[note]);
    Disguise {
        name: "wide_comma",
        what: "full-width commas between cells, a title above the header",
        answers: vec![
            answer("homes.txt", "UTF-8 ，", 1, rows(&homes), ""),
            answer("people.txt", "GB18030 ，", 2, rows(&people), ""),
        ],
        files: vec![
            ("homes.txt", homes.text('，', "\r\n").into_bytes()),
            ("people.txt", encoding_rs::GB18030.encode(&titled.text('，', "\r\n")).0.into_owned()),
            ("plan.toml", plan("\"homes.txt\"", "\"people.txt\"", "")),
        ],
    }
}

/// What lies in the folder.
pub fn readme(disguises: &[Disguise]) -> String {
    let mut text = String::from(
        "# The demo town as offices would keep it\n\n\
         Every file here is made by a script among the tests from the synthetic town in `data/town/`: nobody in\n\
         them exists. Each folder holds the same homes and households in another disguise, and gives the same plan,\n\
         byte for byte. `answers.csv` is the answer key: how each file is to be read, how many rows it has, and what\n\
         is mended.\n\n",
    );
    for disguise in disguises {
        writeln!(text, "- `{}`: {}", disguise.name, disguise.what).expect("writing to a string cannot fail");
    }
    text
}

/// The answer key as a table.
pub fn answers(disguises: &[Disguise]) -> String {
    let mut text = String::from("folder,file,form,header_row,rows,repaired\n");
    for disguise in disguises {
        for Answer { file, form, header_row, rows, repaired } in &disguise.answers {
            let form = form.replace('\t', "tab").replace(',', "comma");
            writeln!(text, "{},{file},{form},{header_row},{rows},{repaired}", disguise.name)
                .expect("writing to a string cannot fail");
        }
    }
    text
}
