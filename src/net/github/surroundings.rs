//! What lies around a README: the listing and the manifests that its links and commands are held against.

use futures_util::{StreamExt, stream};

use super::api::Api;
use super::draft::{Reading, entries};
use super::graphql::AT_ONCE;
use super::query::{folder_alias, manifest_alias};
use super::rest::fetch_file;
use super::shapes::RepositoryShape;
use super::{RawFile, RepositoryAnswer, RepositoryAsk, Wanted};
use crate::facts::{Obstacle, Repository, Seen};

/// Manifests that say which commands there are, and how those commands begin.
const MANIFESTS_OF_COMMANDS: [(&str, &[&str]); 2] =
    [("package.json", &["npm ", "yarn ", "pnpm ", "bun "]), ("Makefile", &["make "])];

impl Reading<'_> {
    /// The paths that were listed, and the manifests; one that did not come as text is not worth a further request.
    pub(super) fn add_surroundings(&self, shape: &mut RepositoryShape, answer: &mut RepositoryAnswer) {
        let listing = &mut answer.listing;
        listing.add("", entries(shape.top.as_ref()));
        if self.ask.readme == Wanted::No || self.ask.surroundings == Wanted::No {
            return;
        }
        if let Some(folder) = &self.ask.folder {
            listing.add(folder.trim_matches('/'), entries(shape.folder.as_ref()));
        }
        for (place, folder) in self.ask.deep_folders().enumerate() {
            let found = shape.files.remove(&folder_alias(place)).flatten().and_then(|found| found.entries);
            listing.add_found(&folder, found.as_deref());
        }
        for (place, path) in self.ask.manifests().enumerate() {
            let alias = manifest_alias(place);
            let file = self.file(&alias, shape.files.remove(&alias).flatten()).seen(path.as_str().into());
            let unread = Err(Obstacle::Unreadable { why: "bytes that are no text" });
            let file = file.unwrap_or(unread);
            if file != Ok(None) {
                answer.files.entry(path).or_insert(file);
            }
        }
    }
}

/// The manifests at the top that the commands of the README are held against; each request counts.
pub(super) async fn fetch_manifests(
    api: &Api,
    repository: &Repository,
    ask: &RepositoryAsk,
    readme: &Seen<Option<RawFile>>,
) -> Vec<(String, Seen<Option<RawFile>>)> {
    let (Ok(Some(readme)), None, Wanted::Yes) = (readme, &ask.folder, ask.surroundings) else {
        return Vec::new();
    };
    let text = String::from_utf8_lossy(&readme.bytes);
    let manifests = MANIFESTS_OF_COMMANDS.iter().filter(|(manifest, commands)| {
        let is_there = repository.top.iter().any(|name| name.as_written() == *manifest);
        is_there && commands.iter().any(|command| text.contains(command))
    });
    let at = ask.git_ref.as_deref();
    let each = manifests.map(|(manifest, _)| async move {
        ((*manifest).to_owned(), fetch_file(api, &repository.name, manifest, at).await)
    });
    stream::iter(each).buffered(AT_ONCE).collect().await
}
