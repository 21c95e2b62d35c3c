//! `gvm learn`: sixteen short lessons about goroutines, each a program, a question, and the events of a
//! real run that answer it.

use std::io::{BufRead, IsTerminal, Write};

use gvm_compiler::load::Inputs;
use gvm_trace::pattern::{Names, Step};
use gvm_vm::{Loop, Options};

use crate::args::LearnArgs;
use crate::lesson::{LESSONS, Lesson};
use crate::trace_page::{self, Recorded};

/// Ends quietly when nobody reads any more.
macro_rules! out {
    ($($arg:tt)*) => {
        if writeln!(std::io::stdout(), $($arg)*).is_err() {
            return Ok(0);
        }
    };
}

pub fn learn(args: &LearnArgs) -> i32 {
    match run(args) {
        Ok(status) => status,
        Err(e) => {
            eprintln!("gvm: {}", e.trim_start_matches("gvm: "));
            1
        }
    }
}

fn run(args: &LearnArgs) -> Result<i32, String> {
    let Some(number) = args.lesson else {
        for (i, l) in LESSONS.iter().enumerate() {
            out!("{:>3}  {}", i + 1, l.title);
        }
        out!("\ngvm learn N begins a lesson.");
        return Ok(0);
    };
    let lesson = number.checked_sub(1).and_then(|i| LESSONS.get(i)).ok_or_else(|| {
        format!("there is no lesson {number}: they go from 1 to {}", LESSONS.len())
    })?;
    if args.program {
        print!("{}", lesson.program);
        return Ok(0);
    }
    out!("Lesson {number} of {}: {}\n", LESSONS.len(), lesson.title);
    for (n, line) in lesson.program.lines().enumerate() {
        out!("{:>4}  {line}", n + 1);
    }
    out!("\n{}\n", folded(lesson.question, 0));
    for (letter, text) in ["a", "b", "c"].iter().zip(lesson.choices) {
        out!("  {letter}) {text}");
    }
    let prediction = args.answer.clone().or_else(ask);
    out!("\nThe program says:");
    let Some(run) = record(lesson)? else { return Ok(1) };
    out!(
        "\nWhat happened, step by step (the whole of it: gvm learn {number} --page=lesson.html):\n"
    );
    let names = Names::of(&run.log, &run.sources);
    let steps: Vec<Step> = lesson.steps.iter().map(|s| s.0).collect();
    let found = names.find(&steps).map_err(|n| format!("this run does not show step {}", n + 1))?;
    for (at, (_, note)) in found.into_iter().zip(lesson.steps) {
        let r = &run.log.records[at];
        out!("  #{:<5} {}", r.seq, folded(&names.line(r), 9));
        if !note.is_empty() {
            out!("         {}", folded(note, 9));
        }
    }
    let letter = ["a", "b", "c"][lesson.answer];
    let verdict = match prediction.as_deref() {
        Some(p) if p == letter => "You were right. ",
        Some(_) => "You thought otherwise. ",
        None => "",
    };
    let answer = format!("{verdict}The answer is {letter}) {}.", lesson.choices[lesson.answer]);
    out!("\n{}\n{}", folded(&answer, 0), folded(lesson.because, 0));
    if let Some(page) = &args.page {
        trace_page::write(page, &run, &format!("{}.go", lesson.name))?;
        out!("{}", page.display());
    }
    Ok(0)
}

/// Text in lines of at most 80 characters; those after the first begin with so many spaces.
fn folded(text: &str, indent: usize) -> String {
    let (mut out, mut column) = (String::new(), indent);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > indent && column + 1 + length > 80 {
            out += &format!("\n{:indent$}", "");
            column = indent;
        } else if column > indent {
            out.push(' ');
            column += 1;
        }
        out += word;
        column += length;
    }
    out
}

/// The reader's prediction, when there is one at a terminal.
fn ask() -> Option<String> {
    let stdin = std::io::stdin();
    if !stdin.is_terminal() || !std::io::stdout().is_terminal() {
        return None;
    }
    print!("\nYour prediction (a, b or c; Enter to see): ");
    std::io::stdout().flush().ok()?;
    let mut line = String::new();
    stdin.lock().read_line(&mut line).ok()?;
    let letter = line.trim().to_lowercase();
    (!letter.is_empty()).then_some(letter)
}

/// Runs a lesson's program.
fn record(lesson: &Lesson) -> Result<Option<Recorded>, String> {
    let file = format!("./{}.go", lesson.name);
    let mut options = Options::default();
    options.runtime.seed = lesson.seed;
    options.runtime.procs = lesson.procs;
    if lesson.preempt_every > 0 {
        (options.preempt_every, options.looping) = (lesson.preempt_every, Loop::Instrumented);
    }
    options.args = vec![file.clone()];
    trace_page::record(Inputs::Text(file, lesson.program.into()), options)
}
