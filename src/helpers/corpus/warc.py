"""Web archives (WARC, ISO 28500): the responses that are web pages, each an entry.

Images, scripts, requests and notes of the crawler are no texts and no entries.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Iterator
from typing import Any

from helpers.corpus import sources, web
from helpers.corpus.sources import READ_ERRORS, Content, Entry, Options, Problem, Source

_PAGES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


def entries(source: Source, options: Options) -> Iterator[Entry]:
    """The pages of a .warc or .warc.gz file; `record` is the number of the record in the file, from 1."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number, pages = 0, 0
    with source.open() as handle:
        try:
            records = ArchiveIterator(handle)
            while record := _quietly(lambda: next(records, None)):
                number += 1
                if _is_page(record):
                    pages += 1
                    yield Entry(str(number), "", lambda record=record: _content(record, options))  # type: ignore[misc]
        except (ArchiveLoadFailed, *READ_ERRORS, AttributeError) as error:
            why = " ".join(str(error).split())[:100] or type(error).__name__
            yield sources.problem(
                f"no web archive, damaged or cut short ({why})",
                "get the file again",
                f"after {number}" if number else "",
            )
            return
    if not pages:
        yield sources.problem("holds no web page", "delete it")


def _quietly(read: Callable[[], Any]) -> Any:
    """What `read` returns; what warcio has to say of damage on the way goes nowhere, for it ends in a row of ours."""
    with contextlib.redirect_stderr(io.StringIO()):
        return read()


def _is_page(record: Any) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    return _media_type(record).partition(";")[0].strip().casefold() in _PAGES


def _media_type(record: Any) -> str:
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    return (headers.get_header("Content-Type") if headers else "") or ""


def _content(record: Any, options: Options) -> Content | Problem:
    status = record.http_headers.get_statuscode() if record.rec_type == "response" else "200"
    if status != "200":
        return Problem(f"the server answered {status}", "archive the page again, if it is wanted")
    most = sources.text_bytes(options)
    try:
        raw = _quietly(lambda: record.content_stream().read(most + 1))
    except READ_ERRORS as error:
        return sources.unreadable(error)
    if len(raw) > most:
        return sources.too_long(f"more than {most} bytes", options)
    if getattr(record.raw_stream, "limit", 0) and not record.raw_stream.read(1):
        return Problem("cut short", "get the file again")
    charset = _CHARSET.search(_media_type(record))
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    return web.content(raw, options, charset=charset.group(1) if charset else "", address=address)
