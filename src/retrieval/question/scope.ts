const SEVERAL =
  /\b(?:beide|allebei|zowel|vergelijk|vergeleken|verschil(?:len)?|verander(?:d|de|ing|ingen)?|ontwikkel(?:d|de|ing) (?:van|zich)|door de jaren|in de loop van|verloop|verlopen|achtereenvolgens|both|compared?|differen(?:t|ce|ces)|chang(?:e|ed|es)|evolv(?:e|ed)|over the years|over time|again|respectively|each of)\b|\b(?:sinds|since) (?:19|20)\d\d\b|\b(?:hoe|how)\b.{1,80}\b(?:van|from)\b.{1,40}\b(?:tot|naar|to|until)\b.{0,40}\b(?:19|20)\d\d\b|\b(?:welke|which|op welke) (?:twee|drie|two|three) (?:bijeenkomsten|vergaderingen|brieven|verslagen|meetings|letters|reports)\b/i;

/** Whether a question looks for one thing in several letters: how it changed, or what both say. */
export function asksSeveral(question: string): boolean {
  return SEVERAL.test(question);
}
