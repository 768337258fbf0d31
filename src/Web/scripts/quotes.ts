/** A quote leads to its words: softly, and again when it is clicked twice. */
export function startQuotes(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement | SVGAElement>("a[data-quote], .talk a");
    const target = link && document.getElementById((link.getAttribute("href") ?? "").slice(1));
    if (!target) {
      return;
    }

    event.preventDefault();
    show(target);
  });
}

function show(target: HTMLElement): void {
  history.replaceState(null, "", `#${target.id}`);
  for (const before of document.querySelectorAll(".is-here")) {
    before.classList.remove("is-here");
  }

  void target.offsetWidth; // so that the same mark lights up again
  target.classList.add("is-here");
  target.closest(".turn")?.classList.add("is-here");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  target.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}
