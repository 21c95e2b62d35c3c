//! Format strings: their directives, as package fmt reads them.

/// A directive such as `%-[2]*.3d`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// As written.
    pub text: String,
    /// Byte offset in the string.
    pub at: usize,
    pub flags: String,
    pub verb: char,
    /// Arguments of `*`, by number from 0.
    pub stars: Vec<usize>,
    /// The argument of the verb; nothing for `%%`.
    pub arg: Option<usize>,
}

/// What a format string asks for.
#[derive(Default)]
pub struct Format {
    pub directives: Vec<Directive>,
    /// An argument is named by number.
    pub indexed: bool,
    /// One more than the highest argument.
    pub needed: usize,
}

/// Reads a format; the error is what is wrong with it, after "format ".
pub fn parse(s: &str) -> Result<Format, String> {
    let mut f = Format::default();
    let mut next = 0;
    let mut rest = s;
    while let Some(i) = rest.find('%') {
        let at = s.len() - rest.len() + i;
        let mut r = Reader { s, start: at, at: at + 1, next, indexed: false, pending: false };
        let flags = r.take_while(|c| "#0+- ".contains(c));
        let mut stars = Vec::new();
        r.index()?;
        r.number_or_star(&mut stars);
        if r.peek() == Some('.') {
            r.at += 1;
            r.index()?;
            r.number_or_star(&mut stars);
        }
        if !r.pending {
            r.index()?;
        }
        let Some(verb) = r.peek() else {
            return Err(format!("{} is missing verb at end of string", &s[at..]));
        };
        r.at += verb.len_utf8();
        let arg = (verb != '%').then_some(r.next);
        next = if verb == '%' { r.next } else { r.next + 1 };
        f.indexed |= r.indexed;
        f.needed = f.needed.max(next).max(stars.iter().map(|s| s + 1).max().unwrap_or(0));
        f.directives.push(Directive { text: s[at..r.at].into(), at, flags, verb, stars, arg });
        rest = &s[r.at..];
    }
    Ok(f)
}

struct Reader<'s> {
    s: &'s str,
    start: usize,
    at: usize,
    next: usize,
    indexed: bool,
    /// An index was read that nothing has used yet.
    pending: bool,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.s[self.at..].chars().next()
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let rest = &self.s[self.at..];
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        rest[..end].into()
    }

    /// Reads `[n]`.
    fn index(&mut self) -> Result<(), String> {
        if self.peek() != Some('[') {
            return Ok(());
        }
        let open = self.at;
        self.at += 1;
        let digits = self.take_while(|c| c.is_ascii_digit());
        if !digits.is_empty() && self.at == self.s.len() || !self.s[self.at..].contains(']') {
            return Err(format!("{} is missing closing ]", &self.s[self.start..]));
        }
        let close = self.at + self.s[self.at..].find(']').unwrap_or(0);
        let number = digits.parse::<usize>().ok().filter(|&n| n > 0 && close == self.at);
        let Some(n) = number else {
            return Err(format!("has invalid argument index {}", &self.s[open..=close]));
        };
        self.at = close + 1;
        self.next = n - 1;
        (self.indexed, self.pending) = (true, true);
        Ok(())
    }

    fn number_or_star(&mut self, stars: &mut Vec<usize>) {
        if self.peek() == Some('*') {
            self.at += 1;
            stars.push(self.next);
            self.next += 1;
            self.pending = false;
        } else {
            self.take_while(|c| c.is_ascii_digit());
        }
    }
}

/// What a verb takes.
pub mod takes {
    pub const BOOL: u16 = 1;
    pub const INT: u16 = 2;
    pub const RUNE: u16 = 4;
    pub const STRING: u16 = 8;
    pub const FLOAT: u16 = 16;
    pub const COMPLEX: u16 = 32;
    pub const POINTER: u16 = 64;
    pub const ERROR: u16 = 128;
    pub const ANY: u16 = 0xffff;
}

/// The flags that a verb knows, and what it takes.
pub fn verb(v: char) -> Option<(&'static str, u16)> {
    use takes::*;
    const NUMBER: &str = " -+0";
    const SHARP: &str = " -+0#";
    Some(match v {
        '%' => ("", 0),
        'b' => (SHARP, INT | FLOAT | COMPLEX | POINTER),
        'c' => ("-", RUNE | INT),
        'd' => (NUMBER, INT | POINTER),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => (SHARP, FLOAT | COMPLEX),
        'o' | 'O' => (SHARP, INT | POINTER),
        'p' => ("-#", POINTER),
        'q' => (SHARP, RUNE | INT | STRING),
        's' => (NUMBER, STRING),
        't' => ("-", BOOL),
        'T' => ("-", ANY),
        'U' => ("-#", RUNE | INT),
        'v' => (SHARP, ANY),
        'w' => (SHARP, ERROR),
        'x' | 'X' => (SHARP, RUNE | INT | STRING | FLOAT | COMPLEX | POINTER),
        _ => return None,
    })
}

/// The first directive in a text that is not meant as a format.
pub fn possible_directive(s: &str) -> Option<&str> {
    // A percent sign at the end is only that.
    let s = s.strip_suffix('%').unwrap_or(s);
    for (i, _) in s.match_indices('%') {
        let rest = &s[i + 1..];
        let skip = |t: &str, set: &str| t.find(|c| !set.contains(c)).unwrap_or(t.len());
        let index = |t: &str| match t.strip_prefix('[') {
            Some(r) => {
                let n = skip(r, "0123456789");
                if n > 0 && r[n..].starts_with(']') { n + 2 } else { 0 }
            }
            None => 0,
        };
        let number = |t: &str| {
            let n = index(t);
            if t[n..].starts_with('*') { n + 1 } else { skip(t, "0123456789") }
        };
        let mut at = skip(rest, "+-#");
        at += number(&rest[at..]);
        if rest[at..].starts_with('.') {
            at += 1 + number(&rest[at + 1..]);
        }
        at += index(&rest[at..]);
        if rest[at..].starts_with(|c| "bcdefgopqstvxEFGTUX".contains(c)) {
            return Some(&s[i..i + 1 + at + 1]);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments() {
        let f = parse("%[2]*.[1]*f %d%%").unwrap();
        assert_eq!((f.directives[0].stars.clone(), f.directives[0].arg), (vec![1, 0], Some(1)));
        assert_eq!((f.directives[1].arg, f.directives[2].arg, f.needed), (Some(2), None, 3));
        assert!(parse("%[x]d").is_err() && parse("%[1").is_err() && parse("%-").is_err());
    }

    #[test]
    fn possible() {
        assert_eq!(possible_directive("a %-5.2f b"), Some("%-5.2f"));
        assert_eq!(possible_directive("100%"), None);
        assert_eq!(possible_directive("50% done"), None);
        assert_eq!(possible_directive("%[1]*d"), Some("%[1]*d"));
    }
}
