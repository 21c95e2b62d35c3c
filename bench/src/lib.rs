//! Comparisons of gvm with other implementations: programs in `programs/`, the harness in
//! `examples/compare.rs`.
