//! The assembler: an image from the text that `listing` writes, or that someone wrote by hand.
//!
//! By hand, numbers of types and functions may be left out where they are defined, functions and
//! natives may be named instead of numbered (`call @main.f w8`), and jumps may go to labels (`-> next`, with a line
//! `next:`). Nothing is checked but the syntax: an image from text goes to the verifier before it runs.

mod code;
mod cursor;

use cursor::Cursor;

use crate::image::{
    DataEntry, DataId, Field, FuncEntry, FuncId, GlobalEntry, Image, ItabEntry, ItabId, Method,
    NativeEntry, Reloc, SourcePos, TypeEntry, TypeId, TypeKind, Variable, VariablePart,
    VariableRange, VariableRole,
};
use crate::op::Op;
use crate::operand::{Index, Place};

/// What is wrong in the text, and in which line (from 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pub line: usize,
    pub what: String,
}

impl std::fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

type Read<T> = Result<T, String>;

/// What indented lines belong to.
enum Open {
    Nothing,
    Type,
    Data,
    Func(Box<code::Body>),
}

struct Assembler {
    m: Image,
    open: Open,
    /// Functions and natives by name: (function, pc, field, name).
    named: Vec<(usize, usize, Place, String)>,
}

/// Assembles a whole image.
pub fn assemble(text: &str) -> Result<Image, SyntaxError> {
    let mut a = Assembler { m: Image::default(), open: Open::Nothing, named: Vec::new() };
    let mut last = 0;
    for (n, line) in text.lines().enumerate() {
        last = n + 1;
        a.line(line).map_err(|what| SyntaxError { line: n + 1, what })?;
    }
    let error = |what| SyntaxError { line: last, what };
    a.close().map_err(error)?;
    a.resolve().map_err(error)?;
    Ok(a.m)
}

impl Assembler {
    fn line(&mut self, line: &str) -> Read<()> {
        let mut c = Cursor::new(line);
        if c.at_end() {
            return Ok(());
        }
        if line.starts_with(' ') || line.starts_with('\t') {
            return self.inner(&mut c);
        }
        self.close()?;
        match c.word() {
            "file" => self.m.files.push(c.string()?),
            "type" => self.typ(&mut c)?,
            "itab" => {
                let mut it = ItabEntry { interface: TypeId(0), concrete: TypeId(0) };
                while let Some(key) = c.key()? {
                    match key {
                        "interface" => it.interface = TypeId(c.number()?),
                        "concrete" => it.concrete = TypeId(c.number()?),
                        _ => return Err(format!("an itab has no {key}")),
                    }
                }
                self.m.itabs.push(it);
            }
            "native" => {
                let (name, signature) = (c.name()?, c.string()?);
                let mut n =
                    NativeEntry { name, signature, params: Vec::new(), results: Vec::new() };
                while let Some(key) = c.key()? {
                    match key {
                        "params" => n.params = c.list(Cursor::kind)?,
                        "results" => n.results = c.list(Cursor::kind)?,
                        _ => return Err(format!("a native has no {key}")),
                    }
                }
                self.m.natives.push(n);
            }
            "data" => self.data(&mut c)?,
            "globals" => self.m.globals_size = c.number()?,
            "global" => {
                let mut g = GlobalEntry { name: c.name()?, typ: TypeId(0), offset: 0 };
                while let Some(key) = c.key()? {
                    match key {
                        "type" => g.typ = TypeId(c.number()?),
                        "offset" => g.offset = c.number()?,
                        _ => return Err(format!("a global has no {key}")),
                    }
                }
                self.m.globals.push(g);
            }
            "known-type" => {
                let known = (c.name()?, TypeId(c.number()?));
                self.m.known_types.push(known);
            }
            "known-func" => {
                let known = (c.name()?, FuncId(c.number()?));
                self.m.known_funcs.push(known);
            }
            "entry" => self.m.entry = Some(FuncId(c.number()?)),
            "main" => self.m.main = Some(FuncId(c.number()?)),
            "func" => self.func(&mut c)?,
            other => return Err(format!("{other:?} starts nothing")),
        }
        c.end()
    }

    fn inner(&mut self, c: &mut Cursor<'_>) -> Read<()> {
        match &mut self.open {
            Open::Nothing => return Err("an indented line that belongs to nothing".into()),
            Open::Type => {
                let t = self.m.types.last_mut().ok_or("no type")?;
                match c.word() {
                    "field" => t.fields.push(field(c)?),
                    "method" => t.methods.push(method(c)?),
                    other => return Err(format!("a type has no {other:?}")),
                }
            }
            Open::Data => {
                let d = self.m.data.last_mut().ok_or("no data")?;
                match c.word() {
                    "bytes" => d.bytes.extend(c.bytes()?),
                    "address" => d.relocs.push((c.number()?, reloc(c)?)),
                    other => return Err(format!("data has no {other:?}")),
                }
            }
            Open::Func(body) => return body.line(c),
        }
        c.end()
    }

    /// Ends the function whose lines came so far.
    fn close(&mut self) -> Read<()> {
        if let Open::Func(mut body) = std::mem::replace(&mut self.open, Open::Nothing) {
            let f = self.m.funcs.len();
            self.m.funcs.push(body.finish()?);
            self.named.extend(body.named.into_iter().map(|(pc, place, n)| (f, pc, place, n)));
        }
        Ok(())
    }

    /// Puts numbers for names, now that all functions are there.
    fn resolve(&mut self) -> Read<()> {
        for (f, pc, place, name) in std::mem::take(&mut self.named) {
            let op = Op::from_u16(self.m.funcs[f].code[pc].op);
            let m = &self.m;
            let found = match op.and_then(Op::index) {
                Some(Index::Func) => m.funcs.iter().position(|f| f.name == name),
                Some(Index::Native) => m.natives.iter().position(|n| n.name == name),
                Some(Index::Type) => m.types.iter().position(|t| t.string == name),
                _ => None,
            };
            let n = found.ok_or_else(|| format!("nothing is called {name}"))?;
            code::put(&mut self.m.funcs[f].code, pc, place, n as u64);
        }
        Ok(())
    }

    /// The optional number of a thing that is being defined.
    fn numbered(c: &mut Cursor<'_>, next: usize) -> Read<()> {
        if !c.is_number() {
            return Ok(());
        }
        match c.integer()? {
            n if n != next as i128 => Err(format!("this is number {next}, not {n}")),
            _ => Ok(()),
        }
    }

    fn typ(&mut self, c: &mut Cursor<'_>) -> Read<()> {
        Self::numbered(c, self.m.types.len())?;
        let word = c.word();
        let kind = TypeKind::ALL.into_iter().find(|k| k.name() == word);
        let mut t = TypeEntry {
            kind: kind.ok_or_else(|| format!("{word:?} is no kind of type"))?,
            size: 0,
            align: 1,
            string: c.name()?,
            name: String::new(),
            pkg: String::new(),
            comparable: false,
            direct: false,
            components: Vec::new(),
            boxed: false,
            pointers: Vec::new(),
            pointers_by_elem: false,
            elem: None,
            key: None,
            len: 0,
            fields: Vec::new(),
            params: Vec::new(),
            results: Vec::new(),
            variadic: false,
            methods: Vec::new(),
        };
        let id = |c: &mut Cursor<'_>| c.number().map(TypeId);
        while let Some(key) = c.key()? {
            match key {
                "size" => t.size = c.number()?,
                "align" => t.align = c.number()?,
                "name" => t.name = c.string()?,
                "pkg" => t.pkg = c.string()?,
                "comparable" => t.comparable = true,
                "direct" => t.direct = true,
                "boxed" => t.boxed = true,
                "variadic" => t.variadic = true,
                "pointers-by-elem" => t.pointers_by_elem = true,
                "components" => {
                    t.components = c.list(|c| {
                        let at = c.number()?;
                        c.expect(":")?;
                        Ok((at, c.kind()?))
                    })?;
                }
                "pointers" => t.pointers = c.list(Cursor::number)?,
                "elem" => t.elem = Some(id(c)?),
                "key" => t.key = Some(id(c)?),
                "len" => t.len = c.number()?,
                "params" => t.params = c.list(id)?,
                "results" => t.results = c.list(id)?,
                _ => return Err(format!("a type has no {key}")),
            }
        }
        self.m.types.push(t);
        self.open = Open::Type;
        Ok(())
    }

    fn data(&mut self, c: &mut Cursor<'_>) -> Read<()> {
        Self::numbered(c, self.m.data.len())?;
        let mut d = DataEntry {
            bytes: Vec::new(),
            align: 1,
            relocs: Vec::new(),
            writable: false,
            typ: None,
        };
        let mut count = 1;
        while let Some(key) = c.key()? {
            match key {
                "align" => d.align = c.number()?,
                "writable" => d.writable = true,
                "type" => d.typ = Some((TypeId(c.number()?), 1)),
                "count" => count = c.number()?,
                _ => return Err(format!("data has no {key}")),
            }
        }
        d.typ = d.typ.map(|(t, _)| (t, count));
        self.m.data.push(d);
        self.open = Open::Data;
        Ok(())
    }

    fn func(&mut self, c: &mut Cursor<'_>) -> Read<()> {
        Self::numbered(c, self.m.funcs.len())?;
        let mut f = FuncEntry { name: c.name()?, ..FuncEntry::default() };
        while let Some(key) = c.key()? {
            match key {
                "frame" => f.frame_size = c.number()?,
                "flags" => f.flags = c.number()?,
                "params" => f.params = c.list(Cursor::kind)?,
                "results" => f.results = c.list(Cursor::kind)?,
                "captures" => f.captures = c.list(Cursor::kind)?,
                "recovery" => f.recovery = Some(c.number()?),
                "pos" => f.pos = c.place()?,
                _ => return Err(format!("a function has no {key}")),
            }
        }
        self.open = Open::Func(Box::new(code::Body::new(f)));
        Ok(())
    }
}

fn field(c: &mut Cursor<'_>) -> Read<Field> {
    let mut f = Field {
        name: c.name()?,
        typ: TypeId(0),
        offset: 0,
        embedded: false,
        pkg: String::new(),
        tag: String::new(),
    };
    while let Some(key) = c.key()? {
        match key {
            "type" => f.typ = TypeId(c.number()?),
            "offset" => f.offset = c.number()?,
            "embedded" => f.embedded = true,
            "pkg" => f.pkg = c.string()?,
            "tag" => f.tag = c.string()?,
            _ => return Err(format!("a field has no {key}")),
        }
    }
    Ok(f)
}

fn method(c: &mut Cursor<'_>) -> Read<Method> {
    let mut x = Method { name: c.name()?, pkg: String::new(), sig: TypeId(0), func: None };
    while let Some(key) = c.key()? {
        match key {
            "sig" => x.sig = TypeId(c.number()?),
            "pkg" => x.pkg = c.string()?,
            "func" => x.func = Some(FuncId(c.number()?)),
            _ => return Err(format!("a method has no {key}")),
        }
    }
    Ok(x)
}

fn reloc(c: &mut Cursor<'_>) -> Read<Reloc> {
    Ok(match c.word() {
        "data" => Reloc::Data(DataId(c.number()?), c.number()?),
        "func" => Reloc::Func(FuncId(c.number()?)),
        "type" => Reloc::Type(TypeId(c.number()?)),
        "itab" => Reloc::Itab(ItabId(c.number()?)),
        other => return Err(format!("there is no address of {other:?}")),
    })
}

/// A variable; its ranges follow on lines of their own.
fn variable(c: &mut Cursor<'_>) -> Read<Variable> {
    let mut v = Variable {
        name: c.name()?,
        typ: TypeId(0),
        role: VariableRole::Local,
        pos: SourcePos::default(),
        inline: 0,
        in_memory: false,
        ranges: Vec::new(),
    };
    while let Some(key) = c.key()? {
        match key {
            "type" => v.typ = TypeId(c.number()?),
            "pos" => v.pos = c.place()?,
            "inline" => v.inline = c.number()?,
            "memory" => v.in_memory = true,
            role => {
                let found = VariableRole::ALL.into_iter().find(|r| r.name() == role);
                v.role = found.ok_or_else(|| format!("a variable has no {role}"))?;
            }
        }
    }
    Ok(v)
}

fn variable_range(c: &mut Cursor<'_>) -> Read<VariableRange> {
    let mut r = VariableRange { from: 0, to: 0, parts: Vec::new() };
    while let Some(key) = c.key()? {
        match key {
            "from" => r.from = c.number()?,
            "to" => r.to = c.number()?,
            "parts" => {
                r.parts = c.list(|c| {
                    Ok(if c.eat("#") {
                        VariablePart::Const(c.number()?)
                    } else if c.is_number() {
                        VariablePart::Slot(c.number()?)
                    } else {
                        c.expect("_")?;
                        VariablePart::Gone
                    })
                })?;
            }
            _ => return Err(format!("a range has no {key}")),
        }
    }
    Ok(r)
}
