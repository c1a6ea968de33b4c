"""The embedded local engine: a GGUF model on onnxruntime behind an OpenAI-compatible server.

Invariant: an island. It imports nothing of `lib` outside this package and is reached over HTTP.

A request's way:
    server       reads it and sends what comes; `protocol` checks it, `responses` shapes answers
    service      turns texts into tokens and refuses what does not fit into the context
    scheduler    gives it a place, or a place in the queue, and one forward pass in its turn
    generation   prefill, then decoding: `drafting` proposes, `sampling` decides, `text_stream`
                 makes whole characters of it
    pool         the memory of its `cache`, with what is known of its prompt from others

The pool is one for the process. Who can reach the engine can tell from `cached_tokens`, or from the
time, whether a prompt with the same beginning was sent before, but gets nothing of its answer; a
request with `cache_prompt: false` leaves nothing behind.
"""
