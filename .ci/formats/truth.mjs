// What a reference must say, worked out from the service's own JSON and from nothing that writes the formats.

export const titleOf = (study) => study.title ?? study.printedCitation.title;

export const firstAuthorOf = (study) =>
  study.authors.length > 0 ? study.authors[0].family : (study.printedCitation.authors?.split(/,| et al/)[0].trim() ?? null);

const asPrinted = (study) => [
  ...(study.title === null ? ["Title as printed"] : []),
  ...(study.authors.length === 0 && study.printedCitation.authors !== null ? ["Authors as printed"] : []),
  ...(study.standing === "retracted" ? ["Retracted"] : []),
];

/** Compares a CSL item, as a parser gave it, with its study. */
export function compare(study, item, expect) {
  const same = (what, found, right) =>
    expect((found ?? null) === (right ?? null), `${study.id}: ${what} is ${JSON.stringify(found)}, expected ${JSON.stringify(right)}`);
  const author = item.author?.[0];

  same("type", item.type, "article-journal");
  same("title", item.title, titleOf(study));
  same("DOI", item.DOI, study.doi);
  same("year", Number(item.issued?.["date-parts"]?.[0]?.[0]), study.year);
  same("first author", (author?.family ?? author?.literal)?.replace(/ et al\.$/, ""), firstAuthorOf(study));
  same("journal", item["container-title"], study.journal);
  same("volume", item.volume, study.volume);
  same("issue", item.issue, study.issue);
  same("pages", item.page, study.pages);
  same("ISSN", item.ISSN, study.issn.length > 0 ? study.issn.join(", ") : null);
  if (study.authors.length > 0) {
    same("number of authors", item.author?.length, study.authors.length);
    same("given names", author?.given, study.authors[0].given ?? author?.given);
  }

  for (const note of asPrinted(study)) {
    expect([item.note].flat().join("\n").includes(note), `${study.id}: no note says "${note}"`);
  }
}

/** Pairs what was read with the studies, by key. */
export function pair(studies, items, expect) {
  const ids = items.map((item) => item.id);
  const right = studies.map((study) => study.id);
  expect(studies.length > 0, "there are no studies to compare with");
  expect(JSON.stringify(ids) === JSON.stringify(right), `the keys are ${ids}, expected ${right}`);
  return studies.flatMap((study) => {
    const item = items.find((candidate) => candidate.id === study.id);
    return item === undefined ? [] : [[study, item]];
  });
}
