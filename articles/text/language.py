"""In which language a text most likely is, for what comes in without saying so. A person can change it."""

import re
from collections import Counter

LOOKED_AT = 5000  # characters
FEWEST = 3  # small words; with fewer a text may be in any language
_SCRIPTS = (
    ("he", "\u0590", "\u05ff"),
    ("ar", "\u0600", "\u06ff"),
    ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"),
)
_SMALL_WORDS = {
    "en": "the of and to in a that was for on with said he she it at by from is are have has not",
    "de": "der die das und ist nicht mit den dem von zu ein eine im für auf sie er es sich auch sagte wir des",
    "fr": "le la les et des est une dans pour que qui pas sur au avec il elle du ne se par plus nous ce",
    "es": "el la los las y es una en para que no con por del se su al lo como más dijo este ha",
    "it": "il lo gli e è una nel per che non con di della dei sono si ha alla più come anche disse",
    "nl": "de het een en is niet met van voor op dat die te zijn ook aan hij zij er bij zei",
    "pt": "o os as e é uma em para que não com por do da dos se ao como mais foi disse ele ela",
}
_OWN = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str, fallback: str = "en") -> str:
    """The code of the language by its script or its small words; ``fallback`` when it cannot be told."""
    start = text[:LOOKED_AT]
    letters = [char for char in start if char.isalpha()]
    for code, first, last in _SCRIPTS:
        if letters and sum(first <= char <= last for char in letters) > len(letters) / 2:
            return code
    words = Counter(word for word in _WORD.findall(start.casefold()))
    scores = {code: sum(words[word] for word in own) for code, own in _OWN.items()}
    best = max(scores, key=lambda code: scores[code])
    ranked = sorted(scores.values(), reverse=True)
    return best if ranked[0] >= FEWEST and ranked[0] > ranked[1] else fallback
