//! `gvm run --replay=FILE`: a recorded run once more.
//!
//! What the log's header says decides how the program is run; the command line has no say in it.

use std::path::Path;

use gvm_trace::replay::Script;
use gvm_trace::{Header, Log};
use gvm_vm::{Loop, Options};

use crate::args::RunArgs;

/// A log that can be followed.
pub fn read(path: &Path) -> Result<Script, String> {
    let name = path.display();
    let fail = |e: String| format!("gvm: replay: {name}: {e}");
    let bytes = std::fs::read(path).map_err(|e| fail(e.to_string()))?;
    let script = Script::new(Log::read(&bytes).map_err(fail)?).map_err(fail)?;
    let (version, own) = (&script.header().version, env!("CARGO_PKG_VERSION"));
    if version != own {
        return Err(fail(format!("it was recorded by gvm {version}, this is {own}")));
    }
    Ok(script)
}

/// Options as the header has them. `given`: arguments of the program on the command line; they may be left out.
pub fn configure(header: &Header, options: &mut Options, given: &[String]) -> Result<(), String> {
    let r = &mut options.runtime;
    let mut args = Vec::new();
    for (name, value) in &header.options {
        let bad = || format!("gvm: replay: the log says {name} {value}, which this gvm cannot do");
        let number = || value.parse::<u64>().map_err(|_| bad());
        match name.as_str() {
            "seed" => r.seed = Some(number()?),
            "random" => r.random = Some(number()?),
            "procs" => r.procs = number()? as u32,
            "slice" => r.preempt_every = number()?,
            "preempt-every" => options.preempt_every = number()?,
            "gogc" => r.gc_percent = value.parse().map_err(|_| bad())?,
            "global-every" => r.global_every = number()? as u32,
            "gc-stress" => r.gc_stress = true,
            "no-steal" => r.no_steal = true,
            "no-runnext" => r.no_runnext = true,
            "arg" => args.push(value.clone()),
            "loop" => {
                let all = [Loop::Threaded, Loop::Match, Loop::Instrumented];
                options.looping = all.into_iter().find(|l| l.name() == value).ok_or_else(bad)?;
            }
            _ => return Err(bad()),
        }
    }
    if !given.is_empty() && given != args {
        return Err("gvm: replay: the program was recorded with other arguments".into());
    }
    options.args.truncate(1);
    options.args.extend(args);
    Ok(())
}

/// The run was recorded with `--preempt-every`: its code has maps everywhere.
pub fn all_maps(script: Option<&Script>, args: &RunArgs) -> bool {
    let recorded = script.and_then(|s| gvm_trace::replay::option(s.header(), "preempt-every"));
    recorded.is_some() || args.preempt_every.is_some()
}
