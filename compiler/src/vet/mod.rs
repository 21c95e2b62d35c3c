//! The checks of `go vet`: suspicious code that the compiler accepts. One file a check.
//!
//! They look at checked packages and change nothing. What they report is what `go vet` reports, in
//! its words; they never report what it does not.

use std::panic::Location;

use crate::diag::{Diagnostic, Report, Severity, reports};
use crate::source::{Pos, SourceMap};
use crate::types::check::Checker;
use crate::types::object::PkgId;

/// A set of checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checks(u32);

/// A check: its name on command lines, whether `go test` makes it, and itself.
struct Check {
    name: &'static str,
    of_tests: bool,
    run: fn(&mut Pass<'_, '_>),
}

const ALL: &[Check] = &[];

/// A package that is looked at, and what was found.
pub struct Pass<'c, 'a> {
    pub c: &'c mut Checker<'a>,
    pub pkg: PkgId,
    found: Vec<Diagnostic>,
}

impl Pass<'_, '_> {
    #[track_caller]
    pub fn report(&mut self, pos: Pos, message: String) {
        self.found.push(Diagnostic {
            pos,
            severity: Severity::Error,
            message,
            soft: false,
            site: Location::caller(),
        });
    }
}

/// Makes the checks on a package that has no errors.
pub fn run(c: &mut Checker<'_>, map: &SourceMap<'_>, pkg: PkgId, checks: Checks) -> Vec<Report> {
    let path = c.packages[pkg.index()].path.clone();
    let mut pass = Pass { c, pkg, found: Vec::new() };
    for (i, check) in ALL.iter().enumerate() {
        if checks.0 >> i & 1 != 0 {
            (check.run)(&mut pass);
        }
    }
    pass.found.sort_by_key(|d| d.pos);
    // Two header lines: the package, and the unit that was looked at.
    reports(map, &format!("{path}\n# [{path}]"), &pass.found, None).0
}

impl Checks {
    pub const fn none() -> Checks {
        Checks(0)
    }

    pub fn all() -> Checks {
        Checks((1 << ALL.len()) - 1)
    }

    /// Those that `go test` makes.
    pub fn of_tests() -> Checks {
        Checks::those(|c| c.of_tests)
    }

    /// Those of these names; other names mean nothing.
    pub fn named<'n>(names: impl Iterator<Item = &'n str>) -> Checks {
        let names: Vec<&str> = names.collect();
        Checks::those(|c| names.contains(&c.name))
    }

    fn those(wanted: impl Fn(&Check) -> bool) -> Checks {
        Checks(ALL.iter().enumerate().filter(|(_, c)| wanted(c)).map(|(i, _)| 1 << i).sum())
    }

    pub fn is_none(self) -> bool {
        self.0 == 0
    }
}
