"""The desk's own screens: paste wire copy, preview. Both work without scripts."""

import dataclasses
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from articles.admin.forms import PasteForm
from articles.admin.pages import page, visible
from articles.models import Article
from articles.operations import importing, publishing
from articles.operations.directory import Directory


def paste(request: HttpRequest) -> HttpResponse:
    """Text in; the same page again with what was found; the second time a draft."""
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    form = PasteForm(request.POST or None)
    found, language = None, ""
    if form.is_valid():
        try:
            story = importing.read(form.cleaned_data["text"].encode(), "plaintext")
            story = dataclasses.replace(story, language=form.cleaned_data["language"] or story.language)
        except importing.FormatError as error:
            form.add_error("text", str(error))
        else:
            if "create" in request.POST:
                done = importing.import_story(
                    story,
                    by=request.user,
                    dateline_date=form.cleaned_data["dateline_date"],
                    section=form.cleaned_data["section"],
                )
                if _sees(request, done.article):
                    if done.status == "unchanged":
                        messages.info(request, _("This story is here already."))
                    return redirect("admin:articles_article_change", done.article.pk)
                form.add_error(
                    "text", _("A colleague has this story already. Ask an editor whose it is to be.")
                )
            found = importing.propose(story, form.cleaned_data["dateline_date"])
            language = story.language
    context = {
        "form": form,
        "found": found,
        "language": language,
        "speakers": _speakers(found["quotes"]) if found else [],
    }
    return page(request, "paste.html", _("Paste wire copy"), **context)


def _sees(request: HttpRequest, article: Article) -> bool:
    return Article.objects.visible_to(request.user).filter(pk=article.pk).exists()


def _speakers(quotes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Who is proposed for how many quotations, and whether the newsroom knows them; nobody comes last."""
    rows: dict[str, dict[str, Any]] = {}
    for quote in quotes:
        name = quote["speaker"] or ""
        row = rows.setdefault(name, {"name": name, "label": quote["speaker_label"], "count": 0})
        row["count"] += 1
    directory = Directory(rows, [], None)
    for name, row in rows.items():
        row["is_known"] = bool(directory.bearing(name))
    return sorted(rows.values(), key=lambda row: (not row["name"], -row["count"]))


@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The page as readers will get it, from the same template and the same rendering."""
    edition = publishing.preview(visible(request, pk))
    response = render(request, "articles/article.html", {"edition": edition})
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
