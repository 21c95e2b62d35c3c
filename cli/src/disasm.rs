//! `gvm disasm`

use gvm_compiler::{Settings, Stage};

use crate::args::DisasmArgs;
use crate::files;

pub fn disasm(args: DisasmArgs) -> i32 {
    let stage = if args.ir { Stage::ImageAndIr } else { Stage::Image };
    let result = files::split(&args.program).and_then(|(inputs, _)| {
        files::compile(
            &inputs,
            Settings { stage, debug_variables: !args.ir, ..Settings::default() },
        )
    });
    match result {
        Ok(c) => {
            let Some(image) = c.image else {
                files::report(&c.text);
                return 1;
            };
            if args.raw {
                print!("{}", gvm_bytecode::listing::image(&image));
                return 0;
            }
            if let Some(ir) = c.ir {
                print!("{ir}");
                return 0;
            }
            for f in image.funcs.iter().filter(|f| f.name.contains(&args.only)) {
                println!("{}", gvm_bytecode::disasm::function(f, &image));
            }
            0
        }
        Err(e) => {
            eprintln!("{e}");
            1
        }
    }
}
