//! `gvm run`

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};

use gvm_compiler::load::Inputs;
use gvm_compiler::{Settings, Stage};
use gvm_runtime::event::Replay;
use gvm_trace::{Log, deadlock, model};
use gvm_vm::{Finished, Loop, Options};

use crate::args::{LoopArg, RunArgs, TestProgramArgs};
use crate::files;
use crate::flight;
use crate::replay;
use crate::trace;

pub fn run(args: RunArgs) -> i32 {
    match start(args) {
        Ok(status) => status,
        Err(text) => {
            eprintln!("{text}");
            1
        }
    }
}

fn start(args: RunArgs) -> Result<i32, String> {
    let (inputs, rest) = files::split(&args.program)?;
    let script = args.replay.as_deref().map(replay::read).transpose()?;
    let all_maps = replay::all_maps(script.as_ref(), &args);
    let stage = if all_maps { Stage::ImageWithAllMaps } else { Stage::Image };
    let compiled = match files::compile(&inputs, Settings { stage, ..Settings::default() }) {
        Ok(c) => c,
        Err(e) => {
            eprintln!("{e}");
            return Ok(1);
        }
    };
    let Some(image) = compiled.image else {
        files::report(&compiled.text);
        return Ok(1);
    };
    let mut options = options(&args, &inputs);
    options.panics_with_nil = panics_with_nil(compiled.panics_with_nil);
    let name = args.program.first().cloned().unwrap_or_default();
    options.args = std::iter::once(name).chain(rest.iter().cloned()).collect();
    options.env = environment();
    if let Some(range) = &args.seeds {
        return seeds(image, &options, range);
    }
    let format = args.trace.as_deref().map(trace::format).transpose()?;
    let flight =
        args.flight.clone().map(|f| trace::format(&f).map(|format| (f, format))).transpose()?;
    options.runtime.trace = format.is_some() || args.explain || flight.is_some();
    if flight.is_some() {
        options.runtime.flight = args.flight_size.unwrap_or(flight::SIZE);
    }
    // After a deadlock a terminal is told why, as far as that costs next to nothing.
    let by_itself = !options.runtime.trace && script.is_none() && std::io::stderr().is_terminal();
    if by_itself {
        options.runtime.trace = true;
        options.runtime.trace_limit = EXPLAINED;
    }
    options.runtime.snapshot_every = 1000;
    if let Some(script) = script {
        replay::configure(script.header(), &mut options, &rest)?;
        options.runtime.trace = true;
        options.runtime.trace_limit = 0;
        options.runtime.replay = Some(Replay::new(script, options.root.clone()));
    }
    options.header = header(&options);
    if format == Some(trace::Format::Page) {
        // The page is made at once, from the files where they are.
        options.root.clear();
    }
    let code = (format == Some(trace::Format::Page)).then(|| image.clone());
    let end = gvm_vm::run(image, options).map_err(|e| format!("gvm: {e}"))?;
    if let Some(path) = args.ending
        && let Err(e) = std::fs::write(&path, ending(&end))
    {
        return Err(format!("gvm: {}: {e}", path.display()));
    }
    if end.deadlocked && by_itself && end.log.is_none() {
        // The explanation needs the events from the start on, and there were too many to keep them unasked.
        let program = args.program.first().map_or("", String::as_str);
        eprintln!("\nTo see who waits for whom, on what: gvm run --explain {program}");
    }
    let Some(log) = &end.log else { return Ok(end.status) };
    if args.explain || by_itself && end.deadlocked {
        explain(log)?;
    }
    if let Some((path, format)) = &flight {
        flight::land(path, *format, log)?;
    }
    if let (Some(path), Some(format)) = (args.trace, format)
        && let Err(e) = trace::save(&path, format, log, code.as_ref())
    {
        eprintln!("gvm: {e}");
        return Ok(if end.status == 0 { 1 } else { end.status });
    }
    Ok(end.status)
}

/// Compiles and runs a test program, with arguments that were checked before.
pub fn test_program(inputs: Inputs, args: TestProgramArgs) -> i32 {
    let run = RunArgs {
        seed: args.seed,
        procs: args.procs,
        preempt_every: args.preempt_every,
        looping: args.looping,
        gc_stress: args.gc_stress,
        ..RunArgs::default()
    };
    let stage = if run.preempt_every.is_some() { Stage::ImageWithAllMaps } else { Stage::Image };
    let result =
        files::compile(&inputs, Settings { stage, ..Settings::default() }).and_then(|compiled| {
            let Some(image) = compiled.image else { return Err(compiled.text) };
            let mut options = options(&run, &inputs);
            options.panics_with_nil = panics_with_nil(compiled.panics_with_nil);
            options.runtime.test_program = true;
            options.args = std::iter::once(args.name).chain(args.args).collect();
            options.env = environment();
            gvm_vm::run(image, options).map_err(|e| format!("gvm: {e}"))
        });
    match result {
        Ok(end) => end.status,
        Err(e) => {
            eprintln!("{}", e.trim_end());
            2
        }
    }
}

/// Bytes of events that a run on a terminal keeps unasked: about a million events, 30 ms.
const EXPLAINED: u64 = 8 << 20;

/// Ps of a run with a seed, where the machine must not matter.
pub const SEED_PROCS: u32 = 2;

/// The process's, as NAME=value.
pub fn environment() -> Vec<String> {
    std::env::vars_os()
        .map(|(name, value)| format!("{}={}", name.to_string_lossy(), value.to_string_lossy()))
        .collect()
}

fn options(args: &RunArgs, inputs: &Inputs) -> Options {
    let looping = match args.looping {
        None if args.preempt_every.is_some() => Loop::Instrumented,
        which => loop_of(which),
    };
    let mut options =
        Options { looping, preempt_every: args.preempt_every.unwrap_or(0), ..Options::default() };
    let r = &mut options.runtime;
    let simulated = args.preempt_every.is_some() || args.virtual_time || args.seeds.is_some();
    r.seed = args.seed.or(simulated.then_some(1));
    let variable = |name: &str| std::env::var(name).ok();
    r.procs = match (args.procs, r.seed) {
        (Some(n), _) => n,
        (None, Some(_)) => SEED_PROCS,
        (None, None) => (variable("GOMAXPROCS").and_then(|v| v.parse().ok()))
            .filter(|&n| n > 0)
            .unwrap_or(r.procs),
    };
    if let Some(n) = args.slice {
        r.preempt_every = n;
    }
    (r.no_steal, r.no_runnext) = (args.no_steal, args.no_runnext);
    if let Some(n) = args.global_every {
        r.global_every = n;
    }
    r.gc_stress = args.gc_stress;
    if let Some(v) = variable("GOGC") {
        let percent = if v == "off" { Some(-1) } else { v.parse().ok() };
        r.gc_percent = percent.unwrap_or(r.gc_percent);
    }
    let debug = variable("GODEBUG").unwrap_or_default();
    let setting = |name: &str| {
        let value = debug.split(',').filter_map(|s| s.split_once('=')).find(|(k, _)| *k == name);
        value.and_then(|(_, v)| v.parse::<u64>().ok())
    };
    r.schedtrace = args.schedtrace.or(setting("schedtrace")).unwrap_or(0) * 1_000_000;
    r.scheddetail = setting("scheddetail").unwrap_or(0) != 0;
    options.verify = args.verify || cfg!(debug_assertions);
    options.leaks = args.leaks;
    options.root = root(inputs);
    options
}

/// What the program says, unless `GODEBUG` says otherwise.
fn panics_with_nil(program: bool) -> bool {
    let debug = std::env::var("GODEBUG").unwrap_or_default();
    let last = debug.split(',').filter_map(|s| s.strip_prefix("panicnil=")).next_back();
    last.map_or(program, |v| v == "1")
}

/// The folder of the program.
fn root(inputs: &Inputs) -> String {
    let dir = match inputs {
        Inputs::Dir(d) => std::path::PathBuf::from(d),
        Inputs::Files(list) => {
            list.first().and_then(|f| std::path::Path::new(f).parent()).map_or_else(
                || ".".into(),
                |d| if d.as_os_str().is_empty() { ".".into() } else { d.to_path_buf() },
            )
        }
        _ => ".".into(),
    };
    std::path::absolute(&dir)
        .map(|d| d.components().collect::<std::path::PathBuf>().to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// What two runs must have in common to be the same run.
pub fn header(options: &Options) -> gvm_trace::Header {
    let r = &options.runtime;
    let mut list = vec![("procs", r.procs.to_string())];
    if let Some(seed) = r.seed {
        list.push(("seed", seed.to_string()));
        list.push(("slice", r.preempt_every.to_string()));
    }
    list.push(("loop", options.looping.name().into()));
    if options.preempt_every > 0 {
        list.push(("preempt-every", options.preempt_every.to_string()));
    }
    list.push(("gogc", r.gc_percent.to_string()));
    list.push(("global-every", r.global_every.to_string()));
    for (name, on) in
        [("gc-stress", r.gc_stress), ("no-steal", r.no_steal), ("no-runnext", r.no_runnext)]
    {
        if on {
            list.push((name, "true".into()));
        }
    }
    list.extend(options.args.iter().skip(1).map(|a| ("arg", a.clone())));
    gvm_trace::Header {
        version: env!("CARGO_PKG_VERSION").into(),
        image: String::new(),
        options: list.into_iter().map(|(k, v)| (k.to_string(), v)).collect(),
    }
}

/// After Go's own message: the deadlock in words.
fn explain(log: &gvm_trace::file::Pieces) -> Result<(), String> {
    use gvm_trace::Event;
    use gvm_trace::field::End;
    let log = Log::read(&log.concat()).map_err(|e| format!("gvm: {e}"))?;
    let dead =
        |r: &gvm_trace::Record| matches!(r.event, Event::ProgramEnd { why: End::Deadlock, .. });
    if log.records.iter().any(dead) {
        let m = model::replay(&log).map_err(|e| format!("gvm: {e}"))?;
        eprint!("\nwhy nobody can go on:\n{}", deadlock::explain(&log, &m));
    }
    Ok(())
}

/// Runs with each seed of `A..B` (both included) and prints each distinct outcome with its count and
/// the smallest seed that shows it.
fn seeds(image: gvm_bytecode::Image, options: &Options, range: &str) -> Result<i32, String> {
    let bad = || format!("gvm: --seeds={range}: it must be A..B, as in 1..200");
    let (a, b) = range.split_once("..").ok_or_else(bad)?;
    let (a, b): (u64, u64) = (a.parse().map_err(|_| bad())?, b.parse().map_err(|_| bad())?);
    if a > b {
        return Err(bad());
    }
    // Outcome to count and first seed.
    let mut outcomes: BTreeMap<(i32, [Vec<u8>; 2]), (u64, u64)> = BTreeMap::new();
    for seed in a..=b {
        let mut o = options.clone();
        o.runtime.seed = Some(seed);
        o.runtime.capture = true;
        let Finished { status, output, .. } =
            gvm_vm::run(image.clone(), o).map_err(|e| format!("gvm: {e}"))?;
        outcomes.entry((status, output)).or_insert((0, seed)).0 += 1;
    }
    let mut list: Vec<_> = outcomes.into_iter().collect();
    list.sort_by_key(|(_, (count, seed))| (std::cmp::Reverse(*count), *seed));
    let n = b - a + 1;
    let mut out = std::io::stdout().lock();
    // A closed pipe ends the report.
    let many = |n: u64| if n == 1 { "" } else { "s" };
    let found = list.len() as u64;
    let _ = writeln!(out, "{n} seed{}, {found} outcome{}", many(n), many(found));
    for ((status, [stdout, stderr]), (count, seed)) in &list {
        let _ = writeln!(
            out,
            "\n{count} of {n} seed{}, the first is {seed}: exit status {status}",
            many(n)
        );
        for text in [stdout, stderr] {
            let text = String::from_utf8_lossy(text);
            let lines: Vec<&str> = text.lines().collect();
            for l in lines.iter().take(10) {
                let _ = writeln!(out, "    {l}");
            }
            if lines.len() > 10 {
                let _ = writeln!(out, "    … {} more lines", lines.len() - 10);
            }
        }
    }
    Ok(0)
}

pub fn loop_of(which: Option<LoopArg>) -> Loop {
    match which {
        Some(LoopArg::Match) => Loop::Match,
        Some(LoopArg::Instrumented) => Loop::Instrumented,
        Some(LoopArg::Threaded) | None => Loop::Threaded,
    }
}

/// What `--ending` reports: a program that exits with 0 has not always come to the end of main.
fn ending(e: &gvm_vm::Finished) -> String {
    if e.main_returned { "main returned\n".into() } else { format!("exit {}\n", e.status) }
}
