import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.html import Mark, annotate, plain_text
from articles.text.pictures import figure_html
from articles.text.sanitize import sanitize
from articles.text.structured import structured

IMAGE = {
    "short_id": "7k3m9xwd",
    "url": "/a-640.jpeg",
    "srcset": [{"url": "/a-320.jpeg", "width": 320}, {"url": "/a-640.jpeg", "width": 640}],
    "sources": [{"type": "image/avif", "srcset": [{"url": "/a-320.avif", "width": 320}]}],
    "width": 640,
    "height": 400,
    "alt": "A crane",
    "caption": "The crane.",
    "credit": "Bo Lantern",
}


def texts(blocks):
    """Every text that stands in the plain text, with its place there."""
    return [(part["start"], part["text"]) for block in blocks for part in (block["items"] or [block])]


def spans(block, kind="quote"):
    return [
        (block["text"][s["start"] : s["end"]], s["anchor"] or s["url"]) for s in block["spans"] if s["type"] == kind
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("html", "kinds"),
    [
        ("", []),
        ("<p>One.</p><h2>Two</h2><p>Three</p>", ["paragraph", "heading", "paragraph"]),
        ("<ul><li>a</li><li><p>b</p></li></ul><ol><li>c</li></ol>", ["list", "list"]),
        ("<blockquote><p>a</p><p>b</p></blockquote>", ["quotation", "quotation"]),
        ('<p><a href="https://vimeo.com/123456">The film</a></p>', ["embed"]),
        ('<p>See <a href="https://vimeo.com/123456">the film</a></p>', ["paragraph"]),
    ],
)
def test_each_element_is_a_block_of_its_kind(html, kinds):
    assert [block["type"] for block in structured(html)] == kinds


def test_lists_and_headings_say_which():
    heading, numbered = structured("<h3>Three</h3><ol><li>a</li><li>b</li></ol>")
    assert (heading["level"], numbered["ordered"]) == (3, True)
    assert [item["text"] for item in numbered["items"]] == ["a", "b"]


def test_an_embed_says_what_and_where():
    (block,) = structured('<p><a href="https://vimeo.com/123456">The film</a></p>')
    assert block["embed"]["provider"] == "Vimeo" and block["embed"]["frame"].endswith("/123456?dnt=1")


@given(st.text(alphabet="<>/pbulioqte h23=\"'a&;\n😀", max_size=200))
def test_every_text_stands_where_its_start_says(html):
    clean = sanitize(html)
    plain = plain_text(clean)
    found = texts(structured(clean))
    assert [plain[start : start + len(text)] for start, text in found] == [text for _start, text in found]
    assert sum(len(text) for _start, text in found) + 2 * max(0, len(found) - 1) == len(plain)


def test_quotations_have_their_id_and_place_across_inline_markup_and_emoji():
    body = '<p>😀 “We <em>have</em> waited,” she said. “Now <a href="/b/">go</a>.”</p>'
    plain = plain_text(body)
    marks = [
        Mark(plain.index(words), plain.index(words) + len(words), f'<span class="quote" id="{anchor}">')
        for words, anchor in (("“We have waited,”", "q-7k3m9xwd"), ("“Now go.”", "q-7k3m9xwd-2"))
    ]
    (block,) = structured(annotate(body, marks))
    assert spans(block) == [("“We have waited,”", "q-7k3m9xwd"), ("“Now go.”", "q-7k3m9xwd-2")]
    assert {span["quote"] for span in block["spans"] if span["type"] == "quote"} == {"7k3m9xwd"}
    assert spans(block, "emphasis") == [("have", None)] and spans(block, "link") == [("go", "/b/")]


def test_a_quotation_over_two_paragraphs_is_in_both_and_its_pull_follows_the_first():
    body = "<p>“One.</p><p>Two.”</p><p>Three</p>"
    html = annotate(body, [Mark(0, 12, '<span class="quote" id="q-7k3m9xwd">')])
    pull = {"anchor": "q-7k3m9xwd", "text": "One", "quote": "7k3m9xwd", "speaker": "Ada Quill"}
    first, pulled, second, _third = structured(html, [pull])
    assert spans(first) == [("“One.", "q-7k3m9xwd")] and spans(second) == [("Two.”", "q-7k3m9xwd")]
    assert (pulled["type"], pulled["text"], pulled["speaker"]) == ("pull_quote", "One", "Ada Quill")


def test_a_figure_has_every_rendition_and_takes_no_place_in_the_text():
    html = f"<p>One.</p>{figure_html(IMAGE, sizes='100vw')}<p>Two.</p>"
    one, figure, two = structured(html)
    assert (one["start"], figure["start"], two["start"]) == (0, None, 6)
    assert figure["text"] == "The crane. Bo Lantern" and figure["image"]["short_id"] == "7k3m9xwd"
    assert [(r["type"], r["width"], r["url"]) for r in figure["image"]["renditions"]] == [
        ("image/avif", 320, "/a-320.avif"),
        ("image/jpeg", 320, "/a-320.jpeg"),
        ("image/jpeg", 640, "/a-640.jpeg"),
    ]
