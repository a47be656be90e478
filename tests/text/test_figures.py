from articles.text.figures import figure_ids, with_figures
from articles.text.html import plain_text
from articles.text.sanitize import sanitize

PLACE = '<figure data-image="0123abcd"></figure>'


def test_a_place_for_an_image_survives_the_sanitizer_and_is_no_text():
    body = f"<p>One.</p>{PLACE}<p>Two.</p>"
    assert sanitize(body) == body == sanitize(sanitize(body))
    assert plain_text(body) == "One.\n\nTwo."


def test_whatever_stands_in_a_place_goes_and_a_figure_that_names_no_image_leaves_its_words():
    assert sanitize('<figure data-image="0123abcd" onclick="x"><img src=x><p>Words</p></figure>') == PLACE
    assert sanitize("<figure><p>Words</p></figure>") == "<p>Words</p>"
    assert sanitize('<figure data-image="../../x"><p>Words</p></figure>') == "<p>Words</p>"


def test_places_are_filled_and_those_of_unknown_images_go():
    body = f'<p>One.</p>{PLACE}<figure data-image="zzzzzzzz"></figure>'
    assert figure_ids(body) == ["0123abcd", "zzzzzzzz"]
    assert with_figures(body, {"0123abcd": "<figure>!</figure>"}) == "<p>One.</p><figure>!</figure>"
