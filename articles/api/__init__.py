"""``/api/v1/``: the public reads, from the same live editions as the pages, and the desk."""
