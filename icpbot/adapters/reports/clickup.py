"""For ClickUp: the profile and its personas as a doc, and tasks for its importer, in one archive."""

import csv
import io
import zipfile

from icpbot.adapters.reports.markdown import escaped, markdown
from icpbot.adapters.reports.plain import inert
from icpbot.usecases.exporting import Material, Task

_COLUMNS = ("Task Name", "Status", "Priority", "Assignee", "Due Date", "Tags")
_WRITTEN = (1980, 1, 1, 0, 0, 0)
"""The earliest an archive can say, so that the same profile makes the same archive."""


def clickup(material: Material) -> bytes:
    """A ZIP of `profile.md`, `personas.md` and `tasks.csv`."""
    files = {
        "profile.md": markdown(material.page),
        "personas.md": _personas(material.personas),
        "tasks.csv": _tasks(material.tasks),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _WRITTEN), content)
    return out.getvalue()


def _personas(lines: tuple[str, ...]) -> bytes:
    """A heading, then each person as a heading with what they said."""
    told = [f"# {escaped(lines[0])}"]
    for line in lines[1:]:
        if line.startswith("• "):
            told.append(f"- {escaped(line[2:])}")
        else:
            told += ["", f"## {escaped(line.replace('*', ''))}", ""]
    return ("\n".join(told) + "\n").encode()


def _tasks(tasks: tuple[Task, ...]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for task in tasks:
        row = (task.name, "to do", task.priority, task.owner, str(task.due or ""), task.tag)
        writer.writerow([inert(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")
