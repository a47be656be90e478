"""The desk's own forms."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from articles.admin.widgets import BodyEditor
from articles.models import Article, Occasion, Quote, Section, Source
from articles.models.fields import is_plausible_day, language_validator, validate_day
from articles.operations.quote_panel import Row


class ArticleForm(forms.ModelForm):
    """The working copy, with the version it was opened at: whoever saved in between is not overwritten."""

    opened_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Article
        fields = ("headline", "body")  # the admin asks for those of its field sets
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 2}),
            "dek": forms.Textarea(attrs={"rows": 2}),
            "body": BodyEditor(attrs={"rows": 30, "cols": 90}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["opened_version"].initial = self.instance.version
            self.fields["body"].widget.attrs["data-article"] = self.instance.pk

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for name in ("headline", "dek"):  # one line each, however it was pasted
            data[name] = " ".join(data.get(name, "").split())
        if self.instance.pk and data.get("opened_version") != self.instance.version:
            raise ValidationError(
                _(
                    "Somebody saved this article while you had it open. Your text is still below: save it again, and "
                    "the two are brought together."
                ),
                code="stale",
            )
        return data


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
        validators=[validate_day],
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("The day from which “on Tuesday” counts. It is never guessed."),
    )
    section = forms.ModelChoiceField(Section.objects.active(), label=_("Section"), required=False)
    language = forms.CharField(
        label=_("Language"),
        required=False,
        max_length=12,
        validators=[language_validator],
        help_text=_("A code: en, de, he. Empty: as the text looks."),
    )


def occasion_choices(article: Article) -> list[tuple[str, str]]:
    """The occasions to choose from: those of the article, those of its days, and the newest."""
    around = Q(quotes__uses__article=article)
    if article.dateline_date and is_plausible_day(article.dateline_date):
        days = datetime.timedelta(days=3)
        around |= Q(on__range=(article.dateline_date - days, article.dateline_date + days))
    newest = Occasion.objects.order_by("-pk").values("pk")[:10]
    found = Occasion.objects.filter(around | Q(pk__in=list(newest.values_list("pk", flat=True)))).distinct()
    return [
        ("", _("No occasion")),
        *((str(one.pk), _occasion_label(one)) for one in found.order_by("-on", "title")),
    ]


def _occasion_label(occasion: Occasion) -> str:
    return (
        f"{occasion.title} · {date_format(occasion.on, 'SHORT_DATE_FORMAT')}"
        if occasion.on
        else occasion.title
    )


class SettleForm(forms.Form):
    """One quotation: who said it, in which role, on which occasion, on which terms."""

    OTHER = "other"

    speaker = forms.CharField(required=False)
    other = forms.CharField(label=_("Name"), required=False, max_length=160)
    other_kind = forms.ChoiceField(
        label=_("is"),
        choices=[
            ("person", _("a person")),
            ("organization", _("an organization")),
            ("unnamed", _("described, not named")),
        ],
        required=False,
    )
    label = forms.CharField(label=_("Role, as printed"), required=False, max_length=200)
    occasion = forms.ChoiceField(label=_("Occasion"), required=False)
    record = forms.ChoiceField(label=_("Terms"), choices=Quote.Record.choices, initial=Quote.Record.ON_RECORD)
    followers = forms.BooleanField(required=False)
    learn = forms.BooleanField(required=False)

    def __init__(self, *args: Any, row: Row, occasions: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        self.row, quote = row, row.lead.quote
        chosen = row.chosen
        initial = {
            "speaker": chosen.key if chosen else "",
            "label": chosen.label if chosen else "",
            "occasion": str(quote.occasion_id or "") if quote else "",
            "record": quote.record if quote and quote.has_speaker else Quote.Record.ON_RECORD,
        }
        super().__init__(*args, initial=initial, prefix=f"use-{row.lead.pk}", **kwargs)
        self.fields["occasion"].choices = occasions
        for (
            field
        ) in self.fields.values():  # the fields stand inside the article's form and belong to their own
            field.widget.attrs["form"] = f"settle-{row.lead.pk}"

    def choices(self) -> list[dict[str, Any]]:
        """The candidates as the card draws them, numbered by the key that takes them."""
        picked = self["speaker"].value() or ""
        return [
            {"value": one.key, "key": number, "candidate": one, "is_picked": picked == one.key}
            for number, one in enumerate(self.row.candidates, 1)
        ]

    def clean_speaker(self) -> str:
        speaker = self.cleaned_data["speaker"]
        if speaker in ("", self.OTHER) or self.row.candidate(speaker):
            return speaker
        raise ValidationError(_("Whom you chose is offered no more. Look at the quotation again."))

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.errors:
            return data
        other, speaker = data.get("other", "").strip(), data.get("speaker", "")
        if speaker == self.OTHER and not other:
            self.add_error("other", _("Name the speaker."))
        if not other and not speaker:
            raise ValidationError(_("Choose who said it, name someone else, or mark it as not a quotation."))
        return data

    def decision(self) -> dict[str, Any]:
        """The arguments of ``settle_uses``. A role that nobody typed is that of the chosen speaker, not of the proposed one."""
        data = self.cleaned_data
        other = data["other"].strip()
        untouched = data["label"] == self.initial["label"]
        if other:
            who, label = {"name": other, "kind": data["other_kind"] or "person"}, None
        else:
            one = self.row.candidate(data["speaker"])
            who, label = one.as_speaker(), one.label or None
        return {
            **who,
            "label": label if untouched else data["label"],
            "occasion": Occasion.objects.filter(pk=data["occasion"]).first() if data["occasion"] else None,
            "record": data["record"],
            "learn": data["learn"],
        }


class EvidenceForm(forms.Form):
    """A transcript or the text of a source, to hold quotations against."""

    evidence = forms.CharField(
        label=_("Transcript or text of the source"),
        max_length=1_000_000,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_("Paste it whole: the passage of each quotation is looked for. It is not stored."),
    )
    source = forms.ModelChoiceField(
        Source.objects.none(),
        label=_("Source"),
        required=False,
        help_text=_("Where these words stand. Readers see it if the source is public."),
    )
    locator = forms.CharField(label=_("Place in the source"), max_length=120, required=False)

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = Source.objects.visible_to(user)
