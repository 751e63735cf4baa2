import { snowflake } from '../ids.ts';
import type { UploadedFile } from '../rest/recorded.ts';
import type { Attachment } from './messages.ts';

/** The files that were attached to messages, retrievable by their address. */
export class Files {
  readonly #files = new Map<string, UploadedFile>();
  /** Where this server can be reached, such as "http://127.0.0.1:4000". */
  origin = '';

  add(channelId: string, file: UploadedFile, description: string | null | undefined, ephemeral: boolean): Attachment {
    const id = snowflake();
    const path = `/attachments/${channelId}/${id}/${encodeURIComponent(file.name)}`;
    this.#files.set(path, file);
    return {
      id,
      filename: file.name,
      size: file.bytes.length,
      url: this.origin + path,
      proxy_url: this.origin + path,
      content_type: file.contentType,
      ...(description ? { description } : {}),
      ...(ephemeral ? { ephemeral } : {}),
    };
  }

  /** The file at a path of this server. */
  get(path: string): UploadedFile | null {
    return this.#files.get(path) ?? null;
  }
}
