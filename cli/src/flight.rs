//! `gvm run --flight=FILE`: the newest events of a run that went wrong.

use std::path::Path;

use gvm_trace::field::End;
use gvm_trace::file::Pieces;
use gvm_trace::{Event, Log};

use crate::trace::{self, Format};

/// What is kept when nobody says.
pub const SIZE: u64 = 8 << 20;
/// Least that is kept: below it nothing useful is left.
const LEAST: u64 = 64 << 10;

/// `8M`, `500K`, `1G`, or bytes.
pub fn size(text: &str) -> Result<u64, String> {
    let (digits, unit) = match text.chars().last() {
        Some('K' | 'k') => (&text[..text.len() - 1], 1 << 10),
        Some('M' | 'm') => (&text[..text.len() - 1], 1 << 20),
        Some('G' | 'g') => (&text[..text.len() - 1], 1 << 30),
        _ => (text, 1),
    };
    let n: u64 = digits.parse().map_err(|_| "it must be a size such as 8M or 500K".to_string())?;
    match n.checked_mul(unit) {
        Some(n) if n >= LEAST => Ok(n),
        Some(_) => Err("at least 64K are needed".into()),
        None => Err("it is too big".into()),
    }
}

/// After the run: writes the recording when the program did not end well, and says so in one line.
pub fn land(path: &Path, mut format: Format, pieces: &Pieces) -> Result<(), String> {
    let log = Log::read(&pieces.concat()).map_err(|e| format!("gvm: {e}"))?;
    let bad = |r: &gvm_trace::Record| match r.event {
        Event::ProgramEnd { why, .. } => {
            matches!(why, End::Panic | End::Fatal | End::Deadlock | End::Stopped)
        }
        _ => false,
    };
    if !log.records.iter().rev().any(bad) {
        return Ok(());
    }
    let mut path = path.to_path_buf();
    if let Err(e) = trace::save(&path, format, pieces, None) {
        // What happened must not be lost for the format's sake.
        eprintln!("\ngvm: {e}");
        (format, path) = (Format::Log, path.with_extension("gvmlog"));
        trace::save(&path, format, pieces, None).map_err(|e| format!("gvm: {e}"))?;
    }
    let name = path.display();
    let how = match format {
        Format::Log => format!("gvm trace convert {name} FILE.pftrace (or .txt, .jsonl)"),
        Format::Go => format!("go tool trace {name}"),
        Format::Perfetto => "https://ui.perfetto.dev".into(),
        _ => format!("any viewer of {}", path.extension().unwrap_or_default().display()),
    };
    eprintln!("\ngvm: the last {} events are in {name}; open it with {how}", log.records.len());
    Ok(())
}
