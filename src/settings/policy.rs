//! What a person typed as the policy -> a preset, a file, or a file of a repository.

use crate::facts::RepoName;
use crate::policy::Policy;
use crate::yaml::nearest;

/// The file of a repository that holds its policy, where no other is named.
pub const NAME: &str = "policy.yml";

/// Where a policy is to be read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PolicyAsk {
    /// One of the program's own.
    Preset(String),
    /// A file of this machine.
    File(String),
    /// A file of a repository.
    Repository {
        /// The repository.
        name: RepoName,
        /// The path of the file.
        path: String,
        /// A branch, tag or commit; the default branch where none is given.
        git_ref: Option<String>,
    },
}

impl PolicyAsk {
    /// Reads a source. `is_file` says whether a file of that name is there: what exists is meant.
    ///
    /// # Errors
    /// What would be right, as a lowercase fragment.
    pub fn parse(text: &str, is_file: impl Fn(&str) -> bool) -> Result<Self, String> {
        if Policy::presets().contains(&text) {
            return Ok(Self::Preset(text.to_owned()));
        }
        let is_name = !text.contains('/') && matches!(text.rsplit_once('.'), Some((_, "yml" | "yaml")));
        if is_name || text.starts_with(['.', '/', '~']) || is_file(text) {
            return Ok(Self::File(text.to_owned()));
        }
        let (place, git_ref) = match text.split_once('@') {
            Some((place, git_ref)) => (place, Some(git_ref.to_owned()).filter(|git_ref| !git_ref.is_empty())),
            None => (text, None),
        };
        let mut parts = place.splitn(3, '/');
        let name = parts.next().zip(parts.next()).and_then(|(owner, name)| RepoName::new(owner, name));
        let Some(name) = name else { return Err(unknown(text)) };
        let path = parts.next().filter(|path| !path.is_empty()).unwrap_or(NAME).to_owned();
        Ok(Self::Repository { name, path, git_ref })
    }

    /// The same in the hands of the school: a file of this folder is read from the repository as it stands at a commit
    /// or branch that the student's change is not part of.
    #[must_use]
    pub fn in_base(self, repository: &RepoName, base: &str) -> Self {
        match self {
            Self::File(path) => Self::Repository {
                name: repository.clone(),
                path: path.trim_start_matches("./").to_owned(),
                git_ref: Some(base.to_owned()),
            },
            other @ (Self::Preset(_) | Self::Repository { .. }) => other,
        }
    }
}

fn unknown(text: &str) -> String {
    let presets = Policy::presets();
    let nearest = nearest(text, &presets).map(|name| format!("; the nearest preset is `{name}`"));
    format!(
        "`{}` is no preset, no file that is here, and not OWNER/REPO[/PATH][@REF]{}; the presets are {}",
        text.escape_debug(),
        nearest.unwrap_or_default(),
        presets.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repository(path: &str, git_ref: Option<&str>) -> PolicyAsk {
        let name = RepoName::parse("school/policies").unwrap();
        PolicyAsk::Repository { name, path: path.into(), git_ref: git_ref.map(Into::into) }
    }

    #[test]
    fn every_form_of_a_source_is_read() {
        let cases = [
            ("turing-2017", PolicyAsk::Preset("turing-2017".into())),
            ("./policy.yml", PolicyAsk::File("./policy.yml".into())),
            ("here.yml", PolicyAsk::File("here.yml".into())),
            ("a/here", PolicyAsk::File("a/here".into())),
            ("school/policies", repository("policy.yml", None)),
            ("school/policies@v2", repository("policy.yml", Some("v2"))),
            ("school/policies/2017/back-end.yml@main", repository("2017/back-end.yml", Some("main"))),
        ];
        for (text, expected) in cases {
            assert_eq!(PolicyAsk::parse(text, |path| path == "a/here"), Ok(expected), "{text}");
        }
        let problem = PolicyAsk::parse("turing2017", |_| false).unwrap_err();
        assert!(problem.contains("the nearest preset is `turing-2017`"), "{problem}");
    }

    #[test]
    fn a_file_of_the_change_is_read_from_the_base() {
        let base = RepoName::parse("school/policies").unwrap();
        let file = PolicyAsk::File("./policy.yml".into());
        assert_eq!(file.in_base(&base, "3f2c1ab"), repository("policy.yml", Some("3f2c1ab")));
        let preset = PolicyAsk::Preset("odin".into());
        assert_eq!(preset.clone().in_base(&base, "main"), preset);
    }
}
