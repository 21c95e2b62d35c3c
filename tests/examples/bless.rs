//! Writes the `.want` files of the corpus with a real Go: `GO=/path/to/go cargo run -p gvm-tests
//! --example bless [NAME…]`. Without names, only cases that have no expectation yet.
#![forbid(unsafe_code)]

use gvm_tests::{Case, Outcome, cases, run_with_timeout, test_cases, transcript};
use std::{env, error::Error, fs, process::Command, time::Duration};

fn main() -> Result<(), Box<dyn Error>> {
    let go = env::var("GO").unwrap_or_else(|_| "go".into());
    let names: Vec<String> = env::args().skip(1).collect();
    let binary = env::temp_dir().join(format!("gvm-bless-{}", std::process::id()));
    let mut matched = false;
    for case in cases()?.into_iter().chain(test_cases()?) {
        let wanted = if names.is_empty() {
            !case.want.exists()
        } else {
            names.iter().any(|n| case.name.starts_with(n.as_str()))
        };
        if !wanted {
            continue;
        }
        matched = true;
        match bless(&case, &go, &binary)? {
            Some(outcome) => {
                fs::write(&case.want, outcome.to_text())?;
                eprintln!("blessed {}", case.name);
            }
            None => eprintln!("NOT blessed {}", case.name),
        }
    }
    if !matched && !names.is_empty() {
        return Err(format!("no case's name starts with {}", names.join(" or ")).into());
    }
    Ok(())
}

/// What real Go makes of a case; nothing when it does not fit the case's folder.
fn bless(
    case: &Case,
    go: &str,
    binary: &std::path::Path,
) -> Result<Option<Outcome>, Box<dyn Error>> {
    if case.name.starts_with("testing/") {
        return Ok(Some(transcript(case, |words| {
            let mut c = Command::new(go);
            c.args(words);
            c
        })?));
    }
    let (folder, argument) = case.place();
    let mut build = Command::new(go);
    build.current_dir(&folder).args(["build", "-o"]).arg(binary);
    if case.wants_all_errors() {
        build.arg("-gcflags=-e");
    }
    build.arg(&argument);
    let built = run_with_timeout(build, Duration::from_secs(120))?;
    if case.is_compile_error() {
        if built.exit == 0 {
            eprintln!("{}: real Go accepts it", case.name);
            return Ok(None);
        }
        return Ok(Some(Outcome::of(built)));
    }
    if built.exit != 0 {
        eprintln!("{}: {}", case.name, built.stderr);
        return Ok(None);
    }
    let mut run = Command::new(binary);
    run.current_dir(&folder);
    let run = run_with_timeout(run, Duration::from_secs(60))?;
    if run.timed_out {
        eprintln!("{}: still running after 60 s", case.name);
        return Ok(None);
    }
    Ok(Some(Outcome::of(run)))
}
