//! The scheduler.

/// A processor: the right to run Go code.
pub struct P {}

/// A waiting goroutine's place in a queue.
pub struct Sudog {}
