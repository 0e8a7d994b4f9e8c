//! The student's `portfolio.yml`: its shape, and errors that name line, column and the nearest right key.

mod line;
mod mistake;

use schemars::JsonSchema;
use serde::Deserialize;

pub use line::Line;

/// The name of the file, at the top of the portfolio repository.
pub const NAME: &str = "portfolio.yml";

/// What is wrong with a file.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {message}")]
pub struct FileError {
    /// The file.
    pub path: String,
    /// Line, column, what is wrong and what would be right; one line for each mistake.
    pub message: String,
}

/// What a student declares about a portfolio. Every key is optional; what is not declared is discovered.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(title = "portfolio.yml")]
pub struct PortfolioFile {
    /// The address of the portfolio site.
    #[schemars(extend("format" = "uri"))]
    pub site: Option<Line>,
    /// The address of the resume.
    #[schemars(extend("format" = "uri"))]
    pub resume: Option<Line>,
    /// The projects, in the order in which they are shown. Where this key stands, nothing else is searched for projects.
    pub projects: Option<Vec<Entry>>,
    /// Where the evidence for the school lies.
    pub evidence: Option<Evidence>,
}

/// One project. It names either `repo` or `path`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Entry {
    /// The name shown to readers.
    pub name: Option<Line>,
    /// The repository, as `owner/name` or as its address; a folder of it may follow.
    pub repo: Option<Line>,
    /// A folder of the portfolio repository, where the code lies there.
    pub path: Option<Line>,
    /// The address where the project can be tried.
    #[schemars(extend("format" = "uri"))]
    pub demo: Option<Line>,
}

/// Evidence for the school: each a path in the portfolio repository, a path in another one, or an address.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Evidence {
    /// The record of contacts.
    pub outreach: Option<Line>,
    /// The record of an interview.
    pub interview: Option<Line>,
    /// The plan.
    pub plan: Option<Line>,
}

/// The JSON Schema of the file.
pub fn schema() -> String {
    let schema = schemars::schema_for!(PortfolioFile);
    let mut text = serde_json::to_string_pretty(schema.as_value()).unwrap_or_default();
    text.push('\n');
    text
}

impl PortfolioFile {
    /// Reads the file.
    ///
    /// # Errors
    /// Its mistakes: the first one of form, or all those of meaning.
    pub fn read(path: &str, bytes: &[u8]) -> Result<Self, FileError> {
        let failed = |message: String| FileError { path: path.to_owned(), message };
        let text = std::str::from_utf8(bytes).map_err(|_| failed("it is not UTF-8 text".into()))?;
        // A file of comments only, as `foliocheck init` writes it, declares nothing.
        let file = serde_saphyr::from_str::<Option<Self>>(text)
            .map_err(|error| failed(mistake::of_form(&error)))?
            .unwrap_or_default();
        let mistakes = mistake::of_meaning(&file);
        if mistakes.is_empty() { Ok(file) } else { Err(failed(mistakes.join("\n"))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> String {
        PortfolioFile::read(NAME, text.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn every_key_of_the_contract_is_read() {
        let text = "\
site: https://ada.example
resume: https://ada.example/ada-lovelace.pdf
projects:
  - name: Weather
    repo: ada/weather
    demo: https://weather.example
  - path: projects/chess
evidence:
  outreach: evidence/outreach.csv
  interview: evidence/interview.md
  plan: https://gist.example/plan
";
        let file = PortfolioFile::read(NAME, text.as_bytes()).unwrap();
        let projects = file.projects.unwrap();
        let repo = projects[0].repo.as_ref().unwrap();
        assert_eq!((repo.text.as_str(), repo.number()), ("ada/weather", 5));
        assert_eq!(projects[1].path.as_ref().unwrap().text, "projects/chess");
        assert_eq!(file.evidence.unwrap().outreach.unwrap().text, "evidence/outreach.csv");
    }

    #[test]
    fn empty_files_declare_nothing() {
        for text in ["", "# site: https://ada.example\n", "---\n", "site:\nprojects:\n"] {
            let file = PortfolioFile::read(NAME, text.as_bytes()).unwrap();
            assert!(file.site.is_none() && file.projects.is_none(), "{text:?}");
        }
        let file = PortfolioFile::read(NAME, b"projects: []\n").unwrap();
        assert_eq!(file.projects.map(|projects| projects.len()), Some(0), "declared to be none");
    }

    #[test]
    fn mistakes_say_where_and_what_would_be_right() {
        let cases = [
            (
                "site: https://ada.example\nproyects: []\n",
                "portfolio.yml: line 2, column 1: `proyects` is not a key here; `projects` is the nearest one",
            ),
            (
                "projects:\n  - name: A\n    Repo: a/b\n",
                "portfolio.yml: line 3, column 5: `Repo` is not a key here; `repo` is the nearest one",
            ),
            (
                "xyz: 1\n",
                "portfolio.yml: line 1, column 1: `xyz` is not a key here; there is `site`, `resume`, `projects`, `evidence`",
            ),
            (
                "projects:\n  - repo: a/b\n    path: c\n",
                "portfolio.yml: line 3, column 11: a project has either `repo` or `path`, not both",
            ),
            (
                "site: ada.example\nresume: resume.pdf\n",
                "portfolio.yml: line 1, column 7: `site` wants an address that begins with `https://` or `http://`\n\
                 line 2, column 9: `resume` wants an address that begins with `https://` or `http://`",
            ),
            (
                "projects:\n  - repo: weather\n  - path: ../elsewhere\n",
                "portfolio.yml: line 2, column 11: `repo` wants `owner/name` or the address of a repository\n\
                 line 3, column 11: `path` wants a folder of this repository, such as `projects/weather`",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(message(text), expected);
        }
    }

    #[test]
    fn what_is_no_yaml_is_told_with_its_line() {
        for text in [
            "projects: [\n",
            "site: \"https://ada.example\n",
            "projects:\n- a\n b: c\n",
            "projects: 3\n",
            "a: b: c",
        ] {
            assert!(message(text).starts_with("portfolio.yml: line "), "{}", message(text));
        }
        assert_eq!(
            PortfolioFile::read(NAME, b"\xff\xfe\x00").unwrap_err().to_string(),
            "portfolio.yml: it is not UTF-8 text"
        );
    }

    #[test]
    fn the_schema_refuses_unknown_keys() {
        let schema = schemars::schema_for!(PortfolioFile);
        assert_eq!(schema.get("additionalProperties"), Some(&serde_json::Value::Bool(false)));
    }
}
