//! The marks that say where a test program of the Go project has errors.
//!
//! Two conventions. In the type checker's testdata a comment `/* ERROR "text" */` or `// ERROR
//! "text"` stands directly after the token at which an error is reported; `ERRORx` has a regular
//! expression. In the compiler's `// errorcheck` programs `// ERROR "regexp" "regexp"` at the end of
//! a line (also `GC_ERROR`) says that this line has errors, each matched by one of them.

use regex::Regex;

/// An error that is expected at a place.
#[derive(Clone, Debug)]
pub struct Mark {
    /// From 1.
    pub line: u32,
    /// In bytes, from 1; 0 when only the line matters.
    pub column: u32,
    pub pattern: Pattern,
}

#[derive(Clone, Debug)]
pub enum Pattern {
    /// The message contains this.
    Text(String),
    Regex(Regex),
    /// A regular expression this crate cannot read.
    Unreadable,
}

impl Pattern {
    pub fn matches(&self, message: &str) -> bool {
        match self {
            Pattern::Text(t) => message.contains(t.as_str()),
            Pattern::Regex(r) => r.is_match(message),
            Pattern::Unreadable => false,
        }
    }
}

const OPERATORS: [&str; 23] = [
    "<<=", ">>=", "&^=", "...", "&&", "||", "<-", "++", "--", "==", "!=", "<=", ">=", ":=", "+=",
    "-=", "*=", "/=", "%=", "&=", "|=", "^=", "&^",
];

/// The marks of a file of the type checker's testdata.
pub fn token_marks(text: &str) -> Vec<Mark> {
    let bytes = text.as_bytes();
    let mut marks = Vec::new();
    let (mut at, mut line, mut line_start) = (0, 1u32, 0);
    let mut token = (0, 0);
    while at < bytes.len() {
        let rest = &text[at..];
        let b = bytes[at];
        let mut end = at + 1;
        if b == b'\n' {
            line += 1;
            line_start = end;
        } else if b.is_ascii_whitespace() {
        } else if rest.starts_with("//") || rest.starts_with("/*") {
            let inner = if rest.starts_with("//") {
                end = at + rest.find('\n').unwrap_or(rest.len());
                &text[at + 2..end]
            } else {
                let n = rest.find("*/").unwrap_or(rest.len() - 2);
                end = at + n + 2;
                &text[at + 2..at + n]
            };
            if let Some(pattern) = token_pattern(inner) {
                marks.push(Mark { line: token.0, column: token.1, pattern });
            }
            for (i, c) in text[at..end].bytes().enumerate() {
                if c == b'\n' {
                    line += 1;
                    line_start = at + i + 1;
                }
            }
        } else {
            token = (line, (at - line_start + 1) as u32);
            end = at + token_length(rest);
            for (i, c) in text[at..end].bytes().enumerate() {
                if c == b'\n' {
                    line += 1;
                    line_start = at + i + 1;
                }
            }
        }
        at = end;
    }
    marks
}

fn token_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let quoted = |q: u8| {
        let mut i = 1;
        while i < bytes.len() && bytes[i] != q && bytes[i] != b'\n' {
            i += 1 + (bytes[i] == b'\\') as usize;
        }
        (i + 1).min(bytes.len())
    };
    match bytes[0] {
        b'"' => quoted(b'"'),
        b'\'' => quoted(b'\''),
        b'`' => rest[1..].find('`').map_or(rest.len(), |n| n + 2),
        b if b.is_ascii_digit() => rest
            .find(|c: char| !(c.is_alphanumeric() || c == '.' || c == '_'))
            .unwrap_or(rest.len()),
        b if b.is_ascii_alphabetic() || b == b'_' || b >= 0x80 => rest
            .find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .filter(|&n| n > 0)
            .unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8)),
        _ => OPERATORS.iter().find(|o| rest.starts_with(**o)).map_or(1, |o| o.len()),
    }
}

/// The expectation in a comment's text.
fn token_pattern(comment: &str) -> Option<Pattern> {
    let rest = comment.trim_start().strip_prefix("ERROR")?;
    let (is_regex, rest) = match rest.strip_prefix('x') {
        Some(r) => (true, r),
        None => (false, rest),
    };
    let text = unquote(rest.trim())?;
    if !is_regex {
        return Some(Pattern::Text(text));
    }
    Some(Regex::new(&text).map_or(Pattern::Unreadable, Pattern::Regex))
}

/// A Go string literal's text, as far as the suites use escapes.
fn unquote(s: &str) -> Option<String> {
    if let Some(raw) = s.strip_prefix('`') {
        return Some(raw[..raw.find('`')?].to_string());
    }
    let mut out = String::new();
    let mut chars = s.strip_prefix('"')?.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => return Some(out),
            '\\' => match chars.next()? {
                'n' => out.push('\n'),
                't' => out.push('\t'),
                c => out.push(c),
            },
            c => out.push(c),
        }
    }
    None
}

/// The marks of an `// errorcheck` program named `file`: all patterns of all marked lines.
pub fn line_marks(file: &str, text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (i, source) in text.lines().enumerate() {
        let line = i as u32 + 1;
        if source.contains("////") {
            continue;
        }
        let Some(rest) = ["// ERROR ", "// GC_ERROR "]
            .iter()
            .filter_map(|m| source.find(m).map(|n| &source[n + m.len()..]))
            .next()
        else {
            continue;
        };
        for pattern in rest.split('"').skip(1).step_by(2) {
            let pattern = with_places(pattern, file, line);
            let pattern = Regex::new(&pattern).map_or(Pattern::Unreadable, Pattern::Regex);
            marks.push(Mark { line, column: 0, pattern });
        }
    }
    marks
}

/// `LINE`, `LINE+3`, `LINE-1` are places in the file.
fn with_places(pattern: &str, file: &str, line: u32) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(n) = rest.find("LINE") {
        out.push_str(&rest[..n]);
        rest = &rest[n + 4..];
        let digits = |s: &str| s.find(|c: char| !c.is_ascii_digit()).unwrap_or(s.len());
        let mut at = line as i64;
        if let Some(sign) = rest.chars().next().filter(|c| matches!(c, '+' | '-')) {
            let end = digits(&rest[1..]);
            let by: i64 = rest[1..1 + end].parse().unwrap_or(0);
            at += if sign == '+' { by } else { -by };
            rest = &rest[1 + end..];
        }
        out.push_str(&format!("{file}:{at}"));
    }
    out + rest
}

/// The compiler flags of an `// errorcheck` line; nothing for a program of another kind.
pub fn errorcheck_flags(text: &str) -> Option<Vec<&str>> {
    let first = text.lines().find(|l| {
        !l.trim().is_empty() && !l.starts_with("//go:build") && !l.starts_with("// +build")
    })?;
    let mut words = first.strip_prefix("// ")?.split_whitespace();
    (words.next() == Some("errorcheck")).then(|| words.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_follow_tokens() {
        let text = "package p\nvar x = a /* ERROR \"undefined\" */ + `\n` // ERRORx `b.d`\n";
        let marks = token_marks(text);
        assert_eq!(marks.iter().map(|m| (m.line, m.column)).collect::<Vec<_>>(), [(2, 9), (2, 37)]);
        assert!(marks[1].pattern.matches("a bad thing") && !marks[0].pattern.matches("bad"));
    }

    #[test]
    fn lines_and_places() {
        let marks =
            line_marks("a.go", "x\ny // ERROR \"at LINE-1\" \"q|r\"\nz //// ERROR \"no\"\n");
        assert_eq!(marks.iter().map(|m| m.line).collect::<Vec<_>>(), [2, 2]);
        assert!(marks[0].pattern.matches("seen at a.go:1 only"));
        assert_eq!(errorcheck_flags("// errorcheck -0 -m\n"), Some(vec!["-0", "-m"]));
        assert_eq!(errorcheck_flags("// errorcheckdir\n"), None);
    }
}
