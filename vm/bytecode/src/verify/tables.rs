//! The image's tables besides functions: ids in range, data sections, globals, itabs, roots.

use super::{Checked, Refusal, types};
use crate::image::{FuncId, Image, Kind, Reloc, TypeId, TypeKind};

fn refuse(what: String) -> Checked {
    Err(Refusal(what))
}

pub fn check(m: &Image) -> Checked {
    for id in 0..m.types.len() as u32 {
        types::check(m, TypeId(id))?;
    }
    types::check_parts(m)?;
    for (n, it) in m.itabs.iter().enumerate() {
        let kind = |t: TypeId| m.types.get(t.index()).map(|t| t.kind);
        match (kind(it.interface), kind(it.concrete)) {
            (Some(TypeKind::Interface), Some(c)) if c != TypeKind::Interface => {}
            (Some(_), Some(_)) => {
                return refuse(format!("itab {n}: wants an interface and a type that is not one"));
            }
            _ => return refuse(format!("itab {n}: there is no such type")),
        }
    }
    data(m)?;
    globals(m)?;
    for (n, x) in m.natives.iter().enumerate() {
        if !x.signature.starts_with("func(") {
            return refuse(format!("native {n} ({}): its signature is not one", x.name));
        }
    }
    known(m)?;
    root(m, "entry", m.entry)?;
    root(m, "main", m.main)
}

/// What the VM makes and calls itself is as it expects.
fn known(m: &Image) -> Checked {
    for (name, id) in &m.known_types {
        let Some(t) = m.types.get(id.index()) else {
            return refuse(format!("known type {name}: there is no type {}", id.0));
        };
        let elem = t.elem.and_then(|e| m.types.get(e.index()));
        let fits = match name.as_str() {
            "runtime.errorString" | "runtime.plainError" | "string" => t.kind == TypeKind::String,
            // Four strings.
            "*runtime.TypeAssertionError" => {
                t.kind == TypeKind::Pointer && elem.is_some_and(|e| e.size >= 64)
            }
            "*runtime.PanicNilError" => t.kind == TypeKind::Pointer,
            _ => true,
        };
        if !fits {
            return refuse(format!("known type {name}: {} is not like it", t.string));
        }
    }
    for (name, id) in &m.known_funcs {
        let Some(f) = m.funcs.get(id.index()) else {
            return refuse(format!("known function {name}: there is no function {}", id.0));
        };
        let pointers = |ks: &[Kind]| ks.iter().map(|k| k.is_ptr()).collect::<Vec<_>>();
        let is = (pointers(&f.params), pointers(&f.results));
        // An interface to a string.
        if name == "runtime.panicText" && is != (vec![false, true], vec![true, false]) {
            return refuse(format!("known function {name}: {} is not like it", f.name));
        }
    }
    Ok(())
}

/// A function that is started as a goroutine: it exists and takes nothing.
fn root(m: &Image, what: &str, f: Option<FuncId>) -> Checked {
    let Some(f) = f else { return Ok(()) };
    match m.funcs.get(f.index()) {
        None => refuse(format!("{what}: there is no function {}", f.0)),
        Some(x) if !x.params.is_empty() || !x.results.is_empty() || !x.captures.is_empty() => {
            refuse(format!("{what}: function {} is not a func()", f.0))
        }
        Some(_) => Ok(()),
    }
}

fn data(m: &Image) -> Checked {
    for (n, d) in m.data.iter().enumerate() {
        if !matches!(d.align, 1 | 2 | 4 | 8) {
            return refuse(format!("data {n}: alignment {} is not 1, 2, 4 or 8", d.align));
        }
        let mut end = 0;
        for &(at, reloc) in &d.relocs {
            if at % 8 != 0 || at < end || at as usize + 8 > d.bytes.len() {
                return refuse(format!(
                    "data {n}: the address at {at} is not one of its {} bytes' words, in order",
                    d.bytes.len()
                ));
            }
            end = at + 8;
            let there = match reloc {
                Reloc::Data(id, off) => {
                    m.data.get(id.index()).is_some_and(|d| off as usize <= d.bytes.len())
                }
                Reloc::Func(f) => f.index() < m.funcs.len(),
                Reloc::Type(t) => t.index() < m.types.len(),
                Reloc::Itab(t) => t.index() < m.itabs.len(),
            };
            if !there {
                return refuse(format!("data {n}: the address at {at} points to nothing"));
            }
        }
        if let Some((t, count)) = d.typ {
            let Some(t) = m.types.get(t.index()) else {
                return refuse(format!("data {n}: there is no type {}", t.0));
            };
            if t.size as u64 * count as u64 > d.bytes.len() as u64 {
                return refuse(format!("data {n}: {count} of {} do not fit in it", t.string));
            }
        }
    }
    Ok(())
}

fn globals(m: &Image) -> Checked {
    let mut end = 0;
    for g in &m.globals {
        let Some(t) = m.types.get(g.typ.index()) else {
            return refuse(format!("global {}: there is no type {}", g.name, g.typ.0));
        };
        if g.offset < end || g.offset % 8 != 0 {
            return refuse(format!("global {}: offset {} is taken or odd", g.name, g.offset));
        }
        end = match g.offset.checked_add(t.size) {
            Some(end) if end <= m.globals_size => end,
            _ => return refuse(format!("global {}: it is outside the globals", g.name)),
        };
    }
    Ok(())
}
