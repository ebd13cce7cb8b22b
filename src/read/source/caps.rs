//! What a workbook may cost, measured before it is opened: its parts are unpacked once through a counter and looked
//! over byte by byte, because the sizes that a zip file declares can lie, and what is read later is held in memory.

use super::places;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Unpacked bytes of all parts together. A full sheet of a million rows has about half of this.
pub(in crate::read) const ALL_BYTES: u64 = 1 << 30;
/// Unpacked bytes of the table of texts, which is held in memory.
pub(in crate::read) const TEXT_BYTES: u64 = 64 << 20;
/// Unpacked bytes of each other part that is held in memory.
const SMALL_BYTES: u64 = 16 << 20;
/// Texts in the table of texts.
const TEXTS: u64 = 2_000_000;
/// Cell formats, and merged ranges.
const FORMATS: u64 = 200_000;
/// Bytes of one text, with its marks; a cell of a spreadsheet holds at most 32,767 characters.
const TEXT_LENGTH: u64 = 1 << 20;
/// Parts of a file.
const PARTS: usize = 10_000;

/// What kind of file it is, if it is not a workbook that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Refusal {
    /// A spreadsheet of another kind: `xls`, `ods`, `xlsb`.
    OtherKind(&'static str),
    /// Not the zip file that a workbook is, or a damaged one.
    Damaged,
    /// Too large: what, and the most that is allowed.
    TooLarge(&'static str, u64),
}

/// Whether a file is a spreadsheet of any kind rather than text.
pub(in crate::read) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// Looks a workbook over. Returns whether any sheet has merged cells.
pub(in crate::read) fn check(bytes: &[u8]) -> Result<bool, Refusal> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Refusal::OtherKind("xls"));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    if archive.len() > PARTS {
        return Err(Refusal::TooLarge("parts", PARTS as u64));
    }
    if archive.index_for_name("xl/workbook.bin").is_some() {
        return Err(Refusal::OtherKind("xlsb"));
    }
    if let Ok(kind) = archive.by_name("mimetype") {
        let mut text = String::new();
        let readable = kind.take(100).read_to_string(&mut text).is_ok();
        if readable && text.contains("opendocument.spreadsheet") {
            return Err(Refusal::OtherKind("ods"));
        }
    }
    let (mut total, mut merged) = (0, false);
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| Refusal::Damaged)?;
        let name = part.name().map_err(|_| Refusal::Damaged)?.to_lowercase();
        if !name.ends_with(".xml") && !name.ends_with(".rels") {
            // Pictures, fonts, macros: never opened.
            continue;
        }
        let shared = name.ends_with("sharedstrings.xml");
        let held = ["styles.xml", "workbook.xml", "theme1.xml", ".rels"].iter().any(|end| name.ends_with(end));
        let limit = match (shared, held) {
            (true, _) => TEXT_BYTES,
            (_, true) => SMALL_BYTES,
            _ => ALL_BYTES,
        };
        let scan = scan(part, limit.min(ALL_BYTES - total))?;
        total += scan.bytes;
        merged |= scan.merged > 0;
    }
    Ok(merged)
}

/// What was seen of one part.
#[derive(Default)]
struct Scan {
    bytes: u64,
    texts: u64,
    formats: u64,
    merged: u64,
    /// Where we are.
    state: State,
    /// Bytes since the last tag began.
    run: u64,
    /// The element that holds the text of a cell, while inside of one, and the bytes since it began.
    holder: Option<(Vec<u8>, u64)>,
    /// The tag as far as it was read: its name, or all of it where its attributes matter.
    tag: Vec<u8>,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum State {
    #[default]
    Text,
    Tag,
    /// In a tag, inside of these quotation marks.
    Quoted(u8),
    /// In a comment, a section of raw text or an instruction, up to these bytes and `>`; 0 is any.
    Special([u8; 2]),
}

/// Elements whose content becomes one text.
const HOLDERS: [&[u8]; 5] = [b"si", b"is", b"v", b"t", b"f"];

/// Elements whose attributes matter: a number of texts, or places of cells.
const KEPT: [&[u8]; 5] = [b"sst", b"dimension", b"mergeCell", b"row", b"c"];
/// Bytes of such an element.
const LONGEST_TAG: usize = 4096;

fn scan(part: impl Read, limit: u64) -> Result<Scan, Refusal> {
    let mut scan = Scan::default();
    let mut part = part.take(limit + 1);
    let mut buffer = vec![0; 64 << 10];
    loop {
        let read = part.read(&mut buffer).map_err(|_| Refusal::Damaged)?;
        if read == 0 {
            return Ok(scan);
        }
        scan.bytes += read as u64;
        if scan.bytes > limit {
            return Err(Refusal::TooLarge("bytes", limit));
        }
        scan.look_at(&buffer[..read])?;
    }
}

impl Scan {
    fn look_at(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        let mut at = 0;
        while at < bytes.len() {
            // Most bytes are text between two tags: skipped at once.
            let step = match self.state {
                State::Text => bytes[at..].iter().position(|b| *b == b'<').unwrap_or(bytes.len() - at),
                _ => 0,
            };
            self.grow(step as u64)?;
            at += step;
            if at < bytes.len() {
                self.grow(1)?;
                self.byte(bytes[at])?;
                at += 1;
            }
        }
        Ok(())
    }

    fn grow(&mut self, by: u64) -> Result<(), Refusal> {
        self.run += by;
        let held = self.holder.as_mut().map_or(0, |(_, length)| {
            *length += by;
            *length
        });
        if self.run.max(held) > TEXT_LENGTH {
            return Err(Refusal::TooLarge("text", 32_767));
        }
        Ok(())
    }

    fn byte(&mut self, byte: u8) -> Result<(), Refusal> {
        match self.state {
            State::Text => {
                self.state = State::Tag;
                self.tag.clear();
            }
            State::Quoted(mark) => {
                self.keep(byte);
                if byte == mark {
                    self.state = State::Tag;
                }
            }
            State::Special(end) => {
                let ended = match end {
                    [0, 0] => true,
                    [0, last] => self.tag.last() == Some(&last),
                    both => self.tag.ends_with(&both),
                };
                if byte == b'>' && ended {
                    self.state = State::Text;
                }
                let start = self.tag.len().saturating_sub(1);
                self.tag.drain(..start);
                self.tag.push(byte);
            }
            State::Tag if byte == b'>' => {
                self.state = State::Text;
                self.end_of_tag()?;
            }
            State::Tag => {
                self.keep(byte);
                match (byte, self.tag.as_slice()) {
                    (b'"' | b'\'', _) => self.state = State::Quoted(byte),
                    (_, b"?") => self.state = State::Special([0, b'?']),
                    (_, b"!--") => self.state = State::Special([b'-', b'-']),
                    (_, b"![CDATA[") => self.state = State::Special([b']', b']']),
                    (_, b"!D") => self.state = State::Special([0, 0]),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// Attributes are kept of the elements where they matter; of the others the name.
    fn keep(&mut self, byte: u8) {
        let named = self.tag.iter().any(|b| b.is_ascii_whitespace());
        if !named || self.tag.len() < LONGEST_TAG && KEPT.contains(&local(&self.tag)) {
            self.tag.push(byte);
        } else if byte == b'/' || self.tag.last() == Some(&b'/') {
            // Whether the tag closes itself is told by its last letter.
            self.tag.truncate(self.tag.len() - usize::from(self.tag.last() == Some(&b'/')));
            if byte == b'/' {
                self.tag.push(byte);
            }
        }
    }

    fn end_of_tag(&mut self) -> Result<(), Refusal> {
        let closing = self.tag.first() == Some(&b'/');
        let empty = self.tag.last() == Some(&b'/');
        let name = local(&self.tag).to_vec();
        self.run = 0;
        self.merged += u64::from(!closing && name == b"mergeCell");
        match name.as_slice() {
            b"si" if !closing => self.texts += 1,
            b"xf" if !closing => self.formats += 1,
            b"sst" if !closing => {
                let declared = unique_count(&self.tag);
                if self.tag.len() >= LONGEST_TAG || declared > TEXTS {
                    return Err(Refusal::TooLarge("texts", TEXTS));
                }
            }
            b"dimension" | b"mergeCell" | b"row" | b"c" if !closing && !places::are_sound(&self.tag) => {
                return Err(Refusal::Damaged);
            }
            _ => {}
        }
        if self.texts > TEXTS {
            return Err(Refusal::TooLarge("texts", TEXTS));
        }
        if self.formats > FORMATS || self.merged > FORMATS {
            return Err(Refusal::TooLarge("formats", FORMATS));
        }
        match &self.holder {
            Some((holder, _)) if closing && *holder == name => self.holder = None,
            None if !closing && !empty && HOLDERS.contains(&name.as_slice()) => self.holder = Some((name, 0)),
            _ => {}
        }
        Ok(())
    }
}

/// The name of a tag without `/` and without its prefix.
fn local(tag: &[u8]) -> &[u8] {
    let tag = tag.strip_prefix(b"/").unwrap_or(tag);
    let end = tag.iter().position(|b| b.is_ascii_whitespace() || *b == b'/').unwrap_or(tag.len());
    let name = &tag[..end];
    name.iter().position(|b| *b == b':').map_or(name, |at| &name[at + 1..])
}

/// The number of texts that a table of texts declares; room is made for so many before they are read.
fn unique_count(tag: &[u8]) -> u64 {
    let text = String::from_utf8_lossy(tag);
    let counts = text.match_indices("uniqueCount").map(|(at, name)| {
        let value = text[at + name.len()..].trim_start_matches(|c: char| c.is_whitespace() || "=\"'+0".contains(c));
        let digits: String = value.chars().take_while(char::is_ascii_digit).collect();
        if digits.is_empty() { 0 } else { digits.parse().unwrap_or(u64::MAX) }
    });
    counts.max().unwrap_or(0)
}
