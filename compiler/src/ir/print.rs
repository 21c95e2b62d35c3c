//! A function as text, for snapshots and `gvm disasm --ir`.

use std::fmt::Write;

use super::{Func, Target, Terminator, Value};

pub fn print(f: &Func) -> String {
    let mut out = String::new();
    let v = |x: Value| format!("{}{}", if f.is_ptr(x) { "p" } else { "v" }, x.0);
    let list = |xs: &[Value]| xs.iter().map(|&x| v(x)).collect::<Vec<_>>().join(" ");
    let target = |t: &Target| format!("b{}({})", t.block.0, list(&t.args));
    let _ = writeln!(out, "func {}", f.name);
    for &b in &f.layout {
        let data = f.block(b);
        let _ = writeln!(
            out,
            "b{}({}):{}",
            b.0,
            list(&data.params),
            if f.recovery == Some(b) { " recovery" } else { "" }
        );
        for i in &data.insts {
            let results = list(&i.results);
            let _ = writeln!(
                out,
                "  {results}{}{:?} {}",
                if results.is_empty() { "" } else { " = " },
                i.kind,
                list(&i.args)
            );
        }
        let _ = match &data.term {
            Terminator::Jump(t) => writeln!(out, "  jump {}", target(t)),
            Terminator::Branch { cond, args, then, els } => {
                writeln!(
                    out,
                    "  if {cond:?} {} then {} else {}",
                    list(args),
                    target(then),
                    target(els)
                )
            }
            Terminator::Return(vs) => writeln!(out, "  return {}", list(vs)),
            Terminator::Panic(vs) => writeln!(out, "  panic {}", list(vs)),
            other => writeln!(out, "  {other:?}"),
        };
    }
    out
}
