const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

/** Dutch abbreviations after which a sentence does not end, whatever follows. Lower case, without the last full stop. */
export const NEVER_ENDING = words(`
  a.d.h.v aant adm afb afd alg arr art artt b.g.g b.v bijl bijv blz brig burg bv bw c.a ca cf chr d.d d.i d.m.v d.w.z
  dd dhr dr drs ds dz e.a.g eerw excl fig gen genm gebr h.c hfdst hr i.c i.c.m i.h.a i.h.b i.h.k.v i.i.g i.o
  i.o.m i.p.v i.s.m i.t.t i.v.m i.z ing incl ir jhr joh jkvr kap kol kst lgen lt luit m.a.w m.b.t m.b.v m.i m.i.v m.m.v m.n
  m.u.v maj mevr mej mr mrs ms mw n.a.v n.o nl n.l nr nrs o.a o.b.v o.g.v o.i o.i.v o.l.v o.m o.v.v opm p p.p par ph
  plv prof ref resp s.v.p sec sgt st sub t.a.v t.b.v t.g.v t.h.v t.n.v t.o.v t.w th u.i v.a verg vgl vs w.b w.o
  wnd z.g z.i zgn
`);

/** Abbreviations that can also be the last word of a sentence: what follows decides. */
export const SOMETIMES_ENDING = words(`
  a.s b.d c.q c.s e.a e.d e.v enz etc inc jl j.l jr km l.l ltd m.m mln mld n.v.t o.i.d p.m p.w sr v.v w.v.t.t z.s.m
`);

/** "H", "H.G.J", "A.Th.B": initials without their last full stop; not the polite "U". */
export const INITIALS = /^(?:\p{Lu}\p{Ll}{0,2}\.){1,6}\p{Lu}\p{Ll}{0,2}$|^(?!U$)\p{Lu}$/u;
