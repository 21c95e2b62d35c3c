//! `//go:embed` (documentation of package embed): what a directive says, the variable it fills, and the
//! files its patterns name.
//!
//! The loader finds the files, as `go list` does, and this module never looks at types: whether a
//! variable can hold them is the checker's (`types/check/embed.rs`), its value the lowering's.

mod directive;
mod files;

use std::rc::Rc;

use hashbrown::HashMap;

use crate::diag::Diagnostics;
use crate::load::FileSet;
use crate::source::Pos;
use crate::syntax::ast::File;

/// The files of one variable: names below the package's directory, with slashes, ascending; contents.
pub type Files = Vec<(String, Vec<u8>)>;

/// What the directives of a package come to.
#[derive(Debug, Default)]
pub struct Embeds {
    /// By the place of a variable's name.
    pub vars: HashMap<Pos, Embedded>,
    /// What is wrong with directives and is told after the package was checked, as gc does.
    pub late: Vec<(Pos, String)>,
}

#[derive(Debug)]
pub struct Embedded {
    /// Where the first directive is.
    pub directive: Pos,
    pub files: Rc<Files>,
}

/// A pattern that names no files: where, and `go build`'s words.
pub struct PatternError {
    pub pos: Pos,
    pub message: String,
}

const NO_IMPORT: &str =
    "go:embed requires import \"embed\" (or import _ \"embed\", if package is not used)";

/// Reads the directives of a package in `dir` and the files they name. Malformed directives go to `diags`.
pub fn find(
    fs: &dyn FileSet,
    dir: &str,
    package: &[&File<'_>],
    diags: &Diagnostics,
) -> Result<Embeds, PatternError> {
    let mut embeds = Embeds::default();
    let mut all = Vec::new();
    for file in package {
        let found = directive::of_file(file, diags);
        if file.imports.iter().any(|i| i.path == "embed") {
            all.extend(found);
        } else {
            embeds.late.extend(found.iter().map(|d| (d.pos, NO_IMPORT.to_string())));
        }
    }
    // `go list` looks at patterns by name.
    let mut patterns: Vec<&(String, Pos)> = all.iter().flat_map(|d| &d.patterns).collect();
    patterns.sort();
    let mut matched: HashMap<&str, Vec<String>> = HashMap::new();
    for (pattern, pos) in patterns {
        if !matched.contains_key(pattern.as_str()) {
            let names = files::matching(fs, dir, pattern).map_err(|message| PatternError {
                pos: *pos,
                message: format!("pattern {pattern}: {message}"),
            })?;
            matched.insert(pattern, names);
        }
    }
    // By variable: its first directive, and the files of all.
    let mut named: Vec<(Pos, Pos, Vec<&str>)> = Vec::new();
    for d in &all {
        let names = d.patterns.iter().flat_map(|p| &matched[p.0.as_str()]).map(String::as_str);
        match d.target {
            directive::Target::Var(v) => match named.iter_mut().find(|n| n.0 == v) {
                Some(n) => n.2.extend(names),
                None => named.push((v, d.pos, names.collect())),
            },
            directive::Target::Wrong(message) => embeds.late.push((d.pos, message.into())),
        }
    }
    for (var, directive, mut names) in named {
        names.sort();
        names.dedup();
        let mut files = Files::new();
        for name in names {
            let contents = fs.read(&format!("{dir}/{name}")).map_err(|e| PatternError {
                pos: directive,
                message: format!("pattern {name}: {e}"),
            })?;
            files.push((name.to_string(), contents));
        }
        embeds.vars.insert(var, Embedded { directive, files: Rc::new(files) });
    }
    Ok(embeds)
}

/// The files as package embed reads them: their number; for each where its name ends and where its contents
/// end, counted from the end of this table, 8 bytes each, little-endian; then name and contents of each.
pub fn archive(files: &Files) -> Vec<u8> {
    let mut out = (files.len() as u64).to_le_bytes().to_vec();
    let mut end = 0;
    for (name, contents) in files {
        for part in [name.len(), contents.len()] {
            end += part as u64;
            out.extend(end.to_le_bytes());
        }
    }
    for (name, contents) in files {
        out.extend(name.as_bytes());
        out.extend(contents);
    }
    out
}
