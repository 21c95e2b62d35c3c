//! `strconv`: floating-point numbers to text and back.
//!
//! The digits come from Rust's own conversions, which are correctly rounded both ways; here they are
//! laid out as Go does. Arguments are checked by the Go side.

use crate::cx::{Cx, Status};
use crate::native::{NativeDecl, leaf};

/// No finite number has more digits after the decimal point, or more significant ones.
const EXACT: usize = 1080;

/// The text of `f` as `strconv.FormatFloat` gives it. `bits` is 32 or 64; a negative precision asks
/// for the fewest digits that are read back as the same number.
pub fn format_float(f: f64, verb: u8, precision: i64, bits: u32) -> String {
    let f = if bits == 32 { f64::from(f as f32) } else { f };
    if f.is_nan() {
        return "NaN".into();
    }
    if f.is_infinite() {
        return if f > 0.0 { "+Inf" } else { "-Inf" }.into();
    }
    let mut out = String::new();
    if f.is_sign_negative() {
        out.push('-');
    }
    let f = f.abs();
    let fixed = usize::try_from(precision).ok();
    match verb {
        b'b' => binary(&mut out, f, bits),
        b'x' | b'X' => hexadecimal(&mut out, f, bits, verb, fixed),
        b'e' | b'E' => {
            let (digits, exponent) = decimal(f, bits, fixed.map(|p| p.saturating_add(1)));
            let after = fixed.unwrap_or(digits.len() - 1);
            scientific(&mut out, &digits, exponent, verb, after);
        }
        b'f' => match fixed {
            Some(p) if fixed_point(&mut out, f, p) => {}
            Some(p) => {
                out.push_str(&format!("{f:.*}", p.min(EXACT)));
                zeros(&mut out, p.saturating_sub(EXACT));
            }
            None => {
                let (digits, exponent) = decimal(f, bits, None);
                let after = (digits.len() as i64 - 1 - exponent).max(0) as usize;
                positional(&mut out, &digits, exponent, after);
            }
        },
        b'g' | b'G' => {
            let wanted = fixed.map(|p| p.max(1));
            let (mut digits, exponent) = decimal(f, bits, wanted);
            while digits.len() > 1 && digits.ends_with(b"0") {
                digits.pop();
            }
            let limit = wanted.map_or(6, |p| i64::try_from(p).unwrap_or(i64::MAX));
            if exponent < -4 || exponent >= limit {
                let after = digits.len() - 1;
                scientific(&mut out, &digits, exponent, verb - 2, after);
            } else {
                let after = (digits.len() as i64 - 1 - exponent).max(0) as usize;
                positional(&mut out, &digits, exponent, after);
            }
        }
        _ => return format!("%{}", char::from(verb)),
    }
    out
}

/// ddd.ddd of a finite number that is not negative with `after` digits after the point, by exact integer
/// arithmetic, half to even. False when the numbers would be too big for that.
fn fixed_point(out: &mut String, f: f64, after: usize) -> bool {
    if after > 15 || f >= 9.0e15 {
        return false;
    }
    let bits = f.to_bits();
    let (field, fraction) = (bits >> 52, bits & ((1 << 52) - 1));
    // f = m / 2^shift
    let (m, shift) = match field {
        0 => (fraction, 1074),
        _ => (fraction | 1 << 52, 1075 - field),
    };
    // m has 53 bits, 10^15 has 50.
    let scaled = u128::from(m) * 10u128.pow(after as u32);
    let rounded = match shift {
        0 => scaled,
        1..=120 => {
            let (whole, rest, half) =
                (scaled >> shift, scaled & ((1 << shift) - 1), 1u128 << (shift - 1));
            whole + u128::from(rest > half || rest == half && whole & 1 == 1)
        }
        // Less than half of the last digit.
        _ => 0,
    };
    let Ok(mut rounded) = u64::try_from(rounded) else { return false };
    let mut text = [0u8; 24];
    let mut at = text.len();
    for i in 0.. {
        if i > after && rounded == 0 {
            break;
        }
        if i == after && after > 0 {
            at -= 1;
            text[at] = b'.';
        }
        at -= 1;
        text[at] = b'0' + (rounded % 10) as u8;
        rounded /= 10;
    }
    out.push_str(std::str::from_utf8(&text[at..]).unwrap_or_default());
    true
}

fn zeros(out: &mut String, n: usize) {
    out.extend(std::iter::repeat_n('0', n));
}

/// The significant decimal digits, `count` of them or as few as possible, and the exponent of the
/// first. Digits after the [`EXACT`] first ones, all zeros, are left out.
fn decimal(f: f64, bits: u32, count: Option<usize>) -> (Vec<u8>, i64) {
    let text = match count {
        Some(n) => format!("{f:.*e}", (n - 1).min(EXACT)),
        None if bits == 32 => format!("{:e}", f as f32),
        None => format!("{f:e}"),
    };
    let (digits, exponent) = split(&text);
    // Two shortest texts may be equally near; Rust takes the greater one, Go the even one. There are
    // such ties only among numbers of moderate size that use the whole precision.
    let whole = if bits == 32 { 7 } else { 16 };
    let odd = digits[digits.len() - 1] & 1 == 1;
    if count.is_none() && odd && digits.len() >= whole && 1e-6 < f && f < 1e40 {
        let text = format!("{f:.*e}", digits.len() - 1);
        let same = if bits == 32 { text.parse() == Ok(f as f32) } else { text.parse() == Ok(f) };
        if same {
            return split(&text);
        }
    }
    (digits, exponent)
}

fn split(text: &str) -> (Vec<u8>, i64) {
    let (digits, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let digits = digits.bytes().filter(|&c| c != b'.').collect();
    (digits, exponent.parse().unwrap_or(0))
}

/// d.ddde±dd with `after` digits after the point.
fn scientific(out: &mut String, digits: &[u8], exponent: i64, letter: u8, after: usize) {
    out.push(char::from(digits[0]));
    if after > 0 {
        out.push('.');
        out.extend(digits[1..].iter().map(|&c| char::from(c)));
        zeros(out, after.saturating_sub(digits.len() - 1));
    }
    power(out, letter, exponent);
}

fn power(out: &mut String, letter: u8, exponent: i64) {
    out.push(char::from(letter));
    out.push(if exponent < 0 { '-' } else { '+' });
    out.push_str(&format!("{:02}", exponent.abs()));
}

/// ddd.ddd with `after` digits after the point.
fn positional(out: &mut String, digits: &[u8], exponent: i64, after: usize) {
    let digit = |place: i64| {
        // place 0 is that of the units, 1 that of the tens.
        let i = exponent - place;
        usize::try_from(i).ok().and_then(|i| digits.get(i)).map_or('0', |&c| char::from(c))
    };
    out.extend((0..=exponent.max(0)).rev().map(digit));
    if after > 0 {
        out.push('.');
        out.extend((1..=after as i64).map(|place| digit(-place)));
    }
}

/// What a format is made of: significand bits after the point, the exponent of the smallest normal
/// number.
fn layout(bits: u32) -> (u32, i64) {
    if bits == 32 { (23, -126) } else { (52, -1022) }
}

/// `significand × 2^exponent` in the format: the significand has the hidden bit, the exponent belongs
/// to its lowest bit.
fn take_apart(f: f64, bits: u32) -> (u64, i64) {
    let (width, min) = layout(bits);
    let image = if bits == 32 { u64::from((f as f32).to_bits()) } else { f.to_bits() };
    let fraction = image & ((1 << width) - 1);
    let biased = (image >> width) as i64;
    if biased == 0 {
        (fraction, min - i64::from(width))
    } else {
        (fraction | 1 << width, biased - 1 + min - i64::from(width))
    }
}

fn binary(out: &mut String, f: f64, bits: u32) {
    let (significand, exponent) = take_apart(f, bits);
    out.push_str(&format!("{significand}p{exponent:+}"));
}

/// 0x1.hhhp±dd; the point is left out when no digit follows.
fn hexadecimal(out: &mut String, f: f64, bits: u32, verb: u8, fixed: Option<usize>) {
    let (mut significand, mut exponent) = take_apart(f, bits);
    if significand == 0 {
        exponent = 0;
    } else {
        // The leading 1 goes to bit 60: fifteen digits after the point.
        let shift = significand.leading_zeros() - 3;
        significand <<= shift;
        exponent += 60 - i64::from(shift);
    }
    if let Some(p) = fixed.filter(|&p| p < 15) {
        let drop = 60 - 4 * p as u32;
        significand = round_even(u128::from(significand), drop, false) << drop;
        if significand >> 61 != 0 {
            significand >>= 1;
            exponent += 1;
        }
    }
    let mut digits = format!("{:015x}", significand & ((1 << 60) - 1));
    match fixed {
        Some(p) => {
            digits.truncate(p);
            let missing = p.saturating_sub(digits.len());
            zeros(&mut digits, missing);
        }
        None => digits.truncate(digits.trim_end_matches('0').len()),
    }
    let start = out.len();
    out.push_str(if significand == 0 { "0x0" } else { "0x1" });
    if !digits.is_empty() {
        out.push('.');
        out.push_str(&digits);
    }
    power(out, b'p', exponent);
    if verb == b'X' {
        out[start..].make_ascii_uppercase();
    }
}

/// `x / 2^shift`, to nearest, ties to even. `more` says that x has bits below its lowest.
fn round_even(x: u128, shift: u32, more: bool) -> u64 {
    if shift == 0 {
        return x as u64;
    }
    if shift > 127 {
        return 0;
    }
    let low = x & ((1 << shift) - 1);
    let half = 1u128 << (shift - 1);
    let kept = x >> shift;
    let up = low > half || low == half && (more || kept & 1 == 1);
    (kept + u128::from(up)) as u64
}

/// The number that `s` stands for and whether it is too great for the format, in which case it is an
/// infinity. `s` is a decimal or hexadecimal literal with an optional sign and without underscores.
pub fn parse_float_bits(s: &str, bits: u32) -> (f64, bool) {
    let (negative, digits) = match s.as_bytes() {
        [b'-', ..] => (true, &s[1..]),
        [b'+', ..] => (false, &s[1..]),
        _ => (false, s),
    };
    let value = match digits.as_bytes() {
        [b'0', b'x' | b'X', rest @ ..] => parse_hexadecimal(rest, bits),
        _ if bits == 32 => digits.parse::<f32>().map_or(f64::NAN, f64::from),
        _ => digits.parse::<f64>().unwrap_or(f64::NAN),
    };
    (if negative { -value } else { value }, value.is_infinite())
}

fn parse_hexadecimal(s: &[u8], bits: u32) -> f64 {
    let (mut x, mut more, mut exponent) = (0u128, false, 0i64);
    let mut fraction = false;
    let mut rest = s.iter();
    for &c in rest.by_ref() {
        let Some(digit) = char::from(c).to_digit(16) else {
            if c != b'.' {
                break;
            }
            fraction = true;
            continue;
        };
        if x >> 120 == 0 {
            x = x << 4 | u128::from(digit);
            exponent -= if fraction { 4 } else { 0 };
        } else {
            more |= digit != 0;
            exponent += if fraction { 0 } else { 4 };
        }
    }
    let (mut power, mut negative) = (0i64, false);
    for &c in rest {
        match c {
            b'-' => negative = true,
            b'0'..=b'9' => power = (power * 10 + i64::from(c - b'0')).min(1 << 40),
            _ => {}
        }
    }
    exponent += if negative { -power } else { power };
    if x == 0 {
        return 0.0;
    }
    let (width, min) = layout(bits);
    // All of x below bit 127; the value's lowest bit is that of a number of its size.
    let top = exponent + i64::from(127 - x.leading_zeros());
    let lowest = (top - i64::from(width)).max(min - i64::from(width));
    let (mut significand, mut lowest) = if lowest >= exponent {
        let shift = u32::try_from(lowest - exponent).unwrap_or(u32::MAX);
        (round_even(x, shift, more), lowest)
    } else {
        ((x << (exponent - lowest)) as u64, lowest)
    };
    if significand >> (width + 1) != 0 {
        significand >>= 1;
        lowest += 1;
    }
    let biased = lowest + i64::from(width) - min + 1;
    let most = if bits == 32 { 0xff } else { 0x7ff };
    if biased >= most {
        return f64::INFINITY;
    }
    // A number without the hidden bit is subnormal, with exponent field 0.
    let field = if significand >> width == 0 { 0 } else { biased as u64 };
    let image = field << width | significand & ((1 << width) - 1);
    if bits == 32 { f64::from(f32::from_bits(image as u32)) } else { f64::from_bits(image) }
}

/// The digits of `u` in a base from 2 to 36, with a minus or not, at the end of `buffer`.
fn digits(buffer: &mut [u8; 65], mut u: u64, base: u64, negative: bool) -> &[u8] {
    let mut at = buffer.len();
    loop {
        at -= 1;
        // Division by a constant is much faster.
        let digit = match base {
            10 => {
                let d = u % 10;
                u /= 10;
                d
            }
            16 => {
                let d = u % 16;
                u /= 16;
                d
            }
            _ => {
                let d = u % base;
                u /= base;
                d
            }
        } as u8;
        buffer[at] = digit + if digit < 10 { b'0' } else { b'a' - 10 };
        if u == 0 {
            break;
        }
    }
    if negative {
        at -= 1;
        buffer[at] = b'-';
    }
    &buffer[at..]
}

unsafe fn native_format_uint(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a number, a base from 2 to 36, a bool; room for a string.
    unsafe {
        let mut buffer = [0; 65];
        let text = digits(&mut buffer, *w, *w.add(1), *w.add(2) != 0);
        crate::string::put(cx, w, text);
    }
    Status::Done
}

unsafe fn native_append_uint(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a slice of bytes, a number, a base from 2 to 36, a bool.
    unsafe {
        let mut buffer = [0; 65];
        let text = digits(&mut buffer, *w.add(3), *w.add(4), *w.add(5) != 0);
        let Some((p, len, cap)) = crate::slice::append_bytes(cx, *w, *w.add(1), *w.add(2), text)
        else {
            return cx.runtime_error("growslice: len out of range");
        };
        *w = p;
        *w.add(1) = len;
        *w.add(2) = cap;
    }
    Status::Done
}

/// The number that digits alone stand for, when it is at most `most`.
fn plain_number(text: &[u8], base: u64, most: u64) -> Option<u64> {
    if text.is_empty() {
        return None;
    }
    let mut n = 0u64;
    for &c in text {
        let digit = match c {
            b'0'..=b'9' => c - b'0',
            b'a'..=b'z' => c - b'a' + 10,
            b'A'..=b'Z' => c - b'A' + 10,
            _ => return None,
        };
        if u64::from(digit) >= base {
            return None;
        }
        n = n.checked_mul(base)?.checked_add(u64::from(digit))?;
    }
    (n <= most).then_some(n)
}

unsafe fn native_plain_number(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a string, a base, a limit; room for a number and a bool.
    unsafe {
        let text = crate::string::bytes(*w, *w.add(1));
        let n = plain_number(text, *w.add(2), *w.add(3));
        *w = n.unwrap_or(0);
        *w.add(1) = u64::from(n.is_some());
    }
    Status::Done
}

unsafe fn native_format_float(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: float, verb, precision, bits; room for a string.
    unsafe {
        let text =
            format_float(f64::from_bits(*w), *w.add(1) as u8, *w.add(2) as i64, *w.add(3) as u32);
        crate::string::put(cx, w, text.as_bytes());
    }
    Status::Done
}

unsafe fn native_parse_float_bits(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a string and bits; two results.
    unsafe {
        // The Go side has checked the syntax: all is ASCII.
        let text = std::str::from_utf8(crate::string::bytes(*w, *w.add(1))).unwrap_or("");
        let (value, too_great) = parse_float_bits(text, *w.add(2) as u32);
        *w = value.to_bits();
        *w.add(1) = u64::from(too_great);
    }
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf(
                "strconv.formatUint",
                "func(u uint64, base int, negative bool) string",
                native_format_uint,
            ),
            leaf(
                "strconv.appendUint",
                "func(dst []byte, u uint64, base int, negative bool) []byte",
                native_append_uint,
            ),
            leaf(
                "strconv.plainNumber",
                "func(s string, base int, most uint64) (n uint64, ok bool)",
                native_plain_number,
            ),
            leaf(
                "strconv.formatFloat",
                "func(f float64, verb byte, precision int, bits int) string",
                native_format_float,
            ),
            leaf(
                "strconv.parseFloatBits",
                "func(s string, bits int) (value float64, rangeError bool)",
                native_parse_float_bits,
            ),
        ]
    }
}

#[cfg(test)]
mod fixed_point_tests {
    use super::fixed_point;

    #[test]
    fn agrees_with_the_exact_conversion() {
        let mut x = 1u64;
        let mut cases =
            vec![0.0, 0.5, 1.5, 2.5, 0.125, 0.375, 1e-5, 5e-324, 0.045, 8.999e15, 9.0e15];
        for i in 0..200_000u64 {
            x = x.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            cases.push(match i % 4 {
                0 => f64::from_bits(x >> 1),
                1 => (x >> 40) as f64 / 1024.0,
                2 => (x >> 32) as f64 / 1000.0,
                _ => (x >> 11) as f64 / 9.007_199_254_740_992e15,
            });
        }
        for (i, f) in cases.into_iter().enumerate().filter(|(_, f)| f.is_finite()) {
            let after = i % 17;
            let mut text = String::new();
            if fixed_point(&mut text, f, after) {
                assert_eq!(text, format!("{f:.after$}"), "{f:e} with {after} digits");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats() {
        for (f, verb, precision, bits, text) in [
            (0.0, b'g', -1, 64, "0"),
            (-0.0, b'f', 2, 64, "-0.00"),
            (1e21, b'g', -1, 64, "1e+21"),
            (123456789.0, b'g', -1, 64, "1.23456789e+08"),
            (100000.0, b'g', -1, 64, "100000"),
            (0.1f32 as f64, b'g', -1, 32, "0.1"),
            (0.1f32 as f64, b'g', -1, 64, "0.10000000149011612"),
            (2.5, b'f', 0, 64, "2"),
            (1.25, b'e', 1, 64, "1.2e+00"),
            (1793974.0 + 0.0625 * 20.0, b'e', -1, 32, "1.7939752e+06"),
            (0.000123, b'G', -1, 64, "0.000123"),
            (0.0000123, b'G', -1, 64, "1.23E-05"),
            (1.0, b'b', -1, 64, "4503599627370496p-52"),
            (1.0, b'x', -1, 64, "0x1p+00"),
            (0.0, b'x', 3, 64, "0x0.000p+00"),
            (1.9999999, b'x', 2, 64, "0x1.00p+01"),
            (5e-324, b'X', -1, 64, "0X1P-1074"),
            (f64::NAN, b'e', 3, 64, "NaN"),
            (f64::NEG_INFINITY, b'e', 3, 64, "-Inf"),
            (1.0, b'q', 3, 64, "%q"),
        ] {
            assert_eq!(format_float(f, verb, precision, bits), text);
        }
        assert_eq!(format_float(1.0, b'f', 70_000, 64).len(), 70_002);
    }

    #[test]
    fn parses() {
        for (s, bits, value, range) in [
            ("1", 64, 1.0, false),
            ("-.5e1", 64, -5.0, false),
            ("5.", 64, 5.0, false),
            ("1e400", 64, f64::INFINITY, true),
            ("-1e39", 32, f64::NEG_INFINITY, true),
            ("0.1", 32, 0.1f32 as f64, false),
            ("0x1p-1074", 64, 5e-324, false),
            ("0x.8p-1074", 64, 0.0, false),
            ("0x.80000000000000000000000000000001p-1074", 64, 5e-324, false),
            ("0x1.fffffffffffff8p1023", 64, f64::INFINITY, true),
            ("0X1.FFFFFFFFFFFFF7P+1023", 64, f64::MAX, false),
            ("0x1.fffffep127", 32, f32::MAX as f64, false),
            ("0x1.ffffffp127", 32, f64::INFINITY, true),
            ("0x1p99999999999999999999", 64, f64::INFINITY, true),
            ("0x0.fffffffffffff8p-1022", 64, f64::MIN_POSITIVE, false),
        ] {
            assert_eq!(parse_float_bits(s, bits), (value, range), "{s}");
        }
    }
}
