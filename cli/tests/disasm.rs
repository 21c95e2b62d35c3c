//! `gvm disasm` in each of its forms, of one program (`disasm/tour.go`). When the compiler or the forms change on
//! purpose, `INSTA_UPDATE=always cargo test -p gvm --test disasm` writes the new snapshots.

mod browser;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use gvm_tests::{Finished, run_with_timeout};

const TOUR: &str = include_str!("disasm/tour.go");

/// A folder with the program in it.
fn folder(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("disasm").join(name);
    std::fs::create_dir_all(&dir).expect("scratch folder");
    std::fs::write(dir.join("tour.go"), TOUR).expect("the program");
    dir
}

fn gvm(dir: &Path, args: &[&str]) -> Finished {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gvm"));
    command.current_dir(dir).args(args);
    run_with_timeout(command, Duration::from_secs(60)).expect("gvm starts")
}

/// What `gvm disasm ARGS tour.go` prints.
fn shown(dir: &Path, args: &[&str]) -> String {
    let run = gvm(dir, &[&["disasm"], args, &["tour.go"]].concat());
    assert_eq!((run.stderr.as_str(), run.exit), ("", 0), "{args:?}");
    run.stdout
}

#[test]
fn forms() {
    let dir = folder("forms");
    for (name, args) in [
        ("listing", &[][..]),
        ("line", &["--line", "24"]),
        ("opt0", &["--opt=0", "--func", r"main\.(add|count)$"]),
        ("tokens", &["--stage=tokens", "--line=11"]),
        ("ast", &["--stage=ast"]),
        ("types", &["--stage=types"]),
        ("ir", &["--stage=ir", "--func", r"main\.(point\.sum|add)$"]),
        ("cfg", &["--cfg", "--func", "main.count"]),
    ] {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "disasm/snapshots" }, {
            insta::assert_snapshot!(name, shown(&dir, args));
        });
    }
}

#[test]
fn bad_usage_is_one_line() {
    let dir = folder("usage");
    std::fs::write(dir.join("two.go"), "package main\n\nfunc two() {}\n").expect("another file");
    for (args, want, status) in [
        (
            "--stage=foo tour.go",
            "gvm: --stage=foo: it must be tokens, ast, types, ir or bytecode",
            2,
        ),
        ("--opt=2 tour.go", "gvm: --opt=2: it must be 0 or 1", 2),
        ("--func=( tour.go", "gvm: --func=(: unclosed group", 2),
        ("--func=nope tour.go", "gvm: --func=nope: no function of the program matches", 1),
        (
            "--func=nope --stage=ir tour.go",
            "gvm: --func=nope: no function of the program's own matches",
            1,
        ),
        ("--line=0 tour.go", "gvm: --line=0: it must be N or FILE:N", 2),
        ("--line=x tour.go", "gvm: --line=x: it must be N or FILE:N", 2),
        ("--line=100 tour.go", "gvm: --line=100: tour.go has 50 lines", 1),
        (
            "--line=17 tour.go",
            "gvm: --line=17: no code was made of that line (near it: 13 and 18)",
            1,
        ),
        ("--line=b.go:3 tour.go", "gvm: --line=b.go:3: the program has no such file", 1),
        ("--stage=ast --line=16 tour.go", "gvm: --line=16: nothing is on that line", 1),
        ("--stage=ir --line=5 tour.go", "gvm: --line does not go with --stage=ir", 2),
        ("--stage=types --json tour.go", "gvm: --json shows bytecode, not types", 2),
        (
            "--stage=ast --func=main tour.go",
            "gvm: --func chooses among functions of the ir or bytecode, not ast",
            2,
        ),
        ("--json --cfg tour.go", "gvm: --json and --cfg: one form at a time", 2),
        (
            "--raw --profile tour.go",
            "gvm: --raw is the whole image, --profile does not go with it",
            2,
        ),
        ("--open tour.go", "gvm: --open is for --html", 2),
        ("tour.go -- x", "gvm: x: only with --profile has the program arguments", 2),
        ("none.go", "gvm: none.go: no such file or directory", 1),
    ] {
        let args: Vec<&str> = args.split(' ').collect();
        let run = gvm(&dir, &[&["disasm"], &args[..]].concat());
        assert_eq!((run.stdout.as_str(), run.exit), ("", status), "{args:?}: {}", run.stderr);
        assert!(run.stderr.ends_with(&format!("{want}\n")), "{args:?}: {}", run.stderr);
        assert_eq!(run.stderr.lines().count(), 1, "{args:?}: {}", run.stderr);
    }
}

/// A value of JSON.
#[derive(Debug, PartialEq)]
enum Value {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
}

impl Value {
    fn get(&self, key: &str) -> &Value {
        let Value::Object(fields) = self else { panic!("no object: {self:?}") };
        fields.iter().find(|f| f.0 == key).map_or(&Value::Null, |f| &f.1)
    }
    fn list(&self) -> &[Value] {
        let Value::List(items) = self else { panic!("no list: {self:?}") };
        items
    }
    fn number(&self) -> u64 {
        let Value::Number(n) = self else { panic!("no number: {self:?}") };
        *n as u64
    }
    fn text(&self) -> &str {
        let Value::Text(t) = self else { panic!("no text: {self:?}") };
        t
    }
    /// Keys of all objects in it.
    fn keys(&self, out: &mut BTreeSet<String>) {
        match self {
            Value::List(items) => items.iter().for_each(|x| x.keys(out)),
            Value::Object(fields) => fields.iter().for_each(|(k, x)| {
                out.insert(k.clone());
                x.keys(out);
            }),
            _ => {}
        }
    }
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn eat(&mut self, text: &str) -> bool {
        self.rest = self.rest.trim_start();
        let found = self.rest.starts_with(text);
        if found {
            self.rest = &self.rest[text.len()..];
        }
        found
    }
    fn string(&mut self) -> String {
        assert!(self.eat("\""), "want a string at {:.40}", self.rest);
        let mut out = String::new();
        let mut chars = self.rest.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    self.rest = &self.rest[at + 1..];
                    return out;
                }
                '\\' => match chars.next().expect("an escape").1 {
                    'n' => out.push('\n'),
                    'u' => {
                        let hex: String = chars.by_ref().take(4).map(|c| c.1).collect();
                        let code = u32::from_str_radix(&hex, 16).expect("hexadecimal");
                        out.push(char::from_u32(code).expect("a character"));
                    }
                    other => out.push(other),
                },
                c => {
                    assert!(c >= ' ', "a control character in a string");
                    out.push(c);
                }
            }
        }
        panic!("a string without end");
    }
    fn value(&mut self) -> Value {
        if self.eat("null") {
            return Value::Null;
        }
        for (word, b) in [("true", true), ("false", false)] {
            if self.eat(word) {
                return Value::Bool(b);
            }
        }
        if self.eat("[") {
            let mut items = Vec::new();
            while !self.eat("]") {
                assert!(items.is_empty() || self.eat(","), "want a comma at {:.40}", self.rest);
                items.push(self.value());
            }
            return Value::List(items);
        }
        if self.eat("{") {
            let mut fields = Vec::new();
            while !self.eat("}") {
                assert!(fields.is_empty() || self.eat(","), "want a comma at {:.40}", self.rest);
                let key = {
                    self.eat("");
                    self.string()
                };
                assert!(self.eat(":"));
                fields.push((key, self.value()));
            }
            return Value::Object(fields);
        }
        if self.rest.starts_with('"') {
            return Value::Text(self.string());
        }
        let end = self.rest.find(|c: char| !"+-.eE0123456789".contains(c));
        let (number, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        Value::Number(number.parse().unwrap_or_else(|_| panic!("{number:?} is no number")))
    }
}

fn json(dir: &Path, args: &[&str]) -> Value {
    let run = gvm(dir, &[&["disasm", "--json"], args, &["tour.go"]].concat());
    assert_eq!(run.exit, 0, "{}", run.stderr);
    let mut r = Reader { rest: &run.stdout };
    let v = r.value();
    assert_eq!(r.rest.trim(), "");
    v
}

/// The schema that `gvm help disasm-json` prints has all fields that there are, and no others.
#[test]
fn json_is_as_documented() {
    let dir = folder("json");
    let doc = json(&dir, &["--profile"]);
    let mut keys = BTreeSet::new();
    doc.keys(&mut keys);
    let help = gvm(&dir, &["help", "disasm-json"]);
    assert_eq!(help.exit, 0);
    let (_, table) = help.stdout.split_once("\n\n").expect("a text, then the table");
    // The names of fields are the words before two spaces, or all of the line.
    let documented: BTreeSet<String> = table
        .lines()
        .filter(|l| l.trim_start().len() + 18 > l.len())
        .flat_map(|l| {
            let names = l.trim_start().split("  ").next().unwrap_or("");
            names.split(' ').filter(|w| !w.is_empty()).map(String::from).collect::<Vec<_>>()
        })
        .collect();
    let missing: Vec<_> = keys.difference(&documented).collect();
    assert!(missing.is_empty(), "not documented: {missing:?}");
    let never: Vec<_> = documented.difference(&keys).collect();
    assert!(never.is_empty(), "documented, but not there: {never:?}");
}

#[test]
fn json_is_the_listing() {
    let dir = folder("json-listing");
    let doc = json(&dir, &[]);
    let listing = shown(&dir, &[]);
    let mut instructions = 0;
    for f in doc.get("functions").list() {
        assert!(listing.contains(f.get("name").text()));
        for i in f.get("instructions").list() {
            instructions += 1;
            let line = format!(
                "{:>9}  {:<12} {}",
                i.get("pc").number(),
                i.get("op").text(),
                i.get("text").text()
            );
            assert!(listing.contains(line.trim_end()), "{line}");
        }
        // Blocks follow one another and lead to blocks.
        let blocks = f.get("blocks").list();
        for (n, b) in blocks.iter().enumerate() {
            assert!(b.get("from").number() < b.get("to").number());
            if let Some(next) = blocks.get(n + 1) {
                assert_eq!(b.get("to"), next.get("from"));
            }
            for e in b.get("next").list() {
                assert!((e.get("block").number() as usize) < blocks.len());
            }
        }
    }
    assert!(instructions > 100);
}

/// The counts of all instructions, and what ran in cells of the VM's own, are the steps of the
/// instrumented loop, which it counts by itself.
#[test]
fn counts_sum_to_the_steps() {
    let dir = folder("profile");
    for seed in ["1", "2", "77"] {
        let doc = json(&dir, &["--profile", "--seed", seed, "--func", "."]);
        let profile = doc.get("profile");
        let functions = doc.get("functions").list();
        let all = functions.iter().flat_map(|f| f.get("instructions").list());
        let sum: u64 = all.map(|i| i.get("count").number()).sum();
        assert!(sum > 1000);
        assert_eq!(sum, profile.get("shown").number());
        assert_eq!(sum + profile.get("outside").number(), profile.get("steps").number());
        // A function that recovers goes through a cell of the VM's own.
        assert!(profile.get("outside").number() > 0);
        let named =
            |name: &str| functions.iter().find(|f| f.get("name").text() == name).expect("it");
        // Three words, the loop's test at the end.
        let count = named("main.count").get("instructions").list();
        let back = count.iter().find(|i| i.get("op").text().starts_with("loop")).expect("a loop");
        assert_eq!(back.get("count").number(), 3);
        let ret = count.last().expect("a return");
        assert_eq!(ret.get("count").number(), 1);
    }
    let run = gvm(&dir, &["disasm", "--profile", "--func", "main.count", "tour.go"]);
    // What the program prints is not mixed with the listing.
    assert!(run.stderr.contains("map[a:2 b:1]") && !run.stdout.contains("map[a:2"));
    assert!(run.stdout.contains(" instructions executed: "));
    assert!(run.stdout.contains("           3×"), "{}", run.stdout);
}

/// Without the passes the program does the same, and takes the longer.
#[test]
fn unoptimised_code_runs_the_same() {
    let dir = folder("opt0");
    let run = gvm(&dir, &["run", "tour.go"]);
    for opt in ["--opt=0", "--opt=1"] {
        let text = shown(&dir, &["--raw", opt]);
        std::fs::write(dir.join("tour.gvmasm"), &text).expect("written");
        let again = gvm(&dir, &["asm", "--list", "tour.gvmasm"]);
        assert!(again.stdout == text, "the listing comes back as another one");
        let asm = gvm(&dir, &["asm", "tour.gvmasm"]);
        assert_eq!((&asm.stdout, &asm.stderr, asm.exit), (&run.stdout, &run.stderr, run.exit));
    }
    let steps = |opt: &str| json(&dir, &["--profile", opt]).get("profile").get("steps").number();
    assert!(steps("--opt=0") > steps("--opt=1"));
}

#[test]
fn the_page_links_source_and_bytecode() {
    let dir = folder("page");
    let run = gvm(&dir, &["disasm", "--profile", "--html", "tour.go"]);
    assert_eq!(run.exit, 0, "{}", run.stderr);
    assert!(run.stderr.ends_with("tour.disasm.html\n"));
    let html = std::fs::read_to_string(dir.join("tour.disasm.html")).expect("the page");
    assert!(html.contains("Content-Security-Policy"));
    let asks = |tag: &str| html.contains(tag);
    assert!(!asks("<link") && !asks("src=") && !asks("@import") && !asks("url("));
    let script = "
        const row = [...document.querySelectorAll('.row.made')].find((r) => r.textContent.includes('total = a + b'));
        over(row);
        const lit = [...document.querySelectorAll('.ins.on')];
        const inlined = lit.filter((r) => r.data.f.name === 'main.count' && r.data.i.inline > 0).length;
        const own = lit.filter((r) => r.data.f.name === 'main.add').length;
        lit[0].click();
        const pinned = document.querySelectorAll('.row.pinned').length;
        over(lit[0].querySelector('.reg'));
        const same = document.querySelectorAll('.reg.same').length;
        document.querySelector('.func h2 button').click();
        const boxes = document.querySelector('.cfg').querySelectorAll('.block').length;
        const to = document.querySelector('.to');
        to.click();
        const jumped = document.querySelectorAll('.flash').length;
        document.getElementById('filter').value = 'guarded';
        document.getElementById('filter').oninput();
        const left = [...document.querySelectorAll('.func:not(.hidden)')].map((b) => b.dataset.name).sort();
        return [inlined > 0, own > 0, pinned, same > 0, boxes, jumped, location.hash, data.profile.steps > 0, left].join(' ');";
    if let Some(told) = browser::look(&dir, "tour.disasm.html", "", script) {
        let want =
            "true true 1 true 1 1 #tour.go:12 true main.guarded,main.guarded.func1,main.main";
        assert_eq!(told, want);
    }
}
