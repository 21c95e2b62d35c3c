//! Goroutines that can never run again: what they wait for is reached by nobody who still can run.
//!
//! Marking starts without the stacks of waiting goroutines. One whose channel or lock is marked might
//! be woken, so its stack is marked too, and so on; whoever is left waits for ever.

use super::*;
use crate::g::WaitReason;

/// What to print about them; empty when there are none. Nothing runs.
pub fn leaks(rt: &Runtime) -> String {
    let stuck = stuck(rt);
    if stuck.is_empty() {
        return String::new();
    }
    let (n, s) = (stuck.len(), if stuck.len() == 1 { "" } else { "s" });
    let mut out = format!("gvm: {n} goroutine{s} could never have run again:\n");
    for g in stuck {
        // SAFETY: Gs are never freed, and nothing runs.
        out.push_str(&format!("\n{}", traceback::goroutine(rt, unsafe { &*g })));
    }
    out
}

fn stuck(rt: &Runtime) -> Vec<*mut G> {
    let mut waiting = Vec::new();
    let mut roots = Vec::new();
    for g in rt.sched.all_gs() {
        // SAFETY: Gs are never freed, and nothing runs.
        let gr = unsafe { &*g };
        match gr.get_status() {
            GStatus::Waiting if !gr.system => waiting.push(g),
            // It ended the program: what it knew is of no use any more.
            GStatus::Running => {}
            _ => roots.push(g),
        }
    }
    rt.heap.reachable(&mut |marker| {
        rt.mark_roots(marker);
        for &g in &roots {
            // SAFETY: as above.
            unsafe { rt.sched.scan_g(rt, &*g, marker) };
        }
        loop {
            marker.drain();
            let before = waiting.len();
            // SAFETY: as above.
            waiting.retain(|&g| unsafe {
                let wakes = may_wake(rt, &*g, marker);
                if wakes {
                    rt.sched.scan_g(rt, &*g, marker);
                }
                !wakes
            });
            if waiting.len() == before {
                return;
            }
        }
    });
    waiting
}

/// Whether something that can still run may wake it.
///
/// # Safety
/// The G waits, and nothing runs.
unsafe fn may_wake(rt: &Runtime, g: &G, marker: &Marker<'_>) -> bool {
    // SAFETY: the caller's promise: sudogs of waiting Gs are live.
    unsafe {
        match g.wait_reason {
            // A timer, or something outside.
            WaitReason::Sleep | WaitReason::IOWait | WaitReason::None | WaitReason::Preempted => {
                true
            }
            WaitReason::ChanSendNil | WaitReason::ChanRecvNil | WaitReason::SelectNoCases => false,
            WaitReason::ChanSend | WaitReason::ChanRecv | WaitReason::Select => {
                let mut s = g.waiting;
                while !s.is_null() {
                    if marker.is_marked((*s).channel as u64) {
                        return true;
                    }
                    s = (*s).case;
                }
                false
            }
            _ => match rt.semas.waits_at(std::ptr::from_ref(g).cast_mut()) {
                Some(addr) => marker.is_marked(addr),
                None => true,
            },
        }
    }
}
