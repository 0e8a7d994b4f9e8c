//! What an address in a README leads to, as far as the address itself tells.

/// What an address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leads {
    /// To an application or page of somebody: hosts where people publish what they made.
    Live,
    /// To code.
    Code,
    /// To a tool, a profile, a picture, a document: not to the thing itself.
    Elsewhere,
    /// To another host that is not known.
    Unknown,
    /// To a file of the repository, or a heading of the page.
    Inside,
    /// To the author's own machine.
    Localhost,
    /// Nowhere.
    Nowhere,
}

/// Where people publish what they made.
const LIVE: &[&str] = &[
    "github.io",
    "gitlab.io",
    "netlify.app",
    "netlify.com",
    "vercel.app",
    "now.sh",
    "herokuapp.com",
    "surge.sh",
    "onrender.com",
    "railway.app",
    "fly.dev",
    "web.app",
    "firebaseapp.com",
    "pages.dev",
    "workers.dev",
    "glitch.me",
    "repl.co",
    "replit.app",
    "replit.dev",
    "azurewebsites.net",
    "azurestaticapps.net",
    "amplifyapp.com",
    "cloudfront.net",
    "appspot.com",
    "run.app",
    "streamlit.app",
    "hf.space",
    "itch.io",
    "play.google.com",
    "apps.apple.com",
    "chromewebstore.google.com",
    "addons.mozilla.org",
    "pythonanywhere.com",
    "000webhostapp.com",
    "infinityfreeapp.com",
    "epizy.com",
    "codepen.io",
    "codesandbox.io",
    "stackblitz.com",
    "colab.research.google.com",
    "scratch.mit.edu",
    "wixsite.com",
    "weebly.com",
    "webflow.io",
    "framer.app",
    "framer.website",
    "tiiny.site",
    "lovable.app",
    "deno.dev",
    "neocities.org",
    "gumroad.com",
    "shinyapps.io",
    "expo.dev",
    "kesug.com",
    "rf.gd",
    "koyeb.app",
    "cyclic.app",
    "adaptable.app",
    "up.railway.app",
    "render.com",
    "mybluemix.net",
    "ngrok.io",
    "is-a.dev",
    "js.org",
];

/// Where code lies.
const CODE: &[&str] = &[
    "github.com",
    "gitlab.com",
    "bitbucket.org",
    "githubusercontent.com",
    "gist.github.com",
    "codeberg.org",
    "sourceforge.net",
    "bit.dev",
];

/// Tools, profiles, pictures, documents.
const ELSEWHERE: &[&str] = &[
    "shields.io",
    "badgen.net",
    "travis-ci.org",
    "travis-ci.com",
    "circleci.com",
    "codecov.io",
    "coveralls.io",
    "badge.fury.io",
    "npmjs.com",
    "npmjs.org",
    "yarnpkg.com",
    "nodejs.org",
    "reactjs.org",
    "react.dev",
    "vuejs.org",
    "angular.io",
    "angular.dev",
    "svelte.dev",
    "nextjs.org",
    "gatsbyjs.com",
    "gatsbyjs.org",
    "vitejs.dev",
    "vite.dev",
    "getbootstrap.com",
    "tailwindcss.com",
    "jquery.com",
    "python.org",
    "djangoproject.com",
    "palletsprojects.com",
    "rubyonrails.org",
    "ruby-lang.org",
    "rubygems.org",
    "php.net",
    "laravel.com",
    "oracle.com",
    "java.com",
    "spring.io",
    "mongodb.com",
    "mysql.com",
    "postgresql.org",
    "sqlite.org",
    "firebase.google.com",
    "docker.com",
    "git-scm.com",
    "typescriptlang.org",
    "mozilla.org",
    "w3schools.com",
    "w3.org",
    "wikipedia.org",
    "stackoverflow.com",
    "youtube.com",
    "youtu.be",
    "vimeo.com",
    "loom.com",
    "linkedin.com",
    "twitter.com",
    "x.com",
    "facebook.com",
    "instagram.com",
    "dev.to",
    "medium.com",
    "hashnode.com",
    "figma.com",
    "trello.com",
    "dribbble.com",
    "behance.net",
    "unsplash.com",
    "pexels.com",
    "imgur.com",
    "giphy.com",
    "cloudinary.com",
    "fontawesome.com",
    "fonts.google.com",
    "flaticon.com",
    "icons8.com",
    "undraw.co",
    "opensource.org",
    "choosealicense.com",
    "creativecommons.org",
    "gnu.org",
    "apache.org",
    "contributor-covenant.org",
    "jekyllrb.com",
    "gohugo.io",
    "astro.build",
    "frontendmentor.io",
    "freecodecamp.org",
    "theodinproject.com",
    "learn.co",
    "turing.edu",
    "turing.io",
    "docs.google.com",
    "drive.google.com",
    "discord.gg",
    "discord.com",
    "slack.com",
    "gitter.im",
    "t.me",
    "buymeacoffee.com",
    "ko-fi.com",
    "paypal.com",
    "patreon.com",
    "skillicons.dev",
    "visualstudio.com",
    "jetbrains.com",
    "postman.com",
    "swagger.io",
    "openai.com",
    "kaggle.com",
    "expo.io",
    "flutter.dev",
    "dart.dev",
    "rust-lang.org",
    "golang.org",
    "go.dev",
    "kotlinlang.org",
    "unity.com",
    "unity3d.com",
    "npmtrends.com",
    "gnuplot.info",
    "img.youtube.com",
    "simpleicons.org",
    "devicon.dev",
    "google.com",
    "example.com",
    "w3.css",
    "colorlib.com",
    "html5up.net",
    "startbootstrap.com",
    "bootstrapmade.com",
    "sourcerer.io",
    "libraries.io",
    "snyk.io",
    "david-dm.org",
    "codeclimate.com",
    "readthedocs.io",
    "readthedocs.org",
    "jsdelivr.net",
    "unpkg.com",
    "cdnjs.com",
    "json.org",
];

/// Names that say that a host is nobody's yet.
const SLOT_HOSTS: &[&str] =
    &["example.com", "linkexample.com", "yourwebsite.com", "your-link-here.com", "link.com"];

/// What an address leads to.
pub(super) fn leads(url: &str) -> Leads {
    let url = url.trim().trim_end_matches(['.', ',', ';', ')', ']', '>']);
    if url.is_empty() || url == "#" || url.eq_ignore_ascii_case("url") || url.eq_ignore_ascii_case("link") {
        return Leads::Nowhere;
    }
    let Some(rest) = after_scheme(url) else { return without_scheme(url) };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let is_one_of = |hosts: &[&str]| hosts.iter().any(|known| ends_with_host(host, known));
    if matches!(host, "localhost" | "127.0.0.1" | "0.0.0.0") {
        Leads::Localhost
    } else if host.is_empty() || is_one_of(SLOT_HOSTS) || !host.contains('.') {
        Leads::Nowhere
    } else if is_one_of(LIVE) || rest.contains("huggingface.co/spaces/") || rest.contains("/webstore/detail/")
    {
        Leads::Live
    } else if is_one_of(CODE) {
        Leads::Code
    } else if is_one_of(ELSEWHERE) {
        Leads::Elsewhere
    } else {
        Leads::Unknown
    }
}

fn after_scheme(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("//")?;
    matches!(scheme.to_ascii_lowercase().as_str(), "" | "http:" | "https:").then_some(rest)
}

fn without_scheme(url: &str) -> Leads {
    if url.starts_with("mailto:") || url.starts_with("tel:") {
        return Leads::Elsewhere;
    }
    let host = url.split('/').next().unwrap_or_default().to_ascii_lowercase();
    if LIVE.iter().any(|known| host.len() > known.len() && ends_with_host(&host, known)) {
        return Leads::Live;
    }
    if host.starts_with("www.") { Leads::Unknown } else { Leads::Inside }
}

/// True for a bare domain in prose (`see tea.example.com`), without the names of tools that look like one.
pub(super) fn is_domain(word: &str) -> bool {
    const ENDINGS: [&str; 15] = [
        ".com", ".net", ".org", ".dev", ".app", ".me", ".site", ".tech", ".xyz", ".codes", ".design",
        ".info", ".de", ".fr", ".co.uk",
    ];
    let word = word.trim_matches(|next: char| !next.is_alphanumeric()).to_ascii_lowercase();
    let is_free = |hosts: &[&str]| !hosts.iter().any(|known| ends_with_host(&word, known));
    !word.contains(['@', '/', ':'])
        && ENDINGS.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
        && is_free(ELSEWHERE)
        && is_free(CODE)
        && is_free(SLOT_HOSTS)
}

fn ends_with_host(host: &str, known: &str) -> bool {
    host.strip_suffix(known).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// A picture that says something about the project in a word or two, instead of showing it.
pub(super) fn is_badge(url: &str) -> bool {
    const BADGES: [&str; 22] = [
        "shields.io",
        "badgen.net",
        "badge.fury.io",
        "badge.svg",
        "/badge/",
        "/badge.",
        "badges.",
        "travis-ci",
        "circleci.com",
        "codecov.io",
        "coveralls.io",
        "skillicons.dev",
        "devicon",
        "simpleicons",
        "/badges/",
        "visitor",
        "hits.",
        "sourcerer.io",
        "button.svg",
        "github-readme-stats",
        "readme-typing-svg",
        "techstack-generator",
    ];
    let lower = url.to_ascii_lowercase();
    BADGES.iter().any(|badge| lower.contains(badge))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_where_an_address_leads() {
        for (url, expected) in [
            ("https://ada.github.io/tea", Leads::Live),
            ("https://Tea-Time.netlify.app]", Leads::Live),
            ("ada.github.io", Leads::Live),
            ("https://huggingface.co/spaces/ada/tea", Leads::Live),
            ("https://github.com/ada/tea", Leads::Code),
            ("https://www.npmjs.com/package/jest", Leads::Elsewhere),
            ("mailto:ada@tea.example", Leads::Elsewhere),
            ("https://tea.dev", Leads::Unknown),
            ("http://localhost:3000", Leads::Localhost),
            ("docs/a.md", Leads::Inside),
            ("#usage", Leads::Inside),
            ("", Leads::Nowhere),
            ("#", Leads::Nowhere),
            ("https://www.example.com", Leads::Nowhere),
            ("https://", Leads::Nowhere),
        ] {
            assert_eq!(leads(url), expected, "{url}");
        }
    }
}
