//! The lines of a function: places, labels, instructions with their signatures and pointer maps.

use hashbrown::HashMap;

use super::cursor::{Cursor, parse_integer};
use super::{Read, variable, variable_range};
use crate::image::{FuncEntry, Signature};
use crate::intrinsic::Intrinsic;
use crate::op::{Cell, Op};
use crate::operand::{Part, Place, Role};

pub struct Body {
    f: FuncEntry,
    labels: HashMap<String, usize>,
    /// Jumps to labels: (pc, field, label).
    jumps: Vec<(usize, Place, String)>,
    /// Functions and natives by name: (pc, field, name).
    pub named: Vec<(usize, Place, String)>,
    maps: HashMap<Vec<u16>, u32>,
    signatures: HashMap<Signature, u32>,
}

/// Sets a field of the instruction at `pc`.
pub fn put(code: &mut [Cell], pc: usize, place: Place, value: u64) {
    let mut ext = code.get(pc + 1).copied().unwrap_or_default();
    place.put(&mut code[pc], &mut ext, value);
    if matches!(place, Place::XA | Place::XB | Place::XAB | Place::XCD | Place::X64) {
        code[pc + 1] = ext;
    }
}

/// The bits of a number in a field, when it fits.
fn fit(x: i128, place: Place, signed: bool) -> Read<u64> {
    let bits = place.bits();
    let range = if signed { -(1i128 << (bits - 1))..1 << (bits - 1) } else { 0..1 << bits };
    if range.contains(&x) { Ok(x as u64) } else { Err(format!("{x} does not fit in {bits} bits")) }
}

/// The number of a value in a list without doubles.
fn number<T: Clone + Eq + std::hash::Hash>(
    index: &mut HashMap<T, u32>,
    list: &mut Vec<T>,
    value: T,
) -> u32 {
    *index.entry(value).or_insert_with_key(|v| {
        list.push(v.clone());
        list.len() as u32 - 1
    })
}

impl Body {
    pub fn new(f: FuncEntry) -> Body {
        Body {
            f,
            labels: HashMap::new(),
            jumps: Vec::new(),
            named: Vec::new(),
            maps: HashMap::new(),
            signatures: HashMap::new(),
        }
    }

    pub fn line(&mut self, c: &mut Cursor<'_>) -> Read<()> {
        let here = self.f.code.len();
        while let Some(label) = c.label() {
            match parse_integer(label) {
                Some(n) if n == here as i128 => {}
                Some(n) => return Err(format!("this is cell {here}, not {n}")),
                None if self.labels.insert(label.into(), here).is_some() => {
                    return Err(format!("label {label} is there twice"));
                }
                None => {}
            }
        }
        if c.at_end() {
            return Ok(());
        }
        match c.word() {
            "line" => {
                let pos = c.place()?;
                let mut site = 0;
                while let Some(key) = c.key()? {
                    match key {
                        "inline" => site = c.number()?,
                        _ => return Err(format!("a line has no {key}")),
                    }
                }
                self.f.lines.push((here as u32, pos, site));
            }
            "inline" => {
                let name = c.name()?;
                let (mut pos, mut parent) = (Default::default(), 0);
                while let Some(key) = c.key()? {
                    match key {
                        "pos" => pos = c.place()?,
                        "parent" => parent = c.number()?,
                        _ => return Err(format!("an inline site has no {key}")),
                    }
                }
                self.f.inline_sites.push((name, pos, parent));
            }
            "unsigned" => self.f.unsigned.push((c.number()?, c.number()?)),
            "var" => self.f.variables.push(variable(c)?),
            "range" => {
                let v = self.f.variables.last_mut().ok_or("a range of no variable")?;
                v.ranges.push(variable_range(c)?);
            }
            mnemonic => self.instruction(mnemonic, c)?,
        }
        c.end()
    }

    fn instruction(&mut self, mnemonic: &str, c: &mut Cursor<'_>) -> Read<()> {
        let op = Op::from_mnemonic(mnemonic).ok_or_else(|| format!("there is no op {mnemonic}"))?;
        let pc = self.f.code.len();
        let (mut cell, mut ext) = (Cell::new(op, 0, 0, 0), Cell::default());
        for part in op.format().parts() {
            match *part {
                Part::Text(t) => c.expect(t)?,
                Part::Field(place, role) => {
                    let v = self.field(pc, place, role, c)?;
                    place.put(&mut cell, &mut ext, v);
                }
            }
        }
        self.f.code.push(cell);
        if op.cells() == 2 {
            self.f.code.push(ext);
        }
        if c.eat("(") {
            let signature = Signature {
                params: slots(c)?,
                results: {
                    c.expect("->")?;
                    slots(c)?
                },
            };
            c.expect(")")?;
            let n = number(&mut self.signatures, &mut self.f.signatures, signature);
            self.f.calls.push((pc as u32, n));
        }
        if c.eat("{") {
            let mut map = Vec::new();
            while !c.eat("}") {
                map.push(c.number()?);
            }
            let n = number(&mut self.maps, &mut self.f.pointer_maps, map);
            self.f.maps.push((pc as u32, n));
        }
        Ok(())
    }

    fn field(&mut self, pc: usize, place: Place, role: Role, c: &mut Cursor<'_>) -> Read<u64> {
        match role {
            Role::Intrinsic => {
                let word = c.word();
                let found = Intrinsic::ALL.iter().find(|i| i.name() == word);
                return found
                    .map(|&i| i as u64)
                    .ok_or_else(|| format!("there is no intrinsic {word}"));
            }
            Role::Index if c.is_name() => {
                let name = c.name()?;
                self.named.push((pc, place, name));
                return Ok(0);
            }
            Role::Jump if c.is_name() => {
                let label = c.name()?;
                self.jumps.push((pc, place, label));
                return Ok(0);
            }
            _ => {}
        }
        let mut x = c.integer()?;
        if role == Role::Jump {
            x -= pc as i128;
        }
        fit(x, place, role.is_signed())
    }

    /// The whole function, jumps to labels filled in.
    pub fn finish(&mut self) -> Read<FuncEntry> {
        for (pc, place, label) in &self.jumps {
            let to = self.labels.get(label).ok_or_else(|| format!("there is no label {label}"))?;
            let distance = fit(*to as i128 - *pc as i128, *place, true)?;
            put(&mut self.f.code, *pc, *place, distance);
        }
        Ok(std::mem::take(&mut self.f))
    }
}

/// `pw`: for each slot whether it is a pointer.
fn slots(c: &mut Cursor<'_>) -> Read<Vec<bool>> {
    let one = |l| match l {
        'p' => Ok(true),
        'w' => Ok(false),
        _ => Err(format!("{l:?} is neither p nor w")),
    };
    c.word().chars().map(one).collect()
}
