"""What LiteLLM asks for given uses, for every model of its own price table.

Reads {"at": epoch milliseconds, "uses": {name: usage}, "batches": [name], "public": [provider]} and prints {"models": {key: {"provider", "mode", "prices",
"generic", "public", "batch"}}, "units": [{"key", "price", "usd", "amount", "cost"}]}. Costs are in dollars; null where
LiteLLM has an error. `generic` is its calculator on the prices told, `batch` its calculator of batches on them, `public`
what a caller of litellm.cost_per_token gets for the providers asked for, its own look-up included.
"""

import json
import os
import sys
from datetime import datetime, timezone

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"

import litellm  # noqa: E402
from litellm._internal_context import pinned_billing_time  # noqa: E402
from litellm.cost_calculator import batch_cost_calculator, cost_per_token, default_image_cost_calculator  # noqa: E402
from litellm.litellm_core_utils.llm_cost_calc.utils import (  # noqa: E402
    apply_provider_cache_read_default,
    generic_cost_per_token,
)
from litellm.types.utils import Usage  # noqa: E402

# Looking these up asks the user to log in.
INTERACTIVE = {"chatgpt", "github_copilot"}
TOKEN_MODES = {"chat", "completion", "responses", "embedding", "realtime", None}
CHARACTERS = 12_345
SECONDS = 678.5
IMAGES = 3


def attempt(calculate):
    try:
        return sum(calculate())
    except Exception:
        return None


def token_costs(key, entry, uses, batches, public):
    provider = entry["litellm_provider"]
    # Prices that depend on the weekday have no counterpart among ours; the public costs do have them.
    prices = {name: price for name, price in entry.items() if name != "off_peak_pricing"}
    prices = apply_provider_cache_read_default(prices, provider)
    return {
        "provider": provider,
        "mode": entry.get("mode"),
        "prices": {name: price for name, price in prices.items() if "cost" in name or name == "tiered_pricing"},
        "generic": {
            name: attempt(
                lambda: generic_cost_per_token(
                    model=key, usage=usage, custom_llm_provider=provider, model_info=prices
                )
            )
            for name, usage in uses.items()
        },
        "public": {
            name: attempt(lambda: cost_per_token(model=key, usage_object=usage, custom_llm_provider=provider))
            for name, usage in (uses if provider in public else {}).items()
        },
        "batch": {
            name: attempt(
                lambda: batch_cost_calculator(
                    usage=uses[name], model=key, custom_llm_provider=provider, model_info=prices
                )
            )
            for name in batches
        },
    }


def unit_costs(key, entry):
    provider = entry["litellm_provider"]
    mode = entry.get("mode")

    def unit(price, amount, calculate):
        return [{"key": key, "price": price, "usd": entry[price], "amount": amount, "cost": attempt(calculate)}]

    if mode == "audio_speech" and "input_cost_per_character" in entry:
        return unit(
            "input_cost_per_character",
            CHARACTERS,
            lambda: cost_per_token(
                model=key, custom_llm_provider=provider, call_type="speech", prompt_characters=CHARACTERS
            ),
        )
    if mode == "audio_transcription":
        price = "output_cost_per_second" if entry.get("output_cost_per_second") else "input_cost_per_second"
        if price in entry:
            return unit(
                price,
                SECONDS,
                lambda: cost_per_token(
                    model=key,
                    custom_llm_provider=provider,
                    call_type="transcription",
                    audio_transcription_file_duration=SECONDS,
                ),
            )
    # Where images read have a price, too, LiteLLM takes that one for images made.
    if mode == "image_generation" and "output_cost_per_image" in entry and "input_cost_per_image" not in entry:
        return unit(
            "output_cost_per_image",
            IMAGES,
            lambda: (default_image_cost_calculator(model=key, custom_llm_provider=provider, n=IMAGES),),
        )
    return []


def main():
    answers = sys.stdout
    # LiteLLM prints advice.
    sys.stdout = sys.stderr
    asked = json.load(sys.stdin)
    uses = {name: Usage(**usage) for name, usage in asked["uses"].items()}
    moment = datetime.fromtimestamp(asked["at"] / 1000, timezone.utc)
    table = {
        key: entry
        for key, entry in litellm.model_cost.items()
        if entry.get("litellm_provider") and entry["litellm_provider"] not in INTERACTIVE
    }
    with pinned_billing_time(moment):
        answer = {
            "models": {
                key: token_costs(key, entry, uses, asked["batches"], asked["public"])
                for key, entry in table.items()
                if ("input_cost_per_token" in entry or "tiered_pricing" in entry) and entry.get("mode") in TOKEN_MODES
            },
            "units": [unit for key, entry in table.items() for unit in unit_costs(key, entry)],
        }
    json.dump(answer, answers)


if __name__ == "__main__":
    main()
