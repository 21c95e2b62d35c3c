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

/// Whether the constraints in a file's head hold; the error says what is wrong with them, in `go
/// list`'s words.
pub fn holds(text: &str, target: Target) -> Result<bool, String> {
    let head = Constraints::of(text);
    match head.build.as_slice() {
        [] => Ok(head.plus.iter().all(|(_, line)| plus_line(line).holds(target))),
        [(_, line)] => match Expr::parse(line) {
            Ok(x) => Ok(x.holds(target)),
            Err(e) => Err(format!("parsing //go:build line: {e}")),
        },
        _ => Err("multiple //go:build comments".into()),
    }
}

pub fn build_line_ok(text: &str, target: Target) -> bool {
    holds(text, target).unwrap_or(true)
}

/// What follows a word, with or without white space before it; `None` when the word goes on.
fn after_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(word)?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim())
}

/// The expression of a `//go:build` comment.
pub fn build_comment(comment: &str) -> Option<&str> {
    after_word(comment, "//go:build")
}

/// The words of a `// +build` comment.
pub fn plus_comment(comment: &str) -> Option<&str> {
    after_word(comment.strip_prefix("//")?.trim_start(), "+build")
}

/// The constraints before a file's package clause: offset and expression of each. Those of the old
/// form count only with an empty line between them and the clause.
#[derive(Default)]
pub struct Constraints<'t> {
    pub build: Vec<(usize, &'t str)>,
    pub plus: Vec<(usize, &'t str)>,
}

impl<'t> Constraints<'t> {
    pub fn of(text: &'t str) -> Constraints<'t> {
        let mut out = Constraints::default();
        let mut plus = Vec::new();
        let (mut at, mut in_block) = (0, false);
        for line in text.split_inclusive('\n') {
            let start = at + (line.len() - line.trim_start().len());
            at += line.len();
            let mut rest = line.trim();
            if rest.is_empty() && !in_block {
                out.plus.append(&mut plus);
            }
            let mut first = !in_block;
            while !rest.is_empty() {
                if in_block {
                    let Some(end) = rest.find("*/") else { break };
                    in_block = false;
                    rest = rest[end + 2..].trim_start();
                } else if rest.starts_with("//") {
                    if first {
                        out.build.extend(build_comment(rest).map(|x| (start, x)));
                        plus.extend(plus_comment(rest).map(|x| (start, x)));
                    }
                    break;
                } else if let Some(inner) = rest.strip_prefix("/*") {
                    in_block = true;
                    rest = inner;
                } else {
                    return out;
                }
                first = false;
            }
        }
        out
    }
}

/// A boolean expression over tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr<'t> {
    Tag(&'t str),
    Not(Box<Expr<'t>>),
    And(Vec<Expr<'t>>),
    Or(Vec<Expr<'t>>),
}

/// Of words with blanks between them one must hold, of those with commas between them all.
pub fn plus_line(line: &str) -> Expr<'_> {
    let word = |w| match str::strip_prefix(w, "!") {
        Some(tag) => Expr::Not(Box::new(Expr::Tag(tag))),
        None => Expr::Tag(w),
    };
    Expr::Or(line.split_whitespace().map(|w| Expr::And(w.split(',').map(word).collect())).collect())
}

impl<'t> Expr<'t> {
    /// The expression of a `//go:build` line; the error is what `go list` says.
    pub fn parse(text: &'t str) -> Result<Expr<'t>, String> {
        let mut p = Reader { rest: text, token: "" };
        p.next()?;
        let x = p.or()?;
        if p.token.is_empty() { Ok(x) } else { Err(format!("unexpected token {}", p.token)) }
    }

    fn holds(&self, target: Target) -> bool {
        match self {
            Expr::Tag(t) => tag_holds(t, target),
            Expr::Not(x) => !x.holds(target),
            Expr::And(xs) => xs.iter().all(|x| x.holds(target)),
            Expr::Or(xs) => xs.iter().any(|x| x.holds(target)),
        }
    }

    /// The same with `!` only before tags and no operation right inside one of its kind.
    pub fn plain(self) -> Expr<'t> {
        self.plain_or_not(false)
    }

    fn plain_or_not(self, not: bool) -> Expr<'t> {
        let (xs, and) = match self {
            Expr::Tag(_) if not => return Expr::Not(Box::new(self)),
            Expr::Tag(_) => return self,
            Expr::Not(x) => return x.plain_or_not(!not),
            Expr::And(xs) => (xs, !not),
            Expr::Or(xs) => (xs, not),
        };
        let mut out = Vec::new();
        for x in xs {
            match (x.plain_or_not(not), and) {
                (Expr::And(inner), true) | (Expr::Or(inner), false) => out.extend(inner),
                (x, _) => out.push(x),
            }
        }
        match out.len() {
            1 => out.remove(0),
            _ if and => Expr::And(out),
            _ => Expr::Or(out),
        }
    }
}

/// `token` is empty at the end.
struct Reader<'t> {
    rest: &'t str,
    token: &'t str,
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Result<(), String> {
        let text = self.rest.trim_start_matches([' ', '\t']);
        let tag = text
            .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'))
            .unwrap_or(text.len());
        let len = match text.chars().next() {
            None => 0,
            Some('(' | ')' | '!') => 1,
            Some('&') if text.starts_with("&&") => 2,
            Some('|') if text.starts_with("||") => 2,
            Some(c) if tag == 0 => return Err(format!("invalid syntax at {c}")),
            Some(_) => tag,
        };
        (self.token, self.rest) = text.split_at(len);
        Ok(())
    }

    fn list(
        &mut self,
        op: &str,
        item: impl Fn(&mut Self) -> Result<Expr<'t>, String>,
    ) -> Result<Vec<Expr<'t>>, String> {
        let mut out = vec![item(self)?];
        while self.token == op {
            self.next()?;
            out.push(item(self)?);
        }
        Ok(out)
    }

    fn or(&mut self) -> Result<Expr<'t>, String> {
        self.list("||", Reader::and).map(Expr::Or)
    }

    fn and(&mut self) -> Result<Expr<'t>, String> {
        self.list("&&", Reader::not).map(Expr::And)
    }

    fn not(&mut self) -> Result<Expr<'t>, String> {
        if self.token != "!" {
            return self.atom();
        }
        self.next()?;
        if self.token == "!" {
            return Err("double negation not allowed".into());
        }
        Ok(Expr::Not(Box::new(self.atom()?)))
    }

    fn atom(&mut self) -> Result<Expr<'t>, String> {
        match self.token {
            "" => Err("unexpected end of expression".into()),
            "(" => {
                self.next()?;
                let x = self.or()?;
                if self.token != ")" {
                    return Err("missing close paren".into());
                }
                self.next()?;
                Ok(x)
            }
            t @ (")" | "&&" | "||" | "!") => Err(format!("unexpected token {t}")),
            tag => {
                self.next()?;
                Ok(Expr::Tag(tag))
            }
        }
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
            ("/* a */ /* b\n*/\n//go:build ignore\npackage p", false),
            ("/*\n//go:build ignore\n*/\npackage p", true),
            ("/**/ //go:build ignore\npackage p", true),
            ("//go:build\t!(linux || darwin)\npackage p", false),
            ("// +build windows darwin,amd64\n\npackage p", false),
            ("// +build windows linux,!arm64\n// +build amd64\n\npackage p", true),
            ("// +build windows\npackage p", true),
        ] {
            assert_eq!(build_line_ok(text, Target::Program), want, "{text:?}");
        }
        for (text, want) in [
            ("a &&", "unexpected end of expression"),
            ("", "unexpected end of expression"),
            ("(a b)", "missing close paren"),
            ("a !b", "unexpected token !"),
            ("!!a", "double negation not allowed"),
            ("a | b", "invalid syntax at |"),
            ("a)", "unexpected token )"),
        ] {
            assert_eq!(Expr::parse(text), Err(want.to_string()), "{text:?}");
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
