//! Bytes to text. What cannot be decoded is told with its place; nothing is replaced in silence.

use super::super::SourceFile;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, DecoderResult, GB18030, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// The encodings of tables. GBK is read as GB18030, which contains it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// GB18030, and with it GBK and GB2312.
    Gb18030,
    /// Big5.
    Big5,
    /// UTF-16, low byte first: the "Unicode text" of spreadsheet programs.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

impl Encoding {
    /// Names as users know them, ours first.
    const NAMES: [(Encoding, &'static [&'static str]); 5] = [
        (Encoding::Utf8, &["UTF-8", "utf8"]),
        (Encoding::Gb18030, &["GB18030", "gbk", "gb2312", "ansi"]),
        (Encoding::Big5, &["Big5"]),
        (Encoding::Utf16Le, &["UTF-16LE", "utf-16", "utf16le", "unicode"]),
        (Encoding::Utf16Be, &["UTF-16BE", "utf16be"]),
    ];

    /// The name: `UTF-8`, `GB18030`, `Big5`, `UTF-16LE`, `UTF-16BE`.
    pub fn name(self) -> &'static str {
        let known = Self::NAMES.iter().find(|(encoding, _)| *encoding == self);
        known.map_or("", |(_, names)| names[0])
    }

    /// The encoding that a user names.
    pub(in crate::read) fn of_name(name: &str) -> Option<Self> {
        let same = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name.trim()));
        Self::NAMES.iter().find(|(_, names)| same(names)).map(|(encoding, _)| *encoding)
    }

    /// All names to choose from.
    pub(in crate::read) fn all() -> [&'static str; 5] {
        Self::NAMES.map(|(encoding, _)| encoding.name())
    }
}

/// Bytes that are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) struct Undecodable {
    /// Where in the file.
    pub offset: usize,
    /// Where in the text before it.
    pub text_offset: usize,
    /// The first of them.
    pub byte: u8,
}

/// A decoded file.
pub(in crate::read) struct Decoded<'f> {
    /// The text, without a byte order mark.
    pub text: Cow<'f, str>,
    /// How many bytes of the file stand before the text; 0 where the text was converted.
    pub base: usize,
    /// From what.
    pub encoding: Encoding,
    /// What could not be decoded, in order, up to [`MOST`] places.
    pub bad: Vec<Undecodable>,
}

/// So many undecodable places are told.
pub(in crate::read) const MOST: usize = 20;

/// So much of a file is looked at to tell its encoding.
const SAMPLE: usize = 256 * 1024;

/// Decodes a file: by its byte order mark, as asked for, or as detected. `knows` says whether a text in GB18030 is
/// known to make sense, for files too short to be told by their letters alone.
pub(in crate::read) fn decode<'f>(
    file: &'f SourceFile,
    asked: Option<Encoding>,
    knows: &dyn Fn(&str) -> bool,
) -> Decoded<'f> {
    let bytes = file.bytes.as_slice();
    let marks: [(&[u8], Encoding); 3] =
        [(b"\xef\xbb\xbf", Encoding::Utf8), (b"\xff\xfe", Encoding::Utf16Le), (b"\xfe\xff", Encoding::Utf16Be)];
    let marked = marks.into_iter().find(|(mark, _)| bytes.starts_with(mark));
    let base = marked.map_or(0, |(mark, _)| mark.len());
    let encoding = asked.or(marked.map(|(_, encoding)| encoding)).or_else(|| wide(bytes));
    if encoding.unwrap_or(Encoding::Utf8) == Encoding::Utf8
        && let Ok(text) = std::str::from_utf8(&bytes[base..])
    {
        return Decoded { text: Cow::Borrowed(text), base, encoding: Encoding::Utf8, bad: Vec::new() };
    }
    match encoding.unwrap_or_else(|| detect(bytes, knows)) {
        Encoding::Utf8 => broken_utf8(bytes, base),
        other => convert(bytes, base, other),
    }
}

/// UTF-16 without a mark: in tables every second byte of most delimiters, digits and line ends is nought.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let noughts = |from: usize| sample.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, tenth) = (noughts(0), noughts(1), sample.len() / 20);
    match (even > tenth, odd > tenth) {
        (true, false) if sample.len() > 8 => Some(Encoding::Utf16Be),
        (false, true) if sample.len() > 8 => Some(Encoding::Utf16Le),
        _ => None,
    }
}

/// Of a file that is not valid UTF-8.
fn detect(bytes: &[u8], knows: &dyn Fn(&str) -> bool) -> Encoding {
    if mostly_utf8(bytes) {
        return Encoding::Utf8;
    }
    let first = bytes.iter().position(|b| !b.is_ascii()).unwrap_or(0);
    let start = bytes[..first].iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
    let sample = &bytes[start..bytes.len().min(start + SAMPLE)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    match detector.guess(None, Utf8Detection::Deny).name() {
        "GBK" | "gb18030" => Encoding::Gb18030,
        "Big5" => Encoding::Big5,
        // Too little to tell by the letters, or no Chinese at all: taken for GB18030 only where it makes sense.
        _ => {
            let head = convert(&bytes[..bytes.len().min(SAMPLE)], 0, Encoding::Gb18030);
            if knows(&head.text) { Encoding::Gb18030 } else { Encoding::Utf8 }
        }
    }
}

/// Whether a file is UTF-8 with some damage rather than another encoding: ten good letters of more than one byte
/// for each bad one. Other encodings hardly ever form even a few of them.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 10 * bad
}

fn broken_utf8(bytes: &[u8], base: usize) -> Decoded<'_> {
    let mut text = String::with_capacity(bytes.len());
    let mut bad = Vec::new();
    let mut offset = base;
    for chunk in bytes[base..].utf8_chunks() {
        text.push_str(chunk.valid());
        offset += chunk.valid().len();
        if let Some(&byte) = chunk.invalid().first() {
            if bad.len() < MOST {
                bad.push(Undecodable { offset, text_offset: text.len(), byte });
            }
            text.push('\u{fffd}');
            offset += chunk.invalid().len();
        }
    }
    Decoded { text: Cow::Owned(text), base: 0, encoding: Encoding::Utf8, bad }
}

fn convert(bytes: &[u8], base: usize, encoding: Encoding) -> Decoded<'_> {
    let table = match encoding {
        Encoding::Big5 => BIG5,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Gb18030 | Encoding::Utf8 => GB18030,
    };
    let mut decoder = table.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let mut bad = Vec::new();
    let mut at = base;
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(&bytes[at..], &mut text, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => text.reserve(bytes.len() - at + 64),
            DecoderResult::Malformed(length, after) => {
                let offset = at - usize::from(length) - usize::from(after);
                if bad.len() < MOST {
                    bad.push(Undecodable { offset, text_offset: text.len(), byte: bytes[offset] });
                }
                text.push('\u{fffd}');
            }
        }
    }
    Decoded { text: Cow::Owned(text), base: 0, encoding, bad }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (Encoding, String, Vec<Undecodable>) {
        let file = SourceFile { name: "f".to_owned(), bytes: bytes.to_vec() };
        let known = |text: &str| text.contains("户编号");
        let decoded = decode(&file, None, &known);
        (decoded.encoding, decoded.text.into_owned(), decoded.bad)
    }

    #[test]
    fn encodings_are_told_apart() {
        let text = "户编号,人数,小区\n户一,3,阳光\u{20bb7}家园\n";
        let wide = |low_first: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|u| if low_first { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
        };
        let files = [
            (Encoding::Utf8, text.as_bytes().to_vec()),
            (Encoding::Utf8, [b"\xef\xbb\xbf", text.as_bytes()].concat()),
            (Encoding::Gb18030, GB18030.encode(text).0.into_owned()),
            (Encoding::Utf16Le, [b"\xff\xfe".to_vec(), wide(true)].concat()),
            (Encoding::Utf16Be, [b"\xfe\xff".to_vec(), wide(false)].concat()),
            (Encoding::Utf16Le, wide(true)),
            (Encoding::Utf16Be, wide(false)),
        ];
        for (encoding, bytes) in files {
            assert_eq!(decoded(&bytes), (encoding, text.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn what_cannot_be_decoded_is_told_with_its_place() {
        let good = GB18030.encode("户编号,人数\n户一,三\n").0.into_owned();
        let mut bytes = good.clone();
        bytes.extend(b"\xff,2\n");
        let (encoding, _, bad) = decoded(&bytes);
        assert_eq!(encoding, Encoding::Gb18030);
        assert_eq!((bad[0].offset, bad[0].byte, bad.len()), (good.len(), 0xff, 1));
        // A damaged UTF-8 file stays UTF-8: as GB18030 all of it would be read wrong.
        let (encoding, _, bad) = decoded(&["户编号,人数,小区,楼栋,单元\n户".as_bytes(), b"\xe4\xb8,1\n"].concat());
        assert_eq!((encoding, bad.len(), bad[0].byte), (Encoding::Utf8, 1, 0xe4));
    }

    #[test]
    fn western_letters_are_not_read_as_chinese() {
        let (encoding, _, bad) = decoded(b"household,persons,estate\nh1,2,Caf\xe9 Royal\n");
        assert_eq!((encoding, bad.len()), (Encoding::Utf8, 1));
    }
}
