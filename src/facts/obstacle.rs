//! Why something could not be seen: a closed list, each reason with its advice.

/// Why a fact could not be had. It never counts against a student.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// The token may not read this, or the host asks for one.
    NoAccess,
    /// The host turns programs away (`LinkedIn`'s 999, a challenge page).
    Blocked {
        /// The HTTP status of the refusal.
        status: u16,
    },
    /// A limit on requests was reached and the wait for it would have been too long.
    RateLimited,
    /// No answer within the time given.
    TimedOut,
    /// No connection: refused, reset, or no route.
    Unreachable,
    /// The host answered with an error of its own, three times.
    ServerError {
        /// The HTTP status of the last answer.
        status: u16,
    },
    /// The host says who it is in a way that does not convince, so nothing was asked of it.
    BadCertificate {
        /// What is wrong with its certificate, as the end of a sentence ("has expired").
        flaw: &'static str,
    },
    /// The host had put the site to sleep, and it did not wake in time.
    Asleep,
    /// Larger than what is read of such a thing.
    TooLarge {
        /// The most that is read, in bytes.
        limit_bytes: u64,
    },
    /// What the page shows comes from its scripts, which did not run.
    NeedsJavaScript,
    /// What the page shows comes from its scripts, and this machine has no browser to run them.
    NoBrowser,
    /// The browser did not start, or broke down over the page, twice.
    BrowserFailed,
    /// The page is empty in a browser too.
    StaysEmpty,
    /// The address lies in a private network and was not contacted.
    PrivateAddress,
    /// The answer was cut short, or is not what this host answers with.
    Garbled,
    /// A folder on this machine does not hold it.
    NotInALocalRun,
    /// Another thing has to be seen first, and was not.
    DependsOn {
        /// What is missing, as a noun phrase ("the address of the site").
        what: &'static str,
    },
    /// This run was told to leave it out.
    NotAsked,
    /// The file is of a kind that is not read.
    Unreadable {
        /// What stands in the way, as a noun phrase ("a password").
        why: &'static str,
    },
}

impl Obstacle {
    /// Every kind once, for lists, schemas and tests.
    pub const KINDS: [&'static str; 19] = [
        "no_access",
        "blocked",
        "rate_limited",
        "timed_out",
        "unreachable",
        "server_error",
        "bad_certificate",
        "asleep",
        "too_large",
        "needs_javascript",
        "no_browser",
        "browser_failed",
        "stays_empty",
        "private_address",
        "garbled",
        "not_in_a_local_run",
        "depends_on",
        "not_asked",
        "unreadable",
    ];

    /// The public id of the kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NoAccess => "no_access",
            Self::Blocked { .. } => "blocked",
            Self::RateLimited => "rate_limited",
            Self::TimedOut => "timed_out",
            Self::Unreachable => "unreachable",
            Self::ServerError { .. } => "server_error",
            Self::BadCertificate { .. } => "bad_certificate",
            Self::Asleep => "asleep",
            Self::TooLarge { .. } => "too_large",
            Self::NeedsJavaScript => "needs_javascript",
            Self::NoBrowser => "no_browser",
            Self::BrowserFailed => "browser_failed",
            Self::StaysEmpty => "stays_empty",
            Self::PrivateAddress => "private_address",
            Self::Garbled => "garbled",
            Self::NotInALocalRun => "not_in_a_local_run",
            Self::DependsOn { .. } => "depends_on",
            Self::NotAsked => "not_asked",
            Self::Unreadable { .. } => "unreadable",
        }
    }

    /// True where it lies in the student's own material, which can be changed so that it is seen.
    pub fn is_in_the_material(&self) -> bool {
        match self {
            Self::NoAccess
            | Self::BadCertificate { .. }
            | Self::Asleep
            | Self::TooLarge { .. }
            | Self::NeedsJavaScript
            | Self::NoBrowser
            | Self::StaysEmpty
            | Self::PrivateAddress
            | Self::Unreadable { .. } => true,
            Self::Blocked { .. }
            | Self::RateLimited
            | Self::TimedOut
            | Self::Unreachable
            | Self::ServerError { .. }
            | Self::BrowserFailed
            | Self::Garbled
            | Self::NotInALocalRun
            | Self::DependsOn { .. }
            | Self::NotAsked => false,
        }
    }

    /// What stood in the way, as a sentence.
    pub fn explanation(&self) -> String {
        match self {
            Self::NoAccess => "There is no permission to read it.".into(),
            Self::Blocked { status } => format!("The host turns programs away (status {status})."),
            Self::RateLimited => "The limit on requests was reached.".into(),
            Self::TimedOut => "No answer came in time.".into(),
            Self::Unreachable => "No connection could be made.".into(),
            Self::ServerError { status } => {
                format!("The host answered with its own error {status}, three times.")
            }
            Self::BadCertificate { flaw } => format!("The certificate of the host {flaw}; browsers warn of it."),
            Self::Asleep => "The host had put the site to sleep, and it did not wake in time.".into(),
            Self::TooLarge { limit_bytes } => {
                format!("It is larger than the {} kB that are read.", limit_bytes / 1000)
            }
            Self::NeedsJavaScript => "What the page shows comes from its scripts, which did not run.".into(),
            Self::NoBrowser => {
                "What the page shows comes from its scripts, and this machine has neither Chrome nor Chromium to run them.".into()
            }
            Self::StaysEmpty => "The page stays empty in a browser too, after its scripts have run.".into(),
            Self::BrowserFailed => "The browser did not start, or broke down over the page, twice.".into(),
            Self::PrivateAddress => "The address lies in a private network and was not contacted.".into(),
            Self::Garbled => "The answer was cut short or makes no sense.".into(),
            Self::NotInALocalRun => "A folder on this machine does not hold it.".into(),
            Self::DependsOn { what } => format!("It depends on {what}, which could not be seen."),
            Self::NotAsked => "This run was told to leave it out.".into(),
            Self::Unreadable { why } => format!("It could not be read because of {why}."),
        }
    }

    /// What would help, as a sentence.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::NoAccess => {
                "Let the account that checks read it, or make it public where it names nobody else."
            }
            Self::Blocked { .. } => "Open it once in a browser; programs are not let in.",
            Self::RateLimited => "Run again later, or set GITHUB_TOKEN for a higher limit.",
            Self::TimedOut | Self::Unreachable | Self::ServerError { .. } | Self::Garbled => {
                "Run again later; if it stays so, open the address in a browser."
            }
            Self::BadCertificate { .. } => {
                "Renew the certificate; on GitHub, remove the domain under Settings, Pages, and enter it again."
            }
            Self::Asleep => "Open the site once, then run again; a host that never sleeps loses no reader.",
            Self::TooLarge { .. } => "Make it smaller.",
            Self::NeedsJavaScript => {
                "Run again with --render auto, or put a plain link into the HTML so that it works without scripts."
            }
            Self::NoBrowser => {
                "Install Chrome or Chromium (on Debian: apt install chromium), or name one in CHROME_PATH, and run again; a plain link in the HTML works without either."
            }
            Self::StaysEmpty => {
                "Open it in a browser with the console open (F12): a script or something that it asks for may fail."
            }
            Self::BrowserFailed => {
                "Open the page in a browser; it may need more memory than a check gives it."
            }
            Self::PrivateAddress => {
                "Use a public address; --allow-private-addresses lifts the guard for a test."
            }
            Self::NotInALocalRun => "Run against the repository (OWNER/REPO) to see it.",
            Self::DependsOn { .. } => "Settle that first, then run again.",
            Self::NotAsked => "Run again without --only to see it.",
            Self::Unreadable { .. } => "Save it in a usual form and try again.",
        }
    }
}
