"""Implements `Crm` with Pipedrive's API v2, and v1 for notes: developers.pipedrive.com/docs/api/v1.

Lists come in pages of 500 by cursor, sorted by id, so that a record that changes meanwhile is neither missed
nor given twice. Deleted deals are given for thirty days, deleted organisations not at all: those we know are
asked for by their ids, a hundred at a time, and the ones that are not given are gone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from icpbot.adapters.crm.connector import Connector
from icpbot.adapters.crm.http import (
    as_html,
    moment,
    number_text,
    objects,
    unique_title,
)  # fmt: skip
from icpbot.domain.crm import Kind, Page, Record, System
from icpbot.domain.errors import Unavailable

if TYPE_CHECKING:
    from httpx import Response

URL = "https://api.pipedrive.com"
_PAGE, _IDS = 500, 100
_PACE = 0.1
"""Seconds between two questions: the smallest plan lets twenty through in two seconds."""
_SYSTEM = {
    "id", "name", "title", "owner_id", "creator_user_id", "user_id", "add_time", "update_time", "visible_to",
    "picture_id", "cc_email", "org_id", "person_id", "company_id", "pipeline_id", "stage_id", "value",
    "currency", "status", "won_time", "lost_time", "close_time", "stage_change_time", "address", "is_deleted",
    "is_archived", "archive_time", "probability", "expected_close_date", "local_won_date", "local_lost_date",
    "local_close_date",
}  # fmt: skip
_COUNTS = re.compile(
    r"(activities|deals|files|notes|followers|messages|people|products)_count$|_activity_(id|date)"
)
_PERSONAL = {
    "user",
    "people",
    "org",
    "phone",
    "picture",
    "visible_to",
    "pipeline",
    "stage",
    "project",
    "deal",
}
"""Types of fields that name people or other records; nothing of them is taken."""


@dataclass(frozen=True)
class _Field:
    title: str
    options: dict[str, str]

    def text(self, value: Any) -> str:
        if value is None or value == "":
            return ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if self.options:
            chosen = value if isinstance(value, list) else [value]
            return "; ".join(filter(None, (self.options.get(str(each)) for each in chosen)))
        if isinstance(value, dict):
            return self._of_parts(value)
        if isinstance(value, list):
            return "; ".join(filter(None, map(self.text, value)))
        return number_text(value) if isinstance(value, int | float) else str(value).strip()

    def _of_parts(self, value: dict[str, Any]) -> str:
        """An amount with its currency, a range with its end, an address as it is written."""
        parts = [self.text(value.get("value")), str(value.get("currency") or "")]
        text = " ".join(part for part in parts if part)
        return f"{text} – {value['until']}" if text and value.get("until") else text


class Pipedrive(Connector):
    """Reads what the owner of the token may see."""

    system = System.PIPEDRIVE
    title = "Pipedrive"
    home = URL
    pace = _PACE
    first = "/api/v2/organizations"

    def _signed(self) -> Mapping[str, str]:
        return {"x-api-token": self.token}

    def _told_to_wait(self, response: "Response", found: Any) -> float | None:  # noqa: ARG002
        """Until the window ends, when nothing is left of it."""
        left, until = (response.headers.get(f"x-ratelimit-{name}", "") for name in ("remaining", "reset"))
        return float(until) if left.strip() in {"", "0"} and until.strip().isdigit() else None

    def lanes(self, *, full: bool) -> Sequence[str]:
        return ("organisations", "deals", "archived", *(() if full else ("known",)))

    def page(self, lane: str, *, since: datetime | None, cursor: str | None, known: Sequence[str]) -> Page:
        if lane == "known":
            return self._known(known)
        kind = Kind.ORGANISATION if lane == "organisations" else Kind.DEAL
        path = {"organisations": "organizations", "deals": "deals", "archived": "deals/archived"}[lane]
        status = "open,won,lost,deleted" if lane == "deals" and since else None
        after = since.strftime("%Y-%m-%dT%H:%M:%SZ") if since else None
        found = self._web.get(
            f"/api/v2/{path}", limit=_PAGE, cursor=cursor, updated_since=after, sort_by="id",
            sort_direction="asc", status=status,
        )  # fmt: skip
        rows = objects(found.get("data"))
        live = [row for row in rows if row.get("id") and not _deleted(row)]
        gone = tuple((kind, str(row["id"])) for row in rows if row.get("id") and _deleted(row))
        records = tuple(
            self._organisation(row) if kind is Kind.ORGANISATION else self._deal(row) for row in live
        )
        unreadable = len(found.get("data") or ()) - len(live) - len(gone)
        return Page(records=records, gone=gone, next=_next(found), unreadable=unreadable)

    def note(self, organisation: str, text: str, marker: str) -> bool:
        """False when a note with the marker stands there already."""
        start: int | None = 0
        while start is not None:
            found = self._web.get("/api/v1/notes", org_id=organisation, start=start, limit=_PAGE)
            if any(marker in str(each.get("content")) for each in objects(found.get("data"))):
                return False
            paging = (found.get("additional_data") or {}).get("pagination") or {}
            start = paging.get("next_start") if paging.get("more_items_in_collection") else None
        body = {"content": as_html(text), "org_id": int(organisation)}
        self._web.post("/api/v1/notes", body, repeatable=False)
        return True

    def _known(self, known: Sequence[str]) -> Page:
        """Who is not given is gone; so an answer that is no list must not pass for an empty one."""
        there: set[str] = set()
        cursor: str | None = None
        while known:
            ids = ",".join(known)
            found = self._web.get("/api/v2/organizations", ids=ids, limit=_IDS, cursor=cursor)
            if not isinstance(found.get("data"), list):
                raise Unavailable("crm-not-answering", system="Pipedrive")
            there |= {str(row.get("id")) for row in objects(found["data"]) if not _deleted(row)}
            cursor = _next(found)
            if not cursor:
                gone = tuple((Kind.ORGANISATION, each) for each in known if each not in there)
                return Page(gone=gone, next=known[-1])
        return Page()

    def _organisation(self, row: dict[str, Any]) -> Record:
        place = row.get("address") if isinstance(row.get("address"), dict) else {}
        assert isinstance(place, dict)
        parts = {"country": "country", "region": "admin_area_level_1", "city": "locality"}
        titles = {each.title.casefold(): each.title for each in self._fields_of_organisations.values()}
        told = {titles.get(title, title): str(place[key]) for title, key in parts.items() if place.get(key)}
        fields = {**told, **_texts(row, self._fields_of_organisations)}
        return Record(kind=Kind.ORGANISATION, id=str(row["id"]), name=str(row.get("name") or "").strip(),
                      fields=fields, updated=moment(row.get("update_time")))  # fmt: skip

    def _deal(self, row: dict[str, Any]) -> Record:
        ended = row.get("won_time") or row.get("lost_time") or row.get("close_time")
        amount = {"value": row.get("value"), "currency": row.get("currency")}
        own = {
            "status": str(row.get("status") or ""),
            "amount": _Field("", {}).text(amount if row.get("value") else None),
            "deal created": str(row.get("add_time") or "")[:10], "closed": str(ended or "")[:10],
        }  # fmt: skip
        fields = {**{k: v for k, v in own.items() if v}, **_texts(row, self._fields_of_deals)}
        whose = row.get("org_id")
        return Record(kind=Kind.DEAL, id=str(row["id"]), name=str(row.get("title") or ""), fields=fields,
                      updated=moment(row.get("update_time")),
                      organisation=str(whose) if whose else None)  # fmt: skip

    @cached_property
    def _fields_of_organisations(self) -> dict[str, _Field]:
        return self._fields("organizationFields", {"name"})

    @cached_property
    def _fields_of_deals(self) -> dict[str, _Field]:
        return self._fields("dealFields", {"account", "deal", "status", "amount", "deal created", "closed"})

    def _fields(self, path: str, taken: set[str]) -> dict[str, _Field]:
        fields: dict[str, _Field] = {}
        cursor: str | None = None
        while True:
            found = self._web.get(f"/api/v2/{path}", limit=_PAGE, cursor=cursor)
            for each in objects(found.get("data")):
                code = str(each.get("field_code") or "")
                personal = each.get("field_type") in _PERSONAL
                if code and code not in _SYSTEM and not _COUNTS.search(code) and not personal:
                    options = {
                        str(o.get("id")): str(o.get("label") or "") for o in objects(each.get("options"))
                    }
                    title = unique_title(str(each.get("field_name") or code), code, taken)
                    fields[code] = _Field(title, options)
            cursor = _next(found)
            if not cursor:
                return fields


def _next(found: Any) -> str | None:
    extra = found.get("additional_data")
    return (extra.get("next_cursor") if isinstance(extra, dict) else None) or None


def _deleted(row: dict[str, Any]) -> bool:
    return bool(row.get("is_deleted")) or row.get("status") == "deleted"


def _texts(row: dict[str, Any], fields: dict[str, _Field]) -> dict[str, str]:
    """What a record says, by the titles of fields; a field we were not told of is left out."""
    custom = row.get("custom_fields")
    every = {**row, **(custom if isinstance(custom, dict) else {})}
    found = {each.title: each.text(every.get(code)) for code, each in fields.items() if code in every}
    return {title: text for title, text in found.items() if text}
