import { readEvents } from './readEvents.js';
import { writeEvent } from './writeEvent.js';

const read = (text: string) => readEvents(Buffer.from(text));

test('what was written is read', () => {
  const written = writeEvent({ a: 'b\n\nc' }, 'ping') + writeEvent({ a: 1 });
  expect(read(written)).toEqual([
    { name: 'ping', data: '{"a":"b\\n\\nc"}' },
    { name: undefined, data: '{"a":1}' },
  ]);
});

test('comments, other fields and events without data are left out, whatever ends the lines', () => {
  expect(read(': hello\r\n\r\nevent: nothing\r\n\r\nid: 7\r\nevent: x\r\ndata:{}\r\n\r\n')).toEqual([
    { name: 'x', data: '{}' },
  ]);
});

test('data of several lines is one', () => {
  expect(read('data: a\ndata:  b\n\n')).toEqual([{ name: undefined, data: 'a\n b' }]);
});

test('the end marker is complete without its blank line', () => {
  expect(read('data: [DONE]\n')).toEqual([{ name: undefined, data: '[DONE]' }]);
});
