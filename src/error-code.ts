/** The code of an error of the system ("ENOENT"), of a library or of Discord (50035); undefined where it has none. */
export function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
