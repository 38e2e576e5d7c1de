// Reads a folder of exported files with parsers that others wrote, and compares what they find with the NDJSON in the same folder.
//   node check.mjs <folder> [--golden]
// --golden: the files are golden files, whose line ends are line feeds.
import { readFileSync } from "node:fs";
import path from "node:path";
import { checkBibTex } from "./bibtex.mjs";
import { checkCslJson } from "./csl-json.mjs";
import { checkCsv } from "./csv.mjs";
import { checkJsonLd } from "./json-ld.mjs";
import { checkRis } from "./ris.mjs";
import { checkVancouver } from "./vancouver.mjs";

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node check.mjs <folder> [--golden]");
  process.exit(2);
}

const faults = [];
const files = {
  isGolden: flags.includes("--golden"),
  read: (name) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path.join(folder, name))),
  records(name) {
    const lines = this.read(name).split("\n");
    if (lines.pop() !== "" || lines.length === 0) throw new Error("the last line must end in a line feed, and there must be one");
    return lines.map((line) => JSON.parse(line));
  },
};

for (const [name, check] of Object.entries({
  BibTeX: checkBibTex,
  RIS: checkRis,
  "CSL-JSON": checkCslJson,
  Vancouver: checkVancouver,
  CSV: checkCsv,
  "JSON-LD": checkJsonLd,
})) {
  const before = faults.length;
  const expect = (isRight, words) => {
    if (!isRight) faults.push(`${name}: ${words}`);
  };
  let summary = "not read";
  try {
    summary = await check(files, expect);
  } catch (error) {
    faults.push(`${name}: ${error.message}`);
  }

  console.log(`${faults.length === before ? "ok  " : "FAIL"} ${name}: ${summary}`);
}

for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
