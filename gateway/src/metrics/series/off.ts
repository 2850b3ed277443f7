const off = new WeakSet<object>();

const nothing = (): void => undefined;

/** Makes an instrument keep nothing, whoever writes to it. */
export function switchOff<Instrument extends object>(instrument: Instrument): Instrument {
  off.add(instrument);
  return Object.assign(instrument, { inc: nothing, dec: nothing, set: nothing, observe: nothing, zero: nothing });
}

export function isOff(instrument: object): boolean {
  return off.has(instrument);
}
