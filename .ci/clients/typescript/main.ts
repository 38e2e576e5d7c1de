// Calls a running service with the client of each generator: node main.js http://localhost:5080
import type { Catalogue } from "./catalogue";
import { expectations } from "./expectations";
import { heyApi } from "./hey-api";
import { openapiFetch } from "./openapi-fetch";
import { orval } from "./orval";

async function main(address: string): Promise<void> {
  const clients: { [name: string]: Catalogue } = {
    "openapi-typescript with openapi-fetch": openapiFetch(address),
    "@hey-api/openapi-ts": heyApi(address),
    orval,
  };

  for (const [name, client] of Object.entries(clients)) {
    for (const [wish, expect] of Object.entries(expectations)) {
      try {
        await expect(client, address);
      } catch (fault) {
        process.exitCode = 1;
        console.error(`${name}: ${wish}: ${fault instanceof Error ? fault.message : String(fault)}`);
        continue;
      }
      console.log(`${name}: ${wish}`);
    }
  }
}

const address = process.argv[2];
if (address === undefined) throw new Error("usage: node main.js ADDRESS");
void main(address);
