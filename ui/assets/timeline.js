// Beside each mark of the plot stands its figure as the source has it, "up to" and "at least" included.
() => {
  const SVG = "http://www.w3.org/2000/svg";

  const figures = (plot) => {
    const frame = plot.getBoundingClientRect();
    return Array.from(plot.querySelectorAll(".plot_marks path")).flatMap((mark) => {
      const figure = /(?:^|; )figure: ([^;]*)/.exec(mark.getAttribute("aria-label") ?? "")?.[1];
      const box = mark.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2 - frame.left, box.top + box.height / 2 - frame.top];
      return figure && frame.width ? [{ figure, x, y, isLeft: x < frame.width / 2 }] : [];
    });
  };

  const label = ({ figure, x, y, isLeft }) => {
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("x", x + (isLeft ? 12 : -12));
    text.setAttribute("y", y + 4);
    text.setAttribute("text-anchor", isLeft ? "start" : "end");
    text.textContent = figure;
    return text;
  };

  // The labels lie in a layer of their own, which the plot does not take for marks when it draws itself anew.
  const labelAll = () =>
    document.querySelectorAll("#timeline svg:has(.plot_marks)").forEach((plot) => {
      const found = figures(plot);
      const known = JSON.stringify(found);
      let layer = plot.querySelector(":scope > .figures");
      if (layer?.dataset.known === known) return;
      if (!layer) {
        layer = document.createElementNS(SVG, "g");
        layer.setAttribute("class", "figures");
        layer.setAttribute("aria-hidden", "true"); // the marks themselves say the same
        plot.append(layer);
      }
      layer.dataset.known = known;
      layer.replaceChildren(...found.map(label));
    });

  const watched = { childList: true, subtree: true, attributes: true, attributeFilter: ["transform", "aria-label"] };
  new MutationObserver(labelAll).observe(document.getElementById("views"), watched);
}
