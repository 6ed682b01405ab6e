"""A table on disk, written a row group at a time: NAME.parquet is one file up to a million rows, else a folder of parts.

What is written lies beside its place until the table is whole. The same frames in the same order give the same bytes.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

PART_ROWS = 1_000_000
_RISKY = ("=", "+", "-", "@", "\t", "\r")


class Writer:
    """A context that takes the rows of a table, frame by frame, and puts it into its place when it ends well.

    Each frame is a row group, so it should hold no more rows than fit well into memory, and no fewer than some
    thousands. With `csv` the same rows are written as CSV beside it.
    """

    def __init__(self, folder: Path, name: str, schema: pa.Schema, *, csv: bool = False) -> None:
        self._target, self._schema = folder / f"{name}.parquet", schema
        self._csv = folder / f"{name}.csv" if csv else None
        self._place = folder / f".{name}.writing"
        self._part: pq.ParquetWriter | None = None
        self._parts = self._in_part = 0
        self.rows = 0

    def __enter__(self) -> Writer:
        self._place.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(self._place, ignore_errors=True)
        self._place.mkdir()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and not self._parts:
            self.add(self._schema.empty_table().to_pandas())
        self._close()
        if kind is None:
            self._put_in_place()
        shutil.rmtree(self._place, ignore_errors=True)

    def add(self, frame: pd.DataFrame) -> None:
        """Append the rows of `frame`, whose columns are those of the schema."""
        for start in range(0, max(len(frame), 1), PART_ROWS):
            self._add(frame.iloc[start : start + PART_ROWS])

    def _add(self, frame: pd.DataFrame) -> None:
        if self._part is None or self._in_part + len(frame) > PART_ROWS:
            self._close()
            self._part = pq.ParquetWriter(self._file(self._parts), self._schema, compression="zstd")
            self._parts, self._in_part = self._parts + 1, 0
        data = pa.Table.from_pandas(frame, schema=self._schema, preserve_index=False).replace_schema_metadata(None)
        self._part.write_table(data)
        if self._csv is not None:
            with (self._place / "table.csv").open("a", encoding="utf-8", newline="") as handle:
                _guarded(frame).to_csv(
                    handle, index=False, header=not self.rows, lineterminator="\n", float_format="%.6f"
                )
        self._in_part += len(frame)
        self.rows += len(frame)

    def _close(self) -> None:
        if self._part is not None:
            self._part.close()
            self._part = None

    def _file(self, number: int) -> Path:
        return self._place / f"part-{number:05}.parquet"

    def _put_in_place(self) -> None:
        if self._csv is not None:
            (self._place / "table.csv").replace(self._csv)
        if self._target.is_dir():
            shutil.rmtree(self._target)
        if self._parts == 1:
            self._file(0).replace(self._target)
            return
        self._target.unlink(missing_ok=True)
        self._place.rename(self._target)


def files(folder: Path, name: str) -> list[Path]:
    """The Parquet files of a table, in order; none where it is missing."""
    path = folder / f"{name}.parquet"
    if path.is_dir():
        return sorted(path.glob("part-*.parquet"))
    return [path] if path.is_file() else []


def groups(folder: Path, name: str) -> Iterator[pd.DataFrame]:
    """The row groups of a table, one in memory at a time."""
    for path in files(folder, name):
        with pq.ParquetFile(path) as file:
            for number in range(file.num_row_groups):
                yield file.read_row_group(number).to_pandas()


def _guarded(frame: pd.DataFrame) -> pd.DataFrame:
    """Text cells that a spreadsheet would take for a formula get a leading apostrophe."""
    guarded = frame.copy()
    for name in [key for key in frame if frame[key].dtype == "str"]:
        guarded[name] = frame[name].where(~frame[name].str.startswith(_RISKY), "'" + frame[name])
    return guarded
