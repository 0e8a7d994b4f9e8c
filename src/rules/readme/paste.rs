//! What to paste into a README, made from what is known of the project. What is not known stands in comments, which no
//! reader sees and which count for nothing until they are filled in.

use super::question::Question;
use crate::facts::{Home, Project};

/// A README to start from.
pub(super) fn whole(project: &Project) -> String {
    format!("# {}\n\n{}", name(project), questions(project, &Question::ALL))
}

/// A part for each question.
pub(super) fn questions(project: &Project, wanted: &[Question]) -> String {
    let parts = wanted.iter().map(|question| match question {
        Question::What => {
            format!("<!-- one or two sentences: what {} does, and for whom -->\n", name(project))
        }
        Question::Run => run(project),
        Question::BuiltWith => BUILT_WITH.to_owned(),
    });
    parts.collect::<Vec<_>>().join("\n")
}

const BUILT_WITH: &str = "## Built with\n\n- <!-- the language, and the framework if there is one -->\n\
                          - <!-- the data store, services or other tools -->\n";

fn run(project: &Project) -> String {
    let mut part = String::from("## Run it\n\n");
    if let Some(demo) = &project.demo {
        part.extend(["Try it: ", demo.as_written(), "\n\n"]);
    }
    part.push_str("```sh\n");
    if let Home::Repository { name, folder } = &project.home {
        part.extend(["git clone https://github.com/", &name.to_string(), ".git\ncd ", name.name()]);
        part.extend(folder.iter().flat_map(|folder| ["/", folder.as_written()]));
        part.push('\n');
    }
    part.push_str("# here the commands that install and start it\n```\n");
    part
}

/// The name of the project on one line.
fn name(project: &Project) -> &str {
    project.name.as_written().lines().next().unwrap_or_default()
}
