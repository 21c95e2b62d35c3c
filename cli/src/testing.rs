//! `gvm test`: packages' tests, with the output and exit status of `go test`.
//!
//! Each package is checked here; then a process of its own compiles and runs it in the package's
//! folder, so that nothing a test does to its process reaches another package.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use gvm_compiler::load::{self, Inputs};
use gvm_compiler::{Settings, Stage};

use crate::files;
use crate::packages::{self, Found};
use crate::test_flags::{Flags, parse};
use crate::test_json::Converter;

/// Prints a line of the summary, which goes to standard output.
struct Printer {
    json: bool,
}

impl Printer {
    /// The only line about a package that does not run.
    fn summary(&self, p: &Found, line: &str, action: &str, failed_build: Option<&str>) {
        if self.json {
            let mut c = Converter::new(&p.path);
            c.start();
            c.own_line(line, action == "fail");
            c.finish(action, Duration::ZERO, failed_build);
            return;
        }
        print!("{line}");
        // A closed pipe ends the report.
        let _ = std::io::stdout().flush();
    }
}

pub fn test(args: &[String]) -> i32 {
    let flags = match parse(args) {
        Ok(f) => f,
        Err(e) => {
            eprintln!("{e}");
            return 2;
        }
    };
    let list_mode = !flags.packages.is_empty();
    let printer = Printer { json: flags.json };
    if let Err(e) = load::check_vendor(&files::Disk, ".") {
        eprint!("{}", e.0);
        return 1;
    }
    // All are checked before the first one runs; what cannot even be loaded is told first, as
    // with go.
    let mut failed = false;
    let mut ready = Vec::new();
    for p in packages::find(&flags.packages) {
        match check(&p, &flags, &printer) {
            Checked::SetupFailed(text) => {
                eprintln!("# {}\n{}", p.path, text.trim_end());
                printer.summary(&p, &format!("FAIL\t{} [setup failed]\n", p.path), "fail", None);
                failed = true;
            }
            other => ready.push((p, other)),
        }
    }
    for (p, checked) in &ready {
        failed |= !package(p, checked, &flags, list_mode, &printer);
    }
    if failed && list_mode && !flags.json && !flags.compile_only {
        println!("FAIL");
    }
    failed as i32
}

/// What came of looking at a package.
enum Checked {
    Good,
    /// It cannot be loaded, and why.
    SetupFailed(String),
    /// It has errors, which were printed; the label names what was built.
    BuildFailed(String),
}

fn check(p: &Found, flags: &Flags, printer: &Printer) -> Checked {
    if let Some(e) = &p.error {
        return Checked::SetupFailed(e.clone());
    }
    let inputs =
        if p.has_tests { Inputs::Test(Box::new(p.inputs.clone())) } else { p.inputs.clone() };
    let settings = Settings { stage: Stage::Check, vet: flags.vet(), ..Settings::default() };
    match files::compile(&inputs, settings) {
        Err(e) => Checked::SetupFailed(e),
        Ok(c) if c.reports.is_empty() => Checked::Good,
        Ok(c) => {
            let label = c.reports[0].package.lines().next().unwrap_or_default().to_string();
            if printer.json {
                crate::test_json::build_output(&label, &c.text);
            } else {
                eprint!("{}", c.text);
            }
            Checked::BuildFailed(label)
        }
    }
}

/// Tests one package; the result says whether all is well.
fn package(
    p: &Found,
    checked: &Checked,
    flags: &Flags,
    list_mode: bool,
    printer: &Printer,
) -> bool {
    if let Checked::BuildFailed(label) = checked {
        if flags.compile_only {
            return false;
        }
        printer.summary(p, &format!("FAIL\t{} [build failed]\n", p.path), "fail", Some(label));
        return false;
    }
    if !p.has_tests {
        printer.summary(p, &format!("?   \t{}\t[no test files]\n", p.path), "skip", None);
        return true;
    }
    flags.compile_only || run(p, flags, list_mode, printer)
}

/// How long after its own timeout a test program is stopped.
const GRACE: Duration = Duration::from_secs(60);

fn run(p: &Found, flags: &Flags, list_mode: bool, printer: &Printer) -> bool {
    let start = Instant::now();
    // Go streams where the output is wanted at once.
    let stream = !printer.json && (!list_mode || flags.bench);
    let mut json = printer.json.then(|| Converter::new(&p.path));
    if let Some(c) = &mut json {
        c.start();
    }
    let (mut output, status) = match start_program(p, flags, stream) {
        Ok((child, reader)) => {
            let killer = watch(&child, flags.timeout);
            let output = collect(reader, json.as_mut());
            let status = finish(child);
            drop(killer);
            (output, status)
        }
        Err(e) => (format!("gvm: {e}\n").into_bytes(), Some(1)),
    };
    let took = start.elapsed();
    let seconds = format!("{:.3}s", took.as_secs_f64());
    let ok = status == Some(0);
    let mut note = String::new();
    let mut end = Vec::new();
    if ok {
        let text = String::from_utf8_lossy(&output);
        const NOTHING: &str = "testing: warning: no tests to run\n";
        if !stream && (text.starts_with(NOTHING) || text.contains(&format!("\n{NOTHING}"))) {
            note = " [no tests to run]".into();
        }
        let shown = flags.verbose || flags.list;
        if !shown && json.is_none() {
            output.clear();
        }
        writeln!(end, "ok  \t{}\t{seconds}{note}", p.path)
    } else {
        if !output.is_empty() && !output.ends_with(b"\n") && json.is_none() {
            output.push(b'\n');
        }
        match status {
            None => writeln!(end, "*** Test killed with quit: ran too long"),
            Some(code) if stream => writeln!(end, "exit status {code}"),
            Some(_) => Ok(()),
        }
        .and_then(|()| writeln!(end, "FAIL\t{}\t{seconds}", p.path))
    }
    .expect("a Vec takes everything");
    match json {
        Some(mut c) => {
            c.own_line(&String::from_utf8_lossy(&end), !ok);
            c.finish(if ok { "pass" } else { "fail" }, took, None);
        }
        None => {
            let mut out = std::io::stdout().lock();
            // A closed pipe ends the report.
            let _ = out
                .write_all(&output)
                .and_then(|()| out.write_all(&end))
                .and_then(|()| out.flush());
        }
    }
    ok
}

/// Starts the package's program; without `stream` its output is to be read here.
fn start_program(
    p: &Found,
    flags: &Flags,
    stream: bool,
) -> std::io::Result<(Child, Option<std::io::PipeReader>)> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("test-program").args(&flags.machine).arg("--name").arg(program_name(&p.path));
    for f in &p.program {
        command.arg("--of").arg(f);
    }
    command.arg("--").args(flags.program_arguments(flags.json));
    command.current_dir(&p.dir).env("PWD", std::path::absolute(&p.dir)?).stdin(Stdio::null());
    if stream {
        let out = std::io::stdout();
        command.stdout(Stdio::inherit());
        command.stderr(clone_of(&out)?);
        return Ok((command.spawn()?, None));
    }
    let (reader, writer) = std::io::pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer);
    Ok((command.spawn()?, Some(reader)))
}

#[cfg(unix)]
fn clone_of(out: &std::io::Stdout) -> std::io::Result<Stdio> {
    use std::os::fd::AsFd;
    Ok(out.as_fd().try_clone_to_owned()?.into())
}

#[cfg(not(unix))]
fn clone_of(_: &std::io::Stdout) -> std::io::Result<Stdio> {
    Ok(Stdio::inherit())
}

/// `ok.test` of `m/ok`.
fn program_name(path: &str) -> String {
    format!("{}.test", path.rsplit('/').next().unwrap_or(path))
}

/// Reads a program's output to its end.
fn collect(reader: Option<std::io::PipeReader>, mut json: Option<&mut Converter>) -> Vec<u8> {
    let mut all = Vec::new();
    let Some(mut reader) = reader else { return all };
    let mut part = [0; 1 << 16];
    while let Ok(n) = reader.read(&mut part) {
        if n == 0 {
            break;
        }
        if let Some(c) = &mut json {
            c.write(&part[..n]);
        }
        all.extend_from_slice(&part[..n]);
    }
    if let Some(c) = &mut json {
        c.end_of_output();
    }
    all
}

/// The exit status, nothing if the program was stopped.
fn finish(mut child: Child) -> Option<i32> {
    child.wait().ok()?.code()
}

/// Stops a program that does not heed its own timeout.
struct Watch(std::sync::mpsc::Sender<()>);

fn watch(child: &Child, timeout: Duration) -> Option<Watch> {
    if timeout.is_zero() {
        return None;
    }
    let pid = child.id().to_string();
    let (over, done) = std::sync::mpsc::channel::<()>();
    std::thread::spawn(move || {
        use std::sync::mpsc::RecvTimeoutError::Timeout;
        if done.recv_timeout(timeout.saturating_add(GRACE)) == Err(Timeout) {
            // When that fails nothing else is left to try.
            let _ = Command::new("kill").args(["-9", &pid]).status();
        }
    });
    Some(Watch(over))
}

impl Drop for Watch {
    fn drop(&mut self) {
        // The thread may be gone.
        let _ = self.0.send(());
    }
}

/// `gvm test-program`: compiles and runs the test program of the package here.
pub fn program(args: crate::args::TestProgramArgs) -> i32 {
    let inner = match args.of.as_slice() {
        [dir] if Path::new(dir).is_dir() => Inputs::Dir(dir.clone()),
        files => Inputs::Files(files.to_vec()),
    };
    crate::run::test_program(Inputs::Test(Box::new(inner)), args)
}
