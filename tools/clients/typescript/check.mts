// Uses the client that is generated from docs/openapi.yaml for an estimate, a check, a bill, a budget and the models.
// Start the service, then: npm install && npm run check   (SMETA=http://localhost:8080 unless said otherwise)
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { paths } from "./smeta.d.ts";

// of what can be answered in several media types this client wants JSON; problems are JSON too, by a name of their own
const smeta = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: process.env.SMETA ?? "http://localhost:8080" });
const body = { model: "gpt-4o", messages: [{ role: "user", content: "How much is it?" }] };

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
  body: {
    rates: [{ unit: "USD / 1M tokens", input: "2.5", output: "10" }],
    usage: { input_tokens: 1000, output_tokens: 100 },
  },
});
// 1000 × 2.5 / 1M + 100 × 10 / 1M
assert.equal(bill.data?.total.amount, "0.0035");

const budget = await smeta.POST("/v1/budgets", {
  params: { query: { models: ["gpt-4o"], requests: "5000/month", input: 1284, output: "800", months: 2 } },
});
assert.ok(budget.data && "workloads" in budget.data);
assert.equal(budget.data.months, 2);

const models = await smeta.GET("/v1/models", { params: { query: { search: "gpt-4o mini", limit: 1 } } });
assert.equal(models.data?.data[0].name, "gpt-4o-mini");
assert.equal(models.data?.data[0].limits.context, 128_000);
const model = await smeta.GET("/v1/models/{name}", { params: { path: { name: "gpt-4o" } } });
assert.ok(model.data && model.data.price_cards[0].lines.input_tokens.per === 1_000_000);

const bad = await smeta.POST("/v1/estimates", { params: { query: { scale: 99 } }, body });
assert.equal(bad.error?.code, "bad_query");
console.log("The generated client works.");
