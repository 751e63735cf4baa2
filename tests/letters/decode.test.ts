import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/letters/decode.ts';
import { NotTextError } from '../../src/letters/errors.ts';
import { letterOf } from './letters.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('decoding', () => {
  it('changes nothing: byte order mark, line ends, form feeds', () => {
    const text = '\uFEFFInleiding\r\n\f Tekst\t😀\u00A0é';
    expect(decodeText(new TextEncoder().encode(text), 'a.txt')).toBe(text);
  });

  it('counts a byte order mark as one unit', () => {
    const letter = letterOf('\uFEFFEen korte brief.');
    expect(letter.passages[0]).toMatchObject({ start: 1, text: 'Een korte brief.' });
  });

  it.each([
    ['latin1', bytes(0x47, 0x65, 0xef, 0x6e), 'invalid_utf8'],
    ['zeroes', bytes(0x41, 0, 0x42), 'binary'],
    ['UTF-16', bytes(0xff, 0xfe, 0x41, 0), 'binary'],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'invalid_utf8'],
    ['control characters', bytes(0x41, 0x01, 0x02), 'binary'],
  ] as const)('refuses %s', (_, content, reason) => {
    const decode = (): string => decodeText(content, 'map/a.txt');
    expect(decode).toThrow(NotTextError);
    expect(decode).toThrow(expect.objectContaining({ name: 'NotTextError', file: 'map/a.txt', reason }));
  });
});
