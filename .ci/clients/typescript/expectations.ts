import { strict as assert } from "node:assert";
import { gunzipSync } from "node:zlib";
import type { Catalogue, Kind, Level } from "./catalogue";

/** What each client must be able to do; the values are compared with what the service says to a plain fetch. */
export const expectations: { [wish: string]: (catalogue: Catalogue, address: string) => Promise<void> } = {
  async "list with array filters, an order and counts"(catalogue, address) {
    const levels: Level[] = ["pilot-trial", "case-series"];
    const kinds: Kind[] = ["efficacy", "safety"];
    const found = await catalogue.filtered(levels, kinds);
    const plain = await list(address, "evidenceLevel=pilot-trial&evidenceLevel=case-series&kind=efficacy&kind=safety&sort=-id&limit=100");
    assert.ok(found.total > 1);
    assert.deepEqual(found.items.map((item) => item.id), plain.items.map((item) => item.id));
    assert.ok(found.items.every((item) => levels.includes(item.level) && kinds.includes(item.kind)));
    assert.ok(found.countedBy.evidenceLevel > 0 && found.countedBy.fidelity > 0);
  },

  async "one record"(catalogue) {
    assert.deepEqual(await catalogue.claim("eff-hiv-cd4"), {
      id: "eff-hiv-cd4",
      level: "pilot-trial",
      fidelity: "contradicted",
      participants: 55,
    });
  },

  async "a 404 as a typed problem"(catalogue) {
    const answer = await catalogue.claim("no-such-claim");
    assert.ok("status" in answer, "a claim that does not exist must be answered with a problem");
    assert.equal(answer.status, 404);
    assert.match(answer.type, /\/problems\/claim-not-found$/);
    assert.match(answer.detail, /no-such-claim/);
    assert.deepEqual(answer.errors, {});
  },

  async "POST /impact"(catalogue) {
    const displayed = [
      { claim: "eff-hiv-cd4", release: 1 },
      { claim: "no-such-claim", release: 1 },
    ];
    assert.deepEqual(await catalogue.impact(displayed), [
      { claim: "eff-hiv-cd4", impact: "unchanged" },
      { claim: "no-such-claim", impact: "unknown" },
    ]);
  },

  async "a walk to the last page"(catalogue, address) {
    const ids: string[] = [];
    let pages = 0;
    let cursor: string | undefined;
    do {
      const page = await catalogue.page(20, cursor);
      ids.push(...page.ids);
      pages++;
      cursor = page.next === null ? undefined : (new URL(page.next, address).searchParams.get("cursor") ?? undefined);
    } while (cursor !== undefined);

    const { total } = await list(address, "");
    assert.equal(ids.length, total);
    assert.equal(new Set(ids).size, total);
    assert.equal(pages, Math.ceil(total / 20));
  },

  async "CSV"(catalogue, address) {
    const plain = await fetch(`${address}/api/v1/claims?format=csv`);
    assert.equal(await catalogue.csv(), await plain.text());
  },

  async "download of a release"(catalogue) {
    const lines = gunzipSync(await catalogue.download(1)).toString("utf8").trimEnd().split("\n");
    const manifest = JSON.parse(lines[0] ?? "") as { kind: string; release: number };
    assert.deepEqual([manifest.kind, manifest.release], ["manifest", 1]);
    assert.ok(lines.some((line) => line.includes('"eff-hiv-cd4"')));
  },

  async "look-up"(catalogue) {
    assert.deepEqual(await catalogue.lookUp("10.1111/j.1572-0241.2007.01045.x"), ["studies/smith-2007"]);
  },
};

async function list(address: string, query: string): Promise<{ total: number; items: { id: string }[] }> {
  const answer = await fetch(`${address}/api/v1/claims?${query}`);
  return (await answer.json()) as { total: number; items: { id: string }[] };
}
