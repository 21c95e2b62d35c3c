//! Runs `gvm check` over the Go project's own annotated programs, where they are installed.
//!
//! - `GVM_GOROOT=/path/to/goroot` (Go 1.27): the type checker's testdata, below `src/internal/types`.
//! - `GVM_GO_TESTS=/path/to/go/test` (Go 1.19, Debian's golang-1.19-src): the `// errorcheck` programs.
//!
//! An error is in the right place when its line is marked. Columns cannot be compared: the marks stand
//! behind a token, and gc, whose columns gvm has, reports some errors at the token after it.
//!
//! Without the variable a test does nothing and says so. What passes is listed in `tests/annotated/*.txt`
//! (names only); the lists may only grow: `GVM_GROW=1` adds what passes now. `tests/annotated/excluded.txt`
//! has the programs that are left out, each with the reason.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use gvm_tests::annotated::{Mark, errorcheck_flags, line_marks, token_marks};
use gvm_tests::run_with_timeout;

/// A program and what it is expected to show.
struct Program {
    name: String,
    files: Vec<PathBuf>,
    lang: Option<String>,
    /// (file name, mark)
    marks: Vec<(String, Mark)>,
}

/// An error as `gvm check --json` tells it.
#[derive(Debug)]
struct Found {
    file: String,
    line: u32,
    column: u32,
    message: String,
}

struct Verdict {
    name: String,
    places: bool,
    messages: bool,
    note: String,
}

fn lists() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/annotated")
}

fn read_list(name: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(lists().join(name)).unwrap_or_default();
    text.lines()
        .map(|l| l.split('#').next().unwrap_or("").trim().to_string())
        .filter(|l| !l.is_empty())
        .collect()
}

fn base(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The value of a field of a JSON object as `gvm check --json` writes it.
fn field(object: &str, name: &str) -> String {
    let key = format!("\"{name}\":");
    let Some(at) = object.find(&key) else { return String::new() };
    let rest = &object[at + key.len()..];
    let Some(text) = rest.strip_prefix('"') else {
        return rest.split([',', '}']).next().unwrap_or("").to_string();
    };
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => match chars.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('u') => {
                    let code: String = chars.by_ref().take(4).collect();
                    let c = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
                    out.push(c.unwrap_or('?'));
                }
                Some(c) => out.push(c),
                None => break,
            },
            c => out.push(c),
        }
    }
    out
}

fn check(p: &Program, goroot: Option<&str>) -> Result<Vec<Found>, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
    command.current_dir(p.files[0].parent().unwrap_or(Path::new(".")));
    command.args(["check", "--all-errors", "--json"]);
    if let Some(l) = &p.lang {
        command.arg(format!("--lang={l}"));
    }
    command.args(p.files.iter().map(|f| base(f)));
    match goroot {
        Some(root) => command.env("GVM_GOROOT", root),
        None => command.env_remove("GVM_GOROOT"),
    };
    let run = run_with_timeout(command, Duration::from_secs(30)).map_err(|e| e.to_string())?;
    if run.timed_out {
        return Err("still running after 30 s".into());
    }
    // What keeps a program from being loaded has no JSON form.
    let mut found = Vec::new();
    for l in run.stderr.lines() {
        found.push(loading(l).ok_or_else(|| l.to_string())?);
    }
    found.extend(run.stdout.lines().map(|l| Found {
        file: base(Path::new(&field(l, "file"))),
        line: field(l, "line").parse().unwrap_or(0),
        column: field(l, "column").parse().unwrap_or(0),
        message: field(l, "message"),
    }));
    Ok(found
        .into_iter()
        // The type checker's own tests have built-ins of their own.
        .filter(|f| {
            f.line > 0 && f.message != "undefined: assert" && f.message != "undefined: trace"
        })
        .collect())
}

/// A line `file:line:column: message`.
fn loading(line: &str) -> Option<Found> {
    let (place, message) = line.split_once(": ")?;
    let mut parts = place.rsplitn(3, ':');
    let (column, number) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let file = base(Path::new(parts.next()?));
    Some(Found { file, line: number, column, message: message.to_string() })
}

fn judge(p: &Program, goroot: Option<&str>) -> Verdict {
    let found = match check(p, goroot) {
        Ok(f) => f,
        Err(e) => return Verdict { name: p.name.clone(), places: false, messages: false, note: e },
    };
    let want: BTreeSet<(String, u32)> = p.marks.iter().map(|(f, m)| (f.clone(), m.line)).collect();
    let got: BTreeSet<(String, u32)> = found.iter().map(|f| (f.file.clone(), f.line)).collect();
    let missing: Vec<_> = want.difference(&got).collect();
    let extra: Vec<_> = got.difference(&want).collect();
    let show = |v: &[&(String, u32)]| {
        v.iter().take(6).map(|x| x.1.to_string()).collect::<Vec<_>>().join(" ")
    };
    let mut note = String::new();
    if !missing.is_empty() {
        note.push_str(&format!("missing at line {} ", show(&missing)));
    }
    if !extra.is_empty() {
        note.push_str(&format!("unexpected at line {} ", show(&extra)));
    }
    let here = |f: &Found, file: &str, m: &Mark| f.file == file && f.line == m.line;
    let text = |f: &Found| format!("{}:{}:{}: {}", f.file, f.line, f.column, f.message);
    let all_met = p
        .marks
        .iter()
        .all(|(file, m)| found.iter().any(|f| here(f, file, m) && m.pattern.matches(&text(f))));
    let all_wanted = found
        .iter()
        .all(|f| p.marks.iter().any(|(file, m)| here(f, file, m) && m.pattern.matches(&text(f))));
    let places = missing.is_empty() && extra.is_empty();
    if places && !(all_met && all_wanted) {
        let other = found.iter().find(|f| {
            !p.marks.iter().any(|(file, m)| here(f, file, m) && m.pattern.matches(&text(f)))
        });
        note = other.map_or("a message is missing".into(), text);
    }
    Verdict { name: p.name.clone(), places, messages: places && all_met && all_wanted, note }
}

/// Judges all programs; prints the table of failures; checks and, if asked to, grows the lists.
fn run(title: &str, programs: Vec<Program>, goroot: Option<&str>, places: &str, messages: &str) {
    let excluded = read_list("excluded.txt");
    let programs: Vec<Program> =
        programs.into_iter().filter(|p| !excluded.contains(&p.name)).collect();
    let next = AtomicUsize::new(0);
    let verdicts = Mutex::new(Vec::new());
    std::thread::scope(|s| {
        for _ in 0..std::thread::available_parallelism().map_or(2, |n| n.get()) {
            s.spawn(|| {
                while let Some(p) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let v = judge(p, goroot);
                    verdicts.lock().unwrap().push(v);
                }
            });
        }
    });
    let mut verdicts = verdicts.into_inner().unwrap();
    verdicts.sort_by(|a, b| a.name.cmp(&b.name));
    let n = verdicts.len();
    let count = |f: fn(&Verdict) -> bool| verdicts.iter().filter(|v| f(v)).count();
    let (p, m) = (count(|v| v.places), count(|v| v.messages));
    for v in verdicts.iter().filter(|v| !v.places) {
        println!("{:45} {}", v.name, v.note);
    }
    println!(
        "{title}: {n} programs; errors in the right places {p} ({:.1} %), messages too {m} ({:.1} %)",
        p as f64 * 100.0 / n.max(1) as f64,
        m as f64 * 100.0 / n.max(1) as f64
    );
    let mut lost = Vec::new();
    for (list, ok) in [(places, (|v| v.places) as fn(&Verdict) -> bool), (messages, |v| v.messages)]
    {
        let known = read_list(list);
        let now: BTreeSet<String> =
            verdicts.iter().filter(|v| ok(v)).map(|v| v.name.clone()).collect();
        lost.extend(known.difference(&now).map(|name| {
            let verdict = verdicts.iter().find(|v| v.name == *name);
            format!("{list}: {name}: {}", verdict.map_or("no such program", |v| &v.note))
        }));
        let new = now.difference(&known).count();
        if std::env::var_os("GVM_GROW").is_some() {
            let all: Vec<String> = known.union(&now).cloned().collect();
            std::fs::write(lists().join(list), all.join("\n") + "\n").expect("list");
        } else if new > 0 {
            println!("{list}: {new} more pass now; GVM_GROW=1 adds them");
        }
    }
    assert!(lost.is_empty(), "passed before: {lost:#?}");
}

#[test]
fn type_checker_testdata() {
    let Ok(go) = std::env::var("GVM_GOROOT") else {
        println!("skipped: GVM_GOROOT names no Go installation");
        return;
    };
    let root = Path::new(&go).join("src/internal/types/testdata");
    let mut programs = Vec::new();
    for area in ["check", "examples", "spec", "fixedbugs"] {
        let Ok(entries) = std::fs::read_dir(root.join(area)) else {
            panic!("{}: no testdata there", root.display());
        };
        for entry in entries {
            let path = entry.expect("entry").path();
            let mut files = if path.is_dir() {
                let list = std::fs::read_dir(&path).expect("folder");
                list.map(|e| e.expect("entry").path()).collect()
            } else {
                vec![path.clone()]
            };
            files.retain(|f: &PathBuf| f.extension().is_some_and(|e| e == "go"));
            files.sort();
            if files.is_empty() {
                continue;
            }
            let mut marks = Vec::new();
            let mut lang = None;
            for f in &files {
                let text = String::from_utf8_lossy(&std::fs::read(f).expect("file")).into_owned();
                // Flags are in the first line.
                let first = text.lines().next().unwrap_or("");
                if let Some(flags) = first.strip_prefix("// -") {
                    let flag = flags.split_whitespace().find_map(|f| f.strip_prefix("lang="));
                    lang = lang.or(flag.map(str::to_string));
                }
                marks.extend(token_marks(&text).into_iter().map(|m| (base(f), m)));
            }
            programs.push(Program { name: format!("{area}/{}", base(&path)), files, lang, marks });
        }
    }
    run("type checker testdata", programs, Some(&go), "types.txt", "types_messages.txt");
}

fn go_files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            go_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "go") {
            out.push(path);
        }
    }
}

#[test]
fn errorcheck_programs() {
    let Ok(tests) = std::env::var("GVM_GO_TESTS") else {
        println!("skipped: GVM_GO_TESTS names no test folder of a Go source tree");
        return;
    };
    let root = Path::new(&tests);
    let mut files = Vec::new();
    go_files(root, &mut files);
    files.sort();
    let mut programs = Vec::new();
    for f in files {
        let text = String::from_utf8_lossy(&std::fs::read(&f).expect("file")).into_owned();
        let Some(flags) = errorcheck_flags(&text) else { continue };
        // Other flags ask for the compiler's decisions about inlining, escape and code.
        let about_errors =
            |w: &&str| matches!(*w, "-d=panic" | "-e" | "-complete") || w.starts_with("-lang=");
        if !flags.iter().all(about_errors) {
            continue;
        }
        let lang = flags.iter().find_map(|w| w.strip_prefix("-lang=")).map(str::to_string);
        let file = base(&f);
        let marks = line_marks(&file, &text).into_iter().map(|m| (file.clone(), m)).collect();
        let name = f.strip_prefix(root).unwrap_or(&f).to_string_lossy().replace('\\', "/");
        programs.push(Program { name, files: vec![f], lang, marks });
    }
    let goroot = std::env::var("GVM_GOROOT").ok();
    run(
        "errorcheck programs",
        programs,
        goroot.as_deref(),
        "errorcheck.txt",
        "errorcheck_messages.txt",
    );
}
