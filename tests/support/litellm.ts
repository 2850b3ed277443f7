import { type Python, pythonWith } from './python.js';

const VERSION = '1.109.1';

/** What importing it needs. Taken in whatever version there is when the exact ones it asks for cannot be had. */
const NEEDED = [
  'aiohttp',
  'click',
  'fastuuid',
  'filelock',
  'httpx[http2]',
  'importlib-metadata',
  'jinja2',
  'jsonschema',
  'openai',
  'pydantic',
  'pydantic-settings',
  'python-dotenv',
  'pyyaml',
  'tiktoken',
  'tokenizers',
];

/** What its metrics need besides; it leaves them to those who run its proxy. */
const FOR_METRICS = ['prometheus-client', 'starlette'];

/** A Python with LiteLLM in it, its metrics included. */
export function litellm(): Python {
  return pythonWith({
    name: 'LiteLLM',
    version: VERSION,
    proof: 'import litellm.integrations.prometheus, prometheus_client, starlette',
    proven: 'works-with-metrics',
    install(pip) {
      try {
        pip([`litellm==${VERSION}`]);
      } catch {
        pip(['--no-deps', `litellm==${VERSION}`]);
        pip(NEEDED);
      }
      pip(FOR_METRICS);
    },
  });
}
