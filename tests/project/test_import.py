"""What ``import tic_rules`` brings along."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import packages_distributions

PYDANTIC = {"pydantic", "pydantic-core", "annotated-types", "typing-extensions", "typing-inspection"}
LIGHT = {"tic-rules", "pyyaml"} | PYDANTIC

TELL = "import sys; known = set(sys.modules); import tic_rules; print(*(set(sys.modules) - known))"


def test_the_import_loads_pydantic_and_yaml_and_no_other_package() -> None:
    told = subprocess.run([sys.executable, "-c", TELL], capture_output=True, text=True, check=True).stdout
    distributions = packages_distributions()
    loaded = {name for module in told.split() for name in distributions.get(module.split(".")[0], [])}
    assert {name.lower().replace("_", "-") for name in loaded} <= LIGHT
