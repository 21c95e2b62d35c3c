//! Broken programs: the front end must answer each with errors or with nothing, never with a panic
//! and never without end. Programs of the corpus are changed at random with a fixed seed.
//!
//! `GVM_MUTATIONS=n` tries n programs instead of a few hundred; `GVM_MUTATION_SEED=n` others.

mod disk;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::time::Duration;

use gvm_compiler::load::Inputs;
use gvm_compiler::{Settings, Stage, compile_with};
use gvm_tests::cases;

/// xorshift: the same programs on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
    fn below(&mut self, n: usize) -> usize {
        if n == 0 { 0 } else { (self.next() >> 11) as usize % n }
    }
}

/// What is put into programs: tokens that change what a place means.
const TOKENS: [&str; 64] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    ".",
    "...",
    ":",
    ":=",
    "=",
    "+",
    "-",
    "*",
    "&",
    "<-",
    "~",
    "!",
    "==",
    "<<",
    "|",
    "\n",
    "func",
    "type",
    "var",
    "const",
    "struct",
    "interface",
    "map",
    "chan",
    "range",
    "for",
    "if",
    "else",
    "switch",
    "case",
    "default",
    "select",
    "go",
    "defer",
    "return",
    "break",
    "goto",
    "fallthrough",
    "import",
    "package",
    "nil",
    "iota",
    "any",
    "int",
    "string",
    "len",
    "make",
    "unsafe",
    "0",
    "1e999",
    "'",
    "\"",
    "`",
    "/*",
    "\u{0}",
    "\u{fffd}",
];

/// Cuts a text into words, numbers, single marks and blanks.
fn pieces(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let n = if word(first) {
            rest.find(|c| !word(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        out.push(&rest[..n]);
        rest = &rest[n..];
    }
    out
}

fn mutate(text: &str, other: &str, r: &mut Random) -> Vec<u8> {
    let mut list: Vec<String> = pieces(text).into_iter().map(String::from).collect();
    let donors = pieces(other);
    for _ in 0..1 + r.below(6) {
        let (i, j) = (r.below(list.len()), r.below(list.len()));
        match r.below(8) {
            0 => drop(list.drain(i..(i + 1 + r.below(3)).min(list.len()))),
            1 => list.insert(i, TOKENS[r.below(TOKENS.len())].into()),
            2 => list[i] = TOKENS[r.below(TOKENS.len())].into(),
            3 => list.swap(i, j),
            4 => list[i] = list[j].clone(),
            5 => {
                // A stretch of the same program once more elsewhere.
                let end = (i + 1 + r.below(40)).min(list.len());
                let part = list[i..end].to_vec();
                let j = j.min(list.len());
                list.splice(j..j, part);
            }
            6 => {
                let k = r.below(donors.len());
                let end = (k + 1 + r.below(30)).min(donors.len());
                list.splice(i..i, donors[k..end].iter().map(|s| s.to_string()));
            }
            _ => list.truncate(list.len() - r.below(list.len() / 4 + 1)),
        }
        if list.is_empty() {
            list.push("package".into());
        }
    }
    let mut bytes = list.concat().into_bytes();
    if r.below(20) == 0 {
        let at = r.below(bytes.len());
        bytes.insert(at, r.next() as u8);
    }
    bytes
}

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

#[test]
fn broken_programs_give_errors_only() {
    let count = number("GVM_MUTATIONS", 250);
    let mut random = Random(number("GVM_MUTATION_SEED", 20_260_727));
    let sources: Vec<String> = cases()
        .expect("corpus")
        .iter()
        .filter(|c| c.program.is_file())
        .filter_map(|c| std::fs::read_to_string(&c.program).ok())
        .filter(|t| t.len() < 20_000)
        .collect();
    assert!(sources.len() > 50, "the corpus is too small");
    let (send, receive) = mpsc::channel();
    let (ask, asked) = mpsc::channel::<Vec<u8>>();
    let work = move || {
        for text in asked {
            let inputs = Inputs::Text("./prog.go".into(), text);
            let settings = Settings { stage: Stage::Check, ..Settings::default() };
            let done = catch_unwind(AssertUnwindSafe(|| {
                let _ = compile_with(&disk::Disk, &inputs, settings);
            }));
            if send.send(done.is_ok()).is_err() {
                return;
            }
        }
    };
    // The compiler recurses as deep as programs nest.
    std::thread::Builder::new().stack_size(1 << 30).spawn(work).expect("a thread");
    let mut bad = Vec::new();
    for n in 0..count {
        let a = random.below(sources.len());
        let b = random.below(sources.len());
        let text = mutate(&sources[a], &sources[b], &mut random);
        ask.send(text.clone()).expect("the compiler's thread lives");
        let why = match receive.recv_timeout(Duration::from_secs(60)) {
            Ok(true) => continue,
            Ok(false) => "panic",
            Err(_) => "no answer within 60 s",
        };
        let file = std::env::temp_dir().join(format!("gvm-mutation-{n}.go"));
        std::fs::write(&file, &text).expect("a kept program");
        bad.push(format!("program {n}: {why}: {}", file.display()));
        if why != "panic" {
            break;
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}
