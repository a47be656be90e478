"""Where the files of pictures are kept, and how the site itself hands them out where nothing stands before it."""

import re
from typing import Any
from urllib.parse import urlsplit

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
RENDITION = re.compile(r"images/[0-9a-z]{16}-\d{1,5}\.(?P<form>avif|webp|jpeg)")
FOREVER = 365 * 24 * 3600  # seconds; a name never stands for another file


def media_storage(bucket: str = "", host: str = "", endpoint: str = "", region: str = "") -> dict[str, Any]:
    """The storage of uploads: a folder, or a bucket that speaks S3. Addresses are plain and for good: editions keep them."""
    if not bucket:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "custom_domain": host or None,
            "endpoint_url": endpoint or None,
            "region_name": region or None,
            "addressing_style": "path" if endpoint else "virtual",
            "querystring_auth": False,
            "file_overwrite": False,
            "default_acl": None,  # who may read is said by the bucket's policy, see docs/operations.md
            "object_parameters": {"CacheControl": f"public, max-age={FOREVER}, immutable"},
        },
    }


def image_sources(storage: dict[str, Any]) -> list[str]:
    """The foreign hosts from which pages show pictures, for the Content-Security-Policy."""
    options = storage.get("OPTIONS", {})
    if not options.get("bucket_name"):
        return []
    if options["custom_domain"]:
        return [f"https://{options['custom_domain']}"]
    endpoint = urlsplit(options["endpoint_url"] or "")
    if endpoint.hostname:
        return [f"{endpoint.scheme}://{endpoint.netloc}"]
    return [f"https://{options['bucket_name']}.s3.amazonaws.com"]


@require_safe
def serve(request: HttpRequest, name: str) -> FileResponse:
    """One rendition, with headers under which it can be nothing but a picture. Masters are not handed out."""
    found = RENDITION.fullmatch(name)
    if found is None or not default_storage.exists(name):
        raise Http404
    response = FileResponse(default_storage.open(name), content_type=TYPES[found["form"]])
    response["Cache-Control"] = f"public, max-age={FOREVER}, immutable"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
