/**
 * Where the OpenAPI document and Discord's documentation differ, its publisher says to follow the documentation. These
 * are the places that matter here.
 */
export const DOCUMENTED = {
  /** By property name, wherever it stands. */
  properties: {
    // "string: set of permissions", and so sent by every library; the document says integer.
    default_member_permissions: { type: ['string', 'integer', 'null'] },
  } satisfies Record<string, object>,
  /** By schema name. */
  schemas: {
    // The code of a problem with one field is a word, such as BASE_TYPE_BAD_LENGTH; the document says integer.
    Error: {
      type: 'object',
      properties: { code: { type: ['integer', 'string'] }, message: { type: 'string' } },
      required: ['code', 'message'],
    },
  } satisfies Record<string, object>,
};
