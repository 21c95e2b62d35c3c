//! The compilation's arena: syntax, names and source text live here until lowering is done.
//!
//! One arena serves one compilation; everything with lifetime `'a` in this crate is in it.

use std::cell::RefCell;

use bumpalo::Bump;
use hashbrown::HashMap;

/// Owns the memory behind `'a`.
#[derive(Default)]
pub struct Arena {
    bump: Bump,
}

impl Arena {
    pub fn new() -> Self {
        Arena::default()
    }
    pub fn bump(&self) -> &Bump {
        &self.bump
    }
    pub fn str(&self, s: &str) -> &str {
        self.bump.alloc_str(s)
    }
    pub fn alloc<T: Copy>(&self, x: T) -> &T {
        self.bump.alloc(x)
    }
    pub fn slice<T: Copy>(&self, x: &[T]) -> &[T] {
        self.bump.alloc_slice_copy(x)
    }
    /// For the few values that own heap memory; it is not given back before the process ends.
    pub fn keep<T>(&self, x: T) -> &T {
        self.bump.alloc(x)
    }
}

/// An interned name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(pub u32);

macro_rules! known_symbols {
    ($($name:ident = $text:literal),* $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Known { $($name),* }
        impl Symbol { $(pub const $name: Symbol = Symbol(Known::$name as u32);)* }
        const KNOWN: &[&str] = &[$($text),*];
    };
}
known_symbols!(
    EMPTY = "",
    BLANK = "_",
    DOT = ".",
    INIT = "init",
    MAIN = "main",
    UNSAFE = "unsafe",
    ERROR = "Error",
    IOTA = "iota"
);

/// Names to symbols and back.
pub struct Interner<'a> {
    arena: &'a Arena,
    map: RefCell<HashMap<&'a str, Symbol>>,
    list: RefCell<Vec<&'a str>>,
}

impl<'a> Interner<'a> {
    pub fn new(arena: &'a Arena) -> Self {
        let this = Interner { arena, map: RefCell::default(), list: RefCell::default() };
        for s in KNOWN {
            this.intern(s);
        }
        this
    }
    pub fn intern(&self, s: &str) -> Symbol {
        if let Some(&x) = self.map.borrow().get(s) {
            return x;
        }
        let kept = self.arena.str(s);
        let mut list = self.list.borrow_mut();
        let x = Symbol(list.len() as u32);
        list.push(kept);
        self.map.borrow_mut().insert(kept, x);
        x
    }
    pub fn resolve(&self, s: Symbol) -> &'a str {
        self.list.borrow()[s.0 as usize]
    }
}
