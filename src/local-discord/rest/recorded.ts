import type { IncomingHttpHeaders } from 'node:http';

/** A file that came with a request. */
export interface UploadedFile {
  /** Name of the form field, such as "files[0]". */
  field: string;
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

/** What one judge said of one body; no problems means it is as Discord wants it. */
export interface Verdict {
  method: string;
  path: string;
  /** Our own schemas of the documented limits, or Discord's OpenAPI document. */
  judge: 'limits' | 'openapi';
  /** The bot's request, or the local Discord's own answer to it. */
  of: 'request' | 'response';
  problems: string[];
}

/** One request of the bot and what it was answered. */
export interface RecordedRequest {
  /** In ms since 1970. */
  at: number;
  method: string;
  /** Without the API prefix: "/gateway/bot". */
  path: string;
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
  body: unknown;
  files: UploadedFile[];
  /** 0 while under way, -1 when the connection was cut instead. */
  status: number;
  response: unknown;
  verdicts: Verdict[];
}
