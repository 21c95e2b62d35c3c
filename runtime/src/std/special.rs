//! `math`: the error function and its inverse, the gamma function and its logarithm.
//!
//! Erf, Erfc and Lgamma follow FreeBSD's msun (s_erf.c, e_lgamma_r.c; Sun Microsystems, 1993),
//! Gamma follows Cephes (S. L. Moshier), Erfinv follows M. J. Wichura's Algorithm AS 241 (Applied
//! Statistics 37, 1988). Operations are in the order of those texts, one rounding each, so that the
//! bits are those of every other faithful implementation.

use super::math::{cos, exp, log, modulo, pow, sin};
use std::f64::consts::{LN_2, PI};

/// c0 + x(c1 + x(c2 + …)).
#[inline(always)]
pub(super) fn ascending(x: f64, coefficients: &[f64]) -> f64 {
    coefficients.iter().rev().copied().reduce(|sum, c| c + x * sum).unwrap_or(0.0)
}

const ERX: f64 = 8.45062911510467529297e-01;
const PP: [f64; 5] = [
    1.28379167095512558561e-01,
    -3.25042107247001499370e-01,
    -2.84817495755985104766e-02,
    -5.77027029648944159157e-03,
    -2.37630166566501626084e-05,
];
const QQ: [f64; 6] = [
    1.0,
    3.97917223959155352819e-01,
    6.50222499887672944485e-02,
    5.08130628187576562776e-03,
    1.32494738004321644526e-04,
    -3.96022827877536812320e-06,
];
const PA: [f64; 7] = [
    -2.36211856075265944077e-03,
    4.14856118683748331666e-01,
    -3.72207876035701323847e-01,
    3.18346619901161753674e-01,
    -1.10894694282396677476e-01,
    3.54783043256182359371e-02,
    -2.16637559486879084300e-03,
];
const QA: [f64; 7] = [
    1.0,
    1.06420880400844228286e-01,
    5.40397917702171048937e-01,
    7.18286544141962662868e-02,
    1.26171219808761642112e-01,
    1.36370839120290507362e-02,
    1.19844998467991074170e-02,
];
const RA: [f64; 8] = [
    -9.86494403484714822705e-03,
    -6.93858572707181764372e-01,
    -1.05586262253232909814e+01,
    -6.23753324503260060396e+01,
    -1.62396669462573470355e+02,
    -1.84605092906711035994e+02,
    -8.12874355063065934246e+01,
    -9.81432934416914548592e+00,
];
const SA: [f64; 9] = [
    1.0,
    1.96512716674392571292e+01,
    1.37657754143519042600e+02,
    4.34565877475229228821e+02,
    6.45387271733267880336e+02,
    4.29008140027567833386e+02,
    1.08635005541779435134e+02,
    6.57024977031928170135e+00,
    -6.04244152148580987438e-02,
];
const RB: [f64; 7] = [
    -9.86494292470009928597e-03,
    -7.99283237680523006574e-01,
    -1.77579549177547519889e+01,
    -1.60636384855821916062e+02,
    -6.37566443368389627722e+02,
    -1.02509513161107724954e+03,
    -4.83519191608651397019e+02,
];
const SB: [f64; 8] = [
    1.0,
    3.03380607434824582924e+01,
    3.25792512996573918826e+02,
    1.53672958608443695994e+03,
    3.19985821950859553908e+03,
    2.55305040643316442583e+03,
    4.74528541206955367215e+02,
    -2.24409524465858183362e+01,
];

/// erfc for x ≥ 1.25.
fn erfc_tail(x: f64) -> f64 {
    let s = 1.0 / (x * x);
    let ratio = if x < 1.0 / 0.35 {
        ascending(s, &RA) / ascending(s, &SA)
    } else {
        ascending(s, &RB) / ascending(s, &SB)
    };
    let z = f64::from_bits(x.to_bits() & !0xffff_ffff);
    exp(-z * z - 0.5625) * exp((z - x) * (z + x) + ratio) / x
}

/// The error function.
pub fn erf(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    let a = x.abs();
    let y = if a < 0.84375 {
        if a < 2.848094538889218e-306 {
            0.125 * (8.0 * a + 1.02703333676410069053e+00 * a)
        } else if a < 1.0 / (1u64 << 28) as f64 {
            a + 1.28379167095512586316e-01 * a
        } else {
            let z = a * a;
            a + a * (ascending(z, &PP) / ascending(z, &QQ))
        }
    } else if a < 1.25 {
        let s = a - 1.0;
        ERX + ascending(s, &PA) / ascending(s, &QA)
    } else if a < 6.0 {
        1.0 - erfc_tail(a)
    } else {
        1.0
    };
    y.copysign(x)
}

/// 1 - erf(x), exact where that is small.
pub fn erfc(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    let (a, negative) = (x.abs(), x < 0.0);
    if a < 0.84375 {
        let part = if a < 1.0 / (1u64 << 56) as f64 {
            a
        } else {
            let z = a * a;
            let y = ascending(z, &PP) / ascending(z, &QQ);
            if a < 0.25 { a + a * y } else { 0.5 + (a * y + (a - 0.5)) }
        };
        return if negative { 1.0 + part } else { 1.0 - part };
    }
    if a < 1.25 {
        let s = a - 1.0;
        let ratio = ascending(s, &PA) / ascending(s, &QA);
        return if negative { 1.0 + ERX + ratio } else { 1.0 - ERX - ratio };
    }
    if a >= 28.0 || negative && a > 6.0 {
        return if negative { 2.0 } else { 0.0 };
    }
    if negative { 2.0 - erfc_tail(a) } else { erfc_tail(a) }
}

/// The inverse of the error function.
pub fn erfinv(x: f64) -> f64 {
    const A: [f64; 8] = [
        1.1975323115670912564578e0,
        4.7072688112383978012285e1,
        6.9706266534389598238465e2,
        4.8548868893843886794648e3,
        1.6235862515167575384252e4,
        2.3782041382114385731252e4,
        1.1819493347062294404278e4,
        8.8709406962545514830200e2,
    ];
    const B: [f64; 8] = [
        1.0,
        4.2313330701600911252e1,
        6.8718700749205790830e2,
        5.3941960214247511077e3,
        2.1213794301586595867e4,
        3.9307895800092710610e4,
        2.8729085735721942674e4,
        5.2264952788528545610e3,
    ];
    const C: [f64; 8] = [
        1.42343711074968357734e0,
        4.63033784615654529590e0,
        5.76949722146069140550e0,
        3.64784832476320460504e0,
        1.27045825245236838258e0,
        2.41780725177450611770e-1,
        2.27238449892691845833e-2,
        7.74545014278341407640e-4,
    ];
    const D: [f64; 8] = [
        1.4142135623730950488016887e0,
        2.9036514445419946173133295e0,
        2.3707661626024532365971225e0,
        9.7547832001787427186894837e-1,
        2.0945065210512749128288442e-1,
        2.1494160384252876777097297e-2,
        7.7441459065157709165577218e-4,
        1.4859850019840355905497876e-9,
    ];
    const E: [f64; 8] = [
        6.65790464350110377720e0,
        5.46378491116411436990e0,
        1.78482653991729133580e0,
        2.96560571828504891230e-1,
        2.65321895265761230930e-2,
        1.24266094738807843860e-3,
        2.71155556874348757815e-5,
        2.01033439929228813265e-7,
    ];
    const F: [f64; 8] = [
        1.414213562373095048801689e0,
        8.482908416595164588112026e-1,
        1.936480946950659106176712e-1,
        2.103693768272068968719679e-2,
        1.112800997078859844711555e-3,
        2.611088405080593625138020e-5,
        2.010321207683943062279931e-7,
        2.891024605872965461538222e-15,
    ];
    if x.is_nan() || !(-1.0..=1.0).contains(&x) {
        return f64::NAN;
    }
    let a = x.abs();
    let y = if a == 1.0 {
        f64::INFINITY
    } else if a <= 0.85 {
        let r = 0.180625 - 0.25 * a * a;
        (a * ascending(r, &A)) / ascending(r, &B)
    } else {
        let r = (LN_2 - log(1.0 - a)).sqrt();
        if r <= 5.0 {
            ascending(r - 1.6, &C) / ascending(r - 1.6, &D)
        } else {
            ascending(r - 5.0, &E) / ascending(r - 5.0, &F)
        }
    };
    y.copysign(x)
}

/// The inverse of `erfc`.
pub fn erfcinv(x: f64) -> f64 {
    erfinv(1.0 - x)
}

/// Γ(x) as a product of two factors (the product may overflow on the way), for large x.
fn stirling(x: f64) -> (f64, f64) {
    const S: [f64; 5] = [
        8.33333333333482257126e-2,
        3.47222221605458667310e-3,
        -2.68132617805781232825e-3,
        -2.29549961613378126380e-4,
        7.87311395793093628397e-4,
    ];
    const SQRT_TWO_PI: f64 = 2.506628274631000502417;
    if x > 200.0 {
        return (f64::INFINITY, 1.0);
    }
    let w = 1.0 / x;
    let w = 1.0 + w * ascending(w, &S);
    let e = exp(x);
    let (first, second) = if x > 143.01608 {
        let v = pow(x, 0.5 * x - 0.25);
        (v, v / e)
    } else {
        (pow(x, x - 0.5) / e, 1.0)
    };
    (first, SQRT_TWO_PI * w * second)
}

/// The gamma function.
pub fn gamma(x: f64) -> f64 {
    const P: [f64; 7] = [
        9.99999999999999996796e-1,
        4.94214826801497100753e-1,
        2.07448227648435975150e-1,
        4.76367800457137231464e-2,
        1.04213797561761569935e-2,
        1.19135147006586384913e-3,
        1.60119522476751861407e-4,
    ];
    const Q: [f64; 8] = [
        1.00000000000000000320e0,
        7.14304917030273074085e-2,
        -2.34591795718243348568e-1,
        3.58236398605498653373e-2,
        1.18139785222060435552e-2,
        -4.45641913851797240494e-3,
        5.39605580493303397842e-4,
        -2.31581873324120129819e-5,
    ];
    if x.is_nan() || x < 0.0 && x == x.floor() {
        return f64::NAN;
    }
    if x == f64::INFINITY {
        return x;
    }
    if x == 0.0 {
        return f64::INFINITY.copysign(x);
    }
    let a = x.abs();
    if a > 33.0 {
        if x >= 0.0 {
            let (first, second) = stirling(x);
            return first * second;
        }
        let mut whole = a.floor();
        let sign = if whole as i64 & 1 == 0 { -1.0 } else { 1.0 };
        let mut z = a - whole;
        if z > 0.5 {
            whole += 1.0;
            z = a - whole;
        }
        z = a * sin(PI * z);
        if z == 0.0 {
            return f64::INFINITY * sign;
        }
        let (first, second) = stirling(a);
        let z = z.abs();
        let d = z * first * second;
        return sign * if d.is_infinite() { PI / z / first / second } else { PI / d };
    }
    // Into [2, 3) by the recurrence.
    let near_zero = |x: f64, z: f64| z / ((1.0 + 0.577215664901532860606512090082402431 * x) * x);
    let (mut x, mut z) = (x, 1.0);
    while x >= 3.0 {
        x -= 1.0;
        z *= x;
    }
    while x < 0.0 {
        if x > -1e-9 {
            return near_zero(x, z);
        }
        z /= x;
        x += 1.0;
    }
    while x < 2.0 {
        if x == 0.0 {
            return f64::INFINITY;
        }
        if x < 1e-9 {
            return near_zero(x, z);
        }
        z /= x;
        x += 1.0;
    }
    if x == 2.0 {
        return z;
    }
    x -= 2.0;
    z * ascending(x, &P) / ascending(x, &Q)
}

/// sin(πx) for x < 0.
fn sin_pi(x: f64) -> f64 {
    const TWO_52: f64 = (1u64 << 52) as f64;
    let mut x = -x;
    if x < 0.25 {
        return -sin(PI * x);
    }
    let eighth;
    if x.floor() != x {
        x = modulo(x, 2.0);
        eighth = (x * 4.0) as i64;
    } else if x >= 2.0 * TWO_52 {
        x = 0.0;
        eighth = 0;
    } else {
        let z = if x < TWO_52 { x + TWO_52 } else { x };
        let odd = z.to_bits() & 1;
        x = odd as f64;
        eighth = (odd << 2) as i64;
    }
    -match eighth {
        0 => sin(PI * x),
        1 | 2 => cos(PI * (0.5 - x)),
        3 | 4 => sin(PI * (1.0 - x)),
        5 | 6 => -cos(PI * (x - 1.5)),
        _ => sin(PI * (x - 2.0)),
    }
}

/// ln |Γ(x)| and the sign of Γ(x).
pub fn lgamma(x: f64) -> (f64, i64) {
    const MINIMUM: f64 = 1.461632144968362245;
    const TC: f64 = 1.46163214496836224576e+00;
    const TF: f64 = -1.21486290535849611461e-01;
    const TT: f64 = -3.63867699703950536541e-18;
    const A_EVEN: [f64; 6] = [
        7.72156649015328655494e-02,
        6.73523010531292681824e-02,
        7.38555086081402883957e-03,
        1.19270763183362067845e-03,
        2.20862790713908385557e-04,
        2.52144565451257326939e-05,
    ];
    const A_ODD: [f64; 6] = [
        3.22467033424113591611e-01,
        2.05808084325167332806e-02,
        2.89051383673415629091e-03,
        5.10069792153511336608e-04,
        1.08011567247583939954e-04,
        4.48640949618915160150e-05,
    ];
    const T_0: [f64; 5] = [
        4.83836122723810047042e-01,
        -3.27885410759859649565e-02,
        6.10053870246291332635e-03,
        -1.40346469989232843813e-03,
        3.15632070903625950361e-04,
    ];
    const T_1: [f64; 5] = [
        -1.47587722994593911752e-01,
        1.79706750811820387126e-02,
        -3.68452016781138256760e-03,
        8.81081882437654011382e-04,
        -3.12754168375120860518e-04,
    ];
    const T_2: [f64; 5] = [
        6.46249402391333854778e-02,
        -1.03142241298341437450e-02,
        2.25964780900612472250e-03,
        -5.38595305356740546715e-04,
        3.35529192635519073543e-04,
    ];
    const U: [f64; 6] = [
        -7.72156649015328655494e-02,
        6.32827064025093366517e-01,
        1.45492250137234768737e+00,
        9.77717527963372745603e-01,
        2.28963728064692451092e-01,
        1.33810918536787660377e-02,
    ];
    const V: [f64; 6] = [
        1.0,
        2.45597793713041134822e+00,
        2.12848976379893395361e+00,
        7.69285150456672783825e-01,
        1.04222645593369134254e-01,
        3.21709242282423911810e-03,
    ];
    const S: [f64; 7] = [
        -7.72156649015328655494e-02,
        2.14982415960608852501e-01,
        3.25778796408930981787e-01,
        1.46350472652464452805e-01,
        2.66422703033638609560e-02,
        1.84028451407337715652e-03,
        3.19475326584100867617e-05,
    ];
    const R: [f64; 7] = [
        1.0,
        1.39200533467621045958e+00,
        7.21935547567138069525e-01,
        1.71933865632803078993e-01,
        1.86459191715652901344e-02,
        7.77942496381893596434e-04,
        7.32668430744625636189e-06,
    ];
    const W: [f64; 6] = [
        8.33333333333329678849e-02,
        -2.77777777728775536470e-03,
        7.93650558643019558500e-04,
        -5.95187557450339963135e-04,
        8.36339918996282139126e-04,
        -1.63092934096575273989e-03,
    ];
    const W0: f64 = 4.18938533204672725052e-01;
    if x.is_nan() {
        return (x, 1);
    }
    if x.is_infinite() {
        return (x, 1);
    }
    if x == 0.0 {
        return (f64::INFINITY, if x.is_sign_negative() { -1 } else { 1 });
    }
    let negative = x < 0.0;
    let x = x.abs();
    let mut sign = 1;
    if x < 2f64.powi(-70) {
        return (-log(x), if negative { -1 } else { 1 });
    }
    let mut reflected = 0.0;
    if negative {
        if x >= (1u64 << 52) as f64 {
            return (f64::INFINITY, 1);
        }
        let t = sin_pi(-x);
        if t == 0.0 {
            return (f64::INFINITY, 1);
        }
        reflected = log(PI / (t * -x).abs());
        if t < 0.0 {
            sign = -1;
        }
    }
    let mut sum;
    if x == 1.0 || x == 2.0 {
        sum = 0.0;
    } else if x < 2.0 {
        let (y, piece);
        if x <= 0.9 {
            sum = -log(x);
            (y, piece) = if x >= MINIMUM - 1.0 + 0.27 {
                (1.0 - x, 0)
            } else if x >= MINIMUM - 1.0 - 0.27 {
                (x - (TC - 1.0), 1)
            } else {
                (x, 2)
            };
        } else {
            sum = 0.0;
            (y, piece) = if x >= MINIMUM + 0.27 {
                (2.0 - x, 0)
            } else if x >= MINIMUM - 0.27 {
                (x - TC, 1)
            } else {
                (x - 1.0, 2)
            };
        }
        let z = y * y;
        sum += match piece {
            0 => (y * ascending(z, &A_EVEN) + z * ascending(z, &A_ODD)) - 0.5 * y,
            1 => {
                let w = z * y;
                let late = ascending(w, &T_1) + y * ascending(w, &T_2);
                TF + (z * ascending(w, &T_0) - (TT - w * late))
            }
            _ => -0.5 * y + (y * ascending(y, &U)) / ascending(y, &V),
        };
    } else if x < 8.0 {
        let whole = x as i64;
        let y = x - whole as f64;
        sum = 0.5 * y + (y * ascending(y, &S)) / ascending(y, &R);
        if whole >= 3 {
            let mut z = 1.0;
            for k in (2..whole).rev() {
                z *= y + k as f64;
            }
            sum += log(z);
        }
    } else if x < (1u64 << 58) as f64 {
        let z = 1.0 / x;
        let w = W0 + z * ascending(z * z, &W);
        sum = (x - 0.5) * (log(x) - 1.0) + w;
    } else {
        sum = x * (log(x) - 1.0);
    }
    (if negative { reflected - sum } else { sum }, sign)
}
