// Choosing a marker shows its words in their article. All of it is in the page already; no server is asked.
() => {
  const pane = () => document.getElementById("pane");
  const all = (selector) => Array.from(pane()?.querySelectorAll(selector) ?? []);
  const turnOf = (name) => name.split("-")[1];
  const cardOf = (name) => all("a.cited").find((card) => card.getAttribute("href") === `#${name}`);
  const cardsOf = (name) => all(`#cites-${turnOf(name)} a.cited`);
  let open = null; // the name of the passage that is open, or null while a list is shown
  let listed = null; // the turn whose list and views are shown; null for the newest
  let opener = null; // the link that opened it, to which Escape returns

  const show = (element, shown) => element.toggleAttribute("hidden", !shown);

  const write = (selector, text) => {
    // Written only when it differs: it is a live region, and would be read out again.
    all(selector).forEach((one) => one.textContent !== text && (one.textContent = text));
  };

  // The turn that is shown: the one whose passage was chosen, else the newest; 0 stands for the corpus.
  const current = () => {
    const turns = all(".turn").map((one) => one.dataset.turn);
    return turns.includes(listed) ? listed : turns.filter((turn) => turn !== "0").at(-1);
  };

  const arrangeViews = () => {
    const newest = all(".turn").map((one) => one.dataset.turn).at(-1);
    const turn = current() === "0" ? newest : current();
    document.querySelectorAll(".view").forEach((one) => show(one, one.dataset.turn === turn));
    document.querySelectorAll("#plot").forEach((plot) => show(plot, turn === newest)); // it has the newest figures only
    const tab = document.querySelectorAll('#views [role="tab"]')[1];
    if (!tab) return;
    const cards = Number(document.getElementById(`cites-${turn}`)?.dataset.differences ?? 0);
    tab.dataset.count = turn > 0 && cards ? cards : "";
    if (tab.dataset.count) tab.setAttribute("aria-label", `${tab.textContent.trim()}, ${cards} found`);
    else tab.removeAttribute("aria-label");
  };

  const arrangeChat = () => {
    document.querySelectorAll('a[href^="#cite-"]').forEach((link) => {
      if (link.getAttribute("href") === `#${open}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };

  // Puts the page into the state above; needed after every change that Gradio makes to it.
  const arrange = () => {
    if (!pane()) return;
    if (open && !cardOf(open)) open = null;
    const turn = current();
    const article = open && cardOf(open).dataset.article;
    all(".front").forEach((one) => show(one, !open && turn === undefined));
    all(".turn").forEach((one) => show(one, !open && one.dataset.turn === turn));
    all(".article").forEach((one) => show(one, one.id === article));
    all(".steps").forEach((one) => show(one, Boolean(open)));
    all("mark").forEach((mark) => {
      const names = Array.from(mark.classList);
      mark.classList.toggle("chosen", names.includes(open));
      mark.classList.toggle("near", names.some((name) => open && name.startsWith(`cite-${turnOf(open)}-`)));
    });
    arrangeChat();
    arrangeViews();
    if (open) {
      const cards = cardsOf(open);
      write(".place .whose", cardOf(open).querySelector(".who").textContent);
      write(".place .count", `${cards.indexOf(cardOf(open)) + 1} of ${cards.length}`);
    }
  };

  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

  const bring = (element) => {
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  };

  const choose = async (name) => {
    if (!cardOf(name)) return;
    open = name;
    listed = turnOf(name);
    arrange();
    const tab = document.querySelector('#views [role="tab"]');
    if (tab?.getAttribute("aria-selected") !== "true") {
      tab.click();
      await painted();
      arrange();
    }
    bring(all("mark.chosen")[0] ?? all(".article:not([hidden])")[0]);
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

  const back = async () => {
    if (!opener?.isConnected || pane().contains(opener)) return list();
    const panel = opener.closest('[role="tabpanel"]');
    const tab = panel && document.querySelector(`[role="tab"][aria-controls="${panel.id}"]`);
    if (tab && tab.getAttribute("aria-selected") !== "true") {
      tab.click();
      await painted();
    }
    bring(opener);
  };

  const steps = { list, back, previous: () => step(-1), next: () => step(1) };
  const keys = { Escape: back, p: steps.previous, n: steps.next };
  const isTyping = (target) => target.matches?.("input, textarea, select, [contenteditable='true']");

  const compare = async (turn) => {
    listed = turn;
    document.querySelectorAll('#views [role="tab"]')[1]?.click();
    await painted();
    arrange();
    bring(document.querySelector(".view:not([hidden]) .difference h3"));
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#cite-"]');
    const kind = event.target.closest?.('a[href^="#difference-"]');
    const button = event.target.closest?.("[data-step]");
    if (link) {
      event.preventDefault();
      opener = link;
      choose(link.getAttribute("href").slice(1));
    } else if (kind) {
      event.preventDefault();
      compare(turnOf(kind.getAttribute("href")));
    } else if (button && open) {
      steps[button.dataset.step]();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (!open || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isTyping(event.target)) keys[event.key]?.();
  });

  let turns = 0;
  document.addEventListener("parallax:changed", () => {
    const now = all(".turn").length;
    if (now !== turns) [open, listed] = [null, null]; // another answer, or a cleared page
    turns = now;
    arrange();
  });
  arrange();
}
