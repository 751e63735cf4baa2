import { snowflake } from '../ids.ts';
import type { UploadedFile } from '../rest/recorded.ts';
import type { Attachment } from './messages.ts';

/** Of what people upload the newest are kept, for they may be large. */
const UPLOADS = 20;

/** The files that were attached to messages, retrievable by their address. */
export class Files {
  readonly #files = new Map<string, UploadedFile>();
  /** Those that people attach to commands, by id. */
  readonly #uploaded = new Map<string, Attachment>();
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

  /** A file that a person attaches to an option of a command. */
  upload(channelId: string, file: Omit<UploadedFile, 'field'>): Attachment {
    const attachment = this.add(channelId, { field: 'file', ...file }, null, true);
    this.#uploaded.set(attachment.id, attachment);
    const [oldest] = this.#uploaded.values();
    if (oldest && this.#uploaded.size > UPLOADS) {
      this.#uploaded.delete(oldest.id);
      this.#files.delete(oldest.url.slice(this.origin.length));
    }
    return attachment;
  }

  /** What a person uploaded, by its id. */
  uploaded(id: string): Attachment | null {
    return this.#uploaded.get(id) ?? null;
  }

  /** The file at a path of this server. */
  get(path: string): UploadedFile | null {
    return this.#files.get(path) ?? null;
  }
}
