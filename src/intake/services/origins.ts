/** Which addresses may be asked. */
export interface Origins {
  /**
   * An address as it is asked: of one of the services' own origins; by https where the service has that and the address
   * is an old one without. Null for any other, which is not asked.
   */
  within(address: string): string | null;
}

/** The origins of services' addresses. */
export function originsOf(services: readonly string[]): Origins {
  const origins = new Set(services.map((address) => new URL(address).origin));
  return {
    within(address) {
      if (!URL.canParse(address)) return null;
      const url = new URL(address);
      if (origins.has(url.origin)) return url.href;
      if (url.protocol !== 'http:' || url.port !== '') return null;
      url.protocol = 'https:';
      return origins.has(url.origin) ? url.href : null;
    },
  };
}
