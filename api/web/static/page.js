// What scripts add to pages that work without them: keys, copying, quoting what is selected, dropping files.
const $ = (what, within = document) => within.querySelector(what);
const $$ = (what, within = document) => [...within.querySelectorAll(what)];
const say = (words) => { $("#said").textContent = words; };

// ---- copying
async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    say("Copied.");
    if (button) { const was = button.textContent; button.textContent = "Copied"; setTimeout(() => { button.textContent = was; }, 1500); }
  } catch { say("This browser does not let pages copy; select the words and copy them."); }
}
const offered = () => { for (const button of $$(".copy[hidden]")) button.hidden = false; };
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-address]");
  if (link?.matches("button")) { copy(new URL(link.dataset.address, location.href).href, link); return; }
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const texts = button.dataset.copy.split(",").map((id) => document.getElementById(id)?.innerText.trim() ?? "");
  copy(texts.length === 2 ? `“${texts[0].replace(/\s+/g, " ")}”\n${texts[1]}` : texts.join("\n"), button);
});

// ---- places: the text of an element with data-s is the paper's, character for character, from that offset on
const points = (text) => [...text].length;
function piece(home, range) { // the part of one element that lies in a range
  const own = document.createRange(), ahead = document.createRange();
  own.selectNodeContents(home);
  if (range.compareBoundaryPoints(Range.START_TO_START, own) > 0) own.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, own) < 0) own.setEnd(range.endContainer, range.endOffset);
  ahead.setStart(home, 0);
  ahead.setEnd(own.startContainer, own.startOffset);
  const start = Number(home.dataset.s) + points(ahead.toString());
  return [start, start + points(own.toString())];
}
function selected() { // words of one note, or words of the text without the notes that stand between
  const flow = $(".flow"), selection = document.getSelection();
  if (!flow || !selection || selection.isCollapsed || !flow.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  const inNote = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".note");
  const note = inNote(range.startContainer), alone = note?.contains(range.endContainer) ? note : null;
  const all = $$("[data-s]", alone ?? flow).filter((each) => range.intersectsNode(each));
  const pieces = all.filter((each) => alone || !inNote(each)).map((each) => piece(each, range)).filter(([start, end]) => start < end);
  if (!pieces.length) return null;
  const places = pieces.sort((one, other) => one[0] - other[0]).map((each) => each.join("-")).join(";");
  return { places, at: `${flow.dataset.paper} ${places}`, without: !alone && all.some(inNote), box: range.getBoundingClientRect() };
}
function pick() {
  const picker = $("#picker"), place = selected();
  if (!place) { picker.hidden = true; return; }
  $("input[name=at]", picker).value = place.at;
  $("#picker-said").textContent = place.without ? "without the notes between" : "";
  $("[data-cite]", picker).href = `/cite?${new URLSearchParams({ at: place.at })}`;
  picker.dataset.address = `${location.origin}${location.pathname}?${new URLSearchParams({ at: place.places })}#at`;
  picker.hidden = false;
  picker.style.setProperty("top", `${Math.max(0, place.box.top + scrollY - picker.offsetHeight - 8)}px`);
  picker.style.setProperty("left", `${Math.max(4, Math.min(place.box.left + scrollX, innerWidth - picker.offsetWidth - 8))}px`);
}
document.addEventListener("mouseup", (event) => { if (!event.target.closest?.("#picker")) setTimeout(pick); });
document.addEventListener("keyup", (event) => { if (event.shiftKey) pick(); });
$("[data-link]")?.addEventListener("click", () => copy($("#picker").dataset.address, $("[data-link]")));

// ---- keys; none while one types, none with Ctrl or Alt, and none at all when they are turned off
const GO = { s: "/search", a: "/ask", f: "/figures", t: "/tray", e: "/entities", h: "/" };
let going = false;
const items = () => $$(".item");
function step(by) {
  const all = items(), at = all.indexOf(document.activeElement?.closest(".item"));
  const next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
function along(what, by) {
  const all = $$(what), edge = innerHeight / 3;
  const tops = all.map((each) => each.getBoundingClientRect().top);
  const at = by > 0 ? tops.findIndex((top) => top > edge + 4) : tops.findLastIndex((top) => top < edge - 4);
  if (all[at]) { all[at].scrollIntoView({ block: "start" }); scrollBy(0, -edge); ($("a", all[at]) ?? all[at]).focus?.({ preventScroll: true }); }
}
function act(name) {
  const place = selected();
  if (place && name === "cite") { location.href = `/cite?${new URLSearchParams({ at: place.at })}`; return; }
  if (place && name === "keep") { pick(); $("#picker button").click(); return; }
  const item = document.activeElement?.closest(".item") ?? $(".place") ?? items()[0];
  item?.querySelector(`[data-do=${name}]`)?.click();
}
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (event.key === "Escape") { $("#picker").hidden = true; if (typing) event.target.blur(); document.getSelection()?.removeAllRanges(); return; }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.documentElement.dataset.keys === "off" || $("dialog[open]")) return;
  if (going) { going = false; if (GO[event.key]) { location.href = GO[event.key]; event.preventDefault(); } return; }
  const keys = {
    "/": () => ($("#big") ?? $("#q")).focus(), "?": () => $("#help").showModal(), j: () => step(1), k: () => step(-1),
    c: () => act("cite"), q: () => act("keep"), n: () => along(".flow .note", 1), p: () => along(".flow .note", -1),
    "]": () => along(".break", 1), "[": () => along(".break", -1), g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
  };
  if (event.key === "Enter" && event.target.classList?.contains("item")) act("open");
  else if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
});

// ---- files may be dropped on the form
for (const drop of $$(".drop")) {
  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    $("input[type=file]", drop).files = event.dataTransfer.files;
    drop.requestSubmit();
  });
}
document.body.addEventListener("htmx:afterSwap", offered);
document.body.addEventListener("htmx:sendError", () => say("pincite does not answer: is it still running?"));
offered();
if (innerWidth < 1024) for (const details of $$(".facets > details, .outline > details")) details.open = false;
