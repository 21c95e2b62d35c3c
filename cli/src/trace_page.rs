//! `gvm trace prog.go`: runs a program with a seed, writes the page that shows it, and says in three
//! sentences what happened.

use std::path::{Path, PathBuf};

use gvm_bytecode::Image;
use gvm_compiler::load::Inputs;
use gvm_compiler::{Settings, Stage};
use gvm_trace::Log;
use gvm_trace::page::Page;
use gvm_trace::source::Sources;
use gvm_trace::summary::{Summary, summary};
use gvm_vm::{Loop, Options};

use crate::args::PageArgs;
use crate::files;

/// A recorded run and what is needed to show it.
pub struct Recorded {
    pub status: i32,
    pub log: Log,
    pub sources: Sources,
    pub image: Image,
}

pub fn show(args: &PageArgs) -> Result<i32, String> {
    let (inputs, rest) = files::split(&args.program)?;
    let title = title(&args.program);
    let out = args.output.clone().unwrap_or_else(|| PathBuf::from(page_name(&title)));
    let mut options = Options::default();
    options.runtime.seed = Some(args.seed);
    options.runtime.procs = args.procs.unwrap_or(crate::run::SEED_PROCS);
    if let Some(n) = args.preempt_every {
        (options.preempt_every, options.looping) = (n, Loop::Instrumented);
    }
    let name = args.program.first().cloned().unwrap_or_default();
    options.args = std::iter::once(name).chain(rest).collect();
    options.env = crate::run::environment();
    let Some(run) = record(inputs, options)? else { return Ok(1) };
    write(&out, &run, &title)?;
    for line in sentences(&summary(&run.log, &run.sources)) {
        eprintln!("{line}");
    }
    eprintln!("{}", out.display());
    if args.open {
        open(&out)?;
    }
    Ok(run.status)
}

pub fn sentences(s: &Summary) -> [&str; 3] {
    [&s.happened, &s.waited, &s.ended]
}

/// Runs a program with its events recorded. `None`: it does not compile, and the reasons are printed.
pub fn record(inputs: Inputs, mut options: Options) -> Result<Option<Recorded>, String> {
    let given = match &inputs {
        Inputs::Text(path, text) => {
            Some((path.clone(), String::from_utf8_lossy(text).into_owned()))
        }
        // Shown when no event names a place.
        Inputs::Files(files) => files.first().and_then(|f| {
            let name = Path::new(f).file_name()?.to_string_lossy().into_owned();
            Some((name, std::fs::read_to_string(f).ok()?))
        }),
        _ => None,
    };
    let from_memory = matches!(&inputs, Inputs::Text(..));
    let stage = if options.preempt_every > 0 { Stage::ImageWithAllMaps } else { Stage::Image };
    let compiled = files::compile(&inputs, Settings { stage, ..Settings::default() })?;
    let Some(image) = compiled.image else {
        files::report(&compiled.text);
        return Ok(None);
    };
    options.verify = cfg!(debug_assertions);
    options.runtime.trace = true;
    options.runtime.snapshot_every = 1000;
    options.header = crate::run::header(&options);
    let end = gvm_vm::run(image.clone(), options).map_err(|e| e.to_string())?;
    let log = Log::read(&end.log.ok_or("the run has no log")?.concat())?;
    let mut sources = Sources::of(&log, |file| match &given {
        // What was compiled from memory has no other file.
        Some((path, text)) if from_memory && file.ends_with(path.trim_start_matches('.')) => {
            Some(text.clone())
        }
        _ => std::fs::read_to_string(file).ok(),
    });
    if let Some((name, text)) = given.filter(|_| sources.files.is_empty()) {
        sources.files.insert(name, text);
    }
    Ok(Some(Recorded { status: end.status, log, sources, image }))
}

pub fn write(out: &Path, run: &Recorded, title: &str) -> Result<(), String> {
    let bytecode = listings(&run.log, &run.image);
    let page = Page { log: &run.log, title, sources: &run.sources, bytecode: &bytecode };
    std::fs::write(out, page.html()).map_err(|e| format!("{}: {e}", out.display()))
}

/// The bytecode of the user's functions that the log names.
pub fn listings(log: &Log, image: &Image) -> Vec<(String, String)> {
    let named: std::collections::BTreeSet<&str> =
        log.frames.iter().filter(|f| !f.library).map(|f| f.function.as_str()).collect();
    image
        .funcs
        .iter()
        .filter(|f| named.contains(f.name.as_str()))
        .map(|f| (f.name.clone(), gvm_bytecode::disasm::function(f, image)))
        .collect()
}

/// The page of a log whose program is not at hand: its sources are read where the log says.
pub fn of_log(log: &Log, title: &str, bytecode: &[(String, String)]) -> String {
    let sources = Sources::of(log, |file| std::fs::read_to_string(file).ok());
    Page { log, title, sources: &sources, bytecode }.html()
}

/// What the program is called: its first file, or its folder.
pub fn title(program: &[String]) -> String {
    let first = program.first().map_or("", String::as_str);
    if first == "-" {
        return "prog.go".into();
    }
    let path = std::fs::canonicalize(first).unwrap_or_else(|_| PathBuf::from(first));
    path.file_name().map_or("prog.go".into(), |n| n.to_string_lossy().into_owned())
}

fn page_name(title: &str) -> String {
    format!("{}.html", title.strip_suffix(".go").unwrap_or(title))
}

/// In the system's browser.
pub fn open(page: &Path) -> Result<(), String> {
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    std::process::Command::new(program)
        .arg(page)
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .map(|_| ())
        .map_err(|e| format!("{program} {}: {e}", page.display()))
}
