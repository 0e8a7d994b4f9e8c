//! What happens to a world between two looks at it.

use crate::World;
use crate::repository::Repository;

impl Repository {
    /// The same, read by these accounts too where it is private.
    #[must_use]
    pub fn shared_with(mut self, login: &str) -> Self {
        self.readers.insert(login.into());
        self
    }
}

impl World {
    /// Adds a commit that sets one file of any bytes on a branch, and gives its name.
    pub fn commit_bytes(&self, repository: &str, branch: &str, path: &str, bytes: &[u8]) -> String {
        let mut state = self.state();
        let repository = state.named(repository).expect("a repository");
        let base = repository.at(branch).or_else(|| repository.at("HEAD"));
        let mut files = base.map(|commit| commit.files.clone()).unwrap_or_default();
        files.insert(path.into(), bytes.to_vec());
        repository.commit(branch, files)
    }

    /// The paths of the files at a commit.
    pub fn files(&self, repository: &str, commit: &str) -> Vec<String> {
        let mut state = self.state();
        let commit = state.named(repository).and_then(|repository| repository.at(commit).cloned());
        commit.expect("a commit").files.into_keys().collect()
    }

    /// Puts a repository in the place of another of its name, or adds it.
    pub fn replace(&self, repository: Repository) {
        self.state().repositories.retain(|known| known.name != repository.name);
        self.add(repository);
    }

    /// Edits a comment, as its author or anybody who may write there can.
    pub fn rewrite(&self, repository: &str, id: u64, body: &str) {
        let mut state = self.state();
        let repository = state.named(repository).expect("a repository");
        let comments = repository.pulls.iter_mut().flat_map(|pull| &mut pull.comments);
        comments.filter(|comment| comment.id == id).for_each(|comment| comment.body = body.into());
    }
}
