import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { BibLatexParser } from "biblatex-csl-converter";
import { compare, compareNames, pair, titleOf } from "./truth.mjs";

// No fields of biblatex's own model for articles, but known to those who read them: Zotero, JabRef, citation-js.
const EXTRA_FIELDS = ["pmid", "pmcid", "shortjournal"];

export function checkBibTex(files, expect) {
  const text = files.read("studies.bib");
  const studies = files.records("studies.ndjson");

  for (const [study, item] of pair(studies, new Cite(text).data, expect)) {
    compare(study, item, (isRight, words) => expect(isRight, `citation-js: ${words}`));
    expect((item.PMID ?? null) === study.pmid, `citation-js: ${study.id}: PMID is ${item.PMID}, expected ${study.pmid}`);
    expect((item.PMCID ?? null) === study.pmcid, `citation-js: ${study.id}: PMCID is ${item.PMCID}, expected ${study.pmcid}`);
  }

  const parser = new BibLatexParser(text, {
    processUnexpected: true,
    processUnknown: { pmid: "f_verbatim", pmcid: "f_verbatim" },
  });
  const parsed = parser.parse();
  const complaints = [
    ...parser.errors,
    ...parser.warnings.filter(
      (warning) => !["unknown_field", "unexpected_field"].includes(warning.type) || !EXTRA_FIELDS.includes(warning.field_name),
    ),
  ];
  expect(complaints.length === 0, `biblatex-csl-converter complains: ${JSON.stringify(complaints)}`);
  const entries = Object.values(parsed.entries).map((entry) => ({ ...entry, id: entry.entry_key }));
  for (const [study, entry] of pair(studies, entries, expect)) {
    const same = (what, found, right) =>
      expect((found ?? null) === (right ?? null), `biblatex-csl-converter: ${study.id}: ${what} is ${JSON.stringify(found)}, expected ${JSON.stringify(right)}`);
    // This parser does not know \textasciicircum and drops it.
    const title = titleOf(study).replaceAll("^", "");

    same("type", entry.bib_type, "article");
    same("pmid", entry.unknown_fields?.pmid, study.pmid);
    same("doi", entry.fields.doi, study.doi);
    same("year", entry.fields.date, String(study.year));
    same("title", textOf(entry.fields.title), title);
    same("pages", pagesOf(entry.fields.pages), study.pages);
    const names = (entry.fields.author ?? []).map((name) =>
      Object.fromEntries(Object.entries(name).map(([part, nodes]) => [part, Array.isArray(nodes) ? textOf(nodes) : undefined])),
    );
    compareNames(study, names, (isRight, words) => expect(isRight, `biblatex-csl-converter: ${words}`));
    for (const word of title.split(/[\s(),:;"]+/).slice(1)) {
      if (/^\p{L}*\p{Lu}[\p{L}\p{N}]*$/u.test(word)) {
        expect(protectedText(entry.fields.title).includes(word), `biblatex-csl-converter: ${study.id}: nothing keeps the capitals of ${word}`);
      }
    }
  }

  return `${studies.length} entries, read by citation-js and biblatex-csl-converter`;
}

const textOf = (nodes) => nodes?.map((node) => node.text ?? "").join("");

const pagesOf = (ranges) => ranges?.map((pages) => pages.map(textOf).join("-")).join(", ");

const protectedText = (nodes) =>
  nodes.filter((node) => node.marks?.some((mark) => mark.type === "nocase")).map((node) => node.text).join(" ");
