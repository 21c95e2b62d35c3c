//! Build constraints: `//go:build` lines and file names such as `x_linux.go`.

/// What a build is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// linux/amd64, as gc compiles programs.
    Program,
    /// A machine without assembly code: packages of a Go installation, of which gvm runs the Go.
    Portable,
}

/// The experiment is the one of Go 1.27 that is on and that packages choose files by.
const TAGS: [&str; 5] = ["linux", "unix", "gc", "gvm", "goexperiment.jsonv2"];
/// Tags by which packages leave their assembly code out.
const PORTABLE_TAGS: [&str; 3] = ["purego", "math_big_pure_go", "noasm"];
const SYSTEMS: [&str; 17] = [
    "aix",
    "android",
    "darwin",
    "dragonfly",
    "freebsd",
    "hurd",
    "illumos",
    "ios",
    "js",
    "nacl",
    "netbsd",
    "openbsd",
    "plan9",
    "solaris",
    "wasip1",
    "windows",
    "zos",
];
const MACHINES: [&str; 23] = [
    "386",
    "amd64p32",
    "arm",
    "arm64",
    "arm64be",
    "armbe",
    "loong64",
    "mips",
    "mips64",
    "mips64le",
    "mips64p32",
    "mips64p32le",
    "mipsle",
    "ppc",
    "ppc64",
    "ppc64le",
    "riscv",
    "riscv64",
    "s390",
    "s390x",
    "sparc",
    "sparc64",
    "wasm",
];

fn tag_holds(tag: &str, target: Target) -> bool {
    if let Some(n) = tag.strip_prefix("go1.") {
        return n.parse::<u32>().is_ok_and(|n| n <= 27);
    }
    TAGS.contains(&tag)
        || match target {
            Target::Program => tag == "amd64",
            Target::Portable => PORTABLE_TAGS.contains(&tag),
        }
}

/// Whether a file of this name belongs to the build.
pub fn file_name_ok(name: &str, target: Target) -> bool {
    let stem = name.trim_end_matches(".go");
    let parts: Vec<&str> = stem.split('_').skip(1).collect();
    let system = |p: &str| SYSTEMS.contains(&p) || p == "linux";
    let machine = |p: &str| MACHINES.contains(&p) || p == "amd64";
    let bad = |p: &str| {
        SYSTEMS.contains(&p)
            || MACHINES.contains(&p)
            || (p == "amd64" && target == Target::Portable)
    };
    match *parts {
        [.., os, arch] if system(os) && machine(arch) => !bad(os) && !bad(arch),
        [.., last] => !bad(last),
        [] => true,
    }
}

/// Whether the `//go:build` line, if there is one, holds.
pub fn build_line_ok(text: &str, target: Target) -> bool {
    for line in text.lines() {
        let line = line.trim();
        if let Some(e) = line.strip_prefix("//go:build ") {
            return Expr { rest: e.trim(), target }.or();
        }
        if !line.is_empty() && !line.starts_with("//") {
            break;
        }
    }
    true
}

/// A boolean expression over tags.
struct Expr<'t> {
    rest: &'t str,
    target: Target,
}

impl Expr<'_> {
    fn eat(&mut self, op: &str) -> bool {
        self.rest = self.rest.trim_start();
        match self.rest.strip_prefix(op) {
            Some(r) => {
                self.rest = r;
                true
            }
            None => false,
        }
    }
    fn or(&mut self) -> bool {
        let mut x = self.and();
        while self.eat("||") {
            x |= self.and();
        }
        x
    }
    fn and(&mut self) -> bool {
        let mut x = self.not();
        while self.eat("&&") {
            x &= self.not();
        }
        x
    }
    fn not(&mut self) -> bool {
        if self.eat("!") {
            return !self.not();
        }
        if self.eat("(") {
            let x = self.or();
            self.eat(")");
            return x;
        }
        self.rest = self.rest.trim_start();
        let end = self
            .rest
            .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'))
            .unwrap_or(self.rest.len());
        let (tag, rest) = self.rest.split_at(end);
        self.rest = rest;
        tag_holds(tag, self.target)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions() {
        for (text, want) in [
            ("//go:build linux\n", true),
            ("//go:build !linux && amd64\n", false),
            ("// c\n\n//go:build (windows || amd64) && go1.22\npackage p", true),
            ("//go:build ignore\n", false),
            ("//go:build go1.28\n", false),
            ("package p\n//go:build ignore\n", true),
        ] {
            assert_eq!(build_line_ok(text, Target::Program), want, "{text:?}");
        }
        assert!(
            file_name_ok("a_linux.go", Target::Program)
                && file_name_ok("linux.go", Target::Program)
                && file_name_ok("windows.go", Target::Program)
        );
        for (text, want) in [
            ("//go:build amd64 && !purego\n", false),
            ("//go:build !amd64 || purego\n", true),
            ("//go:build unix\n", true),
        ] {
            assert_eq!(build_line_ok(text, Target::Portable), want, "{text:?}");
        }
        assert!(!file_name_ok("a_amd64.go", Target::Portable));
        assert!(file_name_ok("a_linux.go", Target::Portable));
        assert!(
            !file_name_ok("a_windows.go", Target::Program)
                && !file_name_ok("a_linux_arm64.go", Target::Program)
        );
    }
}
