"""A language model at an OpenAI-compatible address: messages in, its words out. Nothing is sent unless it is named."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx

from corpus.errors import BadQueryError, MissingEngineError

URL_VARIABLE = "PINCITE_LLM_URL"
MODEL_VARIABLE = "PINCITE_LLM_MODEL"
KEY_VARIABLE = "PINCITE_LLM_KEY"
SECONDS = 120.0
"""How long a model may take for one answer."""
LARGEST = 1024 * 1024
"""Bytes of a reply that are read."""

Message = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is asked, and which."""

    url: str
    """The base address, such as ``http://127.0.0.1:11434/v1``."""
    model: str
    key: str | None = field(default=None, repr=False)
    seconds: float = SECONDS

    def __post_init__(self) -> None:
        """Raises BadQueryError for an address that is none, or that would carry a password."""
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise BadQueryError(f"{self.url!r} is no address of a model: it begins with http:// or https://.")
        if parts.username or parts.password:
            raise BadQueryError(f"the model's address must not hold a password: put the key into ${KEY_VARIABLE}.")
        if not self.model:
            raise BadQueryError(f"name the model to be asked: --llm-model NAME, or ${MODEL_VARIABLE}.")

    def complete(self, messages: Sequence[Message]) -> str:
        """What the model says to `messages`. Redirects are not followed: what is sent goes to one address only.

        Raises MissingEngineError when it cannot be reached, takes too long, or answers with an error or nonsense.
        """
        body = {"model": self.model, "messages": list(messages), "temperature": 0, "stream": False}
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        address = self.url.rstrip("/") + "/chat/completions"
        try:
            with (
                httpx.Client(timeout=self.seconds, follow_redirects=False, trust_env=False) as client,
                client.stream("POST", address, json=body, headers=headers) as reply,
            ):
                content = _bounded(reply)
        except httpx.HTTPError as fault:
            told = str(fault) or type(fault).__name__
            raise MissingEngineError(f"the model at {self.url} did not answer: {told}.") from fault
        if reply.status_code != httpx.codes.OK:
            raise MissingEngineError(f"the model at {self.url} answered with status {reply.status_code}.")
        return self._words(content)

    def _words(self, content: bytes) -> str:
        try:
            told: Any = httpx.Response(200, content=content).json()
            words = told["choices"][0]["message"]["content"]
        except (ValueError, LookupError, TypeError, RecursionError) as fault:
            raise MissingEngineError(f"what the model at {self.url} answered is no chat completion.") from fault
        if not isinstance(words, str):
            raise MissingEngineError(f"what the model at {self.url} answered holds no words.")
        return words


def endpoint(url: str | None = None, model: str | None = None) -> Endpoint | None:
    """The model in use: arguments first, then ``$PINCITE_LLM_URL`` and ``$PINCITE_LLM_MODEL``; None if none is named.

    Raises BadQueryError for an address or name that is none.
    """
    address = url or os.environ.get(URL_VARIABLE)
    if not address:
        return None
    return Endpoint(address, model or os.environ.get(MODEL_VARIABLE) or "", os.environ.get(KEY_VARIABLE) or None)


def _bounded(reply: httpx.Response) -> bytes:
    read = bytearray()
    for piece in reply.iter_bytes():
        read += piece
        if len(read) > LARGEST:
            raise httpx.DecodingError(f"it said more than {LARGEST} bytes")
    return bytes(read)
