//! `gvm test -json`: a test program's output as events, one JSON object a line, as `go tool
//! test2json` makes them.
//!
//! The program marks lines of the framework with 0x16 and encloses errors in 0x0f and 0x0e.

use std::io::Write;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The events of one package.
pub struct Converter {
    package: String,
    /// The test that lines belong to.
    test: String,
    /// What came after the last newline.
    rest: Vec<u8>,
    in_error: bool,
    results: Vec<(String, &'static str, f64)>,
}

const FRAME: u8 = 0x16;
const ERROR: u8 = 0x0f;
const ERROR_END: u8 = 0x0e;

impl Converter {
    pub fn new(package: &str) -> Converter {
        Converter {
            package: package.into(),
            test: String::new(),
            rest: Vec::new(),
            in_error: false,
            results: Vec::new(),
        }
    }

    fn event(&self, action: &str, test: &str, more: &str) {
        let mut line = format!(
            "{{\"Time\":\"{}\",\"Action\":\"{action}\",\"Package\":{}",
            now(),
            quoted(&self.package)
        );
        if !test.is_empty() {
            line.push_str(&format!(",\"Test\":{}", quoted(test)));
        }
        line.push_str(more);
        print_line(&line);
    }

    fn output(&self, test: &str, text: &str, kind: &str) {
        let mut more = format!(",\"Output\":{}", quoted(text));
        if !kind.is_empty() {
            more.push_str(&format!(",\"OutputType\":\"{kind}\""));
        }
        self.event("output", test, &more);
    }

    pub fn start(&self) {
        self.event("start", "", "");
    }

    /// Lines that gvm itself prints about the package.
    pub fn own_line(&mut self, text: &str, frame: bool) {
        for line in text.split_inclusive('\n') {
            let kind = if frame && line.starts_with("FAIL") { "frame" } else { "" };
            self.output("", line, kind);
        }
    }

    /// The package's own result.
    pub fn finish(&self, action: &str, took: Duration, failed_build: Option<&str>) {
        let mut more = format!(",\"Elapsed\":{}", number(took.as_secs_f64()));
        if let Some(label) = failed_build {
            more.push_str(&format!(",\"FailedBuild\":{}", quoted(label)));
        }
        self.event(action, "", &more);
    }

    /// Takes a part of the program's output.
    pub fn write(&mut self, part: &[u8]) {
        self.rest.extend_from_slice(part);
        loop {
            let newline = self.rest.iter().position(|&b| b == b'\n');
            // A mark begins a line even after output without a newline.
            let mark = self.rest.iter().skip(1).position(|&b| b == FRAME).map(|i| i + 1);
            let end = match (newline, mark) {
                (Some(n), Some(m)) if m < n => m,
                (Some(n), _) => n + 1,
                (None, Some(m)) => m,
                (None, None) => return,
            };
            let line: Vec<u8> = self.rest.drain(..end).collect();
            self.line(&line);
        }
    }

    /// Nothing more comes.
    pub fn end_of_output(&mut self) {
        if !self.rest.is_empty() {
            let line = std::mem::take(&mut self.rest);
            self.line(&line);
        }
        self.report();
    }

    fn line(&mut self, line: &[u8]) {
        if line.first() == Some(&FRAME) {
            let text = String::from_utf8_lossy(&line[1..]).into_owned();
            self.framework(&text);
            return;
        }
        let continued = self.in_error;
        let starts = line.contains(&ERROR);
        if starts {
            self.in_error = true;
        }
        let kind = match (starts, continued) {
            (true, _) => "error",
            (false, true) => "error-continue",
            _ => "",
        };
        if line.contains(&ERROR_END) {
            self.in_error = false;
        }
        let bytes: Vec<u8> =
            line.iter().copied().filter(|b| !matches!(*b, ERROR | ERROR_END)).collect();
        self.output(&self.test, &String::from_utf8_lossy(&bytes), kind);
    }

    /// A line such as `=== RUN   TestA` or `--- PASS: TestA (0.00s)`.
    fn framework(&mut self, text: &str) {
        let bare = text.trim_end_matches('\n');
        if let Some(rest) = bare.strip_prefix("=== ") {
            let (what, name) = rest.split_at_checked(6).unwrap_or((rest, ""));
            let (what, name) = (what.trim_end(), name.trim_start());
            match what {
                "NAME" => {
                    self.report();
                    self.test = name.into();
                }
                "RUN" | "CONT" => {
                    self.report();
                    self.test = name.into();
                    self.event(if what == "RUN" { "run" } else { "cont" }, name, "");
                    self.output(name, text, "frame");
                }
                "PAUSE" => {
                    self.output(name, text, "frame");
                    self.event("pause", name, "");
                }
                "ATTR" => {
                    let mut parts = name.splitn(3, ' ');
                    let (test, key, value) = (
                        parts.next().unwrap_or_default(),
                        parts.next().unwrap_or_default(),
                        parts.next().unwrap_or_default(),
                    );
                    self.output(test, text, "frame");
                    self.event(
                        "attr",
                        test,
                        &format!(",\"Key\":{},\"Value\":{}", quoted(key), quoted(value)),
                    );
                }
                _ => self.output(&self.test, text, ""),
            }
            return;
        }
        let result = ["PASS", "FAIL", "SKIP", "BENCH"].into_iter().find_map(|how| {
            Some((how, bare.strip_prefix("--- ")?.strip_prefix(how)?.strip_prefix(": ")?))
        });
        if let Some((how, rest)) = result {
            let (name, took) = match rest.rsplit_once(" (") {
                Some((n, t)) => (n, t.trim_end_matches("s)").parse().unwrap_or(0.0)),
                None => (rest, 0.0),
            };
            self.report();
            self.test = name.into();
            self.output(name, text, "frame");
            let action = match how {
                "PASS" => "pass",
                "FAIL" => "fail",
                "SKIP" => "skip",
                _ => "bench",
            };
            self.results.push((name.into(), action, took));
            return;
        }
        if matches!(bare, "PASS" | "FAIL") {
            self.report();
            self.test.clear();
            self.output("", text, "frame");
            return;
        }
        self.output(&self.test, text, "");
    }

    /// The results that wait until all of their test's output came.
    fn report(&mut self) {
        for (name, action, took) in std::mem::take(&mut self.results) {
            self.event(action, &name, &format!(",\"Elapsed\":{}", number(took)));
        }
    }
}

/// The events of a package that does not compile.
pub fn build_output(label: &str, text: &str) {
    for line in text.split_inclusive('\n') {
        print_line(&format!(
            "{{\"ImportPath\":{},\"Action\":\"build-output\",\"Output\":{}",
            quoted(label),
            quoted(line)
        ));
    }
    print_line(&format!("{{\"ImportPath\":{},\"Action\":\"build-fail\"", quoted(label)));
}

fn print_line(open: &str) {
    let mut out = std::io::stdout().lock();
    // A closed pipe ends the report.
    let _ = writeln!(out, "{open}}}");
}

/// Seconds as encoding/json writes them.
fn number(seconds: f64) -> String {
    let rounded = (seconds * 1000.0).round() / 1000.0;
    format!("{rounded}")
}

/// A string as encoding/json writes it.
fn quoted(s: &str) -> String {
    let mut out = String::from("\"");
    for c in s.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                out.push_str(&format!("\\u{:04x}", c as u32))
            }
            c if (c as u32) < 0x20 => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out + "\""
}

/// The time in RFC 3339, UTC.
fn now() -> String {
    let t = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let (days, s) = (t.as_secs() / 86400, t.as_secs() % 86400);
    let (y, m, d) = civil(days as i64);
    let fraction = format!("{:09}", t.subsec_nanos());
    let fraction = fraction.trim_end_matches('0');
    let dot = if fraction.is_empty() { "" } else { "." };
    format!("{y:04}-{m:02}-{d:02}T{:02}:{:02}:{:02}{dot}{fraction}Z", s / 3600, s / 60 % 60, s % 60)
}

/// Year, month and day of a day since 1970 (Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms").
fn civil(days: i64) -> (i64, i64, i64) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let m = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + (m <= 2) as i64, m, doy - (153 * mp + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        assert_eq!(civil(0), (1970, 1, 1));
        assert_eq!(civil(19_782), (2024, 2, 29));
        assert_eq!(civil(20_454), (2026, 1, 1));
    }
}
