//! Chinese numerals up to 99, digit by digit beyond, and the stems that count things off.

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

fn digit(c: char) -> Option<u32> {
    let c = match c {
        '〇' => '零',
        '两' => '二',
        other => other,
    };
    DIGITS.iter().position(|digit| *digit == c).map(|place| place as u32)
}

/// Whether a letter can be part of a numeral.
pub(in crate::read) fn is_numeral(c: char) -> bool {
    c == '十' || c == '廿' || digit(c).is_some()
}

/// The number that a numeral says: 五 is 5, 二十一 is 21, 五〇一 is 501. 三四 may be 34 or "three or four": `None`.
pub(in crate::read) fn number(text: &str) -> Option<u32> {
    let letters: Vec<char> = text.chars().collect();
    let value = |c: &char| digit(*c);
    match letters.as_slice() {
        [] => None,
        [one] if *one == '十' => Some(10),
        ['廿'] => Some(20),
        [one] => digit(*one),
        ['廿', ones] => value(ones).filter(|ones| *ones > 0).map(|ones| 20 + ones),
        ['十', ones] => value(ones).filter(|ones| *ones > 0).map(|ones| 10 + ones),
        [tens, '十'] => value(tens).filter(|tens| *tens > 0).map(|tens| 10 * tens),
        [tens, '十', ones] => {
            let (tens, ones) = (value(tens)?, value(ones)?);
            (tens > 0 && ones > 0).then_some(10 * tens + ones)
        }
        digits => {
            let nought = digits.iter().any(|c| digit(*c) == Some(0));
            if digits.len() > 5 || digits.len() < 3 && !nought {
                return None;
            }
            digits.iter().try_fold(0, |sum, c| Some(sum * 10 + digit(*c)?))
        }
    }
}

/// The place of a stem: 甲 is 1, 乙 is 2.
pub(in crate::read) fn stem(text: &str) -> Option<u32> {
    let mut letters = text.chars();
    let (Some(only), None) = (letters.next(), letters.next()) else { return None };
    STEMS.iter().position(|stem| *stem == only).map(|place| place as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals() {
        let known = [
            ("五", 5),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("九十九", 99),
            ("廿一", 21),
            ("五〇一", 501),
            ("一二〇三", 1203),
            ("二零", 20),
            ("零", 0),
            ("两", 2),
        ];
        for (text, expected) in known {
            assert_eq!(number(text), Some(expected), "{text}");
        }
        for text in ["", "三四", "十十", "零十", "十零", "百", "一二三四五六", "3"] {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!((stem("甲"), stem("丙"), stem("甲乙"), stem("3")), (Some(1), Some(3), None, None));
    }
}
