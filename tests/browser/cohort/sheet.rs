//! A cohort of the world, looked at with the browser: its page has the contact sheet, and its public form has none.

use std::fs;
use std::path::Path;

use foliocheck::cli::Cli;
use foliocheck::facts::Instant;
use foliocheck::run::{Machine, run};
use world::cohort::{cohort, roster};
use world::{Token, World};

use crate::visitor::turn;

/// The names of the pictures beside the page.
fn pictures(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder.join("page/sites")).into_iter().flatten();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

async fn check(world: &World, folder: &Path, more: &str) -> String {
    let words = format!(
        "foliocheck cohort run {0}/roster.csv --output {0}/page --render always --allow-private-addresses {more}",
        folder.display()
    );
    let cli = Cli::read(words.split_whitespace().map(Into::into)).unwrap();
    let machine = Machine {
        environment: [
            ("GITHUB_API_URL".to_owned(), world.api().to_owned()),
            ("GITHUB_TOKEN".to_owned(), Token::User("coordinator").text()),
        ]
        .into(),
        now: Instant::parse("2017-01-30T19:00:00Z").unwrap(),
        columns: None,
        has_color: false,
        is_folder: |_| false,
        is_file: |_| false,
    };
    Box::pin(run(cli, &machine)).await.unwrap();
    fs::read_to_string(folder.join("page/index.html")).unwrap()
}

#[tokio::test]
async fn the_sites_are_shown_to_the_school_and_to_nobody_else() {
    let _turn = turn().await;
    let world = World::new();
    let students = cohort(&world, 3);
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("roster.csv"), roster(&students)).unwrap();

    let page = check(&world, folder.path(), "").await;
    let shown = pictures(folder.path());
    assert!(!shown.is_empty());
    for name in &shown {
        assert!(page.contains(&format!("<img src=\"sites/{name}\"")), "{name}");
        assert!(fs::read(folder.path().join("page/sites").join(name)).unwrap().starts_with(b"\xff\xd8\xff"));
    }

    let page = check(&world, folder.path(), "--public").await;
    assert!(!page.contains("<img"), "a picture tells who it is");
    assert_eq!(pictures(folder.path()), Vec::<String>::new(), "those of the run before are gone");
}
