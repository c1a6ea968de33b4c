"""Text to token ids and back, and the chat template, all read from the model file.

Invariant: special tokens come from the template only; text from a user never turns into one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

import tokenizers
from tokenizers import AddedToken, models

from lib.engine.chat import PLAIN_TEMPLATE, ChatTemplate
from lib.engine.errors import ChatTemplateError
from lib.engine.gguf import GGUFFile
from lib.engine.pre_tokenizers import PRE_TOKENIZERS, UNNAMED, PreTokenizer

CONTROL_TOKEN, ADDED_TOKEN = 3, 4
"""Values in tokenizer.ggml.token_type: tokens that are never text, and tokens like `<think>` that
are text which is always taken whole."""

END_SPELLINGS = (
    *("<|im_end|>", "<|endoftext|>", "<|end|>", "</s>"),
    *("<|eot_id|>", "<|eom_id|>", "<|end_of_text|>"),
)
CHAT_SPELLINGS = {*END_SPELLINGS, "<|im_start|>"}
"""Special also in files that wrongly call them added tokens: a user's text must not spell them."""
END_KEYS = tuple(f"tokenizer.ggml.{name}_token_id" for name in ("eos", "eot", "eom"))


class Tokenizer:
    """Byte-level BPE with the vocabulary, merges and chat template of one GGUF file."""

    eos_token_ids: frozenset[int]
    """Ids that end an answer, e.g. of `<|im_end|>` and `<|endoftext|>`."""

    def __init__(
        self,
        bpe: tokenizers.Tokenizer,
        token_bytes: Sequence[bytes],
        eos_token_ids: frozenset[int],
        template: ChatTemplate,
        missing_bytes: bytes,
        first_id: int | None = None,
    ) -> None:
        self.eos_token_ids = eos_token_ids
        self._bpe = bpe
        self._token_bytes = token_bytes
        self._template = template
        self._missing_bytes = missing_bytes
        self._first_id = first_id

    def encode(self, text: str) -> list[int]:
        """Ids of plain text. The spelling of a special token stays text.

        A character that the vocabulary cannot spell (SmolLM2: six control characters and planes
        without characters) becomes U+FFFD; so does half a surrogate pair, which JSON may carry.
        """
        ids: list[int] = self._bpe.encode(self._spellable(text), add_special_tokens=False).ids
        return ids

    def _spellable(self, text: str) -> str:
        try:
            data = text.encode()
        except UnicodeEncodeError:
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            data = text.encode()
        if len(data.translate(None, self._missing_bytes)) == len(data):
            return text
        missing = set(self._missing_bytes)
        return "".join(c if missing.isdisjoint(c.encode()) else "\ufffd" for c in text)

    def encode_chat(self, messages: Sequence[Mapping[str, str]]) -> list[int]:
        """Ids of a conversation in the model's chat layout, ready for the assistant's answer.

        Each message has `role` (system, user or assistant) and `content`; several user messages
        may follow each other. Special tokens come from the template, never from a content.
        Raises `ChatTemplateError` when the template refuses the conversation.
        """
        ids: list[int] = []
        for piece in self._template.render(messages):
            ids.extend([piece] if isinstance(piece, int) else self.encode(piece))
        if self._first_id is not None and ids[:1] != [self._first_id]:
            ids.insert(0, self._first_id)
        return ids

    def token_bytes(self, token_id: int) -> bytes:
        """The bytes that a token stands for; may be part of a UTF-8 character.

        Empty for special tokens: they are not text.
        """
        return self._token_bytes[token_id]

    def decode(self, ids: Sequence[int]) -> str:
        """Text of the ids; bytes that are not UTF-8 become U+FFFD."""
        return b"".join(map(self.token_bytes, ids)).decode("utf-8", "replace")


def read_tokenizer(gguf: GGUFFile, vocab_size: int) -> Tokenizer:
    """The tokenizer that stands in `gguf`; `ModelFileError` when it cannot be built."""
    pre = _pre_tokenizer(gguf)
    tokens = _strings(gguf, "tokenizer.ggml.tokens")
    if len(tokens) != vocab_size:
        raise gguf.fault(f"it lists {len(tokens):,} tokens for {vocab_size:,} embeddings")
    types = gguf.metadata.get("tokenizer.ggml.token_type")
    if not isinstance(types, list) or len(types) != vocab_size:
        raise gguf.fault("its list of token types is missing or of another length")
    special: dict[str, int] = {}
    added: set[str] = set()
    for token_id, (token, kind) in enumerate(zip(tokens, types, strict=True)):
        if token and (kind == CONTROL_TOKEN or (kind == ADDED_TOKEN and token in CHAT_SPELLINGS)):
            special[token] = token_id
        elif token and kind == ADDED_TOKEN:
            added.add(token)
    vocab = {token: i for i, token in enumerate(tokens) if token not in special}
    alphabet = _byte_alphabet()
    return Tokenizer(
        _byte_pairs(gguf, pre, vocab, added),
        [_to_bytes(token, alphabet, special, added) for token in tokens],
        _end_ids(gguf, special, vocab_size),
        _read_template(gguf, tokens, special),
        bytes(byte for spelling, byte in alphabet.items() if spelling not in vocab),
        _first_id(gguf, pre, vocab_size),
    )


def _pre_tokenizer(gguf: GGUFFile) -> PreTokenizer:
    kind = gguf.metadata.get("tokenizer.ggml.model")
    pre = gguf.metadata.get("tokenizer.ggml.pre", UNNAMED)
    if kind != "gpt2" or pre not in PRE_TOKENIZERS:
        known = ", ".join(f"gpt2/{name}" for name in PRE_TOKENIZERS)
        raise gguf.fault(f"its tokenizer is {kind}/{pre}; supported are {known}")
    return PRE_TOKENIZERS[str(pre)]


def _byte_pairs(
    gguf: GGUFFile, pre: PreTokenizer, vocab: Mapping[str, int], added: Set[str]
) -> tokenizers.Tokenizer:
    merges = _merges(gguf, vocab)
    bpe = tokenizers.Tokenizer(models.BPE(dict(vocab), merges, ignore_merges=pre.whole_words))
    bpe.pre_tokenizer = pre.cut
    bpe.add_tokens([AddedToken(token, normalized=False) for token in sorted(added)])
    return bpe


def _strings(gguf: GGUFFile, key: str) -> list[str]:
    value = gguf.metadata.get(key)
    if not isinstance(value, list):
        raise gguf.fault(f"it has no list {key}")
    return [str(item) for item in value]


def _merges(gguf: GGUFFile, vocab: Mapping[str, int]) -> list[tuple[str, str]]:
    merges = []
    for line in _strings(gguf, "tokenizer.ggml.merges"):
        left, _, right = line.partition(" ")
        if left not in vocab or right not in vocab or left + right not in vocab:
            raise gguf.fault(f"its merge rule {line!r} names a token that is not in its vocabulary")
        merges.append((left, right))
    return merges


def _first_id(gguf: GGUFFile, pre: PreTokenizer, vocab_size: int) -> int | None:
    """The token that every prompt starts with, whether its template spells it or not."""
    token_id = gguf.metadata.get("tokenizer.ggml.bos_token_id")
    if not gguf.metadata.get("tokenizer.ggml.add_bos_token", pre.adds_bos):
        return None
    if not isinstance(token_id, int) or not 0 <= token_id < vocab_size:
        raise gguf.fault(f"prompts shall start with the token {token_id!r}, which it has not")
    return token_id


def _end_ids(gguf: GGUFFile, special: Mapping[str, int], vocab_size: int) -> frozenset[int]:
    ids = {special[spelling] for spelling in END_SPELLINGS if spelling in special}
    for key in END_KEYS:
        token_id = gguf.metadata.get(key)
        if isinstance(token_id, int) and 0 <= token_id < vocab_size:
            ids.add(token_id)
    if not ids:
        raise gguf.fault("it names no token that ends an answer")
    return frozenset(ids)


def _read_template(
    gguf: GGUFFile, tokens: Sequence[str], special: Mapping[str, int]
) -> ChatTemplate:
    variables = {}
    for name in ("bos_token", "eos_token"):
        token_id = gguf.metadata.get(f"tokenizer.ggml.{name}_id")
        known = isinstance(token_id, int) and 0 <= token_id < len(tokens)
        variables[name] = tokens[token_id] if known and isinstance(token_id, int) else ""
    source = gguf.metadata.get("tokenizer.chat_template", PLAIN_TEMPLATE)
    try:
        return ChatTemplate(str(source), special, **variables)
    except ChatTemplateError as error:
        raise gguf.fault(f"its chat template is damaged ({error})") from error


def _byte_alphabet() -> dict[str, int]:
    """GPT-2's spelling of bytes: printable Latin-1 as itself, the others from U+0100 upwards."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [byte for byte in range(256) if byte not in printable]
    spelled = {chr(byte): byte for byte in printable}
    return spelled | {chr(0x100 + i): byte for i, byte in enumerate(others)}


def _to_bytes(
    token: str,
    alphabet: Mapping[str, int],
    special: Mapping[str, int],
    added: Set[str],
) -> bytes:
    if token in special:
        return b""
    if token in added or not alphabet.keys() >= set(token):  # in plain spelling
        return token.encode("utf-8", "replace")
    return bytes(alphabet[character] for character in token)
