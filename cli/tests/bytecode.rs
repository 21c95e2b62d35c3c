//! The bytecode of every corpus program and of all of the library: the verifier lets it through, and the
//! assembler gets the same image back from its listing, debug information of variables included, without
//! which the code is the same. Together with the hand-assembled programs
//! they have every op and intrinsic.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use gvm_bytecode::operand::{Role, instructions};
use gvm_bytecode::{Image, Intrinsic, Op, asm, listing, verify};
use gvm_compiler::load::{FileSet, Inputs, LibraryFile};
use gvm_compiler::{Settings, Stage, compile_with};
use gvm_tests::{Case, cases};

/// The file system and the library, with or without its archive.
struct Disk {
    archive: Option<&'static [u8]>,
}

static ARCHIVE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.archive"));

impl FileSet for Disk {
    fn read(&self, path: &str) -> std::io::Result<Vec<u8>> {
        std::fs::read(path)
    }
    fn list(&self, dir: &str) -> std::io::Result<Vec<String>> {
        let names = std::fs::read_dir(dir)?
            .map(|e| e.map(|e| e.file_name().to_string_lossy().into_owned()));
        names.collect()
    }
    fn library(&self, import_path: &str) -> Option<Vec<LibraryFile>> {
        let files = gvm_runtime::library::package(import_path)?;
        Some(files.iter().map(|&(name, text, bodies)| LibraryFile { name, text, bodies }).collect())
    }
    fn archive(&self) -> Option<&'static [u8]> {
        self.archive
    }
}

/// Compiles, with debug information of variables; an error when the compiler has something to say about
/// the program.
fn image(inputs: &Inputs, stage: Stage) -> Result<Image, String> {
    compiled(inputs, None, Settings { stage, debug_variables: true, ..Settings::default() })
}

fn compiled(
    inputs: &Inputs,
    archive: Option<&'static [u8]>,
    settings: Settings,
) -> Result<Image, String> {
    let c = compile_with(&Disk { archive }, inputs, settings).map_err(|e| e.0)?;
    c.image.ok_or(c.text)
}

/// Debug information of variables changes nothing but itself, and the types that only it names come
/// last. Gives the number of variables.
fn same_code(what: &str, m: &Image, plain: &Image, faults: &mut String) -> usize {
    let mut stripped = m.clone();
    stripped.types.truncate(plain.types.len());
    stripped.funcs.iter_mut().for_each(|f| f.variables.clear());
    if stripped != *plain {
        let (a, b) = (listing::image(&stripped), listing::image(plain));
        let differs = a.lines().zip(b.lines()).find(|(a, b)| a != b);
        let _ = writeln!(faults, "{what}: debug information changes the code: {differs:?}");
    }
    m.funcs.iter().map(|f| f.variables.len()).sum()
}

fn check(what: &str, m: &Image, faults: &mut String) {
    if let Err(e) = verify::image(m) {
        let _ = writeln!(faults, "{what}: {e}");
    }
    let text = listing::image(m);
    match asm::assemble(&text) {
        Ok(back) if back == *m => {}
        Ok(back) => {
            let again = listing::image(&back);
            let differs = text.lines().zip(again.lines()).find(|(a, b)| a != b);
            let _ = writeln!(faults, "{what}: comes back as another image: {differs:?}");
        }
        Err(e) => {
            let line = text.lines().nth(e.line.saturating_sub(1));
            let _ = writeln!(faults, "{what}: {e}: {line:?}");
        }
    }
}

/// What was found out about some programs.
#[derive(Default)]
struct Findings {
    faults: String,
    used: BTreeSet<&'static str>,
    seen: usize,
    variables: usize,
}

fn look_at(case: &Case, found: &mut Findings) {
    let path = case.program.display().to_string();
    let inputs = if case.program.is_dir() { Inputs::Dir(path) } else { Inputs::Files(vec![path]) };
    let faults = &mut found.faults;
    if let Ok(m) = compiled(&inputs, Some(ARCHIVE), Settings::default()) {
        check(&format!("{} (archive)", case.name), &m, faults);
    }
    for stage in [Stage::Image, Stage::ImageWithAllMaps] {
        // What does not compile the corpus test says.
        if let Ok(m) = image(&inputs, stage) {
            let name = format!("{} ({stage:?})", case.name);
            check(&name, &m, faults);
            let plain = compiled(&inputs, None, Settings { stage, ..Settings::default() });
            found.variables += same_code(&name, &m, &plain.expect("as before"), faults);
            if stage == Stage::Image {
                let settings =
                    Settings { debug_variables: true, optimise: false, ..Settings::default() };
                let m = compiled(&inputs, None, settings).expect("as before");
                check(&format!("{name}, not optimised"), &m, faults);
            }
            found.seen += 1;
            uses(&m, &mut found.used);
        }
    }
}

#[test]
fn corpus_is_verified_and_survives_its_listing() {
    let all = cases().expect("corpus");
    let list: Vec<&Case> = all.iter().filter(|c| !c.is_compile_error()).collect();
    let next = AtomicUsize::new(0);
    let some = || {
        let mut found = Findings::default();
        while let Some(case) = list.get(next.fetch_add(1, Ordering::Relaxed)) {
            look_at(case, &mut found);
        }
        found
    };
    let threads = std::thread::available_parallelism().map_or(2, |n| n.get());
    let parts: Vec<Findings> = std::thread::scope(|s| {
        let parts: Vec<_> = (0..threads).map(|_| s.spawn(some)).collect();
        parts.into_iter().map(|p| p.join().expect("a thread that checks")).collect()
    });
    let faults: String = parts.iter().map(|p| p.faults.as_str()).collect();
    let mut used: BTreeSet<&str> = parts.iter().flat_map(|p| p.used.iter().copied()).collect();
    let seen: usize = parts.iter().map(|p| p.seen).sum();
    let variables: usize = parts.iter().map(|p| p.variables).sum();
    assert!(seen > 100, "only {seen} programs compile");
    assert!(variables > 100_000, "only {variables} variables");
    assert!(faults.is_empty(), "{faults}");
    let by_hand = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vm/tests/asm");
    for entry in std::fs::read_dir(by_hand).expect("programs") {
        let text = std::fs::read_to_string(entry.expect("entry").path()).expect("text");
        uses(&asm::assemble(&text).expect("syntax"), &mut used);
    }
    // The VM's own, which no image has.
    let own = [Op::Goexit, Op::PanicReturn, Op::PanicText];
    let missing: Vec<&str> = Op::ALL
        .iter()
        .filter(|op| !own.contains(op))
        .map(|op| op.mnemonic())
        .chain(Intrinsic::ALL.iter().map(|i| i.name()))
        .filter(|name| !used.contains(name))
        .collect();
    assert!(missing.is_empty(), "in no program of the corpus and none by hand: {missing:?}");
}

/// Adds a program's ops and intrinsics.
fn uses(m: &Image, used: &mut BTreeSet<&'static str>) {
    for f in &m.funcs {
        for i in instructions(&f.code) {
            used.insert(i.op.mnemonic());
            if let Some(which) = i.field(Role::Intrinsic) {
                used.extend(Intrinsic::from_u16(which as u16).map(Intrinsic::name));
            }
        }
    }
}

/// A program that makes every exported function and method of a package live.
fn uses_all(import: &str, files: &[gvm_runtime::library::File]) -> String {
    let clause = files.iter().flat_map(|f| f.1.lines()).find_map(|l| l.strip_prefix("package "));
    let package = clause.unwrap_or(import).trim();
    let mut uses = Vec::new();
    for line in files.iter().flat_map(|f| f.1.lines()) {
        let Some(rest) = line.strip_prefix("func ") else { continue };
        let exported = |name: &str| name.starts_with(|c: char| c.is_ascii_uppercase());
        let word = |s: &str| -> String {
            s.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
        };
        if let Some(method) = rest.strip_prefix('(') {
            let Some((receiver, after)) = method.split_once(')') else { continue };
            let typ = receiver.split_whitespace().last().unwrap_or("");
            let name = word(after.trim_start());
            let base = typ.trim_start_matches('*');
            // Methods of generic types, and generic methods, need type arguments.
            let generic =
                typ.contains(['[', ']']) || after.trim_start()[name.len()..].starts_with('[');
            if exported(base) && exported(&name) && !generic {
                uses.push(format!(
                    "({}{package}.{base}).{name}",
                    if typ.starts_with('*') { "*" } else { "" }
                ));
            }
        } else {
            let name = word(rest);
            if exported(&name) && rest[name.len()..].starts_with('(') {
                uses.push(format!("{package}.{name}"));
            }
        }
    }
    let mut text = format!("package main\n\nimport \"{import}\"\n\nfunc main() {{\n");
    for u in &uses {
        let _ = writeln!(text, "\tuse({u})");
    }
    text.push_str("}\n\nfunc use(any) {}\n");
    if uses.is_empty() { String::new() } else { text }
}

#[test]
fn library_is_verified_and_survives_its_listing() {
    let mut faults = String::new();
    let mut functions = 0;
    for (import, files) in gvm_runtime::library::PACKAGES {
        let text = uses_all(import, files);
        if import.starts_with("internal") || *import == "unsafe" || text.is_empty() {
            continue;
        }
        let inputs = Inputs::Text("prog.go".into(), text.clone().into_bytes());
        for archive in [true, false] {
            let image = match archive {
                true => compiled(&inputs, Some(ARCHIVE), Settings::default()),
                false => image(&inputs, Stage::Image),
            };
            match image {
                Ok(m) => {
                    functions += m.funcs.len();
                    check(&format!("{import} (archive: {archive})"), &m, &mut faults);
                }
                Err(e) => {
                    let _ = writeln!(faults, "{import}: {e}\n{text}");
                }
            }
        }
    }
    assert!(functions > 500, "only {functions} functions");
    assert!(faults.is_empty(), "{faults}");
}
