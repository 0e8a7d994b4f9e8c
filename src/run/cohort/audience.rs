//! Names stay where the school alone reads: said before anybody is asked, and again before anything is published.

use crate::cli::{CohortRun, Place, Publish};
use crate::cohort::public::{Key, veiled};
use crate::cohort::{Roster, Row};
use crate::gather::cohort::audience::{Audience, KEY, Lasts, fetch_audience, fetch_key};
use crate::rules;
use crate::settings::Environment;

/// What is said beside the reason why everybody can read.
pub(super) const NAMES_WOULD_BE_PUBLIC: &str = "this would publish the names of students: add `--public` to `cohort run` for \
     pseudonyms, or `--names-in-public` where every student agreed";

/// The key of a run whose students get pseudonyms; none where they keep their names.
///
/// # Errors
/// Where names would be published, or pseudonyms would not match.
pub(super) fn key(flags: &CohortRun, environment: &Environment) -> Result<Option<Key>, String> {
    if !flags.form.public {
        return refuse_names(&flags.publish, environment).map(|()| None);
    }
    let (key, lasts) = fetch_key(environment)?;
    if lasts == Lasts::ForThisRun && (flags.shard.is_some() || flags.resume) {
        return Err(format!(
            "`--public` with `--shard` or `--resume` needs the same pseudonyms every time: set `{KEY}` to a secret of the school"
        ));
    }
    Ok(Some(key))
}

/// Puts the roster in the order of the pseudonyms: its own order, often that of the names, would tell who is who.
pub(super) fn shuffle(roster: &mut Roster, key: &Key) {
    roster.students.sort_by_cached_key(|student| key.pseudonym(&student.id));
}

/// The row as it is written down: with a pseudonym where everybody may read it.
pub(super) fn written(key: Option<&Key>, row: Row) -> Row {
    let statement = |id: &str| rules::find(id).map_or("", |rule| rule.statement);
    match key {
        Some(key) => veiled(row, key, statement),
        None => row,
    }
}

/// Refuses names where everybody can read them.
///
/// # Errors
/// Why everybody can, and what would be right.
pub(super) fn refuse_names(flags: &Publish, environment: &Environment) -> Result<(), String> {
    let audience = match flags.place {
        Place::Here => fetch_audience(environment),
        Place::Site => Audience::Everybody("everybody can open that site".into()),
    };
    match audience {
        Audience::Everybody(why) if !flags.names_in_public => {
            Err(format!("{why}, and {NAMES_WOULD_BE_PUBLIC}"))
        }
        Audience::Everybody(_) | Audience::School => Ok(()),
    }
}
