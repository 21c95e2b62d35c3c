//! The table of events: name, group, fields, what happened, and the rule behind it.
//!
//! Every event also has, from its place in the log: sequence number, time, M, and the P and G that
//! the M has at that moment (`Record`). "The goroutine" below is that G. Names and fields are
//! stable; a change raises `file::VERSION`.

use crate::field::*;
use crate::log::Context;
use crate::wire::{Reader, Sink};

/// What an event kind is, for help, JSON and pages.
#[derive(Debug)]
pub struct KindInfo {
    pub name: &'static str,
    /// life, sched, chan, sync, time, memory, user.
    pub group: &'static str,
    /// Name and type of each field.
    pub fields: &'static [(&'static str, &'static str)],
    /// What happened.
    pub what: &'static str,
    /// Why: the rule of the scheduler or of the language.
    pub rule: &'static str,
}

/// What an event needs to get into a log. Where the type says the kind, nothing is decided at run time.
pub trait Recorded {
    /// Place in `KINDS`.
    fn kind(&self) -> u8;
    fn put_fields(&self, out: &mut impl Sink);
    /// Bytes that the fields take at most.
    fn most(&self) -> usize;
    /// What the M has afterwards.
    fn apply(&self, context: &mut Context);
}

macro_rules! kinds {
    ($($name:ident $group:ident { $($field:ident: $ty:ident),* } $what:literal $rule:literal
       $(=> |$context:ident| $after:expr)?,)*) => {
        /// An event.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Event { $(#[doc = $what] $name { $($field: $ty),* },)* }

        /// Numbers of the kinds: places in `KINDS`.
        #[repr(u8)]
        enum Number { $($name,)* }

        pub const KINDS: &[KindInfo] = &[$(KindInfo {
            name: stringify!($name),
            group: stringify!($group),
            fields: &[$((stringify!($field), stringify!($ty))),*],
            what: $what,
            rule: $rule,
        },)*];

        /// Each kind as a type of its own, for those who record.
        pub mod happens {
            use super::*;

            $(
                #[doc = $what]
                pub struct $name { $(pub $field: $ty),* }

                impl Recorded for $name {
                    #[inline(always)]
                    fn kind(&self) -> u8 {
                        Number::$name as u8
                    }
                    #[inline(always)]
                    fn put_fields(&self, out: &mut impl Sink) {
                        $(self.$field.put(out);)*
                        let _ = &out;
                    }
                    #[inline(always)]
                    fn most(&self) -> usize {
                        0 $(+ self.$field.most())*
                    }
                    #[allow(unused_variables)]
                    #[inline(always)]
                    fn apply(&self, _context: &mut Context) {
                        let $name { $($field),* } = self;
                        $(let $context = _context; $after;)?
                    }
                }
            )*
        }

        impl Recorded for Event {
            fn kind(&self) -> u8 {
                match self { $(Event::$name { .. } => Number::$name as u8,)* }
            }
            fn put_fields(&self, out: &mut impl Sink) {
                match self { $(Event::$name { $($field),* } => { $($field.put(out);)* let _ = &out; })* }
            }
            fn most(&self) -> usize {
                match self { $(Event::$name { $($field),* } => 0 $(+ $field.most())*,)* }
            }
            #[allow(unused_variables)]
            fn apply(&self, _context: &mut Context) {
                match self {
                    $(Event::$name { $($field),* } => { $(let $context = _context; $after;)? })*
                }
            }
        }

        impl Event {
            /// Place in `KINDS`.
            pub fn kind(&self) -> u8 {
                Recorded::kind(self)
            }

            pub fn get(kind: u8, r: &mut Reader, map: &Remap) -> Option<Event> {
                $(if kind == Number::$name as u8 {
                    return Some(Event::$name { $($field: Field::get(r, map)?),* });
                })*
                None
            }

            /// The fields with what they say, in the table's order.
            pub fn fields(&self) -> Vec<(&'static str, Shown<'_>)> {
                match self { $(Event::$name { $($field),* } => vec![$((stringify!($field), $field.show())),*],)* }
            }
        }
    };
}

kinds! {
    // Life of Gs, Ms and Ps.
    ProcsChange life { n: Count }
        "The number of Ps is set."
        "GOMAXPROCS is the number of Ps: as many goroutines can run at once.",
    ProcStart life { p: P }
        "The M takes a P."
        "An M needs a P to run Go code: run queue and allocation cache belong to the P."
        => |c| c.p = Some(*p),
    ProcStop life { p: P, why: Release }
        "The M gives its P up."
        "An M without work keeps no P; when the world stops every M gives its P up."
        => |c| c.p = None,
    ProcSteal life { p: P, from: M, why: Retake }
        "A P is taken from an M that is in a blocking call."
        "A blocked thread must not block a processor: sysmon takes a P whose call lasts longer than 20 µs.",
    StartM life { m: M, p: P, spinning: bool, new: bool }
        "An M gets a P to work with: a new thread, or a parked one that is woken."
        "Threads are kept and used again; a new one is made only when none is parked.",
    MPark life {}
        "The M has nothing to do and sleeps."
        "An M that found nothing in its queue, the global queue and at other Ps sleeps until it is needed.",
    GoCreate life { g: G, start: Stack, stack: Stack }
        "A goroutine is made by a go statement (by the runtime when there is no goroutine)."
        "A new goroutine starts runnable, in runnext of the P that made it.",
    GoStart life { g: G, inherit: bool }
        "A goroutine runs. inherit: it goes on with the time slice of the one before."
        "What comes from runnext inherits the time slice, so that two that wake each other cannot starve the rest."
        => |c| c.g = *g,
    GoStop life { why: Yield, stack: Stack }
        "The goroutine makes room; it can still run."
        "Who yields or is preempted goes to the tail of the global queue."
        => |c| c.g = 0,
    GoBlock life { why: Wait, object: Object, stack: Stack }
        "The goroutine waits and leaves its M, which looks for another one."
        "A waiting goroutine costs no thread: only its stack is kept."
        => |c| c.g = 0,
    GoUnblock life { g: G, by: G }
        "A waiting goroutine can run again. by: who woke it, 0 for a timer or the runtime."
        "The woken goroutine goes to runnext of the P that woke it: it is likely to use what is in the cache.",
    GoEnd life {}
        "The goroutine ends."
        "Its stack is used again for a later goroutine; its number never is."
        => |c| c.g = 0,
    GoExit life { stack: Stack }
        "The goroutine calls runtime.Goexit."
        "Goexit runs the deferred calls and ends only this goroutine.",
    GoPanic life { value: Value, stack: Stack }
        "The goroutine panics."
        "A panic runs the deferred calls, last first; if none recovers, the program ends with status 2.",
    GoRecover life { value: Value }
        "A deferred call recovers a panic."
        "recover stops the panic: the function that deferred the call returns normally.",
    ProgramEnd life { why: End, code: i64 }
        "The program ends."
        "When main returns the program ends, whatever other goroutines do.",
    SyscallEnter life { stack: Stack }
        "The goroutine enters a call that may block; the M keeps its P for now."
        "During a blocking call the P can be taken away and given to another M.",
    SyscallExit life { p: P }
        "The goroutine is back from its blocking call and still has its P."
        "Nobody took the P meanwhile: the goroutine simply goes on."
        => |c| c.p = Some(*p),
    SyscallExitBlocked life {}
        "The goroutine is back from its blocking call, but its P is gone."
        "Without a P it cannot run: it takes an idle P, or it queues itself globally and the M sleeps."
        => |c| *c = Context::default(),
    // Decisions of the scheduler.
    RunqPut sched { g: G, slot: Slot, kicked: G }
        "A runnable goroutine is put into the P's queue. kicked: the one that was in runnext, which goes to the ring next."
        "runnext runs before the ring; whoever is put there later kicks the earlier one out.",
    RunqGet sched { g: G, slot: Slot }
        "The M takes a goroutine from its P's queue."
        "The P's own queue needs no lock: runnext first, then the ring from its head.",
    RunqOverflow sched { gs: Gs }
        "The ring of 256 is full: its first half and the new goroutine go to the global queue."
        "Half is moved at once so that the lock of the global queue is taken rarely.",
    GlobalPut sched { gs: Gs }
        "Goroutines are put at the tail of the global queue."
        "The global queue takes who was preempted, who yielded and who came back without a P.",
    GlobalGet sched { gs: Gs, why: GlobalWhy }
        "Goroutines are taken from the head of the global queue: the first runs, the others go to the ring."
        "Every 61st round looks there first, so that a busy local queue cannot starve it; else it comes after the local queue.",
    StealFail sched { tries: Count }
        "The M looked at the queues of other Ps and found nothing."
        "Four passes over all Ps in random order; only the last one looks at runnext.",
    Steal sched { from: P, gs: Gs, pass: Count, next: bool }
        "Goroutines are stolen from another P: the last runs, the others go to the ring."
        "A thief takes half of the victim's ring, rounded up, so that both have work.",
    SpinStart sched {}
        "The M looks for work without having any."
        "At most half as many Ms spin as Ps are busy: enough to find work quickly, few enough to waste little.",
    SpinStop sched { found: bool }
        "The M stops looking. found: because it has work."
        "The last one to stop with work wakes another: there may be more.",
    WakeP sched { p: P }
        "New work: an idle P is to be used."
        "One more M is woken when something becomes runnable, a P is idle and nobody is looking already.",
    HandOff sched { p: P, idle: bool }
        "The P of a blocked M is given to an M that has use for it. idle: nobody has."
        "Its queue must not wait for the blocked thread.",
    PreemptRequest sched { p: P, ran: Ns }
        "Sysmon asks the goroutine that runs on the P to make room."
        "Nobody runs for more than about 10 ms while others wait.",
    SysmonPace sched { us: Count }
        "Sysmon changes how often it looks, in microseconds."
        "It looks every 20 µs; after 50 looks without work it slows down, to 10 ms at most.",
    // Channels and select.
    ObjectNew sync { object: Object, kind: ObjectKind, name: Text, stack: Stack }
        "A lock or the like is seen for the first time; name says where it is."
        "Locks need no making: their zero value is ready.",
    ChanMake chan { ch: Object, cap: Count, elem: Text, stack: Stack }
        "A channel is made."
        "Capacity 0 makes a meeting point: a send ends when a receive took the value.",
    ChanSend chan { ch: Object, how: How, peer: G, len: Count, value: Value, stack: Stack }
        "A value is sent. direct: straight to the goroutine peer, which waited; len: elements in the buffer afterwards."
        "A waiting receiver gets the value without a detour through the buffer.",
    ChanRecv chan { ch: Object, how: How, peer: G, len: Count, value: Value, stack: Stack }
        "A value is received. direct: from the goroutine peer, which waited to send; buffer with a peer: its value takes the free place."
        "Values come out in the order they went in; a waiting sender moves up at once.",
    ChanClose chan { ch: Object, woken: Gs, stack: Stack }
        "A channel is closed; all that wait for it are woken."
        "Receivers get the zero value and false, senders panic.",
    WaitEnter chan { object: Object, queue: Queue, front: bool, value: Value }
        "The goroutine queues at an object. value: what it wants to send; front: before all others."
        "Wait queues are first in, first out.",
    WaitLeave chan { object: Object, queue: Queue, g: G, cancelled: bool }
        "A goroutine leaves an object's queue: it is served, or cancelled because another case of its select was."
        "A select waits in the queues of all its cases; the first that is served takes it out of the others.",
    SelectBegin chan { cases: Cases, default: bool, stack: Stack }
        "A select looks at its cases, in this order."
        "The order is random, so that no case is preferred when several are ready.",
    SelectDone chan { case: i64, waited: bool }
        "A select goes on with a case; -1: default."
        "default is taken only when no case is ready.",
    // Package sync.
    MutexLock sync { lock: Object, contended: bool, stack: Stack }
        "A mutex is locked."
        "A free mutex goes to who asks first, a running goroutine before a woken one.",
    MutexUnlock sync { lock: Object, handoff: bool, stack: Stack }
        "A mutex is unlocked. handoff: it goes straight to the first waiter."
        "After a waiter was passed over for 1 ms the lock is handed on in order.",
    RLock sync { lock: Object, stack: Stack }
        "A reader's share of an RWMutex is taken."
        "Readers share the lock; a waiting writer holds off new ones.",
    RUnlock sync { lock: Object, stack: Stack }
        "A reader's share is given back."
        "The last reader a writer waits for lets it in.",
    RWLock sync { lock: Object, stack: Stack }
        "An RWMutex is locked for writing."
        "The writer waits until all readers that were there before it have left.",
    RWUnlock sync { lock: Object, readers: Count, stack: Stack }
        "An RWMutex is unlocked by its writer; readers: how many waited."
        "Readers that came meanwhile all go on.",
    WaitGroupAdd sync { group: Object, delta: i64, count: i64, stack: Stack }
        "A wait group's counter changes."
        "At zero everybody in Wait goes on.",
    WaitGroupWait sync { group: Object, count: i64, stack: Stack }
        "The goroutine waits for a wait group, unless its counter is zero."
        "Wait returns at once when there is nothing to wait for.",
    OnceBegin sync { once: Object, stack: Stack }
        "The function of a sync.Once is called."
        "Only the first call of Do calls the function.",
    OnceEnd sync { once: Object }
        "The function of a sync.Once has returned."
        "Others in Do return only now.",
    CondWait sync { cond: Object, ticket: Count, stack: Stack }
        "The goroutine takes a ticket of a sync.Cond and is about to wait."
        "The ticket is taken before the lock is released, so that no signal is missed.",
    CondSignal sync { cond: Object, g: G, stack: Stack }
        "A sync.Cond is signalled: the goroutine that waited longest is woken; 0: nobody waits."
        "A signal that nobody waits for is lost.",
    CondBroadcast sync { cond: Object, gs: Gs, stack: Stack }
        "All that wait for a sync.Cond are woken."
        "Each takes the lock again before its Wait returns.",
    // Time.
    Sleep time { timer: Timer, ns: Ns, stack: Stack }
        "The goroutine sleeps: a timer will wake it."
        "A sleeping goroutine is an entry in a heap of timers, not a thread.",
    TimerSet time { timer: Timer, when: Ns, period: Ns, stack: Stack }
        "A timer is started."
        "Timers are looked at in every scheduling round, by an M that holds a P.",
    TimerFire time { timer: Timer, late: Ns }
        "A timer fires."
        "When nobody schedules, one parked M sleeps only until the first timer is due.",
    TimerStop time { timer: Timer, active: bool }
        "A timer is stopped. active: it had not fired."
        "A stopped timer does not fire.",
    // Memory.
    GcStart memory { heap: Bytes }
        "A garbage collection begins; heap: bytes in use."
        "It begins when the heap has grown by GOGC percent since the last one, or when the program asks.",
    GcEnd memory { heap: Bytes, goal: Bytes }
        "A garbage collection ends; heap: bytes still in use, goal: when the next one begins."
        "Everything that no root reaches is free.",
    StwStart memory { why: Stop }
        "The world is stopped: no other M runs Go code."
        "Every goroutine stops at its next poll; the M that wants the stop waits for the last.",
    StwEnd memory {}
        "The world goes on."
        "Ps with work get an M, the others are idle.",
    StackGrow memory { from: Bytes, to: Bytes }
        "The goroutine's stack is full and is copied to a bigger place."
        "Stacks start small and double: nothing points into them, so they can move.",
    StackShrink memory { g: G, from: Bytes, to: Bytes }
        "A goroutine's stack is mostly unused and is copied to a smaller place."
        "The collector halves stacks of which less than a quarter is used.",
    // What the program says itself.
    Output user { fd: Count, text: Text, rest: Count }
        "The program writes. rest: a hash of all of it, when the text is not all of it; else 0."
        "A write is done by the thread itself.",
    TaskBegin user { task: Task, parent: Task, name: Text, stack: Stack }
        "A task of runtime/trace begins."
        "Tasks follow a piece of work over several goroutines.",
    TaskEnd user { task: Task, stack: Stack }
        "A task ends."
        "Its length is what the user waited.",
    RegionBegin user { task: Task, name: Text, stack: Stack }
        "A region of runtime/trace begins."
        "A region is a stretch of one goroutine's work.",
    RegionEnd user { task: Task, name: Text, stack: Stack }
        "A region ends."
        "Regions nest.",
    UserLog user { task: Task, key: Text, text: Text, stack: Stack }
        "The program logs a message with runtime/trace."
        "Messages stand in the log at the moment they were made.",
    Label user { text: Text }
        "The goroutine gets labels (pprof.Do)."
        "Goroutines inherit the labels of who made them.",
    // For checking the log itself.
    Snapshot check { queues: Queues }
        "The runtime's own queues while nothing runs."
        "The model rebuilds the same queues from the events before: they must be equal.",
    // For repeating a run on real threads.
    Input check { values: Numbers }
        "The program is told something that is not the same in every run: a time, what a call of the system gave and read. Nothing: it makes such a call."
        "With its inputs in the log a run can be repeated.",
    Atomic check {}
        "The goroutine reads or changes a word that others share, in one step."
        "What is done to one word has one order, the same for all goroutines.",
}

/// A kind's place by name.
pub fn by_name(name: &str) -> Option<u8> {
    KINDS.iter().position(|k| k.name.eq_ignore_ascii_case(name)).map(|i| i as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_complete() {
        assert!((45..128).contains(&KINDS.len()), "{}", KINDS.len());
        for k in KINDS {
            assert!(k.what.ends_with('.') && k.rule.ends_with('.'), "{}", k.name);
            assert_eq!(
                by_name(k.name),
                KINDS.iter().position(|o| o.name == k.name).map(|i| i as u8)
            );
        }
    }

    #[test]
    fn events_survive_their_bytes() {
        let (texts, stacks) = ((0..10).collect(), (0..10).collect());
        let same = Remap { texts, stacks, ..Remap::default() };
        for e in [
            Event::MPark {},
            Event::GoBlock { why: Wait::Select, object: 300, stack: Stack(3) },
            Event::Steal { from: 1, gs: vec![1, 500, 3], pass: 3, next: true },
            Event::ChanSend {
                ch: 4,
                how: How::Direct,
                peer: 9,
                len: 0,
                value: Value::Int(-5),
                stack: Stack(1),
            },
            Event::SelectBegin {
                cases: vec![Case { chan: 1, sends: true, index: 2 }, Case::default()],
                default: false,
                stack: Stack(0),
            },
            Event::Snapshot {
                queues: Queues {
                    ps: vec![(7, vec![1, 2]), (0, vec![])],
                    global: vec![3],
                    waits: vec![(8, vec![1], vec![])],
                    buffered: vec![(8, 1)],
                    gs: vec![(1, 2)],
                },
            },
        ] {
            let mut b = Vec::new();
            e.put_fields(&mut b);
            let mut r = Reader::new(&b);
            assert_eq!(Event::get(e.kind(), &mut r, &same), Some(e));
            assert!(r.is_empty());
        }
    }
}
