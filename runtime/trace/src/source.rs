//! What the program's text says about an event: its line, and what its author calls a channel or lock.
//!
//! A log names places, not variables. The name of a channel is what its `make` is assigned to, the name
//! of a lock what its method is called on. No name is given where the line does not show one.

use std::collections::BTreeMap;

use crate::field::{ObjectKind, Shown, Stack, Text};
use crate::kind::{Event, KINDS};
use crate::log::{Frame, Log};

/// Source files by the name that frames have.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    pub files: BTreeMap<String, String>,
}

impl Sources {
    /// The user's own files of a log, as far as `read` finds them.
    pub fn of(log: &Log, read: impl Fn(&str) -> Option<String>) -> Sources {
        let mut files = BTreeMap::new();
        for f in log.frames.iter().filter(|f| !f.library && !f.file.is_empty()) {
            if !files.contains_key(&f.file)
                && let Some(text) = read(&f.file)
            {
                files.insert(f.file.clone(), text);
            }
        }
        Sources { files }
    }

    pub fn line(&self, f: &Frame) -> Option<&str> {
        self.files.get(&f.file)?.lines().nth((f.line as usize).checked_sub(1)?)
    }

    /// What the author calls an object that was made or first seen there.
    pub fn name_at(&self, log: &Log, kind: ObjectKind, text: Text, stack: Stack) -> Option<String> {
        let global = log.text(text);
        if !global.is_empty() {
            return Some(global.strip_prefix("main.").unwrap_or(global).to_string());
        }
        let frame = log.site(stack).filter(|f| !f.library)?;
        let line = self.line(frame)?;
        match kind {
            ObjectKind::Chan => channel_name(line, frame.column as usize),
            _ => method_of(line, methods(kind)),
        }
    }

    /// What a `go` statement there starts, as its author wrote it: `worker`; `None` for a literal.
    pub fn started_at(&self, log: &Log, stack: Stack) -> Option<String> {
        let line = self.line(log.site(stack).filter(|f| !f.library)?)?;
        let (_, after) = line.split_once("go ")?;
        let end = after.find('(')?;
        let target = after[..end].trim();
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '[' | ']');
        (target != "func" && target.chars().all(plain)).then(|| name(target)).flatten()
    }

    /// All objects, with what can be known of them.
    pub fn objects(&self, log: &Log) -> BTreeMap<u64, Known> {
        let mut out: BTreeMap<u64, Known> = BTreeMap::new();
        for r in &log.records {
            let (object, kind, text, stack) = match &r.event {
                Event::ChanMake { ch, stack, .. } => (*ch, ObjectKind::Chan, Text(0), *stack),
                Event::ObjectNew { object, kind, name, stack } => (*object, *kind, *name, *stack),
                e => match touched(e) {
                    // Where it is used may say more than where it was first seen.
                    Some((o, stack)) if out.get(&o).is_some_and(|k| k.name.is_none()) => {
                        (o, out[&o].kind, Text(0), stack)
                    }
                    _ => continue,
                },
            };
            let known = out.entry(object).or_insert(Known { kind, name: None, own: None });
            known.name = known.name.take().or_else(|| self.name_at(log, kind, text, stack));
            if stack.0 != 0 {
                known.own.get_or_insert_with(|| own(log, stack));
            }
        }
        out
    }
}

/// What is known of an object from the program's text.
#[derive(Clone, Debug)]
pub struct Known {
    pub kind: ObjectKind,
    pub name: Option<String>,
    /// The user's own, not one inside the library; `None`: no event says where it is.
    pub own: Option<bool>,
}

/// The object an event is about, and where in the program.
pub fn touched(e: &Event) -> Option<(u64, Stack)> {
    let types = KINDS[e.kind() as usize].fields;
    if !types.iter().any(|t| t.1 == "Object") {
        return None;
    }
    let (mut object, mut stack) = (0, Stack(0));
    for ((_, ty), (_, shown)) in types.iter().zip(e.fields()) {
        match shown {
            Shown::Number(n) if *ty == "Object" => object = n,
            Shown::Stack(s) => stack = s,
            _ => {}
        }
    }
    (object != 0 && stack.0 != 0).then_some((object, stack))
}

/// Whether an object made there is the user's own: between its user and the object is nothing of
/// the library but the calls that the user knows it by.
pub fn own(log: &Log, stack: Stack) -> bool {
    log.stack(stack)
        .find(|f| {
            let package = ["sync.", "time.", "context."].iter();
            !package.clone().any(|p| f.function.starts_with(p))
        })
        .is_some_and(|f| !f.library)
}

/// The function a goroutine starts with, as its author knows it.
pub fn start_function(log: &Log, start: Stack) -> &str {
    match log.stack(start).last().map_or("", |f| &f.function) {
        "runtime.main" => "main.main",
        name => name,
    }
}

/// `file.go:12`, without folders.
pub fn place(f: &Frame) -> String {
    format!("{}:{}", f.file.rsplit('/').next().unwrap_or(&f.file), f.line)
}

fn methods(kind: ObjectKind) -> &'static [&'static str] {
    match kind {
        ObjectKind::Mutex => &["Lock", "Unlock", "TryLock"],
        ObjectKind::RWMutex => &["Lock", "Unlock", "TryLock", "RLock", "RUnlock", "TryRLock"],
        ObjectKind::WaitGroup => &["Add", "Done", "Wait", "Go"],
        ObjectKind::Cond => &["Wait", "Signal", "Broadcast"],
        ObjectKind::Once => &["Do"],
        ObjectKind::Chan | ObjectKind::Semaphore => &[],
    }
}

/// The expression that one of the methods is called on.
fn method_of(line: &str, methods: &[&str]) -> Option<String> {
    let (at, _) = methods
        .iter()
        .filter_map(|m| line.find(&format!(".{m}(")).map(|at| (at, m)))
        .min_by_key(|(at, _)| *at)?;
    let before = &line[..at];
    let start = before
        .rfind(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '[' | ']')))
        .map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
    name(&before[start..])
}

/// What a `make` in the line is assigned to; column: where the call begins, in bytes from 1.
fn channel_name(line: &str, column: usize) -> Option<String> {
    let makes: Vec<usize> = line.match_indices("make(").map(|(i, _)| i).collect();
    let end = |i: usize| i + line[i..].find(')').unwrap_or(0);
    let nth = makes.iter().position(|&i| column > i && column <= end(i) + 1).unwrap_or(0);
    let before = &line[..*makes.first()?];
    // A field of a literal: `ch: make(chan int)`; each make has its own.
    let own = line[..*makes.get(nth)?].trim_end();
    if let Some(field) = own.strip_suffix(':') {
        let start = field.rfind(|c: char| !(c.is_alphanumeric() || c == '_')).map_or(0, |i| i + 1);
        return name(&field[start..]);
    }
    let left = before.trim_end().strip_suffix('=')?.trim_end_matches(':').trim();
    let left = left.rsplit([';', '{']).next().unwrap_or(left).trim();
    let left = left.strip_prefix("var ").unwrap_or(left);
    let target = left.split(',').nth(nth).or_else(|| left.split(',').next())?;
    name(target.split_whitespace().next()?)
}

fn name(s: &str) -> Option<String> {
    let s = s.trim_matches('.').trim();
    let keyword = matches!(s, "" | "_" | "return" | "go" | "defer" | "case");
    (!keyword).then(|| s.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_from_the_line() {
        let channel = |line: &str| {
            let column = line.find("make(").unwrap() + 1;
            channel_name(line, column)
        };
        assert_eq!(channel("\tin := make(chan int)").as_deref(), Some("in"));
        assert_eq!(channel("var done = make(chan bool, 1)").as_deref(), Some("done"));
        assert_eq!(channel("var done chan bool = make(chan bool)").as_deref(), Some("done"));
        assert_eq!(channel("\ts.out = make(chan int)").as_deref(), Some("s.out"));
        assert_eq!(channel("\treturn &T{ch: make(chan int)}").as_deref(), Some("ch"));
        assert_eq!(channel("\treturn make(chan int)"), None);
        assert_eq!(channel("\tf(make(chan int))"), None);
        let two = "\ta, b := make(chan int), make(chan int)";
        assert_eq!(channel_name(two, two.rfind("make").unwrap() + 1).as_deref(), Some("b"));
        let lock = |line| method_of(line, methods(ObjectKind::RWMutex));
        assert_eq!(lock("\tdefer c.mu.RUnlock()").as_deref(), Some("c.mu"));
        assert_eq!(lock("\tlocks[i].Lock()").as_deref(), Some("locks[i]"));
        assert_eq!(lock("\tf()"), None);
    }
}
