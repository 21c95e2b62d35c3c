//! The event log: what a run decided, event by event, and everything that is made from it.
//!
//! `kind` is the one table of events. The runtime encodes events as they happen (`chunk`), one
//! buffer an M; `Log::read` brings them into one order again; `model` rebuilds the scheduler's
//! queues from them alone; the other modules are outputs. Nothing here knows the runtime, so that
//! tools read logs without it. Nothing here may make up what the log does not say.
#![forbid(unsafe_code)]

pub mod chunk;
pub mod deadlock;
pub mod explain;
pub mod field;
pub mod file;
pub mod gotrace;
pub mod jsonl;
pub mod kind;
pub mod log;
pub mod model;
pub mod page;
pub mod pattern;
pub mod perfetto;
pub mod replay;
pub mod source;
pub mod stats;
pub mod summary;
pub mod text;
pub mod waits;
pub mod wire;

pub use field::{Case, Queues, Stack, Text, Value};
pub use kind::{Event, KINDS, KindInfo};
pub use log::{Frame, Header, Log, Record};
