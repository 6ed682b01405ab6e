"""One corpus that holds every case: what each file is made of, and what each of its texts must give.

All names are invented.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import stat
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

LIMIT = 5000
TEXT = "Sáng 12/3/2024, Thủ tướng Lê Văn Minh tiếp Đại sứ Na Uy Ingrid Solberg tại Hà Nội.\nHai bên nhất trí thúc đẩy hợp tác.\n"
OTHER = "Bộ trưởng Trần Thị Lan hội đàm với Bộ trưởng Ngoại giao Áo Karl Gruber.\nHai bên cảm ơn sự ủng hộ của nhau.\n"
ENGLISH = "The prime minister met the ambassador today and they agreed to promote cooperation. " * 3
SAMPLE = (TEXT + OTHER) * 2  # enough words to tell a legacy encoding by
FORMULA = '=HYPERLINK("http://evil.example","x")'
PAGE = """<!DOCTYPE html><html lang="vi"><head><meta charset="{charset}"><title>{title} - Báo Thử</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="Báo Thử">
<meta property="article:published_time" content="2024-03-12T06:37:00+07:00"><meta name="author" content="Hà Vy"></head>
<body><nav><a href="/">Trang chủ</a><a href="javascript:alert(1)">Chính trị</a></nav><article><h1>{title}</h1>
{body}</article><script>alert("x")</script><footer>Bản quyền thuộc Báo Thử</footer></body></html>"""
TITLE = "Thủ tướng tiếp Đại sứ Na Uy"


class Case(NamedTuple):
    """A file and what its texts must give: by record, the doc_id ("~x" one that begins with x- and ends with 8 hex
    digits), or what the reason ("!…") must hold."""

    file: str
    content: bytes | None
    expected: dict[str, str]


def page(charset: str = "utf-8", title: str = TITLE) -> bytes:
    body = "".join(f"<p>{line} &amp; các bên {number}.</p>" for number, line in enumerate(SAMPLE.splitlines()))
    return PAGE.format(charset=charset, title=title, body=body).encode(charset, "xmlcharrefreplace")


def lines(*records: Any) -> bytes:
    return "\n".join(r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in records).encode()


def parquet(**columns: list[Any]) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.table(columns), buffer)
    return buffer.getvalue()


def packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return buffer.getvalue()


def locked() -> bytes:
    """An archive whose one member says that it wants a password."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", TEXT)
    raw = bytearray(buffer.getvalue())
    raw[raw.index(b"PK\x03\x04") + 6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def crawl(*, zipped: bool) -> bytes:
    """A web archive: a page, an image, a page that was not found, the request of the first, a page without a text."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=zipped)
    answers = [
        ("http://bao.example/1.html", "200 OK", "text/html; charset=utf-8", page()),
        ("http://bao.example/a.png", "200 OK", "image/png", b"\x89PNG"),
        ("http://bao.example/2.html", "404 Not Found", "text/html", b"<html><body>Not found</body></html>"),
        ("http://bao.example/3.html", "200 OK", "text/html", b"<html><body></body></html>"),
    ]
    for address, status, kind, payload in answers:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        dated = {"WARC-Date": "2024-03-13T00:00:00Z", "WARC-Record-ID": f"<urn:x:{len(buffer.getvalue())}>"}
        record = writer.create_warc_record(
            address, "response", io.BytesIO(payload), http_headers=headers, warc_headers_dict=dated
        )
        writer.write_record(record)
    return buffer.getvalue()


TABLE = (
    "mã tin;tiêu đề;nội dung;ngày đăng;nguồn\n"
    f'k1;{FORMULA.replace(chr(34), chr(34) * 2).join(chr(34) * 2)};"{TEXT}";12/3/2024;Báo Thử\n'
    f'k2;T;"{OTHER}";tháng 3;\n'
    "k3;T;thiếu ô\n"
    f'k4;T;"{TEXT}"x;12/3/2024;B\n'
    "k5;T;;12/3/2024;B\n"
)
ROWS = parquet(
    id=[7, 8, 9], content=[TEXT, OTHER, None], date=[date(2024, 3, 12), None, date(2024, 3, 13)],
    title=["<script>alert(1)</script>", "javascript:alert(1)", ""],
)  # fmt: skip
BOMB = b"\0" * 2_000_000
MEMBERS = {
    "tin/z1.txt": TEXT.encode(),
    "z2.html": page(),
    "z3.jsonl": lines({"id": "z-3", "text": OTHER}, "{"),
    "z4.csv": f'id,text\nz-4,"{OTHER}"\n'.encode(),
    "z5.parquet": parquet(id=["z-5"], text=[TEXT]),
    "../out.txt": TEXT.encode(),
    "/abs.txt": TEXT.encode(),
    "C:\\x.txt": TEXT.encode(),
    "bomb.txt": BOMB,
    "in.zip": b"PK",
    "a.exe": b"MZ",
    "README.md": b"x",
    "__MACOSX/tin/._z1.txt": b"x",
}
NO_TYPE = "!not one of the file types read"

CASES = [
    # texts and their encodings
    Case("plain.txt", TEXT.encode(), {"": "~plain"}),
    Case("bom.txt", b"\xef\xbb\xbf" + TEXT.encode(), {"": "bom"}),
    Case("u16.txt", TEXT.encode("utf-16"), {"": "u16"}),
    Case("u16-bare.txt", SAMPLE.encode("utf-16-le"), {"": "u16-bare"}),
    Case("crlf.txt", TEXT.replace("\n", "\r\n").encode(), {"": "crlf"}),
    # names
    Case("tin/Đại sứ 'A' \"B\".txt", OTHER.encode(), {"": "~Dai-su-A-B"}),
    Case("tin/plain.TXT.txt", TEXT.encode(), {"": "plain.TXT"}),
    Case("Trùng.txt", TEXT.encode(), {"": "~Trung"}),
    Case("same.txt", TEXT.encode(), {"": "~same"}),
    Case("tin/SAME.txt", TEXT.encode(), {"": "~SAME"}),
    Case("x" * 240 + ".txt", TEXT.encode(), {"": "~" + "x" * 80}),
    Case("=cmd().txt", TEXT.encode(), {"": "~cmd"}),
    Case("-p.txt", TEXT.encode(), {"": "~p"}),
    Case("<script>.txt", TEXT.encode(), {"": "~script"}),
    # no texts
    Case("empty.txt", b"", {"": "!empty"}),
    Case("blank.txt", b" \n\t\xc2\xa0", {"": "!white space only"}),
    Case("binary.txt", bytes(range(256)) * 4, {"": "!NUL"}),
    Case("nul.txt", TEXT.encode() + b"\0", {"": "!NUL"}),
    Case("unsure.txt", b"caf\xe9 d\xe9j\xe0", {"": "!not UTF-8"}),
    Case("long.txt", (TEXT * 100).encode(), {"": "!longer than 5000 characters"}),
    Case("huge.txt", b"x" * (16 * LIMIT + 5), {"": "!longer than 5000 characters"}),
    Case("english.txt", ENGLISH.encode(), {"": "!not in Vietnamese"}),
    Case("paper.pdf", b"%PDF", {"": NO_TYPE}),
    Case("noending", TEXT.encode(), {"": NO_TYPE}),
    # web pages
    Case("page.html", page(), {"": "page"}),
    Case("page2.HTM", page("windows-1258"), {"": "page2"}),
    Case("nothing.html", b"<html><body><script>alert(1)</script></body></html>", {"": "!without a main text"}),
    Case("empty.html", b"", {"": "!empty"}),
    Case("binary.html", bytes(range(1, 256)) * 4, {"": "!not UTF-8"}),
    # records
    Case(
        "news.jsonl",
        lines(
            {"id": "r1", "text": TEXT, "date": "2024-03-12T23:30:00Z", "source": "Báo Thử"}, "", '{"id": "r2", "te',
            {"id": "../../r4", "text": OTHER}, {"text": OTHER + "Thêm.", "id": None}, {"id": "r6"}, [1],
            {"id": "r8", "text": 5}, {"id": "r9", "text": ["Hai bên nhất trí.", "Đại sứ cảm ơn."]},
            {"id": "r10", "text": "x" * 90_000}, {"id": "plain", "text": TEXT}, json.dumps({"id": "r12", "text": TEXT + "\ud800"}),
            {"id": "-1", "text": TEXT, "date": 1710200000}, {"id": "r14", "text": ENGLISH}, {"id": "r15", "text": "a\0b"},
            '{"a":' * 5000,
        ),
        {
            "1": "r1", "3": "!broken JSON", "4": "~r4", "5": "~news-5", "6": "!the column text is missing",
            "7": "!no JSON object but list", "8": "!holds no text but int", "9": "r9", "10": "!longer than",
            "11": "~plain", "12": "r12", "13": "~1", "14": "!not in Vietnamese", "15": "!NUL", "16": "!broken JSON",
        },
    ),
    Case("wide.jsonl", lines({"id": "w1", "text": TEXT}, {"id": "w2", "text": OTHER}).decode().encode("utf-16"), {"1": "w1", "2": "w2"}),
    Case("old.jsonl", lines({"id": "o1", "text": SAMPLE}).decode().replace("ế", "e").encode("cp1258", "ignore"), {"1": "!not UTF-8"}),
    Case("list.json", json.dumps([{"uuid": "l1", "body": TEXT}, 3, {"uuid": "l3", "body": OTHER}]).encode(), {"1": "l1", "2": "!no JSON object but int", "3": "l3"}),
    Case("cut.json", b'[{"id": "c1", "text": "Hai b\xc3\xaan nh\xe1\xba\xa5t tr\xc3\xad."}, {"id": "c2", "te', {"1": "c1", "2": "!broken JSON"}),
    Case("one.json", json.dumps({"id": "e1", "text": TEXT}).encode(), {"1": "e1"}),
    Case("odd.json", json.dumps({"data": [{"text": TEXT}]}).encode(), {"": "!no column can be taken for the text (columns: data)"}),
    Case("binary.jsonl", bytes(range(256)), {"1": "!broken JSON", "2": "!not UTF-8"}),
    Case("void.jsonl", b"\n\n", {"": "!holds no record"}),
    Case("table.csv", TABLE.encode(), {"1": "k1", "2": "k2", "3": "!3 cells under 5 columns", "4": "!broken row", "5": "!empty"}),
    Case("tabs.tsv", f"doc_id\tcontent\nt1\t{TEXT.replace(chr(10), ' ')}\n".encode(), {"1": "t1"}),
    Case("head.csv", b"id,text\n", {"": "!holds no record"}),
    Case("twice.csv", b"text,text\na,b\n", {"": "!the column text stands twice"}),
    Case("other.csv", b"a,b\n1,2\n", {"": "!no column can be taken for the text (columns: a, b)"}),
    Case("empty.csv", b"", {"": "!empty"}),
    Case("rows.parquet", ROWS, {"1": "7", "2": "8", "3": "!empty"}),
    Case("cut.parquet", ROWS[:-20], {"": "!no Parquet, damaged or cut short"}),
    Case("bent.parquet", ROWS[:8] + b"\xff" * 60 + ROWS[68:], {"from 1": "!no Parquet, damaged or cut short"}),
    Case("fake.parquet", b"PAR1" * 5, {"": "!no Parquet, damaged or cut short"}),
    # archives
    Case(
        "all.zip",
        packed(MEMBERS),
        {
            "tin/z1.txt": "z1", "z2.html": "z2", "z3.jsonl#1": "z-3", "z3.jsonl#2": "!broken JSON", "z4.csv#1": "z-4",
            "z5.parquet#1": "z-5", "../out.txt": "!leads out of the archive", "/abs.txt": "!leads out of the archive",
            "C:\\x.txt": "!leads out of the archive", "bomb.txt": "!a bomb", "in.zip": "!an archive inside an archive",
            "a.exe": NO_TYPE, "link.txt": "!a link",
        },
    ),
    Case("locked.zip", locked(), {"a.txt": "!locked by a password"}),
    Case("broken.zip", b"PK\x03\x04 and no more", {"": "!cannot be read: damaged"}),
    Case("crawl.warc", crawl(zipped=False), {"1": "~crawl-1", "3": "!the server answered 404", "4": "!without a main text"}),
    Case("crawl2.warc.gz", crawl(zipped=True), {"1": "~crawl2.warc-1", "3": "!the server answered 404", "4": "!without a main text"}),
    Case("cut.warc.gz", crawl(zipped=True)[:600], {"1": "!cut short"}),
    Case("fake.warc", b"not an archive\n" * 5, {"": "!no web archive"}),
    Case("nopage.warc.gz", gzip.compress(b""), {"": "!holds no web page"}),
]  # fmt: skip
LEFT_OUT = ["README.md", "LICENSE", ".hidden.txt", "manifest.csv", "gold/plain.ann", ".git/config"]
MANIFEST = "file,record,doc_id,outlet,published_at\nplain.txt,,,Báo Kê,31/12/2023\nnews.jsonl,,,Báo Tệp,\n,,r9,Báo Tên,hôm qua\n"


def build(folder: Path) -> dict[tuple[str, str], str]:
    """Make the corpus and return what each (file, record) must give; more cases where the system allows them."""
    for case in CASES:
        (folder / case.file).parent.mkdir(parents=True, exist_ok=True)
        (folder / case.file).write_bytes(case.content or b"")
    for name in LEFT_OUT:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x")
    (folder / "manifest.csv").write_text(MANIFEST, encoding="utf-8")
    expected = {(case.file, record): wanted for case in CASES for record, wanted in case.expected.items()}
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "away.txt").symlink_to(Path(__file__))
    expected |= {
        ("loop", ""): "!a link to a folder",
        ("self.txt", ""): "!a link that leads nowhere",
        ("away.txt", ""): "!a link that leads out of the corpus folder",
    }
    if hasattr(os, "geteuid") and os.geteuid() != 0 and sys.platform != "win32":
        (folder / "locked.txt").write_text(TEXT)
        (folder / "locked.txt").chmod(0)
        expected["locked.txt", ""] = "!cannot be read (permission denied)"
    return expected
