//! Calendar dates in the spellings of offices, and the day numbers of spreadsheets.

use super::fold::plain;

/// Which day a spreadsheet counts from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum DateSystem {
    /// Day 1 is 1 January 1900, and there is a day 60 that never was.
    #[default]
    From1900,
    /// Day 0 is 1 January 1904.
    From1904,
}

/// A date as a cell gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// ISO text.
    pub iso: String,
    /// Only the month was given; the day is its first.
    pub month_only: bool,
    /// It had to be worked out: a day number, or digits without marks.
    pub converted: bool,
}

/// Day numbers taken for dates without more ado: 1 January 1990 to 31 December 2099, counted from 1900.
const SERIALS: (i64, i64) = (32_874, 73_050);
const BETWEEN_SYSTEMS: i64 = 1_462;

/// A date as ISO text: `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日`, `20260305`, a day number; month alone
/// (`2026.3`, `2026年3月`) counts as its first day.
pub(super) fn date(text: &str, system: DateSystem) -> Option<Written> {
    let text: String = plain(text).chars().filter(|c| !c.is_whitespace() || *c == ' ').collect();
    let text = without_time(&text).replace(' ', "");
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return digits(&text, system);
    }
    if let Some(serial) = text.strip_suffix(".0") {
        return digits(serial, system).filter(|_| serial.len() == 5);
    }
    let parts: Vec<&str> = if let Some((year, rest)) = text.split_once('年') {
        let (month, day) = rest.split_once('月')?;
        let day = day.trim_end_matches(['日', '号']);
        if day.is_empty() { vec![year, month] } else { vec![year, month, day] }
    } else {
        text.split(['-', '/', '.']).collect()
    };
    // One mark between all parts: 2026-3/5 is no date.
    let marks: Vec<char> = text.chars().filter(|c| "-/.".contains(*c)).collect();
    if marks.windows(2).any(|pair| pair[0] != pair[1]) {
        return None;
    }
    let number = |part: &str, longest: usize| -> Option<u16> {
        let digits = (1..=longest).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    let (year, month, day) = match parts[..] {
        [year, month, day] => (year, month, number(day, 2)?),
        [year, month] => (year, month, 1),
        _ => return None,
    };
    if year.len() != 4 {
        return None;
    }
    let iso = iso_date(number(year, 4)?, number(month, 2)?, day)?;
    Some(Written { iso, month_only: parts.len() == 2, converted: false })
}

/// A date without the time of day behind it.
fn without_time(text: &str) -> &str {
    let Some((day, time)) = text.split_once([' ', 't']) else { return text };
    let clock = time.contains(':') && time.chars().all(|c| c.is_ascii_digit() || ":.z ".contains(c));
    if clock { day } else { text }
}

fn digits(text: &str, system: DateSystem) -> Option<Written> {
    let number: i64 = text.parse().ok()?;
    let iso = match text.len() {
        8 => iso_date((number / 10_000) as u16, (number / 100 % 100) as u16, (number % 100) as u16)?,
        5 => {
            let shift = if system == DateSystem::From1904 { BETWEEN_SYSTEMS } else { 0 };
            let plausible = (SERIALS.0..=SERIALS.1).contains(&(number + shift));
            plausible.then(|| serial_date(number as f64, system)).flatten()?
        }
        _ => return None,
    };
    Some(Written { iso, month_only: false, converted: true })
}

/// The date of a day number.
pub(super) fn serial_date(serial: f64, system: DateSystem) -> Option<String> {
    if !(0.0..3_000_000.0).contains(&serial) {
        return None;
    }
    let serial = serial.floor() as i64;
    let since_1900 = match system {
        DateSystem::From1904 => serial + BETWEEN_SYSTEMS,
        // Before the day that never was, the count runs one ahead.
        DateSystem::From1900 if serial < 60 => serial + 1,
        DateSystem::From1900 => serial,
    };
    let (year, month, day) = civil(since_1900 - 25_569);
    iso_date(u16::try_from(year).ok()?, month, day)
}

/// Year, month and day of a day counted from 1 January 1970 (the algorithm of era and day of era: 400 years have
/// 146,097 days, and years are counted from March).
fn civil(days: i64) -> (i64, u16, u16) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month as u16, day as u16)
}

/// ISO text of a date that the calendar has.
pub(super) fn iso_date(year: u16, month: u16, day: u16) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    let real = year > 0 && (1..=days).contains(&day);
    real.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> Option<String> {
        date(text, DateSystem::From1900).map(|written| written.iso)
    }

    #[test]
    fn one_day_in_all_spellings() {
        let spellings = [
            "2019-03-05",
            "2019/3/5",
            "2019.3.5",
            "2019年3月5日",
            "2019年3月5号",
            "２０１９－03－05",
            "2019 年 3 月 5 日",
            "20190305",
            "43529",
            "43529.0",
            "2019-03-05 00:00:00",
            "2019/3/5 8:30",
            "2019-03-05T08:30:00Z",
        ];
        for text in spellings {
            assert_eq!(iso(text).as_deref(), Some("2019-03-05"), "{text}");
        }
        for text in ["2026-02-29", "2026-13-01", "26-3-5", "5 March", "+226-1-1", "2026-3/5", "5/3/2019", "1234", "12"]
        {
            assert_eq!(iso(text), None, "{text}");
        }
        assert!(iso("2024-02-29").is_some());
    }

    #[test]
    fn a_month_alone_is_flagged() {
        for text in ["2019.3", "2019-03", "2019/3", "2019年3月"] {
            let written = date(text, DateSystem::From1900).unwrap_or_else(|| panic!("{text} is a month"));
            assert_eq!((written.iso.as_str(), written.month_only), ("2019-03-01", true), "{text}");
        }
    }

    #[test]
    fn both_date_systems() {
        for (serial, iso) in [(1.0, "1900-01-01"), (59.0, "1900-02-28"), (61.0, "1900-03-01"), (43_529.5, "2019-03-05")]
        {
            assert_eq!(serial_date(serial, DateSystem::From1900).as_deref(), Some(iso));
        }
        assert_eq!(serial_date(42_067.0, DateSystem::From1904).as_deref(), Some("2019-03-05"));
        assert_eq!(serial_date(0.0, DateSystem::From1904).as_deref(), Some("1904-01-01"));
        assert_eq!(date("42067", DateSystem::From1904).map(|w| w.iso).as_deref(), Some("2019-03-05"));
        assert_eq!(serial_date(-1.0, DateSystem::From1900), None);
    }
}
