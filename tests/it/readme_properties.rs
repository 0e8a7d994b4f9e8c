//! What holds for every README, however it was made: the same answer twice, no panic, lines that are there, and limits that hold.

use std::fmt::Write;

use foliocheck::facts::{Readme, Untrusted};
use foliocheck::parse::readme;
use foliocheck::parse::surroundings::{self, Surroundings};
use foliocheck::parse::tree::Tree;

/// Pieces of READMEs, of the kinds that parsers stumble over.
const PIECES: [&str; 40] = [
    "# Tea\n",
    "## Run it\n\n",
    "#Tea\n",
    "===\n",
    "---\n",
    "text ",
    "npm start",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "    ",
    "\t",
    "```sh\n",
    "```\n",
    "`",
    "**",
    "_",
    "[a](b)",
    "[a](#tea)",
    "[",
    "](",
    "![x](y.png)",
    "[a]: b\n",
    "<p>",
    "</p>",
    "<h1 id=\"a\">",
    "<!-- ",
    " -->",
    "<a href=\"",
    "\">",
    "| a | b |\n",
    "|---|---|\n",
    "\u{feff}",
    "\u{0}",
    "é 天気 ",
    "\r\n",
    "lorem ipsum ",
    "https://tea.netlify.app ",
];

const PATHS: [&str; 5] = ["README.md", "README.rst", "README.adoc", "README.txt", "README"];

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }
}

fn read(path: &str, bytes: &[u8]) -> Option<Readme> {
    let mut readme = readme::read(&Untrusted::from(path), bytes).ok()?;
    surroundings::settle(&mut readme, Surroundings::of_tree(&Tree::default()));
    Some(readme)
}

fn assert_sound(path: &str, bytes: &[u8]) {
    let (one, other) = (read(path, bytes), read(path, bytes));
    assert_eq!(format!("{one:?}"), format!("{other:?}"));
    let Some(readme) = one else { return };
    let text = String::from_utf8_lossy(bytes);
    let mut lines: Vec<u32> = readme.sections.iter().map(|section| section.line).collect();
    lines.extend(readme.blemishes.iter().map(|blemish| blemish.line));
    lines.extend(readme.references.iter().map(|reference| reference.line));
    lines.extend(readme.commands.iter().map(|command| command.line));
    let essentials = readme.essentials;
    lines.extend([essentials.what, essentials.run, essentials.built_with].into_iter().flatten());
    for line in lines {
        assert!((1..=readme.lines.max(1) + 1).contains(&line), "line {line} of {}: {text:?}", readme.lines);
    }
    assert!(readme.references.len() <= 200 && readme.commands.len() <= 200 && readme.blemishes.len() <= 50);
    assert!(readme.sections.iter().all(|section| !section.meanings.is_empty()), "{text:?}");
}

#[test]
fn any_pieces_in_any_order() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for round in 0..600 {
        let mut text = String::new();
        for _ in 0..dice.roll(60) {
            text.push_str(PIECES[dice.roll(PIECES.len())]);
        }
        assert_sound(PATHS[round % PATHS.len()], text.as_bytes());
    }
}

#[test]
fn any_bytes() {
    let mut dice = Dice(42);
    for round in 0..300 {
        let bytes: Vec<u8> = (0..dice.roll(400)).map(|_| u8::try_from(dice.roll(256)).unwrap()).collect();
        assert_sound(PATHS[round % PATHS.len()], &bytes);
    }
}

/// Far less than the stack that a thread usually has: nothing here may need more for deeper input.
#[test]
fn depth_costs_no_stack() {
    let deep = ["> ", "- ", "[", "<div>", "<b>", "*a ", "![", "<table><tr><td>", "(("]
        .map(|piece| piece.repeat(200_000 / piece.len()));
    let small = std::thread::Builder::new().stack_size(256 * 1024);
    let reader =
        small.spawn(move || deep.iter().filter_map(|text| read("README.md", text.as_bytes())).count());
    assert_eq!(reader.unwrap().join().unwrap(), 9);
}

#[test]
fn ten_thousand_links_are_cut_to_what_anybody_looks_at() {
    let mut text = String::from("# Links\n\n");
    for number in 0..10_000 {
        let _ = writeln!(text, "- [a{number}](docs/{number}.md) and `npm run s{number}`");
    }
    let readme = read("README.md", text.as_bytes()).unwrap();
    assert_eq!((readme.references.len(), readme.commands.len()), (200, 200));
}
