"""What a single line tells of its zone: cues of `lexicon/zones.csv`, time stamps, outlets and names."""

from __future__ import annotations

import re
from functools import cache

from helpers import lexicon
from helpers.corpus import bylines, outlets, stamps
from helpers.corpus.cues import LABEL, SHORT, Zone, cues, line_cues

_SITE_NAME = 12  # words of the name of a site
_PATH = re.compile(r"\s*[>›»/|\\•]\s*")
_SIGNS = " \u00a0:.…*#|•·-–+!"
_NUMBER = re.compile(r"#?\d{1,3}[.)]?")
_IMAGE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|bmp)", re.IGNORECASE)
_HASHTAG = re.compile(r"#\w[\w ]{0,40}(?:\s+#\w[\w ]{0,40})*")


@cache
def _counter() -> re.Pattern[str]:
    words = "|".join(re.escape(cue) for cue in cues("boilerplate", "counter"))
    return re.compile(rf"\W*\d[\d.,]*[kK]?\W*(?:{words})\W*|(?:{words})\W*\d[\d.,]*[kK]?\W*", re.IGNORECASE)


@cache
def _sections() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in cues("kicker", "line"))
    return re.compile(rf"(?:{names})(?:\W+(?:{names}))*(?!\w)", re.IGNORECASE)


def of_line(line: str) -> Zone | None:
    """The zone that a stripped line tells by itself, None where it tells none."""
    if len(line) > 2 * SHORT:
        return None
    folded = line.casefold().strip(_SIGNS)
    opening = line.casefold().lstrip("*•+- ")
    if not any(letter.isalnum() for letter in line):
        return Zone("boilerplate", "signs only")
    if folded in line_cues("boilerplate", "line") or _counter().fullmatch(line) or _are_labels(line):
        return Zone("boilerplate", "label of the page")
    if _NUMBER.fullmatch(line) or _HASHTAG.fullmatch(line):
        return Zone("boilerplate", "number or tag alone")
    if folded in line_cues("boilerplate", "block") or _list_head().fullmatch(folded):
        return Zone("boilerplate", "head of a list")
    head = folded.partition(":")[0].strip()
    if ":" in folded and (head in line_cues("boilerplate", "block") or _list_head().fullmatch(head)):
        return Zone("boilerplate", "opening of the line")
    if (opens_like_a_label(line) and (outlets.find(line) or " trên" in folded)) or _link().search(line):
        return Zone("boilerplate", "label of the page")
    if line.startswith("©") and "/" in line and not re.search(r"\d{4}", line):
        return Zone("caption", "opening of the line")
    if opening.startswith(cues("boilerplate", "start")) and not any(True for _ in stamps.find(line)):
        return Zone("boilerplate", "opening of the line")
    if any(cue in line.casefold() for cue in cues("boilerplate", "inside")):
        return Zone("boilerplate", "words in the line")
    if line.casefold().startswith(cues("caption", "start")) or folded in line_cues("caption", "line"):
        return Zone("caption", "opening of the line")
    if _IMAGE.fullmatch(line):
        return Zone("caption", "file of a photo")
    if is_section(line):
        return Zone("kicker", "name of a section")
    if bylines.is_byline(line) or outlets.named(line) or _ago().fullmatch(folded) or stamps.is_clock(line):
        return Zone("byline", "source, author and time")
    return None


@cache
def _list_head() -> re.Pattern[str]:
    nouns, kinds = (
        "|".join(re.escape(cue) for cue in cues("boilerplate", f"list {part}")) for part in ("noun", "kind")
    )
    return re.compile(rf"(?:(?:các|những)[ ])?(?:{nouns})[ ](?:{kinds})")


@cache
def _ago() -> re.Pattern[str]:
    return re.compile(r"\d{1,2}[ ](?:" + "|".join(re.escape(cue) for cue in cues("byline", "ago")) + ")")


def _are_labels(line: str) -> bool:
    """Whether a line is several labels of the page, with bars or wide gaps between them."""
    parts = [part.casefold().strip(" :.") for part in re.split(r"\s*[|•·]\s*|\s{2,}", line)]
    labels = [part in line_cues("boilerplate", "line") for part in parts]
    sections = [part in line_cues("kicker", "line") for part in parts]
    return len(parts) > 1 and any(labels) and all(one or other for one, other in zip(labels, sections, strict=True))


def names_the_page(line: str) -> bool:
    """Whether a line is the name of a site: "Cổng thông tin điện tử …", "Đại sứ quán Việt Nam tại Ba Lan"."""
    folded = line.casefold()
    if len(line.split()) > _SITE_NAME and not line.isupper():
        return False
    for row in lexicon.load("zones"):
        if row["match"] == "site" and folded.startswith(row["entry"].casefold()):
            return row["position"] != "place" or re.search(r"(?i: tại)(?: [^\W\d_a-zà-ỹ]\S*)+\Z", line) is not None
    return False


def opens_with_a_section(line: str) -> bool:
    """Whether a line of up to eight words opens with the name of a section."""
    return len(line.split()) <= 8 and _sections().match(line) is not None


def opens_like_a_label(line: str) -> bool:
    """Whether a short line opens like a label of the page (which, inside an article, may be a sentence)."""
    return len(line) <= LABEL and not line.endswith((".", "!", "?")) and line.casefold().startswith(_label_openings())


@cache
def _label_openings() -> tuple[str, ...]:
    return cues("boilerplate", "short")


def is_section(line: str) -> bool:
    """Whether a line is the name of a section, several such names, or a path that begins with one."""
    parts = [part.casefold().strip(" .:") for part in _PATH.split(line.strip(" >›»/|•"))]
    if not parts or len(line) > SHORT / 2:
        return False
    known = [bool(_sections().fullmatch(part)) for part in parts]
    return all(known) or (known[0] and re.search(r"[>›»]", line) is not None and all(len(p) <= LABEL for p in parts))


@cache
def _link() -> re.Pattern[str]:
    return re.compile(r"\A\S*(?:\s\S+){0,3}\s?https?://\S+\Z")
