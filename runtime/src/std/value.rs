//! Natives of package internal/value: types and values as fmt, sort and errors look at them.

use crate::cx::{Cx, Status};
use crate::desc::{TypeDesc, TypeKind};
use crate::native::{NativeDecl, leaf};

/// The static string of a descriptor: pointer and length.
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

pub(super) unsafe fn unpack(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: an `any`; room for two slots.
    unsafe {
        if *w != 0 && desc(*w).direct {
            let t = *w as *const TypeDesc;
            let cell = cx.alloc(8, t).cast::<u64>();
            *cell = *w.add(1);
            *w.add(1) = cell as u64;
        }
    }
    Status::Done
}

pub(super) unsafe fn pack(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor and the address of a value of its type.
    unsafe {
        let t = desc(*w);
        if t.kind == TypeKind::Interface {
            let at = *w.add(1) as *const u64;
            let dynamic = crate::equality::dynamic_type(t, *at);
            let data = *at.add(1);
            *w = dynamic as u64;
            *w.add(1) = data;
        } else if t.direct {
            *w.add(1) = *(*w.add(1) as *const u64);
        } else if t.size == 0 {
            *w.add(1) = cx.rt().zero_area() as u64;
        } else {
            *w.add(1) = crate::pack::copy_box(cx, t, *w.add(1) as *const u8);
        }
    }
    Status::Done
}

unsafe fn new_of(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor.
    unsafe {
        let t = desc(*w);
        *w = match t.size as usize {
            0 => cx.rt().zero_area() as u64,
            size => cx.alloc(size, t) as u64,
        };
    }
    Status::Done
}

pub(super) unsafe fn kind_of(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor or nil.
    unsafe { *w = if *w == 0 { 0 } else { desc(*w).kind as u64 } };
    Status::Done
}

pub(super) unsafe fn type_string(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor; room for a string.
    unsafe { put_static(w, &desc(*w).string) };
    Status::Done
}

pub(super) unsafe fn type_name(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor; room for a string.
    unsafe { put_static(w, &desc(*w).name) };
    Status::Done
}

pub(super) unsafe fn type_size(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor.
    unsafe { *w = desc(*w).size as u64 };
    Status::Done
}

pub(super) unsafe fn elem_of(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor.
    unsafe { *w = desc(*w).elem as u64 };
    Status::Done
}

pub(super) unsafe fn key_of(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor.
    unsafe { *w = desc(*w).key as u64 };
    Status::Done
}

pub(super) unsafe fn len_of(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor.
    unsafe { *w = desc(*w).len };
    Status::Done
}

pub(super) unsafe fn num_field(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor.
    unsafe { *w = desc(*w).fields.len() as u64 };
    Status::Done
}

unsafe fn num_method(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor.
    unsafe { *w = desc(*w).methods.len() as u64 };
    Status::Done
}

pub(super) unsafe fn field_of(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a struct's descriptor and a field number; room for six slots.
    unsafe {
        let f = &desc(*w).fields[*w.add(1) as usize];
        put_static(w, &f.name);
        *w.add(2) = f.typ as u64;
        *w.add(3) = f.offset as u64;
        *w.add(4) = f.embedded as u64;
        *w.add(5) = f.pkg.is_empty() as u64;
    }
    Status::Done
}

pub(super) unsafe fn dynamic(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: an interface type's descriptor and the address of a value of it.
    unsafe {
        let at = *w.add(1) as *const u64;
        let t = crate::equality::dynamic_type(desc(*w), *at);
        *w = t as u64;
        *w.add(1) = *at.add(1);
        unpack(cx, w)
    }
}

pub(super) unsafe fn map_len(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a map or nil.
    unsafe { *w = (*w as *const crate::map::Map).as_ref().map_or(0, |m| m.len) };
    Status::Done
}

pub(super) unsafe fn map_entries(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a map type's descriptor and a map of it.
    unsafe {
        let t = desc(*w);
        let m = *w.add(1) as *const crate::map::Map;
        let n = m.as_ref().map_or(0, |m| m.len) as usize;
        let (kt, et) = (&*t.key, &*t.elem);
        let keys = cx.alloc_array(kt, n.max(1));
        let elems = cx.alloc_array(et, n.max(1));
        for (i, (k, e)) in crate::map::entries(m, t).enumerate() {
            std::ptr::copy_nonoverlapping(k, keys.add(i * kt.size as usize), kt.size as usize);
            std::ptr::copy_nonoverlapping(e, elems.add(i * et.size as usize), et.size as usize);
        }
        *w = keys as u64;
        *w.add(1) = elems as u64;
        *w.add(2) = n as u64;
    }
    Status::Done
}

pub(super) unsafe fn guest_addr(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: an address.
    unsafe { *w = cx.rt().guest_addr(*w) };
    Status::Done
}

unsafe fn assert_to(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor, an `any`, the address of a value of the type.
    unsafe {
        let (to, typ, data, at) = (desc(*w), *w.add(1), *w.add(2), *w.add(3) as *mut u64);
        let Some(dynamic) = (typ as *const TypeDesc).as_ref() else {
            *w = 0;
            return Status::Done;
        };
        if to.kind == TypeKind::Interface {
            let word = if to.methods.is_empty() { typ } else { cx.rt().itabs.find(to, dynamic) };
            if word != 0 {
                *at = word;
                *at.add(1) = data;
            }
            *w = (word != 0) as u64;
        } else if std::ptr::eq(to, dynamic) {
            if to.direct {
                *at = data;
            } else {
                std::ptr::copy_nonoverlapping(data as *const u8, at.cast::<u8>(), to.size as usize);
            }
            *w = 1;
        } else {
            *w = 0;
        }
    }
    Status::Done
}

pub(super) unsafe fn swap(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a descriptor and the addresses of two values of the type, the same or apart.
    unsafe {
        let size = desc(*w).size as usize;
        if *w.add(1) != *w.add(2) {
            std::ptr::swap_nonoverlapping(*w.add(1) as *mut u8, *w.add(2) as *mut u8, size);
        }
    }
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf("internal/value.unpack", "func(x any) (typ, ptr unsafe.Pointer)", unpack),
            leaf("internal/value.pack", "func(typ, ptr unsafe.Pointer) any", pack),
            leaf("internal/value.newOf", "func(typ unsafe.Pointer) unsafe.Pointer", new_of),
            leaf("internal/value.kindOf", "func(typ unsafe.Pointer) int", kind_of),
            leaf("internal/value.typeString", "func(typ unsafe.Pointer) string", type_string),
            leaf("internal/value.typeName", "func(typ unsafe.Pointer) string", type_name),
            leaf("internal/value.typeSize", "func(typ unsafe.Pointer) uintptr", type_size),
            leaf("internal/value.elemOf", "func(typ unsafe.Pointer) unsafe.Pointer", elem_of),
            leaf("internal/value.keyOf", "func(typ unsafe.Pointer) unsafe.Pointer", key_of),
            leaf("internal/value.lenOf", "func(typ unsafe.Pointer) int", len_of),
            leaf(
                "internal/value.pkgPath",
                "func(typ unsafe.Pointer) string",
                super::reflect::pkg_path,
            ),
            leaf(
                "internal/value.comparable",
                "func(typ unsafe.Pointer) bool",
                super::reflect::comparable,
            ),
            leaf("internal/value.numField", "func(typ unsafe.Pointer) int", num_field),
            leaf("internal/value.numMethod", "func(typ unsafe.Pointer) int", num_method),
            leaf(
                "internal/value.fieldOf",
                "func(typ unsafe.Pointer, i int) (name string, ftyp unsafe.Pointer, offset uintptr, embedded bool, exported bool)",
                field_of,
            ),
            leaf(
                "internal/value.dynamic",
                "func(typ, ptr unsafe.Pointer) (dtyp, dptr unsafe.Pointer)",
                dynamic,
            ),
            leaf("internal/value.mapLen", "func(m unsafe.Pointer) int", map_len),
            leaf(
                "internal/value.mapEntries",
                "func(typ, m unsafe.Pointer) (keys, elems unsafe.Pointer, n int)",
                map_entries,
            ),
            leaf(
                "internal/value.assertTo",
                "func(typ unsafe.Pointer, x any, to unsafe.Pointer) bool",
                assert_to,
            ),
            leaf("internal/value.swap", "func(typ, a, b unsafe.Pointer)", swap),
            leaf("internal/value.guestAddr", "func(p unsafe.Pointer) uintptr", guest_addr),
        ]
    }
}
