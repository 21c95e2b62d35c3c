//! Linking: a program image to loaded code, descriptors, itabs, data and natives.
//!
//! Refuses natives it does not have and signatures that differ; everything else in an image was
//! checked by the verifier or made by the compiler.

use std::collections::HashMap;

use gvm_bytecode::image::{self, Image, Reloc, TypeEntry};
use gvm_bytecode::operand::instructions;
use gvm_bytecode::{Cell, Intrinsic, Kind, Op};
use gvm_runtime::cx::IntrinsicFn;
use gvm_runtime::desc::{Comp, Equality, FieldDesc, MethodDesc, TypeDesc, TypeKind};
use gvm_runtime::heap::{NO_TINY_SLOT, tiny_slot};
use gvm_runtime::native::natives;

use crate::code::{Code, FuncInfo, Owned, Profile, SPECIAL};

fn comp(k: Kind) -> Comp {
    match k {
        Kind::I8 => Comp::I8,
        Kind::I16 => Comp::I16,
        Kind::I32 => Comp::I32,
        Kind::I64 => Comp::I64,
        Kind::U8 => Comp::U8,
        Kind::U16 => Comp::U16,
        Kind::U32 => Comp::U32,
        Kind::U64 => Comp::U64,
        Kind::F32 => Comp::F32,
        Kind::F64 => Comp::F64,
        Kind::Ptr => Comp::Ptr,
    }
}

const KINDS: [TypeKind; 26] = [
    TypeKind::Bool,
    TypeKind::Int,
    TypeKind::Int8,
    TypeKind::Int16,
    TypeKind::Int32,
    TypeKind::Int64,
    TypeKind::Uint,
    TypeKind::Uint8,
    TypeKind::Uint16,
    TypeKind::Uint32,
    TypeKind::Uint64,
    TypeKind::Uintptr,
    TypeKind::Float32,
    TypeKind::Float64,
    TypeKind::Complex64,
    TypeKind::Complex128,
    TypeKind::Array,
    TypeKind::Chan,
    TypeKind::Func,
    TypeKind::Interface,
    TypeKind::Map,
    TypeKind::Pointer,
    TypeKind::Slice,
    TypeKind::String,
    TypeKind::Struct,
    TypeKind::UnsafePointer,
];

/// Whether equal values have equal bytes.
fn bytes_decide(types: &[TypeEntry], t: &TypeEntry) -> bool {
    match t.kind {
        image::TypeKind::Struct => {
            let mut end = 0;
            for f in &t.fields {
                let ft = &types[f.typ.index()];
                if f.offset != end || f.name == "_" || !bytes_decide(types, ft) {
                    return false;
                }
                end = f.offset + ft.size;
            }
            end == t.size
        }
        image::TypeKind::Array => t.elem.is_some_and(|e| bytes_decide(types, &types[e.index()])),
        _ => matches!(equality(types, t), Equality::Bytes),
    }
}

fn equality(types: &[TypeEntry], t: &TypeEntry) -> Equality {
    use image::TypeKind as K;
    match t.kind {
        K::Float32 => Equality::Float32,
        K::Float64 => Equality::Float64,
        K::Complex64 => Equality::Complex64,
        K::Complex128 => Equality::Complex128,
        K::String => Equality::String,
        K::Interface => Equality::Interface,
        K::Slice | K::Map | K::Func => Equality::Never,
        _ if !t.comparable => Equality::Never,
        K::Struct if bytes_decide(types, t) => Equality::Bytes,
        K::Struct => Equality::Struct,
        K::Array if bytes_decide(types, t) => Equality::Bytes,
        K::Array => Equality::Array,
        _ => Equality::Bytes,
    }
}

/// The descriptors of all types; their addresses are final.
fn descriptors(types: &[TypeEntry]) -> Vec<TypeDesc> {
    let null = std::ptr::null::<TypeDesc>();
    let mut out: Vec<TypeDesc> = types
        .iter()
        .enumerate()
        .map(|(id, t)| TypeDesc {
            size: t.size,
            align: t.align,
            kind: KINDS[t.kind as usize - 1],
            eq: equality(types, t),
            comparable: t.comparable,
            direct: t.direct,
            boxed: t.boxed,
            tiny_slot: NO_TINY_SLOT,
            id: id as u32,
            components: t.components.iter().map(|&(o, k)| (o, comp(k))).collect(),
            pointers: t.pointers.clone().into(),
            pointers_by_elem: t.pointers_by_elem,
            elem: null,
            key: null,
            entry: null,
            len: t.len,
            fields: Box::default(),
            params: Box::default(),
            results: Box::default(),
            variadic: t.variadic,
            methods: Box::default(),
            string: t.string.clone(),
            name: t.name.clone(),
            pkg: t.pkg.clone(),
        })
        .collect();
    let base = out.as_ptr();
    let at = |id: image::TypeId| base.wrapping_add(id.index());
    for (d, t) in out.iter_mut().zip(types) {
        d.elem = t.elem.map_or(null, at);
        d.key = t.key.map_or(null, at);
        d.params = t.params.iter().map(|&x| at(x)).collect();
        d.results = t.results.iter().map(|&x| at(x)).collect();
        d.fields = t
            .fields
            .iter()
            .map(|f| FieldDesc {
                name: f.name.clone(),
                typ: at(f.typ),
                offset: f.offset,
                embedded: f.embedded,
                pkg: f.pkg.clone(),
                tag: f.tag.clone(),
            })
            .collect();
        d.methods = t
            .methods
            .iter()
            .map(|m| MethodDesc {
                name: m.name.clone(),
                pkg: m.pkg.clone(),
                sig: at(m.sig),
                func: m.func.map_or(u32::MAX, |f| f.0),
            })
            .collect();
    }
    for i in 0..out.len() {
        if let (Some(k), Some(e), image::TypeKind::Map) =
            (types[i].key, types[i].elem, types[i].kind)
        {
            let entry = gvm_runtime::map::entry_desc(&out[k.index()], &out[e.index()]);
            // One per map type of the program, as long as the descriptors.
            out[i].entry = Box::leak(Box::new(entry));
        }
    }
    out
}

/// What a closure of a function looks like to the collector.
fn closure_desc(captures: &[Kind]) -> TypeDesc {
    let at = |c: usize| 8 + 8 * c as u32;
    let pointers = captures.iter().enumerate().filter(|c| c.1.is_ptr()).map(|c| at(c.0)).collect();
    TypeDesc::internal(at(captures.len()), pointers, "closure")
}

/// An intrinsic and, for a parking one, its second half.
fn intrinsic(which: Intrinsic, noted: bool) -> Result<(IntrinsicFn, IntrinsicFn), String> {
    let name = which.name();
    if which == Intrinsic::PanicTrap {
        return Ok((crate::traps::panic_trap, crate::traps::no_finish));
    }
    if let Some((f, finish)) = gvm_runtime::chan::intrinsic(name, noted) {
        return Ok((f, finish.unwrap_or(crate::traps::no_finish)));
    }
    let found = gvm_runtime::string::intrinsic(name)
        .or_else(|| gvm_runtime::slice::intrinsic(name))
        .or_else(|| gvm_runtime::interface::intrinsic(name))
        .or_else(|| gvm_runtime::map::intrinsic(name))
        .or_else(|| gvm_runtime::print::intrinsic(name));
    match found {
        Some(f) => Ok((f, crate::traps::no_finish)),
        None => Err(format!("intrinsic {name} is not there")),
    }
}

/// A signature without parameter names, to compare: `func(lo, hi uint64) (n int)` becomes
/// `func(uint64, uint64) (int)`.
fn normal_signature(s: &str) -> String {
    let Some(rest) = s.strip_prefix("func(") else { return s.into() };
    let (params, rest) = closing(rest);
    let rest = rest.trim();
    let results = match rest.strip_prefix('(') {
        Some(r) => closing(r).0,
        None => rest,
    };
    format!("func({}) ({})", types_only(params).join(", "), types_only(results).join(", "))
}

/// Splits at the parenthesis that closes one opened before.
fn closing(s: &str) -> (&str, &str) {
    let mut depth = 1;
    for (i, c) in s.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (&s[..i], &s[i + 1..]);
        }
    }
    (s, "")
}

/// The types of a parameter list, names dropped.
fn types_only(list: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let (mut depth, mut from) = (0, 0);
    for (i, c) in list.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(list[from..i].trim().into());
                from = i + 1;
            }
            _ => {}
        }
    }
    let last = list[from..].trim();
    if !last.is_empty() {
        parts.push(last.into());
    }
    // `name type`: the first word is a name unless it starts a type itself.
    let split = |p: &str| -> Option<String> {
        let (first, rest) = p.split_once(' ')?;
        let is_name = first.chars().all(|c| c.is_alphanumeric() || c == '_')
            && !matches!(first, "func" | "chan" | "map" | "struct" | "interface");
        is_name.then(|| rest.trim().to_string())
    };
    if !parts.iter().any(|p| split(p).is_some()) {
        return parts;
    }
    let mut out: Vec<String> = Vec::new();
    let mut current = String::new();
    for p in parts.iter().rev() {
        if let Some(t) = split(p) {
            current = t;
        }
        out.push(current.clone());
    }
    out.reverse();
    out
}

/// The functions that package reflect calls functions by: `reflect.call#7` is for signature 7.
pub fn adapters(image: &Image) -> HashMap<u32, gvm_runtime::types::Adapters> {
    let mut parts: HashMap<u32, [Option<u32>; 4]> = HashMap::new();
    for (name, f) in &image.known_funcs {
        let Some((what, sig)) = name.strip_prefix("reflect.").and_then(|n| n.split_once('#'))
        else {
            continue;
        };
        let which = ["call", "method", "make", "bare"].iter().position(|w| *w == what);
        if let (Some(which), Ok(sig)) = (which, sig.parse()) {
            parts.entry(sig).or_default()[which] = Some(f.0);
        }
    }
    let whole = |(sig, p): (u32, [Option<u32>; 4])| {
        let [call, method, make, bare] = p;
        let (call, method, make, bare) = (call?, method?, make?, bare?);
        Some((sig, gvm_runtime::types::Adapters { call, method, make, bare }))
    };
    parts.into_iter().filter_map(whole).collect()
}

/// Loads an image.
/// Copies all code to one place, each function's behind a *head*, a cell of its frame size and number, and
/// turns the number in each `call` into the distance to the callee's code: the address of what runs next
/// then hangs on one load from the code, and all else that a call needs on the head.
fn load_code(own: &mut Owned) {
    let total = own.entries.iter().map(|f| f.code.len() + 1).sum();
    own.text = Vec::with_capacity(total);
    let mut starts = Vec::with_capacity(own.entries.len());
    for (i, f) in own.entries.iter().enumerate() {
        own.text.push(Cell::ext32(f.frame_size, i as u32));
        starts.push(own.text.len());
        own.text.extend_from_slice(&f.code);
    }
    for (i, f) in own.entries.iter().enumerate() {
        let calls = instructions(&f.code).filter(|c| c.op == Op::Call);
        for call in calls {
            let at = starts[i] + call.pc;
            let distance = starts[call.cell.bc() as usize] as i64 - at as i64;
            own.text[at] = Cell::wide(Op::Call, call.cell.a, distance as i32 as u32);
        }
        let code = own.text[starts[i]..].as_ptr();
        own.funcs.push(FuncInfo { code, frame_size: f.frame_size, flags: f.flags });
        if !f.code.is_empty() {
            own.by_address.push((code as u64, i as u32));
        }
    }
}

pub fn link(image: Image, options: &crate::Options) -> Result<Code, String> {
    let mut own = Owned { looping: options.looping, ..Owned::default() };
    let noted = options.runtime.noted();
    let known: HashMap<&str, u32> =
        image.known_types.iter().map(|(n, t)| (n.as_str(), t.0)).collect();
    own.error_string = known.get("runtime.errorString").copied();
    own.plain_error = known.get("runtime.plainError").copied();
    own.assertion_error = known.get("*runtime.TypeAssertionError").copied();
    if !options.panics_with_nil {
        own.nil_error = known.get("*runtime.PanicNilError").copied();
    }
    own.string_type = known.get("string").copied();
    own.panic_text = image.known_funcs.iter().find(|f| f.0 == "runtime.panicText").map(|f| f.1.0);
    own.types = descriptors(&image.types);
    own.files = image.files;
    own.closures = (0..image.funcs.len() as u64).collect();
    own.closure_descs = image.funcs.iter().map(|f| closure_desc(&f.captures)).collect();
    if !options.runtime.gc_stress {
        for desc in own.types.iter_mut().chain(&mut own.closure_descs) {
            desc.tiny_slot = tiny_slot(desc.size, desc.has_pointers());
        }
    }
    own.entries = image.funcs;
    load_code(&mut own);
    for which in Intrinsic::ALL {
        let (f, finish) = intrinsic(*which, noted)?;
        own.intrinsics.push(f);
        own.finishers.push(finish);
    }
    let have: HashMap<&str, gvm_runtime::native::NativeDecl> =
        natives().into_iter().map(|n| (n.name, n)).collect();
    for n in &image.natives {
        let Some(decl) = have.get(n.name.as_str()) else {
            return Err(format!(
                "not supported by gvm: {} (declared without a body, and there is no native for it)",
                n.name
            ));
        };
        if normal_signature(decl.signature) != normal_signature(&n.signature) {
            return Err(format!(
                "native {} has signature {}, the program wants {}",
                n.name, decl.signature, n.signature
            ));
        }
        own.natives.push(*decl);
    }
    for it in &image.itabs {
        let (interface, concrete) =
            (&own.types[it.interface.index()], &own.types[it.concrete.index()]);
        own.itabs.push(gvm_runtime::interface::make_itab(interface, concrete));
    }
    for d in &image.data {
        let mut words = vec![0u64; d.bytes.len().div_ceil(8).max(1)].into_boxed_slice();
        // SAFETY: the words have room for the bytes.
        unsafe {
            std::ptr::copy_nonoverlapping(
                d.bytes.as_ptr(),
                words.as_mut_ptr().cast(),
                d.bytes.len(),
            )
        };
        own.data.push(words.as_ptr() as u64);
        own.sections.push(words);
    }
    for (i, d) in image.data.iter().enumerate() {
        for &(at, reloc) in &d.relocs {
            let value = match reloc {
                Reloc::Data(id, off) => own.data[id.index()] + off as u64,
                Reloc::Func(f) => &own.closures[f.index()] as *const u64 as u64,
                Reloc::Type(t) => &own.types[t.index()] as *const TypeDesc as u64,
                Reloc::Itab(t) => own.itabs[t.index()],
            };
            own.sections[i][at as usize / 8] = value;
        }
    }
    own.globals = vec![0; image.globals_size as usize / 8 + 1].into_boxed_slice();
    let profile = options.profile.then(|| Box::new(Profile::new(&own.entries)));
    let mut code = Code {
        funcs: own.funcs.as_ptr(),
        data: own.data.as_ptr(),
        closures: own.closures.as_ptr(),
        itabs: own.itabs.as_ptr(),
        globals: own.globals.as_mut_ptr().cast(),
        closure_descs: own.closure_descs.as_ptr(),
        intrinsics: own.intrinsics.as_ptr(),
        finishers: own.finishers.as_ptr(),
        natives: own.natives.as_ptr(),
        preempt_every: options.preempt_every,
        gated: options.runtime.replay.as_ref().is_some_and(|r| r.of_threads()),
        profile,
        special: SPECIAL,
        types: own.types.as_ptr(),
        own: Owned::default(),
    };
    code.own = own;
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::normal_signature;

    #[test]
    fn signatures() {
        for (a, b) in [
            ("func(lo, hi uint64) (n int)", "func(uint64, uint64) int"),
            ("func(d Duration)", "func(Duration)"),
            (
                "func(f func(a int) bool, m map[string]int) (x, y *T)",
                "func(func(a int) bool, map[string]int) (*T, *T)",
            ),
            ("func() (sec int64, nsec int32)", "func() (int64, int32)"),
        ] {
            assert_eq!(normal_signature(a), normal_signature(b), "{a}");
        }
        assert_ne!(normal_signature("func(a int)"), normal_signature("func(a uint)"));
    }
}
