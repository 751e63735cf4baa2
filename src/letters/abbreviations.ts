/** Abbreviations after which a sentence does not end, whatever follows. Without their last full stop, in lower case. */
export const NEVER_ENDING = new Set(
  `a.d.h.v aanh aant adm afb afd alg amb arr art artt b.g.g b.v bc bijl bijv blz brig bv bijz c.a ca cf col d.d d.i d.m.v d.w.z
  dd dhr dr drs ds e.a.g ed eds eerw etc-. evt excl fig gem gen genm geb gebr gesch h.c hfdst hr i.c i.c.m i.h.a i.h.b i.h.k.v i.i.g i.o
  i.o.m i.p.v i.s.m i.t.t i.v.m ing incl ir jhr jkvr jr jur kap kol l lt luit lic ltn m.a.w m.b.t m.b.v m.i m.i.v m.m.v m.n m.u.v maj max mevr mej
  min mr mrs ms mw n.a.v n.o n.v no nos nr nrs o.a o.b.v o.g.v o.i o.i.v o.l.v o.m o.v.v opm p p.a p.m p.p p.p.p pag par para pct plv pp prof
  r.k red ref resp s.v.p sec sgt st subs t t.a.v t.b.v t.g.v t.h.v t.n.v t.o.v t.t.v t/m tab tel th u.i v v.a v.w.b vgl vice-adm vs v.v w.o w.v.t.t wnd
  z.g z.i zgn zg zog zw`.split(/\s+/),
);

/** Abbreviations that can also be the last word of a sentence: what follows decides. */
export const SOMETIMES_ENDING = new Set(
  'a.s b.d c.q c.s cie cs e.a e.d e.v e.v.a enz etc excl.btw inc jl j.l km l.l ltd m.m mln mld n.v.t o.i.d p.j p.w v.chr v.w w.v.d z.s.m z.o.z co'.split(
    ' ',
  ),
);

/** "H.", "H.G.J.", "A.Th.B.", "K.H.": initials, without their last full stop. */
export const INITIALS = /^(?:\p{Lu}\p{Ll}{0,2}\.){0,6}\p{Lu}(?:\p{Ll}(?=.*\.)\p{Ll}?)?$/u;
