//! Promises and codes are told apart by their ids. That each has its sentence is seen in `tests/it/words`.

use crate::verify::{Code, Promise};
use std::collections::BTreeSet;

#[test]
fn ids_are_told_apart() {
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    assert_eq!(codes.len(), Code::ALL.len());
    for promise in Promise::ALL {
        assert_eq!(Promise::from_id(promise.id()), Some(promise));
    }
}
