// The calls that a document shows: each operation alone, with each example of each parameter and body, in each format, and those that it refuses.
// Nothing but the document decides which there are.

/** Every call: { what, method, target, format, fields, headers, body, status }, with the status that it must get. */
export function callsOf(document) {
  const at = (pointer) => pointer.slice(2).split("/").reduce((node, key) => node[key.replaceAll("~1", "/")], document);
  const resolve = (value) => (value?.$ref ? at(value.$ref) : value);
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => ["get", "post"].includes(method))
      .flatMap(([method, operation]) => [...callsOfOperation(resolve, path, method, operation)]),
  );
}

function* callsOfOperation(resolve, path, method, operation) {
  const parameters = (operation.parameters ?? []).map((parameter) => described(resolve, parameter));
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const required = parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  const optional = parameters.filter((parameter) => parameter.in === "query" && !parameter.required);
  const bodies = examplesOf(resolve, resolve(operation.requestBody)?.content?.["application/json"] ?? {});

  /** The call with these values, and with the first example of whatever else it cannot do without. */
  const call = (what, { values = [], headers = {}, body = bodies[0], status = 200 } = {}) => {
    const given = (parameter) => values.find(([other]) => other === parameter)?.[1] ?? parameter.examples[0];
    const filled = inPath.reduce((text, parameter) => text.replace(`{${parameter.name}}`, encodeURIComponent(given(parameter))), path);
    const sent = [...required, ...optional.filter((parameter) => values.some(([other]) => other === parameter))];
    const query = sent.flatMap((parameter) => pairs(parameter, given(parameter))).join("&");
    return {
      what,
      method,
      target: query === "" ? filled : `${filled}?${query}`,
      format: values.find(([parameter]) => parameter.name === "format")?.[1],
      fields: values.some(([parameter]) => parameter.name === "fields"),
      headers: { accept: "*/*", ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      body,
      status,
    };
  };

  yield call("alone");
  for (const parameter of [...inPath, ...required]) {
    for (const example of parameter.examples.slice(1)) yield call(`another ${parameter.name}`, { values: [[parameter, example]] });
  }
  for (const parameter of optional) {
    for (const example of parameter.examples) yield call(parameter.name, { values: [[parameter, example]] });
  }
  for (const body of bodies.slice(1)) yield call("another body", { body });

  const named = (name) => parameters.find((parameter) => parameter.name === name);
  const answers = (status) => status in operation.responses;
  if (answers("304")) yield call("what the caller has already", { headers: { "if-none-match": "*" }, status: 304 });
  if (answers("406")) yield call("a format that there is not", { headers: { accept: "image/png" }, status: 406 });
  // Of a closed list, Prism itself refuses what is not in it.
  if (answers("404") && named("id") && !named("id").schema.enum) yield call("no such record", { values: [[named("id"), "no-such-record"]], status: 404 });
  if (answers("400") && named("release") && named("asOf")) {
    yield call("a release and a day", { values: ["release", "asOf"].map((name) => [named(name), named(name).examples[0]]), status: 400 });
  }
}

/** A parameter with its examples; of a format, all that there are. */
function described(resolve, reference) {
  const parameter = resolve(reference);
  const schema = resolve(parameter.schema);
  const examples = parameter.name === "format" ? schema.enum : examplesOf(resolve, parameter);
  return { ...parameter, schema, examples };
}

/** The examples of a parameter or a body, wherever the document keeps them. */
function examplesOf(resolve, { example, examples, schema }) {
  const named = Object.values(examples ?? {}).map((each) => resolve(each).value);
  const { example: own, examples: several = [] } = resolve(schema) ?? {};
  return [...named, example, own, ...several].filter((each) => each !== undefined);
}

/** A parameter as it stands in a query: an array is repeated, or joined by commas where the document says so. */
function pairs({ name, schema, explode }, value) {
  const values = Array.isArray(value) ? value : [value];
  const sent = schema.type === "array" && explode === false && values.length > 0 ? [values.join(",")] : values;
  return sent.map((each) => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`);
}
