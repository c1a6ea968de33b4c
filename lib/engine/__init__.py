"""The embedded local engine: a GGUF model on onnxruntime behind an OpenAI-compatible server.

Invariant: an island. It imports nothing of `lib` outside this package and is reached over HTTP.

A request's way, from HTTP to token and back:
    server       `complete_chat` reads the JSON; `protocol` makes a checked ChatRequest of it, or an
                 error of `api_errors`
    service      `ReadyEngine.submit`: `chat` lays the messages out, `tokenizer` makes token ids of
                 them; what does not fit into the context is refused
    scheduler    gives it a place, or a place in the queue, and one forward pass in its turn
    generation   `step` is such a pass: first of pieces of the prompt (prefill), then of the newest
                 token with a draft behind it: `drafting` proposes, `model` computes, `sampling`
                 decides, and what differs is rolled back
    text_stream  makes text of the tokens' bytes, in whole characters and up to a stop string
    server       takes the steps from `answer_events` and sends them as `responses` shapes them

What the model is made of, at start (`__main__`, `service`) or at its first request:
    library      which models there are; `bundled` finds the files that come with the engine
    base         a file: read by `gguf`, understood by `architecture`, its vocabulary by `tokenizer`
    model        base, and where there is one the adapter (`lora`, `smoothing`), as a network:
                 `weights` and `quantisation` repack the numbers, `graph` and `linear` write the
                 layers with `graph_writer`, `runtime` opens them in onnxruntime
    self_check   that batches of every size give the same numbers
    cost_measurement   what a pass of so many rows takes (`forward_costs`), once nobody asks

What a request's passes remember is its `cache`, keys and values of every token so far; `pool` is
the memory for all caches, and hands a prompt's known beginning on to the next request.

The pool is one for the process. Who can reach the engine can tell from `cached_tokens`, or from the
time, whether a prompt with the same beginning was sent before, but gets nothing of its answer; a
request with `cache_prompt: false` leaves nothing behind.
"""
