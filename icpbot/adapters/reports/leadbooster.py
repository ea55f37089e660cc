"""For a chat on a website: the qualifying conversation as question cards, as data and to read."""

import json

from icpbot.adapters.reports.markdown import escaped
from icpbot.usecases.exporting import Material


def cards_json(material: Material) -> bytes:
    """Questions in their order with the points of each answer, and from how many per cent a verdict holds."""
    ends = material.profile.thresholds
    document = {
        "profile": material.page.title, "version": material.profile.version, "language": material.language,
        "points": sum(each.card.points for each in material.cards),
        "verdicts": {"ideal": ends.ideal_at, "ok": ends.ok_at},
        "cards": [
            {"number": number, "attribute": each.card.attribute, "question": each.question,
             "answer": each.card.answering, "options": each.options, "points": each.card.points,
             "rules": [rule.model_dump(mode="json", exclude_none=True) for rule in each.card.rules]}
            for number, each in enumerate(material.cards, 1)
        ],
    }  # fmt: skip
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def cards_markdown(material: Material) -> bytes:
    lines = [f"# {escaped(material.page.title)}", "", escaped(material.page.subtitle), ""]
    for number, each in enumerate(material.cards, 1):
        lines += [f"## {number}. {escaped(each.question)}", ""]
        lines += [f"- [ ] {escaped(option)}" for option in each.options]
        lines += ["", f"{escaped(each.label)} ({each.card.points:g})", ""]
        for text, rule in zip(each.rules, each.card.rules, strict=True):
            lines.append(f"- {escaped(text)} → {'✗' if rule.ends else f'{rule.points:g}'}")
        lines.append("")
    return ("\n".join([*lines, escaped(material.page.thresholds)]) + "\n").encode()
