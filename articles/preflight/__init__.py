"""The pure checks of what is to be published: text in, findings out. No Django, no database, no network."""

from articles.preflight.derivation import Derivation, Finding, derive
from articles.preflight.passages import Passage, best_passages

__all__ = ["Derivation", "Finding", "Passage", "best_passages", "derive"]
