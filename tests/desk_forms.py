"""What the pages of the desk send: the form of an article as it was opened, and the answers of a merge."""

import html
import re
from typing import Any

from django.test import Client
from django.urls import reverse

from articles.models import Article


def address(article: Article, name: str = "change", *args: Any) -> str:
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *args])


def opened(article: Article, **changes: Any) -> dict[str, Any]:
    """What the form of the article sends if it was opened now."""
    bylines = list(article.bylines.order_by("order", "id"))
    rows = {"bylines-TOTAL_FORMS": len(bylines), "bylines-INITIAL_FORMS": len(bylines)}
    for number, byline in enumerate(bylines):
        values = {"id": byline.pk, "article": article.pk, "author": byline.author_id, "role": byline.role}
        rows |= {f"bylines-{number}-{name}": value for name, value in {**values, "order": number}.items()}
    fields = ("headline", "dek", "body", "kind", "language", "slug")
    return {
        **{name: getattr(article, name) for name in fields},
        "section": article.section_id,
        "opened_version": article.version,
        **rows,
        "_continue": "",
        **changes,
    }


def asks(response: Any) -> bool:
    """Whether this is the page that brings two versions together."""
    return 'id="merge_form"' in response.content.decode()


def questions(response: Any) -> list[str]:
    """The places in which a person has to choose."""
    return list(dict.fromkeys(re.findall(r'name="merge-([^"]+)" value="mine"', response.content.decode())))


def answer(desk: Client, article: Article, page: Any, choices: dict[str, str] | None = None) -> Any:
    """Send the page that asks, with these choices."""
    form = page.content.decode().split('id="merge_form"')[1]
    data: dict[str, Any] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form):
        data.setdefault(name, []).append(html.unescape(value))
    data |= {f"merge-{name}": choice for name, choice in (choices or {}).items()}
    return desk.post(address(article, "merge"), {**data, "_continue": ""})
