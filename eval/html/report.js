"use strict";
(() => {
  const questions = [...document.querySelectorAll("details.question")];
  const [search, system, kind, weak, shown, all] =
    ["search", "system", "kind", "weak", "shown", "all"].map((id) => document.getElementById(id));
  const words = questions.map((each) => each.textContent.toLowerCase());
  const filter = () => {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    questions.forEach((each, place) => {
      const fits =
        (!system.value || each.dataset.system === system.value) &&
        (!kind.value || each.dataset.kind === kind.value) &&
        (!weak.checked || each.classList.contains("weak")) &&
        wanted.every((word) => words[place].includes(word));
      each.hidden = !fits;
      count += fits;
    });
    shown.textContent = `${count} of ${questions.length}`;
  };
  [search, system, kind, weak].forEach((each) => each.addEventListener("input", filter));
  all.addEventListener("click", () => {
    const visible = questions.filter((each) => !each.hidden);
    const open = visible.some((each) => !each.open);
    visible.forEach((each) => { each.open = open; });
  });
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => {
    each.dataset.before = each.open;
    each.open = true;
  }));
  addEventListener("afterprint", () => document.querySelectorAll("details").forEach((each) => {
    each.open = each.dataset.before === "true";
  }));
  filter();
})();
