import pytest

from articles.formats.plaintext import read


@pytest.mark.parametrize(
    ("second", "is_dek"),
    [
        ("The company found a new pilot", True),
        ("The company knows nothing of “a rule”", True),
        ("The company knows nothing of 'a rule'", True),
        ("The company found a new pilot.", False),
        ("“We found a new pilot.”", False),
        ("“We found a new pilot,” she said", True),
        ("Who found a pilot?", False),
    ],
)
def test_the_second_line_is_the_dek_unless_it_ends_as_a_sentence_does(second, is_dek):
    story = read(f"Ferry sails again\n{second}\nThe ferry sailed.\nIt came back.".encode())
    assert (story.dek == second) is is_dek
