/** What docs/providers.md says of each type besides the table. @type {Record<string, { about: string, yaml: string }>} */
export const EXAMPLES = {
  openai: {
    about: 'Bytes pass as they are; only the name of the model is changed.',
    yaml: `
providers:
  - { name: openai, type: openai, api_key: "\${OPENAI_API_KEY}" }
models:
  - { name: gpt-5, deployments: [{ provider: openai, model: gpt-5 }] }`,
  },
  anthropic: {
    about:
      'The Messages API. Thinking comes as `reasoning_content`, and with its signatures in `thinking_blocks`, which belong into the next request; `cache_control` on parts, messages and tools goes on to its prompt cache.',
    yaml: `
providers:
  - { name: anthropic, type: anthropic, api_key: "\${ANTHROPIC_API_KEY}" }
models:
  - { name: claude, deployments: [{ provider: anthropic, model: claude-sonnet-4-5 }] }`,
  },
  azure: {
    about:
      'The v1 API, where a deployment’s `model` is the name of the deployment there. With `api_version`, the deployment is asked by its own path. In place of `api_key`, `azure_ad_token` is sent as Bearer token. A deployment that is not called like its model needs a `price` of its own.',
    yaml: `
providers:
  - { name: azure, type: azure, base_url: "https://NAME.openai.azure.com", api_key: "\${AZURE_API_KEY}" }
  - name: azure-dated
    type: azure
    base_url: https://NAME.openai.azure.com
    api_key: \${AZURE_API_KEY}
    api_version: "2024-10-21"
models:
  - { name: gpt-4o, deployments: [{ provider: azure, model: gpt-4o }] }`,
  },
  gemini: {
    about:
      'generateContent. Thoughts come as `reasoning_content`; the signature of a call comes in its `extra_content.google.thought_signature`, as in Google’s own answers in OpenAI’s shape, and belongs into the next request (one that is lost is stood in for). `reasoning_effort` is a budget of tokens up to Gemini 2.5 and a level since Gemini 3. JSON schemas go as they are. What is cached, Gemini decides; embeddings come without a count of tokens, so theirs is estimated.',
    yaml: `
providers:
  - { name: google, type: gemini, api_key: "\${GEMINI_API_KEY}" }
models:
  - { name: gemini, deployments: [{ provider: google, model: gemini-2.5-flash }] }`,
  },
  bedrock: {
    about:
      'The Converse API, signed (SigV4) with an access key, or asked with a Bedrock API key; both may come from AWS’s variables of the environment. Where neither is given, credentials are found as AWS’s own tools find them, and renewed: a profile (`AWS_PROFILE`), a web identity (IRSA), the role of the container (ECS, EKS Pod Identity) or of the instance. `AWS_EC2_METADATA_DISABLED=true` keeps instances from being asked. A deployment’s `model` is a model id, an inference profile or an ARN. `cache_control` on parts, messages and tools becomes a cache point. Its health is not checked on its own: models are listed at another address.',
    yaml: `
providers:
  - name: bedrock
    type: bedrock
    region: eu-central-1
    access_key_id: \${AWS_ACCESS_KEY_ID}
    secret_access_key: \${AWS_SECRET_ACCESS_KEY}
models:
  - name: claude
    deployments: [{ provider: bedrock, model: "eu.anthropic.claude-sonnet-4-5-20250929-v1:0" }]`,
  },
  groq: {
    about: '',
    yaml: `
providers:
  - { name: groq, type: groq, api_key: "\${GROQ_API_KEY}" }
models:
  - { name: llama, deployments: [{ provider: groq, model: llama-3.3-70b-versatile }] }`,
  },
  mistral: {
    about:
      '`seed` is sent as `random_seed`; ids of calls that others made are replaced by such as Mistral takes; what a model thinks comes as `reasoning_content`.',
    yaml: `
providers:
  - { name: mistral, type: mistral, api_key: "\${MISTRAL_API_KEY}" }
models:
  - { name: mistral-small, deployments: [{ provider: mistral, model: mistral-small-latest }] }`,
  },
  deepseek: {
    about: 'It answers in JSON, but not by a schema. What was read from its prompt cache is counted.',
    yaml: `
providers:
  - { name: deepseek, type: deepseek, api_key: "\${DEEPSEEK_API_KEY}" }
models:
  - { name: deepseek-reasoner, deployments: [{ provider: deepseek, model: deepseek-reasoner }] }`,
  },
  openrouter: {
    about:
      '`site_url` and `app_name` say who asks. OpenRouter is asked to tell what it took (`usage.cost`), which clients see; the ledger goes by the price list.',
    yaml: `
providers:
  - name: openrouter
    type: openrouter
    api_key: \${OPENROUTER_API_KEY}
    site_url: https://example.org
    app_name: Our assistant
models:
  - { name: gpt-5, deployments: [{ provider: openrouter, model: openai/gpt-5 }] }`,
  },
  together: {
    about: '',
    yaml: `
providers:
  - { name: together, type: together, api_key: "\${TOGETHER_API_KEY}" }
models:
  - { name: llama, deployments: [{ provider: together, model: meta-llama/Llama-3.3-70B-Instruct-Turbo }] }`,
  },
  huggingface: {
    about: 'The router; a model may name who runs it. Prices are those of who does, so say whose.',
    yaml: `
providers:
  - { name: huggingface, type: huggingface, api_key: "\${HF_TOKEN}", prices: huggingface_together }
models:
  - { name: gpt-oss, deployments: [{ provider: huggingface, model: "openai/gpt-oss-120b:together" }] }`,
  },
  cohere: {
    about:
      'Version 2 of its API. Usage is what Cohere bills. A choice of one tool offers that one alone; what a model plans to do with its tools comes as `reasoning_content`. Embeddings are those of documents, unless `input_type` says otherwise.',
    yaml: `
providers:
  - { name: cohere, type: cohere, api_key: "\${COHERE_API_KEY}" }
models:
  - { name: command, deployments: [{ provider: cohere, model: command-a-03-2025 }] }`,
  },
  vllm: {
    about: '',
    yaml: `
providers:
  - { name: own, type: vllm, base_url: "http://gpu.internal:8000/v1" }
models:
  - name: qwen
    deployments:
      - { provider: own, model: Qwen/Qwen3-32B, price: { input_per_million_usd: 0.1, output_per_million_usd: 0.3 } }`,
  },
  ollama: {
    about: '',
    yaml: `
providers:
  - { name: ollama, type: ollama, base_url: "http://127.0.0.1:11434/v1" }
models:
  - { name: qwen, deployments: [{ provider: ollama, model: qwen3 }] }`,
  },
  'openai-compatible': {
    about:
      'For the rest: LM Studio, llama.cpp, another gateway. Everything is passed on; what it does not know, it says.',
    yaml: `
providers:
  - { name: other, type: openai-compatible, base_url: "http://127.0.0.1:1234/v1" }
models:
  - { name: local, deployments: [{ provider: other, model: local-model }] }`,
  },
};
