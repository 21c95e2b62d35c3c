//! A model of the scheduler that is not the scheduler: it replays a log and keeps every queue.
//!
//! It is driven by the log alone and refuses what cannot be: a goroutine that runs twice, a queue
//! that gives out another than its head, a mutex with two holders. At each `Snapshot` its queues must
//! be the runtime's. Pages and `explain` show its state.

use std::collections::{BTreeMap, VecDeque};

use crate::field::{Case, How, ObjectKind, Queue, Queues, Slot, Stack, Text, Value, Wait};
use crate::kind::Event;
use crate::log::{Log, Record};

/// What a goroutine does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum GState {
    Runnable,
    Running,
    Syscall,
    Waiting,
}

#[derive(Clone, Debug)]
pub struct Goroutine {
    pub state: GState,
    /// While it waits: for what, and on which object (0: none).
    pub wait: Wait,
    pub object: u64,
    pub parent: u64,
    /// What it started with, and where it last left its M.
    pub start: Stack,
    pub at: Stack,
    /// Time of the last change of state.
    pub since: u64,
    /// What it wants to send while it waits, by channel.
    pub offers: Vec<(u64, Value)>,
    /// The cases of its select that has not gone on yet.
    pub select: Vec<Case>,
}

#[derive(Clone, Debug, Default)]
pub struct Processor {
    /// The M that has it.
    pub m: Option<u64>,
    /// 0: none.
    pub next: u64,
    pub ring: VecDeque<u64>,
}

#[derive(Clone, Debug, Default)]
pub struct Thread {
    pub p: Option<u64>,
    /// 0: none.
    pub g: u64,
    pub parked: bool,
    pub spinning: bool,
}

/// A channel, lock or the like.
#[derive(Clone, Debug)]
pub struct Thing {
    pub kind: ObjectKind,
    /// Where it is, when that is known: `main.mu`.
    pub name: Text,
    /// Where it was made or first seen.
    pub made: Stack,
    pub cap: u64,
    pub len: u64,
    /// What is in a channel's buffer.
    pub values: VecDeque<Value>,
    pub closed: bool,
    /// Goroutines that wait to receive, or for a lock.
    pub receivers: VecDeque<u64>,
    pub senders: VecDeque<u64>,
    /// Of a mutex or a write lock; 0: nobody.
    pub holder: u64,
    /// Where the holder got it.
    pub held_at: Stack,
    /// Who sent to it and received from it last; 0: nobody.
    pub last_sender: u64,
    pub last_receiver: u64,
    pub readers: u64,
    /// Of a wait group.
    pub count: i64,
}

impl Thing {
    fn new(kind: ObjectKind) -> Thing {
        Thing {
            kind,
            name: Text(0),
            made: Stack(0),
            cap: 0,
            len: 0,
            values: VecDeque::new(),
            closed: false,
            receivers: VecDeque::new(),
            senders: VecDeque::new(),
            holder: 0,
            held_at: Stack(0),
            last_sender: 0,
            last_receiver: 0,
            readers: 0,
            count: 0,
        }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Model {
    pub procs: u64,
    pub ps: Vec<Processor>,
    pub global: VecDeque<u64>,
    pub ms: BTreeMap<u64, Thread>,
    pub gs: BTreeMap<u64, Goroutine>,
    pub things: BTreeMap<u64, Thing>,
    /// Timers that are to fire: when, and the period (0: once).
    pub timers: BTreeMap<u64, (u64, u64)>,
    pub world_stopped: bool,
    /// Snapshots that were equal.
    pub compared: u64,
}

type Check = Result<(), String>;

fn ensure(ok: bool, text: impl FnOnce() -> String) -> Check {
    if ok { Ok(()) } else { Err(text()) }
}

/// Whether a value that went in may have come out like this. Texts of values show what they point to.
fn same(sent: Value, received: Value) -> bool {
    let shown = |v| matches!(v, Value::None | Value::Other(_));
    shown(sent) || shown(received) || sent == received
}

/// Replays a whole log; gives the final state.
pub fn replay(log: &Log) -> Result<Model, String> {
    let mut model = Model::default();
    for r in &log.records {
        model
            .apply(r)
            .map_err(|e| format!("event {}, {}: {e}", r.seq, crate::text::line(log, r)))?;
    }
    Ok(model)
}

impl Model {
    fn p(&mut self, p: u64) -> &mut Processor {
        if self.ps.len() <= p as usize {
            self.ps.resize_with(p as usize + 1, Processor::default);
        }
        &mut self.ps[p as usize]
    }

    /// The P of the M that the event is from.
    fn own(&mut self, r: &Record) -> Result<&mut Processor, String> {
        match r.p {
            Some(p) => Ok(self.p(p)),
            None => Err("the M has no P".into()),
        }
    }

    fn g(&mut self, g: u64) -> Result<&mut Goroutine, String> {
        self.gs.get_mut(&g).ok_or_else(|| format!("there is no G{g}"))
    }

    fn thing(&mut self, o: u64, kind: ObjectKind) -> &mut Thing {
        self.things.entry(o).or_insert_with(|| Thing::new(kind))
    }

    fn state(&mut self, r: &Record, g: u64, from: &[GState], to: GState) -> Check {
        let time = r.time;
        let g_ = self.g(g)?;
        ensure(from.contains(&g_.state), || format!("G{g} is {:?}", g_.state))?;
        g_.state = to;
        g_.since = time;
        Ok(())
    }

    /// The event's goroutine leaves its M.
    fn leave(&mut self, r: &Record, to: GState) -> Check {
        self.state(r, r.g, &[GState::Running], to)?;
        self.ms.entry(r.m).or_default().g = 0;
        Ok(())
    }

    /// # Errors
    /// The event cannot happen in this state; the state is then undefined.
    pub fn apply(&mut self, r: &Record) -> Check {
        match &r.event {
            Event::ProcsChange { n } => {
                for p in *n..self.procs {
                    // Those that are too many have given their goroutines away.
                    let p = self.p(p);
                    ensure(p.next == 0 && p.ring.is_empty(), || "a P ends with a queue".into())?;
                }
                self.procs = *n;
                self.p(n.saturating_sub(1));
            }
            Event::ProcStart { p } => {
                let (m, p) = (r.m, *p);
                let own = self.p(p);
                ensure(own.m.is_none(), || format!("P{p} has M{}", own.m.unwrap_or(0)))?;
                own.m = Some(m);
                let t = self.ms.entry(m).or_default();
                ensure(t.p.is_none(), || "the M has a P".into())?;
                t.p = Some(p);
                t.parked = false;
            }
            Event::ProcStop { p, .. } => {
                let m = r.m;
                let own = self.p(*p);
                ensure(own.m == Some(m), || "it is not the M's".into())?;
                own.m = None;
                self.ms.entry(m).or_default().p = None;
            }
            Event::ProcSteal { p, from, .. } => {
                let own = self.p(*p);
                ensure(own.m == Some(*from), || format!("P{p} has {:?}", own.m))?;
                own.m = None;
                let t = self.ms.entry(*from).or_default();
                t.p = None;
                let g = t.g;
                ensure(self.gs.get(&g).is_some_and(|g| g.state == GState::Syscall), || {
                    "the M is in no blocking call".into()
                })?;
            }
            Event::StartM { m, p, .. } => {
                let own = self.p(*p);
                ensure(own.m.is_none(), || format!("P{p} has an M"))?;
                self.ms.entry(*m).or_default().parked = false;
            }
            Event::MPark {} => {
                let t = self.ms.entry(r.m).or_default();
                ensure(t.p.is_none() && t.g == 0, || "the M has a P or a G".into())?;
                t.parked = true;
                t.spinning = false;
            }
            Event::GoCreate { g, start, .. } => {
                let new = Goroutine {
                    state: GState::Runnable,
                    wait: Wait::Other,
                    object: 0,
                    parent: r.g,
                    start: *start,
                    at: Stack(0),
                    since: r.time,
                    offers: Vec::new(),
                    select: Vec::new(),
                };
                ensure(self.gs.insert(*g, new).is_none(), || format!("G{g} exists"))?;
            }
            Event::GoStart { g, .. } => {
                self.state(r, *g, &[GState::Runnable], GState::Running)?;
                self.g(*g)?.offers.clear();
                let t = self.ms.entry(r.m).or_default();
                ensure(t.g == 0, || format!("the M runs G{}", t.g))?;
                ensure(t.p.is_some(), || "the M has no P".into())?;
                t.g = *g;
            }
            Event::GoStop { .. } => self.leave(r, GState::Runnable)?,
            Event::GoBlock { why, object, stack } => {
                self.leave(r, GState::Waiting)?;
                let g = self.g(r.g)?;
                (g.wait, g.object, g.at) = (*why, *object, *stack);
            }
            Event::GoUnblock { g, .. } => {
                self.state(r, *g, &[GState::Waiting], GState::Runnable)?;
            }
            Event::GoEnd {} => {
                self.leave(r, GState::Runnable)?;
                self.gs.remove(&r.g);
            }
            Event::SyscallEnter { .. } => {
                self.state(r, r.g, &[GState::Running], GState::Syscall)?;
            }
            Event::SyscallExit { p } => {
                let m = r.m;
                ensure(self.p(*p).m == Some(m), || "the P is another's".into())?;
                self.state(r, r.g, &[GState::Syscall], GState::Running)?;
            }
            Event::SyscallExitBlocked {} => {
                self.state(r, r.g, &[GState::Syscall], GState::Runnable)?;
                let t = self.ms.entry(r.m).or_default();
                ensure(t.p.is_none(), || "the M has its P".into())?;
                t.g = 0;
            }
            Event::RunqPut { g, slot, kicked } => {
                self.runnable(*g)?;
                let own = self.own(r)?;
                match slot {
                    Slot::Next => {
                        ensure(own.next == *kicked, || format!("runnext is G{}", own.next))?;
                        own.next = *g;
                    }
                    Slot::Ring => own.ring.push_back(*g),
                }
            }
            Event::RunqGet { g, slot } => {
                let own = self.own(r)?;
                let got = match slot {
                    Slot::Next => std::mem::take(&mut own.next),
                    Slot::Ring => own.ring.pop_front().unwrap_or(0),
                };
                ensure(got == *g, || format!("it is G{got}"))?;
            }
            Event::RunqOverflow { gs } => {
                let own = self.own(r)?;
                for g in gs {
                    let got = own.ring.pop_front();
                    ensure(got == Some(*g), || format!("the head is {got:?}, not G{g}"))?;
                }
            }
            Event::GlobalPut { gs } => {
                for &g in gs {
                    self.runnable(g)?;
                    self.global.push_back(g);
                }
            }
            Event::GlobalGet { gs, .. } => {
                for g in gs {
                    let got = self.global.pop_front();
                    ensure(got == Some(*g), || format!("the head is {got:?}, not G{g}"))?;
                }
                let own = self.own(r)?;
                own.ring.extend(&gs[1.min(gs.len())..]);
            }
            Event::Steal { from, gs, next, .. } => {
                let victim = self.p(*from);
                for g in gs {
                    let got = if *next {
                        std::mem::take(&mut victim.next)
                    } else {
                        victim.ring.pop_front().unwrap_or(0)
                    };
                    ensure(got == *g, || format!("the head is G{got}, not G{g}"))?;
                }
                let own = self.own(r)?;
                own.ring.extend(&gs[..gs.len().saturating_sub(1)]);
            }
            Event::SpinStart {} => self.ms.entry(r.m).or_default().spinning = true,
            Event::SpinStop { .. } => self.ms.entry(r.m).or_default().spinning = false,
            Event::ObjectNew { object, kind, name, stack } => {
                let mut new = Thing::new(*kind);
                (new.name, new.made) = (*name, *stack);
                let new = self.things.insert(*object, new);
                ensure(new.is_none(), || "it exists".into())?;
            }
            Event::ChanMake { ch, cap, stack, .. } => {
                let mut new = Thing::new(ObjectKind::Chan);
                (new.cap, new.made) = (*cap, *stack);
                ensure(self.things.insert(*ch, new).is_none(), || "it exists".into())?;
            }
            Event::ChanSend { ch, how, peer, len, value, .. } => {
                let g = r.g;
                let c = self.thing(*ch, ObjectKind::Chan);
                c.last_sender = g;
                if *peer != 0 {
                    c.last_receiver = *peer;
                }
                ensure(!c.closed, || "the channel is closed".into())?;
                if *how == How::Buffered {
                    c.len += 1;
                    ensure(c.len == *len && c.len <= c.cap, || format!("it has {}", c.len))?;
                    c.values.push_back(*value);
                } else {
                    ensure(c.len == 0, || "the buffer is not empty".into())?;
                }
            }
            Event::ChanRecv { ch, how, peer, len, value, .. } => {
                let g = r.g;
                let offers = self.gs.get(peer).map_or(&[][..], |g| &g.offers);
                let offers: Vec<Value> =
                    offers.iter().filter(|o| o.0 == *ch).map(|o| o.1).collect();
                let c = self.thing(*ch, ObjectKind::Chan);
                c.last_receiver = g;
                if *peer != 0 {
                    c.last_sender = *peer;
                }
                match how {
                    How::Buffered => {
                        ensure(c.len > 0, || "the buffer is empty".into())?;
                        c.len -= (*peer == 0) as u64;
                        ensure(c.len == *len, || format!("it has {}", c.len))?;
                        // A log that begins in the middle does not tell what is there.
                        if let Some(first) = c.values.pop_front() {
                            ensure(same(first, *value), || format!("the first is {first:?}"))?;
                        }
                        if *peer != 0 && c.values.len() as u64 + 1 == c.len {
                            // Which of several its select offers shows only when it comes out.
                            let one = (offers.len() == 1).then(|| offers[0]);
                            c.values.push_back(one.unwrap_or_default());
                        }
                    }
                    How::Direct => {
                        ensure(c.len == 0, || "the buffer is not empty".into())?;
                        ensure(
                            offers.is_empty() || offers.iter().any(|o| same(*o, *value)),
                            || format!("G{peer} offers {offers:?}"),
                        )?;
                    }
                    How::Closed => {
                        ensure(c.closed && c.len == 0, || "it is not closed and empty".into())?;
                    }
                }
            }
            Event::ChanClose { ch, .. } => {
                let c = self.thing(*ch, ObjectKind::Chan);
                ensure(!c.closed, || "it is closed".into())?;
                c.closed = true;
            }
            Event::SelectBegin { cases, .. } => self.g(r.g)?.select = cases.clone(),
            Event::SelectDone { case, waited } => {
                let cases = std::mem::take(&mut self.g(r.g)?.select);
                if !waited {
                    self.first_ready(&cases, *case)?;
                }
            }
            Event::WaitEnter { object, queue, front, value } => {
                let g = r.g;
                if *queue == Queue::Send {
                    self.g(g)?.offers.push((*object, *value));
                }
                let q = self.queue(*object, *queue);
                if *front { q.push_front(g) } else { q.push_back(g) }
            }
            Event::WaitLeave { object, queue, g, cancelled } => {
                let any = *cancelled
                    || self.things.get(object).is_some_and(|t| t.kind == ObjectKind::Cond);
                let q = self.queue(*object, *queue);
                let at = q.iter().position(|o| o == g);
                ensure(at == Some(0) || any && at.is_some(), || {
                    format!("G{g} is at {at:?} of {q:?}")
                })?;
                q.remove(at.unwrap_or(0));
            }
            Event::MutexLock { lock, stack, .. } | Event::RWLock { lock, stack } => {
                let g = r.g;
                let l = self.thing(*lock, ObjectKind::Mutex);
                ensure(l.holder == 0, || format!("G{} holds it", l.holder))?;
                (l.holder, l.held_at) = (g, *stack);
            }
            Event::MutexUnlock { lock, .. } | Event::RWUnlock { lock, .. } => {
                let l = self.thing(*lock, ObjectKind::Mutex);
                ensure(l.holder != 0, || "nobody holds it".into())?;
                l.holder = 0;
            }
            Event::RLock { lock, .. } => self.thing(*lock, ObjectKind::RWMutex).readers += 1,
            Event::RUnlock { lock, .. } => {
                let l = self.thing(*lock, ObjectKind::RWMutex);
                ensure(l.readers > 0, || "nobody reads".into())?;
                l.readers -= 1;
            }
            Event::WaitGroupAdd { group, delta, count, .. } => {
                let wg = self.thing(*group, ObjectKind::WaitGroup);
                wg.count += delta;
                ensure(wg.count == *count, || format!("the counter is {}", wg.count))?;
            }
            Event::Sleep { timer, ns, .. } => {
                self.timers.insert(*timer, (r.time + ns, 0));
            }
            Event::TimerSet { timer, when, period, .. } => {
                self.timers.insert(*timer, (*when, *period));
            }
            Event::TimerFire { timer, .. } => {
                let set = self.timers.get(timer);
                let (_, period) = *set.ok_or_else(|| "it is not set".to_string())?;
                if period == 0 {
                    self.timers.remove(timer);
                }
            }
            Event::TimerStop { timer, .. } => {
                self.timers.remove(timer);
            }
            Event::StwStart { .. } => {
                ensure(!self.world_stopped, || "it is stopped".into())?;
                let own = r.m;
                let other = self.ps.iter().find(|p| p.m.is_some_and(|m| m != own));
                ensure(other.is_none(), || format!("M{:?} has a P", other.and_then(|p| p.m)))?;
                self.world_stopped = true;
            }
            Event::StwEnd {} => self.world_stopped = false,
            Event::Snapshot { queues } => self.compare(queues)?,
            _ => {}
        }
        Ok(())
    }

    /// Those that a select looks at before the case it takes, or all when it takes none, are not ready.
    /// All its channels are locked when it says what it takes.
    fn first_ready(&self, cases: &[Case], taken: i64) -> Check {
        let chosen = cases.iter().find(|c| c.index as i64 == taken).map(|c| c.chan);
        ensure(taken < 0 || chosen.is_some(), || format!("it has no case {taken} with a channel"))?;
        // Who waits in a select may have been served by another of its cases.
        let serves = |g: &u64| self.gs.get(g).is_some_and(|g| g.select.is_empty());
        for case in cases.iter().take_while(|c| c.index as i64 != taken) {
            let Some(c) = self.things.get(&case.chan) else { continue };
            // What was taken from its channel it may have been ready for before.
            let ready = Some(case.chan) != chosen
                && (c.closed
                    || if case.sends {
                        c.receivers.iter().any(serves) || c.len < c.cap
                    } else {
                        c.senders.iter().any(serves) || c.len > 0
                    });
            ensure(!ready, || format!("its case {} is ready", case.index))?;
        }
        Ok(())
    }

    fn runnable(&mut self, g: u64) -> Check {
        let state = self.g(g)?.state;
        ensure(state == GState::Runnable, || format!("G{g} is {state:?}"))
    }

    fn queue(&mut self, object: u64, queue: Queue) -> &mut VecDeque<u64> {
        let t = self.thing(object, ObjectKind::Semaphore);
        match queue {
            Queue::Send | Queue::Writers => &mut t.senders,
            Queue::Recv | Queue::Wait | Queue::Readers => &mut t.receivers,
        }
    }

    /// The queues in the form of a snapshot.
    pub fn queues(&self) -> Queues {
        let waits: Vec<_> = self
            .things
            .iter()
            .filter(|(_, t)| !t.receivers.is_empty() || !t.senders.is_empty())
            .map(|(&o, t)| {
                (o, t.receivers.iter().copied().collect(), t.senders.iter().copied().collect())
            })
            .collect();
        let buffered = self
            .things
            .iter()
            .filter(|(_, t)| t.cap > 0 && !(t.receivers.is_empty() && t.senders.is_empty()))
            .map(|(&o, t)| (o, t.len))
            .collect();
        Queues {
            ps: (0..self.procs as usize)
                .map(|i| match self.ps.get(i) {
                    Some(p) => (p.next, p.ring.iter().copied().collect()),
                    None => (0, Vec::new()),
                })
                .collect(),
            global: self.global.iter().copied().collect(),
            waits,
            buffered,
            gs: self.gs.iter().map(|(&g, s)| (g, s.state as u64)).collect(),
        }
    }

    fn compare(&mut self, theirs: &Queues) -> Check {
        let ours = self.queues();
        macro_rules! same {
            ($($field:ident)*) => {$(
                ensure(ours.$field == theirs.$field, || format!(
                    concat!("the model has other ", stringify!($field), ": {:?}, the runtime {:?}"),
                    ours.$field, theirs.$field,
                ))?;
            )*};
        }
        same!(ps global waits buffered gs);
        self.compared += 1;
        Ok(())
    }
}
