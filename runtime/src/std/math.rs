//! `math`: elementary functions with the bits that Go gives on amd64.
//!
//! No host libm: the algorithms are the published ones that package math documents. Sine, cosine,
//! tangent, arc tangent and hyperbolic tangent follow the Cephes library (S. L. Moshier); exp,
//! expm1, log, log1p and cbrt follow FreeBSD's msun (Sun Microsystems, 1993); large arguments are
//! reduced by Payne and Hanek's method (SIGNUM 1983). Only IEEE operations with one rounding each
//! are used, never a fused multiply-add.

const LN2_HI: f64 = 6.93147180369123816490e-01;
const LN2_LO: f64 = 1.90821492927058770002e-10;
const LOG2_E: f64 = std::f64::consts::LOG2_E;
const PI: f64 = std::f64::consts::PI;

/// Horner's rule; the highest coefficient comes first.
#[inline(always)]
fn polynomial(x: f64, coefficients: &[f64]) -> f64 {
    let mut sum = coefficients[0];
    for c in &coefficients[1..] {
        sum = sum * x + c;
    }
    sum
}

/// `f = fraction × 2^exponent` with `fraction` in [1/2, 1); zero, infinities and NaN give exponent 0.
pub fn frexp(f: f64) -> (f64, i64) {
    if f == 0.0 || !f.is_finite() {
        return (f, 0);
    }
    let (f, shift) =
        if f.abs() < f64::MIN_POSITIVE { (f * (1u64 << 52) as f64, -52) } else { (f, 0) };
    let bits = f.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64 - 1022 + shift;
    (f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52), exponent)
}

/// `fraction × 2^exponent`, rounded once.
pub fn ldexp(fraction: f64, exponent: i64) -> f64 {
    if fraction == 0.0 || !fraction.is_finite() {
        return fraction;
    }
    let (f, e) = frexp(fraction);
    let exponent = exponent.saturating_add(e);
    if exponent > 1024 {
        return f64::INFINITY.copysign(fraction);
    }
    if exponent < -1075 {
        return 0f64.copysign(fraction);
    }
    let scaled = |exponent: i64| {
        f64::from_bits(f.to_bits() & !(0x7ff << 52) | ((exponent + 1022) as u64) << 52)
    };
    if exponent < -1021 {
        // Subnormal: scale in the normal range first, then round once.
        return scaled(exponent + 60) * f64::from_bits((1023 - 60) << 52);
    }
    scaled(exponent)
}

/// `2^k e^(hi-lo)`, for |hi-lo| ≤ ln(2)/2.
fn exp_reduced(hi: f64, lo: f64, k: i64) -> f64 {
    const P: [f64; 5] = [
        4.13813679705723846039e-08,
        -1.65339022054652515390e-06,
        6.61375632143793436117e-05,
        -2.77777777770155933842e-03,
        1.66666666666666657415e-01,
    ];
    let r = hi - lo;
    let t = r * r;
    let c = r - t * polynomial(t, &P);
    let y = 1.0 - ((lo - (r * c) / (2.0 - c)) - hi);
    ldexp(y, k)
}

/// e^x, after Naoki Shibata, "Efficient evaluation methods of elementary functions suitable for
/// SIMD computation" (2010), which Go's amd64 code names: the argument is reduced by multiples of
/// ln 2 and then to a sixteenth, e^s - 1 summed as a Taylor series and squared back up. As there,
/// each multiplication and addition that belong together are rounded once.
pub fn exp(x: f64) -> f64 {
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x > 7.09782712893384e+02 {
        return f64::INFINITY;
    }
    if x < -7.45133219101941e+02 {
        return 0.0;
    }
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("fma") {
        #[target_feature(enable = "fma")]
        fn fused(x: f64) -> f64 {
            exp_finite(x)
        }
        // SAFETY: the processor has these instructions.
        return unsafe { fused(x) };
    }
    exp_finite(x)
}

/// `exp` for a finite result that is not 0 (nearly: see its end).
#[inline(always)]
fn exp_finite(x: f64) -> f64 {
    const LN2_UPPER: f64 = 0.69314718055966295651160180568695068359375;
    const LN2_LOWER: f64 = 0.28235290563031577122588448175013436025525412068e-12;
    const TAYLOR: [f64; 8] = [
        2.48015873015873e-05,
        0.0001984126984126984,
        0.001388888888888889,
        0.008333333333333333,
        0.041666666666666664,
        0.16666666666666666,
        0.5,
        1.0,
    ];
    let n = (x * LOG2_E).round_ties_even();
    let s = (-n).mul_add(LN2_LOWER, (-n).mul_add(LN2_UPPER, x)) * 0.0625;
    let mut sum = TAYLOR[0];
    for c in &TAYLOR[1..] {
        sum = sum.mul_add(s, *c);
    }
    let mut y = s * sum;
    for _ in 0..3 {
        y *= y + 2.0;
    }
    // The power of two alone must not overflow, even where the product would not.
    if n >= 1024.0 {
        return f64::INFINITY;
    }
    ldexp(y.mul_add(y + 2.0, 1.0), n as i64)
}

/// 2^x.
pub fn exp2(x: f64) -> f64 {
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x > 1.0239999999999999e+03 {
        return f64::INFINITY;
    }
    if x < -1.0740e+03 {
        return 0.0;
    }
    let k = if x == 0.0 { 0 } else { (x + 0.5f64.copysign(x)) as i64 };
    let t = x - k as f64;
    exp_reduced(t * LN2_HI, -t * LN2_LO, k)
}

/// e^x - 1, exact near 0 (msun's s_expm1.c).
pub fn expm1(x: f64) -> f64 {
    const Q: [f64; 5] = [
        -3.33333333333331316428e-02,
        1.58730158725481460165e-03,
        -7.93650757867487942473e-05,
        4.00821782732936239552e-06,
        -2.01099218183624371326e-07,
    ];
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    let negative = x < 0.0;
    let magnitude = x.abs();
    if magnitude >= 56.0 * std::f64::consts::LN_2 {
        if negative {
            return -1.0;
        }
        if magnitude >= 7.09782712893383973096e+02 {
            return f64::INFINITY;
        }
    }
    let (reduced, correction, k);
    if magnitude > 0.5 * std::f64::consts::LN_2 {
        let (hi, lo);
        if magnitude < 1.5 * std::f64::consts::LN_2 {
            let sign = if negative { -1.0 } else { 1.0 };
            hi = x - sign * LN2_HI;
            lo = sign * LN2_LO;
            k = sign as i64;
        } else {
            k = (LOG2_E * x + if negative { -0.5 } else { 0.5 }) as i64;
            hi = x - k as f64 * LN2_HI;
            lo = k as f64 * LN2_LO;
        }
        reduced = hi - lo;
        correction = (hi - reduced) - lo;
    } else if magnitude < 1.0 / (1u64 << 54) as f64 {
        return x;
    } else {
        (reduced, correction, k) = (x, 0.0, 0);
    }
    let x = reduced;
    let half = 0.5 * x;
    let hxs = x * half;
    let r1 = 1.0 + hxs * (Q[0] + hxs * (Q[1] + hxs * (Q[2] + hxs * (Q[3] + hxs * Q[4]))));
    let t = 3.0 - r1 * half;
    let mut e = hxs * ((r1 - t) / (6.0 - x * t));
    if k == 0 {
        return x - (x * e - hxs);
    }
    e = x * (e - correction) - correction;
    e -= hxs;
    match k {
        -1 => return 0.5 * (x - e) - 0.5,
        1 if x < -0.25 => return -2.0 * (e - (x + 0.5)),
        1 => return 1.0 + 2.0 * (x - e),
        _ => {}
    }
    let scale = |y: f64| f64::from_bits(y.to_bits().wrapping_add((k as u64) << 52));
    if k <= -2 || k > 56 {
        let mut y = 1.0 - (e - x);
        if k == 1024 {
            y = y * 2.0 * f64::from_bits(0x7fe << 52);
        } else {
            y = scale(y);
        }
        return y - 1.0;
    }
    if k < 20 {
        let t = f64::from_bits(0x3ff0000000000000 - (0x20000000000000 >> k as u64));
        return scale(t - (e - x));
    }
    let t = f64::from_bits(((0x3ff - k) as u64) << 52);
    let y = x - (e + t) + 1.0;
    scale(y)
}

/// Natural logarithm.
pub fn log(x: f64) -> f64 {
    const L: [f64; 7] = [
        6.666666666666735130e-01,
        3.999999999940941908e-01,
        2.857142874366239149e-01,
        2.222219843214978396e-01,
        1.818357216161805012e-01,
        1.531383769920937332e-01,
        1.479819860511658591e-01,
    ];
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x < 0.0 {
        return f64::NAN;
    }
    if x == 0.0 {
        return f64::NEG_INFINITY;
    }
    // As Go's assembly for amd64 does, a subnormal's bits are taken as if they were normalised.
    let mut ki = (x.to_bits() >> 52) as i64 - 1022;
    let mut f1 = f64::from_bits(x.to_bits() & ((1 << 52) - 1) | 1022 << 52);
    if f1 < std::f64::consts::FRAC_1_SQRT_2 {
        f1 *= 2.0;
        ki -= 1;
    }
    let f = f1 - 1.0;
    let k = ki as f64;
    let s = f / (2.0 + f);
    let s2 = s * s;
    let s4 = s2 * s2;
    let odd = s2 * (L[0] + s4 * (L[2] + s4 * (L[4] + s4 * L[6])));
    let even = s4 * (L[1] + s4 * (L[3] + s4 * L[5]));
    let r = odd + even;
    let half_square = 0.5 * f * f;
    k * LN2_HI - ((half_square - (s * (half_square + r) + k * LN2_LO)) - f)
}

/// log(1+x), exact near 0 (msun's s_log1p.c).
pub fn log1p(x: f64) -> f64 {
    const LP: [f64; 7] = [
        6.666666666666735130e-01,
        3.999999999940941908e-01,
        2.857142874366239149e-01,
        2.222219843214978396e-01,
        1.818357216161805012e-01,
        1.531383769920937332e-01,
        1.479819860511658591e-01,
    ];
    if x < -1.0 || x.is_nan() {
        return f64::NAN;
    }
    if x == -1.0 {
        return f64::NEG_INFINITY;
    }
    if x == f64::INFINITY {
        return x;
    }
    let magnitude = x.abs();
    let (mut f, mut iu, mut k, mut c) = (0.0, 0u64, 1i64, 0.0);
    if magnitude < 4.142135623730950488017e-01 {
        if magnitude < 1.0 / (1u64 << 29) as f64 {
            if magnitude < 1.0 / (1u64 << 54) as f64 {
                return x;
            }
            return x - x * x * 0.5;
        }
        if x > -2.928932188134524755992e-01 {
            (k, f, iu) = (0, x, 1);
        }
    }
    if k != 0 {
        let mut u;
        if magnitude < (1u64 << 53) as f64 {
            u = 1.0 + x;
            iu = u.to_bits();
            k = (iu >> 52) as i64 - 1023;
            c = if k > 0 { 1.0 - (u - x) } else { x - (u - 1.0) };
            c /= u;
        } else {
            u = x;
            iu = u.to_bits();
            k = (iu >> 52) as i64 - 1023;
            c = 0.0;
        }
        iu &= 1 << 52 | ((1 << 52) - 1);
        iu &= (1 << 52) - 1;
        if iu < 0x0006a09e667f3bcd {
            u = f64::from_bits(iu | 0x3ff0000000000000);
        } else {
            k += 1;
            u = f64::from_bits(iu | 0x3fe0000000000000);
            iu = ((1 << 52) - iu) >> 2;
        }
        f = u - 1.0;
    }
    let half_square = 0.5 * f * f;
    let kf = k as f64;
    if iu == 0 {
        if f == 0.0 {
            if k == 0 {
                return 0.0;
            }
            c += kf * LN2_LO;
            return kf * LN2_HI + c;
        }
        let r = half_square * (1.0 - 0.66666666666666666 * f);
        if k == 0 {
            return f - r;
        }
        return kf * LN2_HI - ((r - (kf * LN2_LO + c)) - f);
    }
    let s = f / (2.0 + f);
    let z = s * s;
    let r = z
        * (LP[0] + z * (LP[1] + z * (LP[2] + z * (LP[3] + z * (LP[4] + z * (LP[5] + z * LP[6]))))));
    if k == 0 {
        return f - (half_square - s * (half_square + r));
    }
    kf * LN2_HI - ((half_square - (s * (half_square + r) + (kf * LN2_LO + c))) - f)
}

/// Binary logarithm; exact for powers of two.
pub fn log2(x: f64) -> f64 {
    let (fraction, exponent) = frexp(x);
    if fraction == 0.5 {
        return (exponent - 1) as f64;
    }
    log(fraction) * LOG2_E + exponent as f64
}

/// Decimal logarithm.
pub fn log10(x: f64) -> f64 {
    log(x) * std::f64::consts::LOG10_E
}

/// Whether y is an odd integer.
fn is_odd(y: f64) -> bool {
    y.abs() < (1u64 << 53) as f64 && y.trunc() == y && y as i64 & 1 == 1
}

/// x^y: a whole power by repeated squaring with the exponent kept apart, times e^(fraction·log x).
pub fn pow(x: f64, y: f64) -> f64 {
    if y == 0.0 || x == 1.0 {
        return 1.0;
    }
    if y == 1.0 {
        return x;
    }
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    if x == 0.0 {
        let odd = is_odd(y);
        return match (y < 0.0, odd) {
            (true, true) => f64::INFINITY.copysign(x),
            (true, false) => f64::INFINITY,
            (false, true) => x,
            (false, false) => 0.0,
        };
    }
    if y.is_infinite() {
        return if x == -1.0 {
            1.0
        } else if (x.abs() < 1.0) == (y > 0.0) {
            0.0
        } else {
            f64::INFINITY
        };
    }
    if x.is_infinite() {
        if x < 0.0 {
            return if y < 0.0 {
                if is_odd(y) { -0.0 } else { 0.0 }
            } else if is_odd(y) {
                f64::NEG_INFINITY
            } else {
                f64::INFINITY
            };
        }
        return if y < 0.0 { 0.0 } else { f64::INFINITY };
    }
    if y == 0.5 {
        return x.sqrt();
    }
    if y == -0.5 {
        return 1.0 / x.sqrt();
    }
    let mut whole = y.abs().trunc();
    let mut part = y.abs() - whole;
    if part != 0.0 && x < 0.0 {
        return f64::NAN;
    }
    if whole >= 9.223372036854775808e18 {
        return if x == -1.0 {
            1.0
        } else if (x.abs() < 1.0) == (y > 0.0) {
            0.0
        } else {
            f64::INFINITY
        };
    }
    let (mut product, mut product_exponent) = (1.0, 0i64);
    if part != 0.0 {
        if part > 0.5 {
            part -= 1.0;
            whole += 1.0;
        }
        product = exp(part * log(x));
    }
    let (mut square, mut square_exponent) = frexp(x);
    let mut bits = whole as i64;
    while bits != 0 {
        if !(-(1 << 12)..=1 << 12).contains(&square_exponent) {
            product_exponent += square_exponent;
            break;
        }
        if bits & 1 == 1 {
            product *= square;
            product_exponent += square_exponent;
        }
        square *= square;
        square_exponent <<= 1;
        if square < 0.5 {
            square += square;
            square_exponent -= 1;
        }
        bits >>= 1;
    }
    if y < 0.0 {
        product = 1.0 / product;
        product_exponent = -product_exponent;
    }
    ldexp(product, product_exponent)
}

/// Bits of 4/π, the binary point after the first word.
const FOUR_OVER_PI: [u64; 20] = [
    0x0000000000000001,
    0x45f306dc9c882a53,
    0xf84eafa3ea69bb81,
    0xb6c52b3278872083,
    0xfca2c757bd778ac3,
    0x6e48dc74849ba5c0,
    0x0c925dd413a32439,
    0xfc3bd63962534e7d,
    0xd1046bea5d768909,
    0xd338e04d68befc82,
    0x7323ac7306a673e9,
    0x3908bf177bf25076,
    0x3ff12fffbc0b301f,
    0xde5e2316b414da3e,
    0xda6cfd9e4f96136e,
    0x9e8c7ecd3cbfd45a,
    0xea4f758fd7cbe2f6,
    0x7a0e73ef14a525d4,
    0xd7f6bf623f1aba10,
    0xac06608df8f6d757,
];

/// The octant of x ≥ 0 (0..8, made even) and what remains, in [-π/4, π/4].
fn octant(x: f64) -> (u64, f64) {
    const PI4: [f64; 3] =
        [7.85398125648498535156e-1, 3.77489470793079817668e-8, 2.69515142907905952645e-15];
    if x >= (1u64 << 29) as f64 {
        return octant_large(x);
    }
    let mut j = (x * (4.0 / PI)) as u64;
    let mut y = j as f64;
    if j & 1 == 1 {
        j += 1;
        y += 1.0;
    }
    (j & 7, ((x - y * PI4[0]) - y * PI4[1]) - y * PI4[2])
}

/// Payne and Hanek: only the bits of x·4/π around the binary point are computed.
fn octant_large(x: f64) -> (u64, f64) {
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64 - 1023 - 52;
    let mantissa = bits & ((1 << 52) - 1) | 1 << 52;
    let (word, shift) = (((exponent + 61) as u64 / 64) as usize, (exponent + 61) as u64 % 64);
    let digit = |i: usize| {
        let high = FOUR_OVER_PI[i];
        if shift == 0 { high } else { high << shift | FOUR_OVER_PI[i + 1] >> (64 - shift) }
    };
    let low = (digit(word + 2) as u128 * mantissa as u128) >> 64;
    let middle = digit(word + 1) as u128 * mantissa as u128;
    let high = digit(word).wrapping_mul(mantissa) as u128;
    let sum = middle.wrapping_add(low).wrapping_add(high << 64);
    let top = (sum >> 64) as u64;
    let mut j = top >> 61;
    let fraction = top << 3 | (sum as u64) >> 61;
    let zeros = fraction.leading_zeros() as u64;
    // The fraction as a float in [0, 1), cut after 53 bits.
    let below = (sum as u64).checked_shr(63 - zeros as u32).unwrap_or(0);
    let normal = (fraction << zeros) << 1 | below;
    let mut z = f64::from_bits(normal >> 12 | (1023 - (zeros + 1)) << 52);
    if j & 1 == 1 {
        j = (j + 1) & 7;
        z -= 1.0;
    }
    (j, z * (PI / 4.0))
}

fn sine_polynomial(z: f64) -> f64 {
    const S: [f64; 6] = [
        1.58962301576546568060e-10,
        -2.50507477628578072866e-8,
        2.75573136213857245213e-6,
        -1.98412698295895385996e-4,
        8.33333333332211858878e-3,
        -1.66666666666666307295e-1,
    ];
    let zz = z * z;
    z + z * zz * polynomial(zz, &S)
}

fn cosine_polynomial(z: f64) -> f64 {
    const C: [f64; 6] = [
        -1.13585365213876817300e-11,
        2.08757008419747316778e-9,
        -2.75573141792967388112e-7,
        2.48015872888517045348e-5,
        -1.38888888888730564116e-3,
        4.16666666666665929218e-2,
    ];
    let zz = z * z;
    1.0 - 0.5 * zz + zz * zz * polynomial(zz, &C)
}

/// Sine.
pub fn sin(x: f64) -> f64 {
    if x == 0.0 || x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return f64::NAN;
    }
    let (mut j, z) = octant(x.abs());
    let mut negative = x < 0.0;
    if j > 3 {
        negative = !negative;
        j -= 4;
    }
    let y = if j == 1 || j == 2 { cosine_polynomial(z) } else { sine_polynomial(z) };
    if negative { -y } else { y }
}

/// Cosine.
pub fn cos(x: f64) -> f64 {
    if !x.is_finite() {
        return f64::NAN;
    }
    let (mut j, z) = octant(x.abs());
    let mut negative = false;
    if j > 3 {
        negative = true;
        j -= 4;
    }
    if j > 1 {
        negative = !negative;
    }
    let y = if j == 1 || j == 2 { sine_polynomial(z) } else { cosine_polynomial(z) };
    if negative { -y } else { y }
}

/// Tangent.
pub fn tan(x: f64) -> f64 {
    // Of the first, Cephes' hexadecimal table is right: the decimal one is three units off.
    const P: [f64; 3] =
        [f64::from_bits(0xc0c992d8d24f3f38), 1.15351664838587416140e6, -1.79565251976484877988e7];
    const Q: [f64; 5] = [
        1.0,
        1.36812963470692954678e4,
        -1.32089234440210967447e6,
        2.50083801823357915839e7,
        -5.38695755929454629881e7,
    ];
    if x == 0.0 || x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return f64::NAN;
    }
    let (j, z) = octant(x.abs());
    let zz = z * z;
    let mut y = z;
    if zz > 1e-14 {
        y = z + z * (zz * polynomial(zz, &P) / polynomial(zz, &Q));
    }
    if j & 2 == 2 {
        y = -1.0 / y;
    }
    if x < 0.0 { -y } else { y }
}

/// Arc tangent for x in [0, 0.66].
fn atan_near(x: f64) -> f64 {
    const P: [f64; 5] = [
        -8.750608600031904122785e-01,
        -1.615753718733365076637e+01,
        -7.500855792314704667340e+01,
        -1.228866684490136173410e+02,
        -6.485021904942025371773e+01,
    ];
    const Q: [f64; 6] = [
        1.0,
        2.485846490142306297962e+01,
        1.650270098316988542046e+02,
        4.328810604912902668951e+02,
        4.853903996359136964868e+02,
        1.945506571482613964425e+02,
    ];
    let z = x * x;
    let z = z * polynomial(z, &P) / polynomial(z, &Q);
    x * z + x
}

/// Arc tangent for x ≥ 0.
fn atan_positive(x: f64) -> f64 {
    const MORE_BITS: f64 = 6.123233995736765886130e-17;
    const TAN_3PI_8: f64 = 2.41421356237309504880;
    if x <= 0.66 {
        return atan_near(x);
    }
    if x > TAN_3PI_8 {
        return PI / 2.0 - atan_near(1.0 / x) + MORE_BITS;
    }
    PI / 4.0 + atan_near((x - 1.0) / (x + 1.0)) + 0.5 * MORE_BITS
}

/// Arc tangent.
pub fn atan(x: f64) -> f64 {
    if x == 0.0 {
        x
    } else if x > 0.0 {
        atan_positive(x)
    } else {
        -atan_positive(-x)
    }
}

/// Angle of the point (x, y).
pub fn atan2(y: f64, x: f64) -> f64 {
    if y.is_nan() || x.is_nan() {
        return f64::NAN;
    }
    if y == 0.0 {
        return if x.is_sign_negative() { PI.copysign(y) } else { 0f64.copysign(y) };
    }
    if x == 0.0 {
        return (PI / 2.0).copysign(y);
    }
    if x.is_infinite() {
        let angle = match (x > 0.0, y.is_infinite()) {
            (true, true) => PI / 4.0,
            (true, false) => 0.0,
            (false, true) => 3.0 * PI / 4.0,
            (false, false) => PI,
        };
        return angle.copysign(y);
    }
    if y.is_infinite() {
        return (PI / 2.0).copysign(y);
    }
    let q = atan(y / x);
    if x < 0.0 {
        return if q <= 0.0 { q + PI } else { q - PI };
    }
    q
}

/// Arc sine.
pub fn asin(x: f64) -> f64 {
    if x == 0.0 {
        return x;
    }
    let magnitude = x.abs();
    if magnitude > 1.0 || x.is_nan() {
        return f64::NAN;
    }
    let other = (1.0 - magnitude * magnitude).sqrt();
    let angle = if magnitude > 0.7 {
        PI / 2.0 - atan_positive(other / magnitude)
    } else {
        atan_positive(magnitude / other)
    };
    if x < 0.0 { -angle } else { angle }
}

/// Arc cosine.
pub fn acos(x: f64) -> f64 {
    PI / 2.0 - asin(x)
}

/// Hyperbolic sine (Hart and Cheney, number 2029 near 0).
pub fn sinh(x: f64) -> f64 {
    const P: [f64; 4] = [
        -0.2630563213397497062819489e+2,
        -0.2894211355989563807284660366e+4,
        -0.8991272022039509355398013511e+5,
        -0.6307673640497716991184787251e+6,
    ];
    const Q: [f64; 4] = [
        1.0,
        -0.173678953558233699533450911e+3,
        0.1521517378790019070696485176e+5,
        -0.6307673640497716991212077277e+6,
    ];
    let magnitude = x.abs();
    let y = if magnitude > 21.0 {
        exp(magnitude) * 0.5
    } else if magnitude > 0.5 {
        let e = exp(magnitude);
        (e - 1.0 / e) * 0.5
    } else {
        let square = magnitude * magnitude;
        polynomial(square, &P) * magnitude / polynomial(square, &Q)
    };
    if x < 0.0 || x.is_sign_negative() && x == 0.0 { -y } else { y }
}

/// Hyperbolic cosine.
pub fn cosh(x: f64) -> f64 {
    let magnitude = x.abs();
    if magnitude > 21.0 {
        return exp(magnitude) * 0.5;
    }
    let e = exp(magnitude);
    (e + 1.0 / e) * 0.5
}

/// Hyperbolic tangent.
pub fn tanh(x: f64) -> f64 {
    const P: [f64; 3] =
        [-9.64399179425052238628e-1, -9.92877231001918586564e1, -1.61468768441708447952e3];
    const Q: [f64; 4] =
        [1.0, 1.12811678491632931402e2, 2.23548839060100448583e3, 4.84406305325125486048e3];
    const MAX_LOG: f64 = 8.8029691931113054295988e+01;
    let magnitude = x.abs();
    if magnitude > 0.5 * MAX_LOG {
        return 1f64.copysign(x);
    }
    if magnitude >= 0.625 {
        let s = exp(2.0 * magnitude);
        let z = 1.0 - 2.0 / (s + 1.0);
        return if x < 0.0 { -z } else { z };
    }
    if x == 0.0 || x.is_nan() {
        return x;
    }
    let s = x * x;
    x + x * s * polynomial(s, &P) / polynomial(s, &Q)
}

/// Inverse hyperbolic sine (msun's s_asinh.c).
pub fn asinh(x: f64) -> f64 {
    if !x.is_finite() {
        return x;
    }
    let magnitude = x.abs();
    let y = if magnitude > (1u64 << 28) as f64 {
        log(magnitude) + std::f64::consts::LN_2
    } else if magnitude > 2.0 {
        log(2.0 * magnitude + 1.0 / ((magnitude * magnitude + 1.0).sqrt() + magnitude))
    } else if magnitude < 1.0 / (1u64 << 28) as f64 {
        magnitude
    } else {
        log1p(magnitude + magnitude * magnitude / (1.0 + (1.0 + magnitude * magnitude).sqrt()))
    };
    if x.is_sign_negative() { -y } else { y }
}

/// Inverse hyperbolic cosine (msun's e_acosh.c).
pub fn acosh(x: f64) -> f64 {
    if x < 1.0 || x.is_nan() {
        return f64::NAN;
    }
    if x == 1.0 {
        return 0.0;
    }
    if x >= (1u64 << 28) as f64 {
        return log(x) + std::f64::consts::LN_2;
    }
    if x > 2.0 {
        return log(2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt()));
    }
    let t = x - 1.0;
    log1p(t + (2.0 * t + t * t).sqrt())
}

/// Inverse hyperbolic tangent (msun's e_atanh.c).
pub fn atanh(x: f64) -> f64 {
    let magnitude = x.abs();
    if magnitude > 1.0 || x.is_nan() {
        return f64::NAN;
    }
    if magnitude == 1.0 {
        return f64::INFINITY.copysign(x);
    }
    let y = if magnitude < 1.0 / (1u64 << 28) as f64 {
        magnitude
    } else if magnitude < 0.5 {
        let twice = magnitude + magnitude;
        0.5 * log1p(twice + twice * magnitude / (1.0 - magnitude))
    } else {
        0.5 * log1p((magnitude + magnitude) / (1.0 - magnitude))
    };
    if x.is_sign_negative() { -y } else { y }
}

/// Cube root (msun's s_cbrt.c).
pub fn cbrt(x: f64) -> f64 {
    const B1: u64 = 715094163;
    const B2: u64 = 696219795;
    const C: f64 = 5.42857142857142815906e-01;
    const D: f64 = -7.05306122448979611050e-01;
    const E: f64 = 1.41428571428571436819e+00;
    const F: f64 = 1.60714285714285720630e+00;
    const G: f64 = 3.57142857142857150787e-01;
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let magnitude = x.abs();
    let mut t = f64::from_bits(magnitude.to_bits() / 3 + (B1 << 32));
    if magnitude < f64::MIN_POSITIVE {
        t = (1u64 << 54) as f64 * magnitude;
        t = f64::from_bits(t.to_bits() / 3 + (B2 << 32));
    }
    let r = t * t / magnitude;
    let s = C + r * t;
    t *= G + F / (s + E + D / s);
    // To 22 bits, rounded up.
    t = f64::from_bits((t.to_bits() & 0xF_FFFF_FFFC << 28) + (1 << 30));
    let s = t * t;
    let r = magnitude / s;
    let w = t + t;
    let r = (r - t) / (w + r);
    t = t + t * r;
    if x < 0.0 { -t } else { t }
}

/// √(p² + q²) without needless overflow.
pub fn hypot(p: f64, q: f64) -> f64 {
    if p.is_infinite() || q.is_infinite() {
        return f64::INFINITY;
    }
    if p.is_nan() || q.is_nan() {
        return f64::NAN;
    }
    let (large, small) = if p.abs() < q.abs() { (q.abs(), p.abs()) } else { (p.abs(), q.abs()) };
    if large == 0.0 {
        return 0.0;
    }
    let ratio = small / large;
    large * (1.0 + ratio * ratio).sqrt()
}

/// Floating-point remainder with the sign of x; exact.
pub fn modulo(x: f64, y: f64) -> f64 {
    if y == 0.0 || x.is_infinite() || x.is_nan() || y.is_nan() { f64::NAN } else { x % y }
}

/// IEEE remainder: x less the nearest (even at a tie) whole multiple of y.
pub fn remainder(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() || x.is_infinite() || y == 0.0 {
        return f64::NAN;
    }
    if y.is_infinite() {
        return x;
    }
    let (magnitude, y) = (x.abs(), y.abs());
    if magnitude == y {
        return 0f64.copysign(x);
    }
    let mut r = if y <= f64::MAX / 2.0 { magnitude % (y + y) } else { magnitude };
    if y < 2.0 * f64::MIN_POSITIVE {
        if r + r > y {
            r -= y;
            if r + r >= y {
                r -= y;
            }
        }
    } else {
        let half = 0.5 * y;
        if r > half {
            r -= y;
            if r >= half {
                r -= y;
            }
        }
    }
    if x.is_sign_negative() { -r } else { r }
}
