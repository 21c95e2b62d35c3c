//! The JSON form, for tools. `SCHEMA` documents it; its number goes up when a field goes or changes its
//! meaning, not when one comes.

use std::collections::BTreeSet;
use std::fmt::Write;

use gvm_bytecode::Kind;
use gvm_bytecode::image::{SourcePos, VariablePart, func_flags};

use crate::names;
use crate::text;
use crate::view::{Edge, Line, Piece, Program, Selection, View};

/// What `gvm help disasm-json` prints: every field there is.
pub const SCHEMA: &str = include_str!("schema.txt");

/// JSON text under construction: commas come by themselves.
#[derive(Default)]
pub struct Json {
    text: String,
    comma: bool,
}

impl Json {
    pub fn finish(self) -> String {
        self.text
    }
    fn value(&mut self) {
        if self.comma {
            self.text.push(',');
        }
        self.comma = true;
    }
    pub fn key(&mut self, name: &str) -> &mut Json {
        self.value();
        let _ = write!(self.text, "\"{name}\":");
        self.comma = false;
        self
    }
    pub fn string(&mut self, s: &str) {
        self.value();
        self.text.push('"');
        for c in s.chars() {
            match c {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                // So that the text can stand in a page's script.
                '<' | '\u{2028}' | '\u{2029}' | '\0'..=' ' if c != ' ' => {
                    let _ = write!(self.text, "\\u{:04x}", c as u32);
                }
                c => self.text.push(c),
            }
        }
        self.text.push('"');
    }
    pub fn number(&mut self, n: impl std::fmt::Display) {
        self.value();
        let _ = write!(self.text, "{n}");
    }
    pub fn list<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut one: impl FnMut(&mut Json, T),
    ) {
        self.value();
        self.text.push('[');
        self.comma = false;
        items.into_iter().for_each(|x| one(self, x));
        self.text.push(']');
        self.comma = true;
    }
    pub fn object(&mut self, fields: impl FnOnce(&mut Json)) {
        self.value();
        self.text.push('{');
        self.comma = false;
        fields(self);
        self.text.push('}');
        self.comma = true;
    }
}

/// The whole document, on one line.
pub fn document(p: &Program, which: &Selection, version: &str) -> String {
    let mut j = Json::default();
    let views = p.views(which);
    let used: BTreeSet<u32> = views
        .iter()
        .flat_map(|v| {
            let lines = v.f.lines.iter().map(|l| l.1.file);
            lines.chain(v.f.inline_sites.iter().map(|s| s.1.file)).chain([v.f.pos.file])
        })
        .collect();
    j.object(|j| {
        j.key("schema").number(1);
        j.key("gvm").string(version);
        j.key("optimised").number(p.optimised);
        j.key("files").list(p.files.iter().zip(&p.sources).zip(0..), |j, ((path, lines), n)| {
            j.object(|j| {
                j.key("path").string(path);
                let shown = if used.contains(&n) { &lines[..] } else { &[] };
                j.key("source").list(shown, |j, l| j.string(l));
            });
        });
        j.key("functions").list(&views, |j, v| function(j, p, v, which.line));
        if let (Some((steps, outside)), Some(counts)) = (p.steps, p.counts) {
            let shown: u64 = which.funcs.iter().flat_map(|f| &counts[f.index()]).sum();
            j.key("profile").object(|j| {
                j.key("steps").number(steps);
                j.key("outside").number(outside);
                j.key("shown").number(shown);
            });
        }
    });
    j.finish()
}

fn place(j: &mut Json, p: SourcePos) {
    j.key("file").number(p.file);
    j.key("line").number(p.line);
    j.key("column").number(p.column);
}

fn kinds(j: &mut Json, ks: &[Kind]) {
    j.list(ks, |j, &k| j.string(names::kind(k)));
}

fn function(j: &mut Json, p: &Program, v: &View, only: Option<(u32, u32)>) {
    let f = v.f;
    j.object(|j| {
        j.key("id").number(v.id.0);
        j.key("name").string(&f.name);
        place(j, f.pos);
        let flags = [
            (func_flags::WRAPPER, "wrapper"),
            (func_flags::LIBRARY, "library"),
            (func_flags::DEFERS, "defers"),
        ];
        j.key("flags").list(flags.iter().filter(|x| f.flags & x.0 != 0), |j, x| j.string(x.1));
        j.key("frame").number(f.frame_size);
        kinds(j.key("params"), &f.params);
        kinds(j.key("results"), &f.results);
        kinds(j.key("captures"), &f.captures);
        j.key("variables").list(&f.variables, |j, x| {
            j.object(|j| {
                j.key("name").string(&x.name);
                let typ = p.image.types.get(x.typ.index());
                j.key("type").string(typ.map_or("?", |t| &t.string));
                j.key("role").string(x.role.name());
                place(j, x.pos);
                j.key("inline").number(x.inline);
                j.key("memory").number(x.in_memory);
                j.key("parts").list(names::parts(p.image, x), |j, n| j.string(&n));
                j.key("ranges").list(&x.ranges, |j, r| {
                    j.object(|j| {
                        j.key("from").number(r.from);
                        j.key("to").number(r.to);
                        j.key("at").list(&r.parts, |j, part| match *part {
                            VariablePart::Slot(s) => j.object(|j| j.key("register").number(s)),
                            VariablePart::Const(c) => j.object(|j| j.key("constant").number(c)),
                            VariablePart::Gone => j.number("null"),
                        });
                    });
                });
            });
        });
        j.key("inlined").list(&f.inline_sites, |j, (name, pos, parent)| {
            j.object(|j| {
                j.key("function").string(name);
                place(j, *pos);
                j.key("parent").number(*parent);
            });
        });
        j.key("blocks").list(&v.blocks, |j, b| {
            j.object(|j| {
                j.key("name").string(&b.name);
                let pc = |n: usize| v.lines.get(n).map_or(f.code.len() as u32, |l| l.pc);
                j.key("from").number(pc(b.lines.start));
                j.key("to").number(pc(b.lines.end));
                j.key("next").list(&b.to, |j, (to, edge)| {
                    j.object(|j| {
                        j.key("block").number(*to);
                        j.key("edge").string(match edge {
                            Edge::Next => "next",
                            Edge::Jump => "jump",
                            Edge::Loop => "loop",
                        });
                    });
                });
            });
        });
        let shown = v.lines.iter().filter(|l| only.is_none_or(|at| v.is_of(l, at)));
        j.key("instructions").list(shown, instruction);
        j.key("line_table").list(&f.lines, |j, (pc, at, site)| {
            j.object(|j| {
                j.key("pc").number(*pc);
                place(j, *at);
                j.key("inline").number(*site);
            });
        });
    });
}

fn instruction(j: &mut Json, l: &Line) {
    j.object(|j| {
        j.key("pc").number(l.pc);
        j.key("cells").number(l.cells);
        j.key("op").string(l.op.mnemonic());
        j.key("text").string(&text::operands(l));
        j.key("operands").list(&l.operands, operand);
        place(j, l.place);
        j.key("inline").number(l.site);
        if let Some(name) = &l.label {
            j.key("label").string(name);
        }
        if let Some(pc) = l.target {
            j.key("target").number(pc);
        }
        if let Some(w) = l.frame {
            j.key("callee_frame").number(w);
        }
        if let Some(map) = &l.safepoint {
            j.key("safepoint").list(map, |j, p| {
                j.object(|j| {
                    j.key("register").number(p.slot);
                    if let Some(n) = &p.name {
                        j.key("variable").string(n);
                    }
                });
            });
        }
        if l.op.polls() {
            j.key("polls").number(true);
        }
        if let Some(n) = l.count {
            j.key("count").number(n);
        }
    });
}

fn operand(j: &mut Json, piece: &Piece) {
    j.object(|j| match piece {
        Piece::Text(t) => {
            j.key("kind").string("text");
            j.key("text").string(t);
        }
        Piece::Slot { slot, access, name } => {
            j.key("kind").string("register");
            j.key("register").number(*slot);
            j.key("access").string(text::access(*access));
            if let Some(n) = name {
                j.key("variable").string(n);
            }
        }
        Piece::Number(n) => {
            j.key("kind").string("number");
            j.key("number").number(*n);
        }
        Piece::Label { name, pc } => {
            j.key("kind").string("label");
            j.key("label").string(name);
            j.key("pc").number(*pc);
        }
        Piece::Named { what, id, name } => {
            j.key("kind").string(what);
            j.key("id").number(*id);
            j.key("name").string(name);
        }
    });
}
