//! One invented site of `fixtures/pages/sites.yml`: what it answers, what a person says of it, and what the report says.

use std::collections::BTreeMap;
use std::path::Path;

use foliocheck::report::Report;
use foliocheck::rule::Group;
use foliocheck::settings::{Only, Settings};
use serde::Deserialize;
use world::{Answer, Repository, Site, World, documents};

use crate::checking::{repository, settings};

/// A site, and what a person says of it; the head of the file says what the keys mean.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) why: String,
    pages: BTreeMap<String, Reply>,
    rest: Option<Reply>,
    #[serde(default)]
    other: BTreeMap<String, Reply>,
    home: Option<String>,
    pub(crate) expect: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) says: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) browser: BTreeMap<String, String>,
}

/// What a path answers.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Reply {
    Body(String),
    Full {
        #[serde(default)]
        body: String,
        status: Option<u16>,
        #[serde(rename = "type")]
        content_type: Option<String>,
        to: Option<String>,
        then: Option<String>,
    },
}

const PROSE: &str = "<p>I keep the books of forty firms, and I write the programs that do the dull part of it. \
    Numbers that agree please me, and so do pages that load at once. Here is what I made in the last year.</p>";

const RESUME: &str = "Ada Example\nada@ada.example\nExperience\nBookkeeper at Forty Firms, 2019 to 2023\n\
    Wrote the programs that compare what was ordered with what was paid\nEducation\nSchool of Programs, 2024\n\
    Skills\nRust, SQL, patience with columns of numbers, and plain words for those who have to read them\n\
    Languages\nEnglish and a little French for the firms across the water";

const SAMPLE: &str = "Your Name\nJob Title\n123 Main Street\n(123) 456-7890\nExperience\nCompany Name, City\n\
    Describe what was done there and what came of it, in two or three lines that begin with a verb\nEducation\n\
    University Name\nName the degree and the year, and what is worth telling about it to a stranger\nSkills\n\
    List what matters for the work that is wanted, most important first, and leave out the rest of it";

/// All of them.
pub(crate) fn cases() -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/pages/sites.yml");
    serde_saphyr::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

impl Case {
    /// Serves the site in a world, with a repository that names it in its "About" box; gives what to check.
    pub(crate) fn settings(&self, world: &World) -> Settings {
        let (site, other) = (world.site(), world.site());
        // Another name, so that it is another host.
        let elsewhere = other.url.replace("127.0.0.1", "localhost");
        for (path, reply) in &self.other {
            reply.serve(&other, path, &elsewhere);
        }
        for (path, reply) in &self.pages {
            reply.serve(&site, path, &elsewhere);
        }
        let home = site.at(self.home.as_deref().unwrap_or("/"));
        if let Some(rest) = &self.rest {
            let _ = site.elsewhere(rest.answer(&elsewhere));
        }
        world.add(Repository::new("ada/portfolio").file("README.md", "# Portfolio").homepage(&home));
        let only = Only::Listed { groups: vec![Group::Site, Group::Resume], rules: Vec::new() };
        Settings { only, ..settings(repository("ada/portfolio"), world) }
    }
}

impl Reply {
    fn serve(&self, site: &Site, path: &str, other: &str) {
        if let Self::Full { then: Some(then), .. } = self {
            site.set(path, body(then, other));
            let _ = site.clone().first(path, self.answer(other));
        } else {
            site.set(path, self.answer(other));
        }
    }

    fn answer(&self, other: &str) -> Answer {
        let Self::Full { body: text, status, content_type, to, .. } = self else {
            let Self::Body(text) = self else { unreachable!("there are two forms") };
            return body(text, other);
        };
        if let Some(to) = to {
            return Answer::redirect(&to.replace("{other}", other));
        }
        let answer = body(text, other).status(status.unwrap_or(200));
        match content_type {
            Some(content_type) => answer.header("content-type", content_type),
            None => answer,
        }
    }
}

/// A page, a script, or the document of that name.
fn body(text: &str, other: &str) -> Answer {
    match text.strip_prefix('@') {
        Some(name) => document(name),
        None if text.starts_with("// script") => Answer::new("text/javascript", text.to_owned()),
        None if text.contains("<html") => Answer::html(text.replace("{other}", other)),
        None => Answer::html(format!(
            "<!doctype html><html lang=en><head><title>Ada Example</title><meta name=viewport \
             content='width=device-width'></head><body><h1>Ada Example</h1>{PROSE}{}</body></html>",
            text.replace("{other}", other)
        )),
    }
}

fn document(name: &str) -> Answer {
    match name {
        "pdf" => Answer::pdf(documents::text_pdf(&[RESUME])),
        "sample-pdf" => Answer::pdf(documents::text_pdf(&[SAMPLE])),
        "phone-pdf" => Answer::pdf(documents::text_pdf(&[&format!("{RESUME}\n(303) 555-0142")])),
        "long-pdf" => Answer::pdf(documents::text_pdf(&[RESUME; 5])),
        "image-pdf" => Answer::pdf(documents::image_pdf()),
        "locked-pdf" => Answer::pdf(documents::encrypted_pdf()),
        "cut-pdf" => Answer::pdf(documents::cut_pdf()),
        "no-pages-pdf" => Answer::pdf(documents::empty_pdf()),
        "word" => Answer::new(
            "application/octet-stream",
            &b"PK\x03\x04\x14\0[Content_Types].xml word/document.xml"[..],
        ),
        "picture" => Answer::new("image/png", &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..]),
        "empty" => Answer::html(""),
        "resume-page" => Answer::html(format!(
            "<html><title>Resume</title><body><h1>Ada Example</h1><p>ada@ada.example</p><h2>Experience</h2>{}\
             <h2>Education</h2>{PROSE}<h2>Skills</h2>{PROSE}</body></html>",
            PROSE.repeat(3)
        )),
        unknown => panic!("there is no document {unknown}"),
    }
}

/// The verdict of a rule.
pub(crate) fn verdict(report: &Report, rule: &str) -> &'static str {
    let finding = report.findings.iter().find(|finding| finding.rule.id == rule);
    finding.map_or("not judged", |finding| finding.verdict.label())
}

/// What a rule says, and what there is to do.
pub(crate) fn said(report: &Report, rule: &str) -> String {
    let finding = report.findings.iter().find(|finding| finding.rule.id == rule);
    finding.map(|finding| format!("{:?} {:?}", finding.text, finding.fix)).unwrap_or_default()
}
