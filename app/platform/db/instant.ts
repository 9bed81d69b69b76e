/** The one form in which an instant is stored, which is Prisma's own. Raw SQL binds instants through this. */
export function sqlInstant(at: Date): string {
  return at.toISOString().replace('Z', '+00:00');
}
