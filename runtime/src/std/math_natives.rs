//! Natives of package math: windows of slots around the functions of `math`, `special`, `bessel`.

use super::bessel::{j0, j1, jn, y0, y1, yn};
use super::math::*;
use super::special::{erf, erfc, erfcinv, erfinv, gamma, lgamma};

/// Natives of one and two floats.
macro_rules! float_natives {
    ($($native:ident $call:path [$($arg:literal)*];)*) => {
        $(
            unsafe fn $native(_: &mut crate::cx::Cx, w: *mut u64) -> crate::cx::Status {
                // SAFETY: the window has the arguments the signature names.
                unsafe { *w = $call($(f64::from_bits(*w.add($arg))),*).to_bits() };
                crate::cx::Status::Done
            }
        )*
    };
}
float_natives! {
    native_acos acos [0];
    native_acosh acosh [0];
    native_asin asin [0];
    native_asinh asinh [0];
    native_atan atan [0];
    native_atanh atanh [0];
    native_cbrt cbrt [0];
    native_cos cos [0];
    native_cosh cosh [0];
    native_exp exp [0];
    native_exp2 exp2 [0];
    native_expm1 expm1 [0];
    native_log log [0];
    native_log10 log10 [0];
    native_log1p log1p [0];
    native_log2 log2 [0];
    native_sin sin [0];
    native_sinh sinh [0];
    native_tan tan [0];
    native_tanh tanh [0];
    native_ceil f64::ceil [0];
    native_floor f64::floor [0];
    native_sqrt f64::sqrt [0];
    native_trunc f64::trunc [0];
    native_roundtoeven f64::round_ties_even [0];
    native_atan2 atan2 [0 1];
    native_hypot hypot [0 1];
    native_mod modulo [0 1];
    native_pow pow [0 1];
    native_remainder remainder [0 1];
    native_fma f64::mul_add [0 1 2];
    native_erf erf [0];
    native_erfc erfc [0];
    native_erfinv erfinv [0];
    native_erfcinv erfcinv [0];
    native_gamma gamma [0];
    native_j0 j0 [0];
    native_j1 j1 [0];
    native_y0 y0 [0];
    native_y1 y1 [0];
}

unsafe fn native_jn(_: &mut crate::cx::Cx, w: *mut u64) -> crate::cx::Status {
    // SAFETY: an int and a float64.
    unsafe { *w = jn(*w as i64, f64::from_bits(*w.add(1))).to_bits() };
    crate::cx::Status::Done
}

unsafe fn native_yn(_: &mut crate::cx::Cx, w: *mut u64) -> crate::cx::Status {
    // SAFETY: an int and a float64.
    unsafe { *w = yn(*w as i64, f64::from_bits(*w.add(1))).to_bits() };
    crate::cx::Status::Done
}

unsafe fn native_lgamma(_: &mut crate::cx::Cx, w: *mut u64) -> crate::cx::Status {
    // SAFETY: a float64; room for two results.
    unsafe {
        let (sum, sign) = lgamma(f64::from_bits(*w));
        *w = sum.to_bits();
        *w.add(1) = sign as u64;
    }
    crate::cx::Status::Done
}

unsafe fn native_pow10(_: &mut crate::cx::Cx, w: *mut u64) -> crate::cx::Status {
    // SAFETY: an int.
    unsafe {
        let n = *w as i64;
        let step = |tens: u64| format!("1e{tens}").parse::<f64>().unwrap_or(0.0);
        // Two exact or nearly exact powers, one rounding: 1e155 comes out one unit high, as in Go.
        let x = match n {
            0..=308 => step(n as u64 / 32 * 32) * step(n as u64 % 32),
            -323..0 => {
                format!("1e-{}", -n / 32 * 32).parse::<f64>().unwrap_or(0.0) / step(-n as u64 % 32)
            }
            309.. => f64::INFINITY,
            _ => 0.0,
        };
        *w = x.to_bits();
    }
    crate::cx::Status::Done
}

unsafe fn native_frexp(_: &mut crate::cx::Cx, w: *mut u64) -> crate::cx::Status {
    // SAFETY: a float; room for two results.
    unsafe {
        let (f, e) = frexp(f64::from_bits(*w));
        *w = f.to_bits();
        *w.add(1) = e as u64;
    }
    crate::cx::Status::Done
}

unsafe fn native_ldexp(_: &mut crate::cx::Cx, w: *mut u64) -> crate::cx::Status {
    // SAFETY: a float and an int.
    unsafe { *w = ldexp(f64::from_bits(*w), *w.add(1) as i64).to_bits() };
    crate::cx::Status::Done
}

/// The generator behind math/rand's and the maps' random numbers.
pub(super) unsafe fn native_random_bits(cx: &mut crate::cx::Cx, w: *mut u64) -> crate::cx::Status {
    // SAFETY: one result.
    unsafe { *w = cx.rt().next_random(cx.g) };
    crate::cx::Status::Done
}

pub fn list() -> &'static [crate::native::NativeDecl] {
    use crate::native::leaf;
    const {
        &[
            leaf("math.Erf", "func(x float64) float64", native_erf),
            leaf("math.Erfc", "func(x float64) float64", native_erfc),
            leaf("math.Erfinv", "func(x float64) float64", native_erfinv),
            leaf("math.Erfcinv", "func(x float64) float64", native_erfcinv),
            leaf("math.Gamma", "func(x float64) float64", native_gamma),
            leaf("math.J0", "func(x float64) float64", native_j0),
            leaf("math.J1", "func(x float64) float64", native_j1),
            leaf("math.Y0", "func(x float64) float64", native_y0),
            leaf("math.Y1", "func(x float64) float64", native_y1),
            leaf("math.Jn", "func(n int, x float64) float64", native_jn),
            leaf("math.Yn", "func(n int, x float64) float64", native_yn),
            leaf("math.Lgamma", "func(x float64) (lgamma float64, sign int)", native_lgamma),
            leaf("math.Acos", "func(x float64) float64", native_acos),
            leaf("math.Acosh", "func(x float64) float64", native_acosh),
            leaf("math.Asin", "func(x float64) float64", native_asin),
            leaf("math.Asinh", "func(x float64) float64", native_asinh),
            leaf("math.Atan", "func(x float64) float64", native_atan),
            leaf("math.Atanh", "func(x float64) float64", native_atanh),
            leaf("math.Cbrt", "func(x float64) float64", native_cbrt),
            leaf("math.Cos", "func(x float64) float64", native_cos),
            leaf("math.Cosh", "func(x float64) float64", native_cosh),
            leaf("math.Exp", "func(x float64) float64", native_exp),
            leaf("math.Exp2", "func(x float64) float64", native_exp2),
            leaf("math.Expm1", "func(x float64) float64", native_expm1),
            leaf("math.Log", "func(x float64) float64", native_log),
            leaf("math.Log10", "func(x float64) float64", native_log10),
            leaf("math.Log1p", "func(x float64) float64", native_log1p),
            leaf("math.Log2", "func(x float64) float64", native_log2),
            leaf("math.Sin", "func(x float64) float64", native_sin),
            leaf("math.Sinh", "func(x float64) float64", native_sinh),
            leaf("math.Tan", "func(x float64) float64", native_tan),
            leaf("math.Tanh", "func(x float64) float64", native_tanh),
            leaf("math.Ceil", "func(x float64) float64", native_ceil),
            leaf("math.Floor", "func(x float64) float64", native_floor),
            leaf("math.Sqrt", "func(x float64) float64", native_sqrt),
            leaf("math.Trunc", "func(x float64) float64", native_trunc),
            leaf("math.RoundToEven", "func(x float64) float64", native_roundtoeven),
            leaf("math.Atan2", "func(y, x float64) float64", native_atan2),
            leaf("math.Hypot", "func(p, q float64) float64", native_hypot),
            leaf("math.Mod", "func(x, y float64) float64", native_mod),
            leaf("math.Pow", "func(x, y float64) float64", native_pow),
            leaf("math.Remainder", "func(x, y float64) float64", native_remainder),
            leaf("math.FMA", "func(x, y, z float64) float64", native_fma),
            leaf("math.Pow10", "func(n int) float64", native_pow10),
            leaf("math.Frexp", "func(f float64) (frac float64, exp int)", native_frexp),
            leaf("math.Ldexp", "func(frac float64, exp int) float64", native_ldexp),
            leaf("math/rand.randomBits", "func() uint64", native_random_bits),
            leaf("math/rand/v2.randomBits", "func() uint64", native_random_bits),
        ]
    }
}
