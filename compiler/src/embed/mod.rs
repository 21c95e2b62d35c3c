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
use crate::pragma::Pragma;
use crate::source::Pos;
use crate::syntax::ast::File;

/// The files of one variable: names below the package's directory, with slashes, ascending; contents.
pub type Files = Vec<(String, Vec<u8>)>;

/// The files of a package's variables, by the place of the variable's name.
pub type Embeds = HashMap<Pos, Embedded>;

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

/// Finds the files that the directives of a package in `dir` name: `package` has each file with its directives.
/// Malformed ones go to `diags`, what gc says later to `late`.
pub fn find(
    fs: &dyn FileSet,
    dir: &str,
    package: &[(&File<'_>, Vec<Pragma<'_>>)],
    diags: &Diagnostics,
    late: &mut Vec<(Pos, String)>,
) -> Result<Embeds, PatternError> {
    let mut all = Vec::new();
    for (file, pragmas) in package {
        let found = directive::read(pragmas, diags);
        if file.imports.iter().any(|i| i.path == "embed") {
            all.extend(found);
        } else {
            late.extend(found.iter().map(|d| (d.pos, NO_IMPORT.to_string())));
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
        match d.var {
            Ok(v) => match named.iter_mut().find(|n| n.0 == v) {
                Some(n) => n.2.extend(names),
                None => named.push((v, d.pos, names.collect())),
            },
            Err(message) => late.push((d.pos, message.into())),
        }
    }
    let mut embeds = Embeds::default();
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
        embeds.insert(var, Embedded { directive, files: Rc::new(files) });
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
