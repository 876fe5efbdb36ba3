// One answer grows at a time: a question sent meanwhile stays in the box, and is asked as soon as the answer is whole.
() => {
  const WAITING = "This question is asked as soon as this answer is whole; change it, and it waits for Enter.";
  const EMPTY = "Type a question, in a few words, and the articles will be searched for it.";
  const [shown, hidden] = [true, false].map((visible) => ({ __type__: "update", visible }));
  const button = (name) => document.querySelector(`.question button.${name}`);
  const note = () => document.querySelector(".waiting p");
  let answering = false;
  let begun = 0; // answers so far
  let waits = false; // a question has been sent meanwhile

  const tell = (words) => (note().textContent = words);
  const wait = (now) => {
    waits = now;
    tell(now ? WAITING : "");
  };

  const row = document.querySelector(".question");
  const answer = (now) => {
    answering = now;
    row.closest(".asking").toggleAttribute("data-answering", now); // other ways to ask are away meanwhile
  };

  // What these return goes to Gradio: the box, the button that asks, the button that stops.
  const begin = () => {
    answer(true);
    begun += 1;
    if (!waits) tell("");
    return [hidden, shown];
  };
  const end = () => {
    answer(false);
    return [shown, hidden];
  };
  const offer = (question) => {
    if (answering) return [];
    window.parallax.hand(question);
    return begin();
  };
  const send = (question) => {
    if (!/[\p{L}\p{N}]/u.test(question)) {
      if (!waits) tell(EMPTY);
      return [];
    }
    if (!answering) return ["", ...offer(question)];
    wait(row.querySelector("textarea").value === question); // who is writing on already, is not cut short
    return [];
  };
  let addressed = Boolean(new URLSearchParams(location.search).get("q")); // the address asks, and is not answered yet
  const arrive = () => (addressed ? begin() : []);
  const arrived = () => {
    if (!addressed) return [];
    addressed = false;
    return end();
  };

  // Gradio calls a stopped answer failed too, just before or after its end; by then another may have begun.
  const fail = async () => {
    const failed = begun;
    await new Promise((later) => setTimeout(later, 1000));
    return answering && begun === failed ? end() : [];
  };

  const isSeen = (name) => Boolean(button(name)?.checkVisibility());
  const proceed = () => {
    if (!waits || answering || !isSeen("ask") || isSeen("stop")) return;
    wait(false);
    button("ask").click();
  };

  new MutationObserver(proceed).observe(row, { childList: true, subtree: true, attributes: true });
  row.addEventListener("input", () => wait(false));
  row.addEventListener("click", (event) => event.target.closest("button.clear") && wait(false), true);
  // Another conversation makes an end of a growing answer, which is kept with its own before the other is shown.
  const reopen = async (event) => {
    wait(false);
    if (!answering) return;
    event.stopPropagation();
    const kept = new Promise((done) => document.addEventListener("parallax:remembered", done, { once: true }));
    button("stop")?.click();
    await Promise.race([kept, new Promise((later) => setTimeout(later, 3000))]);
    event.target.dispatchEvent(new CustomEvent(event.type, { detail: event.detail, bubbles: true }));
  };
  document.addEventListener("parallax:reopen", reopen, true);

  window.parallax = { ...window.parallax, begin, end, fail, offer, send, arrive, arrived };
}
