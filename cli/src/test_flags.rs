//! The command line of `gvm test`: what is for gvm, what for the test program, which packages.

use std::time::Duration;

use gvm_compiler::vet::Checks;

/// A command line that was read.
#[derive(Default)]
pub struct Flags {
    pub packages: Vec<String>,
    pub verbose: bool,
    pub bench: bool,
    pub list: bool,
    pub json: bool,
    pub compile_only: bool,
    pub timeout: Duration,
    /// Options of gvm's own for the run.
    pub machine: Vec<String>,
    /// For the program: flags of package testing, then what is its own.
    testing: Vec<String>,
    rest: Vec<String>,
    checks: Checks,
}

/// Flags of the test program without a value.
const SWITCHES: &[&str] = &["benchmem", "failfast", "fullpath", "short"];
/// Flags of the test program with one.
const VALUES: &[&str] = &[
    "bench",
    "benchtime",
    "count",
    "cpu",
    "list",
    "outputdir",
    "parallel",
    "run",
    "shuffle",
    "skip",
    "timeout",
];
/// What `go test` has and gvm has not.
const REFUSED: &[&str] = &[
    "artifacts",
    "asan",
    "blockprofile",
    "blockprofilerate",
    "cover",
    "covermode",
    "coverpkg",
    "coverprofile",
    "cpuprofile",
    "exec",
    "fuzz",
    "fuzzminimizetime",
    "fuzztime",
    "memprofile",
    "memprofilerate",
    "msan",
    "mutexprofile",
    "mutexprofilefraction",
    "o",
    "race",
    "tags",
    "trace",
];
/// What has no meaning here: how the go command builds.
const IGNORED_SWITCHES: &[&str] = &["a", "i", "trimpath", "work", "x"];
const IGNORED_VALUES: &[&str] = &["gcflags", "ldflags", "mod", "p"];
/// Options of `gvm run` that hold for the test program too.
const MACHINE: &[&str] = &["seed", "procs", "loop", "preempt-every"];

const USAGE: &str = "usage: go test [build/test flags] [packages] [build/test flags & test binary flags]\nRun 'go help test' and 'go help testflag' for details.";

/// Reads the arguments after `test`.
pub fn parse(args: &[String]) -> Result<Flags, String> {
    let mut f =
        Flags { timeout: Duration::from_secs(600), checks: Checks::of_tests(), ..Flags::default() };
    let mut foreign = false;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let Some(flag) = arg.strip_prefix('-').filter(|r| !r.is_empty()) else {
            if foreign {
                f.rest.push(arg.clone())
            } else {
                f.packages.push(arg.clone())
            }
            continue;
        };
        let flag = flag.strip_prefix('-').unwrap_or(flag);
        let (name, mut value) = match flag.split_once('=') {
            Some((n, v)) => (n, Some(v.to_string())),
            None => (flag, None),
        };
        let name = name.strip_prefix("test.").unwrap_or(name);
        if name == "args" {
            f.rest.extend(args.cloned());
            break;
        }
        if MACHINE.contains(&name)
            || VALUES.contains(&name)
            || IGNORED_VALUES.contains(&name)
            || name == "vet"
        {
            value = match value.or_else(|| args.next().cloned()) {
                Some(v) => Some(v),
                None => return Err(format!("flag needs an argument: -{name}\n{USAGE}")),
            };
        }
        let text = value.clone().unwrap_or_else(|| "true".into());
        let on = match text.as_str() {
            "true" | "t" | "1" => Some(true),
            "false" | "f" | "0" => Some(false),
            _ => None,
        };
        let on = |what: &str| {
            on.ok_or_else(|| {
                format!("invalid boolean value {text:?} for -{what}: parse error\n{USAGE}")
            })
        };
        match name {
            "v" => f.verbose = on("v")?,
            "json" => f.json = on("json")?,
            "c" => f.compile_only = on("c")?,
            "n" | "h" | "help" => return Err(USAGE.into()),
            "vet" => {
                f.checks = match text.as_str() {
                    "off" => Checks::none(),
                    "" => Checks::of_tests(),
                    list => Checks::named(list.split(','))?,
                }
            }
            "gc-stress" => f.machine.push("--gc-stress".into()),
            _ if REFUSED.contains(&name) => {
                return Err(format!("not supported by gvm: go test -{name}"));
            }
            _ if MACHINE.contains(&name) => f.machine.push(format!("--{name}={text}")),
            _ if SWITCHES.contains(&name) => {
                let on = on(name)?;
                f.testing.push(format!("-test.{name}={on}"));
            }
            _ if VALUES.contains(&name) => {
                f.known(name, &text)?;
                f.testing.push(format!("-test.{name}={text}"));
            }
            _ if IGNORED_SWITCHES.contains(&name) || IGNORED_VALUES.contains(&name) => {}
            _ => {
                foreign = true;
                f.rest.push(arg.clone());
            }
        }
    }
    Ok(f)
}

impl Flags {
    fn known(&mut self, name: &str, text: &str) -> Result<(), String> {
        let number = |ok: bool| {
            if ok {
                Ok(())
            } else {
                Err(format!("invalid value {text:?} for flag -{name}: parse error\n{USAGE}"))
            }
        };
        match name {
            "bench" => self.bench = !text.is_empty(),
            "list" => self.list = !text.is_empty(),
            "count" | "parallel" => return number(text.parse::<i64>().is_ok()),
            "timeout" => {
                self.timeout = match duration(text) {
                    Some(d) => d,
                    None => return number(false),
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The checks to make before the tests run.
    pub fn vet(&self) -> Checks {
        self.checks
    }

    /// The arguments of the test program.
    pub fn program_arguments(&self, json: bool) -> Vec<String> {
        let mut out = vec!["-test.paniconexit0".to_string()];
        if !self.testing.iter().any(|f| f.starts_with("-test.timeout=")) {
            out.push("-test.timeout=10m0s".into());
        }
        if json {
            out.push("-test.v=test2json".into());
        } else if self.verbose {
            out.push("-test.v=true".into());
        }
        out.extend(self.testing.iter().cloned());
        out.extend(self.rest.iter().cloned());
        out
    }
}

/// A duration as Go writes it, `1h30m0.5s`.
fn duration(text: &str) -> Option<Duration> {
    if text == "0" {
        return Some(Duration::ZERO);
    }
    let mut rest = text;
    let mut total = 0.0;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let n: f64 = rest[..digits].parse().ok()?;
        rest = &rest[digits..];
        let unit = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        total += n * match &rest[..unit] {
            "ns" => 1e-9,
            "us" | "µs" => 1e-6,
            "ms" => 1e-3,
            "s" => 1.0,
            "m" => 60.0,
            "h" => 3600.0,
            _ => return None,
        };
        rest = &rest[unit..];
    }
    Duration::try_from_secs_f64(total).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(args: &[&str]) -> Flags {
        let args: Vec<String> = args.iter().map(|a| a.to_string()).collect();
        parse(&args).unwrap_or_else(|e| panic!("{e}"))
    }

    #[test]
    fn both_sides_of_the_packages() {
        let f = of(&["-v", "./a", "--run=X", "./b", "-count", "2"]);
        assert_eq!(f.packages, ["./a", "./b"]);
        let want = [
            "-test.paniconexit0",
            "-test.timeout=10m0s",
            "-test.v=true",
            "-test.run=X",
            "-test.count=2",
        ];
        assert_eq!(f.program_arguments(false), want);
    }

    #[test]
    fn foreign_flags_end_the_packages() {
        let f = of(&["-mine", "./a", "-short", "-args", "-v"]);
        assert!(f.packages.is_empty() && !f.verbose);
        let got = f.program_arguments(false);
        assert_eq!(got[2..], ["-test.short=true", "-mine", "./a", "-v"]);
    }

    #[test]
    fn durations() {
        assert_eq!(duration("1h30m"), Some(Duration::from_secs(5400)));
        assert_eq!(duration("1.5s"), Some(Duration::from_millis(1500)));
        assert_eq!(duration("x"), None);
    }
}
