//! Every place in the front end that reports an error is provoked by a program of
//! `corpus/errors`, whose text is compared with real Go: no diagnostic is untried.
//!
//! A diagnostic is named by its file and its message as the source has it.
//! `diagnostics_untried.txt` lists those that no program provokes yet. It may only shrink.

mod disk;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use gvm_compiler::load::Inputs;
use gvm_compiler::{Settings, Stage, compile_with};
use gvm_tests::cases;

const CALLS: [&str; 7] = [
    ".error(",
    ".err(",
    ".soft_error(",
    ".syntax_error(",
    ".syntax_error_at(",
    ".requires(",
    ".unsupported(",
];

/// Where a program can make the compiler report something: file below the repository, line.
type Site = (String, u32);

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn rust_files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a source folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// The first string literal in a text, with escapes as written.
fn literal(text: &str) -> Option<&str> {
    let start = text.find('"')? + 1;
    let mut escaped = false;
    let end = text[start..].find(|c| {
        let end = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        end
    })?;
    Some(&text[start..start + end])
}

/// All reporting calls of the front end, each with its name.
fn sites() -> HashMap<Site, String> {
    let mut files = Vec::new();
    for part in ["syntax", "types/check"] {
        rust_files(&repository().join("compiler/src").join(part), &mut files);
    }
    files.sort();
    let mut out = HashMap::new();
    for path in files {
        let text = std::fs::read_to_string(&path).expect("readable source");
        let file = path.strip_prefix(repository()).expect("below the repository");
        let file = file.to_string_lossy().replace('\\', "/");
        let short = file.trim_start_matches("compiler/src/");
        let lines: Vec<&str> = text.lines().collect();
        let mut seen: HashMap<String, u32> = HashMap::new();
        let mut passes_on = false;
        for (i, line) in lines.iter().enumerate() {
            if line.contains("mod tests") {
                break;
            }
            // What only passes a message on: the place is its caller.
            passes_on |= line.contains("#[track_caller]");
            if passes_on {
                passes_on = *line != "    }";
                continue;
            }
            let Some(at) = CALLS.iter().filter_map(|c| line.find(c)).min() else { continue };
            if line.trim_start().starts_with("//") {
                continue;
            }
            // The statement: up to the line that ends it.
            let mut statement = line[at..].to_string();
            for next in &lines[i + 1..] {
                if statement.trim_end().ends_with([';', '}']) || statement.len() > 400 {
                    break;
                }
                statement.push(' ');
                statement.push_str(next.trim());
            }
            let what = match literal(&statement) {
                Some(l) => format!("{short}: {l}"),
                None => format!("{short}: {}", line.trim()),
            };
            let n = seen.entry(what.clone()).or_insert(0);
            *n += 1;
            let name = if *n > 1 { format!("{what} #{n}") } else { what };
            out.insert((file.clone(), i as u32 + 1), name);
        }
    }
    out
}

/// Programs that real Go takes and gvm does not, and what gvm says.
fn refused() -> [(String, &'static str); 6] {
    let deep_index = format!(
        "package main\n\nvar a []int\nvar x = {}0{}\n",
        "a[".repeat(40_000),
        "]".repeat(40_000)
    );
    let deep = format!("package main\n\nvar x = {}1{}\n", "(".repeat(30_001), ")".repeat(30_001));
    let mut long = String::from("package main\n\nconst c0 = \"0123456789abcdef\"\n");
    for i in 0..24 {
        long += &format!("const c{} = c{i} + c{i}\n", i + 1);
    }
    let library = |path: &str, does: &str| {
        format!("package main\n\nimport \"{path}\"\n\nfunc main() {{ {does} }}\n")
    };
    [
        (
            library("runtime/debug", "debug.ReadBuildInfo()"),
            "not supported by gvm: debug.ReadBuildInfo (gvm's package runtime/debug does not have it yet)",
        ),
        (
            library("os", "os.Stdin.SyscallConn()"),
            "not supported by gvm: os.File.SyscallConn (gvm's package os does not have it yet)",
        ),
        (
            format!("//go:debug randseednop=0\n{}", library("math/rand", "rand.Seed(1)")),
            "not supported by gvm: //go:debug randseednop=0",
        ),
        (deep, "not supported by gvm: nesting deeper than 30000"),
        // What was not read to its end is not checked either, which would take for ever.
        (deep_index, "not supported by gvm: nesting deeper than 30000"),
        (long, "not supported by gvm: a constant string longer than 67108864 bytes"),
    ]
}

/// The reporting calls that the errors corpus reaches.
fn provoked() -> BTreeSet<Site> {
    let mut out = BTreeSet::new();
    for case in cases().expect("corpus").iter().filter(|c| c.is_compile_error()) {
        let path = case.program.to_string_lossy().into_owned();
        let inputs =
            if case.program.is_dir() { Inputs::Dir(path) } else { Inputs::Files(vec![path]) };
        let settings = Settings { stage: Stage::Check, limit: None, ..Settings::default() };
        // Errors of the loader are about places, not about sites.
        if let Ok(c) = compile_with(&disk::Disk, &inputs, settings) {
            for s in c.reports.iter().filter_map(|r| r.site) {
                out.insert((s.file().replace('\\', "/"), s.line()));
            }
        }
    }
    for (text, message) in refused() {
        let inputs = Inputs::Text("./prog.go".into(), text.into_bytes());
        let settings = Settings { stage: Stage::Check, limit: None, ..Settings::default() };
        let c = compile_with(&disk::Disk, &inputs, settings).expect("nothing is missing");
        assert!(c.reports.iter().any(|r| r.message == message), "{message}: {:?}", c.reports);
        for s in c.reports.iter().filter_map(|r| r.site) {
            out.insert((s.file().replace('\\', "/"), s.line()));
        }
    }
    out
}

#[test]
fn every_diagnostic_is_provoked() {
    let sites = sites();
    assert!(sites.len() > 300, "{} diagnostics are too few", sites.len());
    let work = std::thread::Builder::new().stack_size(256 << 20).spawn(provoked).expect("a thread");
    let provoked = work.join().expect("no panic");
    let known_sites = provoked.iter().filter(|s| sites.contains_key(*s)).count();
    assert!(known_sites > 100, "only {known_sites} reports come from known places: {provoked:?}");
    let untried: BTreeSet<&str> =
        sites.iter().filter(|(s, _)| !provoked.contains(*s)).map(|(_, n)| n.as_str()).collect();
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("diagnostics_untried.txt");
    if std::env::var_os("GVM_SHRINK").is_some() {
        let mut text = String::from(
            "# Diagnostics that no program of corpus/errors provokes yet. May only shrink.\n",
        );
        untried.iter().for_each(|n| text += &format!("{n}\n"));
        std::fs::write(&list, text).expect("a written list");
    }
    let text = std::fs::read_to_string(list).unwrap_or_default();
    let known: BTreeSet<&str> =
        text.lines().filter(|l| !l.trim().is_empty() && !l.starts_with("# ")).collect();
    let new: Vec<_> = untried.difference(&known).collect();
    let gone: Vec<_> = known.difference(&untried).collect();
    eprintln!("{} of {} diagnostics are provoked", sites.len() - untried.len(), sites.len());
    assert!(new.is_empty(), "no program in corpus/errors provokes these:\n{new:#?}");
    assert!(gone.is_empty(), "take these off tests/diagnostics_untried.txt:\n{gone:#?}");
}
