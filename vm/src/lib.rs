//! The virtual machine of gvm: linking, frames, the three loops, panics and unwinding.
//!
//! It knows nothing about Go syntax. `run` is the way in; the scheduler drives it through `Machine`.

pub mod code;
pub mod flow;
pub mod frame;
pub mod handlers;
pub mod instrumented;
pub mod link;
pub mod machine;
pub mod match_loop;
pub mod panic;
pub mod threaded;
pub mod traps;

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

impl Loop {
    /// As the event log's header has it.
    pub fn name(self) -> &'static str {
        match self {
            Loop::Threaded => "threaded",
            Loop::Match => "match",
            Loop::Instrumented => "instrumented",
        }
    }
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
    /// `panic(nil)` panics with nil, as before Go 1.21.
    pub panics_with_nil: bool,
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
    let replay = options.runtime.replay.clone();
    if replay.as_ref().is_some_and(|r| r.image() != options.header.image) {
        return Err("replay: the program is not the one that was recorded".into());
    }
    if replay.as_ref().is_some_and(|r| r.of_threads()) {
        // One thread, and the loop that can wait before an instruction.
        options.runtime.seed = Some(0);
        options.runtime.gc_percent = -1;
        options.looping = Loop::Instrumented;
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
    options.runtime.may_trace = image.natives.iter().any(|n| n.name.starts_with("runtime/trace."));
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
    rt.statics = code.statics(globals_size, &rt.zero);
    rt.args = options.args;
    rt.env = options.env;
    if rt.inputs {
        options.header.options.push(("random".into(), rt.random.to_string()));
    }
    if let Some(level) = rt.env.iter().find_map(|e| e.strip_prefix("GOTRACEBACK=")) {
        *rt.traceback.get_mut() = gvm_runtime::runtime::traceback_level(level.as_bytes());
    }
    let closure = code.closures.wrapping_add(entry.index()) as u64;
    rt.machine = Box::new(machine::Interpreter { code: code.clone() });
    let mut status = gvm_runtime::sched::run(&rt, closure);
    if let Some(Err(e)) = replay.map(|r| r.end()) {
        rt.print_error(&format!("gvm: replay: {e}\n"));
        status = gvm_runtime::event::DIVERGED;
    }
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

/// A number that changes with the program (Fowler, Noll and Vo's FNV-1a, on words of 64 bits): with its code, what
/// it refers to, and where in its files that stands; not with where the files are.
fn hash(image: &Image) -> String {
    let mut h = 0xcbf2_9ce4_8422_2325u64;
    let mut eat = |word: u64| h = (h ^ word).wrapping_mul(0x100_0000_01b3).rotate_left(29);
    fn eat_bytes(bytes: &[u8], eat: &mut impl FnMut(u64)) {
        eat(bytes.len() as u64);
        for part in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..part.len()].copy_from_slice(part);
            eat(u64::from_le_bytes(word));
        }
    }
    for f in &image.funcs {
        eat_bytes(f.name.as_bytes(), &mut eat);
        for c in &f.code {
            let [a, b, c, d] = [c.op, c.a, c.b, c.c].map(u64::from);
            eat(a | b << 16 | c << 32 | d << 48);
        }
        for (pc, place, site) in &f.lines {
            eat((*pc as u64) << 32 | *site as u64);
            eat((place.line as u64) << 32 | place.column as u64);
        }
    }
    for d in &image.data {
        eat_bytes(&d.bytes, &mut eat);
    }
    let names = image.types.iter().map(|t| &t.string);
    let names = names.chain(image.natives.iter().map(|n| &n.name));
    for name in names.chain(image.globals.iter().map(|g| &g.name)) {
        eat_bytes(name.as_bytes(), &mut eat);
    }
    format!("{h:016x}")
}
