//! `vacancies`: so many per cent fewer or more vacant homes. Fewer are held; more are copies of vacant homes, next door
//! to them.

use super::super::luck;
use super::super::world::World;
use crate::model::{Dwelling, DwellingStatus, Setting};

pub fn apply(setting: &Setting, world: &mut World) {
    let change = setting.whole().unwrap_or(0);
    let homes = &mut world.intake.stock.dwellings;
    if change < 0 {
        let percent = u32::try_from(-change).unwrap_or(100);
        let vacant = homes.iter_mut().filter(|home| home.status == DwellingStatus::Vacant);
        for home in vacant {
            if luck::of_stock("held", &home.key, percent) {
                home.status = DwellingStatus::Held;
            }
        }
        return;
    }
    let mut more: Vec<Dwelling> = Vec::new();
    for round in 0..=change / 100 {
        let percent = u32::try_from((change - 100 * round).clamp(0, 100)).unwrap_or(0);
        let copied =
            |home: &&Dwelling| home.status == DwellingStatus::Vacant && luck::of_stock("copied", &home.key, percent);
        more.extend(homes.iter().filter(copied).map(|home| copy(home, round + 1)));
    }
    homes.extend(more);
    homes.sort_by(|a, b| a.key.cmp(&b.key));
}

/// Another home like this one. The mark cannot be in a door or key of a file.
pub fn copy(home: &Dwelling, number: i64) -> Dwelling {
    let mark = format!("\u{1}{number}");
    Dwelling { key: format!("{}{mark}", home.key), door: format!("{}{mark}", home.door), ..home.clone() }
}
