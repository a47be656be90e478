"""The engine: passages in, quotations with proposals out. Reads each passage once, in order."""

import dataclasses
from collections.abc import Sequence

from articles.extraction.apostrophes import SINGLE
from articles.extraction.attribution import attribute
from articles.extraction.capitals import Capitals, is_headline, read_capitals
from articles.extraction.chunking import find_phrases
from articles.extraction.dashes import DASHES
from articles.extraction.echoes import link_display
from articles.extraction.findings import findings_of_marks
from articles.extraction.inheritance import (
    announced,
    inherit_backwards,
    label_within,
    signature,
    told_before,
)
from articles.extraction.insertions import count_elisions, find_insertions
from articles.extraction.joining import goes_on, kind_of, lengthened, segment
from articles.extraction.languages import Language, language_of
from articles.extraction.listening import Listener
from articles.extraction.marks import find_spans
from articles.extraction.people import Known, People
from articles.extraction.phrases import Phrase
from articles.extraction.scare import doubles_quote, is_unspoken, reason_not_a_quote
from articles.extraction.speakers import alternatives, proposal, resolve
from articles.extraction.surroundings import Attribution, is_blank, sentence_start
from articles.extraction.types import (
    Extraction,
    Finding,
    FoundQuote,
    Mention,
    NotAQuote,
    Passage,
    Span,
)
from articles.extraction.words import Outline, outline

LONGEST_BLOCK = 200  # paragraphs of one quotation
Chosen = tuple[Known | None, float, str, Mention | None]


class _Reading:
    """One article being read."""

    def __init__(self, passages: Sequence[Passage], language: Language) -> None:
        self.passages, self.language = passages, language
        self.people = People(language)
        self.capitals = Capitals()
        self.announced: Attribution | None = (
            None  # whom the paragraph before announced: “Quill put it this way:”
        )
        self.quotes: list[FoundQuote] = []
        self.nonquotes: list[NotAQuote] = []
        self.warnings: list[Finding] = []
        self.last: Known | None = None
        self.doubles_quote = (
            False  # this text speaks in double marks, so that single ones hold words at arm's length
        )
        self.open_quote = False  # the paragraph before ended inside a quotation

    def read(self) -> Extraction:
        by_passage: dict[int, list[Span]] = {}
        found = find_spans(self.passages, dash_speech=self.language.dash_speech)
        self.doubles_quote = doubles_quote(self.passages, found)
        for span in found:
            by_passage.setdefault(span.passage, []).append(span)
        views = {
            number: outline(passage.text, by_passage.get(number, ()), self.language)
            for number, passage in enumerate(self.passages)
            if passage.place == "body"
        }
        self.capitals = read_capitals(views.values())
        self.warnings += findings_of_marks(self.passages, by_passage)
        for number, passage in enumerate(self.passages):
            spans = by_passage.get(number, [])
            if passage.place == "body":
                self._read_body(number, passage, spans, views[number])
            else:
                self._read_display(passage, spans)
        return self._finished()

    def _read_body(self, number: int, passage: Passage, spans: list[Span], view: Outline) -> None:
        phrases = find_phrases(number, view, self.language, self.people.surnames, self.capitals)
        is_title = not self.people.known and is_headline(
            view, self.language
        )  # of which every word may look like a name
        listener = Listener(self.people, view, () if is_title else phrases)
        first_in_passage = len(self.quotes)
        sentence_of_last, subject = -1, None
        for index, span in enumerate(spans):
            listener.hear_until(span.start)
            label = label_within(span, self.language)
            found = label or attribute(view, spans, index, phrases, self.language)
            if index == 0 and span.start == 0 and self.open_quote and self._may_go_on() and not label:
                self._continue(span, found)
                continue
            sentence = sentence_start(view, span.start)
            same_sentence = subject is not None and sentence == sentence_of_last
            alone = is_blank(view, sentence, span.start)
            if self._dismissed(
                number,
                passage,
                span,
                found,
                same_sentence=same_sentence,
                alone=alone or sentence == sentence_of_last,
            ):
                continue
            if len(self.quotes) > first_in_passage and goes_on(self.quotes[-1], view, spans, index, found):
                self._join(span)
            else:
                earlier = (
                    self._earlier(view, phrases, span)
                    if alone and len(self.quotes) == first_in_passage
                    else None
                )
                subject = self._add(span, found, subject, same_sentence, earlier, alone) or subject
            sentence_of_last = sentence
        listener.hear_until(len(passage.text) + 1)
        if not spans and self.quotes and self.quotes[-1].segments[-1].passage == number - 1:
            self._sign(view, phrases)
        self.open_quote = bool(spans) and spans[-1].open_end
        self.announced = announced(view, phrases, self.language)
        inherit_backwards(self.quotes, first_in_passage)

    def _dismissed(
        self,
        number: int,
        passage: Passage,
        span: Span,
        found: Attribution,
        *,
        same_sentence: bool,
        alone: bool,
    ) -> bool:
        """Whether the span is put aside as no quotation."""
        if not span.opening or span.opening in DASHES:
            return False
        attributed = found.reason == "cue after"
        reason = reason_not_a_quote(span, passage.text, has_cue=bool(found.cue), attributed=attributed)
        if reason == "title" and self.language.nouns_are_capitalized:
            reason = ""
        if self.doubles_quote and span.opening in SINGLE and not attributed:
            reason = "scare"
        elif reason == "scare" and same_sentence:
            reason = ""
        elif not reason and not alone and is_unspoken(span, found, self.language):
            reason = "scare"
        if reason:
            self.nonquotes.append(NotAQuote("body", number, span.start, span.end, span.inner, reason))
        return bool(reason)

    def _may_go_on(self) -> bool:
        """Whether the last quotation can take one more paragraph; a limit keeps hostile text linear."""
        return bool(self.quotes) and len(self.quotes[-1].segments) < LONGEST_BLOCK

    def _continue(self, span: Span, found: Attribution) -> None:
        """The next paragraph of a quotation that was left open; it may be the one that says who spoke all the while."""
        before = self.quotes[-1] = lengthened(self.quotes[-1], span, kind="block")
        if before.cue or not found.cue:
            return
        known, confidence, reason = resolve(found, self.people)
        if known and found.subject:
            speaker = proposal(known, found.subject, confidence, reason)
            self.quotes[-1] = dataclasses.replace(
                before, speaker=speaker, cue=found.cue, attribution_text=found.text
            )
            self.last = known

    def _sign(self, view: Outline, phrases: Sequence[Phrase]) -> None:
        """A paragraph “— Ada Quill, Calder” signs the quotation before it."""
        quote, signer = self.quotes[-1], signature(view, phrases)
        if signer is None or quote.cue:
            return
        known = self.people.see(signer)
        if known:
            speaker = proposal(known, signer, 0.9, "signed below")
            self.quotes[-1] = dataclasses.replace(quote, speaker=speaker)

    def _join(self, span: Span) -> None:
        self.quotes[-1] = lengthened(self.quotes[-1], span, kind="interrupted")

    def _earlier(self, view: Outline, phrases: Sequence[Phrase], span: Span) -> Attribution | None:
        """Who was announced: in the paragraph before, or in the sentence before."""
        return self.announced if span.start == 0 else told_before(view, phrases, self.language, span)

    def _add(
        self,
        span: Span,
        found: Attribution,
        subject: Known | None,
        same_sentence: bool,
        earlier: Attribution | None,
        alone: bool,
    ) -> Known | None:
        is_new = not self.quotes or self.quotes[-1].segments[-1].passage != span.passage
        answered = self.last if is_new and found.reason == "cue after" else None
        known, confidence, reason = resolve(found, self.people, span.inner, answered)
        mention = found.subject
        if subject is not None and (known is None or (same_sentence and not found.cue)):
            why = "same sentence" if same_sentence else "same paragraph"
            source = self.quotes[-1].speaker
            sure = min(0.85 if same_sentence else 0.8, source.confidence if source else 0.6)
            known, confidence, reason, mention = subject, sure, why, subject.mention
        elif known is None:
            known, confidence, reason, mention = self._from_before(earlier, alone and not found.cue)
        if known is not None and known.kind != "unnamed":
            known.last_spoke = span.passage
        inner = span.inner.strip()
        self.quotes.append(
            FoundQuote(
                place="body",
                segments=(segment(span),),
                text=inner,
                kind=kind_of(span),
                cue=found.cue,
                attribution_text=found.text,
                insertions=find_insertions(inner),
                elisions=count_elisions(inner),
                speaker=proposal(known, mention, confidence, reason) if known and mention else None,
                alternatives=alternatives(self.people, known),
            )
        )
        if known:
            self.last = known
        return known

    def _from_before(self, earlier: Attribution | None, alone: bool) -> Chosen:
        """The speaker whom the words before announced, else, for words that stand alone, the one who spoke last."""
        if earlier:
            known, confidence, _ = resolve(earlier, self.people)
            if known:
                return known, min(confidence, earlier.confidence), earlier.reason, earlier.subject
        if self.last and alone:
            return self.last, 0.5, "last speaker", self.last.mention
        return None, 0.0, "", None

    def _read_display(self, passage: Passage, spans: Sequence[Span]) -> None:
        for span in spans:
            inner = span.inner.strip()
            self.quotes.append(
                FoundQuote(
                    passage.place, (segment(span),), inner, "fragment", insertions=find_insertions(inner)
                )
            )

    def _finished(self) -> Extraction:
        quotes, warnings = link_display(self.quotes)
        return Extraction(tuple(quotes), tuple(self.nonquotes), (*self.warnings, *warnings))


def extract(passages: Sequence[Passage], language: str = "en") -> Extraction:
    """Every quotation of the passages, in the order of headline, dek, body.

    ``language`` chooses the rules for speakers; marks are understood in every language. Linear in the text.
    """
    return _Reading(passages, language_of(language)).read()
