"""`python -m lib.engine.bench`: what a prediction does to the time of an answer, beside llama.cpp.

Invariant: arms are interleaved within the same run and the texts are compared; a difference is an
error (exit status 1), never a footnote.
"""
