//! The words by which lists of projects, labels of links and other people's repositories are told apart.
//! Lists of words are texts, separated by a comma and a space.

mod accounts;
mod headings;
mod labels;
mod names;
mod topic;

pub(super) use accounts::is_tool;
pub(super) use headings::{is_credit_heading, is_frame_name, is_list_heading, is_list_name};
pub(super) use labels::{is_code_label, is_demo_label, is_label};
pub(super) use names::without_markup;
pub(super) use topic::{Topic, is_container, topic, topic_of_path};

/// Words that say that there are projects.
const LIST_WORDS: &str = "project, projects, portfolio, work, works, featured, apps, applications, creations, case studies, \
    projekt, projekte, arbeiten, projeto, projetos, trabalhos, proyecto, proyectos, trabajos, projet, \
    projets, réalisations, realisations, progetti, lavori, プロダクト, プロジェクト, 作品, 制作物, 实績, 项目, 專案, 프로젝트, \
    작품";

/// True for one of the words of a list.
pub(super) fn is_among(list: &str, word: &str) -> bool {
    list.split(", ").any(|known| known == word)
}

/// Lower case, without punctuation at the ends, symbols and doubled space.
pub(super) fn plain(text: &str) -> String {
    let kept: String =
        text.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '\'') { c } else { ' ' }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches('-').trim().to_lowercase()
}

/// The words of a name, in lower case: `projectsConfig`, `projects_config` and `projects-config` are two.
fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut was_lower = false;
    for c in name.chars() {
        if !c.is_alphabetic() || c.is_uppercase() && was_lower {
            parts.push(String::new());
        }
        if c.is_alphabetic() {
            parts.last_mut().into_iter().for_each(|part| part.extend(c.to_lowercase()));
        }
        was_lower = c.is_lowercase();
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// A key without marks and in lower case: `live_url`, `liveUrl` and `Live URL` are the same.
pub(super) fn squeezed(key: &str) -> String {
    key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
