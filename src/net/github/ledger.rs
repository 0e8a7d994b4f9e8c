//! A file of the default branch, and the account that brought its last change in: whoever merged it, or whoever wrote it on the
//! host's own pages. Who a commit says its author is proves nothing.

use serde::Deserialize;

use super::shapes::{NodesShape, ReviewerShape};
use crate::facts::{Instant, Obstacle, Seen};

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
pub(super) struct KeptShape {
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

/// The part of a query that asks for a file and how its last change came in; `path` is a string of GraphQL.
pub(super) fn fields(path: &str) -> String {
    format!(
        "name target{{... on Commit{{file(path:{path}){{object{{... on Blob{{text}}}}}} \
         history(first:1,path:{path}){{nodes{{committedDate author{{user{{login databaseId}}}} \
         signature{{isValid wasSignedByGitHub}} \
         associatedPullRequests(first:10){{nodes{{mergedAt baseRefName mergedBy{{login ... on User{{databaseId}}}}}}}}}}}}}}}}"
    )
}

/// The file; none where there is none.
pub(super) fn from_shape(branch: Option<KeptShape>) -> Seen<Option<KeptFile>> {
    let Some(branch) = branch else { return Ok(None) };
    let Some(tip) = branch.target else { return Ok(None) };
    let Some(object) = tip.file.and_then(|file| file.object) else { return Ok(None) };
    let text = object.text.ok_or(Obstacle::Garbled)?;
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
            r#"{{"name":"main","target":{{"file":{{"object":{{"text":"approved: {{}}"}}}},"history":{{"nodes":[{commit}]}}}}}}"#
        );
        let kept = from_shape(Some(serde_json::from_str(&text).unwrap())).unwrap().unwrap();
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
