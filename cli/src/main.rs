//! `gvm`: the command line. One file a subcommand; no logic of its own.
fn main() {
    eprintln!("gvm: not supported yet");
    std::process::exit(2);
}
