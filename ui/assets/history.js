// Conversations as this browser keeps them. Their words are data: they are only ever written as text.
() => {
  const KEY = "parallax-conversations";
  const MOST = 30;
  let current = null; // which of them is shown
  let reopened = null; // which was chosen: a page just opened may tell of its emptiness only after that

  const kept = () => {
    try {
      const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      return Array.isArray(found) ? found : [];
    } catch {
      return [];
    }
  };

  const keep = (conversations) => {
    // A full store forgets the oldest.
    for (let count = conversations.length; count >= 0; count -= 1) {
      try {
        localStorage.setItem(KEY, JSON.stringify(conversations.slice(0, count)));
        return;
      } catch {}
    }
  };

  const line = (conversation) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const when = document.createElement("span");
    button.type = "button";
    button.textContent = conversation.title;
    button.dir = "auto";
    when.textContent = new Date(conversation.when).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
    button.append(when);
    button.addEventListener("click", () => {
      const panel = button.closest("details");
      panel.dispatchEvent(new CustomEvent("parallax:reopen", { detail: conversation, bubbles: true }));
      panel.open = false;
    });
    item.append(button);
    return item;
  };

  const list = () => {
    const conversations = kept();
    const panel = document.querySelector(".history");
    if (!panel) return;
    const lines = panel.querySelector("ol");
    const wanted = JSON.stringify(conversations.map((one) => [one.id, one.when]));
    if (lines.dataset.listed === wanted) return; // a line that is made anew under the pointer loses the click
    lines.dataset.listed = wanted;
    lines.replaceChildren(...conversations.map(line));
    panel.classList.toggle("empty", conversations.length === 0);
  };

  const remember = (record) => {
    document.dispatchEvent(new CustomEvent("parallax:remembered"));
    if (!record) {
      current = null;
      return;
    }
    const title = JSON.parse(record)[0].question.slice(0, 200);
    const again = kept().find((one) => one.id === reopened && one.title === title)?.id;
    current ??= again ?? `${Date.now()}-${Math.random()}`;
    reopened = null;
    const others = kept().filter((one) => one.id !== current);
    keep([{ id: current, title, when: Date.now(), record }, ...others].slice(0, MOST));
    list();
  };

  window.parallax = { ...window.parallax, remember };
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".history .forget")) {
      localStorage.removeItem(KEY);
      list();
    }
  });
  document.addEventListener("toggle", list, true);
  document.addEventListener("parallax:reopen", (event) => ([current, reopened] = [null, event.detail.id]));
  list();
}
