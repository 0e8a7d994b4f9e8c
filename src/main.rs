//! Reads the command line, the environment and the clock; runs; prints the error; gives the exit code. Nothing else.

use std::io::IsTerminal;
use std::process::ExitCode;

use foliocheck::cli::{Cli, Color};
use foliocheck::deliver::console;
use foliocheck::exit;
use foliocheck::facts::Instant;
use foliocheck::run::{Machine, run};

fn main() -> ExitCode {
    let cli = match Cli::read(std::env::args_os()) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and the version are "errors" that go to standard output.
            let _ = error.print();
            return if error.use_stderr() { exit::USAGE } else { exit::OK }.into();
        }
    };
    let machine = machine(cli.global.color);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let outcome = match runtime {
        Ok(runtime) => {
            let outcome = runtime.block_on(run(cli, &machine));
            // A name that is still being looked up is not waited for.
            runtime.shutdown_background();
            outcome
        }
        Err(error) => Err(error.into()),
    };
    match outcome {
        Ok(code) => code.into(),
        Err(error) => {
            console::write_remark(&format!("foliocheck: {error}"));
            error.code().into()
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that reads the environment and the clock"
)]
fn machine(color: Color) -> Machine {
    match color {
        Color::Auto => anstream::ColorChoice::Auto,
        Color::Always => anstream::ColorChoice::AlwaysAnsi,
        Color::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    let is_terminal = std::io::stdout().is_terminal();
    Machine {
        environment: std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect(),
        now: Instant::from_timestamp(jiff::Timestamp::now()),
        columns: terminal_size::terminal_size().filter(|_| is_terminal).map(|(width, _)| width.0.into()),
        has_color: color == Color::Always || is_terminal,
        is_folder: |path| std::path::Path::new(path).is_dir(),
        is_file: |path| std::path::Path::new(path).is_file(),
    }
}
