// Comfort only: every page works without this script.
(() => {
  "use strict";

  const filters = document.getElementById("filters");
  const map = document.getElementById("map");
  if (!map || !filters) {
    return;
  }

  // Filters apply at once and leave their state in the address, as the form itself would.
  const address = () => {
    const filled = [...new FormData(filters)].filter(([, value]) => value.trim() !== "");
    const query = new URLSearchParams(filled).toString();
    const map = new URL(filters.action).pathname;
    return query ? `${map}?${query}` : map;
  };

  let latest = 0;
  const show = async (url) => {
    const turn = ++latest;
    map.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(url, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const next = page.getElementById("map");
      if (turn !== latest) {
        return;
      }

      if (!response.ok || !next) {
        location.assign(url);
        return;
      }

      map.replaceChildren(...next.childNodes);
      const clear = filters.querySelector(".clear");
      const nextClear = page.querySelector("#filters .clear");
      if (clear && !nextClear) {
        clear.remove();
      } else if (!clear && nextClear) {
        filters.querySelector(".words").append(nextClear);
      }
    } catch {
      location.assign(url);
    } finally {
      if (turn === latest) {
        map.removeAttribute("aria-busy");
      }
    }
  };

  const apply = () => {
    const url = address();
    if (url !== location.pathname + location.search) {
      history.pushState(null, "", url);
      show(url);
    }
  };

  let pause = 0;
  filters.addEventListener("change", apply);
  filters.addEventListener("input", (event) => {
    if (event.target.type === "search") {
      clearTimeout(pause);
      pause = setTimeout(apply, 400);
    }
  });
  filters.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    apply();
  });
  // What the browser goes back to sets the form as well.
  addEventListener("popstate", () => location.reload());

  // Arrow keys move between the marks: left and right within a row, up and down to the nearest row that has one.
  map.addEventListener("keydown", (event) => {
    const cell = event.target.closest("a.cell");
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (!cell || !step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }

    const rows = [...map.querySelectorAll("tr")]
      .map((row) => [...row.querySelectorAll("a.cell")])
      .filter((cells) => cells.length > 0);
    const at = rows.findIndex((cells) => cells.includes(cell));
    const column = (link) => link.closest("td").cellIndex;
    const row = rows[at + step[0]];
    const target =
      step[0] === 0
        ? rows[at][rows[at].indexOf(cell) + step[1]]
        : row?.toSorted((a, b) => Math.abs(column(a) - column(cell)) - Math.abs(column(b) - column(cell)))[0];
    if (target) {
      event.preventDefault();
      target.focus();
    }
  });
})();
