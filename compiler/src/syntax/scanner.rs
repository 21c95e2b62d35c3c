//! The scanner: text to tokens, semicolons put in, directives noted.
//!
//! Works on bytes; characters are decoded only outside ASCII. Errors are reported and scanning goes on.

use super::token::{Semi, Token, keyword, operator};
use crate::diag::Diagnostics;
use crate::source::{Pos, SourceFile};

pub struct Scanner<'a> {
    pub source: &'a SourceFile<'a>,
    diags: &'a Diagnostics,
    arena: &'a crate::Arena,
    text: &'a [u8],
    /// Next byte to look at.
    at: usize,
    /// A newline here ends a statement.
    needs_semi: bool,
    pub token: Token,
    /// Start of the token, and its end.
    pub start: usize,
    pub end: usize,
    /// A literal that was reported as malformed.
    pub bad: bool,
    /// `//go:` directives met so far: position and the text after `//go:`.
    pub directives: Vec<(Pos, &'a str)>,
    /// Where scanning stops.
    limit: usize,
}

/// `U+0040 '@'`; without the character when it cannot be shown.
fn character(c: char) -> String {
    let code = code_point(c as u32);
    if c.is_control() || crate::unicode::is_hidden(c) { code } else { format!("{code} '{c}'") }
}

fn code_point(c: u32) -> String {
    format!("U+{c:04X}")
}

fn is_letter(b: u8) -> bool {
    b.is_ascii_alphabetic() || b == b'_'
}

/// How many bytes the text starts with that `what` holds for.
fn run(text: &[u8], what: impl Fn(u8) -> bool) -> usize {
    text.iter().position(|&b| !what(b)).unwrap_or(text.len())
}

impl<'a> Scanner<'a> {
    pub fn new(
        source: &'a SourceFile<'a>,
        diags: &'a Diagnostics,
        arena: &'a crate::Arena,
    ) -> Scanner<'a> {
        let mut s = Scanner {
            source,
            diags,
            arena,
            text: source.text.as_bytes(),
            at: 0,
            needs_semi: false,
            token: Token::Eof,
            start: 0,
            end: 0,
            bad: false,
            directives: Vec::new(),
            limit: source.text.len(),
        };
        if source.text.starts_with('\u{feff}') {
            s.at = 3;
        }
        s
    }

    /// Goes to a place in the text, at most its end: for a body that was skipped.
    pub fn seek(&mut self, at: usize, limit: usize) {
        self.at = at.min(self.source.text.len());
        self.limit = limit;
        self.needs_semi = false;
    }

    pub fn pos(&self) -> Pos {
        self.source.pos(self.start)
    }

    pub fn literal(&self) -> &'a str {
        &self.source.text[self.start..self.end]
    }

    #[track_caller]
    fn error(&self, at: usize, message: impl Into<String>) {
        self.diags.error(self.source.pos(at), message);
    }

    fn peek(&self, n: usize) -> u8 {
        if self.at + n < self.limit { self.text[self.at + n] } else { 0 }
    }

    /// Reads the next token.
    pub fn next(&mut self) {
        loop {
            let b = self.peek(0);
            match b {
                b'\n' if self.needs_semi => return self.semi(Semi::Newline, 1),
                b' ' | b'\t' | b'\r' | b'\n' => {
                    let newlines = !self.needs_semi;
                    let blank = |b| matches!(b, b' ' | b'\t' | b'\r') || newlines && b == b'\n';
                    self.at += run(&self.text[self.at..self.limit], blank);
                }
                b'/' if self.peek(1) == b'/' => {
                    self.line_comment();
                }
                b'/' if self.peek(1) == b'*' => {
                    // One with a newline in it ends a statement, where it begins.
                    let start = self.at;
                    if self.block_comment() && self.needs_semi {
                        self.semi(Semi::Newline, 0);
                        self.start = start;
                        return;
                    }
                }
                _ => break,
            }
        }
        self.start = self.at;
        self.bad = false;
        if self.at >= self.limit {
            if self.needs_semi {
                return self.semi(Semi::Eof, 0);
            }
            self.token = Token::Eof;
            self.end = self.at;
            return;
        }
        let b = self.text[self.at];
        let mut semi_after = false;
        if is_letter(b) || b >= 0x80 {
            self.identifier();
            let word = self.literal();
            self.token = match keyword(word) {
                Some(k) => Token::Keyword(k),
                None => Token::Ident,
            };
            semi_after = matches!(
                self.token,
                Token::Ident | Token::Keyword("break" | "continue" | "fallthrough" | "return")
            );
        } else if b.is_ascii_digit() || b == b'.' && self.peek(1).is_ascii_digit() {
            self.number();
            semi_after = true;
        } else if b == b'"' {
            self.string();
            semi_after = true;
        } else if b == b'`' {
            self.raw_string();
            semi_after = true;
        } else if b == b'\'' {
            self.rune();
            semi_after = true;
        } else if b == b';' {
            self.at += 1;
            self.token = Token::Semi(Semi::Written);
        } else {
            let rest = &self.text[self.at..self.limit];
            match operator(rest) {
                None => {
                    let text = format!("invalid character {}", character(b as char));
                    self.error(self.at, text);
                    self.at += 1;
                    return self.next();
                }
                Some(op) => {
                    self.at += op.len();
                    self.token = Token::Op(op);
                    semi_after = matches!(op, "++" | "--" | ")" | "]" | "}");
                }
            }
        }
        self.needs_semi = semi_after;
        self.end = self.at;
    }

    fn semi(&mut self, kind: Semi, skip: usize) {
        self.start = self.at;
        self.at += skip;
        self.end = self.at;
        self.needs_semi = false;
        self.token = Token::Semi(kind);
    }

    fn line_comment(&mut self) {
        let start = self.at;
        while self.at < self.limit && self.text[self.at] != b'\n' {
            self.at += 1;
        }
        let text = self.source.text[start..self.at].trim_end_matches('\r');
        if let Some(rest) = text.strip_prefix("//go:") {
            self.directives.push((self.source.pos(start), rest));
        } else if let Some(rest) = text.strip_prefix("//line ")
            && self.source.line_column(self.source.pos(start)).1 == 1
        {
            self.line_directive(rest, self.at + 1, start + 7);
        }
    }

    /// Returns whether the comment has a newline in it.
    fn block_comment(&mut self) -> bool {
        let start = self.at;
        let rest = &self.source.text[start + 2..self.limit];
        match rest.find("*/") {
            Some(n) => {
                self.at = start + 2 + n + 2;
                let inner = &rest[..n];
                if let Some(d) = inner.strip_prefix("line ") {
                    self.line_directive(d, self.at, start + 7);
                }
                inner.contains('\n')
            }
            None => {
                self.error(start, "comment not terminated");
                self.at = self.limit;
                false
            }
        }
    }

    /// `file:line` or `file:line:column`; holds from `from` on.
    fn line_directive(&self, text: &'a str, from: usize, _: usize) {
        let number = |s: &str| s.parse::<u32>().ok().filter(|&n| n > 0);
        let Some((head, last)) = text.rsplit_once(':') else { return };
        let Some(n) = number(last) else { return };
        let (file, line, column) =
            match head.rsplit_once(':').and_then(|(f, l)| number(l).map(|l| (f, l))) {
                Some((f, l)) => (f, l, Some(n)),
                None => (head, n, None),
            };
        let file = match (file.is_empty(), column) {
            (false, _) => self.arena.str(file),
            // With a column the file stays what the last directive said.
            (true, Some(_)) => self.source.location(self.source.pos(from)).file,
            (true, None) => self.source.name,
        };
        self.source.add_directive(from, file, line, column);
    }

    /// A name; characters that cannot be in one are reported and taken all the same.
    fn identifier(&mut self) {
        loop {
            let in_name = |b| is_letter(b) || b.is_ascii_digit();
            self.at += run(&self.text[self.at..self.limit], in_name);
            let b = self.peek(0);
            if b < 0x80 {
                break;
            }
            let c = self.source.text[self.at..].chars().next().unwrap_or('\0');
            let digit = crate::unicode::is_digit(c);
            if digit && self.at == self.start {
                self.error(self.at, format!("identifier cannot begin with digit {}", character(c)));
            } else if !digit && !crate::unicode::is_letter(c) {
                self.error(self.at, format!("invalid character {} in identifier", character(c)));
            }
            self.at += c.len_utf8();
        }
        self.end = self.at;
    }

    fn number(&mut self) {
        let mut base = 10;
        let mut digits = 0usize;
        let mut invalid: Option<(usize, u8)> = None;
        let mut last_underscore_bad: Option<usize> = None;
        if self.peek(0) == b'0' {
            match self.peek(1).to_ascii_lowercase() {
                b'x' => base = 16,
                b'o' => base = 8,
                b'b' => base = 2,
                _ => base = 0,
            }
            if base != 0 {
                self.at += 2;
            }
        }
        let mut previous = if base == 10 { b'.' } else { b'0' };
        let mut digit_run =
            |s: &mut Self, digits: &mut usize, invalid: &mut Option<(usize, u8)>| {
                loop {
                    let b = s.peek(0);
                    let ok = if base == 16 { b.is_ascii_hexdigit() } else { b.is_ascii_digit() };
                    if b == b'_' {
                        if previous == b'_' || previous == b'.' {
                            last_underscore_bad = last_underscore_bad.or(Some(s.at));
                        }
                    } else if ok {
                        *digits += 1;
                        let limit = if base == 0 { 8 } else { base };
                        if base != 16 && b - b'0' >= limit && invalid.is_none() {
                            *invalid = Some((s.at, b));
                        }
                    } else {
                        if previous == b'_' {
                            last_underscore_bad = last_underscore_bad.or(Some(s.at - 1));
                        }
                        return;
                    }
                    previous = b;
                    s.at += 1;
                }
            };
        digit_run(self, &mut digits, &mut invalid);
        let mut kind = Token::Int;
        let name = match base {
            16 => "hexadecimal",
            8 | 0 => "octal",
            2 => "binary",
            _ => "decimal",
        };
        if self.peek(0) == b'.' {
            kind = Token::Float;
            if base == 8 || base == 2 {
                self.error(self.at, format!("invalid radix point in {name} literal"));
                self.bad = true;
            }
            self.at += 1;
            digit_run(self, &mut digits, &mut invalid);
        }
        let radix_point = kind == Token::Float;
        if digits == 0 && !self.bad {
            self.error(self.at, format!("{name} literal has no digits"));
            self.bad = true;
        }
        let e = self.peek(0).to_ascii_lowercase();
        if e == b'e' && base != 16 || e == b'p' {
            if e == b'e' && base != 10 && base != 0 && !self.bad {
                self.error(
                    self.at,
                    format!("'{}' exponent requires decimal mantissa", self.peek(0) as char),
                );
                self.bad = true;
            }
            if e == b'p' && base != 16 && !self.bad {
                self.error(
                    self.at,
                    format!("'{}' exponent requires hexadecimal mantissa", self.peek(0) as char),
                );
                self.bad = true;
            }
            self.at += 1;
            kind = Token::Float;
            if matches!(self.peek(0), b'+' | b'-') {
                self.at += 1;
            }
            let from = self.at;
            while self.peek(0).is_ascii_digit() || self.peek(0) == b'_' {
                self.at += 1;
            }
            if from == self.at && !self.bad {
                self.error(self.at, "exponent has no digits");
                self.bad = true;
            }
        } else if base == 16 && radix_point {
            self.error(self.at, "hexadecimal mantissa requires a 'p' exponent");
            self.bad = true;
        }
        if self.peek(0) == b'i' {
            self.at += 1;
            kind = Token::Imaginary;
        }
        if kind == Token::Int
            && let Some((at, b)) = invalid
            && !self.bad
        {
            self.error(at, format!("invalid digit '{}' in {name} literal", b as char));
            self.bad = true;
        }
        if let Some(at) = last_underscore_bad
            && !self.bad
        {
            self.error(at, "'_' must separate successive digits");
            self.bad = true;
        }
        self.end = self.at;
        self.token = kind;
    }

    /// An escape after the backslash. False when it was reported.
    fn escape(&mut self, quote: u8) -> bool {
        let start = self.at;
        let c = self.peek(0);
        let (n, base, max) = match c {
            b'a' | b'b' | b'f' | b'n' | b'r' | b't' | b'v' | b'\\' => {
                self.at += 1;
                return true;
            }
            c if c == quote => {
                self.at += 1;
                return true;
            }
            b'0'..=b'7' => (3, 8, 255),
            b'x' => (2, 16, 255),
            b'u' => (4, 16, 0x10ffff),
            b'U' => (8, 16, 0x10ffff),
            _ => {
                if self.at >= self.limit {
                    return true;
                }
                self.error(start, "unknown escape");
                self.bad = true;
                return false;
            }
        };
        if c != b'0' && !(b'0'..=b'7').contains(&c) {
            self.at += 1;
        }
        let mut x: u32 = 0;
        for _ in 0..n {
            let b = self.peek(0);
            let Some(d) = (b as char).to_digit(base) else {
                if self.at >= self.limit {
                    return true;
                }
                let kind = if base == 8 { "octal" } else { "hexadecimal" };
                let shown = self.source.text[self.at..].chars().next().unwrap_or(' ');
                self.error(self.at, format!("invalid character {shown:?} in {kind} escape"));
                self.bad = true;
                return false;
            };
            x = x.saturating_mul(base) + d;
            self.at += 1;
        }
        if x > max && base == 8 {
            self.error(self.at, format!("octal escape value {x} > 255"));
            self.bad = true;
            return false;
        }
        if x > max || (0xd800..0xe000).contains(&x) && n >= 4 {
            self.error(self.at, format!("escape is invalid Unicode code point {}", code_point(x)));
            self.bad = true;
            return false;
        }
        true
    }

    fn string(&mut self) {
        let start = self.at;
        self.at += 1;
        loop {
            let b = self.peek(0);
            if self.at >= self.limit {
                self.error(start, "string not terminated");
                self.bad = true;
                break;
            }
            match b {
                b'"' => {
                    self.at += 1;
                    break;
                }
                b'\\' => {
                    self.at += 1;
                    self.escape(b'"');
                }
                b'\n' => {
                    self.error(self.at, "newline in string");
                    self.bad = true;
                    break;
                }
                _ => {
                    let plain = |b| !matches!(b, b'"' | b'\\' | b'\n');
                    self.at += run(&self.text[self.at..self.limit], plain);
                }
            }
        }
        self.end = self.at;
        self.token = Token::String;
    }

    fn raw_string(&mut self) {
        let start = self.at;
        self.at += 1;
        self.at += run(&self.text[self.at..self.limit], |b| b != b'`');
        if self.at >= self.limit {
            self.error(start, "string not terminated");
            self.bad = true;
        } else {
            self.at += 1;
        }
        self.end = self.at;
        self.token = Token::String;
    }

    fn rune(&mut self) {
        let start = self.at;
        self.at += 1;
        let mut n = 0;
        loop {
            let b = self.peek(0);
            if self.at >= self.limit {
                if !self.bad {
                    self.error(start, "rune literal not terminated");
                    self.bad = true;
                }
                break;
            }
            match b {
                b'\'' => {
                    if !self.bad {
                        if n == 0 {
                            self.error(self.at, "empty rune literal or unescaped '");
                            self.bad = true;
                        } else if n != 1 {
                            self.error(start, "more than one character in rune literal");
                            self.bad = true;
                        }
                    }
                    self.at += 1;
                    break;
                }
                b'\\' => {
                    self.at += 1;
                    if self.escape(b'\'') {
                        n += 1;
                    }
                }
                b'\n' => {
                    if !self.bad {
                        self.error(self.at, "newline in rune literal");
                        self.bad = true;
                    }
                    break;
                }
                b => {
                    n += 1;
                    self.at += match b {
                        0xf0.. => 4,
                        0xe0.. => 3,
                        0xc0.. => 2,
                        _ => 1,
                    };
                }
            }
        }
        self.end = self.at;
        self.token = Token::Rune;
    }

    /// With the token at the `{` of a library function's body: the offset of the matching `}`, and
    /// scanning goes on after it. `None` for other files, which have no table of bodies.
    pub fn skip_body(&mut self) -> Option<usize> {
        let bodies = self.source.bodies;
        let i = bodies.binary_search_by_key(&(self.start as u32), |b| b.1).ok()?;
        let end = bodies[i].2 as usize;
        self.at = end + 1;
        self.needs_semi = true;
        Some(end)
    }

    /// With the token behind the name of a library function that has a body: goes to the body's `{`.
    pub fn skip_head(&mut self) -> bool {
        let bodies = self.source.bodies;
        let next = bodies.partition_point(|b| (b.1 as usize) < self.start);
        match bodies.get(next) {
            Some(&(func, open, _)) if (func as usize) < self.start => {
                self.at = open as usize;
                self.needs_semi = false;
                true
            }
            _ => false,
        }
    }
}
