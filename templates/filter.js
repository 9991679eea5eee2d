// SPDX-License-Identifier: Apache-2.0
// Search, filter and groups above the cards of a report. The page says everything without it. But
// for empty lines it stands in the page as it stands here, and the page is XML: no less-than sign, no
// ampersand, no two opening braces.
"use strict";

function startFilter(form) {
  const findings = document.getElementById("findings");
  const regrouped = document.getElementById("regrouped");
  const told = document.getElementById("filter-told");
  const partial = document.getElementById("filter-partial");
  const shownCount = document.getElementById("filter-shown");
  const boxKinds = [".case", ".provision", ".instrument"];
  const boxes = [...findings.querySelectorAll(boxKinds.join())];
  const sharing = new Set(boxes.filter((box) => box.querySelector(".common")));
  const cards = [...findings.querySelectorAll(".card")].map((node) => ({
    node,
    homes: boxKinds.map((kind) => node.closest(kind)),
    text: "",
  }));
  const number = new Intl.NumberFormat(document.documentElement.lang);
  let groups = [];
  let groupedBy = "";

  function setHidden(node, hidden) {
    if (node.hidden !== hidden) node.hidden = hidden;
  }

  function setText(node, text) {
    if (node.textContent !== text) node.textContent = text;
  }

  // Read at the first search only: a page may have thousands of cards.
  function textOf(card) {
    if (card.text === "") card.text = card.node.textContent.toLowerCase();
    return card.text;
  }

  // One test for each control in use; a control left alone asks nothing.
  function conditions() {
    const chosen = new FormData(form);
    const words = chosen.get("text").toLowerCase().split(/\s+/).filter(Boolean);
    const tests = words.map((word) => (card) => textOf(card).includes(word));
    ["verdict", "severity", "worker", "document"].forEach((name) => {
      const keys = chosen.getAll(name).filter(Boolean);
      if (keys.length === 0) return;
      tests.unshift((card) => card.node.dataset[name].split(" ").some((key) => keys.includes(key)));
    });
    return tests;
  }

  function heading(level, text) {
    const node = document.createElement(level);
    const words = document.createElement("bdi");
    words.textContent = text;
    node.append(words, " ");
    return node;
  }

  function addGroup(section, label, members) {
    const node = document.createElement("div");
    const head = heading("h4", label);
    const count = document.createElement("span");
    count.className = "subtitle";
    head.append(count);
    node.append(head, ...members.map((card) => card.node));
    section.append(node);
    groups.push({ node, count, members });
  }

  // Cards go home first, in the order of the page. A card that rests on several documents stands
  // in a group of these documents, so that each card stands once.
  function regroup(by) {
    groupedBy = by;
    groups = [];
    regrouped.replaceChildren();
    cards.forEach((card) => card.homes[0].append(card.node));
    if (by === "") return;
    const options = [...form.elements[by].options].filter((option) => option.value !== "");
    const labels = new Map(options.map((option) => [option.value, option.text]));
    const members = new Map(options.map((option) => [option.value, []]));
    cards.forEach((card) => {
      const key = card.node.dataset[by];
      if (!members.has(key)) members.set(key, []);
      members.get(key).push(card);
    });
    const section = document.createElement("section");
    section.append(heading("h3", form.elements.group.selectedOptions[0].text));
    members.forEach((list, key) => {
      if (list.length === 0) return;
      addGroup(section, key.split(" ").map((one) => labels.get(one)).join(" + "), list);
    });
    regrouped.append(section);
  }

  function apply() {
    const by = form.elements.group.value;
    if (by !== groupedBy) regroup(by);
    const tests = conditions();
    const shown = new Set(cards.filter((card) => tests.every((test) => test(card))));
    cards.forEach((card) => setHidden(card.node, !shown.has(card)));
    groups.forEach((group) => {
      const count = group.members.filter((card) => shown.has(card)).length;
      setHidden(group.node, count === 0);
      setText(group.count, number.format(count));
    });
    // Away from home, what cards share is still told where the articles are.
    const homes = new Set([...shown].flatMap((card) => card.homes));
    const open = boxes.filter((box) => homes.has(box) ? by === "" || sharing.has(box) : false);
    const opened = new Set(open);
    boxes.forEach((box) => setHidden(box, !opened.has(box)));
    setHidden(told, by === "" || open.length === 0);
    setHidden(partial, shown.size === cards.length);
    setText(shownCount, number.format(shown.size));
    form.classList.toggle("active", by !== "" || shown.size !== cards.length);
  }

  function showAll() {
    form.reset();
    form.elements.group.value = groupedBy;
    apply();
  }

  // A link must lead to its card also where the card is filtered out.
  function reveal(id) {
    const target = document.getElementById(id);
    if (target === null) return false;
    if (target.closest("#findings [hidden]") === null) return false;
    showAll();
    return true;
  }

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("filter-reset").addEventListener("click", showAll);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link !== null) reveal(link.hash.slice(1));
  });
  window.addEventListener("hashchange", () => {
    const id = location.hash.slice(1);
    if (reveal(id)) document.getElementById(id).scrollIntoView();
  });
  form.hidden = false;
}

const filterForm = document.getElementById("filter");
if (filterForm !== null) startFilter(filterForm);
