//! Every exported name of gvm's library is mentioned by a program of the corpus, which is compared
//! with real Go: nothing in the library is untried.
//!
//! `library_untried.txt` lists the names that no program mentions yet. It may only shrink.

mod disk;

use std::collections::BTreeSet;
use std::path::Path;

use gvm_compiler::load::Inputs;
use gvm_compiler::types::check::unimplemented;
use gvm_compiler::usage;
use gvm_tests::{cases, test_cases};

/// The packages that programs can import.
fn packages() -> Vec<&'static str> {
    let all = gvm_runtime::library::PACKAGES.iter().map(|p| p.0);
    all.filter(|p| !p.split('/').any(|part| part == "internal")).chain(["unsafe"]).collect()
}

fn used_by_the_corpus() -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    let folders = test_cases().expect("corpus").into_iter().flat_map(|c| below(&c.program));
    for dir in folders {
        let inputs = Inputs::Test(Box::new(Inputs::Dir(dir.to_string_lossy().into_owned())));
        // Some are about errors.
        if let Ok(Some(names)) = usage::used(&disk::Disk, &inputs) {
            used.extend(names);
        }
    }
    for case in cases().expect("corpus").iter().filter(|c| !c.is_compile_error()) {
        let path = case.program.to_string_lossy().into_owned();
        let inputs =
            if case.program.is_dir() { Inputs::Dir(path) } else { Inputs::Files(vec![path]) };
        // A program that gvm refuses counts for nothing; the corpus test reports it.
        if let Ok(Some(names)) = usage::used(&disk::Disk, &inputs) {
            used.extend(names);
        }
    }
    used
}

/// A folder and all in it.
fn below(dir: &Path) -> Vec<std::path::PathBuf> {
    let mut out = vec![dir.to_path_buf()];
    for e in std::fs::read_dir(dir).into_iter().flatten().flatten().filter(|e| e.path().is_dir()) {
        out.extend(below(&e.path()));
    }
    out
}

#[test]
fn every_exported_name_is_tried() {
    let exported = usage::exported(&disk::Disk, &packages()).expect("the library has no errors");
    assert!(exported.len() > 1000, "{} exported names are too few", exported.len());
    let used = used_by_the_corpus();
    let untried: BTreeSet<&str> =
        exported.iter().filter(|n| !used.contains(*n)).map(String::as_str).collect();
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("library_untried.txt");
    let text = std::fs::read_to_string(list).unwrap_or_default();
    let known: BTreeSet<&str> =
        text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    let new: Vec<_> = untried.difference(&known).collect();
    let gone: Vec<_> = known.difference(&untried).collect();
    assert!(new.is_empty(), "no corpus program mentions these names of the library: {new:#?}");
    assert!(gone.is_empty(), "take these off library_untried.txt: {gone:#?}");
}

#[test]
fn what_is_refused_is_not_there() {
    let exported = usage::exported(&disk::Disk, &packages()).expect("the library has no errors");
    for (path, names) in unimplemented::NAMES {
        assert!(packages().contains(path), "gvm has no package {path}");
        for name in *names {
            let full = format!("{path}.{name}");
            assert!(!exported.contains(&full), "{full}: take it off compiler's unimplemented.rs");
        }
    }
}
