//! `--trace=FILE` and `gvm trace`: formats by the file's name.

use std::io::Write;
use std::path::Path;

use gvm_trace::file::Pieces;
use gvm_trace::model::Model;
use gvm_trace::source::Sources;
use gvm_trace::{KINDS, Log, explain, jsonl, model, stats, text, waits};

use crate::args::{TraceArgs, TraceCommand};
use crate::trace_page;

/// Ends quietly when nobody reads any more.
macro_rules! out {
    ($($arg:tt)*) => {
        if std::io::Write::write_fmt(&mut std::io::stdout(), format_args!($($arg)*)).is_err() {
            return Ok(0);
        }
    };
}

pub fn trace(args: TraceArgs) -> i32 {
    let result = match args.command {
        Some(command) => run(command),
        None => trace_page::show(&args.page),
    };
    match result {
        Ok(status) => status,
        Err(e) => {
            eprintln!("gvm: {}", e.trim_start_matches("gvm: "));
            1
        }
    }
}

fn read(path: &Path) -> Result<Log, String> {
    let bytes = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    Log::read(&bytes).map_err(|e| format!("{}: {e}", path.display()))
}

/// Some outputs need to know what was there before the first event.
fn whole(log: &Log, what: &str) -> Result<(), String> {
    match log.first() {
        1 => Ok(()),
        n => Err(format!(
            "the log begins with event {n} (a flight recording), {what} needs a whole one; \
             .pftrace, .txt, .jsonl, stats, grep and explain can do with it"
        )),
    }
}

fn run(command: TraceCommand) -> Result<i32, String> {
    match command {
        TraceCommand::Convert { from, to } => {
            let format = format(&to).map_err(|e| e.trim_start_matches("gvm: ").to_string())?;
            let bytes = std::fs::read(&from).map_err(|e| format!("{}: {e}", from.display()))?;
            save(&to, format, &vec![bytes], None)?;
        }
        TraceCommand::Check { log } => {
            let log = read(&log)?;
            whole(&log, "check")?;
            if !log.complete {
                return Err("the log is not complete".into());
            }
            let m = model::replay(&log)?;
            out!(
                "{} events, {} snapshots: the model has the runtime's queues\n",
                log.records.len(),
                m.compared
            );
        }
        TraceCommand::Stats { log } => out!("{}", stats::text(&read(&log)?)),
        TraceCommand::Grep { log, kind, g, p, m, object, text: part } => {
            let log = read(&log)?;
            let mut kinds = Vec::new();
            for k in &kind {
                kinds.push(gvm_trace::kind::by_name(k).ok_or_else(|| {
                    format!("there is no event {k}: see `gvm help trace-events`")
                })?);
            }
            for r in &log.records {
                let mut line = String::new();
                text::full_line(&mut line, &log, r);
                let named = |name: &str, n: u64| {
                    r.event.fields().iter().any(|(f, v)| *f == name && v.has(n))
                };
                let keep = (kinds.is_empty() || kinds.contains(&r.event.kind()))
                    && g.is_none_or(|g| {
                        r.g == g
                            || ["g", "peer", "by", "kicked", "gs", "woken"]
                                .iter()
                                .any(|f| named(f, g))
                    })
                    && p.is_none_or(|p| r.p == Some(p) || named("p", p) || named("from", p))
                    && m.is_none_or(|m| r.m == m || named("m", m))
                    && object.is_none_or(|o| {
                        ["ch", "object", "lock", "group", "cond", "once", "cases"]
                            .iter()
                            .any(|f| named(f, o))
                    })
                    && part.as_ref().is_none_or(|t| line.contains(t));
                if keep {
                    out!("{line}");
                }
            }
        }
        TraceCommand::Diff { a, b } => {
            let (a, b) = (read(&a)?, read(&b)?);
            let same = (a.records.iter().zip(&b.records))
                .take_while(|(x, y)| {
                    let (mut s, mut t) = (String::new(), String::new());
                    jsonl::record(&mut s, &a, x);
                    jsonl::record(&mut t, &b, y);
                    s == t
                })
                .count();
            if same == a.records.len() && same == b.records.len() {
                out!("the {same} events are the same\n");
                return Ok(0);
            }
            out!("the first {same} events are the same\n");
            for (sign, log) in [('<', &a), ('>', &b)] {
                for r in log.records.iter().skip(same).take(3) {
                    let mut line = String::new();
                    text::full_line(&mut line, log, r);
                    out!("{sign} {line}");
                }
            }
            return Ok(1);
        }
        TraceCommand::Explain { log, at } => {
            let log = read(&log)?;
            let Some(r) = log.records.iter().find(|r| r.seq == at) else {
                return Err(format!("there is no event {at}: the log has {}", log.records.len()));
            };
            if log.first() > 1 {
                let kind = &KINDS[r.event.kind() as usize];
                out!("{} {} at {} ns\n{}\n\n", r.seq, kind.name, r.time, explain::why(&log, r));
                out!(
                    "The log begins with event {}: it does not say what the queues are.\n",
                    log.first()
                );
                return Ok(0);
            }
            let mut m = Model::default();
            for r in log.records.iter().take_while(|r| r.seq <= at) {
                m.apply(r).map_err(|e| format!("event {}: {e}", r.seq))?;
            }
            let kind = &KINDS[r.event.kind() as usize];
            out!("{} {} at {} ns\n{}\n\n", r.seq, kind.name, r.time, explain::why(&log, r));
            out!("{}", explain::state(&log, &m));
        }
    }
    Ok(0)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `.gvmlog`: the log itself, from which all others are made.
    Log,
    /// `.trace`: Go's own execution trace.
    Go,
    /// `.pftrace`: for ui.perfetto.dev.
    Perfetto,
    /// `.txt`
    Text,
    /// `.jsonl`
    JsonLines,
    /// `.html`: the page that teaches the scheduler.
    Page,
    /// `.dot`, `.mmd`, `.svg`: who waits for whom at the end, for Graphviz, Mermaid, or drawn.
    WaitsDot,
    WaitsMermaid,
    WaitsSvg,
}

pub fn format(path: &Path) -> Result<Format, String> {
    match path.extension().and_then(|e| e.to_str()) {
        Some("gvmlog") => Ok(Format::Log),
        Some("trace") => Ok(Format::Go),
        Some("pftrace") => Ok(Format::Perfetto),
        Some("txt") => Ok(Format::Text),
        Some("jsonl") => Ok(Format::JsonLines),
        Some("html") => Ok(Format::Page),
        Some("dot") => Ok(Format::WaitsDot),
        Some("mmd") => Ok(Format::WaitsMermaid),
        Some("svg") => Ok(Format::WaitsSvg),
        _ => Err(format!(
            "gvm: {}: the name of a trace must end in .html, .trace, .pftrace, .txt, .jsonl, .gvmlog, or .dot, .mmd, .svg for who waits for whom",
            path.display()
        )),
    }
}

/// Writes a log in a format; `code`: the program, when it is at hand.
pub fn save(
    path: &Path,
    format: Format,
    log: &Pieces,
    code: Option<&gvm_bytecode::Image>,
) -> Result<(), String> {
    let out = match format {
        Format::Log => return write(path, log),
        Format::Page => {
            let log = Log::read(&log.concat())?;
            whole(&log, ".html")?;
            let listings = code.map_or_else(Vec::new, |i| trace_page::listings(&log, i));
            let title = path.file_stem().map_or("".into(), |n| n.to_string_lossy());
            trace_page::of_log(&log, &title, &listings).into_bytes()
        }
        _ => convert(&Log::read(&log.concat())?, format)?,
    };
    write(path, &vec![out])
}

fn convert(log: &Log, format: Format) -> Result<Vec<u8>, String> {
    let waits = || -> Result<waits::Graph, String> {
        let sources = Sources::of(log, |file| std::fs::read_to_string(file).ok());
        Ok(waits::graph(log, &model::replay(log)?, &sources))
    };
    match format {
        Format::Go => whole(log, ".trace")?,
        Format::WaitsDot | Format::WaitsMermaid | Format::WaitsSvg => {
            whole(log, "who waits for whom")?;
        }
        _ => {}
    }
    Ok(match format {
        Format::Log | Format::Page => Vec::new(),
        Format::Go => gvm_trace::gotrace::write(log),
        Format::Perfetto => gvm_trace::perfetto::write(log),
        Format::Text => gvm_trace::text::write(log).into_bytes(),
        Format::JsonLines => gvm_trace::jsonl::write(log).into_bytes(),
        Format::WaitsDot => waits()?.dot().into_bytes(),
        Format::WaitsMermaid => waits()?.mermaid().into_bytes(),
        Format::WaitsSvg => waits()?.svg().into_bytes(),
    })
}

fn write(path: &Path, pieces: &Pieces) -> Result<(), String> {
    let all = || -> std::io::Result<()> {
        let mut file = std::fs::File::create(path)?;
        pieces.iter().try_for_each(|p| file.write_all(p))
    };
    all().map_err(|e| format!("{}: {e}", path.display()))
}
