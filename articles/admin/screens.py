"""The desk's own screens: paste wire copy, settle quotations, preview, publish. All work without scripts."""

import json
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.forms import NoticeForm, PasteForm, SettleForm
from articles.admin.site import site
from articles.models import Article, Occasion, QuoteUse
from articles.operations import importing, publishing
from articles.operations.quotes import confirm_use, followers, quoted_spans, reject_use, reopen_use

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


def paste(request: HttpRequest) -> HttpResponse:
    """Text in; the same page again with what was found; the second time a draft."""
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    form = PasteForm(request.POST or None)
    found = None
    if form.is_valid():
        try:
            story = importing.read(form.cleaned_data["text"].encode(), "plaintext")
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
                return redirect("admin:articles_article_quotes", pk=done.article.pk)
            found = importing.propose(story)
    return _page(request, "paste.html", _("Paste wire copy"), form=form, found=found)


@require_POST
def scan(request: HttpRequest) -> JsonResponse:
    """Where the quotations stand in these paragraphs, for the editor to paint; nothing is stored."""
    try:
        paragraphs = json.loads(request.POST.get("paragraphs", ""))
    except json.JSONDecodeError:
        paragraphs = None
    if not isinstance(paragraphs, list) or not all(isinstance(text, str) for text in paragraphs):
        return JsonResponse({"detail": _("“paragraphs” must be a list of texts.")}, status=400)
    return JsonResponse({"spans": quoted_spans(paragraphs)})


def quotes(request: HttpRequest, pk: int) -> HttpResponse:
    """Every quotation of the article, open ones first to settle."""
    article = _visible(request, pk)
    if not request.user.has_perm("articles.change_article", article):
        raise PermissionDenied
    occasions = Occasion.objects.filter(
        Q(quotes__uses__article=article) | Q(on=article.dateline_date)
    ).distinct()
    uses = list(article.quote_uses.select_related("quote__speaker_person", "quote__speaker_organization"))
    uses.sort(key=lambda use: ({"headline": 0, "dek": 1}.get(use.place, 2), use.start))
    posted = request.POST.get("use", "")
    rows = []
    for use in uses:
        is_posted = posted == str(use.pk)
        form = SettleForm(request.POST if is_posted else None, use=use, occasions=occasions)
        if is_posted and _settle(request, use, form):
            return redirect(f"{request.path}#{_next_open(uses, use)}")
        rows.append({"use": use, "form": form, "followers": len(followers(use)) if use.is_open else 0})
    open_count = sum(use.is_open and not use.is_lost for use in uses)
    return _page(request, "quotes.html", article.headline, article=article, rows=rows, open_count=open_count)


def _next_open(uses: list[QuoteUse], current: QuoteUse) -> str:
    later = [
        use for use in uses[uses.index(current) + 1 :] if use.is_open and use.quote_id != current.quote_id
    ]
    return f"use-{(later or [current])[0].pk}"


def _settle(request: HttpRequest, use: QuoteUse, form: SettleForm) -> bool:
    """Carry out the pressed button; False when the form has to be shown again."""
    if "reject" in request.POST:
        reject_use(use, by=request.user)
        return True
    if "reopen" in request.POST:
        reopen_use(use, by=request.user)
        return True
    if "drop" in request.POST and use.is_lost:
        use.delete()
        return True
    if not form.is_valid():
        return False
    name, kind = form.chosen()
    data = form.cleaned_data
    together = [use, *(followers(use) if data["followers"] else [])]
    try:
        for one in together:
            confirm_use(
                one,
                by=request.user,
                name=name,
                kind=kind,
                label=data["label"],
                occasion=data["occasion"],
                record=data["record"],
            )
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    return True


def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The page as readers will get it, from the same template and the same rendering."""
    edition = publishing.preview(_visible(request, pk))
    response = render(request, "articles/article.html", {"edition": edition})
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """What stands in the way, and the buttons that this person may press."""
    article = _visible(request, pk)
    may = {verb for verb, permission in VERBS.items() if request.user.has_perm(permission, article)}
    if not may:
        raise PermissionDenied
    form = NoticeForm(request.POST if set(request.POST) & {"correct", "retract", "withdraw"} else None)
    verb = next((name for name in VERBS if name in request.POST), "")
    if verb:
        if verb not in may:
            raise PermissionDenied
        try:
            if _carry_out(verb, article, form, request):
                messages.success(request, _("Done. Readers have it now."))
                return redirect("admin:articles_article_publish", pk=pk)
        except ValidationError as error:
            for message in error.messages:
                messages.error(request, message)
    context = {"article": article, "blockers": article.publication_blockers(), "may": may, "form": form}
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
