// A new question stands at the top of the conversation while its answer grows below it, until the reader scrolls.
() => {
  let questions = 0;
  let anchor = null;

  const scroller = () => document.querySelector('#chat [role="log"]');
  const release = () => (anchor = null);

  const follow = () => {
    const log = scroller();
    const rows = log?.querySelectorAll(".user-row") ?? [];
    if (rows.length > questions) anchor = rows[rows.length - 1];
    questions = rows.length;
    if (anchor?.isConnected) log.scrollTop += anchor.getBoundingClientRect().top - log.getBoundingClientRect().top - 12;
  };

  // Gradio gives its button for the newest words no name, and every message its own Markdown, addresses and all, as one.
  const name = () => {
    document.querySelectorAll("#chat button:not([aria-label])").forEach((button) => {
      if (!button.textContent.trim()) button.setAttribute("aria-label", "To the newest words");
    });
    document.querySelectorAll('#chat [data-testid="bot"][aria-label], #chat [data-testid="user"][aria-label]').forEach((message) =>
      message.removeAttribute("aria-label"),
    );
  };

  const chat = document.getElementById("chat");
  new MutationObserver(() => {
    follow();
    name();
  }).observe(chat, { childList: true, subtree: true, characterData: true });
  for (const move of ["wheel", "touchmove", "keydown", "pointerdown"]) chat.addEventListener(move, release, { passive: true });
}
