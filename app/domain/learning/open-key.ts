/** The unique key that lets a person have one open try, and one open reading, of a module. */
export function openKey(personId: string, documentId: string): string {
  return `${personId}:${documentId}`;
}
