//! directive: `//go:debug` lines that set nothing, because of the package or because of their place.

use super::Pass;
use crate::syntax::Symbol;

pub fn check(p: &mut Pass<'_, '_>) {
    let package = &p.c.packages[p.pkg.index()];
    let main = package.name == Symbol::MAIN;
    for file in package.files.clone() {
        for &(pos, text) in file.directives {
            if text.split([' ', '\t']).next() != Some("debug") {
                continue;
            }
            if !main && !file.source.name.ends_with("_test.go") {
                p.report(pos, "//go:debug directive only valid in package main or test".into());
            } else if pos > file.pos {
                p.report(pos, "//go:debug directive only valid before package declaration".into());
            }
        }
    }
}
