"""The pages in a real browser: the three headline uses from an empty library to a copied citation, and what axe says.

Skipped where Playwright or Chromium is not installed. axe-core is looked for in $AXE_CORE (a file axe.min.js).
"""

import os
import re
import shutil
from pathlib import Path

import pytest
from fakes import WordEncoder
from pages import HOSTILE_NAME, pages, served

from api.library import Library
from api.settings import Settings

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
AXE = Path(os.environ.get("AXE_CORE", "axe.min.js"))
SENTENCE = "Cultivation of coca, the raw material of cocaine, covered 18,400 hectares of Alto Sarayo in 2022"
VIEWS = (
    "/",
    "/search?q=cocaine cultivation hectares",
    "/search?q=cocaine cultivation&narrow=year:2020..2024&in=body",
    "/papers",
    "/papers/coca-frontiers.txt?at=819-949",
    "/papers/sleeper-class.pdf",
    "/figures?kind=money",
    "/exhibits",
    "/notes",
    "/entities",
    "/entities/GPE:Alto Sarayo",
    "/ask?q=How many hectares of coca were grown in Alto Sarayo in 2022?",
    "/ask?q=How many submarines does Alto Sarayo own?",
    "/cite?at=coca-frontiers.txt 819-949",
    "/tray",
    "/add",
    "/nowhere",
)


TOO_SMALL = """() => [...document.querySelectorAll("a, button, input, select, summary, label:has(input)")]
  .filter((each) => !each.closest(".unseen, [hidden], dialog:not([open])"))
  .filter((each) => !each.matches(".skip, [type=hidden], label input"))
  .filter((each) => getComputedStyle(each).display !== "inline")  // links in a sentence may be as small as their words
  .map((each) => [each.outerHTML.slice(0, 90), each.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)"""
"""What is smaller than 24 pixels (WCAG 2.2, 2.5.8)."""


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def filled_address(words, filled):
    with served(pages(filled)) as address:
        yield address


@pytest.fixture
def empty_address(words, tmp_path):
    Library.open(Settings(tmp_path / "library", names="rules"), create=True, encoder=WordEncoder()).close()
    with served(pages(tmp_path / "library")) as address:
        yield address


@pytest.fixture
def page_of(browser):
    """Opens a page at an address; in the end nothing was said on its console and no request has left the origin."""
    opened = []

    def open_(address, *, width=1440, scripts=True, **more):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts, base_url=address, **more
        )
        if scripts:
            context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
        page, said, left = context.new_page(), [], []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(f"a dialog: {dialog.message}"))
        page.on("request", lambda one: None if one.url.startswith((address, "data:")) else left.append(one.url))
        opened.append((context, said, left))
        return page

    yield open_
    for context, said, left in opened:
        context.close()
        assert not [line for line in said if "status of 404" not in line]
        assert not left


def copied(page):
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("width", [360, 1440])
def test_by_mouse_from_an_empty_library_to_a_copied_citation(page_of, empty_address, width):
    page = page_of(empty_address, width=width)
    page.goto("/")
    page.get_by_role("button", name="Try the sample papers").click()
    page.get_by_role("link", name="Search them").click(timeout=20_000)
    page.locator("#big").fill("cocaine cultivation hectares")
    page.locator("#big").press("Enter")
    hit = page.locator("li.item", has_text=SENTENCE).first
    hit.get_by_role("button", name="Keep").click()
    hit.get_by_text("Kept.").wait_for()
    hit.get_by_role("link", name="Cite").click()
    page.get_by_role("button", name="Copy").first.click()
    page.locator("#said", has_text="Copied.").wait_for(state="attached")
    assert "Arana and Tobias Hallgren" in copied(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto("/tray")
    page.get_by_role("button", name="Copy with citation").click()
    assert copied(page).startswith("“Cultivation of coca")
    page.goto("/figures?kind=money")
    assert page.locator("tbody tr").count() > 50
    with page.expect_download() as download:
        page.get_by_role("link", name="csv").click()
    assert len(Path(download.value.path()).read_text(encoding="utf-8").splitlines()) > page.locator("tbody tr").count()
    page.goto("/ask")
    page.get_by_label("Your question").fill("How many hectares of coca were grown in Alto Sarayo in 2022?")
    page.get_by_label("Your question").press("Enter")
    page.get_by_text("In its context").first.click()
    assert page.locator(".context mark").first.is_visible()


def test_by_keyboard_alone(page_of, filled_address):
    page = page_of(filled_address)
    page.goto("/")
    press = page.keyboard.press
    press("/")
    page.keyboard.type("cocaine cultivation hectares")
    press("Enter")
    page.wait_for_url("**/search?**")
    press("j")
    press("j")
    press("k")
    assert page.evaluate("document.activeElement.classList.contains('item')")
    press("Enter")
    page.wait_for_url("**/papers/**")
    assert page.locator("mark").first.is_visible()
    press("n")
    assert page.evaluate("document.activeElement.closest('.note') !== null")
    press("q")
    page.get_by_text("Kept").first.wait_for()
    page.go_back()
    press("j")
    press("c")
    page.wait_for_url("**/cite?**")
    page.get_by_role("button", name="Copy").first.focus()
    press("Enter")
    page.locator("#said", has_text="Copied.").wait_for(state="attached")
    assert copied(page)
    press("?")
    assert page.get_by_role("dialog").is_visible()
    press("Escape")
    press("g")
    press("f")
    page.wait_for_url("**/figures")
    page.locator("#words").focus()
    page.keyboard.type("jq/g")  # keys are letters where one types
    assert page.locator("#words").input_value() == "jq/g"
    page.get_by_role("button", name="keys on").click()
    page.wait_for_load_state()
    press("?")
    assert not page.get_by_role("dialog").is_visible()


def test_selected_words_are_quoted_from_their_very_place(page_of, filled_address):
    page = page_of(filled_address)
    page.goto("/papers/coca-frontiers.txt")
    page.get_by_text("Counting leaves is a craft").scroll_into_view_if_needed()
    box = page.get_by_text("Counting leaves is a craft").bounding_box()
    page.mouse.move(box["x"] + 2, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 40, steps=6)
    page.mouse.up()
    chosen = " ".join(page.evaluate("getSelection().toString()").split())
    page.locator("#picker").wait_for(state="visible")
    page.get_by_role("button", name="Copy link").click()
    link = copied(page)
    start, end = map(int, re.search(r"at=(\d+)-(\d+)", link).groups())
    text = page.request.get("/api/v1/papers/coca-frontiers.txt").json()["text"]
    assert " ".join(text[start:end].split()) == chosen
    page.get_by_role("link", name="Cite").last.click()
    assert chosen in " ".join(page.locator("blockquote").inner_text().split())


def test_a_selection_over_several_paragraphs_leaves_the_notes_out_and_says_so(page_of, filled_address):
    page = page_of(filled_address)
    page.goto("/papers/coca-frontiers.txt")
    page.evaluate("""() => {
      const [first, second] = [...document.querySelectorAll(".with-notes + .with-notes")].slice(0, 1)
        .flatMap((each) => [each.previousElementSibling, each]).map((each) => each.querySelector(":scope > p"));
      getSelection().setBaseAndExtent(first, 0, second, second.childNodes.length);
      document.body.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
    }""")
    page.get_by_text("without the notes between").wait_for()
    first, second = (
        page.locator(".with-notes:has(+ .with-notes) > p").first,
        page.locator(".with-notes + .with-notes > p"),
    )
    said = " ".join(f"{first.inner_text()} {second.first.inner_text()}".split())
    page.get_by_role("link", name="Cite").last.click()
    assert " ".join(page.locator("blockquote").inner_text().split()) == said


def test_at_400_per_cent_no_page_scrolls_sideways_and_nothing_is_too_small_to_hit(page_of, filled_address):
    page = page_of(filled_address, width=320)
    page.request.post("/tray", form={"at": "coca-frontiers.txt 819-949"})
    for view in VIEWS:
        page.goto(view)
        assert page.evaluate("document.documentElement.scrollWidth") == 320, view
        assert page.evaluate(TOO_SMALL) == [], view


@pytest.mark.parametrize("width", [360, 1440])
def test_without_scripts(page_of, empty_address, width):
    page = page_of(empty_address, scripts=False, width=width)
    page.goto("/")
    page.get_by_role("button", name="Try the sample papers").click()
    page.get_by_role("link", name="Search them").click(timeout=20_000)
    page.locator("#big").fill("cocaine cultivation hectares")
    page.locator("main").get_by_role("button", name="Search").click()
    page.locator("li.item", has_text=SENTENCE).first.get_by_role("button", name="Keep").click()
    page.goto("/tray?style=apa")
    assert page.get_by_text("para. 2").first.is_visible()
    page.locator("#style").select_option("mla")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**style=mla**")
    page.get_by_role("link", name="Open").click()
    assert page.locator("mark").first.is_visible()
    page.goto("/figures?kind=money")
    page.get_by_role("link", name="Value").click()
    page.locator("th[aria-sort=ascending]").wait_for()


def test_a_correction_outlives_reading_the_paper_again(page_of, empty_address, request):
    page = page_of(empty_address)
    paper = request.config.rootpath / "examples" / "papers" / "border-ledger.md"
    for _ in range(2):
        page.goto("/add")
        page.locator("#files").set_input_files(paper)
        page.get_by_role("button", name="Add papers").click()
        page.get_by_role("link", name="Search them").wait_for(timeout=20_000)
        if page.goto("/entities/ORG:European Frontier Fund").ok:
            page.get_by_label("Show it as").fill("The Frontier Fund")
            page.get_by_role("button", name="Rename").click()
        page.goto("/entities")
        assert page.get_by_role("link", name="The Frontier Fund", exact=True).is_visible()
        paper = paper.with_name("border-ledger.md")


def test_a_hostile_paper_harms_nothing(page_of, filled_address):
    page = page_of(filled_address)
    own = (f"/papers/{HOSTILE_NAME}?find=evil", "/search?q=evil wells")
    for address in ("/papers", *own, "/notes", "/entities", "/figures"):
        page.goto(address)
    page.goto(f"/cite?at={HOSTILE_NAME} 0-40")
    assert page.title().endswith("pincite")


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not here: AXE_CORE names its axe.min.js")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_any_view(browser, filled_address, theme):
    view = {"width": 1440, "height": 900}
    context = browser.new_context(viewport=view, base_url=filled_address, color_scheme=theme, bypass_csp=True)
    page, found = context.new_page(), {}
    page.request.post("/tray", form={"at": "coca-frontiers.txt 819-949"})
    for view in VIEWS:
        page.goto(view)
        page.add_script_tag(path=AXE)
        told = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        for each in told["violations"]:
            first = each["nodes"][0]
            found.setdefault(each["id"], []).append((view, first["html"][:200], first["failureSummary"]))
    context.close()
    assert not found
