//! Build constraints: `//go:build` lines and file names such as `x_linux.go`.

const TAGS: [&str; 6] = ["linux", "amd64", "unix", "gc", "cgo_off", "gvm"];
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

fn tag_holds(tag: &str) -> bool {
    if let Some(n) = tag.strip_prefix("go1.") {
        return n.parse::<u32>().is_ok_and(|n| n <= 27);
    }
    TAGS.contains(&tag)
}

/// Whether a file of this name belongs to a build for linux/amd64.
pub fn file_name_ok(name: &str) -> bool {
    let stem = name.trim_end_matches(".go");
    let parts: Vec<&str> = stem.split('_').skip(1).collect();
    let system = |p: &str| SYSTEMS.contains(&p) || p == "linux";
    let machine = |p: &str| MACHINES.contains(&p) || p == "amd64";
    let bad = |p: &str| SYSTEMS.contains(&p) || MACHINES.contains(&p);
    match *parts {
        [.., os, arch] if system(os) && machine(arch) => !bad(os) && !bad(arch),
        [.., last] => !bad(last),
        [] => true,
    }
}

/// Whether the `//go:build` line, if there is one, holds.
pub fn build_line_ok(text: &str) -> bool {
    for line in text.lines() {
        let line = line.trim();
        if let Some(e) = line.strip_prefix("//go:build ") {
            return Expr { rest: e.trim() }.or();
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
        tag_holds(tag)
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
            assert_eq!(build_line_ok(text), want, "{text:?}");
        }
        assert!(
            file_name_ok("a_linux.go") && file_name_ok("linux.go") && file_name_ok("windows.go")
        );
        assert!(!file_name_ok("a_windows.go") && !file_name_ok("a_linux_arm64.go"));
    }
}
