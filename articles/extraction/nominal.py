"""Speech that is named and not told: Quill’s claim that the boat is “a wreck”; the mayor’s answer was: “No.”"""

from articles.extraction.phrases import Phrase
from articles.extraction.surroundings import Attribution, Surroundings
from articles.extraction.words import HIDDEN

FARTHEST = 14  # words between the noun and the quotation
LINKS = ("that", "of", "was", "is", "as", ":")


def by_owned_speech(around: Surroundings) -> Attribution | None:
    """The owner of the last noun of speech before the quotation, where no verb of speech stands between the two."""
    clause, language = around.before, around.language
    first = max(clause.first, clause.stop - FARTHEST)
    noun = next(
        (at for at in range(clause.stop - 1, first, -1) if clause.folded(at) in language.sayings), None
    )
    if noun is None or any(verb.at > noun for verb in clause.verbs):
        return None
    if HIDDEN in clause.view.text[clause.view.ends[noun] : clause.end]:
        return None
    owner = _owner_of(around, noun)
    following = clause.folded(noun + 1) or clause.text.rstrip()[-1:]
    if owner is None or following not in LINKS or clause.folded(owner.first - 1) in language.adoptions:
        return None
    text = around.between(owner.start, clause.view.ends[noun])
    return Attribution(clause.folded(noun), text, owner.mention, "whose words they are", 0.8)


def _owner_of(around: Surroundings, noun: int) -> Phrase | None:
    clause = around.before
    owner = clause.ending_at(noun)
    if owner is None:
        described = next((p for p in clause.phrases if p.first <= noun < p.stop), None)
        owner = clause.ending_at(described.first) if described else None
    return owner if owner and owner.is_possessive and owner.mention.kind != "place" else None
