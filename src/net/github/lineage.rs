//! The commits of a repository by their authors, and the repository that it began as a copy of.

use serde::Deserialize;

use super::RepositoryAsk;
use super::draft::Reading;
use super::query::quoted;
use super::shapes::{BlobShape, RepositoryShape};
use crate::facts::{Obstacle, RepoName, Seen, SourceKind, Untrusted};

/// How many of the newest commits are looked at: all of a usual student's project.
const NEWEST: usize = 100;

/// Why the commits are not known where the host was not asked for them, or did not say.
pub(super) const UNTOLD: Obstacle =
    Obstacle::DependsOn { what: "a list of its commits, which only a run with a token asks for" };

/// What is asked of the repository that another one began as a copy of.
pub(super) const SOURCE: &str = "fragment source on Repository{nameWithOwner \
     defaultBranchRef{target{... on Commit{tree{oid} history(first:1){totalCount}}}} \
     readme:object(expression:\"HEAD:README.md\"){...blob}}";

/// The commits of a repository, or of a folder of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lineage {
    /// How many there are on the default branch.
    pub commits: usize,
    /// The newest.
    pub newest: Vec<Authors>,
    /// What the repository began as a copy of.
    pub origin: Option<Origin>,
}

/// Who made a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authors {
    /// Accounts.
    pub accounts: Vec<Untrusted>,
    /// True where one of its addresses belongs to no known account.
    pub has_unclaimed: bool,
}

/// The repository that another one began as a copy of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Its name.
    pub name: RepoName,
    /// How the copy was made.
    pub kind: SourceKind,
    /// Whether both hold the same files now.
    pub has_same_files: Option<bool>,
    /// Its commits.
    pub commits: Option<usize>,
    /// Its `README.md`, where it came as text.
    pub readme: Option<String>,
}

/// What to ask of a repository, or of the folder that is asked for.
pub(super) fn fields(ask: &RepositoryAsk) -> String {
    let path = ask.folder.as_deref().map(|folder| format!(",path:{}", quoted(folder.trim_matches('/'))));
    let path = path.unwrap_or_default();
    format!(
        "line:defaultBranchRef{{target{{... on Commit{{tree{{oid}} \
         history(first:{NEWEST}{path}){{totalCount nodes{{author{{user{{login}}}} message}}}}}}}}}} \
         origin:parent{{...source}} template:templateRepository{{...source}} "
    )
}

#[derive(Debug, Deserialize)]
pub(super) struct LineShape {
    target: Option<TipShape>,
}

#[derive(Debug, Deserialize)]
struct TipShape {
    tree: Option<OidShape>,
    history: Option<HistoryShape>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct OidShape {
    oid: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct HistoryShape {
    total_count: usize,
    nodes: Option<Vec<Option<CommitShape>>>,
}

#[derive(Debug, Deserialize)]
struct CommitShape {
    author: Option<AuthorShape>,
    message: Option<String>,
}

#[derive(Debug, Deserialize)]
struct AuthorShape {
    user: Option<UserShape>,
}

#[derive(Debug, Deserialize)]
struct UserShape {
    login: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SourceShape {
    name_with_owner: String,
    default_branch_ref: Option<LineShape>,
    readme: Option<BlobShape>,
}

impl Reading<'_> {
    /// What the shapes tell. Files are not compared for a folder.
    pub(super) fn lineage(&self, shape: &mut RepositoryShape) -> Seen<Lineage> {
        let (line, parent, template) = (shape.line.take(), shape.origin.take(), shape.template.take());
        let Some(tip) = line.and_then(|line| line.target) else {
            return Err(self.obstacle_at("line").unwrap_or(UNTOLD));
        };
        let history = tip.history.ok_or(UNTOLD)?;
        let tree = tip.tree.filter(|_| self.ask.folder.is_none());
        let copied = parent.map(|parent| (SourceKind::Fork, parent));
        let copied = copied.or(template.map(|template| (SourceKind::Template, template)));
        Ok(Lineage {
            commits: history.total_count,
            newest: history.nodes.into_iter().flatten().flatten().map(authors).collect(),
            origin: copied.and_then(|(kind, shape)| origin(kind, shape, tree.as_ref())),
        })
    }
}

fn origin(kind: SourceKind, shape: SourceShape, tree: Option<&OidShape>) -> Option<Origin> {
    let tip = shape.default_branch_ref.and_then(|branch| branch.target);
    let (other, history) = tip.map_or((None, None), |tip| (tip.tree, tip.history));
    Some(Origin {
        name: RepoName::parse(&shape.name_with_owner)?,
        kind,
        has_same_files: tree.zip(other.as_ref()).map(|(own, other)| own == other),
        commits: history.map(|history| history.total_count),
        readme: shape.readme.and_then(|readme| readme.text),
    })
}

fn authors(commit: CommitShape) -> Authors {
    let author = commit.author.and_then(|author| author.user).map(|user| user.login);
    let message = commit.message.unwrap_or_default();
    let others: Vec<Option<&str>> = message.lines().filter_map(co_author).map(account).collect();
    Authors {
        has_unclaimed: author.is_none() || others.contains(&None),
        accounts: author.as_deref().into_iter().chain(others.into_iter().flatten()).map(Into::into).collect(),
    }
}

/// The address in `Co-authored-by: Ada <ada@ada.example>`, by which pairs share a commit.
fn co_author(line: &str) -> Option<&str> {
    const TRAILER: &str = "co-authored-by:";
    let start = line.get(..TRAILER.len())?;
    let address = line.rsplit_once('<')?.1.split('>').next()?;
    start.eq_ignore_ascii_case(TRAILER).then_some(address)
}

/// The account that an address names by itself: `1234+ada@users.noreply.github.com`.
fn account(address: &str) -> Option<&str> {
    let (name, host) = address.split_once('@')?;
    let name = name.rsplit('+').next()?;
    host.starts_with("users.noreply.").then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_commit_has_the_authors_that_it_names() {
        let user = |login: &str| json!({ "user": { "login": login } });
        let nobody = json!({ "user": null });
        let pair =
            "Add\n\nCo-authored-by: Eve <12+eve@users.noreply.github.com>\nco-authored-by: B <b@b.example>";
        for (author, message, accounts, has_unclaimed) in [
            (user("ada"), "Add <b>", vec!["ada"], false),
            (user("ada"), pair, vec!["ada", "eve"], true),
            (nobody, "Co-Authored-By: Ada <ada@users.noreply.github.com>", vec!["ada"], true),
            (json!(null), "", vec![], true),
        ] {
            let shape = serde_json::from_value(json!({ "author": author, "message": message })).unwrap();
            let accounts = accounts.into_iter().map(Into::into).collect();
            assert_eq!(authors(shape), Authors { accounts, has_unclaimed }, "{message}");
        }
    }

    #[test]
    fn files_are_compared_by_the_name_of_their_tree() {
        let tip = |tree: &str, commits: usize| json!({ "target": { "tree": { "oid": tree }, "history": { "totalCount": commits, "nodes": [] } } });
        let source = json!({ "nameWithOwner": "school/chess", "defaultBranchRef": tip("a", 7), "readme": { "text": "# Chess" } });
        let read = |tree: &str, ask: &RepositoryAsk| {
            let shape = json!({ "nameWithOwner": "ada/chess", "line": tip(tree, 9), "origin": source });
            let reading = Reading { alias: "r0", ask, errors: &[] };
            reading.lineage(&mut serde_json::from_value(shape).unwrap()).unwrap()
        };
        let whole = RepositoryAsk::default();
        let folder = RepositoryAsk { folder: Some("app".into()), ..RepositoryAsk::default() };
        for (tree, ask, same) in [("a", &whole, Some(true)), ("b", &whole, Some(false)), ("a", &folder, None)]
        {
            let lineage = read(tree, ask);
            let origin = lineage.origin.unwrap();
            assert_eq!((lineage.commits, origin.commits, origin.has_same_files), (9, Some(7), same));
        }
    }
}
