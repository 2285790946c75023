"""What ``import tic_rules`` brings along."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import packages_distributions

import pytest

import tic_rules

PYDANTIC = {"pydantic", "pydantic-core", "annotated-types", "typing-extensions", "typing-inspection"}
LIGHT = {"tic-rules", "pyyaml"} | PYDANTIC

TELL = "import sys; known = set(sys.modules); {}; print(*(set(sys.modules) - known))"


def _loaded(code: str) -> set[str]:
    """The distributions, ours too, that some code brings along."""
    told = subprocess.run([sys.executable, "-c", TELL.format(code)], capture_output=True, text=True, check=True).stdout
    distributions = packages_distributions()
    loaded = {name for module in told.split() for name in distributions.get(module.split(".")[0], [])}
    return {name.lower().replace("_", "-") for name in loaded}


def test_everything_public_loads_pydantic_and_yaml_and_no_other_package() -> None:
    assert _loaded("from tic_rules import *") <= LIGHT


def test_the_command_line_begins_without_the_models() -> None:
    """So that help is quick, and Ctrl-C is answered from the first moment."""
    assert _loaded("import tic_rules.cli.entry") <= {"tic-rules", "click"}


def test_every_public_name_is_there_and_no_other() -> None:
    for name in tic_rules.__all__:
        assert getattr(tic_rules, name) is not None
        assert name in dir(tic_rules)
    with pytest.raises(AttributeError, match="no attribute 'decode'"):
        tic_rules.decode  # type: ignore[attr-defined]  # noqa: B018
