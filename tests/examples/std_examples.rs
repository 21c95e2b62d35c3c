//! Runs Go's own package examples where a Go source tree is installed: `GOROOT=/path/to/go cargo run
//! --release -p gvm-tests --example std_examples -- GVM PACKAGE…`, with GVM the binary to test.
//!
//! Each example file becomes a program whose main calls the file's `Example…` functions that have an
//! `// Output:` comment. Nothing of those files is kept. A check to run by hand: it reports what
//! differs and a pass rate, and fails when an example differs.
#![forbid(unsafe_code)]

use gvm_tests::run_with_timeout;
use std::{env, error::Error, fs, path::Path, process::Command, time::Duration};

/// Stands before each example's output.
const MARK: &str = "\u{1}example ";

struct Example {
    name: String,
    want: String,
    unordered: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let goroot = env::var("GOROOT")?;
    let mut args = env::args().skip(1);
    let gvm = args.next().ok_or("which gvm?")?;
    let folder = env::temp_dir().join(format!("gvm-examples-{}", std::process::id()));
    let (mut passed, mut all) = (0, 0);
    for package in args {
        let (mut good, mut count) = (0, 0);
        let mut files: Vec<_> = fs::read_dir(Path::new(&goroot).join("src").join(&package))?
            .filter_map(|e| Some(e.ok()?.path()))
            .filter(|p| {
                let name = p.file_name().unwrap_or_default().to_string_lossy();
                name.starts_with("example") && name.ends_with("_test.go")
            })
            .collect();
        files.sort();
        for file in files {
            let text = fs::read_to_string(&file)?;
            let examples = examples(&text);
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            count += examples.len();
            if !examples.is_empty() {
                let name = format!("{package}/{name}");
                good += run(&gvm, &folder, &name, &text, &examples, file.parent())?;
            }
        }
        println!("{package}: {good} of {count}");
        passed += good;
        all += count;
    }
    let _ = fs::remove_dir_all(&folder);
    println!("all: {passed} of {all}");
    if passed == all { Ok(()) } else { Err("examples differ".into()) }
}

/// The functions with an output comment, in order.
fn examples(text: &str) -> Vec<Example> {
    let mut found = Vec::new();
    let mut current: Option<String> = None;
    let mut comment: Vec<&str> = Vec::new();
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("func Example") {
            current = rest.split_once("() {").map(|(name, _)| format!("Example{name}"));
            comment.clear();
        } else if let Some(text) = line.trim_start().strip_prefix("//") {
            comment.push(text.strip_prefix(' ').unwrap_or(text).trim_end());
        } else if line == "}" {
            if let Some(name) = current.take()
                && let Some((want, unordered)) = output(&comment)
            {
                found.push(Example { name, want, unordered });
            }
        } else if !line.trim().is_empty() {
            comment.clear();
        }
    }
    found
}

/// What a function's last comment says that it prints, when it says so.
fn output(comment: &[&str]) -> Option<(String, bool)> {
    let start = comment.iter().rposition(|l| {
        let l = l.trim_start().to_lowercase();
        l.starts_with("output:") || l.starts_with("unordered output:")
    })?;
    let (head, first) = comment[start].split_once(':')?;
    let mut lines = vec![first.trim_start()];
    // Of several empty lines a comment has one.
    for &l in &comment[start + 1..] {
        if !l.is_empty() || lines.last().is_some_and(|l| !l.is_empty()) {
            lines.push(l);
        }
    }
    Some((lines.join("\n").trim().to_string(), head.trim().len() > "output".len()))
}

fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<_> = text.lines().collect();
    lines.sort_unstable();
    lines
}

/// Runs a file's examples and returns how many are right.
fn run(
    gvm: &str,
    folder: &Path,
    name: &str,
    text: &str,
    examples: &[Example],
    place: Option<&Path>,
) -> Result<usize, Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let package = text.lines().find(|l| l.starts_with("package ")).ok_or("no package clause")?;
    // Places in the program are those of the original file.
    let file = name.rsplit('/').next().unwrap_or(name);
    let program = format!("//line {file}:1\n{}", text.replacen(package, "package main", 1));
    fs::write(folder.join("examples.go"), program)?;
    let own = format!("{}.", package["package ".len()..].trim());
    let mut main = String::from("package main\n\nimport \"os\"\n\nfunc main() {\n");
    for e in examples {
        main.push_str(&format!(
            "\tos.Stdout.WriteString({MARK:?} + \"{0}\\n\")\n\t{0}()\n",
            e.name
        ));
    }
    main.push_str("}\n");
    let main = main.replace("\\u{1}", "\\x01");
    fs::write(folder.join("main.go"), main)?;
    let mut command = Command::new(gvm);
    // Some read files of their package.
    command.current_dir(place.unwrap_or(folder)).arg("run");
    command.args([folder.join("examples.go"), folder.join("main.go")]);
    let run = run_with_timeout(command, Duration::from_secs(20))?;
    let mut good = 0;
    let mut last = 0;
    let parts: Vec<_> = run.stdout.split(MARK).skip(1).collect();
    for e in examples {
        let got = parts.iter().find_map(|p| p.strip_prefix(&format!("{}\n", e.name)));
        let Some(got) = got.map(str::trim) else { continue };
        last += 1;
        // The package has another name here.
        let want = e.want.replace(&own, "main.");
        if got == want || e.unordered && sorted(got) == sorted(&want) {
            good += 1;
        } else {
            println!("{name} {}:\n--- want\n{}\n--- got\n{got}\n---", e.name, e.want);
        }
    }
    if run.exit != 0 || last < examples.len() {
        let lines: Vec<_> = run.stderr.lines().take(14).collect();
        println!("{name}: {last} of {} ran:\n{}", examples.len(), lines.join("\n"));
    }
    Ok(good)
}
