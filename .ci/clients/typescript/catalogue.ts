/** What a clinic's app asks of the catalogue. Each file beside this one does it with the client that one generator makes. */
export interface Catalogue {
  /** Claims with one of these levels and one of these kinds, the last id first, with counts by level and fidelity. */
  filtered(levels: Level[], kinds: Kind[]): Promise<Filtered>;

  claim(id: string): Promise<Claim | Problem>;

  /** What became of claims that an app displays. */
  impact(displayed: { claim: string; release: number }[]): Promise<{ claim: string; impact: string }[]>;

  /** One page of all claims, and the address of the next page. */
  page(limit: number, cursor: string | undefined): Promise<{ ids: string[]; next: string | null }>;

  csv(): Promise<string>;

  download(release: number): Promise<Uint8Array>;

  /** The records that a DOI means, each as collection and id. */
  lookUp(doi: string): Promise<string[]>;
}

export type Level = "pilot-trial" | "case-series" | "anecdotal";

export type Kind = "efficacy" | "mechanism" | "safety" | "usage" | "regulatory";

export interface Filtered {
  total: number;
  items: { id: string; level: Level; kind: Kind }[];
  /** How many values each field was counted by. */
  countedBy: { evidenceLevel: number; fidelity: number };
}

export interface Claim {
  id: string;
  level: Level;
  fidelity: "supported" | "partly-supported" | "not-supported" | "contradicted" | "not-checked" | "nothing-cited";
  /** Null where no study counted. */
  participants: number | null;
}

export interface Problem {
  type: string;
  status: number;
  detail: string;
  errors: { [place: string]: string[] };
}
