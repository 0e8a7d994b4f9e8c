//! The browser as a process that cannot outlive us: a group of its own, a profile of its own, and two pipes.

use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitOptions, geteuid, kill_process_group, waitpgid};
use tempfile::TempDir;
use tokio::process::{ChildStdin, ChildStdout};

/// Chrome reads calls from descriptor 3 and writes to 4. It ends when the first is closed, so it ends with us however
/// we end, and the shell, which waits for it, removes the profile. Where the system keeps the limit, no process of the
/// browser gets more memory of its own than 1.5 GB.
const SHELL: &str = r#"exec 3<&0 4>&1 0</dev/null 1>/dev/null 2>&1
ulimit -d 1500000
profile=$1; shift
"$@" &
exec 3<&- 4>&-
wait
rm -rf "$profile""#;

/// What keeps the browser to the page. Chrome takes feature names that it does not know.
const FLAGS: &[&str] = &[
    "--headless",
    "--remote-debugging-pipe",
    "--no-startup-window",
    "--no-first-run",
    "--no-default-browser-check",
    "--lang=en-US",
    "--mute-audio",
    "--hide-scrollbars",
    "--noerrdialogs",
    "--password-store=basic",
    "--use-mock-keychain",
    // Nothing reaches the network but through the proxy of a page's context, and no name is resolved past it: what
    // belongs to no page (updates, sign-in, suggestions) meets a proxy that is not there.
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-pings",
    "--disable-extensions",
    "--disable-component-extensions-with-background-pages",
    "--disable-breakpad",
    "--disable-crashpad-for-testing", // its process would leave the group
    "--disable-dev-shm-usage",
    "--disable-print-preview",
    "--deny-permission-prompts",
    // Time and memory: one process for a page and its frames, no process for the network, software in place of a
    // graphics card (with WebGL, without which some pages stay empty), no timers slowed down.
    "--disable-gpu",
    "--enable-unsafe-swiftshader",
    "--disable-renderer-backgrounding",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--js-flags=--max-old-space-size=512",
    "--enable-features=NetworkServiceInProcess2",
    "--disable-features=SpareRendererForSitePerProcess,IsolateOrigins,site-per-process,WebUIOmniboxPopup,\
     WebUIOmniboxAimPopup,HttpsUpgrades,Translate,MediaRouter,OptimizationHints,BackForwardCache",
];

/// How long to wait for the last files of a profile, in tries.
const REMOVALS: usize = 50;
const PAUSE: Duration = Duration::from_millis(10);

/// A running browser. All of its processes end, and its profile is removed, when this is dropped.
#[derive(Debug)]
pub(super) struct Process {
    shell: Child,
    profile: TempDir,
}

impl Process {
    /// Starts a browser; gives the pipe to it and the pipe from it.
    ///
    /// # Errors
    /// When the shell or the profile cannot be made.
    pub(super) fn start(browser: &Path) -> io::Result<(Self, ChildStdin, ChildStdout)> {
        let profile = tempfile::Builder::new().prefix("foliocheck-chrome-").tempdir()?;
        let mut command = Command::new("/bin/sh");
        command.args(["-c", SHELL, "sh"]).arg(profile.path()).arg(browser).args(FLAGS);
        command.arg(format!("--user-data-dir={}", profile.path().display()));
        if geteuid().is_root() {
            command.arg("--no-sandbox"); // Chrome's sandbox refuses to work for root
        }
        // Nothing of our environment: it holds the token, and the user's own profile, keys and proxies.
        command.env_clear().env("PATH", "/usr/local/bin:/usr/bin:/bin").env("HOME", profile.path());
        command.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        adopt_orphans();
        let shell = command.spawn()?;
        let mut process = Self { shell, profile };
        let pipes = process.shell.stdin.take().zip(process.shell.stdout.take());
        let (writer, reader) = pipes.ok_or(io::ErrorKind::BrokenPipe)?;
        Ok((process, ChildStdin::from_std(writer)?, ChildStdout::from_std(reader)?))
    }
}

/// The processes that a killed browser leaves come to us, to be buried: in a container the first process may bury nobody.
/// Where the system refuses, they go to the first process.
#[cfg(target_os = "linux")]
fn adopt_orphans() {
    let _ = rustix::process::set_child_subreaper(Some(rustix::process::getpid()));
}

#[cfg(not(target_os = "linux"))]
fn adopt_orphans() {}

impl Drop for Process {
    fn drop(&mut self) {
        // An error means that the processes, or the files, are gone already.
        let group = Pid::from_child(&self.shell);
        let _ = kill_process_group(group, Signal::KILL);
        let _ = self.shell.wait();
        while waitpgid(group, WaitOptions::empty()).is_ok() {}
        for _ in 0..REMOVALS {
            match std::fs::remove_dir_all(self.profile.path()) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => std::thread::sleep(PAUSE),
                Ok(()) | Err(_) => break,
            }
        }
    }
}
