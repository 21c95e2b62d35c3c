//! `//go:debug` lines: what the go command says about them before it compiles a package, and the settings that
//! they make.
//!
//! What a setting does is not here. One that would change what gvm's library does, and cannot there, is
//! refused, never ignored.

use crate::diag::Diagnostics;
use crate::source::{Pos, SourceMap};
use crate::syntax::ast::File;

/// Settings that Go 1.27 knows (`go doc runtime/metrics`, and those without a metric).
const KNOWN: &[&str] = &[
    "allowmultiplevcs",
    "containermaxprocs",
    "cryptocustomrand",
    "dataindependenttiming",
    "decoratemappings",
    "embedfollowsymlinks",
    "execerrdot",
    "fips140",
    "fips140ems",
    "gocachehash",
    "gocachetest",
    "gocacheverify",
    "gotestjsonbuildtext",
    "htmlmetacontenturlescape",
    "http2client",
    "http2debug",
    "http2server",
    "httpcookiemaxnum",
    "httplaxcontentlength",
    "httpmuxgo121",
    "httpservecontentkeepheaders",
    "httpservecontentmaxranges",
    "installgoroot",
    "jstmpllitinterp",
    "multipartmaxheaders",
    "multipartmaxparts",
    "multipathtcp",
    "netdns",
    "netedns0",
    "panicnil",
    "randautoseed",
    "randseednop",
    "rsa1024min",
    "tarinsecurepath",
    "tlsmaxrsasize",
    "tlsmlkem",
    "tlssecpmlkem",
    "tlssha1",
    "tracebacklabels",
    "updatemaxprocs",
    "urlmaxqueryparams",
    "urlstrictcolons",
    "winreadlinkvolume",
    "winsymlink",
    "x509negativeserial",
    "x509rsacrt",
    "x509sha256skid",
    "x509sslcertoverrideplatform",
    "x509usefallbackroots",
    "x509usepolicies",
    "zipinsecurepath",
];

/// Settings that are gone: the old values, and the release that took them.
const REMOVED: &[(&str, &[&str], u32)] = &[
    ("asynctimerchan", &["1", "2"], 127),
    ("gotypesalias", &["0"], 127),
    ("tls10server", &["1"], 127),
    ("tls3des", &["1"], 127),
    ("tlskyber", &["0"], 124),
    ("tlsrsakex", &["1"], 127),
    ("tlsunsafeekm", &["1"], 127),
    ("x509keypairleaf", &["0"], 127),
    ("x509sha1", &["1"], 124),
];

/// What changes gvm's own library in a way that it does not have: setting, value, package.
const UNSUPPORTED: &[(&str, &str, &str)] = &[
    ("randautoseed", "0", "math/rand"),
    ("randseednop", "0", "math/rand"),
    ("execerrdot", "0", "os/exec"),
];

/// N of the newest release go1.N.
const NEWEST: u32 = crate::load::NEWEST;

/// The settings of a package.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    list: Vec<(String, String, Pos)>,
}

impl Settings {
    /// With the lines of a go.mod for what the package does not say itself.
    pub fn or(mut self, module: &[(String, String)]) -> Settings {
        for (key, value) in module {
            if self.get(key).is_none() {
                self.list.push((key.clone(), value.clone(), Pos::NONE));
            }
        }
        self
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.list.iter().find(|(k, ..)| k == key).map(|(_, v, _)| v.as_str())
    }

    /// Whether `panic(nil)` panics with nil. `go`: N of the language version go1.N of the main module.
    pub fn panics_with_nil(&self, go: u32) -> bool {
        let default = self.get("default").and_then(crate::load::minor_version);
        match self.get("panicnil") {
            Some(v) => v == "1",
            None => default.unwrap_or(go) < 21,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Tells which settings cannot be had in a program with these packages.
    pub fn refuse(&self, has_package: impl Fn(&str) -> bool, diags: &Diagnostics) {
        for (key, value, pos) in &self.list {
            if unsupported(key, value, &has_package) {
                diags.unsupported(*pos, format_args!("//go:debug {key}={value}"));
            }
        }
    }
}

/// Whether a program with these packages would ask for what gvm does not do.
pub fn unsupported(key: &str, value: &str, has_package: impl Fn(&str) -> bool) -> bool {
    UNSUPPORTED.iter().any(|u| (u.0, u.1) == (key, value) && has_package(u.2))
}

/// Reads the lines before the files' package clauses. What is wrong goes to `diags`.
pub fn read(files: &[&File<'_>], map: &SourceMap<'_>, diags: &Diagnostics) -> Settings {
    let mut made = Settings::default();
    for file in files {
        for &(pos, text) in file.directives.iter().filter(|d| d.0 < file.pos) {
            let Some(rest) = text.strip_prefix("debug") else { continue };
            let setting = match rest.find([' ', '\t']) {
                Some(i) => parse(rest[i..].trim()),
                None if rest.is_empty() => Err("missing key=value".into()),
                None => continue,
            };
            let setting =
                setting.and_then(|(k, v)| check(k, v, "//go:debug setting").map(|()| (k, v)));
            match setting {
                Err(e) => diags.error(pos, format!("invalid //go:debug: {e}")),
                Ok((key, value)) => match made.list.iter().find(|(k, ..)| k == key) {
                    Some((.., before)) => {
                        let place = place(map, *before);
                        let note = format!("\n\t{place}: previous //go:debug");
                        diags.error(pos, format!("repeated //go:debug for {key}{note}"));
                    }
                    None => made.list.push((key.into(), value.into(), pos)),
                },
            }
        }
    }
    made
}

/// A file as the go command shows it, which has its full path also when a `//line` names it.
pub fn shown_file(name: &str) -> String {
    if name.contains('/') { name.into() } else { format!("./{name}") }
}

/// `./prog.go:3:7`; no column behind a `//line`.
fn place(map: &SourceMap<'_>, pos: Pos) -> String {
    map.location(pos).map_or(String::new(), |at| match at.column {
        0 => format!("{}:{}", shown_file(at.file), at.line),
        c => format!("{}:{}:{c}", shown_file(at.file), at.line),
    })
}

/// `key=value`.
fn parse(text: &str) -> Result<(&str, &str), String> {
    let (key, value) = text.split_once('=').ok_or("missing key=value")?;
    for (what, c) in [("space", &[' ', '\t'][..]), ("comma", &[','])] {
        for (which, part) in [("key", key), ("value", value)] {
            if part.contains(c) {
                return Err(format!("{which} contains {what}"));
            }
        }
    }
    Ok((key, value))
}

/// `what`: how a setting is called where it stands.
pub fn check(key: &str, value: &str, what: &str) -> Result<(), String> {
    if key == "default" {
        let version = value.strip_prefix("go").filter(|v| is_version(v));
        let version = version.ok_or("value for default= must be goVERSION")?;
        let major = version.split('.').next().and_then(|n| n.parse::<u32>().ok());
        if major != Some(1) || crate::load::minor_version(version).is_some_and(|n| n > NEWEST) {
            return Err(format!("default={value} too new (toolchain is go1.{NEWEST})"));
        }
        return Ok(());
    }
    if let Some((_, old, release)) = REMOVED.iter().find(|r| r.0 == key) {
        if !old.contains(&value) {
            return Ok(());
        }
        return Err(format!(
            "removed GODEBUG {key:?} set to old value {value:?} \
             (https://go.dev/doc/godebug#go-{release})"
        ));
    }
    match KNOWN.contains(&key) {
        true => Ok(()),
        false => Err(format!("unknown {what} {key:?}")),
    }
}

/// `1`, `1.21`, `1.21.3`, `1.21rc1`.
fn is_version(text: &str) -> bool {
    let number = |s: &str| {
        !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit()) && (s == "0" || !s.starts_with('0'))
    };
    let parts: Vec<&str> = text.split('.').collect();
    let (last, front) = match parts.split_last() {
        Some(split) => split,
        None => return false,
    };
    let pre = ["rc", "beta", "alpha"].iter().find_map(|p| last.split_once(p));
    parts.len() <= 3
        && front.iter().all(|s| number(s))
        && match pre {
            Some((n, k)) => parts.len() == 2 && number(n) && number(k),
            None => number(last),
        }
}
