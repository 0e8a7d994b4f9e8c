"use strict";
(() => {
  const table = document.querySelector(".students");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const form = document.querySelector(".tools");
  const output = form.querySelector("output");
  const words = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const order = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  let sorted = "";

  const tell = (shown) => {
    const students = shown === rows.length ? `${shown} students` : `${shown} of ${rows.length} students`;
    output.textContent = students + sorted;
  };

  // A row may be one of several kinds: what it misses, what changed in it.
  const fits = (row, key, wanted) => !wanted || row.dataset[key] === wanted || row.dataset[key].split(" ").includes(wanted);

  const filter = () => {
    const { search, ...wanted } = Object.fromEntries(new FormData(form));
    const terms = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const is = Object.entries(wanted).every(([key, value]) => fits(row, key, value))
        && terms.every((term) => words.get(row).includes(term));
      row.hidden = !is;
      shown += is;
    }
    tell(shown);
  };

  const key = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();

  const sort = (column, head) => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const keyed = rows.map((row) => [key(row, column), row]);
    keyed.sort(([a], [b]) => (a === "") - (b === "") || (up ? 1 : -1) * order.compare(a, b));
    body.append(...keyed.map(([, row]) => row));
    sorted = `, by ${head.textContent.toLowerCase()}, ${up ? "up" : "down"}`;
    tell(rows.filter((row) => !row.hidden).length);
  };

  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  };

  [...table.tHead.rows[0].cells].forEach((head, column) => {
    head.replaceChildren(button(head.textContent, () => sort(column, head)));
  });

  // From a requirement to those who miss it.
  for (const line of document.querySelectorAll(".heat tr[data-requirement]")) {
    const number = line.cells[1];
    if (!form.elements.missed || number.textContent === "0") continue;
    const show = button(number.textContent, () => {
      form.reset();
      form.elements.missed.value = line.dataset.requirement;
      filter();
      document.getElementById("students").focus();
    });
    show.setAttribute("aria-label", `${number.textContent} students: show them`);
    number.replaceChildren(show);
  }

  let later;
  form.addEventListener("input", () => { clearTimeout(later); later = setTimeout(filter, 60); });
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();

  // A link from a list to a student who is filtered out shows everybody first.
  addEventListener("hashchange", () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (row?.hidden) { form.reset(); filter(); row.scrollIntoView(); }
  });

  // On paper everything that was folded is open, and folded again afterwards.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".calm:not([open])")];
    for (const folded of opened) folded.open = true;
  });
  addEventListener("afterprint", () => { for (const folded of opened) folded.open = false; });
})();
