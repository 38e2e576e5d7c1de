// Runs the first calls of README as they are printed, each in an empty folder: node first-calls.mjs README.md ADDRESS
// A block of commands is run; any other block is a file, whose `name` stands last in the text before it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const printedAddress = "http://localhost:5080";
const expected = "eff-crohn-endoscopic-severity";

const [readme, address] = process.argv.slice(2);
const section = readFileSync(readme, "utf8").split(/^## /m).find((text) => text.startsWith("First calls\n"));
const languages = section?.split(/^### /m).slice(1) ?? [];
if (languages.length !== 4) throw new Error(`README must show a first call in 4 languages; it shows ${languages.length}.`);

for (const language of languages) {
  const name = language.slice(0, language.indexOf("\n"));
  const folder = mkdtempSync(join(tmpdir(), "first-call-"));
  try {
    const said = follow(language.replaceAll(printedAddress, address), folder);
    if (!said.includes(expected)) throw new Error(`${expected} is not in what it printed:\n${said}`);
    console.log(`The first call in ${name} answers`);
  } catch (fault) {
    console.error(`The first call in ${name} does not work as README prints it: ${fault.message}`);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Does what a reader does who copies the blocks in their order; returns what the commands printed. */
function follow(text, folder) {
  let said = "";
  for (const [, before, language, content] of text.matchAll(/([\s\S]*?)^```(\w+)\n([\s\S]*?)^```$/gm)) {
    if (language !== "sh") {
      writeFileSync(join(folder, before.match(/`([\w.-]+)`[^`]*$/)[1]), content);
      continue;
    }
    const { status, stdout, stderr } = spawnSync("bash", ["-euo", "pipefail", "-c", content], { cwd: folder, encoding: "utf8", timeout: 180_000 });
    if (status !== 0) throw new Error(`${content}ends with ${status}:\n${stdout}${stderr}`);
    said += stdout;
  }
  return said;
}
