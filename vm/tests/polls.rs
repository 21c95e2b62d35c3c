//! Every op that the table says polls lets others run: an endless loop of it is preempted, in every loop
//! of the interpreter.

use std::sync::mpsc;
use std::time::Duration;

use gvm_bytecode::op::{Op, flag};
use gvm_bytecode::{Format, asm, verify};
use gvm_vm::{Loop, Options};

/// The first goroutine makes room for the second; that the program ends says it got its turn again.
const HEAD: &str = r#"
type 0 struct "main.words" size=64 align=8 boxed components=(0:ptr)
type 1 interface "main.I" size=16 align=8 components=(0:u64 8:ptr) pointers=(8)
  method "M" sig=2
type 2 func "func()" size=8 align=8 direct components=(0:ptr) pointers=(0)
type 3 ptr "*main.words" size=8 align=8 direct components=(0:ptr) pointers=(0) elem=0
  method "M" sig=2 func=2
itab interface=1 concrete=3
native "runtime.Gosched" "func()" results=()
entry 0
func 0 main frame=12
    func 0, @spin {}
    go 0
    call.native @0 w4
    ret {}
func 1 leaf frame=4
    ret {}
func 2 method frame=4 params=(ptr)
    ret {0}
func 3 spin frame=16
    const 0, #1 {}
    const 1, #0
    const 2, #1000
    new 3, @0
    itab 4, @0
    func 5, @leaf
  again:
    nop {3 5}
"#;

/// Lines that jump back to `again` for ever and poll only by this op; none for those that cannot stand alone.
fn endless(op: Op) -> Option<String> {
    Some(match op {
        // Its operands must stay as they are: it counts the first of them.
        Op::LoopIncLt => "    const 1, #0\n    loop.inc.lt 1, 2 -> again {3 5}\n    ret\n".into(),
        Op::LoopIncLtI => {
            "    const 1, #0\n    loop.inc.lt.i 1, #1000 -> again {3 5}\n    ret\n".into()
        }
        Op::Loop => "    loop -> again {3 5}\n".into(),
        Op::LoopNz => "    loop.nz 0 -> again {3 5}\n    ret\n".into(),
        Op::LoopGeI => "    loop.ge.i 0, #1 -> again {3 5}\n    ret\n".into(),
        Op::LoopLtI => "    loop.lt.i 0, #2 -> again {3 5}\n    ret\n".into(),
        Op::Call => "    call @leaf w10\n    nop {3 5}\n    jmp -> again\n".into(),
        Op::CallClosure => "    call.closure 5 w10 ( -> )\n    nop {3 5}\n    jmp -> again\n".into(),
        Op::CallInterface => {
            "    mov 10, 3\n    call.interface 4 method 0 w10 (p -> )\n    nop {3 5}\n    jmp -> again\n"
                .into()
        }
        // What parks looks up by itself; deferred closures are called.
        Op::CallNative | Op::RtFinish | Op::DeferRun => return None,
        _ if matches!(op.format(), Format::SSJ) => {
            format!("    {} 1, 2 -> again {{3 5}}\n    ret\n", op.mnemonic())
        }
        _ => panic!("{op:?} polls: write a loop of it"),
    })
}

#[test]
fn what_polls_is_preempted() {
    for op in Op::ALL.iter().copied().filter(|op| op.flags() & flag::POLLS != 0) {
        let Some(body) = endless(op) else { continue };
        let text = format!("{HEAD}{body}");
        let image = asm::assemble(&text)
            .unwrap_or_else(|e| panic!("{op:?}: {e}: {:?}", text.lines().nth(e.line - 1)));
        verify::image(&image).unwrap_or_else(|e| panic!("{op:?}: {e}"));
        for looping in [Loop::Threaded, Loop::Match, Loop::Instrumented] {
            let (done, ended) = mpsc::channel();
            let image = image.clone();
            std::thread::spawn(move || {
                let mut options = Options { looping, ..Options::default() };
                options.runtime.seed = Some(1);
                options.runtime.procs = 1;
                let _ = done.send(gvm_vm::run(image, options).expect("links").status);
            });
            let status = ended.recv_timeout(Duration::from_secs(60));
            assert_eq!(status, Ok(0), "{op:?} in {looping:?} runs for ever");
        }
    }
}
