export function checkVancouver(files, expect) {
  const lines = files.read("studies.vancouver.txt").split("\n");
  const studies = files.records("studies.ndjson");

  expect(lines.pop() === "", "the last line must end in a line feed");
  expect(lines.length === studies.length, `there are ${lines.length} lines, expected ${studies.length}`);
  for (const [index, study] of studies.entries()) {
    const right = `${index + 1}. ${study.citation}`;
    expect(lines[index] === right, `line ${index + 1} is ${JSON.stringify(lines[index])}, expected ${JSON.stringify(right)}`);
  }

  return `${studies.length} references, numbered`;
}
