// What is taken away: copied, or saved as a file.
() => {
  const say = (words) => {
    document.querySelectorAll(".taken").forEach((one) => (one.textContent = words));
    setTimeout(() => document.querySelectorAll(".taken").forEach((one) => (one.textContent = "")), 4000);
  };

  // Browsers give pages that come unencrypted from another machine no clipboard, but copy what is selected there.
  const copySelected = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };

  const copy = async (text) => {
    const done = navigator.clipboard
      ? await navigator.clipboard.writeText(text).then(() => true, () => false)
      : copySelected(text);
    say(done ? "Copied" : "The browser does not allow copying");
  };

  const save = (file) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file.text], { type: file.type }));
    link.download = file.name;
    link.click();
    URL.revokeObjectURL(link.href);
    say(`Saved ${file.name}`);
  };

  const take = (file) => file && (file.copied ? copy(file.text) : save(file));

  const closeMenus = (except) =>
    document.querySelectorAll("details.history[open], details.save[open]").forEach((one) => {
      if (!one.contains(except)) one.open = false;
    });

  document.addEventListener("click", (event) => {
    closeMenus(event.target);
    if (event.target.closest?.("details.save button")) closeMenus(null);
    if (event.target.closest?.("[data-link]")) {
      copy(Array.from(document.querySelectorAll("#pane .permalink")).at(-1).href);
    }
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && closeMenus(null));

  window.parallax = { ...window.parallax, take };
}
