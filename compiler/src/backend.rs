//! The back end: lowered functions to image functions. Inlining looks at all of them; the rest is
//! one function at a time, on as many threads as there are processors, with the same result for any
//! number of them.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use gvm_bytecode::image::{FuncEntry, func_flags};

use crate::emit::{TooBig, emit};
use crate::ir::{self, Func};

/// A thread is worth starting for this many functions.
const SHARE: usize = 40;
/// Functions that a thread takes at a time.
const BATCH: usize = 8;

/// What came of one function.
pub struct Finished {
    /// The function's number.
    pub id: usize,
    pub entry: Result<FuncEntry, TooBig>,
    /// The optimised function as text, of the program's own functions when asked for.
    pub ir: Option<String>,
}

#[derive(Clone, Copy)]
pub struct Options {
    /// A pointer map at every instruction.
    pub maps_everywhere: bool,
    pub keep_ir: bool,
    pub optimise: bool,
}

/// Finishes all functions; those without a body are `None`. In the order of their numbers.
pub fn run(
    mut bodies: Vec<Option<Func>>,
    options: Options,
) -> (Vec<Finished>, ir::inline::Inlined) {
    let inlined = match options.optimise {
        true => ir::inline::run(&mut bodies),
        false => ir::inline::Inlined::nothing(bodies.len()),
    };
    let work: Vec<(usize, bool, Mutex<Option<Func>>)> = bodies
        .into_iter()
        .enumerate()
        .filter(|(_, f)| f.is_some())
        .map(|(id, f)| (id, !inlined.taken[id].is_empty(), Mutex::new(f)))
        .collect();
    let next = AtomicUsize::new(0);
    let finish_some = || {
        let mut out = Vec::new();
        loop {
            let from = next.fetch_add(BATCH, Ordering::Relaxed);
            let Some(batch) = work.get(from..work.len().min(from + BATCH)) else { return out };
            for (id, changed, f) in batch {
                let f = f.lock().expect("no thread panics with it").take();
                out.extend(f.map(|f| finish(*id, f, *changed, options)));
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, |n| n.get());
    let threads = threads.min(work.len() / SHARE + 1);
    let mut all = std::thread::scope(|s| {
        let others: Vec<_> = (1..threads).map(|_| s.spawn(finish_some)).collect();
        let mut all = finish_some();
        for t in others {
            match t.join() {
                Ok(more) => all.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    });
    all.sort_unstable_by_key(|f| f.id);
    (all, inlined)
}

fn finish(id: usize, mut f: Func, changed: bool, options: Options) -> Finished {
    if changed {
        debug_check(&f, "inlining");
        ir::opt::run(&mut f);
        debug_check(&f, "optimisation after inlining");
    }
    if options.optimise && !options.maps_everywhere {
        ir::update::run(&mut f);
        debug_check(&f, "updates in place");
    }
    if options.optimise {
        ir::constants::hoist(&mut f);
        debug_check(&f, "hoisting of constants");
    }
    let own = f.flags & func_flags::LIBRARY == 0;
    let text = (options.keep_ir && own).then(|| ir::print::print(&f));
    Finished { id, entry: emit(&f, options.maps_everywhere), ir: text }
}

/// In debug builds a broken function is found where it was made.
pub fn debug_check(f: &Func, stage: &str) {
    if cfg!(debug_assertions)
        && let Err(e) = ir::validate::validate(f)
    {
        panic!("IR of {} is broken after {stage}: {e}\n{}", f.name, ir::print::print(f));
    }
}
