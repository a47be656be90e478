"""Pictures that the site hands out itself."""

import pytest

from tests.factories import make_image

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_a_rendition_can_be_nothing_but_a_picture(client):
    image = make_image()
    for form in ("avif", "webp", "jpeg"):
        response = client.get(image.url_for(320, form))
        assert b"".join(response.streaming_content)
        assert response["Content-Type"] == f"image/{form}"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert "immutable" in response["Cache-Control"]


@pytest.mark.parametrize("name", ["images/x.html", "images/../../secret-key", "db.sqlite3", "images/"])
def test_nothing_else_is_handed_out(client, name):
    assert client.get(f"/media/{name}").status_code == 404


def test_masters_are_not_handed_out(client):
    image = make_image()
    assert client.get(f"/media/{image.file.name}").status_code == 404
