//! A function as text, for snapshots and `gvm disasm --stage=ir`.

use std::fmt::Write;

use super::{Func, InstKind, Target, Terminator, Value};

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
            if let InstKind::DebugBind { var, part, constant } = i.kind {
                let var = &f.variables[var as usize];
                let value = match constant {
                    Some(c) => format!("#{c}"),
                    None if i.args.is_empty() => "unknown".into(),
                    None => list(&i.args),
                };
                let part = if var.parts > 1 { format!("[{part}]") } else { String::new() };
                let memory = if var.in_memory { "&" } else { "" };
                let _ = writeln!(out, "    ; {memory}{}{part} is {value}", var.name);
                continue;
            }
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
