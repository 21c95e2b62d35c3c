//! Pointer maps: there where a frame can stand, naming only sure pointers, and all that are read later.

use hashbrown::HashMap;

use super::bits::Bits;
use super::code::Shape;
use super::flow::{States, Walk};
use super::{Fault, live};
use crate::image::{FuncId, Image};
use crate::op::Op;

pub fn check(m: &Image, id: FuncId, shape: &Shape, states: &States) -> Result<(), Fault> {
    let f = &m.funcs[id.index()];
    let walk = Walk { m, f, shape };
    let live = live::analyse(&walk, states);
    let mut read_later: HashMap<usize, Bits> = HashMap::new();
    for n in 0..shape.leaders.len() {
        live.each(&walk, states, n, |pc, set| {
            if f.pointer_map(pc as u32).is_some() {
                read_later.insert(pc, set.clone());
            }
        });
    }
    let mut fault = None;
    for (&leader, state) in shape.leaders.iter().zip(states) {
        let Some(state) = state else { continue };
        walk.run(leader, state, |i, state| {
            if fault.is_some() {
                return;
            }
            // A call's frame stands where the call comes back to, with what survives the callee.
            let window = walk.window(i);
            let stands = match i.op {
                Op::Call | Op::CallClosure | Op::CallInterface | Op::CallNative => Some(i.next()),
                Op::DeferRun => Some(i.pc),
                _ => None,
            };
            if let (Some(pc), Some(w)) = (stands, &window) {
                // The callee may panic, and the recovery reads what it reads.
                let recovered = f
                    .recovery
                    .filter(|_| shape.deferring.has(i.pc))
                    .and_then(|r| read_later.get(&(r as usize)));
                let mut later = read_later.get(&pc).cloned().unwrap_or_default();
                if let Some(r) = recovered {
                    later.unite(r);
                }
                let across = walk.across(w, state).pointer;
                let mut named = across.clone();
                if i.op == Op::CallNative {
                    // A blocking one's arguments stay where they are while it runs.
                    for (k, &p) in w.params.iter().enumerate() {
                        named.set(w.start + k, p);
                    }
                }
                fault = one(&walk, pc, &named, &across, &later).err();
            }
            let parks = i.op == Op::RtFinish;
            let must = parks || shape.polled.has(i.pc) || f.recovery == Some(i.pc as u32);
            let may = f.pointer_map(i.pc as u32).is_some() && !shape.returns.has(i.pc);
            if fault.is_none() && (must || may) {
                let later = read_later.get(&i.pc).cloned().unwrap_or_default();
                fault = one(&walk, i.pc, &state.pointer, &state.pointer, &later).err();
            }
        });
    }
    fault.map_or(Ok(()), Err)
}

/// The map at `pc` against what may be in it and what must be, of what is read later.
fn one(walk: &Walk, pc: usize, may: &Bits, must: &Bits, later: &Bits) -> Result<(), Fault> {
    let Some(map) = walk.f.pointer_map(pc as u32) else {
        return Err(Fault::at(pc, "a frame can stand here, but there is no pointer map"));
    };
    if let Some(s) = map.iter().find(|&&s| !may.has(s as usize)) {
        return Err(Fault::at(
            pc,
            format!("the pointer map names slot {s}, which is not surely a pointer"),
        ));
    }
    let mut missing = must.clone();
    missing.intersect(later);
    match missing.iter().find(|&s| map.binary_search(&(s as u16)).is_err()) {
        Some(s) => Err(Fault::at(
            pc,
            format!("the pointer map leaves out slot {s}, a pointer that is read later"),
        )),
        None => Ok(()),
    }
}
