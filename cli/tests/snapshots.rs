//! Snapshots of the optimised IR and of the bytecode of small programs, one a construct. When a change to the
//! compiler changes them on purpose, `INSTA_UPDATE=always cargo test -p gvm --test snapshots` writes the new ones.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use gvm_tests::run_with_timeout;

fn disasm(path: &Path, options: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
    command.arg("disasm").args(options).arg(path);
    let run = run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts");
    assert_eq!((run.stderr.as_str(), run.exit), ("", 0), "{}", path.display());
    // Numbers of types, data and functions of the library change with the library.
    run.stdout.lines().map(without_numbers).collect::<Vec<_>>().join("\n")
}

/// A line without the numbers that depend on the rest of the image; their names follow in a comment.
fn without_numbers(line: &str) -> String {
    let mut out = line.to_string();
    for mark in [
        "@",
        "TypeId(",
        "FuncId(",
        "ItabId(",
        "NativeId(",
        "DataAddr, ",
        "TypeAddr, ",
        "FuncAddr, ",
        "ItabAddr, ",
        "New, ",
        "MakeClosure, ",
        " type ",
    ] {
        let mut from = 0;
        while let Some(at) = out[from..].find(mark) {
            let start = from + at + mark.len();
            let digits = out[start..].bytes().take_while(u8::is_ascii_digit).count();
            if digits > 0 {
                out.replace_range(start..start + digits, "_");
            }
            from = start;
        }
    }
    out
}

#[test]
fn ir_and_bytecode() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/programs");
    let mut programs: Vec<_> =
        std::fs::read_dir(dir).expect("programs").map(|e| e.expect("entry").path()).collect();
    programs.sort();
    assert!(programs.len() >= 8);
    for path in programs {
        let name = path.file_stem().expect("name").to_string_lossy().into_owned();
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{name}.ir"), disasm(&path, &["--ir"]));
            insta::assert_snapshot!(format!("{name}.code"), disasm(&path, &[]));
        });
    }
}
