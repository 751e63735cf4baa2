import { createRequire } from 'node:module';
import { median } from './rounds.ts';

/**
 * As the widest layer of the encoder meets a passage of a hundred tokens: the product that gives few numbers of many, so
 * that handing them over takes little of the time.
 */
const [ROWS, INNER, COLUMNS] = [100, 1536, 384] as const;
const RUNS = 200;
const TIMES = 5;

interface Runtime {
  readonly InferenceSession: { create(model: Uint8Array): Promise<{ run(feeds: object): Promise<object> }> };
  readonly Tensor: new (type: 'uint8', data: Uint8Array, shape: readonly number[]) => object;
}

/**
 * Multiply-adds a second of processor time: a product of matrices of eight-bit numbers, in the runtime that the encoder
 * uses, the second matrix known beforehand as weights are.
 */
export async function multiplyAddsPerSecond(): Promise<number> {
  const here = createRequire(import.meta.url);
  const { InferenceSession, Tensor } = createRequire(here.resolve('@xenova/transformers'))(
    'onnxruntime-node',
  ) as Runtime;
  const session = await InferenceSession.create(product());
  const left = new Tensor('uint8', new Uint8Array(ROWS * INNER).fill(3), [ROWS, INNER]);
  const rates: number[] = [];
  for (let time = 0; time <= TIMES; time++) {
    const before = process.cpuUsage();
    for (let run = 0; run < RUNS; run++) await session.run({ left });
    const { user, system } = process.cpuUsage(before);
    rates.push((RUNS * ROWS * INNER * COLUMNS) / ((user + system) / 1e6));
  }
  // The first time warms up.
  return median(rates.slice(1));
}

/** The numbers of ONNX's fields and types, as `onnx.proto3` gives them. */
const TYPE = { uint8: 2, int8: 3, int32: 6 } as const;
const OPSET = 13;
const IR_VERSION = 8;

/** A model of one node, MatMulInteger, whose second matrix is part of it: the bytes of its protocol buffer. */
function product(): Uint8Array {
  const node = [text(1, 'left'), text(1, 'right'), text(2, 'product'), text(4, 'MatMulInteger')];
  const weights = new Uint8Array(INNER * COLUMNS).fill(1);
  const right = [number(1, INNER), number(1, COLUMNS), number(2, TYPE.int8), text(8, 'right'), bytes(9, weights)];
  const graph = [
    message(1, node),
    text(2, 'product'),
    message(5, right),
    message(11, valueInfo('left', TYPE.uint8, [ROWS, INNER])),
    message(12, valueInfo('product', TYPE.int32, [ROWS, COLUMNS])),
  ];
  return Buffer.concat([number(1, IR_VERSION), message(7, graph), message(8, [number(2, OPSET)])]);
}

function valueInfo(name: string, type: number, shape: readonly number[]): Buffer[] {
  const dimensions = shape.map((size) => message(1, [number(1, size)]));
  return [text(1, name), message(2, [message(1, [number(1, type), message(2, dimensions)])])];
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)]);
}

function text(field: number, value: string): Buffer {
  return bytes(field, Buffer.from(value));
}

function message(field: number, fields: readonly Buffer[]): Buffer {
  return bytes(field, Buffer.concat(fields));
}

function bytes(field: number, value: Uint8Array): Buffer {
  return Buffer.concat([varint((field << 3) | 2), varint(value.length), value]);
}

function varint(value: number): Buffer {
  const digits: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...digits, rest]);
    digits.push((rest % 128) + 128);
  }
}
