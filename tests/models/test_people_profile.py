"""A person and the roles ever held in one statement."""

import pytest

from articles.models import Person
from tests.factories import make_organization, make_person, make_role

pytestmark = pytest.mark.django_db


def test_a_profile_is_one_statement_with_the_roles_newest_first(django_assert_num_queries):
    person, port = make_person("Ada Quill"), make_organization("Port Authority")
    make_role(person, "Pilot", start_date="2014-03", end_date="2020", organization=port)
    make_role(person, "Chief pilot", start_date="2020")
    with django_assert_num_queries(1):
        found, roles = Person.objects.profile(person.slug)
    assert found == person and found.name == "Ada Quill"
    assert [role["title"] for role in roles] == ["Chief pilot", "Pilot"]
    assert roles[1]["organization"] == "Port Authority" and not roles[1]["organization_is_public"]


def test_somebody_without_a_role_has_a_profile_too():
    person = make_person("Bo Lantern")
    assert Person.objects.profile(person.slug) == (person, [])


def test_nobody_has_no_profile():
    with pytest.raises(Person.DoesNotExist):
        Person.objects.profile("nobody")
