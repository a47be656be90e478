"""The public reads of ``/api/v1/``, from the same live editions as the pages."""
