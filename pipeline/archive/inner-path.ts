/** «/tinh/quy-2.zip › xã/a.docx»: what people see is also the name in the ledger. */
const SEPARATOR = ' › ';
const INNER = /^(.*?\.zip) › (.+)$/isu;

export function isArchiveName(path: string): boolean {
  return /\.zip$/i.test(path);
}

export function innerPath(archive: string, entry: string): string {
  return archive + SEPARATOR + entry;
}

/** The archive and the name inside it, or null for the path of a file of its own. */
export function splitInnerPath(path: string): { archive: string; entry: string } | null {
  const parts = INNER.exec(path);
  return parts ? { archive: parts[1]!, entry: parts[2]! } : null;
}

/**
 * Names inside an archive are only names: «../../etc/passwd», «C:\báo cáo\a.docx» or «/a.docx» must not become another
 * path when the ledger's path is resolved.
 */
export function plainEntryName(name: string): string {
  return name
    .split(/[/\\]/)
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    .join('/');
}
