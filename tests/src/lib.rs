//! The corpus: Go programs with what real Go printed, and how the two are compared.
//!
//! A case is `NAME.go` (one file) or a folder `NAME/` with a `go.mod` (a module), below `corpus/`.
//! `NAME.want` beside it holds the exit status, standard output and standard error that a binary
//! built by real Go gave (for `errors/`: what `go build` gave), already normalised. Nothing here
//! runs the compiler or the VM in-process: the command line is what users get, so it is what is tested.
#![forbid(unsafe_code)]

pub mod annotated;
pub mod broken;
pub mod generate;
pub mod gosuite;
mod normalise;
mod run;
mod transcript;

pub use normalise::normalise_stderr;
pub use run::{Finished, run_with_timeout};
pub use transcript::{test_cases, transcript};

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// One program of the corpus.
#[derive(Clone, Debug)]
pub struct Case {
    /// Path below `corpus/` without extension, with `/`: `panic/plain_string`.
    pub name: String,
    /// The `.go` file or the module's folder.
    pub program: PathBuf,
    /// Where the expectation is kept.
    pub want: PathBuf,
}

/// What a program did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub exit: i32,
    pub stdout: String,
    pub stderr: String,
}

/// The folder of the corpus.
pub fn corpus_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// All cases that are programs, sorted by name; `test_cases` has the others.
pub fn cases() -> io::Result<Vec<Case>> {
    let root = corpus_root();
    let mut found = Vec::new();
    collect(&root, &root, &mut found)?;
    found.retain(|c| !c.name.starts_with("testing/"));
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Case>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_module = path.is_dir() && path.join("go.mod").exists();
        if path.is_dir() && !is_module {
            collect(root, &path, found)?;
        } else if is_module || path.extension().is_some_and(|e| e == "go") {
            let stem = path.with_extension("");
            let name =
                stem.strip_prefix(root).unwrap_or(&stem).to_string_lossy().replace('\\', "/");
            found.push(Case { name, want: path.with_extension("want"), program: path });
        }
    }
    Ok(())
}

impl Case {
    /// Whether the case is about the compiler's errors, not about a run.
    pub fn is_compile_error(&self) -> bool {
        self.name.starts_with("errors/")
    }

    /// Whether all errors are wanted (`-gcflags=-e`), not gc's first ten.
    pub fn wants_all_errors(&self) -> bool {
        self.name.starts_with("errors/all_")
    }

    /// The folder to run in, and the argument that names the program there.
    pub fn place(&self) -> (PathBuf, String) {
        if self.program.is_dir() {
            return (self.program.clone(), ".".into());
        }
        let folder = self.program.parent().unwrap_or(Path::new(".")).to_path_buf();
        let file = self.program.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (folder, file)
    }

    /// What real Go did.
    pub fn expected(&self) -> Result<Outcome, String> {
        let text = fs::read_to_string(&self.want)
            .map_err(|e| format!("{}: {e} (bless it: see CONTRIBUTING.md)", self.want.display()))?;
        Outcome::parse(&text).ok_or_else(|| format!("{}: malformed", self.want.display()))
    }
}

const STDOUT: &str = "-- stdout --\n";
const STDERR: &str = "-- stderr --\n";

impl Outcome {
    /// The form of a `.want` file.
    pub fn to_text(&self) -> String {
        format!("-- exit {} --\n{STDOUT}{}\n{STDERR}{}", self.exit, self.stdout, self.stderr)
    }

    fn parse(text: &str) -> Option<Outcome> {
        let rest = text.strip_prefix("-- exit ")?;
        let (exit, rest) = rest.split_once(" --\n")?;
        let rest = rest.strip_prefix(STDOUT)?;
        // Output may lack a final newline, so one is always added before the next section.
        let split = rest.rfind(&format!("\n{STDERR}"))?;
        let stderr = rest[split + 1 + STDERR.len()..].to_string();
        Some(Outcome { exit: exit.parse().ok()?, stdout: rest[..split].to_string(), stderr })
    }

    /// A run's outcome with standard error normalised.
    pub fn of(run: Finished) -> Outcome {
        Outcome { exit: run.exit, stdout: run.stdout, stderr: normalise_stderr(&run.stderr) }
    }

    /// A readable difference, or nothing.
    pub fn difference(&self, got: &Outcome) -> Option<String> {
        if self == got {
            return None;
        }
        let mut text = String::new();
        if self.exit != got.exit {
            text.push_str(&format!("  exit: want {}, got {}\n", self.exit, got.exit));
        }
        for (what, want, got) in
            [("stdout", &self.stdout, &got.stdout), ("stderr", &self.stderr, &got.stderr)]
        {
            if want == got {
                continue;
            }
            let line = want.lines().zip(got.lines()).take_while(|(a, b)| a == b).count();
            let show =
                |s: &str| s.lines().skip(line).take(4).collect::<Vec<_>>().join("\n      | ");
            text.push_str(&format!(
                "  {what} differs at line {}:\n    want\n      | {}\n    got\n      | {}\n",
                line + 1,
                show(want),
                show(got)
            ));
        }
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome;

    #[test]
    fn outcome_survives_its_text_form() {
        for stdout in ["", "a", "a\n", "\n-- stderr --\nx"] {
            let o = Outcome { exit: 2, stdout: stdout.into(), stderr: "panic: x\n".into() };
            assert_eq!(Outcome::parse(&o.to_text()), Some(o));
        }
    }
}
