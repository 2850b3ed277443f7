/** A model that a key may ask for: one that there is, if any is allowed, or else the first that it names. */
export function askableModel(allowed: readonly string[] | undefined, models: readonly string[]): string | undefined {
  if (allowed === undefined) {
    return models[0];
  }
  return models.find((model) => allowed.some((pattern) => matches(pattern, model))) ?? allowed[0];
}

/** As the gateway has it: * stands for anything. */
function matches(pattern: string, model: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(model);
}
