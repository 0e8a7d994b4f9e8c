//! What the addresses of a README lead to within its own repository, in the very spelling that is used.

use super::Surroundings;
use crate::facts::{Lead, Reference, ReferenceKind, Seen};
use crate::parse::resume_address::decoded;
use crate::parse::tree::{Presence, parent};

/// Branches that an address may name when that of the repository is not known.
const USUAL_BRANCHES: [&str; 3] = ["HEAD", "main", "master"];

/// Fills in what can be told without a visit, and drops what leads to pages around the code (issues, a wiki).
pub(super) fn settle(references: &mut Vec<Reference>, readme: &str, around: Surroundings<'_>) {
    references.retain_mut(|reference| {
        if reference.lead.is_ok() {
            return true;
        }
        let address = reference.address.as_written().to_owned();
        if let Some(lead) = of_demo(reference.kind, &address, around) {
            reference.lead = Ok(lead);
            return true;
        }
        let path =
            if address.contains("//") { own_path(&address, around) } else { relative_path(&address, readme) };
        match path {
            Some(path) => reference.lead = of_path(&path, &address, around),
            // Code of others is not looked at: a private repository and a missing one look the same.
            None => return address.contains("//") && !is_code_host(&address, around),
        }
        true
    });
}

/// What is wrong with the address of a demo, as far as it tells by itself.
pub(super) fn of_demo(kind: ReferenceKind, address: &str, around: Surroundings<'_>) -> Option<Lead> {
    if kind != ReferenceKind::Demo {
        return None;
    }
    let is_own = |account: &str| around.owners.iter().any(|owner| owner.eq_ignore_ascii_case(account));
    let (host, path) = after_host(address);
    if is_code_host(address, around) {
        let is_file = ["/blob/", "/raw/", "/releases"].iter().any(|part| address.contains(part));
        // A link to somebody else's code is no mistaken demo; it names what was built upon.
        return (!is_file && is_own(path.split('/').next()?)).then_some(Lead::Code);
    }
    let account = host.to_ascii_lowercase().strip_suffix(".github.io")?.to_owned();
    let is_others = !around.owners.is_empty() && !is_own(&account);
    is_others.then(|| Lead::OthersPage(account.into()))
}

fn is_code_host(address: &str, around: Surroundings<'_>) -> bool {
    let host = after_host(address).0;
    around.server.eq_ignore_ascii_case(host) || host.eq_ignore_ascii_case("raw.githubusercontent.com")
}

/// The host of an address without `www.`, and what follows it.
fn after_host(address: &str) -> (&str, &str) {
    let rest = address.split_once("//").map_or(address, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    (host.strip_prefix("www.").unwrap_or(host), path)
}

/// The path of an address of this very repository, at the branch that visitors see.
fn own_path(address: &str, around: Surroundings<'_>) -> Option<String> {
    let name = around.name?;
    let (host, path) = after_host(address);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let mut parts = path.splitn(if host.starts_with("raw.") { 4 } else { 5 }, '/');
    let is_here =
        parts.next()?.eq_ignore_ascii_case(name.owner()) && parts.next()?.eq_ignore_ascii_case(name.name());
    let is_file = host.starts_with("raw.") || matches!(parts.next()?, "blob" | "tree" | "raw");
    let branch = parts.next()?;
    let is_shown =
        around.branch == Some(branch) || (around.branch.is_none() && USUAL_BRANCHES.contains(&branch));
    let path = parts.next()?;
    (is_here && is_file && is_shown && is_code_host(address, around)).then(|| decoded(path))
}

/// A relative address as a path from the top; none where it leads out of the repository.
fn relative_path(address: &str, readme: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let address = decoded(address).replace('\\', "/");
    let base = if address.starts_with('/') { "" } else { parent(readme) };
    let mut path: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(path.pop()?),
            _ => path.push(part),
        }
    }
    Some(path.join("/"))
}

fn of_path(path: &str, address: &str, around: Surroundings<'_>) -> Seen<Lead> {
    Ok(match around.tree.presence(path)? {
        Presence::There => Lead::There,
        Presence::Absent => {
            moved_to(path, around).map_or(Lead::NoFile, |address| Lead::Moved(address.into()))
        }
        Presence::OtherSpelling(right) => {
            Lead::OtherSpelling(as_address(&respelled(address, path, &right)).into())
        }
    })
}

/// The address of the only file of that name, where the path has an ending and there is one elsewhere.
fn moved_to(path: &str, around: Surroundings<'_>) -> Option<String> {
    let name = path.rsplit('/').next().filter(|name| name.contains('.') && !name.starts_with("README"))?;
    let is_it =
        |path: &&str| path.strip_suffix(name).is_some_and(|above| above.is_empty() || above.ends_with('/'));
    let mut found = around.tree.paths().filter(is_it);
    let only = found.next().filter(|_| found.next().is_none())?;
    // On the code host this begins at the top, wherever the README lies.
    Some(as_address(&format!("/{only}")))
}

/// A path as it is written in Markdown, where a space would end an address.
fn as_address(path: &str) -> String {
    path.replace(' ', "%20")
}

/// The address with the path that is right in place of its own, where the two are written alike; else that path.
fn respelled(address: &str, path: &str, right: &str) -> String {
    let shared = path.char_indices().rev().zip(right.char_indices().rev());
    let written: String = decoded(address);
    let tail = shared
        .take_while(|((_, one), (_, other))| one.to_lowercase().eq(other.to_lowercase()))
        .map(|((at, _), (from, _))| (&path[at..], &right[from..]))
        .take_while(|(wrong, _)| written.contains(wrong))
        .last();
    tail.map_or_else(|| right.to_owned(), |(wrong, right)| written.replacen(wrong, right, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Obstacle, RepoName};
    use crate::parse::tree::Tree;
    use std::collections::BTreeSet;

    fn lead(kind: ReferenceKind, address: &str) -> Option<Seen<Lead>> {
        let paths = ["README.md", "docs/Town.png", "projects/tea/README.md", "projects/tea/a b.png"];
        let tree = Tree::new(paths.map(str::to_owned).into(), Vec::new(), None)
            .with_unlisted(BTreeSet::from(["deep".to_owned()]));
        let name = RepoName::parse("ada/site").unwrap();
        let around = Surroundings {
            tree: &tree,
            folder: "projects/tea",
            name: Some(&name),
            branch: Some("main"),
            server: "github.com",
            owners: &["ada"],
        };
        let unseen = Err(Obstacle::NotInALocalRun);
        let mut references = vec![Reference { kind, address: address.into(), line: 1, lead: unseen }];
        settle(&mut references, "projects/tea/README.md", around);
        references.pop().map(|reference| reference.lead)
    }

    #[test]
    fn paths_are_compared_in_the_spelling_used() {
        let other = |address: &str| Some(Ok(Lead::OtherSpelling(address.into())));
        for (address, expected) in [
            ("a%20b.png", Some(Ok(Lead::There))),
            ("./a b.png?raw=true#x", Some(Ok(Lead::There))),
            ("..", Some(Ok(Lead::There))),
            ("/docs/Town.png", Some(Ok(Lead::There))),
            ("../../docs/town.png", other("../../docs/Town.png")),
            ("A b.png", other("a%20b.png")),
            ("/DOCS/town.png", other("/docs/Town.png")),
            ("c.png", Some(Ok(Lead::NoFile))),
            ("img/Town.png", Some(Ok(Lead::Moved("/docs/Town.png".into())))),
            ("/deep/c.png", Some(Err(crate::parse::tree::UNLISTED))),
            ("../../../../issues", None),
            ("https://github.com/Ada/site/blob/main/docs/Town.png?raw=true", Some(Ok(Lead::There))),
            ("https://raw.githubusercontent.com/ada/site/main/docs/b.png", Some(Ok(Lead::NoFile))),
            ("https://github.com/ada/site/blob/old/docs/b.png", None),
            ("https://github.com/grace/site", None),
            ("https://tea.netlify.app", Some(Err(Obstacle::NotInALocalRun))),
        ] {
            assert_eq!(lead(ReferenceKind::Link, address), expected, "{address}");
        }
    }

    #[test]
    fn a_demo_is_neither_the_code_nor_another_account() {
        for (address, expected) in [
            ("https://github.com/ada/tea", Some(Ok(Lead::Code))),
            ("https://github.com/grace/tea", None),
            ("https://grace.github.io/tea", Some(Ok(Lead::OthersPage("grace".into())))),
            ("https://ADA.github.io/tea", Some(Err(Obstacle::NotInALocalRun))),
        ] {
            assert_eq!(lead(ReferenceKind::Demo, address), expected, "{address}");
        }
    }
}
