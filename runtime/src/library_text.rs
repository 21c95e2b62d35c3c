//! What is done to a library file's text before it is parsed: gvm's own build does it to the embedded
//! files, a running gvm to those on disk (see `library`).

/// Where a string, rune or comment that starts at `at` ends; `at` when none does.
fn lexeme_end(text: &[u8], at: usize) -> usize {
    let find = |from: usize, what: &[u8]| {
        text[from..].windows(what.len()).position(|w| w == what).map_or(text.len(), |i| from + i)
    };
    match text[at] {
        b'/' if text[at..].starts_with(b"//") => find(at, b"\n"),
        b'/' if text[at..].starts_with(b"/*") => find(at + 2, b"*/") + 2,
        b'`' => find(at + 1, b"`") + 1,
        quote @ (b'"' | b'\'') => {
            let mut i = at + 1;
            while text[i] != quote {
                i += 1 + usize::from(text[i] == b'\\');
            }
            i + 1
        }
        _ => at,
    }
}

/// The text without comments (`//go:` directives stay) and without blanks at the ends of lines.
pub fn without_comments(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    while at < bytes.len() {
        let end = lexeme_end(bytes, at);
        if end == at {
            let c = text[at..].chars().next().expect("inside the text");
            if c == '\n' {
                out.truncate(out.trim_end_matches([' ', '\t']).len());
            }
            out.push(c);
            at += c.len_utf8();
            continue;
        }
        let lexeme = &text[at..end];
        if lexeme.starts_with("/*") {
            // A comment with newlines acts as one.
            let lines = lexeme.matches('\n').count();
            out.push_str(if lines == 0 { " " } else { "" });
            out.extend(std::iter::repeat_n('\n', lines));
        } else if !lexeme.starts_with("//") || lexeme.starts_with("//go:") {
            out.push_str(lexeme);
        }
        at = end;
    }
    out
}

/// Offsets of the word `func` and of the body's braces of each function with a body: a `{` at depth 0
/// of a line that starts with `func`, outside the parameters' parentheses and not after `struct` or
/// `interface`.
pub fn bodies(text: &str) -> Vec<(u32, u32, u32)> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let (mut at, mut parens, mut depth) = (0, 0, 0);
    let (mut in_func, mut func, mut open) = (false, 0, None);
    while at < bytes.len() {
        let end = lexeme_end(bytes, at);
        if end > at {
            at = end;
            continue;
        }
        match bytes[at] {
            b'f' if depth == 0
                && parens == 0
                && (at == 0 || bytes[at - 1] == b'\n')
                && text[at..].starts_with("func ") =>
            {
                (in_func, func) = (true, at);
            }
            b'(' | b'[' => parens += 1,
            b')' | b']' => parens -= 1,
            b'{' => {
                if depth == 0 && parens == 0 && in_func {
                    let before = text[..at].trim_end();
                    if !before.ends_with("interface") && !before.ends_with("struct") {
                        open = Some(at);
                        in_func = false;
                    }
                }
                depth += 1;
            }
            b'}' => {
                depth -= 1;
                if depth == 0
                    && let Some(start) = open.take()
                {
                    out.push((func as u32, start as u32, at as u32));
                }
            }
            b'\n' if depth == 0 && parens == 0 => in_func = false,
            _ => {}
        }
        at += 1;
    }
    out
}
