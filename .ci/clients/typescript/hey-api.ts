// The client of @hey-api/openapi-ts. It knows one format per address, JSON; text and files are asked for with parseAs.
import type { Catalogue, Problem } from "./catalogue";
import { createClient } from "./generated/hey-api/client";
import * as api from "./generated/hey-api";

export function heyApi(address: string): Catalogue {
  const client = createClient({ baseUrl: address });

  return {
    async filtered(levels, kinds) {
      const { data } = await api.listClaims({
        client,
        query: { evidenceLevel: levels, kind: kinds, sort: ["-id"], facets: ["evidenceLevel", "fidelity"], limit: 100 },
        throwOnError: true,
      });
      return {
        total: data.total,
        items: data.items.map((claim) => ({ id: claim.id, level: claim.evidenceLevel, kind: claim.kind })),
        countedBy: {
          evidenceLevel: data.facets?.["evidenceLevel"]?.length ?? 0,
          fidelity: data.facets?.["fidelity"]?.length ?? 0,
        },
      };
    },

    async claim(id) {
      const { data, error } = await api.getClaim({ client, path: { id } });
      if (error !== undefined) return problem(error);
      return { id: data.id, level: data.evidenceLevel, fidelity: data.fidelity.toSource.label, participants: data.participants };
    },

    async impact(displayed) {
      const { data } = await api.assessImpact({ client, body: displayed, throwOnError: true });
      return data.items.map((item) => ({ claim: item.claim, impact: item.impact }));
    },

    async page(limit, cursor) {
      const { data } = await api.listClaims({ client, query: { limit, cursor }, throwOnError: true });
      return { ids: data.items.map((claim) => claim.id), next: data.next };
    },

    async csv() {
      const { data } = await api.listClaims({ client, query: { format: "csv" }, parseAs: "text", throwOnError: true });
      return data as unknown as string;
    },

    async download(release) {
      const { data } = await api.downloadRelease({ client, path: { number: release }, parseAs: "blob", throwOnError: true });
      return new Uint8Array(await data.arrayBuffer());
    },

    async lookUp(doi) {
      const { data } = await api.lookUpRecord({ client, path: { system: "doi", value: doi }, throwOnError: true });
      return data.matches.map((match) => `${match.collection}/${match.id}`);
    },
  };
}

function problem(error: api.Problem): Problem {
  return { type: error.type, status: error.status, detail: error.detail, errors: error.errors ?? {} };
}

// @ts-expect-error: a level outside the three does not compile.
export const wrongLevel: api.Claim["evidenceLevel"] = "meta-analysis";
