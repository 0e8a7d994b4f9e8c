//! One short name for what is approved: the same as long as the resume, the list of projects and each README are.

use crate::facts::{Document, Facts, Home, Obstacle, Project, Readme, Seen, Target, seen, sha256};

/// The digest of an item, in hexadecimal.
///
/// # Errors
/// The obstacle in the way of a part of it.
pub(super) fn digest(word: &str, facts: &Facts) -> Seen<String> {
    let resume = resume(facts)?;
    if word == "resume" {
        return Ok(resume);
    }
    let mut parts: Vec<String> = seen(&facts.projects)?.iter().map(part).collect::<Seen<_>>()?;
    // Another order shows the same projects.
    parts.sort_unstable();
    parts.push(resume);
    Ok(sha256(parts.join("\n").as_bytes()))
}

fn resume(facts: &Facts) -> Seen<String> {
    let target = seen(&facts.resume.target)?;
    let Target::Document(Document { sha256: Some(sha256), .. }) = target else {
        return Err(Obstacle::DependsOn { what: "a resume that opens" });
    };
    Ok(sha256.clone())
}

/// A project: its place, and what its README says.
fn part(project: &Project) -> Seen<String> {
    let readme = match &project.home {
        Home::Repository { .. } | Home::Folder(_) => seen(&project.readme)?.as_ref(),
        Home::Elsewhere(_) | Home::Nowhere => None,
    };
    let home = match &project.home {
        Home::Repository { name, folder } => {
            let folder = folder.as_ref().map_or("", |folder| folder.as_written());
            format!("{name}/{folder}").to_lowercase()
        }
        Home::Folder(path) | Home::Elsewhere(path) => path.as_written().to_owned(),
        Home::Nowhere => project.name.as_written().to_owned(),
    };
    Ok(format!("{home} {}", readme.map_or("", |Readme { sha256, .. }| sha256)))
}
