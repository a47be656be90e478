"""The page before publication: what kind of change it is, what readers will see, what stands in the way, and when."""

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.moments import MomentField
from articles.admin.pages import page, visible
from articles.admin.steps import DONE, PUBLISHING, add_reasons
from articles.models import TRANSITIONS, Article, Quote
from articles.models.transitions import open_steps
from articles.operations import publishing
from articles.operations.history import Suggestion, pending, suggest_correction

# What can be chosen: which step takes it, its name, what it means for readers, and what the button says.
KINDS = {
    "publish": (
        "publish",
        gettext_lazy("Publish"),
        gettext_lazy("Readers get it for the first time."),
        gettext_lazy("Publish"),
    ),
    "minor": (
        "minor",
        gettext_lazy("Minor update"),
        gettext_lazy("Spelling, a link. No visible time."),
        gettext_lazy("Publish minor update"),
    ),
    "update": (
        "update",
        gettext_lazy("Update"),
        gettext_lazy("New facts. Time shown to readers."),
        gettext_lazy("Publish update"),
    ),
    "correction": (
        "correct",
        gettext_lazy("Correction"),
        gettext_lazy("We were wrong. A note stands first, for good."),
        gettext_lazy("Publish correction"),
    ),
    "clarification": (
        "correct",
        gettext_lazy("Clarification"),
        gettext_lazy("Right, but easily misread. A note stands first."),
        gettext_lazy("Publish clarification"),
    ),
    "editors_note": (
        "correct",
        gettext_lazy("Editor's note"),
        gettext_lazy("Something readers should know about the piece. A note stands first."),
        gettext_lazy("Publish note"),
    ),
    "retraction": (
        "request_retraction",
        gettext_lazy("Retraction"),
        gettext_lazy("The piece does not stand. Two people decide."),
        gettext_lazy("Ask for retraction"),
    ),
    "withdrawal": (
        "withdraw",
        gettext_lazy("Withdrawal"),
        gettext_lazy("Nobody may read it any more. The address says that it is gone."),
        gettext_lazy("Withdraw"),
    ),
}


class PublishForm(forms.Form):
    """One decision: which kind, with what the kind needs. Which kinds there are depends on article and person."""

    use_required_attribute = False

    kind = forms.ChoiceField(widget=forms.RadioSelect)
    note = forms.CharField(
        label=gettext_lazy("Note to readers"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Says what was wrong and what is right; never hidden, never edited away."),
    )
    wrong = forms.CharField(
        label=gettext_lazy("Wrong, as published"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    right = forms.CharField(
        label=gettext_lazy("Right"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    quote = forms.ModelChoiceField(
        Quote.objects.none(), label=gettext_lazy("Quotation corrected"), required=False
    )
    notice = forms.CharField(
        label=gettext_lazy("Notice, shown in place of the article"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason, for the newsroom"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    when = forms.ChoiceField(
        choices=[("now", gettext_lazy("Now")), ("at", gettext_lazy("At a set time"))],
        initial="now",
        required=False,
        widget=forms.RadioSelect,
    )
    to = MomentField(label=gettext_lazy("Goes out at"), required=False)

    def __init__(
        self,
        article: Article,
        steps: set[str],
        *args: Any,
        suggestion: Suggestion | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = kinds_of(article, steps)
        self.fields["kind"].choices = [(kind, KINDS[kind][1]) for kind in self.kinds]
        self.fields["kind"].initial = next(
            (kind for kind in ("update", *self.kinds) if kind in self.kinds), None
        )
        self.fields["quote"].queryset = Quote.objects.filter(
            uses__article=article, uses__attribution="confirmed"
        ).distinct()
        self.may_schedule, self.may_publish = "schedule" in steps, bool(steps & {"publish", "update"})
        self.fields["to"].initial = article.scheduled_for
        if suggestion:
            for name in ("wrong", "right", "note", "quote"):
                self.fields[name].initial = getattr(suggestion, name)
            if suggestion.quote and "correction" in self.kinds:
                self.fields["kind"].initial = "correction"

    def choices(self) -> list[dict[str, Any]]:
        """The kinds as the page draws them."""
        picked = self["kind"].value()
        return [
            {
                "value": kind,
                "name": KINDS[kind][1],
                "meaning": KINDS[kind][2],
                "button": KINDS[kind][3],
                "is_picked": kind == picked,
            }
            for kind in self.kinds
        ]

    def decision(self) -> tuple[str, dict[str, Any]]:
        """The step that was chosen and the arguments of its verb."""
        data = self.cleaned_data
        step = KINDS[data["kind"]][0]
        if step in ("publish", "update") and data["when"] == "at":
            return "schedule", {"to": data["to"]}
        if step == "correct":
            return step, {name: data[name] for name in ("kind", "note", "wrong", "right", "quote")}
        needs = {"update": ("note",), "request_retraction": ("notice",), "withdraw": ("reason",)}
        return step, {name: data[name] for name in needs.get(step, ())}

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("when") == "at" and not data.get("to") and "to" not in self.errors:
            self.add_error("to", _("Give the time at which it goes out."))
        return data


def kinds_of(article: Article, steps: set[str]) -> list[str]:
    """What may be chosen. Of a live article one publishes a kind of change, of another one just publishes."""
    is_live = article.public_status == "live"
    found = [
        kind for kind, (step, *_rest) in KINDS.items() if step in steps and (kind != "publish" or not is_live)
    ]
    if is_live and "publish" in steps and "update" not in found:
        found.insert(0, "update")
    if not is_live and "schedule" in steps and "publish" not in found:
        found.insert(0, "publish")
    return found


@csp_update({"frame-src": [SELF]})
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """What kind of change it is, what stands in the way, and the one button."""
    article = visible(request, pk)
    if not any(TRANSITIONS[name].is_allowed(request.user, article) for name in PUBLISHING):
        raise PermissionDenied
    steps = {step.name for step in open_steps(request.user, article)}
    form = PublishForm(article, steps, request.POST if "decide" in request.POST else None)
    name, given = _asked(request, form)
    if name:
        if not TRANSITIONS[name].is_allowed(request.user, article):
            raise PermissionDenied
        try:
            _take(request, article, name, given)
        except ValidationError as error:
            if form.is_bound:
                add_reasons(form, error)
            for reason in form.non_field_errors() if form.is_bound else error.messages:
                messages.error(request, reason)
        else:
            messages.success(request, DONE[name])
            return redirect("admin:articles_article_publish", pk=pk)
    article.refresh_from_db()
    return page(request, "publish.html", article.headline, **_context(request, article, form))


def _asked(request: HttpRequest, form: PublishForm) -> tuple[str, dict[str, Any]]:
    """Which step somebody has pressed for, with its arguments; an empty name when none or not yet."""
    name = request.POST.get("step", "")
    if name in TRANSITIONS and not TRANSITIONS[name].needs:
        return name, {}
    if "decide" in request.POST and form.is_valid():
        return form.decision()
    return "", {}


def _take(request: HttpRequest, article: Article, name: str, given: dict[str, Any]) -> None:
    """Take the step with exactly what the person has looked at."""
    with transaction.atomic():
        publishing.require_seen(article, request.POST.get("seen", ""))
        article.refresh_from_db()
        if name == "update" and not TRANSITIONS[name].is_allowed(request.user, article):
            name = "publish"
        TRANSITIONS[name].take(article, by=request.user, **given)


def _context(request: HttpRequest, article: Article, form: PublishForm) -> dict[str, Any]:
    steps = open_steps(request.user, article)
    findings = article.preflight()
    live = article.live_edition()
    is_live = live is not None and article.public_status == "live"
    if not form.is_bound:
        suggestion = suggest_correction(article) if is_live and article.has_pending_changes else None
        form = PublishForm(article, {step.name for step in steps}, suggestion=suggestion)
    changes = pending(article) if is_live else None
    return {
        "changes": changes[1].changes if changes else [],
        "article": article,
        "form": form,
        "live": live,
        "seen": publishing.fingerprint(article),
        "findings": findings,
        "blockers": [finding for finding in findings if finding.is_blocker],
        "more_than_minor": article.more_than_minor() if is_live and "minor" in form.kinds else [],
        "approval": article.standing_approval(),
        "waits_for_approval": article.stage in ("draft", "review"),
        "at_once": [step for step in steps if step.name in ("submit", "approve", "unschedule")],
        "retraction": article.waiting_retraction(),
        "answers": [step for step in steps if step.name in ("agree_retraction", "decline_retraction")],
        "missed": article.schedules.missed().first(),
    }
