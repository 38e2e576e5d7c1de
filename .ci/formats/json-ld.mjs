import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const TYPES = { claim: "Claim", study: "MedicalScholarlyArticle", condition: "MedicalCondition" };

/** Sets each document into a program as a literal of its type, so that the compiler refuses members that schema.org does not give that type. */
export function checkJsonLd(files, expect) {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const generated = path.join(here, "generated");
  rmSync(generated, { recursive: true, force: true });
  mkdirSync(generated);
  for (const [name, type] of Object.entries(TYPES)) {
    const text = files.read(`${name}.jsonld`);
    const node = JSON.parse(text);
    expect(node["@context"] === "https://schema.org", `${name}: @context is ${node["@context"]}`);
    expect(node["@type"] === type, `${name}: @type is ${node["@type"]}, expected ${type}`);
    expect(/^\/api\/v1\//.test(node["@id"] ?? ""), `${name}: @id is ${node["@id"]}`);
    expect(!/"evidenceLevel"/.test(text), `${name}: schema.org's evidenceLevel belongs to guidelines`);
    writeFileSync(
      path.join(generated, `${name}.ts`),
      `import type { ${type}, WithContext } from "schema-dts";\n\nexport const ${name}: WithContext<${type}> = ${JSON.stringify(node, null, 2)};\n`,
    );
  }

  const config = ts.getParsedCommandLineOfConfigFile(path.join(here, "tsconfig.json"), {}, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => expect(false, words(diagnostic)),
  });
  const program = ts.createProgram(config.fileNames, config.options);
  expect(config.fileNames.length === Object.keys(TYPES).length, `tsc sees ${config.fileNames.length} files`);
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) expect(false, `tsc: ${words(diagnostic)}`);

  const claim = JSON.parse(files.read("claim.jsonld"));
  const [record] = files.records("claims.ndjson").filter((candidate) => candidate.id === claim.identifier);
  const sets = Object.fromEntries(claim.keywords.map((keyword) => [keyword.inDefinedTermSet.name, keyword.termCode]));
  expect(sets["Evidence level"] === record?.evidenceLevel, `claim: the level is ${sets["Evidence level"]}, expected ${record?.evidenceLevel}`);
  expect(
    sets["Fidelity to the source"] === record?.fidelity.toSource.label,
    `claim: fidelity is ${sets["Fidelity to the source"]}, expected ${record?.fidelity.toSource.label}`,
  );
  return `${Object.keys(TYPES).join(", ")} compile against schema-dts`;
}

function words(diagnostic) {
  const file = diagnostic.file === undefined ? "" : `${path.basename(diagnostic.file.fileName)}: `;
  return file + ts.flattenDiagnosticMessageText(diagnostic.messageText, " ").slice(0, 600);
}
