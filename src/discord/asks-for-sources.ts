import { phrases } from '../retrieval/analysis/phrases.ts';

/** Whether a reply to somebody's message asks nothing but whether that is so, or where it stands. */
export const asksForSources = phrases(`
  ^ klopt dit/dat/het (wel/echt/eigenlijk) $
  ^ is dit/dat/het (echt/wel) waar/juist/zo $
  ^ bron/bronnen (graag/hiervan/hiervoor) $
  ^ heb je (hier/hiervan/hiervoor) een bron (voor/van) $
  ^ wat is de bron (hiervan/daarvan) $
  ^ waar staat dit/dat $
  ^ wat staat hierover/daarover in de brieven $
  ^ (a/any/your) source/sources (please) $
  ^ is this/that/it (really) true/right/correct $
  ^ what is the source (of this/that) $
  ^ where is this/that from $
`);
