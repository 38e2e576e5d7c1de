// Puts a proxy that validates between a caller and the service, and sends every operation, every example and every error that can be asked for through it:
//   node main.mjs ADDRESS DOCUMENT
import { readFileSync } from "node:fs";
import { callsOf } from "./calls.mjs";
import { views } from "./views.mjs";
import { Proxy } from "./proxy.mjs";

const [address, file] = process.argv.slice(2);
const document = JSON.parse(readFileSync(file, "utf8"));
const calls = callsOf(document);
if (calls.length < 5 * Object.keys(document.paths).length) throw new Error(`only ${calls.length} calls were found in the document`);

let violations = 0;
for (const [name, { view, takes }] of Object.entries(views(document))) {
  const proxy = await Proxy.start(view, address);
  try {
    const taken = calls.filter(takes);
    for (const call of taken) {
      const fault = await proxy.faultOf(call);
      if (fault === null) continue;
      violations++;
      console.error(`${call.method.toUpperCase()} ${call.target} (${call.what}): ${fault}`);
    }
    console.log(`${name}: ${taken.length} calls`);
  } finally {
    proxy.stop();
  }
}

console.log(`Prism: ${calls.length} calls, ${violations} violations`);
process.exitCode = violations > 0 ? 1 : 0;
