//! What lists, files and records are about, by what they are called.

use super::{LIST_WORDS, is_among, parts, squeezed};

/// What something is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::parse::projects) enum Topic {
    /// Projects.
    Projects,
    /// Something else.
    Other,
}

/// Words in names of lists that are about something else.
const OTHER_WORDS: &str = "about, achievement, achievements, address, articles, award, awards, badges, blog, blogs, career, \
    certificate, certificates, certification, certifications, clients, contact, contacts, course, \
    courses, coursework, dependencies, education, employment, experience, experiences, faq, features, \
    filters, footer, friends, hobbies, icons, images, interests, job, jobs, language, languages, \
    locale, menu, menus, messages, nav, navbar, navigation, navlinks, news, pages, partners, photos, \
    plugins, post, posts, presentations, press, pricing, publications, quotes, resume, routes, scripts, \
    services, setup, sidebar, skill, skills, social, socials, speaking, stack, stats, steps, talks, \
    tags, team, tech, technologies, technology, testimonials, testimonial, theme, themes, timeline, \
    tools, tutorials, volunteer, volunteering, writing, ausbildung, erfahrung, formacion, educacion, \
    experiencia, habilidades, formation";

/// Names of lists that say nothing about what is in them.
const CONTAINERS: &str = "contents, content, items, list, data, entries, cards, elements, children, values, array, \
    collection";

/// True for a name that says only that there is a list.
pub(in crate::parse::projects) fn is_container(name: &str) -> bool {
    is_among(CONTAINERS, &squeezed(name))
}

/// What a name is about, read word by word (`projectsConfig`, `_work-items`); none where it says nothing.
pub(in crate::parse::projects) fn topic(name: &str) -> Option<Topic> {
    let parts = parts(name);
    if parts.iter().any(|part| is_among(OTHER_WORDS, part)) {
        return Some(Topic::Other);
    }
    let is_list =
        |part: &String| is_among(LIST_WORDS, part) || part.contains("project") || part.contains("portfolio");
    parts.iter().any(is_list).then_some(Topic::Projects)
}

/// What a path is about: its name, else the folder it lies in. A folder at the top may be called after the whole.
pub(in crate::parse::projects) fn topic_of_path(path: &str) -> Option<Topic> {
    let without_ending = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let parts: Vec<&str> = without_ending.split('/').collect();
    let (name, folders) = parts.split_last()?;
    let folder = folders.last().filter(|folder| folders.len() > 1 || !folder.contains("portfolio"));
    topic(name).or_else(|| topic(folder?))
}
