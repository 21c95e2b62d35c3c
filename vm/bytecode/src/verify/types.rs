//! Types: what the runtime relies on when it packs, scans, compares and calls by descriptor.

use super::{Checked, Refusal};
use crate::image::{Image, Kind, TypeEntry, TypeId, TypeKind};

pub fn check(m: &Image, id: TypeId) -> Checked {
    let t = &m.types[id.index()];
    one(m, t).map_err(|what| Refusal(format!("type {} ({}): {what}", id.0, t.string)))
}

/// No type has itself as a part: what walks a value's parts by its type must end.
pub fn check_parts(m: &Image) -> Checked {
    let parts = |t: usize| -> Vec<usize> {
        let t = &m.types[t];
        let elem = t.elem.filter(|_| t.kind == TypeKind::Array);
        t.fields.iter().map(|f| f.typ).chain(elem).map(TypeId::index).collect()
    };
    let mut done = vec![false; m.types.len()];
    let mut open = vec![false; m.types.len()];
    for root in 0..m.types.len() {
        let mut path = if done[root] { Vec::new() } else { vec![(root, parts(root))] };
        while let Some((t, todo)) = path.last_mut() {
            open[*t] = true;
            match todo.pop() {
                Some(p) if open[p] => {
                    let name = &m.types[p].string;
                    return Err(Refusal(format!("type {p} ({name}): it is a part of itself")));
                }
                Some(p) if !done[p] => path.push((p, parts(p))),
                Some(_) => {}
                None => {
                    open[*t] = false;
                    done[*t] = true;
                    path.pop();
                }
            }
        }
    }
    Ok(())
}

fn one(m: &Image, t: &TypeEntry) -> Result<(), String> {
    if !matches!(t.align, 1 | 2 | 4 | 8) {
        return Err(format!("alignment {} is not 1, 2, 4 or 8", t.align));
    }
    if !t.size.is_multiple_of(t.align) {
        return Err(format!("size {} is not a multiple of its alignment", t.size));
    }
    ids(m, t)?;
    parts(m, t)?;
    components(t)?;
    pointers(t)?;
    methods(m, t)
}

fn ids(m: &Image, t: &TypeEntry) -> Result<(), String> {
    let all = t
        .elem
        .iter()
        .chain(&t.key)
        .chain(&t.params)
        .chain(&t.results)
        .chain(t.fields.iter().map(|f| &f.typ))
        .chain(t.methods.iter().map(|x| &x.sig));
    for id in all {
        if id.index() >= m.types.len() {
            return Err(format!("there is no type {}", id.0));
        }
    }
    Ok(())
}

/// What a kind must have: elements, keys, fields in their places.
fn parts(m: &Image, t: &TypeEntry) -> Result<(), String> {
    use TypeKind as K;
    let elem = t.elem.map(|e| &m.types[e.index()]);
    if elem.is_none() && matches!(t.kind, K::Array | K::Slice | K::Pointer | K::Chan | K::Map) {
        return Err("it has no element type".into());
    }
    if t.kind == K::Map && t.key.is_none() {
        return Err("it has no key type".into());
    }
    if let (K::Array, Some(e)) = (t.kind, elem)
        && (e.size as u64).checked_mul(t.len) != Some(t.size as u64)
    {
        return Err(format!("size {} is not that of {} elements", t.size, t.len));
    }
    let mut end = 0;
    for f in &t.fields {
        let ft = &m.types[f.typ.index()];
        let after = f.offset as u64 + ft.size as u64;
        if f.offset < end || !f.offset.is_multiple_of(ft.align) || after > t.size as u64 {
            return Err(format!("field {} does not fit at {}", f.name, f.offset));
        }
        end = after as u32;
    }
    Ok(())
}

fn components(t: &TypeEntry) -> Result<(), String> {
    if t.boxed && t.components != [(0, Kind::Ptr)] {
        return Err("it is boxed but not one pointer".into());
    }
    if t.direct && !matches!(t.components[..], [(0, Kind::Ptr)]) {
        return Err("it is direct but not one pointer".into());
    }
    if t.boxed {
        return Ok(());
    }
    for &(at, kind) in &t.components {
        if !at.is_multiple_of(kind.size()) || at as u64 + kind.size() as u64 > t.size as u64 {
            return Err(format!("the component at {at} is outside its {} bytes", t.size));
        }
    }
    let of_components = t.components.iter().filter(|c| c.1.is_ptr()).map(|c| c.0);
    if !t.pointers_by_elem && !of_components.eq(t.pointers.iter().copied()) {
        return Err("its pointers are not those of its components".into());
    }
    Ok(())
}

fn pointers(t: &TypeEntry) -> Result<(), String> {
    if t.pointers_by_elem && t.kind != TypeKind::Array {
        return Err("only an array has its element's pointers".into());
    }
    let mut end = 0;
    for &at in &t.pointers {
        if at < end || at % 8 != 0 || at as u64 + 8 > t.size as u64 {
            return Err(format!("the pointer at {at} is not one of its words, in order"));
        }
        end = at + 8;
    }
    Ok(())
}

fn methods(m: &Image, t: &TypeEntry) -> Result<(), String> {
    let key = |i: usize| (&t.methods[i].name, &t.methods[i].pkg);
    for (i, x) in t.methods.iter().enumerate() {
        if i > 0 && key(i - 1) >= key(i) {
            return Err(format!("method {} is out of order", x.name));
        }
        let Some(f) = x.func else { continue };
        match m.funcs.get(f.index()) {
            None => return Err(format!("method {}: there is no function {}", x.name, f.0)),
            Some(f) if f.params.first() != Some(&Kind::Ptr) => {
                return Err(format!("method {}: it does not take a data word", x.name));
            }
            Some(_) => {}
        }
    }
    Ok(())
}
