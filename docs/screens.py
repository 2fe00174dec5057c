"""Pictures of every page, of the sample papers alone -> docs/screens/: python docs/screens.py.

Needs Playwright and a Chromium (`pip install --group dev`); serves a library of its own while it runs.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs" / "screens"
PORT = 8791
VIEWS = {
    "first": "/",
    "home": "/",
    "search": "/search?q=cocaine cultivation hectares",
    "reading": "/papers/coca-frontiers.txt?at=819-949#at",
    "figures": "/figures?kind=money",
    "ask": "/ask?q=How many hectares of coca were grown in Alto Sarayo in 2022?",
    "refused": "/ask?q=How many submarines does Alto Sarayo own?",
    "exhibits": "/exhibits",
    "notes": "/notes",
    "names": "/entities",
    "name": "/entities/GPE:Alto Sarayo",
    "cite": "/cite?at=coca-frontiers.txt 819-949",
    "quotations": "/tray",
    "add": "/add",
}
SIZES = {"wide": (1440, 900), "phone": (360, 740)}


def main() -> None:
    """Serve an empty library, fill it with the samples, and take the pictures."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        run = [sys.executable, "-m", "api.cli", "--library", f"{folder}/library"]
        command = [*run, "serve", "--port", str(PORT), "--quiet"]
        with subprocess.Popen(command, cwd=ROOT) as server:  # noqa: S603 - our own
            try:
                address = f"http://127.0.0.1:{PORT}"
                _wait(f"{address}/healthz", "ready")
                with sync_playwright() as started:
                    browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
                    _take(browser, address, ["first"], "light")
                    _fill(browser, address)
                    _take(browser, address, [name for name in VIEWS if name != "first"], "light")
                    _take(browser, address, ["search", "reading"], "dark")
                    browser.close()
            finally:
                server.terminate()


def _fill(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.goto("/")
    page.get_by_role("button", name="Try the sample papers").click()
    page.get_by_role("link", name="Search them").wait_for(timeout=120_000)
    for place in ("coca-frontiers.txt 819-949", "border-ledger.md 3427-3568"):
        page.goto(f"/cite?at={place}")
        page.get_by_role("button", name="Keep quotation").click()
    page.close()


def _take(browser: Browser, address: str, names: list[str], theme: str) -> None:
    for size, (width, height) in SIZES.items():
        if size == "phone" and theme == "dark":
            continue
        page = browser.new_page(
            base_url=address,
            viewport={"width": width, "height": height},
            color_scheme="dark" if theme == "dark" else "light",
            reduced_motion="reduce",
        )
        for name in names:
            page.goto(VIEWS[name])
            page.screenshot(path=OUT / f"{name}-{size}{'-dark' if theme == 'dark' else ''}.png")
        page.close()


def _wait(address: str, word: str) -> None:
    for _ in range(600):
        time.sleep(0.1)
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own
                if word in answer.read().decode():
                    return
        except OSError:
            continue
    raise TimeoutError(f"{address} does not say {word!r}.")


if __name__ == "__main__":
    main()
