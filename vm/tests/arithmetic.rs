//! Arithmetic through real bytecode against a model written with wide integers: all binary and unary
//! integer and float ops, shifts, division, compare-and-jump, and conversions as gc compiles them for amd64.
//!
//! A batch of cases is one program: it computes each and leaves with status 1 at the first that differs.

use std::cmp::Ordering;
use std::fmt::Write;

use gvm_bytecode::{Format, Op, asm};
use gvm_vm::{Loop, Options};
use proptest::prelude::*;

/// What an op makes of two operands (a unary one ignores the second). `None`: it panics, or is not arithmetic.
fn model(op: Op, x: u64, y: u64) -> Option<Expected> {
    use Expected::{Bits, Float, Float32};
    let (sx, sy) = (x as i64 as i128, y as i64 as i128);
    let (wx, wy) = (x as u128, y as u128);
    let (fx, fy) = (f64::from_bits(x), f64::from_bits(y));
    let (gx, gy) = (f32::from_bits(x as u32), f32::from_bits(y as u32));
    let signed = |v: i128| Some(Bits(v as u64));
    let word = |v: u128| Some(Bits(v as u64));
    let truth = |v: bool| Some(Bits(v as u64));
    // The narrow forms work on operands that are sign- or zero-extended.
    let low = |v: i128| Some(Bits(extend(v as u64, 32)));
    let low_u = |v: i128| Some(Bits(v as u64 & 0xffff_ffff));
    match op {
        Op::Mov | Op::PtrBits | Op::BitsPtr => word(wx),
        Op::Add | Op::AddP => signed(sx + sy),
        Op::Sub => signed(sx - sy),
        Op::Mul => signed(sx.wrapping_mul(sy)),
        Op::Div if y != 0 => signed(sx / sy),
        Op::Rem if y != 0 => signed(sx - sx / sy * sy),
        Op::DivU if y != 0 => word(wx / wy),
        Op::RemU if y != 0 => word(wx - wx / wy * wy),
        Op::And => word(wx & wy),
        Op::Or => word(wx | wy),
        Op::Xor => word((wx | wy) - (wx & wy)),
        Op::AndNot => word(wx - (wx & wy)),
        Op::Shl => word(if y > 63 { 0 } else { wx << y }),
        Op::Shr => word(if y > 63 { 0 } else { wx >> y }),
        Op::Sar => signed(if y > 63 { -((sx < 0) as i128) } else { sx.div_euclid(1 << y) }),
        Op::Add32 => low(sx + sy),
        Op::Sub32 => low(sx - sy),
        Op::Mul32 => low(sx.wrapping_mul(sy)),
        Op::AddU32 => low_u(sx + sy),
        Op::SubU32 => low_u(sx - sy),
        Op::MulU32 => low_u(sx.wrapping_mul(sy)),
        Op::Neg => signed(-sx),
        Op::Not => signed(-sx - 1),
        Op::BoolNot if x < 2 => word(1 - wx),
        Op::Sext8 => word(extend(x, 8) as u128),
        Op::Sext16 => word(extend(x, 16) as u128),
        Op::Sext32 => word(extend(x, 32) as u128),
        Op::Zext8 => word(wx % (1 << 8)),
        Op::Zext16 => word(wx % (1 << 16)),
        Op::Zext32 => word(wx % (1 << 32)),
        Op::Eq => truth(x == y),
        Op::Ne => truth(x != y),
        Op::Lt => truth(sx < sy),
        Op::Le => truth(sx <= sy),
        Op::LtU => truth(x < y),
        Op::LeU => truth(x <= y),
        Op::EqF => truth(fx == fy),
        Op::NeF => truth(fx != fy),
        Op::LtF => truth(fx < fy),
        Op::LeF => truth(fx <= fy),
        Op::AddF => Some(Float(fx + fy)),
        Op::SubF => Some(Float(fx - fy)),
        Op::MulF => Some(Float(fx * fy)),
        Op::DivF => Some(Float(fx / fy)),
        Op::NegF => Some(Float(-fx)),
        Op::SqrtF => Some(Float(fx.sqrt())),
        Op::AddF32 => Some(Float32(gx + gy)),
        Op::SubF32 => Some(Float32(gx - gy)),
        Op::MulF32 => Some(Float32(gx * gy)),
        Op::DivF32 => Some(Float32(gx / gy)),
        Op::NegF32 => Some(Float32(-gx)),
        Op::IntToF => Some(Float(f64::from_bits(rounded(sx, 52, 1023)))),
        Op::UintToF => Some(Float(f64::from_bits(rounded(wx as i128, 52, 1023)))),
        Op::IntToF32 => Some(Float32(f32::from_bits(rounded(sx, 23, 127) as u32))),
        Op::UintToF32 => Some(Float32(f32::from_bits(rounded(wx as i128, 23, 127) as u32))),
        Op::FToInt => signed(truncated(fx)),
        Op::FToInt32 => {
            let n = truncated(fx);
            signed(if n == n as i32 as i128 { n } else { -1 << 31 })
        }
        Op::FToUint => {
            const TOP: f64 = 9_223_372_036_854_775_808.0;
            if fx < TOP {
                signed(truncated(fx))
            } else {
                word((truncated(fx - TOP) as u64 | 1 << 63) as u128)
            }
        }
        Op::FToF32 => Some(Float32(fx as f32)),
        Op::F32ToF => Some(Float(gx as f64)),
        // With an immediate, or as a jump that is taken.
        Op::AddI | Op::AddPI => model(Op::Add, x, y),
        Op::MulI => model(Op::Mul, x, y),
        Op::AndI => model(Op::And, x, y),
        Op::ShlI => model(Op::Shl, x, y),
        Op::ShrI => model(Op::Shr, x, y),
        Op::SarI => model(Op::Sar, x, y),
        Op::Jeq | Op::JeqI => truth(x == y),
        Op::Jne | Op::JneI | Op::LoopNe => truth(x != y),
        Op::Jlt | Op::JltI | Op::LoopLt | Op::LoopLtI => truth(sx < sy),
        Op::LoopIncLt | Op::LoopIncLtI => truth(((sx as i64).wrapping_add(1) as i128) < sy),
        Op::Jle | Op::JleI | Op::LoopLe => truth(sx <= sy),
        Op::JgtI => truth(sx > sy),
        Op::JgeI | Op::LoopGeI => truth(sx >= sy),
        Op::RetNz => truth(x != 0),
        Op::RetZ => truth(x == 0),
        Op::RetEqI => truth(x == y),
        Op::RetNeI => truth(x != y),
        Op::RetLtI => truth(sx < sy),
        Op::RetLeI => truth(sx <= sy),
        Op::RetGtI => truth(sx > sy),
        Op::RetGeI => truth(sx >= sy),
        Op::JltU => truth(x < y),
        Op::JleU => truth(x <= y),
        Op::JltF => truth(fx < fy),
        Op::JleF => truth(fx <= fy),
        Op::JnltF => truth(fx.partial_cmp(&fy) != Some(Ordering::Less)),
        Op::JnleF => truth(!matches!(fx.partial_cmp(&fy), Some(Ordering::Less | Ordering::Equal))),
        Op::JeqF => truth(fx == fy),
        Op::JneF => truth(fx != fy),
        _ => None,
    }
}

/// The second operand as the op can have it: an immediate has 16 bits, that of a shift 6.
fn fitted(op: Op, y: u64) -> u64 {
    match op.format() {
        _ if matches!(op, Op::ShlI | Op::ShrI | Op::SarI) => y & 63,
        Format::DSI | Format::SI | Format::SIJ | Format::UIJ => extend(y, 16),
        _ => y,
    }
}

enum Expected {
    Bits(u64),
    /// NaNs are all alike.
    Float(f64),
    Float32(f32),
}

fn extend(x: u64, bits: u32) -> u64 {
    let half = 1i128 << (bits - 1);
    let low = (x as i128) & (2 * half - 1);
    (if low >= half { low - 2 * half } else { low }) as u64
}

/// cvttsd2si: truncation, and the smallest integer for what does not fit.
fn truncated(x: f64) -> i128 {
    let min = -(1i128 << 63);
    if x.is_nan() || x.abs() >= 1e19 {
        return min;
    }
    let whole = x.trunc() as i128;
    if (min..1 << 63).contains(&whole) { whole } else { min }
}

/// The bits of the nearest float with so many bits of fraction, ties to even.
fn rounded(x: i128, fraction: u32, bias: u64) -> u64 {
    if x == 0 {
        return 0;
    }
    let sign = (x < 0) as u64;
    let m = x.unsigned_abs();
    let mut exponent = 127 - m.leading_zeros();
    let mut kept = if exponent <= fraction {
        m << (fraction - exponent)
    } else {
        let drop = exponent - fraction;
        let (kept, rest, half) = (m >> drop, m & ((1 << drop) - 1), 1u128 << (drop - 1));
        kept + (rest > half || (rest == half && kept & 1 == 1)) as u128
    };
    if kept >> (fraction + 1) != 0 {
        kept >>= 1;
        exponent += 1;
    }
    let width = if fraction == 52 { 63 } else { 31 };
    sign << width | (exponent as u64 + bias) << fraction | (kept as u64 & ((1 << fraction) - 1))
}

fn is_arithmetic(op: Op) -> bool {
    model(op, 1, 1).is_some()
}

/// One case as text: compute, compare, leave when different.
fn case(out: &mut String, functions: &mut String, op: Op, x: u64, y: u64) {
    let y = fitted(op, y);
    let Some(want) = model(op, x, y) else { return };
    let pointers = op.source_need(0) == gvm_bytecode::operand::Need::Pointer;
    let _ = writeln!(out, "    const.64 1, #{x:#x}\n    const.64 2, #{y:#x}");
    if pointers {
        let _ = writeln!(out, "    bits.ptr 1, 1");
    }
    let name = op.mnemonic();
    let jump = |operands: String| {
        format!(
            "    const 3, #1\n    {name} {operands} -> @taken\n    const 3, #0\n  @taken:\n    nop {{}}\n"
        )
    };
    *out += &match op.format() {
        // A function that returns its argument, or one more than it.
        Format::S | Format::SI => {
            let n = functions.matches("func ").count();
            let operands =
                if op.format() == Format::S { "0".into() } else { format!("0, #{}", y as i64) };
            let _ = writeln!(
                functions,
                "func ret.{n} frame=1 params=(i64) results=(i64)\n    {name} {operands} {{}}\n    add.i 0, 0, #1\n    ret"
            );
            format!("    mov 8, 1\n    call @ret.{n} w8\n    eq 3, 8, 1 {{}}\n")
        }
        Format::DS => format!("    {name} 3, 1\n"),
        Format::DSI => format!("    {name} 3, 1, #{}\n", y as i64),
        Format::SSJ | Format::USJ => jump("1, 2".into()),
        Format::SIJ | Format::UIJ => jump(format!("1, #{}", y as i64)),
        _ => format!("    {name} 3, 1, 2\n"),
    };
    if op.result() == gvm_bytecode::op::Result::Pointer {
        let _ = writeln!(out, "    ptr.bits 3, 3");
    }
    let equal = |out: &mut String, bits: u64| {
        let _ = writeln!(out, "    const.64 4, #{bits:#x}\n    jeq 3, 4 -> @next\n    jmp -> bad");
    };
    match want {
        Expected::Bits(b) => equal(out, b),
        Expected::Float(f) if !f.is_nan() => equal(out, f.to_bits()),
        Expected::Float32(f) if !f.is_nan() => equal(out, f.to_bits() as u64),
        nan => {
            if matches!(nan, Expected::Float32(_)) {
                let _ = writeln!(out, "    f32.f 3, 3");
            }
            let _ = writeln!(out, "    jne.f 3, 3 -> @next\n    jmp -> bad");
        }
    }
}

/// Runs the cases in a loop; whether all came out as the model says.
fn holds(cases: &[(Op, u64, u64)], looping: Loop) -> bool {
    let mut text = String::from("entry 0\nfunc main frame=12\n    nop {}\n");
    let mut functions = String::new();
    for (n, &(op, x, y)) in cases.iter().enumerate() {
        let mut one = String::new();
        case(&mut one, &mut functions, op, x, y);
        let next = format!("next.{n}");
        text += &one.replace("@next", &next).replace("@taken", &format!("taken.{n}"));
        let _ = writeln!(text, "  {next}:");
    }
    // A division by zero ends the program with status 2.
    text += "    ret\n  bad:\n    const 1, #0\n    div 1, 1, 1\n    ret\n";
    text += &functions;
    let m =
        asm::assemble(&text).unwrap_or_else(|e| panic!("{e}: {:?}", text.lines().nth(e.line - 1)));
    gvm_bytecode::verify::image(&m).unwrap_or_else(|e| panic!("{e}"));
    let mut options = Options { looping, ..Options::default() };
    options.runtime.seed = Some(1);
    gvm_vm::run(m, options).expect("links").status == 0
}

/// Numbers around the edges of every width, floats of every sort, and any bits.
fn operand() -> impl Strategy<Value = u64> {
    let edges = prop::sample::select(vec![0u64, 1, 2, 3, 7, 8, 31, 32, 63, 64, 65]);
    let power = (0u32..64, -2i64..=2).prop_map(|(n, d)| (1u64 << n).wrapping_add(d as u64));
    let float = prop_oneof![
        any::<f64>(),
        (-70.0..70.0f64).prop_map(|e| e.exp2()),
        prop::sample::select(vec![
            0.0,
            -0.0,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
            0.5,
            -1.5
        ]),
        (0u32..64).prop_map(|n| (1u64 << n) as f64 - 0.5),
    ];
    let single = any::<f32>().prop_map(|f| f.to_bits() as u64);
    prop_oneof![
        2 => edges,
        3 => power.clone(),
        2 => power.prop_map(u64::wrapping_neg),
        3 => float.prop_map(f64::to_bits),
        2 => single,
        2 => any::<u64>(),
        2 => any::<i32>().prop_map(|x| x as i64 as u64),
    ]
}

fn cases() -> impl Strategy<Value = Vec<(Op, u64, u64)>> {
    let ops: Vec<Op> = Op::ALL.iter().copied().filter(|&op| is_arithmetic(op)).collect();
    prop::collection::vec((prop::sample::select(ops), operand(), operand()), 1..300)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn arithmetic_is_as_the_model(cases in cases()) {
        prop_assert!(holds(&cases, Loop::Threaded));
    }
}

#[test]
fn every_arithmetic_op_at_the_edges_in_every_loop() {
    let edges =
        [0u64, 1, 2, 63, 64, 127, 128, 255, 1 << 31, (1 << 31) - 1, 1 << 32, 1 << 63, !0, !1];
    let floats = [
        0.0,
        -0.0,
        1.5,
        -1.5,
        1e19,
        -1e19,
        9.3e18,
        f64::MAX,
        f64::MIN_POSITIVE,
        f64::INFINITY,
        f64::NAN,
    ];
    let all: Vec<u64> = edges.into_iter().chain(floats.map(f64::to_bits)).collect();
    let mut seen = 0;
    for &op in Op::ALL.iter().filter(|&&op| is_arithmetic(op)) {
        seen += 1;
        let pairs = all.iter().flat_map(|&x| all.iter().map(move |&y| (op, x, y)));
        let cases: Vec<_> = pairs.collect();
        for looping in [Loop::Threaded, Loop::Match, Loop::Instrumented] {
            assert!(holds(&cases, looping), "{} in {looping:?}", op.mnemonic());
        }
    }
    assert!(seen >= 85, "only {seen} ops are arithmetic");
}

#[test]
fn a_wrong_model_would_be_noticed() {
    // The harness itself: 2 + 2 is not 5.
    let text = "entry 0\nfunc main frame=8\n    const 1, #5 {}\n    const 2, #4\n    jeq 1, 2 -> next\n    const 1, #0\n    div 1, 1, 1\n  next:\n    ret\n";
    let m = asm::assemble(text).expect("syntax");
    let mut options = Options::default();
    options.runtime.seed = Some(1);
    assert_eq!(gvm_vm::run(m, options).expect("links").status, 2);
}
