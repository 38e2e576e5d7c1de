// The client of orval, with fetch. Its answer to an address with several formats is a union: the status and the kind of value tell which one it is.
import type { Catalogue, Problem } from "./catalogue";
import * as api from "./generated/orval/ldnEvidence";
import type { Claim } from "./generated/orval/model";

export const orval: Catalogue = {
  async filtered(levels, kinds) {
    const answer = await api.listClaims({ evidenceLevel: levels, kind: kinds, sort: ["-id"], facets: ["evidenceLevel", "fidelity"], limit: 100 });
    if (answer.status !== 200 || typeof answer.data === "string") throw new Error(`status ${answer.status}`);
    const { total, items, facets } = answer.data;
    return {
      total,
      items: items.map((claim) => ({ id: claim.id, level: claim.evidenceLevel, kind: claim.kind })),
      countedBy: { evidenceLevel: facets?.["evidenceLevel"]?.length ?? 0, fidelity: facets?.["fidelity"]?.length ?? 0 },
    };
  },

  async claim(id) {
    const answer = await api.getClaim(id);
    if (answer.status === 404) return problem(answer.data);
    if (answer.status !== 200 || "@id" in answer.data) throw new Error(`status ${answer.status}`);
    const claim = answer.data;
    return { id: claim.id, level: claim.evidenceLevel, fidelity: claim.fidelity.toSource.label, participants: claim.participants };
  },

  async impact(displayed) {
    const answer = await api.assessImpact(displayed);
    if (answer.status !== 200) throw new Error(`status ${answer.status}`);
    return answer.data.items.map((item) => ({ claim: item.claim, impact: item.impact }));
  },

  async page(limit, cursor) {
    const answer = await api.listClaims({ limit, cursor });
    if (answer.status !== 200 || typeof answer.data === "string") throw new Error(`status ${answer.status}`);
    return { ids: answer.data.items.map((claim) => claim.id), next: answer.data.next };
  },

  async csv() {
    const answer = await api.listClaims({ format: "csv" });
    if (answer.status !== 200 || typeof answer.data !== "string") throw new Error(`status ${answer.status}`);
    return answer.data;
  },

  async download(release) {
    const answer = await api.downloadRelease(release);
    if (answer.status !== 200) throw new Error(`status ${answer.status}`);
    return new Uint8Array(await answer.data.arrayBuffer());
  },

  async lookUp(doi) {
    const answer = await api.lookUpRecord("doi", encodeURIComponent(doi));
    if (answer.status !== 200) throw new Error(`status ${answer.status}`);
    return answer.data.matches.map((match) => `${match.collection}/${match.id}`);
  },
};

function problem(error: import("./generated/orval/model").Problem): Problem {
  return { type: error.type, status: error.status, detail: error.detail, errors: error.errors ?? {} };
}

// @ts-expect-error: a level outside the three does not compile.
export const wrongLevel: Claim["evidenceLevel"] = "meta-analysis";
