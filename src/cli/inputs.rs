//! Loading inputs from disk, and telling what is wrong with them.

use super::desk::Desk;
use super::{Failure, problems};
use crate::read::{LoadError, ReadOptions, Reading, SourceFile, read_plan};
use crate::report::args;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Reads a plan file and its tables, without judging what they hold.
pub fn load(desk: &Desk, plan: &Path, options: ReadOptions) -> Result<Reading, Failure> {
    let name = plan.file_name().map_or_else(|| plan.display().to_string(), |name| name.to_string_lossy().into_owned());
    let bytes = read_file(desk, plan)?;
    let folder = plan.parent().unwrap_or(Path::new(""));
    let mut fetch = |path: &str| file_bytes(&folder.join(path));
    read_plan(SourceFile { name, bytes }, &mut fetch, options).map_err(|error| {
        let LoadError { path, source } = error;
        cannot_read(desk, &folder.join(path), &source)
    })
}

/// Reads a file, or says that it cannot be read.
pub fn read_file(desk: &Desk, path: &Path) -> Result<Vec<u8>, Failure> {
    file_bytes(path).map_err(|error| cannot_read(desk, path, &error))
}

/// The bytes of a file. A certificate may name anything: a pipe or a device would be read for ever.
pub fn file_bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let what = std::fs::metadata(path)?;
    if !what.is_file() && !what.is_dir() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    std::fs::read(path)
}

/// The failure of a file that cannot be read.
pub fn cannot_read(desk: &Desk, path: &Path, error: &std::io::Error) -> Failure {
    let what = args([("path", path.display().to_string().into()), ("why", error.to_string().into())]);
    Failure::new(Failure::CANNOT, desk.words.say("cannot-read", &what))
}

/// Where the files of a reading are.
pub fn paths(plan: &Path, reading: &Reading) -> Vec<PathBuf> {
    let folder = plan.parent().unwrap_or(Path::new(""));
    let tables = reading.sources.iter().skip(1).map(|source| folder.join(&source.name));
    std::iter::once(plan.to_path_buf()).chain(tables).collect()
}

/// Tells all problems, and fails where there is one that stops.
pub fn judge(desk: &Desk, reading: &Reading) -> Result<(), Failure> {
    problems::tell(desk, reading);
    if reading.input.is_some() {
        return Ok(());
    }
    let refused = reading.problems.iter().any(|p| p.severity == crate::read::Severity::Refused);
    Err(Failure::told(if refused { Failure::REFUSED } else { Failure::PROBLEMS }))
}

/// `sha256:` and 64 hex digits, as certificates write it and `sha256sum` prints it.
pub fn digest(bytes: &[u8]) -> String {
    format!("sha256:{}", crate::model::rows::hex(&Sha256::digest(bytes)))
}

/// Digests of all files read, by name.
pub fn digests(sources: &[SourceFile]) -> BTreeMap<String, String> {
    sources.iter().map(|source| (source.name.clone(), digest(&source.bytes))).collect()
}

/// The path from one folder to a file, with `/`; the whole path where there is no way between them.
pub fn relative_path(from: &Path, to: &Path) -> std::io::Result<String> {
    let (from, to) = (absolute(from)?, absolute(to)?);
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return Ok(to.display().to_string());
    }
    let up = from.components().skip(shared).map(|_| "..".to_owned());
    let down = to.components().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    Ok(up.chain(down).collect::<Vec<_>>().join("/"))
}

/// The real path of a file or folder of which the last parts may not exist yet.
fn absolute(path: &Path) -> std::io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    for known in path.ancestors() {
        if let Ok(real) = known.canonicalize() {
            let rest = path.strip_prefix(known).expect("an ancestor is a prefix");
            return Ok(if rest.as_os_str().is_empty() { real } else { real.join(rest) });
        }
    }
    Ok(path)
}
