//! A Go value for the log: numbers and strings as such, the rest as a short text.

use std::fmt::Write;

use super::{Pen, Value};
use crate::desc::{Itab, TypeDesc, TypeKind as K};

/// Texts are cut here.
const LONGEST: usize = 60;

/// # Safety
/// `at` has a value of the type, or is null.
pub(super) unsafe fn value(pen: &mut Pen<'_>, desc: &TypeDesc, at: *const u8) -> Value {
    if at.is_null() {
        return Value::None;
    }
    // SAFETY: the caller's promise.
    unsafe {
        match desc.kind {
            K::Bool => Value::Bool(*at != 0),
            K::Int | K::Int64 => Value::Int(*at.cast::<i64>()),
            K::Int32 => Value::Int(*at.cast::<i32>() as i64),
            K::Int16 => Value::Int(*at.cast::<i16>() as i64),
            K::Int8 => Value::Int(*at.cast::<i8>() as i64),
            K::Uint | K::Uint64 | K::Uintptr => Value::Uint(*at.cast::<u64>()),
            K::Uint32 => Value::Uint(*at.cast::<u32>() as u64),
            K::Uint16 => Value::Uint(*at.cast::<u16>() as u64),
            K::Uint8 => Value::Uint(*at as u64),
            K::Float64 => Value::Float(*at.cast::<u64>()),
            K::Float32 => Value::Float((*at.cast::<f32>() as f64).to_bits()),
            K::String => {
                let s = string(at);
                Value::Str(pen.text(&s))
            }
            _ => {
                let mut out = String::new();
                show(pen, &mut out, desc, at);
                let out = cut(out);
                Value::Other(pen.text(&out))
            }
        }
    }
}

/// # Safety
/// `at` has a string.
unsafe fn string(at: *const u8) -> String {
    // SAFETY: the caller's promise.
    let s = unsafe { crate::string::bytes(*at.cast::<u64>(), *at.cast::<u64>().add(1)) };
    let head = &s[..s.len().min(LONGEST * 4)];
    cut(String::from_utf8_lossy(head).into_owned())
}

fn cut(s: String) -> String {
    match s.char_indices().nth(LONGEST) {
        Some((i, _)) => format!("{}…", &s[..i]),
        None => s,
    }
}

/// Go's notation, as far as it fits.
///
/// # Safety
/// `at` has a value of the type.
unsafe fn show(pen: &Pen<'_>, out: &mut String, desc: &TypeDesc, at: *const u8) {
    if out.len() > 2 * LONGEST {
        return;
    }
    // SAFETY: the caller's promise; fields and elements lie inside.
    unsafe {
        let word = |i: usize| *at.cast::<u64>().add(i);
        let guest = |a: u64| pen.rt.guest_addr(a);
        let _ = match desc.kind {
            K::Bool => write!(out, "{}", *at != 0),
            K::Int | K::Int64 => write!(out, "{}", *at.cast::<i64>()),
            K::Int32 => write!(out, "{}", *at.cast::<i32>()),
            K::Int16 => write!(out, "{}", *at.cast::<i16>()),
            K::Int8 => write!(out, "{}", *at.cast::<i8>()),
            K::Uint | K::Uint64 | K::Uintptr => write!(out, "{}", word(0)),
            K::Uint32 => write!(out, "{}", *at.cast::<u32>()),
            K::Uint16 => write!(out, "{}", *at.cast::<u16>()),
            K::Uint8 => write!(out, "{}", *at),
            K::Float64 => write!(out, "{}", *at.cast::<f64>()),
            K::Float32 => write!(out, "{}", *at.cast::<f32>()),
            K::Complex128 => write!(out, "({}+{}i)", *at.cast::<f64>(), *at.cast::<f64>().add(1)),
            K::Complex64 => write!(out, "({}+{}i)", *at.cast::<f32>(), *at.cast::<f32>().add(1)),
            K::String => write!(out, "{:?}", string(at)),
            K::Pointer | K::UnsafePointer | K::Func | K::Map | K::Chan if word(0) == 0 => {
                out.write_str("nil")
            }
            K::Chan => write!(out, "chan #{}", (*(word(0) as *const crate::chan::Chan)).id),
            K::Pointer | K::UnsafePointer | K::Map => {
                write!(out, "({})({:#x})", desc.string, guest(word(0)))
            }
            K::Func => out.write_str("func"),
            K::Slice => write!(out, "{}(len {})", desc.string, word(1)),
            K::Array | K::Struct if desc.fields.is_empty() && desc.len == 0 => {
                write!(out, "{}{{}}", desc.string)
            }
            K::Array => {
                out.push_str(&desc.string);
                out.push('{');
                let elem = &*desc.elem;
                for i in 0..(desc.len as usize).min(LONGEST) {
                    if i > 0 {
                        out.push_str(", ");
                    }
                    show(pen, out, elem, at.add(i * elem.size as usize));
                }
                out.write_char('}')
            }
            K::Struct => {
                out.push_str(&desc.string);
                out.push('{');
                for (i, f) in desc.fields.iter().enumerate() {
                    if i > 0 {
                        out.push_str(", ");
                    }
                    let _ = write!(out, "{}: ", f.name);
                    show(pen, out, &*f.typ, at.add(f.offset as usize));
                }
                out.write_char('}')
            }
            K::Interface => {
                let (typ, data) = (word(0), word(1));
                // An interface with methods has an itab, `any` the type itself.
                let typ = if typ != 0 && !desc.methods.is_empty() {
                    (*(typ as *const Itab)).concrete
                } else {
                    typ as *const TypeDesc
                };
                match typ.as_ref() {
                    None => out.write_str("nil"),
                    Some(t) if t.direct => {
                        show(pen, out, t, (&raw const data).cast());
                        Ok(())
                    }
                    Some(t) => {
                        show(pen, out, t, data as *const u8);
                        Ok(())
                    }
                }
            }
        };
    }
}
