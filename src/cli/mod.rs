//! # cli: one thin file per command
//!
//! - **Knows**: arguments, folders, terminals, exit codes; which room to ask for what.
//! - **Does not know**: how anything is worked out.
//! - **Comes from**: a person at a terminal, or a script.
//! - **Goes to**: every other room. Nobody goes to `cli`.
//!
//! Exit codes: 0 done · 1 a promise is broken · 2 problems in data or usage · 3 refused · 4 cannot read or write ·
//! 75 stopped before the end, run it again.
//! Data goes to stdout; problems, notes and progress go to stderr.

mod args;
mod check;
mod demo;
mod desk;
mod explain;
mod folder;
mod forms;
mod inputs;
mod plan;
mod problems;
mod publish;
mod read;
mod report;
mod roll_digest;
mod verify;
mod whatif;

use args::Command;
use desk::Desk;
use std::process::ExitCode;

/// Runs the program with the process's arguments.
pub fn run() -> ExitCode {
    let lang = desk::language(std::env::args_os());
    let args = args::parse(&lang);
    let desk = Desk::new(lang, args.lang.as_deref() == Some("both"), args.format);
    if desk.both && !matches!(args.command, Command::Report(_)) {
        desk.tell(
            &desk.words.say("error", &crate::report::args([("message", desk.words.plain("both-not-here").into())])),
        );
        return ExitCode::from(Failure::PROBLEMS);
    }
    let done = match args.command {
        Command::Check(args) => check::run(&desk, &args),
        Command::Demo(args) => demo::run(&desk, &args),
        Command::Read(args) => read::run(&desk, &args),
        Command::Plan(args) => plan::run(&desk, &args),
        Command::Verify(args) => verify::run(&desk, &args),
        Command::Explain(args) => explain::run(&desk, &args),
        Command::Report(args) => report::run(&desk, &args),
        Command::RollDigest(args) => roll_digest::run(&desk, &args),
        Command::Whatif(args) => whatif::run(&desk, &args),
    };
    match done.and_then(|()| desk.printed()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(message) = &failure.message {
                desk.tell(&desk.words.say("error", &crate::report::args([("message", message.as_str().into())])));
            }
            ExitCode::from(failure.code)
        }
    }
}

/// Why a command did not do its work.
#[derive(Debug)]
struct Failure {
    /// The exit code.
    code: u8,
    /// What to say; `None` where all has been said.
    message: Option<String>,
}

impl Failure {
    const BROKEN: u8 = 1;
    const PROBLEMS: u8 = 2;
    const REFUSED: u8 = 3;
    const CANNOT: u8 = 4;
    /// Stopped before the end: what is done is kept, and the same command goes on (sysexits' EX_TEMPFAIL).
    const AGAIN: u8 = 75;

    fn new(code: u8, message: String) -> Self {
        Self { code, message: Some(message) }
    }

    /// Everything has been said already.
    fn told(code: u8) -> Self {
        Self { code, message: None }
    }
}

type Done = Result<(), Failure>;
