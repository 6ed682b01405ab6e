"""The parameters of a run: one typed model, from which the command line and the notebooks' cells are checked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator
from pydantic.fields import FieldInfo
from rapidfuzz import process

from helpers.errors import ParameterError

GROUPS = ("doc_id", "outlet", "agency", "year")


class Parameters(BaseModel):
    """What a user may change. Notebook parameters cells repeat name and default; `run.notebooks` compares them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    window: int = Field(5, ge=1, le=50, description="words on each side of a node that count as its context")
    min_count: int = Field(2, ge=1, le=1_000_000, description="rarest frequency at which words and formulas are listed")
    top_n: int = Field(20, ge=1, le=1000, description="rows shown in tables and figures")
    group_by: Literal["doc_id", "outlet", "agency", "year"] = Field(
        "doc_id", description="column that divides the documents into groups to compare"
    )
    reference: str = Field(
        "", max_length=200, description="group that the others are compared with; empty means: all other documents"
    )
    node: str = Field(
        "quan hệ",
        min_length=1,
        max_length=200,
        description="word or phrase shown in the concordance and its collocations",
    )
    seed: int = Field(20220501, ge=0, le=2**32 - 1, description="seed of everything random (bootstrap, network layout)")
    quote_share: float = Field(0.5, ge=0, le=1, description="largest share of a text's words that the pages may quote")
    full_text: bool = Field(False, description="show whole texts, for private use; lifts quote_share")
    gold: str = Field(
        "",
        max_length=1000,
        description="folder of gold annotations; empty means: the folder gold of the corpus, if there is one",
    )
    max_document_chars: int = Field(
        1_000_000, ge=1, le=100_000_000, description="longest document read, in characters; longer ones are skipped"
    )
    encoding: str = Field(
        "",
        max_length=40,
        description="encoding of the corpus, such as windows-1258 or tcvn3; empty means: told from each file",
    )
    text_column: str = Field(
        "", max_length=200, description="column of records that holds the text; empty means: guessed by its name"
    )
    id_column: str = Field(
        "",
        max_length=200,
        description="column of records that holds their identifier; empty means: guessed by its name",
    )
    title_column: str = Field(
        "", max_length=200, description="column of records that holds the headline; empty means: guessed by its name"
    )
    date_column: str = Field(
        "",
        max_length=200,
        description="column of records that holds the day of publication; empty means: guessed by its name",
    )
    outlet_column: str = Field(
        "",
        max_length=200,
        description="column of records that holds who published them; empty means: guessed by its name",
    )
    other_languages: bool = Field(
        False, description="read texts that are not in Vietnamese too, which are skipped else"
    )
    keep_duplicates: bool = Field(
        False, description="count every copy of a text in statistics, and not each group once"
    )

    @field_validator("*", mode="before")
    @classmethod
    def _plain(cls, value: Any, info: ValidationInfo) -> Any:
        """Text in NFC without control characters; no boolean for a number, no number but a whole one for a text."""
        wanted = cls.model_fields[str(info.field_name)].annotation
        if isinstance(value, str):
            value = unicodedata.normalize("NFC", value)
            if any(unicodedata.category(c) == "Cc" for c in value):
                raise ValueError("control character")
        if wanted is bool:
            return _boolean(value)
        if isinstance(value, bool):
            raise ValueError("not a boolean")
        return str(value) if isinstance(value, int) and wanted not in (int, float) else value


def parse(assignments: Iterable[str] = (), file: Path | None = None) -> Parameters:
    """Return the parameters set by `--params FILE.yaml` and by `-p NAME=VALUE`, which wins over the file.

    Raises ParameterError for a name that does not exist (with the nearest one that does), a name given twice or a
    value out of range.
    """
    values = {} if file is None else _from_file(file)
    given: dict[str, Any] = {}
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        name = name.strip()
        if not equals or not name:
            raise ParameterError(f"-p {assignment}: write NAME=VALUE, for example -p window=5")
        if name in given:
            raise ParameterError(f"-p {name} is given twice ({given[name]} and {value}); give it once")
        given[name] = value
    return check(values | given)


def check(values: Mapping[str, Any]) -> Parameters:
    """Return `values` as Parameters, the rest by default; raise ParameterError naming value and remedy."""
    for name in values:
        if name not in Parameters.model_fields:
            near = process.extractOne(name, list(Parameters.model_fields), score_cutoff=60)
            hint = f"did you mean {near[0]}?" if near else "`banggiao params` lists them all"
            raise ParameterError(f"no parameter is called {name}; {hint}")
    try:
        return Parameters(**values)
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        raise ParameterError(f"{name}={_shown(values[name])}: expected {allowed(name)}") from None


def allowed(name: str) -> str:
    """The type and range of a parameter in words, such as "a whole number from 1 to 50"."""
    field = Parameters.model_fields[name]
    if get_origin(field.annotation) is Literal:
        return "one of " + ", ".join(get_args(field.annotation))
    if field.annotation is bool:
        return "true or false"
    if field.annotation is str:
        low, high = _bound(field, "min_length", 0), _bound(field, "max_length", "any number of")
        return f"text of {low} to {high} characters, on one line"
    low, high = _bound(field, "ge", "any"), _bound(field, "le", "any")
    return f"a {'whole ' if field.annotation is int else ''}number from {low} to {high}"


def changed(parameters: Parameters) -> dict[str, Any]:
    """The parameters that differ from the defaults."""
    return {k: v for k, v in parameters.model_dump().items() if v != Parameters.model_fields[k].default}


def _shown(value: Any) -> str:
    text = str(value) if str(value).isprintable() else repr(value)
    return text if len(text) <= 60 else f"{text[:60]}… ({len(text)} characters)"


def _boolean(value: Any) -> bool:
    word = str(value).strip().lower()
    if word not in ("true", "false"):
        raise ValueError("neither true nor false")
    return word == "true"


def _bound(field: FieldInfo, name: str, default: Any) -> Any:
    return next((getattr(item, name) for item in field.metadata if hasattr(item, name)), default)


class _UniqueKeys(yaml.SafeLoader):
    """YAML that refuses a key given twice, which the standard lets pass silently."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.YAMLError(f"{key} is given twice")
        return super().construct_mapping(node, deep)


def _from_file(file: Path) -> dict[str, Any]:
    try:
        data = yaml.load(file.read_text(encoding="utf-8-sig"), Loader=_UniqueKeys)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise ParameterError(f"{file}: cannot be read as YAML ({reason}); write lines such as `window: 5`") from None
    if data is None:
        return {}
    if not isinstance(data, dict) or not all(isinstance(key, str) for key in data):
        raise ParameterError(f"{file}: expected lines such as `window: 5`")
    try:
        check(data)
    except ParameterError as error:
        raise ParameterError(f"{file}: {error}") from None
    return data
