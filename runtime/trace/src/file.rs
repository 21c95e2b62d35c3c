//! The file: header, then sections, each a tag, its length and its bytes.
//!
//! | tag | section |
//! |---|---|
//! | 1 | an M's tables: M, texts, stacks (each a list of places) |
//! | 2 | places: key, and the frames there, innermost first (inlined calls are frames) |
//! | 3 | a chunk: M, sequence number, time, number of events, bytes |
//! | 4 | the end: number of events in all |
//!
//! A file without section 4 was cut off; what is there can still be read.

use crate::chunk::{Buffer, Chunk};
use crate::log::{Frame, Header};
use crate::wire::{Reader, put, put_text};

pub const MAGIC: &[u8; 8] = b"gvm log\x01";
/// Of the event table and the encoding.
pub const VERSION: u64 = 1;

const TABLES: u8 = 1;
const PLACES: u8 = 2;
const CHUNK: u8 = 3;
const END: u8 = 4;

/// The M number of sysmon.
pub const SYSMON: u64 = 9999;

/// What the runtime hands over when the program has ended.
pub fn write(
    header: &Header,
    buffers: &[(u64, &Buffer)],
    describe: &mut dyn FnMut(u64) -> Vec<Frame>,
) -> Vec<u8> {
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
    let mut keys: Vec<u64> =
        buffers.iter().flat_map(|(_, b)| b.stack_list.iter().flatten().copied()).collect();
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
    let mut total = 0;
    for &(m, b) in buffers {
        put(&mut body, m);
        put(&mut body, b.text_list.len() as u64);
        b.text_list.iter().for_each(|t| put_text(&mut body, t));
        put(&mut body, b.stack_list.len() as u64);
        for s in &b.stack_list {
            put(&mut body, s.len() as u64);
            s.iter().for_each(|&k| put(&mut body, k));
        }
        section(&mut out, TABLES, &mut body);
        for c in &b.chunks {
            for n in [m, c.seq, c.time, c.events] {
                put(&mut body, n);
            }
            body.extend_from_slice(&c.bytes);
            section(&mut out, CHUNK, &mut body);
            total += c.events;
        }
    }
    put(&mut body, total);
    section(&mut out, END, &mut body);
    out
}

fn section(out: &mut Vec<u8>, tag: u8, body: &mut Vec<u8>) {
    out.push(tag);
    put(out, body.len() as u64);
    out.append(body);
}

/// An M's texts and stacks.
#[derive(Default)]
pub struct Tables {
    pub m: u64,
    pub texts: Vec<String>,
    pub stacks: Vec<Vec<u64>>,
}

/// A file taken apart.
#[derive(Default)]
pub struct Parts {
    pub header: Header,
    pub places: Vec<(u64, Vec<Frame>)>,
    pub tables: Vec<Tables>,
    pub chunks: Vec<(u64, Chunk)>,
    /// Events in all, when the file is complete.
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
            let texts = (0..n).map(|_| r.text()).collect::<Option<Vec<_>>>()?;
            let n = r.count()?;
            let stacks = (0..n)
                .map(|_| {
                    let n = r.count()?;
                    (0..n).map(|_| r.number()).collect::<Option<Vec<_>>>()
                })
                .collect::<Option<Vec<_>>>()?;
            parts.tables.push(Tables { m, texts, stacks });
        }
        CHUNK => {
            let m = r.number()?;
            let (seq, time, events) = (r.number()?, r.number()?, r.number()?);
            let bytes = r.take(r.left())?.to_vec();
            parts.chunks.push((m, Chunk { seq, time, events, bytes }));
        }
        END => parts.total = Some(r.number()?),
        // Of a later writer with the same version: may be skipped.
        _ => {}
    }
    Some(())
}
