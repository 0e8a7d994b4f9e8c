//! `foliocheck readme --skeleton`: a README to start from, of a folder and of a repository.

use foliocheck::gather::single::fetch_project;
use foliocheck::rules::readme_to_start_from;
use foliocheck::settings::Target;
use world::{Repository, World};

use crate::checking::{net, portfolio, repository, settings};

fn skeleton(target: Target, world: &World) -> String {
    let settings = settings(target, world);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let project = runtime.block_on(async {
        let net = net(&settings).unwrap();
        fetch_project(&settings, &net).await.unwrap()
    });
    readme_to_start_from(&project).as_written().to_owned()
}

#[test]
fn a_folder_says_what_its_manifests_say() {
    let text = skeleton(Target::Folder(portfolio("complete").join("projects/weather")), &World::new());
    assert!(
        text.contains("bundle install\nbundle exec rails db:setup\nbundle exec rails server\n"),
        "{text}"
    );
    assert!(text.contains("- Ruby on Rails\n- PostgreSQL\n"), "{text}");
}

#[test]
fn a_repository_says_more_in_one_request() {
    let world = World::new();
    let package = r#"{"scripts": {"start": "vite", "test": "vitest"}, "dependencies": {"vue": "3"}}"#;
    let tea = Repository::new("ada/tea").file("package.json", package).file("src/app.js", "x");
    world.add(tea.homepage("https://tea.example"));
    let text = skeleton(repository("ada/tea"), &world);
    let run = "Try it: https://tea.example\n\n```sh\ngit clone https://github.com/ada/tea.git\ncd tea\nnpm install\nnpm start\n```\n";
    assert!(text.starts_with("# tea\n") && text.contains(run), "{text}");
    assert!(text.ends_with("- Vue\n- JavaScript\n\n## Tests\n\n```sh\nnpm test\n```\n"), "{text}");
    assert_eq!(world.requests(), ["POST /graphql"]);
}
