//! Groups of comments in a piece of source, as `go/parser` makes them.

/// Comments without code or an empty line between them.
pub struct CommentGroup {
    /// Offset of the first one.
    pub at: usize,
    /// Without the comments' marks.
    pub text: String,
}

/// The groups of a function's body, in order.
pub fn comment_groups(body: &str) -> Vec<CommentGroup> {
    let mut groups: Vec<(usize, Vec<&str>)> = Vec::new();
    // Whether what comes next on this line, or on the next one, belongs to the last group; and whether that
    // one is beside code: then it ends with its line.
    let (mut newlines, mut after_code, mut beside) = (0, true, false);
    let bytes = body.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &body[at..];
        let comment = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(inner) = rest.strip_prefix("/*") {
            inner.find("*/").map_or(rest.len(), |i| i + 4)
        } else {
            0
        };
        if comment > 0 {
            let text = &rest[..comment];
            match groups.last_mut() {
                Some(g) if newlines < 2 && !after_code && !(beside && newlines > 0) => {
                    g.1.push(text)
                }
                _ => {
                    beside = after_code && newlines == 0;
                    groups.push((at, vec![text]));
                }
            }
            at += comment;
            (newlines, after_code) = (0, false);
            continue;
        }
        match bytes[at] {
            b'\n' => newlines += 1,
            b' ' | b'\t' | b'\r' => {}
            quote @ (b'"' | b'\'' | b'`') => {
                at += 1;
                while at < bytes.len() && bytes[at] != quote {
                    at += if bytes[at] == b'\\' && quote != b'`' { 2 } else { 1 };
                }
                (newlines, after_code) = (0, true);
            }
            _ => (newlines, after_code) = (0, true),
        }
        at += 1;
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
