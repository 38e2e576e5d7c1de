import { Cite } from "@citation-js/core";
import { compare, pair } from "./truth.mjs";

export function checkCslJson(files, expect) {
  const text = files.read("studies.csl.json");
  const studies = files.records("studies.ndjson");

  expect(Array.isArray(JSON.parse(text)), "the file must be an array");
  for (const [study, item] of pair(studies, new Cite(text).data, expect)) {
    compare(study, item, (isRight, words) => expect(isRight, `citation-js: ${words}`));
    expect((item.PMID ?? null) === study.pmid, `${study.id}: PMID is ${item.PMID}, expected ${study.pmid}`);
    const extra = readExtra(item.note);
    expect((extra.PMID ?? null) === study.pmid, `${study.id}: Zotero would read the PMID ${extra.PMID}, expected ${study.pmid}`);
    expect((extra.PMCID ?? null) === study.pmcid, `${study.id}: Zotero would read the PMCID ${extra.PMCID}, expected ${study.pmcid}`);
  }

  return `${studies.length} items, read by citation-js; PMIDs stand where Zotero looks`;
}

/** Zotero keeps a note as "Extra" and takes each line "Name: value" there for a field. */
function readExtra(note) {
  const lines = (note ?? "").split("\n").map((line) => /^(PMC?ID): (\S+)$/.exec(line));
  return Object.fromEntries(lines.filter((match) => match !== null).map((match) => [match[1], match[2]]));
}
