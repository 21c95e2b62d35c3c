//! Pages looked at in a headless Chromium. `CHROMIUM` names it, else it is looked for on the path; without one only what
//! needs none is tested.

#[allow(dead_code, reason = "not every test presses keys")]
pub mod devtools;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use gvm_tests::run_with_timeout;

pub fn chromium() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        return Some(path.into());
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|d| ["chromium", "chromium-browser", "google-chrome"].map(|n| d.join(n)))
        .find(|p| p.exists())
}

/// Opens a page with a script at its end, and gives what the script returns as text.
/// `None`: there is no browser.
pub fn look(dir: &Path, page: &str, hash: &str, script: &str) -> Option<String> {
    let browser = chromium()?;
    let html = std::fs::read_to_string(dir.join(page)).expect("the page");
    let probe = format!(
        "<script>{{\nlet told; try {{ told = String((() => {{ {script} }})()); }} catch (e) {{ told = \"threw \" + e.stack; }}\n\
         const box = document.createElement(\"pre\"); box.id = \"told\"; box.textContent = told; document.body.append(box);\n}}</script></body>"
    );
    let name = format!("probe-{page}");
    std::fs::write(dir.join(&name), html.replace("</body>", &probe)).expect("the probe");
    let profile = dir.join("profile");
    let _ = std::fs::remove_dir_all(&profile);
    let mut command = Command::new(browser);
    command
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--enable-logging=stderr", "--window-size=1440,900", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("file://{}{hash}", dir.join(&name).display()));
    let end = run_with_timeout(command, Duration::from_secs(120)).expect("the browser starts");
    let _ = std::fs::remove_dir_all(&profile);
    let problems: Vec<&str> = end.stderr.lines().filter(|l| l.contains(":CONSOLE:")).collect();
    assert!(problems.is_empty(), "the console says {problems:?}");
    let told = end.stdout.split_once("<pre id=\"told\">").and_then(|(_, t)| t.split_once("</pre>"));
    let (told, _) = told.unwrap_or_else(|| panic!("the script told nothing: {}", end.stderr));
    let told = told.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    assert!(!told.starts_with("threw "), "{told}");
    Some(told)
}
