"""The version of the library, as installed."""

from importlib.metadata import PackageNotFoundError, version
from typing import Final


def _installed() -> str:
    try:
        return version("tic-rules")
    except PackageNotFoundError:
        return "0+unknown"


__version__: Final = _installed()
