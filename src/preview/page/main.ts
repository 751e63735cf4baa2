import { previewTexts } from '../../texts/preview.ts';
import type { PreviewEvent, Viewer } from '../protocol.ts';
import { showBeside, showExchange } from './beside.ts';
import { ChannelView } from './channel.ts';
import { Composer } from './composer.ts';
import { connect } from './connection.ts';
import { wireDropping } from './dropping.ts';
import { showHeader, showPanel, wireHeader } from './header.ts';
import { notify, showLost, showProgress } from './notices.ts';
import { type Session, sessionOf } from './session.ts';
import { applyTheme } from './theme.ts';

const PERSON = 'briefwijzer-person';
const PLACE = 'briefwijzer-place';

let viewer: Viewer = {
  person: localStorage.getItem(PERSON) === 'bram' ? 'bram' : 'ada',
  place: localStorage.getItem(PLACE) === 'direct' ? 'direct' : 'channel',
};
let session: Session | null = null;
let lost = false;

const composer = new Composer(notify);
const channel = new ChannelView((view) => composer.reply(view));
const connection = connect(take, () => {
  lost = true;
  showLost((session?.texts ?? previewTexts('en')).lost);
});

applyTheme();
wireHeader();
connection.as(viewer);
wireDropping(() => session, composer, notify);

function become(other: Partial<Viewer>): void {
  viewer = { ...viewer, ...other };
  localStorage.setItem(PERSON, viewer.person);
  localStorage.setItem(PLACE, viewer.place);
  connection.as(viewer);
}

function take(event: PreviewEvent): void {
  if (event.kind === 'snapshot') {
    const first = session === null;
    session = sessionOf(viewer.person, event.snapshot, notify);
    showHeader(session, become);
    showProgress(event.snapshot.progress, session);
    channel.show(session);
    composer.update(session);
    showBeside(session, () => showPanel(false));
    if (lost) notify(session.texts.back);
    lost = false;
    showLost(null);
    // On a phone it would open the keyboard over the page.
    if (first && matchMedia('(pointer: fine)').matches) composer.focus();
  }
  if (session === null) return;
  if (event.kind === 'progress') showProgress(event.progress, session);
  if (event.kind === 'message') channel.put(event.message);
  if (event.kind === 'gone') channel.remove(event.id);
  if (event.kind === 'typing') channel.typing();
  if (event.kind === 'exchange') showExchange(event.exchange, session);
}
