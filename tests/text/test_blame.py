from articles.text.blame import last_changed


def test_a_paragraph_belongs_to_the_version_that_made_it_what_it_is():
    versions = [["a b", "c d"], ["a b", "c e"], ["new", "a b", "c e"], ["new", "a b", "c e"]]
    assert last_changed(versions) == [2, 0, 1]


def test_nothing_belongs_to_nobody():
    assert last_changed([]) == []
    assert last_changed([["a"], []]) == []


def test_what_was_changed_and_changed_back_belongs_to_whoever_changed_it_back():
    assert last_changed([["a b"], ["a c"], ["a b"]]) == [2]
