//! The Go project's own test programs, run where a Go source tree is installed.
//!
//! A test is a file below the tree's `test/` whose first comment names an action. Here are those
//! that say something about the language as it runs: `run`, `rundir`, `compile` and `runoutput`.
//! Nothing of the tree is copied into the repository; what a test needs laid out in another way is
//! written to a scratch folder. A run counts only when the program is known to have come to its
//! own end: exit status 0 alone is what a program that did nothing has, too.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How long one program may take of the processors, so that a busy machine changes nothing.
pub const LIMIT: Duration = Duration::from_secs(10);

/// How long it may take by the clock: it may wait for something that never comes.
const CLOCK_LIMIT: Duration = Duration::from_secs(60);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    Run,
    RunDir,
    Compile,
    RunOutput,
}

impl Action {
    pub const ALL: [Action; 4] = [Action::Run, Action::RunDir, Action::Compile, Action::RunOutput];

    pub fn name(self) -> &'static str {
        match self {
            Action::Run => "run",
            Action::RunDir => "rundir",
            Action::Compile => "compile",
            Action::RunOutput => "runoutput",
        }
    }
}

/// One test of the tree.
#[derive(Clone, Debug)]
pub struct GoTest {
    pub action: Action,
    /// Path below `test/`, with `/`: `chan/select3.go`.
    pub name: String,
    /// What follows the action in the comment, without the flags for gc.
    pub args: Vec<String>,
}

impl GoTest {
    /// How the lists name it.
    pub fn key(&self) -> String {
        format!("{} {}", self.action.name(), self.name)
    }
}

/// All tests of the four actions that are meant for this platform, sorted by name.
pub fn discover(root: &Path) -> io::Result<Vec<GoTest>> {
    let mut out = Vec::new();
    walk(root, root, &mut out)?;
    out.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(out)
}

fn walk(root: &Path, folder: &Path, out: &mut Vec<GoTest>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            if path.extension().is_none_or(|e| e != "dir") {
                walk(root, &path, out)?;
            }
        } else if path.extension().is_some_and(|e| e == "go") {
            let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
            let Some((action, args)) = action(&text) else { continue };
            if !gvm_compiler::load::build_line_ok(&text) {
                continue;
            }
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            out.push(GoTest { action, name, args });
        }
    }
    Ok(())
}

/// The action in a file's first comment that is not a build constraint.
fn action(text: &str) -> Option<(Action, Vec<String>)> {
    let line = text.lines().find(|l| {
        !l.trim().is_empty() && !l.starts_with("//go:build") && !l.starts_with("// +build")
    })?;
    let mut words = line.strip_prefix("//")?.split_whitespace();
    let first = words.next()?;
    let action = Action::ALL.into_iter().find(|a| a.name() == first)?;
    let mut args = Vec::new();
    while let Some(w) = words.next() {
        match w {
            // These take their value in the next word.
            "-gcflags" | "-goexperiment" | "-ldflags" => {
                words.next();
            }
            _ if w.starts_with('-') || w.contains('=') => {}
            _ => args.push(w.to_string()),
        }
    }
    Some((action, args))
}

/// What came of a test: nothing, or why it fails, the first line being the short form.
pub type Verdict = Result<(), String>;

/// Runs tests with a `gvm` binary; scratch files go below `scratch`.
pub struct Suite {
    pub root: PathBuf,
    pub gvm: PathBuf,
    pub scratch: PathBuf,
}

/// What a command did.
struct Ran {
    exit: i32,
    output: Vec<u8>,
    timed_out: bool,
}

impl Suite {
    pub fn run(&self, t: &GoTest) -> Verdict {
        let work = self.scratch.join(t.name.replace(['/', '.'], "_"));
        fs::create_dir_all(&work).map_err(|e| e.to_string())?;
        let verdict = match t.action {
            Action::Run => self.run_files(&self.files(t), &self.program_args(t), &work, t),
            Action::Compile => self.compile(t, &work),
            Action::RunDir => self.run_dir(t, &work),
            Action::RunOutput => self.run_output(t, &work),
        };
        // What is left there does not matter for the verdict.
        let _ = fs::remove_dir_all(&work);
        verdict
    }

    /// gvm alone: no package comes from elsewhere.
    fn command(&self) -> Command {
        let mut c = Command::new(&self.gvm);
        c.env_remove("GVM_GOROOT");
        c
    }

    fn source(&self, t: &GoTest) -> PathBuf {
        self.root.join(&t.name)
    }

    /// The test's file and those its arguments name.
    fn files(&self, t: &GoTest) -> Vec<String> {
        let path = self.source(t);
        let folder = path.parent().unwrap_or(&self.root);
        let more = t.args.iter().take_while(|a| a.ends_with(".go"));
        std::iter::once(path.clone())
            .chain(more.map(|a| folder.join(a)))
            .map(|p| p.to_string_lossy().into_owned())
            .collect()
    }

    fn program_args(&self, t: &GoTest) -> Vec<String> {
        t.args.iter().skip_while(|a| a.ends_with(".go")).cloned().collect()
    }

    fn run_files(&self, files: &[String], args: &[String], work: &Path, t: &GoTest) -> Verdict {
        let ran = self.to_the_end(files, args, work, work)?;
        self.compare(t, &ran.output)
    }

    /// Runs a program that must come to its own end with status 0.
    fn to_the_end(
        &self,
        program: &[String],
        args: &[String],
        folder: &Path,
        work: &Path,
    ) -> Result<Ran, String> {
        let ending = work.join("ending");
        let _ = fs::remove_file(&ending);
        let mut c = self.command();
        c.arg("run").arg(format!("--ending={}", ending.display())).args(program);
        if !args.is_empty() {
            c.arg("--").args(args);
        }
        let ran = finish(c, folder, &work.join("output")).map_err(|e| e.to_string())?;
        if ran.timed_out {
            return Err(failure("longer than the limit", &ran.output));
        }
        if ran.exit != 0 {
            return Err(failure(&format!("exit {}", ran.exit), &ran.output));
        }
        match fs::read_to_string(&ending).unwrap_or_default().trim() {
            "main returned" | "exit 0" => Ok(ran),
            other => Err(failure(&format!("did not come to its end ({other:?})"), &ran.output)),
        }
    }

    fn compare(&self, t: &GoTest, output: &[u8]) -> Verdict {
        let Ok(want) = fs::read(self.source(t).with_extension("out")) else { return Ok(()) };
        if want == output {
            return Ok(());
        }
        let (want, got) = (String::from_utf8_lossy(&want), String::from_utf8_lossy(output));
        let line = want.lines().zip(got.lines()).take_while(|(a, b)| a == b).count();
        let at = |s: &str| s.lines().nth(line).unwrap_or("(end)").to_string();
        Err(format!("output line {}\n  want {}\n  got  {}", line + 1, at(&want), at(&got)))
    }

    fn compile(&self, t: &GoTest, work: &Path) -> Verdict {
        let mut c = self.command();
        c.args(["check", "--code"]).args(self.files(t));
        let ran = finish(c, work, &work.join("output")).map_err(|e| e.to_string())?;
        match (ran.timed_out, ran.exit) {
            (true, _) => Err("longer than the limit".into()),
            (_, 0) => Ok(()),
            (_, n) => Err(failure(&format!("exit {n}"), &ran.output)),
        }
    }

    /// The files of `NAME.dir`, one package each in the order of their names (neighbours with the
    /// same package clause together), the last one the program. They import one another as
    /// `./file`, which is no longer Go: the scratch module has them as `test/file`.
    fn run_dir(&self, t: &GoTest, work: &Path) -> Verdict {
        let module = work.join("module");
        let main = lay_out(&self.source(t).with_extension("dir"), &module)
            .map_err(|e| format!("layout: {e}"))?;
        let ran = self.to_the_end(&[".".into()], &[], &main, work)?;
        self.compare(t, &ran.output)
    }

    fn run_output(&self, t: &GoTest, work: &Path) -> Verdict {
        let made = self.to_the_end(&self.files(t), &self.program_args(t), work, work)?;
        let program = work.join("made.go");
        fs::write(&program, &made.output).map_err(|e| e.to_string())?;
        self.run_files(&[program.to_string_lossy().into_owned()], &[], work, t)
            .map_err(|e| format!("the program it made: {e}"))
    }
}

/// Lays out a `.dir` as module `test`; gives the folder of the program.
fn lay_out(dir: &Path, module: &Path) -> io::Result<PathBuf> {
    let mut names: Vec<PathBuf> = fs::read_dir(dir)?
        .filter_map(|e| e.ok().map(|e| e.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "go"))
        .collect();
    names.sort();
    fs::create_dir_all(module)?;
    fs::write(module.join("go.mod"), "module test\n\ngo 1.27\n")?;
    let mut last = (String::new(), module.to_path_buf());
    for path in names {
        let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
        if !gvm_compiler::load::build_line_ok(&text) {
            continue;
        }
        let package = package_name(&text).to_string();
        if package != last.0 {
            let stem = path.file_stem().unwrap_or_default();
            last = (package, module.join(stem));
            fs::create_dir_all(&last.1)?;
        }
        let name = path.file_name().unwrap_or_default();
        fs::write(last.1.join(name), absolute_imports(&text))?;
    }
    Ok(last.1)
}

fn package_name(text: &str) -> &str {
    text.lines()
        .find_map(|l| l.strip_prefix("package "))
        .map_or("", |r| r.split([' ', ';', '\t', '/']).next().unwrap_or(""))
}

/// `"./x"` and `"../x"` in import declarations become `"test/x"`.
fn absolute_imports(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_group = false;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start();
        if trimmed.starts_with("import (") {
            in_group = true;
        } else if in_group && trimmed.starts_with(')') {
            in_group = false;
        }
        if in_group || trimmed.starts_with("import ") {
            out.push_str(&line.replace("\"./", "\"test/").replace("\"../", "\"test/"));
        } else {
            out.push_str(line);
        }
    }
    out
}

/// A reason and what the program said last.
fn failure(what: &str, output: &[u8]) -> String {
    let text = String::from_utf8_lossy(output);
    let told = text
        .lines()
        .filter(|l| !l.trim().is_empty() && !l.starts_with("# "))
        .take(12)
        .collect::<Vec<_>>()
        .join("\n  ");
    format!("{what}\n  {told}")
}

/// Runs a command in a folder with both its streams going to one file.
fn finish(mut c: Command, folder: &Path, output: &Path) -> io::Result<Ran> {
    let file = File::create(output)?;
    c.current_dir(folder).stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
    let mut child = c.spawn()?;
    let start = Instant::now();
    let mut pause = Duration::from_micros(500);
    let (exit, timed_out) = loop {
        if let Some(status) = child.try_wait()? {
            break (crate::run::exit_status(status), false);
        }
        let passed = start.elapsed();
        let used = if passed > LIMIT { processor_time(child.id()) } else { Duration::ZERO };
        if used > LIMIT || passed > CLOCK_LIMIT {
            child.kill()?;
            child.wait()?;
            break (-1, true);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(10));
    };
    Ok(Ran { exit, output: fs::read(output)?, timed_out })
}

/// What a process has used of the processors so far, in the program and in the system.
fn processor_time(pid: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // The name, in parentheses, may hold anything; the times are the 14th and 15th words, in hundredths.
    let words = stat.rsplit(')').next().unwrap_or("").split_whitespace();
    let hundredths: u64 = words.skip(11).take(2).filter_map(|w| w.parse::<u64>().ok()).sum();
    Duration::from_millis(hundredths * 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_comment_names_the_action() {
        let words = |t| action(t).map(|(a, w)| (a.name(), w.join(" ")));
        assert_eq!(words("// run\n\npackage main"), Some(("run", String::new())));
        assert_eq!(
            words("//go:build linux\n// +build linux\n\n// run -gcflags -l=4 a b.go\n"),
            Some(("run", "a b.go".into()))
        );
        assert_eq!(words("// errorcheck\n"), None);
        assert_eq!(words("package main\n// run\n"), None);
    }

    #[test]
    fn imports_of_neighbours_become_those_of_a_module() {
        let text = "package b\n\nimport (\n\t\"./a\"\n)\nimport x \"./c\"\nvar s = \"./a\"\n";
        let want = "package b\n\nimport (\n\t\"test/a\"\n)\nimport x \"test/c\"\nvar s = \"./a\"\n";
        assert_eq!(absolute_imports(text), want);
    }
}
