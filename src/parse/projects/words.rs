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

/// True for a heading of a list of projects ("My Projects", "Featured work").
pub(super) fn is_list_heading(heading: &str) -> bool {
    let heading = plain(heading);
    let words: Vec<&str> = heading.split(' ').collect();
    words.len() <= 6
        && LIST_WORDS.iter().any(|word| words.contains(word) || word.contains(' ') && heading.contains(word))
        || LIST_WORDS.iter().any(|word| !word.is_ascii() && heading.contains(word))
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
