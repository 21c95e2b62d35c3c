//! Types that a program makes while it runs (package reflect): a pointer to, a slice of, a map from a
//! type. Each is one descriptor, the same as the program's own where it has that type.

use std::collections::HashMap;

use parking_lot::Mutex;

use crate::desc::{Comp, Equality, FieldDesc, TypeDesc, TypeKind};

/// What a type literal is made of; descriptors by address.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Shape {
    Pointer(usize),
    Slice(usize),
    Array(usize, u64),
    Chan(usize, u64),
    Map(usize, usize),
    Func(Vec<usize>, Vec<usize>, bool),
    /// Name, type, tag, embedded, package of an unexported one.
    Struct(Vec<(String, usize, String, bool, String)>),
}

/// The functions that the compiler made for calls through a signature (see `lower::reflect`).
#[derive(Clone, Copy, Debug)]
pub struct Adapters {
    /// `func(f T, args, results unsafe.Pointer)`: calls `f` with values from memory.
    pub call: u32,
    /// Closure over an itab and a data word: calls its only method.
    pub method: u32,
    /// Closure over a `func(args, results unsafe.Pointer)`: puts its arguments into memory for it.
    pub make: u32,
    /// Closure over an itab: calls its only method, with the first argument as receiver.
    pub bare: u32,
}

#[derive(Default)]
struct Made {
    known: HashMap<Shape, usize>,
    // Boxed: a descriptor's address is the type.
    #[allow(clippy::vec_box)]
    own: Vec<Box<TypeDesc>>,
}

#[derive(Default)]
pub struct Types {
    /// Descriptors the program came with.
    pub count: usize,
    /// By a signature's number in the program's table.
    pub adapters: HashMap<u32, Adapters>,
    made: Mutex<Option<Made>>,
}

fn shape_of(t: &TypeDesc) -> Option<Shape> {
    let elem = t.elem as usize;
    let list = |types: &[*const TypeDesc]| types.iter().map(|&x| x as usize).collect();
    Some(match t.kind {
        _ if !t.name.is_empty() => return None,
        TypeKind::Pointer => Shape::Pointer(elem),
        TypeKind::Slice => Shape::Slice(elem),
        TypeKind::Array => Shape::Array(elem, t.len),
        TypeKind::Chan => Shape::Chan(elem, t.len),
        TypeKind::Map => Shape::Map(t.key as usize, elem),
        TypeKind::Func => Shape::Func(list(&t.params), list(&t.results), t.variadic),
        TypeKind::Struct => Shape::Struct(
            t.fields
                .iter()
                .map(|f| (f.name.clone(), f.typ as usize, f.tag.clone(), f.embedded, f.pkg.clone()))
                .collect(),
        ),
        _ => return None,
    })
}

/// # Safety
/// `x` is a descriptor's address.
unsafe fn desc<'d>(x: usize) -> &'d TypeDesc {
    // SAFETY: descriptors live as long as the program.
    unsafe { &*(x as *const TypeDesc) }
}

/// A type of one word, or of the given components.
fn plain(kind: TypeKind, size: u32, components: &[(u32, Comp)], string: String) -> TypeDesc {
    TypeDesc { string, ..TypeDesc::plain(kind, size, components) }
}

fn word(kind: TypeKind, string: String) -> TypeDesc {
    TypeDesc { direct: true, ..plain(kind, 8, &[(0, Comp::Ptr)], string) }
}

fn signature(params: &[usize], results: &[usize], variadic: bool) -> String {
    // SAFETY: descriptors.
    let text = |&x: &usize| unsafe { desc(x) }.string.clone();
    let mut list: Vec<String> = params.iter().map(text).collect();
    if let (true, Some(last)) = (variadic, list.last_mut()) {
        *last = format!("...{}", &last[2..]);
    }
    let out: Vec<String> = results.iter().map(text).collect();
    let out = match out.len() {
        0 => String::new(),
        1 => format!(" {}", out[0]),
        _ => format!(" ({})", out.join(", ")),
    };
    format!("func({}){out}", list.join(", "))
}

/// Pointers of a type's image, each at `at` plus its place.
fn pointers(t: &TypeDesc, at: u32, out: &mut Vec<u32>) {
    if t.pointers_by_elem {
        for i in 0..t.len as u32 {
            // SAFETY: an array has an element type.
            let elem = unsafe { &*t.elem };
            pointers(elem, at + i * elem.size, out);
        }
    } else {
        out.extend(t.pointers.iter().map(|p| p + at));
    }
}

/// An aggregate of these parts: (place, type).
fn aggregate(t: &mut TypeDesc, parts: &[(u32, usize)], most: usize) {
    let mut components = Vec::new();
    let mut all = Vec::new();
    let mut boxed = false;
    for &(at, part) in parts {
        // SAFETY: descriptors.
        let part = unsafe { desc(part) };
        boxed |= part.boxed;
        components.extend(part.components.iter().map(|&(o, c)| (o + at, c)));
        pointers(part, at, &mut all);
    }
    t.pointers = all.into();
    t.boxed = t.size > 0 && (boxed || components.len() > most);
    t.components = if t.boxed { [(0, Comp::Ptr)].into() } else { components.into() };
    // SAFETY: descriptors.
    t.comparable = parts.iter().all(|p| unsafe { desc(p.1) }.comparable);
    // SAFETY: descriptors.
    t.direct = parts.len() == 1 && unsafe { desc(parts[0].1) }.direct;
}

fn make(shape: &Shape) -> TypeDesc {
    // SAFETY: shapes hold descriptors.
    let at = |x: usize| unsafe { desc(x) };
    match shape {
        &Shape::Pointer(e) => {
            let mut t = word(TypeKind::Pointer, format!("*{}", at(e).string));
            t.elem = at(e);
            t
        }
        &Shape::Slice(e) => {
            let parts = [(0, Comp::Ptr), (8, Comp::I64), (16, Comp::I64)];
            let mut t = plain(TypeKind::Slice, 24, &parts, format!("[]{}", at(e).string));
            (t.elem, t.eq, t.comparable) = (at(e), Equality::Never, false);
            t
        }
        &Shape::Chan(e, dir) => {
            let text = match dir {
                1 => format!("chan<- {}", at(e).string),
                2 => format!("<-chan {}", at(e).string),
                _ if at(e).kind == TypeKind::Chan && at(e).name.is_empty() && at(e).len == 2 => {
                    format!("chan ({})", at(e).string)
                }
                _ => format!("chan {}", at(e).string),
            };
            let mut t = word(TypeKind::Chan, text);
            (t.elem, t.len) = (at(e), dir);
            t
        }
        &Shape::Map(k, e) => {
            let mut t = word(TypeKind::Map, format!("map[{}]{}", at(k).string, at(e).string));
            (t.key, t.elem, t.eq, t.comparable) = (at(k), at(e), Equality::Never, false);
            t.entry = Box::leak(Box::new(crate::map::entry_desc(at(k), at(e))));
            t
        }
        Shape::Func(params, results, variadic) => {
            let mut t = word(TypeKind::Func, signature(params, results, *variadic));
            (t.eq, t.comparable, t.variadic) = (Equality::Never, false, *variadic);
            t.params = params.iter().map(|&x| x as *const TypeDesc).collect();
            t.results = results.iter().map(|&x| x as *const TypeDesc).collect();
            t
        }
        &Shape::Array(e, n) => {
            let elem = at(e);
            let mut t = plain(TypeKind::Array, 0, &[], format!("[{n}]{}", elem.string));
            (t.elem, t.len, t.align) = (elem, n, elem.align);
            t.size = elem.size * n as u32;
            match n {
                0 => aggregate(&mut t, &[], 8),
                1 => aggregate(&mut t, &[(0, e)], 8),
                _ => {
                    let parts: Vec<(u32, usize)> =
                        (0..n as u32).map(|i| (i * elem.size, e)).collect();
                    // Always a box, whatever its parts.
                    aggregate(&mut t, &parts, 0);
                }
            }
            t.comparable = elem.comparable;
            t.eq = if t.comparable { Equality::Array } else { Equality::Never };
            t
        }
        Shape::Struct(fields) => {
            let mut t = plain(TypeKind::Struct, 0, &[], String::new());
            t.align = 1;
            let (mut end, mut parts, mut text) = (0u32, Vec::new(), Vec::new());
            let mut list = Vec::new();
            for (name, typ, tag, embedded, pkg) in fields {
                let ft = at(*typ);
                let place = end.next_multiple_of(ft.align.max(1));
                end = place + ft.size;
                t.align = t.align.max(ft.align);
                parts.push((place, *typ));
                let tag_text = if tag.is_empty() { String::new() } else { format!(" {tag:?}") };
                text.push(match embedded {
                    true => format!("{}{tag_text}", ft.string),
                    false => format!("{name} {}{tag_text}", ft.string),
                });
                list.push(FieldDesc {
                    name: name.clone(),
                    typ: ft,
                    offset: place,
                    embedded: *embedded,
                    pkg: pkg.clone(),
                    tag: tag.clone(),
                });
            }
            // A trailing field without bytes gets one, so that its address is inside.
            if end > 0 && parts.last().is_some_and(|p| at(p.1).size == 0) {
                end += 1;
            }
            t.size = end.next_multiple_of(t.align);
            aggregate(&mut t, &parts, 8);
            t.eq = if t.comparable { Equality::Struct } else { Equality::Never };
            t.fields = list.into();
            t.string = match text.is_empty() {
                true => "struct {}".into(),
                false => format!("struct {{ {} }}", text.join("; ")),
            };
            t
        }
    }
}

impl Types {
    /// The descriptor of a type literal.
    ///
    /// # Safety
    /// `base` is the program's table of `self.count` descriptors; the shape holds descriptors.
    pub unsafe fn find(&self, base: *const TypeDesc, shape: Shape) -> *const TypeDesc {
        let mut made = self.made.lock();
        let made = made.get_or_insert_with(|| {
            // SAFETY: the caller's promise.
            let all = unsafe { std::slice::from_raw_parts(base, self.count) };
            let known = all.iter().filter_map(|t| Some((shape_of(t)?, t as *const _ as usize)));
            Made { known: known.collect(), own: Vec::new() }
        });
        if let Some(&t) = made.known.get(&shape) {
            return t as *const TypeDesc;
        }
        let mut t = Box::new(make(&shape));
        t.id = (self.count + made.own.len()) as u32;
        let address = &raw const *t;
        made.own.push(t);
        made.known.insert(shape, address as usize);
        address
    }
}
