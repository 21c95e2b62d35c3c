//! The event log: what scheduler, channels, timers and collector decided, in one order.
//!
//! Off, it is one branch. The writers only read records; state is rebuilt from them alone.

mod gotrace;
mod text;

use parking_lot::Mutex;

use crate::g::{G, WaitReason};
use crate::machine::Frame;
use crate::runtime::{Runtime, Trace, TraceFormat};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChanOp {
    /// Into the buffer.
    Send,
    /// To a waiting receiver.
    SendDirect,
    /// From the buffer; a waiting sender may have filled the place.
    Recv,
    RecvDirect,
    RecvClosed,
    Close,
}

/// What is reported. Gs are passed where their frames are wanted.
#[derive(Clone, Copy)]
pub enum Event<'a> {
    ProcsChange {
        n: u32,
    },
    ProcStart {
        p: u32,
    },
    ProcStop {
        p: u32,
    },
    /// Taken from an M in a blocking call.
    ProcSteal {
        p: u32,
        from: u32,
    },
    /// Gs moved from one run queue to another.
    Steal {
        from: u32,
        to: u32,
        n: u32,
    },
    GoCreate {
        g: &'a G,
        parent: u64,
    },
    GoStart {
        g: u64,
        p: u32,
    },
    GoStop {
        g: &'a G,
        reason: &'static str,
    },
    GoBlock {
        g: &'a G,
    },
    GoUnblock {
        g: u64,
        by: u64,
    },
    GoDestroy {
        g: u64,
    },
    SyscallBegin {
        g: &'a G,
        p: u32,
    },
    SyscallEnd {
        g: u64,
        p: u32,
    },
    SyscallEndBlocked {
        g: u64,
    },
    StwBegin,
    StwEnd,
    GcBegin,
    GcEnd,
    TimerFire {
        id: u64,
    },
    /// `peer`: the goroutine that waited at the other end, or 0.
    Chan {
        op: ChanOp,
        chan: u64,
        seq: u64,
        g: u64,
        peer: u64,
        len: u64,
        cap: u64,
    },
}

/// A record owns what it says.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    ProcsChange { n: u32 },
    ProcStart { p: u32 },
    ProcStop { p: u32 },
    ProcSteal { p: u32, from: u32 },
    Steal { from: u32, to: u32, n: u32 },
    GoCreate { g: u64, parent: u64, stack: Vec<Frame> },
    GoStart { g: u64, p: u32 },
    GoStop { g: u64, reason: &'static str, stack: Vec<Frame> },
    GoBlock { g: u64, reason: WaitReason, stack: Vec<Frame> },
    GoUnblock { g: u64, by: u64 },
    GoDestroy { g: u64 },
    SyscallBegin { g: u64, p: u32, stack: Vec<Frame> },
    SyscallEnd { g: u64, p: u32 },
    SyscallEndBlocked { g: u64 },
    StwBegin,
    StwEnd,
    GcBegin,
    GcEnd,
    TimerFire { id: u64 },
    Chan { op: ChanOp, chan: u64, seq: u64, g: u64, peer: u64, len: u64, cap: u64 },
}

#[derive(Clone, Debug)]
pub struct Record {
    pub time: u64,
    pub m: u32,
    pub what: What,
}

pub struct Log {
    records: Mutex<Vec<Record>>,
    trace: Trace,
}

impl Log {
    pub fn new(trace: Trace) -> Log {
        Log { records: Mutex::default(), trace }
    }

    #[cold]
    pub(crate) fn record(&self, rt: &Runtime, m: u32, event: Event<'_>) {
        let frames =
            |g: &G| rt.machine.frames(g).into_iter().filter(|f| !f.wrapper).collect::<Vec<_>>();
        let what = match event {
            Event::ProcsChange { n } => What::ProcsChange { n },
            Event::ProcStart { p } => What::ProcStart { p },
            Event::ProcStop { p } => What::ProcStop { p },
            Event::ProcSteal { p, from } => What::ProcSteal { p, from },
            Event::Steal { from, to, n } => What::Steal { from, to, n },
            Event::GoCreate { g, parent } => What::GoCreate { g: g.id, parent, stack: frames(g) },
            Event::GoStart { g, p } => What::GoStart { g, p },
            Event::GoStop { g, reason } => What::GoStop { g: g.id, reason, stack: frames(g) },
            Event::GoBlock { g } => {
                What::GoBlock { g: g.id, reason: g.wait_reason, stack: frames(g) }
            }
            Event::GoUnblock { g, by } => What::GoUnblock { g, by },
            Event::GoDestroy { g } => What::GoDestroy { g },
            Event::SyscallBegin { g, p } => What::SyscallBegin { g: g.id, p, stack: frames(g) },
            Event::SyscallEnd { g, p } => What::SyscallEnd { g, p },
            Event::SyscallEndBlocked { g } => What::SyscallEndBlocked { g },
            Event::StwBegin => What::StwBegin,
            Event::StwEnd => What::StwEnd,
            Event::GcBegin => What::GcBegin,
            Event::GcEnd => What::GcEnd,
            Event::TimerFire { id } => What::TimerFire { id },
            Event::Chan { op, chan, seq, g, peer, len, cap } => {
                What::Chan { op, chan, seq, g, peer, len, cap }
            }
        };
        let mut records = self.records.lock();
        // Under the lock, so that time and order agree.
        let time = rt.host.now();
        records.push(Record { time, m, what });
    }

    /// Writes the file.
    pub(crate) fn finish(&self, rt: &Runtime) {
        let records = self.records.lock();
        let bytes = match self.trace.format {
            TraceFormat::Text => text::write(&records).into_bytes(),
            TraceFormat::Go => gotrace::write(&records),
        };
        if let Err(e) = std::fs::write(&self.trace.path, bytes) {
            rt.print_error(&format!("trace: {}: {e}\n", self.trace.path.display()));
        }
    }

    /// What was recorded so far.
    pub fn records(&self) -> Vec<Record> {
        self.records.lock().clone()
    }
}
