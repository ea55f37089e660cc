"""A failing service costs people a bounded time, another one steps in, and nothing is asked twice."""

import pytest

from icpbot.adapters.llm.resilient import FAILURES, PAUSE, Breaker, Fallbacks, Recalling
from icpbot.domain.errors import ModelUnavailable
from icpbot.domain.model import Model


class Said(Model):
    text: str


class Service:
    """A model that answers as long as it is up, and counts who asked."""

    def __init__(self, name="one", *, up=True):
        self.name = name
        self.up = up
        self.asked = 0
        self.closed = False

    def ask(self, task, variables, reply, heard=None):
        self.asked += 1
        if not self.up:
            raise ModelUnavailable("notice-model-down")
        return reply(text=f"{self.name}: {variables['question']}"), 10

    def close(self):
        self.closed = True


def ask(model, question="Who signs?"):
    return model.ask("answer", {"question": question}, Said)


def fail(model):
    with pytest.raises(ModelUnavailable):
        ask(model)


def test_a_service_that_keeps_failing_is_left_alone_and_tried_again_by_one():
    now = [0.0]
    service = Service(up=False)
    breaker = Breaker(service, clock=lambda: now[0])

    for _ in range(FAILURES + 5):
        fail(breaker)
    assert service.asked == FAILURES

    now[0] += PAUSE
    fail(breaker)
    fail(breaker)
    assert service.asked == FAILURES + 1

    now[0] += PAUSE
    service.up = True
    assert ask(breaker)[0].text == "one: Who signs?"
    assert ask(breaker, "Kdo podepisuje?")[1] == 10


def test_failures_apart_from_each_other_open_nothing():
    service = Service()
    breaker = Breaker(service)
    for _ in range(3 * FAILURES):
        service.up = not service.up
        if service.up:
            ask(breaker)
        else:
            fail(breaker)

    assert service.asked == 3 * FAILURES


def test_the_second_model_answers_for_the_first():
    first, second = Service("one", up=False), Service("two")
    model = Fallbacks([first, second])

    assert ask(model)[0].text == "two: Who signs?"
    second.up = False
    fail(model)
    model.close()
    assert first.closed
    assert second.closed


def test_the_same_question_over_the_same_passages_costs_once():
    service = Service()
    model = Recalling(service, keep=2)

    assert [ask(model)[1], ask(model)[1]] == [10, 0]
    ask(model, "他们为什么买？")
    ask(model, "Chi firma?")
    assert ask(model)[1] == 10  # forgotten, as two are kept
    assert service.asked == 4
    model.forget()
    assert ask(model)[1] == 10


def test_a_failure_is_not_remembered():
    service = Service(up=False)
    model = Recalling(service)
    fail(model)
    service.up = True

    assert ask(model)[1] == 10
