//! What the event log costs, as a Markdown table:
//!
//!     cargo build --release
//!     cargo run --release -p gvm-bench --example recording
//!
//! On: the processor time of each program recorded (`--trace`), as a multiple of its plain time, interleaved in
//! one run, medians; the bytes and events of its log. Instructions, where valgrind is there: of the plain run, of the
//! recorded one, and of the same program in a gvm without events, built by
//!
//!     cargo build --release -p gvm --features silent --target-dir target/silent
//!
//! and named with `--silent`. A run of the empty program is taken off each number of instructions, so that
//! they are those of the program alone.
#![forbid(unsafe_code)]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::Parser;

type Failed = Box<dyn std::error::Error>;

#[derive(Parser)]
struct Args {
    /// gvm's binary; built before this one by `cargo build --release`.
    #[arg(long, default_value = "target/release/gvm")]
    gvm: PathBuf,
    /// A gvm without events.
    #[arg(long)]
    silent: Option<PathBuf>,
    /// Runs of each kind; the median counts.
    #[arg(long, default_value_t = 9)]
    runs: usize,
}

/// The programs: name, the number of rounds to time and to count instructions of, and the source with
/// `ROUNDS` in place of the number.
const PROGRAMS: &[(&str, u64, u64, &str)] = &[
    ("calls", 10_000_000, 100_000, CALLS),
    ("ping-pong", 5_000_000, 50_000, PING_PONG),
    ("pipeline", 2_000_000, 50_000, PIPELINE),
];

const CALLS: &str = "package main

func f(n int) int {
	if n < 2 {
		return n
	}
	return f(n-2) + 1
}

func main() {
	x := 0
	for range ROUNDS {
		x += f(9)
	}
	println(x)
}
";

/// Two hand-offs a round.
const PING_PONG: &str = "package main

func main() {
	there, back := make(chan int), make(chan int)
	go func() {
		for v := range there {
			back <- v + 1
		}
		close(back)
	}()
	x := 0
	for range ROUNDS {
		there <- x
		x = <-back
	}
	close(there)
	println(x)
}
";

const PIPELINE: &str = "package main

func main() {
	a, b := make(chan int, 64), make(chan int, 64)
	go func() {
		for i := range ROUNDS {
			a <- i
		}
		close(a)
	}()
	go func() {
		for v := range a {
			b <- v * 2
		}
		close(b)
	}()
	s := 0
	for v := range b {
		s += v
	}
	println(s)
}
";

fn main() -> Result<(), Failed> {
    let args = Args::parse();
    let folder = std::env::temp_dir().join(format!("gvm-recording-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let done = table(&args, &folder);
    std::fs::remove_dir_all(&folder)?;
    done
}

fn table(args: &Args, folder: &Path) -> Result<(), Failed> {
    let log = folder.join("log.gvmlog");
    let trace = format!("--trace={}", log.display());
    let counts = Command::new("valgrind").arg("--version").stdout(Stdio::null()).status().is_ok();
    let empty = source(folder, "empty", "package main\n\nfunc main() {}\n")?;
    println!("| program | plain, s | recorded, s | ratio | events | bytes an event |");
    println!("|---|---|---|---|---|---|");
    for &(name, rounds, _, text) in PROGRAMS {
        let program = source(folder, name, &text.replace("ROUNDS", &rounds.to_string()))?;
        let (mut plain, mut recorded) = (Vec::new(), Vec::new());
        for _ in 0..args.runs {
            plain.push(seconds(&args.gvm, &["run"], &program)?);
            recorded.push(seconds(&args.gvm, &["run", &trace], &program)?);
        }
        let (plain, recorded) = (median(plain), median(recorded));
        let stats = Command::new(&args.gvm).args(["trace", "stats"]).arg(&log).output()?;
        let stats = String::from_utf8_lossy(&stats.stdout).into_owned();
        let events = stats.split(' ').next().and_then(|n| n.parse::<u64>().ok()).unwrap_or(0);
        let bytes = std::fs::metadata(&log)?.len() as f64 / events.max(1) as f64;
        let ratio = recorded / plain;
        println!("| {name} | {plain:.3} | {recorded:.3} | {ratio:.2} | {events} | {bytes:.2} |");
    }
    if !counts {
        return Ok(());
    }
    println!("\n| program | without events, instructions a round | off | recorded |");
    println!("|---|---|---|---|");
    for &(name, _, rounds, text) in PROGRAMS {
        let program = source(folder, name, &text.replace("ROUNDS", &rounds.to_string()))?;
        let each = |gvm: &Path, recorded: bool| -> Result<f64, Failed> {
            let count = |program: &Path| {
                let mut options = vec!["run"];
                options.extend(recorded.then_some(trace.as_str()));
                instructions(folder, gvm, &options, program)
            };
            Ok((count(&program)? as f64 - count(&empty)? as f64) / rounds as f64)
        };
        let (off, on) = (each(&args.gvm, false)?, each(&args.gvm, true)?);
        let silent = match &args.silent {
            Some(gvm) => {
                let n = each(gvm, false)?;
                format!("{n:.0} (off is {:+.1} %)", (off / n - 1.0) * 100.0)
            }
            None => String::new(),
        };
        println!("| {name} | {silent} | {off:.0} | {on:.0} |");
    }
    Ok(())
}

fn source(folder: &Path, name: &str, text: &str) -> Result<PathBuf, Failed> {
    let path = folder.join(format!("{name}.go"));
    std::fs::write(&path, text)?;
    Ok(path)
}

/// Processor time of a run, as the shell knows it: two lines of two times, the second of which is that of
/// what it ran.
fn seconds(gvm: &Path, options: &[&str], program: &Path) -> Result<f64, Failed> {
    let script = "\"$@\" >/dev/null 2>&1 && times";
    let mut command = Command::new("sh");
    let done = command.args(["-c", script, "sh"]).arg(gvm).args(options).arg(program).output()?;
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    let times = text.lines().nth(1).ok_or_else(|| format!("{command:?} fails"))?;
    let mut sum = 0.0;
    for time in times.split_whitespace() {
        let (minutes, seconds) = time.trim_end_matches('s').split_once('m').ok_or("no time")?;
        sum += minutes.parse::<f64>()? * 60.0 + seconds.parse::<f64>()?;
    }
    Ok(sum)
}

/// How many instructions a run takes, as callgrind counts them.
fn instructions(
    folder: &Path,
    gvm: &Path,
    options: &[&str],
    program: &Path,
) -> Result<u64, Failed> {
    let mut command = Command::new("valgrind");
    command.arg("--tool=callgrind");
    command.arg(format!("--callgrind-out-file={}", folder.join("callgrind").display()));
    let done = command.arg(gvm).args(options).arg(program).output()?;
    let text = String::from_utf8_lossy(&done.stderr).into_owned();
    let line = text.lines().find_map(|l| l.split("Collected :").nth(1));
    line.and_then(|n| n.trim().parse().ok()).ok_or_else(|| format!("no count: {text}").into())
}

fn median(mut list: Vec<f64>) -> f64 {
    list.sort_by(f64::total_cmp);
    list[list.len() / 2]
}
