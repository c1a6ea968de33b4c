// One request whole and one streamed, with OpenAI's npm package; prints what came as JSON.
import OpenAI from "openai";

const [baseURL, apiKey, model] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const request = {
  model,
  messages: [{ role: "user", content: "Say something long, please." }],
  max_tokens: 40,
  temperature: 0.8,
};

const whole = await client.chat.completions.create({ ...request, cache_prompt: false });
const text = whole.choices[0].message.content;

const stream = await client.chat.completions.create({
  ...request,
  seed: whole.seed,
  prediction: { type: "content", content: text },
  stream: true,
  stream_options: { include_usage: true },
});
let streamed = "";
let first = null;
let last = null;
for await (const chunk of stream) {
  first ??= chunk;
  last = chunk;
  streamed += chunk.choices[0]?.delta?.content ?? "";
}

let refusal = null;
try {
  await client.chat.completions.create({ ...request, n: 2 });
} catch (error) {
  refusal = { status: error.status, code: error.code, param: error.param };
}

console.log(JSON.stringify({ whole, streamed, first, last, refusal }));
