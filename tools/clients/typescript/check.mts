// Uses the client that is generated from docs/openapi.yaml for an estimate, a check, a bill, a budget and the models.
// Start the service, then: npm install && npm run check   (SMETA=http://localhost:8080 unless said otherwise)
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { paths } from "./smeta.d.ts";

const smeta = createClient<paths>({ baseUrl: process.env.SMETA ?? "http://localhost:8080" });
const body = { model: "gpt-4o", messages: [{ role: "user", content: "How much is it?" }] } as any;

const estimate = await smeta.POST("/v1/estimates", {
  params: { query: { models: ["gpt-4o", "gpt-4"], currency: "RUB", include: ["lines"] } },
  body,
});
assert.deepEqual(estimate.data?.estimates.map((e) => e.model), ["openai/gpt-4o", "openai/gpt-4"]);
assert.equal(estimate.data?.estimates[0].cost?.currency, "RUB");

const check = await smeta.POST("/v1/checks", { params: { query: { limit: "0.0001" } }, body });
assert.equal(check.data?.decision, "deny");
assert.deepEqual(check.data?.reasons, ["over_limit"]);

const bill = await smeta.POST("/v1/bills", {
  body: { rates: [{ unit: "USD / 1M tokens", input: "2.5", output: "10" }], usage: { input_tokens: 1000, output_tokens: 100 } } as any,
});
// 1000 × 2.5 / 1M + 100 × 10 / 1M
assert.equal(bill.data?.total.amount, "0.0035");

const budget = await smeta.POST("/v1/budgets", {
  params: { query: { models: ["gpt-4o"], requests: "5000/month", input: 1284, output: "800", months: 2 } },
  body: undefined as any,
});
assert.ok(budget.data && "workloads" in budget.data);

const models = await smeta.GET("/v1/models");
assert.ok(models.data);

const bad = await smeta.POST("/v1/estimates", { params: { query: { scale: 99 } }, body });
assert.equal(bad.error?.code, "bad_query");
console.log("The generated client works.");
