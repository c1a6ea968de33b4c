"""How text is cut into words before byte pairs are merged, by the name that stands in the file.

Invariant: the cuts are llama.cpp's, which gave the names. They only ever divide the text; they
never change it.
"""

from __future__ import annotations

from dataclasses import dataclass

from tokenizers import Regex, pre_tokenizers

GPT2_WORDS = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
CONTRACTIONS = r"(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])"
WORDS_AND_LINES = CONTRACTIONS + (
    r"|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}@| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)
"""As in Llama 3; `@` stands for how many digits may stay together."""


@dataclass(frozen=True, slots=True)
class PreTokenizer:
    """One way of cutting, and what llama.cpp couples with it."""

    cut: pre_tokenizers.PreTokenizer
    whole_words: bool = False
    """A word that is a token is not merged from its bytes, whatever the merges say."""
    adds_bos: bool = False
    """Prompts start with the token that marks a beginning, unless the file says otherwise."""


def _cuts(*patterns: str) -> pre_tokenizers.PreTokenizer:
    """Each pattern cuts what the one before it has left whole; then bytes get their spelling."""
    return pre_tokenizers.Sequence(
        [
            *(pre_tokenizers.Split(Regex(pattern), "isolated") for pattern in patterns),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )


QWEN2 = PreTokenizer(_cuts(WORDS_AND_LINES.replace("@", "")))
GPT2 = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)

PRE_TOKENIZERS = {
    "default": PreTokenizer(
        _cuts(r"[\p{P}\$\+<=>\^~\|]+", GPT2_WORDS, r"\p{N}+", "[0-9][0-9][0-9]")
    ),
    "gpt-2": PreTokenizer(GPT2),
    "smollm": PreTokenizer(
        pre_tokenizers.Sequence([pre_tokenizers.Digits(individual_digits=True), GPT2])
    ),
    "llama-bpe": PreTokenizer(
        _cuts(WORDS_AND_LINES.replace("@", "{1,3}")), whole_words=True, adds_bos=True
    ),
    "qwen2": QWEN2,
    "deepseek-r1-qwen": QWEN2,
}
"""Value of tokenizer.ggml.pre -> how to cut."""

UNNAMED = "default"
"""What a file without tokenizer.ggml.pre means."""
