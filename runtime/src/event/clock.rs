//! The clock of the event log. Virtual time on the deterministic host; else the processor's counter
//! where it runs evenly, or the system's clock.
//!
//! Nothing but times in the log comes from here: what a program sees is the host's clock.

use crate::host::Host;

/// A tick is so many steps of the processor's counter, as a power of two: so the time between two
/// events is mostly one byte, and still a few nanoseconds.
#[cfg(target_arch = "x86_64")]
const SHIFT: u32 = 3;

pub(super) struct Clock {
    /// Reading costs next to nothing, so it is read for each event.
    pub(super) exact: bool,
    counter: bool,
    /// The counter and the host's time when the log began.
    start: (u64, u64),
}

impl Clock {
    pub(super) fn new(host: &dyn Host) -> Clock {
        let exact = host.deterministic();
        let counter = !exact && even();
        let start = if counter { (count(), host.time()) } else { (0, 0) };
        Clock { exact, counter, start }
    }

    /// `last`: the time of the M's event right before, when this one follows at once.
    #[inline(always)]
    pub(super) fn ticks(&self, host: &dyn Host, last: Option<u64>) -> u64 {
        match last {
            Some(time) if !self.exact => time,
            _ if self.counter => count().saturating_sub(self.start.0),
            _ => host.time(),
        }
    }

    /// What ticks are.
    pub(super) fn scale(&self, host: &dyn Host) -> gvm_trace::file::Clock {
        if !self.counter {
            return Default::default();
        }
        let (ticks, ns) = (count() - self.start.0, host.time() - self.start.1);
        gvm_trace::file::Clock { start: self.start.1, ticks: ticks.max(1), ns: ns.max(1) }
    }
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn count() -> u64 {
    // SAFETY: every processor of this architecture has the counter.
    unsafe { std::arch::x86_64::_rdtsc() >> SHIFT }
}

/// Whether the counter runs at one speed, whatever the processor does.
#[cfg(target_arch = "x86_64")]
fn even() -> bool {
    use std::arch::x86_64::__cpuid;
    const LEAF: u32 = 0x8000_0007;
    __cpuid(0x8000_0000).eax >= LEAF && __cpuid(LEAF).edx & 1 << 8 != 0
}

#[cfg(not(target_arch = "x86_64"))]
fn count() -> u64 {
    0
}

#[cfg(not(target_arch = "x86_64"))]
fn even() -> bool {
    false
}
