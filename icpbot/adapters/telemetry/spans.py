"""Traces for OpenTelemetry: what each step of a request took, without a word of anybody.

Where they go is told by the standard environment (OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS,
OTEL_SERVICE_NAME, …). A span carries the request's id, its kind and the step, and of a failure its kind.

A trace's id is made of the request's id, so that the process which took the event and the one that answers
it, perhaps after a restart, write into the same trace without handing anything over.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.trace import (
    NonRecordingSpan,
    SpanContext,
    Status,
    StatusCode,
    TraceFlags,
    get_current_span,
    set_span_in_context,
)

NAME = "icpbot"


class Spans:
    """Steps of requests as spans, sent in the background; whoever does not take them is not waited for."""

    def __init__(self, exporter: SpanExporter) -> None:
        # A provider of our own: one for all would also send what other libraries say, in their words.
        self._provider = TracerProvider(resource=Resource.create({"service.name": NAME}))
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer(NAME)

    @contextmanager
    def step(self, request_id: str, kind: str, name: str) -> Iterator[None]:
        about = {"icpbot.request": request_id, "icpbot.kind": kind, "icpbot.step": name}
        with self._tracer.start_as_current_span(
            name, context=_around(request_id), attributes=about,
            record_exception=False, set_status_on_exception=False,
        ) as span:  # fmt: skip
            try:
                yield
            except BaseException as error:  # its words may be somebody's, its kind is ours
                span.set_status(Status(StatusCode.ERROR))
                span.set_attribute("error.type", type(error).__name__)
                raise

    def close(self) -> None:
        """Send what is left."""
        self._provider.shutdown()


def _around(request_id: str) -> Context | None:
    """The step that this one belongs to, else the request as a whole."""
    digest = sha256(request_id.encode()).digest()
    trace, root = int.from_bytes(digest[:16]), int.from_bytes(digest[16:24])
    if get_current_span().get_span_context().trace_id == trace:
        return None
    whole = SpanContext(trace, root, is_remote=True, trace_flags=TraceFlags(TraceFlags.SAMPLED))
    return set_span_in_context(NonRecordingSpan(whole), Context())


def over_http() -> Spans:
    """To the address that the environment names, by OTLP over HTTP."""
    return Spans(OTLPSpanExporter())
