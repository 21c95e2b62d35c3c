//! Events named as a reader names them: by who, which channel or lock, and which line of the source.
//!
//! A list of steps is found in a log as a subsequence: each step at the first event after the step
//! before that fits. Lessons are tested with it.

use std::collections::BTreeMap;

use crate::field::Shown;
use crate::kind::{Event, KINDS};
use crate::log::{Log, Record};
use crate::source::{self, Sources};

/// What an event must be. Empty texts fit everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The name of a kind.
    pub kind: &'static str,
    /// What the goroutine is called that does it, or (GoStart, GoUnblock) to which it happens.
    pub who: &'static str,
    /// What the channel or lock is called.
    pub object: &'static str,
    /// Part of the source line.
    pub line: &'static str,
    /// `field=value`, several separated by spaces; the value of a goroutine's field is its name,
    /// that of a list its length.
    pub with: &'static str,
}

/// What things are called in a run.
pub struct Names<'a> {
    log: &'a Log,
    sources: &'a Sources,
    pub gs: BTreeMap<u64, String>,
    pub objects: BTreeMap<u64, String>,
}

impl<'a> Names<'a> {
    pub fn of(log: &'a Log, sources: &'a Sources) -> Names<'a> {
        let mut gs = BTreeMap::new();
        for r in &log.records {
            if let Event::GoCreate { g, start, stack } = &r.event {
                let first = source::start_function(log, *start);
                let own = || first.strip_prefix("main.").unwrap_or(first).to_string();
                gs.insert(*g, sources.started_at(log, *stack).unwrap_or_else(own));
            }
        }
        let objects = sources.objects(log);
        let objects = objects.into_iter().filter_map(|(o, k)| Some((o, k.name?))).collect();
        Names { log, sources, gs, objects }
    }

    fn g(&self, g: u64) -> &str {
        self.gs.get(&g).map_or("", |n| n)
    }

    /// An event in one sentence, with names for numbers where there are some.
    pub fn line(&self, r: &Record) -> String {
        let plain = crate::text::line(self.log, r);
        let mut out = String::new();
        let mut rest = plain.as_str();
        while let Some(at) = rest.find(['#', 'G']) {
            out.push_str(&rest[..at]);
            let tail = &rest[at + 1..];
            let digits = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
            let number = tail[..digits].parse().ok();
            let in_word = out.ends_with(|c: char| c.is_alphanumeric());
            match number {
                Some(n) if rest[at..].starts_with('#') && self.objects.contains_key(&n) => {
                    out.push_str(&self.objects[&n]);
                }
                Some(n) if rest[at..].starts_with('G') && !in_word && self.gs.contains_key(&n) => {
                    out.push_str(&format!("G{n} {}", self.gs[&n]));
                }
                _ => out.push_str(&rest[at..at + 1 + digits]),
            }
            rest = &tail[digits..];
        }
        out + rest
    }

    /// The line of the source an event is at.
    pub fn source_line(&self, r: &Record) -> Option<(u32, &'a str)> {
        let stack = r.event.fields().into_iter().rev().find_map(|(_, f)| match f {
            Shown::Stack(s) if s.0 != 0 => Some(s),
            _ => None,
        })?;
        let frame = self.log.site(stack).filter(|f| !f.library)?;
        Some((frame.line, self.sources.line(frame)?))
    }

    fn fits(&self, step: &Step, r: &Record) -> bool {
        let kind = &KINDS[r.event.kind() as usize];
        if kind.name != step.kind {
            return false;
        }
        let who = match &r.event {
            Event::GoStart { g, .. } | Event::GoUnblock { g, .. } => *g,
            _ => r.g,
        };
        if !step.who.is_empty() && self.g(who) != step.who {
            return false;
        }
        if !step.line.is_empty()
            && !self.source_line(r).is_some_and(|(_, text)| text.contains(step.line))
        {
            return false;
        }
        let fields = r.event.fields();
        let typed = || kind.fields.iter().zip(&fields).map(|((name, ty), (_, v))| (*name, *ty, v));
        if !step.object.is_empty()
            && !typed().any(|(_, ty, v)| match v {
                Shown::Number(n) if ty == "Object" => {
                    self.objects.get(n).is_some_and(|name| name == step.object)
                }
                _ => false,
            })
        {
            return false;
        }
        step.with.split_whitespace().all(|pair| {
            let Some((name, want)) = pair.split_once('=') else { return false };
            typed().any(|(n, ty, v)| {
                n == name
                    && match v {
                        Shown::Number(g) if ty == "G" => self.g(*g) == want,
                        Shown::Number(n) => n.to_string() == want,
                        Shown::Signed(n) => n.to_string() == want,
                        Shown::Bool(b) => b.to_string() == want,
                        // A word may be several.
                        Shown::Word(w) => w.replace(' ', "-") == want,
                        Shown::Numbers(list) => list.len().to_string() == want,
                        Shown::Value(v) => self.log.value(*v) == want,
                        Shown::Text(t) => self.log.text(*t).contains(want),
                        _ => false,
                    }
            })
        })
    }

    /// The events that fit the steps, in order.
    ///
    /// # Errors
    /// The place of the first step that no event fits.
    pub fn find(&self, steps: &[Step]) -> Result<Vec<usize>, usize> {
        let mut found = Vec::with_capacity(steps.len());
        let mut from = 0;
        for (n, step) in steps.iter().enumerate() {
            let rest = self.log.records.get(from..).unwrap_or_default();
            let at = rest.iter().position(|r| self.fits(step, r)).ok_or(n)?;
            found.push(from + at);
            from += at + 1;
        }
        Ok(found)
    }
}
