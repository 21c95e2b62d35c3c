//! A listing to read in a terminal: for each function its registers, then the source lines with the
//! instructions made of them, then the line table.

use std::fmt::Write;

use gvm_bytecode::image::{SourcePos, Variable, VariablePart, VariableRole, func_flags};

use crate::names;
use crate::view::{Access, Line, Piece, Pointer, Program, Selection, View};

/// Where comments begin.
const COMMENT: usize = 58;
/// Lines of tables are at most this long.
const WIDTH: usize = 100;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Paint {
    Plain,
    /// The name of a function.
    Title,
    Source,
    Dim,
    Name,
    Label,
    Hot,
}

/// Text with colours, or without.
struct Out {
    text: String,
    colour: bool,
    /// Columns on this line so far.
    column: usize,
}

impl Out {
    fn put(&mut self, paint: Paint, text: &str) {
        self.column += text.chars().count();
        let code = match paint {
            _ if !self.colour => "",
            Paint::Plain => "",
            Paint::Title => "1;4",
            Paint::Source => "1",
            Paint::Dim => "2",
            Paint::Name => "36",
            Paint::Label => "33",
            Paint::Hot => "31",
        };
        if code.is_empty() {
            self.text.push_str(text);
        } else {
            let _ = write!(self.text, "\x1b[{code}m{text}\x1b[0m");
        }
    }
    fn end(&mut self) {
        while self.text.ends_with(' ') {
            self.text.pop();
        }
        self.text.push('\n');
        self.column = 0;
    }
    fn line(&mut self, paint: Paint, text: &str) {
        self.put(paint, text);
        self.end();
    }
    fn pad(&mut self, to: usize) {
        let n = to.saturating_sub(self.column);
        self.put(Paint::Plain, &" ".repeat(n));
    }
}

/// All functions that were asked for.
pub fn listing(p: &Program, which: &Selection, colour: bool) -> String {
    let mut out = Out { text: String::new(), colour, column: 0 };
    for (n, v) in p.views(which).iter().enumerate() {
        if n > 0 {
            out.end();
        }
        function(&mut out, p, v, which.line);
    }
    if let Some((steps, outside)) = p.steps {
        out.end();
        let shown: u64 = which.funcs.iter().map(|f| executed(p, f.index())).sum();
        out.line(
            Paint::Plain,
            &format!(
                "{steps} instructions executed: {shown} in the functions shown, {} in others",
                steps - shown - outside
            ),
        );
    }
    out.text
}

fn executed(p: &Program, f: usize) -> u64 {
    p.counts.and_then(|c| c.get(f)).map_or(0, |c| c.iter().sum())
}

fn slots(from: usize, count: usize) -> String {
    match count {
        0 => "none".into(),
        1 => format!("r{from}"),
        n => format!("r{from}-r{}", from + n - 1),
    }
}

fn function(out: &mut Out, p: &Program, v: &View, only: Option<(u32, u32)>) {
    let f = v.f;
    out.put(Paint::Title, &f.name);
    if f.pos.line > 0 {
        out.put(Paint::Plain, &format!("  {}:{}", p.file(f.pos), f.pos.line));
    }
    out.end();
    let mut facts = vec![format!("frame of {} registers", f.frame_size)];
    facts.push(format!("arguments {}", slots(0, f.params.len())));
    facts.push(format!("results {}", slots(0, f.results.len())));
    if !f.captures.is_empty() {
        facts.push(format!("captures {} words", f.captures.len()));
    }
    let flags = [
        (func_flags::WRAPPER, "wrapper made by the compiler"),
        (func_flags::LIBRARY, "of the library"),
        (func_flags::DEFERS, "runs deferred calls"),
    ];
    facts.extend(flags.iter().filter(|x| f.flags & x.0 != 0).map(|x| x.1.to_string()));
    if p.counts.is_some() {
        facts.push(format!("{} instructions executed", executed(p, v.id.index())));
    }
    out.line(Paint::Dim, &format!("  {}", facts.join(", ")));
    if only.is_none() {
        registers(out, p, v);
    }
    let mut last: Option<(SourcePos, u32)> = None;
    let mut gap = false;
    for l in &v.lines {
        if only.is_some_and(|at| !v.is_of(l, at)) {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) && last.is_some() {
            out.line(Paint::Dim, "         …");
        }
        let here = (SourcePos { column: 0, ..l.place }, l.site);
        if last != Some(here) {
            if last.is_none() && only.is_none() && l.place.line != f.pos.line && f.pos.line > 0 {
                source(out, p, v, f.pos, 0);
            }
            // What belongs to no line needs no heading at the start.
            if l.place.line > 0 || last.is_some() {
                source(out, p, v, l.place, l.site);
            }
            last = Some(here);
        }
        instruction(out, p, v, l);
    }
    if only.is_none() {
        line_table(out, v);
    }
}

/// A line of the source above what was made of it.
fn source(out: &mut Out, p: &Program, v: &View, at: SourcePos, site: u32) {
    if at.line == 0 {
        out.line(Paint::Dim, "    – │ of no line");
        return;
    }
    out.put(Paint::Dim, &format!("{:5} │ ", at.line));
    let text = p.source(at).unwrap_or("").replace('\t', "    ");
    out.put(Paint::Source, text.trim_end());
    let calls = v.inlined(site);
    if let Some((name, _)) = calls.first() {
        let from: Vec<String> = calls.iter().map(|c| c.1.line.to_string()).collect();
        out.put(Paint::Dim, &format!("   ↳ {name}, inlined into line {}", from.join(", in ")));
    } else if at.file != v.f.pos.file {
        out.put(Paint::Dim, &format!("   ({})", p.file(at)));
    }
    out.end();
}

fn operand(out: &mut Out, piece: &Piece) {
    match piece {
        Piece::Text(t) => out.put(Paint::Plain, t),
        Piece::Slot { slot, name, .. } => {
            out.put(Paint::Plain, &format!("r{slot}"));
            if let Some(n) = name {
                out.put(Paint::Name, &format!("({n})"));
            }
        }
        Piece::Number(n) => out.put(Paint::Plain, &n.to_string()),
        Piece::Label { name, .. } => out.put(Paint::Label, name),
        Piece::Named { what, name, .. } => {
            let paint = if *what == "function" { Paint::Source } else { Paint::Plain };
            out.put(paint, name);
        }
    }
}

/// The operands as one text.
pub fn operands(l: &Line) -> String {
    let mut out = Out { text: String::new(), colour: false, column: 0 };
    l.operands.iter().for_each(|o| operand(&mut out, o));
    out.text
}

fn instruction(out: &mut Out, p: &Program, v: &View, l: &Line) {
    if let Some(name) = &l.label {
        let from: Vec<String> = v
            .lines
            .iter()
            .filter(|x| x.target == Some(l.pc))
            .map(|x| format!("{}{}", x.pc, if x.pc >= l.pc { " (loop)" } else { "" }))
            .collect();
        out.put(Paint::Label, &format!("   {name}:"));
        let from = match from.len() {
            0 => "where a recovered panic goes on".into(),
            n if n > 6 => format!("from {} places", from.len()),
            _ => format!("from {}", from.join(", ")),
        };
        out.put(Paint::Dim, &format!("  {from}"));
        out.end();
    }
    if p.counts.is_some() {
        let n = l.count.unwrap_or(0);
        let paint = if n == 0 { Paint::Dim } else { Paint::Hot };
        out.put(paint, &format!("{n:>12}×"));
    }
    out.put(Paint::Dim, &format!("{:>9}  ", l.pc));
    out.put(Paint::Plain, &format!("{:<12} ", l.op.mnemonic()));
    l.operands.iter().for_each(|o| operand(out, o));
    let notes = notes(l);
    if !notes.is_empty() {
        out.put(Paint::Plain, " ");
        out.pad(COMMENT + if p.counts.is_some() { 13 } else { 0 });
        out.put(Paint::Dim, &format!("; {}", notes.join("; ")));
    }
    out.end();
}

/// What else there is to say of an instruction.
pub fn notes(l: &Line) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(w) = l.frame {
        out.push(format!("its r0 is r{w}"));
    }
    if let Some(map) = &l.safepoint {
        out.push(match map.len() {
            0 => "safepoint, no pointers".into(),
            _ => format!("safepoint, pointers {}", pointers(map)),
        });
    }
    if l.op.polls() {
        out.push("polls".into());
    }
    out
}

fn pointers(map: &[Pointer]) -> String {
    let one = |p: &Pointer| match &p.name {
        Some(n) => format!("r{}({n})", p.slot),
        None => format!("r{}", p.slot),
    };
    map.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// A component's place as text.
fn place(part: VariablePart, name: &str) -> String {
    match part {
        VariablePart::Slot(s) => format!("r{s}"),
        VariablePart::Const(c) => format!("#{c}"),
        VariablePart::Gone => format!("{name} gone"),
    }
}

/// Where all parts of a variable are: `r3`, `r0-r2`, `r5 r6`.
pub fn places(v: &Variable, parts: &[VariablePart], names: &[String]) -> String {
    let slots: Option<Vec<u16>> =
        parts.iter().map(|p| if let VariablePart::Slot(s) = p { Some(*s) } else { None }).collect();
    let text = match slots.as_deref() {
        Some([first, rest @ ..])
            if rest.len() > 1 && rest.iter().zip(first + 1..).all(|(a, b)| *a == b) =>
        {
            format!("r{first}-r{}", rest[rest.len() - 1])
        }
        _ => {
            let short = |n: &str| n.strip_prefix(v.name.as_str()).unwrap_or(n).to_string();
            let each = parts.iter().zip(names).map(|(p, n)| place(*p, &short(n)));
            each.collect::<Vec<_>>().join(" ")
        }
    };
    if v.in_memory { format!("heap, address in {text}") } else { text }
}

/// The table of variables: where each is, and for which instructions.
fn registers(out: &mut Out, p: &Program, v: &View) {
    if v.f.variables.is_empty() {
        return;
    }
    out.line(Paint::Dim, "  variables (where, and at which instructions)");
    let mut order: Vec<&Variable> = v.f.variables.iter().collect();
    order.sort_by_key(|x| (x.inline, x.role == VariableRole::Local));
    let mut site = 0;
    for x in order {
        if x.inline != site {
            site = x.inline;
            let (name, call, _) = &v.f.inline_sites[site as usize - 1];
            out.line(Paint::Dim, &format!("    ↳ {name}, inlined into line {}", call.line));
        }
        let typ = p.image.types.get(x.typ.index()).map_or("?", |t| t.string.as_str());
        let names = names::parts(p.image, x);
        let mut at: Vec<(String, Vec<String>)> = Vec::new();
        for r in &x.ranges {
            let where_ = places(x, &r.parts, &names);
            let last = v.last_before(r.to);
            let pcs = if last == r.from { last.to_string() } else { format!("{}-{last}", r.from) };
            match at.iter_mut().find(|a| a.0 == where_) {
                Some(a) => a.1.push(pcs),
                None => at.push((where_, vec![pcs])),
            }
        }
        let role = if x.role == VariableRole::Local { "" } else { x.role.name() };
        for (n, (where_, pcs)) in at.iter().enumerate() {
            out.put(Paint::Plain, if site == 0 { "    " } else { "      " });
            if n == 0 {
                out.put(Paint::Name, &x.name);
                out.pad(18);
                out.put(Paint::Plain, typ);
                out.put(Paint::Plain, " ");
                out.pad(36);
                out.put(Paint::Dim, role);
            }
            out.pad(46);
            out.put(Paint::Plain, where_);
            out.put(Paint::Plain, "  ");
            out.pad(COMMENT + 12);
            let mut pcs = pcs.join(", ");
            if pcs.len() > 3 * WIDTH {
                pcs.truncate(pcs[..3 * WIDTH].rfind(',').unwrap_or(0));
                pcs.push_str(", …");
            }
            out.put(Paint::Dim, &pcs);
            out.end();
        }
    }
}

/// pc → line:column, as tracebacks and traces read it.
fn line_table(out: &mut Out, v: &View) {
    if v.f.lines.is_empty() {
        return;
    }
    out.line(Paint::Dim, "  line table (pc→line:column, ↳ inlined)");
    let mut text = String::from("   ");
    let mut width = 3;
    for (pc, at, site) in &v.f.lines {
        let inlined = if *site == 0 { "" } else { "↳" };
        let entry = format!(" {pc}→{}:{}{inlined}", at.line, at.column);
        let n = entry.chars().count();
        if width + n > WIDTH {
            out.line(Paint::Dim, &text);
            text = String::from("   ");
            width = 3;
        }
        text.push_str(&entry);
        width += n;
    }
    out.line(Paint::Dim, &text);
}

/// Whether a slot of an instruction is read, for outputs that mark it.
pub fn access(a: Access) -> &'static str {
    match a {
        Access::Read => "read",
        Access::Write => "write",
        Access::Change => "change",
    }
}
