from __future__ import annotations

import pytest

pytest.importorskip("opentelemetry.exporter.otlp.proto.http", reason="the extra otel is not installed")

from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from icpbot.adapters.telemetry.spans import Spans


@pytest.fixture
def exporter():
    return InMemorySpanExporter()


def finished(spans, exporter):
    spans._provider.force_flush()
    return {span.name: span for span in exporter.get_finished_spans()}


def test_steps_of_one_request_are_one_trace_in_every_process(exporter) -> None:
    front, worker = Spans(exporter), Spans(exporter)
    with front.step("T:C:1", "message", "receive"):
        pass
    with worker.step("T:C:1", "message", "answer"), worker.step("T:C:1", "message", "model"):
        pass
    with worker.step("T:C:2", "file", "deliver"):
        pass

    found = finished(front, exporter) | finished(worker, exporter)
    traces = {name: span.context.trace_id for name, span in found.items()}
    assert traces["receive"] == traces["answer"] == traces["model"] != traces["deliver"]
    assert found["model"].parent.span_id == found["answer"].context.span_id
    assert found["receive"].parent.span_id == found["answer"].parent.span_id
    assert dict(found["deliver"].attributes) == {
        "icpbot.request": "T:C:2", "icpbot.kind": "file", "icpbot.step": "deliver",
    }  # fmt: skip


def test_a_failure_is_told_by_its_kind_and_not_by_its_words(exporter) -> None:
    spans = Spans(exporter)

    with pytest.raises(ValueError, match="Katarzyna"), spans.step("T:C:1", "message", "answer"):
        raise ValueError("Katarzyna Mazurek said that")

    [span] = finished(spans, exporter).values()
    assert span.attributes["error.type"] == "ValueError"
    assert not span.status.is_ok
    assert "Katarzyna" not in span.to_json()


def test_other_libraries_say_nothing_through_it() -> None:
    from opentelemetry import trace

    with Spans(InMemorySpanExporter()).step("T:C:1", "message", "answer"):
        assert not trace.get_tracer("another library").start_span("words").is_recording()
