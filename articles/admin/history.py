"""The history of an article: any two revisions side by side, names for them, and the way back to one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.pages import page, visible
from articles.models import Revision
from articles.operations.comparing import compare as compare_snapshots
from articles.operations.revisions import authorship, restore
from articles.text.blocks import split_blocks
from articles.text.html import plain_text

LINES = 200  # of the history, in the menus


def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """What differs between revisions ``a`` and ``b``: without them, between the last line of the history and the one before."""
    article = visible(request, pk)
    lines = list(article.revisions.for_history()[:LINES])
    if not lines:
        messages.info(request, _("This article has no history yet."))
        return redirect("admin:articles_article_change", pk)
    newer = _chosen(request, article, "b") or lines[0]
    before = [line for line in lines if line.number < newer.number]
    older = _chosen(request, article, "a") or (before[0] if before else newer)
    a, b = article.revisions.get(pk=older.pk), article.revisions.get(pk=newer.pk)
    newest = next((line for line in lines if not line.is_aside), lines[0])
    writers = authorship(article)
    context = {
        "article": article,
        "lines": _with(lines, a, b),
        "a": a,
        "b": b,
        "layout": "side" if request.GET.get("layout") == "side" else "inline",
        "comparison": compare_snapshots(a.snapshot, b.snapshot),
        "next_number": lines[0].number + 1,
        "may_change": request.user.has_perm("articles.change_article", article),
        "writers": dict(enumerate(writers, 1)) if b.pk == newest.pk else {},
        "paragraphs": list(zip(map(plain_text, split_blocks(article.body)), writers, strict=False)),
    }
    return page(request, "compare.html", article.headline, **context)


@require_POST
def restore_revision(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Bring one revision back as the newest."""
    revision = _changeable(request, pk, number)
    article, missing = restore(revision, by=request.user, why=request.POST.get("why", ""))
    text = _("Revision %(number)d is back, as a new revision. Readers keep what they have until you publish.")
    messages.success(request, text % {"number": number})
    if missing:
        gone = ", ".join(missing)
        messages.warning(
            request, _("Not brought back, because it no longer exists: %(gone)s") % {"gone": gone}
        )
    return redirect("admin:articles_article_change", article.pk)


@require_POST
def name_revision(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Give one revision a name to find it by."""
    revision = _changeable(request, pk, number)
    try:
        revision.call(request.POST.get("name", ""), by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        text = _("Revision %(number)d is called “%(name)s”.")
        messages.success(request, text % {"number": number, "name": revision.name})
    return redirect(reverse("admin:articles_article_compare", args=[pk]) + f"?b={number}")


def _changeable(request: HttpRequest, pk: int, number: int) -> Revision:
    article = visible(request, pk)
    if not request.user.has_perm("articles.change_article", article):
        raise PermissionDenied
    return get_object_or_404(article.revisions, number=number)


def _chosen(request: HttpRequest, article: Any, name: str) -> Revision | None:
    """The revision of that number; one that is not there is 404."""
    number = request.GET.get(name, "")
    return (
        get_object_or_404(article.revisions, number=number)
        if number.isdecimal() and len(number) < 9
        else None
    )


def _with(lines: list[Revision], *chosen: Revision) -> list[Revision]:
    """The lines of the menus; a revision between two of them that is being looked at is one, too."""
    known = {line.pk for line in lines}
    return sorted(
        [*lines, *{one.pk: one for one in chosen if one.pk not in known}.values()], key=lambda r: -r.number
    )
