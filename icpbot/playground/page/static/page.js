"use strict";
// The page is made by the server. This script sends what people do, and keeps the page as the server has it.
(() => {
  const root = () => document.body.dataset.root;

  // -- the page follows the server -----------------------------------------------------------

  const kept = new Set(["open", "aria-busy", "aria-expanded"]);

  function follow(old, fresh) {
    if (old.isEqualNode(fresh) || (old.hasAttribute?.("data-keep") && old.dataset.key === fresh.dataset.key)) return;
    if (old.nodeType !== Node.ELEMENT_NODE) {
      old.nodeValue = fresh.nodeValue;
      return;
    }
    for (const { name } of [...old.attributes]) {
      if (!kept.has(name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (!kept.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    if (old.matches("textarea")) return;
    if (old.matches("select")) {
      const chosen = [...old.selectedOptions].map((option) => option.value);
      if (old.innerHTML !== fresh.innerHTML) {
        old.innerHTML = fresh.innerHTML;
        for (const option of old.options) option.selected = chosen.includes(option.value);
      }
      return;
    }
    followChildren(old, fresh);
  }

  const same = (a, b) =>
    a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id || "") === (b.id || "") && (a.dataset?.key || "") === (b.dataset?.key || "");

  function followChildren(old, fresh) {
    const staying = new Set([...fresh.children].map((child) => child.id));
    let here = old.firstChild;
    for (const wanted of [...fresh.childNodes]) {
      const found = wanted.id
        ? [...old.children].find((child) => same(child, wanted))
        : here && !here.id && same(here, wanted) ? here : null;
      if (!found) {
        old.insertBefore(document.importNode(wanted, true), here);
        continue;
      }
      while (here && here !== found && !(here.id && staying.has(here.id))) here = drop(here);
      if (found !== here) old.insertBefore(found, here);
      else here = here.nextSibling;
      follow(found, wanted);
    }
    while (here) here = drop(here);
  }

  function drop(node) {
    const next = node.nextSibling;
    node.remove();
    return next;
  }

  const atEnd = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < 120;

  let asked = 0;
  async function refresh(jump = false) {
    const turn = ++asked;
    const ends = new Map([...document.querySelectorAll("[data-scroll]")].map((box) => [box.id, atEnd(box)]));
    const answer = await fetch(location.href, { headers: { "X-Refresh": "1" } });
    if (!answer.ok || turn !== asked) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== asked) return;
    document.title = fresh.title;
    follow(document.body, fresh.body);
    showModal();
    if (opener && !document.getElementById("modal")) {
      opener.focus();
      opener = null;
    }
    for (const box of document.querySelectorAll("[data-scroll]")) {
      if (jump || ends.get(box.id) !== false) box.scrollTop = box.scrollHeight;
    }
  }

  let opener = null; // what had the focus before a modal took it

  function showModal() {
    const modal = document.getElementById("modal");
    if (modal && !modal.open) {
      opener ||= document.activeElement;
      modal.showModal();
      (modal.querySelector("[autofocus], .field input:not([type=hidden]), .field textarea, .field select") || modal.querySelector("footer button:last-child")).focus();
    }
  }

  // A hidden tab does not listen: a browser keeps few connections to one place open.
  let source = null, waiting = 0;
  function listen() {
    source?.close();
    source = null;
    if (document.hidden) return;
    source = new EventSource(`${root()}/changes`);
    source.onmessage = () => {
      clearTimeout(waiting);
      waiting = setTimeout(refresh, 60);
    };
  }
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source?.close());

  async function go(address) {
    history.pushState(null, "", address);
    await refresh(true);
    const write = document.querySelector("#thread .composer textarea") || document.querySelector("main .composer textarea");
    write?.focus();
  }

  // -- what people do ------------------------------------------------------------------------

  function say(words) {
    const toast = document.getElementById("toast");
    toast.textContent = words;
    toast.classList.add("shown");
    clearTimeout(toast.timer);
    toast.timer = setTimeout(() => toast.classList.remove("shown"), 6000);
  }

  async function send(what, form) {
    try {
      const answer = await fetch(`${root()}/do/${what}`, { method: "POST", body: form, headers: { "X-Playground": "1" } });
      const body = await answer.json();
      if (body.error) say(body.error);
      if (body.open) await go(body.open);
      return body;
    } catch {
      say("The playground does not answer. Is it still running?");
      return { error: true };
    }
  }

  function formOf(values, around) {
    const form = around ? new FormData(around) : new FormData();
    for (const [name, value] of Object.entries(values)) if (value !== undefined) form.set(name, value);
    return form;
  }

  function confirmed(asked) {
    if (!asked) return Promise.resolve(true);
    const { title, text, confirm, deny, style } = JSON.parse(asked);
    const dialog = document.getElementById("confirm");
    dialog.querySelector("h2").textContent = title.text;
    dialog.querySelector("p").textContent = text.text;
    const [no, yes] = dialog.querySelectorAll("button");
    no.textContent = deny.text;
    yes.textContent = confirm.text;
    yes.className = `button ${style || "primary"}`;
    dialog.returnValue = "no";
    dialog.showModal();
    return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
  }

  async function press(element, value) {
    if (!(await confirmed(element.dataset.confirm))) return;
    const view = element.closest("[data-view]");
    const message = element.closest("article.message");
    const place = view ? { view: view.dataset.view } : { channel: message.dataset.channel, ts: message.dataset.ts };
    element.setAttribute("aria-busy", "true");
    setTimeout(() => element.removeAttribute("aria-busy"), 4000);
    const body = await send("press", formOf({ ...place, act: element.dataset.act, value }, view?.matches("form") ? view : null));
    if (body.error) element.removeAttribute("aria-busy");
  }

  async function submit(form) {
    for (const wrong of form.querySelectorAll(".wrong")) wrong.textContent = "";
    for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    const body = await send("submit", formOf({ view: form.dataset.view }, form));
    button.disabled = false;
    let first = null;
    for (const [block, words] of Object.entries(body.errors || {})) {
      const field = form.querySelector(`.field[data-block="${CSS.escape(block)}"]`);
      (field || form).querySelector(field ? ".wrong" : ".general").textContent = words;
      const input = field?.querySelector("input:not([type=hidden]), textarea, select");
      input?.setAttribute("aria-invalid", "true");
      first ||= input;
    }
    first?.focus();
  }

  async function write(form) {
    const text = form.elements.text, files = form.elements.files;
    if (!text.value.trim() && !files.files.length) return text.focus();
    const sent = new FormData(form), words = text.value, picked = files.files;
    text.value = "";
    files.value = "";
    grown(text);
    shownFiles(form);
    const body = await send("say", sent);
    if (body.error) {
      text.value = words;
      files.files = picked;
      grown(text);
      shownFiles(form);
    }
  }

  // -- the composer --------------------------------------------------------------------------

  function grown(text) {
    text.style.height = "auto";
    text.style.height = `${Math.min(text.scrollHeight, 220)}px`;
    const commands = text.form?.querySelector(".commands");
    if (commands) commands.hidden = !/^\/\S*$/.test(text.value);
  }

  function shownFiles(form) {
    const list = form.querySelector(".picked"), input = form.elements.files;
    list.replaceChildren(...[...input.files].map((file, place) => {
      const item = document.createElement("li"), button = document.createElement("button");
      item.textContent = file.name;
      button.type = "button";
      button.className = "plain";
      button.textContent = "×";
      button.setAttribute("aria-label", `Leave out ${file.name}`);
      button.addEventListener("click", () => take(form, [...input.files].filter((_, other) => other !== place), true));
      item.append(button);
      return item;
    }));
    list.hidden = !input.files.length;
  }

  function take(form, files, instead = false) {
    const all = new DataTransfer(), input = form.elements.files;
    for (const file of [...(instead ? [] : input.files), ...files]) all.items.add(file);
    input.files = all.files;
    shownFiles(form);
    form.elements.text.focus();
  }

  const nearest = (element) => element.closest("main, aside")?.querySelector("form.composer") || document.querySelector("main form.composer");

  // -- listeners, once, on the document ------------------------------------------------------

  document.addEventListener("click", async (event) => {
    const at = event.target.closest("button, a, summary");
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target) || (at && !at.matches("summary"))) setTimeout(() => menu.removeAttribute("open"));
    }
    if (!at) {
      if (event.target === document.body || event.target.closest("main, aside")) document.documentElement.classList.remove("side-open");
      return;
    }
    const { act, fill, ask, open } = at.dataset;
    if (at.matches(".open-side")) {
      at.setAttribute("aria-expanded", String(document.documentElement.classList.toggle("side-open")));
    } else if (act) {
      press(at, at.value);
    } else if (at.dataset.do) {
      if (await confirmed(at.dataset.confirm)) {
        const { do: what, confirm: _, ...values } = at.dataset;
        send(what, formOf(values));
      }
    } else if (fill !== undefined) {
      const text = nearest(at).elements.text;
      text.value = fill.startsWith("@") && text.value ? `${text.value}${fill}` : fill;
      grown(text);
      text.focus();
    } else if (ask !== undefined) {
      const text = nearest(at).elements.text;
      text.value = ask;
      write(text.form);
    } else if (open) {
      event.stopPropagation();
      setTimeout(() => { document.querySelector(open).open = true; });
    } else if (at.matches("[data-pick]")) {
      at.closest("form").elements.files.click();
    } else if (at.matches("[data-close]")) {
      send("close", formOf({ view: at.closest("form").dataset.view }));
    } else if (at.matches("a[href]") && at.pathname === location.pathname && at.hash !== "#main" && !at.target && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      document.documentElement.classList.remove("side-open");
      await go(at.href);
      point();
    }
  });

  document.addEventListener("change", (event) => {
    const element = event.target.closest("[data-act]");
    if (event.target.matches("input[type=file][name=files]")) shownFiles(event.target.form);
    else if (!element || element.matches("button, a")) return;
    else if (element.matches("fieldset")) press(element, [...element.querySelectorAll(":checked")].map((one) => one.value).join("\n"));
    else if (element.multiple) press(element, [...element.selectedOptions].map((one) => one.value).join("\n"));
    else press(element, element.value);
  });

  document.addEventListener("input", (event) => { if (event.target.matches(".composer textarea")) grown(event.target); });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.matches(".composer textarea")) {
      event.preventDefault();
      write(event.target.form);
    } else if (event.key === "Escape") {
      for (const menu of document.querySelectorAll("details.menu[open]")) {
        menu.removeAttribute("open");
        menu.querySelector("summary").focus();
      }
      document.documentElement.classList.remove("side-open");
    }
  });

  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-say]")) { event.preventDefault(); write(event.target); }
    if (event.target.matches("[data-submit]")) { event.preventDefault(); submit(event.target); }
  });

  document.addEventListener("cancel", (event) => {
    if (event.target.id !== "modal") return;
    event.preventDefault();
    send("close", formOf({ view: event.target.querySelector("form").dataset.view }));
  }, true);

  for (const kind of ["dragover", "drop"]) {
    document.addEventListener(kind, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      document.documentElement.classList.toggle("dropping", kind === "dragover");
      if (kind === "drop") take(nearest(event.target), event.dataTransfer.files);
    });
  }
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.documentElement.classList.remove("dropping"); });

  function point() {
    const target = location.hash ? (document.getElementById(location.hash.slice(1).replace(/^m/, "t")) || document.getElementById(location.hash.slice(1))) : null;
    target?.scrollIntoView({ block: "center" });
    target?.classList.add("pointed");
  }

  addEventListener("popstate", () => refresh(true));
  for (const box of document.querySelectorAll("[data-scroll]")) box.scrollTop = box.scrollHeight;
  point();
  showModal();
  listen();
  if (matchMedia("(min-width: 50rem)").matches) (document.querySelector("#thread .composer textarea") || document.querySelector(".composer textarea"))?.focus();
})();
