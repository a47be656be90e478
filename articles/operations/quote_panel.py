"""The quotations of one working copy as the desk shows them: one row for each, with who may have said it."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from articles.extraction import Passage, extract
from articles.extraction.relink import KnownUse, SpanText, relink
from articles.models import Article, ConfidentialSource, Organization, Person, Quote, QuoteUse
from articles.models.other_wordings import Elsewhere, for_viewer, key_of, other_wordings, speaker_key
from articles.operations.continuing import questions
from articles.operations.directory import Directory, KnownSpeaker
from articles.operations.quotes import spots_of

MOST = 8  # candidates: each has a digit, and the last digit is for somebody else
SURE_ENOUGH = 0.6  # below this nobody is preselected: a person has to choose
STATES = {
    "confirmed": (_("Confirmed"), "check"),
    "proposed": (_("Proposed"), "quote"),
    "unattributed": (_("No speaker"), "user"),
    "drift": (_("Words drifted"), "diff"),
    "not": (_("Not a quotation"), "x"),
    "lost": (_("No longer in the text"), "stop"),
}
_PLACES = {"headline": 0, "dek": 1}
_RECORDS: dict[str, tuple[str, Any]] = {  # of each kind: how ``confirm_use`` calls it, and where it is kept
    "person": ("person", Person),
    "unnamed": ("person", Person),
    "organization": ("organization", Organization),
    "confidential": ("source", ConfidentialSource),
}


@dataclasses.dataclass(frozen=True)
class Candidate:
    """Somebody who may have said it. ``confidence`` is in percent, empty for what a person has decided."""

    name: str
    kind: str  # person | organization | unnamed | confidential
    label: str
    reason: str = ""
    confidence: int | None = None
    known: int | None = None  # the record that the newsroom has of them
    slug: str = ""  # of that record

    @property
    def is_known(self) -> bool:
        return self.known is not None

    @property
    def key(self) -> str:
        """What names this candidate in a form: its place changes when somebody else decides something meanwhile."""
        return f"{self.kind}:{self.known or ''}:{self.name}"

    def as_speaker(self) -> dict[str, Any]:
        """What ``confirm_use`` is told when this one is chosen: the record, else name and kind. Queries."""
        if not self.is_known:
            return {"name": self.name, "kind": self.kind}
        argument, model = _RECORDS[self.kind]
        return {argument: model._default_manager.get(pk=self.known)}

    def is_same_as(self, other: "Candidate") -> bool:
        """Whether both are one record or, where one of them has none, one name."""
        if _RECORDS[self.kind] != _RECORDS[other.kind]:
            return False
        both_known = self.is_known and other.is_known
        return self.known == other.known if both_known else self.name.casefold() == other.name.casefold()


@dataclasses.dataclass
class Row:
    """One quotation: its segments, the words of headline and dek that come from it, and who may have said it."""

    number: int
    uses: list[QuoteUse]
    echoes: list[QuoteUse]
    candidates: list[Candidate]
    preselected: int | None
    unknown_name: str = (
        ""  # the whole name in the text, where nobody is known by it: another name of somebody, maybe
    )
    elsewhere: list[Elsewhere] = dataclasses.field(
        default_factory=list
    )  # the same statement in other articles
    continues: list[QuoteUse] = dataclasses.field(
        default_factory=list
    )  # lost uses that it may be, asked about

    @property
    def lead(self) -> QuoteUse:
        return self.uses[0]

    @property
    def state(self) -> str:
        if self.lead.is_lost:
            return "lost"
        if self.lead.attribution == QuoteUse.Attribution.NOT_A_QUOTE:
            return "not"
        if any(use.match == QuoteUse.Match.DRIFT for use in self.uses):
            return "drift"
        if not self.is_open:
            return "confirmed"
        return "unattributed" if self.preselected is None else "proposed"

    @property
    def state_label(self) -> str:
        return str(STATES[self.state][0])

    @property
    def icon(self) -> str:
        return STATES[self.state][1]

    @property
    def is_open(self) -> bool:
        """Whether a person still has to decide about it, or about a part of it that came to the text later."""
        return not self.lead.is_lost and any(use.is_open for use in (*self.uses, *self.echoes))

    @property
    def is_counted(self) -> bool:
        """Whether it is a quotation of the text as it stands: neither rejected nor lost."""
        return self.state not in ("not", "lost")

    @property
    def chosen(self) -> Candidate | None:
        return None if self.preselected is None else self.candidates[self.preselected]

    @property
    def seen(self) -> str:
        """What has been decided; a form sends it back, so that nobody decides against what they have not seen."""
        who = self.candidates[0].key if self.candidates and not self.lead.is_open else ""
        return f"{self.lead.attribution} {who}".strip()

    def candidate(self, key: str) -> Candidate | None:
        """The candidate of that key; of one that had no record when it was offered, the only one of that kind and name."""
        for one in self.candidates:
            if one.key == key:
                return one
        same = [one for one in self.candidates if f"{one.kind}::{one.name}" == key]
        return same[0] if len(same) == 1 else None

    def as_json(self) -> dict[str, Any]:
        """What a row of the list shows, for the script that repaints it."""
        who = self.chosen
        return {
            "use": self.lead.pk,
            "state": self.state,
            "label": self.state_label,
            "icon": self.icon,
            "open": self.is_open,
            "who": who.name if who else "",
            "confidence": who.confidence if who and self.is_open else None,
        }


def rows_of(article: Article, viewer: Any = None) -> list[Row]:
    """Every quotation of the article in reading order; what is no longer in the text comes last.

    Of other articles only what readers have may be shown, and with a ``viewer`` what that person sees.
    """
    uses = list(
        article.quote_uses.select_related(
            "quote__speaker_person", "quote__speaker_organization", "quote__confidential_source"
        )
    )
    uses.sort(key=lambda use: (use.is_lost, _PLACES.get(use.place, 2), use.start))
    in_body = {use.quotation for use in uses if use.place == "body"}
    groups: dict[Any, tuple[list[QuoteUse], list[QuoteUse]]] = {}
    for use in uses:
        segments, echoes = groups.setdefault((use.is_lost, use.quotation), ([], []))
        is_echo = use.place in _PLACES and use.quotation in in_body
        (echoes if is_echo else segments).append(use)
    # An echo alone (its quotation is lost from the body) still is something to decide about.
    directory = _directory_for(article, uses)
    filled = [(segments, echoes) if segments else (echoes, []) for segments, echoes in groups.values()]
    filled.sort(key=lambda group: (group[0][0].is_lost, _PLACES.get(group[0][0].place, 2), group[0][0].start))
    rows = [_row(number, *group, directory) for number, group in enumerate(filled, 1)]
    _look_elsewhere(rows, article, viewer)
    lost = [row.lead for row in rows if row.lead.is_lost]
    asked = questions(lost, [row.lead for row in rows if row.is_open]) if lost else {}
    for row in rows:
        row.continues = asked.get(row.lead.pk, [])
    return rows


def counted(rows: list[Row]) -> tuple[int, int]:
    """How many quotations the text has, and how many of them wait for a person: what ``with_quote_counts`` says of an article in a
    list."""
    return sum(row.is_counted for row in rows), sum(row.is_open for row in rows)


def followers_of(row: Row, rows: list[Row]) -> list[Row]:
    """The open rows after this one that were proposed for the same speaker: what putting this one right may put right."""
    proposed = (row.lead.proposal or {}).get("speaker")
    if not (proposed and row.is_open):
        return []
    later = rows[row.number :]
    return [one for one in later if one.is_open and one.lead.proposal.get("speaker") == proposed]


def _look_elsewhere(rows: list[Row], article: Article, viewer: Any) -> None:
    """Find what other articles have of whoever said it or, while that is open, of whoever is preselected."""
    words = {}
    for row in rows:
        quote, who = row.lead.quote, row.chosen
        if quote and who and row.state != "lost":
            key = speaker_key(quote) or key_of(who.kind, who.known)
            words[quote.pk] = (quote.text, key)
    found = other_wordings(words, article)
    every = {id(one): shown for one, shown in _shown(found, viewer)}
    for row in rows:
        row.elsewhere = [every[id(one)] for one in found.get(row.lead.quote_id, [])]


def _shown(found: dict[int, list[Elsewhere]], viewer: Any) -> Iterator[tuple[Elsewhere, Elsewhere]]:
    """Each that was found with how it may be shown to that person."""
    every = [one for ones in found.values() for one in ones]
    return zip(every, for_viewer(every, viewer), strict=True)


def _directory_for(article: Article, uses: list[QuoteUse]) -> Directory:
    """Everybody who is proposed in this article, looked up at once."""
    proposals = [use.proposal for use in uses if use.is_open and use.proposal]
    named = [p for p in proposals if p.get("kind") != "unnamed"]
    names = [p.get("speaker", "") for p in named]
    names += [other["name"] for p in proposals for other in p.get("alternatives", [])]
    described = [p["speaker"] for p in proposals if p.get("kind") == "unnamed"]
    return Directory(names, described, article.dateline_date)


def _row(number: int, uses: list[QuoteUse], echoes: list[QuoteUse], directory: Directory) -> Row:
    candidates, preselected = candidates_of(uses[0], directory)
    row = Row(number, uses, echoes, candidates, preselected)
    if row.is_open and any(one.is_known for one in candidates):
        row.unknown_name = _unknown_name(uses[0].proposal or {}, directory)
    return row


def _unknown_name(proposal: dict[str, Any], directory: Directory) -> str:
    name = proposal.get("speaker", "") if proposal.get("kind") in ("person", "organization") else ""
    return "" if " " not in name or directory.bearing(name) else name


def candidates_of(use: QuoteUse, directory: Directory) -> tuple[list[Candidate], int | None]:
    """Who may have said it, and the place of the one to preselect: the speaker on record, or a proposal that is sure enough.

    Whom the newsroom knows by another name, a surname, a similar spelling or the role of the day is offered beside
    the proposal and never put in its place. Of several who bear the very name each is offered and nobody preselected, nor is
    somebody new of whom only a surname is told that others have.
    """
    found: list[Candidate] = []
    quote, proposal = use.quote, use.proposal or {}
    for speaker, kind in _on_record(quote):
        slug = getattr(speaker, "slug", "")
        found.append(
            Candidate(speaker.name, kind, quote.speaker_label, _("on record"), known=speaker.pk, slug=slug)
        )
    on_record = bool(found)
    proposed = _named({**proposal, "name": proposal.get("speaker", "")}, directory)
    offered = [*proposed]
    if proposed:
        offered += _others_meant(proposal["speaker"], directory)
    elif proposal.get("kind") == "unnamed":
        why = {"role": _("held that role then"), "former": _("had held that role")}
        offered += [_known(one, why[one.why]) for one in directory.holding(proposal["speaker"])]
        offered.append(Candidate(proposal["speaker"], "unnamed", "", _("described, not named")))
    for row in proposal.get("alternatives", []):
        offered += _named(row, directory)
    for one in offered:
        if not any(one.is_same_as(other) for other in found):
            found.append(one)
    sure = len(proposed) == 1 and proposal.get("confidence", 0) >= SURE_ENOUGH
    if sure and not proposed[0].is_known:
        sure = not any(one.why == "surname" for one in directory.meant_by(proposal["speaker"]))
    return found[:MOST], 0 if on_record or sure else None


def _on_record(quote: Quote | None) -> list[tuple[Any, str]]:
    if quote is None:
        return []
    speakers = (
        (quote.speaker_person, "person"),
        (quote.speaker_organization, "organization"),
        (quote.confidential_source, "confidential"),
    )
    named = [(speaker, kind) for speaker, kind in speakers if speaker]
    return [(one, "unnamed" if getattr(one, "is_unnamed", False) else kind) for one, kind in named]


def _named(row: dict[str, Any], directory: Directory) -> list[Candidate]:
    """A proposed name, under the name of its record and with the role of the day where the very name is known; one
    candidate for each record that bears it, told apart by its role and its address."""
    if not row.get("name") or row.get("kind") not in ("person", "organization"):
        return []
    label, reason = row.get("label", ""), row.get("reason", "")
    confidence = round(100 * row.get("confidence", 0))
    bearers = [one for one in directory.bearing(row["name"]) if one.kind == row["kind"]]
    if not bearers:
        return [Candidate(row["name"], row["kind"], label, reason, confidence)]
    if len(bearers) == 1:
        (one,) = bearers
        return [Candidate(one.name, one.kind, label or one.label, reason, confidence, one.pk, one.slug)]
    return [_known(one, _("one of several of that name: %(slug)s") % {"slug": one.slug}) for one in bearers]


def _others_meant(name: str, directory: Directory) -> list[Candidate]:
    reasons = {
        "exact": _("known by that name"),
        "alias": _("known by that name too"),
        "surname": _("known, same surname"),
        "spelling": _("known, nearly the same name"),
    }
    return [_known(one, reasons[one.why]) for one in directory.meant_by(name)]


def _known(one: KnownSpeaker, reason: str) -> Candidate:
    return Candidate(one.name, one.kind, one.label, reason, known=one.pk, slug=one.slug)


def painted_spans(paragraphs: Sequence[str], article: Article | None = None) -> list[dict[str, Any]]:
    """Where quotations stand in a text that need not be saved yet: paragraph, start and end in code points.

    With ``article`` each span also tells the use it continues and its number and state in the panel.
    """
    passages = [Passage("body", text) for text in paragraphs]
    spots = spots_of(passages, extract(passages, language=article.language if article else "en"))
    rows = {use.pk: row for row in (rows_of(article) if article else []) for use in row.uses}
    known = [
        KnownUse(use.pk, use.exact, "body", use.ordinal, use.prefix, use.suffix)
        for row in {id(row): row for row in rows.values()}.values()
        for use in row.uses
        if use.place == "body"
    ]
    links = relink(known, [SpanText("body", s.ordinal, s.exact, s.prefix, s.suffix) for s in spots]).links
    offsets, position = [], 0
    for text in paragraphs:
        offsets.append(position)
        position += len(text) + 2
    spans = []
    for index, spot in enumerate(spots):
        paragraph = spot.quote.segments[spot.segment].passage
        row = rows[links[index].key] if index in links else None
        spans.append(
            {
                "paragraph": paragraph,
                "start": spot.start - offsets[paragraph],
                "end": spot.end - offsets[paragraph],
                "use": row.lead.pk if row else None,
                "number": row.number if row and not spot.segment else None,
                "state": row.state if row else "proposed",
            }
        )
    return spans
