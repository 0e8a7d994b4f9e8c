"use strict";
(() => {
  const table = document.querySelector(".students");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const form = document.querySelector(".tools");
  const output = form.querySelector("output");
  const words = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));

  const filter = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const search = wanted.search.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits = ["turn", "outcome", "programme"].every((key) => !wanted[key] || row.dataset[key] === wanted[key])
        && search.every((word) => words.get(row).includes(word));
      row.hidden = !fits;
      shown += fits;
    }
    output.textContent = shown === rows.length ? `${shown} students` : `${shown} of ${rows.length} students`;
  };

  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.textContent.trim();
  };

  const sort = (column, head) => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const order = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
    const keyed = rows.map((row) => [key(row, column), row]);
    keyed.sort(([a], [b]) => (a === "") - (b === "") || (up ? 1 : -1) * order.compare(a, b));
    body.append(...keyed.map(([, row]) => row));
  };

  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sort(column, head));
    head.replaceChildren(button);
  });

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
})();
