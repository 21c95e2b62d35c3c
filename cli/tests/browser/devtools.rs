//! A page in a headless Chromium that is driven through its DevTools protocol, over a pair of pipes: keys as a user
//! presses them, and the tree that assistive technology sees.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use super::chromium;

pub struct Page {
    browser: Child,
    to: ChildStdin,
    from: ChildStdout,
    /// What came and was not asked for yet.
    rest: Vec<u8>,
    session: String,
    id: u64,
}

impl Drop for Page {
    fn drop(&mut self) {
        let _ = self.browser.kill();
        let _ = self.browser.wait();
    }
}

/// The text as JSON, which is also JavaScript.
pub fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if (c as u32) < 0x20 || c as u32 > 0x7e => {
                let mut units = [0; 2];
                for u in c.encode_utf16(&mut units) {
                    out += &format!("\\u{u:04x}");
                }
            }
            c => out.push(c),
        }
    }
    out + "\""
}

/// The first text of this name in a message. What is asked for here has no escapes.
fn text<'a>(message: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = message.split_once(&format!("\"{name}\":\""))?;
    rest.split_once('"').map(|(t, _)| t)
}

impl Page {
    /// `None`: there is no browser.
    pub fn open(dir: &Path, page: &str) -> Option<Page> {
        let profile = dir.join("profile");
        let _ = std::fs::remove_dir_all(&profile);
        // The protocol wants its pipes at 3 and 4.
        let mut command = Command::new("sh");
        command
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1"])
            .arg(chromium()?)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"])
            .args(["--no-first-run", "--disable-background-networking", "--disable-sync"])
            .args(["--disable-component-update", "--window-size=1440,900"])
            .args(["--remote-debugging-pipe", "about:blank"])
            .arg(format!("--user-data-dir={}", profile.display()));
        let mut browser = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the browser starts");
        let to = browser.stdin.take().expect("a pipe");
        let from = browser.stdout.take().expect("a pipe");
        let session = String::new();
        let mut p = Page { browser, to, from, rest: Vec::new(), session, id: 0 };
        let url = format!("file://{}", dir.join(page).display());
        let target = p.ask("Target.createTarget", "{\"url\":\"about:blank\"}");
        let target = text(&target, "targetId").expect("a target").to_string();
        let arguments = format!("{{\"targetId\":{},\"flatten\":true}}", quote(&target));
        let attached = p.ask("Target.attachToTarget", &arguments);
        p.session = text(&attached, "sessionId").expect("a session").to_string();
        p.ask("Performance.enable", "{\"timeDomain\":\"threadTicks\"}");
        p.ask("Page.navigate", &format!("{{\"url\":{}}}", quote(&url)));
        for _ in 0..1200 {
            if p.run("typeof page === 'object' && page.loaded > 0 ? 'there' : 'not yet'") == "there"
            {
                return Some(p);
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("the page does not open")
    }

    /// A command, with its arguments as JSON; the whole answer.
    pub fn ask(&mut self, method: &str, arguments: &str) -> String {
        self.id += 1;
        let session = match self.session.is_empty() {
            true => String::new(),
            false => format!(",\"sessionId\":{}", quote(&self.session)),
        };
        let id = self.id;
        let message = format!(
            "{{\"id\":{id},\"method\":{}{session},\"params\":{arguments}}}\0",
            quote(method)
        );
        self.to.write_all(message.as_bytes()).expect("the browser listens");
        let answer = format!("{{\"id\":{id},");
        loop {
            let message = self.message();
            if message.starts_with(&answer) {
                assert!(!message.starts_with(&format!("{answer}\"error\"")), "{method}: {message}");
                return message;
            }
        }
    }

    /// Milliseconds of processor time that the page's thread took since the browser was opened.
    #[allow(dead_code, reason = "not every test measures")]
    pub fn worked(&mut self) -> f64 {
        let answer = self.ask("Performance.getMetrics", "{}");
        let (_, rest) = answer.split_once("\"TaskDuration\",\"value\":").expect("a metric");
        let (seconds, _) = rest.split_once('}').expect("its end");
        seconds.parse::<f64>().expect("a number") * 1000.0
    }

    fn message(&mut self) -> String {
        let mut part = vec![0; 1 << 16];
        loop {
            if let Some(end) = self.rest.iter().position(|&b| b == 0) {
                let rest = self.rest.split_off(end + 1);
                let mut message = std::mem::replace(&mut self.rest, rest);
                message.pop();
                return String::from_utf8(message).expect("text");
            }
            let n = self.from.read(&mut part).expect("the browser answers");
            assert!(n > 0, "the browser is gone");
            self.rest.extend_from_slice(&part[..n]);
        }
    }

    /// What a script gives, as text; only letters, digits, spaces and plain signs come over as they are.
    pub fn run(&mut self, script: &str) -> String {
        let plain = format!(
            "(() => {{ let told; try {{ told = String((() => {{ return ({script}); }})()); }} \
             catch (e) {{ told = 'threw ' + e; }} \
             return told.replace(/[^ -~]/g, '?').replace(/[\"\\\\]/g, \"'\"); }})()"
        );
        let arguments = format!("{{\"expression\":{},\"returnByValue\":true}}", quote(&plain));
        let answer = self.ask("Runtime.evaluate", &arguments);
        text(&answer, "value").unwrap_or_else(|| panic!("{answer}")).to_string()
    }

    /// A key goes down and up.
    pub fn key(&mut self, key: &str, code: u32) {
        for kind in ["rawKeyDown", "keyUp"] {
            let arguments = format!(
                "{{\"type\":\"{kind}\",\"key\":\"{key}\",\"code\":\"{key}\",\"windowsVirtualKeyCode\":{code}}}"
            );
            self.ask("Input.dispatchKeyEvent", &arguments);
        }
    }
}
