// The types of openapi-typescript with openapi-fetch. An address that has several formats is asked for JSON: the second type argument says so.
import createClient from "openapi-fetch";
import type { Catalogue, Problem } from "./catalogue";
import type { components, paths } from "./generated/openapi-typescript";

export function openapiFetch(address: string): Catalogue {
  const client = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: address });
  const files = createClient<paths>({ baseUrl: address });

  return {
    async filtered(levels, kinds) {
      const { data, error } = await client.GET("/api/v1/claims", {
        params: { query: { evidenceLevel: levels, kind: kinds, sort: ["-id"], facets: ["evidenceLevel", "fidelity"], limit: 100 } },
      });
      if (error !== undefined) throw new Error(error.detail);
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
      const { data, error } = await client.GET("/api/v1/claims/{id}", { params: { path: { id } } });
      if (error !== undefined) return problem(error);
      return { id: data.id, level: data.evidenceLevel, fidelity: data.fidelity.toSource.label, participants: data.participants };
    },

    async impact(displayed) {
      const { data, error } = await client.POST("/api/v1/impact", { body: displayed });
      if (error !== undefined) throw new Error(error.detail);
      return data.items.map((item) => ({ claim: item.claim, impact: item.impact }));
    },

    async page(limit, cursor) {
      const { data, error } = await client.GET("/api/v1/claims", { params: { query: { limit, cursor } } });
      if (error !== undefined) throw new Error(error.detail);
      return { ids: data.items.map((claim) => claim.id), next: data.next };
    },

    async csv() {
      const { data, error } = await files.GET("/api/v1/claims", { params: { query: { format: "csv" } }, parseAs: "text" });
      if (error !== undefined) throw new Error(error.detail);
      return data;
    },

    async download(release) {
      const { data, error } = await files.GET("/api/v1/releases/{number}/download", {
        params: { path: { number: release } },
        parseAs: "arrayBuffer",
      });
      if (error !== undefined) throw new Error(error.detail);
      return new Uint8Array(data);
    },

    async lookUp(doi) {
      const { data, error } = await client.GET("/api/v1/lookup/{system}/{value}", { params: { path: { system: "doi", value: doi } } });
      if (error !== undefined) throw new Error(error.detail);
      return data.matches.map((match) => `${match.collection}/${match.id}`);
    },
  };
}

function problem(error: components["schemas"]["Problem"]): Problem {
  return { type: error.type, status: error.status, detail: error.detail, errors: error.errors ?? {} };
}

// @ts-expect-error: a level outside the three does not compile.
export const wrongLevel: components["schemas"]["Claim"]["evidenceLevel"] = "meta-analysis";
