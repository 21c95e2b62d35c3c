//! `gvm explain`: the reference of ops and intrinsics, from their tables.

use gvm_bytecode::{Intrinsic, Op, reference};

use crate::args::ExplainArgs;

pub fn explain(args: ExplainArgs) -> i32 {
    let Some(name) = args.name else {
        print!("{}", reference::all());
        return 0;
    };
    let of_op = Op::from_mnemonic(&name).map(reference::op);
    let of_intrinsic = || {
        let found = Intrinsic::ALL.iter().find(|i| i.name().eq_ignore_ascii_case(&name));
        found.map(|&i| reference::intrinsic(i))
    };
    match of_op.or_else(of_intrinsic) {
        Some(text) => {
            print!("{text}");
            0
        }
        None => {
            eprintln!("gvm: there is no op or intrinsic {name} (gvm explain lists them)");
            1
        }
    }
}
