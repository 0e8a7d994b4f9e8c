// Gives the page as a visitor has it now, as HTML without scripts: shadow trees and frames of the same origin in their
// places, names that live elsewhere (aria-labelledby, the title of a drawing) written where they belong. Runs in a world
// of its own, where nothing that the page has changed about JavaScript applies.
(() => {
  const MOST_NODES = 40000;
  const DEEPEST = 400;
  const LONGEST = 4000000;
  const LEFT_OUT = new Set(["script", "style", "template", "noscript", "link"]);
  const paper = document.implementation.createHTMLDocument("");
  let nodes = 0;

  const children = (node) => {
    if (node.shadowRoot) return node.shadowRoot.childNodes;
    const assigned = node.localName === "slot" && node.assignedNodes ? node.assignedNodes({ flatten: true }) : [];
    return assigned.length > 0 ? assigned : node.childNodes;
  };

  const nameFrom = (element) => {
    const ids = (element.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean).slice(0, 10);
    const root = element.getRootNode();
    const labels = ids.map((id) => root.getElementById && root.getElementById(id)).filter(Boolean);
    if (labels.length > 0) return labels.map((label) => label.textContent).join(" ");
    if (element.localName !== "svg" || element.hasAttribute("aria-label")) return "";
    const title = element.querySelector("title");
    return title ? title.textContent : "";
  };

  const inner = (frame) => {
    try {
      return frame.contentDocument && frame.contentDocument.body;
    } catch {
      return null;
    }
  };

  const copy = (node, parent, depth) => {
    if (++nodes > MOST_NODES || depth > DEEPEST || LEFT_OUT.has(node.localName)) return;
    const twin = parent.appendChild(paper.importNode(node, false));
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const name = nameFrom(node).trim().slice(0, 300);
    if (name) twin.setAttribute("aria-label", name);
    for (const child of children(node)) copy(child, twin, depth + 1);
    const body = node.localName === "iframe" ? inner(node) : null;
    if (body) for (const child of body.childNodes) copy(child, parent, depth + 1);
  };

  const root = document.documentElement;
  const whole = paper.createElement("html");
  for (const child of root ? root.childNodes : []) copy(child, whole, 0);
  const navigation = performance.getEntriesByType("navigation")[0];
  return {
    url: location.href,
    status: (navigation && navigation.responseStatus) || 0,
    letters: whole.textContent.replace(/\s+/g, "").length,
    links: whole.querySelectorAll("a[href]").length,
    html: ("<!doctype html>" + whole.outerHTML).slice(0, LONGEST),
  };
})()
