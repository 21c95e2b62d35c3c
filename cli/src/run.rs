//! `gvm run`

use gvm_compiler::{Stage, compile};
use gvm_vm::{Loop, Options, Trace, TraceFormat};

use crate::args::{LoopArg, RunArgs};
use crate::files::{self, Disk};

pub fn run(args: RunArgs) -> i32 {
    let (inputs, rest) = match files::split(&args.program) {
        Ok(x) => x,
        Err(e) => {
            eprintln!("{e}");
            return 1;
        }
    };
    let stage = if args.preempt_every.is_some() { Stage::ImageWithAllMaps } else { Stage::Image };
    let compiled = match compile(&Disk, &inputs, stage, Some(10)) {
        Ok(c) => c,
        Err(e) => {
            eprint!("{}", e.0);
            return 1;
        }
    };
    let Some(image) = compiled.image else {
        files::report(&compiled.text);
        return 1;
    };
    let looping = match args.looping {
        Some(LoopArg::Match) => Loop::Match,
        Some(LoopArg::Instrumented) => Loop::Instrumented,
        Some(LoopArg::Threaded) => Loop::Threaded,
        None if args.preempt_every.is_some() => Loop::Instrumented,
        None => Loop::Threaded,
    };
    let mut options =
        Options { looping, preempt_every: args.preempt_every.unwrap_or(0), ..Options::default() };
    options.runtime.seed = args.seed.or(args.preempt_every.map(|_| 1));
    if let Some(p) = args.procs.or_else(|| {
        std::env::var("GOMAXPROCS").ok().and_then(|v| v.parse().ok()).filter(|&n| n > 0)
    }) {
        options.runtime.procs = p;
    }
    options.runtime.gc_stress = args.gc_stress;
    if let Some(percent) =
        std::env::var("GOGC").ok().and_then(|v| if v == "off" { Some(-1) } else { v.parse().ok() })
    {
        options.runtime.gc_percent = percent;
    }
    options.runtime.trace = match trace(args.trace) {
        Ok(t) => t,
        Err(e) => {
            eprintln!("{e}");
            return 1;
        }
    };
    let name = args.program.first().cloned().unwrap_or_default();
    options.args = std::iter::once(name).chain(rest).collect();
    options.env = std::env::vars().map(|(k, v)| format!("{k}={v}")).collect();
    match gvm_vm::run(image, options) {
        Ok(status) => status,
        Err(e) => {
            eprintln!("gvm: {e}");
            1
        }
    }
}

fn trace(path: Option<std::path::PathBuf>) -> Result<Option<Trace>, String> {
    let Some(path) = path else { return Ok(None) };
    let format = match path.extension().and_then(|e| e.to_str()) {
        Some("trace") => TraceFormat::Go,
        Some("txt") => TraceFormat::Text,
        _ => {
            return Err(format!(
                "gvm: --trace={}: the name must end in .trace or .txt",
                path.display()
            ));
        }
    };
    Ok(Some(Trace { path, format }))
}
