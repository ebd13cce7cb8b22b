//! Addresses of homes in one cell: building, stairwell, floor and door, in the forms that offices write. What can be
//! read in two ways is not read at all, but told with both readings.

pub(super) mod numerals;
pub(super) mod parts;

use parts::{BUILDINGS, FLOORS, STAIRWELLS, digits, door, floor_of_door, folded, label, label_start, zoned};

/// Parts of an address; of a home, all that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Address {
    /// What stands before the building, other than a zone.
    pub estate: Option<String>,
    /// Building, with its zone if it has one: `3`, `A区3`.
    pub building: Option<String>,
    /// Stairwell.
    pub stairwell: Option<String>,
    /// Floor.
    pub floor: Option<i64>,
    /// Door.
    pub door: Option<String>,
}

/// Why an address is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Two readings, both possible.
    Ambiguous(Box<(Address, Address)>),
    /// No reading.
    Unreadable,
}

impl Address {
    /// The parts by the names of their columns, for messages.
    pub(super) fn told(&self) -> String {
        let floor = self.floor.map(|floor| floor.to_string());
        let parts = [
            ("estate", &self.estate),
            ("building", &self.building),
            ("stairwell", &self.stairwell),
            ("floor", &floor),
            ("door", &self.door),
        ];
        let told = parts.iter().filter_map(|(name, value)| value.as_ref().map(|value| format!("{name} {value}")));
        told.collect::<Vec<_>>().join(", ")
    }
}

/// Reads an address. `given` are the parts that other columns say: what is missing there decides how a short form is
/// read.
pub(super) fn read(text: &str, given: &Address) -> Result<Address, Fault> {
    let text = folded(text);
    if super::clean::is_date(&text) || text.is_empty() {
        return Err(Fault::Unreadable);
    }
    if let Some(numbers) = dashed(&text) {
        return by_place(&numbers, given);
    }
    let mut address = Address::default();
    let rest = building(&text, &mut address);
    let rest = stairwell(rest, &mut address);
    let known = Address {
        building: address.building.clone().or_else(|| given.building.clone()),
        stairwell: address.stairwell.clone().or_else(|| given.stairwell.clone()),
        ..Address::default()
    };
    home(rest, &known, &mut address)?;
    if address == Address::default() { Err(Fault::Unreadable) } else { Ok(address) }
}

/// The numbers of `3-2-501` or `3#2-501`; `None` where anything else stands in it.
fn dashed(text: &str) -> Option<Vec<String>> {
    let text = text.replacen('#', "-", 1).replace("--", "-");
    let parts: Vec<&str> = text.trim_matches('-').split(['-', '—', '–', '/', '.']).collect();
    parts.into_iter().map(|part| digits(part).filter(|_| numerals::stem(part).is_none())).collect()
}

/// Numbers by their place: building, stairwell, floor, door, as far as other columns do not say them.
fn by_place(numbers: &[String], given: &Address) -> Result<Address, Fault> {
    let mut address = Address::default();
    let mut rest = numbers;
    let mut next = || {
        let (first, others) = rest.split_first()?;
        rest = others;
        Some(first.clone())
    };
    // Building and stairwell that other columns give may stand here again or not.
    let places = [given.building.is_none(), given.stairwell.is_none()].into_iter().filter(|missing| *missing).count();
    let full = numbers.len() >= 3 && places < 2 && numbers.len() > places + 2;
    if places == 2 && numbers.len() == 2 {
        return Err(two_numbers(numbers));
    }
    if places == 2 && numbers.len() < 2 || numbers.len() > 4 {
        return Err(Fault::Unreadable);
    }
    if given.building.is_none() || full {
        address.building = next();
    }
    if given.stairwell.is_none() || full {
        address.stairwell = next();
    }
    match rest {
        [] if places < 2 => Err(Fault::Unreadable),
        [code] => {
            coded(code, &mut address, given)?;
            Ok(address)
        }
        [floor, door] => {
            let floor: i64 = floor.parse().map_err(|_| Fault::Unreadable)?;
            storey(floor, Some(door.clone()), &mut address)?;
            Ok(address)
        }
        _ => Err(Fault::Unreadable),
    }
}

/// `5-1` is floor and door or building and door; `3-501` a building or a stairwell with a door.
fn two_numbers(numbers: &[String]) -> Fault {
    let door = numbers.last().cloned();
    let first = numbers.first().cloned();
    let floor = numbers[0].parse().ok();
    let one = Address { building: first.clone(), door: door.clone(), ..Address::default() };
    let other = match door.as_deref().and_then(floor_of_door) {
        Some(_) => Address { stairwell: first, door, ..Address::default() },
        None => Address { floor, door, ..Address::default() },
    };
    Fault::Ambiguous(Box::new((one, other)))
}

/// A last number: the door, if it tells its floor or the floor is known; else it may as well be the floor.
fn coded(code: &str, address: &mut Address, given: &Address) -> Result<(), Fault> {
    match (floor_of_door(code), given.floor) {
        (Some(floor), _) => storey(floor, Some(code.to_owned()), address),
        (None, Some(_)) => {
            address.door = Some(code.to_owned());
            Ok(())
        }
        (None, None) => {
            let floor: i64 = code.parse().map_err(|_| Fault::Unreadable)?;
            if floor > 200 {
                return Err(Fault::Unreadable);
            }
            let one = Address { floor: Some(floor), ..address.clone() };
            let other = Address { door: Some(code.to_owned()), ..address.clone() };
            Err(Fault::Ambiguous(Box::new((one, other))))
        }
    }
}

/// A floor and perhaps a door, which must not tell another floor.
fn storey(floor: i64, door: Option<String>, address: &mut Address) -> Result<(), Fault> {
    if floor == 0 || !(-9..=200).contains(&floor) {
        return Err(Fault::Unreadable);
    }
    let told = door.as_deref().and_then(floor_of_door).filter(|told| *told != floor);
    address.floor = Some(floor);
    address.door = door;
    match told {
        Some(told) => {
            let other = Address { floor: Some(told), ..address.clone() };
            Err(Fault::Ambiguous(Box::new((address.clone(), other))))
        }
        None => Ok(()),
    }
}

/// Takes the building and what stands before it off the front.
fn building<'t>(text: &'t str, address: &mut Address) -> &'t str {
    let found = BUILDINGS.iter().filter_map(|mark| Some((text.find(mark)?, *mark))).min_by_key(|(at, _)| *at);
    // 楼 means a floor as a rule, but before a stairwell it is the building.
    let colloquial = || {
        let stairwell = text.find("单元")?;
        text[..stairwell].find('楼').map(|at| (at, "楼"))
    };
    let Some((at, mark)) = found.or_else(colloquial) else { return text };
    let (before, number) = text[..at].split_at(label_start(&text[..at]));
    let Some(number) = label(number) else { return text };
    let (estate, zone) = before.split_at(zone_start(before));
    address.building = Some(zoned(zone, &number));
    address.estate = Some(estate.to_owned()).filter(|estate| !estate.is_empty());
    &text[at + mark.len()..]
}

/// Where a zone such as `A区` or `二期` begins at the end of a text.
fn zone_start(text: &str) -> usize {
    let body = ["组团", "区", "期"].iter().find_map(|mark| text.strip_suffix(mark));
    let Some(body) = body else { return text.len() };
    let start = label_start(body);
    // 小区 is no zone: there is no label before it.
    if start < body.len() { start } else { text.len() }
}

/// Takes the stairwell off the front.
fn stairwell<'t>(text: &'t str, address: &mut Address) -> &'t str {
    let found = STAIRWELLS.iter().filter_map(|mark| Some((text.find(mark)?, *mark))).min_by_key(|(at, _)| *at);
    let Some((at, mark)) = found else { return text };
    match label(&text[..at]) {
        Some(number) => {
            address.stairwell = Some(number);
            &text[at + mark.len()..]
        }
        None => text,
    }
}

/// What is left: floor, door, or both.
fn home(text: &str, known: &Address, address: &mut Address) -> Result<(), Fault> {
    let text = text.trim_start_matches('-');
    if text.is_empty() {
        return Ok(());
    }
    if let Some(second) = text.strip_prefix('/') {
        return Err(alternatives(second, known, address));
    }
    if let Some((at, mark)) = FLOORS.iter().find_map(|mark| Some((text.find(mark)?, *mark))) {
        let floor = parts::floor(&text[..at]).ok_or(Fault::Unreadable)?;
        let behind = text[at + mark.len()..].trim_start_matches('-');
        let behind = if behind.is_empty() { None } else { Some(door(behind).ok_or(Fault::Unreadable)?) };
        return storey(floor, behind, address);
    }
    if let Some(numbers) = dashed(text).filter(|numbers| numbers.len() > 1) {
        let inner = by_place(&numbers, known).map_err(|fault| within(fault, known))?;
        address.stairwell = inner.stairwell.or_else(|| address.stairwell.take());
        (address.floor, address.door) = (inner.floor, inner.door);
        return Ok(());
    }
    let door = door(text).ok_or(Fault::Unreadable)?;
    if door.bytes().all(|b| b.is_ascii_digit()) {
        return coded(&door, address, &Address::default());
    }
    address.floor = floor_of_door(&door);
    address.door = Some(door);
    Ok(())
}

/// Readings of a part, completed by what stands before it.
fn within(fault: Fault, known: &Address) -> Fault {
    let Fault::Ambiguous(mut readings) = fault else { return fault };
    for reading in [&mut readings.0, &mut readings.1] {
        reading.building = reading.building.take().or_else(|| known.building.clone());
        reading.stairwell = reading.stairwell.take().or_else(|| known.stairwell.clone());
    }
    Fault::Ambiguous(readings)
}

/// `甲单元/乙单元`: one of two.
fn alternatives(second: &str, known: &Address, address: &Address) -> Fault {
    let mut other = Address { building: known.building.clone(), ..Address::default() };
    let rest = stairwell(building(second, &mut other), &mut other);
    if other.stairwell.is_none() && other.building == known.building || !rest.is_empty() || other == *address {
        return Fault::Unreadable;
    }
    Fault::Ambiguous(Box::new((address.clone(), other)))
}

#[cfg(test)]
mod tests;
