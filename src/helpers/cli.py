"""The command line. Exit codes: 0 done, 1 a run stopped, 2 nothing was run, 130 after Ctrl-C.

What takes long to import is imported in the command that needs it.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from helpers import __version__
from helpers.errors import BanggiaoError
from helpers.words import say

_PATH = click.Path(path_type=Path)


class _Group(click.Group):
    """A group whose commands show our errors by their message alone."""

    def invoke(self, ctx: click.Context) -> Any:
        from helpers.run import interrupts

        try:
            with interrupts.raised():
                return super().invoke(ctx)
        except interrupts.StoppedError as error:
            if error.__cause__ is not None:
                traceback.print_exception(error.__cause__)
            _fail(str(error), error.code)
        except BanggiaoError as error:
            _fail(str(error), 2)
        except (KeyboardInterrupt, interrupts.Terminated) as error:
            _fail(say("cli.interrupted"), interrupts.exit_code(error))


@click.group(cls=_Group, help=say("cli.help"), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="banggiao")
def main() -> None:
    pass


@main.command(help=say("cli.run_help"))
@click.option("--corpus", type=_PATH, help=say("cli.corpus"))
@click.option("--out", type=_PATH, help=say("cli.out"))
@click.option("-p", "assignments", multiple=True, metavar="NAME=VALUE", help=say("cli.parameter"))
@click.option("--params", "file", type=_PATH, metavar="FILE.yaml", help=say("cli.params_file"))
@click.option("--from", "first", metavar="NN", help=say("cli.from"))
@click.option("--to", "last", metavar="NN", help=say("cli.to"))
@click.pass_obj
def run(places: dict[str, Any] | None, assignments: tuple[str, ...], file: Path | None, **options: Any) -> None:
    from helpers import parameters
    from helpers.run import plan, whole

    asked = plan.Request(parameters.parse(assignments, file), Path.cwd(), **options, **(places or {}))
    click.echo(whole.run(plan.make(asked), tell=_tell, stream=sys.stderr))


@main.command(help=say("cli.params_help"))
@click.pass_obj
def params(places: dict[str, Any] | None) -> None:
    from helpers import parameters, paths
    from helpers.run import notebooks

    folder = (places or {}).get("notebooks", paths.NOTEBOOKS)
    used = notebooks.used_by(notebooks.find(folder))
    for name, field in parameters.Parameters.model_fields.items():
        default = str(field.default).lower() if isinstance(field.default, bool) else field.default
        click.echo(
            say(
                "cli.parameter_entry",
                name=name,
                allowed=parameters.allowed(name),
                default=default if default != "" else say("cli.empty"),
                meaning=field.description,
                notebooks=", ".join(used[name]) or say("cli.none"),
            )
        )


@main.command(help=say("cli.score_help"))
@click.argument("run_folder", metavar="RUN", type=_PATH)
@click.argument("gold", metavar="GOLD_DIR", type=_PATH)
def score(run_folder: Path, gold: Path) -> None:
    from helpers.evaluation import scores
    from helpers.run import exchange

    exchange.finish(run_folder.resolve(), _tell)
    found = scores.score_run(run_folder / "tables", gold)
    click.echo(say("cli.score_documents", n=found.documents))
    click.echo(say("cli.score_head"))
    for (layer, kind), s in found.by.items():
        if layer in scores.SHARES:
            click.echo(say("cli.score_share", layer=layer, right=s.correct, of=s.gold, share=s.precision))
        elif s.gold or s.predicted:
            measures = {"precision": s.precision, "recall": s.recall, "f1": s.f1}
            counts = {"right": s.correct, "found": s.predicted, "gold": s.gold}
            click.echo(say("cli.score_row", layer=layer, kind=kind, **measures, **counts))


_tell: Callable[[str], None] = lambda message: click.echo(message, err=True)  # noqa: E731


def _fail(message: str, code: int) -> None:
    _tell(say("cli.error", message=message))
    sys.exit(code)
