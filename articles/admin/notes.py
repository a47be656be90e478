"""Notes beside the text: written, answered and resolved in the panel, with or without scripts."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.pages import page, visible
from articles.models import Article, Note
from articles.operations.notes import spots_of, write_note

PANE = "admin/articles/article/notes_pane.html"


def panel(article: Article, **refused: Any) -> dict[str, Any]:
    """What the pane needs. ``refused`` is what was written and not taken, with the reasons, to be shown again."""
    threads = list(article.notes.threads().for_panel())
    return {
        "article": article,
        "open_notes": [one for one in threads if one.resolved_at is None],
        "resolved_notes": [one for one in threads if one.resolved_at is not None],
        "note_spots": spots_of(article),
        **refused,
    }


def notes(request: HttpRequest, pk: int) -> HttpResponse:
    """The notes of an article as a page; posting writes, answers, resolves or opens one again.

    A script asks for the pane alone (header ``X-Pane``) and puts it in the place of the old one.
    """
    article = visible(request, pk)
    refused: dict[str, Any] = {}
    if request.method == "POST":
        try:
            _carry_out(request, article)
        except ValidationError as error:
            refused = {
                "note_errors": error.messages,
                "note_text": request.POST.get("text", ""),
                "note_spot": request.POST.get("spot", ""),
            }
    status = 400 if refused else 200
    if request.headers.get("X-Pane"):
        return render(request, PANE, panel(article, **refused), status=status)
    if request.method == "POST" and not refused:
        return redirect(reverse("admin:articles_article_change", args=[pk]) + "#panel-notes")
    response = page(request, "notes.html", _("Notes"), **panel(article, **refused))
    response.status_code = status
    return response


def _carry_out(request: HttpRequest, article: Article) -> None:
    """Do what the pressed button says. Raises ``ValidationError``."""
    by, given = request.user, request.POST
    if "resolve" in given:
        _note(article, given["resolve"]).resolve(by=by)
    elif "reopen" in given:
        _note(article, given["reopen"]).reopen(by=by)
    elif "reply" in given:
        note = _note(article, given["reply"])
        note.reply(by=by, text=given.get(f"reply-{note.pk}", ""))
    else:
        write_note(
            article,
            by=by,
            text=given.get("text", ""),
            spot=given.get("spot", "article"),
            selected=given.get("selected", ""),
        )


def _note(article: Article, pk: str) -> Note:
    note = article.notes.filter(pk=pk if pk.isdecimal() else None).first()
    if note is None:
        raise Http404
    return note
