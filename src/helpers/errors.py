"""The errors a user can meet; each message names the file, the value and the remedy."""

from __future__ import annotations


class BanggiaoError(Exception):
    """Base of all errors that a user can mend; the command line shows the message without a traceback."""


class ParameterError(BanggiaoError):
    """A parameter that does not exist or has a value outside its range."""


class CorpusError(BanggiaoError):
    """An input folder, manifest, gold file or seed that cannot be used as it is."""


class TableError(BanggiaoError):
    """A table that is missing, or whose rows do not fit its schema."""


class LexiconError(BanggiaoError):
    """A lexicon table whose rows do not fit its columns."""


class RunError(BanggiaoError):
    """A run that cannot start, or that stopped."""
