//! Broken input: the verifier refuses or accepts, the assembler reads or names a line; neither ever panics.

use gvm_bytecode::op::{Cell, Op};
use gvm_bytecode::{Image, asm, listing, verify};
use proptest::prelude::*;

const PROGRAM: &str = include_str!("robust.gvmasm");

fn image() -> Image {
    let m = asm::assemble(PROGRAM).expect("syntax");
    verify::image(&m).expect("sound");
    m
}

/// One change to an image.
#[derive(Clone, Debug)]
enum Change {
    /// Function, cell, field, value.
    Cell(usize, usize, u8, u16),
    Map(usize, usize, u32, u16),
    Frame(usize, u32),
    Recovery(usize, u32),
    Type(usize, u8, u32),
    Drop(usize),
}

fn change() -> impl Strategy<Value = Change> {
    let number = prop_oneof![0u16..8, 0..Op::COUNT as u16, any::<u16>()];
    let wide = prop_oneof![0u32..12, any::<u32>()];
    let any_index = any::<usize>();
    prop_oneof![
        8 => (any_index, any_index, 0u8..4, number.clone()).prop_map(|(f, c, k, v)| Change::Cell(f, c, k, v)),
        2 => (any_index, any_index, wide.clone(), number).prop_map(|(f, n, pc, s)| Change::Map(f, n, pc, s)),
        1 => (any_index, wide.clone()).prop_map(|(f, n)| Change::Frame(f, n)),
        1 => (any_index, wide.clone()).prop_map(|(f, n)| Change::Recovery(f, n)),
        2 => (any_index, 0u8..6, wide).prop_map(|(t, k, n)| Change::Type(t, k, n)),
        1 => any_index.prop_map(Change::Drop),
    ]
}

fn apply(m: &mut Image, c: &Change) {
    fn pick<T>(list: &mut [T], n: usize) -> Option<&mut T> {
        let len = list.len();
        if len == 0 { None } else { list.get_mut(n % len) }
    }
    match *c {
        Change::Cell(f, at, field, v) => {
            let Some(cell) = pick(&mut m.funcs, f).and_then(|f| pick(&mut f.code, at)) else {
                return;
            };
            let Cell { op, a, b, c } = *cell;
            *cell = match field {
                0 => Cell { op: v, a, b, c },
                1 => Cell { op, a: v, b, c },
                2 => Cell { op, a, b: v, c },
                _ => Cell { op, a, b, c: v },
            };
        }
        Change::Map(f, n, pc, slot) => {
            let Some(f) = pick(&mut m.funcs, f) else { return };
            if let Some(map) = pick(&mut f.maps, n) {
                map.0 = pc;
            }
            if let Some(map) = pick(&mut f.pointer_maps, n) {
                map.push(slot);
            }
        }
        Change::Frame(f, n) => {
            if let Some(f) = pick(&mut m.funcs, f) {
                f.frame_size = n;
            }
        }
        Change::Recovery(f, n) => {
            if let Some(f) = pick(&mut m.funcs, f) {
                f.recovery = Some(n);
                f.flags |= gvm_bytecode::image::func_flags::DEFERS;
            }
        }
        Change::Type(t, field, n) => {
            let Some(t) = pick(&mut m.types, t) else { return };
            match field {
                0 => t.size = n,
                1 => t.align = n,
                2 => t.len = n as u64 * 0x1_0000_0001,
                3 => t.elem = Some(gvm_bytecode::image::TypeId(n)),
                4 => t.pointers.push(n),
                _ => t.components.push((n, gvm_bytecode::Kind::Ptr)),
            }
        }
        Change::Drop(f) => {
            if let Some(f) = pick(&mut m.funcs, f) {
                f.code.pop();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8000))]
    #[test]
    fn verifier_never_panics(changes in prop::collection::vec(change(), 1..4)) {
        let mut m = image();
        changes.iter().for_each(|c| apply(&mut m, c));
        if verify::image(&m).is_ok() {
            // What it lets through can be written and read again.
            let back = asm::assemble(&listing::image(&m)).expect("syntax");
            prop_assert!(verify::image(&back).is_ok());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn assembler_never_panics(at in any::<usize>(), cut in 0usize..30, text in "[ -~\\n]{0,12}|\\PC{0,4}") {
        let start = (0..=at % PROGRAM.len()).rev().find(|&n| PROGRAM.is_char_boundary(n)).unwrap_or(0);
        let end = (start + cut).min(PROGRAM.len());
        let changed = format!("{}{text}{}", &PROGRAM[..start], &PROGRAM[end..]);
        if let Ok(m) = asm::assemble(&changed) {
            let _ = verify::image(&m);
        }
    }
}
