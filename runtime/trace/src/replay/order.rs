//! The order of a run on real threads: which goroutine comes next, and what it must do.
//!
//! What threads decided (who runs on which P, who steals, parks and wakes) is not repeated: goroutines are
//! run one at a time, and each waits before an operation until the log says that it is its turn. So what
//! counts is what goroutines and the runtime did to what they share, in the order of the log. For a program
//! without data races this is all that its behaviour depends on.

use std::collections::{HashMap, VecDeque};

use crate::field::{Value, Yield};
use crate::kind::Event;
use crate::log::{Log, Record};

/// Which events have come about, and who is next.
#[derive(Default)]
pub(super) struct Turns {
    /// Places in the log of the events that count, by goroutine; 0: the runtime's own.
    queues: HashMap<u64, VecDeque<usize>>,
    /// By place: it has come about, or does not count.
    come: Vec<bool>,
    /// All before it have come.
    first: usize,
    /// Who runs.
    current: u64,
}

/// The order, for who drives the goroutines.
pub struct Order<'a> {
    pub(super) turns: &'a mut Turns,
    pub(super) log: &'a Log,
}

/// Decisions of threads, and what follows from them: not repeated.
fn counts(e: &Event) -> bool {
    use Event as E;
    match e {
        E::ProcsChange { .. } | E::ProcStart { .. } | E::ProcStop { .. } | E::ProcSteal { .. } => {
            false
        }
        E::StartM { .. } | E::MPark {} | E::GoStart { .. } | E::GoUnblock { .. } => false,
        E::RunqPut { .. } | E::RunqGet { .. } | E::RunqOverflow { .. } => false,
        E::GlobalPut { .. } | E::GlobalGet { .. } | E::StealFail { .. } | E::Steal { .. } => false,
        E::SpinStart {} | E::SpinStop { .. } | E::WakeP { .. } | E::HandOff { .. } => false,
        E::PreemptRequest { .. } | E::SysmonPace { .. } | E::StwStart { .. } | E::StwEnd {} => {
            false
        }
        E::GcEnd { .. } | E::StackGrow { .. } | E::StackShrink { .. } | E::Snapshot { .. } => false,
        // Whoever comes by takes what was cancelled out of a queue.
        E::WaitLeave { cancelled: true, .. } => false,
        _ => true,
    }
}

/// What comes of a timer that fires. Several Ms may fire timers at once; each goes on with its own.
fn follows_timer(e: &Event) -> bool {
    match e {
        Event::GoCreate { stack, .. } | Event::TimerSet { stack, .. } => stack.0 == 0,
        _ => false,
    }
}

/// Whose event it is.
fn owner(r: &Record) -> u64 {
    match &r.event {
        Event::TimerFire { .. } | Event::GcStart { .. } => 0,
        e if follows_timer(e) => 0,
        _ => r.g,
    }
}

/// It tells of an operation before the operation is done: its turn is that of the next event.
fn prelude(e: &Event) -> bool {
    matches!(e, Event::SelectBegin { .. })
}

/// The goroutine stopped at a poll.
pub(super) fn stops(e: &Event) -> bool {
    matches!(e, Event::GoStop { why: Yield::Preempted | Yield::Collection, .. })
}

impl Turns {
    pub(super) fn new(log: &Log) -> Turns {
        let mut turns = Turns { come: vec![true; log.records.len()], ..Turns::default() };
        // Of goroutines that are back from a call: where they called.
        let mut back = HashMap::new();
        let mut entered = HashMap::new();
        // The runtime's own: what an M's timer does comes at once when it is repeated.
        let mut own: Vec<Vec<usize>> = Vec::new();
        let mut fired = HashMap::new();
        for (i, r) in log.records.iter().enumerate().filter(|(_, r)| counts(&r.event)) {
            let g = owner(r);
            match &r.event {
                Event::SyscallEnter { stack } => {
                    entered.insert(g, *stack);
                }
                Event::SyscallExit { .. } | Event::SyscallExitBlocked {} => {
                    back.insert(g, entered.get(&g).copied());
                }
                // It did not go on after its call, as the world was stopped.
                Event::GoStop { stack, .. }
                    if stops(&r.event) && back.remove(&g) == Some(Some(*stack)) =>
                {
                    continue;
                }
                _ => {
                    back.remove(&g);
                }
            }
            turns.come[i] = false;
            if g != 0 {
                turns.queues.entry(g).or_default().push_back(i);
                continue;
            }
            if let Event::TimerFire { .. } = r.event {
                fired.insert(r.m, own.len());
            }
            match fired.get(&r.m) {
                Some(&at) if follows_timer(&r.event) => own[at].push(i),
                _ => own.push(vec![i]),
            }
        }
        turns.queues.insert(0, own.into_iter().flatten().collect());
        turns
    }

    /// The place of the event whose turn it is.
    fn turn(&mut self, log: &Log) -> usize {
        let passed = |r: &Record| prelude(&r.event);
        while self.first < log.records.len()
            && (self.come[self.first] || passed(&log.records[self.first]))
        {
            self.first += 1;
        }
        self.first
    }

    /// The place of a goroutine's next event.
    fn front(&self, g: u64) -> Option<usize> {
        self.queues.get(&g).and_then(|q| q.front()).copied()
    }

    /// The event of whoever runs that must come next.
    pub(super) fn expected(&self) -> Option<usize> {
        self.front(self.current)
    }

    pub(super) fn advance(&mut self) {
        if let Some(i) = self.queues.get_mut(&self.current).and_then(|q| q.pop_front()) {
            self.come[i] = true;
        }
    }

    /// The program has ended.
    pub(super) fn over(&self, log: &Log) -> bool {
        let end = log.records.iter().rposition(|r| matches!(r.event, Event::ProgramEnd { .. }));
        end.is_some_and(|i| self.come[i])
    }

    /// It counts, and is to be compared.
    pub(super) fn concerns(e: &Event) -> bool {
        counts(e)
    }
}

impl<'a> Order<'a> {
    /// Whose turn it is, and what has to happen. `None`: the log is at its end.
    pub fn turn(&mut self) -> Option<(u64, &'a Event)> {
        let i = self.turns.turn(self.log);
        let r = self.log.records.get(i)?;
        Some((owner(r), &r.event))
    }

    /// Where the log has the event whose turn it is.
    pub(super) fn place(&mut self) -> Option<usize> {
        Some(self.turns.turn(self.log)).filter(|&i| i < self.log.records.len())
    }

    /// A goroutine (0: the runtime) runs from here on.
    pub fn runs(&mut self, g: u64) {
        self.turns.current = g;
    }

    /// The next event of who runs.
    pub fn next(&mut self) -> Option<&'a Event> {
        self.turns.expected().map(|i| &self.log.records[i].event)
    }

    /// The place of the next event of who runs, and how long after the last one of the same it was, in nanoseconds.
    pub fn way(&mut self) -> Option<(usize, u64)> {
        let i = self.turns.expected()?;
        let records = &self.log.records;
        let before = records[..i].iter().rev().find(|r| owner(r) == self.turns.current);
        Some((i, records[i].time.saturating_sub(before.map_or(0, |r| r.time))))
    }

    /// Who runs may do its next operation: it is its turn.
    pub fn may(&mut self) -> bool {
        let turn = self.turns.turn(self.log);
        let Some(queue) = self.turns.queues.get(&self.turns.current) else { return false };
        let mut own = queue.iter().copied();
        match own.next() {
            Some(i) if prelude(&self.log.records[i].event) => own.next().unwrap_or(i) == turn,
            Some(i) => i == turn,
            None => false,
        }
    }

    /// Who runs must stop at its next poll.
    pub fn stops(&mut self) -> bool {
        self.next().is_some_and(stops)
    }

    /// The next event of who runs has come about, as far as can be seen.
    pub fn advance(&mut self) {
        self.turns.advance();
    }
}

/// Whether an event is the recorded one. Times of timers, sizes of the heap and addresses may differ.
pub(super) fn same(log: &Log, a: &Event, b: &Event) -> bool {
    use Event as E;
    match (a, b) {
        (E::TimerFire { timer: x, .. }, E::TimerFire { timer: y, .. }) => x == y,
        (E::GcStart { .. }, E::GcStart { .. }) => true,
        (E::TimerSet { timer: x, stack, .. }, E::TimerSet { timer: y, .. }) if stack.0 == 0 => {
            x == y
        }
        (E::GoStop { .. }, E::GoStop { .. }) if stops(a) && stops(b) => true,
        _ if a == b => true,
        _ => {
            a.kind() == b.kind() && {
                let (x, y) = (a.fields(), b.fields());
                x.iter().zip(&y).all(|(x, y)| match (&x.1, &y.1) {
                    (crate::field::Shown::Value(x), crate::field::Shown::Value(y)) => {
                        alike(log, *x, *y)
                    }
                    (x, y) => x == y,
                })
            }
        }
    }
}

/// The same but for addresses.
fn alike(log: &Log, a: Value, b: Value) -> bool {
    match (a, b) {
        (Value::Other(x), Value::Other(y)) => {
            x == y || without_addresses(log.text(x)) == without_addresses(log.text(y))
        }
        _ => a == b,
    }
}

fn without_addresses(s: &str) -> String {
    let mut parts = s.split("0x");
    let mut out = parts.next().unwrap_or("").to_string();
    for p in parts {
        out += "0x";
        out += p.trim_start_matches(|c: char| c.is_ascii_hexdigit());
    }
    out
}
