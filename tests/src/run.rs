//! Runs a command to its end or to a time limit, with both output streams kept.

use std::{
    io::{self, Read},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How a command ended. A command stopped at the time limit has exit status -1.
#[derive(Clone, Debug)]
pub struct Finished {
    pub exit: i32,
    pub stdout: String,
    pub stderr: String,
    pub timed_out: bool,
}

/// Runs `command` for at most `limit`.
pub fn run_with_timeout(mut command: Command, limit: Duration) -> io::Result<Finished> {
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let drain = |stream: Option<Box<dyn Read + Send>>| {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            if let Some(mut stream) = stream {
                // An error here is the pipe's end.
                let _ = stream.read_to_end(&mut bytes);
            }
            String::from_utf8_lossy(&bytes).into_owned()
        })
    };
    let stdout = drain(child.stdout.take().map(|s| Box::new(s) as _));
    let stderr = drain(child.stderr.take().map(|s| Box::new(s) as _));
    let start = Instant::now();
    let mut pause = Duration::from_micros(500);
    let (exit, timed_out) = loop {
        if let Some(status) = child.try_wait()? {
            break (exit_status(status), false);
        }
        if start.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            break (-1, true);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(10));
    };
    let collect = |reader: thread::JoinHandle<String>| reader.join().unwrap_or_default();
    Ok(Finished { exit, stdout: collect(stdout), stderr: collect(stderr), timed_out })
}

/// The program's own status, or 128 plus the signal that ended it.
pub(crate) fn exit_status(status: std::process::ExitStatus) -> i32 {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt;
        if let Some(signal) = status.signal() {
            return 128 + signal;
        }
    }
    status.code().unwrap_or(-1)
}
