"""What the OpenAPI document says of the desk's resources, and the forms of what is sent to them."""

from articles.api.desk.documents import security

__all__ = ["security"]
