// Prism takes application/ld+json for application/json: it looks past the suffix. It also cannot know that a caller asked for some members only.
// So these calls are held to views of the document: one with a single such format, one in which no member is required.
const suffixed = { jsonld: "application/ld+json", "csl-json": "application/vnd.citationstyles.csl+json" };

/** By name: the document to validate by, and which calls it is for. Each call has exactly one. */
export function views(document) {
  const others = Object.entries(suffixed).map(([format, media]) => [
    media,
    { view: withOnly(document, media), takes: (call) => call.format === format },
  ]);
  return {
    "the document": { view: document, takes: (call) => !call.fields && !(call.format in suffixed) },
    ...Object.fromEntries(others),
    "some members only": { view: withoutRequired(document), takes: (call) => call.fields },
  };
}

function withOnly(document, media) {
  return JSON.parse(JSON.stringify(document), (key, value) =>
    key === "content" && value?.[media] !== undefined ? { [media]: value[media] } : value,
  );
}

function withoutRequired(document) {
  const schemas = JSON.parse(JSON.stringify(document.components.schemas), (key, value) => (key === "required" && Array.isArray(value) ? undefined : value));
  return { ...document, components: { ...document.components, schemas } };
}
