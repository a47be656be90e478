"""The permanent page of a quotation, and the way to say that it is wrong."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import EditionQuote, Quote
from articles.models.quote_record import as_read
from articles.models.structured_data import quotation
from articles.operations.limits import is_too_often
from articles.operations.quote_story import history_of, links_of
from articles.operations.tasks import LONGEST_REPORT, report_quote
from articles.text.surroundings import paragraphs_around
from articles.views.sharing import embed_code, in_words, picture_of

REPORTS_AN_HOUR = 5


@require_safe
def quote(request: HttpRequest, short_id: str) -> HttpResponse:
    """The record of a quotation with every live article that uses it. One statement, three where it is linked with others."""
    rows = list(
        EditionQuote.objects.filter(short_id=short_id).newest_first().with_bodies().saying_if_linked()
    )
    if not rows:
        return render(request, "404.html", status=404)
    first = next((row for row in rows if row.is_primary), rows[-1])
    links = links_of(first.quote_id) if first.is_linked else []
    pages = [*rows, *(link.row for link in links)]
    version = "-".join(str(row.pk) for row in pages)  # rows are replaced, never changed
    context = {"row": first, "record": first.data, "rows": rows, "version": version, "links": links}
    context["words"] = as_read(first.data)
    anchors = {segment["anchor"] for segment in first.data["segments"]}
    # These stand in the parts of the page that are kept: they are made when those are.
    context["json_ld"] = lambda: _linked(first.data)
    context["picture"] = SimpleLazyObject(lambda: picture_of(first))
    context["told"] = SimpleLazyObject(lambda: in_words(first))
    context["code"] = SimpleLazyObject(lambda: embed_code(first))
    context["changes"] = SimpleLazyObject(lambda: history_of(rows))
    context["passage"] = SimpleLazyObject(lambda: paragraphs_around(first.edition.body_html, anchors))
    return render(request, "articles/quote.html", context)


def _linked(record: dict[str, Any]) -> dict[str, Any]:
    """What machines are told; nothing of a quotation that the newsroom does not stand by."""
    if record["status"] == Quote.Status.RETRACTED:
        return {}
    return {"@context": "https://schema.org", **quotation(record)}


class ReportForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("What is wrong with it?"),
        max_length=LONGEST_REPORT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("What was really said, and how we can check it. We store nothing about you."),
    )
    # People do not see this field; whoever fills it in is a machine.
    website = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"})
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, short_id: str) -> HttpResponse:
    """A form for readers; what they send becomes a task for the desk."""
    row = EditionQuote.objects.primary().filter(short_id=short_id).select_related("quote").first()
    if row is None:
        raise Http404
    form = ReportForm(request.POST or None)
    status = 200
    if form.is_valid():
        try:
            if is_too_often("report", request, REPORTS_AN_HOUR):
                status = 429
                raise ValidationError(
                    _("You have sent several reports already. Please try again in an hour.")
                )
            if not form.cleaned_data["website"]:
                report_quote(row.quote, form.cleaned_data["text"])
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect(reverse("report", args=[short_id]) + "?sent=1")
    elif form.is_bound:
        status = 400
    context = {"row": row, "record": row.data, "form": form, "sent": "sent" in request.GET}
    return render(request, "articles/report.html", context, status=status)
