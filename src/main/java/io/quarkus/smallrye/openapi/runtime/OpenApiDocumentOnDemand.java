package io.quarkus.smallrye.openapi.runtime;

import io.quarkus.arc.Unremovable;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the OpenAPI document when it is first asked for. The extension reads and writes it twice at each start, which is
 * a fifth of that time, and most processes are never asked. It has to be in the extension's package, since that is
 * where it can be told; in development and in tests, where the two are loaded apart, the extension does as it does.
 */
@Unremovable
@IfBuildProfile("prod")
@Alternative
@Priority(1)
@ApplicationScoped
public class OpenApiDocumentOnDemand extends OpenApiDocumentService {
    private final Map<String, Runnable> prepared = new LinkedHashMap<>();

    @Override
    synchronized void prepareDocument(
            AutoSecurityFilter security, Map<RunStage, List<String>> filters, String document) {
        prepared.put(document, () -> super.prepareDocument(security, filters, document));
    }

    @Override
    public synchronized byte[] getDocument(String document, Format format) {
        Runnable preparation = prepared.get(document);
        if (preparation != null) {
            preparation.run();
            prepared.remove(document);
        }
        return super.getDocument(document, format);
    }
}
