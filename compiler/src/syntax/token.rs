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

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Semi {
    Written,
    Newline,
    Eof,
}

pub const KEYWORDS: [&str; 25] = [
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
];

/// Longest first.
pub const OPERATORS: [&str; 48] = [
    "<<=", ">>=", "&^=", "...", "&&", "||", "<-", "++", "--", "==", "!=", "<=", ">=", ":=", "+=",
    "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "&^", "+", "-", "*", "/", "%", "&", "|",
    "^", "<", ">", "=", "!", "(", ")", "[", "]", "{", "}", ",", ".", ":", "~", "?",
];
