//! Headings, ids and classes that say what stands below or inside.

use super::{LIST_WORDS, is_among, parts, plain};

/// Words that may stand beside those of a list without naming one project.
const HEADING_WORDS: &str = "a, academic, all, and, are, below, best, bootcamp, built, case, check, class, client, coding, \
    college, completed, course, created, current, development, done, favorite, favourite, featured, \
    few, for, freelance, from, gallery, github, group, have, here, highlights, i, i've, in, key, \
    latest, list, made, main, make, mini, more, most, my, notable, of, on, open, other, our, out, past, \
    personal, previous, professional, recent, samples, school, see, selected, selection, showcase, \
    side, small, software, solo, some, source, studies, study, team, technical, that, the, these, \
    things, to, top, university, view, web, what, with, worked, working, ive, mes, meus, meine, mis, \
    nos, alguns, algunos, i'm, proud, recentes, personales, pessoais, personnels, eigene, ausgewählte, \
    destacados, últimos, ultimos, de, os";

/// Headings of lists of projects in which no single word says so.
const HEADING_PHRASES: &str = "things i've built, things i built, what i've built, what i've made, what i built, things i've made, \
    some things i've built, case studies, my creations, stuff i've made, what i've been working on";

/// Headings under which other people's repositories, or none, are linked.
const CREDIT_WORDS: &str = "credit, credits, acknowledgements, acknowledgments, acknowledgement, thanks, resources, references, \
    built with, technologies, tech stack, tools, license, licence, contact, inspiration, attribution, \
    installation, install, getting started, setup, usage, contributing, dependencies, theme, \
    documentation, connect, about me, socials, blog, blog posts, courses, certifications, skills, \
    template, features, how to use, stats, contributors";

/// The most words that a heading of a list has.
const MAX_WORDS: usize = 7;

/// True for a heading of a list of projects ("My Projects", "Featured work"), not for one that names a project
/// ("Weather project").
pub(in crate::parse::projects) fn is_list_heading(heading: &str) -> bool {
    let heading = plain(heading);
    if is_among(HEADING_PHRASES, &heading) {
        return true;
    }
    if heading.chars().any(is_unspaced) {
        let is_short = heading.chars().count() <= 12;
        return is_short && LIST_WORDS.split(", ").any(|word| !word.is_ascii() && heading.contains(word));
    }
    let words: Vec<&str> = heading.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let is_list = |word: &&str| is_among(LIST_WORDS, word);
    words.len() <= MAX_WORDS
        && words.iter().any(is_list)
        && words.iter().all(|word| is_list(word) || is_among(HEADING_WORDS, word))
}

/// Characters of scripts that put no spaces between words.
fn is_unspaced(c: char) -> bool {
    c.is_alphabetic() && c >= '\u{2e80}'
}

/// True for a heading under which other people's work, or no work, is linked.
pub(in crate::parse::projects) fn is_credit_heading(heading: &str) -> bool {
    let heading = plain(heading);
    CREDIT_WORDS.split(", ").any(|word| heading == word || heading.starts_with(&format!("{word} ")))
}

/// Parts of ids and classes of elements that hold projects.
const HOLDER_NAMES: &str = "projects, project, portfolio, work, works, projekte, projetos, proyectos";

/// Parts that may stand beside these.
const HOLDER_KINDS: &str =
    "section, sect, list, grid, container, wrapper, gallery, area, page, content, cards, my, main, row, box";

/// True for the id or class of an element that holds projects.
pub(in crate::parse::projects) fn is_list_name(name: &str) -> bool {
    let parts = parts(name);
    let holds = |part: &String| is_among(HOLDER_NAMES, part);
    parts.iter().any(holds) && parts.iter().all(|part| holds(part) || is_among(HOLDER_KINDS, part))
}

/// Parts of ids and classes of elements that frame a page.
const FRAME_NAMES: &str =
    "nav, navbar, navigation, navlinks, menu, footer, social, socials, sidebar, breadcrumb, breadcrumbs";

/// True for the id or class of an element that frames a page.
pub(in crate::parse::projects) fn is_frame_name(name: &str) -> bool {
    parts(name).iter().any(|part| is_among(FRAME_NAMES, part))
}
