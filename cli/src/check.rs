//! `gvm check`: reports errors, runs nothing.

use std::io::IsTerminal;

use gvm_compiler::diag::{Report, Severity};
use gvm_compiler::{Settings, Stage, load};

use crate::args::CheckArgs;
use crate::files;

pub fn check(args: CheckArgs) -> i32 {
    let go = match args.lang.as_deref().map(language) {
        None => None,
        Some(Ok(n)) => Some(n),
        Some(Err(e)) => {
            eprintln!("{e}");
            return 2;
        }
    };
    let limit = if args.all_errors { None } else { Some(10) };
    let stage = if args.code { Stage::AllCode } else { Stage::Check };
    let settings = Settings { stage, limit, go, ..Settings::default() };
    let result =
        files::split(&args.program).and_then(|(inputs, _)| files::compile(&inputs, settings));
    match result {
        Ok(c) => {
            if args.json {
                c.reports.iter().for_each(|r| println!("{}", json(r)));
            } else if std::io::stderr().is_terminal() {
                c.reports.iter().for_each(|r| eprint!("{}", with_source(r)));
            } else {
                files::report(&c.text);
            }
            (c.errors > 0) as i32
        }
        Err(e) => {
            eprintln!("{e}");
            1
        }
    }
}

/// N of `go1.N`, which must be a version that exists.
fn language(text: &str) -> Result<u32, String> {
    let exact = text.starts_with("go1.") && text[4..].bytes().all(|b| b.is_ascii_digit());
    match load::minor_version(text).filter(|_| exact) {
        Some(n) if n <= load::NEWEST => Ok(n),
        Some(_) => {
            Err(format!("gvm: --lang={text}: the newest language version is go1.{}", load::NEWEST))
        }
        None => Err(format!("gvm: --lang={text}: not a language version such as go1.21")),
    }
}

/// One object on one line.
fn json(r: &Report) -> String {
    let severity = match r.severity {
        Severity::Error => "error",
        Severity::Unsupported => "unsupported",
    };
    format!(
        "{{\"package\":{},\"file\":{},\"line\":{},\"column\":{},\"severity\":\"{severity}\",\"message\":{}}}",
        quoted(&r.package),
        quoted(&r.file),
        r.line,
        r.column,
        quoted(&r.message)
    )
}

fn quoted(s: &str) -> String {
    let mut out = String::from("\"");
    for c in s.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if (c as u32) < 0x20 => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The message, then the source line and a caret below the place.
fn with_source(r: &Report) -> String {
    let mut out = format!("\x1b[1m{}\x1b[0m\n", r.line());
    let Some(source) = r.source.as_ref().filter(|s| r.column > 0 && !s.trim().is_empty()) else {
        return out;
    };
    let number = r.line.to_string();
    let before: String = source
        .char_indices()
        .take_while(|(i, _)| *i + 1 < r.column as usize)
        .map(|(_, c)| if c == '\t' { '\t' } else { ' ' })
        .collect();
    let margin = " ".repeat(number.len());
    out.push_str(&format!("  {number} | {source}\n  {margin} | {before}\x1b[1;31m^\x1b[0m\n"));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let r = Report {
            package: "m/p".into(),
            file: "./a.go".into(),
            line: 12,
            column: 4,
            severity: Severity::Error,
            message: "bad \"x\"\n\thave y".into(),
            source: Some("\té é".into()),
            site: None,
        };
        assert_eq!(
            json(&r),
            r#"{"package":"m/p","file":"./a.go","line":12,"column":4,"severity":"error","message":"bad \"x\"\n\thave y"}"#
        );
        let shown = with_source(&r);
        assert!(shown.contains("  12 | \té é\n     | \t "), "{shown:?}");
    }

    #[test]
    fn language_versions() {
        assert_eq!(language("go1.9"), Ok(9));
        assert!(language("go1.28").is_err());
        assert!(language("1.20").is_err() && language("go1.20.1").is_err());
    }
}
