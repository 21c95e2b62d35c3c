//! `select`: cases are looked at in random order; several channels are locked in address order.

use super::*;
use crate::sched::Sudog;

/// A case as the window has it.
#[derive(Clone, Copy)]
struct Case {
    chan: *mut Chan,
    /// Place of the sent value or for the received one; null: none.
    elem: *mut u8,
    index: u32,
    sends: bool,
}

/// More cases than this do not fit in the second immediate.
const MAX: usize = 31;

const NONE: Case =
    Case { chan: std::ptr::null_mut(), elem: std::ptr::null_mut(), index: 0, sends: false };

/// # Safety
/// As every intrinsic: `imm` cases of two slots; results in the first two.
pub unsafe fn select<const NOTED: bool>(
    cx: &mut Cx,
    w: *mut u64,
    imm: u16,
    _: *const TypeDesc,
    imm2: u32,
) -> Status {
    let n = imm as usize;
    debug_assert!(n <= MAX, "the compiler says SelectMany");
    let has_default = imm2 & 1 != 0;
    let mut cases = [NONE; MAX];
    let mut locks = [std::ptr::null_mut::<Chan>(); MAX];
    // SAFETY: the window has 2n slots; the M has a P.
    unsafe {
        let case = |i: usize| Case {
            chan: *w.add(2 * i) as *mut Chan,
            elem: *w.add(2 * i + 1) as *mut u8,
            index: i as u32,
            sends: imm2 >> (1 + i) & 1 != 0,
        };
        let live = shuffled(cx, (0..n).map(case), &mut cases);
        let reason = if n == 0 { WaitReason::SelectNoCases } else { WaitReason::Select };
        among::<NOTED>(cx, w, &cases[..live], &mut locks[..live], has_default, reason)
    }
}

/// # Safety
/// As every intrinsic: `imm` cases of three slots; results in the first two.
pub unsafe fn select_many<const NOTED: bool>(
    cx: &mut Cx,
    w: *mut u64,
    imm: u16,
    _: *const TypeDesc,
    has_default: u32,
) -> Status {
    // SAFETY: the window has 3n slots, of which two are read as what they are: channel and place.
    unsafe {
        let case = |i: usize| DynamicCase {
            chan: *w.add(3 * i) as *mut Chan,
            elem: *w.add(3 * i + 1) as *mut u8,
            sends: *w.add(3 * i + 2) != 0,
        };
        let cases: Vec<DynamicCase> = (0..imm as usize).map(case).collect();
        select_any::<NOTED>(cx, w, &cases, has_default != 0, WaitReason::Select)
    }
}

/// The cases with a channel in random order; how many they are.
///
/// # Safety
/// The M has a P.
unsafe fn shuffled(cx: &mut Cx, cases: impl Iterator<Item = Case>, out: &mut [Case]) -> usize {
    let mut live = 0;
    for case in cases.filter(|c| !c.chan.is_null()) {
        let n = live as u32 + 1;
        let j = match cx.rt().inputs {
            true => (cx.rt().next_random(cx.g) % n as u64) as u32,
            // SAFETY: the caller's promise.
            false => unsafe { (*cx.p).random_below(n) },
        } as usize;
        out[live] = out[j];
        out[j] = case;
        live += 1;
    }
    live
}

/// A case of a select over any number of them.
#[repr(C)]
pub struct DynamicCase {
    chan: *mut Chan,
    elem: *mut u8,
    sends: bool,
}

impl DynamicCase {
    /// It can come about.
    pub fn is_live(&self) -> bool {
        !self.chan.is_null()
    }
}

/// `select` over any number of cases: the chosen one and whether a value was received in `w[0..2]`. After
/// `Parked` they are what `select_finish` finds.
///
/// # Safety
/// The window has two slots; channels are nil or channels, places have room for their elements.
pub unsafe fn select_dynamic(
    cx: &mut Cx,
    w: *mut u64,
    list: &[DynamicCase],
    has_default: bool,
    reason: WaitReason,
) -> Status {
    // SAFETY: the caller's promise.
    unsafe { select_any::<true>(cx, w, list, has_default, reason) }
}

/// # Safety
/// As `select_dynamic`.
unsafe fn select_any<const NOTED: bool>(
    cx: &mut Cx,
    w: *mut u64,
    list: &[DynamicCase],
    has_default: bool,
    reason: WaitReason,
) -> Status {
    let case = |(i, c): (usize, &DynamicCase)| Case {
        chan: c.chan,
        elem: c.elem,
        index: i as u32,
        sends: c.sends,
    };
    let mut cases = vec![NONE; list.len()];
    // SAFETY: the caller's promise; the M has a P.
    unsafe {
        let live = shuffled(cx, list.iter().enumerate().map(case), &mut cases);
        let mut locks = vec![std::ptr::null_mut(); live];
        among::<NOTED>(cx, w, &cases[..live], &mut locks, has_default, reason)
    }
}

/// Does one of the cases, none of which has a nil channel. `locks` is room for as many channels.
///
/// # Safety
/// The window has two slots; the M has a P.
unsafe fn among<const NOTED: bool>(
    cx: &mut Cx,
    w: *mut u64,
    cases: &[Case],
    locks: &mut [*mut Chan],
    has_default: bool,
    reason: WaitReason,
) -> Status {
    let live = cases.len();
    // SAFETY: channel state is touched under the locks.
    unsafe {
        if live == 0 && !has_default {
            return park_for_ever(cx, reason);
        }
        let traced = NOTED && cx.rt().recording();
        if traced {
            begin(cx, w, cases, has_default);
        }
        for (l, c) in locks.iter_mut().zip(cases) {
            *l = c.chan;
        }
        locks.sort_unstable();
        let mut last = std::ptr::null_mut();
        for &c in locks.iter() {
            if c != last {
                (*c).acquire();
            }
            last = c;
        }
        let unlock = |locks: &[*mut Chan]| {
            let mut last = std::ptr::null_mut();
            for &c in locks {
                if c != last {
                    (*c).unlock();
                }
                last = c;
            }
        };
        for case in cases {
            let c = &mut *case.chan;
            let size = c.elem().size;
            let woken: *mut Sudog;
            let mut ok = 0;
            if case.sends {
                if c.closed {
                    unlock(locks);
                    return cx.throw(Throw::PlainError("send on closed channel".into()));
                }
                woken = c.pop::<NOTED>(cx, Queue::Recv);
                if !woken.is_null() {
                    copy(case.elem, (*woken).elem, size);
                    note_send::<NOTED>(cx, w, c, How::Direct, woken, case.elem);
                } else if c.count < c.cap {
                    copy(case.elem, c.slot(c.send_at), size);
                    c.send_at = c.next(c.send_at);
                    c.count += 1;
                    note_send::<NOTED>(cx, w, c, How::Buffered, std::ptr::null(), case.elem);
                } else {
                    continue;
                }
            } else if c.count > 0 {
                let from = c.slot(c.recv_at);
                woken = c.pop::<NOTED>(cx, Queue::Send);
                if woken.is_null() {
                    c.count -= 1;
                }
                note_recv::<NOTED>(cx, w, c, How::Buffered, woken, from);
                copy(from, case.elem, size);
                std::ptr::write_bytes(from, 0, size as usize);
                c.recv_at = c.next(c.recv_at);
                if !woken.is_null() {
                    copy((*woken).elem, from, size);
                    c.send_at = c.recv_at;
                }
                ok = 1;
            } else {
                woken = c.pop::<NOTED>(cx, Queue::Send);
                if !woken.is_null() {
                    note_recv::<NOTED>(cx, w, c, How::Direct, woken, (*woken).elem);
                    copy((*woken).elem, case.elem, size);
                    ok = 1;
                } else if c.closed {
                    note_recv::<NOTED>(cx, w, c, How::Closed, std::ptr::null(), std::ptr::null());
                    if !case.elem.is_null() {
                        std::ptr::write_bytes(case.elem, 0, size as usize);
                    }
                } else {
                    continue;
                }
            }
            if NOTED {
                let case = case.index as i64;
                cx.rt().event(cx.m, || happens::SelectDone { case, waited: false });
            }
            unlock(locks);
            *w = case.index as u64;
            *w.add(1) = ok;
            if !woken.is_null() {
                wake::<NOTED>(cx, woken, true);
            }
            return Status::Done;
        }
        if has_default {
            if NOTED {
                cx.rt().event(cx.m, || happens::SelectDone { case: -1, waited: false });
            }
            unlock(locks);
            *w = -1i64 as u64;
            *w.add(1) = 0;
            return Status::Done;
        }
        let g = cx.g;
        (*g).select_done.store(0, Ordering::Relaxed);
        (*g).wait_reason = reason;
        let mut list = std::ptr::null_mut();
        for case in cases.iter().rev() {
            let s = (*cx.p).new_sudog();
            (*s).g = g;
            (*s).elem = case.elem;
            (*s).desc = (*case.chan).elem;
            (*s).channel = case.chan;
            (*s).case_index = case.index;
            (*s).is_select = true;
            (*s).success = false;
            (*s).sends = case.sends;
            (*s).case = list;
            list = s;
            if case.sends {
                (*case.chan).sendq.push(s);
            } else {
                (*case.chan).recvq.push(s);
            }
            if traced {
                let queue = if case.sends { Queue::Send } else { Queue::Recv };
                tell_enter(cx, case.chan, queue, case.elem);
            }
        }
        if traced && live > 1 {
            // It waits for several.
            (*g).wait_object = 0;
        }
        (*g).waiting = list;
        unlock(locks);
    }
    Status::Parked
}

/// # Safety
/// As every finish function: results in the first two slots.
pub unsafe fn select_finish<const NOTED: bool>(
    cx: &mut Cx,
    w: *mut u64,
    _: u16,
    _: *const TypeDesc,
    _: u32,
) -> Status {
    // SAFETY: the G was woken by one of its cases, whose sudog is in no queue; the others are
    // taken from theirs under the lock.
    unsafe {
        let chosen = cx.g().wake as *mut Sudog;
        let mut s = std::mem::replace(&mut cx.g().waiting, std::ptr::null_mut());
        let (index, success, sends) = ((*chosen).case_index, (*chosen).success, (*chosen).sends);
        while !s.is_null() {
            let next = (*s).case;
            if s != chosen {
                let c = &mut *(*s).channel;
                c.acquire();
                let queue = if (*s).sends { Queue::Send } else { Queue::Recv };
                let was = if (*s).sends { c.sendq.remove(s) } else { c.recvq.remove(s) };
                if NOTED && was {
                    let (object, g) = (c.id, (*cx.g).id);
                    cx.rt().event(cx.m, || happens::WaitLeave {
                        object,
                        queue,
                        g,
                        cancelled: true,
                    });
                }
                c.unlock();
            }
            (*cx.p).free_sudog(s);
            s = next;
        }
        if NOTED {
            cx.rt().event(cx.m, || happens::SelectDone { case: index as i64, waited: true });
        }
        if sends && !success {
            return cx.throw(Throw::PlainError("send on closed channel".into()));
        }
        *w = index as u64;
        *w.add(1) = (success && !sends) as u64;
    }
    Status::Done
}

/// The event of a select that begins.
#[cold]
fn begin(cx: &Cx, w: *mut u64, cases: &[Case], default: bool) {
    cx.rt().trace(cx.m, |pen| {
        let cases = cases
            .iter()
            .map(|c| crate::event::field::Case {
                // SAFETY: cases have channels that are not nil.
                chan: unsafe { (*c.chan).id },
                sends: c.sends,
                index: c.index as u64,
            })
            .collect();
        let stack = pen.here(cx, w);
        pen.emit(happens::SelectBegin { cases, default, stack });
    });
}
