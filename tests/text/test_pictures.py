from articles.text.figures import figure_ids
from articles.text.pictures import figure_html, picture_html

IMAGE = {
    "short_id": "0123abcd",
    "url": "/media/images/a-640.jpeg",
    "srcset": [{"url": "/a-320.jpeg", "width": 320}, {"url": "/a-640.jpeg", "width": 640}],
    "sources": [{"type": "image/avif", "srcset": [{"url": "/a-320.avif", "width": 320}]}],
    "width": 700,
    "height": 400,
    "focus": {"x": 0.26, "y": 1.0},
    "alt": 'A "blue" field',
    "caption": "A field & a sky.",
    "credit": "Bo Lantern",
}


def test_the_best_format_comes_first_and_the_size_is_known_before_the_file():
    html = picture_html(IMAGE, sizes="100vw")
    assert html.startswith(
        '<picture><source type="image/avif" srcset="/a-320.avif 320w" sizes="100vw"><img src='
    )
    assert 'srcset="/a-320.jpeg 320w, /a-640.jpeg 640w" sizes="100vw"' in html
    assert 'width="700" height="400"' in html and 'alt="A &quot;blue&quot; field"' in html
    assert 'class="fx-3 fy-10"' in html and "style=" not in html


def test_the_lead_comes_first_and_everything_else_when_it_is_near():
    assert 'fetchpriority="high"' in picture_html(IMAGE, sizes="1px", is_lead=True)
    lazy = picture_html(IMAGE, sizes="1px")
    assert 'loading="lazy"' in lazy and "fetchpriority" not in lazy


def test_a_headline_beside_it_makes_the_alternative_text_superfluous():
    assert 'alt=""' in picture_html(IMAGE, sizes="1px", alt="")


def test_an_older_edition_without_formats_and_focus_is_shown_too():
    old = {"url": "/a.webp", "srcset": [], "width": 7, "height": 4, "alt": "", "caption": "", "credit": "B"}
    assert picture_html(old, sizes="1px").startswith('<picture><img src="/a.webp" alt="" width="7"')


def test_a_figure_has_caption_and_credit_and_is_found_again():
    html = figure_html(IMAGE, sizes="1px")
    assert "<figcaption>A field &amp; a sky. Bo Lantern</figcaption>" in html
    assert figure_ids(html) == ["0123abcd"]
