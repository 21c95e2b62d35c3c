//! The threaded loop on a small native stack: millions of instructions of every op. One handler that
//! calls the next instead of jumping to it overflows the stack, and the test process dies.

use std::fmt::Write;

use gvm_bytecode::op::{Op, Result as Held};
use gvm_bytecode::operand::{Index, Need, Part, Role, instructions};
use gvm_bytecode::{Image, asm, verify};
use gvm_vm::{Loop, Options};

/// Bytes of native stack. A frame of 16 bytes an instruction would need a thousand times as much.
const STACK: usize = 256 << 10;
const ROUNDS: u32 = 40_000;

/// Slots of the function under test, set up before its loop.
mod slot {
    pub const SCALAR: u16 = 1;
    pub const OTHER: u16 = 2;
    pub const LENGTH: u16 = 3;
    pub const OBJECT: u16 = 4;
    pub const POINTERS: u16 = 5;
    pub const FUNC: u16 = 6;
    pub const TEXT: u16 = 8;
    pub const TEXT_LENGTH: u16 = 9;
    pub const DEST: u16 = 20;
    pub const POINTER_DEST: u16 = 21;
    pub const RUN: u16 = 22;
    pub const PAIR: u16 = 26;
    pub const WINDOW: u16 = 40;
}

/// Live pointers anywhere in the loop.
const MAP: &str = "{4 5 6 8 10}";

const HEAD: &str = r#"
type 0 struct "main.words" size=64 align=8 boxed components=(0:ptr)
type 1 struct "main.pointers" size=64 align=8 boxed components=(0:ptr) pointers=(0 8 16 24 32 40 48 56)
type 2 interface "main.I" size=16 align=8 components=(0:u64 8:ptr) pointers=(8)
  method "M" sig=3
type 3 func "func()" size=8 align=8 direct components=(0:ptr) pointers=(0)
type 4 ptr "*main.words" size=8 align=8 direct components=(0:ptr) pointers=(0) elem=0
  method "M" sig=3 func=2
type 5 chan "chan int" size=8 align=8 direct components=(0:ptr) pointers=(0) elem=6
type 6 int "int" size=8 align=8 comparable components=(0:i64)
type 7 unsafe.Pointer "unsafe.Pointer" size=8 align=8 direct components=(0:ptr) pointers=(0)
itab interface=2 concrete=4
native "runtime.NumCPU" "func() int" results=(i64)
data align=8
  bytes "textured"
globals 16
global number type=6 offset=0
global pointer type=7 offset=8
entry 0
func 0 main frame=12
    const 4, #ROUNDS {}
    call @torture w4
    ret {}
func 1 leaf frame=4
    ret {}
func 2 method frame=4 params=(ptr)
    ret {0}
func 3 sender frame=8 captures=(ptr)
    closure 0 {}
    ld.p 0, [0 + 8]
    const 1, #41
    rt ChanSend w0 #0 type 5 #0
    rt.finish ChanSend w0 #0 type 5 #0 {}
    ret
func 4 one frame=6 params=(i64) results=(i64)
    add.i 1, 0, #1 {}
    ret.1 1
func 5 recovers frame=8
    recover 0 {}
    ret
func 6 defers frame=12 flags=4 recovery=7
    func 0, @leaf {}
    defer 0
    frame 1
    defer.to 0, 1
    func 0, @recovers
    defer 0
    call @panics w6
    defer.run w6 {}
    ret
func 7 panics frame=8
    type 0, @4 {}
    new 1, @0
    panic 0, 1
func 8 torture frame=64 params=(i64)
    const 1, #3 {}
    const 2, #5
    const 3, #8
    new 4, @0
    new 5, @1
    func 6, @leaf
    itab 7, @0
    data 8, @0
    const 9, #8
    const 40, #0
    rt ChanNew w40 #0 type 5 #0
    mov 10, 40
  round:
    nop {4 5 6 8 10}
"#;

/// What the table alone does not say how to write: calls, intrinsics and what waits.
const SPECIAL: &str = r#"
    call @leaf w40
    nop {4 5 6 8 10}
    const 40, #1
    call @one w40
    nop {4 5 6 8 10}
    const 40, #1
    call @returns w40
    nop {4 5 6 8 10}
    call @defers w40
    nop {4 5 6 8 10}
    call.closure 6 w40 ( -> )
    nop {4 5 6 8 10}
    mov 40, 4
    call.interface 7 method 0 w40 (p -> )
    nop {4 5 6 8 10}
    call.native @0 w40
    nop {4 5 6 8 10}
    mov 40, 8
    mov 41, 9
    mov.n 42, 40, x2
    rt StrCompare w40 #0 type 0 #0
    mov 40, 1
    mov 41, 2
    rt MinFloat w40 #0 type 0 #0
    closure.new 21, @sender
    st.p 10, [21 + 8]
    go 21
    mov 40, 10
    rt ChanRecv w40 #0 type 5 #0
    rt.finish ChanRecv w40 #0 type 5 #0 {4 5 6 8 10}
    add.i 0, 0, #-1
    loop.nz 0 -> round
    ret
func 9 returns frame=2 params=(i64) results=(i64)
    ret.z 0 {}
    ret.eq.i 0, #2
    ret.ne.i 0, #1
    ret.lt.i 0, #1
    ret.le.i 0, #0
    ret.gt.i 0, #1
    ret.ge.i 0, #2
    ret.nz 0
    ret
"#;

/// An instruction of `op` that does no harm, as text: reads what is set up, writes where nothing is read, jumps to
/// the next line.
fn sample(op: Op, label: &str) -> String {
    let mut text = format!("    {} ", op.mnemonic());
    let pointer = || match op {
        Op::IdxLdP | Op::IdxStP | Op::LdP | Op::StP => slot::POINTERS,
        Op::StrEq => slot::TEXT,
        _ => slot::OBJECT,
    };
    let of = |need: Need| match need {
        Need::Pointer if matches!(op, Op::Go | Op::Defer) => slot::FUNC,
        Need::Pointer => slot::OBJECT,
        _ => slot::SCALAR,
    };
    let mut scalars = 0;
    for part in op.format().parts() {
        let _ = match *part {
            Part::Text(t) => write!(text, "{t}"),
            Part::Field(_, role) => match role {
                Role::Dest if op.result() == Held::Pointer => {
                    write!(text, "{}", slot::POINTER_DEST)
                }
                Role::Dest | Role::Changed => write!(text, "{}", slot::DEST),
                Role::Dest2 => write!(text, "{}", slot::PAIR),
                Role::DestRun => write!(text, "{}", slot::RUN),
                Role::SourceRun => write!(text, "{}", slot::SCALAR),
                Role::Count => write!(text, "3"),
                Role::Source(1) if of(op.source_need(1)) == slot::SCALAR => {
                    write!(text, "{}", slot::OTHER)
                }
                Role::Source(n) => write!(text, "{}", of(op.source_need(n))),
                Role::Stored => write!(text, "{}", of(op.stored_need())),
                Role::Pointer => write!(text, "{}", pointer()),
                Role::Scalar if op == Op::StrEq => write!(text, "{}", slot::TEXT_LENGTH),
                // Growing: an index and its length, or the bounds of a slice.
                Role::Scalar => {
                    scalars += 1;
                    let growing = [slot::SCALAR, slot::OTHER, slot::LENGTH, slot::LENGTH];
                    write!(text, "{}", growing[scalars - 1])
                }
                Role::Window => write!(text, "{}", slot::WINDOW),
                Role::Jump => write!(text, "{label}"),
                Role::Index => match op.index() {
                    Some(Index::Func) if op == Op::MakeClosure => write!(text, "sender"),
                    Some(Index::Func) => write!(text, "leaf"),
                    Some(Index::Global)
                        if op.stored_need() == Need::Pointer || op == Op::GlobalLoadP =>
                    {
                        write!(text, "8")
                    }
                    _ => write!(text, "0"),
                },
                Role::Bits => write!(text, "0x123456789abcdef"),
                Role::Imm => write!(text, "1"),
                Role::Unsigned => write!(text, "8"),
                Role::Type | Role::Method | Role::SliceKind => write!(text, "0"),
                Role::Intrinsic => unreachable!("intrinsics are written by hand"),
            },
        };
    }
    text.push('\n');
    text
}

/// Ops of `SPECIAL` and its callees, and those that no running program reaches.
fn is_special(op: Op) -> bool {
    use gvm_bytecode::Format as F;
    matches!(
        op,
        Op::Ret1
            | Op::Panic
            | Op::Goexit
            | Op::PanicReturn
            | Op::PanicText
            | Op::Unreachable
            | Op::Closure
    ) || op.returns_in_place()
        || matches!(op.format(), F::Call | F::CallClosure | F::CallInterface | F::Rt | F::DeferRun)
        || matches!(op, Op::Go | Op::Defer | Op::DeferTo)
}

fn image() -> Image {
    let mut text = HEAD.replace("ROUNDS", &ROUNDS.to_string());
    for &op in Op::ALL.iter().filter(|&&op| !is_special(op)) {
        let label = format!("after.{}", op as u16);
        text += &sample(op, &label);
        let _ = writeln!(text, "  {label}:\n    nop {MAP}");
    }
    text += SPECIAL;
    let m =
        asm::assemble(&text).unwrap_or_else(|e| panic!("{e}: {:?}", text.lines().nth(e.line - 1)));
    verify::image(&m).unwrap_or_else(|e| panic!("{e}"));
    m
}

#[test]
fn every_op_is_there() {
    let m = image();
    let used: Vec<Op> = m.funcs.iter().flat_map(|f| instructions(&f.code)).map(|i| i.op).collect();
    let missing: Vec<&Op> = Op::ALL
        .iter()
        .filter(|op| !used.contains(op))
        // The first is reached from `panics`; the others end the program.
        .filter(|op| !matches!(op, Op::Goexit | Op::PanicReturn | Op::PanicText | Op::Unreachable))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    let loops = m.funcs[8].code.len() as u32 * ROUNDS;
    assert!(loops > 10_000_000, "only {loops} cells run");
}

/// Runs on a thread with the small stack; the deterministic host stays on it.
fn runs_in(looping: Loop) {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(move || {
        let mut options = Options { looping, ..Options::default() };
        options.runtime.seed = Some(1);
        gvm_vm::run(image(), options).expect("links").status
    });
    assert_eq!(thread.expect("starts").join().expect("no panic"), 0);
}

#[test]
fn threaded_loop_on_a_small_stack() {
    runs_in(Loop::Threaded);
}

#[test]
fn match_loop_does_the_same() {
    runs_in(Loop::Match);
}
