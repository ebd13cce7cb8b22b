//! What every command has at hand: language, format, terminal, progress.

use super::args::Format;
use super::{Done, Failure};
use crate::measure::Counter;
use crate::report::{Lang, Words, args, columns_of};
use indicatif::{ProgressBar, ProgressState, ProgressStyle};
use std::cell::Cell;
use std::ffi::OsString;
use std::io::{ErrorKind, IsTerminal, Write};
use std::sync::atomic::Ordering;

/// The language to speak, and whether the user asked for it or the locale suggests it.
pub struct Language {
    pub words: Words,
    pub lang: Lang,
    pub asked_for: Option<Lang>,
}

/// Decides the language before anything is parsed, because help and usage errors need it: `--lang`, else the locale,
/// else English.
pub fn language(args: impl Iterator<Item = OsString>) -> Language {
    let args: Vec<String> = args.map(|arg| arg.to_string_lossy().into_owned()).collect();
    let value = |(at, arg): (usize, &String)| match arg.strip_prefix("--lang=") {
        Some(value) => Some(value.to_owned()),
        None if arg == "--lang" => args.get(at + 1).cloned(),
        None => None,
    };
    let asked_for = args.iter().enumerate().find_map(value).and_then(|tag| Lang::of_tag(&tag));
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = locale.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let lang = asked_for.or_else(|| Lang::of_tag(&set?)).unwrap_or(Lang::En);
    Language { words: Words::new(lang), lang, asked_for }
}

pub struct Desk {
    pub words: Words,
    pub lang: Lang,
    pub asked_for: Option<Lang>,
    /// Pages are to be in both languages.
    pub both: bool,
    pub format: Format,
    /// Why the result could not be printed, if it could not.
    unprinted: Cell<Option<String>>,
}

/// Tables are laid out for this many columns.
pub const WIDTH: u16 = 100;

impl Desk {
    pub fn new(language: Language, both: bool, format: Format) -> Self {
        Self {
            words: language.words,
            lang: language.lang,
            asked_for: language.asked_for,
            both,
            format,
            unprinted: Cell::new(None),
        }
    }

    /// The words for files. Their language never depends on the machine's locale: `--lang`, else the plan file's
    /// `lang`, else English.
    pub fn file_words(&self, plan_file: Option<&str>) -> Words {
        Words::new(self.file_lang(plan_file))
    }

    /// The language of files.
    pub fn file_lang(&self, plan_file: Option<&str>) -> Lang {
        self.asked_for.or_else(|| Lang::of_tag(plan_file?)).unwrap_or(Lang::En)
    }

    /// Data: to stdout. A pipe that nobody reads any more is not an error.
    pub fn print(&self, text: &str) {
        let mut out = std::io::stdout().lock();
        if let Err(error) = writeln!(out, "{}", text.trim_end()).and_then(|()| out.flush())
            && error.kind() != ErrorKind::BrokenPipe
        {
            self.unprinted.set(Some(error.to_string()));
        }
    }

    /// Fails if a result could not be printed.
    pub fn printed(&self) -> Done {
        match self.unprinted.take() {
            Some(why) => {
                let message = self.words.say("cannot-stdout", &args([("why", why.into())]));
                Err(Failure::new(Failure::CANNOT, message))
            }
            None => Ok(()),
        }
    }

    /// Everything else: to stderr.
    pub fn tell(&self, text: &str) {
        let _ = writeln!(anstream::stderr(), "{text}");
    }

    /// Progress, shown only where a person watches.
    pub fn progress(&self) -> Progress {
        Progress::new(std::io::stderr().is_terminal())
    }

    /// The same for work in so many equal parts: how many are done, and how long the rest will take.
    pub fn countdown(&self, parts: u64, what: String) -> Progress {
        let watched = std::io::stderr().is_terminal();
        let bar = watched.then(|| {
            let template = "{msg} {pos}/{len} [{bar:30}] {elapsed} (-{eta})";
            let style = ProgressStyle::with_template(template).expect("the template is fixed");
            let bar = ProgressBar::new(parts).with_style(style.progress_chars("=> ")).with_message(what);
            bar.enable_steady_tick(std::time::Duration::from_secs(1));
            bar
        });
        Progress(bar)
    }
}

/// A line that says what is being done, with the time it has taken.
pub struct Progress(Option<ProgressBar>);

impl Progress {
    fn new(watched: bool) -> Self {
        let bar = watched.then(|| {
            let bar = ProgressBar::new_spinner();
            let style = ProgressStyle::with_template("{spinner} {msg} ({elapsed})").expect("the template is fixed");
            bar.set_style(style.tick_chars("|/-\\ "));
            bar.enable_steady_tick(std::time::Duration::from_millis(120));
            bar
        });
        Self(bar)
    }

    pub fn step(&self, what: String) {
        if let Some(bar) = &self.0 {
            bar.set_message(what);
        }
    }

    pub fn tick(&self) {
        if let Some(bar) = &self.0 {
            bar.inc(1);
        }
    }

    /// Shows how many of so many steps a counter has seen; the counter is for whoever takes the steps.
    pub fn counted(&self, what: String, all: u64) -> Counter {
        let counter = Counter::default();
        if let Some(bar) = &self.0 {
            let watched = counter.clone();
            let style =
                ProgressStyle::with_template("{spinner} {msg} {steps} ({elapsed})").expect("the template is fixed");
            let style = style.with_key("steps", move |_: &ProgressState, out: &mut dyn std::fmt::Write| {
                let _ = write!(out, "{}/{all}", watched.0.load(Ordering::Relaxed).min(all));
            });
            bar.set_style(style.tick_chars("|/-\\ "));
            bar.set_message(what);
        }
        counter
    }

    pub fn done(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

/// A text in lines of no more than so many columns, wide characters counted as two. Chinese breaks anywhere but before
/// a mark that closes; other text at spaces.
pub fn wrapped(text: &str, columns: usize) -> String {
    let closes = |c: char| matches!(c, '，' | '。' | '；' | '：' | '、' | '）' | '！' | '？' | '”');
    let mut lines: Vec<String> = Vec::new();
    // The last line, and where it may end: after how many bytes.
    let (mut line, mut end, mut used) = (String::new(), 0, 0);
    for c in text.chars() {
        if c == ' ' || columns_of(c) == 2 && !closes(c) {
            end = line.len();
        }
        if used + columns_of(c) > columns && end > 0 {
            let rest = line.split_off(end).trim_start().to_owned();
            lines.push(std::mem::replace(&mut line, rest).trim_end().to_owned());
            (used, end) = (line.chars().map(columns_of).sum(), 0);
        }
        if !(c == ' ' && line.is_empty()) {
            line.push(c);
            used += columns_of(c);
        }
    }
    lines.push(line);
    lines.join("\n")
}
