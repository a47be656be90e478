"""Every rule of preflight by its id: how grave, why it matters, how it is put right, whether it may be waived.

What a rule finds names one of these ids. ``docs/preflight.md`` is written from this table.
"""

import dataclasses

from articles.text.messages import gettext_noop as _

BLOCKER, WARNING, INFO = "blocker", "warning", "info"


@dataclasses.dataclass(frozen=True)
class Rule:
    """``also`` are the severities it has in other cases, which ``why`` names. Nobody needs to waive an info."""

    id: str
    severity: str
    why: str
    fix: str = ""  # what the button does, where there is one
    also: tuple[str, ...] = ()
    is_waivable: bool = False


_NEVER_FALSE = (
    Rule("headline-missing", BLOCKER, _("Without a headline there is nothing to open.")),
    Rule("text-missing", BLOCKER, _("An article is its text.")),
    Rule("section-missing", BLOCKER, _("Readers find an article through its section.")),
    Rule("byline-missing", BLOCKER, _("Readers have a right to know who reports.")),
    Rule("spiked", BLOCKER, _("Somebody decided against it.")),
    Rule("withdrawn", BLOCKER, _("Its address answers that it is gone, for good.")),
    Rule("embargo", BLOCKER, _("The newsroom gave its word.")),
    Rule("occasion-embargo", BLOCKER, _("What was said there was given to the newsroom for later.")),
    Rule("image-embargo", BLOCKER, _("The picture was given to the newsroom for later.")),
    Rule("image-credit", BLOCKER, _("Whoever made a picture is named beside it.")),
    Rule("image-rights", BLOCKER, _("Whoever made the picture gave it until that day.")),
    Rule("image-files", BLOCKER, _("Without its files readers would see an empty frame.")),
    Rule("image-unknown", BLOCKER, _("Readers would miss what the text shows there.")),
    Rule("quote-open", BLOCKER, _("A quotation goes out only after a person has confirmed who said it.")),
    Rule("quote-lost", BLOCKER, _("What a person had confirmed must not vanish unseen.")),
    Rule("quote-speaker", BLOCKER, _("A quotation without a speaker is nobody's word.")),
    Rule("quote-terms", BLOCKER, _("Only what was said on the record or on background is printed.")),
    Rule("source-unapproved", BLOCKER, _("Two people answer for every source that is not named.")),
    Rule("source-unexplained", BLOCKER, _("Readers are told why somebody is not named.")),
    Rule("quote-retracted", BLOCKER, _("The newsroom has taken its word for it back.")),
    Rule("display-quote-not-in-text", BLOCKER, _("The largest words must be words that somebody said.")),
    Rule("quotation-changed", BLOCKER, _("A minor update changes nobody's words: publish an update.")),
    Rule("name-changed", BLOCKER, _("A minor update changes no name: publish an update or a correction.")),
)
_BLOCKERS_WITH_A_WAY_OUT = (
    Rule(
        "negation-lost",
        BLOCKER,
        _("Without its “not” a sentence says the opposite. Amid a longer omission it is only a warning."),
        also=(WARNING,),
        is_waivable=True,
    ),
    Rule(
        "quote-background-named",
        BLOCKER,
        _("Words on background must not give away who spoke."),
        is_waivable=True,
    ),
    Rule(
        "link-unpublished",
        BLOCKER,
        _(
            "Readers would get an error, and learn of a piece that is not out. Waive it when both go out together."
        ),
        is_waivable=True,
    ),
)
_MIXED = (
    Rule(
        "quote-drift",
        BLOCKER,
        _("Published words must follow from the evidence. Not verified yet: a warning."),
        fix=_("Use the words of the evidence"),
        also=(WARNING,),
    ),
    Rule(
        "number-changed",
        INFO,
        _("Readers who remember the old number should be told. In a minor update it blocks."),
        also=(BLOCKER,),
    ),
)
_WARNINGS = (
    Rule("many-insertions", WARNING, _("Beyond a fifth, the quoted words are more ours than the speaker's.")),
    Rule("quote-disputed", WARNING, _("Readers are told beside the words that they are disputed.")),
    Rule("quote-translator", WARNING, _("Whoever translates chooses the words: readers should know who.")),
    Rule("quote-edited-after-verification", WARNING, _("Other words were verified than these.")),
    Rule(
        "quote-differs-from-record",
        WARNING,
        _("Article and record should say the same of what somebody said."),
        fix=_("Use the words of the record"),
    ),
    Rule(
        "quote-other-wording", WARNING, _("One of the two is not what was said, or they are two statements.")
    ),
    Rule(
        "pull-quote-lost",
        WARNING,
        _("It is left out of the page: whoever set it large should know, and choose other words."),
    ),
    Rule(
        "display-quote-insertion",
        WARNING,
        _("In headline and dek brackets are gone: readers take it for said."),
    ),
    Rule("display-quote-speaker", WARNING, _("The largest words must have the right speaker.")),
    Rule("marks-unmatched", WARNING, _("Readers cannot see where the words of somebody else end.")),
    Rule(
        "marks-mixed",
        WARNING,
        _("Marks that do not fit make a quotation hard to find."),
        fix=_("Set fitting marks"),
    ),
    Rule("headline-long", WARNING, _("Long headlines are cut off in search results, feeds and cards.")),
    Rule("acronym-undefined", WARNING, _("Not everybody knows what the letters stand for.")),
    Rule(
        "name-incomplete",
        WARNING,
        _("Whoever comes in for the first time has a whole name."),
        fix=_("Write the whole name"),
    ),
    Rule("name-without-role", WARNING, _("Readers should know at once why this person is asked.")),
    Rule("date-without-dateline", WARNING, _("“On Tuesday” means nothing to whoever reads it later.")),
    Rule(
        "weekday-wrong",
        WARNING,
        _("Day and date exclude each other: one of them is wrong."),
        fix=_("Write the right weekday"),
    ),
    Rule("paragraph-twice", WARNING, _("The same paragraph stands twice."), fix=_("Take the second one out")),
    Rule("near-duplicate", WARNING, _("Readers have this text already: update that article instead.")),
    Rule(
        "outlet-without-link", WARNING, _("Whose report it is deserves a link, and readers can look it up.")
    ),
    Rule("image-alt", WARNING, _("Readers who cannot see the picture get nothing in its place.")),
)
_INFOS = (
    Rule("date-resolved", INFO, _("Counted from the dateline date: right?")),
    Rule("dek-long", INFO, _("Cards and search results show about 200 characters.")),
)

RULES = {
    rule.id: rule
    for rule in (
        *_NEVER_FALSE,
        *_BLOCKERS_WITH_A_WAY_OUT,
        *_MIXED,
        *(dataclasses.replace(rule, is_waivable=True) for rule in _WARNINGS),
        *_INFOS,
    )
}
