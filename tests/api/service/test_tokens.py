"""Tokens are shown once, kept as hashes that nobody else may read, and end when they are removed."""

import stat

import pytest

from api.cli import main
from api.service.tokens import FILE_NAME, May, Tokens
from corpus.errors import BadQueryError, LibraryMissingError, StorageError


def test_a_token_is_known_until_it_is_removed(tmp_path):
    tokens, other = Tokens(tmp_path), Tokens(tmp_path)
    secret = tokens.add("desk", May.READ)
    assert (other.known(secret).name, other.known(secret).may) == ("desk", May.READ)
    for wrong in ("", secret[:-1], secret + "a", secret.upper(), "\udc80"):
        assert other.known(wrong) is None
    tokens.remove("desk")
    assert other.known(secret) is None


def test_what_is_kept_is_no_token_and_nobody_elses(tmp_path):
    secret = Tokens(tmp_path).add("desk", May.WRITE)
    file = tmp_path / FILE_NAME
    assert secret not in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]


def test_no_two_are_the_same(tmp_path):
    tokens = Tokens(tmp_path)
    secrets = {tokens.add(f"t{number}", May.READ) for number in range(20)}
    assert len(secrets) == 20
    assert min(map(len, secrets)) > 40
    assert {tokens.known(each).name for each in secrets} == {f"t{number}" for number in range(20)}


@pytest.mark.parametrize("name", ["", "a b", "a/b", "\n", "a" * 65, "a\u202e"])
def test_odd_names_are_refused(tmp_path, name):
    with pytest.raises(BadQueryError, match="names no token"):
        Tokens(tmp_path).add(name, May.READ)


def test_a_name_is_taken_once(tmp_path):
    tokens = Tokens(tmp_path)
    tokens.add("desk", May.READ)
    with pytest.raises(BadQueryError, match="already"):
        tokens.add("desk", May.WRITE)
    with pytest.raises(BadQueryError, match="no token"):
        tokens.remove("chair")


@pytest.mark.parametrize("text", ["", "{}x", '[{"name": "a"}]', "[1]", '[{"name":"a","may":"all"}]'])
def test_a_broken_file_lets_nobody_in(tmp_path, text):
    (tmp_path / FILE_NAME).write_text(text)
    with pytest.raises(StorageError, match="cannot be read"):
        Tokens(tmp_path).known("x")


def test_tokens_belong_to_a_library(tmp_path):
    with pytest.raises(LibraryMissingError):
        Tokens(tmp_path / "nowhere").add("desk", May.READ)


def test_the_command_makes_lists_and_ends_them(tmp_path, capsys):
    def run(*words):
        try:
            main(["token", *words, "--library", str(tmp_path)])
        except SystemExit as end:
            assert end.code in (0, None)
        return capsys.readouterr()

    made = run("add", "desk", "--write")
    assert Tokens(tmp_path).known(made.out.strip()).may is May.WRITE
    assert "desk may write" in made.err
    assert made.out.strip() not in made.err
    assert '"may": "write"' in run("list", "--json").out
    assert made.out.strip() not in run("list").out
    run("remove", "desk")
    assert Tokens(tmp_path).listed() == []
