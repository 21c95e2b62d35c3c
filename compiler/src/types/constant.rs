//! Exact constant values and their arithmetic.
//!
//! Integers and rationals are exact. A rational whose numerator or denominator needs more than
//! `MAX_RAT_BITS` becomes a binary float of `FLOAT_PREC` bits, the precision the Go compiler
//! documents. Nothing here knows about types: representability is asked with a width, rounding
//! with a format.

use std::cmp::Ordering;
use std::sync::Arc;

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// A rational is kept as a fraction up to this many bits on either side.
const MAX_RAT_BITS: u64 = 4 << 10;
/// Bits of the mantissa of a float that is too large or too small for a fraction.
const FLOAT_PREC: u64 = 512;
/// Exponents of the bit above a float's most significant one, as those of `math/big.Float`: above
/// them a value has no representation, below them it is zero.
const MAX_EXP: i64 = i32::MAX as i64;
const MIN_EXP: i64 = i32::MIN as i64;

/// A binary float `mant * 2^exp` with at most `FLOAT_PREC` bits of mantissa, or infinite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BigFloat {
    mant: BigInt,
    exp: i64,
}

/// A constant. `Unknown` is the value of an expression that had an error.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Unknown,
    Bool(bool),
    Str(Arc<[u8]>),
    /// An integer that fits a machine word.
    Int(i64),
    Big(Arc<BigInt>),
    Rat(Arc<BigRational>),
    Float(Arc<BigFloat>),
    Complex(Arc<(Value, Value)>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    Quo,
    Rem,
    And,
    Or,
    Xor,
    AndNot,
    LAnd,
    LOr,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CmpOp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl CmpOp {
    pub fn holds(self, o: Ordering) -> bool {
        match self {
            CmpOp::Eq => o == Ordering::Equal,
            CmpOp::Ne => o != Ordering::Equal,
            CmpOp::Lt => o == Ordering::Less,
            CmpOp::Le => o != Ordering::Greater,
            CmpOp::Gt => o == Ordering::Greater,
            CmpOp::Ge => o != Ordering::Less,
        }
    }
}

impl BigFloat {
    fn new(mant: BigInt, exp: i64) -> BigFloat {
        let bits = mant.bits();
        if bits == 0 {
            return BigFloat { mant, exp: 0 };
        }
        if bits <= FLOAT_PREC {
            let tz = mant.trailing_zeros().unwrap_or(0);
            return BigFloat { mant: mant >> tz, exp: exp + tz as i64 };
        }
        let shift = bits - FLOAT_PREC;
        let m = round_shift(mant, shift);
        let tz = m.trailing_zeros().unwrap_or(0);
        BigFloat { mant: m >> tz, exp: exp + shift as i64 + tz as i64 }
    }

    fn from_rat(r: &BigRational) -> BigFloat {
        quo_float(&BigFloat::new(r.numer().clone(), 0), &BigFloat::new(r.denom().clone(), 0))
    }

    fn add(&self, o: &BigFloat) -> BigFloat {
        // Far apart exponents would make a huge shift; the smaller operand cannot matter then.
        let (hi, lo) = if self.top() >= o.top() { (self, o) } else { (o, self) };
        if lo.mant.is_zero() || (!hi.mant.is_zero() && hi.top() - lo.top() > 2 * FLOAT_PREC as i64)
        {
            return hi.clone();
        }
        if hi.mant.is_zero() {
            return lo.clone();
        }
        let e = self.exp.min(o.exp);
        let a = &self.mant << (self.exp - e) as u64;
        let b = &o.mant << (o.exp - e) as u64;
        BigFloat::new(a + b, e)
    }

    fn neg(&self) -> BigFloat {
        BigFloat { mant: -&self.mant, exp: self.exp }
    }

    fn mul(&self, o: &BigFloat) -> BigFloat {
        BigFloat::new(&self.mant * &o.mant, self.exp + o.exp)
    }

    /// The exponent of the bit above the most significant one.
    fn top(&self) -> i64 {
        self.exp + self.mant.bits() as i64
    }

    fn cmp(&self, o: &BigFloat) -> Ordering {
        self.add(&o.neg()).mant.sign().cmp(&Sign::NoSign)
    }

    fn to_int(&self) -> Option<BigInt> {
        // A bound keeps 1e1000000 from becoming a million digits.
        if self.exp >= 0 && self.top() < 100_000 {
            Some(&self.mant << self.exp as u64)
        } else {
            None
        }
    }
}

fn quo_float(a: &BigFloat, b: &BigFloat) -> BigFloat {
    let want = FLOAT_PREC + 2 + b.mant.bits();
    let shift = want.saturating_sub(a.mant.bits());
    let n = &a.mant << shift;
    let (q, r) = n.div_rem(&b.mant);
    // A sticky bit keeps the rounding right.
    let mut q = q << 1u32;
    if !r.is_zero() {
        q += if q.is_negative() || (q.is_zero() && (a.mant.sign() != b.mant.sign())) {
            -1
        } else {
            1
        };
    }
    BigFloat::new(q, a.exp - b.exp - shift as i64 - 1)
}

/// `m / 2^shift`, rounded to nearest, ties to even.
fn round_shift(m: BigInt, shift: u64) -> BigInt {
    if shift == 0 {
        return m;
    }
    let (sign, mag) = m.into_parts();
    let half = BigUint::one() << (shift - 1);
    let low = &mag & ((BigUint::one() << shift) - 1u32);
    let mut q = mag >> shift;
    match low.cmp(&half) {
        Ordering::Greater => q += 1u32,
        Ordering::Equal if q.bit(0) => q += 1u32,
        _ => {}
    }
    BigInt::from_biguint(sign, q)
}

/// A number as `mant * 2^exp` with `sticky` telling that bits were lost below.
fn round_to_format(
    num: &BigInt,
    den: &BigInt,
    exp: i64,
    mant_bits: i64,
    emin: i64,
    emax: i64,
) -> Option<(BigInt, i64)> {
    if num.is_zero() {
        return Some((BigInt::zero(), 0));
    }
    let negative = num.is_negative();
    let num = num.abs();
    // Scale so that the quotient has at least mant_bits + 2 bits.
    let want = mant_bits + 2 + den.bits() as i64 - num.bits() as i64;
    let (n, d, e) = if want > 0 {
        (num << want as u64, den.clone(), exp - want)
    } else {
        (num, den.clone() << (-want) as u64, exp - want)
    };
    let (q, r) = n.div_rem(&d);
    let mut q = q << 1u32;
    if !r.is_zero() {
        q += 1;
    }
    let e = e - 1;
    let top = q.bits() as i64 + e; // value < 2^top
    let lowest = (top - mant_bits).max(emin);
    let m = round_shift(q, (lowest - e).max(0) as u64);
    let mut le = lowest.max(e);
    let mut m = m;
    if m.bits() as i64 > mant_bits {
        m >>= 1;
        le += 1;
    }
    if m.bits() as i64 + le > emax {
        return None;
    }
    Some((if negative { -m } else { m }, le))
}

fn ldexp(m: &BigInt, e: i64) -> f64 {
    // m has at most 53 bits and the result is representable, so both steps are exact.
    let v = m.to_f64().unwrap_or(0.0);
    if e >= 0 {
        let a = e.min(900);
        v * 2f64.powi(a as i32) * 2f64.powi((e - a) as i32)
    } else {
        let a = e.max(-900);
        v * 2f64.powi(a as i32) * 2f64.powi((e - a) as i32)
    }
}

impl Value {
    pub fn from_big(b: BigInt) -> Value {
        match b.to_i64() {
            Some(i) => Value::Int(i),
            None => Value::Big(Arc::new(b)),
        }
    }

    pub fn from_u64(u: u64) -> Value {
        Value::from_big(BigInt::from(u))
    }

    pub fn from_str(s: &[u8]) -> Value {
        Value::Str(Arc::from(s))
    }

    pub fn from_f64(f: f64) -> Value {
        if f == 0.0 {
            return Value::Rat(Arc::new(BigRational::zero()));
        }
        match BigRational::from_float(f) {
            Some(r) => Value::from_rat(r),
            None => Value::Unknown,
        }
    }

    fn from_rat(r: BigRational) -> Value {
        if r.numer().bits() <= MAX_RAT_BITS && r.denom().bits() <= MAX_RAT_BITS {
            Value::Rat(Arc::new(r))
        } else {
            Value::Float(Arc::new(BigFloat::from_rat(&r)))
        }
    }

    fn from_float(f: BigFloat) -> Value {
        if f.top() > MAX_EXP {
            return Value::Unknown;
        }
        if f.mant.is_zero() || f.top() < MIN_EXP {
            return Value::Rat(Arc::new(BigRational::zero()));
        }
        Value::Float(Arc::new(f))
    }

    pub fn is_unknown(&self) -> bool {
        matches!(self, Value::Unknown)
    }

    pub fn is_numeric(&self) -> bool {
        !matches!(self, Value::Unknown | Value::Bool(_) | Value::Str(_))
    }

    pub fn is_int_form(&self) -> bool {
        matches!(self, Value::Int(_) | Value::Big(_))
    }

    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(b) = self { Some(*b) } else { None }
    }

    pub fn as_str(&self) -> Option<&[u8]> {
        if let Value::Str(s) = self { Some(s) } else { None }
    }

    /// The integer, when the value is one in integer form.
    pub fn big(&self) -> Option<BigInt> {
        match self {
            Value::Int(i) => Some(BigInt::from(*i)),
            Value::Big(b) => Some((**b).clone()),
            _ => None,
        }
    }

    /// The value in integer form if it is mathematically an integer.
    pub fn to_int(&self) -> Option<Value> {
        match self {
            Value::Int(_) | Value::Big(_) => Some(self.clone()),
            Value::Rat(r) if r.is_integer() => Some(Value::from_big(r.numer().clone())),
            Value::Float(f) => f.to_int().map(Value::from_big),
            Value::Complex(c) if c.1.sign() == 0 => c.0.to_int(),
            _ => None,
        }
    }

    pub fn as_i64(&self) -> Option<i64> {
        match self.to_int()? {
            Value::Int(i) => Some(i),
            _ => None,
        }
    }

    pub fn as_u64(&self) -> Option<u64> {
        match self.to_int()? {
            Value::Int(i) => u64::try_from(i).ok(),
            Value::Big(b) => b.to_u64(),
            _ => None,
        }
    }

    /// The value in real (non-integer) form; the imaginary part must be zero.
    pub fn to_float(&self) -> Option<Value> {
        match self {
            Value::Int(i) => {
                Some(Value::Rat(Arc::new(BigRational::from_integer(BigInt::from(*i)))))
            }
            Value::Big(b) => Some(Value::from_rat(BigRational::from_integer((**b).clone()))),
            Value::Rat(_) | Value::Float(_) => Some(self.clone()),
            Value::Complex(c) if c.1.sign() == 0 => c.0.to_float(),
            _ => None,
        }
    }

    pub fn to_complex(&self) -> Option<Value> {
        match self {
            Value::Complex(_) => Some(self.clone()),
            v if v.is_numeric() => Some(Value::Complex(Arc::new((v.clone(), Value::Int(0))))),
            _ => None,
        }
    }

    pub fn make_complex(re: Value, im: Value) -> Value {
        if re.is_unknown() || im.is_unknown() {
            return Value::Unknown;
        }
        Value::Complex(Arc::new((re, im)))
    }

    pub fn real(&self) -> Value {
        match self {
            Value::Complex(c) => c.0.clone(),
            v => v.clone(),
        }
    }

    pub fn imag(&self) -> Value {
        match self {
            Value::Complex(c) => c.1.clone(),
            Value::Unknown => Value::Unknown,
            _ => Value::Int(0),
        }
    }

    /// -1, 0 or 1; for a complex number 0 exactly if it is zero.
    pub fn sign(&self) -> i32 {
        let of = |s: Sign| match s {
            Sign::Minus => -1,
            Sign::NoSign => 0,
            Sign::Plus => 1,
        };
        match self {
            Value::Int(i) => i.signum() as i32,
            Value::Big(b) => of(b.sign()),
            Value::Rat(r) => of(r.numer().sign()),
            Value::Float(f) => of(f.mant.sign()),
            Value::Complex(c) => c.0.sign() | c.1.sign(),
            _ => 1,
        }
    }

    pub fn bit_len(&self) -> u64 {
        match self {
            Value::Int(i) => 64 - i.unsigned_abs().leading_zeros() as u64,
            Value::Big(b) => b.bits(),
            _ => 0,
        }
    }

    /// The nearest float64; `None` if it overflows.
    pub fn to_f64(&self) -> Option<f64> {
        let (n, d, e) = self.parts()?;
        let (m, e) = round_to_format(&n, &d, e, 53, -1074, 1024)?;
        Some(ldexp(&m, e))
    }

    /// The nearest float32; `None` if it overflows.
    pub fn to_f32(&self) -> Option<f32> {
        let (n, d, e) = self.parts()?;
        let (m, e) = round_to_format(&n, &d, e, 24, -149, 128)?;
        Some(ldexp(&m, e) as f32)
    }

    fn parts(&self) -> Option<(BigInt, BigInt, i64)> {
        match self {
            Value::Int(i) => Some((BigInt::from(*i), BigInt::one(), 0)),
            Value::Big(b) => Some(((**b).clone(), BigInt::one(), 0)),
            Value::Rat(r) => Some((r.numer().clone(), r.denom().clone(), 0)),
            Value::Float(f) => Some((f.mant.clone(), BigInt::one(), f.exp)),
            Value::Complex(c) if c.1.sign() == 0 => c.0.parts(),
            _ => None,
        }
    }

    fn as_bigfloat(&self) -> BigFloat {
        match self {
            Value::Float(f) => (**f).clone(),
            Value::Rat(r) => BigFloat::from_rat(r),
            v => BigFloat::new(v.big().unwrap_or_default(), 0),
        }
    }

    fn as_rat(&self) -> BigRational {
        match self {
            Value::Rat(r) => (**r).clone(),
            v => BigRational::from_integer(v.big().unwrap_or_default()),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Value::Int(_) | Value::Big(_) => 1,
            Value::Rat(_) => 2,
            Value::Float(_) => 3,
            Value::Complex(_) => 4,
            _ => 0,
        }
    }

    pub fn neg(&self) -> Value {
        match self {
            Value::Int(i) => match i.checked_neg() {
                Some(n) => Value::Int(n),
                None => Value::from_big(-BigInt::from(*i)),
            },
            Value::Big(b) => Value::from_big(-(**b).clone()),
            Value::Rat(r) => Value::Rat(Arc::new(-(**r).clone())),
            Value::Float(f) => Value::Float(Arc::new(f.neg())),
            Value::Complex(c) => Value::make_complex(c.0.neg(), c.1.neg()),
            _ => Value::Unknown,
        }
    }

    /// `^v`; for an unsigned type of `bits` bits the result is limited to them.
    pub fn not_bits(&self, unsigned_bits: Option<u32>) -> Value {
        let Some(b) = self.big() else { return Value::Unknown };
        let n: BigInt = -b - 1;
        match unsigned_bits {
            Some(bits) => Value::from_big(n.mod_floor(&(BigInt::one() << bits))),
            None => Value::from_big(n),
        }
    }

    /// Arithmetic, logic and concatenation. `int_div` selects truncated integer division for `Quo`.
    /// The divisor must not be zero.
    pub fn binary(&self, op: BinOp, o: &Value, int_div: bool) -> Value {
        match (self, o) {
            (Value::Bool(a), Value::Bool(b)) => match op {
                BinOp::LAnd => Value::Bool(*a && *b),
                BinOp::LOr => Value::Bool(*a || *b),
                _ => Value::Unknown,
            },
            (Value::Str(a), Value::Str(b)) if op == BinOp::Add => {
                let mut s = Vec::with_capacity(a.len() + b.len());
                s.extend_from_slice(a);
                s.extend_from_slice(b);
                Value::Str(Arc::from(s))
            }
            (a, b) if a.is_numeric() && b.is_numeric() => match a.rank().max(b.rank()) {
                1 => int_binary(a, op, b, int_div),
                2 => {
                    let (x, y) = (a.as_rat(), b.as_rat());
                    match op {
                        BinOp::Add => Value::from_rat(x + y),
                        BinOp::Sub => Value::from_rat(x - y),
                        BinOp::Mul => Value::from_rat(x * y),
                        BinOp::Quo if !y.is_zero() => Value::from_rat(x / y),
                        _ => Value::Unknown,
                    }
                }
                3 => {
                    let (x, y) = (a.as_bigfloat(), b.as_bigfloat());
                    match op {
                        BinOp::Add => Value::from_float(x.add(&y)),
                        BinOp::Sub => Value::from_float(x.add(&y.neg())),
                        BinOp::Mul => Value::from_float(x.mul(&y)),
                        BinOp::Quo if !y.mant.is_zero() => Value::from_float(quo_float(&x, &y)),
                        _ => Value::Unknown,
                    }
                }
                _ => complex_binary(a, op, b),
            },
            _ => Value::Unknown,
        }
    }

    pub fn shl(&self, n: u64) -> Value {
        match self.big() {
            Some(b) => Value::from_big(b << n),
            None => Value::Unknown,
        }
    }

    pub fn shr(&self, n: u64) -> Value {
        match self.big() {
            Some(b) => Value::from_big(b >> n),
            None => Value::Unknown,
        }
    }

    pub fn compare(&self, op: CmpOp, o: &Value) -> Value {
        let ord = match (self, o) {
            (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
            (Value::Str(a), Value::Str(b)) => a.cmp(b),
            (a, b) if a.is_numeric() && b.is_numeric() => match a.rank().max(b.rank()) {
                1 => match (a, b) {
                    (Value::Int(x), Value::Int(y)) => x.cmp(y),
                    _ => a.big().cmp(&b.big()),
                },
                2 => a.as_rat().cmp(&b.as_rat()),
                3 => a.as_bigfloat().cmp(&b.as_bigfloat()),
                _ => {
                    let same = a.real().compare(CmpOp::Eq, &b.real()).as_bool() == Some(true)
                        && a.imag().compare(CmpOp::Eq, &b.imag()).as_bool() == Some(true);
                    if same { Ordering::Equal } else { Ordering::Less }
                }
            },
            _ => return Value::Unknown,
        };
        Value::Bool(op.holds(ord))
    }

    /// Parses the text of an integer, floating-point or imaginary literal.
    pub fn from_literal(text: &str) -> Value {
        let t: String = text.chars().filter(|c| *c != '_').collect();
        if let Some(re) = t.strip_suffix('i') {
            // A decimal imaginary literal with leading zeros is decimal, not octal.
            let im = if !re.is_empty() && re.bytes().all(|c| c.is_ascii_digit()) {
                BigInt::parse_bytes(re.as_bytes(), 10).map_or(Value::Unknown, Value::from_big)
            } else {
                Value::from_literal(re)
            };
            if im.is_unknown() {
                return im;
            }
            return Value::make_complex(Value::Int(0), im);
        }
        let lower = t.to_ascii_lowercase();
        if let Some(h) = lower.strip_prefix("0x") {
            if h.contains('p') || h.contains('.') {
                return hex_float(h);
            }
            return BigInt::parse_bytes(h.as_bytes(), 16).map_or(Value::Unknown, Value::from_big);
        }
        if let Some(b) = lower.strip_prefix("0b") {
            return BigInt::parse_bytes(b.as_bytes(), 2).map_or(Value::Unknown, Value::from_big);
        }
        if let Some(o) = lower.strip_prefix("0o") {
            return BigInt::parse_bytes(o.as_bytes(), 8).map_or(Value::Unknown, Value::from_big);
        }
        if lower.contains('.') || lower.contains('e') {
            return dec_float(&lower);
        }
        if lower.len() > 1 && lower.starts_with('0') {
            return BigInt::parse_bytes(&lower.as_bytes()[1..], 8)
                .map_or(Value::Unknown, Value::from_big);
        }
        if let Ok(i) = lower.parse::<i64>() {
            return Value::Int(i);
        }
        BigInt::parse_bytes(lower.as_bytes(), 10).map_or(Value::Unknown, Value::from_big)
    }

    /// The short form used in messages.
    pub fn display(&self) -> String {
        match self {
            Value::Unknown => "unknown".into(),
            Value::Bool(b) => b.to_string(),
            Value::Str(s) => {
                let q = quote_go(s);
                if q.chars().count() > 72 {
                    let cut: String = q.chars().take(69).collect();
                    format!("{cut}...")
                } else {
                    q
                }
            }
            Value::Int(i) => i.to_string(),
            Value::Big(b) => b.to_string(),
            Value::Rat(_) | Value::Float(_) => self.display_float(),
            Value::Complex(c) => format!("({} + {}i)", c.0.display(), c.1.display()),
        }
    }

    fn display_float(&self) -> String {
        if let Some(i) = self.to_int()
            && i.bit_len() <= 60
        {
            // falls through to %g below, which prints small integers as such
        }
        if let Some(f) = self.to_f64()
            && (f != 0.0 || self.sign() == 0)
        {
            return format_g6(f);
        }
        // Outside float64: mantissa and decimal exponent by logarithm.
        let f = self.as_bigfloat();
        let bits = f.mant.bits() as i64;
        let lead = {
            let sh = (bits - 60).max(0);
            ((f.mant.abs() >> sh as u64).to_f64().unwrap_or(0.0), f.exp + sh)
        };
        let log10 = lead.0.log10() + lead.1 as f64 * std::f64::consts::LOG10_2;
        let e = log10.floor();
        let mut m = 10f64.powf(log10 - e);
        let mut e = e as i64;
        if format!("{m:.5}").starts_with("10") {
            m /= 10.0;
            e += 1;
        }
        let sign = if f.mant.is_negative() { "-" } else { "" };
        let mut digits = format!("{m:.5}");
        while digits.ends_with('0') {
            digits.pop();
        }
        let digits = digits.trim_end_matches('.');
        format!("{sign}{digits}e{}{:02}", if e < 0 { '-' } else { '+' }, e.abs())
    }
}

/// C's `%.6g`.
fn format_g6(f: f64) -> String {
    if f == 0.0 {
        return "0".into();
    }
    let s = format!("{f:.5e}");
    let (m, e) = s.split_once('e').unwrap_or((&s, "0"));
    let e: i32 = e.parse().unwrap_or(0);
    if !(-4..21).contains(&e) || (e >= 6) {
        let m = trim_zeros(m);
        return format!("{m}e{}{:02}", if e < 0 { '-' } else { '+' }, e.abs());
    }
    trim_zeros(&format!("{f:.*}", (5 - e).max(0) as usize)).to_string()
}

fn trim_zeros(s: &str) -> &str {
    if s.contains('.') { s.trim_end_matches('0').trim_end_matches('.') } else { s }
}

fn hex_float(h: &str) -> Value {
    let (m, e) = h.split_once('p').unwrap_or((h, "0"));
    let (int, frac) = m.split_once('.').unwrap_or((m, ""));
    let digits = format!("{int}{frac}");
    let Some(mant) = BigInt::parse_bytes(digits.as_bytes(), 16) else { return Value::Unknown };
    let Ok(e) = e.parse::<i64>() else { return Value::Unknown };
    scale(mant, 2, e.saturating_sub(4 * frac.len() as i64))
}

fn dec_float(t: &str) -> Value {
    let (m, e) = t.split_once('e').unwrap_or((t, "0"));
    let (int, frac) = m.split_once('.').unwrap_or((m, ""));
    let digits = format!("{int}{frac}");
    let Some(mant) = BigInt::parse_bytes(digits.as_bytes(), 10) else { return Value::Unknown };
    let Ok(e) = e.parse::<i64>() else { return Value::Unknown };
    scale(mant, 10, e.saturating_sub(frac.len() as i64))
}

fn scale(mant: BigInt, base: u32, e: i64) -> Value {
    if mant.is_zero() {
        return Value::Rat(Arc::new(BigRational::zero()));
    }
    if e.unsigned_abs() <= 5_000 {
        let p = num_traits::pow(BigInt::from(base), e.unsigned_abs() as usize);
        let r =
            if e >= 0 { BigRational::from_integer(mant * p) } else { BigRational::new(mant, p) };
        return Value::from_rat(r);
    }
    // The power of two alone must be an exponent, whatever the powers of five make of it.
    if !(MIN_EXP..=MAX_EXP).contains(&mant.bits().cast_signed().saturating_add(e)) {
        return Value::Unknown;
    }
    if base == 2 {
        return Value::from_float(BigFloat::new(mant, e));
    }
    // 10^e by squaring at float precision.
    let mut p = BigFloat::new(BigInt::one(), 0);
    let mut b = BigFloat::new(BigInt::from(10), 0);
    let mut n = e.unsigned_abs();
    while n > 0 {
        if n & 1 == 1 {
            p = p.mul(&b);
        }
        b = b.mul(&b);
        n >>= 1;
    }
    let m = BigFloat::new(mant, 0);
    Value::from_float(if e >= 0 { m.mul(&p) } else { quo_float(&m, &p) })
}

fn int_binary(a: &Value, op: BinOp, b: &Value, int_div: bool) -> Value {
    if let (Value::Int(x), Value::Int(y)) = (a, b) {
        let quick = match op {
            BinOp::Add => x.checked_add(*y),
            BinOp::Sub => x.checked_sub(*y),
            BinOp::Mul => x.checked_mul(*y),
            BinOp::Quo if int_div => x.checked_div(*y),
            BinOp::Rem => x.checked_rem(*y),
            BinOp::And => Some(x & y),
            BinOp::Or => Some(x | y),
            BinOp::Xor => Some(x ^ y),
            BinOp::AndNot => Some(x & !y),
            _ => None,
        };
        if let Some(v) = quick {
            return Value::Int(v);
        }
    }
    let (Some(x), Some(y)) = (a.big(), b.big()) else { return Value::Unknown };
    if matches!(op, BinOp::Quo | BinOp::Rem) && y.is_zero() {
        return Value::Unknown;
    }
    match op {
        BinOp::Add => Value::from_big(x + y),
        BinOp::Sub => Value::from_big(x - y),
        BinOp::Mul => Value::from_big(x * y),
        BinOp::Quo if int_div => Value::from_big(x / y),
        BinOp::Quo => Value::from_rat(BigRational::new(x, y)),
        BinOp::Rem => Value::from_big(x % y),
        BinOp::And => Value::from_big(x & y),
        BinOp::Or => Value::from_big(x | y),
        BinOp::Xor => Value::from_big(x ^ y),
        BinOp::AndNot => Value::from_big(x & !y),
        _ => Value::Unknown,
    }
}

fn complex_binary(a: &Value, op: BinOp, b: &Value) -> Value {
    let (ar, ai, br, bi) = (a.real(), a.imag(), b.real(), b.imag());
    let bin = |x: &Value, op, y: &Value| x.binary(op, y, false);
    match op {
        BinOp::Add | BinOp::Sub => Value::make_complex(bin(&ar, op, &br), bin(&ai, op, &bi)),
        BinOp::Mul => {
            let re = bin(&bin(&ar, BinOp::Mul, &br), BinOp::Sub, &bin(&ai, BinOp::Mul, &bi));
            let im = bin(&bin(&ai, BinOp::Mul, &br), BinOp::Add, &bin(&ar, BinOp::Mul, &bi));
            Value::make_complex(re, im)
        }
        BinOp::Quo => {
            let s = bin(&bin(&br, BinOp::Mul, &br), BinOp::Add, &bin(&bi, BinOp::Mul, &bi));
            let re = bin(&bin(&ar, BinOp::Mul, &br), BinOp::Add, &bin(&ai, BinOp::Mul, &bi));
            let im = bin(&bin(&ai, BinOp::Mul, &br), BinOp::Sub, &bin(&ar, BinOp::Mul, &bi));
            Value::make_complex(bin(&re, BinOp::Quo, &s), bin(&im, BinOp::Quo, &s))
        }
        _ => Value::Unknown,
    }
}

/// A Go interpreted string literal for `s`, as `strconv.Quote` documents it.
pub fn quote_go(s: &[u8]) -> String {
    let mut out = String::from("\"");
    for chunk in s.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\x07' => out.push_str("\\a"),
                '\x08' => out.push_str("\\b"),
                '\x0c' => out.push_str("\\f"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                '\x0b' => out.push_str("\\v"),
                c if (c as u32) < 0x20 || c == '\x7f' => {
                    out.push_str(&format!("\\x{:02x}", c as u32))
                }
                c if c.is_control() || c == '\u{feff}' || c == '\u{ad}' => {
                    out.push_str(&format!("\\u{:04x}", c as u32))
                }
                c => out.push(c),
            }
        }
        for b in chunk.invalid() {
            out.push_str(&format!("\\x{b:02x}"));
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
// Literals are what is tested, with all their digits.
#[allow(clippy::excessive_precision)]
mod tests {
    use super::*;

    #[test]
    fn literals_and_rounding() {
        for (text, want) in [
            ("0.1", 0.1),
            ("1e308", 1e308),
            ("0x1p-2", 0.25),
            ("5e-324", 5e-324),
            ("4.9406564584124654417656879286822137236505980e-324", 5e-324),
            ("1.7976931348623157e308", f64::MAX),
            ("123456789.123456789", 123456789.123456789),
            ("2.2250738585072011e-308", 2.2250738585072011e-308),
        ] {
            assert_eq!(Value::from_literal(text).to_f64(), Some(want), "{text}");
        }
        assert_eq!(Value::from_literal("1e309").to_f64(), None);
        assert_eq!(Value::from_literal("1e-6000").to_f64(), Some(0.0));
        assert_eq!(Value::from_literal("0777"), Value::Int(511));
        assert_eq!(Value::from_literal("3.4028236e38").to_f32(), None);
        assert_eq!(Value::from_literal("16777217.0").to_f32(), Some(16777216.0));
    }

    #[test]
    fn texts() {
        for (text, want) in [
            ("1.5", "1.5"),
            ("1e100", "1e+100"),
            ("1e1000", "1e+1000"),
            ("0.00001", "1e-05"),
            ("1e5", "100000"),
            ("3.0", "3"),
        ] {
            assert_eq!(Value::from_literal(text).display(), want);
        }
    }
}
