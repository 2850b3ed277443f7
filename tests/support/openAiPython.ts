import { type Python, pythonWith } from './python.js';

const VERSION = '3.51.0';

/** A Python with OpenAI's client in it. */
export function openAiPython(): Python {
  return pythonWith({
    name: 'openai',
    version: VERSION,
    proof: 'import openai',
    proven: 'works',
    install: (pip) => pip([`openai==${VERSION}`]),
  });
}
