//! Packages that gvm's library lacks come from the Go installation that `GVM_GOROOT` names. The programs
//! of `tests/goroot` print what real Go printed. Without the variable there is nothing to test.

use std::path::Path;
use std::process::Command;

#[test]
fn programs_with_packages_from_a_go_installation() {
    let Some(root) = std::env::var_os("GVM_GOROOT") else { return };
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/goroot");
    let mut seen = 0;
    let mut faults = String::new();
    for entry in std::fs::read_dir(dir).expect("programs") {
        let program = entry.expect("entry").path();
        if program.extension().is_none_or(|e| e != "go") {
            continue;
        }
        let want = std::fs::read_to_string(program.with_extension("want")).expect("blessed");
        let out = Command::new(env!("CARGO_BIN_EXE_gvm"))
            .env("GVM_GOROOT", &root)
            .arg("run")
            .arg(&program)
            .output()
            .expect("gvm runs");
        let got = String::from_utf8_lossy(&out.stdout);
        if got != want || !out.status.success() {
            let at = got.lines().zip(want.lines()).find(|(a, b)| a != b);
            let said = String::from_utf8_lossy(&out.stderr);
            faults += &format!("{}: {}, {at:?}\n{said}\n", program.display(), out.status);
        }
        seen += 1;
    }
    assert!(seen > 2, "only {seen} programs");
    assert!(faults.is_empty(), "{faults}");
}
