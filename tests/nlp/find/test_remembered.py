"""What was encoded once is not encoded again, and what comes out is what the encoder beneath gives."""

import numpy as np
from fakes import WordEncoder
from hypothesis import given
from hypothesis import strategies as st

from nlp.find.remembered import RememberedVectors


class Counting(WordEncoder):
    """Counts the texts that it is given."""

    seen = 0

    def encode(self, texts):
        self.seen += len(texts)
        return super().encode(texts)


@given(st.lists(st.lists(st.sampled_from(["rain fell", "coca", "", "wells ran dry", "ha"]), max_size=6), max_size=6))
def test_rows_are_the_same_and_each_text_is_encoded_once(calls):
    under = Counting()
    encoder = RememberedVectors(under)
    for texts in calls:
        assert np.array_equal(encoder.encode(texts), WordEncoder().encode(texts).reshape(len(texts), encoder.dim))
    assert under.seen == len({text for texts in calls for text in texts})


def test_those_unused_for_longest_give_way():
    under = Counting()
    encoder = RememberedVectors(under, most=2)
    encoder.encode(["a", "b"])
    encoder.encode(["a"])
    encoder.encode(["c"])
    encoder.encode(["a", "c"])
    assert under.seen == 3
    encoder.encode(["b"])
    assert under.seen == 4


def test_more_texts_than_are_kept_at_once():
    encoder = RememberedVectors(WordEncoder(), most=1)
    texts = ["a", "b", "c"]
    assert np.array_equal(encoder.encode(texts), WordEncoder().encode(texts))
