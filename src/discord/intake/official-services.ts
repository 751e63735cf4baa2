import type { Config } from '../../config/config.ts';

/** Where letters are published, and how fast that may be asked. */
export interface OfficialServices {
  readonly services: { readonly sru: string; readonly odata: string };
  /** Requests in a second. */
  readonly rate: number;
}

export function officialServices({ SRU_URL, ODATA_URL, FETCH_RATE }: Config): OfficialServices {
  return { services: { sru: SRU_URL, odata: ODATA_URL }, rate: FETCH_RATE };
}
