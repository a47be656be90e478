"""The desk's own forms."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.admin.widgets import BodyEditor
from articles.models import Article, Occasion, Quote, Section


class ArticleForm(forms.ModelForm):
    """The working copy, with the version it was opened at: whoever saved in between is not overwritten."""

    opened_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Article
        fields = ("headline", "body")  # the admin asks for those of its field sets
        widgets = {"body": BodyEditor(attrs={"rows": 30, "cols": 90})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["opened_version"].initial = self.instance.version

    def clean_opened_version(self) -> int | None:
        opened = self.cleaned_data["opened_version"]
        if self.instance.pk and opened is not None and opened != self.instance.version:
            raise ValidationError(
                _(
                    "Somebody saved this article while you had it open. Copy your text, reload the page and put it in."
                )
            )
        return opened


class PasteForm(forms.Form):
    """Wire copy as it came in."""

    text = forms.CharField(
        label=_("Wire copy"),
        widget=forms.Textarea(attrs={"rows": 18, "cols": 100}),
        help_text=_(
            "First line the headline, second line the dek, then the paragraphs; the last line may name the author."
        ),
    )
    dateline_date = forms.DateField(
        label=_("Dateline date"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("The day from which “on Tuesday” counts. It is never guessed."),
    )
    section = forms.ModelChoiceField(Section.objects.active(), label=_("Section"), required=False)


class SettleForm(forms.Form):
    """One quotation: who said it, or that nobody did."""

    speaker = forms.ChoiceField(label=_("Speaker"), widget=forms.RadioSelect, required=False)
    other = forms.CharField(label=_("Someone else"), required=False, max_length=160)
    other_kind = forms.ChoiceField(
        label=_("is"),
        choices=[("person", _("a person")), ("organization", _("an organization"))],
        required=False,
    )
    label = forms.CharField(label=_("Role at the time"), required=False, max_length=200)
    occasion = forms.ModelChoiceField(Occasion.objects.none(), label=_("Occasion"), required=False)
    record = forms.ChoiceField(label=_("Terms"), choices=Quote.Record.choices, initial=Quote.Record.ON_RECORD)
    followers = forms.BooleanField(label=_("and the open ones after it by the same speaker"), required=False)

    def __init__(self, *args: Any, use: Any, occasions: Any, **kwargs: Any) -> None:
        proposal = use.proposal or {}
        quote = use.quote
        self.candidates = _candidates(proposal, quote)
        initial = {
            "speaker": "0"
            if self.candidates and ((quote and quote.has_speaker) or proposal.get("confidence", 0) >= 0.6)
            else "",
            "label": (quote and quote.speaker_label) or proposal.get("label", ""),
            "occasion": quote.occasion_id if quote else None,
            "record": quote.record if quote and quote.has_speaker else Quote.Record.ON_RECORD,
        }
        super().__init__(*args, initial=initial, prefix=f"use-{use.pk}", **kwargs)
        self.fields["speaker"].choices = [
            (str(index), f"{name}, {label}" if label else name)
            for index, (name, _, label) in enumerate(self.candidates)
        ]
        self.fields["occasion"].queryset = occasions

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data.get("other", "").strip() and data.get("speaker") in ("", None):
            raise ValidationError(_("Choose who said it, name someone else, or mark it as not a quotation."))
        return data

    def chosen(self) -> tuple[str, str]:
        """Name and kind of the speaker."""
        other = self.cleaned_data["other"].strip()
        if other:
            return other, self.cleaned_data["other_kind"] or "person"
        name, kind, _label = self.candidates[int(self.cleaned_data["speaker"])]
        return name, kind


def _candidates(proposal: dict[str, Any], quote: Quote | None) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    if quote and quote.speaker_person_id:
        found.append((quote.speaker_person.name, "person", quote.speaker_label))
    if quote and quote.speaker_organization_id:
        found.append((quote.speaker_organization.name, "organization", quote.speaker_label))
    rows = [{**proposal, "name": proposal.get("speaker", "")}, *proposal.get("alternatives", [])]
    for row in rows:
        name = row.get("name", "")
        if (
            name
            and row.get("kind") in ("person", "organization")
            and name not in [known[0] for known in found]
        ):
            found.append((name, row["kind"], row.get("label", "")))
    return found


class NoticeForm(forms.Form):
    """What readers are told."""

    note = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 4, "cols": 80}))
