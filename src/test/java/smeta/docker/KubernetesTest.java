package smeta.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads docker/kubernetes.yaml as Kubernetes would: documents by kind, and what one of them says of another. */
class KubernetesTest {
    private static final Map<String, JsonNode> BY_KIND = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        try (MappingIterator<JsonNode> documents = yaml.readerFor(JsonNode.class)
                .readValues(Path.of("docker/kubernetes.yaml").toFile())) {
            documents.forEachRemaining(d -> BY_KIND.put(d.get("kind").asText(), d));
        }
    }

    @Test
    void the_documents_have_the_versions_that_kubernetes_serves() {
        Map<String, String> versions = new LinkedHashMap<>();
        BY_KIND.forEach((kind, document) ->
                versions.put(kind, document.get("apiVersion").asText()));
        assertThat(versions)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Deployment", "apps/v1",
                        "Service", "v1",
                        "HorizontalPodAutoscaler", "autoscaling/v2",
                        "PodDisruptionBudget", "policy/v1"));
    }

    @Test
    void whatever_selects_pods_selects_those_of_the_deployment() {
        JsonNode labels = at("Deployment", "/spec/template/metadata/labels");
        assertThat(labels).isNotEmpty();
        assertThat(at("Deployment", "/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(at("Deployment", "/spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels"))
                .isEqualTo(labels);
        assertThat(at("Service", "/spec/selector")).isEqualTo(labels);
        assertThat(at("PodDisruptionBudget", "/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(at("HorizontalPodAutoscaler", "/spec/scaleTargetRef/name"))
                .isEqualTo(at("Deployment", "/metadata/name"));
    }

    @Test
    void the_container_is_watched_bounded_and_cannot_write_but_to_its_volumes() {
        JsonNode container = at("Deployment", "/spec/template/spec/containers/0");
        String port = container.at("/ports/0/name").asText();
        assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(8080);
        assertThat(at("Service", "/spec/ports/0/targetPort").asText()).isEqualTo(port);
        for (String probe : new String[] {"startupProbe", "livenessProbe", "readinessProbe"}) {
            assertThat(container.at("/" + probe + "/httpGet/port").asText())
                    .as(probe)
                    .isEqualTo(port);
            assertThat(container.at("/" + probe + "/httpGet/path").asText())
                    .as(probe)
                    .startsWith("/q/health/");
        }
        assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
        assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(at("Deployment", "/spec/template/spec/securityContext/runAsNonRoot")
                        .asBoolean())
                .isTrue();
        for (JsonNode mount : container.get("volumeMounts")) {
            assertThat(at("Deployment", "/spec/template/spec/volumes").findValuesAsText("name"))
                    .contains(mount.get("name").asText());
        }
    }

    private static JsonNode at(String kind, String pointer) {
        JsonNode found = BY_KIND.get(kind).at(pointer);
        assertThat(found.isMissingNode()).as(kind + pointer).isFalse();
        return found;
    }
}
