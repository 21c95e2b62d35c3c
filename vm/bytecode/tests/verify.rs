//! The verifier's rules, each with an image that breaks it and nothing else.

use gvm_bytecode::op::{Cell, Op};
use gvm_bytecode::{FuncEntry, Image, asm, verify};

fn refusal(m: &Image) -> String {
    verify::image(m).map_or_else(|e| e.to_string(), |()| "accepted".into())
}

#[test]
fn refused_images_say_why() {
    let text = include_str!("refused.txt");
    let mut wrong = Vec::new();
    let cases: Vec<&str> = text.split("\n=== ").skip(1).collect();
    for case in &cases {
        let (want, source) = case.split_once('\n').unwrap_or((case, ""));
        let got = match asm::assemble(source) {
            Ok(m) => refusal(&m),
            Err(e) => format!("syntax: {e}"),
        };
        if got != want {
            wrong.push(format!("want {want}\n got {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// What the assembler cannot write.
fn code(code: Vec<Cell>, maps: &[u32]) -> Image {
    let f = FuncEntry {
        name: "f".into(),
        frame_size: 8,
        code,
        maps: maps.iter().map(|&pc| (pc, 0)).collect(),
        pointer_maps: vec![vec![]],
        ..FuncEntry::default()
    };
    Image { funcs: vec![f], ..Image::default() }
}

#[test]
fn broken_cells() {
    let ret = Cell::new(Op::Ret, 0, 0, 0);
    let unknown = Cell { op: Op::COUNT as u16, ..ret };
    let cases = [
        (vec![unknown], format!("there is no op {}", Op::COUNT)),
        (vec![Cell::new(Op::Const64, 0, 0, 0)], "const.64 without its second cell".into()),
        (vec![Cell::new(Op::Nop, 0, 1, 0), ret], "nop has bits in a field it does not use".into()),
        (vec![Cell::new(Op::Ret, 0, 0, 7)], "ret has bits in a field it does not use".into()),
        (
            vec![Cell::new(Op::Rt, 0, 60_000, 0), Cell::default(), ret],
            "there is no intrinsic 60000".into(),
        ),
    ];
    for (cells, want) in cases {
        assert_eq!(refusal(&code(cells, &[0])), format!("func 0 (f) at 0: {want}"));
    }
    assert_eq!(refusal(&code(vec![ret], &[0])), "accepted");
}

#[test]
fn broken_maps() {
    let ret = Cell::new(Op::Ret, 0, 0, 0);
    let nop = Cell::new(Op::Nop, 0, 0, 0);
    let long = [Cell::new(Op::Const64, 0, 0, 0), Cell::ext64(1), ret];
    let want = "func 0 (f): the pointer map at 1 is not at an instruction";
    assert_eq!(refusal(&code(long.to_vec(), &[0, 1])), want);
    let want = "func 0 (f): pointer maps are out of order";
    assert_eq!(refusal(&code(vec![nop, ret], &[1, 0])), want);
    let mut m = code(vec![ret], &[0]);
    m.funcs[0].maps[0].1 = 1;
    assert_eq!(refusal(&m), "func 0 (f) at 0: there is no pointer map 1");
    let mut m = code(vec![ret], &[0]);
    m.funcs[0].calls = vec![(1, 0), (0, 0)];
    assert_eq!(refusal(&m), "func 0 (f): call signatures are out of order");
    let closure = Cell::new(Op::CallClosure, 4, 0, 0);
    let mut m = code(vec![Cell::new(Op::Nil, 0, 0, 0), closure, ret], &[0, 2]);
    m.funcs[0].calls = vec![(1, 0)];
    assert_eq!(refusal(&m), "func 0 (f) at 1: the call has no signature");
    m.funcs[0].calls = vec![(1, 3)];
    assert!(refusal(&m).contains("the call has no signature"), "{}", refusal(&m));
}
