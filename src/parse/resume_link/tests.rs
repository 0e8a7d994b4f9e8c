//! Every form of a resume link, and every false friend, as tables.

use url::Url;

use super::candidates;
use crate::facts::{DeadEndKind, ResumeReason, SeenAs};
use crate::parse::page;

/// What the links of a piece of HTML come to.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    Link(String, ResumeReason),
    DeadEnd(DeadEndKind),
    Nothing,
}

fn look(html: &str) -> Found {
    let url = Url::parse("https://ada.example/").unwrap();
    let found = candidates(&page::read(&url, html).page, SeenAs::Http);
    match (found.links.first(), found.dead_ends.first()) {
        (Some(link), _) => Found::Link(link.href.as_written().to_owned(), link.reason),
        (None, Some(end)) => Found::DeadEnd(end.kind),
        (None, None) => Found::Nothing,
    }
}

/// HTML, the address that is found in it, and why.
const FORMS: &[(&str, &str, ResumeReason)] = &[
    // What is written.
    ("<a href=x>Resume</a>", "x", ResumeReason::Text),
    ("<a href=x>RESUME</a>", "x", ResumeReason::Text),
    ("<a href=x>Résumé</a>", "x", ResumeReason::Text),
    ("<a href=x>Resumé</a>", "x", ResumeReason::Text),
    ("<a href=x>r&eacute;sum&eacute;</a>", "x", ResumeReason::Text),
    ("<a href=x>Re\u{301}sume\u{301}</a>", "x", ResumeReason::Text),
    ("<a href=x>CV</a>", "x", ResumeReason::Text),
    ("<a href=x>C.V.</a>", "x", ResumeReason::Text),
    ("<a href=x>My Resume (PDF, 120 kB)</a>", "x", ResumeReason::Text),
    ("<a href=x>Check out my resume!</a>", "x", ResumeReason::Text),
    ("<a href=x>Download CV <i>download</i></a>", "x", ResumeReason::Text),
    ("<a href=x>Here's my latest résumé</a>", "x", ResumeReason::Text),
    ("<a href=x>Ada's Resume</a>", "x", ResumeReason::Text),
    ("<a href=x>Curriculum Vitae</a>", "x", ResumeReason::Text),
    ("<a href=x>Currículo</a>", "x", ResumeReason::Text),
    ("<a href=x>Baixar currículo</a>", "x", ResumeReason::Text),
    ("<a href=x>Descargar CV</a>", "x", ResumeReason::Text),
    ("<a href=x>Hoja de vida</a>", "x", ResumeReason::Text),
    ("<a href=x>Mein Lebenslauf</a>", "x", ResumeReason::Text),
    ("<a href=x>Télécharger mon CV</a>", "x", ResumeReason::Text),
    ("<a href=x>履歴書</a>", "x", ResumeReason::Text),
    ("<a href=x>職務経歴書</a>", "x", ResumeReason::Text),
    ("<a href=x>rirekisho</a>", "x", ResumeReason::Text),
    ("<a href=x>이력서</a>", "x", ResumeReason::Text),
    ("<a href=x>简历</a>", "x", ResumeReason::Text),
    ("<a href=x>Резюме</a>", "x", ResumeReason::Text),
    ("<a href=x>Özgeçmiş</a>", "x", ResumeReason::Text),
    ("<a href=resumo.html>Resumo</a>", "resumo.html", ResumeReason::Text),
    ("<a href=curriculum.pdf>Curriculum</a>", "curriculum.pdf", ResumeReason::Text),
    ("<a href=ada.pdf>Ada Lovelace Resume</a>", "ada.pdf", ResumeReason::Text),
    (
        "<a href=https://drive.google.com/file/d/1/view>Ada Byron resume</a>",
        "https://drive.google.com/file/d/1/view",
        ResumeReason::Text,
    ),
    // How it is made.
    ("<a href=x><button>Resume</button></a>", "x", ResumeReason::Text),
    ("<button><a href=x>Resume</a></button>", "x", ResumeReason::Text),
    ("<a href=x><li>Resume</li></a>", "x", ResumeReason::Text),
    ("<a href=x><img src=i alt=Resume></a>", "x", ResumeReason::AccessibleName),
    ("<a href=x aria-label='Download resume'></a>", "x", ResumeReason::AccessibleName),
    ("<a href=x title='My CV'><i class='fa fa-file'></i></a>", "x", ResumeReason::AccessibleName),
    ("<button onclick=\"window.open('x')\">Resume</button>", "x", ResumeReason::Text),
    ("<a href=# onclick=\"location.href='x'\">Resume</a>", "x", ResumeReason::Text),
    ("<form action=x><button>Resume</button></form>", "x", ResumeReason::Text),
    ("<a href=#/resume>Resume</a>", "#/resume", ResumeReason::Text),
    ("<a href=mailto:a@b.example>resume</a><a href=x>resume</a>", "x", ResumeReason::Text),
    // What the address says.
    ("<a href=/jo_cv.pdf download><svg></svg></a>", "/jo_cv.pdf", ResumeReason::Address),
    ("<a href=/pages/resume.html>nine to five</a>", "/pages/resume.html", ResumeReason::Address),
    ("<a href='Jo Doe RESUME.pdf'>paper</a>", "Jo Doe RESUME.pdf", ResumeReason::Address),
    ("<a href='【履歴書】_名前.pdf'>pdf</a>", "【履歴書】_名前.pdf", ResumeReason::Address),
    (
        "<a href=/static/media/resume.98f4ad1c.pdf>x</a>",
        "/static/media/resume.98f4ad1c.pdf",
        ResumeReason::Address,
    ),
    ("<a href=JoDoeResume2025.PDF>English Version</a>", "JoDoeResume2025.PDF", ResumeReason::Address),
    ("<a href=adaresume.docx>Word</a>", "adaresume.docx", ResumeReason::Address),
    ("<a href=/resume/ada.pdf>PDF</a>", "/resume/ada.pdf", ResumeReason::Address),
    (
        "<a href=https://res.cdn.example/ada/resume.pdf>x</a>",
        "https://res.cdn.example/ada/resume.pdf",
        ResumeReason::Address,
    ),
    ("<a href=https://cv.ada.example/><svg></svg></a>", "https://cv.ada.example/", ResumeReason::Address),
    (
        "<a href=viewer.html?file=files/cv.pdf>Open</a>",
        "viewer.html?file=files/cv.pdf",
        ResumeReason::Address,
    ),
    (
        "<a href=https://github.com/o/o.github.io/blob/main/Resume.pdf>English Version</a>",
        "https://github.com/o/o.github.io/blob/main/Resume.pdf",
        ResumeReason::Address,
    ),
    // What stands around it.
    ("<h2>Resume</h2><p><a href=ada.pdf>Download</a>", "ada.pdf", ResumeReason::Heading),
    ("<iframe src=ada-cv.pdf></iframe>", "ada-cv.pdf", ResumeReason::Embedded),
    ("<h2>My resume</h2><object data=Jo_Doe_2025.pdf></object>", "Jo_Doe_2025.pdf", ResumeReason::Embedded),
    ("<title>Resume | Ada</title><embed src=doc.pdf>", "doc.pdf", ResumeReason::Embedded),
];

#[test]
fn forms() {
    for (html, href, reason) in FORMS {
        assert_eq!(look(html), Found::Link((*href).to_owned(), *reason), "{html}");
    }
}

#[test]
fn false_friends() {
    let table: &[&str] = &[
        "<p>Click above to download my resume</p>",
        "<p>new projects will be added to my portfolio and resume</p>",
        "<a href=https://jo.example/app>AI Resume Builder</a>",
        "<a href=https://github.com/jo/resume>Code</a>",
        "<a href=https://github.com/jo/ai-resume-screener>Resume Screener</a>",
        "<a href=resume-tile/index.html>Resume Tile</a>",
        "<h2>Projects</h2><a href=resume/index.html>Early homework</a>",
        "<a href=/blog/resume-tips>Resume tips for beginners</a>",
        "<a href=/blog/how-to-write-a-resume>read more</a>",
        "<a href=https://cloud.example/challenge>Cloud Resume Challenge</a>",
        "<a href=https://themes.example/jekyll-professional-resume>Theme: jekyll-professional-resume</a>",
        "<a href=https://templates.example/>MyResume template by Someone</a>",
        "<a href=/tags/cv>ML and computer vision (CV)</a>",
        "<a href=opencv.pdf>OpenCV notes</a>",
        "<a href=/lettres>seulement les lettres</a>",
        "<a href=/article>Resumen del artículo</a>",
        "<a href=/a><img src=x alt='résumé des points clés'></a>",
        "<a href=/school>The guided curriculum</a>",
        "<a href=#x>Extra Curricular Activities</a>",
        "<a href=paper.pdf>Paper</a>",
        "<a href=certificate.pdf>Certificate</a>",
        "<a href=https://www.xing.com/profile/Ada_L/cv>Xing</a>",
        "<a href=https://www.linkedin.com/in/ada>LinkedIn</a>",
        "<a href=/work>A crawl resumes after a restart, wherever it was stopped the day before</a>",
        "<a href=presume.pdf>Presume</a>",
        "<a href=images/resume-builder.png><img src=x></a>",
        "<a href=css/resume.css>x</a>",
        "<iframe src=https://www.youtube.com/embed/1></iframe>",
        "<iframe src=report.pdf></iframe>",
        "<h2>Resume</h2><a href=thesis.pdf>My thesis</a>",
    ];
    for html in table {
        assert_eq!(look(html), Found::Nothing, "{html}");
    }
}

#[test]
fn dead_ends() {
    use DeadEndKind::{Button, Commented, Mail, Nowhere, SamePage};
    let table: &[(&str, DeadEndKind)] = &[
        ("<li><a href=#>RESUME</a></li>", Nowhere),
        ("<a href=''>Resume</a>", Nowhere),
        ("<a href='javascript:void(0)'>Resume</a>", Nowhere),
        ("<a>Resume</a>", Button),
        ("<button data-nav-link>Resume</button>", Button),
        ("<button onclick=confetti()>Résumé</button>", Button),
        ("<!-- <a href=''><i class=fa-file></i></a> <a href=x>my resume</a> -->", Commented),
        ("<a href='mailto:ada@ada.example'>Resume on request</a>", Mail),
        ("<a href=#resume>Resume</a>", SamePage),
        ("<a href=/#resume>Resume</a>", SamePage),
        ("<a href=index.html#resume>Resume</a>", SamePage),
        ("<a href=#resume>Resume</a><a href=#>Resume</a>", Nowhere),
    ];
    for (html, kind) in table {
        assert_eq!(look(html), Found::DeadEnd(*kind), "{html}");
    }
}

#[test]
fn the_best_comes_first() {
    let table = [
        ("<a href=legacy/cv.pdf>CV</a><a href=cv.pdf>CV</a>", "cv.pdf"),
        ("<a href=/resume>Resume</a><a href=cv.pdf>Resume</a>", "cv.pdf"),
        ("<a href=old-cv.pdf><svg></svg></a><a href=/about>My CV</a>", "/about"),
        ("<a href=file:///C:/me/cv.pdf>CV</a><a href=resume.html>Resume</a>", "resume.html"),
        ("<a href=file:///C:/me/cv.pdf>CV</a>", "file:///C:/me/cv.pdf"),
    ];
    for (html, href) in table {
        let Found::Link(found, _) = look(html) else { panic!("no link in {html}") };
        assert_eq!(found, href, "{html}");
    }
}
