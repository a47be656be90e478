from hypothesis import given
from hypothesis import strategies as st

from articles.text.html import Mark, annotate, block_texts, paragraph_numbers, plain_text, to_html

SPAN = '<span id="q">'


def test_plain_text_joins_blocks_by_a_blank_line_and_drops_empty_ones():
    html = "<h2>One</h2><p></p><p>Two &amp; <em>three</em></p><ul><li>four</li><li><p>five</p></li></ul>"
    assert block_texts(html) == ["One", "Two & three", "four", "five"]
    assert plain_text(html) == "One\n\nTwo & three\n\nfour\n\nfive"


def test_annotate_wraps_the_range_and_adds_what_follows():
    html = "<p>He said “yes” twice.</p>"
    assert annotate(html, [Mark(8, 13, SPAN, after="<b>1</b>")]) == (
        '<p>He said <span id="q">“yes”</span><b>1</b> twice.</p>'
    )


def test_what_follows_a_mark_stands_behind_the_stops_as_the_number_of_a_note_does():
    html, after = to_html(["“We sail,” he said (“now”), and “left”…"]), {"after": "<b>1</b>"}
    marks = [Mark(0, 10, SPAN), Mark(20, 25, "<i>", "</i>", **after), Mark(32, 38, "<i>", "</i>", **after)]
    assert annotate(html, marks) == (
        '<p><span id="q">“We sail,”</span> he said (<i>“now”</i>'
        '<span class="nobreak">),<b>1</b></span> and <i>“left”</i><span class="nobreak">…<b>1</b></span></p>'
    )


def test_annotate_splits_at_inline_markup_and_keeps_the_id_once():
    html = "<p>“a <em>b</em> c”</p>"
    out = annotate(html, [Mark(0, 7, SPAN, after="!")])
    assert out == '<p><span id="q">“a </span><em><span>b</span></em><span> c”</span>!</p>'


def test_annotate_nests_a_mark_inside_another():
    html = "<p>“a [b] c”</p>"
    out = annotate(html, [Mark(0, 9, SPAN), Mark(3, 6, "<i>", "</i>")])
    assert out == '<p><span id="q">“a <i>[b]</i> c”</span></p>'


def test_annotate_counts_code_points_across_blocks_and_entities():
    html = "<p>😀 &lt;&amp;</p><p>“x”</p>"
    start = plain_text(html).index("“x”")
    assert (
        annotate(html, [Mark(start, start + 3, SPAN)]) == '<p>😀 &lt;&amp;</p><p><span id="q">“x”</span></p>'
    )


def test_line_breaks_count_one_character_and_survive():
    html = "<p>a<br>“b”</p>"
    assert plain_text(html) == "a\n“b”"
    assert annotate(html, [Mark(2, 5, SPAN)]) == '<p>a<br><span id="q">“b”</span></p>'


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1).map(str.strip).filter(bool)


@given(st.lists(WORDS, min_size=1, max_size=4), st.data())
def test_annotating_never_changes_the_words(paragraphs, data):
    html = to_html(paragraphs)
    text = plain_text(html)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert plain_text(annotate(html, [Mark(start, end, SPAN)])) == text


def test_paragraphs_are_numbered_as_the_editor_does():
    html = "<p>One</p><h2>Head</h2><p>Two <em>and</em></p><ul><li><p>item</p></li></ul><blockquote><p>Said</p></blockquote><p>Three</p>"
    assert paragraph_numbers(html) == [1, 1, 2, 2, 2, 3]
