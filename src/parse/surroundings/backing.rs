//! Whether a project has what the commands of its README need.

use super::{Surroundings, manifest};
use crate::facts::{Backing, Command, Need, Obstacle, Seen, Untrusted};
use crate::parse::tree::{Presence, Tree, UNLISTED};

/// How many names are told in place of one that is missing.
const MAX_NAMES: usize = 6;
/// How many of them are compared with it.
const MAX_COMPARED: usize = 200;
/// Longer ones are nobody's.
const MAX_NAME_BYTES: usize = 60;
/// The most manifests of one kind that are read.
const MAX_MANIFESTS: usize = 100;
/// Where scripts are named.
const PACKAGE: [&str; 1] = ["package.json"];
/// The names that `make` looks for.
const MAKEFILES: [&str; 3] = ["Makefile", "makefile", "GNUmakefile"];

/// Reads the names in a manifest; none where they cannot be told for certain.
type Names = fn(&str) -> Option<Vec<String>>;

/// Fills in what each command meets.
pub(super) fn settle(commands: &mut [Command], around: Surroundings<'_>) {
    if commands.is_empty() {
        return;
    }
    let moves = commands.iter().any(|command| match &command.needs {
        Need::Folder(folder) => around.may_be_there(folder.as_written()),
        Need::File(_) | Need::Manifest(_) | Need::Script(_) | Need::Target(_) => false,
    });
    let bench = Bench {
        around,
        moves,
        scripts: names_in(around.tree, &PACKAGE, manifest::scripts),
        targets: names_in(around.tree, &MAKEFILES, manifest::targets),
    };
    for command in commands {
        command.backing = bench.backing(&command.needs);
    }
}

struct Bench<'a> {
    around: Surroundings<'a>,
    /// True where the reader is sent to another folder, so that the top proves nothing.
    moves: bool,
    /// The scripts of each `package.json`.
    scripts: Vec<Seen<Vec<String>>>,
    /// The targets of each `Makefile`.
    targets: Vec<Seen<Vec<String>>>,
}

impl Bench<'_> {
    fn backing(&self, need: &Need) -> Seen<Backing> {
        match need {
            Need::Folder(_) => Ok(Backing::There),
            Need::File(path) => self.file(&[path.as_written()]),
            Need::Manifest(names) => self.file(names),
            Need::Script(name) => self.named(name.as_written(), &PACKAGE, &self.scripts),
            Need::Target(name) => self.named(name.as_written(), &MAKEFILES, &self.targets),
        }
    }

    /// One of these files, wherever the reader may have gone.
    fn file(&self, names: &[&str]) -> Seen<Backing> {
        let is_at_the_end = |path: &str, name: &str| {
            path.strip_suffix(name).is_some_and(|above| above.is_empty() || above.ends_with('/'))
        };
        if self.around.tree.paths().any(|path| names.iter().any(|name| is_at_the_end(path, name))) {
            return Ok(Backing::There);
        }
        let mut others = Vec::new();
        for name in names {
            match self.around.tree.presence(&self.around.path(name))? {
                Presence::There => return Ok(Backing::There),
                Presence::OtherSpelling(other) => others.push(other.into()),
                Presence::Absent => {}
            }
        }
        if self.moves { Err(UNLISTED) } else { Ok(Backing::Missing(others)) }
    }

    /// A name in a manifest of the project or, where there are several, in any.
    fn named(&self, name: &str, manifests: &[&'static str], known: &[Seen<Vec<String>>]) -> Seen<Backing> {
        if known.is_empty() {
            let is_missing = matches!(self.file(manifests)?, Backing::Missing(_));
            return Ok(if is_missing { Backing::NoManifest(manifests[0]) } else { Backing::There });
        }
        for names in known {
            if names.as_ref().map_err(Clone::clone)?.iter().any(|known| known == name) {
                return Ok(Backing::There);
            }
        }
        let names = known.iter().flatten().flatten();
        if self.moves { Err(UNLISTED) } else { Ok(Backing::Missing(nearest_first(name, names))) }
    }
}

/// The names in every manifest of this kind; what is beyond the limit is not known.
fn names_in(tree: &Tree, manifests: &[&str], names: Names) -> Vec<Seen<Vec<String>>> {
    let paths = tree.paths().filter(|path| manifests.contains(&path.rsplit('/').next().unwrap_or(path)));
    let read = |path: &str| names(&tree.read(path)?.text()).ok_or(Obstacle::Unreadable { why: "its form" });
    let within = |(index, path)| if index < MAX_MANIFESTS { read(path) } else { Err(UNLISTED) };
    paths.take(MAX_MANIFESTS + 1).enumerate().map(within).collect()
}

fn nearest_first<'a>(name: &str, known: impl Iterator<Item = &'a String>) -> Vec<Untrusted> {
    let is_told = |known: &&String| !known.starts_with('.') && known.len() <= MAX_NAME_BYTES;
    let mut known: Vec<&String> = known.filter(is_told).take(MAX_COMPARED).collect();
    known.sort_by_cached_key(|known| strsim::damerau_levenshtein(known, name));
    known.truncate(MAX_NAMES);
    known.into_iter().map(|name| name.as_str().into()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::tree::SourceFile;

    fn tree(files: &[(&str, &str)]) -> Tree {
        let file = |(path, text): &(&str, &str)| SourceFile { path: (*path).into(), bytes: (*text).into() };
        let paths = files.iter().map(|(path, _)| (*path).to_owned()).collect();
        Tree::new(paths, files.iter().map(file).collect(), None)
    }

    fn settled(tree: &Tree, needs: &[Need]) -> Vec<Seen<Backing>> {
        let command = |needs: &Need| Command {
            line: 1,
            typed: "x".into(),
            needs: needs.clone(),
            backing: Err(Obstacle::NotAsked),
        };
        let mut commands: Vec<Command> = needs.iter().map(command).collect();
        settle(&mut commands, Surroundings::of_tree(tree));
        commands.into_iter().map(|command| command.backing).collect()
    }

    const PACKAGE: &str = r#"{"scripts": {"start": "vite", "build": "vite build"}}"#;

    #[test]
    fn what_is_missing_is_proven() {
        let missing =
            |names: &[&str]| Ok(Backing::Missing(names.iter().map(|name| (*name).into()).collect()));
        let tree = tree(&[("package.json", PACKAGE), ("src/app.js", ""), ("Makefile", "all:\n")]);
        for (need, expected) in [
            (Need::Script("start".into()), Ok(Backing::There)),
            (Need::Script("strat".into()), missing(&["start", "build"])),
            (Need::Target("test".into()), missing(&["all"])),
            (Need::Target("all".into()), Ok(Backing::There)),
            (Need::File("app.js".into()), Ok(Backing::There)),
            (Need::File("server.js".into()), missing(&[])),
            (Need::Manifest(&["package.json"]), Ok(Backing::There)),
            (Need::Manifest(&["Gemfile", "gems.rb"]), missing(&[])),
        ] {
            assert_eq!(settled(&tree, std::slice::from_ref(&need))[0], expected, "{need:?}");
        }
    }

    #[test]
    fn a_script_needs_its_manifest() {
        let needs = [Need::Script("dev".into()), Need::Target("all".into())];
        let found = settled(&tree(&[("index.html", "")]), &needs);
        assert_eq!(found, [Ok(Backing::NoManifest("package.json")), Ok(Backing::NoManifest("Makefile"))]);
    }

    #[test]
    fn another_folder_proves_nothing() {
        let tree = tree(&[("client/package.json", PACKAGE), ("server/index.js", "")]);
        let needs = [Need::Folder("server".into()), Need::Script("dev".into()), Need::Script("build".into())];
        assert_eq!(settled(&tree, &needs)[1..], [Err(UNLISTED), Ok(Backing::There)]);
        let needs = [Need::Folder("name-of-the-clone".into()), Need::Script("dev".into())];
        assert!(matches!(settled(&tree, &needs)[1], Ok(Backing::Missing(_))));
    }
}
