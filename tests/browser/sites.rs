//! The invented sites of `fixtures/pages/sites.yml`, judged without a browser and with everything shown to one.
//!
//! `cargo test --test browser sites -- --nocapture` prints the table.

use std::fmt::Write;

use foliocheck::net::Net;
use foliocheck::net::chrome::Chrome;
use foliocheck::policy::Policy;
use foliocheck::report::Report;
use foliocheck::run::report;
use foliocheck::settings::{Guard, Render, Settings};
use futures_util::{StreamExt, stream};
use world::World;

use crate::case::{Case, cases, verdict};
use crate::checking::net;
use crate::visitor::Visitor;

/// As many sites at once as the browser shows pages.
const AT_ONCE: usize = 2;

#[tokio::test]
async fn are_judged_alike_with_and_without_a_browser() {
    let visitor = Visitor::with(Guard::PrivateAllowed).await;
    let cases = cases();
    let chrome = visitor.chrome();
    let reports = stream::iter(&cases).map(|case| visit(case, &chrome)).buffered(AT_ONCE);
    let reports: Vec<(Report, Report)> = reports.collect().await;
    drop(chrome);
    let mut table = String::new();
    let mut wrong = Vec::new();
    for (case, (without, with)) in cases.iter().zip(&reports) {
        for (rule, person) in &case.expect {
            let (without, with) = (verdict(without, rule), verdict(with, rule));
            let in_browser = case.browser.get(rule).unwrap_or(person);
            let mark = if (without, with) == (person, in_browser) { ' ' } else { '!' };
            let _ = writeln!(table, "{mark} {:<40}{rule:<20}{in_browser:<13}{without:<13}{with}", case.name);
            if mark == '!' {
                wrong.push(format!("{}: {rule} is {without}, then {with} ({})", case.name, case.why));
            }
        }
    }
    println!("  {:<40}{:<20}{:<13}{:<13}with a browser\n{table}", "site", "rule", "a person", "without");
    visitor.leave();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The whole check, without a browser and with it.
async fn visit(case: &Case, chrome: &Chrome) -> (Report, Report) {
    let policy = Policy::portfolio();
    let world = World::new();
    let settings = case.settings(&world);
    let plain = net(&settings).unwrap();
    let without = report(&settings, &policy, &plain).await.unwrap();
    let world = World::new();
    let settings = Settings { render: Render::Always, ..case.settings(&world) };
    let shown = Net { chrome: chrome.clone(), ..net(&settings).unwrap() };
    (without, report(&settings, &policy, &shown).await.unwrap())
}
