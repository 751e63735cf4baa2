import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

const { resolve } = createRequire(import.meta.url);
/** Comes with the project, so that a picture looks the same on a server without fonts. */
const FONTS = ['400Regular/NotoSans_400Regular.ttf', '700Bold/NotoSans_700Bold.ttf'].map((file) =>
  resolve(`@expo-google-fonts/noto-sans/${file}`),
);

/** Draws an SVG picture, with Noto Sans for all its text, as a PNG of the same size. */
export function toPng(svg: string): Uint8Array {
  const font = { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' };
  return new Resvg(svg, { font }).render().asPng();
}
