//! The little grammar of wishes: `North>South=East>*` for estates, `75>50` for home types.

use super::codes::Code;
use super::fold::{loose, narrow, nearest};
use super::repairs::{Repair, Repairs};
use crate::model::{Choices, EstateId};

/// What is wrong with a list, with the parameters its sentence needs beyond column and value.
pub(super) type Fault = (Code, Vec<(&'static str, String)>);

/// Marks that separate names, and the star.
pub(super) const MARKS: [char; 3] = ['>', '=', '*'];

fn split(text: &str, mark: char) -> impl Iterator<Item = &str> {
    text.split(move |c| narrow(c) == mark).map(str::trim)
}

fn is_star(name: &str) -> bool {
    name.chars().map(narrow).eq("*".chars())
}

/// Estate choices. `estates` are the known names, sorted; `None` where the stock could not be read, so that names
/// cannot be held against it. A name in another width or case is taken for the one estate that is spelled alike.
pub(super) fn choices(text: &str, estates: Option<&[String]>, repairs: &mut Repairs) -> Result<Choices, Vec<Fault>> {
    if text.is_empty() {
        return Ok(Choices { tiers: Vec::new(), any: true });
    }
    let mut chosen = Choices::default();
    let mut seen: Vec<&str> = Vec::new();
    let mut faults: Vec<Fault> = Vec::new();
    let tiers: Vec<&str> = split(text, '>').collect();
    for (place, tier) in tiers.iter().enumerate() {
        if is_star(tier) && place + 1 == tiers.len() {
            chosen.any = true;
            continue;
        }
        let mut ids = Vec::new();
        for name in split(tier, '=') {
            if name.is_empty() {
                faults.push((Code::EmptyPart, Vec::new()));
            } else if is_star(name) {
                faults.push((Code::StarNotLast, Vec::new()));
            } else if seen.contains(&name) {
                faults.push((Code::EstateTwice, vec![("estate", name.to_owned())]));
            } else {
                seen.push(name);
                match estates.map(|known| position(name, known, repairs)) {
                    Some(Ok(index)) => ids.push(EstateId::new(index)),
                    Some(Err(_)) => {
                        let near = nearest(name, estates.unwrap_or_default().iter().map(String::as_str));
                        faults.push((Code::UnknownEstate, vec![("estate", name.to_owned()), ("near", near)]));
                    }
                    None => {}
                }
            }
        }
        ids.sort_unstable();
        chosen.tiers.push(ids);
    }
    faults.dedup();
    if faults.is_empty() { Ok(chosen) } else { Err(faults) }
}

/// Where a name stands among the sorted ones.
fn position(name: &str, known: &[String], repairs: &mut Repairs) -> Result<usize, ()> {
    if let Ok(index) = known.binary_search_by(|k| k.as_str().cmp(name)) {
        return Ok(index);
    }
    let mut alike = (0..known.len()).filter(|&index| loose(&known[index]) == loose(name));
    match (alike.next(), alike.next()) {
        (Some(index), None) => {
            repairs.count(Repair::Name);
            Ok(index)
        }
        _ => Err(()),
    }
}

/// Home types, best first, as positions in `known` (sorted); without `known` only the grammar is checked.
pub(super) fn home_types(text: &str, known: Option<&[String]>) -> Result<Vec<usize>, Vec<Fault>> {
    let mut seen: Vec<&str> = Vec::new();
    let mut types = Vec::new();
    let mut faults: Vec<Fault> = Vec::new();
    for name in split(text, '>') {
        if name.is_empty() {
            faults.push((Code::EmptyPart, Vec::new()));
        } else if seen.contains(&name) {
            faults.push((Code::HomeTypeTwice, vec![("value", name.to_owned())]));
        } else {
            seen.push(name);
            match known.map(|known| known.binary_search_by(|k| k.as_str().cmp(name))) {
                Some(Ok(index)) => types.push(index),
                Some(Err(_)) => {
                    let near = nearest(name, known.unwrap_or_default().iter().map(String::as_str));
                    faults.push((Code::UnknownHomeType, vec![("value", name.to_owned()), ("near", near)]));
                }
                None => {}
            }
        }
    }
    faults.dedup();
    if faults.is_empty() { Ok(types) } else { Err(faults) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<String> {
        ["East", "North", "South"].map(str::to_owned).to_vec()
    }

    fn choices(text: &str, estates: Option<&[String]>) -> Result<Choices, Vec<Fault>> {
        super::choices(text, estates, &mut Repairs::default())
    }

    fn codes(text: &str) -> Vec<Code> {
        choices(text, Some(&known())).unwrap_err().into_iter().map(|(code, _)| code).collect()
    }

    #[test]
    fn a_full_wish() {
        let wish = choices("North > South = East ＞ *", Some(&known())).unwrap();
        assert_eq!(wish.tiers, vec![vec![EstateId(1)], vec![EstateId(0), EstateId(2)]]);
        assert!(wish.any);
        assert!(!choices("North", Some(&known())).unwrap().any);
        assert_eq!(choices("*", Some(&known())), Ok(Choices { tiers: vec![], any: true }));
        assert_eq!(choices("", None), Ok(Choices { tiers: vec![], any: true }));
        assert_eq!(
            choices("north＞ＥＡＳＴ", Some(&known())).unwrap().tiers,
            vec![vec![EstateId(1)], vec![EstateId(0)]]
        );
    }

    #[test]
    fn every_fault_of_a_wish() {
        assert_eq!(codes("North>>East"), [Code::EmptyPart]);
        assert_eq!(codes("North>"), [Code::EmptyPart]);
        assert_eq!(codes("*>North"), [Code::StarNotLast]);
        assert_eq!(codes("North=*"), [Code::StarNotLast]);
        assert_eq!(codes("Nroth>North>North"), [Code::UnknownEstate, Code::EstateTwice]);
    }

    #[test]
    fn home_types_in_order() {
        let known = ["100".to_owned(), "50".to_owned(), "75".to_owned()];
        assert_eq!(home_types("75>50", Some(&known)), Ok(vec![2, 1]));
        let faults = home_types("75>75>57>", Some(&known)).unwrap_err();
        let codes: Vec<Code> = faults.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, [Code::HomeTypeTwice, Code::UnknownHomeType, Code::EmptyPart]);
    }
}
