from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Static files under names that contain their hash, compressed, cacheable for ever.

    Imports between JavaScript modules are rewritten as well: without an import map (an inline script,
    which the Content-Security-Policy forbids) that is the only way for the body editor to find its library.
    """

    support_js_module_import_aggregation = True
