//! The disguises that are workbooks, and the rows of single persons.

use super::disguises::{Disguise, answer, chinese, plan, rows};
use super::sheets::{Sheet, add_sheet, workbook};
use rust_xlsxwriter::Format;

/// One workbook for both tables, with titles, a header of two rows, sums and signatures.
pub fn titled() -> Disguise {
    let (homes, mut people) = chinese();
    people.rename(&[("意向安置点", "第一")]);
    let choices = people.column("第一");
    // The wishes are numbered columns under one title.
    people.rows.iter_mut().enumerate().for_each(|(row, cells)| {
        let mut tiers: Vec<String> = cells[choices].split('>').map(str::to_owned).collect();
        tiers.resize(3, String::new());
        let named = ["第一", "第二", "第三"].map(str::to_owned);
        cells.splice(choices..=choices, if row == 0 { named.to_vec() } else { tiers });
    });
    let count = rows(&people);
    let mut top = vec![""; people.rows[0].len()];
    (top[0], top[choices], top[choices + 3]) = ("基本情况", "志愿", "其他");
    people.insert(0, &top);
    people.insert(0, &["单位：户、人"]);
    people.insert(0, &["搬迁家庭名册（虚构）"]);
    people.rows.push(vec!["合计".to_owned(), "2138".to_owned()]);
    people.rows.push(vec!["填表人：甲".to_owned(), String::new(), "审核人：乙".to_owned()]);
    let mut book = workbook();
    add_sheet(&mut book, "说明", &Sheet { rows: vec![vec!["虚构数据".to_owned()]] });
    add_sheet(&mut book, "房源", &homes);
    add_sheet(&mut book, "名册", &people);
    let page = book.worksheet_from_index(2).expect("the sheet");
    page.merge_range(0, 0, 0, 8, "搬迁家庭名册（虚构）", &Format::new()).expect("merged");
    Disguise {
        name: "workbook",
        what: "one workbook: titles, a header of two rows, numbers as text, dates as day numbers, sums, signatures",
        answers: vec![
            answer("town.xlsx [房源]", "房源", 1, rows(&homes), ""),
            answer("town.xlsx [名册]", "名册", 3, count + 2, ""),
        ],
        files: vec![
            ("town.xlsx", book.save_to_buffer().expect("a workbook")),
            ("plan.toml", plan("\"town.xlsx\"", "\"town.xlsx\"", "")),
        ],
    }
}

/// Every household a row for each person: its id on the first, its wishes on the first, its size on all.
pub fn by_person(people: &Sheet) -> Sheet {
    let mut all = Sheet { rows: vec![people.rows[0].clone()] };
    all.rows[0].extend(["人编号", "与户主关系"].map(str::to_owned));
    let mut number = 0;
    for household in &people.rows[1..] {
        let size: usize = household[1].parse().expect("a size");
        for person in 0..size {
            number += 1;
            let mut row = if person == 0 { household.clone() } else { vec![String::new(); household.len()] };
            if person > 0 {
                row[2].clone_from(&household[2]);
            }
            let relation = ["户主", "配偶", "子", "女", "父", "母", "其他"][person.min(6)];
            row.extend([format!("P{number:05}"), relation.to_owned()]);
            all.rows.push(row);
        }
    }
    all
}

/// A row for each person in a workbook, the household's cells merged over its rows; the homes' stairwells too.
pub fn merged() -> Disguise {
    let (homes, people) = chinese();
    let mut persons = by_person(&people);
    persons.drop(&["人数"]);
    let key = persons.column("户编号");
    let mut book = workbook();
    add_sheet(&mut book, "房源", &homes);
    add_sheet(&mut book, "人员", &persons);
    let plain = Format::new();
    let page = book.worksheet_from_index(1).expect("the sheet");
    let mut first = 1;
    for row in 2..=persons.rows.len() {
        let next = persons.rows.get(row).is_none_or(|cells| !cells[key].is_empty());
        if next {
            if row - first > 1 {
                let text = persons.rows[first][key].as_str();
                page.merge_range(first as u32, key as u16, row as u32 - 1, key as u16, text, &plain).expect("merged");
            }
            first = row;
        }
    }
    Disguise {
        name: "merged",
        what: "a workbook with a row for each person and merged cells; sizes are counted",
        answers: vec![
            answer("town.xlsx [房源]", "房源", 1, rows(&homes), ""),
            answer("town.xlsx [人员]", "人员", 1, rows(&persons), "counted"),
        ],
        files: vec![
            ("town.xlsx", book.save_to_buffer().expect("a workbook")),
            ("plan.toml", plan("\"town.xlsx\"", "\"town.xlsx\"", "")),
        ],
    }
}
