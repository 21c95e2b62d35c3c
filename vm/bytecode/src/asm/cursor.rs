//! Reading one line: words, numbers, strings, lists.

use crate::image::{Kind, SourcePos};
use crate::listing::kind_name;

pub struct Cursor<'t> {
    rest: &'t str,
}

type Read<T> = Result<T, String>;

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-')
}

impl<'t> Cursor<'t> {
    pub fn new(line: &'t str) -> Cursor<'t> {
        Cursor { rest: line }
    }

    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
        if self.rest.starts_with(';') {
            self.rest = "";
        }
    }

    pub fn at_end(&mut self) -> bool {
        self.skip();
        self.rest.is_empty()
    }

    pub fn end(&mut self) -> Read<()> {
        if self.at_end() { Ok(()) } else { Err(format!("unexpected {:?}", self.rest)) }
    }

    /// Takes `text` if it comes next, spaces aside.
    pub fn eat(&mut self, text: &str) -> bool {
        let before = self.rest;
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            self.skip();
            match self.rest.strip_prefix(c) {
                Some(rest) => self.rest = rest,
                None => {
                    self.rest = before;
                    return false;
                }
            }
        }
        true
    }

    pub fn expect(&mut self, text: &str) -> Read<()> {
        if self.eat(text) {
            return Ok(());
        }
        let here =
            if self.at_end() { "the end of the line".into() } else { format!("{:?}", self.rest) };
        Err(format!("want {:?} before {here}", text.trim()))
    }

    /// A word, or nothing.
    pub fn word(&mut self) -> &'t str {
        self.skip();
        let rest = self.rest;
        let mut end = rest.len();
        for (n, c) in rest.char_indices() {
            if !is_word(c) || rest[n..].starts_with("->") {
                end = n;
                break;
            }
        }
        self.rest = &rest[end..];
        &rest[..end]
    }

    /// A word that is followed by a colon: a label, or the number of a cell.
    pub fn label(&mut self) -> Option<&'t str> {
        let before = self.rest;
        let word = self.word();
        if !word.is_empty() && self.eat(":") {
            return Some(word);
        }
        self.rest = before;
        None
    }

    /// A number comes next.
    pub fn is_number(&mut self) -> bool {
        self.skip();
        self.rest.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit())
    }

    /// A name comes next: a word that is no number, or a string.
    pub fn is_name(&mut self) -> bool {
        self.skip();
        self.rest.starts_with(|c: char| c == '"' || c == '_' || c.is_ascii_alphabetic())
    }

    pub fn integer(&mut self) -> Read<i128> {
        let before = self.rest;
        let word = self.word();
        parse_integer(word).ok_or_else(|| format!("want a number before {before:?}"))
    }

    pub fn number<T: TryFrom<i128>>(&mut self) -> Read<T> {
        let x = self.integer()?;
        T::try_from(x).map_err(|_| format!("{x} is out of range"))
    }

    pub fn bytes(&mut self) -> Read<Vec<u8>> {
        self.expect("\"")?;
        let text = self.rest.as_bytes();
        let mut out = Vec::new();
        let mut n = 0;
        while n < text.len() {
            match text[n] {
                b'"' => {
                    self.rest = &self.rest[n + 1..];
                    return Ok(out);
                }
                b'\\' => {
                    n += 1;
                    match text.get(n) {
                        Some(b'n') => out.push(b'\n'),
                        Some(b'x') => {
                            let digits = self.rest.get(n + 1..n + 3).unwrap_or("");
                            let x = u8::from_str_radix(digits, 16)
                                .map_err(|_| format!("\\x{digits} is no byte"))?;
                            out.push(x);
                            n += 2;
                        }
                        Some(&c @ (b'"' | b'\\')) => out.push(c),
                        _ => return Err("an escape that is none".into()),
                    }
                }
                c => out.push(c),
            }
            n += 1;
        }
        Err("a string without end".into())
    }

    pub fn string(&mut self) -> Read<String> {
        String::from_utf8(self.bytes()?).map_err(|_| "the string is not UTF-8".into())
    }

    /// A name: in quotes, or a word.
    pub fn name(&mut self) -> Read<String> {
        self.skip();
        if self.rest.starts_with('"') {
            return self.string();
        }
        match self.word() {
            "" => Err("want a name".into()),
            w => Ok(w.into()),
        }
    }

    /// `(a b c)`.
    pub fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Read<T>) -> Read<Vec<T>> {
        self.expect("(")?;
        let mut out = Vec::new();
        while !self.eat(")") {
            if self.at_end() {
                return Err("a list without end".into());
            }
            out.push(one(self)?);
        }
        Ok(out)
    }

    pub fn kind(&mut self) -> Read<Kind> {
        let word = self.word();
        let found = Kind::ALL.into_iter().find(|&k| kind_name(k) == word);
        found.ok_or_else(|| format!("{word:?} is no kind"))
    }

    /// `file:line:column`
    pub fn place(&mut self) -> Read<SourcePos> {
        let file = self.number()?;
        self.expect(":")?;
        let line = self.number()?;
        self.expect(":")?;
        Ok(SourcePos { file, line, column: self.number()? })
    }

    /// The `key=` or flag that comes next; `None` at the end of the line.
    pub fn key(&mut self) -> Read<Option<&'t str>> {
        if self.at_end() {
            return Ok(None);
        }
        let rest = self.rest;
        let word = self.word();
        if word.is_empty() {
            return Err(format!("unexpected {rest:?}"));
        }
        self.eat("=");
        Ok(Some(word))
    }
}

/// Decimal or 0x hexadecimal, with sign.
pub fn parse_integer(word: &str) -> Option<i128> {
    let (negative, digits) = match word.strip_prefix('-') {
        Some(d) => (true, d),
        None => (false, word),
    };
    let x = match digits.strip_prefix("0x") {
        Some(hex) => i128::from(u64::from_str_radix(hex, 16).ok()?),
        None if digits.starts_with(|c: char| c.is_ascii_digit()) => {
            i128::from(digits.parse::<u64>().ok()?)
        }
        None => return None,
    };
    Some(if negative { -x } else { x })
}
