"""A language model that says what a test wants, at an OpenAI-compatible address of this machine."""

import json
import re
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

NAME = re.compile(r"<passage (\w+)>\n(.*?)\n</passage \1>", re.DOTALL)


class Model:
    """What it is to say, and what it was told."""

    def __init__(self, address):
        self.url = address
        self.told = []
        self.headers = []
        self.reply = lambda passages: json.dumps({"sentences": []})
        """Passages (name -> words) -> the words of its reply."""
        self.status = 200
        self.raw = None
        """Bytes to answer with instead of a chat completion."""
        self.location = None

    def says(self, *sentences):
        """Sentences as (text, the words a passage it names must hold, quotation)."""

        def reply(passages):
            def named(held):
                return [name for name, words in passages.items() if held in words][:1]

            return json.dumps(
                {"sentences": [{"text": t, "passages": named(held), "quote": quote} for t, held, quote in sentences]}
            )

        self.reply = reply


@contextmanager
def lying_model():
    """One, listening."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            model.told.append((self.path, json.loads(body)))
            model.headers.append(dict(self.headers))
            said = model.reply(dict(NAME.findall(model.told[-1][1]["messages"][-1]["content"])))
            done = model.raw
            if done is None:
                done = json.dumps({"choices": [{"message": {"role": "assistant", "content": said}}]}).encode()
            self.send_response(model.status)
            if model.location:
                self.send_header("Location", model.location)
            self.send_header("Content-Length", str(len(done)))
            self.end_headers()
            with suppress(OSError):  # whoever asked has heard enough
                self.wfile.write(done)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    model = Model(f"http://127.0.0.1:{server.server_port}/v1")
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield model
    server.shutdown()
    server.server_close()
