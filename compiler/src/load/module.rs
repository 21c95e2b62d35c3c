//! Modules: the `go.mod` above a directory, and local packages below it.

use super::{FileKind, FileSet, LoadError, parent, vendor};

pub struct Module {
    /// The module's path.
    pub path: String,
    pub dir: String,
    /// N of the `go 1.N` line.
    pub go: Option<u32>,
    /// The `go` line names a release, as in `go 1.24.3`.
    pub go_has_patch: bool,
    /// Paths of the modules it needs, and their versions.
    pub(super) requires: Vec<(String, String)>,
    /// Paths of modules and the directories that stand for them; `None`: another module does.
    replaced: Vec<(String, Option<String>)>,
    pub(super) replacements: Vec<Replacement>,
    /// Its `godebug` lines.
    pub godebug: Vec<(String, String)>,
}

/// A `replace` line.
pub struct Replacement {
    pub path: String,
    /// `None`: all versions.
    pub version: Option<String>,
    /// A directory, or `path@version`.
    pub to: String,
}

/// Where a package of another module is.
pub struct Elsewhere {
    pub dir: String,
    /// N of its module's `go 1.N` line; without one a module is of go1.16.
    pub go: u32,
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

impl Module {
    /// The module's packages of others are in its `vendor` folder.
    fn vendors(&self, fs: &dyn FileSet) -> bool {
        self.go.is_some_and(|n| n >= 14)
            && fs.kind(&format!("{}/vendor", self.dir)) == Some(FileKind::Directory)
    }

    fn vendor_list(&self, fs: &dyn FileSet) -> String {
        let list = fs.read(&format!("{}/vendor/modules.txt", self.dir)).unwrap_or_default();
        String::from_utf8_lossy(&list).into_owned()
    }

    /// Refuses a `vendor` folder that is not what `go.mod` asks for.
    pub fn check_vendor(&self, fs: &dyn FileSet) -> Result<(), LoadError> {
        if !self.vendors(fs) {
            return Ok(());
        }
        let dir = clean(&super::absolute(&self.dir));
        vendor::inconsistent(self, &self.vendor_list(fs), &dir)
            .map_or(Ok(()), |e| Err(LoadError(e)))
    }

    /// A line about a package that is in the `vendor` folder without being listed, and so is not used.
    pub fn ignored(&self, fs: &dyn FileSet, import: &str) -> Option<String> {
        let there = self.vendors(fs)
            && fs.kind(&format!("{}/vendor/{import}", self.dir)) == Some(FileKind::Directory)
            && vendor::version_of(&self.vendor_list(fs), import).is_err();
        there.then(|| {
            format!(
                "go: ignoring package {import} which exists in the vendor directory but is missing from vendor/modules.txt. To sync the vendor directory run go mod vendor.\n"
            )
        })
    }

    /// Where the package of another module is, or why it cannot be had, as `go build` puts it where it
    /// has words for it. What would have to be fetched is not supported.
    pub fn elsewhere(&self, fs: &dyn FileSet, import: &str) -> Result<Elsewhere, String> {
        if self.vendors(fs) {
            let dir = format!("{}/vendor/{import}", self.dir);
            if fs.kind(&dir) != Some(FileKind::Directory) {
                return Err(not_vendored(import));
            }
            return match vendor::version_of(&self.vendor_list(fs), import) {
                Ok(go) => Ok(Elsewhere { dir, go: go.unwrap_or(16) }),
                Err(()) => Err(not_vendored(import)),
            };
        }
        let within = |module: &str| {
            import.strip_prefix(module).is_some_and(|r| r.is_empty() || r.starts_with('/'))
        };
        let longest = |paths: &mut dyn Iterator<Item = &String>| {
            paths.filter(|p| within(p)).max_by_key(|p| p.len()).cloned()
        };
        let required = longest(&mut self.requires.iter().map(|r| &r.0));
        let replaced = longest(&mut self.replaced.iter().map(|r| &r.0));
        let Some(module) = required else {
            let provides = |r: &String| {
                let to = self.replaced.iter().find(|x| x.0 == *r).and_then(|x| x.1.as_ref());
                let rest = import[r.len()..].trim_start_matches('/');
                to.is_some_and(|to| {
                    let dir = join(&join(&self.dir, to), rest);
                    fs.kind(dir.trim_end_matches('/')) == Some(FileKind::Directory)
                })
            };
            return Err(match replaced.filter(provides) {
                Some(r) => format!(
                    "module {r} provides package {import} and is replaced but not required; to add it:\n\tgo get {r}"
                ),
                None => format!(
                    "no required module provides package {import}; to add it:\n\tgo get {import}"
                ),
            });
        };
        let stands = self.replaced.iter().find(|r| r.0 == module).and_then(|r| r.1.as_ref());
        let Some(to) = stands else {
            return Err(format!(
                "not supported by gvm: package {import} of module {module} (gvm does not fetch modules; \"go mod vendor\" or a replace with a directory brings them)"
            ));
        };
        let root = if to.starts_with('/') { to.clone() } else { join(&self.dir, to) };
        if fs.kind(&root) != Some(FileKind::Directory) {
            let version = self.requires.iter().find(|r| r.0 == module).map_or("", |r| &r.1);
            return Err(format!("{module}@{version}: replacement directory {to} does not exist"));
        }
        let file = fs.read(&join(&root, "go.mod")).unwrap_or_default();
        let text = String::from_utf8_lossy(&file).into_owned();
        let version = |d: &(String, Vec<String>, usize)| {
            if d.0 == "go" { d.1.first().and_then(|v| minor_version(v)) } else { None }
        };
        let go = directives(&text).iter().find_map(version).unwrap_or(16);
        let rest = import[module.len()..].trim_start_matches('/');
        Ok(Elsewhere { dir: if rest.is_empty() { root } else { join(&root, rest) }, go })
    }
}

/// `dir/path`, without the dots that `path` begins with.
fn join(dir: &str, path: &str) -> String {
    let mut dir = dir.trim_end_matches('/').to_string();
    let mut path = path;
    loop {
        if let Some(rest) = path.strip_prefix("./") {
            path = rest;
        } else if let Some(rest) = path.strip_prefix("../").filter(|_| {
            let last = super::base(&dir);
            !matches!(last, "" | "." | "..")
        }) {
            dir = match dir.rsplit_once('/') {
                Some(("", _)) => String::new(),
                Some((d, _)) => d.to_string(),
                None => ".".into(),
            };
            path = rest;
        } else {
            break;
        }
    }
    match dir.as_str() {
        "." => path.to_string(),
        d => format!("{d}/{path}"),
    }
}

/// The lines of a `go.mod`: verb and words, those of a block like single ones, and the line's number;
/// without comments.
fn directives(text: &str) -> Vec<(String, Vec<String>, usize)> {
    let mut block: Option<String> = None;
    let mut out = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let line = line.split("//").next().unwrap_or("");
        let mut words: Vec<String> =
            line.split_whitespace().map(|w| w.trim_matches(['"', '`']).to_string()).collect();
        if words.is_empty() {
            continue;
        }
        match &block {
            Some(_) if words[0] == ")" => block = None,
            Some(verb) => out.push((verb.clone(), words, n + 1)),
            None => {
                let verb = words.remove(0);
                // `require(` needs no blank.
                let open = verb.ends_with('(') || words.first().is_some_and(|w| w == "(");
                let verb = verb.trim_end_matches('(').to_string();
                if open {
                    block = Some(verb);
                } else {
                    out.push((verb, words, n + 1));
                }
            }
        }
    }
    out
}

fn not_vendored(import: &str) -> String {
    format!(
        "cannot find module providing package {import}: import lookup disabled by -mod=vendor\n\t(Go version in go.mod is at least 1.14 and vendor directory exists.)"
    )
}

/// A path without `.` and `..`.
fn clean(path: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                out.pop();
            }
            _ => out.push(part),
        }
    }
    format!("/{}", out.join("/"))
}

fn replacement(words: &[String]) -> Option<Replacement> {
    let (old, new) = words.split_at(words.iter().position(|w| w == "=>")?);
    let (path, version) = match old {
        [path] => (path, None),
        [path, version] => (path, Some(version.clone())),
        _ => return None,
    };
    Some(Replacement { path: path.clone(), version, to: new[1..].join("@") })
}

/// Looks for `go.mod` in a directory and above it.
pub fn find(fs: &dyn FileSet, dir: &str) -> Result<Option<Module>, LoadError> {
    let mut at = dir.to_string();
    for _ in 0..64 {
        let file = if at == "." { "go.mod".to_string() } else { format!("{at}/go.mod") };
        if let Ok(text) = fs.read(&file) {
            let text = String::from_utf8_lossy(&text).into_owned();
            let mut m = Module {
                path: String::new(),
                dir: at,
                go: None,
                go_has_patch: false,
                requires: Vec::new(),
                replaced: Vec::new(),
                replacements: Vec::new(),
                godebug: Vec::new(),
            };
            let (mut unreadable, mut refused) = (String::new(), String::new());
            for (verb, words, line) in directives(&text) {
                if verb == "replace" {
                    m.replacements.extend(replacement(&words));
                }
                match (verb.as_str(), words.as_slice()) {
                    ("module", [path]) => m.path = path.clone(),
                    ("go", [version]) => {
                        m.go = minor_version(version);
                        m.go_has_patch = version.matches('.').count() > 1;
                    }
                    ("require", [path, version]) => {
                        m.requires.push((path.clone(), version.clone()))
                    }
                    ("replace", [path, .., arrow, to]) if arrow == "=>" => {
                        m.replaced.push((path.clone(), Some(to.clone())));
                    }
                    ("replace", [path, ..]) => m.replaced.push((path.clone(), None)),
                    ("godebug", [word]) if word.contains('=') => {
                        let (key, value) = word.split_once('=').unwrap_or_default();
                        match crate::godebug::check(key, value, "godebug") {
                            Ok(()) => m.godebug.push((key.into(), value.into())),
                            Err(e) => refused.push_str(&format!(
                                "go: error loading go.mod:\n{file}:{line}: {e}\n"
                            )),
                        }
                    }
                    ("godebug", _) => {
                        let usage = "usage: godebug key=value";
                        unreadable.push_str(&format!("{file}:{line}: {usage}\n"));
                    }
                    _ => {}
                }
            }
            if !unreadable.is_empty() {
                return Err(LoadError(format!("go: errors parsing go.mod:\n{unreadable}")));
            }
            if !refused.is_empty() {
                return Err(LoadError(refused));
            }
            if m.path.is_empty() {
                return Err(LoadError(format!("{file}: no module line\n")));
            }
            return Ok(Some(m));
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
