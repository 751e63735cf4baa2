/** Text at a place: points from the left and from the top of an A4 page. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Height of the letters. */
  readonly size?: number;
  readonly bold?: boolean;
}

export interface PdfOptions {
  /** Needs a password that nobody has. */
  readonly locked?: boolean;
  /** Stands in the file as one more stream, as it is. */
  readonly stream?: { readonly dictionary: string; readonly data: Uint8Array };
  /** Pages that are pictures: grey values of a square, width by width. */
  readonly pictures?: readonly { readonly width: number; readonly pixels: Uint8Array }[];
}

const HEIGHT = 842;

/** A PDF of pages with text at the given places, in Helvetica. */
export function makePdf(
  pages: readonly (readonly Placed[])[],
  { locked, pictures = [], stream: extra }: PdfOptions = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (dictionary: string, data: string): string =>
    `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`;
  const catalog = add('');
  const tree = add('');
  const font = (name: string): number =>
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`);
  const [regular, bold] = [font('Helvetica'), font('Helvetica-Bold')];
  const page = (content: string, resources: string): number => {
    const contents = add(stream('', content));
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 ${HEIGHT}] /Contents ${contents} 0 R /Resources << ${resources} >> >>`,
    );
  };
  const kids = [
    ...pages.map((placed) => page(placed.map(draw).join('\n'), `/Font << /F1 ${regular} 0 R /F2 ${bold} 0 R >>`)),
    ...pictures.map(({ width, pixels }) => {
      const image = add(
        stream(
          `/Type /XObject /Subtype /Image /Width ${width} /Height ${width} /ColorSpace /DeviceGray /BitsPerComponent 8`,
          Buffer.from(pixels).toString('latin1'),
        ),
      );
      return page(`q 500 0 0 500 40 200 cm /Im1 Do Q`, `/XObject << /Im1 ${image} 0 R >>`);
    }),
  ];
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`;
  objects[tree - 1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  if (extra) add(stream(extra.dictionary, Buffer.from(extra.data).toString('latin1')));
  const zeros = '00'.repeat(32);
  const lock = locked ? add(`<< /Filter /Standard /V 1 /R 2 /P -44 /O <${zeros}> /U <${zeros}> >>`) : 0;
  return serialise(objects, `/Root ${catalog} 0 R${lock ? ` /Encrypt ${lock} 0 R /ID [<00> <00>]` : ''}`);
}

/** Lines one under the other. */
export function lines(texts: readonly string[], at: Omit<Placed, 'text'>, leading = 12): Placed[] {
  return texts.map((text, i) => ({ ...at, text, y: at.y + i * leading }));
}

function draw({ text, x, y, size = 9, bold = false }: Placed): string {
  const bytes = Buffer.from(windows1252(text), 'latin1').toString('hex');
  return `BT /F${bold ? 2 : 1} ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm <${bytes}> Tj ET`;
}

function windows1252(text: string): string {
  return text.replaceAll('’', '\u0092').replaceAll('–', '\u0096').replaceAll('•', '\u0095');
}

function serialise(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
