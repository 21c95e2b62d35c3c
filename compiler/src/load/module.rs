//! Modules: the `go.mod` above a directory, and local packages below it.

use super::{FileSet, LoadError, parent};

pub struct Module {
    /// The module's path.
    pub path: String,
    pub dir: String,
}

impl Module {
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
            for line in text.lines() {
                let line = line.split("//").next().unwrap_or("").trim();
                if let Some(p) = line.strip_prefix("module ") {
                    return Ok(Some(Module { path: p.trim().trim_matches('"').into(), dir: at }));
                }
                if line.starts_with("replace") {
                    return Err(LoadError("not supported by gvm: replace in go.mod\n".into()));
                }
            }
            return Err(LoadError(format!("{file}: no module line\n")));
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
