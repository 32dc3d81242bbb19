"""What commands have in common: their options, where they write, and how they say what went wrong."""

from pathlib import Path

import click
from rich.console import Console

from kiosk.domain.refusal import Refused
from kiosk.settings.error import SettingsError
from kiosk.store.sqlite import DamageError
from kiosk.web.page import AssetsMissing

console = Console(soft_wrap=True)  # a path is one word, also where another program reads it

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="KIOSK_DATA",
    default=lambda: Path(click.get_app_dir("mixer-kiosk")),
    show_default="a folder of your own",
    help="Where this evening is kept (KIOSK_DATA).",
)
config_option = click.option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    envvar="KIOSK_CONFIG",
    help="Settings to use instead of event.toml in the data folder.",
)
port_option = click.option(
    "--port", type=click.IntRange(1, 65535), envvar="KIOSK_PORT", default=8080, show_default=True
)


class Told(click.ClickException):
    """What went wrong, as a sentence."""

    def show(self, file: object = None) -> None:
        Console(stderr=True).print(self.message, style="red", markup=False, highlight=False)


class InWords(click.Group):
    """Commands whose refusals are sentences, and never tracebacks."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (Refused, SettingsError, AssetsMissing) as problem:
            raise Told(str(problem)) from None
        except DamageError as problem:
            raise Told(
                f"This evening's database is damaged: {problem}.\n"
                "`kiosk restore` brings the last good backup back; what is there now is kept beside it."
            ) from None
