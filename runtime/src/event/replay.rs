//! `--replay`: each event of the run is compared with the recorded one, and the first that differs
//! ends the process: nothing that the program does after it may be seen.

use std::sync::Arc;

use gvm_trace::kind::Recorded;
use gvm_trace::replay::{Happened, Script};
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
    /// The program's folder: names of files in stacks are relative to it.
    root: String,
}

impl std::fmt::Debug for Replay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Replay({:?})", self.script.lock().header())
    }
}

impl Replay {
    pub fn new(script: Script, root: String) -> Replay {
        Replay { script: Arc::new(Mutex::new(script)), root }
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
    }

    pub(super) fn new_tables(&self, m: u32) {
        self.script.lock().new_tables(Log::number(m));
    }
}

fn diverged(rt: &Runtime, what: &str) -> ! {
    rt.print_error(&format!("gvm: replay: {what}\n"));
    std::process::exit(DIVERGED)
}
