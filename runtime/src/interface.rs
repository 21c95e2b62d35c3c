//! Interfaces: boxes, equality, itabs made at run time, failed assertions.

use std::collections::HashMap;

use parking_lot::RwLock;

use crate::cx::{Cx, IntrinsicFn, Status, Throw};
use crate::desc::{Itab, MethodDesc, TypeDesc, TypeKind};
use crate::equality;
use crate::pack::pack;

/// Itabs by (interface, concrete type); 0 for a type that does not implement the interface.
#[derive(Default)]
pub struct Itabs {
    map: RwLock<HashMap<(usize, usize), u64>>,
    /// Boxes for single bytes: what small integers in interfaces point to.
    small: SmallInts,
}

struct SmallInts(Box<[u64; 256]>);

impl Default for SmallInts {
    fn default() -> Self {
        SmallInts(Box::new(std::array::from_fn(|i| i as u64)))
    }
}

/// The first method of an interface that a type lacks.
pub fn missing_method<'d>(interface: &'d TypeDesc, concrete: &TypeDesc) -> Option<&'d str> {
    let mut next = 0;
    let mut has =
        |m: &MethodDesc| method_after(concrete, &mut next, m).is_some_and(|x| x.sig == m.sig);
    interface.methods.iter().find(|m| !has(m)).map(|m| m.name.as_str())
}

/// The method of a type with the name of `m`. The search begins after the last hit: mostly methods
/// are asked for in the order that they have.
fn method_after<'d>(
    concrete: &'d TypeDesc,
    next: &mut usize,
    m: &MethodDesc,
) -> Option<&'d MethodDesc> {
    let (before, after) = concrete.methods.split_at(*next);
    let named = |x: &MethodDesc| x.name == m.name && x.pkg == m.pkg;
    let i = match after.iter().position(named) {
        Some(i) => *next + i,
        None => before.iter().position(named)?,
    };
    *next = i + 1;
    Some(&concrete.methods[i])
}

impl Itabs {
    /// The itab's address, or 0.
    pub fn find(&self, interface: &TypeDesc, concrete: &TypeDesc) -> u64 {
        let key = (interface as *const TypeDesc as usize, concrete as *const TypeDesc as usize);
        if let Some(&t) = self.map.read().get(&key) {
            return t;
        }
        let made = if missing_method(interface, concrete).is_some() {
            0
        } else {
            make_itab(interface, concrete)
        };
        *self.map.write().entry(key).or_insert(made)
    }
}

/// A new itab. It lives as long as the process: type words hold its address as a number.
pub fn make_itab(interface: &TypeDesc, concrete: &TypeDesc) -> u64 {
    let mut words = vec![interface as *const TypeDesc as u64, concrete as *const TypeDesc as u64];
    let mut funcs: Vec<u32> = Vec::new();
    let mut next = 0;
    for m in &interface.methods {
        let hit = method_after(concrete, &mut next, m);
        funcs.push(hit.map_or(u32::MAX, |x| x.func));
    }
    words.extend(
        funcs.chunks(2).map(|c| c[0] as u64 | (c.get(1).copied().unwrap_or(0) as u64) << 32),
    );
    debug_assert_eq!(size_of::<Itab>(), 16);
    Box::leak(words.into_boxed_slice()).as_ptr() as u64
}

unsafe fn box_value(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: the components of a value of a linked type.
    unsafe {
        let t = &*typ;
        if t.size == 0 {
            *w = cx.rt().zero_area() as u64;
            return Status::Done;
        }
        if t.components.len() == 1
            && *w < 256
            && matches!(
                t.kind,
                TypeKind::Bool
                    | TypeKind::Int
                    | TypeKind::Int8
                    | TypeKind::Int16
                    | TypeKind::Int32
                    | TypeKind::Int64
                    | TypeKind::Uint
                    | TypeKind::Uint8
                    | TypeKind::Uint16
                    | TypeKind::Uint32
                    | TypeKind::Uint64
                    | TypeKind::Uintptr
            )
        {
            let at: *const u64 = &cx.rt().itabs.small.0[*w as usize];
            *w = at as u64;
            return Status::Done;
        }
        let p = cx.alloc(t.size as usize, typ);
        pack(t, w, p);
        *w = p as u64;
    }
    Status::Done
}

unsafe fn eq_interface(cx: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: two interface values with their type descriptors.
    unsafe {
        match equality::interface_equal(
            *w as *const TypeDesc,
            *w.add(1),
            *w.add(2) as *const TypeDesc,
            *w.add(3),
        ) {
            Ok(b) => {
                *w = b as u64;
                Status::Done
            }
            Err(t) => {
                let name = &(*t).string;
                cx.runtime_error(format!("comparing uncomparable type {name}"))
            }
        }
    }
}

unsafe fn eq_mem(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: addresses of two values of the type.
    unsafe {
        match equality::equal(&*typ, *w as *const u8, *w.add(1) as *const u8) {
            Ok(b) => {
                *w = b as u64;
                Status::Done
            }
            Err(t) => {
                let name = &(*t).string;
                cx.runtime_error(format!("comparing uncomparable type {name}"))
            }
        }
    }
}

unsafe fn find_itab(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a type descriptor or 0; a linked interface type.
    unsafe {
        if let Some(t) = (*w as *const TypeDesc).as_ref() {
            *w = cx.rt().itabs.find(&*typ, t);
        }
    }
    Status::Done
}

unsafe fn panic_assert(
    cx: &mut Cx,
    w: *mut u64,
    _: u16,
    typ: *const TypeDesc,
    imm2: u32,
) -> Status {
    // SAFETY: a type descriptor or 0; linked types.
    unsafe {
        let to = &*typ;
        let from = &*cx.types.add(imm2 as usize);
        let concrete = (*w as *const TypeDesc).as_ref();
        let missing = match concrete {
            Some(c) if to.kind == TypeKind::Interface => {
                missing_method(to, c).unwrap_or("").to_string()
            }
            _ => String::new(),
        };
        let mut asserted = to.string.clone();
        if let Some(c) = concrete.filter(|c| c.string == to.string)
            && (c.name.is_empty() || c.pkg != to.pkg)
        {
            // Types without a name that look the same differ in the package of their fields.
            asserted.push_str(" (types from different packages)");
        }
        cx.throw(Throw::TypeAssertion {
            // Asserting nil to an interface type does not say which interface was nil.
            interface: match concrete {
                None if to.kind == TypeKind::Interface => String::new(),
                _ => from.string.clone(),
            },
            concrete: concrete.map_or(String::new(), |c| c.string.clone()),
            asserted,
            missing,
        })
    }
}

pub fn intrinsic(name: &str) -> Option<IntrinsicFn> {
    Some(match name {
        "Box" => box_value,
        "EqInterface" => eq_interface,
        "EqMem" => eq_mem,
        "FindItab" => find_itab,
        "PanicAssert" => panic_assert,
        _ => return None,
    })
}
