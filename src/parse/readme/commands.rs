//! What a README tells its reader to type, and what each command needs of the project.

use super::block::{Block, Kind, Origin};
use crate::facts::{Command, Need, Obstacle, Untrusted};

/// The most commands that are looked at; a person's README has a dozen.
const MAX_COMMANDS: usize = 200;
/// The longest name of a script or target.
const MAX_NAME_BYTES: usize = 60;
/// Folders that are made, not kept.
const MADE: [&str; 7] = ["dist", "build", "out", "target", "lib", "bin", "node_modules"];

const GEMFILE: &[&str] = &["Gemfile", "gems.rb"];
const RAKEFILE: &[&str] = &["Rakefile", "rakefile", "Rakefile.rb"];
const GRADLE: &[&str] = &["build.gradle", "build.gradle.kts"];
const COMPOSE: &[&str] = &["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

/// The commands that need something of the project, in order.
pub(super) fn commands(blocks: &[Block]) -> Vec<Command> {
    let spoken = blocks.iter().filter(|block| block.origin != Origin::Assignment);
    let lines = spoken.flat_map(|block| -> Vec<(u32, &str)> {
        if block.kind == Kind::Code {
            block.text.lines().zip(block.line..).map(|(text, line)| (line, text)).collect()
        } else {
            block.code.iter().map(|code| (block.line, code.as_str())).collect()
        }
    });
    lines.flat_map(|(line, text)| of_line(line, text)).take(MAX_COMMANDS).collect()
}

/// The commands of one line, which `&&`, `;` and `|` part.
fn of_line(line: u32, text: &str) -> impl Iterator<Item = Command> {
    let text = text.trim_start_matches([' ', '\t', '$', '>', '%']);
    let text = text.split_once(" #").map_or(text, |(command, _)| command);
    text.split("&&").flat_map(|part| part.split([';', '|'])).filter_map(move |part| {
        let part = part.trim();
        let needs = need(&words(part))?;
        Some(Command { line, typed: Untrusted::new(part), needs, backing: Err(Obstacle::NotInALocalRun) })
    })
}

/// The words of a command, without what may stand before its name.
fn words(part: &str) -> Vec<&str> {
    let is_before = |word: &&str| matches!(*word, "sudo" | "time" | "env") || word.contains('=');
    part.split_whitespace().skip_while(is_before).collect()
}

fn need(words: &[&str]) -> Option<Need> {
    match words {
        ["cd", folder] => Some(Need::Folder(folder.trim_end_matches('/').into())),
        ["python" | "python3", "-m", rest @ ..] => need(rest),
        ["bundle", "exec", rest @ ..] => need(rest).or(Some(Need::Manifest(GEMFILE))),
        _ => script(words).or_else(|| manifest(words).map(Need::Manifest)).or_else(|| file(words)),
    }
}

/// Scripts of `package.json` and targets of a `Makefile`.
fn script(words: &[&str]) -> Option<Need> {
    let name = match words {
        ["npm" | "pnpm" | "yarn" | "bun", "run" | "run-script", name, ..]
        | ["npm" | "pnpm" | "yarn", name @ ("start" | "test"), ..]
        | ["pnpm" | "yarn", name @ ("dev" | "build" | "serve" | "lint" | "deploy"), ..] => name,
        ["make", target] if is_name(target) => return Some(Need::Target((*target).into())),
        _ => return None,
    };
    is_name(name).then(|| Need::Script((*name).into()))
}

fn manifest(words: &[&str]) -> Option<&'static [&'static str]> {
    Some(match words {
        ["npm", "install" | "i" | "ci"] | ["yarn"] | ["yarn" | "pnpm" | "bun", "install" | "i"] => {
            &["package.json"]
        }
        ["make"] => &["Makefile", "makefile", "GNUmakefile"],
        ["bundle"] | ["bundle", "install"] => GEMFILE,
        ["rake", ..] => RAKEFILE,
        ["cargo", "run" | "build" | "test", ..] => &["Cargo.toml"],
        ["mvn", ..] => &["pom.xml"],
        ["./mvnw", ..] => &["mvnw"],
        ["gradle", ..] => GRADLE,
        ["./gradlew", ..] => &["gradlew"],
        ["docker", "compose", verb, ..] | ["docker-compose", verb, ..] if is_name(verb) => COMPOSE,
        ["docker", "build", rest @ ..] if !rest.contains(&"-f") => &["Dockerfile", "dockerfile"],
        ["pipenv", "install"] => &["Pipfile"],
        ["poetry", "install"] => &["pyproject.toml"],
        ["composer", "install"] => &["composer.json"],
        ["go", "run" | "build", "."] => &["go.mod"],
        ["flutter", "run", ..] => &["pubspec.yaml"],
        ["mix", "deps.get"] => &["mix.exs"],
        ["ng", "serve", ..] => &["angular.json"],
        _ => return None,
    })
}

fn file(words: &[&str]) -> Option<Need> {
    let (name, endings): (&str, &[&str]) = match words {
        ["pip" | "pip3", "install", "-r", name] => (name, &[".txt"]),
        ["python" | "python3" | "py" | "streamlit", name, ..] if *name != "run" => (name, &[".py"]),
        ["streamlit", "run", name, ..] => (name, &[".py"]),
        ["node" | "nodemon" | "ts-node" | "tsx", name, ..] => (name, &[".js", ".mjs", ".cjs", ".ts"]),
        ["ruby", name, ..] => (name, &[".rb"]),
        ["php", name, ..] => (name, &[".php"]),
        ["go", "run", name, ..] => (name, &[".go"]),
        ["sh" | "bash", name, ..] => (name, &[".sh"]),
        [name, ..] if name.starts_with("./") => (name, &[".sh"]),
        _ => return None,
    };
    let name = name.trim_start_matches("./");
    let is_kept = !MADE.contains(&name.split('/').next().unwrap_or_default());
    let is_path = name.chars().all(|next| next.is_alphanumeric() || "._-/".contains(next));
    let is_usual = endings.iter().any(|ending| name.len() > ending.len() && name.ends_with(ending));
    (is_usual && is_kept && is_path && !name.starts_with('/') && !name.contains(".."))
        .then(|| Need::File(name.into()))
}

/// True for a word that is neither an option nor a slot to fill in.
fn is_name(word: &str) -> bool {
    word.len() <= MAX_NAME_BYTES
        && !word.starts_with('-')
        && word.chars().all(|next| next.is_alphanumeric() || "._-:/@".contains(next))
}

#[cfg(test)]
mod tests {
    use super::super::markdown;
    use super::*;

    #[test]
    fn each_command_says_what_it_needs() {
        let script = |name: &str| Need::Script(name.into());
        let file = |name: &str| Need::File(name.into());
        for (typed, expected) in [
            ("npm run dev", vec![script("dev")]),
            ("$ yarn build   # once", vec![script("build")]),
            ("cd client && npm start", vec![Need::Folder("client".into()), script("start")]),
            ("PORT=3000 npm test", vec![script("test")]),
            ("npm install", vec![Need::Manifest(&["package.json"])]),
            ("npm install express", vec![]),
            ("npm run <name>", vec![]),
            ("npm --prefix client start", vec![]),
            ("yarn tsc", vec![]),
            ("make setup", vec![Need::Target("setup".into())]),
            ("bundle exec rake db:seed", vec![Need::Manifest(RAKEFILE)]),
            ("bundle exec rspec", vec![Need::Manifest(GEMFILE)]),
            ("docker compose up -d", vec![Need::Manifest(COMPOSE)]),
            ("docker-compose -f dev.yml up", vec![]),
            ("python -m pip install -r requirements.txt", vec![file("requirements.txt")]),
            ("python3 ./src/app.py --port 1", vec![file("src/app.py")]),
            ("node dist/index.js", vec![]),
            ("node index", vec![]),
            ("bash scripts/set-up.sh", vec![file("scripts/set-up.sh")]),
            ("python path/to/<file>.py", vec![]),
        ] {
            let needs: Vec<Need> = of_line(1, typed).map(|command| command.needs).collect();
            assert_eq!(needs, expected, "{typed}");
        }
    }

    #[test]
    fn each_command_has_its_line() {
        let text = "# Tea\n\nType `npm start`.\n\n```sh\nnpm install\n\nnpm run dev\n```\n";
        let lines: Vec<u32> = commands(&markdown::blocks(text)).iter().map(|command| command.line).collect();
        assert_eq!(lines, [3, 6, 8]);
    }
}
