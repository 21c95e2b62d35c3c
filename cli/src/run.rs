//! `gvm run`

use gvm_compiler::{Settings, Stage};
use gvm_vm::{Loop, Options};

use crate::args::{LoopArg, RunArgs};
use crate::files;
use crate::trace;

pub fn run(args: RunArgs) -> i32 {
    let (inputs, rest) = match files::split(&args.program) {
        Ok(x) => x,
        Err(e) => {
            eprintln!("{e}");
            return 1;
        }
    };
    let stage = if args.preempt_every.is_some() { Stage::ImageWithAllMaps } else { Stage::Image };
    let compiled = match files::compile(&inputs, Settings { stage, limit: Some(10), go: None }) {
        Ok(c) => c,
        Err(e) => {
            eprintln!("{e}");
            return 1;
        }
    };
    let Some(image) = compiled.image else {
        files::report(&compiled.text);
        return 1;
    };
    let looping = match args.looping {
        None if args.preempt_every.is_some() => Loop::Instrumented,
        which => loop_of(which),
    };
    let mut options =
        Options { looping, preempt_every: args.preempt_every.unwrap_or(0), ..Options::default() };
    options.runtime.seed = args.seed.or(args.preempt_every.map(|_| 1));
    if let Some(p) = args.procs.or_else(|| {
        std::env::var("GOMAXPROCS").ok().and_then(|v| v.parse().ok()).filter(|&n| n > 0)
    }) {
        options.runtime.procs = p;
    }
    options.verify = args.verify || cfg!(debug_assertions);
    options.runtime.gc_stress = args.gc_stress;
    if let Some(percent) =
        std::env::var("GOGC").ok().and_then(|v| if v == "off" { Some(-1) } else { v.parse().ok() })
    {
        options.runtime.gc_percent = percent;
    }
    let format = match args.trace.as_deref().map(trace::format).transpose() {
        Ok(f) => f,
        Err(e) => {
            eprintln!("{e}");
            return 1;
        }
    };
    options.runtime.trace = format.is_some();
    options.runtime.snapshot_every = 1000;
    options.header = header(&options);
    let name = args.program.first().cloned().unwrap_or_default();
    options.args = std::iter::once(name).chain(rest).collect();
    options.env = std::env::vars().map(|(k, v)| format!("{k}={v}")).collect();
    let code = (format == Some(trace::Format::Page)).then(|| image.clone());
    match gvm_vm::run(image, options) {
        Ok(end) => {
            if let Some(path) = args.ending
                && let Err(e) = std::fs::write(&path, ending(&end))
            {
                eprintln!("gvm: {}: {e}", path.display());
                return 1;
            }
            if let (Some(path), Some(format), Some(log)) = (args.trace, format, end.log)
                && let Err(e) = trace::save(&path, format, &log, code.as_ref())
            {
                eprintln!("gvm: {e}");
                return if end.status == 0 { 1 } else { end.status };
            }
            end.status
        }
        Err(e) => {
            eprintln!("gvm: {e}");
            1
        }
    }
}

/// What two runs must have in common to be the same run.
pub fn header(options: &Options) -> gvm_trace::Header {
    let r = &options.runtime;
    let mut list = vec![("procs", r.procs.to_string())];
    if let Some(seed) = r.seed {
        list.push(("seed", seed.to_string()));
    }
    list.push(("loop", format!("{:?}", options.looping).to_lowercase()));
    if options.preempt_every > 0 {
        list.push(("preempt-every", options.preempt_every.to_string()));
    }
    list.push(("gogc", r.gc_percent.to_string()));
    if r.gc_stress {
        list.push(("gc-stress", "true".into()));
    }
    gvm_trace::Header {
        version: env!("CARGO_PKG_VERSION").into(),
        image: String::new(),
        options: list.into_iter().map(|(k, v)| (k.to_string(), v)).collect(),
    }
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
