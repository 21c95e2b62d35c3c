//! Constant expressions: literals, and results that do not fit their type.

use crate::syntax::Pos;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, LitKind, UnaryOp};
use crate::types::check::Checker;
use crate::types::check::operand::{Mode, Operand};
use crate::types::constant::{BinOp, CmpOp, Value};
use crate::types::type_::TypeId;

/// Untyped integers may not grow beyond this many bits.
const MAX_UNTYPED_BITS: u64 = 512;
/// Longer literals are refused before any arithmetic is done with them.
const MAX_LITERAL: usize = 10000;

impl<'a> Checker<'a> {
    pub(super) fn literal(
        &mut self,
        e: &'a Expr<'a>,
        kind: LitKind,
        text: &'a str,
        bad: bool,
    ) -> Operand<'a> {
        if bad {
            return Operand { expr: Some(e), ..Operand::invalid() };
        }
        if !matches!(kind, LitKind::String | LitKind::Rune) && text.len() > MAX_LITERAL {
            let short: String = text.chars().take(10).collect();
            self.error(
                e.pos,
                format!("excessively long constant: {short}... ({} chars)", text.len()),
            );
            return Operand { expr: Some(e), ..Operand::invalid() };
        }
        if matches!(kind, LitKind::Int | LitKind::Float | LitKind::Imaginary)
            && !self.allows(e.pos, 13)
        {
            let digit = text.as_bytes().get(1).map_or(0, |b| b.to_ascii_lowercase());
            let prefixed = text.starts_with('0');
            let what = if text.contains('_') {
                Some("underscore in numeric literal")
            } else if prefixed && digit == b'b' {
                Some("binary literal")
            } else if prefixed && digit == b'o' {
                Some("0o/0O-style octal literal")
            } else if prefixed && digit == b'x' && kind != LitKind::Int {
                Some("hexadecimal floating-point literal")
            } else {
                None
            };
            if let Some(what) = what {
                self.requires(e.pos, 13, what);
            }
        }
        let (typ, val) = match kind {
            LitKind::Int => (TypeId::UNTYPED_INT, Value::from_literal(text)),
            LitKind::Float => {
                let v = Value::from_literal(text);
                (TypeId::UNTYPED_FLOAT, v.to_float().unwrap_or(v))
            }
            LitKind::Imaginary => (TypeId::UNTYPED_COMPLEX, Value::from_literal(text)),
            LitKind::Rune => (
                TypeId::UNTYPED_RUNE,
                unquote_rune(text).map_or(Value::Unknown, |c| Value::Int(c as i64)),
            ),
            LitKind::String => (
                TypeId::UNTYPED_STRING,
                unquote(text).map_or(Value::Unknown, |s| Value::from_str(&s)),
            ),
        };
        if val.is_unknown() {
            self.error(e.pos, format!("malformed constant: {text}"));
            return Operand { expr: Some(e), ..Operand::invalid() };
        }
        let mut x = Operand { mode: Mode::Constant, typ, val, expr: Some(e) };
        self.check_overflow(&mut x, e.pos);
        x
    }

    /// Reports a constant that its type cannot hold, or an untyped one that grew too large.
    pub(super) fn check_overflow(&mut self, x: &mut Operand<'a>, op_pos: Pos) {
        if x.mode != Mode::Constant {
            return;
        }
        if x.val.is_unknown() {
            self.error(op_pos, "constant result is not representable");
            return;
        }
        if self.is_typed(x.typ) {
            if let Some(b) = self.basic(x.typ) {
                match self.representable(&x.val, x.typ, b) {
                    Ok(v) => x.val = v,
                    Err(why) => {
                        let t = x.typ;
                        self.overflow_error(why.into(), x, t);
                        x.set_invalid();
                    }
                }
            }
            return;
        }
        if x.val.is_int_form() && x.val.bit_len() > MAX_UNTYPED_BITS {
            let op = x.expr.map_or("", op_name);
            let space = if op.is_empty() { "" } else { " " };
            self.error(op_pos, format!("constant {op}{space}overflow"));
            x.val = Value::Unknown;
        }
    }

    fn overflow_error(&mut self, why: super::untyped::Unfit, x: &Operand<'a>, t: TypeId) {
        self.unfit_error(why, x, t);
    }
}

fn op_name(e: &Expr<'_>) -> &'static str {
    match e.kind {
        ExprKind::Binary { op, .. } => match op {
            BinaryOp::Add => "addition",
            BinaryOp::Sub => "subtraction",
            BinaryOp::Xor => "bitwise XOR",
            BinaryOp::Mul => "multiplication",
            BinaryOp::Shl => "shift",
            _ => "",
        },
        ExprKind::Unary { op: UnaryOp::Complement, .. } => "bitwise complement",
        _ => "",
    }
}

pub(super) fn bin_op(op: BinaryOp) -> Option<BinOp> {
    Some(match op {
        BinaryOp::Add => BinOp::Add,
        BinaryOp::Sub => BinOp::Sub,
        BinaryOp::Mul => BinOp::Mul,
        BinaryOp::Div => BinOp::Quo,
        BinaryOp::Rem => BinOp::Rem,
        BinaryOp::And => BinOp::And,
        BinaryOp::Or => BinOp::Or,
        BinaryOp::Xor => BinOp::Xor,
        BinaryOp::AndNot => BinOp::AndNot,
        BinaryOp::LogicalAnd => BinOp::LAnd,
        BinaryOp::LogicalOr => BinOp::LOr,
        _ => return None,
    })
}

pub(super) fn cmp_op(op: BinaryOp) -> Option<CmpOp> {
    Some(match op {
        BinaryOp::Eq => CmpOp::Eq,
        BinaryOp::Ne => CmpOp::Ne,
        BinaryOp::Lt => CmpOp::Lt,
        BinaryOp::Le => CmpOp::Le,
        BinaryOp::Gt => CmpOp::Gt,
        BinaryOp::Ge => CmpOp::Ge,
        _ => return None,
    })
}

/// The bytes of a string literal as written, quotes included.
pub fn unquote(text: &str) -> Option<Vec<u8>> {
    if let Some(raw) = text.strip_prefix('`') {
        let raw = raw.strip_suffix('`')?;
        return Some(raw.bytes().filter(|&b| b != b'\r').collect());
    }
    let body = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while !rest.is_empty() {
        let (unit, after) = next_unit(rest)?;
        match unit {
            Unit::Char(c) => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            Unit::Byte(b) => out.push(b),
        }
        rest = after;
    }
    Some(out)
}

/// The value of a rune literal as written, quotes included.
pub fn unquote_rune(text: &str) -> Option<u32> {
    let body = text.strip_prefix('\'')?.strip_suffix('\'')?;
    let (unit, rest) = next_unit(body)?;
    if !rest.is_empty() {
        return None;
    }
    Some(match unit {
        Unit::Char(c) => c as u32,
        Unit::Byte(b) => b as u32,
    })
}

enum Unit {
    Char(char),
    Byte(u8),
}

fn next_unit(s: &str) -> Option<(Unit, &str)> {
    let c = s.chars().next()?;
    if c != '\\' {
        return Some((Unit::Char(c), &s[c.len_utf8()..]));
    }
    let k = *s.as_bytes().get(1)?;
    let simple = match k {
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'n' => 10,
        b'r' => 13,
        b't' => 9,
        b'v' => 11,
        b'\\' | b'\'' | b'"' => k,
        _ => {
            let (from, len, radix) = match k {
                b'x' => (2, 2, 16),
                b'u' => (2, 4, 16),
                b'U' => (2, 8, 16),
                b'0'..=b'7' => (1, 3, 8),
                _ => return None,
            };
            let v = u32::from_str_radix(s.get(from..from + len)?, radix).ok()?;
            let rest = &s[from + len..];
            return if matches!(k, b'u' | b'U') {
                Some((Unit::Char(char::from_u32(v)?), rest))
            } else {
                Some((Unit::Byte(u8::try_from(v).ok()?), rest))
            };
        }
    };
    Some((Unit::Byte(simple), &s[2..]))
}
