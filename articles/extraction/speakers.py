"""From attributions to speakers: names, descriptions, pronouns, and what is inherited within and across paragraphs."""

from collections.abc import Sequence

from articles.extraction.attribution import Attribution
from articles.extraction.people import Known, People
from articles.extraction.types import Mention, SpeakerProposal

Resolved = tuple[Known | None, float, str]


def resolve(
    attribution: Attribution, people: People, mentions: Sequence[Mention], last: Known | None
) -> Resolved:
    """Who the subject of an attribution is.

    ``mentions`` are those of the passage before the subject's sentence position, ``last`` the speaker before.
    """
    subject = attribution.subject
    if subject is None:
        return None, 0.0, ""
    if subject.kind == "pronoun":
        earlier = [people.see(m) for m in reversed(mentions) if m.end <= subject.start and m.kind == "person"]
        pool = [known for known in earlier if known]
        if last:
            pool.append(last)
        pool += people.recent()
        known = people.by_pronoun(subject.name, pool)
        why = f"“{subject.name.casefold()}”, {'last speaker' if known is last else 'last named'}"
        return known, 0.75 if known is last else 0.7, why
    if subject.kind == "description":
        known = people.by_description(subject.name)
        if known:
            return known, 0.85, f"“{subject.name}” by role"
        return Known(subject.name, "", "unnamed", "", (0, 0), subject), 0.6, "description without a name"
    return people.see(subject), attribution.confidence, attribution.reason


def proposal(known: Known, mention: Mention, confidence: float, reason: str) -> SpeakerProposal:
    """The speaker as the engine offers it."""
    return SpeakerProposal(
        known.name, known.label, known.kind, confidence, reason, mention.passage, mention.start, mention.end
    )


def alternatives(people: People, taken: Known | None) -> tuple[SpeakerProposal, ...]:
    """Up to four others who were named most recently."""
    others = [
        known for known in people.recent() if known is not taken and known.kind in ("person", "organization")
    ]
    return tuple(proposal(known, known.mention, 0.3, "named in the text") for known in others[:4])
