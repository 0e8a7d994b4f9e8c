//! The page of a cohort in the real browser: sorted, filtered, by keyboard, on a phone, on paper, and for a screen reader.

mod page;
mod sheet;
mod stage;

use serde_json::json;

use page::page;
use stage::Stage;

/// What the scripts of these tests share.
const TOOLS: &str = "
const rows = () => [...document.querySelectorAll('.students tbody tr')];
const shown = () => rows().filter((row) => !row.hidden).map((row) => row.id);
const pause = (time = 120) => new Promise((resolve) => setTimeout(resolve, time));
const set = async (name, value) => {
    const field = document.querySelector('.tools').elements[name];
    field.value = value;
    field.dispatchEvent(new Event('input', {bubbles: true}));
    await pause();
};
const head = (label) => [...document.querySelectorAll('.students thead th')].find((head) => head.textContent === label);
";

async fn in_page(html: &str, script: &str) -> serde_json::Value {
    Stage::desk(html).play(&format!("{TOOLS}{script}")).await
}

#[tokio::test]
async fn every_head_sorts_both_ways_and_says_so() {
    let found = in_page(
        &page(30),
        "const all = shown();
         const late = () => rows().map((row) => row.cells[4].textContent).filter(Boolean).map(Number);
         head('Days late').firstChild.click();
         const up = [late(), head('Days late').getAttribute('aria-sort'), rows().at(-1).cells.length];
         head('Days late').firstChild.click();
         const down = [late(), head('Days late').getAttribute('aria-sort')];
         head('Student').firstChild.click();
         const names = shown();
         return {all, up, down, names, said: document.querySelector('output').textContent,
             marked: document.querySelectorAll('[aria-sort]').length,
             heads: [...document.querySelectorAll('.students thead th')].every((head) => head.firstChild.type === 'button')};",
    )
    .await;
    let (up, down) = (&found["up"], &found["down"]);
    assert_eq!((&up[0], &up[1]), (&json!([2, 4, 6, 8]), &json!("ascending")));
    assert_eq!((&down[0], &down[1]), (&json!([8, 6, 4, 2]), &json!("descending")));
    assert_eq!(found["names"], found["all"], "the roster was by name");
    assert_eq!(found["said"], "30 students, by student, up");
    assert_eq!((&found["marked"], &found["heads"]), (&json!(1), &json!(true)));
}

#[tokio::test]
async fn filters_and_words_narrow_it_together_and_are_taken_back() {
    let found = in_page(
        &page(30),
        "const all = shown().length;
         await set('turn', 'coordinator');
         const turn = shown();
         await set('search', 'STUDENT 9');
         const both = [shown(), document.querySelector('output').textContent];
         document.querySelector('.tools [type=reset]').click();
         await pause();
         const back = shown().length;
         await set('changed', 'worse');
         const worse = shown();
         document.querySelector('.heat button').click();
         await pause();
         const missed = [shown(), document.activeElement.id, document.querySelector('.tools').elements.missed.value];
         history.replaceState(null, '', '#s-student-1');
         dispatchEvent(new HashChangeEvent('hashchange'));
         await pause();
         return {all, turn, both, back, worse, missed, followed: shown().length};",
    )
    .await;
    assert_eq!((&found["all"], &found["back"], &found["followed"]), (&json!(30), &json!(30), &json!(30)));
    assert_eq!(found["turn"].as_array().unwrap().len(), 10);
    assert_eq!(found["both"], json!([["s-student-9"], "1 of 30 students"]));
    assert_eq!(found["worse"], json!(["s-student-5"]));
    let late = json!(["s-student-2", "s-student-5", "s-student-8", "s-student-11"]);
    assert_eq!(found["missed"], json!([late, "students", "resume-opens"]));
}

#[tokio::test]
async fn a_thousand_students_are_all_there() {
    let found = in_page(
        &page(1_000),
        "head('Student').firstChild.click(); head('Student').firstChild.click();
         const first = rows()[0].id;
         await set('search', 'student 99');
         return {first, found: shown().length, all: rows().length};",
    )
    .await;
    assert_eq!(found, json!({ "first": "s-student-999", "found": 19, "all": 1_000 }));
}

#[tokio::test]
async fn a_keyboard_reaches_everything_and_sees_where_it_is() {
    let found = in_page(
        &page(6),
        "const all = [...document.querySelectorAll('a[href], button, select, input, summary, [tabindex]')]
             .filter((one) => one.tabIndex >= 0 && one.checkVisibility());
         const unseen = all.filter((one) => {
             one.focus({focusVisible: true});
             const style = getComputedStyle(one);
             return document.activeElement !== one || style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 1;
         });
         const wide = [...document.querySelectorAll('.scroll')].filter((one) => one.tabIndex !== 0);
         return {many: all.length > 30, jumps: all.filter((one) => one.tabIndex > 0).length,
             unseen: unseen.map((one) => one.outerHTML.slice(0, 90)), wide: wide.length,
             first: document.querySelector('a[href]').textContent};",
    )
    .await;
    let expected = json!({ "many": true, "jumps": 0, "unseen": [], "wide": 0, "first": "To the students" });
    assert_eq!(found, expected);
}

#[tokio::test]
async fn its_own_policy_lets_its_script_run_and_nothing_else() {
    let found = Stage::framed(&page(3), 1200)
        .play(
            "const tools = inner.querySelector('.tools');
             const other = inner.createElement('script');
             other.textContent = 'document.body.dataset.broken = 1';
             inner.body.append(other);
             return {works: !tools.hidden, broken: inner.body.dataset.broken ?? 'no'};",
        )
        .await;
    assert_eq!(found, json!({ "works": true, "broken": "no" }));
}

#[tokio::test]
async fn without_its_script_everything_is_there_to_read() {
    let html = page(12);
    let (before, rest) = html.split_once("<script>").unwrap();
    let (_, after) = rest.split_once("</script>").unwrap();
    let found = in_page(
        &format!("{before}{after}"),
        "return {read: rows().filter((row) => row.checkVisibility() && row.textContent.includes('Student')).length,
             tools: document.querySelector('.tools').checkVisibility(), links: document.querySelectorAll('tbody a').length > 20};",
    )
    .await;
    assert_eq!(found, json!({ "read": 12, "tools": false, "links": true }));
}

#[tokio::test]
async fn nothing_sticks_out_on_a_phone_or_on_paper() {
    const WIDTHS: &str = "const root = inner.documentElement;
        const out = [...inner.querySelectorAll('main *')].filter((one) => !one.closest('.hidden, .scroll, .list, svg')
            && one.getBoundingClientRect().right > root.clientWidth + 1);
        return {wide: root.scrollWidth - root.clientWidth, out: out.map((one) => one.outerHTML.slice(0, 90)),
            rows: [...inner.querySelectorAll('.students tbody tr')].filter((row) => row.getBoundingClientRect().right > root.clientWidth + 1).length,
            tools: inner.querySelector('.tools').checkVisibility()};";
    let html = page(12);
    let phone = Stage::framed(&html, 390).play(WIDTHS).await;
    assert_eq!(phone, json!({ "wide": 0, "out": [], "rows": 0, "tools": true }));
    let paper = html.replace("@media print", "@media all");
    // A3 across, as the sheet of styles asks for it.
    let paper = Stage::framed(&paper, 1_500).play(WIDTHS).await;
    assert_eq!(paper, json!({ "wide": 0, "out": [], "rows": 0, "tools": false }));
}

const AXE: &str = "
    const found = await axe.run(document, {resultTypes: ['violations']});
    return {violations: found.violations.map((one) => one.id + ': ' + one.nodes[0].html.slice(0, 120)), passes: found.passes.length > 15};";

#[tokio::test]
async fn axe_finds_nothing_by_day_and_by_night() {
    let day = page(12);
    let night = day.replace("@media (prefers-color-scheme: dark)", "@media all");
    assert_ne!(day, night);
    for (name, html) in [("day", day), ("night", night)] {
        let found = Stage::desk(&html).with_axe().play(AXE).await;
        assert_eq!(found, json!({ "violations": [], "passes": true }), "{name}");
    }
}

#[tokio::test]
async fn axe_would_find_something() {
    let html = page(3).replace("--soft: #5a5d63", "--soft: #d5d5d5").replace("<label>Turn ", "<label>");
    let found = Stage::desk(&html).with_axe().play(AXE).await;
    let violations = found["violations"].to_string();
    assert!(violations.contains("color-contrast"), "{violations}");
}
