//! Whose repositories are tools, themes and courses.

use super::is_among;
use crate::facts::RepoName;

/// Accounts that publish tools, themes, templates and course material, not students' projects.
const TOOL_ACCOUNTS: &str = "11ty, actions, adam-p, alembic, angular, app-academy, appacademy, axios, babel, badges, barryclark, \
    bootstrapmade, bradlc, bradtraversy, code-institute-org, codecademy, daattali, denoland, django, \
    emailjs-com, expressjs, facebook, facebookincubator, firebase, fortawesome, framer, freecodecamp, \
    gatsbyjs, github, gohugoio, google, googlechrome, greensock, heroku, html5up, imfunniee, jekyll, \
    jquery, kentcdodds, learn-co-curriculum, learn-co-students, ljharb, mdn, microsoft, mmistakes, \
    mrdoob, mui, nodejs, nuxt, othneildrew, pages-themes, poole, prettier, rails, react-bootstrap, \
    react-icons, reactjs, reduxjs, remix-run, ruby, shadcn-ui, sindresorhus, solidjs, startbootstrap, \
    storybookjs, styled-components, sveltejs, tailwindlabs, theodinproject, topics, turingschool, \
    turingschool-examples, twbs, typescript-eslint, vercel, vitejs, vuejs, webpack, withastro, zeit";

/// True for a repository of a tool, a theme or a course.
pub(in crate::parse::projects) fn is_tool(name: &RepoName) -> bool {
    is_among(TOOL_ACCOUNTS, &name.owner().to_lowercase())
}
