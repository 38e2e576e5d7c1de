import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const prism = fileURLToPath(new URL("../node_modules/.bin/prism", import.meta.url));

/** Prism as a proxy in front of a service: it answers with a problem of its own where a request or an answer is not what the document says. */
export class Proxy {
  static async start(document, upstream) {
    const folder = mkdtempSync(join(tmpdir(), "prism-"));
    const file = join(folder, "openapi.json");
    writeFileSync(file, JSON.stringify(document));
    const port = await freePort();
    const child = spawn(process.execPath, [prism, "proxy", file, upstream, "--errors", "--host", "127.0.0.1", "--port", String(port)]);
    await new Promise((ready, failed) => {
      let said = "";
      const listen = (text) => {
        said += text;
        if (said.includes("Prism is listening")) ready();
      };
      child.stdout.on("data", listen);
      child.stderr.on("data", listen);
      child.on("exit", () => failed(new Error(`Prism does not start:\n${said}`)));
    });
    return new Proxy(child, folder, `http://127.0.0.1:${port}`);
  }

  constructor(child, folder, address) {
    Object.assign(this, { child, folder, address });
  }

  /** What is wrong with the answer to a call, or null. */
  async faultOf({ method, target, headers, body, status }) {
    const answer = await fetch(this.address + target, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    const text = await answer.text();
    const problem = answer.headers.get("content-type")?.startsWith("application/problem+json") ? JSON.parse(text) : {};
    if (problem.type?.includes("/prism/")) {
      const violations = problem.validation?.map((fault) => `${fault.location?.join(".")}: ${fault.message}`);
      return violations?.slice(0, 5).join("; ") ?? problem.detail;
    }
    return answer.status === status ? null : `status ${answer.status} instead of ${status}: ${problem.detail ?? ""}`;
  }

  stop() {
    this.child.removeAllListeners("exit");
    this.child.kill();
    rmSync(this.folder, { recursive: true });
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
