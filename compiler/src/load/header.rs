//! A file's head, its package clause and imports, as `go list` reads it before anything is compiled.
//!
//! Only its first fault is told, in `go/scanner`'s and `go/parser`'s words, which are not gc's. A file
//! with a fault here never reaches the parser; what follows the imports is not looked at.

use crate::arena::Arena;
use crate::diag::Diagnostics;
use crate::source::{SourceFile, SourceMap};
use crate::syntax::scanner::Scanner;
use crate::syntax::token::{Semi, Token};

/// What is wrong with a head.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// Both from 1, the column in bytes.
    pub line: u32,
    pub column: u32,
    pub message: String,
    /// The text is right, but an import path can be none: told with the file's full name.
    pub path: bool,
}

/// The first fault of a file's head, if it has any.
pub fn fault(text: &str) -> Option<Fault> {
    let head = match end(text.as_bytes()) {
        Some(end) => &text[..end],
        None => text,
    };
    let (arena, diags, map) = (Arena::default(), Diagnostics::default(), SourceMap::new());
    let source = map.add(&arena, "", "", arena.str(head));
    let mut r =
        Reader { s: Scanner::new(source, &diags, &arena), diags: &diags, paths: Vec::new() };
    match r.head() {
        Err((at, message)) => Some(at_offset(source, at, message, false)),
        Ok(()) => {
            let (at, path) = r.paths.iter().find(|(_, p)| !possible(p))?;
            Some(at_offset(source, *at, format!("invalid import path: {path}"), true))
        }
    }
}

fn at_offset(source: &SourceFile<'_>, at: usize, message: String, path: bool) -> Fault {
    // go/scanner has no line after the last newline: the end of the file is in the line before.
    let at_end = at == source.text.len() && source.text.ends_with('\n');
    let (line, column) = source.line_column(source.pos(at - at_end as usize));
    Fault { line, column: column + at_end as u32, message, path }
}

/// Where the head ends, or nothing when it is malformed: then all of the file is read. `go list` asks
/// for no semicolons here.
fn end(text: &[u8]) -> Option<usize> {
    let mut at = if text.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
    let word = |at: usize| {
        text[at..]
            .iter()
            .position(|&b| !(b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80))
            .map_or(text.len(), |n| at + n)
    };
    let keyword = |at: &mut usize, k: &str| {
        skip(text, at)?;
        let to = word(*at);
        let hit = &text[*at..to] == k.as_bytes();
        *at = to;
        hit.then_some(())
    };
    let import = |at: &mut usize| {
        skip(text, at)?;
        match text.get(*at)? {
            b'.' => *at += 1,
            b'"' | b'`' => {}
            _ => {
                let to = word(*at);
                (to > *at).then_some(())?;
                *at = to;
            }
        }
        skip(text, at)?;
        let quote = *text.get(*at)?;
        *at += 1;
        loop {
            let b = *text.get(*at)?;
            *at += 1;
            match (quote, b) {
                (b'"', b'"') | (b'`', b'`') => return Some(()),
                (b'"', b'\n') => return None,
                (b'"', b'\\') => *at += 1,
                (b'"' | b'`', _) => {}
                _ => return None,
            }
        }
    };
    keyword(&mut at, "package")?;
    skip(text, &mut at)?;
    let name = word(at);
    (name > at).then_some(())?;
    at = name;
    loop {
        skip(text, &mut at)?;
        if text.get(at) != Some(&b'i') {
            return Some(at);
        }
        keyword(&mut at, "import")?;
        skip(text, &mut at)?;
        if text.get(at) != Some(&b'(') {
            import(&mut at)?;
            continue;
        }
        at += 1;
        loop {
            skip(text, &mut at)?;
            if text.get(at) == Some(&b')') {
                at += 1;
                break;
            }
            import(&mut at)?;
        }
    }
}

/// Goes over blanks, semicolons and comments; nothing when one has no end.
fn skip(text: &[u8], at: &mut usize) -> Option<()> {
    loop {
        let rest = &text[*at..];
        match rest {
            [b' ' | b'\t' | b'\r' | b'\n' | 0x0c | b';', ..] => *at += 1,
            [b'/', b'/', ..] => *at += rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len()),
            [b'/', b'*', ..] => *at += 4 + rest[2..].windows(2).position(|w| w == b"*/")?,
            _ => return Some(()),
        }
    }
}

/// Whether an import path has only characters that one can have.
fn possible(path: &str) -> bool {
    let odd = |c: char| {
        c.is_control()
            || c.is_whitespace()
            || "!\"#$%&'()*,:;<=>?[]^`{|}\\".contains(c)
            || c == char::REPLACEMENT_CHARACTER
    };
    !path.is_empty() && !path.contains(odd)
}

/// A fault's offset and message.
type Stop = (usize, String);

struct Reader<'a> {
    s: Scanner<'a>,
    diags: &'a Diagnostics,
    /// Import paths and where they stand.
    paths: Vec<(usize, String)>,
}

impl Reader<'_> {
    /// The next token; what gc's scanner has to say about it in `go/scanner`'s words.
    fn next(&mut self) -> Result<(), Stop> {
        self.s.next();
        let Some(d) = self.diags.take().into_iter().next() else { return Ok(()) };
        let text = self.s.source.text;
        let at = self.s.source.offset(d.pos);
        let here = text[at..].chars().next();
        let backslash = text[..at].rfind('\\').map_or(at, |b| b + 1);
        let m = d.message.as_str();
        Err(match self.s.token {
            _ if m == "comment not terminated" => (at, d.message),
            Token::String if text[self.s.start..].starts_with('`') => {
                (self.s.start, "raw string literal not terminated".into())
            }
            Token::String | Token::Rune => match here {
                Some('\n') | None => {
                    let what = if self.s.token == Token::Rune { "rune" } else { "string" };
                    if m == "unknown escape" && what == "rune" {
                        (at, "unknown escape sequence".into())
                    } else {
                        (self.s.start, format!("{what} literal not terminated"))
                    }
                }
                _ if m == "unknown escape" => (at, "unknown escape sequence".into()),
                Some(c) if m.starts_with("invalid character") => {
                    (at, format!("illegal character U+{:04X} '{c}' in escape sequence", c as u32))
                }
                _ if m.starts_with("octal escape") || m.starts_with("escape is") => {
                    (backslash, "escape sequence is invalid Unicode code point".into())
                }
                _ => (self.s.start, "illegal rune literal".into()),
            },
            _ => match (m.strip_prefix("invalid character "), here) {
                (Some(_), Some(c @ ('“' | '”'))) => {
                    (at, format!("curly quotation mark '{c}' (use neutral '\"')"))
                }
                (Some(c), _) => {
                    let c = c.trim_end_matches(" in identifier");
                    (at, format!("illegal character {c}"))
                }
                (None, _) => (at, d.message),
            },
        })
    }

    fn expected(&self, what: &str) -> Stop {
        let found = match self.s.token {
            Token::Eof => "'EOF'".into(),
            Token::Semi(Semi::Written) => "';'".into(),
            Token::Semi(_) => "newline".into(),
            Token::Op(t) | Token::Keyword(t) => format!("'{t}'"),
            _ => self.s.literal().to_string(),
        };
        (self.s.start, format!("expected '{what}', found {found}"))
    }

    fn semicolon(&mut self) -> Result<(), Stop> {
        match self.s.token {
            Token::Semi(_) => self.next(),
            Token::Op(")" | "}") | Token::Eof => Ok(()),
            _ => Err(self.expected(";")),
        }
    }

    fn head(&mut self) -> Result<(), Stop> {
        self.next()?;
        if self.s.token != Token::Keyword("package") {
            return Err(self.expected("package"));
        }
        self.next()?;
        if self.s.token != Token::Ident {
            return Err(self.expected("IDENT"));
        }
        self.next()?;
        self.semicolon()?;
        while self.s.token == Token::Keyword("import") {
            self.next()?;
            if self.s.token != Token::Op("(") {
                self.import()?;
                continue;
            }
            self.next()?;
            while !matches!(self.s.token, Token::Op(")") | Token::Eof) {
                self.import()?;
            }
            if self.s.token == Token::Eof {
                return Err(self.expected(")"));
            }
            self.next()?;
            self.semicolon()?;
        }
        Ok(())
    }

    fn import(&mut self) -> Result<(), Stop> {
        if matches!(self.s.token, Token::Ident | Token::Op(".")) {
            self.next()?;
        }
        let at = self.s.start;
        match self.s.token {
            Token::String => {
                let path = crate::types::check::constant_expr::unquote(self.s.literal())
                    .map(|b| String::from_utf8_lossy(&b).into_owned());
                self.paths.push((at, path.unwrap_or_default()));
            }
            Token::Ident | Token::Int | Token::Float | Token::Imaginary | Token::Rune => {
                return Err((at, "import path must be a string".into()));
            }
            _ => return Err((at, "missing import path".into())),
        }
        self.next()?;
        self.semicolon()
    }
}

/// Why no package can have this import path, as `go list` says it; paths with characters that cannot be
/// in one are a fault of the file.
pub fn unimportable(path: &str) -> Option<String> {
    if path.starts_with('/') {
        return Some(format!("{path:?} is not a package path; see 'go help packages'"));
    }
    if is_local(path) {
        return Some(format!(
            "{path:?} is relative, but relative import paths are not supported in module mode"
        ));
    }
    malformed(path).map(|why| format!("malformed import path {path:?}: {why}"))
}

/// Whether an import path is relative.
pub fn is_local(path: &str) -> bool {
    matches!(path, "." | "..") || path.starts_with("./") || path.starts_with("../")
}

/// The rules that `go help importpath` and the modules reference give for import paths.
fn malformed(path: &str) -> Option<String> {
    if path.starts_with('-') {
        return Some("leading dash".into());
    }
    if path.contains("//") {
        return Some("double slash".into());
    }
    if path.ends_with('/') {
        return Some("trailing slash".into());
    }
    path.split('/').find_map(|elem| {
        if elem.chars().all(|c| c == '.') {
            return Some(format!("invalid path element {elem:?}"));
        }
        if elem.ends_with('.') {
            return Some("trailing dot in path element".into());
        }
        let fine = |c: char| c.is_ascii_alphanumeric() || "-._~+".contains(c);
        if let Some(c) = elem.chars().find(|&c| !fine(c)) {
            return Some(format!("invalid char {c:?}"));
        }
        let short = elem.split('.').next().unwrap_or(elem);
        let upper = short.to_ascii_uppercase();
        let device = matches!(upper.as_str(), "CON" | "PRN" | "AUX" | "NUL")
            || upper.len() == 4
                && (upper.starts_with("COM") || upper.starts_with("LPT"))
                && matches!(upper.as_bytes()[3], b'1'..=b'9');
        if device {
            return Some(format!("{short:?} disallowed as path element component on Windows"));
        }
        let (_, digits) = short.rsplit_once('~')?;
        let tail = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        tail.then(|| "trailing tilde and digits in path element".into())
    })
}
