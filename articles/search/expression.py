"""What must occur in a document, in the few shapes that every back end can write in its own language."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Phrase:
    """These words in this order; most often one."""

    words: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class AnyOf:
    """At least one of them."""

    parts: "tuple[Expression, ...]"


@dataclasses.dataclass(frozen=True)
class AllOf:
    """All of them, and none of ``without``."""

    parts: "tuple[Expression, ...]"
    without: "tuple[Expression, ...]" = ()


Expression = Phrase | AnyOf | AllOf
EVERYTHING = Phrase(("~",))  # a mark that every document has
