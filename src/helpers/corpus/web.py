"""Web pages: the main text as trafilatura finds it (Barbaresi 2021), and what the page says of itself.

Nothing is fetched. The title, which the main text leaves out, stands before it as its first line.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from helpers.corpus import encodings, given_dates, sources
from helpers.corpus.sources import Content, Entry, Options, Problem, Source

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its encoding
_OPENING = 300  # characters of the main text in which a title need not be added
_EXACT_DATES = {"original_date": True, "extensive_search": False}  # what the page declares, no date out of its text


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """The one entry of a .html file."""
    yield Entry("", PurePosixPath(source.file).stem, lambda: _content(source, options))


def _content(source: Source, options: Options) -> Content | Problem:
    raw = sources.whole(source, options)
    return raw if isinstance(raw, Problem) else content(raw, options)


def content(raw: bytes, options: Options, *, charset: str = "", address: str = "") -> Content | Problem:
    """The main text of a page and its title, date, author and site name.

    `charset` is the encoding that the server declared, `address` where the page stood; without an address that of the
    page's own metadata is taken.
    """
    decoded = sources.decode(raw, options.encoding)
    if isinstance(decoded, Problem) and not options.encoding:
        decoded = _declared(raw, charset) or decoded
    if isinstance(decoded, Problem):
        return decoded
    text, notes = decoded
    if not text.strip():
        return Content(text, sources.sha256(raw), notes)
    page = _extracted(text)
    if isinstance(page, Problem):
        return page
    main, title = page.text.strip(), " ".join((page.title or "").split())
    if title and title not in main[:_OPENING]:
        main = f"{title}\n{main}"
    found = {
        "title": title,
        "published_at": given_dates.iso(page.date or ""),
        "author": " ".join((page.author or "").split()),
        "outlet": " ".join((page.sitename or "").split()),
    }
    return Content(main + "\n", sources.sha256(raw), notes, found=found, address=address or page.url or "")


def _extracted(text: str) -> Any | Problem:
    import trafilatura  # slow to import: only for web pages

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is told by table skipped
    try:
        page: Any = trafilatura.bare_extraction(
            text, include_comments=False, with_metadata=True, date_extraction_params=dict(_EXACT_DATES)
        )
    except Exception as error:  # whatever a parser makes of bytes from anywhere
        return Problem(f"cannot be read as a web page ({type(error).__name__})", sources.AS_TEXT)
    if page is None or not (page.text or "").strip():
        return Problem("a web page without a main text", sources.AS_TEXT)
    return page


def _declared(raw: bytes, charset: str) -> tuple[str, tuple[str, ...]] | None:
    """The text in the encoding that server or page declare, if it can be read in it."""
    match = _CHARSET.search(raw[:_HEAD])
    for name in (charset, match.group(1).decode("ascii") if match else ""):
        try:
            known = codecs.lookup(name).name if name else ""
            if known:
                return raw.decode(known), sources.noted(encodings.called(known))
        except (LookupError, UnicodeError):
            continue
    return None
