//! A look at the machine code of the threaded loop's handlers: they end in an indirect jump, keep nothing on the
//! native stack, and branch instead of choosing a pc. Needs `objdump`; without it there is nothing to look at.
#![cfg(all(target_arch = "x86_64", target_os = "linux"))]

use std::collections::BTreeMap;
use std::process::Command;

use gvm_bytecode::op::{Format, Op, flag};

/// Instructions by handler. Handlers with the same code may have been folded into one.
fn handlers() -> Option<BTreeMap<String, Vec<String>>> {
    let output = Command::new("objdump")
        .args(["-d", "-C", "--no-show-raw-insn", env!("CARGO_BIN_EXE_gvm")])
        .output()
        .ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut current = None;
    for line in text.lines() {
        if let Some(name) = line.strip_suffix(">:") {
            current = name.split_once("gvm_vm::threaded::ops::").map(|n| n.1.to_string());
        } else if let (Some(name), Some((_, code))) = (&current, line.split_once('\t'))
            && !code.starts_with("int3")
        {
            all.entry(name.clone()).or_default().push(code.trim().to_string());
        }
    }
    Some(all)
}

/// Ops whose work is a few machine instructions.
fn is_hot(op: Op) -> bool {
    let format = matches!(
        op.format(),
        Format::D
            | Format::DS
            | Format::DSS
            | Format::DSI
            | Format::DI
            | Format::DX
            | Format::DT
            | Format::SG
            | Format::J
            | Format::SJ
            | Format::SSJ
            | Format::SIJ
            | Format::DSO
            | Format::SSO
            | Format::ISO
            | Format::IndexLoad
            | Format::IndexStore
            | Format::IndexAddr
            | Format::SlicePtr
            | Format::SliceCheck
    );
    (format && op.flags() & flag::ALLOCATES == 0) || matches!(op, Op::Call | Op::Ret | Op::Ret1)
}

#[test]
fn hot_handlers_jump_and_push_nothing() {
    let Some(all) = handlers() else {
        eprintln!("no objdump: nothing looked at");
        return;
    };
    let mut faults = Vec::new();
    let mut seen = 0;
    for &op in Op::ALL.iter().filter(|&&op| is_hot(op)) {
        let Some(code) = all.get(&format!("{op:?}")) else { continue };
        seen += 1;
        let has = |start: &str| code.iter().find(|i| i.starts_with(start));
        for bad in ["push", "call", "ret"] {
            if let Some(i) = has(bad) {
                faults.push(format!("{op:?}: {i}"));
            }
        }
        if !code.iter().any(|i| i.starts_with("jmp") && i.contains('*')) {
            faults.push(format!("{op:?}: no indirect jump"));
        }
        if op.format().jump().is_some()
            && let Some(i) = has("cmov")
        {
            faults.push(format!("{op:?}: {i}"));
        }
    }
    assert!(seen >= 90, "only {seen} hot handlers found");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
