//! HTML -> what a visitor gets: text, headings, links, and the signs of a page that is empty before its scripts run.

mod contacts;
mod links;
mod walk;

use scraper::Html;
use url::Url;

use super::leftovers::leftovers;
use super::projects;
use crate::facts::Page;

/// A page, and what the search behind it needs.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The page as a visitor gets it.
    pub page: Page,
    /// The addresses of its scripts, in order.
    pub scripts: Vec<Url>,
    /// The text of the scripts that stand in the page itself.
    pub inline_scripts: String,
    /// True where the host had to wake the site up before it showed it.
    pub was_asleep: bool,
    /// Where the page sends its visitors at once (`<meta http-equiv="refresh">`).
    pub moves_to: Option<Url>,
}

/// Reads a page that was found at `url`.
pub fn read(url: &Url, html: &str) -> Reading {
    let document = Html::parse_document(html);
    let seen = walk::walk(&document, url);
    let is_shell = seen.is_shell();
    let titles: Vec<&str> = [&seen.title].into_iter().chain(&seen.headings).map(String::as_str).collect();
    let leftovers = leftovers(&seen.text, Some(&titles));
    let contacts = contacts::ways(&seen.links, &seen.text, seen.text_fields);
    Reading {
        page: Page {
            url: url.as_str().into(),
            title: seen.title.into(),
            text: seen.text.into(),
            words: seen.words,
            is_shell,
            has_scripts: seen.has_program,
            links: seen.links,
            headings: seen.headings.into_iter().map(Into::into).collect(),
            cards: projects::cards_of(&document, url),
            resume_sections: seen.sections.len(),
            has_viewport: seen.has_viewport,
            images_without_alt: seen.images_without_alt,
            insecure_parts: seen.insecure_parts,
            contacts,
            leftovers,
            view: None,
        },
        scripts: seen.scripts,
        inline_scripts: seen.inline_scripts,
        was_asleep: false,
        moves_to: seen.moves_to,
    }
}

/// Words of a text: runs between white space with a letter or digit in them. Scripts that write without spaces count
/// two characters as a word.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace()
        .map(|run| {
            let unspaced = run.chars().filter(|c| is_unspaced(*c)).count();
            match unspaced {
                0 => usize::from(run.chars().any(char::is_alphanumeric)),
                some => some.div_ceil(2),
            }
        })
        .sum()
}

/// Chinese characters and Japanese syllables, which are written without spaces.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{LinkKind, Untrusted};

    fn page(html: &str) -> Reading {
        read(&Url::parse("https://ada.example/home/").unwrap(), html)
    }

    #[test]
    fn links_with_names() {
        let table: &[(&str, &str, &str, LinkKind)] = &[
            ("<a href=a.pdf>My  <b>resume</b></a>", "a.pdf", "My resume", LinkKind::Anchor),
            ("<a href='a b.pdf'><button>CV</button></a>", "a b.pdf", "CV", LinkKind::Anchor),
            ("<button><a href=a.pdf>CV</a></button>", "a.pdf", "CV", LinkKind::Anchor),
            ("<a href=a.pdf aria-label='My resume'><svg></svg></a>", "a.pdf", "My resume", LinkKind::Anchor),
            ("<a href=a.pdf><img src=x alt=Resume></a>", "a.pdf", "Resume", LinkKind::Anchor),
            ("<a href=a.pdf title=CV></a>", "a.pdf", "CV", LinkKind::Anchor),
            ("<map><area href=a.pdf alt=CV></map>", "a.pdf", "CV", LinkKind::Anchor),
            ("<iframe src=a.pdf title=CV></iframe>", "a.pdf", "CV", LinkKind::Embed),
            ("<object data=a.pdf></object>", "a.pdf", "", LinkKind::Embed),
            ("<embed src=a.pdf>", "a.pdf", "", LinkKind::Embed),
            (
                "<button onclick=\"location.href='next.html'\">Enter</button>",
                "next.html",
                "Enter",
                LinkKind::Handler,
            ),
            ("<a href=# onclick=\"window.open('a.pdf')\">CV</a>", "a.pdf", "CV", LinkKind::Handler),
            ("<form action=a.pdf><button>CV</button></form>", "a.pdf", "CV", LinkKind::Handler),
            ("<a>CV</a>", "", "CV", LinkKind::Inert),
            ("<button data-tab>Resume</button>", "", "Resume", LinkKind::Inert),
            ("<!-- <a href='a.pdf'>my resume</a> -->", "a.pdf", "my resume", LinkKind::Commented),
        ];
        for (html, href, name, kind) in table {
            let links = page(html).page.links;
            assert_eq!(links.len(), 1, "{html}: {links:?}");
            let link = &links[0];
            assert_eq!((link.href.as_written(), link.name.as_written()), (*href, *name), "{html}");
            assert_eq!(link.kind, *kind, "{html}");
        }
    }

    #[test]
    fn addresses_are_made_whole() {
        let table = [
            ("resume.pdf", Some("https://ada.example/home/resume.pdf")),
            ("/resume.pdf", Some("https://ada.example/resume.pdf")),
            ("履歴書.pdf", Some("https://ada.example/home/%E5%B1%A5%E6%AD%B4%E6%9B%B8.pdf")),
            (" a b.pdf ", Some("https://ada.example/home/a%20b.pdf")),
            ("#resume", Some("https://ada.example/home/#resume")),
            ("#", None),
            ("", None),
            ("javascript:void(0)", None),
            ("mailto:ada@ada.example", Some("mailto:ada@ada.example")),
        ];
        for (href, url) in table {
            let links = page(&format!("<a href='{href}'>x</a>")).page.links;
            assert_eq!(links[0].url.as_ref().map(Untrusted::as_written), url, "{href}");
        }
        let based = page("<base href=/sub/><a href=a.pdf>x</a>").page.links;
        assert_eq!(based[0].url.as_ref().map(Untrusted::as_written), Some("https://ada.example/sub/a.pdf"));
    }

    #[test]
    fn shells() {
        let prose = "word ".repeat(120);
        let table = [
            ("<div id=root></div><script src=/a.js></script>".to_owned(), true),
            ("<noscript>You need to enable JavaScript to run this app and more words than many.</noscript><div id=root></div><script src=/a.js></script>".to_owned(), true),
            ("<app-root>Loading...</app-root><script src=/a.js></script>".to_owned(), true),
            (format!("<div id=root><p>{prose}</p></div><script src=/a.js></script>"), false),
            (format!("<p>{prose}</p><script src=/a.js></script>"), false),
            ("<h1>Ada</h1><a href=a>a</a><a href=b>b</a><a href=c>c</a><script src=/a.js></script>".to_owned(), false),
            ("<h1>Hello</h1>".to_owned(), false),
            ("<script src=/a.js></script>".to_owned(), true),
        ];
        for (html, expected) in table {
            assert_eq!(page(&html).page.is_shell, expected, "{html}");
        }
    }

    #[test]
    fn signs_of_the_page() {
        let html = "<title> Ada </title><meta name=viewport content=x><meta http-equiv=Refresh content='0; URL=home.html'>\
            <h1>Ada Lovelace</h1><nav><a href=#e>Experience</a></nav><h2>Education</h2><p>a b c</p><div>Skills</div>\
            <img src=a><script>let a = 1</script><script src=main.js></script>";
        let reading = page(html);
        assert_eq!(reading.page.title.as_written(), "Ada");
        assert_eq!(reading.moves_to.as_ref().map(Url::as_str), Some("https://ada.example/home/home.html"));
        assert_eq!(reading.page.resume_sections, 2);
        assert_eq!(reading.page.words, 8);
        assert!(reading.page.has_viewport);
        assert_eq!(reading.page.images_without_alt, 1);
        assert_eq!(reading.scripts.len(), 1);
        assert!(reading.inline_scripts.contains("let a"));
    }

    #[test]
    fn words_without_spaces() {
        assert_eq!(count_words("one, two - three"), 3);
        assert_eq!(count_words("履歴書です"), 3);
    }
}
