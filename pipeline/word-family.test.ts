import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { makeDocx, p } from '../extractors/docx/testing/package.ts';
import { extractBytes } from './stages.ts';

test.each([
  ['docm', 'application/vnd.ms-word.document.macroEnabled.main+xml'],
  ['dotx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'],
  ['dotm', 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml'],
])('a .%s is read as a document, its macros left alone', async (extension, type) => {
  const zip = await JSZip.loadAsync(await makeDocx({ body: p('Xã Hòa An có 12 hộ nghèo.') }));
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
  );
  zip.file('word/vbaProject.bin', 'Sub AutoOpen()');
  const bytes = await zip.generateAsync({ type: 'uint8array' });
  const { status, blocks } = await extractBytes(`a.${extension}`, bytes, { maxPages: 10 });
  expect([status, blocks.map(({ text }) => text)]).toEqual(['complete', ['Xã Hòa An có 12 hộ nghèo.']]);
});
