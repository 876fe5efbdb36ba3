// Beside each mark of the plot stands its figure as the source has it, "up to" and "at least" included.
() => {
  const label = (mark) => {
    const figure = /(?:^|; )figure: ([^;]*)/.exec(mark.getAttribute("aria-label") ?? "")?.[1];
    const place = /translate\(([\d.-]+),\s*([\d.-]+)\)/.exec(mark.getAttribute("transform") ?? "");
    if (!figure || !place) return;
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    const isLeft = Number(place[1]) < mark.ownerSVGElement.clientWidth / 2;
    text.setAttribute("x", Number(place[1]) + (isLeft ? 12 : -12));
    text.setAttribute("y", Number(place[2]) + 4);
    text.setAttribute("text-anchor", isLeft ? "start" : "end");
    text.setAttribute("aria-hidden", "true"); // the mark itself says the same
    text.textContent = figure;
    mark.after(text);
  };

  const labelAll = () =>
    document.querySelectorAll("#timeline .plot_marks path").forEach((mark) => {
      if (mark.nextElementSibling?.tagName !== "text") label(mark);
    });

  new MutationObserver(labelAll).observe(document.getElementById("views"), { childList: true, subtree: true });
}
