//! How do I run it, or where does it run? A set-up or usage section, commands, or a link to try it.

use super::address::{Leads, is_badge, is_domain, leads};
use super::block::{Block, Kind, Origin};
use super::lists::CUES;
use super::outline::Outline;
use super::topic::Topic;
use super::words::words;

/// The fewest words of a set-up or usage section without a command.
const MIN_WORDS: usize = 3;
/// Beginnings of commands that start or fetch a project.
const COMMANDS: &[&str] = &[
    "npm ",
    "npx ",
    "yarn",
    "pnpm ",
    "bun ",
    "node ",
    "nodemon",
    "deno ",
    "pip ",
    "pip3 ",
    "pipenv ",
    "poetry ",
    "uv ",
    "python ",
    "python3 ",
    "py ",
    "flask ",
    "uvicorn ",
    "streamlit ",
    "jupyter ",
    "conda ",
    "bundle",
    "rails ",
    "rake ",
    "ruby ",
    "gem ",
    "rackup",
    "shotgun",
    "cargo ",
    "rustc ",
    "go run",
    "go build",
    "go get",
    "go install",
    "java ",
    "javac ",
    "mvn ",
    "./mvnw",
    "gradle ",
    "./gradlew",
    "dotnet ",
    "docker",
    "make",
    "cmake ",
    "gcc ",
    "g++ ",
    "git clone",
    "gh repo clone",
    "cd ",
    "open ",
    "xdg-open ",
    "start ",
    "code .",
    "php ",
    "composer ",
    "hugo ",
    "jekyll ",
    "gatsby ",
    "ng serve",
    "ng build",
    "ionic ",
    "expo ",
    "flutter ",
    "mix ",
    "elixir ",
    "swift ",
    "rscript ",
    "sbt ",
    "lein ",
    "stack ",
    "cabal ",
    "brew ",
    "sudo ",
    "apt ",
    "./",
    "sh ",
    "bash ",
    "chmod ",
    "serve",
    "http-server",
    "live-server",
    "heroku ",
    "psql ",
    "createdb",
    "mysql ",
    "mongod",
    "curl ",
    "kubectl ",
    "vagrant ",
];

/// The line that says how it runs, or where.
pub(super) fn line(outline: &Outline) -> Option<u32> {
    let command = outline.blocks.iter().find_map(command);
    let live = live_line(outline);
    let section = outline.iter().find_map(|(_, topics, body)| {
        let is_how = topics.first().is_some_and(|topic| tells_how(*topic));
        body.iter().filter(|_| is_how).find(|block| is_instruction(block)).map(|block| block.line)
    });
    let prose = || outline.blocks.iter().find(|block| is_told(block)).map(|block| block.line);
    [command, live, section].into_iter().flatten().min().or_else(prose)
}

/// The line of a link under which the project can be tried.
pub(super) fn live_line(outline: &Outline) -> Option<u32> {
    outline.iter().find_map(|(part, topics, body)| {
        let topic = topics.first().copied();
        let heading = outline.heading(part).into_iter();
        heading.chain(body).find_map(|block| live_link(block, topic))
    })
}

fn live_link(block: &Block, topic: Option<Topic>) -> Option<u32> {
    if !matches!(block.origin, Origin::Own | Origin::Navigation) || block.kind == Kind::Code {
        return None;
    }
    let is_other = topic.is_some_and(|topic| {
        matches!(
            topic,
            Topic::Credits | Topic::People | Topic::Docs | Topic::License | Topic::Contact | Topic::BuiltWith
        )
    });
    let is_demo = topic == Some(Topic::Demo);
    let is_cued = |text: &str| CUES.hits(text, &words(text)).iter().any(|hit| hit.tag.group == "live");
    let is_block_cued = block.has_cue("live");
    let leads_there = |url: &str, label: &str| match leads(url) {
        Leads::Live => !is_other || is_cued(label),
        Leads::Unknown => is_demo || (!is_other && (is_cued(label) || is_block_cued)),
        Leads::Code | Leads::Elsewhere | Leads::Inside | Leads::Localhost | Leads::Nowhere => false,
    };
    let link = block.links.iter().find(|link| leads_there(&link.url, &link.label)).map(|link| link.line);
    let image = || {
        let mut images = block.images.iter().filter(|image| !image.url.contains("deploy/button"));
        images
            .find(|image| image.link.as_deref().is_some_and(|url| leads_there(url, &image.alt)))
            .map(|image| image.line)
    };
    let is_bare = |word: &str| !word.contains("//") && (leads(word) == Leads::Live || is_domain(word));
    let plain = || !is_other && is_block_cued && block.text.split_whitespace().any(is_bare);
    link.or_else(image).or_else(|| plain().then_some(block.line))
}

fn command(block: &Block) -> Option<u32> {
    if block.origin == Origin::Assignment {
        return None;
    }
    let is_command = |line: &str| {
        let line = line.trim_start_matches([' ', '\t', '$', '>', '%']).to_ascii_lowercase();
        COMMANDS.iter().any(|command| {
            line.strip_prefix(command)
                .is_some_and(|rest| !rest.starts_with(char::is_alphabetic) || command.ends_with([' ', '/']))
        })
    };
    if block.kind == Kind::Code {
        let at = block.text.lines().position(is_command)?;
        return Some(block.line.saturating_add(u32::try_from(at).unwrap_or(0)));
    }
    block.code.iter().any(|code| is_command(code)).then_some(block.line)
}

fn tells_how(topic: Topic) -> bool {
    matches!(topic, Topic::Install | Topic::Usage | Topic::Run | Topic::Deploy | Topic::Config | Topic::Tests)
}

fn is_instruction(block: &Block) -> bool {
    match block.origin {
        Origin::Own => block.kind == Kind::Code || (block.is_prose() && block.count() >= MIN_WORDS),
        Origin::Starter(_) => block.kind == Kind::Code,
        Origin::Assignment | Origin::Filler | Origin::Navigation => false,
    }
}

fn is_told(block: &Block) -> bool {
    block.is_own() && block.kind != Kind::Code && block.has_cue("run")
}

/// True where a picture shows the project.
pub(super) fn is_visual(url: &str) -> bool {
    !url.is_empty() && !is_badge(url)
}
