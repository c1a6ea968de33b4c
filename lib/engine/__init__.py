"""The embedded local engine: a GGUF model on onnxruntime behind an OpenAI-compatible server.

Invariant: an island. It imports nothing of `lib` outside this package and is reached over HTTP.
"""
