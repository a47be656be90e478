"""One step in the life of an article: asks what the step needs, and takes it. Works without scripts."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _

from articles.admin.moments import MomentField
from articles.admin.pages import page, visible
from articles.models import TRANSITIONS, Article, Correction, Quote, Transition, User
from articles.models.correction import NOTES
from articles.models.transitions import open_steps
from articles.operations import history

# Steps that the page before publication takes.
PUBLISHING = (
    "publish schedule unschedule minor update correct request_retraction agree_retraction decline_retraction withdraw"
).split()


def _text(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, widget=forms.Textarea(attrs={"rows": 4, "cols": 80})
    )


class StepForm(forms.Form):
    """The arguments of one step. Which fields there are says the table of transitions."""

    use_required_attribute = False

    def __init__(self, step: Transition, article: Article, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for need in step.needs:
            name, is_optional = need.rstrip("?"), need.endswith("?")
            field = _FIELDS.get((step.name, name)) or _FIELDS[name]
            self.fields[name] = field(article)
            self.fields[name].required = self.fields[name].required and not is_optional

    def given(self) -> dict[str, Any]:
        """What the verb is called with; what was left empty and may be is left out."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if self.fields[name].required or value not in ("", None) or name == "to"
        }


def _people(article: Article) -> forms.ModelChoiceField:
    staff = User.objects.filter(is_active=True, is_staff=True).order_by("first_name", "username")
    return forms.ModelChoiceField(
        staff, label=_("To"), required=False, empty_label=_("Nobody"), initial=article.assigned_to_id
    )


def _quotes(article: Article) -> forms.ModelChoiceField:
    used = Quote.objects.filter(uses__article=article, uses__attribution="confirmed").distinct()
    return forms.ModelChoiceField(used, label=_("Quotation concerned"), required=False)


_FIELDS = {
    "note": lambda article: _text(_("Note")),
    ("correct", "note"): lambda article: _text(
        _("Note to readers"), _("Says what was wrong and what is right. It stands above the text for good.")
    ),
    "notice": lambda article: _text(_("Notice to readers"), _("Shown in place of the article.")),
    "reason": lambda article: _text(_("Reason")),
    "kind": lambda article: forms.ChoiceField(
        label=_("Kind"), choices=[(kind, Correction.Kind(kind).label) for kind in NOTES]
    ),
    "wrong": lambda article: _text(_("Wrong, as published")),
    "right": lambda article: _text(_("Right")),
    "quote": _quotes,
    ("schedule", "to"): lambda article: MomentField(label=_("Goes out at"), initial=article.scheduled_for),
    "to": _people,
    "due_at": lambda article: MomentField(label=_("Due"), required=False, initial=article.due_at),
    "priority": lambda article: forms.TypedChoiceField(
        label=_("Priority"), choices=Article.Priority.choices, coerce=int, initial=article.priority
    ),
}


def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """GET asks what the step needs, POST takes it. 404 for what the person may not see, 403 for what they may not do."""
    article = visible(request, pk)
    wanted = TRANSITIONS.get(name)
    if wanted is None:
        raise Http404
    if not wanted.is_allowed(request.user, article):
        raise PermissionDenied
    form = StepForm(wanted, article, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            wanted.take(article, by=request.user, **form.given())
        except ValidationError as error:
            add_reasons(form, error)
        else:
            messages.success(request, DONE.get(name, _("Done.")))
            if "from_desk" in request.POST:
                return redirect("admin:index")
            return redirect("admin:articles_article_change", article.pk)
    context = {"article": article, "step": wanted, "form": form, "is_open": wanted.is_open(article)}
    return page(request, "step.html", str(wanted.label), **context)


def restore_edition(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """POST makes the working copy what it was when that edition went out; readers keep what they have."""
    article = visible(request, pk)
    if not request.user.has_perm("articles.change_article", article):
        raise PermissionDenied
    edition = get_object_or_404(article.editions.select_related("revision"), number=number)
    if request.method == "POST":
        try:
            _article, missing = history.restore_edition(edition, by=request.user)
        except ValidationError as error:
            for reason in error.messages:
                messages.error(request, reason)
        else:
            messages.success(
                request, _("Restored as the working copy. Readers keep what they have until it is published.")
            )
            for name in missing:
                messages.warning(request, _("No longer there: %(name)s") % {"name": name})
        return redirect("admin:articles_article_change", pk)
    return page(request, "restore_edition.html", str(_("Restore edition")), article=article, edition=edition)


def take_at_once(request: HttpRequest, article: Article, name: str) -> bool:
    """Take a step that needs nothing; says on the next page what came of it. True when it was taken."""
    wanted = TRANSITIONS[name]
    if not wanted.is_allowed(request.user, article):
        raise PermissionDenied
    try:
        wanted.take(article, by=request.user)
    except ValidationError as error:
        for message in error.messages:
            messages.error(request, message)
        return False
    messages.success(request, DONE.get(name, _("Done.")))
    return True


def bar(user: Any, article: Article) -> dict[str, Any]:
    """The steps that the bar of an article offers: the one that comes next for this person, and the others. Queries."""
    steps = {step.name: step for step in open_steps(user, article)}
    is_out = article.public_status == "live"
    goes_out = {"publish", "schedule", "minor", "update", "correct"} & set(steps)
    primary = ""
    if (article.stage == "approved" and goes_out) or {"publish", "update"} & set(steps):
        primary = "out"
    elif "approve" in steps:
        primary = "approve"
    elif "submit" in steps:
        primary = "submit"
    elif goes_out:
        primary = "out"
    label = _("Publish changes…") if is_out else _("Publish…")
    if not {"publish", "update"} & set(steps):
        label = label if is_out else _("Schedule…")
    asks = [step for name, step in steps.items() if name not in PUBLISHING and name != primary]
    return {
        "primary": primary,
        "primary_step": steps.get(primary),
        "goes_out": bool(goes_out or set(steps) & set(PUBLISHING)),
        "out_label": label,
        "other_steps": asks,
        "missed": article.schedules.missed().first(),
        "waiting_schedule": article.schedules.waiting().select_related("by").first(),
    }


def add_reasons(form: forms.Form, error: ValidationError) -> None:
    """Each reason beside its field, the others above the form. A form that was not filled in yet gets them too."""
    if not form.is_bound:
        form.is_bound, form.cleaned_data, form._errors = True, {}, forms.utils.ErrorDict()
    fields = error.message_dict if hasattr(error, "error_dict") else {None: error.messages}
    for field, reasons in fields.items():
        for reason in reasons:
            form.add_error(field if field in form.fields else None, reason)


DONE = {
    "submit": _("Sent to review."),
    "return": _("Sent back to its writers."),
    "approve": _("Approved. It may go out."),
    "publish": _("Published. Readers have it now."),
    "schedule": _("Scheduled."),
    "unschedule": _("It is not scheduled any more."),
    "minor": _("Published as a minor update."),
    "update": _("Published as an update."),
    "correct": _("Published with a note to readers."),
    "request_retraction": _("Asked for. Somebody else has to agree."),
    "agree_retraction": _("Retracted. Readers have the notice now."),
    "decline_retraction": _("The article is not retracted."),
    "withdraw": _("Withdrawn. Readers do not get it any more."),
    "spike": _("Spiked. It can be restored."),
    "restore": _("Taken up again, as a draft."),
    "assign": _("Assigned."),
}
