//! The lessons: each is run, and shows the events it promises.

use std::process::Command;
use std::time::Duration;

use gvm_tests::{Finished, run_with_timeout};

fn learn(args: &[&str]) -> Finished {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
    command.arg("learn").args(args);
    run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts")
}

/// A lesson fails when its run does not have its expected events, in order.
#[test]
fn every_lesson_shows_its_events() {
    for n in 1..=16 {
        let end = learn(&[&n.to_string(), "--answer=c"]);
        assert_eq!(end.exit, 0, "lesson {n}: {}{}", end.stdout, end.stderr);
        assert!(end.stdout.contains(&format!("Lesson {n} of 16: ")), "{}", end.stdout);
        assert!(end.stdout.contains("The answer is "), "{}", end.stdout);
        let right = end.stdout.contains("You were right. The answer is c)");
        assert!(right || end.stdout.contains("You thought otherwise. "), "{}", end.stdout);
        let long = end.stdout.lines().find(|l| l.chars().count() > 80);
        assert_eq!(long, None, "lesson {n}: a line does not fit a terminal");
    }
}

/// What the programs print is what the answers say.
#[test]
fn what_the_programs_print() {
    for (n, want) in [
        (2, "goroutine 4\ngoroutine 1\ngoroutine 2\ngoroutine 3"),
        (3, "hits: 3"),
        (5, "stopped"),
        (6, "10000 and 64"),
        (7, "took 10ms"),
        (8, "1 2\n1 2"),
        (9, "both were chosen: true"),
        (13, "sum 15"),
        (14, "still there: 5"),
        (16, "the patient one had its turn"),
    ] {
        let end = learn(&[&n.to_string()]);
        let said = end.stdout.split_once("The program says:\n").expect("the program's part").1;
        assert!(said.contains(want), "lesson {n}: {said}");
    }
    let lost = learn(&["1"]).stdout;
    assert!(lost.contains("\ncounter is ") && !lost.contains("\ncounter is 20\n"), "{lost}");
    let deadlock = learn(&["10"]);
    assert!(deadlock.stderr.starts_with("fatal error: all goroutines are asleep - deadlock!"));
}

#[test]
fn the_list_and_wrong_numbers() {
    let list = learn(&[]);
    assert_eq!(
        list.stdout.lines().filter(|l| l.trim_start().starts_with(char::is_numeric)).count(),
        16
    );
    assert!(list.stdout.contains("  1  Why a mutex"));
    let wrong = learn(&["17"]);
    assert_eq!(
        (wrong.exit, wrong.stderr.as_str()),
        (1, "gvm: there is no lesson 17: they go from 1 to 16\n")
    );
    let program = learn(&["2", "--program"]);
    assert!(program.stdout.starts_with("package main\n"));
}
