// Holds pages to Lighthouse, as a phone and as a desk computer see them, and to a weight:
//   node check.mjs http://localhost:5080 / /conditions/crohns-disease
// Needs a Chromium, by default Debian's; the variable CHROMIUM names another.
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const least = 95; // of 100, in every category
const most = 100_000; // bytes of a page with all that it loads, as they are transferred
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const devices = { mobile: undefined, desktop: desktopConfig };

const [address, ...paths] = process.argv.slice(2);
if (!address || paths.length === 0) {
  console.error('usage: node check.mjs address path...');
  process.exit(2);
}

const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    // Nothing is asked of another host, and nothing waits for one.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  ],
});

async function look(url, device) {
  const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: categories, logLevel: 'error' }, devices[device]);
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const requests = lhr.audits['network-requests'].details.items;
  const row = { page: new URL(url).pathname, device };
  for (const category of categories) row[category] = Math.round(lhr.categories[category].score * 100);
  row.bytes = requests.reduce((sum, request) => sum + request.transferSize, 0);
  return { row, lhr };
}

/** Speed depends on what else the machine does: where it misses, the median of three counts. */
async function measure(url, device) {
  const looks = [await look(url, device)];
  if (looks[0].row.performance < least) looks.push(await look(url, device), await look(url, device));
  return looks.sort((one, other) => one.row.performance - other.row.performance)[Math.floor(looks.length / 2)];
}

/** Why a category has not all its points. */
function reasons(lhr, category) {
  return lhr.categories[category].auditRefs
    .map((reference) => ({ ...lhr.audits[reference.id], weight: reference.weight }))
    .filter((audit) => audit.weight > 0 && audit.score !== null && audit.score < 0.9)
    .map((audit) => `${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`);
}

const rows = [];
const misses = [];
try {
  for (const path of paths) {
    for (const device of Object.keys(devices)) {
      const { row, lhr } = await measure(new URL(path, address).href, device);
      rows.push(row);
      for (const category of categories) {
        if (row[category] >= least) continue;
        misses.push(`${row.page} ${device}: ${category} is ${row[category]} and must be ${least}: ${reasons(lhr, category).join('; ')}`);
      }
      if (row.bytes > most) misses.push(`${row.page} ${device}: ${row.bytes} bytes are transferred and at most ${most} may be`);
    }
  }
} finally {
  chrome.kill();
}

console.table(rows);
for (const miss of misses) console.log(miss);
console.log(`${paths.length} pages, ${misses.length} misses`);
process.exitCode = misses.length > 0 ? 1 : 0;
