//! Times the programs of `bench/programs` in gvm, native Go and Lua, interleaved in one run, and
//! prints medians and ratios as a Markdown table:
//!
//!     cargo run --release -p gvm-bench --example compare -- --go /path/to/go [fib sieve …]
//!
//! What is not installed is left out. All outputs must agree. A line `metric NAME NUMBER UNIT` on
//! standard error is a figure that the program took itself.
#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use clap::Parser;

#[derive(Parser)]
struct Args {
    /// A real go, to build the native programs with.
    #[arg(long)]
    go: Option<PathBuf>,
    /// Runs of each program; the median counts.
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// Processors for Go programs (GOMAXPROCS); the default of each when not given.
    #[arg(long)]
    procs: Option<usize>,
    /// gvm's binary; built before this one by `cargo build --release`.
    #[arg(long, default_value = "target/release/gvm")]
    gvm: PathBuf,
    /// Names of programs, or parts of them; all when none is given.
    names: Vec<String>,
}

/// One way to run a program.
struct Contender {
    name: &'static str,
    command: Vec<String>,
}

/// What a run gave.
struct Run {
    seconds: f64,
    output: Vec<u8>,
    metrics: Vec<(String, f64, String)>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args = Args::parse();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs");
    let built = std::env::temp_dir().join(format!("gvm-bench-{}", std::process::id()));
    std::fs::create_dir_all(&built)?;
    let mut programs: Vec<PathBuf> = std::fs::read_dir(&folder)?
        .filter_map(|e| e.ok().map(|e| e.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "go"))
        .collect();
    programs.sort();
    println!("| program | by | seconds (median) | gvm takes | other figures |");
    println!("|---|---|---|---|---|");
    for program in programs {
        let name = program.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if args.names.is_empty() || args.names.iter().any(|n| name.contains(n.as_str())) {
            let contenders = contenders(&args, &program, &built.join(&name))?;
            compare(&args, &name, &contenders)?;
        }
    }
    std::fs::remove_dir_all(&built)?;
    Ok(())
}

fn contenders(
    args: &Args,
    program: &Path,
    native: &Path,
) -> Result<Vec<Contender>, Box<dyn std::error::Error>> {
    let text = |p: &Path| p.display().to_string();
    let mut list = vec![Contender {
        name: "gvm",
        command: vec![text(&args.gvm), "run".into(), text(program)],
    }];
    if program.file_stem().is_some_and(|s| s == "pingpong") {
        // What it costs to record eight events a hand-off.
        let log = native.with_extension("gvmlog");
        let trace = format!("--trace={}", log.display());
        let command = vec![text(&args.gvm), "run".into(), trace, text(program)];
        list.push(Contender { name: "gvm --trace", command });
    }
    if let Some(go) = &args.go {
        let built = Command::new(go).arg("build").arg("-o").arg(native).arg(program).status()?;
        if !built.success() {
            return Err(format!("{} does not build", program.display()).into());
        }
        list.push(Contender { name: "Go", command: vec![text(native)] });
    }
    let lua = program.with_extension("lua");
    if lua.exists() {
        for (name, command) in
            [("luajit -joff", vec!["luajit", "-joff"]), ("lua5.4", vec!["lua5.4"])]
        {
            let there = Command::new(command[0]).arg("-v").stdout(Stdio::null()).status().is_ok();
            if there {
                let mut command: Vec<String> = command.into_iter().map(String::from).collect();
                command.push(text(&lua));
                list.push(Contender { name, command });
            }
        }
    }
    Ok(list)
}

fn compare(
    args: &Args,
    name: &str,
    contenders: &[Contender],
) -> Result<(), Box<dyn std::error::Error>> {
    let mut runs: Vec<Vec<Run>> = contenders.iter().map(|_| Vec::new()).collect();
    for _ in 0..args.runs {
        for (c, list) in contenders.iter().zip(&mut runs) {
            list.push(run(args, c)?);
        }
    }
    let expected = &runs[0][0].output;
    for (c, list) in contenders.iter().zip(&runs) {
        if let Some(other) = list.iter().find(|r| r.output != *expected) {
            return Err(format!(
                "{name}: {} printed {:?}, gvm {:?}",
                c.name,
                String::from_utf8_lossy(&other.output),
                String::from_utf8_lossy(expected)
            )
            .into());
        }
    }
    let own = median(runs[0].iter().map(|r| r.seconds));
    for (c, list) in contenders.iter().zip(&runs) {
        let seconds = median(list.iter().map(|r| r.seconds));
        let ratio = if c.name == "gvm" {
            String::new()
        } else {
            format!("{:.2} × its time", own / seconds)
        };
        let mut figures: BTreeMap<(&str, &str), Vec<f64>> = BTreeMap::new();
        for (what, number, unit) in list.iter().flat_map(|r| &r.metrics) {
            figures.entry((what, unit)).or_default().push(*number);
        }
        let figures: Vec<String> = figures
            .into_iter()
            .map(|((what, unit), list)| format!("{what} {} {unit}", median(list.into_iter())))
            .collect();
        println!("| {name} | {} | {seconds:.3} | {ratio} | {} |", c.name, figures.join(", "));
    }
    Ok(())
}

fn run(args: &Args, c: &Contender) -> Result<Run, Box<dyn std::error::Error>> {
    let mut command = Command::new(&c.command[0]);
    command.args(&c.command[1..]);
    if let Some(n) = args.procs {
        command.env("GOMAXPROCS", n.to_string());
    }
    let started = Instant::now();
    let done = command.output()?;
    let seconds = started.elapsed().as_secs_f64();
    if !done.status.success() {
        return Err(format!("{:?}: {}", c.command, String::from_utf8_lossy(&done.stderr)).into());
    }
    let metrics = String::from_utf8_lossy(&done.stderr)
        .lines()
        .filter_map(|l| {
            let mut words = l.strip_prefix("metric ")?.split(' ');
            let (what, number, unit) = (words.next()?, words.next()?, words.next()?);
            Some((what.to_string(), number.parse().ok()?, unit.to_string()))
        })
        .collect();
    Ok(Run { seconds, output: done.stdout, metrics })
}

fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut list: Vec<f64> = numbers.collect();
    list.sort_by(f64::total_cmp);
    list[list.len() / 2]
}
