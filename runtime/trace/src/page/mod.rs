//! The page that teaches the scheduler: one HTML file that needs nothing but a browser.
//!
//! `Page::html` puts the log, the sources and the scripts of this folder into one file. The events are
//! the log's own bytes in one order (see `events`); the browser decodes them with the event table, which
//! is in the page too, so that a new kind of event needs no new decoder. `model.js` has the rules of
//! `crate::model`; a test holds the two together. The page asks nothing of any network: its own
//! content security policy forbids it.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::field::{ObjectKind, Text, WORDS};
use crate::jsonl::string;
use crate::kind::{Event, KINDS, Recorded};
use crate::log::Log;
use crate::source::{self, Sources};
use crate::summary::summary;
use crate::wire::put;

const FRAME: &str = include_str!("page.html");
const STYLE: &str = include_str!("style.css");
/// In the order they need each other.
const SCRIPTS: &[&str] = &[
    include_str!("decode.js"),
    include_str!("model.js"),
    include_str!("lanes.js"),
    include_str!("words.js"),
    include_str!("timeline.js"),
    include_str!("panels.js"),
    include_str!("main.js"),
];

/// What the page shows.
pub struct Page<'a> {
    pub log: &'a Log,
    /// What the program is called.
    pub title: &'a str,
    pub sources: &'a Sources,
    /// Functions and their listings (lines that begin with the cell's number), where code is at hand.
    pub bytecode: &'a [(String, String)],
}

impl Page<'_> {
    pub fn html(&self) -> String {
        let mut data = String::new();
        self.data(&mut data);
        let events = base64(&events(self.log));
        let mut out = String::with_capacity(data.len() + events.len() + 200_000);
        let mut rest = FRAME;
        while let Some((before, after)) = rest.split_once("{{") {
            out.push_str(before);
            let Some((name, after)) = after.split_once("}}") else { break };
            match name {
                "title" => out.push_str(&escape(self.title)),
                "style" => out.push_str(STYLE),
                "data" => out.push_str(&data),
                "events" => out.push_str(&events),
                _ => SCRIPTS.iter().for_each(|s| out.push_str(s)),
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// Tables: everything but the events, as JSON.
    fn data(&self, out: &mut String) {
        let log = self.log;
        out.push_str("{\"title\":");
        string(out, self.title);
        let _ = write!(out, ",\"complete\":{},\"count\":{}", log.complete, log.records.len());
        out.push_str(",\"version\":");
        string(out, &log.header.version);
        out.push_str(",\"options\":");
        object(out, log.header.options.iter().map(|(k, v)| (k, v)), |out, v| string(out, v));
        out.push_str(",\"kinds\":");
        list(out, KINDS, |out, k| {
            out.push_str("{\"name\":");
            string(out, k.name);
            out.push_str(",\"group\":");
            string(out, k.group);
            out.push_str(",\"fields\":");
            list(out, k.fields, |out, (name, ty)| {
                let _ = write!(out, "[\"{name}\",\"{ty}\"]");
            });
            out.push_str(",\"what\":");
            string(out, k.what);
            out.push_str(",\"rule\":");
            string(out, k.rule);
            out.push('}');
        });
        out.push_str(",\"words\":");
        object(out, WORDS.iter().copied(), |out, words| list(out, words, |out, w| string(out, w)));
        out.push_str(",\"texts\":");
        list(out, &log.texts, |out, t| string(out, t));
        out.push_str(",\"stacks\":");
        list(out, &log.stacks, |out, s| {
            list(out, s, |out, f| {
                let _ = write!(out, "{f}");
            })
        });
        out.push_str(",\"frames\":");
        list(out, &log.frames, |out, f| {
            out.push_str("{\"fn\":");
            string(out, &f.function);
            out.push_str(",\"file\":");
            string(out, &f.file);
            let (line, column, cell) = (f.line, f.column, f.offset / 8);
            let _ = write!(out, ",\"line\":{line},\"column\":{column},\"cell\":{cell}");
            let _ = write!(out, ",\"library\":{}}}", f.library);
        });
        out.push_str(",\"sources\":");
        object(out, &self.sources.files, |out, t| string(out, t));
        out.push_str(",\"bytecode\":");
        object(out, self.bytecode.iter().map(|(k, v)| (k, v)), |out, t| string(out, t));
        self.places(out);
        let s = summary(log, self.sources);
        out.push_str(",\"summary\":");
        list(out, [&s.happened, &s.waited, &s.ended], |out, t| string(out, t));
        out.push('}');
    }

    /// For each stack where objects were made or used: the author's name for them, and whether they are
    /// his. For each `go` statement what it starts.
    fn places(&self, out: &mut String) {
        let (mut made, mut started) = (BTreeMap::new(), BTreeMap::new());
        let mut kinds = BTreeMap::new();
        for r in &self.log.records {
            match &r.event {
                Event::ChanMake { ch, .. } => _ = kinds.insert(*ch, ObjectKind::Chan),
                Event::ObjectNew { object, kind, .. } => _ = kinds.insert(*object, *kind),
                Event::GoCreate { stack, .. } => {
                    started
                        .entry(stack.0)
                        .or_insert_with(|| self.sources.started_at(self.log, *stack));
                }
                _ => {}
            }
            let Some((object, stack)) = source::touched(&r.event) else { continue };
            let Some(&kind) = kinds.get(&object) else { continue };
            made.entry((stack.0, kind as u8)).or_insert_with(|| {
                let name = self.sources.name_at(self.log, kind, Text(0), stack);
                (name, source::own(self.log, stack))
            });
        }
        out.push_str(",\"made\":");
        let keyed = made.iter().map(|((s, k), v)| (format!("{s}/{k}"), v));
        object(out, keyed, |out, (name, own)| {
            let _ = write!(out, "[{own},");
            string(out, name.as_deref().unwrap_or(""));
            out.push(']');
        });
        out.push_str(",\"started\":");
        let named = started.iter().filter_map(|(s, n)| Some((s.to_string(), n.as_ref()?)));
        object(out, named, |out, name| string(out, name));
    }
}

fn list<T>(
    out: &mut String,
    items: impl IntoIterator<Item = T>,
    mut each: impl FnMut(&mut String, T),
) {
    out.push('[');
    for (i, x) in items.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        each(out, x);
    }
    out.push(']');
}

fn object<K: AsRef<str>, V>(
    out: &mut String,
    items: impl IntoIterator<Item = (K, V)>,
    mut each: impl FnMut(&mut String, V),
) {
    out.push('{');
    for (i, (k, v)) in items.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        string(out, k.as_ref());
        out.push(':');
        each(out, v);
    }
    out.push('}');
}

fn escape(s: &str) -> String {
    s.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// All events in their order: kind, M, nanoseconds since the event before (signed: clocks of Ms may
/// differ), fields. Texts and stacks are numbers of the log's tables.
fn events(log: &Log) -> Vec<u8> {
    let mut out = Vec::with_capacity(log.records.len() * 8);
    let mut time = 0;
    for r in &log.records {
        out.push(r.event.kind());
        put(&mut out, r.m);
        crate::wire::put_signed(&mut out, r.time as i64 - time);
        time = r.time as i64;
        r.event.put_fields(&mut out);
    }
    out
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for part in bytes.chunks(3) {
        let n = part.iter().fold(0u32, |n, b| n << 8 | *b as u32) << (8 * (3 - part.len()));
        for i in 0..4 {
            if i <= part.len() {
                out.push(LETTERS[(n >> (18 - 6 * i) & 63) as usize] as char);
            } else {
                out.push('=');
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn base64_is_the_usual_one() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foobar", "Zm9vYmFy")] {
            assert_eq!(super::base64(bytes.as_bytes()), text);
        }
    }
}
