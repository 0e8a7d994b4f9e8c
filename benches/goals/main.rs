//! What one pull request costs, as ratios in one run: `cargo bench --bench goals`.
//!
//! The code host and the site are on loopback and answer after a stated time; each run is one process of the released
//! build, timed from outside. The critical path is the time that no program could do without: the answers that have to
//! follow each other. Another program can take turns with ours, by API and from disk:
//! `cargo bench --bench goals -- 'node check.mjs pr --comment --login {owner} --site {site}'`; `{api}`, `{owner}`,
//! `{site}` and `{readme}` are filled in, and it finds `GITHUB_API_URL` and `GITHUB_TOKEN` in its environment.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

mod cost;
mod scene;

use std::io::Result;
use std::process::Command;

use cost::Cost;
use scene::{Scene, Source};
use world::Comment;

const OURS: &str = env!("CARGO_BIN_EXE_foliocheck");
const TURNS: usize = 9;

fn main() -> Result<()> {
    let peer = std::env::args().skip(1).find(|word| !word.starts_with("--"));
    let megabytes = std::fs::metadata(OURS)?.len() / 10_000;
    goal("size of the program, in hundredths of a megabyte", as_float(megabytes), 900.0);
    start()?;
    for source in Source::ALL {
        new_comment(source, peer.as_deref())?;
        nothing_changed(source)?;
    }
    Ok(())
}

/// `--version` beside a program that does nothing.
fn start() -> Result<()> {
    let mut version = Command::new(OURS);
    version.arg("--version");
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..3 * TURNS {
        bare.push(Cost::of(&Command::new("true"))?);
        ours.push(Cost::of(&version)?);
    }
    let (ours, bare) = (Cost::middle(&ours), Cost::middle(&bare));
    println!("\n## Start\n`--version`: {ours}\na program that does nothing: {bare}");
    goal("milliseconds of `--version` above that", ours.wall - bare.wall, 2.0);
    Ok(())
}

fn new_comment(source: Source, peer: Option<&str>) -> Result<()> {
    println!("\n## A new comment, {}", source.label());
    let (mut ours, mut theirs, mut requests) = (Vec::new(), Vec::new(), 0);
    for _ in 0..TURNS {
        let scene = Scene::open(source)?;
        ours.push(Cost::of(&scene.command(OURS))?);
        requests = scene.world.requests().len();
        assert_eq!(comments(&scene).len(), 1, "one comment was written");
        if let Some(line) = peer {
            let scene = Scene::open(source)?;
            theirs.push(Cost::of(&scene.peer(line))?);
            assert_eq!(comments(&scene).len(), 1, "the other program wrote one comment");
        }
    }
    let ours = Cost::middle(&ours);
    report(&ours, source.critical_path(true), requests, if source == Source::Api { 4.0 } else { 3.0 });
    if !theirs.is_empty() {
        let theirs = Cost::middle(&theirs);
        println!("the other program: {theirs}");
        goal("wall, of the other's", ours.wall / theirs.wall, 0.50);
        goal("CPU, of the other's", ours.cpu / theirs.cpu, 1.0 / 15.0);
    }
    Ok(())
}

fn nothing_changed(source: Source) -> Result<()> {
    println!("\n## Nothing changed, {}", source.label());
    let scene = Scene::open(source)?;
    let mut ours = Vec::new();
    Cost::of(&scene.command(OURS))?;
    let before = scene.world.requests().len();
    for _ in 0..TURNS {
        ours.push(Cost::of(&scene.command(OURS))?);
    }
    let requests = (scene.world.requests().len() - before) / TURNS;
    let edits: usize = comments(&scene).iter().map(|comment| comment.edits).sum();
    assert_eq!(edits, 0, "an unchanged report is not written");
    report(&Cost::middle(&ours), source.critical_path(false), requests, 3.0);
    Ok(())
}

fn comments(scene: &Scene) -> Vec<Comment> {
    scene.world.comments("ada/portfolio", 1)
}

fn report(ours: &Cost, critical_path: f64, requests: usize, most: f64) {
    println!("ours: {ours}");
    goal(&format!("wall, of the critical path ({critical_path} ms)"), ours.wall / critical_path, 1.10);
    goal("peak memory, MiB", ours.peak, 16.0);
    goal("requests to the API", as_float(requests as u64), most);
}

/// One figure beside what it may be.
fn goal(what: &str, is: f64, most: f64) {
    println!("{:>8.3}  (at most {most:.3}: {})  {what}", is, if is <= most { "holds" } else { "MISSED" });
}

fn as_float(number: u64) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}
