//! `gvm check`: forms of its output, and what it says about input that is no program.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Standard output, standard error and status.
fn check(folder: &Path, args: &[&str]) -> (String, String, i32) {
    let mut c = Command::new(env!("CARGO_BIN_EXE_gvm"));
    let out = c.current_dir(folder).arg("check").args(args).output().expect("gvm starts");
    let text = |b: &[u8]| String::from_utf8_lossy(b).into_owned();
    (text(&out.stdout), text(&out.stderr), out.status.code().unwrap_or(-1))
}

fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("gvm-check-{}-{name}", std::process::id()));
    std::fs::create_dir_all(dir.join("nothing")).expect("a folder");
    for (file, text) in files {
        std::fs::write(dir.join(file), text).expect("a file");
    }
    dir
}

#[test]
fn no_program() {
    let files: &[(&str, &[u8])] = &[
        ("empty.go", b""),
        ("zeros.go", b"\x7fELF\0\0\0"),
        ("missing.go", b"package main\n\nimport \"nope/x\"\n\nfunc main() {}\n"),
        ("bytes.go", b"package main\n\nvar s = \"\xff\"\n"),
        ("text.txt", b"hello\n"),
    ];
    let dir = folder("none", files);
    for (arg, want) in [
        ("absent.go", "gvm: absent.go: no such file or directory"),
        ("absent", "gvm: absent: no such file or directory"),
        ("nothing", "no Go files in nothing"),
        ("empty.go", "empty.go:1:1: expected 'package', found 'EOF'"),
        ("zeros.go", "./zeros.go: not a Go source file: it contains NUL bytes"),
        ("missing.go", "missing.go:3:8: package nope/x is not in std (/usr/local/go/src/nope/x)"),
        ("bytes.go", "./bytes.go:3:10: invalid UTF-8 encoding"),
        ("text.txt", "gvm: text.txt: not a .go file or a directory"),
    ] {
        let (out, err, status) = check(&dir, &[arg]);
        let lines: Vec<&str> = err.lines().filter(|l| !l.starts_with('#')).collect();
        assert_eq!((out.as_str(), lines, status), ("", vec![want], 1), "{arg}");
    }
    std::fs::remove_dir_all(dir).expect("removed");
}

#[test]
fn options() {
    let mut many = String::from("package p\n\nfunc f() {\n");
    (0..12).for_each(|i| many += &format!("\ta{i}()\n"));
    many += "}\n";
    let generic = b"package p\n\ntype L[T int] []T\n";
    let dir = folder("options", &[("many.go", many.as_bytes()), ("generic.go", generic)]);
    let (_, err, status) = check(&dir, &["many.go"]);
    assert_eq!((err.lines().count(), status), (12, 1), "{err}");
    assert!(err.ends_with("./many.go:13:2: too many errors\n"), "{err}");
    let (_, err, _) = check(&dir, &["--all-errors", "many.go"]);
    assert!(err.ends_with("./many.go:15:2: undefined: a11\n"), "{err}");
    assert_eq!(check(&dir, &["generic.go"]), (String::new(), String::new(), 0));
    let (_, err, status) = check(&dir, &["--lang=go1.17", "generic.go"]);
    let want = "type parameter requires go1.18 or later (-lang was set to go1.17; check go.mod)";
    assert!(err.contains(want) && status == 1, "{err}");
    let (out, err, status) = check(&dir, &["--json", "--lang=go1.17", "generic.go"]);
    assert!(
        out.starts_with(r#"{"package":"command-line-arguments","file":"./generic.go","line":3,"#)
    );
    assert_eq!((err.as_str(), status), ("", 1));
    std::fs::remove_dir_all(dir).expect("removed");
}
