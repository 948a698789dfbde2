package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import smeta.catalogue.Model;
import smeta.price.ServiceTier;
import smeta.prompt.Body;
import smeta.usage.ReportedUsage;
import smeta.usage.UsageReader;

/** The examples in the document on bills cost what stands beside them; the arithmetic is in the table. */
class BillsDocumentTest {
    private static final Instant ON = Instant.parse("2026-11-15T12:00:00Z");

    @TestFactory
    Stream<DynamicTest> an_example_of_the_document_costs_what_it_says() throws IOException {
        return Files.readAllLines(Path.of("docs/bills.md")).stream()
                .dropWhile(line -> !line.equals("## Examples"))
                .takeWhile(line -> !line.equals("## What was served"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split(" \\| "))
                .map(cells -> DynamicTest.dynamicTest(
                        cells[1],
                        () -> assertThat(total(cells[0].replaceAll("[|` ]", ""), cells[1].replace("`", "")))
                                .isEqualByComparingTo(cells[3].replaceAll("[| ]", ""))));
    }

    private static BigDecimal total(String name, String usage) {
        Model model = Given.SHIPPED.find(name).orElseThrow();
        ReportedUsage used = UsageReader.read(Body.json(usage.getBytes(StandardCharsets.UTF_8)), null, "/usage");
        return new Estimator(Given.EXCHANGE)
                .pricer(Given.SHIPPED::find)
                .price(model, used, new UsagePricer.Asked(ON, true, ServiceTier.STANDARD, null, null, null, null, null))
                .settlement()
                .cost()
                .likely()
                .amount()
                .rounded(10);
    }
}
