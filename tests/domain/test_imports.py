"""The domain and the use cases need pydantic and nothing else."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import importlib, pkgutil, sys

ALLOWED = {"pydantic", "pydantic_core", "annotated_types", "typing_extensions", "typing_inspection", "icpbot"}

class Blocker:
    def find_spec(self, name, path=None, target=None):
        root = name.partition(".")[0]
        if root in ALLOWED or root in sys.stdlib_module_names or root.startswith("_sysconfigdata"):
            return None
        raise ModuleNotFoundError(f"{name} is not installed here", name=name)

sys.meta_path.insert(0, Blocker())
import icpbot.domain, icpbot.usecases
names = [m.name for p in (icpbot.domain, icpbot.usecases) for m in pkgutil.iter_modules(p.__path__, p.__name__ + ".")]
for name in names:
    importlib.import_module(name)
print(len(names))
try:
    import yaml
except ModuleNotFoundError:
    print("blocked")
"""


def test_domain_and_use_cases_import_in_an_environment_with_pydantic_alone() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    count, blocked = done.stdout.split()
    assert int(count) > 40
    assert blocked == "blocked"
