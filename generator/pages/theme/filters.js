// Filters the list of claims in place. The list is whole without it: this hides claims, counts what
// each choice would leave, and keeps the choices in the address. It stands between the filters and
// the list, so that a filtered address never shows the whole list first.
(() => {
  "use strict";

  const page = document.querySelector(".fc-claims");
  const toggle = page.querySelector(".fc-toggle");
  const shown = page.querySelector(".fc-shown");
  const chosen = page.querySelector(".fc-chosen");
  const none = page.querySelector(".fc-none");
  const selects = [...page.querySelectorAll("select")];
  const labels = selects.map((select) => select.labels[0].textContent);
  const total = shown.textContent;
  let claims = [];
  let families = [];

  // Every option but "Any", by its number: the claims name theirs in data-options.
  const options = selects.flatMap((select, facet) =>
    [...select.options].slice(1).map((element) => ({
      element,
      facet,
      name: element.textContent.replace(/ \(\d+\)$/, ""),
    })),
  );
  const numbers = new Map(options.map(({ element }, number) => [element, number]));
  const choices = () => selects.map((select) => numbers.get(select.selectedOptions[0]));

  const element = (tag, text, name) => {
    const made = document.createElement(tag);
    made.textContent = text;
    made.className = name;
    return made;
  };

  const button = (text, name, label, action) => {
    const made = element("button", text, name);
    made.type = "button";
    if (label) made.setAttribute("aria-label", label);
    made.addEventListener("click", action);
    return made;
  };

  const readAddress = () => {
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      select.value = asked.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    }
  };

  const writeAddress = () => {
    const asked = new URLSearchParams(location.search);
    for (const { name, value } of selects) {
      if (value) asked.set(name, value);
      else asked.delete(name);
    }
    const query = asked.toString();
    history.pushState(null, "", query ? `?${query}` : location.pathname);
  };

  // What is chosen, each with a button that takes it away.
  const showChosen = () => {
    const made = choices().flatMap((number, facet) => {
      if (number === undefined) return [];
      const text = `${labels[facet]}: ${options[number].name}`;
      return button(text, "fc-chip", `Remove ${text}`, () => choose([selects[facet]]));
    });
    const clear = button("Clear all", "fc-clear", null, () => choose(selects));
    chosen.replaceChildren(...made, clear);
    chosen.hidden = made.length === 0;
  };

  // A claim is counted under an option if it fits every choice made in the other facets.
  const showClaims = () => {
    const wanted = choices();
    const counts = options.map(() => 0);
    let fitting = 0;
    for (const { item, has } of claims) {
      const missed = wanted.flatMap((number, facet) =>
        number === undefined || has.has(number) ? [] : facet,
      );
      item.hidden = missed.length > 0;
      fitting += !item.hidden;
      if (missed.length > 1) continue;
      for (const number of has) {
        if (item.hidden && options[number].facet !== missed[0]) continue;
        counts[number] += 1;
      }
    }
    options.forEach(({ element, name }, number) => {
      const text = `${name} (${counts[number]})`;
      if (element.textContent !== text) element.textContent = text;
      element.disabled = counts[number] === 0 && !element.selected;
    });
    for (const { section, link, count } of families) {
      const left = section.querySelectorAll("li[data-options]:not([hidden])").length;
      section.hidden = link.hidden = left === 0;
      count.textContent = left;
    }
    shown.textContent = wanted.every((number) => number === undefined)
      ? total
      : `${fitting} of ${total}`;
    none.hidden = fitting > 0;
  };

  const show = () => {
    showChosen();
    showClaims();
  };

  // Take some choices away, and leave the keyboard's place where the next button is.
  const choose = (emptied) => {
    for (const select of emptied) select.selectedIndex = 0;
    const place = [...chosen.children].indexOf(document.activeElement);
    writeAddress();
    show();
    if (chosen.hidden) [toggle, selects[0]].find((one) => one.checkVisibility()).focus();
    else chosen.children[Math.min(place, chosen.children.length - 1)].focus();
  };

  const start = () => {
    claims = [...page.querySelectorAll("li[data-options]")].map((item) => ({
      item,
      has: new Set(item.dataset.options.split(" ").map(Number)),
    }));
    families = [...page.querySelectorAll(".fc-families li")].map((link) => ({
      link,
      count: link.querySelector("span"),
      section: document.getElementById(link.querySelector("a").hash.slice(1)),
    }));
    showClaims();
    page.classList.remove("fc-waiting");
    for (const select of selects) {
      select.disabled = false;
      select.addEventListener("change", () => {
        writeAddress();
        show();
      });
    }
    toggle.disabled = false;
    toggle.addEventListener("click", () => {
      const open = toggle.getAttribute("aria-expanded") === "true";
      toggle.setAttribute("aria-expanded", String(!open));
    });
    addEventListener("popstate", () => {
      readAddress();
      show();
    });
  };

  readAddress();
  showChosen();
  if (!chosen.hidden) page.classList.add("fc-waiting");
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
