//! The smaller objects of the report.

use schemars::JsonSchema;
use serde::Serialize;

use super::Readme;

/// The program that made a report.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Tool {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// Whose portfolio it is, and what was read.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(rename = "ReportSubject")]
pub struct About {
    /// The student's account; null where nothing says it.
    pub student: Option<String>,
    /// The portfolio's repository as `owner/name`; null for a folder that belongs to none.
    pub portfolio: Option<String>,
    /// The commit that was read; null for a folder that is no checkout.
    pub commit: Option<String>,
    /// The pull request that was looked at; null where it was none.
    pub pull_request: Option<PullRequest>,
}

/// A pull request.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PullRequest {
    /// Its number.
    pub number: u64,
    /// Its page.
    pub url: String,
    /// The commit that it proposes.
    pub head: Option<String>,
}

/// The rules that the report was judged by.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Policy {
    /// The policy's name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Where it was read from.
    pub source: String,
    /// The school's time zone, by its IANA name.
    pub zone: String,
}

/// How many findings there are of each verdict.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Tally {
    /// Seen and right.
    pub pass: usize,
    /// Right enough, with advice; or an advisory rule unmet.
    pub warn: usize,
    /// A required rule proven unmet.
    pub fail: usize,
    /// Waits for a person, or is not due yet.
    pub pending: usize,
    /// Could not be seen.
    pub cannot_tell: usize,
    /// Does not concern this student.
    pub not_applicable: usize,
    /// Not right, and excused by the school; in none of the other counts.
    pub excused: usize,
}

/// The one thing to do next.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NextStep {
    /// The id of its finding.
    pub id: String,
    /// The id of its rule.
    pub rule: &'static str,
    /// What to do.
    pub text: String,
}

/// What a finding is about.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(rename = "FindingSubject")]
pub struct Subject {
    /// What kind of thing.
    #[schemars(extend("enum" = ["portfolio", "project", "site", "resume", "evidence"]))]
    pub kind: &'static str,
    /// Its name, where it has one.
    pub name: Option<String>,
    /// The repository with its code, where it has one.
    pub repository: Option<String>,
    /// The folder with its code, where it is not the top of the repository.
    pub path: Option<String>,
}

/// Where something was seen: a file, a repository, a page or a pull request. Only the fields that apply are there.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Place {
    /// The repository.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repository: Option<String>,
    /// The file, from the top of the repository or folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The line, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The words on the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quoted: Option<String>,
    /// The number of the pull request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pull_request: Option<u64>,
}

/// Something to paste.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Paste {
    /// The language of the lines.
    pub language: &'static str,
    /// The lines.
    pub lines: String,
}

/// A waiver: the finding keeps what was seen.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Waiver {
    /// The account that waived it.
    pub by: String,
    /// Why.
    pub reason: String,
    /// Until when, in RFC 3339; null where it does not end.
    pub until: Option<String>,
}

/// The portfolio site.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Site {
    /// Its address; for a folder that was served, the folder.
    pub url: String,
    /// Who named the address.
    #[schemars(extend("enum" = [
        "flag", "portfolio_file", "deployment", "homepage", "pages", "cname", "package_json", "user_site", "site_config",
        "readme"
    ]))]
    pub found_in: &'static str,
    /// With which eyes it was seen.
    #[schemars(extend("enum" = ["http", "chrome", "preview", "source"]))]
    pub seen_as: &'static str,
    /// The pages that a browser showed, after their scripts: addresses, or paths in the folder that was served.
    pub in_browser: Vec<String>,
}

/// The resume: the link to it, and what the link leads to.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Resume {
    /// The address as written.
    pub href: String,
    /// What the link is called.
    pub label: String,
    /// The page or file that the link stands on.
    pub on_page: String,
    /// With which eyes the link was seen.
    #[schemars(extend("enum" = ["http", "chrome", "preview", "source"]))]
    pub seen_as: &'static str,
    /// What kind of document it is; null where no document was opened.
    #[schemars(extend("enum" = ["pdf", "document", "page", "shared", "image", "unknown", null]))]
    pub kind: Option<&'static str>,
    /// Its pages; null where they were not counted.
    pub pages: Option<usize>,
    /// The words that can be read from it; null where they were not counted.
    pub words: Option<usize>,
    /// The SHA-256 of its bytes, in hexadecimal; null where not all of it was read.
    pub sha256: Option<String>,
}

/// One project of the portfolio.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Project {
    /// Its name as shown.
    pub name: String,
    /// The repository with its code as `owner/name`; null where it is a folder of the portfolio or has no code.
    pub repository: Option<String>,
    /// The folder with its code; null where it is the top of the repository.
    pub path: Option<String>,
    /// Where it can be tried.
    pub demo: Option<String>,
    /// Who named it.
    #[schemars(extend("enum" = ["portfolio_file", "site", "data_file", "readme", "pinned"]))]
    pub found_in: &'static str,
    /// Its README; null where it could not be read.
    pub readme: Option<Readme>,
}

/// What changed since the report before, as ids of findings.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Changes {
    /// What needed work and is better now.
    pub fixed: Vec<String>,
    /// What waited for a person or was not due yet, and is met now.
    pub arrived: Vec<String>,
    /// What fails now and was not there before.
    pub new: Vec<String>,
    /// What was better before.
    pub regressed: Vec<String>,
}
