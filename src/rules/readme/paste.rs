//! What to paste into a README, made from what is known of the project. What is not known stands in comments, which no
//! reader sees and which count for nothing until they are filled in.

use super::question::Question;
use crate::facts::{Home, Project, Untrusted};
use crate::text::Text;

/// A README to start from.
pub(super) fn whole(project: &Project) -> String {
    let tests = match &project.kit.test {
        Some(test) => format!("\n## Tests\n\n```sh\n{}\n```\n", test.as_written()),
        None => String::new(),
    };
    format!("# {}\n\n{}{tests}", name(project), questions(project, &Question::ALL))
}

/// A part for each question.
pub(super) fn questions(project: &Project, wanted: &[Question]) -> String {
    let parts = wanted.iter().map(|question| match question {
        Question::What => what(project),
        Question::Run => run(project),
        Question::BuiltWith => built_with(project),
    });
    parts.collect::<Vec<_>>().join("\n")
}

/// What is left to do with something to paste.
pub(super) fn and_fill_in(text: Text, paste: &str) -> Text {
    if paste.contains("<!--") {
        text.then(" and fill in its comments.")
    } else {
        text.then(". It was made from the project's own files; keep what is right.")
    }
}

/// The sentence in the repository's "About" box, else a place for one.
fn what(project: &Project) -> String {
    let repository = project.repository.as_ref().ok().and_then(Option::as_ref);
    let said =
        repository.and_then(|repository| repository.description.as_ref()).filter(|said| !said.is_blank());
    let is_demo_of_one =
        "and for whom -->\n\n<!-- a picture: ![What the picture shows](docs/screenshot.png) -->\n";
    match said {
        Some(said) => format!("{}\n", first_line(said)),
        None => format!("<!-- one or two sentences: what {} does, {is_demo_of_one}", name(project)),
    }
}

fn built_with(project: &Project) -> String {
    let tools = &project.kit.tools;
    if tools.is_empty() {
        return "## Built with\n\n- <!-- the language, and the framework if there is one -->\n\
                - <!-- the data store, services or other tools -->\n"
            .into();
    }
    let list = tools.iter().flat_map(|tool| ["- ", tool, "\n"]).collect::<String>();
    format!("## Built with\n\n{list}")
}

fn run(project: &Project) -> String {
    let mut part = String::from("## Run it\n\n");
    if let Some(demo) = &project.demo {
        part.extend(["Try it: ", first_line(demo), "\n\n"]);
    }
    part.push_str("```sh\n");
    if let Home::Repository { name, folder } = &project.home {
        part.extend(["git clone https://github.com/", &name.to_string(), ".git\ncd ", name.name()]);
        part.extend(folder.iter().flat_map(|folder| ["/", first_line(folder)]));
        part.push('\n');
    }
    let start = project.kit.start.iter().map(first_line);
    part.extend(start.flat_map(|command| [command, "\n"]));
    if project.kit.start.is_empty() {
        part.push_str("# here the commands that install and start it\n");
    }
    part.push_str("```\n");
    part
}

/// The name of the project on one line.
fn name(project: &Project) -> &str {
    first_line(&project.name)
}

/// Text of somebody else's on one line: more could end the block it stands in.
fn first_line(text: &Untrusted) -> &str {
    text.as_written().lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Kit;
    use crate::rules::readme::sample::project;

    #[test]
    fn what_the_project_says_of_itself_is_filled_in() {
        let kit = Kit {
            start: vec!["npm install".into(), "npm start".into()],
            test: Some("npm test".into()),
            tools: vec!["React", "Express"],
        };
        let text = whole(&Project { kit, ..project() });
        assert_eq!(
            text,
            "# Weather\n\n<!-- one or two sentences: what Weather does, and for whom -->\n\n\
             <!-- a picture: ![What the picture shows](docs/screenshot.png) -->\n\n## Run it\n\n\
             Try it: https://weather.example\n\n```sh\ngit clone https://github.com/ada/weather.git\ncd weather\nnpm install\n\
             npm start\n```\n\n## Built with\n\n- React\n- Express\n\n## Tests\n\n```sh\nnpm test\n```\n"
        );
    }
}
