//! Broken programs: small programs without a single import, each time with one token left out, said twice or
//! replaced. What real Go says about each is known (`tests/broken`), so that every diagnostic is seen at many of
//! the constructs it can stand at, with its place, and so is its absence in the programs that are still right.
//!
//! A program is named by its token and what became of it; the same names give the same programs everywhere.

/// What replaces tokens: each kind of token and each kind of operand.
const INSTEAD: [&str; 72] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    ".",
    "...",
    ":",
    ":=",
    "=",
    "+",
    "-",
    "*",
    "&",
    "<-",
    "~",
    "!",
    "==",
    "<<",
    "|",
    "+=",
    "++",
    "func",
    "type",
    "var",
    "const",
    "struct",
    "interface",
    "map",
    "chan",
    "range",
    "for",
    "if",
    "else",
    "switch",
    "case",
    "default",
    "select",
    "go",
    "defer",
    "return",
    "break",
    "continue",
    "goto",
    "fallthrough",
    "nil",
    "iota",
    "any",
    "int",
    "string",
    "len",
    "make",
    "0",
    "1.5",
    "-1",
    "\"s\"",
    "'c'",
    "1<<70",
    "2i",
    "true",
    "error",
    "main",
    "undefined",
    "_",
    "func(){}",
    "struct{}",
    "[]int",
    "[]int{1}",
    "\n",
];

/// One program with one token changed.
pub struct Broken {
    /// Number of the token, then what became of it: `17 without`, `17 twice`, `17 "nil"`.
    pub name: String,
    pub text: String,
}

/// Where the tokens of a Go program are.
pub fn tokens(text: &str) -> Vec<std::ops::Range<usize>> {
    let word = |c: u8| c.is_ascii_alphanumeric() || c == b'_' || c >= 0x80;
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let rest = &bytes[at..];
        let n = match rest[0] {
            b' ' | b'\t' | b'\n' => {
                at += 1;
                continue;
            }
            quote @ (b'"' | b'\'') => {
                let mut escaped = false;
                let end = rest[1..].iter().position(|&c| {
                    let end = c == quote && !escaped;
                    escaped = c == b'\\' && !escaped;
                    end
                });
                end.map_or(rest.len(), |n| n + 2)
            }
            b'`' => rest[1..].iter().position(|&c| c == b'`').map_or(rest.len(), |n| n + 2),
            c if word(c) => {
                let number = c.is_ascii_digit();
                let end = rest.iter().position(|&c| !(word(c) || number && c == b'.'));
                end.unwrap_or(rest.len())
            }
            _ => {
                let long = [
                    "&^=", "<<=", ">>=", "...", "<-", "&^", "<<", ">>", ":=", "==", "!=", "<=",
                    ">=",
                ];
                let more = ["&&", "||", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^="];
                let found = long.iter().chain(&more).find(|t| rest.starts_with(t.as_bytes()));
                found.map_or(1, |t| t.len())
            }
        };
        out.push(at..at + n);
        at += n;
    }
    out
}

/// xorshift: the same programs on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }
}

/// The programs that come from `text`: each token is left out or said twice, or replaced; `each` programs a
/// token. The package clause, about which the go command speaks and not the compiler, stays.
pub fn broken(text: &str, each: usize, seed: u64) -> Vec<Broken> {
    let list = tokens(text);
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    // Identifiers of the program itself are operands as good as any.
    let own: Vec<&str> = list[2..]
        .iter()
        .map(|r| &text[r.clone()])
        .filter(|t| t.starts_with(|c: char| c.is_ascii_alphabetic()))
        .collect();
    let mut out = Vec::new();
    for (k, at) in list.iter().enumerate().skip(2) {
        for n in 0..each {
            let token = &text[at.clone()];
            let choice = if n == 0 { random.below(4) } else { 3 };
            let (what, new) = match choice {
                0 | 1 => ("without".to_string(), String::new()),
                2 => ("twice".to_string(), format!("{token} {token}")),
                _ => {
                    let of_all = random.below(4) > 0;
                    let new = if of_all {
                        INSTEAD[random.below(INSTEAD.len())]
                    } else {
                        own[random.below(own.len())]
                    };
                    if new == token {
                        continue;
                    }
                    (format!("{new:?}"), new.to_string())
                }
            };
            let text = [&text[..at.start], &new, &text[at.end..]].concat();
            out.push(Broken { name: format!("{k} {what}"), text });
        }
    }
    out
}
