({ link, button }) => {
  const tidy = (text) => (text || "").replace(/\s+/g, " ").trim();
  const isNamed = (element) =>
    [element.textContent, element.getAttribute("aria-label"), element.title, element.value].some(
      (name) => typeof name === "string" && tidy(name).slice(0, 300) === button,
    );
  const isMeant = button === undefined ? (element) => element.getAttribute("href") === link : isNamed;
  const found = [
    ...document.querySelectorAll("a, area, button, input[type=button], input[type=submit], [role=button], [role=link], [onclick]"),
  ].find(isMeant);
  if (found) found.click();
  return Boolean(found);
}
