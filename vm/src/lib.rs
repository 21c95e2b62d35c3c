//! The virtual machine of gvm: linking, frames, the three loops, panics and unwinding.
//!
//! It knows nothing about Go syntax. `run` is the way in; the scheduler drives it through `Machine`.

pub mod code;
pub mod frame;
pub mod handlers;
pub mod instrumented;
pub mod link;
pub mod machine;
pub mod match_loop;
pub mod panic;
pub mod threaded;

use std::sync::Arc;
use std::sync::atomic::Ordering;

use gvm_bytecode::Image;
use gvm_runtime::runtime::{Globals, Runtime};
pub use gvm_trace;

/// Which of the three loops runs the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Loop {
    #[default]
    Threaded,
    Match,
    /// Counts every instruction.
    Instrumented,
}

/// How a program is run.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub looping: Loop,
    /// Instructions between switches in the instrumented loop; 0: as the scheduler says.
    pub preempt_every: u64,
    /// In the instrumented loop: count how often each cell is executed.
    pub profile: bool,
    /// Refuse what the verifier refuses. Off, the image must come from this build's compiler.
    pub verify: bool,
    pub runtime: gvm_runtime::runtime::Options,
    /// `os.Args`.
    pub args: Vec<String>,
    pub env: Vec<String>,
    /// What the event log's header says of the run; the image's hash is filled in.
    pub header: gvm_trace::Header,
    /// The program's folder: in the event log file names are relative to it.
    pub root: String,
    /// When the program has ended, report goroutines that could never have run again.
    pub leaks: bool,
}

/// How a run ended.
#[derive(Debug)]
pub struct Finished {
    pub status: i32,
    /// By the return of `main.main`, not by `os.Exit`, a panic or a fatal error.
    pub main_returned: bool,
    /// All goroutines waited.
    pub deadlocked: bool,
    /// What the program wrote to standard output and standard error, when it was kept.
    pub output: [Vec<u8>; 2],
    /// The event log, when one was wanted.
    pub log: Option<gvm_trace::file::Pieces>,
    /// With `Options::profile`.
    pub profile: Option<Counts>,
}

/// How often instructions were executed.
#[derive(Clone, Debug)]
pub struct Counts {
    /// By function and cell.
    pub cells: Vec<Vec<u64>>,
    /// In cells of the VM's own.
    pub outside: u64,
    /// All instructions, counted on their own: the sum of the others.
    pub steps: u64,
}

/// Loads and runs a program.
pub fn run(image: Image, mut options: Options) -> Result<Finished, String> {
    if options.runtime.trace {
        options.header.image = hash(&image);
    }
    if options.verify {
        gvm_bytecode::verify::image(&image).map_err(|e| format!("bad bytecode: {e}"))?;
    }
    let Some(entry) = image.entry else { return Err("the program has no entry".into()) };
    let mut names: Vec<(u32, String)> =
        image.globals.iter().map(|g| (g.offset, g.name.clone())).collect();
    names.sort_unstable();
    let globals_size = image.globals_size as u64;
    let globals: Vec<(u32, u32)> = image.globals.iter().map(|g| (g.offset, g.typ.0)).collect();
    let biggest = image.types.iter().map(|t| t.size as usize).max().unwrap_or(0);
    let type_count = image.types.len();
    let adapters = link::adapters(&image);
    let code = Arc::new(link::link(image, &options)?);
    let mut rt = Runtime::new(options.runtime);
    rt.types = code.types;
    rt.made_types.count = type_count;
    rt.made_types.adapters = adapters;
    rt.zero = vec![0; biggest.div_ceil(8).max(128)].into_boxed_slice();
    rt.globals = Globals {
        base: code.globals,
        bytes: globals_size,
        typed: globals
            .into_iter()
            .map(|(offset, t)| (offset, code.types.wrapping_add(t as usize)))
            .collect(),
        names,
    };
    rt.statics = code.statics(globals_size);
    rt.args = options.args;
    rt.env = options.env;
    let closure = code.closures.wrapping_add(entry.index()) as u64;
    rt.machine = Box::new(machine::Interpreter { code: code.clone() });
    let status = gvm_runtime::sched::run(&rt, closure);
    let log = rt
        .log
        .get()
        .filter(|l| rt.recording() && l.is_whole())
        .map(|l| l.file(&rt, &options.header, &options.root, true));
    if options.leaks && status == 0 && !rt.sched.threads_left() {
        let text = gvm_runtime::sched::leaks(&rt);
        rt.print_error(&text);
    }
    let output = rt.host.take_output();
    let profile = code.profile.as_ref().map(|p| Counts {
        cells: p.counts(),
        outside: p.outside.load(Ordering::Relaxed),
        steps: p.steps.load(Ordering::Relaxed),
    });
    let deadlocked = rt.deadlocked.load(Ordering::Relaxed);
    let main_returned = rt.main_returned.load(Ordering::Relaxed);
    if rt.sched.threads_left() {
        // A thread in a blocking call still uses it; the process ends soon.
        std::mem::forget((rt, code));
    }
    Ok(Finished { status, main_returned, deadlocked, output, log, profile })
}

/// A number that changes with the program (Fowler, Noll and Vo's FNV-1a, 64 bits).
fn hash(image: &Image) -> String {
    let mut h = 0xcbf2_9ce4_8422_2325u64;
    let mut eat = |bytes: &[u8]| {
        for &b in bytes {
            h = (h ^ b as u64).wrapping_mul(0x100_0000_01b3);
        }
    };
    for f in &image.funcs {
        eat(f.name.as_bytes());
        for c in &f.code {
            [c.op, c.a, c.b, c.c].iter().for_each(|x| eat(&x.to_le_bytes()));
        }
    }
    format!("{h:016x}")
}
