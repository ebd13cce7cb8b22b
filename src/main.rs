//! The `mixplan` command; everything is in [`mixplan::cli`].

fn main() -> std::process::ExitCode {
    mixplan::cli::run()
}
