"""A use is never linked to another quotation, and none is lost silently, whatever is edited."""

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.extraction import KnownUse, SpanText, relink

LINES = [
    "We have waited long enough for a new pilot,",
    "The clamps were worn down to the bare metal.",
    "Nobody on the board read page sixty-one.",
    "I will speak at the hearing in November,",
    "Our members want alarms in every cab.",
    "The storm was never the whole reason.",
]


def known(texts):
    return [KnownUse(i, f"“{t}”", "body", i) for i, t in enumerate(texts)]


def spans(texts):
    return [SpanText("body", i, t) for i, t in enumerate(texts)]


def test_exact_typographic_similar_and_lost():
    result = relink(
        known(LINES[:4]),
        spans(
            [
                f'"{LINES[1]}"',
                f"“{LINES[0]}”",
                "“Nobody on this board read page sixty-one.”",
                "“A new thing.”",
            ]
        ),
    )
    assert {s: (link.key, link.how) for s, link in result.links.items()} == {
        0: (1, "exact"),
        1: (0, "exact"),
        2: (2, "similar"),
    }
    assert result.lost == (3,)


def test_typographic_variants_are_the_same_words():
    result = relink([KnownUse(1, "“It’s late…”")], [SpanText("body", 0, '"It\'s late..."')])
    assert result.links[0].how == "typographic"


def test_two_equally_good_candidates_are_asked_about():
    result = relink(
        [
            KnownUse(1, "“We will sail on Monday morning”"),
            KnownUse(2, "“We will sail on Friday morning”", ordinal=1),
        ],
        [SpanText("body", 0, "“We will sail on Sunday morning”")],
    )
    assert not result.links and set(result.asks[0]) == {1, 2} and set(result.lost) == {1, 2}


def test_equal_words_twice_keep_their_order():
    result = relink(
        [KnownUse(1, "“Yes”", ordinal=0), KnownUse(2, "“Yes”", ordinal=1)],
        [SpanText("body", 0, "“Yes”"), SpanText("body", 1, "“Yes”")],
    )
    assert [result.links[i].key for i in (0, 1)] == [1, 2]


def test_each_is_asked_about_those_that_it_may_continue():
    known = [
        KnownUse(1, "“We will sail on Monday morning”"),
        KnownUse(2, "“We will sail on Friday morning”"),
        KnownUse(3, "“Nobody paints old bridges at noon”"),
        KnownUse(4, "“Nobody paints old bridges at dawn”"),
    ]
    spans = [
        SpanText("body", 0, "“We will sail on Sunday morning”"),
        SpanText("body", 1, "“Nobody paints old bridges at six”"),
    ]
    result = relink(known, spans)
    assert {span: set(keys) for span, keys in result.asks.items()} == {0: {1, 2}, 1: {3, 4}}
    assert not result.links and result.lost == (1, 2, 3, 4)


def test_a_use_goes_on_in_one_place_only():
    result = relink([KnownUse(1, "“Yes”")], [SpanText("body", 0, "“Yes”"), SpanText("body", 1, "“Yes”")])
    assert {span: link.key for span, link in result.links.items()} == {0: 1}


@st.composite
def edited(draw):
    """Lines after shuffling, dropping, changing up to two words and new ones in between; each knows its origin."""
    order = draw(st.permutations(range(len(LINES))))
    out = []
    for index in order:
        action = draw(st.sampled_from(["keep", "drop", "change", "typography", "insert"]))
        if action == "drop":
            continue
        words = LINES[index].split()
        if action == "change":
            for _ in range(draw(st.integers(1, 2))):
                words[draw(st.integers(0, len(words) - 1))] = draw(
                    st.sampled_from(["very", "old", "then", "ships"])
                )
        if action == "typography":
            words[-1] = words[-1].rstrip(".,") + "…"
        out.append((index, "“" + " ".join(words) + "”"))
        if action == "insert":
            out.append(
                (None, "“" + draw(st.sampled_from(["Unrelated words entirely", "Good evening"])) + "”")
            )
    return out


@settings(max_examples=300, deadline=None)
@given(edited())
def test_random_edits_never_link_wrongly_and_lose_nothing_silently(lines):
    result = relink(known(LINES), spans([text for _, text in lines]))
    for span, link in result.links.items():
        assert lines[span][0] == link.key
    keys = [link.key for link in result.links.values()]
    assert len(keys) == len(set(keys))
    assert set(keys) | set(result.lost) == set(range(len(LINES)))


def use(key, place="body", ordinal=0, prefix="a", suffix="z"):
    return KnownUse(key, "“We go.”", place, ordinal, prefix, suffix)


def test_of_equal_words_the_place_counts_most_then_what_stands_before_then_behind_then_the_order():
    span = SpanText("body", 0, "“We go.”", "a", "z")
    rivals = [
        (use("place", prefix="b", suffix="y"), use("neighbors", place="dek"), "place"),
        (use("before", suffix="y"), use("behind", prefix="b"), "before"),
        (use("behind", prefix="b"), use("neither", prefix="b", suffix="y"), "behind"),
        (use("near", ordinal=1), use("far", ordinal=2), "near"),
        (use("first", ordinal=1), use("second", ordinal=1), "first"),
    ]
    for one, other, chosen in rivals:
        for order in ([one, other], [other, one]) if chosen != "first" else ([one, other],):
            (link,) = relink(order, [span]).links.values()
            assert (link.key, link.how, link.ratio) == (chosen, "exact", 1.0)


def test_a_similar_link_says_how_similar_and_stays_in_its_place():
    before = [KnownUse(1, "“We go by sea today at noon.”", "body")]
    (link,) = relink(before, [SpanText("body", 0, "“We go by sea today at one.”")]).links.values()
    assert link.how == "similar" and 0.6 <= link.ratio < 1 and link.ratio == round(link.ratio, 3)
    assert relink(before, [SpanText("dek", 0, "“We go by sea today at one.”")]).lost == (1,)
