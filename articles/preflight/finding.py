import dataclasses

BLOCKER, WARNING, INFO = "blocker", "warning", "info"


@dataclasses.dataclass(frozen=True)
class Finding:
    """What a rule has found: which rule, why it matters in words that say what to do, the words concerned, how grave.

    ``key`` is the use of a quotation it is about (``UseView.key``), None when it is about the article.
    """

    rule: str
    message: str
    words: str = ""
    severity: str = BLOCKER
    key: int | None = None

    @property
    def is_blocker(self) -> bool:
        return self.severity == BLOCKER
