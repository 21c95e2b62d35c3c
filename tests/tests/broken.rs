//! Programs with one token changed (`gvm_tests::broken`) get the errors from gvm that they get from real Go, to
//! the letter and the column; what real Go said is in `tests/broken/NAME.want`. A name there is not looked at when
//! it is in `tests/broken/differs.txt`, which may only shrink.
//!
//! `GO=/path/to/go GVM_BROKEN=n` compares others, live: n programs a token, `GVM_BROKEN_SEED=s` the ones of seed s.
//! It finds what is not known yet. `GO=… GVM_BROKEN_BLESS=1` writes what is expected anew.

mod disk;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use gvm_compiler::load::Inputs;
use gvm_compiler::{Settings, Stage, compile_with};
use gvm_tests::broken::{Broken, broken};

/// Programs a token, and the seed, of what is kept.
const EACH: usize = 2;
const SEED: u64 = 1;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("broken")
}

/// Names and texts of the programs that are broken.
fn sources() -> Vec<(String, String)> {
    let list =
        std::fs::read_dir(folder()).expect("tests/broken").map(|e| e.expect("an entry").path());
    let mut list: Vec<PathBuf> =
        list.filter(|p| p.extension().is_some_and(|e| e == "go")).collect();
    list.sort();
    let name = |p: &Path| p.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    list.iter().map(|p| (name(p), std::fs::read_to_string(p).expect("a program"))).collect()
}

/// Errors as both compilers' last lines have them: without header and file name.
fn lines(text: &str) -> String {
    // That there is no function main is the linker's error.
    let own = text.lines().filter(|l| !l.starts_with("# ") && !l.starts_with("runtime.main_main"));
    let text = own.fold(String::new(), |out, l| out + l.trim_start_matches("./prog.go:") + "\n");
    text.replace("./prog.go", "prog.go")
}

/// What gvm says about each program. The compiler recurses as deep as programs nest.
fn of_gvm(list: Vec<Broken>) -> Vec<(String, String)> {
    let all = move || {
        let one = |b: Broken| {
            let inputs = Inputs::Text("./prog.go".into(), b.text.into_bytes());
            let settings = Settings { stage: Stage::Check, limit: None, ..Settings::default() };
            let said = match compile_with(&disk::Disk, &inputs, settings) {
                Ok(c) => c.text,
                Err(e) => e.0,
            };
            (b.name, lines(&said))
        };
        list.into_iter().map(one).collect()
    };
    std::thread::Builder::new()
        .stack_size(256 << 20)
        .spawn(all)
        .expect("a thread")
        .join()
        .expect("no panic")
}

/// What the compiler of a Go installation says about each program. It looks at one file after the other, as `go
/// build` would, without the linker.
fn of_go(go: &str, list: &[Broken], scratch: &str) -> Vec<String> {
    let found = Command::new(go).args(["env", "GOTOOLDIR"]).output().expect("go env");
    let compiler = Path::new(String::from_utf8_lossy(&found.stdout).trim()).join("compile");
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(scratch);
    std::fs::create_dir_all(&dir).expect("scratch folder");
    let said = |b: &Broken| {
        std::fs::write(dir.join("prog.go"), &b.text).expect("the program");
        let mut command = Command::new(&compiler);
        // It removes what it was to write when there are errors.
        command.args(["-e", "-p", "main", "-complete", "-o", "prog.o", "prog.go"]);
        let run =
            command.current_dir(&dir).stdin(Stdio::null()).output().expect("Go's compiler starts");
        lines(&String::from_utf8_lossy(&run.stdout).replace("prog.go", "./prog.go"))
    };
    list.iter().map(said).collect()
}

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

/// `name` and what is wrong there.
fn difference(out: &mut String, name: &str, want: &str, got: &str) {
    let _ = write!(out, "--- {name}\nreal Go:\n{want}\ngvm:\n{got}\n");
}

#[test]
fn one_token_changed() {
    let known = std::fs::read_to_string(folder().join("differs.txt")).unwrap_or_default();
    let known: BTreeSet<&str> = known.lines().filter(|l| !l.starts_with('#')).collect();
    let (mut faults, mut seen, mut mended, mut differs) =
        (String::new(), 0, Vec::new(), BTreeSet::new());
    for (name, text) in sources() {
        let list = broken(&text, EACH, SEED);
        let want = folder().join(format!("{name}.want"));
        if let (Ok(go), Some(_)) = (std::env::var("GO"), std::env::var_os("GVM_BROKEN_BLESS")) {
            let said = of_go(&go, &list, "broken-bless");
            let text = list.iter().zip(said).map(|(b, s)| format!("-- {}\n{s}", b.name));
            std::fs::write(&want, text.collect::<String>()).expect("what is wanted");
        }
        let want = std::fs::read_to_string(&want).expect("GVM_BROKEN_BLESS=1 makes it");
        let want = format!("\n{want}");
        let mut want = want.split("\n-- ").skip(1);
        for (program, got) in of_gvm(list) {
            let said = want.next().expect("one for each program");
            let (key, said) = said.split_once('\n').unwrap_or((said, ""));
            assert_eq!(key, program, "{name}: GVM_BROKEN_BLESS=1 makes it anew");
            seen += 1;
            let place = format!("{name} {program}");
            let got = got.trim_end();
            let said = said.trim_end();
            match (said == got, known.contains(&*place)) {
                (false, false) => difference(&mut faults, &place, said, got),
                (true, true) => mended.push(place),
                (false, true) => {
                    differs.insert(place);
                }
                (true, false) => {}
            }
        }
        assert!(want.next().is_none(), "{name}: GVM_BROKEN_BLESS=1 makes it anew");
    }
    assert!(seen > 1000, "only {seen} programs");
    assert!(faults.is_empty(), "{faults}");
    assert!(mended.is_empty(), "take these off tests/broken/differs.txt: {mended:#?}");
    assert_eq!(
        differs.len(),
        known.len(),
        "tests/broken/differs.txt names programs that are not there"
    );
}

#[test]
fn one_token_changed_before_real_go() {
    let (Ok(go), Some(_)) = (std::env::var("GO"), std::env::var_os("GVM_BROKEN")) else { return };
    let (each, seed) = (number("GVM_BROKEN", 1) as usize, number("GVM_BROKEN_SEED", 2));
    let (mut faults, mut seen, mut wrong) = (String::new(), 0, 0);
    for (name, text) in sources() {
        let want = of_go(&go, &broken(&text, each, seed), "broken-live");
        for ((program, got), want) in of_gvm(broken(&text, each, seed)).into_iter().zip(want) {
            seen += 1;
            let (want, got) = (want.trim_end(), got.trim_end());
            if want != got {
                wrong += 1;
                difference(&mut faults, &format!("{name} {program}"), want, got);
            }
        }
    }
    println!("{wrong} of {seen} programs differ");
    assert!(faults.is_empty(), "{faults}");
}
