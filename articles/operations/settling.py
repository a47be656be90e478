"""What a person decides about a quotation: who said it, when, or that nobody did; and how to undo that."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Article, ConfidentialSource, Event, Organization, Person, Quote, QuoteUse
from articles.models.other_wordings import index_words
from articles.operations.people import describe_person, ensure_organization, ensure_person, learn_name
from articles.operations.quotes import drop_orphan
from articles.text.typography import strip_marks

DECISIONS = ("quote.confirmed", "quote.rejected", "quote.reopened", "quote.joined")
BY_NAME = 0.93  # a proposal at least this sure rests on a name beside the words, not on “he” or “she”


@transaction.atomic
def confirm_use(
    use: QuoteUse,
    *,
    by: Any,
    person: Person | None = None,
    organization: Organization | None = None,
    source: ConfidentialSource | None = None,
    name: str = "",
    kind: str = "person",
    label: str | None = None,
    occasion: Any = None,
    record: str = Quote.Record.ON_RECORD,
    learn: bool = False,
) -> QuoteUse:
    """Settle who said these words. All segments and echoes of the quotation in this article are settled with it.

    With ``learn`` the name that the text uses is remembered as another name of the speaker. The speaker is a record (of a confidential ``source`` readers get its description), or a ``name`` (the proposed one when everything is empty) that is found or made.
    Raises ``ValidationError`` when there is nobody to attribute to.
    """
    quote = use.quote or Quote.objects.create(text=strip_marks(use.exact), language=use.article.language)
    if not (person or organization or source):
        proposed = use.proposal.get("kind") in ("person", "organization") and use.proposal["speaker"]
        name = name or proposed or ""
        kind = use.proposal["kind"] if name == proposed else kind
        if not name and not quote.has_speaker:
            raise ValidationError(_("Choose who said it, or mark it as not a quotation."))
        if name and not (kind in ("unnamed", "confidential") and name == _speaker_name(quote)):
            role = label or (name == proposed and use.proposal.get("label"))
            person, organization = _ensure_speaker(name, kind, has_role=bool(role))
    if person or organization or source:
        if _is_others_too(quote, use.article) and (person, organization, source) != _speaker_of(quote):
            quote = _own_record(use)
        quote.speaker_person, quote.speaker_organization = person, organization
        quote.confidential_source = source
    if quote.confidential_source:  # a role or an employer would tell who it is
        label, quote.on_behalf_of = "", None
    if label is None:
        is_proposed = _speaker_name(quote) == use.proposal.get("speaker")
        label = (is_proposed and use.proposal.get("label", "")) or _role_then(quote, use.article)
    quote.speaker_label = label[:200]
    quote.occasion = occasion or quote.occasion
    quote.record = record
    quote.full_clean(exclude=["short_id"])
    quote.save()
    index_words([quote])
    if (
        learn
        and (quote.speaker_person or quote.speaker_organization)
        and use.proposal.get("kind") in ("person", "organization")
    ):
        learn_name(quote.speaker_person or quote.speaker_organization, use.proposal["speaker"])
    same = use.article.quote_uses.filter(quote=quote).exclude(attribution=QuoteUse.Attribution.NOT_A_QUOTE)
    same.update(attribution=QuoteUse.Attribution.CONFIRMED)
    use.quote, use.attribution = quote, QuoteUse.Attribution.CONFIRMED
    use.save()
    Event.objects.create(kind="quote.confirmed", article=use.article, quote=quote, by=by)
    use.article.content_changed(by=by)
    return use


def _ensure_speaker(name: str, kind: str, *, has_role: bool) -> tuple[Person | None, Organization | None]:
    """The record of a speaker whom a person has confirmed by name, or who is only described."""
    if kind == "organization":
        return None, ensure_organization(name)
    if kind == "unnamed":
        return describe_person(name), None
    if kind == "confidential":
        raise ValidationError(_("Ask for a confidential source on its own page, beside the quotation."))
    return ensure_person(name, is_public_figure=has_role), None


def _is_others_too(quote: Quote, article: Article) -> bool:
    """Whether another article has the same record: what is decided here must not change what stands there."""
    return quote.uses.exclude(article=article).exists()


def _own_record(use: QuoteUse) -> Quote:
    """A record of this article's own for a quotation that turns out not to be the statement of another article."""
    same = use.article.quote_uses.in_text().filter(quote=use.quote)
    body = [one for one in same if one.place == "body"] or [use]
    text = " ".join(strip_marks(one.exact) for one in body)
    quote = Quote.objects.create(text=text, language=use.article.language)
    same.update(quote=quote)
    use.quote = quote
    return quote


def _speaker_of(quote: Quote) -> tuple[Any, ...]:
    return quote.speaker_person, quote.speaker_organization, quote.confidential_source


def _speaker_name(quote: Quote) -> str:
    return quote.speaker.name if quote.speaker else ""


def _role_then(quote: Quote, article: Article) -> str:
    if not (quote.speaker_person_id and article.dateline_date):
        return ""
    role = quote.speaker_person.role_on(article.dateline_date)
    return str(role) if role else ""


@transaction.atomic
def reject_use(use: QuoteUse, *, by: Any) -> QuoteUse:
    """Settle that these words in quotation marks are nobody's statement, with all their segments and echoes here."""
    quote, was = use.quote, use.pk
    together = [use]
    if quote:
        together += use.article.quote_uses.in_text().filter(quote=quote).exclude(pk=use.pk)
    for one in together:
        one.attribution, one.quote = QuoteUse.Attribution.NOT_A_QUOTE, None
        one.proposal = {**one.proposal, "was": was}
        one.save()
    Event.objects.create(kind="quote.rejected", article=use.article, by=by, data={"words": use.exact})
    drop_orphan(quote)
    use.article.content_changed(by=by)
    return use


@transaction.atomic
def reopen_use(use: QuoteUse, *, by: Any) -> QuoteUse:
    """Undo a decision: the quotation is a proposal again, as a whole."""
    same = use.article.quote_uses.in_text()
    if use.quote is None:
        was = use.proposal.get("was")
        together = list(same.filter(quote=None, proposal__was=was)) if was else [use]
        body = [one for one in together if one.place == "body"] or [use]
        words = " ".join(strip_marks(one.exact) for one in body)
        quote = Quote.objects.create(text=words, language=use.article.language)
    else:
        quote, together = use.quote, list(same.filter(quote=use.quote))
        if _is_others_too(quote, use.article):
            quote = _own_record(use)
    for one in together:
        one.quote, one.attribution = quote, QuoteUse.Attribution.PROPOSED
        one.proposal = {key: value for key, value in one.proposal.items() if key != "was"}
        one.save()
    use.refresh_from_db()
    Event.objects.create(kind="quote.reopened", article=use.article, quote=quote, by=by)
    use.article.content_changed(by=by)
    return use


@transaction.atomic
def settle_uses(uses: Sequence[QuoteUse], *, by: Any, **decision: Any) -> None:
    """Confirm several quotations with one decision (see ``confirm_use``): all of them, or on an error none.

    Those after the first that were proposed for the same wrong speaker are then proposed for the right one.
    """
    first = uses[0]
    proposed = first.proposal.get("speaker", "")
    after = [use for use in followers(first) if use.proposal.get("confidence", 0) < BY_NAME]
    for use in uses:
        confirm_use(use, by=by, **decision)
    quote = first.quote
    if proposed and not quote.confidential_source_id and _speaker_name(quote) != proposed:
        _propose_instead(after, quote, {use.pk for use in uses})


def _propose_instead(uses: Iterable[QuoteUse], quote: Quote, settled: set[int]) -> None:
    """Carry a correction on to the quotations that only followed the wrong speaker. A person still confirms each."""
    for use in uses:
        if use.pk in settled:
            continue
        before = {key: use.proposal.get(key, "") for key in ("label", "kind", "confidence")}
        others = [one for one in use.proposal.get("alternatives", []) if one["name"] != _speaker_name(quote)]
        use.proposal = {
            "speaker": _speaker_name(quote),
            "label": quote.speaker_label,
            "kind": "organization" if quote.speaker_organization_id else "person",
            "confidence": 0.75,
            "reason": _("follows your correction"),
            "alternatives": [{**before, "name": use.proposal["speaker"]}, *others],
            "corrected_from": use.proposal["speaker"],
        }
        use.save(update_fields=["proposal"])


@transaction.atomic
def give_occasion(uses: Iterable[QuoteUse], occasion: Any, *, by: Any) -> None:
    """Say of these quotations that the words were spoken on one occasion. Speaker and decision stay as they are."""
    for use in uses:
        if use.quote is None:
            raise ValidationError(_("“%(words)s” is marked as not a quotation.") % {"words": use.exact})
        use.quote.occasion = occasion
        use.quote.full_clean(exclude=["short_id"])
        use.quote.save()
        Event.objects.create(kind="quote.occasion", article=use.article, quote=use.quote, by=by)


def decided_by(use: QuoteUse) -> Any:
    """Who decided last about these words in this article, None when nobody did. One query."""
    about = Q(quote=use.quote) if use.quote_id else Q(quote=None, data__words=use.exact)
    last = Event.objects.filter(about, article=use.article, kind__in=DECISIONS).order_by("-at", "-id")
    found = last.select_related("by").first()
    return found.by if found else None


def followers(use: QuoteUse) -> list[QuoteUse]:
    """The open uses after this one that were proposed for the same speaker: what fixing this one may fix too."""
    proposed = use.proposal.get("speaker", "")
    if not proposed:
        return []
    later = use.article.quote_uses.in_text().open().filter(place=use.place, start__gt=use.start)
    return [other for other in later.order_by("start") if other.proposal.get("speaker") == proposed]
