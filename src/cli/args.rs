//! What can be typed. Help texts are in the word files under `help-…`, so that they speak the user's language.

use super::desk::Language;
use crate::report::Words;
use clap::{Arg, ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// How tables are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    #[default]
    Table,
    Json,
    Csv,
}

#[derive(Parser)]
#[command(name = "mixplan", version, disable_help_subcommand = true)]
pub struct Cli {
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    #[arg(long, global = true, value_parser = ["zh", "en", "both"])]
    pub lang: Option<String>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    Demo(Demo),
    Read(Read),
    Check(Check),
    Plan(Plan),
    Verify(Verify),
    Explain(Explain),
    Report(Report),
    RollDigest(RollDigest),
    Whatif(Whatif),
}

#[derive(Args)]
pub struct Demo {
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    #[arg(long, default_value_t = 600, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub households: u32,
    #[arg(long)]
    pub seed: Option<u64>,
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=5_000))]
    pub estates: Option<u32>,
    #[arg(long, value_parser = clap::value_parser!(u32).range(2..=56))]
    pub groups: Option<u32>,
    #[arg(long, value_name = "PERCENT", value_parser = percent())]
    pub opt_in: Option<u32>,
    #[arg(long, value_name = "PERCENT", value_parser = percent())]
    pub bonds: Option<u32>,
    #[arg(long, value_name = "PERCENT", value_parser = percent())]
    pub spare: Option<u32>,
    #[arg(long, value_name = "PERCENT", value_parser = percent())]
    pub residents: Option<u32>,
    #[arg(long)]
    pub force: bool,
}

fn percent() -> clap::builder::RangedI64ValueParser<u32> {
    clap::value_parser!(u32).range(0..=100)
}

#[derive(Args)]
pub struct Read {
    #[arg(value_name = "plan.toml")]
    pub plan: PathBuf,
    #[arg(long)]
    pub show_mapping: bool,
    #[arg(long)]
    pub excel: bool,
    #[arg(long, value_name = "FILE")]
    pub problems: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

/// What `check` counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Counted {
    #[default]
    Households,
    Persons,
}

#[derive(Args)]
pub struct Check {
    #[arg(value_name = "FILE", required_unless_present = "compare")]
    pub file: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = Counted::Households)]
    pub count: Counted,
    #[arg(long, value_name = "FILE")]
    pub target: Option<PathBuf>,
    #[arg(long, value_name = "A,B")]
    pub levels: Option<String>,
    #[arg(long, value_name = "A,B")]
    pub groups: Option<String>,
    #[arg(long, value_name = "OUT", conflicts_with = "compare")]
    pub after: Option<PathBuf>,
    #[arg(long, value_names = ["A", "B"], num_args = 1..=2)]
    pub compare: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub internal: bool,
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    pub shuffles: u32,
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

#[derive(Args)]
pub struct Plan {
    #[arg(value_name = "plan.toml")]
    pub plan: PathBuf,
    #[arg(long, value_name = "OUT")]
    pub out: PathBuf,
    #[arg(long, value_name = "TEXT")]
    pub seed: Option<String>,
    #[arg(long)]
    pub leave_out: bool,
    #[arg(long = "final")]
    pub final_plan: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    #[arg(long)]
    pub excel: bool,
    #[arg(long)]
    pub force: bool,
}

#[derive(Args)]
pub struct Verify {
    #[arg(value_name = "OUT")]
    pub out: PathBuf,
    #[arg(long)]
    pub replay: bool,
    #[arg(long, value_name = "plan.toml")]
    pub inputs: Option<PathBuf>,
}

#[derive(Args)]
pub struct Explain {
    #[arg(value_name = "OUT|CODE")]
    pub out: PathBuf,
    #[arg(value_name = "HOUSEHOLD")]
    pub household: Option<String>,
    #[arg(long, value_name = "plan.toml")]
    pub inputs: Option<PathBuf>,
}

#[derive(Args)]
pub struct Report {
    #[arg(value_name = "list|letters|picture", num_args = 1..=2, required = true)]
    pub what: Vec<String>,
    #[arg(long, value_name = "plan.toml")]
    pub inputs: Option<PathBuf>,
}

#[derive(Args)]
pub struct RollDigest {
    #[arg(value_name = "plan.toml")]
    pub plan: PathBuf,
    #[arg(long)]
    pub leave_out: bool,
    #[arg(long)]
    pub show: bool,
}

#[derive(Args)]
pub struct Whatif {
    #[arg(value_name = "scenarios.toml|merge")]
    pub scenarios: Option<PathBuf>,
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    #[arg(long)]
    pub template: bool,
    #[arg(long, value_name = "I/N")]
    pub shard: Option<String>,
    #[arg(long)]
    pub jobs: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    #[arg(long, value_name = "FILE", aliases = ["export", "plan"])]
    pub as_plan: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

/// Parses the process's arguments; on help, version or wrong usage, prints and exits as the exit codes say.
pub fn parse(language: &Language) -> Cli {
    let names: Vec<String> = Cli::command().get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = translated(Cli::command().disable_version_flag(true), "arg", &language.words)
        .about(language.words.plain("help-about"))
        .subcommand_help_heading(language.words.plain("help-commands"))
        .arg(
            flag("version", 'V', ArgAction::Version, language.words.plain("help-arg-version"))
                .help_heading(language.words.plain("help-options")),
        );
    for name in names {
        command = command.mut_subcommand(&name, |sub| {
            let about = language.words.plain(&format!("help-{name}"));
            let sub = translated(sub, &name, &language.words).about(about);
            if name == "whatif" { sub.after_help(language.words.plain("help-whatif-after")) } else { sub }
        });
    }
    let matches = command.get_matches();
    Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

/// A command with help in the user's language: texts of its arguments under `help-<name>-<argument>`, headings, and a
/// help flag of our own, since Clap's speaks English.
fn translated(command: clap::Command, name: &str, words: &Words) -> clap::Command {
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}", words.plain("help-usage"));
    let help = flag("help", 'h', ArgAction::Help, words.plain("help-arg-help"));
    command.help_template(template).disable_help_flag(true).arg(help).mut_args(|arg| {
        let heading = if arg.is_positional() { "help-arguments" } else { "help-options" };
        let mut arg = arg.help_heading(words.plain(heading));
        if arg.get_action().takes_values() {
            arg = arg.hide_possible_values(true).hide_default_value(true);
        }
        let key = match arg.get_id().as_str() {
            "help" => return arg,
            shared @ ("format" | "lang") => format!("help-arg-{shared}"),
            own => format!("help-{name}-{own}"),
        };
        arg.help(words.plain(&key))
    })
}

fn flag(name: &'static str, short: char, action: ArgAction, help: String) -> Arg {
    Arg::new(name).short(short).long(name).action(action).help(help)
}
