/** The place at or before `at` where a text can be cut: never between the halves of a surrogate pair. */
export function cutPlace(text: string, at: number): number {
  return /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, at - 1), at + 1)) ? at - 1 : at;
}
