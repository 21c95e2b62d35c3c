//! `gvm check`

use gvm_compiler::{Stage, compile};

use crate::args::CheckArgs;
use crate::files::{self, Disk};

pub fn check(args: CheckArgs) -> i32 {
    let limit = if args.all_errors { None } else { Some(10) };
    let result = files::split(&args.program).and_then(|(inputs, _)| {
        compile(&Disk, &inputs, Stage::Check, limit).map_err(|e| e.0.trim_end().to_string())
    });
    match result {
        Ok(c) => {
            files::report(&c.text);
            (c.errors > 0) as i32
        }
        Err(e) => {
            eprintln!("{e}");
            1
        }
    }
}
