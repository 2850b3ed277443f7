"""Prints, as JSON, every metric family that LiteLLM's proxy registers, and the names of its exceptions.

A family is {name, type, labels, buckets}, named as it is on the wire.
"""

import inspect
import json
import os
import sys

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"

from prometheus_client import REGISTRY

answers = sys.stdout
# LiteLLM prints advice.
sys.stdout = sys.stderr

from litellm import exceptions
from litellm.integrations.prometheus import PrometheusLogger
from litellm.integrations.prometheus_services import PrometheusServicesLogger
from litellm.proxy.middleware.in_flight_requests_middleware import InFlightRequestsMiddleware


def families(register):
    """What these calls register."""
    before = set(REGISTRY._collector_to_names)
    for each in register:
        each()
    for collector in [each for each in REGISTRY._collector_to_names if each not in before]:
        bounds = getattr(collector, "_upper_bounds", None)
        yield {
            "name": collector._name + ("_total" if collector._type == "counter" else ""),
            "type": collector._type,
            "labels": list(collector._labelnames),
            # The last one is infinity, which every histogram has.
            "buckets": None if bounds is None else list(bounds)[:-1],
        }


registered = list(families([PrometheusLogger, PrometheusServicesLogger, InFlightRequestsMiddleware._get_gauge]))
raised = [name for name, value in vars(exceptions).items() if inspect.isclass(value) and issubclass(value, Exception)]
json.dump({"families": registered, "exceptions": raised}, answers)
