//! The verifier: refuses an image that the VM could not run safely.
//!
//! What it proves, for every function: instructions are whole and known, jumps land on instructions,
//! slots lie in the frame, ids lie in their tables, windows leave room for header, arguments and
//! results, every slot has a value of the wanted sort (pointer or not) when it is read, and pointer maps
//! are there where a frame can stand, name only slots that are surely pointers and leave out none
//! that is read later. The rules come from the op table through `operand`.
//!
//! What it must trust: the sort of what is loaded from memory (an op says whether it loads a
//! pointer), and that a closure or itab has functions of the signature that its call names.
//!
//! One file a concept: `tables` and `types` (the image), `function` (a function's tables), `code`
//! (instructions one by one), `window` (what calls take and give), `flow` (what slots hold), `live`
//! (what is read later), `maps`.

mod bits;
mod code;
mod flow;
mod function;
mod live;
mod maps;
mod tables;
mod types;
pub mod window;

use crate::image::{FuncId, Image};

/// Why an image is refused: the place and the rule that it breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub String);

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

type Checked = Result<(), Refusal>;

/// Checks a whole image; the first rule that does not hold is the error.
pub fn image(m: &Image) -> Checked {
    tables::check(m)?;
    for id in 0..m.funcs.len() as u32 {
        function(m, FuncId(id))?;
    }
    Ok(())
}

/// Checks one function of an image whose tables are sound.
fn function(m: &Image, id: FuncId) -> Checked {
    let shape = function::check(m, id).map_err(|e| in_function(m, id, e))?;
    let states = flow::analyse(m, id, &shape);
    flow::check(m, id, &shape, &states)
        .and_then(|()| maps::check(m, id, &shape, &states))
        .map_err(|e| in_function(m, id, e))
}

/// An error inside a function: the cell, if it is about one, and what is wrong.
#[derive(Debug)]
struct Fault {
    pc: Option<usize>,
    what: String,
}

impl Fault {
    fn new(what: impl Into<String>) -> Fault {
        Fault { pc: None, what: what.into() }
    }
    fn at(pc: usize, what: impl Into<String>) -> Fault {
        Fault { pc: Some(pc), what: what.into() }
    }
}

fn in_function(m: &Image, id: FuncId, e: Fault) -> Refusal {
    let name = &m.funcs[id.index()].name;
    let at = e.pc.map_or(String::new(), |pc| format!(" at {pc}"));
    Refusal(format!("func {} ({name}){at}: {}", id.0, e.what))
}
