/**
 * Remembered totals of lists. A total is exact when it is stored: it is kept only if none of its tables changed while it
 * was counted, is dropped by a local write to one of them at once, and lives five seconds at most (writes of other replicas).
 * Figures about money never take this path.
 */
export class Totals {
  private readonly kept = new Map<string, { total: number; until: number; versions: readonly number[] }>();
  private readonly versions = new Map<string, number>();
  private readonly most = 2000;

  private versionsOf(tables: readonly string[]): number[] {
    return tables.map((table) => this.versions.get(table) ?? 0);
  }

  /** The remembered total, or counts it. */
  async of(key: string, tables: readonly string[], count: () => Promise<number>): Promise<number> {
    const known = this.kept.get(key);
    const now = Date.now();
    const versions = this.versionsOf(tables);
    if (known && known.until > now && known.versions.every((v, i) => v === versions[i])) return known.total;
    const total = await count();
    const after = this.versionsOf(tables);
    if (after.every((v, i) => v === versions[i])) {
      if (this.kept.size >= this.most) this.kept.clear();
      this.kept.set(key, { total, until: now + 5000, versions });
    }
    return total;
  }

  /** A table has changed (called after commit, and before it for writers that wait). */
  changed(table: string): void {
    this.versions.set(table, (this.versions.get(table) ?? 0) + 1);
  }

  /** Everything is uncertain: a listener lost its connection. */
  clear(): void {
    this.kept.clear();
  }
}
