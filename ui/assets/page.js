// Choosing a marker shows its words in their article. All of it is in the page already; no server is asked.
() => {
  const pane = () => document.getElementById("pane");
  const all = (selector) => Array.from(pane()?.querySelectorAll(selector) ?? []);
  const turnOf = (name) => name.split("-")[1];
  const cardOf = (name) => all("a.cited").find((card) => card.getAttribute("href") === `#${name}`);
  const cardsOf = (name) => all(`#cites-${turnOf(name)} a.cited`);
  let open = null; // the name of the passage that is open, or null while a list is shown
  let listed = null; // the turn whose list is shown; null for the newest
  let opener = null; // the link that opened it, to which Escape returns

  const show = (element, shown) => element.toggleAttribute("hidden", !shown);

  const write = (selector, text) => {
    // Written only when it differs: it is a live region, and would be read out again.
    all(selector).forEach((one) => one.textContent !== text && (one.textContent = text));
  };

  // Puts the pane into the state above; needed after every change that Gradio makes to it.
  const arrange = () => {
    if (!pane()) return;
    const turns = all(".turn");
    if (open && !cardOf(open)) open = null;
    const turn = listed && turns.some((one) => one.id === `cites-${listed}`) ? `cites-${listed}` : turns.at(-1)?.id;
    const article = open && cardOf(open).dataset.article;
    turns.forEach((one) => show(one, !open && one.id === turn));
    all(".article").forEach((one) => show(one, one.id === article));
    all(".steps").forEach((one) => show(one, Boolean(open)));
    all("mark").forEach((mark) => {
      const names = Array.from(mark.classList);
      mark.classList.toggle("chosen", names.includes(open));
      mark.classList.toggle("near", names.some((name) => open && name.startsWith(`cite-${turnOf(open)}-`)));
    });
    document.querySelectorAll('#chat a[href^="#cite-"]').forEach((link) => {
      if (link.getAttribute("href") === `#${open}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    if (open) {
      const cards = cardsOf(open);
      write(".place .whose", cardOf(open).querySelector(".who").textContent);
      write(".place .count", `${cards.indexOf(cardOf(open)) + 1} of ${cards.length}`);
    }
  };

  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  const choose = (name) => {
    if (!cardOf(name)) return;
    open = name;
    listed = turnOf(name);
    arrange();
    const words = all("mark.chosen")[0] ?? all(".article:not([hidden])")[0];
    words?.focus({ preventScroll: true });
    words?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  };

  const list = () => {
    const card = cardOf(open);
    open = null;
    arrange();
    card?.focus();
  };

  const step = (by) => {
    const cards = cardsOf(open);
    const next = cards[cards.indexOf(cardOf(open)) + by];
    if (next) choose(next.getAttribute("href").slice(1));
  };

  const back = () => {
    if (!opener?.isConnected || pane().contains(opener)) return list();
    opener.focus({ preventScroll: true });
    opener.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  };

  const steps = { list, back, previous: () => step(-1), next: () => step(1) };
  const keys = { Escape: back, p: steps.previous, n: steps.next };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#cite-"]');
    const button = event.target.closest?.("[data-step]");
    if (link) {
      event.preventDefault();
      opener = link;
      choose(link.getAttribute("href").slice(1));
    } else if (button && open) {
      steps[button.dataset.step]();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (!open || event.ctrlKey || event.metaKey || event.altKey || !pane()?.contains(event.target)) return;
    keys[event.key]?.();
  });

  let turns = 0;
  document.addEventListener("parallax:pane", () => {
    const now = all(".turn").length;
    if (now !== turns) [open, listed] = [null, null]; // another answer, or a cleared page
    turns = now;
    arrange();
  });
  arrange();
}
