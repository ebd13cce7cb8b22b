//! Inputs without a compiler for fuzzing: files of a corpus with a few changes each.

use std::path::Path;

/// The files of a target's corpus, in the order of their names.
pub fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(name);
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("a corpus").collect();
    files.sort_by_key(|file| file.as_ref().map(std::fs::DirEntry::path).ok());
    files.into_iter().map(|file| std::fs::read(file.expect("a file").path()).expect("its bytes")).collect()
}

/// Pieces that decide how a file is read.
const PIECES: [&str; 40] = [
    ",",
    ";",
    "\t",
    "，",
    "\n",
    "\r\n",
    "\"",
    "'",
    "=",
    "#",
    "-",
    "/",
    "|",
    ">",
    "*",
    "栋",
    "幢",
    "号楼",
    "单元",
    "门",
    "层",
    "楼",
    "室",
    "负",
    "十",
    "二",
    "甲",
    "区",
    "501",
    "1.5E+17",
    "#REF!",
    "合计",
    "填表人：",
    "户编号",
    "人数",
    "房屋地址",
    "与户主关系",
    "身份证号",
    "2019.3",
    "\u{feff}",
];

/// One to four changes to a file of the corpus: a byte, a piece, a part of another file, a cut. `below` throws dice.
pub fn spoiled(files: &[Vec<u8>], below: &mut dyn FnMut(u32) -> u32) -> Vec<u8> {
    let pick = |below: &mut dyn FnMut(u32) -> u32| &files[below(files.len() as u32) as usize];
    let mut bytes = pick(below).clone();
    for _ in 0..1 + below(4) {
        let at = below(bytes.len() as u32 + 1) as usize;
        match below(5) {
            0 => bytes.truncate(at.max(1)),
            1 => bytes.insert(at, below(256) as u8),
            2 if at < bytes.len() => bytes[at] = below(256) as u8,
            3 => {
                let other = pick(below);
                let from = below(other.len() as u32) as usize;
                bytes.splice(at..at, other[from..].iter().copied().take(30));
            }
            _ => drop(bytes.splice(at..at, PIECES[below(40) as usize].bytes())),
        }
    }
    bytes.truncate(600);
    bytes
}
