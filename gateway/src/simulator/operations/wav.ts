/** Samples in a second, 16 bits each, one channel. */
export const SAMPLE_RATE = 8_000;
const HEADER_BYTES = 44;
const AMPLITUDE = 8_000;

/** A tone as a WAV file. @param seconds how long it sounds @param hertz how high */
export function tone(seconds: number, hertz: number): Buffer {
  const samples = Math.round(seconds * SAMPLE_RATE);
  const file = Buffer.alloc(HEADER_BYTES + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at++) {
    file.writeInt16LE(
      Math.round(AMPLITUDE * Math.sin((2 * Math.PI * hertz * at) / SAMPLE_RATE)),
      HEADER_BYTES + at * 2
    );
  }
  return file;
}
