//! The file: header, then sections, each a tag, its length and its bytes.
//!
//! | tag | section |
//! |---|---|
//! | 1 | tables of an M: M, texts, stacks (each a list of places), templates of runs (each: events, 1 if each run has a value + 2 if it has a length + 4 if it is silent, bytes) |
//! | 2 | places: key, and the frames there, innermost first (inlined calls are frames) |
//! | 3 | a chunk: M, sequence number, time, number of the M's events before it, number of events, bytes |
//! | 4 | the end: number of events in the file |
//! | 5 | the start, when older events were forgotten: number of the first event that nothing is missing from; for each M: M, P + 1 or 0, G |
//! | 6 | the clock: nanoseconds at tick 0; then ticks, and the nanoseconds that they take |
//!
//! A chunk's texts and stacks are those of the last tables of its M before it.
//!
//! A file without section 4 was cut off; what is there can still be read.

use crate::chunk::{Base, Batch, Chunk, Tables, Template};
use crate::log::{Context, Frame, Header};
use crate::wire::{Reader, put, put_text};

pub const MAGIC: &[u8; 8] = b"gvm log\x01";
/// Of the event table and the encoding.
pub const VERSION: u64 = 5;

const TABLES: u8 = 1;
const PLACES: u8 = 2;
const CHUNK: u8 = 3;
const END: u8 = 4;
const START: u8 = 5;
const CLOCK: u8 = 6;

/// The M number of sysmon.
pub const SYSMON: u64 = 9999;

/// What times are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Nanoseconds at tick 0.
    pub start: u64,
    pub ticks: u64,
    /// So many nanoseconds are `ticks`.
    pub ns: u64,
}

impl Default for Clock {
    fn default() -> Self {
        Clock { start: 0, ticks: 1, ns: 1 }
    }
}

impl Clock {
    pub fn nanoseconds(&self, ticks: u64) -> u64 {
        if self.ticks == self.ns {
            return self.start.saturating_add(ticks);
        }
        let ns = ticks as u128 * self.ns as u128 / self.ticks.max(1) as u128;
        self.start.saturating_add(ns as u64)
    }
}

/// What the runtime hands over.
#[derive(Default)]
pub struct Recording {
    pub clock: Clock,
    /// Those of an M in their order.
    pub batches: Vec<Batch>,
    /// Number of the last event that was forgotten; 0: none was.
    pub lost: u64,
}

/// The file in pieces: those of many events are the chunks' own memory.
pub type Pieces = Vec<Vec<u8>>;

pub fn write(
    header: &Header,
    recording: Recording,
    describe: &mut dyn FnMut(u64) -> Vec<Frame>,
) -> Pieces {
    let Recording { clock, batches, lost } = recording;
    let mut out = MAGIC.to_vec();
    let mut body = Vec::new();
    put(&mut body, VERSION);
    put_text(&mut body, &header.version);
    put_text(&mut body, &header.image);
    put(&mut body, header.options.len() as u64);
    for (k, v) in &header.options {
        put_text(&mut body, k);
        put_text(&mut body, v);
    }
    put(&mut out, body.len() as u64);
    out.append(&mut body);
    if clock != Clock::default() {
        [clock.start, clock.ticks, clock.ns].iter().for_each(|&n| put(&mut body, n));
        section(&mut out, CLOCK, &mut body);
    }
    let mut keys: Vec<u64> =
        batches.iter().flat_map(|b| b.tables.stacks.iter().flatten().copied()).collect();
    keys.sort_unstable();
    keys.dedup();
    put(&mut body, keys.len() as u64);
    for key in keys {
        put(&mut body, key);
        let frames = describe(key);
        put(&mut body, frames.len() as u64);
        for f in frames {
            put_text(&mut body, &f.function);
            put_text(&mut body, &f.file);
            for n in [f.line as u64, f.column as u64, f.offset, f.library as u64] {
                put(&mut body, n);
            }
        }
    }
    section(&mut out, PLACES, &mut body);
    if lost != 0 {
        put(&mut body, lost + 1);
        let mut first: Vec<(u64, Context)> = batches.iter().map(|b| (b.m, b.before)).collect();
        first.dedup_by_key(|b| b.0);
        put(&mut body, first.len() as u64);
        for (m, Context { p, g }) in first {
            [m, p.map_or(0, |p| p + 1), g].iter().for_each(|&n| put(&mut body, n));
        }
        section(&mut out, START, &mut body);
    }
    let mut total = 0;
    let mut pieces = Vec::new();
    for b in batches {
        put(&mut body, b.m);
        put(&mut body, b.tables.texts.len() as u64);
        b.tables.texts.iter().for_each(|t| put_text(&mut body, t));
        put(&mut body, b.tables.stacks.len() as u64);
        for s in &b.tables.stacks {
            put(&mut body, s.len() as u64);
            s.iter().for_each(|&k| put(&mut body, k));
        }
        put(&mut body, b.tables.templates.len() as u64);
        for t in &b.tables.templates {
            put(&mut body, t.events as u64);
            put(&mut body, t.each as u64 | (t.len as u64) << 1 | (t.silent as u64) << 2);
            put(&mut body, t.bytes.len() as u64);
            body.extend_from_slice(&t.bytes);
        }
        section(&mut out, TABLES, &mut body);
        for c in b.chunks {
            for n in [b.m, c.base.seq, c.base.time, c.before, c.events] {
                put(&mut body, n);
            }
            out.push(CHUNK);
            put(&mut out, (body.len() + c.bytes.len()) as u64);
            out.append(&mut body);
            pieces.push(std::mem::take(&mut out));
            pieces.push(c.bytes);
            total += c.events;
        }
    }
    put(&mut body, total);
    section(&mut out, END, &mut body);
    pieces.push(out);
    pieces
}

fn section(out: &mut Vec<u8>, tag: u8, body: &mut Vec<u8>) {
    out.push(tag);
    put(out, body.len() as u64);
    out.append(body);
}

/// A file taken apart.
#[derive(Default)]
pub struct Parts {
    pub header: Header,
    pub places: Vec<(u64, Vec<Frame>)>,
    pub clock: Clock,
    /// With their M.
    pub tables: Vec<(u64, Tables)>,
    /// M, place of its tables in `tables`, chunk.
    pub chunks: Vec<(u64, Option<usize>, Chunk)>,
    /// The first event that nothing is missing from; 0: the log is whole.
    pub first: u64,
    /// What Ms had before their first event here.
    pub before: Vec<(u64, Context)>,
    /// Events in the file, when the file is complete.
    pub total: Option<u64>,
}

pub fn read(bytes: &[u8]) -> Result<Parts, String> {
    let rest = bytes.strip_prefix(MAGIC).ok_or("not an event log of gvm")?;
    let broken = "the event log is damaged";
    let mut r = Reader::new(rest);
    let n = r.count().ok_or(broken)?;
    let mut head = Reader::new(r.take(n).ok_or(broken)?);
    let version = head.number().ok_or(broken)?;
    if version != VERSION {
        return Err(format!("the event log has version {version}, this gvm reads {VERSION}"));
    }
    let mut parts = Parts { header: header(&mut head).ok_or(broken)?, ..Parts::default() };
    while !r.is_empty() && parts.total.is_none() {
        let (Some(tag), Some(n)) = (r.byte(), r.number()) else { break };
        let Some(body) = r.take(n as usize) else { break };
        part(&mut parts, tag, Reader::new(body)).ok_or(broken)?;
    }
    Ok(parts)
}

fn header(r: &mut Reader) -> Option<Header> {
    let (version, image) = (r.text()?, r.text()?);
    let n = r.count()?;
    let options = (0..n).map(|_| Some((r.text()?, r.text()?))).collect::<Option<Vec<_>>>()?;
    Some(Header { version, image, options })
}

fn part(parts: &mut Parts, tag: u8, mut r: Reader) -> Option<()> {
    match tag {
        PLACES => {
            for _ in 0..r.count()? {
                let key = r.number()?;
                let n = r.count()?;
                let frames = (0..n)
                    .map(|_| {
                        Some(Frame {
                            function: r.text()?,
                            file: r.text()?,
                            line: r.number()? as u32,
                            column: r.number()? as u32,
                            offset: r.number()?,
                            library: r.number()? != 0,
                        })
                    })
                    .collect::<Option<Vec<_>>>()?;
                parts.places.push((key, frames));
            }
        }
        TABLES => {
            let m = r.number()?;
            let n = r.count()?;
            let texts = (0..n).map(|_| Some(r.text()?.into())).collect::<Option<Vec<_>>>()?;
            let n = r.count()?;
            let stacks = (0..n)
                .map(|_| {
                    let n = r.count()?;
                    (0..n).map(|_| r.number()).collect::<Option<Box<[u64]>>>()
                })
                .collect::<Option<Vec<_>>>()?;
            let n = r.count()?;
            let templates = (0..n)
                .map(|_| {
                    let (events, own) = (r.number()? as u32, r.number()?);
                    let (each, len, silent) = (own & 1 != 0, own & 2 != 0, own & 4 != 0);
                    let n = r.count()?;
                    Some(Template { events, each, len, silent, bytes: r.take(n)?.into() })
                })
                .collect::<Option<Vec<_>>>()?;
            parts.tables.push((m, Tables { texts, stacks, templates }));
        }
        CHUNK => {
            let m = r.number()?;
            let (seq, time) = (r.number()?, r.number()?);
            let (before, events) = (r.number()?, r.number()?);
            let bytes = r.take(r.left())?.to_vec();
            let tables = parts.tables.iter().rposition(|t| t.0 == m);
            let base = Base { seq, time };
            parts.chunks.push((m, tables, Chunk { base, before, events, bytes }));
        }
        START => {
            parts.first = r.number()?;
            for _ in 0..r.count()? {
                let (m, p, g) = (r.number()?, r.number()?, r.number()?);
                parts.before.push((m, Context { p: p.checked_sub(1), g }));
            }
        }
        CLOCK => {
            let (start, ticks, ns) = (r.number()?, r.number()?, r.number()?);
            parts.clock = Clock { start, ticks, ns };
        }
        END => parts.total = Some(r.number()?),
        // Of a later writer with the same version: may be skipped.
        _ => {}
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chunk::{ABSENT, Ints, LONGEST_RUN, Used, Varies};
    use crate::kind::Event;
    use crate::wire::{Room, Short};
    use crate::{Log, field};

    /// Two batches of M 3, the first of which nobody has; tables differ between them.
    fn recording(lost: u64) -> Recording {
        let batch = |seq: u64, text: &str| {
            let mut bytes = vec![0; 100];
            let mut base = Base { seq, time: 10 };
            let chunk = Chunk { base, before: seq, events: 2, bytes: Vec::new() };
            let mut room = Room::new(&mut bytes);
            base.put(&mut room, seq + 1, 10, &Event::GoEnd {});
            base.put(&mut room, seq + 2, 40, &Event::Label { text: field::Text(1) });
            let n = room.len();
            bytes.truncate(n);
            Batch {
                m: 3,
                before: Context { p: Some(1), g: 7 },
                tables: Tables { texts: vec![text.into()], ..Tables::default() },
                chunks: vec![Chunk { bytes, ..chunk }],
            }
        };
        let clock = Clock { start: 5, ticks: 10, ns: 25 };
        let batches = vec![batch(lost, "first"), batch(lost + 2, "second")];
        Recording { clock, batches, lost }
    }

    #[test]
    fn batches_have_their_own_tables_and_ticks_become_nanoseconds() {
        for lost in [0, 40] {
            let bytes = write(&Header::default(), recording(lost), &mut |_| Vec::new()).concat();
            let log = Log::read(&bytes).expect("a log");
            assert_eq!((log.complete, log.first()), (lost == 0, lost + 1));
            let texts: Vec<&str> = (log.records.iter())
                .filter_map(|r| match r.event {
                    Event::Label { text } => Some(log.text(text)),
                    _ => None,
                })
                .collect();
            assert_eq!(texts, ["first", "second"]);
            let at: Vec<u64> = log.records.iter().map(|r| r.time).collect();
            assert_eq!(at, [30, 105, 30, 105]);
            // What the M had is known from the file only where something was forgotten.
            let had = (log.records[0].p, log.records[0].g);
            assert_eq!(had, if lost == 0 { (None, 0) } else { (Some(1), 7) });
            assert_eq!(log.records[1].g, 0);
        }
    }

    /// Runs bring their events back: with values of their own, as differences from what is expected or whole,
    /// with a time and without, and when numbers were left out. What is missing is noticed.
    #[test]
    fn runs_are_their_events() {
        let mut bytes = Vec::new();
        let value = field::Value::Each;
        let (peer, len, stack, how) = (2, 0, field::Stack(0), field::How::Direct);
        Template::put(&mut bytes, &Event::ChanSend { ch: 4, how, peer, len, value, stack });
        Template::put(&mut bytes, &Event::GoUnblock { g: 2, by: 1 });
        let template =
            Template { events: 2, each: true, len: true, silent: false, bytes: bytes.into() };
        let used = Used { number: 1, events: 2, each: true, len: true, silent: false };
        let ints = [5, 6, 90, -1000, -1003, i64::MIN, i64::MAX, -2, 1000, 2000, 3000, 4001];
        let mut base = Base { seq: 0, time: 0 };
        let (mut bytes, mut expected) = (Vec::new(), Ints::default());
        for (i, &n) in ints.iter().enumerate() {
            let mut room = [0; LONGEST_RUN];
            let mut short = Short::new(&mut room);
            // The first and the last have times; before the fourth others took numbers.
            let time = [0, ints.len() - 1].contains(&i).then_some(100 * i as u64);
            let seq = base.seq + if i == 3 { 10 } else { 1 };
            let difference = Some(expected.comes(n));
            let own = Varies { value: field::Value::Int(n), difference, len: 200 * i as u64 };
            base.put_run(&mut short, seq, time, &used, own);
            let len = short.len();
            bytes.extend_from_slice(&room[..len]);
        }
        // Those after 1000 are 1000 more than the one before, or nearly so.
        assert_eq!(bytes.len(), 5 + 5 + 5 + 8 + 7 + 15 + 15 + 6 + 7 + 5 + 5 + 7);
        let events = 2 * ints.len() as u64;
        let chunk = Chunk { base: Base::default(), before: 0, events, bytes };
        let tables = Tables { templates: vec![template], ..Tables::default() };
        let batch = Batch { m: 3, before: Context::default(), tables, chunks: vec![chunk] };
        let file = |batch: Batch| {
            let recording = Recording { batches: vec![batch], ..Recording::default() };
            write(&Header::default(), recording, &mut |_| Vec::new()).concat()
        };
        let log = Log::read(&file(batch.clone())).expect("a log");
        assert!(log.complete);
        let seqs: Vec<u64> = log.records.iter().map(|r| r.seq).collect();
        assert_eq!(seqs, (1..=events).collect::<Vec<_>>());
        let sent = |r: &crate::log::Record| match r.event {
            Event::ChanSend { value: field::Value::Int(n), len, .. } => Some((n, len)),
            _ => None,
        };
        let wanted: Vec<_> = ints.iter().zip(0..).map(|(&n, i)| (n, 200 * i)).collect();
        assert_eq!(log.records.iter().filter_map(sent).collect::<Vec<_>>(), wanted);
        let times: Vec<u64> = log.records.iter().map(|r| r.time).collect();
        // No event is more than 40 ns after the one before it but the one that says so.
        let between: Vec<u64> = (1..=20).map(|i| 40 * i).collect();
        assert_eq!(times, [&[0, 0][..], &between, &[1100, 1100]].concat());
        let mut cut = batch;
        cut.chunks[0].before = 1;
        assert!(!Log::read(&file(cut)).expect("a log").complete);
    }

    /// A silent run comes where it is expected, unless a byte says that it does not; and none is made up where
    /// the chunk ends.
    #[test]
    fn silent_runs_come_by_themselves() {
        let template = |each, silent, event: Event| {
            let mut bytes = Vec::new();
            Template::put(&mut bytes, &event);
            Template { events: 1, each, len: false, silent, bytes: bytes.into() }
        };
        let (ch, peer, len, stack, how) = (4, 2, 0, field::Stack(0), field::How::Direct);
        let send = Event::ChanSend { ch, how, peer, len, value: field::Value::Each, stack };
        let templates = vec![
            template(true, false, send),
            template(false, true, Event::GoUnblock { g: 2, by: 1 }),
            template(false, true, Event::RunqPut { g: 2, slot: field::Slot::Next, kicked: 0 }),
        ];
        let (run, next) = (0x7f | 0x80, 0x80);
        let mut stop = [0; 64];
        let mut room = Room::new(&mut stop);
        Base::default().put(&mut room, 1, 0, &Event::SpinStart {});
        let n = room.len();
        let stop = &stop[..n];
        assert_eq!(stop[0] & next, next);
        // What is expected after each is known when the first comes again; then one byte stands for three events.
        let first = [run, 1, 0x35, run, 2, run, 3, run, 1, 0x31];
        let bytes = [&first[..], &[0x61, ABSENT, 1], stop, &[run, 1, 0x30]].concat();
        let sent = |n| format!("sent {n}");
        let [woken, queued, spins] = ["woken", "queued", "spins"].map(String::from);
        let wanted = [
            [sent(5), woken.clone(), queued.clone(), sent(6), woken.clone(), queued.clone()],
            [sent(7), woken.clone(), queued, spins, sent(7), woken],
        ]
        .concat();
        let read = |bytes: &[u8], events| {
            let tables = Tables { templates: templates.clone(), ..Tables::default() };
            let chunk = Chunk { base: Base::default(), before: 0, events, bytes: bytes.into() };
            let batch = Batch { m: 3, before: Context::default(), tables, chunks: vec![chunk] };
            let recording = Recording { batches: vec![batch], ..Recording::default() };
            let file = write(&Header::default(), recording, &mut |_| Vec::new()).concat();
            let log = Log::read(&file)?;
            let word = |r: &crate::log::Record| match r.event {
                Event::ChanSend { value: field::Value::Int(n), .. } => sent(n),
                Event::GoUnblock { .. } => "woken".into(),
                Event::RunqPut { .. } => "queued".into(),
                Event::SpinStart {} => "spins".into(),
                ref e => format!("{e:?}"),
            };
            Ok::<Vec<String>, String>(log.records.iter().map(word).collect())
        };
        let bytes_without = [&first[..], &[0x61]].concat();
        for events in 6..=9 {
            let bytes = if events < 7 { &bytes_without[..10] } else { &bytes_without[..] };
            assert_eq!(read(bytes, events as u64).as_deref(), Ok(&wanted[..events]));
        }
        let spoken: Vec<String> = wanted[..8].iter().chain(&wanted[9..]).cloned().collect();
        assert_eq!(read(&bytes, spoken.len() as u64), Ok(spoken));
        assert!(read(&bytes, 5).is_err());
    }
}
