//! Natives of package strconv: floats to text and back.

use crate::cx::{Cx, Status};
use crate::native::{NativeDecl, leaf};

/// Digits and decimal exponent of `{:e}`.
fn split(e: &str) -> (String, i32) {
    let (m, x) = e.split_once('e').unwrap_or((e, "0"));
    (m.replace('.', ""), x.parse().unwrap_or(0))
}

/// As strconv.FormatFloat.
pub fn format_float(f: f64, verb: u8, precision: i64, bits: u32) -> String {
    if f.is_nan() {
        return "NaN".into();
    }
    if f.is_infinite() {
        return if f > 0.0 { "+Inf".into() } else { "-Inf".into() };
    }
    let sign = if f.is_sign_negative() { "-" } else { "" };
    let a = f.abs();
    let shortest = || if bits == 32 { format!("{:e}", a as f32) } else { format!("{a:e}") };
    let exponent = |m: &str, x: i32, e: char| {
        let mut out = m[..1].to_string();
        if m.len() > 1 {
            out.push('.');
            out.push_str(&m[1..]);
        }
        format!("{sign}{out}{e}{}{:02}", if x < 0 { '-' } else { '+' }, x.abs())
    };
    let plain = |m: &str, x: i32, decimals: Option<usize>| {
        let (mut whole, mut fraction) = if x < 0 {
            ("0".to_string(), "0".repeat((-x - 1) as usize) + m)
        } else if (x as usize + 1) >= m.len() {
            (m.to_string() + &"0".repeat(x as usize + 1 - m.len()), String::new())
        } else {
            (m[..x as usize + 1].to_string(), m[x as usize + 1..].to_string())
        };
        if let Some(n) = decimals {
            while fraction.len() < n {
                fraction.push('0');
            }
            fraction.truncate(n);
        }
        if !fraction.is_empty() {
            whole.push('.');
            whole.push_str(&fraction);
        }
        format!("{sign}{whole}")
    };
    match verb {
        b'e' | b'E' => {
            let text =
                if precision < 0 { shortest() } else { format!("{a:.*e}", precision as usize) };
            let (m, x) = split(&text);
            exponent(&m, x, verb as char)
        }
        b'f' => {
            if precision < 0 {
                let (m, x) = split(&shortest());
                plain(&m, x, None)
            } else {
                format!("{sign}{a:.*}", precision as usize)
            }
        }
        b'g' | b'G' => {
            let text = match precision {
                p if p < 0 => shortest(),
                0 => format!("{a:.0e}"),
                p => format!("{a:.*e}", p as usize - 1),
            };
            let (m, x) = split(&text);
            let m = m.trim_end_matches('0');
            let m = if m.is_empty() { "0" } else { m };
            // The precision that decides about the exponent: what was asked for, the digits there
            // are when the number is whole with all of them, 6 for the shortest form.
            let digits = m.len() as i32;
            let mut limit = precision.max(1) as i32;
            if limit > digits && digits > x {
                limit = digits;
            }
            if precision < 0 {
                limit = 6;
            }
            if x < -4 || x >= limit {
                exponent(m, x, if verb == b'g' { 'e' } else { 'E' })
            } else {
                plain(m, x, None)
            }
        }
        b'b' => {
            let b = a.to_bits();
            let (m, e) = (b & ((1 << 52) - 1), (b >> 52) as i64);
            let (m, e) = if e == 0 { (m, -1074) } else { (m | 1 << 52, e - 1075) };
            format!("{sign}{m}p{e:+}")
        }
        _ => format!("%{}", verb as char),
    }
}

unsafe fn native_format(cx: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: float, verb, precision, bits; room for a string.
    unsafe {
        let s =
            format_float(f64::from_bits(*w), *w.add(1) as u8, *w.add(2) as i64, *w.add(3) as u32);
        crate::string::put(cx, w, s.as_bytes());
    }
    Status::Done
}

unsafe fn native_parse(_: &mut Cx, w: *mut u64) -> Status {
    // SAFETY: a string and bits; two results.
    unsafe {
        let text = String::from_utf8_lossy(crate::string::bytes(*w, *w.add(1))).into_owned();
        let bits = *w.add(2);
        let body = text.trim_start_matches(['+', '-']).to_ascii_lowercase();
        let special = matches!(body.as_str(), "inf" | "infinity" | "nan");
        let ok = special || body.starts_with(|c: char| c.is_ascii_digit() || c == '.');
        let value = if ok { text.parse::<f64>().ok() } else { None };
        let (x, status) = match value {
            None => (0.0, 1),
            Some(x) if bits == 32 => {
                let y = text.parse::<f32>().unwrap_or(x as f32);
                (y as f64, if y.is_infinite() && !special { 2 } else { 0 })
            }
            Some(x) => (x, if x.is_infinite() && !special { 2 } else { 0 }),
        };
        *w = f64::to_bits(x);
        *w.add(1) = status;
    }
    Status::Done
}

pub fn list() -> &'static [NativeDecl] {
    const {
        &[
            leaf(
                "strconv.formatFloat",
                "func(f float64, verb byte, precision int, bits int) string",
                native_format,
            ),
            leaf("strconv.parseFloat", "func(s string, bits int) (float64, int)", native_parse),
        ]
    }
}
