//! How a project is started and what it is built with, as far as its manifests and files tell.

use super::{Surroundings, manifest};
use crate::facts::{Kit, Untrusted};

/// The most tools that are told.
const MAX_TOOLS: usize = 6;
/// Names of the script that starts a project, the one for developers first.
const STARTS: [&str; 5] = ["dev", "start", "serve", "develop", "server"];

/// The kit of a project.
pub(super) fn kit(around: Surroundings<'_>) -> Kit {
    let bench = Bench { around };
    let commands = [bench.node(), bench.ruby(), bench.python(), bench.others()];
    let found = commands.into_iter().flatten().next().unwrap_or_default();
    let start = found.start.into_iter().map(Untrusted::from).collect();
    Kit { start, test: found.test.map(Untrusted::from), tools: bench.tools() }
}

/// What is typed to start and to test.
#[derive(Default)]
struct Commands {
    start: Vec<String>,
    test: Option<String>,
}

impl Commands {
    fn of(start: &[&str], test: Option<&str>) -> Self {
        Self {
            start: start.iter().map(|command| (*command).to_owned()).collect(),
            test: test.map(str::to_owned),
        }
    }
}

struct Bench<'a> {
    around: Surroundings<'a>,
}

impl Bench<'_> {
    fn has(&self, name: &str) -> bool {
        let path = self.around.path(name);
        self.around.tree.has(&path) || self.around.tree.has_folder(&path)
    }

    fn text(&self, name: &str) -> Option<String> {
        Some(self.around.tree.file(&self.around.path(name))?.text().into_owned())
    }

    fn node(&self) -> Option<Commands> {
        let scripts = manifest::scripts(&self.text("package.json")?)?;
        let locks =
            [("yarn.lock", "yarn"), ("pnpm-lock.yaml", "pnpm"), ("bun.lock", "bun"), ("bun.lockb", "bun")];
        let manager =
            locks.into_iter().find(|(lock, _)| self.has(lock)).map_or("npm", |(_, manager)| manager);
        let has = |name: &str| scripts.iter().any(|script| script == name);
        let run = |name: &str| {
            let is_short = matches!(name, "start" | "test") && manager != "bun";
            if is_short { format!("{manager} {name}") } else { format!("{manager} run {name}") }
        };
        let start = STARTS.into_iter().find(|name| has(name)).map(run);
        let start = [format!("{manager} install")].into_iter().chain(start).collect();
        Some(Commands { start, test: has("test").then(|| run("test")) })
    }

    fn ruby(&self) -> Option<Commands> {
        let gems = self.text("Gemfile")?;
        let test = if gems.contains("rspec") { Some("bundle exec rspec") } else { None };
        if gems.contains("\"rails\"") || gems.contains("'rails'") {
            let test = test.or(Some("bundle exec rails test"));
            return Some(Commands::of(
                &["bundle install", "bundle exec rails db:setup", "bundle exec rails server"],
                test,
            ));
        }
        let run = if self.has("config.ru") {
            &["bundle install", "bundle exec rackup"][..]
        } else {
            &["bundle install"]
        };
        Some(Commands::of(run, test))
    }

    fn python(&self) -> Option<Commands> {
        let install = [
            ("poetry.lock", "poetry install"),
            ("requirements.txt", "pip install -r requirements.txt"),
            ("pyproject.toml", "pip install ."),
        ];
        let install = install.into_iter().find(|(file, _)| self.has(file)).map(|(_, command)| command);
        let names = [
            ("manage.py", "python manage.py runserver"),
            ("app.py", "python app.py"),
            ("main.py", "python main.py"),
        ];
        let run = names.into_iter().find(|(file, _)| self.has(file)).map(|(_, command)| command);
        let start: Vec<&str> = install.into_iter().chain(run).collect();
        let requirements =
            self.text("requirements.txt").or_else(|| self.text("pyproject.toml")).unwrap_or_default();
        let test = requirements.contains("pytest").then_some("pytest");
        (!start.is_empty()).then(|| Commands::of(&start, test))
    }

    fn others(&self) -> Option<Commands> {
        let usual: [(&str, &[&str], Option<&str>); 7] = [
            ("Cargo.toml", &["cargo run"], Some("cargo test")),
            ("go.mod", &["go run ."], Some("go test ./...")),
            ("gradlew", &["./gradlew run"], Some("./gradlew test")),
            ("pom.xml", &["mvn package"], Some("mvn test")),
            ("compose.yaml", &["docker compose up"], None),
            ("docker-compose.yml", &["docker compose up"], None),
            ("Makefile", &["make"], None),
        ];
        usual.into_iter().find(|(file, ..)| self.has(file)).map(|(_, start, test)| Commands::of(start, test))
    }

    fn tools(&self) -> Vec<&'static str> {
        let manifests = ["package.json", "Gemfile", "requirements.txt", "pyproject.toml", "Cargo.toml"];
        let packages: Vec<String> = manifests
            .iter()
            .filter_map(|name| self.text(name))
            .flat_map(|text| manifest::packages(&text))
            .collect();
        let inside = self.around.path("");
        let paths: Vec<&str> = self.around.tree.paths().filter(|path| path.starts_with(&inside)).collect();
        let has_ending = |ending: &str| {
            paths.iter().any(|path| path.rsplit_once('.').is_some_and(|(_, found)| found == ending))
        };
        let mut tools: Vec<&'static str> = Vec::new();
        let mut is_ending = false;
        for line in include_str!("tools.txt").lines() {
            is_ending |= line == "[ending]";
            let Some((sign, tool)) = line.split_once(" = ") else { continue };
            let is_there =
                if is_ending { has_ending(sign) } else { packages.iter().any(|name| name == sign) };
            if is_there && !tools.contains(&tool) {
                tools.push(tool);
            }
        }
        tools.truncate(MAX_TOOLS);
        tools
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::tree::{SourceFile, Tree};

    /// The commands and tools of a project with these files, one a line.
    fn told(files: &[(&str, &str)]) -> String {
        let file = |(path, text): &(&str, &str)| SourceFile { path: (*path).into(), bytes: (*text).into() };
        let paths = files.iter().map(|(path, _)| (*path).to_owned()).collect();
        let tree = Tree::new(paths, files.iter().map(file).collect(), None);
        let kit = kit(Surroundings::of_tree(&tree));
        let commands = kit.start.iter().chain(&kit.test).map(|command| command.as_written().to_owned());
        commands.chain([kit.tools.join(", ")]).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn manifests_tell_how_a_project_is_started() {
        let react = r#"{"scripts": {"dev": "vite", "test": "vitest"}, "dependencies": {"react": "19"}, "devDependencies": {"vite": "7"}}"#;
        let files = [("package.json", react), ("yarn.lock", ""), ("src/app.tsx", "")];
        assert_eq!(told(&files), "yarn install\nyarn run dev\nyarn test\nReact, Vite, TypeScript");

        let rails = "gem \"rails\", \"~> 8\"\ngem 'pg'\ngem \"rspec-rails\"\n";
        let rails = told(&[("Gemfile", rails), ("app/a.rb", "")]);
        let start = "bundle install\nbundle exec rails db:setup\nbundle exec rails server\nbundle exec rspec";
        assert_eq!(rails, format!("{start}\nRuby on Rails, PostgreSQL, Ruby"));

        let flask = told(&[("requirements.txt", "Flask==3.0\npytest\n"), ("app.py", "")]);
        assert_eq!(flask, "pip install -r requirements.txt\npython app.py\npytest\nFlask, Python");

        let cargo = told(&[("Cargo.toml", "[dependencies]\naxum = \"1\"\n"), ("src/main.rs", "")]);
        assert_eq!(cargo, "cargo run\ncargo test\nAxum, Rust");
        assert_eq!(told(&[("index.html", ""), ("a.css", "")]), "HTML, CSS");
    }
}
