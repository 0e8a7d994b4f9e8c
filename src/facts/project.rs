//! One project of the portfolio.

use super::{Kit, Lead, Place, Readme, RepoName, Repository, Seen, Untrusted, Work};

/// Who said that this is a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundIn {
    /// The student's `portfolio.yml`.
    PortfolioFile,
    /// A page of the site.
    Site,
    /// A data file or component of the site's source.
    DataFile,
    /// The README of the portfolio.
    Readme,
    /// The pinned repositories of the profile.
    Pinned,
}

impl FoundIn {
    /// The public word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::PortfolioFile => "portfolio_file",
            Self::Site => "site",
            Self::DataFile => "data_file",
            Self::Readme => "readme",
            Self::Pinned => "pinned",
        }
    }
}

/// Where the code of a project lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Home {
    /// A repository of its own, or a folder of one.
    Repository {
        /// The repository.
        name: RepoName,
        /// The folder in it, where the project is not at its top.
        folder: Option<Untrusted>,
    },
    /// A folder of the portfolio repository.
    Folder(Untrusted),
    /// The address of its code on another host than the code host; it is not read.
    Elsewhere(Untrusted),
    /// Shown to visitors, but no code is linked.
    Nowhere,
}

/// How a project is shown to visitors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Where its card or record stands.
    pub at: Place,
    /// True where something names it.
    pub has_title: bool,
    /// Words of its card or record, its name included.
    pub words: usize,
    /// True where a picture or recording stands with it.
    pub has_picture: bool,
    /// True where it leads to its code.
    pub links_code: bool,
}

/// One project: an entry that a reader of the portfolio sees as one.
#[derive(Debug, Clone)]
pub struct Project {
    /// Its name as shown, else the name of its repository or folder.
    pub name: Untrusted,
    /// Where its code lies.
    pub home: Home,
    /// Further repositories of the same entry (front end and back end).
    pub also: Vec<RepoName>,
    /// The address where it can be tried.
    pub demo: Option<Untrusted>,
    /// What that address leads to; none where there is none, or where it is a name that is kept for examples.
    pub demo_lead: Option<Seen<Lead>>,
    /// Who named it.
    pub found_in: FoundIn,
    /// Where it is named.
    pub found_at: Place,
    /// How it is started and what it is built with.
    pub kit: Kit,
    /// How it is shown; none where only a file or a README names it.
    pub shown: Seen<Option<Shown>>,
    /// Its repository: `Ok(None)` where the code host says that there is none that a visitor may see.
    pub repository: Seen<Option<Repository>>,
    /// Who made what it holds.
    pub work: Seen<Work>,
    /// Its README: `Ok(None)` where it has none.
    pub readme: Seen<Option<Readme>>,
}

impl Project {
    /// The place to point at when the project as a whole is meant.
    pub fn place(&self) -> Place {
        match &self.home {
            Home::Repository { name, folder: None } => Place::Repository(name.clone()),
            Home::Repository { name, folder: Some(folder) } => {
                Place::File { repository: Some(name.clone()), path: folder.clone(), line: None }
            }
            Home::Folder(path) => Place::File { repository: None, path: path.clone(), line: None },
            Home::Elsewhere(_) | Home::Nowhere => self.found_at.clone(),
        }
    }

    /// The place of a line of its README; of the project where there is no README.
    pub fn readme_place(&self, line: Option<u32>) -> Place {
        let Ok(Some(readme)) = &self.readme else { return self.place() };
        let repository = match &self.home {
            Home::Repository { name, .. } => Some(name.clone()),
            Home::Folder(_) | Home::Elsewhere(_) | Home::Nowhere => None,
        };
        Place::File { repository, path: readme.path.clone(), line }
    }
}
