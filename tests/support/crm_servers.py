"""Loopback servers that answer as Pipedrive and HubSpot do: pages, cursors, throttling, failures, deletions.

Real HTTP on 127.0.0.1. A test changes the world between two questions by `between`, and puts answers in the way of
the next questions by `faults`: a status with headers, a broken body, a slow or a dropped answer.
"""

from __future__ import annotations

import json
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from loopback import Answering, answering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOKEN = "pat-na1-very-secret-Token-42"
START = 1_772_000_000
"""Where the clocks of the servers stand: February 2026, in seconds."""


@dataclass
class Fault:
    """What is answered in place of the truth. `drop` closes the connection; `late` (seconds) is the truth, late."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None
    raw: bytes | None = None
    drop: bool = False
    late: float = 0.0
    done_first: bool = False
    """The question is done, and the answer is lost on its way."""


@dataclass
class Asked:
    method: str
    path: str
    params: dict[str, str]
    body: Any
    headers: dict[str, str]


class System:
    """What both have in common: a clock, a token, faults, and a list of what was asked."""

    def __init__(self) -> None:
        self.now = START
        self.asked: list[Asked] = []
        self.faults: list[Fault] = []
        self.between: Callable[[System, Asked], None] | None = None
        self.url = ""

    def tick(self, seconds: int = 60) -> None:
        self.now += seconds

    def stamp(self) -> str:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self.now))

    def paths(self, part: str = "") -> list[str]:
        return [each.path for each in self.asked if part in each.path]

    def answer(self, asked: Asked) -> tuple[int, Any]:
        raise NotImplementedError


class Pipedrive(System):
    """API v2 of organisations, deals and fields; v1 of notes."""

    def __init__(self, page: int = 500) -> None:
        super().__init__()
        self.page = page
        self.organizations: dict[int, dict[str, Any]] = {}
        self.deals: dict[int, dict[str, Any]] = {}
        self.notes: dict[int, dict[str, Any]] = {}
        self.fields: dict[str, list[dict[str, Any]]] = {"organizationFields": [], "dealFields": []}

    def add_field(
        self, code: str, name: str, kind: str = "varchar", options: Any = None, of: str = "organizationFields"
    ) -> None:
        listed = [{"id": n, "label": label} for n, label in (options or {}).items()] or None
        self.fields[of].append({"field_code": code, "field_name": name, "field_type": kind, "options": listed,
                                "is_custom_field": len(code) == 40, "subfields": None})  # fmt: skip

    def organisation(self, number: int, name: str, *, custom: Any = None, **about: Any) -> None:
        self.organizations[number] = {
            "id": number, "name": name, "owner_id": 7, "add_time": self.stamp(), "update_time": self.stamp(),
            "visible_to": 3, "label_ids": [], "address": None, "is_deleted": False, "custom_fields": custom or {}, **about,
        }  # fmt: skip

    def deal(
        self, number: int, organisation: int | None, status: str, value: float | None = None, **about: Any
    ) -> None:
        self.deals[number] = {
            "id": number, "title": f"Deal {number}", "org_id": organisation, "person_id": 3, "status": status,
            "value": value, "currency": "EUR", "add_time": "2026-01-01T08:00:00Z", "update_time": self.stamp(),
            "won_time": self.stamp() if status == "won" else None, "lost_time": self.stamp() if status == "lost" else None,
            "is_deleted": False, "is_archived": False, "custom_fields": {}, **about,
        }  # fmt: skip

    def answer(self, asked: Asked) -> tuple[int, Any]:
        if asked.headers.get("x-api-token") != TOKEN:
            return 401, {"success": False, "error": "unauthorized access", "errorCode": 401}
        head, _, rest = asked.path.removeprefix("/api/").partition("/")
        if (head, rest) == ("v1", "notes"):
            return self._note(asked) if asked.method == "POST" else self._notes(asked.params)
        if head != "v2":
            return 404, {"success": False, "error": "Unknown method ."}
        if rest in self.fields:
            return self._paged(list(enumerate(self.fields[rest])), asked.params)
        return self._listed(rest, asked.params)

    def _listed(self, what: str, params: dict[str, str]) -> tuple[int, Any]:
        if int(params.get("limit", 100)) > 500:
            return 400, {"success": False, "error": "limit", "code": "ERR_SCHEMA_VALIDATION_FAILED"}
        rows = {"organizations": self.organizations, "deals": self.deals, "deals/archived": self.deals}.get(
            what
        )
        if rows is None:
            return 404, {"success": False}
        found = [(n, row) for n, row in sorted(rows.items()) if isinstance(row, dict)]
        if what != "organizations":
            found = [(n, r) for n, r in found if bool(r["is_archived"]) == what.endswith("archived")]
            wanted = set((params.get("status") or "open,won,lost").split(","))
            found = [(n, r) for n, r in found if ("deleted" if r["is_deleted"] else r["status"]) in wanted]
        else:
            found = [(n, r) for n, r in found if not r.get("is_deleted")]
        if "ids" in params:
            wanted = set(params["ids"].split(","))
            if len(wanted) > 100:
                return 400, {"success": False}
            found = [(n, r) for n, r in found if str(n) in wanted]
        if params.get("updated_since"):
            found = [(n, r) for n, r in found if str(r.get("update_time")) >= params["updated_since"]]
        return self._paged(found, params)

    def _paged(self, rows: list[tuple[int, Any]], params: dict[str, str]) -> tuple[int, Any]:
        size, after = min(self.page, int(params.get("limit", 100))), -1
        if params.get("cursor"):
            if not params["cursor"].startswith("c"):
                return 400, {"success": False, "error": "Invalid cursor"}
            after = int(params["cursor"][1:])
        left = [(n, row) for n, row in rows if n > after]
        following = f"c{left[size - 1][0]}" if len(left) > size else None
        return 200, {
            "success": True,
            "data": [row for _, row in left[:size]],
            "additional_data": {"next_cursor": following},
        }

    def _notes(self, params: dict[str, str]) -> tuple[int, Any]:
        start, size = int(params.get("start", 0)), min(self.page, int(params.get("limit", 100)))
        rows = [n for n in self.notes.values() if str(n["org_id"]) == params.get("org_id")]
        more = start + size < len(rows)
        paging = {
            "start": start,
            "limit": size,
            "more_items_in_collection": more,
            **({"next_start": start + size} if more else {}),
        }
        return 200, {
            "success": True,
            "data": rows[start : start + size] or None,
            "additional_data": {"pagination": paging},
        }

    def _note(self, asked: Asked) -> tuple[int, Any]:
        number = len(self.notes) + 1
        self.notes[number] = {"id": number, "content": asked.body["content"], "org_id": asked.body["org_id"]}
        return 201, {"success": True, "data": self.notes[number]}


class HubSpot(System):
    """CRM v3 objects, properties, pipelines and search; v4 associations; a ceiling on results of one search."""

    def __init__(self, page: int = 100, ceiling: int = 10_000) -> None:
        super().__init__()
        self.page, self.ceiling = page, ceiling
        self.objects: dict[str, dict[int, dict[str, Any]]] = {"companies": {}, "deals": {}, "notes": {}}
        self.archived: dict[str, dict[int, dict[str, Any]]] = {"companies": {}, "deals": {}}
        self.links: dict[int, list[tuple[int, int]]] = {}
        """By deal its companies, each with the kind of the association."""
        self.noted: dict[int, list[int]] = {}
        self.properties: dict[str, list[dict[str, Any]]] = {"companies": [], "deals": []}

    def add_property(
        self,
        name: str,
        label: str,
        *,
        of: str = "companies",
        own: bool = True,
        options: Any = None,
        **about: Any,
    ) -> None:
        listed = [{"value": value, "label": text} for value, text in (options or {}).items()]
        self.properties[of].append({"name": name, "label": label, "type": "string", "fieldType": "text",
                                    "hubspotDefined": not own, "hidden": False, "options": listed, **about})  # fmt: skip

    def company(self, number: int, name: str | None, **said: Any) -> None:
        self._put("companies", number, {"name": name, **said})

    def deal(
        self,
        number: int,
        companies: list[tuple[int, int]],
        stage: str,
        amount: str | None = None,
        **said: Any,
    ) -> None:
        self.links[number] = companies
        self._put("deals", number, {"dealname": f"Deal {number}", "dealstage": stage, "amount": amount,
                                    "createdate": "2026-01-01T08:00:00Z", "closedate": self.stamp(), **said})  # fmt: skip

    def archive(self, kind: str, number: int) -> None:
        row = self.objects[kind].pop(number)
        self.archived[kind][number] = {**row, "archived": True, "archivedAt": self.stamp()}

    def _put(self, kind: str, number: int, said: dict[str, Any]) -> None:
        own = {
            "hs_object_id": str(number),
            "hs_lastmodifieddate": self.stamp(),
            "createdate": self.stamp(),
            **said,
        }
        self.objects[kind][number] = {"id": str(number), "properties": own, "createdAt": self.stamp(),
                                      "updatedAt": self.stamp(), "archived": False}  # fmt: skip

    def answer(self, asked: Asked) -> tuple[int, Any]:
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return 401, {
                "status": "error",
                "category": "INVALID_AUTHENTICATION",
                "message": "Authentication credentials not found.",
            }
        parts = asked.path.strip("/").split("/")
        if asked.path == "/account-info/v3/details":
            return 200, {"portalId": 1, "companyCurrency": "CZK", "timeZone": "Europe/Prague"}
        if asked.path == "/crm/v3/pipelines/deals":
            return 200, {"results": [{"id": "default", "stages": _STAGES}]}
        if parts[:3] == ["crm", "v3", "properties"]:
            return 200, {"results": self.properties[parts[3]]}
        if asked.path == "/crm/v4/associations/deals/companies/batch/read":
            return self._associated(asked.body)
        if parts[:4] == ["crm", "v4", "objects", "companies"]:
            notes = self.noted.get(int(parts[4]), [])
            return 200, {"results": [{"toObjectId": n, "associationTypes": []} for n in notes]}
        if parts[:3] == ["crm", "v3", "objects"]:
            return self._objects(parts[3], "/".join(parts[4:]), asked)
        return 404, {"status": "error"}

    def _objects(self, kind: str, rest: str, asked: Asked) -> tuple[int, Any]:
        if rest == "search":
            return self._search(kind, asked.body)
        if rest == "batch/read":
            rows = [self.objects[kind].get(int(each["id"])) for each in asked.body["inputs"]]
            return 200, {"status": "COMPLETE", "results": [row for row in rows if row]}
        if asked.method == "POST":
            number = 900 + len(self.objects[kind])
            self._put(kind, number, asked.body["properties"])
            for each in asked.body["associations"]:
                assert each["types"] == [{"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 190}]
                self.noted.setdefault(int(each["to"]["id"]), []).append(number)
            return 201, self.objects[kind][number]
        world = self.archived if asked.params.get("archived") == "true" else self.objects
        after, size = int(asked.params.get("after") or 0), min(self.page, int(asked.params.get("limit", 10)))
        left = [(n, row) for n, row in sorted(world[kind].items()) if n > after]
        wanted = set(asked.params.get("properties", "").split(","))
        following = {"paging": {"next": {"after": str(left[size - 1][0])}}} if len(left) > size else {}
        return 200, {"results": [_only(row, wanted) for _, row in left[:size]], **following}

    def _search(self, kind: str, body: Any) -> tuple[int, Any]:
        if (
            len(body.get("sorts", [])) > 1
            or body["limit"] > 200
            or int(body.get("after") or 0) + body["limit"] > self.ceiling + body["limit"]
        ):
            return 400, {"status": "error", "category": "VALIDATION_ERROR"}
        rows = [
            row
            for _, row in sorted(self.objects[kind].items())
            if any(_holds(g["filters"], row) for g in body["filterGroups"])
        ]
        after, size = int(body.get("after") or 0), body["limit"]
        shown = rows[: self.ceiling][after : after + size]
        more = after + size < min(len(rows), self.ceiling)
        following = {"paging": {"next": {"after": str(after + size)}}} if more else {}
        return 200, {
            "total": len(rows),
            "results": [_only(row, set(body["properties"])) for row in shown],
            **following,
        }

    def _associated(self, body: Any) -> tuple[int, Any]:
        results = [
            {"from": {"id": each["id"]}, "to": [
                {"toObjectId": company, "associationTypes": [{"category": "HUBSPOT_DEFINED", "typeId": kind, "label": None}]}
                for company, kind in self.links.get(int(each["id"]), [])]}
            for each in body["inputs"] if self.links.get(int(each["id"]))
        ]  # fmt: skip
        return 200, {"status": "COMPLETE", "results": results}


_STAGES = [
    {"id": "s1", "label": "Nabídka", "metadata": {"isClosed": "false", "probability": "0.4"}},
    {"id": "closedwon", "label": "Vyhráno", "metadata": {"isClosed": "true", "probability": "1.0"}},
    {"id": "closedlost", "label": "Prohráno", "metadata": {"isClosed": "true", "probability": "0.0"}},
]


def _only(row: dict[str, Any], wanted: set[str]) -> dict[str, Any]:
    always = {"hs_object_id", "hs_lastmodifieddate", "createdate"}
    if not isinstance(row.get("properties"), dict):
        return row
    return {**row, "properties": {k: v for k, v in row["properties"].items() if k in wanted | always}}


def _holds(filters: list[dict[str, str]], row: dict[str, Any]) -> bool:
    said = row["properties"]
    for each in filters:
        if each["propertyName"] == "hs_lastmodifieddate":
            when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(each["value"]) / 1000))
            if each["operator"] != "GTE" or said["hs_lastmodifieddate"] < when:
                return False
        elif each["operator"] != "GT" or int(said["hs_object_id"]) <= int(each["value"]):
            return False
    return True


def _answered(system: System, asked: Asked) -> tuple[int, bytes, dict[str, str]] | None:
    """Status, body and headers; nothing when the connection is dropped."""
    fault = system.faults.pop(0) if system.faults else None
    if fault is None:
        status, found = system.answer(asked)
        return status, json.dumps(found).encode(), {}
    time.sleep(fault.late)
    if fault.done_first or fault.late:
        status, found = system.answer(asked)
        if not fault.drop:
            return status, json.dumps(found).encode(), fault.headers
    if fault.drop:
        return None
    return (
        fault.status,
        fault.raw if fault.raw is not None else json.dumps(fault.body or {}).encode(),
        fault.headers,
    )


@contextmanager
def served(system: System) -> Iterator[System]:
    """The system at an address of this machine."""

    class Handler(Answering):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            raw = self.body()
            parts = urlsplit(self.path)
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = json.loads(raw) if raw else None
            asked = Asked(self.command, parts.path, dict(parse_qsl(parts.query)), body, headers)
            system.asked.append(asked)
            said = _answered(system, asked)
            if said is None:
                self.close_connection = True
                return
            self._say(*said)
            if system.between:
                system.between(system, asked)

        do_GET = do_POST = handle_any  # noqa: N815 - the names of the library

        def _say(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response_only(status)
            self.send_header("date", formatdate(system.now, usegmt=True))
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name, value)
            with suppress(ConnectionError):  # who has not waited is gone
                self.end_headers()
                self.wfile.write(body)

    with answering(Handler) as server:
        system.url = server.url
        yield system
