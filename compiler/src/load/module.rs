//! Modules: the `go.mod` above a directory, and local packages below it.

use super::{FileSet, LoadError, parent};

pub struct Module {
    /// The module's path.
    pub path: String,
    pub dir: String,
    /// N of the `go 1.N` line.
    pub go: Option<u32>,
    /// The `go` line names a release, as in `go 1.24.3`.
    pub go_has_patch: bool,
}

impl Module {
    /// The import path of the package in directory `dir`, which is given as `self.dir` was found.
    pub fn import_path(&self, dir: &str) -> String {
        if self.dir == dir {
            return self.path.clone();
        }
        // `dir` is below: `dir` = `self.dir`/rest, or `self.dir` climbs from it.
        let rest = match dir.strip_prefix(&format!("{}/", self.dir)) {
            Some(r) => r.to_string(),
            None if self.dir == "." => dir.trim_start_matches("./").to_string(),
            None => {
                let full = super::absolute(dir);
                let parts: Vec<&str> =
                    full.split('/').filter(|p| !matches!(*p, "" | ".")).collect();
                let up = self.dir.split('/').filter(|p| *p == "..").count();
                parts[parts.len().saturating_sub(up)..].join("/")
            }
        };
        format!("{}/{rest}", self.path)
    }

    /// The directory of a package of this module.
    pub fn directory(&self, import: &str) -> Option<String> {
        let rest = import.strip_prefix(&self.path)?;
        match rest.strip_prefix('/') {
            Some(sub) => Some(format!("{}/{sub}", self.dir)),
            None if rest.is_empty() => Some(self.dir.clone()),
            None => None,
        }
    }
}

/// Looks for `go.mod` in a directory and above it.
pub fn find(fs: &dyn FileSet, dir: &str) -> Result<Option<Module>, LoadError> {
    let mut at = dir.to_string();
    for _ in 0..64 {
        let file = if at == "." { "go.mod".to_string() } else { format!("{at}/go.mod") };
        if let Ok(text) = fs.read(&file) {
            let text = String::from_utf8_lossy(&text).into_owned();
            let (mut path, mut go, mut go_has_patch) = (None, None, false);
            for line in text.lines() {
                let line = line.split("//").next().unwrap_or("").trim();
                if let Some(p) = line.strip_prefix("module ") {
                    path = Some(p.trim().trim_matches('"').to_string());
                }
                if let Some(v) = line.strip_prefix("go ") {
                    go = minor_version(v.trim());
                    go_has_patch = v.matches('.').count() > 1;
                }
                if line.starts_with("replace") {
                    return Err(LoadError("not supported by gvm: replace in go.mod\n".into()));
                }
            }
            return match path {
                Some(path) => Ok(Some(Module { path, dir: at, go, go_has_patch })),
                None => Err(LoadError(format!("{file}: no module line\n"))),
            };
        }
        let up = if at == "." || at.ends_with("..") { format!("{at}/..") } else { parent(&at) };
        if up == at || at == "/" {
            break;
        }
        at = up;
        if at.matches("..").count() > 16 {
            break;
        }
    }
    Ok(None)
}

/// N of a version `1.N`, `1.N.P`, `1.NrcM`, with or without `go` before it.
pub fn minor_version(text: &str) -> Option<u32> {
    let rest = text.strip_prefix("go").unwrap_or(text).strip_prefix("1.")?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest[..end].parse().ok()
}
