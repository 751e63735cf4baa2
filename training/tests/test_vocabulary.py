"""Cutting the tokenizer's pieces."""
from collections import Counter

import pytest

pytest.importorskip("tokenizers")

from training.encoder.vocabulary import choose

PIECES = [["<s>", 0.0], ["<pad>", 0.0], ["</s>", 0.0], ["<unk>", 0.0], ["▁", -3.0], ["e", -4.0], ["ж", -5.0],
          ["▁de", -6.0], ["▁kazerne", -7.0], ["▁Kaserne", -8.0], ["<mask>", 0.0]]


def test_special_pieces_latin_characters_and_what_is_used_most_stay_in_their_order():
    kept = choose(PIECES, Counter({7: 90, 8: 5, 9: 1, 10: 99}), 8)
    assert [PIECES[i][0] for i in kept] == ["<s>", "<pad>", "</s>", "<unk>", "▁", "e", "▁de", "▁kazerne"]
