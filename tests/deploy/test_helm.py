"""The chart, put together for every way to install it, against the schemas of Kubernetes and our own rules."""

import json
import re
from pathlib import Path

import pytest
import yaml
from charts import rendered

from icpbot.cli.app import app
from icpbot.settings import Settings

CHART = Path(__file__).parents[2] / "deploy" / "helm"
WAYS = {
    "as it comes": {},
    "everything on": {
        "autoscaling": {"enabled": True}, "ingress": {"enabled": True, "className": "nginx"},
        "settings": {"ICPBOT_LANGUAGE": "pl"},
    },
    "no network policies": {"network": {"enabled": False}},
}  # fmt: skip


@pytest.fixture(params=WAYS, ids=str)
def objects(request):
    return rendered(CHART, **WAYS[request.param])


def of_kind(objects, kind):
    return {one["metadata"]["name"]: one for one in objects if one["kind"] == kind}


def pods(objects):
    return {name: one["spec"]["template"]["spec"] for name, one in of_kind(objects, "Deployment").items()}


def test_every_object_is_one_that_kubernetes_takes(objects):
    validator = pytest.importorskip("kubernetes_validate", reason="kubernetes-validate is not installed")

    for version in ("1.27", validator.latest_version()):
        for one in objects:
            validator.validate(one, version, strict=True)


def test_names_are_unique_and_everything_that_is_named_is_there(objects):
    names = [(one["kind"], one["metadata"]["name"]) for one in objects]
    assert len(names) == len(set(names))
    for pod in pods(objects).values():
        assert ("ServiceAccount", pod["serviceAccountName"]) in names
        [container] = pod["containers"]
        given = [next(iter(source.values()))["name"] for source in container["envFrom"]]
        assert given == ["icpbot", "icpbot"]
        assert {m["name"] for m in container["volumeMounts"]} == {v["name"] for v in pod["volumes"]}
    for scaler in of_kind(objects, "HorizontalPodAutoscaler").values():
        assert ("Deployment", scaler["spec"]["scaleTargetRef"]["name"]) in names


def test_selectors_choose_the_pods_they_mean(objects):
    labels = {
        name: one["spec"]["template"]["metadata"]["labels"]
        for name, one in of_kind(objects, "Deployment").items()
    }
    for name, one in of_kind(objects, "Deployment").items():
        assert one["spec"]["selector"]["matchLabels"].items() <= labels[name].items()
        assert chosen(of_kind(objects, "PodDisruptionBudget")[name]["spec"]["selector"], labels) == [name]
    service = of_kind(objects, "Service")["icpbot"]
    assert chosen({"matchLabels": service["spec"]["selector"]}, labels) == ["icpbot-bot"]


def chosen(selector, labels):
    return [name for name, own in labels.items() if selector["matchLabels"].items() <= own.items()]


def test_pods_are_nobody_special_write_nowhere_and_hold_no_token(objects):
    for pod in pods(objects).values():
        [container] = pod["containers"]
        assert pod["securityContext"]["runAsNonRoot"] is True
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        assert pod["automountServiceAccountToken"] is False
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]},
        }  # fmt: skip
        assert "memory" in container["resources"]["limits"]
        assert all(re.search("TOKEN|SECRET|KEY|PASSWORD", one["name"]) is None for one in container["env"])


def test_pods_run_commands_there_are_and_are_looked_at_where_health_is(objects):
    commands = {c.name or c.callback.__name__ for c in app.registered_commands}
    for pod in pods(objects).values():
        [container] = pod["containers"]
        assert container["args"][0] in commands
        assert {container[f"{probe}Probe"]["httpGet"]["path"] for probe in ("startup", "liveness", "readiness")} == {
            "/healthz", "/readyz",
        }  # fmt: skip
        assert {one["name"] for one in container["env"]} <= {f.alias for f in Settings.model_fields.values()}


def test_the_number_of_workers_is_left_to_the_scaler_where_there_is_one():
    fixed, scaled = (rendered(CHART, autoscaling={"enabled": on}) for on in (False, True))

    assert of_kind(fixed, "Deployment")["icpbot-worker"]["spec"]["replicas"] == 2
    assert "replicas" not in of_kind(scaled, "Deployment")["icpbot-worker"]["spec"]
    assert of_kind(scaled, "Deployment")["icpbot-bot"]["spec"]["replicas"] == 2


def test_the_scaler_asks_for_a_metric_that_is_told(objects):
    metrics = (Path(__file__).parents[2] / "icpbot/adapters/web/metrics.py").read_text(encoding="utf-8")
    for scaler in of_kind(objects, "HorizontalPodAutoscaler").values():
        [metric] = scaler["spec"]["metrics"]
        assert f'"{metric["external"]["metric"]["name"]}"' in metrics


@pytest.mark.parametrize(
    ("change", "taken"),
    [
        ({}, True),
        ({"settings": {"ICPBOT_LANGUAGE": "pl"}}, True),
        ({"settings": {"SLACK_BOT_TOKEN": "xoxb"}}, False),
        ({"replicas": 3}, False),
        ({"bot": {"replicas": 0, "resources": {}}}, False),
    ],
)
def test_values_are_checked_before_anything_is_installed(change, taken):
    validator = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    schema = json.loads((CHART / "values.schema.json").read_text(encoding="utf-8"))
    values = yaml.safe_load((CHART / "values.yaml").read_text(encoding="utf-8"))

    assert validator.Draft202012Validator(schema).is_valid(values | change) is taken


def test_the_chart_is_of_the_version_it_installs():
    from icpbot import __version__

    chart = yaml.safe_load((CHART / "Chart.yaml").read_text(encoding="utf-8"))
    values = yaml.safe_load((CHART / "values.yaml").read_text(encoding="utf-8"))

    assert chart["version"] == chart["appVersion"] == values["image"]["tag"] == __version__
