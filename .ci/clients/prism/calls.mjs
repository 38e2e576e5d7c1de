// The calls that a document shows: each operation by itself, with each example of each parameter, in each format, and with what each error answers.

/** Every call: { what, method, target, query, headers, body, status }. Nothing but the document decides which there are. */
export function callsOf(document) {
  const resolve = (value) => (value?.$ref ? value.$ref.slice(2).split("/").reduce((node, key) => node[key.replaceAll("~1", "/")], document) : value);
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => ["get", "post"].includes(method))
      .flatMap(([method, operation]) => [...callsOfOperation(resolve, path, method, operation)]),
  );
}

function* callsOfOperation(resolve, path, method, operation) {
  const parameters = (operation.parameters ?? []).map(resolve);
  const pathParameters = parameters.filter((parameter) => parameter.in === "path");
  const required = parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  const optional = parameters.filter((parameter) => parameter.in === "query" && !parameter.required);
  const first = (parameter) => examplesOf(resolve, parameter)[0];
  const responses = Object.fromEntries(Object.entries(operation.responses).map(([status, response]) => [status, resolve(response)]));
  const bodies = bodiesOf(resolve, operation);

  const call = (what, { pathValues = {}, values = [], headers = {}, body = bodies[0], status = 200 } = {}) => {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => {
      const parameter = pathParameters.find((candidate) => candidate.name === name);
      return encodeURIComponent(pathValues[name] ?? first(parameter));
    });
    const query = [...required.map((parameter) => [parameter, first(parameter)]), ...values].flatMap(([parameter, value]) => pairs(resolve, parameter, value));
    const sent = body === undefined ? {} : { "content-type": "application/json", ...headers };
    const target = query.length === 0 ? filled : `${filled}?${query.join("&")}`;
    return { what, method, target, format: values.find(([parameter]) => parameter.name === "format")?.[1], fields: values.some(([parameter]) => parameter.name === "fields"), headers: { accept: "*/*", ...headers, ...sent }, body, status };
  };

  yield call("alone");
  for (const parameter of [...pathParameters, ...required]) {
    for (const example of examplesOf(resolve, parameter).slice(1)) {
      yield parameter.in === "path" ? call(`another ${parameter.name}`, { pathValues: { [parameter.name]: example } }) : call(`another ${parameter.name}`, { values: [[parameter, example]] });
    }
  }
  for (const parameter of optional) {
    const shown = parameter.name === "format" ? resolve(parameter.schema).enum : examplesOf(resolve, parameter);
    for (const example of shown) yield call(parameter.name, { values: [[parameter, example]] });
  }
  for (const body of bodies.slice(1)) yield call("another body", { body });

  if ("304" in responses) yield call("what is held already", { headers: { "if-none-match": "*" }, status: 304 });
  if ("406" in responses) yield call("a format that there is not", { headers: { accept: "image/png" }, status: 406 });
  if ("404" in responses && pathParameters.some((parameter) => parameter.name === "id")) yield call("no such record", { pathValues: { id: "no-such-record" }, status: 404 });
  const both = ["release", "asOf"].map((name) => optional.find((parameter) => parameter.name === name));
  if ("400" in responses && both.every((parameter) => parameter !== undefined)) {
    yield call("a release and a day", { values: both.map((parameter) => [parameter, first(parameter)]), status: 400 });
  }
}

/** The examples of a parameter, wherever the document keeps them. */
function examplesOf(resolve, parameter) {
  const schema = resolve(parameter.schema) ?? {};
  const named = Object.values(parameter.examples ?? {}).map((example) => resolve(example).value);
  return [...named, ...[parameter.example, schema.example, ...(schema.examples ?? [])].filter((example) => example !== undefined)];
}

function bodiesOf(resolve, operation) {
  const media = resolve(operation.requestBody)?.content?.["application/json"];
  if (media === undefined) return [];
  const named = Object.values(media.examples ?? {}).map((example) => resolve(example).value);
  return [...named, ...(media.example === undefined ? [] : [media.example])];
}

/** A parameter as it stands in a query: an array is repeated, or joined by commas where it does not explode. */
function pairs(resolve, parameter, value) {
  const values = Array.isArray(value) ? value : [value];
  const sent = resolve(parameter.schema)?.type === "array" && parameter.explode === false ? [values.join(",")] : values;
  return sent.map((one) => `${encodeURIComponent(parameter.name)}=${encodeURIComponent(one)}`);
}
