//! A whole image as text, holding everything: what `asm` reads back to an identical image.
//!
//! One thing a line; what belongs to it follows, indented. What has its default value is left out.
//! Everything after `;` is a comment.

use std::fmt::Write;

use crate::disasm;
use crate::image::{
    DataEntry, FuncEntry, Image, Kind, Reloc, SourcePos, TypeEntry, TypeId, VariablePart,
};
use crate::operand::instructions;

/// Bytes of a data section on one line.
const CHUNK: usize = 64;

pub fn image(m: &Image) -> String {
    let mut out = String::new();
    let o = &mut out;
    for f in &m.files {
        line(o, format_args!("file {}", quote(f.as_bytes())));
    }
    for (n, t) in m.types.iter().enumerate() {
        typ(o, n, t);
    }
    for t in &m.itabs {
        line(o, format_args!("itab interface={} concrete={}", t.interface.0, t.concrete.0));
    }
    for n in &m.natives {
        let (name, signature) = (quote(n.name.as_bytes()), quote(n.signature.as_bytes()));
        let (params, results) = (kinds(&n.params), kinds(&n.results));
        line(o, format_args!("native {name} {signature} params={params} results={results}"));
    }
    for (n, d) in m.data.iter().enumerate() {
        data(o, n, d);
    }
    if m.globals_size > 0 {
        line(o, format_args!("globals {}", m.globals_size));
    }
    for g in &m.globals {
        let name = quote(g.name.as_bytes());
        line(o, format_args!("global {name} type={} offset={}", g.typ.0, g.offset));
    }
    for (name, t) in &m.known_types {
        line(o, format_args!("known-type {} {}", quote(name.as_bytes()), t.0));
    }
    for (name, f) in &m.known_funcs {
        line(o, format_args!("known-func {} {}", quote(name.as_bytes()), f.0));
    }
    for (what, f) in [("entry", m.entry), ("main", m.main)] {
        if let Some(f) = f {
            line(o, format_args!("{what} {}", f.0));
        }
    }
    for (n, f) in m.funcs.iter().enumerate() {
        func(o, n, f, m);
    }
    out
}

fn line(o: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = writeln!(o, "{text}");
}

/// Bytes in quotes: what is not printable ASCII as `\xNN`.
pub fn quote(bytes: &[u8]) -> String {
    let mut s = String::from("\"");
    for &b in bytes {
        match b {
            b'"' => s.push_str("\\\""),
            b'\\' => s.push_str("\\\\"),
            b'\n' => s.push_str("\\n"),
            b' '..=b'~' => s.push(b as char),
            _ => {
                let _ = write!(s, "\\x{b:02x}");
            }
        }
    }
    s.push('"');
    s
}

/// The name of a component's kind.
pub const fn kind_name(k: Kind) -> &'static str {
    match k {
        Kind::I8 => "i8",
        Kind::I16 => "i16",
        Kind::I32 => "i32",
        Kind::I64 => "i64",
        Kind::U8 => "u8",
        Kind::U16 => "u16",
        Kind::U32 => "u32",
        Kind::U64 => "u64",
        Kind::F32 => "f32",
        Kind::F64 => "f64",
        Kind::Ptr => "ptr",
    }
}

fn list<T>(items: impl IntoIterator<Item = T>, text: impl Fn(T) -> String) -> String {
    format!("({})", items.into_iter().map(text).collect::<Vec<_>>().join(" "))
}

fn kinds(ks: &[Kind]) -> String {
    list(ks, |&k| kind_name(k).into())
}

fn ids(ids: &[TypeId]) -> String {
    list(ids, |t| t.0.to_string())
}

fn place(p: SourcePos) -> String {
    format!("{}:{}:{}", p.file, p.line, p.column)
}

/// ` key=value`, unless the value is the default.
fn set<T: PartialEq + std::fmt::Display>(o: &mut String, key: &str, value: T, default: T) {
    if value != default {
        let _ = write!(o, " {key}={value}");
    }
}

fn flags(o: &mut String, all: &[(&str, bool)]) {
    for (name, on) in all {
        if *on {
            let _ = write!(o, " {name}");
        }
    }
}

fn typ(o: &mut String, n: usize, t: &TypeEntry) {
    let _ = write!(o, "type {n} {} {}", t.kind.name(), quote(t.string.as_bytes()));
    set(o, "size", t.size, 0);
    set(o, "align", t.align, 1);
    set(o, "name", quote(t.name.as_bytes()), quote(b""));
    set(o, "pkg", quote(t.pkg.as_bytes()), quote(b""));
    flags(
        o,
        &[
            ("comparable", t.comparable),
            ("direct", t.direct),
            ("boxed", t.boxed),
            ("variadic", t.variadic),
            ("pointers-by-elem", t.pointers_by_elem),
        ],
    );
    let components = list(&t.components, |&(at, k)| format!("{at}:{}", kind_name(k)));
    set(o, "components", components, "()".into());
    set(o, "pointers", list(&t.pointers, u32::to_string), "()".into());
    for (key, id) in [("elem", t.elem), ("key", t.key)] {
        if let Some(id) = id {
            let _ = write!(o, " {key}={}", id.0);
        }
    }
    set(o, "len", t.len, 0);
    set(o, "params", ids(&t.params), "()".into());
    set(o, "results", ids(&t.results), "()".into());
    o.push('\n');
    for f in &t.fields {
        let _ = write!(o, "  field {} type={}", quote(f.name.as_bytes()), f.typ.0);
        set(o, "offset", f.offset, 0);
        flags(o, &[("embedded", f.embedded)]);
        set(o, "pkg", quote(f.pkg.as_bytes()), quote(b""));
        set(o, "tag", quote(f.tag.as_bytes()), quote(b""));
        o.push('\n');
    }
    for x in &t.methods {
        let _ = write!(o, "  method {} sig={}", quote(x.name.as_bytes()), x.sig.0);
        set(o, "pkg", quote(x.pkg.as_bytes()), quote(b""));
        if let Some(f) = x.func {
            let _ = write!(o, " func={}", f.0);
        }
        o.push('\n');
    }
}

fn data(o: &mut String, n: usize, d: &DataEntry) {
    let _ = write!(o, "data {n}");
    set(o, "align", d.align, 1);
    flags(o, &[("writable", d.writable)]);
    if let Some((t, count)) = d.typ {
        let _ = write!(o, " type={} count={count}", t.0);
    }
    o.push('\n');
    for chunk in d.bytes.chunks(CHUNK) {
        line(o, format_args!("  bytes {}", quote(chunk)));
    }
    for (at, reloc) in &d.relocs {
        let to = match reloc {
            Reloc::Data(id, off) => format!("data {} {off}", id.0),
            Reloc::Func(f) => format!("func {}", f.0),
            Reloc::Type(t) => format!("type {}", t.0),
            Reloc::Itab(t) => format!("itab {}", t.0),
        };
        line(o, format_args!("  address {at} {to}"));
    }
}

fn func(o: &mut String, n: usize, f: &FuncEntry, m: &Image) {
    let _ = write!(o, "func {n} {} frame={}", quote(f.name.as_bytes()), f.frame_size);
    set(o, "flags", f.flags, 0);
    set(o, "params", kinds(&f.params), "()".into());
    set(o, "results", kinds(&f.results), "()".into());
    set(o, "captures", kinds(&f.captures), "()".into());
    if let Some(pc) = f.recovery {
        let _ = write!(o, " recovery={pc}");
    }
    set(o, "pos", place(f.pos), "0:0:0".into());
    o.push('\n');
    for (pc, operands) in &f.unsigned {
        line(o, format_args!("  unsigned {pc} {operands}"));
    }
    for (name, pos, parent) in &f.inline_sites {
        let _ = write!(o, "  inline {} pos={}", quote(name.as_bytes()), place(*pos));
        set(o, "parent", *parent, 0);
        o.push('\n');
    }
    for v in &f.variables {
        let _ = write!(o, "  var {} {} type={}", quote(v.name.as_bytes()), v.role.name(), v.typ.0);
        set(o, "pos", place(v.pos), "0:0:0".into());
        set(o, "inline", v.inline, 0);
        flags(o, &[("memory", v.in_memory)]);
        o.push('\n');
        for r in &v.ranges {
            let parts = list(&r.parts, |p| match p {
                VariablePart::Slot(s) => s.to_string(),
                VariablePart::Const(c) => format!("#{c}"),
                VariablePart::Gone => "_".into(),
            });
            line(o, format_args!("  range from={} to={} parts={parts}", r.from, r.to));
        }
    }
    let mut lines = f.lines.iter().peekable();
    for i in instructions(&f.code) {
        while let Some(&(_, pos, site)) = lines.next_if(|l| l.0 as usize <= i.pc) {
            let _ = write!(o, "  line {}", place(pos));
            set(o, "inline", site, 0);
            o.push('\n');
        }
        let _ = write!(o, "    {}: {}", i.pc, disasm::text(&i));
        if let Some(s) = f.call_signature(i.pc as u32) {
            let letters =
                |ps: &[bool]| -> String { ps.iter().map(|&p| if p { 'p' } else { 'w' }).collect() };
            let _ = write!(o, " ({} -> {})", letters(&s.params), letters(&s.results));
        }
        if let Some(map) = f.pointer_map(i.pc as u32) {
            let slots: Vec<String> = map.iter().map(u16::to_string).collect();
            let _ = write!(o, " {{{}}}", slots.join(" "));
        }
        if let Some(name) = disasm::names(&i, m) {
            let _ = write!(o, " ; {name}");
        }
        o.push('\n');
    }
}
