//! Transcripts: what a row of `go` commands printed in a module, as one outcome.
//!
//! A case below `corpus/testing` is a module with a file `commands`: one command a line, without the
//! word `go`. Times, numbers measured and what depends on the machine are normalised.

use std::{fs, io, process::Command, time::Duration};

use crate::{Case, Outcome, corpus_root, normalise_stderr, run_with_timeout};

/// The cases that are transcripts, sorted by name.
pub fn test_cases() -> io::Result<Vec<Case>> {
    let root = corpus_root();
    let mut found = Vec::new();
    for entry in fs::read_dir(root.join("testing"))? {
        let path = entry?.path();
        if path.join("go.mod").exists() {
            let name =
                format!("testing/{}", path.file_name().unwrap_or_default().to_string_lossy());
            found.push(Case { name, want: path.with_extension("want"), program: path });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// Runs a case's commands; `command` gives what to run for the words after `go`.
pub fn transcript(case: &Case, mut command: impl FnMut(&[&str]) -> Command) -> io::Result<Outcome> {
    let mut all = Outcome { exit: 0, stdout: String::new(), stderr: String::new() };
    for line in fs::read_to_string(case.program.join("commands"))?.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if words.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut c = command(&words);
        c.current_dir(&case.program);
        let run = run_with_timeout(c, Duration::from_secs(120))?;
        let header = format!("$ go {line}\n");
        let root = case.program.display().to_string();
        let clean = |text: &str| normalise(&normalise_stderr(text).replace(&root, "DIR"));
        all.stdout.push_str(&format!("{header}{}exit {}\n", clean(&run.stdout), run.exit));
        if !run.stderr.is_empty() {
            all.stderr.push_str(&format!("{header}{}", clean(&run.stderr)));
        }
    }
    Ok(all)
}

/// Replaces what is measured.
fn normalise(text: &str) -> String {
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        if line.starts_with("cpu: ") {
            continue;
        }
        let mut line = seconds(line);
        if line.starts_with("Benchmark") || line.contains(" ns/op") {
            line = measured(&line);
        }
        if line.starts_with('{') {
            line = json_values(&line);
        }
        out.push_str(&line);
    }
    out
}

/// `0.012s` becomes `N.NNNs`.
fn seconds(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, number) = rest.split_at(at);
        out.push_str(before);
        let end = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
        let (digits, after) = number.split_at(end);
        let fraction = digits.split_once('.').map_or(0, |(_, f)| f.len());
        let stands_alone = before.ends_with(['(', '\t', ' ']) || before.ends_with("\\t");
        if stands_alone && after.starts_with('s') && matches!(fraction, 2 | 3) {
            out.push_str("N.");
            out.push_str(&"N".repeat(fraction));
        } else {
            out.push_str(digits);
        }
        rest = after;
    }
    out + rest
}

/// The numbers before ns/op, MB/s, B/op and allocs/op.
fn measured(line: &str) -> String {
    let columns: Vec<String> = line
        .split('\t')
        .map(|c| {
            let unit = c.trim().split_once(' ').map_or("", |(_, u)| u);
            if matches!(unit, "ns/op" | "MB/s" | "B/op" | "allocs/op") {
                let end = if c.ends_with('\n') { "\n" } else { "" };
                format!("N {unit}{end}")
            } else {
                c.to_string()
            }
        })
        .collect();
    columns.join("\t")
}

/// The values of Time and Elapsed.
fn json_values(line: &str) -> String {
    let mut out = line.to_string();
    for key in ["\"Time\":", "\"Elapsed\":"] {
        if let Some(at) = out.find(key) {
            let start = at + key.len();
            let end = out[start..].find([',', '}']).map_or(out.len(), |i| start + i);
            out.replace_range(start..end, "0");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::normalise;

    #[test]
    fn what_is_measured() {
        assert_eq!(normalise("--- PASS: TestA (0.12s)\n"), "--- PASS: TestA (N.NNs)\n");
        assert_eq!(normalise("ok  \tm/a\t1.234s [x]\n"), "ok  \tm/a\tN.NNNs [x]\n");
        assert_eq!(normalise("    a.go:3: took 1.25s\n"), "    a.go:3: took N.NNs\n");
        assert_eq!(
            normalise("BenchmarkA\t      10\t    34.00 ns/op\t   1 B/op\t  2 allocs/op\n"),
            "BenchmarkA\t      10\tN ns/op\tN B/op\tN allocs/op\n"
        );
        assert_eq!(
            normalise("{\"Time\":\"x\",\"Elapsed\":0.01}\n"),
            "{\"Time\":0,\"Elapsed\":0}\n"
        );
        assert_eq!(normalise("version 1.25 of 3s\n"), "version 1.25 of 3s\n");
    }
}
