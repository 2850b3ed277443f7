"""Asks a gateway with OpenAI's client and prints, as JSON, what came of each question, by its name.

A question that failed unexpectedly has {"failed": what was raised}.
"""

import asyncio
import base64
import io
import json
import sys

import openai
from openai import AsyncOpenAI, OpenAI
from pydantic import BaseModel

URL, KEY, SCHEMA = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
client = OpenAI(base_url=URL, api_key=KEY, max_retries=0)

QUESTIONS = {}


class Person(BaseModel):
    name: str
    age: int


def question(*models):
    """Registers a question, for each of the models."""

    def register(ask):
        for model in models:
            QUESTIONS[f"{ask.__name__} {model}"] = lambda model=model: ask(model)
        return ask

    return register


def messages(text):
    return [{"role": "user", "content": text}]


def raised(ask):
    """What was raised, as far as users tell errors apart."""
    try:
        ask()
    except openai.APIStatusError as error:
        return {"type": type(error).__name__, "status": error.status_code, "code": error.code, "message": error.message}
    return None


CHATS = ("gpt", "claude")


@question(*CHATS)
def chat(model):
    answer = client.chat.completions.create(model=model, messages=messages("Say hello."))
    usage = answer.usage
    return {"text": answer.choices[0].message.content, "usage": [usage.prompt_tokens, usage.completion_tokens]}


@question(*CHATS)
def chat_stream(model):
    pieces, usage = [], None
    options = {"include_usage": True}
    for chunk in client.chat.completions.create(
        model=model, messages=messages("Say hello."), stream=True, stream_options=options
    ):
        pieces += [choice.delta.content for choice in chunk.choices if choice.delta.content]
        usage = chunk.usage or usage
    return {
        "text": "".join(pieces),
        "in pieces": len(pieces) > 2,
        "usage": [usage.prompt_tokens, usage.completion_tokens],
    }


@question(*CHATS)
def chat_parse(model):
    answer = client.chat.completions.parse(model=model, messages=messages("Tell me of a person."), response_format=Person)
    person = answer.choices[0].message.parsed
    return {"type": type(person).__name__, **person.model_dump()}


@question(*CHATS)
def chat_tools(model):
    tools = [{"type": "function", "function": {"name": "get_weather", "description": "Weather.", "parameters": SCHEMA}}]
    asked = messages("How is the weather?")
    message = client.chat.completions.create(model=model, messages=asked, tools=tools).choices[0].message
    results = [{"role": "tool", "tool_call_id": call.id, "content": "20 °C"} for call in message.tool_calls]
    answer = client.chat.completions.create(
        model=model, messages=[*asked, message.model_dump(exclude_none=True), *results], tools=tools
    )
    called = [[call.function.name, json.loads(call.function.arguments)] for call in message.tool_calls]
    return {"called": called, "text": answer.choices[0].message.content}


@question(*CHATS)
def errors(model):
    return [
        raised(lambda: client.chat.completions.create(model=f"{model}-{status}", messages=messages("Hi."), stream=stream))
        for status in (400, 429, 500)
        for stream in (False, True)
    ]


@question("claude")
def refused_field(model):
    return raised(lambda: client.chat.completions.create(model=model, messages=messages("Hi."), seed=7))


RESPONSES = (*CHATS, "gpt-own")


@question(*RESPONSES)
def responses(model):
    answer = client.responses.create(model=model, input="Say hello.", instructions="Be kind.")
    return {"text": answer.output_text, "status": answer.status}


@question(*RESPONSES)
def responses_stream(model):
    with client.responses.stream(model=model, input="Say hello.") as stream:
        kinds = [event.type for event in stream]
        answer = stream.get_final_response()
    return {"text": answer.output_text, "first": kinds[0], "last": kinds[-1]}


@question(*RESPONSES)
def responses_parse(model):
    answer = client.responses.parse(model=model, input="Tell me of a person.", text_format=Person)
    return {"type": type(answer.output_parsed).__name__, **answer.output_parsed.model_dump()}


@question(*RESPONSES)
def responses_tools(model):
    tools = [{"type": "function", "name": "get_weather", "description": "Weather.", "parameters": SCHEMA, "strict": False}]
    asked = messages("How is the weather?")
    output = client.responses.create(model=model, input=asked, tools=tools).output
    calls = [item for item in output if item.type == "function_call"]
    results = [{"type": "function_call_output", "call_id": call.call_id, "output": "20 °C"} for call in calls]
    answer = client.responses.create(
        model=model, input=[*asked, *[item.model_dump(exclude_none=True) for item in output], *results], tools=tools
    )
    return {"called": [[call.name, json.loads(call.arguments)] for call in calls], "text": answer.output_text}


@question("simulated")
def completions(model):
    whole = client.completions.create(model=model, prompt="Once", max_tokens=3)
    stream = client.completions.create(model=model, prompt="Once", max_tokens=3, stream=True)
    text = "".join(chunk.choices[0].text for chunk in stream if chunk.choices)
    return {"same": text == whole.choices[0].text != "", "tokens": whole.usage.completion_tokens}


@question("simulated")
def embeddings(model):
    # The client asks for base64 and reads floats.
    answer = client.embeddings.create(model=model, input=["a cat", "a dog"])
    vectors = [each.embedding for each in answer.data]
    return {"vectors": len(vectors), "of": type(vectors[0][0]).__name__, "alike": len(vectors[0]) == len(vectors[1])}


@question("simulated")
def images(model):
    data = client.images.generate(model=model, prompt="a cat", n=2).data
    return {"images": [base64.b64decode(each.b64_json)[1:4].decode() for each in data]}


@question("simulated")
def speech(model):
    whole = client.audio.speech.create(model=model, input="Hello", voice="alloy").read()
    with client.audio.speech.with_streaming_response.create(model=model, input="Hello", voice="alloy") as answer:
        streamed = b"".join(answer.iter_bytes())
    return {"begins": whole[:4].decode(), "same": streamed == whole}


@question("simulated")
def transcriptions(model):
    sound = ("sound.wav", io.BytesIO(b"\1" * 10_000), "audio/wav")
    return {"text": client.audio.transcriptions.create(model=model, file=sound).text}


@question("simulated")
def moderations(model):
    return {"flagged": [each.flagged for each in client.moderations.create(model=model, input=["fine", "Flag me"]).results]}


@question(*(f"{model}-endless" for model in CHATS))
def leave_stream(model):
    stream = client.chat.completions.create(model=model, messages=messages("Hi."), stream=True)
    received = ""
    for chunk in stream:
        received += chunk.choices[0].delta.content or ""
        if len(received) > 20:
            break
    stream.close()
    return {"received": received[:5]}


@question(*(f"{model}-endless" for model in CHATS))
def leave_task(model):
    async def ask():
        async with AsyncOpenAI(base_url=URL, api_key=KEY, max_retries=0) as own:
            await asyncio.wait_for(own.chat.completions.create(model=model, messages=messages("Hi.")), timeout=0.5)

    try:
        asyncio.run(ask())
    except (TimeoutError, asyncio.TimeoutError):
        return {"left": True}


answers = {}
for name, ask in QUESTIONS.items():
    try:
        answers[name] = ask()
    except Exception as error:
        answers[name] = {"failed": repr(error)}
json.dump(answers, sys.stdout)
