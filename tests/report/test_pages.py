"""The pages in a browser: offline, without errors, wide and narrow, by keyboard, with a screen reader's eyes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

TEXT_PAGES = 2  # pages of texts looked at in the browser; all of them have one template


def addresses(pages: Path) -> list[str]:
    """The pages to look at in the browser."""
    texts = sorted(p.relative_to(pages).as_posix() for p in pages.glob("documents/*.html"))
    return sorted(p.name for p in pages.glob("*.html")) + texts[:TEXT_PAGES]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page that fails its test on a request to the outside, a dialog, or an error in the console."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    trouble: list[str] = []
    opened = context.new_page()
    opened.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else trouble.append(f"request {r.url}"))
    opened.on("requestfailed", lambda r: trouble.append(f"not found {r.url}"))
    opened.on("console", lambda m: trouble.append(f"console {m.text}") if m.type in ("error", "warning") else None)
    opened.on("pageerror", lambda e: trouble.append(f"error {e}"))
    opened.on("dialog", lambda d: (trouble.append(f"dialog {d.message}"), d.dismiss()))
    yield opened
    context.close()
    assert not trouble


def test_every_page_is_quiet_accessible_and_never_wider_than_the_screen(page: Page, pages: Path) -> None:
    faults = []
    for address in addresses(pages):
        page.goto((pages / address).as_uri())
        faults += [(address, *violation) for violation in violations(page)]
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                faults.append((address, f"{wide} px wide at {width} px", []))
        pictures = page.evaluate("[...document.images].map(i => [i.naturalWidth > 0, Boolean(i.alt)])")
        assert all(loaded and alt for loaded, alt in pictures), address
    assert not faults


def violations(page: Page, **options: object) -> list[tuple[str, list[object]]]:
    """What axe finds with everything unfolded; the shading that hints at scrolling would hide contrast from it."""
    page.locator("details").evaluate_all("all => all.forEach(d => { d.open = true; })")
    page.locator(".scroll").evaluate_all("all => all.forEach(e => { e.style.background = 'none'; })")
    found = Axe().run(page, options={"preload": False, "resultTypes": ["violations"], **options}).response["violations"]
    return [(v["id"], [n["target"] for n in v["nodes"][:3]]) for v in found if v["impact"] in ("serious", "critical")]


def test_every_link_and_anchor_leads_somewhere(pages: Path) -> None:
    soups = {p.resolve(): BeautifulSoup(p.read_text("utf-8"), "html.parser") for p in pages.rglob("*.html")}
    ids = {path: [tag["id"] for tag in soup.find_all(id=True)] for path, soup in soups.items()}
    dead, links = [], 0
    for path, soup in soups.items():
        assert len(ids[path]) == len(set(ids[path])), f"{path.name}: an id stands twice"
        for tag in soup.find_all(["a", "link", "script", "img"]):
            address = str(tag.get("href") or tag.get("src") or "")
            if not address or address.startswith(("data:", "https:", "mailto:")):
                continue
            links += 1
            target, anchor = urldefrag(address)
            wanted = (path.parent / unquote(target)).resolve() if target else path
            if not wanted.is_file() or (anchor and unquote(anchor) not in ids[wanted]):
                dead.append((path.name, address))
    assert not dead
    assert links > 20


def test_headings_are_in_order_and_heads_of_tables_have_a_scope(pages: Path) -> None:
    for path in pages.rglob("*.html"):
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        levels = [int(h.name[1]) for h in soup.find_all(re.compile("^h[1-6]$"))]
        assert levels[0] == 1, path.name
        assert levels.count(1) == 1, path.name
        assert all(b <= a + 1 for a, b in pairwise(levels)), path.name
        assert all(th.get("scope") and th.get_text(strip=True) for th in soup.find_all("th")), path.name


def notebook(pages: Path) -> str:
    return next(p for p in sorted(pages.glob("0*.html")) if 'class="code"' in p.read_text("utf-8")).as_uri()


def test_code_is_folded_and_one_press_shows_all_of_it(page: Page, pages: Path) -> None:
    page.goto(notebook(pages))
    code = page.locator("details.code pre")
    assert code.count() > 1
    assert not any(code.nth(i).is_visible() for i in range(code.count()))
    page.get_by_role("button", name="Show all code").focus()
    page.keyboard.press("Enter")
    assert all(code.nth(i).is_visible() for i in range(code.count()))
    page.get_by_role("button", name="Hide all code").click()
    assert not any(code.nth(i).is_visible() for i in range(code.count()))


def test_paper_shows_no_code(page: Page, pages: Path) -> None:
    page.goto(notebook(pages))
    page.locator("details.code summary").first.click()
    assert page.locator("details.code pre").first.is_visible()
    page.emulate_media(media="print")
    assert not page.locator("details.code pre").first.is_visible()
    assert page.locator("h1").is_visible()


def test_the_keyboard_skips_to_the_text_and_folds_code(page: Page, pages: Path) -> None:
    page.goto(notebook(pages))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "all-code"
    summary = page.locator("details.code summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.code pre").first.is_visible()


def test_what_is_too_wide_scrolls_by_keyboard_and_nothing_else_takes_the_focus(page: Page, pages: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    wide = []
    for address in addresses(pages):
        page.goto((pages / address).as_uri())
        page.wait_for_timeout(50)
        for region in page.evaluate(REGIONS):
            assert region["focus"] == region["wide"], (address, region)
            assert region["name"], (address, region)
            wide += [address] * region["wide"]
    page.goto((pages / wide[0]).as_uri())
    region = page.locator(".scroll[tabindex]:visible, pre[tabindex]:visible").first
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("e => e.scrollLeft > 0", arg=region.element_handle())


REGIONS = """
[...document.querySelectorAll(".scroll, pre")].filter(e => e.checkVisibility()).map(e => ({
  wide: e.scrollWidth > e.clientWidth, focus: e.tabIndex === 0,
  name: e.getAttribute("aria-label") || e.getAttribute("aria-labelledby"), text: e.textContent.slice(0, 40),
}))
"""


def test_a_finding_leads_to_its_sentence(page: Page, pages: Path) -> None:
    page.goto((pages / "index.html").as_uri())
    evidence = page.locator("details.evidence", has=page.locator("blockquote")).first
    quotation = evidence.locator("blockquote").first
    assert not quotation.is_visible()
    evidence.locator("summary").click()
    words = quotation.inner_text()
    link = evidence.locator("li", has=page.locator("blockquote")).first.locator("a")
    link.click()
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert re.fullmatch(r"s\d+", anchor)
    shown = page.locator(f"[id='{anchor}']")
    expect(shown).to_be_in_viewport()
    if not words.startswith("[…"):
        assert shown.inner_text().split() == words.split()


def test_labels_of_names_can_be_hidden(page: Page, pages: Path) -> None:
    marked = [p for p in sorted(pages.glob("documents/*.html")) if "data-label" in p.read_text("utf-8")]
    page.goto(marked[0].as_uri())
    label = "getComputedStyle(document.querySelector('mark[data-label]'), '::after').content"
    assert len(page.evaluate(label)) > 3
    page.get_by_role("button", name="Hide labels").click()
    assert page.evaluate(label) == "none"


def test_pages_can_be_read_without_script(browser: Browser, example: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(notebook(example))
    assert not page.locator("#all-code").is_visible(), "a control that would do nothing"
    page.locator("details.code summary").first.click()
    assert page.locator("details.code pre").first.is_visible()
    context.close()


def test_dark_pages_have_contrast_too(browser: Browser, pages: Path) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    for address in ("index.html", addresses(pages)[-1]):
        page.goto((pages / address).as_uri())
        assert violations(page, runOnly=["color-contrast"]) == [], address
    context.close()
