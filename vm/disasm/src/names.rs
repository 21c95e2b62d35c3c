//! Names of slots: which component of which variable a slot holds at a pc.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use gvm_bytecode::image::{FuncEntry, Image, TypeId, Variable, VariablePart};
use gvm_bytecode::{Kind, TypeKind};

/// What the components of a type are called: `.ptr` and `.len` of a string, nothing for a single one.
pub fn components(m: &Image, typ: TypeId) -> Vec<String> {
    let Some(t) = m.types.get(typ.index()) else { return Vec::new() };
    let suffixes = |list: &[&str]| list.iter().map(|s| s.to_string()).collect();
    if t.boxed {
        return vec![String::new()];
    }
    match t.kind {
        TypeKind::String => suffixes(&[".ptr", ".len"]),
        TypeKind::Slice => suffixes(&[".ptr", ".len", ".cap"]),
        TypeKind::Interface => {
            let word = if t.methods.is_empty() { ".type" } else { ".itab" };
            suffixes(&[word, ".data"])
        }
        TypeKind::Complex64 | TypeKind::Complex128 => suffixes(&[".re", ".im"]),
        TypeKind::Struct => {
            let fields = t.fields.iter();
            let parts = fields.flat_map(|f| {
                components(m, f.typ).into_iter().map(move |c| format!(".{}{c}", f.name))
            });
            parts.collect()
        }
        TypeKind::Array => {
            let elem = t.elem.filter(|_| t.len == 1);
            let parts = elem.map(|e| components(m, e)).unwrap_or_default();
            parts.into_iter().map(|c| format!("[0]{c}")).collect()
        }
        _ => vec![String::new()],
    }
}

/// What a variable's parts are called: `words.len`, `&n` for the address of a variable on the heap.
pub fn parts(m: &Image, v: &Variable) -> Vec<String> {
    if v.in_memory {
        return vec![format!("&{}", v.name)];
    }
    components(m, v.typ).into_iter().map(|c| format!("{}{c}", v.name)).collect()
}

/// The type of a component, as a word for people.
pub const fn kind(k: Kind) -> &'static str {
    gvm_bytecode::listing::kind_name(k)
}

/// Names of slots at one pc.
pub type Names = Rc<BTreeMap<u16, String>>;

/// For each pc where something changes the names from there on, ascending.
pub struct Timeline(Vec<(u32, Names)>);

impl Timeline {
    pub fn new(m: &Image, f: &FuncEntry) -> Timeline {
        // (pc, begins, slot, index into `texts`)
        let mut events: Vec<(u32, bool, u16, usize)> = Vec::new();
        let names: Vec<Vec<String>> = f.variables.iter().map(|v| parts(m, v)).collect();
        // Names, and how good each is: whole variables before parts, then what comes later in the
        // function, then first parts.
        let mut texts: Vec<(&str, (bool, usize, Reverse<usize>))> = Vec::new();
        for (number, (v, names)) in f.variables.iter().zip(&names).enumerate() {
            for r in &v.ranges {
                for (n, (part, name)) in r.parts.iter().zip(names).enumerate() {
                    if let VariablePart::Slot(slot) = *part {
                        events.push((r.from, true, slot, texts.len()));
                        events.push((r.to, false, slot, texts.len()));
                        texts.push((name, (r.parts.len() == 1, number, Reverse(n))));
                    }
                }
            }
        }
        events.sort_unstable();
        let mut open: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        let mut out: Vec<(u32, Names)> = vec![(0, Names::default())];
        let mut at = 0;
        while at < events.len() {
            let pc = events[at].0;
            while let Some(&(_, begins, slot, text)) = events.get(at).filter(|e| e.0 == pc) {
                let of = open.entry(slot).or_default();
                if begins {
                    of.push(text);
                } else {
                    of.retain(|&t| t != text);
                }
                at += 1;
            }
            let best = |of: &Vec<usize>| of.iter().map(|&t| texts[t]).max_by_key(|t| t.1);
            let now = open.iter().filter_map(|(&s, of)| Some((s, best(of)?.0.to_string())));
            out.push((pc, Rc::new(now.collect())));
        }
        Timeline(out)
    }

    pub fn at(&self, pc: u32) -> Names {
        let n = self.0.partition_point(|x| x.0 <= pc);
        n.checked_sub(1).map(|n| self.0[n].1.clone()).unwrap_or_default()
    }
}
