// orval writes the address of the service into its client.
export default {
  ldnEvidence: {
    input: process.env.OPENAPI_DOCUMENT,
    output: {
      target: "typescript/generated/orval/ldnEvidence.ts",
      schemas: "typescript/generated/orval/model",
      client: "fetch",
      mode: "split",
      baseUrl: process.env.SERVICE_ADDRESS,
    },
  },
};
