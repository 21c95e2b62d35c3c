//! Natives of package reflect. Types are descriptors, values are addresses of memory images.

use crate::chan::{self, DynamicCase};
use crate::cx::{Cx, Status};
use crate::desc::{TypeDesc, TypeKind};
use crate::g::WaitReason;
use crate::native::{NativeDecl, leaf, parking};
use crate::types::Shape;

unsafe fn put_static(w: *mut u64, s: &str) {
    // SAFETY: two slots; descriptors live as long as the program.
    unsafe {
        *w = if s.is_empty() { 0 } else { s.as_ptr() as u64 };
        *w.add(1) = s.len() as u64;
    }
}

unsafe fn desc<'d>(x: u64) -> &'d TypeDesc {
    // SAFETY: natives of this file get descriptors only.
    unsafe { &*(x as *const TypeDesc) }
}

macro_rules! about_type {
    ($($native:ident: $t:ident => $result:expr;)*) => {
        $(
            pub(super) unsafe fn $native(_: &mut Cx, w: *mut u64) -> Status {
                // SAFETY: a descriptor; one result.
                unsafe {
                    let $t = desc(*w);
                    *w = $result as u64;
                }
                Status::Done
            }
        )*
    };
}

about_type! {
    align_of: t => t.align;
    comparable: t => t.comparable;
    direct: t => t.direct;
    num_in: t => t.params.len();
    num_out: t => t.results.len();
    variadic: t => t.variadic;
    num_methods: t => t.methods.len();
}

pub(super) unsafe fn pkg_path(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor; room for a string.
    unsafe { put_static(w, &desc(*w).pkg) };
    Status::Done
}

pub(super) unsafe fn field_tag(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a struct's descriptor and a field number; room for a string.
    unsafe { put_static(w, &desc(*w).fields[*w.add(1) as usize].tag) };
    Status::Done
}

unsafe fn param(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a signature's descriptor and a number that is in range.
    unsafe { *w = desc(*w).params[*w.add(1) as usize] as u64 };
    Status::Done
}

unsafe fn result(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: as `param`.
    unsafe { *w = desc(*w).results[*w.add(1) as usize] as u64 };
    Status::Done
}

unsafe fn method_at(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor and a number that is in range; room for six slots.
    unsafe {
        let m = &desc(*w).methods[*w.add(1) as usize];
        put_static(w, &m.name);
        put_static(w.add(2), &m.pkg);
        *w.add(4) = m.sig as u64;
        *w.add(5) = m.func as u64;
    }
    Status::Done
}

unsafe fn made(cx: &mut Cx, w: *mut u64, shape: Shape) -> Status {
    let rt = cx.rt();
    // SAFETY: the runtime's own table; shapes come from descriptors.
    unsafe { *w = rt.made_types.find(rt.types, shape) as u64 };
    Status::Done
}

pub(super) unsafe fn pointer_to(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor.
    unsafe { made(cx, w, Shape::Pointer(*w as usize)) }
}

unsafe fn slice_of(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor.
    unsafe { made(cx, w, Shape::Slice(*w as usize)) }
}

unsafe fn array_of(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a length and a descriptor.
    unsafe { made(cx, w, Shape::Array(*w.add(1) as usize, *w)) }
}

unsafe fn chan_of(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a direction and a descriptor.
    unsafe { made(cx, w, Shape::Chan(*w.add(1) as usize, *w)) }
}

unsafe fn chan_make(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a channel type and a size; the intrinsic's window is the size.
    unsafe {
        let typ = *w as *const TypeDesc;
        *w = *w.add(1);
        chan::new(cx, w, 0, typ, 0)
    }
}

unsafe fn chan_close(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a channel or nil.
    unsafe { chan::close(cx, w, 0, std::ptr::null(), 0) }
}

/// Cases, whether to wait, `wait…` of Go's side; gives the chosen one, ok, and whether `selected` has them.
unsafe fn select_cases(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a slice of `channelCase`, whose layout is `DynamicCase`'s; nobody else writes to it.
    unsafe {
        let n = *w.add(1) as usize;
        let cases = match n {
            0 => &[],
            _ => std::slice::from_raw_parts(*w as *const DynamicCase, n),
        };
        let (wait, reason) = (*w.add(3) as u8 != 0, *w.add(4));
        let live = cases.iter().any(DynamicCase::is_live);
        let reason = match (reason, live) {
            (1, true) => WaitReason::ChanSend,
            (1, false) => WaitReason::ChanSendNil,
            (2, true) => WaitReason::ChanRecv,
            (2, false) => WaitReason::ChanRecvNil,
            _ if n == 0 => WaitReason::SelectNoCases,
            _ => WaitReason::Select,
        };
        let status = chan::select_dynamic(cx, w, cases, !wait, reason);
        // A parked goroutine does not run before its M has left it.
        *w.add(2) = (status == Status::Parked) as u64;
        status
    }
}

unsafe fn selected(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: the goroutine was woken by a case of `select_cases`.
    unsafe { chan::select_finish::<true>(cx, w, 0, std::ptr::null(), 0) }
}

unsafe fn map_of(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: two descriptors.
    unsafe { made(cx, w, Shape::Map(*w as usize, *w.add(1) as usize)) }
}

unsafe fn words(at: u64, n: u64) -> Vec<usize> {
    // SAFETY: a slice of words of the program; nothing writes to it now.
    (0..n as usize).map(|i| unsafe { *(at as *const usize).add(i) }).collect()
}

unsafe fn func_of(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: two slices of descriptors and a bool.
    unsafe {
        let (params, results) = (words(*w, *w.add(1)), words(*w.add(3), *w.add(4)));
        made(cx, w, Shape::Func(params, results, *w.add(6) != 0))
    }
}

/// A field as the Go side describes it.
#[repr(C)]
struct FieldImage {
    name: [u64; 2],
    typ: u64,
    tag: [u64; 2],
    embedded: bool,
    pkg: [u64; 2],
}

/// The package path of an unexported field.
unsafe fn field_pkg(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a struct's descriptor and a field number.
    unsafe { put_static(w, &desc(*w).fields[*w.add(1) as usize].pkg) };
    Status::Done
}

unsafe fn struct_of(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a slice of field images.
    unsafe {
        let text =
            |s: [u64; 2]| String::from_utf8_lossy(crate::string::bytes(s[0], s[1])).into_owned();
        let fields = (0..*w.add(1) as usize).map(|i| &*(*w as *const FieldImage).add(i));
        let list =
            fields.map(|f| (text(f.name), f.typ as usize, text(f.tag), f.embedded, text(f.pkg)));
        let shape = Shape::Struct(list.collect());
        made(cx, w, shape)
    }
}

pub(super) unsafe fn new_object(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor.
    unsafe {
        let t = desc(*w);
        *w = match t.size {
            0 => cx.rt().zero_area() as u64,
            size => cx.alloc(size as usize, t) as u64,
        };
    }
    Status::Done
}

pub(super) unsafe fn new_array(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor and a length that the Go side looked at.
    unsafe {
        let t = desc(*w);
        *w = match t.size as u64 * *w.add(1) {
            0 => cx.rt().zero_area() as u64,
            _ => cx.alloc_array(t, *w.add(1) as usize) as u64,
        };
    }
    Status::Done
}

pub(super) unsafe fn copy_value(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor, where to, where from.
    unsafe {
        std::ptr::copy(*w.add(2) as *const u8, *w.add(1) as *mut u8, desc(*w).size as usize);
    }
    Status::Done
}

pub(super) unsafe fn copy_values(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor, where to, where from, how many.
    unsafe {
        let n = desc(*w).size as usize * *w.add(3) as usize;
        std::ptr::copy(*w.add(2) as *const u8, *w.add(1) as *mut u8, n);
    }
    Status::Done
}

pub(super) unsafe fn clear_value(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor and the address of a value of it.
    unsafe { std::ptr::write_bytes(*w.add(1) as *mut u8, 0, desc(*w).size as usize) };
    Status::Done
}

pub(super) unsafe fn grown_cap(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: an element type's descriptor, a capacity, a length.
    unsafe {
        match crate::slice::grown_cap(desc(*w), *w.add(1), *w.add(2)) {
            Some(cap) => *w = cap,
            None => return cx.runtime_error("growslice: len out of range"),
        }
    }
    Status::Done
}

unsafe fn equal(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a comparable type's descriptor and the addresses of two values of it.
    unsafe {
        match crate::equality::equal(desc(*w), *w.add(1) as *const u8, *w.add(2) as *const u8) {
            Ok(yes) => *w = yes as u64,
            Err(t) => {
                let text = format!("comparing uncomparable type {}", (*t).string);
                return cx.runtime_error(text);
            }
        }
    }
    Status::Done
}

pub(super) unsafe fn implements(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: an interface type and another type.
    unsafe {
        let (interface, t) = (desc(*w), desc(*w.add(1)));
        let _ = &cx;
        *w = crate::interface::missing_method(interface, t).is_none() as u64;
    }
    Status::Done
}

pub(super) unsafe fn put_interface(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: an interface type, an `any` whose type implements it, where to put it.
    unsafe {
        let (to, typ, data, at) = (desc(*w), *w.add(1), *w.add(2), *w.add(3) as *mut u64);
        let word = match typ {
            0 => 0,
            _ if to.methods.is_empty() => typ,
            _ => cx.rt().itabs.find(to, desc(typ)),
        };
        *at = word;
        *at.add(1) = data;
    }
    Status::Done
}

/// Calls a map intrinsic with slots made from images.
unsafe fn on_map(cx: &mut Cx, name: &str, t: &TypeDesc, m: u64, key: u64) -> (Status, [u64; 16]) {
    let mut slots = [0; 16];
    let Some(f) = crate::map::intrinsic(name) else { return (Status::Done, slots) };
    slots[0] = m;
    // SAFETY: a map of type t; the image of a key, or 0 where the intrinsic takes none.
    let status = unsafe {
        if key != 0 {
            crate::pack::unpack(cx, &*t.key, key as *const u8, slots.as_mut_ptr().add(1));
        }
        f(cx, slots.as_mut_ptr(), 0, t, 0)
    };
    (status, slots)
}

pub(super) unsafe fn map_get(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a map type, a map, the address of a key. The result is the element's address or nil.
    unsafe {
        let (status, slots) = on_map(cx, "MapGet2", desc(*w), *w.add(1), *w.add(2));
        *w = if slots[1] & 1 != 0 { slots[0] } else { 0 };
        status
    }
}

pub(super) unsafe fn map_set(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a map type, a map, addresses of key and element.
    unsafe {
        let t = desc(*w);
        let (status, slots) = on_map(cx, "MapSet", t, *w.add(1), *w.add(2));
        if status == Status::Done {
            let size = (*t.elem).size as usize;
            std::ptr::copy(*w.add(3) as *const u8, slots[0] as *mut u8, size);
        }
        status
    }
}

unsafe fn map_delete(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a map type, a map, the address of a key.
    unsafe { on_map(cx, "MapDelete", desc(*w), *w.add(1), *w.add(2)).0 }
}

unsafe fn map_clear(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a map type and a map.
    unsafe { on_map(cx, "MapClear", desc(*w), *w.add(1), 0).0 }
}

pub(super) unsafe fn map_make(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a map type and how many entries to make room for.
    unsafe {
        let (status, slots) = on_map(cx, "MapNew", desc(*w), *w.add(1), 0);
        *w = slots[0];
        status
    }
}

unsafe fn map_iterate(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a map type and a map.
    unsafe {
        let (status, slots) = on_map(cx, "MapIterNew", desc(*w), *w.add(1), 0);
        *w = slots[0];
        status
    }
}

unsafe fn map_next(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a map type and an iterator. Three results: bool, addresses of key and element.
    unsafe {
        let (status, slots) = on_map(cx, "MapIterNext", desc(*w), *w.add(1), 0);
        *w = slots[0];
        *w.add(1) = slots[1];
        *w.add(2) = slots[2];
        status
    }
}

unsafe fn adapters(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a signature's descriptor. Five results: bool and function numbers.
    unsafe {
        let t = desc(*w);
        let rt = cx.rt();
        let mut literal: *const TypeDesc = t;
        if !t.name.is_empty() {
            let list = |types: &[*const TypeDesc]| types.iter().map(|&x| x as usize).collect();
            let shape = Shape::Func(list(&t.params), list(&t.results), t.variadic);
            literal = rt.made_types.find(rt.types, shape);
        }
        let found = rt.made_types.adapters.get(&t.id);
        let found = found.or_else(|| rt.made_types.adapters.get(&(*literal).id));
        *w = found.is_some() as u64;
        *w.add(1) = found.map_or(0, |a| a.call as u64);
        *w.add(2) = found.map_or(0, |a| a.method as u64);
        *w.add(3) = found.map_or(0, |a| a.make as u64);
        *w.add(4) = found.map_or(0, |a| a.bare as u64);
    }
    Status::Done
}

/// An itab with one method, for the adapter that calls a method by number.
unsafe fn one_method(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a function number. The object has no pointers.
    unsafe {
        let itab = cx.alloc(24, std::ptr::null()).cast::<u64>();
        *itab.add(2) = *w;
        *w = itab as u64;
    }
    Status::Done
}

unsafe fn is_interface(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor.
    unsafe { *w = (desc(*w).kind == TypeKind::Interface) as u64 };
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    use super::value;
    const {
        &[
            leaf("reflect.unpack", "func(x any) (typ, ptr unsafe.Pointer)", value::unpack),
            leaf("reflect.pack", "func(typ, ptr unsafe.Pointer) any", value::pack),
            leaf("reflect.kindOf", "func(typ unsafe.Pointer) int", value::kind_of),
            leaf("reflect.typeString", "func(typ unsafe.Pointer) string", value::type_string),
            leaf("reflect.typeName", "func(typ unsafe.Pointer) string", value::type_name),
            leaf("reflect.typeSize", "func(typ unsafe.Pointer) uintptr", value::type_size),
            leaf("reflect.elemOf", "func(typ unsafe.Pointer) unsafe.Pointer", value::elem_of),
            leaf("reflect.keyOf", "func(typ unsafe.Pointer) unsafe.Pointer", value::key_of),
            leaf("reflect.lenOf", "func(typ unsafe.Pointer) int", value::len_of),
            leaf("reflect.numField", "func(typ unsafe.Pointer) int", value::num_field),
            leaf(
                "reflect.fieldOf",
                "func(typ unsafe.Pointer, i int) (name string, ftyp unsafe.Pointer, offset uintptr, embedded bool, exported bool)",
                value::field_of,
            ),
            leaf("reflect.fieldPkg", "func(typ unsafe.Pointer, i int) string", field_pkg),
            leaf(
                "reflect.dynamic",
                "func(typ, ptr unsafe.Pointer) (dtyp, dptr unsafe.Pointer)",
                value::dynamic,
            ),
            leaf("reflect.mapLen", "func(m unsafe.Pointer) int", value::map_len),
            leaf("reflect.guestAddr", "func(p unsafe.Pointer) uintptr", value::guest_addr),
            leaf("reflect.swap", "func(typ, a, b unsafe.Pointer)", value::swap),
            leaf("reflect.alignOf", "func(typ unsafe.Pointer) int", align_of),
            leaf("reflect.comparable", "func(typ unsafe.Pointer) bool", comparable),
            leaf("reflect.direct", "func(typ unsafe.Pointer) bool", direct),
            leaf("reflect.isInterface", "func(typ unsafe.Pointer) bool", is_interface),
            leaf("reflect.numIn", "func(typ unsafe.Pointer) int", num_in),
            leaf("reflect.numOut", "func(typ unsafe.Pointer) int", num_out),
            leaf("reflect.variadic", "func(typ unsafe.Pointer) bool", variadic),
            leaf("reflect.param", "func(typ unsafe.Pointer, i int) unsafe.Pointer", param),
            leaf("reflect.result", "func(typ unsafe.Pointer, i int) unsafe.Pointer", result),
            leaf("reflect.numMethods", "func(typ unsafe.Pointer) int", num_methods),
            leaf(
                "reflect.methodAt",
                "func(typ unsafe.Pointer, i int) (name, pkg string, sig unsafe.Pointer, fn uint32)",
                method_at,
            ),
            leaf("reflect.pkgPath", "func(typ unsafe.Pointer) string", pkg_path),
            leaf("reflect.fieldTag", "func(typ unsafe.Pointer, i int) string", field_tag),
            leaf("reflect.pointerTo", "func(elem unsafe.Pointer) unsafe.Pointer", pointer_to),
            leaf("reflect.sliceOf", "func(elem unsafe.Pointer) unsafe.Pointer", slice_of),
            leaf("reflect.arrayOf", "func(n int, elem unsafe.Pointer) unsafe.Pointer", array_of),
            leaf("reflect.chanOf", "func(dir int, elem unsafe.Pointer) unsafe.Pointer", chan_of),
            leaf("reflect.chanMake", "func(typ unsafe.Pointer, n int) unsafe.Pointer", chan_make),
            leaf("reflect.chanClose", "func(ch unsafe.Pointer)", chan_close),
            parking(
                "reflect.selectCases",
                "func(cases []channelCase, wait bool, reason int) (chosen int, ok, parked bool)",
                select_cases,
            ),
            leaf("reflect.selected", "func(cases []channelCase) (chosen int, ok bool)", selected),
            leaf("reflect.mapOf", "func(key, elem unsafe.Pointer) unsafe.Pointer", map_of),
            leaf(
                "reflect.funcOf",
                "func(in, out []unsafe.Pointer, variadic bool) unsafe.Pointer",
                func_of,
            ),
            leaf("reflect.structOf", "func(fields []fieldImage) unsafe.Pointer", struct_of),
            leaf("reflect.newObject", "func(typ unsafe.Pointer) unsafe.Pointer", new_object),
            leaf("reflect.newArray", "func(typ unsafe.Pointer, n int) unsafe.Pointer", new_array),
            leaf("reflect.copyValue", "func(typ, to, from unsafe.Pointer)", copy_value),
            leaf("reflect.copyValues", "func(typ, to, from unsafe.Pointer, n int)", copy_values),
            leaf("reflect.clearValue", "func(typ, at unsafe.Pointer)", clear_value),
            leaf("reflect.grownCap", "func(typ unsafe.Pointer, cap, n int) int", grown_cap),
            leaf("reflect.equal", "func(typ, a, b unsafe.Pointer) bool", equal),
            leaf("reflect.implements", "func(iface, typ unsafe.Pointer) bool", implements),
            leaf(
                "reflect.putInterface",
                "func(iface unsafe.Pointer, x any, to unsafe.Pointer)",
                put_interface,
            ),
            leaf("reflect.mapGet", "func(typ, m, key unsafe.Pointer) unsafe.Pointer", map_get),
            leaf("reflect.mapSet", "func(typ, m, key, elem unsafe.Pointer)", map_set),
            leaf("reflect.mapDelete", "func(typ, m, key unsafe.Pointer)", map_delete),
            leaf("reflect.mapClear", "func(typ, m unsafe.Pointer)", map_clear),
            leaf("reflect.mapMake", "func(typ unsafe.Pointer, n int) unsafe.Pointer", map_make),
            leaf("reflect.mapIterate", "func(typ, m unsafe.Pointer) unsafe.Pointer", map_iterate),
            leaf(
                "reflect.mapNext",
                "func(typ, it unsafe.Pointer) (ok bool, key, elem unsafe.Pointer)",
                map_next,
            ),
            leaf(
                "reflect.adapters",
                "func(typ unsafe.Pointer) (ok bool, call, method, make, bare int)",
                adapters,
            ),
            leaf("reflect.oneMethod", "func(fn uint32) unsafe.Pointer", one_method),
        ]
    }
}
