import type JSZip from 'jszip';

/**
 * Parts of the package that mammoth builds trees of, and the elements in them that say only how text looks. Word writes
 * several of these with every run; a document tree has no place for them, but parsing them is most of mammoth's work.
 */
const PARTS = /^word\/(?:document|footnotes|endnotes|comments|styles)\d*\.xml$/;

/** Empty elements of layout. What decides on content stays: spans, vertical alignment, fonts, numbering, notes, headers. */
const LAYOUT =
  /<w:(?:lang|sz|szCs|color|spacing|kern|position|jc|ind|bCs|iCs|u|shd|highlight|effect|em|snapToGrid|rtl|cs|noProof|proofErr|lastRenderedPageBreak|keepNext|keepLines|widowControl|contextualSpacing|suppressAutoHyphens|autoSpaceD[EN]|adjustRightInd|textAlignment|outlineLvl|tab(?= w:val="(?:left|right|center|clear|decimal)")|top|left|start|bottom|right|end|insideH|insideV|tcW|tblW|tblLook|tblLayout|tblInd|tblCellSpacing|vAlign|trHeight|cantSplit|noWrap|hideMark|gridCol|lsdException|uiPriority|qFormat|rsid|semiHidden|unhideWhenUsed|link|next|locked|autoRedefine)(?:\s[^<>]{0,400})?\/>/g;
/** Fonts of Unicode text; those of the old encodings (.VnTime, VNI-Times) tell how the text is to be read. */
const UNICODE_FONTS = /<w:rFonts(?![^<>]{0,400}"(?:\.Vn|VNI|\.VN))(?:\s[^<>]{0,400})?\/>/g;
/** Containers that are left with nothing in them. */
const EMPTIED = /<(w:(?:tcBorders|tblBorders|tcMar|tblCellMar|tabs|pBdr|rPr|pPr|tcPr|trPr|tblPr|tblGrid))><\/\1>/g;
/** Revision ids: one or more with every paragraph and run. */
const REVISION_IDS = /\s(?:w:rsid\w{0,10}|w14:paraId|w14:textId)="[^"<>]{0,20}"/g;

/** The same package without its layout, unpacked: what mammoth reads of it is the same. */
export async function lightenedPackage(zip: JSZip): Promise<Buffer> {
  for (const name of Object.keys(zip.files).filter((name) => PARTS.test(name))) {
    const xml = await zip.file(name)?.async('string');
    if (xml !== undefined) zip.file(name, light(xml));
  }
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}

function light(xml: string): string {
  // Twice: paragraph properties hold run properties, cell properties hold borders.
  return xml
    .replace(REVISION_IDS, '')
    .replace(LAYOUT, '')
    .replace(UNICODE_FONTS, '')
    .replace(EMPTIED, '')
    .replace(EMPTIED, '');
}
