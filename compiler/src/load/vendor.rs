//! `vendor/modules.txt`: what it says of the modules whose packages are in the `vendor` folder, and
//! whether `go.mod` says the same. Nothing is loaded from the folder before that is known.

use std::fmt::Write;

use super::module::{Module, minor_version};

/// A line `# path version`, `# path => replacement` or `# path version => replacement` and what
/// follows it.
#[derive(Default)]
struct Vendored<'t> {
    path: &'t str,
    version: Option<&'t str>,
    /// A directory, or `path@version`.
    replacement: Option<String>,
    explicit: bool,
    go: Option<u32>,
    packages: Vec<&'t str>,
}

impl Vendored<'_> {
    fn name(&self) -> String {
        named(self.path, self.version)
    }
}

fn named(path: &str, version: Option<&str>) -> String {
    version.map_or(path.to_string(), |v| format!("{path}@{v}"))
}

fn read(list: &str) -> Vec<Vendored<'_>> {
    let mut out: Vec<Vendored<'_>> = Vec::new();
    for line in list.lines() {
        if let Some(about) = line.strip_prefix("## ") {
            let Some(last) = out.last_mut() else { continue };
            for part in about.split(';').map(str::trim) {
                last.explicit |= part == "explicit";
                last.go = part.strip_prefix("go ").and_then(minor_version).or(last.go);
            }
        } else if let Some(module) = line.strip_prefix("# ") {
            let words: Vec<&str> = module.split_whitespace().collect();
            let (path, rest) = match words.as_slice() {
                [path, rest @ ..] => (*path, rest),
                [] => continue,
            };
            let (version, rest) = match rest {
                ["=>", ..] | [] => (None, rest),
                [version, rest @ ..] => (Some(*version), rest),
            };
            let replacement = match rest {
                ["=>", to @ ..] => Some(to.join("@")),
                _ => None,
            };
            out.push(Vendored { path, version, replacement, ..Vendored::default() });
        } else if let Some(last) = out.last_mut() {
            last.packages.extend(line.split_whitespace().next());
        }
    }
    out
}

/// N of the language version that the list gives for the module of a package; `Err` when the package
/// is not in the list.
pub fn version_of(list: &str, import: &str) -> Result<Option<u32>, ()> {
    let modules = read(list);
    modules.iter().find(|m| m.packages.contains(&import)).map(|m| m.go).ok_or(())
}

/// What the go command says when the list is not what `go.mod` asks for; `dir` is the module's
/// folder as it is shown.
pub fn inconsistent(module: &Module, list: &str, dir: &str) -> Option<String> {
    let vendored = read(list);
    let mut faults = String::new();
    let mut fault = |name: &str, what: &str| {
        let _ = writeln!(faults, "\t{name}: {what}");
    };
    let required = |path: &str, version: Option<&str>| {
        module.requires.iter().any(|r| r.0 == path && Some(r.1.as_str()) == version)
    };
    for (path, version) in &module.requires {
        let version = Some(version.as_str());
        if !vendored.iter().any(|m| m.explicit && m.path == path && m.version == version) {
            fault(
                &named(path, version),
                "is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt",
            );
        }
    }
    for r in &module.replacements {
        let version = r.version.as_deref();
        let marked = vendored
            .iter()
            .filter(|m| m.path == r.path && m.version == version)
            .find_map(|m| m.replacement.as_ref());
        let name = named(&r.path, version);
        match marked {
            None => fault(
                &name,
                "is replaced in go.mod, but not marked as replaced in vendor/modules.txt",
            ),
            Some(other) if *other != r.to => fault(
                &name,
                &format!(
                    "is replaced by {} in go.mod, but marked as replaced by {other} in vendor/modules.txt",
                    r.to
                ),
            ),
            Some(_) => {}
        }
    }
    for m in vendored.iter().filter(|m| m.explicit && !required(m.path, m.version)) {
        fault(
            &m.name(),
            "is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod",
        );
    }
    for m in vendored.iter().filter(|m| m.replacement.is_some()) {
        let stands = module.replacements.iter().any(|r| {
            r.path == m.path && (r.version.is_none() || r.version.as_deref() == m.version)
        });
        if !stands {
            fault(
                &m.name(),
                "is marked as replaced in vendor/modules.txt, but not replaced in go.mod",
            );
        }
    }
    if !faults.is_empty() {
        return Some(format!(
            "go: inconsistent vendoring in {dir}:\n{faults}\n\tTo ignore the vendor directory, use -mod=readonly or -mod=mod.\n\tTo sync the vendor directory, run:\n\t\tgo mod vendor\n"
        ));
    }
    // Since go1.17 go.mod names all modules that packages come from.
    let named = |m: &&Vendored<'_>| module.requires.iter().any(|r| r.0 == m.path);
    let gaps: String = vendored
        .iter()
        .filter(|m| module.go.is_some_and(|n| n >= 17) && !m.packages.is_empty() && !named(m))
        .map(|m| {
            format!("go: vendored module {} should be required explicitly in go.mod\n", m.name())
        })
        .collect();
    (!gaps.is_empty()).then(|| {
        format!(
            "{gaps}go: updates to go.mod needed, disabled by -mod=vendor\n\t(Go version in go.mod is at least 1.14 and vendor directory exists.)\n\tto update it:\n\tgo mod tidy\n"
        )
    })
}
