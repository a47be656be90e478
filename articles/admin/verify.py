"""Verification: the quotations of an article beside the transcript they come from."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.forms import EvidenceForm
from articles.admin.site import site
from articles.models import Article
from articles.operations.verification import Comparison, comparisons, verify_all


def verify(request: HttpRequest, pk: int) -> HttpResponse:
    """Paste the evidence, see the best passage for each quotation, verify one or the ticked ones."""
    article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
    if not request.user.has_perms(["articles.change_article", "articles.change_quote"]):
        raise PermissionDenied
    form = EvidenceForm(request.user, request.POST or None)
    found: list[Comparison] = []
    if form.is_valid():
        found = comparisons(article, form.cleaned_data["evidence"])
        wanted = {request.POST["one"]} if "one" in request.POST else set(request.POST.getlist("quote"))
        if "one" in request.POST or "ticked" in request.POST:
            _verify(request, form, [one for one in found if str(one.quote.pk) in wanted])
            found = comparisons(article, form.cleaned_data["evidence"])
    context = {"title": _("Verify quotations"), "opts": Article._meta, "article": article, "form": form}
    context |= {"found": found, "able": sum(one.holds and one.quote.status != "verified" for one in found)}
    return render(request, "admin/articles/article/verify.html", {**site.each_context(request), **context})


def _verify(request: HttpRequest, form: EvidenceForm, chosen: list[Comparison]) -> None:
    data: dict[str, Any] = form.cleaned_data
    if not chosen:
        messages.warning(request, _("Tick the quotations that you have compared."))
        return
    try:
        verify_all(chosen, by=request.user, source=data["source"], locator=data["locator"])
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return
    text = ngettext("%(n)d quotation is verified.", "%(n)d quotations are verified.", len(chosen))
    messages.success(request, text % {"n": len(chosen)})
