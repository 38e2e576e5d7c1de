// Uses the generated client as a clinic's app would; compiling it is the check.
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/schema";

// Of the formats that an address has, this app takes JSON.
type Media = "application/json" | "application/problem+json";

const client = createClient<paths, Media>({ baseUrl: "http://localhost:5080" });

type Claim = components["schemas"]["Claim"];

/** A sentence may be shown as supported only if its source says so and its level means something. */
export function isSupported(claim: Claim): boolean {
  return claim.levelIsMeaningful && claim.fidelity.toSource.label === "supported";
}

export async function claimsOn(condition: string): Promise<Claim[]> {
  const { data, error } = await client.GET("/api/v1/conditions/{id}/claims", {
    params: { path: { id: condition }, query: { evidenceLevel: ["pilot-trial", "case-series"], limit: 100 } },
  });
  if (error !== undefined) {
    const faults: { [parameter: string]: string[] } = error.errors ?? {};
    throw new Error(`${error.title}: ${error.detail} ${JSON.stringify(faults)}`);
  }

  const next: string | null = data.next;
  console.log(data.total, data.release, next);
  return data.items;
}

export async function broaderOf(condition: string): Promise<string | null> {
  const { data } = await client.GET("/api/v1/conditions/{id}", { params: { path: { id: condition } } });
  return data?.broader?.name ?? null;
}

// @ts-expect-error: a level outside the three does not compile.
const wrong: Claim["evidenceLevel"] = "meta-analysis";
void wrong;
