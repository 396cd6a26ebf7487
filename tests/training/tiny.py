"""A tiny encoder with its tokenizer, untrained, and remarks whose labels are plain from a word.

Its weights are random, so it knows nothing before it learns; what is made of it is fast.
"""

from __future__ import annotations

import string
from itertools import product
from pathlib import Path

from notulist.labels import LABELS, NONE
from notulist.training.encoder import Settings
from notulist.training.examples import Examples

CUES = {
    "agreement": "Afspraak",
    "concern": "zorgen",
    "explanation": "toelichting",
    "request": "vraagt",
    NONE: "pagina",
}
"""The word that gives each label away; no other label's text has it."""
ACTORS = ("VNG", "IPO", "BZK", "JenV")
TOPICS = ("het tempo", "de wet", "dit", "de stand van zaken")
NAME = "Verzinsel"
"""A person's; whole in the vocabulary, so that an encoder could learn it."""

_ORDINARY = (
    "De het een van en over op wie dit wordt uitgewerkt Men maakt zich Er volgt stand zaken "
    "betaalt tempo wet query: Overleg Kop"
)
_LIKELY, _UNLIKELY = -2.0, -8.0


def pieces() -> dict[str, float]:
    """Every piece with its score: the special ones, whole words, and letters for all else."""
    words = [*_ORDINARY.split(), *CUES.values(), *ACTORS, NAME]
    special = dict.fromkeys(("<s>", "<pad>", "</s>", "<unk>"), 0.0)
    whole = {f"▁{word}": _LIKELY for word in dict.fromkeys(words)}
    letters = dict.fromkeys(("▁", *string.ascii_letters, *string.digits, *".,:?"), _UNLIKELY)
    return {**special, **whole, **letters}


def write_base(folder: Path) -> Path:
    """Write the encoder as a folder that transformers loads; gives that."""
    import torch
    from transformers import BertConfig, BertModel

    from notulist.training.e5_small import save_tokenizer, tokenizer

    found = pieces()
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(found),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=64,
        pad_token_id=1,
    )
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    save_tokenizer(tokenizer(list(found), list(found.values())), folder)
    return folder


def remarks(*labels: str) -> Examples:
    """Remarks of these labels (of the four acts where none is named), of four bodies; the words
    are the same under every label, but for its cue."""
    rows = [
        (f"{actor} {CUES[label]} over {topic}.", label, actor)
        for actor, topic, label in product(ACTORS, TOPICS, labels or LABELS)
    ]
    texts, golds, bodies = zip(*rows, strict=True)
    return Examples(texts, golds, bodies, bodies)


def quick(base: Path, **changed: object) -> Settings:
    """Settings under which the tiny encoder learns `remarks()` within seconds."""
    chosen: dict[str, object] = {
        "base": str(base),
        "max_length": 32,
        "epochs": 12,
        "learning_rate": 3e-3,
        "head_learning_rate": 1e-2,
        "frozen_embeddings": False,
        "half_precision": False,
    }
    return Settings(**{**chosen, **changed})  # type: ignore[arg-type]
