//! The types of event fields: how each is written, read and shown.

use crate::wire::{LONGEST, Reader, Sink, put, put_signed};

/// What a number in an event is. All are never reused within a run.
pub type G = u64;
pub type P = u64;
pub type M = u64;
/// A channel, lock, condition, wait group or once; all share one numbering.
pub type Object = u64;
pub type Timer = u64;
pub type Task = u64;
pub type Count = u64;
pub type Bytes = u64;
/// Nanoseconds.
pub type Ns = u64;
pub type Gs = Vec<u64>;
pub type Numbers = Vec<u64>;
pub type Cases = Vec<Case>;

/// A call stack: index into `Log::stacks` (in a buffer: into its M's table). 0: none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stack(pub u32);

/// A text: index into `Log::texts` (in a buffer: into its M's table). 0: empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text(pub u32);

/// A Go value. Others than these are texts in Go's notation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Value {
    /// There is none, as of a receive from a closed channel.
    #[default]
    None,
    Bool(bool),
    Int(i64),
    Uint(u64),
    /// The bits.
    Float(u64),
    /// A string; long ones are cut, with `…` at the end.
    Str(Text),
    /// Anything else, as text.
    Other(Text),
    /// Of a template: each record that uses it has a value of its own.
    Each,
}

/// A case of a select.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// The channel; 0: nil.
    pub chan: Object,
    pub sends: bool,
    /// Place in the source.
    pub index: u64,
}

/// The scheduler's queues as the runtime has them, for comparing with the model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queues {
    /// For each P below GOMAXPROCS: runnext (0: none) and the ring, head first.
    pub ps: Vec<(G, Gs)>,
    /// The global queue, head first.
    pub global: Gs,
    /// Goroutines that wait, by object: number, those that receive (or wait for a lock), those that send.
    pub waits: Vec<(Object, Gs, Gs)>,
    /// Elements in each buffered channel that somebody waits for: number, count.
    pub buffered: Vec<(Object, Count)>,
    /// Goroutines that exist, by number, with their state (`model::GState as u64`).
    pub gs: Vec<(G, u64)>,
}

/// What a field says, for people and for JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown<'a> {
    Number(u64),
    Signed(i64),
    Bool(bool),
    Word(&'static str),
    Numbers(&'a [u64]),
    Stack(Stack),
    Text(Text),
    Value(Value),
    Cases(&'a [Case]),
    Queues(&'a Queues),
}

/// Tables of an M's buffer, to make its numbers the log's.
#[derive(Default)]
pub struct Remap {
    pub texts: Vec<u32>,
    pub stacks: Vec<u32>,
    /// What stands for `Value::Each`.
    pub each: std::cell::Cell<Value>,
}

impl Shown<'_> {
    /// Whether the number is, or is among, what the field says.
    pub fn has(&self, n: u64) -> bool {
        match self {
            Shown::Number(m) => *m == n,
            Shown::Numbers(list) => list.contains(&n),
            Shown::Cases(list) => list.iter().any(|c| c.chan == n),
            _ => false,
        }
    }
}

pub trait Field: Sized {
    fn put(&self, out: &mut impl Sink);
    /// Bytes that `put` writes at most.
    #[inline(always)]
    fn most(&self) -> usize {
        LONGEST
    }
    fn get(r: &mut Reader, map: &Remap) -> Option<Self>;
    fn show(&self) -> Shown<'_>;
}

impl Field for u64 {
    #[inline(always)]
    fn put(&self, out: &mut impl Sink) {
        put(out, *self)
    }
    fn get(r: &mut Reader, _: &Remap) -> Option<Self> {
        r.number()
    }
    fn show(&self) -> Shown<'_> {
        Shown::Number(*self)
    }
}

impl Field for i64 {
    #[inline(always)]
    fn put(&self, out: &mut impl Sink) {
        put_signed(out, *self)
    }
    fn get(r: &mut Reader, _: &Remap) -> Option<Self> {
        r.signed()
    }
    fn show(&self) -> Shown<'_> {
        Shown::Signed(*self)
    }
}

impl Field for bool {
    #[inline(always)]
    fn put(&self, out: &mut impl Sink) {
        out.byte(*self as u8)
    }
    fn get(r: &mut Reader, _: &Remap) -> Option<Self> {
        Some(r.byte()? != 0)
    }
    fn show(&self) -> Shown<'_> {
        Shown::Bool(*self)
    }
}

impl Field for Stack {
    #[inline(always)]
    fn put(&self, out: &mut impl Sink) {
        put(out, self.0 as u64)
    }
    fn get(r: &mut Reader, map: &Remap) -> Option<Self> {
        Some(Stack(*map.stacks.get(r.number()? as usize)?))
    }
    fn show(&self) -> Shown<'_> {
        Shown::Stack(*self)
    }
}

impl Field for Text {
    #[inline(always)]
    fn put(&self, out: &mut impl Sink) {
        put(out, self.0 as u64)
    }
    fn get(r: &mut Reader, map: &Remap) -> Option<Self> {
        Some(Text(*map.texts.get(r.number()? as usize)?))
    }
    fn show(&self) -> Shown<'_> {
        Shown::Text(*self)
    }
}

/// Small integers are one byte.
const SMALL: u64 = 0x78;

impl Field for Value {
    #[inline(always)]
    fn put(&self, out: &mut impl Sink) {
        match *self {
            Value::Int(n) if (0..SMALL as i64).contains(&n) => out.byte(0x80 | n as u8),
            Value::None => out.byte(0),
            Value::Bool(b) => out.byte(1 + b as u8),
            Value::Int(n) => {
                out.byte(3);
                put_signed(out, n)
            }
            Value::Uint(n) => {
                out.byte(4);
                put(out, n)
            }
            Value::Float(bits) => {
                out.byte(5);
                out.bytes(&bits.to_le_bytes())
            }
            Value::Str(t) => {
                out.byte(6);
                t.put(out)
            }
            Value::Other(t) => {
                out.byte(7);
                t.put(out)
            }
            Value::Each => out.byte(8),
        }
    }
    #[inline(always)]
    fn most(&self) -> usize {
        1 + LONGEST
    }
    fn get(r: &mut Reader, map: &Remap) -> Option<Self> {
        Some(match r.byte()? {
            0 => Value::None,
            1 => Value::Bool(false),
            2 => Value::Bool(true),
            3 => Value::Int(r.signed()?),
            4 => Value::Uint(r.number()?),
            5 => Value::Float(u64::from_le_bytes(r.take(8)?.try_into().ok()?)),
            6 => Value::Str(Text::get(r, map)?),
            7 => Value::Other(Text::get(r, map)?),
            8 => map.each.get(),
            b if b >= 0x80 => Value::Int((b & 0x7f) as i64),
            _ => return None,
        })
    }
    fn show(&self) -> Shown<'_> {
        Shown::Value(*self)
    }
}

impl Field for Gs {
    fn put(&self, out: &mut impl Sink) {
        put(out, self.len() as u64);
        self.iter().for_each(|&g| put(out, g));
    }
    fn most(&self) -> usize {
        LONGEST * (1 + self.len())
    }
    fn get(r: &mut Reader, _: &Remap) -> Option<Self> {
        let n = r.count()?;
        (0..n).map(|_| r.number()).collect()
    }
    fn show(&self) -> Shown<'_> {
        Shown::Numbers(self)
    }
}

impl Field for Cases {
    fn put(&self, out: &mut impl Sink) {
        put(out, self.len() as u64);
        for c in self {
            put(out, c.chan);
            put(out, c.index << 1 | c.sends as u64);
        }
    }
    fn most(&self) -> usize {
        LONGEST * (1 + 2 * self.len())
    }
    fn get(r: &mut Reader, _: &Remap) -> Option<Self> {
        let n = r.count()?;
        (0..n)
            .map(|_| {
                let chan = r.number()?;
                let rest = r.number()?;
                Some(Case { chan, sends: rest & 1 != 0, index: rest >> 1 })
            })
            .collect()
    }
    fn show(&self) -> Shown<'_> {
        Shown::Cases(self)
    }
}

impl Field for Queues {
    fn put(&self, out: &mut impl Sink) {
        put(out, self.ps.len() as u64);
        for (next, ring) in &self.ps {
            put(out, *next);
            ring.put(out);
        }
        self.global.put(out);
        put(out, self.waits.len() as u64);
        for (o, a, b) in &self.waits {
            put(out, *o);
            a.put(out);
            b.put(out);
        }
        for list in [&self.buffered, &self.gs] {
            put(out, list.len() as u64);
            for (a, b) in list {
                put(out, *a);
                put(out, *b);
            }
        }
    }
    fn most(&self) -> usize {
        let ps: usize = self.ps.iter().map(|(_, ring)| LONGEST + ring.most()).sum();
        let waits: usize = self.waits.iter().map(|(_, a, b)| LONGEST + a.most() + b.most()).sum();
        let pairs = 2 * (self.buffered.len() + self.gs.len());
        ps + self.global.most() + waits + LONGEST * (4 + pairs)
    }
    fn get(r: &mut Reader, map: &Remap) -> Option<Self> {
        let n = r.count()?;
        let ps =
            (0..n).map(|_| Some((r.number()?, Gs::get(r, map)?))).collect::<Option<Vec<_>>>()?;
        let global = Gs::get(r, map)?;
        let n = r.count()?;
        let waits = (0..n)
            .map(|_| Some((r.number()?, Gs::get(r, map)?, Gs::get(r, map)?)))
            .collect::<Option<Vec<_>>>()?;
        let mut pairs = || {
            let n = r.count()?;
            (0..n).map(|_| Some((r.number()?, r.number()?))).collect::<Option<Vec<_>>>()
        };
        let (buffered, gs) = (pairs()?, pairs()?);
        Some(Queues { ps, global, waits, buffered, gs })
    }
    fn show(&self) -> Shown<'_> {
        Shown::Queues(self)
    }
}

/// Enumerations of events: one byte, a word for people.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($case:ident $word:literal,)* })*) => {
        /// Name and words of each enumeration, for readers outside of Rust.
        pub const WORDS: &[(&str, &[&str])] = &[$((stringify!($name), &[$($word),*])),*];
    $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum $name { $($case,)* }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$case,)*];
            pub fn word(self) -> &'static str {
                match self { $($name::$case => $word,)* }
            }
        }

        impl Field for $name {
            #[inline(always)]
    fn put(&self, out: &mut impl Sink) {
                out.byte(*self as u8)
            }
            fn get(r: &mut Reader, _: &Remap) -> Option<Self> {
                $name::ALL.get(r.byte()? as usize).copied()
            }
            fn show(&self) -> Shown<'_> {
                Shown::Word(self.word())
            }
        }
    )*};
}

words! {
    /// Why an M gives up its P.
    Release {
        Idle "idle",
        StopTheWorld "stop the world",
        Gomaxprocs "GOMAXPROCS",
    }
    /// Who takes a P from an M in a blocking call, and what for.
    Retake {
        Sysmon "sysmon",
        StopTheWorld "stop the world",
    }
    /// Why a goroutine that could go on makes room.
    Yield {
        Gosched "runtime.Gosched",
        Preempted "preempted",
        Collection "garbage collection",
    }
    /// Why a goroutine waits.
    Wait {
        ChanSend "chan send",
        ChanRecv "chan receive",
        ChanSendNil "chan send (nil chan)",
        ChanRecvNil "chan receive (nil chan)",
        Select "select",
        SelectNoCases "select (no cases)",
        Sleep "sleep",
        Semacquire "semacquire",
        Mutex "sync.Mutex.Lock",
        RWMutexRLock "sync.RWMutex.RLock",
        RWMutexLock "sync.RWMutex.Lock",
        WaitGroup "sync.WaitGroup.Wait",
        Cond "sync.Cond.Wait",
        Io "IO wait",
        Other "waiting",
    }
    /// How the program ends.
    End {
        Returned "main returned",
        Exit "os.Exit",
        Panic "panic",
        Fatal "fatal error",
        Deadlock "deadlock",
        Stopped "stopped",
    }
    /// The place in a P's run queue.
    Slot {
        Next "runnext",
        Ring "ring",
    }
    /// Why the global queue is looked at.
    GlobalWhy {
        Fairness "every 61st round",
        Empty "local queue empty",
        SliceOver "time slice over",
    }
    /// How a value gets across a channel.
    How {
        Buffered "buffer",
        Direct "direct",
        Closed "closed",
    }
    /// Which of an object's queues.
    Queue {
        Recv "receivers",
        Send "senders",
        Wait "waiters",
        Readers "readers",
        Writers "writers",
    }
    /// What a stop of the world is for.
    Stop {
        Gc "garbage collection",
        Gomaxprocs "GOMAXPROCS",
        Snapshot "trace",
    }
    /// What an object is.
    ObjectKind {
        Chan "channel",
        Mutex "sync.Mutex",
        RWMutex "sync.RWMutex",
        WaitGroup "sync.WaitGroup",
        Cond "sync.Cond",
        Once "sync.Once",
        Semaphore "semaphore",
    }
}
