//! Exact comparison of sums of fractions, without big integers.

use std::collections::BTreeMap;

/// Numerator and positive denominator.
pub(super) type Fraction = (i128, i128);

/// Whether the sum of `left` is greater than the sum of `right`, exactly.
///
/// Estates differ in their denominators, so the difference is taken apart into its whole part and remainders and
/// then expanded 40 binary digits at a time. After every step the true difference lies in `[whole, whole + terms)`
/// of the last digit. A difference that is not zero is at least one over the product of the denominators, so
/// when that many digits decided nothing, the sums are equal.
pub(super) fn exceeds(left: &[Fraction], right: &[Fraction]) -> bool {
    let mut by_denominator: BTreeMap<i128, i128> = BTreeMap::new();
    for (sign, side) in [(1, left), (-1, right)] {
        for (numerator, denominator) in side {
            *by_denominator.entry(*denominator).or_default() += sign * numerator;
        }
    }
    let mut whole: i128 = by_denominator.iter().map(|(den, num)| num.div_euclid(*den)).sum();
    let mut rests: Vec<Fraction> = by_denominator.iter().map(|(den, num)| (num.rem_euclid(*den), *den)).collect();
    rests.retain(|(rest, _)| *rest != 0);
    let terms = rests.len() as i128;
    let bits = |value: i128| 128 - value.leading_zeros();
    let mut open = bits(terms) + rests.iter().map(|(_, den)| bits(*den)).sum::<u32>();
    while whole <= 0 && whole + terms > 0 && open > 0 {
        whole <<= 40;
        for (rest, den) in &mut rests {
            *rest <<= 40;
            whole += rest.div_euclid(*den);
            *rest = rest.rem_euclid(*den);
        }
        open = open.saturating_sub(40);
    }
    whole > 0
}

#[cfg(test)]
mod tests {
    use super::exceeds;

    /// Thirds and sevenths that add up to the same number, and the least difference that tells.
    #[test]
    fn equal_sums_do_not_exceed_and_tiny_differences_do() {
        assert!(!exceeds(&[(1, 3), (2, 7)], &[(2, 7), (1, 3)]));
        assert!(!exceeds(&[(1, 3), (1, 6)], &[(1, 2)]));
        assert!(!exceeds(&[(1, 2)], &[(1, 3), (1, 6)]));
        let (a, b) = (4_294_967_291, 4_294_967_279);
        assert!(exceeds(&[(1, b)], &[(1, a)]));
        assert!(!exceeds(&[(1, a)], &[(1, b)]));
        assert!(exceeds(&[(1, a), (1, 2), (1, 3), (1, 5)], &[(31, 30)]));
        assert!(!exceeds(&[(31, 30)], &[(1, a), (1, 2), (1, 3), (1, 5)]));
        assert!(exceeds(&[(5, 1)], &[]));
        assert!(!exceeds(&[], &[]));
    }
}
