"""What is told of marks, with its place, in reading order."""

import dataclasses

from articles.extraction import Passage, extract

DOUBLED = "Two single marks stand for a double one; such words are not read before they are set as “…”."
UNCLOSED = "This quotation is opened and never closed."


def findings(*texts):
    passages = [Passage(place, text) for place, text in texts]
    return [dataclasses.astuple(one) for one in extract(passages).warnings if "headline" not in one.rule]


def test_each_finding_tells_rule_message_and_place():
    assert findings(
        ("headline", "Mayor: “Go"),
        ("body", 'He said “go," and “stay'),
        ("body", "He said ''go'' and “no"),
        ("body", "“stay” he said. “so"),
        ("body", "There, “he said.”"),
    ) == [
        ("unclosed-mark", UNCLOSED, "headline", 0, 7, 10),
        ("mixed-marks", 'Opens with “ and closes with ".', "body", 1, 8, 13),
        ("unclosed-mark", UNCLOSED, "body", 1, 18, 23),
        ("doubled-marks", DOUBLED, "body", 2, 8, 10),
        ("unclosed-mark", UNCLOSED, "body", 3, 16, 19),
    ]
