// Over a marker, or with a marker in focus: whose words it stands for, of which day, and the words themselves.
() => {
  const card = document.createElement("div");
  card.id = "hover";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.body.append(card);
  let over = null; // the marker whose words are shown
  let leaving = 0;

  const words = (link) => {
    const name = link.getAttribute("href");
    const cited = Array.from(document.querySelectorAll("#pane a.cited")).find((one) => one.getAttribute("href") === name);
    return cited && Array.from(cited.children).filter((part) => !part.classList.contains("number"));
  };

  const place = (link) => {
    const box = (Array.from(link.getClientRects()).at(-1) ?? link.getBoundingClientRect());
    const left = Math.min(Math.max(8, box.left - 24), innerWidth - card.offsetWidth - 8);
    const above = box.top - card.offsetHeight - 8;
    card.style.left = `${left}px`;
    card.style.top = `${above > 8 ? above : box.bottom + 8}px`;
  };

  const hide = () => {
    if (!over) return;
    if (over.dataset.title) over.title = over.dataset.title;
    over.removeAttribute("aria-describedby");
    over = null;
    card.hidden = true;
  };

  const show = (link) => {
    clearTimeout(leaving);
    const parts = link === over ? null : words(link);
    if (!parts) return;
    hide();
    over = link;
    card.replaceChildren(...parts.map((part) => part.cloneNode(true)));
    card.hidden = false;
    link.dataset.title = link.title;
    link.removeAttribute("title"); // the browser would show the same a second time
    link.setAttribute("aria-describedby", "hover");
    place(link);
  };

  const markerAt = (target) => {
    const link = target.closest?.('a[href^="#cite-"]');
    return link && !link.classList.contains("cited") ? link : null;
  };

  document.addEventListener("mouseover", (event) => {
    const link = markerAt(event.target);
    if (link) show(link);
    else if (card.contains(event.target)) clearTimeout(leaving); // it may be read with the pointer on it
    else if (over) {
      clearTimeout(leaving);
      leaving = setTimeout(hide, 150);
    }
  });
  document.addEventListener("focusin", (event) => (markerAt(event.target) ? show(markerAt(event.target)) : hide()));
  document.addEventListener("scroll", () => over && place(over), true);
  document.addEventListener("click", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !over) return;
    hide();
    event.preventDefault(); // the first Escape puts the words away, a second one leads back to the answer
  }, true);
}
