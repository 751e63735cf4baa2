import type { IncomingMessage } from 'node:http';
import type { UploadedFile } from './recorded.ts';
import { refuse } from './refusal.ts';

export interface ReadBody {
  json: unknown;
  files: UploadedFile[];
}

/** Reads a request's body: JSON, or a form whose `payload_json` is the JSON and whose other fields are files. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  return { json: type.startsWith('application/json') && bytes.length ? parse(bytes.toString()) : undefined, files: [] };
}

async function readForm(bytes: Buffer, type: string): Promise<ReadBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files: UploadedFile[] = [];
  let json: unknown;
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      if (field === 'payload_json') json = parse(value);
    } else {
      const content = new Uint8Array(await value.arrayBuffer());
      files.push({ field, name: value.name, contentType: value.type, bytes: content });
    }
  }
  return { json, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse.unreadableBody();
  }
}
