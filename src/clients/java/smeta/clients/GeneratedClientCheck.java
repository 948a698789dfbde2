package smeta.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import smeta.generated.ApiClient;
import smeta.generated.ApiException;
import smeta.generated.api.BillsApi;
import smeta.generated.api.BudgetsApi;
import smeta.generated.api.ChecksApi;
import smeta.generated.api.EstimatesApi;
import smeta.generated.api.ModelsApi;
import smeta.generated.model.Bill;
import smeta.generated.model.BillRequest;
import smeta.generated.model.Budget;
import smeta.generated.model.Check;
import smeta.generated.model.Estimates;
import smeta.generated.model.Include;
import smeta.generated.model.Models;

/** Clients that are generated from {@code docs/openapi.yaml} understand the service. {@code ./mvnw test -Pclients} */
@QuarkusTest
class GeneratedClientCheck {
    private static final Path TYPESCRIPT = Path.of("tools/clients/typescript");
    private static final Map<String, Object> REQUEST =
            Map.of("model", "gpt-4o", "messages", List.of(Map.of("role", "user", "content", "How much is it?")));

    @TestHTTPResource("/")
    URI service;

    private ApiClient client() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(url());
        return client;
    }

    private String url() {
        return service.toString().replaceAll("/$", "");
    }

    @Test
    void java_estimates() throws ApiException {
        Estimates answer = new EstimatesApi(client())
                .estimate(EstimatesApi.APIEstimateRequest.newBuilder()
                        .models(List.of("gpt-4o", "gpt-4"))
                        .currency("RUB")
                        .include(List.of(Include.LINES))
                        .requestBody(REQUEST)
                        .build());
        assertThat(answer.getEstimates()).extracting(e -> e.getModel()).containsExactly("openai/gpt-4o", "openai/gpt-4");
        assertThat(answer.getEstimates().get(0).getCost().getCurrency()).isEqualTo("RUB");
        assertThat(answer.getEstimates().get(0).getLines()).isNotEmpty();
    }

    @Test
    void java_checks() throws ApiException {
        Check answer = new ChecksApi(client())
                .check(ChecksApi.APICheckRequest.newBuilder()
                        .limit("0.0001")
                        .requestBody(REQUEST)
                        .build());
        assertThat(answer.getDecision()).isEqualTo(Check.DecisionEnum.DENY);
        assertThat(answer.getReasons()).containsExactly("over_limit");
    }

    @Test
    void java_bills() throws ApiException {
        Bill answer = new BillsApi(client())
                .bill(BillsApi.APIBillRequest.newBuilder()
                        .billRequest(new BillRequest()
                                .rates(List.of(Map.of("unit", "USD / 1M tokens", "input", "2.5", "output", "10")))
                                .usage(Map.of("input_tokens", 1000, "output_tokens", 100)))
                        .build());
        // 1000 × 2.5 / 1M + 100 × 10 / 1M
        assertThat(answer.getTotal().getAmount()).isEqualTo("0.0035");

        Bill byModel = new BillsApi(client())
                .bill(BillsApi.APIBillRequest.newBuilder()
                        .on("2026-01-15")
                        .billRequest(new BillRequest()
                                .model("gpt-4o")
                                .usage(Map.of("input_tokens", 1000, "output_tokens", 100)))
                        .build());
        assertThat(byModel.getTotal().getAmount()).isEqualTo("0.0035");
    }

    @Test
    void java_plans_a_budget() throws ApiException {
        Budget answer = new BudgetsApi(client())
                .budget(BudgetsApi.APIBudgetRequest.newBuilder()
                        .models(List.of("gpt-4o"))
                        .requests("5000/month")
                        .input(1284L)
                        .output("800")
                        .months(2)
                        .build())
                .getBudget();
        assertThat(answer.getMonths()).isEqualTo(2);
        assertThat(answer.getWorkloads()).hasSize(1);
    }

    @Test
    void java_lists_models() throws ApiException {
        ModelsApi models = new ModelsApi(client());
        Models page = models.listModels(ModelsApi.APIListModelsRequest.newBuilder()
                .search("gpt-4o mini")
                .limit(1)
                .build());
        assertThat(page.getData()).hasSize(1);
        assertThat(page.getData().get(0).getLimits().getContext()).isEqualTo(128_000L);
        assertThat(models.getModel(ModelsApi.APIGetModelRequest.newBuilder().name("gpt-4o").build())
                        .getPriceCards())
                .isNotEmpty();
    }

    @Test
    void java_is_told_what_is_wrong() {
        assertThatThrownBy(() -> new EstimatesApi(client())
                        .estimate(EstimatesApi.APIEstimateRequest.newBuilder()
                                .scale(99)
                                .requestBody(REQUEST)
                                .build()))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.getCode()).isEqualTo(400);
                    assertThat(e.getResponseBody()).contains("\"code\":\"bad_query\"");
                });
    }

    @Test
    void typescript_does_the_same() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isDirectory(TYPESCRIPT.resolve("node_modules")), "npm install hasn't been run in " + TYPESCRIPT);
        ProcessBuilder check = new ProcessBuilder("npm", "run", "-s", "check")
                .directory(TYPESCRIPT.toFile())
                .redirectErrorStream(true);
        check.environment().put("SMETA", url());
        Process process = check.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("The generated client works.");
    }
}
