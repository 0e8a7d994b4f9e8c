//! How long a README takes to be read, in milliseconds and against the Markdown parser alone in the same run.
//!
//! `cargo bench --bench readme` prints one line a case. The first is what a long README of a person takes (goal: 20 ms for
//! 200 KB); the others try to make the program work (goal: 200 ms for 1 MB).

#![expect(clippy::print_stdout, reason = "the figures are what this program is for")]

mod timing;

use comrak::{Arena, Options, parse_document};
use foliocheck::facts::Untrusted;
use foliocheck::parse::readme;
use timing::{best, milliseconds};

const PERSON: &str = "## Weather\n\nCompares the forecasts of three services for one town, and keeps score of which was right.\n\n\
    ![The page](docs/town.png) ![build](https://img.shields.io/x.svg)\n\n### Run it\n\n```sh\nnpm install\nnpm start\n```\n\n\
    - React for the pages, see [the guide](docs/guide.md)\n- PostgreSQL for the scores\n\n| Path | Answer |\n|---|---|\n\
    | `/town` | the *three* forecasts |\n\n<p align=\"center\"><b>By Ada</b></p>\n\n";

fn main() {
    let million = |piece: &str| piece.repeat(1_000_000 / piece.len());
    let cases = [
        ("a person's, 200 KB", PERSON.repeat(200_000 / PERSON.len())),
        ("a person's, 1 MB", million(PERSON)),
        ("quotes within quotes", million("> ")),
        ("lists within lists", nested_lists()),
        ("brackets", million("[")),
        ("emphasis", million("*a _b ")),
        ("link references", references()),
        ("a huge table", format!("|a|b|\n|-|-|\n{}", million("|`x`|[y](z)|\n"))),
        ("broken HTML", million("<div <p></a><h1 id=\"")),
        ("tags within tags", million("<b><div>")),
        ("ten thousand headings", million("# React, npm start\n\n")),
        ("one long word", million("a")),
        ("dead anchors", dead_anchors()),
    ];
    println!("{:<24}{:>12}{:>12}{:>9}", "", "README, ms", "parser, ms", "ratio");
    for (case, text) in cases {
        let read = best(|| drop(readme::read(&Untrusted::from("README.md"), text.as_bytes())));
        let parsed = best(|| {
            std::hint::black_box(parse(&text));
        });
        let ratio = read.as_secs_f64() / parsed.as_secs_f64().max(1e-9);
        println!("{case:<24}{:>12.2}{:>12.2}{ratio:>9.2}", milliseconds(read), milliseconds(parsed));
    }
}

/// The whole text, whatever its length: a README is read up to a limit, and this shows what the limit saves.
fn parse(text: &str) -> usize {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    parse_document(&arena, text, &options).descendants().count()
}

fn references() -> String {
    let mut text = String::new();
    for number in 0..40_000 {
        text.extend(["[a", &number.to_string(), "]: b\n[a", &number.to_string(), "]\n"]);
    }
    text
}

fn dead_anchors() -> String {
    let mut text = String::new();
    for number in 0..8_000 {
        let name = format!("a-heading-that-is-nearly-like-all-the-others-{number}");
        text.extend(["# ", &name, "\n\n[x](#", &name, "x)\n\n"]);
    }
    text
}

fn nested_lists() -> String {
    let mut text = String::new();
    for depth in 0.. {
        if text.len() >= 1_000_000 {
            break;
        }
        text.push_str(&" ".repeat(depth % 500 * 2));
        text.push_str("- a\n");
    }
    text
}
