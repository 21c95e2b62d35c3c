//! `gvm asm`: runs bytecode written as text, once the verifier has let it through.

use gvm_vm::Options;

use crate::args::AsmArgs;
use crate::run::loop_of;

pub fn asm(args: AsmArgs) -> i32 {
    let name = args.file.display().to_string();
    match image(&args.file) {
        Ok(image) if args.list => {
            print!("{}", gvm_bytecode::listing::image(&image));
            0
        }
        Ok(image) => {
            let mut options = Options { looping: loop_of(args.looping), ..Options::default() };
            options.args = std::iter::once(name.clone()).chain(args.args).collect();
            options.env = crate::run::environment();
            match gvm_vm::run(image, options) {
                Ok(end) => end.status,
                Err(e) => {
                    eprintln!("gvm: {name}: {e}");
                    1
                }
            }
        }
        Err(e) => {
            eprintln!("gvm: {name}: {e}");
            1
        }
    }
}

/// A file's image, verified.
fn image(path: &std::path::Path) -> Result<gvm_bytecode::Image, String> {
    let bytes = std::fs::read(path).map_err(|e| e.to_string())?;
    let text = String::from_utf8(bytes).map_err(|_| "not UTF-8".to_string())?;
    let image = gvm_bytecode::asm::assemble(&text).map_err(|e| e.to_string())?;
    gvm_bytecode::verify::image(&image).map_err(|e| e.to_string())?;
    Ok(image)
}
