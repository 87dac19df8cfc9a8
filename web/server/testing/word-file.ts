import { Document, ExternalHyperlink, Packer, Paragraph, TextRun } from 'docx';

/** A small Word document: paragraphs, and a link. */
export async function wordFile(texts: readonly string[], link: string): Promise<Uint8Array<ArrayBuffer>> {
  const children = [
    ...texts.map((text) => new Paragraph(text)),
    new Paragraph({ children: [new ExternalHyperlink({ link, children: [new TextRun('xem thêm')] })] }),
  ];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}
