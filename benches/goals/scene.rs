//! One pull request in a world whose answers take a stated time.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;
use world::{Answer, Repository, Token, World, documents};

/// How long the API takes for an answer; GraphQL takes a little more for each repository.
const API: Duration = Duration::from_millis(80);
const REPOSITORY: Duration = Duration::from_millis(10);
/// How long the site takes for an answer.
const SITE: Duration = Duration::from_millis(60);

/// Where the student's repository is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// The code host.
    Api,
    /// A checkout.
    Disk,
}

impl Source {
    pub(crate) const ALL: [Self; 2] = [Self::Api, Self::Disk];

    /// What it is called.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Api => "the repository read by the API",
            Self::Disk => "the checkout on disk",
        }
    }

    /// The answers that have to follow each other, in milliseconds: the list of projects, their READMEs, and the comment
    /// where one is written. The page and the resume are looked at meanwhile.
    pub(crate) fn critical_path(self, writes: bool) -> f64 {
        let reads = match self {
            Self::Api => 2 * API,
            Self::Disk => API.max(2 * SITE),
        };
        (reads + if writes { API } else { Duration::ZERO }).as_secs_f64() * 1e3
    }
}

/// The pull request, and the checkout of it.
pub(crate) struct Scene {
    pub(crate) world: World,
    site: String,
    checkout: TempDir,
    source: Source,
}

impl Scene {
    /// Opens a pull request that nobody has commented on.
    pub(crate) fn open(source: Source) -> std::io::Result<Self> {
        let world = World::new();
        let names = ["weather", "chess", "recipes"];
        let links = names.map(|name| format!("- [{name}](https://github.com/ada/{name})")).join("\n");
        let readme = format!("# Portfolio of Ada\n\nThe source of my site. My projects:\n\n{links}\n");
        world.add(Repository::new("ada/portfolio").file("README.md", &readme));
        for name in names {
            world.add(Repository::new(&format!("ada/{name}")).file("README.md", project_readme(name)));
        }
        let head = world.commit("ada/portfolio", "three-projects", &[]);
        world.open_pull_request("ada/portfolio", "ada", &head);
        let page = "<!doctype html><title>Ada</title><h1>Ada</h1><a href=\"/resume.pdf\">Resume</a>";
        let resume = documents::text_pdf(&["Ada, back-end developer, with three projects and their tests"]);
        let site = world.site();
        site.set("/", Answer::html(page).slow(SITE));
        site.set("/resume.pdf", Answer::pdf(resume).slow(SITE));
        world.take_time(API, REPOSITORY);
        let checkout = checkout(&world, &readme)?;
        Ok(Self { site: site.at("/"), world, checkout, source })
    }

    /// What the job runs.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.arg("check");
        match self.source {
            Source::Api => command.arg("ada/portfolio"),
            Source::Disk => command.arg(self.checkout.path()),
        };
        command.args([
            "--pr",
            "1",
            "--comment",
            "--render",
            "never",
            "--fail-on",
            "never",
            "--site",
            &self.site,
        ]);
        command.envs(self.world.environment(&Token::Actions("ada/portfolio")));
        command
    }

    /// Another program that does the same.
    pub(crate) fn peer(&self, line: &str) -> Command {
        let readme = self.checkout.path().join("README.md");
        let line = line.replace("{owner}", "ada").replace("{site}", &self.site);
        let line = line.replace("{readme}", &readme.to_string_lossy()).replace("{api}", self.world.api());
        let mut words = line.split_whitespace();
        let mut command = Command::new(words.next().unwrap_or("true"));
        command.args(words).envs(self.world.environment(&Token::Actions("ada/portfolio")));
        command
    }
}

fn project_readme(name: &str) -> String {
    format!(
        "# {name}\n\nCompares the forecasts of three services for one town, and keeps score of which of them was right.\n\n\
        ## Run it\n\n```sh\nbundle install\nrails server\n```\n\n## Built with\n\nRails, PostgreSQL, and a nightly job for {name}.\n"
    )
}

fn checkout(world: &World, readme: &str) -> std::io::Result<TempDir> {
    let folder = tempfile::tempdir()?;
    let git = folder.path().join(".git");
    let remote = format!("[remote \"origin\"]\n\turl = {}/ada/portfolio.git\n", world.api());
    for (path, content) in [("config", remote.as_str()), ("HEAD", "ref: refs/heads/main\n")] {
        write(&git.join(path), content)?;
    }
    write(&folder.path().join("README.md"), readme)?;
    Ok(folder)
}

fn write(path: &Path, content: &str) -> std::io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
    fs::write(path, content)
}
