//! A file of the default branch, and the account that brought its last change in: whoever merged it, or whoever wrote it on the
//! host's own pages. Who a commit says its author is proves nothing.

use serde::Deserialize;

use super::api::{Api, json};
use super::query;
use super::ruling::Ruling;
use super::shapes::{ErrorShape, NodesShape, ReviewerShape};
use crate::facts::{Instant, Obstacle, RepoName, Seen};

/// The account that brought a change in, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carrier {
    /// The login.
    pub login: String,
    /// The number.
    pub id: Option<u64>,
    /// When, by the host's clock.
    pub at: Instant,
}

/// A file and who brought it in; none where the host vouches for nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// Its text.
    pub text: String,
    /// The account.
    pub carrier: Option<Carrier>,
}

#[derive(Debug, Deserialize)]
struct Answer {
    data: Option<DataShape>,
    #[serde(default)]
    errors: Vec<ErrorShape>,
}

#[derive(Debug, Deserialize)]
struct DataShape {
    repository: Option<RepositoryShape>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct RepositoryShape {
    default_branch_ref: Option<BranchShape>,
}

#[derive(Debug, Deserialize)]
struct BranchShape {
    name: String,
    target: Option<TipShape>,
}

#[derive(Debug, Deserialize)]
struct TipShape {
    file: Option<FileShape>,
    history: Option<NodesShape<CommitShape>>,
}

#[derive(Debug, Deserialize)]
struct FileShape {
    object: Option<TextShape>,
}

#[derive(Debug, Deserialize)]
struct TextShape {
    text: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct CommitShape {
    committed_date: Option<String>,
    author: Option<AuthorShape>,
    signature: Option<SignatureShape>,
    associated_pull_requests: Option<NodesShape<MergeShape>>,
}

#[derive(Debug, Deserialize)]
struct AuthorShape {
    user: Option<ReviewerShape>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct SignatureShape {
    is_valid: bool,
    was_signed_by_git_hub: bool,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct MergeShape {
    merged_at: Option<String>,
    base_ref_name: Option<String>,
    merged_by: Option<ReviewerShape>,
}

/// Reads it; none where there is no such file.
pub(super) async fn fetch(api: &Api, name: &RepoName, path: &str) -> Seen<Option<KeptFile>> {
    if !api.has_token {
        return Err(Obstacle::NoAccess);
    }
    Ok(api.read(&api.query(&query::ledger(name, path)), |reply| kept(json(reply)?)).await?)
}

fn kept(answer: Answer) -> Result<Option<KeptFile>, Ruling> {
    let repository = answer.data.and_then(|data| data.repository);
    let Some(repository) = repository else {
        let is_missing =
            answer.errors.iter().any(|error| Obstacle::from(error.complaint()) == Obstacle::NoAccess);
        return Err(if is_missing { Ruling::NotFound } else { Ruling::Again(Obstacle::Garbled) });
    };
    let Some(branch) = repository.default_branch_ref else { return Ok(None) };
    let Some(tip) = branch.target else { return Ok(None) };
    let Some(object) = tip.file.and_then(|file| file.object) else { return Ok(None) };
    let text = object.text.ok_or(Ruling::Again(Obstacle::Garbled))?;
    let last = tip.history.and_then(|history| history.nodes.into_iter().flatten().next());
    Ok(Some(KeptFile { text, carrier: last.and_then(|commit| carrier(commit, &branch.name)) }))
}

/// Whoever merged the change into this branch; else the author of a commit that the host itself has signed, which it does for
/// what is written on its pages.
fn carrier(commit: CommitShape, branch: &str) -> Option<Carrier> {
    let of = |account: ReviewerShape, at: Option<&str>| {
        Some(Carrier { login: account.login, id: account.database_id, at: Instant::parse(at?)? })
    };
    let merges = commit.associated_pull_requests.into_iter().flat_map(|merges| merges.nodes).flatten();
    let merge = merges
        .filter(|merge| merge.merged_at.is_some())
        .find(|merge| merge.base_ref_name.as_deref() == Some(branch));
    if let Some(merge) = merge {
        return of(merge.merged_by?, merge.merged_at.as_deref());
    }
    commit.signature.filter(|signature| signature.is_valid && signature.was_signed_by_git_hub)?;
    of(commit.author?.user?, commit.committed_date.as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who is vouched for, for a commit of this form.
    fn vouched(commit: &str) -> Option<String> {
        let text = format!(
            r#"{{"data":{{"repository":{{"defaultBranchRef":{{"name":"main","target":{{
                "file":{{"object":{{"text":"approved: {{}}"}}}},"history":{{"nodes":[{commit}]}}}}}}}}}}}}"#
        );
        let kept = kept(serde_json::from_str(&text).unwrap()).unwrap().unwrap();
        kept.carrier.map(|carrier| carrier.login)
    }

    #[test]
    fn only_the_host_vouches() {
        let author =
            r#""author":{"user":{"login":"grace","databaseId":1001}},"committedDate":"2017-01-30T10:00:00Z""#;
        let signed = |valid: bool, by_host: bool| {
            format!(r#""signature":{{"isValid":{valid},"wasSignedByGitHub":{by_host}}}"#)
        };
        let merge = |base: &str, at: &str| {
            format!(
                r#""associatedPullRequests":{{"nodes":[{{"mergedAt":{at},"baseRefName":"{base}","mergedBy":{{"login":"hedy","databaseId":1}}}}]}}"#
            )
        };
        let at = r#""2017-01-31T10:00:00Z""#;
        let cases = [
            ("a name in a commit", format!("{{{author}}}"), None),
            ("signed by whoever", format!("{{{author},{}}}", signed(true, false)), None),
            ("a broken signature", format!("{{{author},{}}}", signed(false, true)), None),
            ("written on the host's pages", format!("{{{author},{}}}", signed(true, true)), Some("grace")),
            ("merged", format!("{{{author},{}}}", merge("main", at)), Some("hedy")),
            ("merged into another branch", format!("{{{author},{}}}", merge("drafts", at)), None),
            ("proposed", format!("{{{author},{}}}", merge("main", "null")), None),
        ];
        for (case, commit, expected) in cases {
            assert_eq!(vouched(&commit).as_deref(), expected, "{case}");
        }
    }
}
