/** In which agencies somebody acts by hand: they say nothing by themselves. */
export class Hands {
  private readonly agencies = new Set<string>();

  /** @param agency internal id */
  pause(agency: string): void {
    this.agencies.add(agency);
  }

  resume(agency: string): void {
    this.agencies.delete(agency);
  }

  hold(agency: string): boolean {
    return this.agencies.has(agency);
  }

  among(agencies: readonly string[]): readonly string[] {
    return agencies.filter((agency) => this.hold(agency));
  }
}
