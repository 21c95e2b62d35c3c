//! The library archive: the library's functions, compiled when gvm was built.
//!
//! Its code refers to entries of the archive's own tables. `import` copies a function into an image
//! and replaces each reference by what the lowering has for it (types, functions and variables are
//! found again by name), so that an image with archived functions is like one made from source. What
//! depends on the whole program (method tables, what is live, order of ids) is never in the archive;
//! what lowering a function asked for besides its code is, as `Need`s.
//!
//! Left out, and so compiled from source: generic declarations (their instances inside other
//! functions are there), functions with types that have no name outside a function, `init`
//! functions. Small functions are lowered from source when the program calls them, to be inlined.

mod import;
mod write;

use gvm_bytecode::binary::{Reader, Writer};

use super::Lowerer;
use crate::Symbol;
use crate::types::object::PkgId;
use crate::types::type_::TypeId;

pub use import::Imports;
pub use write::Recorder;

/// What lowering asked for besides code.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Need {
    /// A type's entry; values of it may be in interfaces.
    Reached(TypeId),
    /// An interface call asks for the method.
    Called(Symbol, Option<PkgId>),
}

/// What stands for a function in other images.
mod func_tag {
    /// Nothing: closures, instances of generic functions. Copied for each image.
    pub const CONTENT: u8 = 0;
    /// A declared function: package, name.
    pub const FUNC: u8 = 1;
    /// A declared method: package, receiver's type, name.
    pub const METHOD: u8 = 2;
    /// Initialises a package variable: package, variable.
    pub const INIT: u8 = 3;
}

mod type_tag {
    pub const BASIC: u8 = 0;
    pub const NAMED: u8 = 1;
    pub const POINTER: u8 = 2;
    pub const SLICE: u8 = 3;
    pub const ARRAY: u8 = 4;
    pub const MAP: u8 = 5;
    pub const CHAN: u8 = 6;
    pub const STRUCT: u8 = 7;
    pub const FUNC: u8 = 8;
    pub const INTERFACE: u8 = 9;
}

mod need_tag {
    pub const REACHED: u8 = 0;
    pub const CALLED: u8 = 1;
}

/// Records of any length, found by number.
#[derive(Clone, Copy)]
struct Section<'b> {
    /// One more than there are records.
    ends: &'b [[u8; 4]],
    bytes: &'b [u8],
}

impl<'b> Section<'b> {
    fn len(&self) -> usize {
        self.ends.len() - 1
    }

    fn get(&self, i: usize) -> Reader<'b> {
        let at = |i: usize| u32::from_le_bytes(self.ends[i]) as usize;
        Reader { rest: &self.bytes[at(i)..at(i + 1)] }
    }

    fn read(r: &mut Reader<'b>) -> Section<'b> {
        let n = r.number() as usize;
        let ends = r.take(4 * (n + 1)).as_chunks().0;
        Section { ends, bytes: r.blob() }
    }

    fn write(w: &mut Writer, records: &[Vec<u8>]) {
        w.number(records.len() as u64);
        let mut at = 0u32;
        for n in std::iter::once(0).chain(records.iter().map(Vec::len)) {
            at += n as u32;
            w.bytes.extend(at.to_le_bytes());
        }
        w.blob(&records.concat());
    }
}

/// The sections in the order they have in the file.
#[derive(Clone, Copy)]
pub struct Archive<'b> {
    /// Import path; names of the variables with initialisers, in the order they are initialised.
    packages: Section<'b>,
    /// Name as `import` looks it up, number of the function; sorted by name.
    names: Section<'b>,
    funcs: Section<'b>,
    /// What each unit of lowering (a function with the closures in it) needs.
    units: Section<'b>,
    types: Section<'b>,
    /// The types of the image's table: numbers in `types`.
    type_table: Section<'b>,
    globals: Section<'b>,
    data: Section<'b>,
    natives: Section<'b>,
    itabs: Section<'b>,
    files: Section<'b>,
}

impl<'b> Archive<'b> {
    pub fn read(bytes: &'b [u8]) -> Archive<'b> {
        let mut r = Reader { rest: bytes };
        let mut section = || Section::read(&mut r);
        Archive {
            packages: section(),
            names: section(),
            funcs: section(),
            units: section(),
            types: section(),
            type_table: section(),
            globals: section(),
            data: section(),
            natives: section(),
            itabs: section(),
            files: section(),
        }
    }

    /// The function with this name.
    fn find(&self, name: &str) -> Option<u32> {
        let (mut low, mut high) = (0, self.names.len());
        while low < high {
            let mid = low.midpoint(high);
            let mut r = self.names.get(mid);
            match r.text().cmp(name) {
                std::cmp::Ordering::Less => low = mid + 1,
                std::cmp::Ordering::Greater => high = mid,
                std::cmp::Ordering::Equal => return Some(r.small()),
            }
        }
        None
    }
}

/// The name of a variable's initialiser.
fn init_name(pkg: &str, var: &str) -> String {
    format!("{pkg}.init {var}")
}
