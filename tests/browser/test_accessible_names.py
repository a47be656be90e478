"""What scripts draw on the desk has a name for those who cannot see it."""

import pytest

from tests import factories
from tests.browser.hand import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAMELESS = """() => [...document.querySelectorAll("input, select, textarea, [role=combobox], [role=textbox], button")]
  .filter((field) => field.type !== "hidden" && field.checkVisibility())
  .filter((field) => !(field.labels?.length || field.ariaLabel || field.textContent.trim() || field.type === "submit"))
  .map((field) => field.outerHTML.slice(0, 120))"""


def test_every_field_of_the_desk_has_a_name(page):
    factories.make_admin()
    article = factories.make_quoted_article(topics=[factories.make_topic()])
    person = factories.make_person()
    factories.make_role(person, organization=factories.make_organization())
    sign_in(page)
    for path in (
        f"/admin/articles/article/{article.pk}/change/",
        f"/admin/articles/article/{article.pk}/change/#panel-details",
        f"/admin/articles/person/{person.pk}/change/",
        "/admin/articles/quote/",
    ):
        page.goto("about:blank")
        page.goto(path, wait_until="networkidle")
        assert page.evaluate(NAMELESS) == [], path
