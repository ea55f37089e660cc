"""The review: what each department says of each section of a profile, and what is still open."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum

from icpbot.domain.model import Model


class Department(StrEnum):
    """Those who work with the profile, and are asked before it is approved."""

    SALES = "sales"
    MARKETING = "marketing"
    CUSTOMER_SUCCESS = "customer-success"
    SUPPORT = "support"


class Opinion(StrEnum):
    AGREE = "agree"
    COMMENT = "comment"
    OBJECT = "object"


class Remark(Model):
    """What one person said of one section for their department. `by` is a name that people read."""

    department: Department
    section: str
    opinion: Opinion
    by: str
    at: datetime
    text: str = ""


Remarks = Sequence[Remark]


def says(remarks: Remarks, department: Department, section: str) -> Remark | None:
    """The last agreement or objection; a comment settles nothing, and what was said before it stands."""
    found = (
        r for r in reversed(remarks)
        if r.department is department and r.section == section and r.opinion is not Opinion.COMMENT
    )  # fmt: skip
    return next(found, None)


def waiting(remarks: Remarks, sections: Sequence[str], department: Department) -> tuple[str, ...]:
    """Sections that the department has said neither yes nor no to."""
    return tuple(s for s in sections if says(remarks, department, s) is None)


def objections(remarks: Remarks, sections: Sequence[str]) -> tuple[Remark, ...]:
    """Objections that nobody of the same department has taken back."""
    found = (says(remarks, department, section) for department in Department for section in sections)
    return tuple(r for r in found if r is not None and r.opinion is Opinion.OBJECT)


def agreed(remarks: Remarks, sections: Sequence[str]) -> tuple[Department, ...]:
    """Departments that agree to every section."""
    return tuple(d for d in Department if all(_agrees(remarks, d, s) for s in sections))


def _agrees(remarks: Remarks, department: Department, section: str) -> bool:
    last = says(remarks, department, section)
    return last is not None and last.opinion is Opinion.AGREE


def settled(remarks: Remarks, sections: Sequence[str]) -> bool:
    """Whether nothing is open: all four agree to everything."""
    return bool(sections) and len(agreed(remarks, sections)) == len(Department)


def approvers(remarks: Remarks) -> Iterator[str]:
    """'Ana (sales)' for everyone who agreed to something, in the order they first did."""
    names = ((r.by, r.department) for r in remarks if r.opinion is Opinion.AGREE)
    return (f"{name} ({department})" for name, department in dict.fromkeys(names))


def added(remarks: Remarks, remark: Remark) -> tuple[Remark, ...]:
    """With the remark; one that repeats the last of its department on that section changes nothing."""
    same = [r for r in remarks if (r.department, r.section) == (remark.department, remark.section)]
    if same and same[-1].model_copy(update={"at": remark.at}) == remark:
        return tuple(remarks)
    return (*remarks, remark)
