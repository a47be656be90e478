"""Preview links: made, shown once, and ended from the article."""

import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles.admin.pages import page, visible
from articles.models import PreviewLink

DAYS = [(1, _("one day")), (3, _("three days")), (7, _("a week")), (30, _("30 days"))]


class PreviewLinkForm(forms.Form):
    """Whom a link is for, and for how long."""

    for_whom = forms.CharField(
        label=_("For whom"),
        max_length=80,
        help_text=_("Stands on the page, so that a copy tells where it came from: “the lawyer”."),
    )
    days = forms.TypedChoiceField(label=_("Open for"), choices=DAYS, coerce=int, initial=3)


def links(request: HttpRequest, pk: int) -> HttpResponse:
    """The links of an article; a new one is shown once, because only its hash is stored."""
    article = visible(request, pk)
    if not request.user.has_perm("articles.add_previewlink", article):
        raise PermissionDenied
    form, address = PreviewLinkForm(request.POST or None), ""
    if form.is_valid():
        expires_at = timezone.now() + datetime.timedelta(days=form.cleaned_data["days"])
        whom = form.cleaned_data["for_whom"]
        try:
            _link, token = PreviewLink.objects.make(
                article, by=request.user, expires_at=expires_at, for_whom=whom
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            address = settings.SITE_URL + reverse("preview", args=[token])
            form = PreviewLinkForm()
    context: dict[str, Any] = {"article": article, "form": form, "address": address, "now": timezone.now()}
    context["links"] = article.preview_links.select_related("made_by", "revoked_by", "revision").defer("page")
    response = page(request, "preview_links.html", _now("Preview links"), **context)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def end_link(request: HttpRequest, pk: int, link: int) -> HttpResponse:
    """End a link now."""
    article = visible(request, pk)
    if not request.user.has_perm("articles.add_previewlink", article):
        raise PermissionDenied
    get_object_or_404(article.preview_links, pk=link).revoke(by=request.user)
    messages.success(request, _now("The link leads nowhere from now on."))
    return redirect("admin:articles_article_preview_links", pk)
