//! `gvm disasm`: a program's tokens, tree, types, IR or bytecode, as a listing, JSON, a page or a graph.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use gvm_bytecode::Image;
use gvm_bytecode::image::{FuncId, LIBRARY_ROOT, func_flags};
use gvm_compiler::{Settings, Stage};
use gvm_disasm::{Program, Selection, graph, json, page, text};
use gvm_vm::{Counts, Loop, Options};
use regex::Regex;

use crate::args::DisasmArgs;
use crate::{files, trace_page};

/// Wrong use of the command line, as clap's own.
const USAGE: i32 = 2;

/// One line that says what is wrong, and the status for it.
type Refused = (i32, String);

fn usage(text: impl Into<String>) -> Refused {
    (USAGE, text.into())
}

pub fn disasm(args: DisasmArgs) -> i32 {
    match start(&args) {
        Ok(status) => status,
        Err((status, text)) => {
            eprintln!("{text}");
            status
        }
    }
}

fn start(args: &DisasmArgs) -> Result<i32, Refused> {
    let stage = stage(args)?;
    let wanted = match &args.func {
        Some(re) => {
            let made = Regex::new(re).map_err(|e| {
                let why = e.to_string();
                let last =
                    why.lines().last().unwrap_or("").trim_start_matches("error: ").to_string();
                usage(format!("gvm: --func={re}: {last}"))
            })?;
            Some(made)
        }
        None => None,
    };
    let (inputs, rest) = files::split(&args.program).map_err(|e| (1, e))?;
    if let Some(extra) = rest.first().filter(|_| !args.profile) {
        return Err(usage(format!("gvm: {extra}: only with --profile has the program arguments")));
    }
    let optimise = match args.opt.as_deref() {
        None | Some("1") => true,
        Some("0") => false,
        Some(other) => return Err(usage(format!("gvm: --opt={other}: it must be 0 or 1"))),
    };
    let settings = Settings { stage, debug_variables: true, optimise, ..Settings::default() };
    let compiled = files::compile(&inputs, settings).map_err(|e| (1, e))?;
    if compiled.errors > 0 {
        files::report(&compiled.text);
        return Ok(1);
    }
    if let Some(dump) = compiled.dump {
        let dump = match stage {
            Stage::ImageAndIr => functions_of(&dump, wanted.as_ref(), args)?,
            _ => lines_of(dump, args)?,
        };
        return write(args, &dump);
    }
    let Some(image) = compiled.image else { return Ok(1) };
    if args.raw {
        return write(args, &gvm_bytecode::listing::image(&image));
    }
    let counts = if args.profile { Some(profile(args, image.clone(), rest)?) } else { None };
    let files = shown_files(&image);
    let program = Program {
        image: &image,
        sources: image.files.iter().map(|f| source(f)).collect(),
        files,
        counts: counts.as_ref().map(|c| &c.cells[..]),
        steps: counts.as_ref().map(|c| (c.steps, c.outside)),
        optimised: optimise,
    };
    let which = select(args, &program, wanted.as_ref())?;
    let version = env!("CARGO_PKG_VERSION");
    if args.json {
        return write(args, &format!("{}\n", json::document(&program, &which, version)));
    }
    if args.cfg {
        return write(args, &graph::dot(&program, &which));
    }
    if args.html {
        let title = trace_page::title(&args.program);
        let html = page::html(&program, &which, version, &title);
        return html_file(args, &title, &html);
    }
    let colour = args.output.is_none()
        && std::io::stdout().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
        && std::env::var("TERM").is_ok_and(|t| t != "dumb");
    write(args, &text::listing(&program, &which, colour))
}

/// What to compile for; refuses options that do not go together.
fn stage(args: &DisasmArgs) -> Result<Stage, Refused> {
    let name = if args.ir { "ir" } else { args.stage.as_deref().unwrap_or("bytecode") };
    let stage = match name {
        "tokens" => Stage::Tokens,
        "ast" => Stage::Ast,
        "types" => Stage::Types,
        "ir" => Stage::ImageAndIr,
        "bytecode" => Stage::Image,
        other => {
            return Err(usage(format!(
                "gvm: --stage={other}: it must be tokens, ast, types, ir or bytecode"
            )));
        }
    };
    let forms = [
        ("--json", args.json),
        ("--html", args.html),
        ("--cfg", args.cfg),
        ("--raw", args.raw),
        ("--profile", args.profile),
    ];
    let given = |wanted: &[&str]| -> Option<&str> {
        forms.iter().filter(|f| f.1 && wanted.contains(&f.0)).map(|f| f.0).next()
    };
    if stage != Stage::Image
        && let Some(form) = given(&["--json", "--html", "--cfg", "--raw", "--profile"])
    {
        return Err(usage(format!("gvm: {form} shows bytecode, not {name}")));
    }
    if matches!(stage, Stage::Tokens | Stage::Ast | Stage::Types) && args.func.is_some() {
        return Err(usage(format!(
            "gvm: --func chooses among functions of the ir or bytecode, not {name}"
        )));
    }
    let forms: Vec<&str> = forms[..4].iter().filter(|f| f.1).map(|f| f.0).collect();
    if let [a, b, ..] = forms[..] {
        return Err(usage(format!("gvm: {a} and {b}: one form at a time")));
    }
    let part = [
        ("--func", args.func.is_some()),
        ("--line", args.line.is_some()),
        ("--profile", args.profile),
    ];
    if args.raw
        && let Some((option, _)) = part.iter().find(|p| p.1)
    {
        return Err(usage(format!("gvm: --raw is the whole image, {option} does not go with it")));
    }
    if args.open && !args.html {
        return Err(usage("gvm: --open is for --html"));
    }
    Ok(stage)
}

/// Writes to where the output goes.
fn write(args: &DisasmArgs, text: &str) -> Result<i32, Refused> {
    match &args.output {
        Some(path) if path != Path::new("-") => {
            std::fs::write(path, text).map_err(|e| (1, format!("gvm: {}: {e}", path.display())))?;
        }
        _ => {
            // A closed pipe ends the output.
            let mut out = std::io::stdout().lock();
            let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        }
    }
    Ok(0)
}

fn html_file(args: &DisasmArgs, title: &str, html: &str) -> Result<i32, Refused> {
    let default = format!("{}.disasm.html", title.strip_suffix(".go").unwrap_or(title));
    let path = args.output.clone().unwrap_or_else(|| PathBuf::from(default));
    if path == Path::new("-") {
        return write(args, html);
    }
    std::fs::write(&path, html).map_err(|e| (1, format!("gvm: {}: {e}", path.display())))?;
    eprintln!("{}", path.display());
    if args.open {
        trace_page::open(&path).map_err(|e| (1, e))?;
    }
    Ok(0)
}

/// The lines of a dump that are about a source line.
fn lines_of(dump: String, args: &DisasmArgs) -> Result<String, Refused> {
    let Some(given) = &args.line else { return Ok(dump) };
    let (_, n) = line_number(given)?;
    let start = format!("{n}:");
    let of: Vec<&str> = dump.lines().filter(|l| l.trim_start().starts_with(&start)).collect();
    if of.is_empty() {
        return Err((1, format!("gvm: --line={given}: nothing is on that line")));
    }
    Ok(of.join("\n") + "\n")
}

/// The functions of an IR dump whose names match.
fn functions_of(dump: &str, wanted: Option<&Regex>, args: &DisasmArgs) -> Result<String, Refused> {
    if args.line.is_some() {
        return Err(usage("gvm: --line does not go with --stage=ir"));
    }
    let Some(re) = wanted else { return Ok(dump.to_string()) };
    let name = |f: &str| f.lines().next().and_then(|l| l.strip_prefix("func ")).map(String::from);
    let of: Vec<&str> =
        dump.split_inclusive("\n\n").filter(|f| name(f).is_some_and(|n| re.is_match(&n))).collect();
    if of.is_empty() {
        return Err((1, format!("gvm: --func={re}: no function of the program's own matches")));
    }
    Ok(of.concat())
}

/// `N` or `FILE:N`.
fn line_number(given: &str) -> Result<(Option<&str>, u32), Refused> {
    let (file, n) = match given.rsplit_once(':') {
        Some((file, n)) => (Some(file), n),
        None => (None, given),
    };
    let n = n.parse().ok().filter(|&n| n > 0);
    let n = n.ok_or_else(|| usage(format!("gvm: --line={given}: it must be N or FILE:N")))?;
    Ok((file, n))
}

/// The functions and lines that were asked for.
fn select(args: &DisasmArgs, p: &Program, wanted: Option<&Regex>) -> Result<Selection, Refused> {
    let image = p.image;
    let own = |f: &gvm_bytecode::FuncEntry| f.flags & func_flags::LIBRARY == 0;
    let mut funcs: Vec<FuncId> = (0..image.funcs.len() as u32)
        .map(FuncId)
        .filter(|id| {
            let f = &image.funcs[id.index()];
            match wanted {
                Some(re) => re.is_match(&f.name),
                None => own(f),
            }
        })
        .collect();
    if let Some(re) = wanted.filter(|_| funcs.is_empty()) {
        return Err((1, format!("gvm: --func={re}: no function of the program matches")));
    }
    // As they are in the source.
    funcs.sort_by_key(|id| {
        let at = image.funcs[id.index()].pos;
        (at.file, at.line, at.column, id.0)
    });
    let Some(given) = &args.line else { return Ok(Selection { funcs, line: None }) };
    let (file, n) = line_number(given)?;
    let is_own = |f: usize| !image.files[f].starts_with(LIBRARY_ROOT);
    let candidates: Vec<usize> = (0..image.files.len())
        .filter(|&f| match file {
            Some(name) => p.files[f] == name || p.files[f].ends_with(&format!("/{name}")),
            None => is_own(f),
        })
        .collect();
    let file = match candidates[..] {
        [f] => f,
        [] => return Err((1, format!("gvm: --line={given}: the program has no such file"))),
        _ => {
            let example = &p.files[candidates[0]];
            return Err(usage(format!(
                "gvm: --line={given}: the program has {} files; say which, as in --line={example}:{n}",
                candidates.len()
            )));
        }
    };
    let name = &p.files[file];
    let length = p.sources[file].len() as u32;
    if length > 0 && n > length {
        return Err((1, format!("gvm: --line={given}: {name} has {length} lines")));
    }
    let at = (file as u32, n);
    let mut with_code: std::collections::BTreeSet<u32> = Default::default();
    funcs.retain(|&id| {
        let v = p.view(id);
        with_code.extend(v.lines.iter().filter(|l| l.place.file == at.0).map(|l| l.place.line));
        v.lines.iter().any(|l| v.is_of(l, at))
    });
    if funcs.is_empty() {
        let before = with_code.range(1..n).next_back();
        let near: Vec<String> =
            before.into_iter().chain(with_code.range(n..).next()).map(u32::to_string).collect();
        let near = match near.is_empty() {
            true => String::new(),
            false => format!(" (near it: {})", near.join(" and ")),
        };
        return Err((1, format!("gvm: --line={given}: no code was made of that line{near}")));
    }
    Ok(Selection { funcs, line: Some(at) })
}

/// Runs the program with a seed in the instrumented loop, which counts. What the program prints goes to
/// standard error, before the listing.
fn profile(args: &DisasmArgs, image: Image, rest: Vec<String>) -> Result<Counts, Refused> {
    let mut options = Options { looping: Loop::Instrumented, profile: true, ..Options::default() };
    options.runtime.seed = Some(args.seed);
    options.runtime.procs = crate::run::SEED_PROCS;
    options.runtime.capture = true;
    options.verify = cfg!(debug_assertions);
    let name = args.program.first().cloned().unwrap_or_default();
    options.args = std::iter::once(name).chain(rest).collect();
    options.env = crate::run::environment();
    let end = gvm_vm::run(image, options).map_err(|e| (1, format!("gvm: {e}")))?;
    let mut err = std::io::stderr().lock();
    for text in &end.output {
        let _ = err.write_all(text);
    }
    if end.status != 0 {
        let _ = writeln!(err, "gvm: the program ended with status {}", end.status);
    }
    end.profile.ok_or_else(|| (1, "gvm: the run has no profile".into()))
}

/// The names of the files to show: as they were given, if they are in the working folder.
fn shown_files(image: &Image) -> Vec<String> {
    let here = std::env::current_dir().ok().map(|d| format!("{}/", d.display()));
    let short = |f: &str| match here.as_ref().and_then(|d| f.strip_prefix(d.as_str())) {
        Some(inside) => inside.to_string(),
        None => f.to_string(),
    };
    image.files.iter().map(|f| short(f)).collect()
}

/// The lines of a file of the program or the library.
fn source(path: &str) -> Vec<String> {
    let text = match path.strip_prefix(LIBRARY_ROOT) {
        Some(of_library) => {
            let (package, name) = of_library.rsplit_once('/').unwrap_or(("", of_library));
            let files = gvm_runtime::library::package(package).unwrap_or_default();
            files.iter().find(|f| f.0 == name).map(|f| f.1.to_string())
        }
        None => std::fs::read_to_string(path).ok(),
    };
    text.map(|t| t.lines().map(String::from).collect()).unwrap_or_default()
}
