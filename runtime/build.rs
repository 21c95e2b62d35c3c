//! Embeds the Go half of the library: every `std/<import path>/*.go`, without comments (lines are
//! kept) and with a table of its function bodies, so that loading a package costs little.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

fn collect(dir: &Path, import: &str, out: &mut BTreeMap<String, Vec<(String, String)>>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for e in entries.flatten() {
        let name = e.file_name().to_string_lossy().into_owned();
        let path = e.path();
        if path.is_dir() {
            let inner = if import.is_empty() { name } else { format!("{import}/{name}") };
            collect(&path, &inner, out);
        } else if name.ends_with(".go") && !name.ends_with("_test.go") {
            let text = std::fs::read_to_string(&path).expect("library files are readable UTF-8");
            out.entry(import.to_string()).or_default().push((name, text));
        }
    }
}

/// Where a string, rune or comment that starts at `at` ends; `at` when none does.
fn lexeme_end(text: &[u8], at: usize) -> usize {
    let find = |from: usize, what: &[u8]| {
        text[from..].windows(what.len()).position(|w| w == what).map_or(text.len(), |i| from + i)
    };
    match text[at] {
        b'/' if text[at..].starts_with(b"//") => find(at, b"\n"),
        b'/' if text[at..].starts_with(b"/*") => find(at + 2, b"*/") + 2,
        b'`' => find(at + 1, b"`") + 1,
        quote @ (b'"' | b'\'') => {
            let mut i = at + 1;
            while text[i] != quote {
                i += 1 + usize::from(text[i] == b'\\');
            }
            i + 1
        }
        _ => at,
    }
}

/// The text without comments (`//go:` directives stay) and without blanks at the ends of lines.
fn without_comments(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    while at < bytes.len() {
        let end = lexeme_end(bytes, at);
        if end == at {
            let c = text[at..].chars().next().expect("inside the text");
            if c == '\n' {
                out.truncate(out.trim_end_matches([' ', '\t']).len());
            }
            out.push(c);
            at += c.len_utf8();
            continue;
        }
        let lexeme = &text[at..end];
        if lexeme.starts_with("/*") {
            // A comment with newlines acts as one.
            let lines = lexeme.matches('\n').count();
            out.push_str(if lines == 0 { " " } else { "" });
            out.extend(std::iter::repeat_n('\n', lines));
        } else if !lexeme.starts_with("//") || lexeme.starts_with("//go:") {
            out.push_str(lexeme);
        }
        at = end;
    }
    out
}

/// Offsets of the braces of each function body: a `{` at depth 0 of a line that starts with `func`,
/// outside the parameters' parentheses and not after `struct` or `interface`.
fn bodies(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let (mut at, mut parens, mut depth) = (0, 0, 0);
    let (mut in_func, mut open) = (false, None);
    while at < bytes.len() {
        let end = lexeme_end(bytes, at);
        if end > at {
            at = end;
            continue;
        }
        match bytes[at] {
            b'f' if depth == 0
                && parens == 0
                && (at == 0 || bytes[at - 1] == b'\n')
                && text[at..].starts_with("func ") =>
            {
                in_func = true;
            }
            b'(' | b'[' => parens += 1,
            b')' | b']' => parens -= 1,
            b'{' => {
                if depth == 0 && parens == 0 && in_func {
                    let before = text[..at].trim_end();
                    if !before.ends_with("interface") && !before.ends_with("struct") {
                        open = Some(at);
                        in_func = false;
                    }
                }
                depth += 1;
            }
            b'}' => {
                depth -= 1;
                if depth == 0
                    && let Some(start) = open.take()
                {
                    out.push((start, at));
                }
            }
            b'\n' if depth == 0 && parens == 0 => in_func = false,
            _ => {}
        }
        at += 1;
    }
    out
}

fn main() {
    let root = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let dir = Path::new(&root).join("std");
    println!("cargo:rerun-if-changed={}", dir.display());
    let mut packages = BTreeMap::new();
    collect(&dir, "", &mut packages);
    let mut text = String::from("pub static PACKAGES: &[(&str, &[File])] = &[\n");
    for (import, mut files) in packages {
        files.sort();
        let _ = writeln!(text, "    ({import:?}, &[");
        for (name, source) in files {
            let source = without_comments(&source);
            let _ = writeln!(text, "        ({name:?}, {source:?}, &{:?}),", bodies(&source));
        }
        let _ = writeln!(text, "    ]),");
    }
    text.push_str("];\n");
    let out = std::env::var("OUT_DIR").expect("cargo sets it");
    std::fs::write(Path::new(&out).join("library.rs"), text).expect("OUT_DIR is writable");
}
