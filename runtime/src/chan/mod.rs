//! Channels: a lock word, a ring of memory images, two queues of waiting goroutines.
//!
//! A value goes straight from sender to receiver when one of them waits. Nothing here keeps an
//! address into a stack. The lock is never held across a park.
//!
//! There are two copies of what runs often: `NOTED` tells events when they are recorded, the other one has
//! no trace of them (`Runtime::noted`).

mod select;

use std::sync::atomic::{AtomicU32, Ordering};

pub use select::{DynamicCase, select, select_dynamic, select_finish, select_many};

use crate::cx::{Cx, IntrinsicFn, Status, Throw};
use crate::desc::{Comp, TypeDesc, TypeKind};
use crate::event::field::{How, Queue, Slot};
use crate::event::{Events, Key, Pen, SHORT, SILENT, Seen, Value, happens, what};
use crate::g::{G, GStatus, WaitReason};
use crate::pack::{pack, unpack};
use crate::sched::{Sudog, WaitQueue, ready};

#[repr(C)]
pub struct Chan {
    lock: AtomicU32,
    pub closed: bool,
    /// Elements are one word.
    word: bool,
    /// Elements are of type int.
    int: bool,
    /// Of a timer or ticker: to programs it looks unbuffered and empty.
    timer: bool,
    pub count: u64,
    pub cap: u64,
    /// The only pointer the collector follows.
    buf: *mut u8,
    send_at: u64,
    recv_at: u64,
    elem: *const TypeDesc,
    recvq: WaitQueue,
    sendq: WaitQueue,
    /// Number in events.
    pub id: u64,
}

/// One component of 8 bytes: the slot is the image.
fn is_word(desc: &TypeDesc) -> bool {
    desc.size == 8
        && !desc.boxed
        && matches!(&desc.components[..], [(0, Comp::I64 | Comp::U64 | Comp::F64 | Comp::Ptr)])
}

/// What the collector sees of a channel.
fn chan_desc() -> *const TypeDesc {
    static DESC: std::sync::OnceLock<TypeDesc> = std::sync::OnceLock::new();
    DESC.get_or_init(|| {
        let pointers = Box::new([std::mem::offset_of!(Chan, buf) as u32]);
        TypeDesc::internal(size_of::<Chan>() as u32, pointers, "channel")
    })
}

impl Chan {
    #[inline]
    fn acquire(&self) {
        if self.lock.compare_exchange(0, 1, Ordering::Acquire, Ordering::Relaxed).is_err() {
            self.acquire_slow();
        }
    }
    #[cold]
    fn acquire_slow(&self) {
        let mut spins = 0;
        loop {
            while self.lock.load(Ordering::Relaxed) != 0 {
                spins += 1;
                if spins % 64 == 0 {
                    // The holder may have lost its processor.
                    std::thread::yield_now();
                } else {
                    std::hint::spin_loop();
                }
            }
            if self.lock.compare_exchange(0, 1, Ordering::Acquire, Ordering::Relaxed).is_ok() {
                return;
            }
        }
    }
    #[inline]
    fn unlock(&self) {
        self.lock.store(0, Ordering::Release);
    }
    fn elem(&self) -> &'static TypeDesc {
        // SAFETY: descriptors live as long as the program.
        unsafe { &*self.elem }
    }
    fn slot(&self, i: u64) -> *mut u8 {
        // SAFETY: `i` is below `cap`.
        unsafe { self.buf.add(i as usize * self.elem().size as usize) }
    }
    fn next(&self, i: u64) -> u64 {
        if i + 1 == self.cap { 0 } else { i + 1 }
    }
    /// Who waits to receive and to send; nobody changes the queues.
    pub fn waiting(&self) -> (Vec<u64>, Vec<u64>) {
        (self.recvq.list(), self.sendq.list())
    }
    /// The first in a queue that still waits; the lock is held. Its leaving is told with what it leaves
    /// for, before anything else is taken from a queue (`told`).
    #[inline(always)]
    fn pop<const NOTED: bool>(&mut self, cx: &Cx, queue: Queue) -> *mut Sudog {
        let c: *const Chan = self;
        let tells = || NOTED && cx.rt().recording();
        self.queue(queue).pop(tells, |g| {
            if NOTED {
                // SAFETY: the channel itself, whose queue this is.
                let object = unsafe { (*c).id };
                g.wait_for_winner();
                let g = g.id;
                cx.rt().event(cx.m, || happens::WaitLeave { object, queue, g, cancelled: true });
            }
        })
    }

    fn queue(&mut self, queue: Queue) -> &mut WaitQueue {
        if queue == Queue::Send { &mut self.sendq } else { &mut self.recvq }
    }
}

/// # Safety
/// `to` and `from` have room for and hold an image of `n` bytes; either may be null: nothing to do.
#[inline]
unsafe fn copy(from: *const u8, to: *mut u8, n: u32) {
    if !to.is_null() && !from.is_null() {
        // SAFETY: the caller's promise.
        unsafe { std::ptr::copy_nonoverlapping(from, to, n as usize) }
    }
}

/// Events of a channel are recorded while its lock is held.
///
/// # Safety
/// `s` is null or a live sudog.
unsafe fn peer(s: *const Sudog) -> u64 {
    // SAFETY: the caller's promise.
    unsafe { s.as_ref().map_or(0, |s| (*s.g).id) }
}

/// # Safety
/// `elem` has a value of the channel's type, or is null; `s` was popped or is null; the lock is held.
#[inline(always)]
unsafe fn note_send<const NOTED: bool>(
    cx: &mut Cx,
    w: *mut u64,
    c: *const Chan,
    how: How,
    s: *const Sudog,
    elem: *const u8,
) {
    if NOTED && cx.rt().recording() {
        // SAFETY: the caller's promise.
        unsafe {
            if how == How::Buffered {
                return tell_buffered(cx, w, c, true, elem);
            }
            tell(cx, w, c, (how, Queue::Recv), s, elem)
        }
    }
}

/// # Safety
/// As `note_send`.
#[inline(always)]
unsafe fn note_recv<const NOTED: bool>(
    cx: &mut Cx,
    w: *mut u64,
    c: *const Chan,
    how: How,
    s: *const Sudog,
    elem: *const u8,
) {
    if NOTED && cx.rt().recording() {
        // SAFETY: the caller's promise.
        unsafe {
            if how == How::Buffered && s.is_null() {
                return tell_buffered(cx, w, c, false, elem);
            }
            tell(cx, w, c, (how, Queue::Send), s, elem)
        }
    }
}

/// The leaving of a popped sudog, if there is one, has its number in the log.
///
/// # Safety
/// `s` is null or a sudog that was just popped.
#[inline]
unsafe fn told(s: *const Sudog) {
    // SAFETY: the caller's promise.
    if let Some(s) = unsafe { s.as_ref() } {
        // SAFETY: its G waits, or waits to be left by its M.
        unsafe { (*s.g).tell_win() }
    }
}

/// A value got across; `queue`: where those are that wait for it.
///
/// # Safety
/// As `note_send`.
#[inline(never)]
unsafe fn tell(
    cx: &Cx,
    w: *mut u64,
    c: *const Chan,
    (how, queue): (How, Queue),
    s: *const Sudog,
    elem: *const u8,
) {
    cx.rt().trace(cx.m, |pen| {
        // SAFETY: the caller's promise.
        unsafe {
            let value = pen.value((*c).elem(), elem);
            let stack = pen.here(cx, w);
            let (ch, len, peer) = ((*c).id, (*c).count, peer(s));
            if !s.is_null() {
                let (object, g, cancelled) = (ch, peer, false);
                pen.emit_before_next(happens::WaitLeave { object, queue, g, cancelled });
            }
            if queue == Queue::Recv {
                let event = happens::ChanSend { ch, how, peer, len, value, stack };
                if s.is_null() { pen.emit(event) } else { pen.follow(event) }
            } else {
                let event = happens::ChanRecv { ch, how, peer, len, value, stack };
                if s.is_null() { pen.emit(event) } else { pen.follow(event) }
            }
        }
    });
    // SAFETY: the caller's promise.
    unsafe { told(s) }
}

/// # Safety
/// `elem` has what is sent, or is null; the lock is held and the G is queued.
unsafe fn tell_enter(cx: &Cx, c: *const Chan, queue: Queue, elem: *const u8) {
    cx.rt().trace(cx.m, |pen: &mut Pen<'_>| {
        // SAFETY: the caller's promise.
        unsafe {
            let value =
                if queue == Queue::Send { pen.value((*c).elem(), elem) } else { Value::None };
            let object = (*c).id;
            (*cx.g).wait_object = object;
            pen.emit(happens::WaitEnter { object, queue, front: false, value });
        }
    });
}

// Kinds of runs; the higher bits say more.
const MET: u64 = 1;
const PARKS: u64 = 2;
const BUFFERED: u64 = 4;
/// With what becomes of the other G: it is queued (`MET`), or what the M runs next (`PARKS`).
const AT_ONCE: u64 = 1 << 8;
const SENDS: u64 = 1 << 9;
const NO_VALUE: u64 = 1 << 10;

/// What kind of run it is when a G parks.
const fn parks(sends: bool, no_value: bool, at_once: bool) -> u64 {
    PARKS
        | if sends { SENDS } else { SILENT }
        | if no_value { NO_VALUE } else { 0 }
        | if at_once { AT_ONCE } else { 0 }
}

/// A value goes from or to a waiting G, which goes on: `met` with events.
///
/// # Safety
/// As `met`.
#[inline(never)]
unsafe fn met_noted<const SENT: bool>(cx: &mut Cx, w: *mut u64, c: *mut Chan, s: *mut Sudog) {
    // SAFETY: until it is ready, the waker owns the waiting G's sudog; the running G and P are the M's.
    unsafe {
        let (g, elem) = ((*s).g, (*s).elem.cast_const());
        (*s).success = true;
        (*g).wake = s as u64;
        if (*g).status_is(GStatus::Waiting)
            && (*cx.p).runq.next_is_free()
            && (*c).int
            && !elem.is_null()
            && cx.as_expected(&Seen {
                events: 4,
                what: what(MET | AT_ONCE | if SENT { SENDS } else { 0 }, (*c).id),
                gs: [(*g).id, (*cx.g).id],
                window: Some(w),
                int: Some(*elem.cast::<i64>()),
                len: None,
                g: None,
                at_once: false,
            })
        {
            debug_assert_eq!((*c).count, 0);
            // Nobody else wakes one that waits.
            (*g).set_status(GStatus::Runnable);
            (*g).tell_win();
            (*cx.p).runq.put_next_free(g);
            (*c).unlock();
            let rt = &*cx.rt;
            return rt.sched.wake_p(rt, cx.m);
        }
        met_newly(cx, w, c, if SENT { Queue::Recv } else { Queue::Send }, s)
    }
}

/// `met_noted` where it did not come as expected.
///
/// # Safety
/// As `met_noted`.
#[cold]
#[inline(never)]
unsafe fn met_newly(cx: &mut Cx, w: *mut u64, c: *mut Chan, queue: Queue, s: *mut Sudog) {
    // SAFETY: as in `met_noted`.
    unsafe {
        let (rt, g, p, elem) = (&*cx.rt, (*s).g, &*cx.p, (*s).elem.cast_const());
        // Where it can be put into runnext, nothing comes between that and the rest. One that its M has not
        // left yet would go on before the events have their numbers.
        let left = (*g).get_status() == GStatus::Waiting;
        let at_once = !rt.options.no_runnext && !rt.follows && left && p.runq.next_is_free();
        if at_once {
            (*g).set_status(GStatus::Runnable);
        }
        tell_met(cx, w, c, (queue, at_once), s, elem);
        told(s);
        if at_once {
            p.runq.put_next_free(g);
        }
        (*c).unlock();
        if at_once { rt.sched.wake_p(rt, cx.m) } else { ready::<true>(cx, g) }
    }
}

/// The events of `met_noted`; `at_once`: with those of its G's being queued.
///
/// # Safety
/// As `met_noted`.
#[cold]
#[inline(never)]
unsafe fn tell_met(
    cx: &mut Cx,
    w: *mut u64,
    c: *const Chan,
    (queue, at_once): (Queue, bool),
    s: *const Sudog,
    elem: *const u8,
) {
    cx.buffer = cx.rt().buffer(cx.m);
    let cx = &*cx;
    // SAFETY: the caller's promise.
    let (ch, len, peer, by) = unsafe { ((*c).id, (*c).count, peer(s), (*cx.g).id) };
    cx.rt().trace(cx.m, |pen| {
        // SAFETY: the caller's promise.
        let value = unsafe { pen.value((*c).elem(), elem) };
        let here = pen.at(cx, w);
        let (mark, stack) = (here.mark, here.stack);
        let kind = MET
            | if at_once { AT_ONCE } else { 0 }
            | if queue == Queue::Recv { SENDS } else { 0 }
            | if value == Value::None { NO_VALUE } else { 0 };
        let key = Key { what: what(kind, ch), gs: [peer, by], mark };
        let key = (mark != 0 && len == 0).then_some(key);
        let count = if at_once { 4 } else { 2 };
        pen.run(cx, key, here, count, (value, None), |e: &mut Events<'_, '_>, value| {
            let (how, object, cancelled) = (How::Direct, ch, false);
            e.add(happens::WaitLeave { object, queue, g: peer, cancelled });
            if queue == Queue::Recv {
                e.add(happens::ChanSend { ch, how, peer, len, value, stack });
            } else {
                e.add(happens::ChanRecv { ch, how, peer, len, value, stack });
            }
            if at_once {
                e.add(happens::GoUnblock { g: peer, by });
                e.add(happens::RunqPut { g: peer, slot: Slot::Next, kicked: 0 });
            }
        });
    });
}

/// The G of a sudog that was just popped goes on, with the value that it gave or got. Releases the
/// channel's lock. `SENT`: the running G sent it.
///
/// # Safety
/// The lock is held, and the sudog has the value, if that is wanted.
#[inline(always)]
unsafe fn met<const NOTED: bool, const SENT: bool>(
    cx: &mut Cx,
    w: *mut u64,
    c: *mut Chan,
    s: *mut Sudog,
) {
    // SAFETY: the caller's promise.
    unsafe {
        if NOTED && cx.rt().recording() {
            return met_noted::<SENT>(cx, w, c, s);
        }
        (*c).unlock();
        wake::<NOTED>(cx, s, true);
    }
}

/// `park` with events, all at once: nobody can wake the G before. Where the M can go on with another one, that
/// is told with them.
///
/// # Safety
/// As `park`; the G is queued.
#[inline(never)]
unsafe fn park_noted<const SENDS: bool>(
    cx: &mut Cx,
    w: *mut u64,
    c: *const Chan,
    elem: *const u8,
) -> Status {
    // SAFETY: the caller's promise; the running G and P are the M's.
    unsafe {
        let id = (*c).id;
        (*cx.g).wait_object = id;
        cx.told = true;
        let next = (*cx.rt).sched.take_at_once(&*cx.rt, &*cx.p);
        cx.next_g = next;
        let window = Some(w.cast_const());
        let expected = if SENDS && !(*c).int {
            false
        } else {
            let int = if SENDS { Some(*elem.cast::<i64>()) } else { None };
            if let Some(next) = next.as_ref() {
                cx.as_expected(&Seen {
                    events: 4,
                    what: what(parks(SENDS, !SENDS, true), id),
                    gs: [next.id],
                    window,
                    int,
                    len: None,
                    g: Some(next.id),
                    at_once: false,
                })
            } else {
                cx.as_expected(&Seen {
                    events: 2,
                    what: what(parks(SENDS, !SENDS, false), id),
                    gs: [],
                    window,
                    int,
                    len: None,
                    g: Some(0),
                    at_once: false,
                })
            }
        };
        if !expected {
            return park_newly(cx, w, c, SENDS, elem);
        }
        (*c).unlock();
    }
    Status::Parked
}

/// `park_noted` where it did not come as expected.
///
/// # Safety
/// As `park_noted`.
#[cold]
#[inline(never)]
unsafe fn park_newly(
    cx: &mut Cx,
    w: *mut u64,
    c: *const Chan,
    sends: bool,
    elem: *const u8,
) -> Status {
    // SAFETY: the caller's promise.
    unsafe {
        tell_parks(cx, w, c, sends, elem);
        (*c).unlock();
    }
    Status::Parked
}

/// # Safety
/// As `park_noted`.
unsafe fn tell_parks(cx: &mut Cx, w: *mut u64, c: *const Chan, sends: bool, elem: *const u8) {
    cx.buffer = cx.rt().buffer(cx.m);
    let cx = &*cx;
    cx.rt().trace(cx.m, |pen| {
        // SAFETY: the caller's promise.
        unsafe {
            let value = if sends { pen.value((*c).elem(), elem) } else { Value::None };
            let queue = if sends { Queue::Send } else { Queue::Recv };
            let next = cx.next_g.as_ref().map(|g: &G| g.id);
            let kind = parks(sends, value == Value::None, next.is_some());
            let here = pen.at(cx, w);
            let (object, mark, stack) = ((*c).id, here.mark, here.stack);
            let key = Key { what: what(kind, object), gs: [next.unwrap_or(0), 0], mark };
            let key = (mark != 0).then_some(key);
            let count = if next.is_some() { 4 } else { 2 };
            pen.run(cx, key, here, count, (value, None), |e: &mut Events<'_, '_>, value| {
                let why = crate::event::wait((*cx.g).wait_reason);
                e.add(happens::WaitEnter { object, queue, front: false, value });
                e.add(happens::GoBlock { why, object, stack });
                if let Some(g) = next {
                    e.add(happens::RunqGet { g, slot: Slot::Next });
                    e.add(happens::GoStart { g, inherit: true });
                }
            });
        }
    });
}

/// An int goes into the buffer, which has room, with events. Nobody waits for it.
///
/// # Safety
/// As `send`; the lock is held, and is released here.
#[inline(never)]
unsafe fn put_noted(cx: &mut Cx, w: *mut u64, c: *mut Chan) -> Status {
    // SAFETY: the caller's promise: the image of an int is its slot.
    unsafe {
        let (at, int) = ((*c).send_at, *w.add(1));
        *(*c).buf.cast::<u64>().add(at as usize) = int;
        (*c).send_at = (*c).next(at);
        (*c).count += 1;
        buffered::<true>(cx, w, c, int)
    }
}

/// An int comes out of the buffer, with events. Nobody waits for its place.
///
/// # Safety
/// As `recv`; the lock is held, and is released here.
#[inline(never)]
unsafe fn take_noted(cx: &mut Cx, w: *mut u64, c: *mut Chan) -> Status {
    // SAFETY: as in `put_noted`. The window's first slot has the channel no longer.
    unsafe {
        let at = (*c).recv_at;
        let from = (*c).buf.cast::<u64>().add(at as usize);
        let int = std::mem::replace(&mut *from, 0);
        (*w, *w.add(1)) = (int, 1);
        (*c).recv_at = (*c).next(at);
        (*c).count -= 1;
        buffered::<false>(cx, w, c, int)
    }
}

/// # Safety
/// As `put_noted`.
#[inline(always)]
unsafe fn buffered<const SENT: bool>(cx: &mut Cx, w: *mut u64, c: *mut Chan, int: u64) -> Status {
    // SAFETY: the caller's promise.
    unsafe {
        let as_expected = (*c).count < SHORT
            && cx.as_expected(&Seen {
                events: 1,
                what: what(BUFFERED | if SENT { SENDS } else { 0 }, (*c).id),
                gs: [],
                window: Some(w),
                int: Some(int as i64),
                len: Some((*c).count),
                g: None,
                at_once: false,
            });
        if !as_expected {
            return buffered_newly(cx, w, c, SENT, int);
        }
        (*c).unlock();
    }
    Status::Done
}

/// # Safety
/// As `put_noted`.
#[cold]
#[inline(never)]
unsafe fn buffered_newly(cx: &mut Cx, w: *mut u64, c: *mut Chan, sends: bool, int: u64) -> Status {
    // SAFETY: the caller's promise.
    unsafe {
        tell_buffered(cx, w, c, sends, (&raw const int).cast());
        (*c).unlock();
    }
    Status::Done
}

/// A value goes into the buffer of a channel or comes out of it, where nobody waits for that.
///
/// # Safety
/// As `note_send`.
unsafe fn tell_buffered(cx: &mut Cx, w: *mut u64, c: *const Chan, sends: bool, elem: *const u8) {
    cx.buffer = cx.rt().buffer(cx.m);
    let cx = &*cx;
    cx.rt().trace(cx.m, |pen| {
        // SAFETY: the caller's promise.
        let (value, ch, len) = unsafe { (pen.value((*c).elem(), elem), (*c).id, (*c).count) };
        let here = pen.at(cx, w);
        let kind = BUFFERED
            | if sends { SENDS } else { 0 }
            | if value == Value::None { NO_VALUE } else { 0 };
        let key = Key { what: what(kind, ch), gs: [0; 2], mark: here.mark };
        let key = (here.mark != 0).then_some(key);
        pen.run(cx, key, here, 1, (value, Some(len)), |e: &mut Events<'_, '_>, value| {
            let (how, peer, stack) = (How::Buffered, 0, here.stack);
            if sends {
                e.add(happens::ChanSend { ch, how, peer, len, value, stack });
            } else {
                e.add(happens::ChanRecv { ch, how, peer, len, value, stack });
            }
        });
    });
}

/// Parks the current G with one sudog.
///
/// # Safety
/// `s` is fresh; the channel's lock is held and is released here.
#[inline]
unsafe fn park<const NOTED: bool, const SENDS: bool>(
    cx: &mut Cx,
    w: *mut u64,
    c: *mut Chan,
    s: *mut Sudog,
) -> Status {
    // SAFETY: the caller's promise; the running G is this M's.
    unsafe {
        let g = cx.g;
        (*s).g = g;
        (*s).channel = c;
        (*s).sends = SENDS;
        (*s).success = false;
        (*s).is_select = false;
        (*s).case = std::ptr::null_mut();
        (*g).waiting = s;
        (*g).wait_reason = if SENDS { WaitReason::ChanSend } else { WaitReason::ChanRecv };
        if SENDS {
            (*c).sendq.push(s)
        } else {
            (*c).recvq.push(s)
        }
        if NOTED && cx.rt().recording() {
            return park_noted::<SENDS>(cx, w, c, (*s).elem);
        }
        (*c).unlock();
    }
    Status::Parked
}

/// Waits for ever.
fn park_for_ever(cx: &mut Cx, reason: WaitReason) -> Status {
    let g = cx.g();
    g.waiting = std::ptr::null_mut();
    g.wait_reason = reason;
    g.wait_object = 0;
    Status::Parked
}

/// A sudog with room for an element of type `desc`.
///
/// # Safety
/// The M has a P.
#[inline(always)]
unsafe fn sudog_for(cx: &mut Cx, desc: &TypeDesc) -> *mut Sudog {
    // SAFETY: the caller's promise.
    unsafe {
        let s = (*cx.p).new_sudog();
        (*s).desc = desc;
        if desc.size as usize <= crate::sched::INLINE {
            (*s).inline = [0; 2];
            (*s).elem = (&raw mut (*s).inline).cast();
        } else {
            (*s).elem = cx.alloc(desc.size as usize, desc);
        }
        s
    }
}

/// Gives the G of a dequeued sudog what it waits for.
///
/// # Safety
/// `s` was just popped from a queue; no lock is held.
#[inline]
unsafe fn wake<const NOTED: bool>(cx: &mut Cx, s: *mut Sudog, success: bool) {
    // SAFETY: until it is ready, the waker owns the waiting G's sudog.
    unsafe {
        let g = (*s).g;
        (*s).success = success;
        (*g).wake = s as u64;
        ready::<NOTED>(cx, g);
    }
}

/// # Safety
/// As every intrinsic: the window has the operands of `ChanNew`.
pub unsafe fn new(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: the type is a channel type; the window has one slot.
    unsafe {
        let elem = &*(*typ).elem;
        let n = *w as i64;
        if n < 0 || (elem.size as u128 * n as u128) > (1 << 46) {
            return cx.throw(Throw::PlainError("makechan: size out of range".into()));
        }
        let c = cx.alloc(size_of::<Chan>(), chan_desc()).cast::<Chan>();
        // A collection cannot start here, so `c` needs no root.
        if n > 0 && elem.size > 0 {
            (*c).buf = cx.alloc_array(elem, n as usize);
        } else {
            (*c).buf = c.cast();
        }
        (*c).cap = n as u64;
        (*c).elem = elem;
        (*c).word = is_word(elem);
        (*c).int = matches!(elem.kind, TypeKind::Int | TypeKind::Int64);
        (*c).id = cx.rt().new_object_id();
        cx.rt().trace(cx.m, |pen| {
            let name = pen.text(&elem.string);
            let stack = pen.here(cx, w);
            pen.emit(happens::ChanMake { ch: (*c).id, cap: n as u64, elem: name, stack });
        });
        *w = c as u64;
    }
    Status::Done
}

/// # Safety
/// As every intrinsic: channel, element.
unsafe fn send<const NOTED: bool>(
    cx: &mut Cx,
    w: *mut u64,
    _: u16,
    _: *const TypeDesc,
    _: u32,
) -> Status {
    // SAFETY: the window has the channel and the element's components; shared state under the lock.
    unsafe {
        let c = *w as *mut Chan;
        if c.is_null() {
            return park_for_ever(cx, WaitReason::ChanSendNil);
        }
        let elem = (*c).elem();
        let word = (*c).word;
        let put = |to: *mut u8| {
            if word {
                *to.cast::<u64>() = *w.add(1);
            } else {
                pack(elem, w.add(1), to);
            }
        };
        (*c).acquire();
        if (*c).closed {
            (*c).unlock();
            return cx.throw(Throw::PlainError("send on closed channel".into()));
        }
        let s = (*c).pop::<NOTED>(cx, Queue::Recv);
        if !s.is_null() {
            if !(*s).elem.is_null() {
                put((*s).elem);
            }
            met::<NOTED, true>(cx, w, c, s);
            return Status::Done;
        }
        if (*c).count < (*c).cap {
            if NOTED && (*c).int && cx.rt().recording() {
                return put_noted(cx, w, c);
            }
            let at = (*c).send_at;
            put((*c).slot(at));
            (*c).send_at = (*c).next(at);
            (*c).count += 1;
            note_send::<NOTED>(cx, w, c, How::Buffered, std::ptr::null(), (*c).slot(at));
            (*c).unlock();
            return Status::Done;
        }
        // A big element needs an object: look again when there is one.
        if elem.size as usize > crate::sched::INLINE {
            (*c).unlock();
            let s = sudog_for(cx, elem);
            put((*s).elem);
            (*c).acquire();
            if (*c).closed || !(*c).recvq.first.is_null() || (*c).count < (*c).cap {
                (*c).unlock();
                (*cx.p).free_sudog(s);
                return send::<NOTED>(cx, w, 0, std::ptr::null(), 0);
            }
            return park::<NOTED, true>(cx, w, c, s);
        }
        let s = sudog_for(cx, elem);
        put((*s).elem);
        park::<NOTED, true>(cx, w, c, s)
    }
}

/// # Safety
/// As every finish function.
unsafe fn send_finish(cx: &mut Cx, _: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: the G was woken, so its sudog is in no queue.
    unsafe {
        let s = std::mem::replace(&mut cx.g().waiting, std::ptr::null_mut());
        let success = (*s).success;
        (*cx.p).free_sudog(s);
        if !success {
            return cx.throw(Throw::PlainError("send on closed channel".into()));
        }
    }
    Status::Done
}

/// # Safety
/// As every intrinsic: channel -> element, bool.
unsafe fn recv<const NOTED: bool>(
    cx: &mut Cx,
    w: *mut u64,
    _: u16,
    _: *const TypeDesc,
    _: u32,
) -> Status {
    // SAFETY: as in `send`.
    unsafe {
        let c = *w as *mut Chan;
        if c.is_null() {
            return park_for_ever(cx, WaitReason::ChanRecvNil);
        }
        let elem = (*c).elem();
        let ok = w.add(elem.slots());
        (*c).acquire();
        if (*c).count > 0 {
            let s = (*c).pop::<NOTED>(cx, Queue::Send);
            if NOTED && s.is_null() && (*c).int && cx.rt().recording() {
                return take_noted(cx, w, c);
            }
            let at = (*c).recv_at;
            let from = (*c).slot(at);
            if s.is_null() {
                (*c).count -= 1;
            }
            note_recv::<NOTED>(cx, w, c, How::Buffered, s, from);
            if (*c).word {
                *w = *from.cast::<u64>();
                *from.cast::<u64>() = 0;
                std::ptr::write_bytes(from, 0, elem.size as usize);
            } else {
                unpack(cx, elem, from, w);
                std::ptr::write_bytes(from, 0, elem.size as usize);
            }
            *ok = 1;
            (*c).recv_at = (*c).next(at);
            if s.is_null() {
                (*c).unlock();
            } else {
                // The buffer was full: the first waiting sender's element takes the free place.
                copy((*s).elem, from, elem.size);
                (*c).send_at = (*c).recv_at;
                (*c).unlock();
                wake::<NOTED>(cx, s, true);
            }
            return Status::Done;
        }
        let s = (*c).pop::<NOTED>(cx, Queue::Send);
        if !s.is_null() {
            // The window's first slot has the channel no longer.
            if (*c).word {
                *w = *(*s).elem.cast::<u64>();
            } else {
                unpack(cx, elem, (*s).elem, w);
            }
            *ok = 1;
            met::<NOTED, false>(cx, w, c, s);
            return Status::Done;
        }
        if (*c).closed {
            note_recv::<NOTED>(cx, w, c, How::Closed, std::ptr::null(), std::ptr::null());
            (*c).unlock();
            zero(cx, elem, w);
            *ok = 0;
            return Status::Done;
        }
        if elem.size as usize > crate::sched::INLINE {
            (*c).unlock();
            let s = sudog_for(cx, elem);
            (*c).acquire();
            if (*c).closed || !(*c).sendq.first.is_null() || (*c).count > 0 {
                (*c).unlock();
                (*cx.p).free_sudog(s);
                return recv::<NOTED>(cx, w, 0, std::ptr::null(), 0);
            }
            return park::<NOTED, false>(cx, w, c, s);
        }
        let s = sudog_for(cx, elem);
        park::<NOTED, false>(cx, w, c, s)
    }
}

/// The zero value in slots.
///
/// # Safety
/// `w` has room for the components.
unsafe fn zero(cx: &mut Cx, elem: &TypeDesc, w: *mut u64) {
    // SAFETY: the caller's promise.
    unsafe {
        if elem.boxed {
            *w = cx.alloc(elem.size as usize, elem) as u64;
        } else {
            std::ptr::write_bytes(w, 0, elem.slots());
        }
    }
}

/// # Safety
/// As every finish function: the window gets the element and the bool.
unsafe fn recv_finish(cx: &mut Cx, w: *mut u64, _: u16, typ: *const TypeDesc, _: u32) -> Status {
    // SAFETY: the G was woken, so its sudog is in no queue and its element is complete.
    unsafe {
        let elem = &*(*typ).elem;
        let s = std::mem::replace(&mut cx.g().waiting, std::ptr::null_mut());
        if (*(*s).channel).word {
            *w = *(*s).elem.cast::<u64>();
        } else {
            unpack(cx, elem, (*s).elem, w);
        }
        *w.add(elem.slots()) = (*s).success as u64;
        (*cx.p).free_sudog(s);
    }
    Status::Done
}

/// The G of a popped sudog has left the queue, for a close.
///
/// # Safety
/// The lock is held.
unsafe fn left(cx: &Cx, c: *const Chan, queue: Queue, s: *const Sudog) {
    // SAFETY: popped sudogs are live, and their Gs wait.
    let (object, g, cancelled) = unsafe { ((*c).id, peer(s), false) };
    cx.rt().event(cx.m, || happens::WaitLeave { object, queue, g, cancelled });
    // SAFETY: as before.
    unsafe { told(s) }
}

/// # Safety
/// As every intrinsic: channel.
pub unsafe fn close(cx: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: as in `send`.
    unsafe {
        let c = *w as *mut Chan;
        if c.is_null() {
            return cx.throw(Throw::PlainError("close of nil channel".into()));
        }
        (*c).acquire();
        if (*c).closed {
            (*c).unlock();
            return cx.throw(Throw::PlainError("close of closed channel".into()));
        }
        (*c).closed = true;
        let mut woken = WaitQueue::default();
        loop {
            let s = (*c).pop::<true>(cx, Queue::Recv);
            if s.is_null() {
                break;
            }
            left(cx, c, Queue::Recv, s);
            if !(*s).elem.is_null() {
                std::ptr::write_bytes((*s).elem, 0, (*c).elem().size as usize);
            }
            woken.push(s);
        }
        loop {
            let s = (*c).pop::<true>(cx, Queue::Send);
            if s.is_null() {
                break;
            }
            left(cx, c, Queue::Send, s);
            woken.push(s);
        }
        cx.rt().trace(cx.m, |pen| {
            let stack = pen.here(cx, w);
            pen.emit(happens::ChanClose { ch: (*c).id, woken: woken.list(), stack });
        });
        (*c).unlock();
        let mut s = woken.first;
        while !s.is_null() {
            let next = (*s).next;
            (*s).next = std::ptr::null_mut();
            (*s).prev = std::ptr::null_mut();
            wake::<true>(cx, s, false);
            s = next;
        }
    }
    Status::Done
}

/// # Safety
/// As every intrinsic: channel -> int.
unsafe fn len(cx: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a channel or nil; a racing reader gets some recent value.
    unsafe {
        let c = (*w as *const Chan).as_ref().filter(|c| !c.timer);
        if let Some(c) = c
            && cx.rt().inputs
        {
            c.acquire();
            cx.rt().event(cx.m, || happens::Atomic {});
            *w = c.count;
            c.unlock();
            return Status::Done;
        }
        *w = c.map_or(0, |c| (&raw const c.count).read_volatile())
    }
    Status::Done
}

/// # Safety
/// As every intrinsic: channel -> int.
unsafe fn cap(_: &mut Cx, w: *mut u64, _: u16, _: *const TypeDesc, _: u32) -> Status {
    // SAFETY: a channel or nil.
    unsafe {
        let c = (*w as *const Chan).as_ref().filter(|c| !c.timer);
        *w = c.map_or(0, |c| c.cap)
    }
    Status::Done
}

/// Marks a channel as that of a timer, when nobody else has it yet.
///
/// # Safety
/// `c` is a channel.
pub unsafe fn mark_timer(c: *mut Chan) {
    // SAFETY: a channel that only the caller has.
    unsafe { (*c).timer = true }
}

/// The channel intrinsics by name, with their finish functions. `noted`: those that tell events.
pub fn intrinsic(name: &str, noted: bool) -> Option<(IntrinsicFn, Option<IntrinsicFn>)> {
    let pick = |a: IntrinsicFn, b: IntrinsicFn| if noted { a } else { b };
    let selected = Some(pick(select_finish::<true>, select_finish::<false>));
    Some(match name {
        "ChanNew" => (new, None),
        "ChanSend" => (pick(send::<true>, send::<false>), Some(send_finish)),
        "ChanRecv" => (pick(recv::<true>, recv::<false>), Some(recv_finish)),
        "ChanClose" => (close, None),
        "ChanLen" => (len, None),
        "ChanCap" => (cap, None),
        "Select" => (pick(select::<true>, select::<false>), selected),
        "SelectMany" => (pick(select_many::<true>, select_many::<false>), selected),
        _ => return None,
    })
}
