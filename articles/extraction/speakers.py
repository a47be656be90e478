"""From attributions to speakers: names, descriptions, pronouns, and what the reader is offered instead."""

from articles.extraction.chunking import STANDING_ALONE
from articles.extraction.languages.base import Language
from articles.extraction.lexicon import bare
from articles.extraction.people import Known, People, role_tokens
from articles.extraction.pronouns import resolve_pronoun
from articles.extraction.surroundings import Attribution
from articles.extraction.types import Mention, SpeakerProposal

FARTHEST = 3  # paragraphs between a description and a pronoun that nobody else fits
Resolved = tuple[Known | None, float, str]


def resolve(
    attribution: Attribution, people: People, words: str = "", answered: Known | None = None
) -> Resolved:
    """Who the subject of an attribution is, how sure that is, and why. ``words`` are the quoted ones, ``answered`` is
    whoever spoke before."""
    subject = attribution.subject
    if subject is None:
        return None, 0.0, ""
    if subject.kind == "pronoun":
        word = subject.name.casefold()
        gender = people.language.pronouns.get(word, "")
        replies = attribution.cue.casefold() in people.language.replies
        known, confidence = resolve_pronoun(
            subject, gender, people, capitalized(words), answered if replies else None
        )
        described = _described(subject, known, people)
        if described:
            return described, 0.6, f"“{word}”, described before"
        if known is None:
            return None, 0.0, ""
        spoke = known.last_spoke in (subject.passage, subject.passage - 1)
        why = f"“{word}”, {'last speaker' if spoke else 'last named'}"
        return known, min(confidence, attribution.confidence or confidence), why
    if subject.kind == "description":
        known = people.by_description(subject.name)
        if known:
            return known, min(0.78, attribution.confidence), f"“{subject.name}” by role"
        if not attribution.cue and not _may_speak(subject.name, people.language):
            return None, 0.0, ""
        unnamed = Known(subject.name, "", "unnamed", "", (0, 0), subject)
        confidence = 0.78 if attribution.confidence >= 0.9 else min(0.74, attribution.confidence)
        return unnamed, confidence, "description without a name"
    if subject.kind == "place":
        name = subject.name
        spoken = Known(name, "", "organization", "", (0, 0), subject)
        return spoken, min(0.6, attribution.confidence), "a place that speaks"
    known = people.see(subject)
    namesake = people.namesake(known) if known and " " not in subject.name and not subject.label else None
    if namesake:
        return known, min(0.55, attribution.confidence), f"“{subject.name}” may also be {namesake.name}"
    return known, attribution.confidence, attribution.reason


def _may_speak(description: str, language: Language) -> bool:
    """Whether that can have said something of which no verb tells: people and voices; the debate and her right foot not."""
    return language.is_somebody(description) or description.casefold() in STANDING_ALONE


def _described(pronoun: Mention, known: Known | None, people: People) -> Known | None:
    """Whoever is described and not named (“the captain”), when that was the subject after everybody whom “he” could mean."""
    language = people.language
    gender = language.pronouns.get(pronoun.name.casefold(), "")
    described = people.described.get(gender)
    was_last = gender in ("n", "p") or people.subject is None
    reach = FARTHEST if known is None else was_last
    if described is None or described.passage < pronoun.passage - reach:
        return None
    at = (described.passage, described.start)
    if gender in ("n", "p"):
        if known and known.kind == "organization" and known.last_subject > at:
            return None
        return Known(described.name, "", "unnamed", gender, (0, 0), described)
    if known and (known.last_subject > at or known.last_seen > at):
        return None
    tokens = role_tokens(described.name)
    if tokens & (language.female_words if gender == "m" else language.male_words):
        return None
    role = people.by_description(described.name)
    if role and role.gender not in ("", gender):
        return None
    return role or Known(described.name, "", "unnamed", gender, (0, 0), described)


def capitalized(words: str) -> frozenset[str]:
    """The capitalized words, as a surname is compared."""
    return frozenset(
        bare(word.strip("“”\"‘’'.,;:!?()[]—–").casefold()) for word in words.split() if word[:1].isupper()
    )


def proposal(known: Known, mention: Mention, confidence: float, reason: str) -> SpeakerProposal:
    """The speaker as the engine offers it."""
    return SpeakerProposal(
        known.name, known.label, known.kind, confidence, reason, mention.passage, mention.start, mention.end
    )


def alternatives(people: People, taken: Known | None) -> tuple[SpeakerProposal, ...]:
    """Up to four others who were named most recently."""
    others = [known for known in people.recent() if known is not taken]
    return tuple(proposal(known, known.mention, 0.3, "named in the text") for known in others[:4])
