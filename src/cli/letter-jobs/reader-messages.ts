import type { IntakeReason } from '../../intake/problems.ts';
import type { Converted, SourceFile } from '../../intake/types.ts';

/** A file for the reader's process. */
export interface ReaderRequest {
  readonly file: SourceFile;
  readonly ocr: boolean;
}

export type ReaderReply =
  /** It works on text recognition. */
  | { readonly type: 'alive' }
  | {
      readonly type: 'read';
      readonly letters: readonly Converted[];
      /** `rest`: the sentence without the file's name. */
      readonly problems: readonly { readonly file: string; readonly reason: IntakeReason; readonly rest: string }[];
    };
