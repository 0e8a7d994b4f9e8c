//! What a README has beyond the essentials.

use super::block::{Block, Kind};
use super::outline::Outline;
use super::run;
use super::topic::Topic;
use crate::facts::Extra;

/// Commands that run tests.
const TEST_COMMANDS: [&str; 14] = [
    "npm test",
    "npm run test",
    "yarn test",
    "pnpm test",
    "rspec",
    "pytest",
    "cargo test",
    "go test",
    "rails test",
    "rake test",
    "mvn test",
    "gradlew test",
    "dotnet test",
    "manage.py test",
];

/// The extras, in a fixed order, each once.
pub(super) fn extras(outline: &Outline) -> Vec<Extra> {
    let mut found = Vec::new();
    let mut add = |extra, is_there| {
        if is_there {
            found.push(extra);
        }
    };
    let has = |wanted: &[Topic]| {
        outline.iter().any(|(part, topics, body)| {
            let is_own = outline.heading(part).is_none_or(Block::is_own) || body.iter().any(Block::is_own);
            is_own && !body.is_empty() && topics.iter().any(|topic| wanted.contains(topic))
        })
    };
    add(Extra::Visual, outline.blocks.iter().any(shows));
    add(Extra::Live, run::live_line(outline).is_some());
    add(Extra::Tests, has(&[Topic::Tests]) || outline.blocks.iter().any(runs_tests));
    add(Extra::People, has(&[Topic::People]));
    add(Extra::Context, has(&[Topic::Lessons, Topic::Roadmap, Topic::Why, Topic::Status]));
    add(Extra::Api, has(&[Topic::Api]) || outline.blocks.iter().any(names_endpoint));
    found
}

fn shows(block: &Block) -> bool {
    let is_recording = |url: &str| {
        ["youtube.com/watch", "youtu.be/", "loom.com/share", "vimeo.com/"]
            .iter()
            .any(|host| url.contains(host))
    };
    block.is_own()
        && (block.images.iter().any(|image| run::is_visual(&image.url))
            || block.links.iter().any(|link| is_recording(&link.url)))
}

fn runs_tests(block: &Block) -> bool {
    let is_command = |code: &str| TEST_COMMANDS.iter().any(|command| code.contains(command));
    block.is_own()
        && ((block.kind == Kind::Code && is_command(&block.text))
            || block.code.iter().any(|code| is_command(code)))
}

fn names_endpoint(block: &Block) -> bool {
    let is_endpoint = |code: &str| {
        code.split_once(' ').is_some_and(|(method, path)| {
            matches!(method, "GET" | "POST" | "PUT" | "PATCH" | "DELETE")
                && path.trim_start().starts_with('/')
        })
    };
    block.is_own()
        && (block.code.iter().any(|code| is_endpoint(code))
            || (block.kind != Kind::Heading(1) && block.text.lines().any(|line| is_endpoint(line.trim()))))
}
