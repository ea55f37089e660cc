"""Implements `Crm` with HubSpot's CRM API v3: developers.hubspot.com/docs/guides/api/crm.

All records come from the lists, a hundred at a time. What changed comes from the search, which gives 10,000
results of a question at most and in one order: so every page asks for ids above the last one, and the limit
is never met. Which company a deal belongs to is asked of the associations, page by page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from icpbot.adapters.crm.connector import Connector
from icpbot.adapters.crm.http import as_html, moment, objects, unique_title
from icpbot.domain.crm import Kind, Page, Record, System
from icpbot.domain.errors import Unavailable

if TYPE_CHECKING:
    from httpx import Response

URL = "https://api.hubapi.com"
_PAGE = 100
_PACE = 0.21
"""Seconds between two questions: the search takes five in a second."""
_TO_PRIMARY, _NOTE_TO_COMPANY = 5, 190
"""Kinds of associations: a deal's primary company, a note's company."""
_DESCRIBING = (
    "domain", "website", "industry", "country", "state", "city", "numberofemployees", "annualrevenue",
    "founded_year", "type", "is_public", "total_money_raised", "web_technologies", "total_revenue",
    "lifecyclestage",
)  # fmt: skip
"""Of HubSpot's own properties those that describe a company; the others are about people and its own work."""
_OBJECT = {Kind.ORGANISATION: "companies", Kind.DEAL: "deals"}
_OF_DEALS = ("dealname", "amount", "deal_currency_code", "dealstage", "pipeline", "closedate", "createdate",
             "hs_is_closed_won", "hs_is_closed")  # fmt: skip


@dataclass(frozen=True)
class _Property:
    title: str
    options: dict[str, str]
    money: bool = False

    def text(self, value: Any, currency: str) -> str:
        said = str(value).strip() if value is not None else ""
        if self.options:
            chosen = [each.strip() for each in said.split(";") if each.strip()]
            return "; ".join(self.options.get(each, each) for each in chosen)
        return f"{said} {currency}".strip() if said and self.money else said


class HubSpot(Connector):
    """Reads what the private app may see."""

    system = System.HUBSPOT
    title = "HubSpot"
    home = URL
    pace = _PACE
    first = "/crm/v3/objects/companies"

    def _signed(self) -> Mapping[str, str]:
        return {"authorization": f"Bearer {self.token}"}

    def _told_to_wait(self, response: "Response", found: Any) -> float | None:
        """A limit of ten seconds or of one passes soon; that of a day does not."""
        if response.status_code == 429 and isinstance(found, dict) and found.get("policyName") == "DAILY":
            raise Unavailable("crm-busy", system="HubSpot")
        if response.headers.get("x-hubspot-ratelimit-remaining", "").strip() != "0":
            return None
        interval = response.headers.get("x-hubspot-ratelimit-interval-milliseconds", "")
        return float(interval) / 1000 if interval.strip().isdigit() else None

    def lanes(self, *, full: bool) -> Sequence[str]:
        gone = () if full else ("companies archived", "deals archived")
        return ("companies", "deals", *gone)

    def page(self, lane: str, *, since: datetime | None, cursor: str | None, known: Sequence[str]) -> Page:  # noqa: ARG002
        kind = Kind.ORGANISATION if lane.startswith("companies") else Kind.DEAL
        if lane.endswith("archived"):
            return self._archived(kind, cursor)
        found = self._listed(kind, cursor) if since is None else self._changed(kind, since, cursor)
        rows = [
            row
            for row in objects(found.get("results"))
            if row.get("id") and isinstance(row.get("properties"), dict)
        ]
        unreadable = len(found.get("results") or ()) - len(rows)
        following = _after(found) if since is None else (str(rows[-1]["id"]) if len(rows) == _PAGE else None)
        if kind is Kind.ORGANISATION:
            records = tuple(self._company(row) for row in rows)
        else:
            whose = self._companies_of([str(row["id"]) for row in rows])
            records = tuple(self._deal(row, whose.get(str(row["id"]))) for row in rows)
        return Page(records=records, next=following, unreadable=unreadable)

    def note(self, organisation: str, text: str, marker: str) -> bool:
        """False when a note with the marker stands there already. Asked of the associations: the search
        knows of a note only a while after it was written.
        """
        after: str | None = None
        path = f"/crm/v4/objects/companies/{int(organisation)}/associations/notes"
        while True:
            found = self._web.get(path, limit=500, after=after)
            ids = [{"id": str(each.get("toObjectId"))} for each in objects(found.get("results"))]
            if any(marker in body for body in self._bodies(ids)):
                return False
            after = _after(found)
            if not after:
                break
        kind = {"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": _NOTE_TO_COMPANY}
        now = (self._web.server_time or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
        body = {
            "properties": {"hs_timestamp": now, "hs_note_body": as_html(text)},
            "associations": [{"to": {"id": organisation}, "types": [kind]}],
        }
        self._web.post("/crm/v3/objects/notes", body, repeatable=False)
        return True

    def _bodies(self, ids: Sequence[dict[str, str]]) -> list[str]:
        bodies: list[str] = []
        for start in range(0, len(ids), _PAGE):
            asked = {"inputs": ids[start : start + _PAGE], "properties": ["hs_note_body"]}
            found = self._web.post("/crm/v3/objects/notes/batch/read", asked)
            bodies += [
                str((each.get("properties") or {}).get("hs_note_body"))
                for each in objects(found.get("results"))
            ]
        return bodies

    def _listed(self, kind: Kind, cursor: str | None) -> Any:
        asked = ",".join(self._asked_for(kind))
        return self._web.get(f"/crm/v3/objects/{_OBJECT[kind]}", limit=_PAGE, after=cursor, properties=asked)

    def _changed(self, kind: Kind, since: datetime, cursor: str | None) -> Any:
        changed = {
            "propertyName": "hs_lastmodifieddate",
            "operator": "GTE",
            "value": str(int(since.timestamp() * 1000)),
        }
        above = {"propertyName": "hs_object_id", "operator": "GT", "value": cursor}
        asked = {
            "filterGroups": [{"filters": [changed, *([above] if cursor else [])]}],
            "sorts": [{"propertyName": "hs_object_id", "direction": "ASCENDING"}],
            "properties": self._asked_for(kind), "limit": _PAGE,
        }  # fmt: skip
        return self._web.post(f"/crm/v3/objects/{_OBJECT[kind]}/search", asked)

    def _archived(self, kind: Kind, cursor: str | None) -> Page:
        """All that was deleted in the last ninety days; after that it is nowhere."""
        found = self._web.get(f"/crm/v3/objects/{_OBJECT[kind]}", limit=_PAGE, after=cursor, archived="true")
        gone = tuple((kind, str(row["id"])) for row in objects(found.get("results")) if row.get("id"))
        return Page(gone=gone, next=_after(found))

    def _companies_of(self, deals: Sequence[str]) -> dict[str, str]:
        """By deal the primary company, else the first."""
        if not deals:
            return {}
        asked = {"inputs": [{"id": each} for each in deals]}
        found = self._web.post("/crm/v4/associations/deals/companies/batch/read", asked)
        whose: dict[str, str] = {}
        for each in objects(found.get("results")):
            companies = sorted(objects(each.get("to")), key=lambda to: not _is_primary(to))
            if companies:
                whose[str((each.get("from") or {}).get("id"))] = str(companies[0].get("toObjectId"))
        return whose

    def _company(self, row: dict[str, Any]) -> Record:
        said = row["properties"]
        return Record(kind=Kind.ORGANISATION, id=str(row["id"]), name=str(said.get("name") or "").strip(),
                      fields=self._texts(said, self._of_companies), updated=_changed_at(row))  # fmt: skip

    def _deal(self, row: dict[str, Any], company: str | None) -> Record:
        said = row["properties"]
        stage, outcome = self._stages.get(str(said.get("dealstage")), ("", ""))
        won, closed = (str(said.get(f"hs_is_closed{end}")).lower() == "true" for end in ("_won", ""))
        own = {
            "status": "won" if won else outcome or ("lost" if closed else "open"), "stage": stage,
            "amount": self._amount(said), "deal created": str(said.get("createdate") or "")[:10],
        }  # fmt: skip
        if own["status"] != "open":  # before that it is a hope
            own["closed"] = str(said.get("closedate") or "")[:10]
        fields = {**{k: v for k, v in own.items() if v}, **self._texts(said, self._of_deals)}
        return Record(kind=Kind.DEAL, id=str(row["id"]), name=str(said.get("dealname") or ""), fields=fields,
                      updated=_changed_at(row), organisation=company)  # fmt: skip

    def _amount(self, said: dict[str, Any]) -> str:
        amount = str(said.get("amount") or "").strip()
        return f"{amount} {said.get('deal_currency_code') or self._currency}".strip() if amount else ""

    def _texts(self, said: dict[str, Any], known: dict[str, _Property]) -> dict[str, str]:
        found = {each.title: each.text(said.get(name), self._currency) for name, each in known.items()}
        return {title: text for title, text in found.items() if text}

    def _asked_for(self, kind: Kind) -> list[str]:
        if kind is Kind.ORGANISATION:
            return ["name", *self._of_companies]
        return [*_OF_DEALS, *self._of_deals]

    @cached_property
    def _of_companies(self) -> dict[str, _Property]:
        return self._properties("companies", _DESCRIBING, {"name"})

    @cached_property
    def _of_deals(self) -> dict[str, _Property]:
        return self._properties(
            "deals", (), {"account", "deal", "status", "stage", "amount", "deal created", "closed"}
        )

    def _properties(self, of: str, own: Sequence[str], taken: set[str]) -> dict[str, _Property]:
        """A team's own properties, and of HubSpot's those that are named; never one that names people."""
        found = self._web.get(f"/crm/v3/properties/{of}")
        properties: dict[str, _Property] = {}
        for each in sorted(objects(found.get("results")), key=lambda p: not p.get("hubspotDefined")):
            name = str(each.get("name") or "")
            personal = each.get("referencedObjectType") or each.get("fieldType") in {
                "phonenumber",
                "file",
                "html",
            }
            if not name or personal or each.get("hidden") or (each.get("hubspotDefined") and name not in own):
                continue
            options = {str(o.get("value")): str(o.get("label") or "") for o in objects(each.get("options"))}
            title = unique_title(str(each.get("label") or name), name, taken)
            properties[name] = _Property(title, options, bool(each.get("showCurrencySymbol")))
        return properties

    @cached_property
    def _currency(self) -> str:
        return str(self._web.get("/account-info/v3/details").get("companyCurrency") or "")

    @cached_property
    def _stages(self) -> dict[str, tuple[str, str]]:
        """The title of each stage, and how a deal in it ended: won, lost or nothing."""
        stages: dict[str, tuple[str, str]] = {}
        for pipeline in objects(self._web.get("/crm/v3/pipelines/deals").get("results")):
            for stage in objects(pipeline.get("stages")):
                about = stage.get("metadata") or {}
                closed = str(about.get("isClosed")).lower() == "true"
                won = str(about.get("probability")) in {"1", "1.0"}
                outcome = ("won" if won else "lost") if closed else ""
                stages[str(stage.get("id"))] = (str(stage.get("label") or ""), outcome)
        return stages


def _after(found: Any) -> str | None:
    following = ((found.get("paging") or {}).get("next") or {}).get("after")
    return str(following) if following else None


def _is_primary(to: dict[str, Any]) -> bool:
    return any(each.get("typeId") == _TO_PRIMARY for each in objects(to.get("associationTypes")))


def _changed_at(row: dict[str, Any]) -> datetime | None:
    return moment(row["properties"].get("hs_lastmodifieddate") or row.get("updatedAt"))
