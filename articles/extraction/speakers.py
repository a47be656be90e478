"""From attributions to speakers: names, descriptions, pronouns, and what the reader is offered instead."""

from articles.extraction.people import Known, People
from articles.extraction.pronouns import resolve_pronoun
from articles.extraction.surroundings import Attribution
from articles.extraction.types import Mention, SpeakerProposal

Resolved = tuple[Known | None, float, str]


def resolve(attribution: Attribution, people: People) -> Resolved:
    """Who the subject of an attribution is, how sure that is, and why."""
    subject = attribution.subject
    if subject is None:
        return None, 0.0, ""
    if subject.kind == "pronoun":
        word = subject.name.casefold()
        known, confidence = resolve_pronoun(subject, people.language.pronouns.get(word, ""), people)
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


def _described(pronoun: Mention, known: Known | None, people: People) -> Known | None:
    """Whoever is described and not named (“the captain”), when that was the subject after everybody whom “he” could mean."""
    described, language = people.described, people.language
    gender = language.pronouns.get(pronoun.name.casefold(), "")
    if described is None or gender not in ("f", "m") or described.passage != pronoun.passage:
        return None
    at = (described.passage, described.start)
    if known and (known.last_subject > at or known.last_seen > at):
        return None
    tokens = people.tokens(described.name)
    if tokens & (language.female_words if gender == "m" else language.male_words):
        return None
    role = people.by_description(described.name)
    return role or Known(described.name, "", "unnamed", gender, (0, 0), described)


def proposal(known: Known, mention: Mention, confidence: float, reason: str) -> SpeakerProposal:
    """The speaker as the engine offers it."""
    return SpeakerProposal(
        known.name, known.label, known.kind, confidence, reason, mention.passage, mention.start, mention.end
    )


def alternatives(people: People, taken: Known | None) -> tuple[SpeakerProposal, ...]:
    """Up to four others who were named most recently."""
    others = [known for known in people.recent() if known is not taken]
    return tuple(proposal(known, known.mention, 0.3, "named in the text") for known in others[:4])
