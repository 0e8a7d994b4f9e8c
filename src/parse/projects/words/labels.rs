//! Labels of links, which name nothing: "Code", "Live demo", "here".

use super::{is_among, plain};

/// Labels of links to code.
const CODE_LABELS: &str = "code, source, source code, github, github repo, github repository, github link, github url, git, \
    repo, repository, repos, repositories, view code, view repo, view source, view on github, see code, see on github, \
    código, codigo, quellcode, code source, dépôt, repositorio, repositório, ソースコード, リポジトリ, front end, \
    frontend, front-end, back end, backend, back-end, client, server, api";

/// Labels of links to the running thing.
const DEMO_LABELS: &str = "live, demo, live demo, live site, live link, live url, live project, site, website, deployed, \
    deployed site, deployment, deployed link, production, heroku, netlify, vercel, app, launch, visit, \
    visit site, visit website, view live, view site, view demo, view project, try it, play, preview, \
    em produção, ver demo, ver sitio, zur seite, voir le site, デモ";

/// Labels that say nothing at all.
const BARE_LABELS: &str = "here, this, link, more, read more, learn more, details, view, see more, click here, hier, aquí, \
    ici";

/// True for a label that does not name the thing it leads to.
pub(in crate::parse::projects) fn is_label(text: &str) -> bool {
    let text = plain(text);
    text.is_empty() || [CODE_LABELS, DEMO_LABELS, BARE_LABELS].iter().any(|labels| is_among(labels, &text))
}

/// True for the label of a link to code.
pub(in crate::parse::projects) fn is_code_label(text: &str) -> bool {
    is_among(CODE_LABELS, &plain(text))
}

/// True for the label of a link to the running thing.
pub(in crate::parse::projects) fn is_demo_label(text: &str) -> bool {
    is_among(DEMO_LABELS, &plain(text))
}
