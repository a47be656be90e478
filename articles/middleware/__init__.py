"""What stands between the server and the views."""

from articles.middleware.old_addresses import OldAddressMiddleware
from articles.middleware.public_pages import PublicPagesMiddleware

__all__ = ["OldAddressMiddleware", "PublicPagesMiddleware"]
