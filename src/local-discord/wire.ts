/**
 * A type of discord-api-types as it stands on the wire, where enums are plain numbers and texts. It lets payloads be
 * checked against Discord's published types without loading that package.
 */
export type Wire<T> = T extends string
  ? `${T}`
  : T extends number
    ? number
    : T extends boolean | null | undefined
      ? T
      : T extends readonly (infer Item)[]
        ? Wire<Item>[]
        : { [Key in keyof T]: Wire<T[Key]> };
