import pytest

from articles.text.embeds import embed_of
from articles.text.reading import embeds_in, for_reading, insert_before

VIDEO = '<p><a href="https://www.youtube.com/watch?v=abcdefghijk" rel="noopener">The crane moves</a></p>'


@pytest.mark.parametrize(
    ("address", "frame"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", "https://www.youtube-nocookie.com/embed/abcdefghijk"),
        ("https://youtu.be/abcdefghijk?t=4", "https://www.youtube-nocookie.com/embed/abcdefghijk"),
        ("https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789?dnt=1"),
        ("https://datawrapper.dwcdn.net/aB3dE/2/", "https://datawrapper.dwcdn.net/aB3dE/"),
    ],
)
def test_a_link_that_stands_alone_is_an_embed(address, frame):
    embed = embed_of(f'<p><a href="{address}">Look</a></p>')
    assert (embed.url, embed.frame, embed.title) == (address, frame, "Look")
    assert frame.startswith(embed.origin)


@pytest.mark.parametrize(
    "block",
    [
        '<p>See <a href="https://vimeo.com/123456789">this</a></p>',
        '<p><a href="https://vimeo.com/123456789">this</a>.</p>',
        '<p><a href="http://vimeo.com/123456789">this</a></p>',
        '<p><a href="https://vimeo.com.evil.example/123456789">this</a></p>',
        '<p><a href="https://www.youtube.com/watch?v=abcdefghijk/../../x">this</a></p>',
        '<p><a href="https://evil.example/?https://vimeo.com/123456789">this</a></p>',
        "<p>Nothing</p>",
        "",
    ],
)
def test_anything_else_is_a_link_or_text(block):
    assert embed_of(block) is None


def test_an_address_as_its_own_text_is_no_title():
    address = "https://vimeo.com/123456789"
    assert embed_of(f'<p><a href="{address}">{address}</a></p>').title == ""


def test_what_is_read_has_the_place_the_pulls_and_places_for_embeds():
    html = f'<p>One.</p><p>Two <span id="q-1">“x”</span>.</p>{VIDEO}'
    shown = for_reading(
        html, opening="<b>Quay</b> ", pulls=[("q-1", "<aside>x</aside>")], show=lambda e: f"[{e.provider}]"
    )
    assert shown == '<p><b>Quay</b> One.</p><aside>x</aside><p>Two <span id="q-1">“x”</span>.</p>[YouTube]'
    assert [embed.provider for embed in embeds_in(html)] == ["YouTube"]


def test_nothing_comes_before_the_first_paragraph():
    assert insert_before(['<p id="q-1">A</p>', "<p>B</p>"], "q-1", "x") == [
        '<p id="q-1">A</p>',
        "x",
        "<p>B</p>",
    ]
    assert insert_before(["<p>A</p>"], "q-2", "x") == ["<p>A</p>"]
