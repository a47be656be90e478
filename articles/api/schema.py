"""The OpenAPI document as a whole: what holds for every operation is written here once."""

import json
import threading
from typing import Any, ClassVar

from django.conf import settings
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema

PROBLEM, DESK = "application/problem+json", "/api/v1/desk/"
HEADERS = {
    "ETag": ("Names this state; send it as If-None-Match.", {"type": "string"}),
    "Last-Modified": ("When it last changed.", {"type": "string"}),
    "Cache-Control": ("How long it may be kept.", {"type": "string"}),
    "Link": ("Other pages and other forms of the same.", {"type": "string"}),
    "Surrogate-Key": ("What it shows, for caches in front.", {"type": "string"}),
    "RateLimit": ("Requests left in this minute (r), and its seconds left (t).", {"type": "string"}),
    "RateLimit-Policy": ("Requests a minute (q) of one address.", {"type": "string"}),
    "X-Request-ID": ("Names the answer in our logs.", {"type": "string"}),
}
ERRORS = {
    "401": ("BadToken", "The token that was sent opens nothing: unknown, expired or revoked."),
    "405": ("MethodNotAllowed", "This resource is not changed like that."),
    "406": ("NotAcceptable", "There is no form of it that Accept takes."),
    "429": ("TooManyRequests", "Go on after the seconds in Retry-After."),
    "500": ("ServerError", "Our fault; logged under the X-Request-ID of the answer."),
}
TITLES = {
    "401": "Not logged in",
    "405": "Method not allowed",
    "406": "Not acceptable",
    "429": "Too many requests",
    "500": "Server error",
}
TAGS = {
    "index": "Where everything is.",
    "articles": "What is published, as editions.",
    "quotes": "Who said what, when, and how we know.",
    "occasions": "Events and documents at which statements fell.",
    "people": "Who is quoted.",
    "organizations": "Bodies that are quoted, or for which somebody speaks.",
    "authors": "Who writes.",
    "sections": "The sections of the paper.",
    "topics": "What articles are about.",
    "corrections": "What was put right.",
    "search": "Articles and quotations by words.",
    "front": "The front page and those of sections.",
    "changes": "Everything in the order in which it changed, for copies.",
    "desk": "The newsroom's own work, for its people and their programs.",
}


DESCRIPTION = """Articles, quotations and the people who said them, as published; and the newsroom's own work, for its people.

**Reading** needs no account. Any site may do it (CORS). A token may be sent all the same; one that opens nothing is 401. **The desk** takes the session of the admin with its CSRF token, or
`Authorization: Bearer` with a token that is made in the admin.

**Limits.** `RateLimit` tells how many requests an address, or a token, has left in this minute, and 429 comes with `Retry-After`. A page has at most
100 rows, a value of a parameter at most 200 characters. Parameters and members that are not described are refused by name.

**Errors** are problem details (RFC 9457). **Addresses** may leave out the slash at the end.

**Two documents**: reads at `/api/v1/schema/`, the desk at `/api/v1/desk/schema/`.

**Versions.** What stands in `/api/v1/` stays: members and parameters may be added, none is taken away and none changes its meaning; ignore members that you
do not know. What is to end is marked `deprecated` here and sends `Deprecation` and `Sunset` headers for at least a year before it does; what replaces it comes under
`/api/v2/` or beside it.
"""


class MadeOnce(SchemaGenerator):
    """Makes its document once in each process: that takes a second, and the generator bears no second thread."""

    _turn: ClassVar[threading.Lock] = threading.Lock()
    _made: ClassVar[dict[tuple[type, str], dict[str, Any]]] = {}

    def get_schema(self, request: Any = None, public: bool = False) -> dict[str, Any]:
        key = type(self), settings.SITE_URL
        with self._turn:
            if key not in self._made:
                self._made[key] = super().get_schema(request=None, public=True)
            return self._made[key]


class PublicReads(MadeOnce):
    """What everybody may read."""

    def _get_paths_and_endpoints(self) -> list[Any]:
        return [one for one in super()._get_paths_and_endpoints() if not one[0].startswith(DESK)]


class Desk(MadeOnce):
    """What the newsroom's people and their programs may do."""

    def _get_paths_and_endpoints(self) -> list[Any]:
        return [one for one in super()._get_paths_and_endpoints() if one[0].startswith(DESK)]


class Described(AutoSchema):
    """Every operation has a summary: its own, or the first sentence of the view's docstring."""

    def get_summary(self) -> str:
        told = super().get_summary() or (self.view.__doc__ or "").strip().split("\n")[0]
        return told.removesuffix(".") or self.get_operation_id().replace("_", " ")

    def is_deprecated(self) -> bool:
        return super().is_deprecated() or bool(getattr(self.view, "ends", None))


def finish(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Addresses without the slash that may be left out, tags that are told, and the answers that every operation has."""
    about = f"{settings.SITE_URL}/pages/about/"
    result["info"]["description"] = DESCRIPTION
    result["info"]["contact"] = {"name": settings.SITE_NAME, "url": about}
    result["info"]["license"] = {"name": "Ask the newsroom", "url": about}
    result["servers"] = [{"url": settings.SITE_URL}]
    result["paths"] = {path.rstrip("/") or "/": said for path, said in result["paths"].items()}
    _tell_of_parts(result)
    operations = [one for said in result["paths"].values() for one in said.values() if "responses" in one]
    tags = dict.fromkeys(tag for one in operations for tag in one.get("tags", ()))
    result["tags"] = [{"name": tag, "description": TAGS.get(tag, tag)} for tag in tags]
    parts = result["components"]
    shape = "Problem" if "Problem" in parts["schemas"] else "DeskProblem"
    parts["headers"] = {
        name: {"description": told, "schema": schema} for name, (told, schema) in HEADERS.items()
    }
    shape = "Problem" if "Problem" in parts["schemas"] else "DeskProblem"
    parts["responses"] = {name: _problem(status, told, shape) for status, (name, told) in ERRORS.items()}
    parts["responses"]["NotModified"] = {
        "description": "It is what If-None-Match or If-Modified-Since names."
    }
    for path, said in result["paths"].items():
        for method, one in said.items():
            _complete(one, is_public_read=method == "get" and not path.startswith(DESK))
    used = json.dumps(result["paths"])
    for kind in ("headers", "responses"):
        named = {name: part for name, part in parts[kind].items() if f'"#/components/{kind}/{name}"' in used}
        parts[kind] = named
    return result


def _tell_of_parts(result: dict[str, Any]) -> None:
    """What takes ``fields`` answers with some members only: beside each row that has all of them stands one that has some."""
    known = result["components"]["schemas"]
    for said in result["paths"].values():
        for one in said.values():
            if any(given["name"] == "fields" for given in one.get("parameters", ())):
                holder = one["responses"]["200"]["content"]["application/json"]
                page = known[_name(holder["schema"])]
                if "results" in page["properties"]:
                    holder, at = page["properties"]["results"], "items"
                else:
                    at = "schema"
                holder[at] = _whole_or_part(holder[at], known)


def _whole_or_part(row: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    if "anyOf" in row:  # a page that two lists share
        return row
    name = f"{_name(row)}Part"
    members = {key: value for key, value in known[_name(row)].items() if key != "required"}
    told = "With fields: the members that were asked for."
    known[name] = {**members, "description": told, "minProperties": 1}
    return {"anyOf": [row, {"$ref": f"#/components/schemas/{name}"}]}


def _name(reference: dict[str, Any]) -> str:
    return reference["$ref"].rpartition("/")[2]


def _complete(operation: dict[str, Any], *, is_public_read: bool) -> None:
    responses = operation["responses"]
    for status, (name, _told) in ERRORS.items():
        responses.setdefault(status, {"$ref": f"#/components/responses/{name}"})
    if is_public_read:
        responses.setdefault("304", {"$ref": "#/components/responses/NotModified"})
        headers = {name: {"$ref": f"#/components/headers/{name}"} for name in HEADERS}
        responses["200"].setdefault("headers", headers)
    operation["responses"] = dict(sorted(responses.items()))


def _problem(status: str, told: str, shape: str) -> dict[str, Any]:
    example = {"type": "about:blank", "title": TITLES[status], "status": int(status), "detail": told}
    schema = {"$ref": f"#/components/schemas/{shape}"}
    return {"description": told, "content": {PROBLEM: {"schema": schema, "example": example}}}
