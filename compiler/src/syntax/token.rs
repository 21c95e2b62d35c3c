//! Tokens, and how messages name them.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Token {
    Eof,
    Ident,
    Int,
    Float,
    Imaginary,
    Rune,
    String,
    /// An operator or delimiter.
    Op(&'static str),
    Keyword(&'static str),
    /// `;`; the scanner says whether it was written, or a newline or the end of the file.
    Semi(Semi),
}

impl Token {
    pub fn is_semi(self) -> bool {
        matches!(self, Token::Semi(_))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Semi {
    Written,
    Newline,
    Eof,
}

/// The keyword that a word is.
pub fn keyword(word: &str) -> Option<&'static str> {
    // By first letter: most words are no keyword, and few comparisons must tell.
    let candidates: &[&'static str] = match word.as_bytes().first()? {
        b'b' => &["break"],
        b'c' => &["case", "chan", "const", "continue"],
        b'd' => &["default", "defer"],
        b'e' => &["else"],
        b'f' => &["fallthrough", "for", "func"],
        b'g' => &["go", "goto"],
        b'i' => &["if", "import", "interface"],
        b'm' => &["map"],
        b'p' => &["package"],
        b'r' => &["range", "return"],
        b's' => &["select", "struct", "switch"],
        b't' => &["type"],
        b'v' => &["var"],
        _ => return None,
    };
    candidates.iter().find(|k| **k == word).copied()
}

/// The longest operator or delimiter that a text starts with.
pub fn operator(text: &[u8]) -> Option<&'static str> {
    let candidates: &[&'static str] = match text.first()? {
        b'(' => return Some("("),
        b')' => return Some(")"),
        b'[' => return Some("["),
        b']' => return Some("]"),
        b'{' => return Some("{"),
        b'}' => return Some("}"),
        b',' => return Some(","),
        b'~' => return Some("~"),
        b'<' => &["<<=", "<-", "<=", "<<", "<"],
        b'>' => &[">>=", ">=", ">>", ">"],
        b'&' => &["&^=", "&&", "&=", "&^", "&"],
        b'.' => &["...", "."],
        b'|' => &["||", "|=", "|"],
        b'+' => &["++", "+=", "+"],
        b'-' => &["--", "-=", "-"],
        b'=' => &["==", "="],
        b'!' => &["!=", "!"],
        b':' => &[":=", ":"],
        b'*' => &["*=", "*"],
        b'/' => &["/=", "/"],
        b'%' => &["%=", "%"],
        b'^' => &["^=", "^"],
        _ => return None,
    };
    candidates.iter().find(|o| text.starts_with(o.as_bytes())).copied()
}
