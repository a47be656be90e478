"""What a person can send: every form of every page as it stands and filled in, and every request that the API describes."""

import dataclasses
import json
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from django.test import Client

from tests.leaks.routes import UntoldError

WORDS = "Fathom, because it is so."
_TYPED = ("text", "search", "url", "email", "textarea")
_PRESSED = ("submit", "image", "button", "reset", "file")
_LIKE_SAVE = ("_addanother", "_continue")  # save, too, and only then go elsewhere
_SENDS = ("post", "put", "patch", "delete")
# What stands for each member that the API demands.
MEMBERS: dict[str, Any] = {
    **dict.fromkeys(
        ("headline", "note", "notice", "reason", "text", "title", "name", "for_whom", "credit"), WORDS
    ),
    **dict.fromkeys(("finding",), "0" * 32),
    **dict.fromkeys(("occasion", "to", "file"), None),
}


@dataclasses.dataclass(frozen=True)
class Sending:
    """One request that may change something."""

    method: str
    address: str
    body: str | tuple[tuple[str, str], ...] = ()

    def by(self, client: Client) -> Any:
        send = getattr(client, self.method)
        if isinstance(self.body, str):
            return send(self.address, self.body, content_type="application/json", headers={"If-Match": "*"})
        data: dict[str, list[str]] = {}
        for name, value in self.body:
            data.setdefault(name, []).append(value)
        return send(self.address, data)


class _Reader(HTMLParser):
    """The forms of a page that are sent by POST, each with its controls, wherever these stand."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, str]] = {}
        self.controls: dict[str, list[dict[str, str]]] = defaultdict(list)
        self.within = ""
        self.filled: dict[str, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs} | {"tag": tag}
        if tag == "form":
            self.within = told.get("id") or f"form {len(self.forms)}"
            self.forms[self.within] = told
        elif tag in ("input", "select", "textarea", "button"):
            self.controls[told.get("form", self.within)].append(told)
            self.filled = told if tag in ("select", "textarea") else None
        elif tag == "option" and self.filled is not None and "selected" in told:
            self.filled["value"] = told.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.filled is not None and self.filled["tag"] == "textarea":
            self.filled["value"] = self.filled.get("value", "") + data

    def handle_endtag(self, tag: str) -> None:
        self.within = "" if tag == "form" else self.within
        self.filled = None if tag in ("select", "textarea") else self.filled


def forms_of(address: str, page: str) -> Iterator[Sending]:
    """What the buttons of this page send: with what stands in the form, and with words where nothing stands."""
    reader = _Reader()
    reader.feed(page)
    for name, form in reader.forms.items():
        if form.get("method", "").lower() != "post":
            continue
        controls, goes_to = reader.controls[name], form.get("action") or address
        yield Sending("post", goes_to, tuple(_values(controls)))
        filled = tuple(_values(controls, WORDS))
        for one in controls:
            is_button = one["tag"] != "select" and one.get("type", "submit") == "submit"
            if is_button and one.get("name") not in _LIKE_SAVE:
                pressed = ((one["name"], one.get("value", "")),) if one.get("name") else ()
                yield Sending("post", one.get("formaction") or goes_to, filled + pressed)


def _values(controls: list[dict[str, str]], blank: str = "") -> Iterator[tuple[str, str]]:
    for one in controls:
        kind = one.get("type", "text") if one["tag"] == "input" else one["tag"]
        is_chosen = kind not in ("checkbox", "radio") or "checked" in one
        if (
            one.get("name", "csrfmiddlewaretoken") != "csrfmiddlewaretoken"
            and kind not in _PRESSED
            and is_chosen
        ):
            yield one["name"], one.get("value") or (blank if kind in _TYPED else "")


def requests_of(schema: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Method, template and body of every request that changes something: empty, and with what is demanded."""
    found = []
    for path, methods in schema["paths"].items():
        for method in (one for one in _SENDS if one in methods):
            found.append((method, path, "{}"))
            content = methods[method].get("requestBody", {}).get("content", {})
            for form in (
                content["application/json"]["schema"]["$ref"]
                for _one in content
                if "application/json" in content
            ):
                demanded = schema["components"]["schemas"][form.rsplit("/", 1)[1]].get("required", [])
                if untold := [name for name in demanded if name not in MEMBERS]:
                    raise UntoldError(f"Say in MEMBERS what stands for {untold} of {path}")
                if demanded:
                    found.append((method, path, json.dumps({name: MEMBERS[name] for name in demanded})))
    return found
