//! The comments of a piece of source, and their groups as `go/parser` makes them.

/// Comments without code or an empty line between them.
pub struct CommentGroup {
    /// Offset of the first one.
    pub at: usize,
    /// Without the comments' marks.
    pub text: String,
}

/// All comments of a piece of source, with their marks: offset and text.
pub fn comments(source: &str) -> Vec<(usize, &str)> {
    let bytes = source.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let len = if rest.starts_with(b"//") {
            rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len())
        } else if rest.starts_with(b"/*") {
            source[at + 2..].find("*/").map_or(rest.len(), |i| i + 4)
        } else {
            let quote = bytes[at];
            at += 1;
            if matches!(quote, b'"' | b'\'' | b'`') {
                while at < bytes.len() && bytes[at] != quote {
                    at += if bytes[at] == b'\\' && quote != b'`' { 2 } else { 1 };
                }
                at += 1;
            }
            continue;
        };
        out.push((at, &source[at..at + len]));
        at += len;
    }
    out
}

/// The groups of a function's body, in order.
pub fn comment_groups(body: &str) -> Vec<CommentGroup> {
    let mut groups: Vec<(usize, Vec<&str>)> = Vec::new();
    // Whether the last group is beside code: then it ends with its line.
    let (mut end, mut beside) = (0, false);
    for (at, text) in comments(body) {
        let between = &body[end..at];
        let after_code = end == 0 || !between.trim().is_empty();
        let newlines = between[between.trim_end().len()..].matches('\n').count();
        match groups.last_mut() {
            Some(g) if newlines < 2 && !after_code && !(beside && newlines > 0) => g.1.push(text),
            _ => {
                beside = after_code && newlines == 0;
                groups.push((at, vec![text]));
            }
        }
        end = at + text.len();
    }
    groups.into_iter().map(|(at, list)| CommentGroup { at, text: comment_text(&list) }).collect()
}

/// As `(*ast.CommentGroup).Text` gives it: no marks, no directives, no spaces at line ends, single
/// blank lines only and none at the ends.
fn comment_text(group: &[&str]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for c in group {
        if let Some(t) = c.strip_prefix("//") {
            let is_directive = t.split_once(':').is_some_and(|(tool, what)| {
                let word = |s: &str| {
                    !s.is_empty() && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
                };
                word(tool)
                    && what
                        .bytes()
                        .next()
                        .is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            });
            if !is_directive {
                lines.push(t.strip_prefix(' ').unwrap_or(t).trim_end().to_string());
            }
        } else {
            let t = c.strip_prefix("/*").unwrap_or(c);
            let t = t.strip_suffix("*/").unwrap_or(t);
            lines.extend(t.split('\n').map(|l| l.trim_end().to_string()));
        }
    }
    let mut out: Vec<String> = Vec::new();
    for l in lines {
        if !l.is_empty() || out.last().is_some_and(|o| !o.is_empty()) {
            out.push(l);
        }
    }
    while out.last().is_some_and(String::is_empty) {
        out.pop();
    }
    out.join("\n") + "\n"
}
