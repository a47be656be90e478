from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Static files under names that contain their hash, compressed, cacheable for ever.

    Imports between JavaScript modules are rewritten as well: without an import map (an inline script,
    which the Content-Security-Policy forbids) that is the only way for the body editor to find its library.
    Where nothing was collected yet, files keep their own names and the site runs all the same.
    """

    support_js_module_import_aggregation = True

    def stored_name(self, name: str) -> str:
        return super().stored_name(name) if self.hashed_files else name
