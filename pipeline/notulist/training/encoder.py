"""Fine-tuning of a pretrained encoder on labelled bullets, in plain torch on a CPU.

spaCy's own training loop has one learning rate for all weights; a new head on a pretrained encoder
needs a far higher one than the encoder (measured: with one rate the head is still flat after 200
updates), and half precision makes it twice as fast.
"""

from __future__ import annotations

import logging
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notulist.components.encoder import padded
from notulist.errors import ModelError
from notulist.labels import LABELS
from notulist.training.examples import Examples
from notulist.training.names import without

log = logging.getLogger(__name__)

_HUB = "hub:"
_POOL = 20
"""Batches whose texts are sorted by length together, so that little is spent on padding."""


_FURTHER = 0.5
"""What the loss of further acts weighs beside that of the main one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be chosen; the values are those of one trial that learnt well on two cores."""

    base: str
    """An encoder that transformers' AutoModel loads: a folder, or "hub:" and the name of a model,
    which is then fetched."""
    origin: str = ""
    """What the base is, by whom and under which licence, for the model card."""
    prefix: str = ""
    """Stands before every text, where the encoder was pretrained so."""
    max_length: int = 160
    """Pieces of a text that are read."""
    epochs: int = 2
    batch_size: int = 16
    learning_rate: float = 8e-5
    """Of the encoder; rises over the first tenth of the updates, then falls to 0."""
    head_learning_rate: float = 2e-3
    weight_decay: float = 0.01
    frozen_embeddings: bool = True
    """Whether the vectors of pieces stay as they were: they are half of the weights."""
    half_precision: bool = True
    runs: int = 1
    """How often it learns, each time in another order; the weights of all are averaged."""
    seed: int = 0
    """Of the first run; each further one has the next."""


@dataclass(frozen=True, slots=True)
class Trained:
    """A fine-tuned encoder."""

    network: Any
    """A torch module: (input_ids, attention_mask) → logits, shape (texts, labels and further)."""
    tokenizer: Any
    """As the library tokenizers has it, with truncation."""
    labels: tuple[str, ...]
    further: tuple[str, ...] = ()
    """The acts whose logits as a further act stand behind those of the labels."""


@dataclass(frozen=True, slots=True)
class _Task:
    """What there is to learn, as torch takes it; a row a bullet."""

    encoded: list[list[int]]
    """The pieces of each text."""
    gold: list[int]
    """Columns of the labels."""
    weights: list[float]
    """Of each label."""
    beside: Any
    """A tensor, shape (bullets, further acts): 1 where a bullet records the act too."""


def fine_tune(data: Examples, settings: Settings, labels: Sequence[str]) -> Trained:
    """An encoder that has learnt the labels of `data`, persons' names taken out of their text.

    Labels weigh by the square root of how rare they are. Where the further acts of the bullets are
    known it learns those too, each act by itself. Same data, seed and machine give the same
    weights; another number of cores changes them a little. Raises ModelError M08 where a label has
    no bullet, M12 where `base` is no encoder, M13 where a package of the extra isn't installed.

    Several runs begin with the same head and are averaged into one network: Wortsman et al. 2022,
    "Model soups".
    """
    if missing := set(labels) - set(data.labels):
        cause = f"no bullet is labelled {', '.join(sorted(missing))}"
        raise ModelError("M08", name="notulist_encoder", cause=cause)
    torch = _torch()
    torch.manual_seed(settings.seed)
    tokenizer = read_tokenizer(settings)
    further = LABELS if data.further else ()
    network = _network(settings, len(labels) + len(further))
    texts = [settings.prefix + without(text, data.names) for text in data.texts]
    task = _Task(
        encoded=[one.ids for one in tokenizer.encode_batch(texts)],
        gold=[labels.index(label) for label in data.labels],
        weights=_weights(data.labels, labels),
        beside=torch.tensor([[float(act in acts) for act in further] for acts in data.further]),
    )
    learnt = [
        _run(deepcopy(network), task, settings, settings.seed + number)
        for number in range(settings.runs)
    ]
    network.load_state_dict(_mean([one.state_dict() for one in learnt]))
    network.eval()
    return Trained(network, tokenizer, tuple(labels), further)


def _run(network: Any, task: _Task, settings: Settings, seed: int) -> Any:
    """The network, once it has learnt the task."""
    torch = _torch()
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311  nothing secret
    acts = len(task.weights)
    loss_of = torch.nn.CrossEntropyLoss(weight=torch.tensor(task.weights))
    loss_beside = torch.nn.BCEWithLogitsLoss(reduction="sum")
    updates = settings.epochs * -(-len(task.encoded) // settings.batch_size)
    optimizer, schedule = _optimizer(network, settings, updates)
    network.train()
    for epoch in range(settings.epochs):
        total = 0.0
        for number, rows in enumerate(_batches(task.encoded, settings.batch_size, chance), 1):
            ids, mask = padded([task.encoded[row] for row in rows])
            with torch.autocast("cpu", torch.bfloat16, enabled=settings.half_precision):
                logits = network(torch.from_numpy(ids), torch.from_numpy(mask)).float()
            loss = loss_of(logits[:, :acts], torch.tensor([task.gold[row] for row in rows]))
            if len(task.beside):
                beside = loss_beside(logits[:, acts:], task.beside[rows])
                loss = loss + _FURTHER * beside / len(rows)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
            if number % 100 == 0:
                log.info(
                    "seed %d, epoch %d, update %d: loss %.3f",
                    seed,
                    epoch + 1,
                    number,
                    total / number,
                )
    return network


def _mean(states: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The weights of several networks, averaged one by one; what isn't a weight is the first's."""
    return {
        name: sum(state[name] for state in states) / len(states)
        if value.is_floating_point()
        else value
        for name, value in states[0].items()
    }


def read_tokenizer(settings: Settings) -> Any:
    """The base's tokenizer, with truncation and without padding. Raises ModelError M12."""
    from tokenizers import Tokenizer

    name, of_hub = place(settings.base)
    try:
        if of_hub:
            from transformers import AutoTokenizer

            tokenizer = AutoTokenizer.from_pretrained(name).backend_tokenizer
        else:
            tokenizer = Tokenizer.from_file(str(Path(name) / "tokenizer.json"))
    except Exception as error:
        # tokenizers raises plain Exception, transformers whatever a broken folder makes it.
        raise ModelError("M12", base=settings.base, cause=error) from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(settings.max_length)
    return tokenizer


def place(base: str) -> tuple[str, bool]:
    """What transformers takes, and whether it may be fetched. Only what is called a model of the
    hub is: the name of a folder that isn't there could be anybody's model there."""
    return base.removeprefix(_HUB), base.startswith(_HUB)


def _torch() -> Any:
    """The module torch, once all that training and exporting need is there."""
    try:
        import onnx  # noqa: F401  only exporting needs these, but that is after an hour of training
        import onnx_ir  # noqa: F401
        import torch
        import transformers  # noqa: F401
    except ImportError as error:
        raise ModelError("M13", package=error.name) from error
    return torch


def _network(settings: Settings, labels: int) -> Any:
    torch = _torch()
    from transformers import AutoModel

    try:
        name, of_hub = place(settings.base)
        encoder = AutoModel.from_pretrained(name, local_files_only=not of_hub)
    except Exception as error:
        raise ModelError("M12", base=settings.base, cause=error) from error
    encoder.pooler = None  # of BERT and its kin: we take the mean, and it would be untrained
    if settings.frozen_embeddings:
        encoder.get_input_embeddings().weight.requires_grad = False

    class MeanPooled(torch.nn.Module):  # type: ignore[misc, name-defined]
        """The encoder, the mean over its pieces, and a linear head."""

        def __init__(self) -> None:
            super().__init__()
            self.encoder = encoder
            self.dropout = torch.nn.Dropout(0.1)
            self.head = torch.nn.Linear(encoder.config.hidden_size, labels)
            torch.nn.init.normal_(self.head.weight, std=0.02)
            torch.nn.init.zeros_(self.head.bias)

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            states = self.encoder(input_ids, attention_mask).last_hidden_state
            weight = attention_mask[..., None].to(states.dtype)
            return self.head(self.dropout((states * weight).sum(1) / weight.sum(1)))

    return MeanPooled()


def _weights(gold: Sequence[str], labels: Sequence[str]) -> list[float]:
    """Of each label, by the square root of how rare it is; the mean over bullets is 1."""
    counts = Counter(gold)
    rare = {label: (len(gold) / counts[label]) ** 0.5 for label in labels}
    mean = sum(rare[label] * counts[label] for label in labels) / len(gold)
    return [rare[label] / mean for label in labels]


def _optimizer(network: Any, settings: Settings, updates: int) -> tuple[Any, Any]:
    torch = _torch()
    head = {id(parameter) for parameter in network.head.parameters()}
    rest = [p for p in network.parameters() if p.requires_grad and id(p) not in head]
    decayed, plain = [p for p in rest if p.ndim > 1], [p for p in rest if p.ndim <= 1]
    rate, decay = settings.learning_rate, settings.weight_decay
    groups = [
        {"params": decayed, "lr": rate, "weight_decay": decay},
        {"params": plain, "lr": rate, "weight_decay": 0.0},
        {"params": list(network.head.parameters()), "lr": settings.head_learning_rate},
    ]
    optimizer = torch.optim.AdamW(groups)
    warm = max(1, updates // 10)

    def factor(update: int) -> float:
        return min((update + 1) / warm, max(0.0, (updates - update) / max(1, updates - warm)))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, factor)


def _batches(
    encoded: Sequence[Sequence[int]], size: int, chance: random.Random
) -> Iterator[list[int]]:
    """Row numbers, each once, in batches of about the same length, in random order."""
    rows = list(range(len(encoded)))
    chance.shuffle(rows)
    pools = [rows[at : at + size * _POOL] for at in range(0, len(rows), size * _POOL)]
    batches = []
    for pool in pools:
        pool.sort(key=lambda row: len(encoded[row]))
        batches += [pool[at : at + size] for at in range(0, len(pool), size)]
    chance.shuffle(batches)
    yield from batches
