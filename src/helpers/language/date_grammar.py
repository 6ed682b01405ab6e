"""The date grammar: which strings of token letters (`date_tokens`) are dates.

A rule is a regular expression over letters; capital words in braces are the parts below. Among the letters are n and Y
(numbers and years), p c w h (part of day, clock, weekday, ngày), T N K Q G E (tháng, năm, tuần, quý, thập kỷ, thế kỷ),
D a i (hôm nay; nay, qua; mai), r k (tới, này; trước, sau), f s (đầu, cuối; seasons), o t l (từ, đến, và) and q u (những,
numerals). A rule that is not strong counts only where its surroundings allow it (`date_contexts`). Rules are bounded,
so that matching takes linear time.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

PARTS = {
    "TO": r"(?:t|-)",
    "MON": r"(?:n|u|v|N(?![Yrak]))",
    "OFYEAR": r"(?:[/-]Y|,?e?NY)",
    "FULL": r"(?:n/n/Y|n\.n\.Y|n-n-Y|Y-n-n|n/n/n(?![/.n]))",
    "SHORT": r"(?:n/n|n\.n|n-n)",
    "REL": r"(?:r|N[rak]|K[rak])?",
    "HEAD": r"(?:[qun]?h)",
    "PHASE": r"(?:(?:[qun]?[hTKNQG])?(?:f|s)e?)",
    "CLOCK": r"(?:,?[|L-]?c)",
}
PARTS["MONTH"] = r"(?:T{MON}{OFYEAR}?)"
PARTS["WORDED"] = r"(?:n{MONTH})"
PARTS["DAY"] = r"(?:{FULL}|{WORDED}|{SHORT}(?:,?NY)?|nT[rak])"
PARTS["BEFORE"] = r"(?:(?:h?w(?:K[rak]|r)?,?)?(?:c[,|-]?)?p?(?:h?w(?:K[rak]|r)?,?)?p?)"

RULES: dict[str, tuple[str, bool]] = {  # name: (letters, strong)
    "full date": (r"{BEFORE}{HEAD}?{FULL}{REL}{CLOCK}?", True),
    "day": (r"{BEFORE}{HEAD}?{DAY}{REL}{CLOCK}?", False),
    "day of the month": (r"p?h(?:n|u){REL}", False),
    "days": (r"o?p?{HEAD}?(?:n|{DAY}){TO}p?{HEAD}?{DAY}{REL}", False),
    "days of the month": (r"o?p?{HEAD}n{TO}p?{HEAD}?n", False),
    "list of days": (r"p?{HEAD}(?:n(?:,|-|l|,l)){1,9}{DAY}{REL}", True),
    "parts of two days": (r"ph?n(?:,|l)?p{HEAD}?{DAY}{REL}", True),
    "list of dates": (r"[qun]h{DAY}(?:,{DAY}){0,9}(?:l|,|,l){DAY}{REL}", True),
    "day deictic": (r"(?:c,?)?(?:p?D|p[ai])(?:,?h?{DAY})?", False),
    "weekday": (r"(?:c,?)?p?h?w(?:K[rak]|r)?", False),
    "month": (r"{PHASE}?{MONTH}{REL}", False),
    "months": (r"o?{PHASE}?T{MON}{OFYEAR}?{TO}{PHASE}?(?:{MONTH}|n{OFYEAR}){REL}", True),
    "list of months": (r"[qun]?Tn(?:(?:,|l|,l)n){1,11}{OFYEAR}", True),
    "month and year": (r"n/Y", False),
    "months and years": (r"o?n/Y{TO}n/Y", True),
    "months of a year": (r"[nu]TNY", True),
    "year": (r"{PHASE}?NY(?:-Y)?r?", True),
    "period": (r"{PHASE}?[TKNQGE][rak]", False),
    "part of the year": (r"(?:[qun][TQK]|T|Q)fN", True),
    "start or end": (r"f[TNK]", False),
    "season": (r"s(?:N?Y|N?[rak])", True),
    "same period": (r"z(?:[TNQK][rak]|NY|{MONTH}|Y)", True),
    "same unit": (r"C", True),
    "quarter": (r"{PHASE}?Q(?:R|n|f)(?:[/-]Y|,?e?NY|N[rak])?", False),
    "decade": (r"{PHASE}?(?:G(?:qN)?[Yn]|qN[Yn])(?:e?E(?:m?[Rn]|k|r))?", False),
    "century": (r"{PHASE}?Em?(?:R|n)", True),
    "years": (r"g?o?N?Y{TO}N?Y", False),
    "period of years": (r"g(?:o?N?Y{TO}N?Y|N?Y)", True),
    "bare year": (r"Y", False),
    "from now": (r"oat{PHASE}?(?:NY|N[rak]|N|{MONTH}|[TK][rak]|T|h?{DAY}){REL}", True),
}  # fmt: skip


class Rule(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    strong: bool


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, with their parts filled in."""
    return tuple(Rule(name, re.compile(fill(letters)), strong) for name, (letters, strong) in RULES.items())


def fill(letters: str) -> str:
    """Return a rule with its parts filled in, parts of parts too."""
    while found := re.search(r"\{([A-Z]+)\}", letters):
        letters = letters.replace(found.group(), PARTS[found.group(1)])
    return letters
