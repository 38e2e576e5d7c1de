import { Cite } from "@citation-js/core";
import "@citation-js/plugin-ris";
import { compare, pair } from "./truth.mjs";

export function checkRis(files, expect) {
  const text = files.read("studies.ris");
  const studies = files.records("studies.ndjson");

  const ends = files.isGolden ? /[^\n]*\n/g : /[^\r\n]*\r\n/g;
  const lines = text.match(ends) ?? [];
  expect(lines.join("") === text, "a line does not end in CRLF");
  for (const line of lines) {
    expect(/^[A-Z][A-Z0-9]  - ./.test(line) || /^ER  - \r?\n$/.test(line), `this line is no tag and value: ${line.trim()}`);
  }

  const entries = text.split(/^ER  - $/m).filter((entry) => entry.trim() !== "");
  expect(entries.length === studies.length, `there are ${entries.length} entries, expected ${studies.length}`);
  for (const [index, study] of studies.entries()) {
    const accession = /^AN  - (.+)$/m.exec(entries[index] ?? "")?.[1].trim() ?? null;
    expect(accession === study.pmid, `${study.id}: AN is ${accession}, expected ${study.pmid}`);
  }

  for (const [study, item] of pair(studies, new Cite(text, { forceType: "@ris/file" }).data, expect)) {
    compare(study, item, (isRight, words) => expect(isRight, `citation-js: ${words}`));
    expect((item.PMCID ?? null) === study.pmcid, `citation-js: ${study.id}: PMCID is ${item.PMCID}, expected ${study.pmcid}`);
  }

  return `${studies.length} entries, read by citation-js`;
}
