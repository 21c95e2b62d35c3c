//! The files that a pattern names: `path.Match`'s patterns, below one directory.

use crate::load::{FileKind, FileSet};

/// The files' names, with slashes, relative to `dir`; the error is `go build`'s, without the pattern.
pub fn matching(fs: &dyn FileSet, dir: &str, pattern: &str) -> Result<Vec<String>, String> {
    let (pattern, all) = match pattern.strip_prefix("all:") {
        Some(rest) => (rest, true),
        None => (pattern, false),
    };
    let valid = |part: &str| !matches!(part, "" | "." | "..") && is_pattern(part);
    if !pattern.split('/').all(valid) {
        return Err("invalid pattern syntax".into());
    }
    let found = glob(fs, dir, pattern);
    if found.is_empty() {
        return Err("no matching files found".into());
    }
    let mut out = Vec::new();
    for name in found {
        let kind = fs.kind(&format!("{dir}/{name}"));
        let what = if kind == Some(FileKind::Directory) { "directory" } else { "file" };
        let elements: Vec<&str> = name.split('/').collect();
        let outer = (1..elements.len()).map(|n| elements[..n].join("/"));
        if outer.chain((what == "directory").then(|| name.clone())).any(|d| is_module(fs, dir, &d))
        {
            return Err(format!("cannot embed {what} {name}: in different module"));
        }
        if let Some(bad) = elements.iter().find(|e| !can_be_embedded(e)) {
            return Err(format!("cannot embed {what} {name}: invalid name {bad}"));
        }
        match kind {
            Some(FileKind::Regular) => out.push(name),
            Some(FileKind::Directory) => {
                let before = out.len();
                walk(fs, dir, &name, all, &mut out);
                if out.len() == before {
                    let why = "contains no embeddable files";
                    return Err(format!("cannot embed directory {name}: {why}"));
                }
            }
            _ => return Err(format!("cannot embed irregular file {name}")),
        }
    }
    Ok(out)
}

/// The regular files below a directory; without `all` not those whose names begin with `.` or `_`.
fn walk(fs: &dyn FileSet, dir: &str, below: &str, all: bool, out: &mut Vec<String>) {
    let mut names = fs.list(&format!("{dir}/{below}")).unwrap_or_default();
    names.sort();
    for name in names {
        if !can_be_embedded(&name) || !all && name.starts_with(['.', '_']) {
            continue;
        }
        let path = format!("{below}/{name}");
        match fs.kind(&format!("{dir}/{path}")) {
            Some(FileKind::Regular) => out.push(path),
            Some(FileKind::Directory) if !is_module(fs, dir, &path) => {
                walk(fs, dir, &path, all, out)
            }
            _ => {}
        }
    }
}

fn is_module(fs: &dyn FileSet, dir: &str, below: &str) -> bool {
    fs.kind(&format!("{dir}/{below}/go.mod")).is_some()
}

/// Names of version control and those that a module could not hold are left out.
fn can_be_embedded(name: &str) -> bool {
    let possible = |c: char| !c.is_control() && !"\"'*<>?`|/\\:;".contains(c);
    !matches!(name, "" | ".bzr" | ".git" | ".hg" | ".svn")
        && name.chars().all(possible)
        && !name.ends_with('.')
}

/// Paths below `dir` that match, ascending.
fn glob(fs: &dyn FileSet, dir: &str, pattern: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for part in pattern.split('/') {
        let mut next = Vec::new();
        for outer in found {
            let inside = |name: &str| match outer.as_str() {
                "" => name.to_string(),
                _ => format!("{outer}/{name}"),
            };
            if part.contains(['*', '?', '[', '\\']) {
                let folder = format!("{dir}/{outer}");
                let mut names = fs.list(folder.trim_end_matches('/')).unwrap_or_default();
                names.retain(|n| matches(part, n));
                names.sort();
                next.extend(names.iter().map(|n| inside(n)));
            } else if fs.kind(&format!("{dir}/{}", inside(part))).is_some() {
                next.push(inside(part));
            }
        }
        found = next;
    }
    found
}

/// A part of a pattern between slashes.
#[derive(Debug)]
enum Item {
    Any,
    One,
    Literal(char),
    /// Ranges, and whether what is in none of them matches.
    Class(Vec<(char, char)>, bool),
}

/// Takes a pattern without slashes apart; nothing when it is malformed.
fn items(pattern: &str) -> Option<Vec<Item>> {
    let mut rest = pattern.chars().peekable();
    let mut out = Vec::new();
    while let Some(c) = rest.next() {
        out.push(match c {
            '*' => Item::Any,
            '?' => Item::One,
            '\\' => Item::Literal(rest.next()?),
            '[' => {
                let negated = rest.next_if_eq(&'^').is_some();
                let mut ranges = Vec::new();
                while ranges.is_empty() || rest.next_if_eq(&']').is_none() {
                    let mut bound = || match rest.next()? {
                        '\\' => rest.next(),
                        '-' | ']' => None,
                        c => Some(c),
                    };
                    let low = bound()?;
                    let high = if rest.next_if_eq(&'-').is_some() {
                        match rest.next()? {
                            '\\' => rest.next()?,
                            '-' | ']' => return None,
                            c => c,
                        }
                    } else {
                        low
                    };
                    ranges.push((low, high));
                }
                Item::Class(ranges, negated)
            }
            c => Item::Literal(c),
        });
    }
    Some(out)
}

fn is_pattern(part: &str) -> bool {
    items(part).is_some()
}

fn matches(pattern: &str, name: &str) -> bool {
    let items = items(pattern).unwrap_or_default();
    let name: Vec<char> = name.chars().collect();
    fn from(items: &[Item], name: &[char]) -> bool {
        match (items, name) {
            ([], []) => true,
            ([Item::Any, rest @ ..], _) => (0..=name.len()).any(|n| from(rest, &name[n..])),
            ([item, rest @ ..], [c, left @ ..]) => {
                let hit = match item {
                    Item::Literal(x) => x == c,
                    Item::Class(ranges, negated) => {
                        ranges.iter().any(|r| (r.0..=r.1).contains(c)) != *negated
                    }
                    _ => true,
                };
                hit && from(rest, left)
            }
            _ => false,
        }
    }
    from(&items, &name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, name, want) in [
            ("*.txt", "a.txt", true),
            ("*.txt", ".txt", true),
            ("*.txt", "a.txt~", false),
            ("?b*", "ab", true),
            ("?b*", "b", false),
            ("[a-c]x[^0-9]", "bxy", true),
            ("[a-c]x[^0-9]", "bx7", false),
            ("[\\]]", "]", true),
            ("\\*", "*", true),
            ("\\*", "a", false),
            ("é*", "éa", true),
        ] {
            assert_eq!(matches(pattern, name), want, "{pattern} {name}");
        }
        for bad in ["[", "[a", "[]", "[]a]", "[a-]", "[-a]", "a\\", "[^]"] {
            assert!(!is_pattern(bad), "{bad}");
        }
    }
}
