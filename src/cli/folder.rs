//! Writing a folder of files whole or not at all.

use super::Failure;
use super::desk::Desk;
use crate::report::args;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes all files into `folder`. Each is first written in full, to disk, under a temporary name beside its place;
/// only when all are there do they take their names, the last of the list last. If anything fails before that, the
/// old files are untouched and nothing new is left behind.
pub fn write(desk: &Desk, folder: &Path, files: &[(&str, &[u8])], force: bool) -> Result<(), Failure> {
    let cannot = |path: &Path, error: io::Error| cannot_write(desk, path, &error);
    check_free(desk, folder, force)?;
    let made = first_missing(folder);
    fs::create_dir_all(folder).map_err(|error| cannot(folder, error))?;
    let mut written = Vec::new();
    for (name, bytes) in files {
        let temporary = folder.join(format!(".{name}.partial"));
        written.push(temporary.clone());
        if let Err(error) = write_through(&temporary, bytes) {
            clean_up(&written, made.as_deref());
            return Err(cannot(&folder.join(name), error));
        }
    }
    let mut replaced: Vec<(PathBuf, PathBuf)> = Vec::new();
    for ((name, _), temporary) in files.iter().zip(&written) {
        let (place, old) = (folder.join(name), folder.join(format!(".{name}.old")));
        let kept = place.exists() && fs::rename(&place, &old).is_ok();
        if let Err(error) = fs::rename(temporary, &place) {
            if kept {
                let _ = fs::rename(&old, &place);
            }
            for (old, place) in replaced.iter().rev() {
                let _ = fs::remove_file(place);
                let _ = fs::rename(old, place);
            }
            clean_up(&written, made.as_deref());
            return Err(cannot(&place, error));
        }
        replaced.push((old, place));
    }
    for (old, _) in replaced {
        let _ = fs::remove_file(old);
    }
    Ok(())
}

/// Refuses a folder that holds something, unless told to overwrite. Asked before the work begins as well, so that
/// nobody waits for a plan that cannot be written.
pub fn check_free(desk: &Desk, folder: &Path, force: bool) -> Result<(), Failure> {
    let refuse = |key: &str| {
        let path = args([("path", folder.display().to_string().into())]);
        Err(Failure::new(Failure::CANNOT, desk.words.say(key, &path)))
    };
    match fs::read_dir(folder) {
        Ok(mut entries) => {
            if entries.next().is_some() && !force {
                return refuse("folder-exists");
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return refuse("not-a-folder"),
        Err(_) => {}
    }
    Ok(())
}

/// Refuses to write over a file that the work was done from, whatever `--force` says.
pub fn check_inputs(desk: &Desk, outputs: &[PathBuf], inputs: &[PathBuf]) -> Result<(), Failure> {
    let real = |path: &PathBuf| path.canonicalize().ok();
    let inputs: Vec<PathBuf> = inputs.iter().filter_map(real).collect();
    match outputs.iter().find(|output| real(output).is_some_and(|output| inputs.contains(&output))) {
        Some(output) => {
            let path = args([("path", output.display().to_string().into())]);
            Err(Failure::new(Failure::PROBLEMS, desk.words.say("would-overwrite-input", &path)))
        }
        None => Ok(()),
    }
}

/// Writes one file whole or not at all.
pub fn write_file(desk: &Desk, path: &Path, text: &str, force: bool) -> Result<(), Failure> {
    let name = || args([("path", path.display().to_string().into())]);
    if path.exists() && !force {
        return Err(Failure::new(Failure::CANNOT, desk.words.say("file-exists", &name())));
    }
    let mut temporary = path.as_os_str().to_owned();
    temporary.push(".partial");
    let temporary = PathBuf::from(temporary);
    write_through(&temporary, text.as_bytes()).and_then(|()| fs::rename(&temporary, path)).map_err(|error| {
        let _ = fs::remove_file(&temporary);
        cannot_write(desk, path, &error)
    })
}

/// Writes one file whole or not at all, over one that is there, under a temporary name that no other process uses.
pub fn write_own(desk: &Desk, path: &Path, text: &str) -> Result<(), Failure> {
    let mut temporary = path.as_os_str().to_owned();
    temporary.push(format!(".{}.partial", std::process::id()));
    let temporary = PathBuf::from(temporary);
    write_through(&temporary, text.as_bytes()).and_then(|()| fs::rename(&temporary, path)).map_err(|error| {
        let _ = fs::remove_file(&temporary);
        cannot_write(desk, path, &error)
    })
}

/// The failure of a file that cannot be written.
pub fn cannot_write(desk: &Desk, path: &Path, error: &io::Error) -> Failure {
    let what = args([("path", path.display().to_string().into()), ("why", error.to_string().into())]);
    Failure::new(Failure::CANNOT, desk.words.say("cannot-write", &what))
}

fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// The outermost folder that does not exist yet.
fn first_missing(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().take_while(|path| !path.as_os_str().is_empty() && !path.exists()).last().map(Path::to_path_buf)
}

/// Takes back what a failed writing left: temporary files, and folders made for them.
fn clean_up(temporaries: &[PathBuf], made: Option<&Path>) {
    for path in temporaries {
        let _ = fs::remove_file(path);
    }
    if let Some(made) = made {
        let _ = fs::remove_dir_all(made);
    }
}
