//! The report as GitHub's Markdown: what the comment, the job summary and `--format markdown` have in common.

mod body;
mod table;

pub(super) use body::{Body, fitting};

use crate::report::Report;

/// The whole report, without mark and memory.
pub fn markdown(report: &Report) -> String {
    fitting(report, |_| true).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn whole_report() {
        insta::assert_snapshot!(markdown(&sample::report()));
    }

    #[test]
    fn nothing_to_do() {
        insta::assert_snapshot!(markdown(&sample::met()));
    }

    #[test]
    fn every_obstacle() {
        insta::assert_snapshot!(markdown(&sample::obstacles()));
    }

    /// What a student could write to be more than text.
    const HOSTILE: [&str; 12] = [
        "@grace and @school/staff, a@b.example",
        "#12 ada/chess#3 GH-4 a1b2c3d4e5f60718",
        "https://evil.example www.evil.example http://evil.example/x",
        "[a](https://evil.example) ![b](https://evil.example/b.png) <https://evil.example>",
        "<script>x</script><img src=x onerror=y></details></summary><!-- c -->",
        "a | b || c\n| --- | --- |\n| d | e |",
        "\n\n# Heading\n\n- [ ] task\n\n> [!WARNING]\n> box\n\n[^1]\n\n[^1]: note",
        "``` ```` `code` ~~~ ``",
        "**bold** __bold__ *x* ~~gone~~ ==mark== $x$ $$y$$ $`z`$",
        "\\` \\| \\[ &lt; &#124; &amp;lt;",
        "[ref]: https://evil.example\n\n[ref] [ref][] ![ref]",
        "\u{202e}evil\u{200b} :tada: <a href='https://evil.example'>x</a>",
    ];

    /// The report as GitHub's parser sees it.
    #[derive(Default)]
    struct Read {
        /// The blocks it is made of, in order.
        shape: Vec<&'static str>,
        /// What it links.
        links: Vec<String>,
        /// What is not of ours.
        foreign: Vec<String>,
    }

    fn options() -> comrak::Options<'static> {
        let mut options = comrak::Options::default();
        options.extension.table = true;
        options.extension.strikethrough = true;
        options.extension.autolink = true;
        options.extension.tasklist = true;
        options.extension.footnotes = true;
        options.extension.alerts = true;
        options.extension.math_dollars = true;
        options.extension.math_code = true;
        options
    }

    /// Reads the report of a student who writes this wherever it is possible.
    fn read(text: &str) -> Read {
        use comrak::nodes::{NodeHtmlBlock, NodeValue};
        let arena = comrak::Arena::new();
        let markdown = markdown(&sample::hostile(text));
        let mut read = Read::default();
        for node in comrak::parse_document(&arena, &markdown, &options()).descendants() {
            let value = &node.data().value;
            if value.block() {
                read.shape.push(value.xml_node_name());
            }
            if let NodeValue::Link(link) = value {
                read.links.push(link.url.clone());
            }
            if let NodeValue::HtmlInline(html) | NodeValue::HtmlBlock(NodeHtmlBlock { literal: html, .. }) =
                value
            {
                let ours = ["details", "summary", "br", "sub", "code", "span"];
                let tags = html.split('<').skip(1).map(|tag| tag.trim_start_matches('/'));
                let foreign =
                    tags.filter(|tag| !ours.iter().any(|name| tag.starts_with(&format!("{name}>"))));
                read.foreign.extend(foreign.map(str::to_owned));
            }
            let is_dressed = matches!(
                value,
                NodeValue::Strikethrough | NodeValue::Emph | NodeValue::Image(_) | NodeValue::Math(_)
            );
            read.foreign.extend(is_dressed.then(|| format!("{value:?}")));
        }
        read
    }

    #[test]
    fn a_student_writes_text_and_nothing_else() {
        let usual = read("harmless");
        assert!(usual.shape.len() > 50 && usual.links.len() > 5);
        for text in HOSTILE {
            let read = read(text);
            assert_eq!(read.shape, usual.shape, "{text}");
            assert_eq!(read.foreign, Vec::<String>::new(), "{text}");
            let is_ours = |link: &&String| {
                link.starts_with("https://ada.example/") || link.starts_with("https://github.com/ada/")
            };
            assert_eq!(read.links.iter().find(|link| !is_ours(link)), None, "{text}");
        }
    }
}
