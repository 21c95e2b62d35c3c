//! `--replay`: each event of the run is compared with the recorded one, and the first that differs
//! ends the process: nothing that the program does after it may be seen.

use std::collections::HashMap;
use std::sync::Arc;

use gvm_trace::Event;
use gvm_trace::kind::Recorded;
use gvm_trace::replay::{Happened, Order, Script};
use parking_lot::Mutex;

use super::Log;
use super::buffer::{Buffer, Own};
use crate::runtime::Runtime;

/// Exit status of a run that is not the recorded one.
pub const DIVERGED: i32 = 3;

/// The run that is to be repeated.
#[derive(Clone)]
pub struct Replay {
    script: Arc<Mutex<Script>>,
    seen: Arc<Mutex<Seen>>,
    /// The program's folder: names of files in stacks are relative to it.
    root: String,
}

/// Of a run on real threads: what `sched::replay` has to know of goroutines.
#[derive(Default)]
struct Seen {
    /// Addresses of Gs by number.
    gs: HashMap<u64, u64>,
    /// The one that ran left as it was not its turn.
    waits: bool,
}

impl std::fmt::Debug for Replay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Replay({:?})", self.script.lock().header())
    }
}

impl Replay {
    pub fn new(script: Script, root: String) -> Replay {
        Replay { script: Arc::new(Mutex::new(script)), seen: Arc::default(), root }
    }

    /// It was recorded on real threads: `sched::replay` follows it.
    pub fn of_threads(&self) -> bool {
        self.script.lock().order().is_some()
    }

    /// What the goroutine that runs was told next.
    pub(crate) fn input(&self) -> Option<Vec<u64>> {
        match self.script.lock().coming()? {
            Event::Input { values } => Some(values.clone()),
            _ => None,
        }
    }

    /// Of a run with a seed: whether the blocking call that has just been made comes back at once.
    pub(crate) fn call_comes_back(&self) -> bool {
        let mut script = self.script.lock();
        matches!(
            script.coming(),
            Some(Event::Input { .. } | Event::SyscallExit { .. } | Event::SyscallExitBlocked {})
        )
    }

    /// Of a run with a seed: whether the next event is that the M's call gives something, now.
    pub(crate) fn input_comes(&self, m: u32, now: u64) -> bool {
        self.script.lock().input_comes(Log::number(m), now)
    }

    pub(super) fn number(&self) -> Option<u64> {
        match *self.script.lock().order()?.next()? {
            Event::GoCreate { g: n, .. }
            | Event::ChanMake { ch: n, .. }
            | Event::ObjectNew { object: n, .. }
            | Event::TaskBegin { task: n, .. } => Some(n),
            _ => None,
        }
    }

    /// Does something with the order of events of real threads.
    pub(crate) fn order<R>(&self, act: impl FnOnce(&mut Order<'_>) -> R) -> R {
        let mut script = self.script.lock();
        act(&mut script.order().expect("a run on real threads"))
    }

    pub(crate) fn knows(&self, g: u64, address: u64) {
        self.seen.lock().gs.insert(g, address);
    }

    pub(crate) fn goroutine(&self, g: u64) -> Option<u64> {
        self.seen.lock().gs.get(&g).copied()
    }

    pub(crate) fn waits(&self, yes: bool) {
        self.seen.lock().waits = yes;
    }

    pub(crate) fn waiting(&self) -> bool {
        self.seen.lock().waits
    }

    /// The run cannot go on as recorded: the process ends.
    pub(crate) fn fail(&self, rt: &Runtime, now: &str) -> ! {
        let text = self.script.lock().stuck(now);
        diverged(rt, &text)
    }

    /// Hash of the image that was recorded.
    pub fn image(&self) -> String {
        self.script.lock().header().image.clone()
    }

    /// The program is over. The error says how far the recorded run went.
    pub fn end(&self) -> Result<(), String> {
        self.script.lock().end()
    }

    /// An event has just been recorded.
    #[cold]
    #[inline(never)]
    pub(super) fn compare<E: Recorded>(
        &self,
        rt: &Runtime,
        buffer: &Buffer,
        own: &Own,
        m: u32,
        event: &E,
    ) {
        let mut fields = Vec::new();
        event.put_fields(&mut fields);
        let m = Log::number(m);
        let h = Happened { time: own.time(), m, kind: event.kind(), fields: &fields };
        let mut script = self.script.lock();
        let result = buffer.tables(|tables| {
            script.next(h, tables, &mut |place| super::described(rt, &self.root, place))
        });
        if let Err(e) = result {
            diverged(rt, &e);
        }
        if rt.follows && script.order().is_some_and(|mut o| o.stops()) {
            rt.sched.stop_soon();
        }
    }

    pub(super) fn new_tables(&self, m: u32) {
        self.script.lock().new_tables(Log::number(m));
    }
}

fn diverged(rt: &Runtime, what: &str) -> ! {
    rt.print_error(&format!("gvm: replay: {what}\n"));
    std::process::exit(DIVERGED)
}
