//! Windows: what a call or intrinsic takes at `w..`, gives back at `w..`, and overwrites.

use crate::image::{FuncEntry, Image, Kind, TypeEntry, TypeKind};
use crate::intrinsic::Intrinsic;
use crate::op::Op;
use crate::operand::{Instruction, Role};

/// Slots of a frame's header, below its window.
pub const HEADER: usize = 3;

/// Whether each slot is a pointer.
pub type Slots = Vec<bool>;

pub struct Window {
    pub start: usize,
    pub params: Slots,
    pub results: Slots,
    /// What lies from here on does not survive.
    pub clobbers: usize,
}

pub fn intrinsic(i: &Instruction) -> Option<Intrinsic> {
    i.field(Role::Intrinsic).and_then(|n| Intrinsic::from_u16(n as u16))
}

/// Room for the header below, for arguments and results above.
pub fn check(m: &Image, f: &FuncEntry, i: &Instruction) -> Result<(), String> {
    let Some(w) = of(m, f, i)? else { return Ok(()) };
    let header = w.start != w.clobbers;
    if header && w.start < HEADER {
        return Err(format!("window {} has no room for a frame's header below it", w.start));
    }
    let end = w.start + w.params.len().max(w.results.len());
    if end > f.frame_size as usize {
        return Err(format!(
            "window {} needs {} slots, the frame ends at {}",
            w.start,
            end - w.start,
            f.frame_size
        ));
    }
    Ok(())
}

/// The window of an instruction, if it has one.
pub fn of(m: &Image, f: &FuncEntry, i: &Instruction) -> Result<Option<Window>, String> {
    let Some(start) = i.window() else { return Ok(None) };
    let pointers = |ks: &[Kind]| ks.iter().map(|k| k.is_ptr()).collect();
    let frame = start.saturating_sub(HEADER);
    let number = i.field(Role::Index).unwrap_or(0) as usize;
    let (params, results, clobbers) = match i.op {
        Op::Call => {
            let callee =
                m.funcs.get(number).ok_or_else(|| format!("there is no function {number}"))?;
            if !callee.captures.is_empty() {
                return Err(format!("function {number} has captures, so it needs a closure"));
            }
            (pointers(&callee.params), pointers(&callee.results), frame)
        }
        Op::CallNative => {
            let n = m.natives.get(number).ok_or_else(|| format!("there is no native {number}"))?;
            (pointers(&n.params), pointers(&n.results), start)
        }
        Op::CallClosure | Op::CallInterface => {
            let s = f.call_signature(i.pc as u32).ok_or("the call has no signature")?;
            if i.op == Op::CallInterface && s.params.first() != Some(&true) {
                return Err("the signature has no data word".into());
            }
            (s.params.clone(), s.results.clone(), frame)
        }
        Op::DeferRun => {
            if f.recovery.is_none() {
                return Err("defer.run in a function without recovery".into());
            }
            (Vec::new(), Vec::new(), frame)
        }
        _ => {
            let (params, results) = of_intrinsic(m, i)?;
            (if i.op == Op::RtFinish { Vec::new() } else { params }, results, start)
        }
    };
    Ok(Some(Window { start, params, results, clobbers }))
}

/// Reads the signature in the intrinsics' table, for this type and count.
fn of_intrinsic(m: &Image, i: &Instruction) -> Result<(Slots, Slots), String> {
    let which = intrinsic(i).ok_or("there is no such intrinsic")?;
    let t = i.field(Role::Type).unwrap_or(0) as usize;
    let typ = m.types.get(t);
    if typ.is_none() && t != 0 {
        return Err(format!("there is no type {t}"));
    }
    let (params, results) = which.signature().split_once("->").unwrap_or_default();
    let wanted = match which {
        Intrinsic::MapNew => Some(TypeKind::Map),
        Intrinsic::ChanNew => Some(TypeKind::Chan),
        _ if params.contains('K') => Some(TypeKind::Map),
        _ if params.contains('E') || results.contains('E') => Some(TypeKind::Chan),
        _ => None,
    };
    if let Some(kind) = wanted
        && typ.is_none_or(|t| t.kind != kind)
    {
        return Err(format!("{} of a type that is no {kind:?}", which.name()));
    }
    let count = i.cell.c as usize;
    Ok((slots(m, params, typ, count)?, slots(m, results, typ, count)?))
}

fn slots(m: &Image, text: &str, typ: Option<&TypeEntry>, count: usize) -> Result<Slots, String> {
    let mut out = Vec::new();
    let mut repeat = 1;
    let mut from = 0;
    for c in text.trim().chars() {
        let of = |t: Option<&TypeEntry>| match t {
            Some(t) => Ok(t.components.iter().map(|c| c.1.is_ptr()).collect::<Slots>()),
            None => Err("it needs a type".to_string()),
        };
        let part = |id: Option<crate::image::TypeId>| of(id.and_then(|e| m.types.get(e.index())));
        match c {
            'p' => out.push(true),
            'w' => out.push(false),
            'T' => out.extend(of(typ)?),
            'E' => out.extend(part(typ.and_then(|t| t.elem))?),
            'K' => out.extend(part(typ.and_then(|t| t.key))?),
            'n' => repeat = count,
            '(' => from = out.len(),
            ')' => {
                let once: Slots = out.drain(from..).collect();
                for _ in 0..repeat {
                    out.extend(&once);
                }
            }
            _ => return Err(format!("a signature with {c:?}")),
        }
    }
    Ok(out)
}
