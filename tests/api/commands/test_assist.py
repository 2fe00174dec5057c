"""`pincite mcp` serves on standard input and output, and over HTTP on this machine alone."""

import json
import subprocess
import sys

import httpx
import pytest
from assisted import holds, make_library, run
from fakes import WordEncoder
from mcp import StdioServerParameters
from typer.testing import CliRunner

from api.cli import app
from api.library import Library
from api.mcp.server import INSTRUCTIONS
from api.settings import Settings
from corpus.errors import LibraryMissingError

PATCHED = (
    "import sys; sys.path.insert(0, 'tests'); import api.library as library; from fakes import WordEncoder\n"
    "library.SentenceEncoder = lambda _: print('noise on standard output') or WordEncoder()\n"
    "from api.cli import main; main({arguments!r})"
)
HELLO = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return make_library(tmp_path_factory.mktemp("assist"))


@pytest.fixture(scope="module")
def library(folder):
    with Library.open(Settings(folder), encoder=WordEncoder()) as library:
        yield library


def started(folder, *options):
    code = PATCHED.format(arguments=["mcp", "--library", str(folder), *options])
    return [sys.executable, "-c", code]


def test_it_serves_on_standard_input_and_output(folder, library):
    command, *arguments = started(folder)

    async def asking(client):
        result = await client.call_tool("search", {"query": "wells of Elm", "k": 1})
        assert holds(library, result.structured_content)
        assert (await client.call_tool("search", {"query": "?"})).is_error

    run(StdioServerParameters(command=command, args=arguments, cwd="."), asking)


def test_nothing_but_the_protocol_is_on_standard_output(folder):
    lines = [
        f'{{"jsonrpc":"2.0","id":1,"method":"initialize","params":{json.dumps(HELLO)}}}',
        '{"jsonrpc":"2.0","method":"notifications/initialized"}',
        "this is no message",
        '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"ask","arguments":{"question":"\\ud800"}}}',
        '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"list_papers","arguments":{}}}',
    ]
    with subprocess.Popen(
        started(folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as serving:
        serving.stdin.write("\n".join(lines) + "\n")
        serving.stdin.flush()
        answers = []
        while not any(answer.get("id") == 3 for answer in answers):
            answers.append(json.loads(serving.stdout.readline()))
        rest, said = serving.communicate(timeout=30)
    assert rest == ""
    assert "noise" in said
    assert serving.returncode == 0
    assert answers[0]["result"]["instructions"] == INSTRUCTIONS
    assert answers[-1]["result"]["structuredContent"]["total"] == 2


def test_it_serves_this_machine_over_http_and_no_browser(folder, library):
    with subprocess.Popen(started(folder, "--http", "--port", "0"), stderr=subprocess.PIPE, text=True) as serving:
        try:
            told = next(line for line in serving.stderr if "http://" in line)
            address = next(word for word in told.split() if word.startswith("http://"))

            async def asking(client):
                result = await client.call_tool("check_quotation", {"text": "It paid 15 million euros"})
                assert result.structured_content["holds"]
                assert holds(library, result.structured_content)

            run(address, asking)
            run(address, asking, mode="legacy")
            body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
            accept = {"Accept": "application/json, text/event-stream"}
            for headers, status in (
                ({"Host": "example.org"}, 421),
                ({"Host": "127.0.0.1.example.org"}, 421),
                ({"Host": "localhost"}, 421),
                ({"Origin": "https://example.org"}, 403),
                ({"Origin": "http://localhost:3000"}, 403),
                ({"Content-Type": "text/plain"}, 400),
            ):
                answer = httpx.post(address, json=body, headers=accept | headers)
                assert (answer.status_code, "tools" in answer.text) == (status, False), headers
        finally:
            serving.send_signal(2)
        serving.wait(timeout=30)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "example.org", "::"])
def test_no_other_address_is_served(folder, host):
    result = CliRunner().invoke(app, ["mcp", "--http", "--host", host, "--library", str(folder)])
    assert result.exit_code == 2
    assert "can be reached from outside" in result.output


def test_a_missing_library_is_said_before_anything_is_served(tmp_path):
    result = CliRunner().invoke(app, ["mcp", "--library", str(tmp_path / "none")])
    assert (type(result.exception), result.stdout) == (LibraryMissingError, "")
