//! `gvm`: runs, watches and explains Go programs. One file a subcommand.

mod args;
mod asm;
mod check;
mod disasm;
mod explain;
mod files;
mod flight;
mod learn;
mod lesson;
mod packages;
mod replay;
mod run;
mod test_flags;
mod test_json;
mod testing;
mod trace;
mod trace_page;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    gvm_runtime::process::prepare_memory();
    let arguments = args::with_default_command(std::env::args().collect());
    if arguments.get(1..).is_some_and(|a| a == ["help", "trace-events"]) {
        print!("{}", gvm_trace::explain::table());
        return ExitCode::SUCCESS;
    }
    if arguments.get(1..).is_some_and(|a| a == ["help", "disasm-json"]) {
        print!("{}", gvm_disasm::json::SCHEMA);
        return ExitCode::SUCCESS;
    }
    let cli = args::Cli::parse_from(arguments);
    let status = match cli.command {
        args::Command::Run(r) => run::run(r),
        args::Command::Check(c) => check::check(c),
        args::Command::Learn(l) => learn::learn(&l),
        args::Command::Trace(t) => trace::trace(t),
        args::Command::Disasm(d) => disasm::disasm(d),
        args::Command::Asm(a) => asm::asm(a),
        args::Command::Explain(e) => explain::explain(e),
        args::Command::Test(t) => testing::test(&t.args),
        args::Command::TestProgram(t) => testing::program(t),
        args::Command::Version => {
            println!(
                "gvm version {} (Go 1.27 language) {}/{}",
                env!("CARGO_PKG_VERSION"),
                std::env::consts::OS,
                std::env::consts::ARCH
            );
            0
        }
    };
    // Threads of the program may still be in blocking calls.
    std::process::exit(status)
}
