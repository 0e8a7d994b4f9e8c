//! The words by which lists of projects, labels of links and other people's repositories are told apart.

use crate::facts::RepoName;

/// Words of headings and names of lists that hold projects.
const LIST_WORDS: &[&str] = &[
    "project",
    "projects",
    "portfolio",
    "work",
    "works",
    "featured",
    "apps",
    "applications",
    "creations",
    "case studies",
    "projekt",
    "projekte",
    "arbeiten",
    "projeto",
    "projetos",
    "trabalhos",
    "proyecto",
    "proyectos",
    "trabajos",
    "projet",
    "projets",
    "réalisations",
    "realisations",
    "progetti",
    "lavori",
    "プロダクト",
    "プロジェクト",
    "作品",
    "制作物",
    "实績",
    "项目",
    "專案",
    "프로젝트",
    "작품",
];

/// Labels of links to code; such a label names nothing.
const CODE_LABELS: &[&str] = &[
    "code",
    "source",
    "source code",
    "github",
    "github repo",
    "github repository",
    "github link",
    "github url",
    "git",
    "repo",
    "repository",
    "view code",
    "view repo",
    "view source",
    "view on github",
    "see code",
    "see on github",
    "código",
    "codigo",
    "quellcode",
    "code source",
    "dépôt",
    "repositorio",
    "repositório",
    "ソースコード",
    "リポジトリ",
    "front end",
    "frontend",
    "front-end",
    "back end",
    "backend",
    "back-end",
    "client",
    "server",
    "api",
];

/// Labels of links to the running thing.
const DEMO_LABELS: &[&str] = &[
    "live",
    "demo",
    "live demo",
    "live site",
    "live link",
    "live url",
    "live project",
    "site",
    "website",
    "deployed",
    "deployed site",
    "deployment",
    "deployed link",
    "production",
    "heroku",
    "netlify",
    "vercel",
    "app",
    "launch",
    "visit",
    "visit site",
    "visit website",
    "view live",
    "view site",
    "view demo",
    "view project",
    "try it",
    "play",
    "preview",
    "em produção",
    "ver demo",
    "ver sitio",
    "zur seite",
    "voir le site",
    "デモ",
];

/// Labels that say nothing at all.
const BARE_LABELS: &[&str] = &[
    "here",
    "this",
    "link",
    "more",
    "read more",
    "learn more",
    "details",
    "view",
    "see more",
    "click here",
    "hier",
    "aquí",
    "ici",
];

/// Headings under which other people's repositories are linked.
const CREDIT_WORDS: &[&str] = &[
    "credit",
    "credits",
    "acknowledgements",
    "acknowledgments",
    "acknowledgement",
    "thanks",
    "resources",
    "references",
    "built with",
    "technologies",
    "tech stack",
    "tools",
    "license",
    "licence",
    "contact",
    "inspiration",
    "attribution",
    "installation",
    "install",
    "getting started",
    "setup",
    "usage",
    "contributing",
    "dependencies",
    "theme",
    "documentation",
    "connect",
    "about me",
    "socials",
    "blog",
    "blog posts",
    "courses",
    "certifications",
    "skills",
    "template",
    "features",
    "how to use",
    "stats",
    "contributors",
];

/// Accounts that publish tools, themes, templates and course material, not students' projects.
const TOOL_ACCOUNTS: &[&str] = &[
    "11ty",
    "actions",
    "adam-p",
    "alembic",
    "angular",
    "app-academy",
    "appacademy",
    "axios",
    "babel",
    "badges",
    "barryclark",
    "bootstrapmade",
    "bradlc",
    "bradtraversy",
    "code-institute-org",
    "codecademy",
    "daattali",
    "denoland",
    "django",
    "emailjs-com",
    "expressjs",
    "facebook",
    "facebookincubator",
    "firebase",
    "fortawesome",
    "framer",
    "freecodecamp",
    "gatsbyjs",
    "github",
    "gohugoio",
    "google",
    "googlechrome",
    "greensock",
    "heroku",
    "html5up",
    "imfunniee",
    "jekyll",
    "jquery",
    "kentcdodds",
    "learn-co-curriculum",
    "learn-co-students",
    "ljharb",
    "mdn",
    "microsoft",
    "mmistakes",
    "mrdoob",
    "mui",
    "nodejs",
    "nuxt",
    "othneildrew",
    "pages-themes",
    "poole",
    "prettier",
    "rails",
    "react-bootstrap",
    "react-icons",
    "reactjs",
    "reduxjs",
    "remix-run",
    "ruby",
    "shadcn-ui",
    "sindresorhus",
    "solidjs",
    "startbootstrap",
    "storybookjs",
    "styled-components",
    "sveltejs",
    "tailwindlabs",
    "theodinproject",
    "topics",
    "turingschool",
    "turingschool-examples",
    "twbs",
    "typescript-eslint",
    "vercel",
    "vitejs",
    "vuejs",
    "webpack",
    "withastro",
    "zeit",
];

/// Lower case, without punctuation at the ends, symbols and doubled space.
pub(super) fn plain(text: &str) -> String {
    let kept: String =
        text.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '\'') { c } else { ' ' }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches('-').trim().to_lowercase()
}

/// Words that may stand beside these in a heading without naming one project.
const HEADING_WORDS: &[&str] = &[
    "a",
    "academic",
    "all",
    "and",
    "are",
    "below",
    "best",
    "bootcamp",
    "built",
    "case",
    "check",
    "class",
    "client",
    "coding",
    "college",
    "completed",
    "course",
    "created",
    "current",
    "development",
    "done",
    "favorite",
    "favourite",
    "featured",
    "few",
    "for",
    "freelance",
    "from",
    "gallery",
    "github",
    "group",
    "have",
    "here",
    "highlights",
    "i",
    "i've",
    "in",
    "key",
    "latest",
    "list",
    "made",
    "main",
    "make",
    "mini",
    "more",
    "most",
    "my",
    "notable",
    "of",
    "on",
    "open",
    "other",
    "our",
    "out",
    "past",
    "personal",
    "previous",
    "professional",
    "recent",
    "samples",
    "school",
    "see",
    "selected",
    "selection",
    "showcase",
    "side",
    "small",
    "software",
    "solo",
    "some",
    "source",
    "studies",
    "study",
    "team",
    "technical",
    "that",
    "the",
    "these",
    "things",
    "to",
    "top",
    "university",
    "view",
    "web",
    "what",
    "with",
    "worked",
    "working",
    "ive",
    "mes",
    "meus",
    "meine",
    "mis",
    "nos",
    "alguns",
    "algunos",
    "i'm",
    "proud",
    "recentes",
    "personales",
    "pessoais",
    "personnels",
    "eigene",
    "ausgewählte",
    "destacados",
    "últimos",
    "ultimos",
    "de",
    "os",
];

/// Headings of lists of projects in which no single word says so.
const HEADING_PHRASES: &[&str] = &[
    "things i've built",
    "things i built",
    "what i've built",
    "what i've made",
    "what i built",
    "things i've made",
    "some things i've built",
    "case studies",
    "my creations",
    "stuff i've made",
    "what i've been working on",
];

/// True for a heading of a list of projects ("My Projects", "Featured work").
pub(super) fn is_list_heading(heading: &str) -> bool {
    let heading = plain(heading);
    if HEADING_PHRASES.contains(&heading.as_str()) {
        return true;
    }
    if heading.chars().any(|c| c.is_alphabetic() && c as u32 > 0x2e80) {
        return heading.chars().count() <= 12
            && LIST_WORDS.iter().any(|word| !word.is_ascii() && heading.contains(word));
    }
    let words: Vec<&str> = heading.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let lists = words.iter().filter(|word| LIST_WORDS.contains(word)).count();
    let fills = words.iter().all(|word| LIST_WORDS.contains(word) || HEADING_WORDS.contains(word));
    lists > 0 && fills && words.len() <= 7
}

/// True for the id or class of an element that frames a page.
pub(super) fn is_frame_name(name: &str) -> bool {
    let frames = [
        "nav",
        "navbar",
        "navigation",
        "navlinks",
        "menu",
        "footer",
        "social",
        "socials",
        "sidebar",
        "breadcrumb",
        "breadcrumbs",
    ];
    parts(name).iter().any(|part| frames.contains(&part.as_str()))
}

/// True for the id or class of an element that holds projects.
pub(super) fn is_list_name(name: &str) -> bool {
    let parts = parts(name);
    let is_list = |part: &String| {
        matches!(
            part.as_str(),
            "projects" | "project" | "portfolio" | "work" | "works" | "projekte" | "projetos" | "proyectos"
        )
    };
    let may_follow = |part: &String| {
        matches!(
            part.as_str(),
            "section"
                | "sect"
                | "list"
                | "grid"
                | "container"
                | "wrapper"
                | "gallery"
                | "area"
                | "page"
                | "content"
                | "cards"
                | "my"
                | "main"
                | "row"
                | "box"
        )
    };
    parts.iter().any(is_list) && parts.iter().all(|part| is_list(part) || may_follow(part))
}

/// True for a heading under which other people's work, or no work, is linked.
pub(super) fn is_credit_heading(heading: &str) -> bool {
    let heading = plain(heading);
    CREDIT_WORDS.iter().any(|word| heading == *word || heading.starts_with(&format!("{word} ")))
}

/// True for a label that does not name the thing it leads to.
pub(super) fn is_label(text: &str) -> bool {
    let text = plain(text);
    text.is_empty() || is_code_label(&text) || is_demo_label(&text) || BARE_LABELS.contains(&text.as_str())
}

/// True for the label of a link to code.
pub(super) fn is_code_label(text: &str) -> bool {
    CODE_LABELS.contains(&plain(text).as_str())
}

/// True for the label of a link to the running thing.
pub(super) fn is_demo_label(text: &str) -> bool {
    DEMO_LABELS.contains(&plain(text).as_str())
}

/// True for a repository of a tool, a theme or a course.
pub(super) fn is_tool(name: &RepoName) -> bool {
    TOOL_ACCOUNTS.iter().any(|account| name.owner().eq_ignore_ascii_case(account))
}

/// What a list, a file or a record says it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    /// Projects.
    Projects,
    /// Something else.
    Other,
}

/// Words in names of lists that are about something else.
const OTHER_WORDS: &[&str] = &[
    "about",
    "achievement",
    "achievements",
    "address",
    "articles",
    "award",
    "awards",
    "badges",
    "blog",
    "blogs",
    "career",
    "certificate",
    "certificates",
    "certification",
    "certifications",
    "clients",
    "contact",
    "contacts",
    "course",
    "courses",
    "coursework",
    "dependencies",
    "education",
    "employment",
    "experience",
    "experiences",
    "faq",
    "features",
    "filters",
    "footer",
    "friends",
    "hobbies",
    "icons",
    "images",
    "interests",
    "job",
    "jobs",
    "language",
    "languages",
    "locale",
    "menu",
    "menus",
    "messages",
    "nav",
    "navbar",
    "navigation",
    "navlinks",
    "news",
    "pages",
    "partners",
    "photos",
    "plugins",
    "post",
    "posts",
    "presentations",
    "press",
    "pricing",
    "publications",
    "quotes",
    "resume",
    "routes",
    "scripts",
    "services",
    "setup",
    "sidebar",
    "skill",
    "skills",
    "social",
    "socials",
    "speaking",
    "stack",
    "stats",
    "steps",
    "talks",
    "tags",
    "team",
    "tech",
    "technologies",
    "technology",
    "testimonials",
    "testimonial",
    "theme",
    "themes",
    "timeline",
    "tools",
    "tutorials",
    "volunteer",
    "volunteering",
    "writing",
    "ausbildung",
    "erfahrung",
    "formacion",
    "educacion",
    "experiencia",
    "habilidades",
    "formation",
];

/// Names of lists that say nothing about what is in them.
const CONTAINERS: &[&str] = &[
    "contents",
    "content",
    "items",
    "list",
    "data",
    "entries",
    "cards",
    "elements",
    "children",
    "values",
    "array",
    "collection",
];

/// True for a name that says only that there is a list.
pub(super) fn is_container(name: &str) -> bool {
    CONTAINERS.contains(&squeezed(name).as_str())
}

/// What a name is about, read word by word (`projectsConfig`, `_work-items`); none where it says nothing.
pub(super) fn topic(name: &str) -> Option<Topic> {
    let parts = parts(name);
    let is_other = parts.iter().any(|part| OTHER_WORDS.contains(&part.as_str()));
    let is_projects = parts.iter().any(|part| LIST_WORDS.contains(&part.as_str()) || is_plural_project(part));
    match (is_projects, is_other) {
        (_, true) => Some(Topic::Other),
        (true, false) => Some(Topic::Projects),
        (false, false) => None,
    }
}

fn is_plural_project(part: &str) -> bool {
    part.contains("project") || part.contains("portfolio")
}

/// What a path is about: its name, else the folder it lies in. A folder at the top may be called after the whole.
pub(super) fn topic_of_path(path: &str) -> Option<Topic> {
    let without_ending = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let parts: Vec<&str> = without_ending.split('/').collect();
    let (name, folders) = parts.split_last()?;
    let folder = folders.last().filter(|folder| folders.len() > 1 || !folder.contains("portfolio"));
    topic(name).or_else(|| topic(folder?))
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

/// A name without Markdown and tags: "Chess ([Repository](https://...))" is "Chess".
pub(super) fn without_markup(name: &str) -> String {
    let mut plain_name = String::new();
    let mut rest = name;
    while let Some(open) = rest.find(['[', '<']) {
        plain_name.push_str(&rest[..open]);
        let tail = &rest[open..];
        let (label, after) = if tail.starts_with('<') { tag(tail) } else { markdown_link(tail) };
        if !is_label(label) && !label.contains("://") {
            plain_name.push_str(label);
        }
        rest = after;
    }
    plain_name.push_str(rest);
    let plain_name = plain_name.replace("()", " ").replace("**", "");
    plain_name
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .trim_matches(['-', ':', '|', ' ', ','])
        .to_owned()
}

/// The label of a link at the beginning of a text, and what follows the link.
fn markdown_link(text: &str) -> (&str, &str) {
    let Some(close) = text.find(']') else { return ("", &text[1..]) };
    let after = &text[close + 1..];
    let end = after.starts_with('(').then(|| after.find(')')).flatten();
    (&text[1..close], end.map_or(after, |end| &after[end + 1..]))
}

/// Nothing, and what follows the tag at the beginning of a text.
fn tag(text: &str) -> (&str, &str) {
    ("", text.find('>').map_or("", |end| &text[end + 1..]))
}
