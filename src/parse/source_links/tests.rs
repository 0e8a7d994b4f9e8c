//! Forms of links in source, and false friends, as small trees.

mod components;

use super::{InSource, SourceSays, file_of, read_script, read_tree};
use crate::facts::Obstacle;
use crate::parse::tree::{SourceFile, Tree};

/// What a tree comes to: the address that is found, `?` for a doubt, `-` for nothing.
fn look(files: &[(&str, &str)]) -> String {
    says(&read_tree(&tree(files, None)))
}

fn says(says: &SourceSays) -> String {
    match says {
        SourceSays::Link(link) => link.href.as_written().to_owned(),
        SourceSays::Unclear => "?".to_owned(),
        SourceSays::Nothing => "-".to_owned(),
    }
}

fn tree(files: &[(&str, &str)], cut: Option<Obstacle>) -> Tree {
    let read = files
        .iter()
        .map(|(path, text)| SourceFile { path: (*path).into(), bytes: text.as_bytes().to_vec() })
        .collect();
    Tree::new(files.iter().map(|(path, _)| (*path).to_owned()).collect(), read, cut)
}

/// One component that the entry shows.
fn component(text: &str) -> String {
    look(&[("src/index.js", "import App from './App'"), ("src/App.jsx", text)])
}

/// A configuration that makes a tree a Jekyll site.
const JEKYLL: (&str, &str) = ("_config.yml", "title: Jo");

/// A tree, and the address that it leads to; `-` for nothing.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a str);

const TREES: &[Case<'_>] = &[
    (
        &[
            JEKYLL,
            ("_data/about.yml", "text: \"[Check out my resume](https://drive.google.com/file/d/1/view)\""),
        ],
        "https://drive.google.com/file/d/1/view",
    ),
    (
        &[
            JEKYLL,
            ("index.md", "Hi\n\n[English Version](https://github.com/o/o.github.io/blob/main/Resume.pdf)"),
        ],
        "https://github.com/o/o.github.io/blob/main/Resume.pdf",
    ),
    (
        &[
            JEKYLL,
            (
                "_data/navigation.yml",
                "main:\n  - title: \"CV\"\n    url: /cv/\n  - title: Blog\n    url: /blog/",
            ),
        ],
        "/cv/",
    ),
    (
        &[
            JEKYLL,
            ("resume.md", "---\nlayout: page\ntitle: Resume\n---\n# Jo"),
            (
                "_includes/side.html",
                "{% for node in site.pages %}<a href=\"{{ node.url }}\">{{ node.title }}</a>{% endfor %}",
            ),
            ("_layouts/d.html", "{% include side.html %}"),
        ],
        "/resume/",
    ),
    (&[JEKYLL, ("_includes/nav.html", "<a href=\"{{ site.baseurl }}/resume/\">Resume</a>")], "/resume/"),
    (&[JEKYLL, ("_includes/nav.html", "<a href=\"{{ '/cv.pdf' | relative_url }}\">CV</a>")], "/cv.pdf"),
    (
        &[
            JEKYLL,
            ("_includes/nav.html", "<a href=\"{{ site.resume_url }}\">CV</a>"),
            ("_config.yml", "resume_url: https://a.example/cv.pdf"),
        ],
        "site.resume_url",
    ),
    (&[("config.toml", "[[menu.main]]\n  name = \"Resume\"\n  url = \"/resume/\"\n")], "/resume/"),
    (
        &[
            ("public/files/jo.pdf", ""),
            ("src/content/site.json", "{\"hero\": {\"cvUrl\": \"/files/jo.pdf\"}}"),
            ("src/App.js", "import site from './content/site.json'\n<Hero url={site.hero.cvUrl} />"),
        ],
        "/files/jo.pdf",
    ),
    (
        &[
            ("src/app/nav.component.html", "<a routerLink=\"/resume\">Resume</a>"),
            ("src/app/nav.component.ts", "templateUrl: './nav.component.html'"),
            ("src/main.ts", "import './app/nav.component'"),
        ],
        "/resume",
    ),
    (
        &[
            ("src/main.js", "import App from './App.vue'"),
            ("src/App.vue", "<template><a :href=\"require('@/assets/cv.pdf')\">x</a></template>"),
        ],
        "@/assets/cv.pdf",
    ),
    (
        &[
            ("src/main.js", "import App from './App.vue'"),
            ("src/App.vue", "<template><router-link to=\"/resume\">Resume</router-link></template>"),
        ],
        "/resume",
    ),
    (
        &[
            ("package.json", "{\"dependencies\": {\"next\": \"14\"}}"),
            ("app/page.tsx", "<NextLink href=\"/cv.pdf\">CV</NextLink>"),
        ],
        "/cv.pdf",
    ),
    (
        &[
            ("src/pages/index.astro", "---\nconst cv = '/jo.pdf';\n---\n<a href={cv}>CV</a>"),
            ("package.json", "{\"dependencies\": {\"astro\": \"4\"}}"),
        ],
        "/jo.pdf",
    ),
    (&[("index.pug", "a(href=\"resume.pdf\") Resume"), ("x.js", "")], "-"),
    (&[JEKYLL, ("_posts/2020-01-01-a.md", "see [resume](https://a.example/resume)")], "-"),
    (&[JEKYLL, ("README.md", "[resume](resume.pdf)"), ("index.html", "---\n---\nhi")], "-"),
    (&[("robots.txt", "Disallow: /Jo_CurriculumVitae.pdf"), ("index.html", "<p>hi</p>")], "-"),
    (&[("files/resume.pdf", ""), ("index.html", "<p>hi</p>")], "-"),
    (&[("index.html", "<p>hi</p>"), ("assets/cv.html", "<a href=cv.pdf>CV</a>")], "-"),
    (&[("index.html", "<code><span>user.resumeUrl</span> = <i>'assets/resume.pdf'</i></code>")], "-"),
    (
        &[
            ("package.json", "{\"name\": \"resume\", \"homepage\": \"https://jo.github.io/resume\"}"),
            ("index.html", ""),
        ],
        "-",
    ),
    (&[("_config.yml", "title: Resume\nurl: https://jo.example\nbaseurl: ''")], "-"),
];

#[test]
fn templates_and_data() {
    for (files, expected) in TREES {
        assert_eq!(look(files), *expected, "{files:?}");
    }
}

#[test]
fn what_nobody_shows_is_a_doubt() {
    assert_eq!(component("user.resumeLine = 'assets/resume.pdf'"), "?");
    let unrouted = [
        ("src/index.js", "import App from './App'"),
        ("src/App.js", "// <Route path='/cv' element={<MyCv />} />"),
        ("src/pages/MyCv.js", "<a href='/cv.pdf'>CV</a>"),
    ];
    assert_eq!(look(&unrouted), "?");
    let built_name = [
        ("src/main.js", "import(`./views/${name}View.vue`)"),
        ("src/views/CvView.vue", "<a href='/cv.pdf'>CV</a>"),
    ];
    assert_eq!(look(&built_name), "/cv.pdf");
    let elsewhere = [("package.json", "{\"dependencies\": {\"contentful\": \"1\"}}"), ("src/index.js", "x")];
    assert_eq!(look(&elsewhere), "?");
    assert_eq!(look(&[("functions.php", ""), ("header.php", "<p>hi</p>")]), "?");
    assert_eq!(says(&read_tree(&tree(&[("index.html", "hi")], Some(Obstacle::NotAsked)))), "?");
    assert_eq!(component("const page = await fetch('https://content.example/home.json')"), "?");
    assert_eq!(component("fetch('https://api.github.com/users/jo/repos')"), "-");
    assert_eq!(component("<Hero resumeLink={data.resumeLink} />"), "?");
    assert_eq!(
        component("const nav = ['Home', 'Resume'];\nnav.map(n => <Link to={`/${n}`}>{n}</Link>)"),
        "?"
    );
    let made = "for (const name of ['resume']) root.append(make('a', name, { href: `/${name}.pdf` }))";
    assert_eq!(component(made), "?");
}

#[test]
fn bundles() {
    let table = [
        (
            "(0,s.jsx)(\"a\",{href:\"https://www.dropbox.com/s/1/July.pdf?dl=0\",target:\"_blank\",children:\"Resume\"})",
            "https://www.dropbox.com/s/1/July.pdf?dl=0",
        ),
        ("e.createElement(\"a\",{href:\"/cv\"},\"Curriculum Vitae\")", "/cv"),
        (
            "x.replace(/[\"']/g,\"\");const a=\"/static/media/resume.98f4ad1c.pdf\";",
            "/static/media/resume.98f4ad1c.pdf",
        ),
        ("n.p+\"static/media/JoResume.98f4ad1c.pdf\"", "static/media/JoResume.98f4ad1c.pdf"),
        ("e.pause(),e.resume();var cv=3;\"visibilitychange resume\".split(\" \")", "-"),
        ("{path:\"/resume\",element:(0,s.jsx)(R,{})}", "-"),
    ];
    for (text, expected) in table {
        assert_eq!(says(&read_script("https://ada.example/js/menu.js", text)), expected, "{text}");
    }
}

#[test]
fn files_behind_links() {
    let there = |path: &str| InSource::File(path.to_owned());
    let missing = |nearest: Option<&str>| InSource::Missing { nearest: nearest.map(str::to_owned) };
    let table = [
        ("public/resume.pdf", "/resume.pdf", there("public/resume.pdf")),
        ("src/files/jo.pdf", "../files/jo.pdf", there("src/files/jo.pdf")),
        ("src/assets/jo cv.pdf", "@/assets/jo%20cv.pdf", there("src/assets/jo cv.pdf")),
        ("resume.docx", "../../resume.docx", there("resume.docx")),
        ("public/Resume.pdf", "/resume.pdf", missing(Some("public/Resume.pdf"))),
        ("public/x.png", "/cv.pdf", missing(None)),
        ("public/x.png", "/resume", InSource::Elsewhere),
        ("public/x.png", "https://a.example/cv.pdf", InSource::Elsewhere),
    ];
    for (file, href, expected) in table {
        let text = format!("<a href='{href}'>Resume</a>");
        let files =
            [("src/index.js", "import './pages/App'"), ("src/pages/App.jsx", text.as_str()), (file, "")];
        let tree = tree(&files, None);
        let SourceSays::Link(link) = read_tree(&tree) else { panic!("no link: {href}") };
        assert_eq!(file_of(&tree, &link), expected, "{href}");
    }
}
