"""The desk's own screens: paste wire copy, preview, publish. All work without scripts."""

import dataclasses
from collections.abc import Callable
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from articles.admin.forms import NoticeForm, PasteForm
from articles.admin.site import site
from articles.models import Article
from articles.operations import importing, publishing
from articles.operations.people import resolve_speaker

VERBS = {
    "publish": "articles.publish_article",
    "correct": "articles.correct_article",
    "retract": "articles.retract_article",
    "withdraw": "articles.withdraw_article",
}


def _page(request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
    common = {**site.each_context(request), "title": title, "opts": Article._meta}
    return render(request, f"admin/articles/article/{template}", {**common, **context})


def _visible(request: HttpRequest, pk: int) -> Article:
    return get_object_or_404(Article.objects.visible_to(request.user), pk=pk)


def allowed_verbs(user: Any, article: Article) -> set[str]:
    """What this person may do to the public article."""
    able = {verb for verb, permission in VERBS.items() if user.has_perm(permission, article)}
    is_out = article.public_status in ("live", "retracted")
    return able if is_out else able & {"publish"}


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
                if done.status == "unchanged":
                    messages.info(request, _("This story is here already."))
                return redirect("admin:articles_article_change", done.article.pk)
            found = importing.propose(story, form.cleaned_data["dateline_date"])
            language = story.language
    context = {
        "form": form,
        "found": found,
        "language": language,
        "speakers": _speakers(found["quotes"]) if found else [],
    }
    return _page(request, "paste.html", _("Paste wire copy"), **context)


def _speakers(quotes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Who is proposed for how many quotations, and whether the newsroom knows them; nobody comes last."""
    rows: dict[str, dict[str, Any]] = {}
    for quote in quotes:
        name = quote["speaker"] or ""
        row = rows.setdefault(name, {"name": name, "label": quote["speaker_label"], "count": 0})
        row["count"] += 1
    for name, row in rows.items():
        found = [*resolve_speaker(name), *resolve_speaker(name, kind="organization")]
        row["is_known"] = any(candidate.certain for candidate in found)
    return sorted(rows.values(), key=lambda row: (not row["name"], -row["count"]))


@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The page as readers will get it, from the same template and the same rendering."""
    edition = publishing.preview(_visible(request, pk))
    response = render(request, "articles/article.html", {"edition": edition})
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


@csp_update({"frame-src": [SELF]})
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """What stands in the way, and the buttons that this person may press."""
    article = _visible(request, pk)
    may = allowed_verbs(request.user, article)
    if not may:
        raise PermissionDenied
    form = NoticeForm(request.POST if set(request.POST) & {"correct", "retract", "withdraw"} else None)
    verb = next((name for name in VERBS if name in request.POST), "")
    if verb:
        if verb not in may:
            raise PermissionDenied
        try:
            with transaction.atomic():
                publishing.require_seen(article, request.POST.get("seen", ""))
                article.refresh_from_db()
                is_done = _carry_out(verb, article, form, request)
            if is_done:
                messages.success(request, _("Done. Readers have it now."))
                return redirect("admin:articles_article_publish", pk=pk)
        except ValidationError as error:
            for message in error.messages:
                messages.error(request, message)
    article.refresh_from_db()
    findings = article.preflight()
    context = {
        "seen": publishing.fingerprint(article),
        "article": article,
        "findings": findings,
        "may": may,
        "form": form,
    }
    context["blockers"] = [finding for finding in findings if finding.is_blocker]
    context["may_note"] = bool(may - {"publish"})
    return _page(request, "publish.html", article.headline, live=article.live_edition(), **context)


def _carry_out(verb: str, article: Article, form: NoticeForm, request: HttpRequest) -> bool:
    by = request.user
    if verb == "publish":
        article.publish(by=by)
        return True
    if not form.is_valid():
        return False
    note = form.cleaned_data["note"]
    acts: dict[str, Callable[[], Any]] = {
        "correct": lambda: article.correct(by=by, note=note),
        "retract": lambda: article.retract(by=by, notice=note),
        "withdraw": lambda: article.withdraw(by=by, reason=note),
    }
    acts[verb]()
    return True
