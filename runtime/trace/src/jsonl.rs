//! JSON lines: the header, then one object an event.
//!
//! `{"seq":…,"t":…,"m":…,"p":…,"g":…,"ev":"GoStart",…fields…}`; p is null without a P. Field names are
//! the table's. A stack is a list of `{"fn","file","line","col"}`, innermost first; a value is JSON's
//! own where there is one, else Go's notation as a string; cases are `{"chan","sends","index"}`.

use std::fmt::Write;

use crate::field::{Shown, Value};
use crate::log::{Frame, Log, Record};

/// The whole log.
pub fn write(log: &Log) -> String {
    let mut out = String::from("{\"gvm\":");
    string(&mut out, &log.header.version);
    out.push_str(",\"image\":");
    string(&mut out, &log.header.image);
    let _ = write!(out, ",\"complete\":{},\"options\":{{", log.complete);
    for (i, (k, v)) in log.header.options.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        string(&mut out, k);
        out.push(':');
        string(&mut out, v);
    }
    out.push_str("}}\n");
    for r in &log.records {
        record(&mut out, log, r);
        out.push('\n');
    }
    out
}

/// One event as one JSON object.
pub fn record(out: &mut String, log: &Log, r: &Record) {
    let _ = write!(out, "{{\"seq\":{},\"t\":{},\"m\":{},\"p\":", r.seq, r.time, r.m);
    match r.p {
        Some(p) => {
            let _ = write!(out, "{p}");
        }
        None => out.push_str("null"),
    }
    let _ = write!(out, ",\"g\":{},\"ev\":\"{}\"", r.g, Log::kind_name(r));
    for (name, shown) in r.event.fields() {
        // Some kinds have a field g of their own: who it is about, where g is who did it.
        let name = if matches!(name, "g" | "p" | "m") { format!("of_{name}") } else { name.into() };
        let _ = write!(out, ",\"{name}\":");
        show(out, log, shown);
    }
    out.push('}');
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

fn numbers(out: &mut String, ns: &[u64]) {
    list(out, ns, |out, n| {
        let _ = write!(out, "{n}");
    });
}

fn show(out: &mut String, log: &Log, shown: Shown<'_>) {
    let _ = match shown {
        Shown::Number(n) => write!(out, "{n}"),
        Shown::Signed(n) => write!(out, "{n}"),
        Shown::Bool(b) => write!(out, "{b}"),
        Shown::Word(w) => {
            string(out, w);
            Ok(())
        }
        Shown::Numbers(ns) => {
            numbers(out, ns);
            Ok(())
        }
        Shown::Stack(s) => {
            list(out, log.stack(s), frame);
            Ok(())
        }
        Shown::Text(t) => {
            string(out, log.text(t));
            Ok(())
        }
        Shown::Value(v) => {
            value(out, log, v);
            Ok(())
        }
        Shown::Cases(cs) => {
            list(out, cs, |out, c| {
                let _ = write!(
                    out,
                    "{{\"chan\":{},\"sends\":{},\"index\":{}}}",
                    c.chan, c.sends, c.index
                );
            });
            Ok(())
        }
        Shown::Queues(q) => {
            out.push_str("{\"ps\":");
            list(out, &q.ps, |out, (next, ring)| {
                let _ = write!(out, "{{\"next\":{next},\"ring\":");
                numbers(out, ring);
                out.push('}');
            });
            out.push_str(",\"global\":");
            numbers(out, &q.global);
            out.push_str(",\"waits\":");
            list(out, &q.waits, |out, (o, a, b)| {
                let _ = write!(out, "{{\"object\":{o},\"recv\":");
                numbers(out, a);
                out.push_str(",\"send\":");
                numbers(out, b);
                out.push('}');
            });
            out.push('}');
            Ok(())
        }
    };
}

fn value(out: &mut String, log: &Log, v: Value) {
    let _ = match v {
        Value::None | Value::Each => write!(out, "null"),
        Value::Bool(b) => write!(out, "{b}"),
        // Beyond 2^53 a JSON number is not exact everywhere.
        Value::Int(n) if n.unsigned_abs() < 1 << 53 => write!(out, "{n}"),
        Value::Uint(n) if n < 1 << 53 => write!(out, "{n}"),
        Value::Float(b) if f64::from_bits(b).is_finite() => write!(out, "{:?}", f64::from_bits(b)),
        Value::Str(t) => {
            string(out, log.text(t));
            Ok(())
        }
        _ => {
            string(out, &log.value(v));
            Ok(())
        }
    };
}

fn frame(out: &mut String, f: &Frame) {
    out.push_str("{\"fn\":");
    string(out, &f.function);
    out.push_str(",\"file\":");
    string(out, &f.file);
    let _ = write!(out, ",\"line\":{},\"col\":{}", f.line, f.column);
    if f.library {
        out.push_str(",\"library\":true");
    }
    out.push('}');
}

/// A JSON string.
pub fn string(out: &mut String, s: &str) {
    out.push('"');
    for c in s.chars() {
        let _ = match c {
            '"' => write!(out, "\\\""),
            '\\' => write!(out, "\\\\"),
            '\n' => write!(out, "\\n"),
            // `<` so that a page can hold it in a script.
            c if (c as u32) < 0x20 || c == '<' => write!(out, "\\u{:04x}", c as u32),
            c => {
                out.push(c);
                Ok(())
            }
        };
    }
    out.push('"');
}
