//! The runtime's own queues, for comparing with the model's; the world is stopped.

use std::collections::BTreeMap;

use gvm_trace::field::Queues;
use gvm_trace::model::GState;

use super::{Pen, happens};
use crate::g::GStatus;
use crate::runtime::Runtime;

impl Runtime {
    /// Writes the queues down. Nothing runs but the caller.
    pub(crate) fn snapshot(&self, m: u32) {
        // Who may stop in the middle has nothing to compare.
        if self.recording() && self.options.trace_limit == 0 {
            // Before the M's buffer is locked: locks of queues come first everywhere.
            let queues = self.queues();
            self.trace(m, |pen: &mut Pen<'_>| pen.emit(happens::Snapshot { queues }));
        }
    }

    pub(super) fn queues(&self) -> Queues {
        let mut out = Queues::default();
        self.sched.run_queues(&mut out);
        let mut waits: BTreeMap<u64, (Vec<u64>, Vec<u64>)> = BTreeMap::new();
        let mut buffered = BTreeMap::new();
        let mut seen = std::collections::HashSet::new();
        for g in self.sched.all_gs() {
            // SAFETY: Gs are never freed, and nothing runs; sudogs of waiting Gs are live.
            unsafe {
                let g = &*g;
                let state = match g.get_status() {
                    GStatus::Running => GState::Running,
                    GStatus::Syscall => GState::Syscall,
                    GStatus::Waiting => GState::Waiting,
                    _ => GState::Runnable,
                };
                out.gs.push((g.id, state as u64));
                let mut s = g.waiting;
                while !s.is_null() {
                    if let Some(c) = (*s).channel.as_ref()
                        && seen.insert(c.id)
                    {
                        let (recv, send) = c.waiting();
                        if !recv.is_empty() || !send.is_empty() {
                            if c.cap > 0 {
                                buffered.insert(c.id, c.count);
                            }
                            waits.insert(c.id, (recv, send));
                        }
                    }
                    s = (*s).case;
                }
            }
        }
        self.semas.each_queue(|object, readers, writers| {
            let all = waits.entry(object).or_default();
            all.0.extend(readers);
            all.1.extend(writers);
        });
        out.gs.sort_unstable();
        out.waits = waits.into_iter().map(|(o, (a, b))| (o, a, b)).collect();
        out.buffered = buffered.into_iter().collect();
        out
    }
}
