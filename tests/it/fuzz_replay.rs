//! The corpus of the fuzz targets, run once: what was found to be hard stays mended.

#[path = "../fuzz/targets/inputs.rs"]
mod inputs;

use std::path::Path;

/// What a target does with bytes.
type Target = fn(&[u8]);

#[test]
fn the_corpus_is_read_without_harm() {
    let targets: [(&str, Target); 5] = [
        ("csv", inputs::csv),
        ("headers", inputs::headers),
        ("address", inputs::address),
        ("plan", inputs::plan),
        ("certificate", inputs::a_certificate),
    ];
    for (name, target) in targets {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(name);
        let mut files: Vec<_> = std::fs::read_dir(folder).expect("a corpus").collect();
        files.sort_by_key(|file| file.as_ref().map(std::fs::DirEntry::path).ok());
        assert!(!files.is_empty(), "{name} has no corpus");
        for file in files {
            target(&std::fs::read(file.expect("a file").path()).expect("its bytes"));
        }
    }
}
