/** Where the list of letters is, below the address of the pages. */
export const LIST = 'letters/';

/** A letter's page, below the address of the pages: the same in a folder of files as on a server. */
export function letterPath(letterId: string): string {
  return `${LIST}${letterId}/`;
}

/** The full address of a letter's page, for a site that is reached at `site`. */
export function letterAddress(site: string, letterId: string): string {
  return `${site.replace(/(?<!\/)\/*$/, '/')}${letterPath(letterId)}`;
}
