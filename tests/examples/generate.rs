//! Prints generated programs: `cargo run --release -p gvm-tests --example generate -- SEED [LAST]`
//! gives one package of the programs of all seeds from SEED to LAST.
#![forbid(unsafe_code)]

use std::{env, error::Error};

fn main() -> Result<(), Box<dyn Error>> {
    let seeds: Vec<u64> = env::args().skip(1).map(|a| a.parse()).collect::<Result<_, _>>()?;
    let (from, to) = match seeds[..] {
        [from] => (from, from),
        [from, to] if from <= to => (from, to),
        _ => return Err("usage: generate SEED [LAST]".into()),
    };
    print!("{}", gvm_tests::generate::batch(from..=to));
    Ok(())
}
