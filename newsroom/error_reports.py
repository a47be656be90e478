"""What error mails must not carry."""

from typing import Any

from django.views.debug import ExceptionReporter

CONFIDENTIAL = (
    "articles.models.confidential_source",
    "articles.admin.confidential",
    "articles.models.source",
    "articles.admin.evidence",
)


class Reporter(ExceptionReporter):
    """Django's own, and where a confidential source or evidence was being handled no variable at all, from the request down to the database."""

    def get_traceback_frames(self) -> list[dict[str, Any]]:
        frames = super().get_traceback_frames()
        if not self.filter.is_active(self.request) or not _is_confidential(frames):
            return frames
        hidden = self.filter.cleansed_substitute
        return [
            {**frame, "vars": [(name, hidden) for name, _value in frame.get("vars", ())]} for frame in frames
        ]

    def get_traceback_data(self) -> dict[str, Any]:
        data = super().get_traceback_data()
        if self.filter.is_active(self.request) and _is_confidential(data.get("frames", ())):
            # Databases print the row that they refuse.
            data["exception_value"] = self.filter.cleansed_substitute
        return data


def _is_confidential(frames: Any) -> bool:
    traced = (frame["tb"] for frame in frames if frame.get("tb"))
    return any(tb.tb_frame.f_globals.get("__name__") in CONFIDENTIAL for tb in traced)
