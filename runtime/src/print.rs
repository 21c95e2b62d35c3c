//! `print` and `println`: to standard error, in the forms Go's runtime uses; and small number work.

use crate::cx::{Cx, IntrinsicFn, Status};
use crate::desc::TypeDesc;

/// A float as `print` shows it since Go 1.26: as `%v` of package fmt.
pub fn float(x: f64) -> String {
    crate::std::strconv::format_float(x, b'g', -1, 64)
}

/// The same of a float32.
pub fn float32(x: f64) -> String {
    crate::std::strconv::format_float(x, b'g', -1, 32)
}

fn say(cx: &Cx, text: &[u8]) {
    // Nothing can be done about a closed standard error.
    let _ = cx.rt().write(cx.m, 2, text);
}

macro_rules! printer {
    ($name:ident, |$cx:ident, $w:ident| $text:expr) => {
        unsafe fn $name($cx: &mut Cx, $w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
            // SAFETY: the window has the argument that the intrinsic's table names.
            let text = unsafe { $text };
            say($cx, text.as_bytes());
            Status::Done
        }
    };
}

printer!(print_bool, |_cx, w| if *w != 0 { "true".to_string() } else { "false".to_string() });
printer!(print_int, |_cx, w| (*w as i64).to_string());
printer!(print_uint, |_cx, w| (*w).to_string());
unsafe fn print_float(cx: &mut Cx, w: *mut u64, bits: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a float, as a float64.
    let x = unsafe { f64::from_bits(*w) };
    let text = if bits == 32 { float32(x) } else { float(x) };
    say(cx, text.as_bytes());
    Status::Done
}

printer!(print_complex, |_cx, w| {
    let (re, im) = (f64::from_bits(*w), f64::from_bits(*w.add(1)));
    let im = float(im);
    format!("({}{}{}i)", float(re), if im.starts_with(['+', '-']) { "" } else { "+" }, im)
});
printer!(print_pointer, |cx, w| format!("{:#x}", cx.rt().guest_addr(*w)));
printer!(print_slice, |cx, w| format!(
    "[{}/{}]{:#x}",
    *w.add(1),
    *w.add(2),
    cx.rt().guest_addr(*w)
));
printer!(print_interface, |cx, w| format!("({:#x},{:#x})", *w, cx.rt().guest_addr(*w.add(1))));
unsafe fn print_space(cx: &mut Cx, _: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    say(cx, b" ");
    Status::Done
}

unsafe fn print_newline(cx: &mut Cx, _: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    say(cx, b"\n");
    Status::Done
}

unsafe fn print_string(cx: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a string.
    let s = unsafe { crate::string::bytes(*w, *w.add(1)) };
    say(cx, s);
    Status::Done
}

unsafe fn min_float(_: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: two floats.
    unsafe {
        let (a, b) = (f64::from_bits(*w), f64::from_bits(*w.add(1)));
        let r = if a.is_nan() || b.is_nan() {
            f64::NAN
        } else if a == 0.0 && b == 0.0 {
            if a.is_sign_negative() { a } else { b }
        } else {
            a.min(b)
        };
        *w = r.to_bits();
    }
    Status::Done
}

unsafe fn max_float(_: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: two floats.
    unsafe {
        let (a, b) = (f64::from_bits(*w), f64::from_bits(*w.add(1)));
        let r = if a.is_nan() || b.is_nan() {
            f64::NAN
        } else if a == 0.0 && b == 0.0 {
            if a.is_sign_negative() { b } else { a }
        } else {
            a.max(b)
        };
        *w = r.to_bits();
    }
    Status::Done
}

/// Complex division, scaled by the bigger part of the divisor (R. L. Smith, "Algorithm 116: Complex
/// division", CACM 1962), with the infinities of C99 Annex G.
pub fn complex_div(a: f64, b: f64, c: f64, d: f64) -> (f64, f64) {
    let (mut e, mut f);
    if c.abs() >= d.abs() {
        let ratio = d / c;
        let denom = c + ratio * d;
        e = (a + b * ratio) / denom;
        f = (b - a * ratio) / denom;
    } else {
        let ratio = c / d;
        let denom = d + ratio * c;
        e = (a * ratio + b) / denom;
        f = (b * ratio - a) / denom;
    }
    if e.is_nan() && f.is_nan() {
        let inf_to_one = |x: f64| (if x.is_infinite() { 1.0f64 } else { 0.0 }).copysign(x);
        if c == 0.0 && d == 0.0 && (!a.is_nan() || !b.is_nan()) {
            e = f64::INFINITY.copysign(c) * a;
            f = f64::INFINITY.copysign(c) * b;
        } else if (a.is_infinite() || b.is_infinite()) && c.is_finite() && d.is_finite() {
            let (a, b) = (inf_to_one(a), inf_to_one(b));
            e = f64::INFINITY * (a * c + b * d);
            f = f64::INFINITY * (b * c - a * d);
        } else if (c.is_infinite() || d.is_infinite()) && a.is_finite() && b.is_finite() {
            let (c, d) = (inf_to_one(c), inf_to_one(d));
            e = 0.0 * (a * c + b * d);
            f = 0.0 * (b * c - a * d);
        }
    }
    (e, f)
}

unsafe fn complex_div_op(_: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: four floats.
    unsafe {
        let x = |i: usize| f64::from_bits(*w.add(i));
        let (re, im) = complex_div(x(0), x(1), x(2), x(3));
        *w = re.to_bits();
        *w.add(1) = im.to_bits();
    }
    Status::Done
}

pub fn intrinsic(name: &str) -> Option<IntrinsicFn> {
    Some(match name {
        "PrintBool" => print_bool,
        "PrintInt" => print_int,
        "PrintUint" => print_uint,
        "PrintFloat" => print_float,
        "PrintComplex" => print_complex,
        "PrintString" => print_string,
        "PrintPointer" => print_pointer,
        "PrintSlice" => print_slice,
        "PrintInterface" => print_interface,
        "PrintSpace" => print_space,
        "PrintNewline" => print_newline,
        "MinFloat" => min_float,
        "MaxFloat" => max_float,
        "ComplexDiv" => complex_div_op,
        _ => return None,
    })
}
