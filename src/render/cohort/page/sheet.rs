//! The contact sheet: every site as a browser showed it.

use askama::Template;

use crate::cohort::Row;
use crate::cohort::column::Column;
use crate::render::escape::html as escape;

/// What stands between the table and the pictures.
#[derive(Template)]
#[template(path = "cohort/sheet.html")]
pub(super) struct Sheet {
    pub(super) has_pictures: bool,
}

#[derive(Template)]
#[template(path = "cohort/picture.html")]
pub(super) struct Picture {
    anchor: String,
    name: String,
    /// The path of the file.
    path: String,
    state: &'static str,
    word: &'static str,
}

/// The picture of a student's site; none where no browser showed it.
pub(super) fn picture(row: &Row) -> Option<Picture> {
    let name = row.name.as_ref().or(row.login.as_ref()).unwrap_or(&row.id);
    let site = row.cell(Column::Site).map(|cell| cell.state);
    Some(Picture {
        anchor: escape::anchor(&row.id.untrusted()),
        name: escape::name(&name.untrusted()),
        path: row.picture.clone()?,
        state: site.map_or("", crate::cohort::state::State::id),
        word: site.map_or("", crate::cohort::state::State::word),
    })
}
