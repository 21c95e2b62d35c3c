//! Types, objects, constants and the checker.
//!
//! The data model (`type_`, `object`, `constant`, `info`) is free of lifetimes; the checker holds
//! the syntax. Start at `check::Checker`.

pub mod check;
pub mod constant;
pub mod info;
pub mod lookup;
pub mod object;
pub mod sizes;
pub mod subst;
pub mod type_;
pub mod typeset;
pub mod typestring;
pub mod unify;
