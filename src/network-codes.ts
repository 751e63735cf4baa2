/** What Node.js says where no connection came about: a name leads nowhere, or nothing answers there. */
export const UNCONNECTED: readonly string[] = ['UND_ERR_CONNECT_TIMEOUT', 'ECONNREFUSED', 'EAI_AGAIN', 'ENOTFOUND'];
/** The network is gone: before a connection came about, or after. */
export const NO_NETWORK: readonly string[] = ['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN'];
