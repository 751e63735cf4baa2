import type { TopLevelComponent } from '../limits/components.ts';
import { allComponents } from '../limits/components.ts';
import type { MessageBody } from '../limits/message-fields.ts';
import type { Message } from './messages.ts';
import { type Person, userPayload } from './person.ts';

type Mentions = Pick<Message, 'mentions' | 'mention_roles' | 'mention_everyone'>;

interface Mentioning {
  content: string;
  components?: readonly TopLevelComponent[];
  allowed?: MessageBody['allowed_mentions'];
  /** Author of the message replied to. */
  repliedTo?: Person | undefined;
  people: ReadonlyMap<string, Person>;
}

/** Whom a message pings: what its texts mention, as far as its `allowed_mentions` let it. */
export function mentionsIn({ content, components = [], allowed, repliedTo, people }: Mentioning): Mentions {
  const shown = allComponents([...components]).flatMap((it) => (it.type === 10 ? [it.content] : []));
  const text = [content, ...shown].join('\n');
  const may = (kind: 'users' | 'roles', id: string) =>
    !allowed || allowed.parse?.includes(kind) || allowed[kind]?.includes(id) || false;
  const users = new Set(idsIn(text, /<@!?(\d+)>/g).filter((id) => may('users', id)));
  if (repliedTo && (allowed ? allowed.replied_user : true)) users.add(repliedTo.id);
  return {
    mentions: [...users].flatMap((id) => people.get(id) ?? []).map(userPayload),
    mention_roles: [...new Set(idsIn(text, /<@&(\d+)>/g))].filter((id) => may('roles', id)),
    mention_everyone: /@(everyone|here)\b/.test(text) && (!allowed || (allowed.parse?.includes('everyone') ?? false)),
  };
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}
